/** The wall chart as a table of Word: what, who and when in words, beside them months with shaded cells. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type Table,
  TableCell,
  VerticalAlignTable,
  WidthType,
  TableRow as WordRow,
} from 'docx';
import { addMonths, civil, type Day, monthStart } from '../../../model/day.js';
import type { Cell, DaySpan, Gantt, GanttRow, Inlines, TableRow } from '../../document.js';
import { words } from '../../wording/document-words.js';
import { chartTable } from '../markdown-charts.js';
import { columnNeeds, fitColumns } from '../paper/column-fit.js';
import { BAND, DONE, FILL, INK, PLAN } from '../paper/paper-colours.js';
import { paperWords } from '../paper/paper-words.js';
import type { WordContext } from './word-context.js';
import { runsOf, textRun } from './word-inlines.js';
import { CELL_SIDES, WALL_SIZE } from './word-styles.js';
import { aboveTable, gridTable } from './word-table.js';

const FORECAST = '8FB3D9';
/** Word has room for 63 columns in a table. */
const MOST_PERIODS = 54;
/** What of the sheet's width is given to time. */
const TIME_SHARE = 0.46;

const MILESTONE = '◆';
const DEADLINE = '◇';
/** A cell of a month is as wide as one sign. */
const BOTH = '◈';

interface Period extends DaySpan {
  readonly year: number;
  readonly label: string;
}

export function wallChart(chart: Gantt, context: WordContext): readonly (Paragraph | Table)[] {
  const { lang, room } = context;
  const periods = periodsOf(chart);
  const time = Math.floor((room * TIME_SHARE) / periods.length);
  const whole = chartTable(chart, lang);
  // The last column is the picture in signs.
  const inWords = { ...whole, columns: whole.columns.slice(0, -1) };
  const needs = columnNeeds(inWords, WALL_SIZE * 20, lang);
  const inner = room - time * periods.length - CELL_SIDES * inWords.columns.length;
  const widths = fitColumns(needs, inner).widths.map((width) => Math.round(width + CELL_SIDES));
  const rows = whole.rows.flatMap((row, i) => {
    const of = chart.rows[i];
    return row.type === 'row' && of !== undefined ? [bodyRow(row, of, chart, periods, widths, time, context)] : [];
  });
  return [
    ...aboveTable(chart.title, undefined, context),
    legend(context),
    gridTable(
      [
        ...headRows(
          inWords.columns.map(({ title }) => title),
          periods,
          widths,
          time,
        ),
        ...rows,
      ],
      [...widths, ...periods.map(() => time)],
    ),
  ];
}

/** Months; where there are too many, quarters, half-years or years. */
function periodsOf({ from, to }: Gantt): readonly Period[] {
  for (const months of [1, 3, 6]) {
    const periods = periodsEvery(months, from, to);
    if (periods.length <= MOST_PERIODS) return periods;
  }
  return periodsEvery(12, from, to).slice(0, MOST_PERIODS);
}

function periodsEvery(months: number, from: Day, to: Day): readonly Period[] {
  const periods: Period[] = [];
  for (let start = monthStart(from); start < to; start = addMonths(start, months)) {
    const { year, month } = civil(start);
    periods.push({ start, end: addMonths(start, months), year, label: months === 12 ? '' : String(month) });
  }
  return periods;
}

function legend({ lang }: WordContext): Paragraph {
  const swatch = (color: string, text: string) => [textRun('■ ', { color }), textRun(`${text}　`)];
  return new Paragraph({
    style: 'WallText',
    keepNext: true,
    children: [
      ...swatch(DONE, words.actual[lang]),
      ...swatch(FORECAST, words.forecast[lang]),
      ...swatch(FILL.red, words.pastDeadline[lang]),
      ...swatch(PLAN, words.plan[lang]),
      textRun(`${MILESTONE} ${words.milestone[lang]}　${DEADLINE} ${words.deadline[lang]}　`),
      textRun(`${BOTH} ${paperWords.both[lang]}　`),
      textRun('┃ ', { color: INK.red }),
      textRun(words.statusDate[lang]),
    ],
  });
}

