/** Charts as tables, for formats without pictures. */
import { addDays, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { figures } from '../charts/bar-chart.js';
import { chartNumber } from '../charts/scale.js';
import { cell, code, type InlineContent, inlines, joined, light, strong, text } from '../compose.js';
import type {
  BarChart,
  Column,
  ColumnKind,
  DaySpan,
  Gantt,
  GanttRow,
  SCurve,
  StackedCounts,
  Table,
} from '../document.js';
import { scheduleStatusWords, titleWithUnit, words } from '../wording/document-words.js';
import { textBar } from './markdown-inlines.js';

/** What a chart shows as a table, for formats without pictures. */
export function chartTable(chart: SCurve | BarChart | StackedCounts | Gantt, lang: Lang): Table {
  switch (chart.type) {
    case 'sCurve':
      return curveTable(chart, lang);
    case 'barChart':
      return barTable(chart, lang);
    case 'stackedCounts':
      return countsTable(chart, lang);
    case 'gantt':
      return ganttTable(chart, lang);
  }
}

function table(
  chart: { title: string; unit?: string },
  lang: Lang,
  columns: readonly Column[],
  rows: readonly InlineContent[][],
): Table {
  const caption = titleWithUnit(chart, lang);
  return {
    type: 'table',
    caption,
    columns,
    rows: rows.map((cells) => ({ type: 'row', cells: cells.map((content) => cell(content)) })),
  };
}

function column(title: string, kind: ColumnKind = 'text'): Column {
  return { title, kind };
}

function figure(value: number | null): string {
  return value === null ? '' : chartNumber(value);
}

/** Completion against the plan as a bar of text; empty where there is nothing to compare. */
function share(done: number | null, planned: number | null): string {
  return done === null || planned === null || planned <= 0
    ? ''
    : `${textBar((done / planned) * 100)} ${chartNumber((done / planned) * 100, 1)}%`;
}

function curveTable(chart: SCurve, lang: Lang): Table {
  return table(
    chart,
    lang,
    [
      column(words.period[lang]),
      column(words.plan[lang], 'number'),
      column(words.done[lang], 'number'),
      column(`${words.done[lang]} / ${words.plan[lang]}`),
    ],
    chart.points.map((p) => [p.label, figure(p.planned), figure(p.done), share(p.done, p.planned)]),
  );
}

function barTable(chart: BarChart, lang: Lang): Table {
  return table(
    chart,
    lang,
    [column(words.item[lang]), column(`${words.done[lang]} / ${words.plan[lang]}`, 'number'), column('')],
    chart.bars.map((b) => [
      b.light === undefined ? b.label : joined([light(b.light), b.label], ' '),
      figures(b),
      share(b.done, b.planned),
    ]),
  );
}

function countsTable(chart: StackedCounts, lang: Lang): Table {
  return table(
    chart,
    lang,
    [
      column(words.item[lang]),
      ...chart.series.map((series) => column(series.label, 'number')),
      column(words.total[lang], 'number'),
    ],
    chart.rows.map((row) => [
      row.label,
      ...chart.series.map((_, i) => chartNumber(row.counts[i] ?? 0)),
      chartNumber(row.counts.reduce((a, b) => a + b, 0)),
    ]),
  );
}

function ganttTable(gantt: Gantt, lang: Lang): Table {
  const rows = gantt.rows.map((row): InlineContent[] => {
    const label = text(`${'– '.repeat(Math.min(row.depth, 6))}${row.label}`);
    const forecast = row.standing === 'done' ? (row.actual ?? row.forecast) : row.forecast;
    return [
      row.kind === 'project' ? strong(label) : label,
      row.owner ?? '',
      days(row.plan),
      days(forecast),
      row.due === undefined ? '' : formatDay(row.due),
      row.slack === undefined || row.standing === 'done' ? '' : chartNumber(row.slack),
      row.light === undefined
        ? scheduleStatusWords[row.standing][lang]
        : light(row.light, scheduleStatusWords[row.standing][lang]),
      inlines(code(timeline(gantt, row))),
    ];
  });
  return table(
    gantt,
    lang,
    [
      column(words.item[lang]),
      column(words.owner[lang]),
      column(words.plan[lang], 'date'),
      column(words.forecast[lang], 'date'),
      column(words.deadline[lang], 'date'),
      column(words.slack[lang], 'number'),
      column(words.standing[lang]),
      column(`${formatDay(gantt.from)} – ${formatDay(addDays(gantt.to, -1))}`),
    ],
    rows,
  );
}

function days(span: DaySpan | undefined): string {
  if (span === undefined) return '';
  const lastDay = formatDay(addDays(span.end, -1));
  return span.start === span.end ? lastDay : `${formatDay(span.start)} – ${lastDay}`;
}

const CELLS = 24;

/** █ done, ▒ forecast, ░ plan only, ◆ milestone, │ status date, over the chart's time. */
function timeline(gantt: Gantt, row: GanttRow): string {
  const at = (boundary: number): number => ((boundary - gantt.from) / Math.max(1, gantt.to - gantt.from)) * CELLS;
  const cells = Array.from({ length: CELLS }, () => '·');
  const paint = (span: DaySpan | undefined, sign: string): void => {
    if (span === undefined || span.end <= gantt.from || span.start >= gantt.to) return;
    const first = Math.max(0, Math.floor(at(span.start)));
    const last = Math.max(first, Math.ceil(at(span.end)) - 1);
    for (let i = first; i <= last && i < CELLS; i++) cells[i] = sign;
  };
  if (row.kind === 'milestone') {
    const span = row.actual ?? row.forecast ?? row.plan;
    const i = span === undefined ? -1 : Math.ceil(at(span.end)) - 1;
    if (i >= 0 && i < CELLS) cells[i] = '◆';
  } else {
    paint(row.plan, '░');
    paint(row.forecast, '▒');
    paint(row.actual, '█');
  }
  const status = Math.floor(at(gantt.status));
  if (status >= 0 && status < CELLS && cells[status] === '·') cells[status] = '│';
  return cells.join('');
}
