/** Charts in HTML reports. */
import { drawBarChart } from '../charts/bar-chart.js';
import type { ChartPicture, Drawing } from '../charts/chart-picture.js';
import { drawGantt, legend as ganttLegend } from '../charts/gantt.js';
import { drawSCurve } from '../charts/s-curve.js';
import { drawStackedCounts } from '../charts/stacked-counts.js';
import type { BarChart, Gantt, GanttRow, SCurve, StackedCounts } from '../document.js';
import { words } from '../wording/document-words.js';
import { escapeHtml } from './escape-html.js';
import { type HtmlContext, idAttribute } from './html-inlines.js';
import { safeJson } from './safe-json.js';

export type ChartBlock = SCurve | BarChart | StackedCounts | Gantt;

/**
 * The wall chart lives where it can: in a preview always, in a file where its script is at hand. What it shows lies in
 * the page as data; `<` is written so that no text of a plan can end the element.
 */
function wallChart({ rows, dependencies, ...chart }: Gantt): string {
  const head = inScript(chart).slice(0, -1);
  const lists = `"rows":[${rows.map(rowData).join(',')}],"dependencies":${inScript(dependencies)}`;
  return `<script type="application/json">${head},${lists}}</script>`;
}

/** A preview draws again what an edit did not reach: rows that are the same objects are written once. */
const written = new WeakMap<GanttRow, string>();

function rowData(whole: GanttRow): string {
  const known = written.get(whole);
  if (known !== undefined) return known;
  const { origin, ...row } = whole;
  const data = inScript({ ...row, id: origin?.id ?? row.id });
  written.set(whole, data);
  return data;
}

function inScript(value: object): string {
  return safeJson(JSON.stringify(value)).replaceAll('<', '\\u003c');
}

/** A figure: caption, legend, and a box for each sheet in which a wide picture scrolls on a narrow screen. */
export function renderChart(chart: ChartBlock, id: string, context: HtmlContext): string {
  const { lang, statusDate, paper } = context;
  const drawing = { id, lang, statusDate, paper };
  const live = chart.type === 'gantt' && chart.rows.length > 0 && context.live ? chart : undefined;
  // A preview is never printed as it stands, so it does without the sheets, which cost far more than the data.
  const { sheets, legend } =
    live !== undefined && context.focusable ? { sheets: [], legend: ganttLegend(context.lang) } : draw(chart, drawing);
  const unit =
    chart.unit === undefined || chart.type === 'sCurve'
      ? ''
      : ` <span class="pw-unit">${escapeHtml(chart.unit)}</span>`;
  const signs = legend
    .map(
      ({ swatch, label }) =>
        `<li><svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">${swatch}</svg>${escapeHtml(label)}</li>`,
    )
    .join('');
  const boxes = sheets.map((sheet) => `<div class="pw-chart-box">${sheet}</div>`).join('');
  const place = live === undefined ? boxes : `<div class="pw-wall-place">${wallChart(live)}${boxes}</div>`;
  const body = place === '' ? `<p class="pw-muted">${words.empty[context.lang]}</p>` : place;
  return (
    `<figure class="pw-figure-block pw-${chart.type === 'gantt' ? 'gantt' : 'diagram'}"${idAttribute(chart.anchor)}>` +
    `<figcaption>${escapeHtml(chart.title)}${unit}</figcaption><ul class="pw-legend">${signs}</ul>${body}</figure>`
  );
}

function draw(chart: ChartBlock, drawing: Drawing): ChartPicture {
  switch (chart.type) {
    case 'sCurve':
      return drawSCurve(chart, drawing);
    case 'barChart':
      return drawBarChart(chart, drawing);
    case 'stackedCounts':
      return drawStackedCounts(chart, drawing);
    case 'gantt':
      return drawGantt(chart, drawing);
  }
}