function headRows(
  titles: readonly string[],
  periods: readonly Period[],
  widths: readonly number[],
  time: number,
): WordRow[] {
  const cell = (
    text: string,
    width: number,
    more: { rowSpan?: number; columnSpan?: number; size?: number } = {},
  ): TableCell =>
    new TableCell({
      ...more,
      shading: { fill: BAND },
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: width, type: WidthType.DXA },
      ...(more.rowSpan === undefined ? { margins: { left: 0, right: 0 } } : {}),
      children: [
        new Paragraph({
          style: 'WallText',
          keepNext: true,
          alignment: AlignmentType.CENTER,
          children: [textRun(text, { bold: true, ...(more.size === undefined ? {} : { size: more.size }) })],
        }),
      ],
    });
  const years = [...new Set(periods.map(({ year }) => year))].map((year) => {
    const span = periods.filter((period) => period.year === year).length;
    return cell(String(year), time * span, { columnSpan: span });
  });
  const row = (children: readonly TableCell[]): WordRow =>
    new WordRow({ tableHeader: true, cantSplit: true, children });
  return [
    row([...titles.map((title, i) => cell(title, widths[i] ?? 0, { rowSpan: 2 })), ...years]),
    row(periods.map(({ label }) => cell(label, time, { size: 12 }))),
  ];
}

function bodyRow(
  row: TableRow,
  of: GanttRow,
  chart: Gantt,
  periods: readonly Period[],
  widths: readonly number[],
  time: number,
  context: WordContext,
): WordRow {
  const inWords = (cell: Cell | undefined, width: number): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ style: 'WallText', children: runsOf(fromTo(cell?.content ?? []), context) })],
      ...(isGroup(of) ? { shading: { fill: BAND } } : {}),
    });
  return new WordRow({
    cantSplit: true,
    children: [
      ...widths.map((width, i) => inWords(isGroup(of) && i > 0 ? undefined : row.cells[i], width)),
      ...stretches(of, chart, periods).map((stretch) => timeCell(stretch, time)),
    ],
  });
}

/** A heading among the rows: nothing is planned or judged of it itself. */
function isGroup({ kind, plan, forecast, actual, due }: GanttRow): boolean {
  return kind === 'summary' && [plan, forecast, actual, due].every((each) => each === undefined);
}

/** First and last day in a line, or below one another: a date is not to be broken. */
function fromTo(content: Inlines): Inlines {
  return content.map((inline) =>
    inline.type === 'text' && /^\d{4}-/.test(inline.text)
      ? { ...inline, text: inline.text.replace(' – ', '\u00a0– ') }
      : inline,
  );
}

interface Stretch {
  readonly fill: string | undefined;
  readonly sign: string;
  readonly status: boolean;
  readonly year: number;
  readonly span: number;
}

/** Neighbouring periods that look alike are one cell; a year's end and the status date stay visible. */
function stretches(row: GanttRow, { status }: Gantt, periods: readonly Period[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const period of periods) {
    const here = {
      fill: shade(row, period),
      sign: sign(row, period),
      status: status >= period.start && status < period.end,
      year: period.year,
    };
    const last = result.at(-1);
    const alike =
      last !== undefined &&
      last.fill === here.fill &&
      last.year === here.year &&
      last.sign === '' &&
      here.sign === '' &&
      !here.status;
    if (alike) result[result.length - 1] = { ...last, span: last.span + 1 };
    else result.push({ ...here, span: 1 });
  }
  return result;
}

function overlaps(span: DaySpan | undefined, period: Period): boolean {
  return span !== undefined && span.start < period.end && span.end > period.start;
}

function shade(row: GanttRow, period: Period): string | undefined {
  if (row.kind === 'milestone') return undefined;
  if (overlaps(row.actual, period)) return DONE;
  if (overlaps(row.forecast, period)) {
    const late = row.standing === 'late' && row.due !== undefined && row.due < period.end;
    return late ? FILL.red : FORECAST;
  }
  return overlaps(row.plan, period) ? PLAN : undefined;
}

/** The day before a boundary is the day that is meant. */
function sign(row: GanttRow, period: Period): string {
  const at = row.kind === 'milestone' ? (row.actual ?? row.forecast ?? row.plan)?.end : undefined;
  const reached = at !== undefined && at > period.start && at <= period.end;
  const due = row.due !== undefined && row.due >= period.start && row.due < period.end;
  return reached && due ? BOTH : reached ? MILESTONE : due ? DEADLINE : '';
}

function timeCell({ fill, sign, status, span }: Stretch, time: number): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: time * span, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { fill } }),
    margins: { left: 0, right: 0 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(status ? { borders: { left: { style: BorderStyle.SINGLE, size: 16, color: INK.red } } } : {}),
    children: [
      new Paragraph({
        style: 'WallText',
        alignment: AlignmentType.CENTER,
        ...(sign === '' ? {} : { children: [textRun(sign, { size: 12 })] }),
      }),
    ],
  });
}
