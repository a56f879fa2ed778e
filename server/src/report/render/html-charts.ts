/** Charts in HTML reports. */
import { atOnce, type Steps } from '../../model/steps.js';
import { drawBarChart } from '../charts/bar-chart.js';
import type { ChartPicture, Drawing } from '../charts/chart-picture.js';
import { drawGantt, legend as ganttLegend } from '../charts/gantt.js';
import { drawSCurve } from '../charts/s-curve.js';
import { drawStackedCounts } from '../charts/stacked-counts.js';
import type { BarChart, Gantt, GanttDependency, GanttRow, SCurve, StackedCounts } from '../document.js';
import {
  comesInSheaves,
  type OutlinedGantt,
  outlineOf,
  rowId,
  type SheafPlace,
  sheafPlaces,
} from '../wall-chart/outline.js';
import { reachOf } from '../wall-chart/rows.js';
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
  return `<script type="application/json">${head},${rowLists(rows, dependencies)}}</script>`;
}

function rowLists(rows: readonly GanttRow[], dependencies: readonly GanttDependency[]): string {
  return `"rows":[${rows.map(rowData).join(',')}],"dependencies":${inScript(dependencies)}`;
}

/** The same without its rows, which follow in sheaves. */
function* outlinedChart(gantt: Gantt, id: string): Steps<string> {
  const { rows, dependencies: _, ...chart } = gantt;
  const outline = outlineOf(rows);
  yield;
  const reach = reachOf(rows, gantt);
  yield;
  const sheaves = placesIn(gantt, id);
  yield;
  const outlined: OutlinedGantt = { ...chart, outline, reach, sheaves };
  return `<script type="application/json">${inScript(outlined)}</script>`;
}

const places = new WeakMap<Gantt, readonly SheafPlace[]>();

function placesIn(gantt: Gantt, id: string): readonly SheafPlace[] {
  const known = places.get(gantt) ?? sheafPlaces(gantt.rows, id);
  places.set(gantt, known);
  return known;
}

/** A sheaf of rows of a wall chart: `key` is what its chart calls it. */
interface SheafMarkup {
  readonly key: string;
  /** What stands in its element. */
  readonly data: string;
}

/** The keys of a preview's sheaves, where the chart comes in some; `id` as `renderChart` has it. */
export function sheafKeys(gantt: Gantt, id: string): readonly string[] {
  return comesInSheaves(gantt) ? placesIn(gantt, id).map(([key]) => key) : [];
}

/** Those sheaves of a chart that are among `keys`. */
export function renderSheaves(gantt: Gantt, id: string, keys: ReadonlySet<string>): readonly SheafMarkup[] {
  const all = placesIn(gantt, id);
  const ties = new Map<string, GanttDependency[]>();
  const sheaves = all.flatMap(([key, at], i) => {
    if (!keys.has(key)) return [];
    const rows = gantt.rows.slice(at, all[i + 1]?.[1]);
    const dependencies: GanttDependency[] = [];
    for (const row of rows) ties.set(row.id, dependencies);
    return [{ key, rows, dependencies }];
  });
  if (sheaves.length === 0) return [];
  for (const dependency of gantt.dependencies) ties.get(dependency.to)?.push(dependency);
  return sheaves.map(({ key, ...sheaf }) => ({ key, data: sheafData(sheaf) }));
}

interface SheafRows {
  readonly rows: readonly GanttRow[];
  readonly dependencies: readonly GanttDependency[];
}

/** What was written of sheaves last, by their first rows: an edit elsewhere leaves their rows the same objects. */
const writtenSheaves = new WeakMap<GanttRow, SheafRows & { readonly data: string }>();

function sheafData(sheaf: SheafRows): string {
  const { rows, dependencies } = sheaf;
  const [first] = rows;
  const known = first && writtenSheaves.get(first);
  if (known !== undefined && isSame(known.rows, rows) && isSame(known.dependencies, dependencies)) return known.data;
  const data = `{${rowLists(rows, dependencies)}}`;
  if (first !== undefined) writtenSheaves.set(first, { rows, dependencies, data });
  return data;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** A preview draws again what an edit did not reach: rows that are the same objects are written once. */
const written = new WeakMap<GanttRow, string>();

function rowData(whole: GanttRow): string {
  const known = written.get(whole);
  if (known !== undefined) return known;
  const { origin: _, ...row } = whole;
  const data = inScript({ ...row, id: rowId(whole) });
  written.set(whole, data);
  return data;
}

function inScript(value: object): string {
  return safeJson(JSON.stringify(value)).replaceAll('<', '\\u003c');
}

/** A figure: caption, legend, and a box for each sheet in which a wide picture scrolls on a narrow screen. */
export function renderChart(chart: ChartBlock, id: string, context: HtmlContext): string {
  return atOnce(renderingChart(chart, id, context));
}

/** The same in steps, for wall charts of very many rows. */
export function* renderingChart(chart: ChartBlock, id: string, context: HtmlContext): Steps<string> {
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
  const isOutlined = live !== undefined && context.focusable && comesInSheaves(live);
  const chartData = isOutlined ? yield* outlinedChart(live, id) : live === undefined ? '' : wallChart(live);
  const place = live === undefined ? boxes : `<div class="pw-wall-place">${chartData}${boxes}</div>`;
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
