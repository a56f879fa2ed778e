import { drawBarChart } from '../charts/bar-chart.js';
import { drawGantt } from '../charts/gantt.js';
import type { ChartPicture, Drawing } from '../charts/picture.js';
import { drawSCurve } from '../charts/s-curve.js';
import { drawStackedCounts } from '../charts/stacked-counts.js';
import type { BarChart, Gantt, SCurve, StackedCounts } from '../document.js';
import { words } from '../wording.js';
import { escapeHtml } from './escape-html.js';
import { type HtmlContext, idAttribute } from './html-inlines.js';

export type ChartBlock = SCurve | BarChart | StackedCounts | Gantt;

/** A figure: caption, legend, and a box for each sheet in which a wide picture scrolls on a narrow screen. */
export function renderChart(chart: ChartBlock, id: string, context: HtmlContext): string {
  const { sheets, legend } = draw(chart, { id, lang: context.lang, statusDate: context.statusDate });
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
  const body = boxes === '' ? `<p class="pw-muted">${words.empty[context.lang]}</p>` : boxes;
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
