/** Charts in a workbook: their figures as cells, and Excel's own charts of these; the wall chart as a table of days. */
import type { CellStyle, SheetChart } from 'hucre/xlsx';
import { addDays, addMonths, civil, type Day, formatDay, monthStart } from '../../../model/day.js';
import type { Lang } from '../../../model/lang.js';
import { chartNumber } from '../../charts/scale.js';
import { cell, light, row, text } from '../../compose.js';
import type { BarChart, Cell, Column, DaySpan, Gantt, GanttRow, SCurve, StackedCounts, Table } from '../../document.js';
import { scheduleStatusWords, titleWithUnit, words } from '../../wording/document-words.js';
import { DONE, FILL, INK, PLAN, SERIES } from '../paper/paper-colours.js';
import { writeTable } from './excel-table.js';
import { textValue } from './excel-values.js';
import { columnName, GRID, type Sheet } from './sheet.js';

/** How many rows a chart covers below its figures. */
const CURVE_ROWS = 18;

export function writeChart(chart: SCurve | BarChart | StackedCounts | Gantt, sheet: Sheet, main: boolean): void {
  const { lang } = sheet;
  switch (chart.type) {
    case 'sCurve':
      withPicture(curveTable(chart, lang), sheet, main, 'line', [PLAN, DONE], CURVE_ROWS);
      break;
    case 'barChart':
      withPicture(barTable(chart, lang), sheet, main, 'bar', [PLAN, DONE], chart.bars.length * 2 + 5);
      break;
    case 'stackedCounts': {
      const colours = chart.series.map(({ light }, i) =>
        light === undefined ? (SERIES[i % SERIES.length] ?? DONE) : FILL[light],
      );
      withPicture(countsTable(chart, lang), sheet, main, 'bar', colours, chart.rows.length * 2 + 5, 'stacked');
      break;
    }
    case 'gantt':
      writeWallChart(chart, sheet, main);
      break;
  }
}

/** The table's first column are the categories; each further one for which there is a colour is a series. */
function withPicture(
  table: Table,
  sheet: Sheet,
  main: boolean,
  type: SheetChart['type'],
  colours: readonly string[],
  rows: number,
  barGrouping?: 'stacked',
): void {
  writeTable(table, sheet, main);
  const count = table.rows.length;
  if (count === 0) return;
  // One row is left free behind the table.
  const last = sheet.row - 1;
  const first = last - count + 1;
  const range = (column: number): string => `$${columnName(column)}$${first}:$${columnName(column)}$${last}`;
  sheet.charts.push({
    type,
    title: textValue(table.caption ?? ''),
    series: colours.map((color, i) => ({
      name: textValue(table.columns[i + 1]?.title ?? ''),
      categories: range(0),
      values: range(i + 1),
      color,
      ...(type === 'line' ? { stroke: { width: 2, color }, marker: { symbol: i === 0 ? 'none' : 'circle' } } : {}),
    })),
    anchor: {
      from: { row: sheet.row, col: 0 },
      to: { row: sheet.row + rows, col: Math.max(sheet.columns, table.columns.length) },
    },
    legend: 'bottom',
    dispBlanksAs: 'span',
    ...(type === 'bar' ? { axes: { x: { reverse: true }, y: { crosses: 'max' } } } : {}),
    ...(barGrouping === undefined ? {} : { barGrouping, overlap: 100 }),
    altText: textValue(table.caption ?? ''),
  });
  sheet.row += rows + 1;
}

function figure(value: number | null): Cell {
  return value === null ? cell('', null) : cell(chartNumber(value), String(Number(value.toFixed(10))));
}

function numbers(...titles: readonly string[]): readonly Column[] {
  return titles.map((title) => ({ title, kind: 'number' }));
}

function share(done: number | null, planned: number | null): Cell {
  if (done === null || planned === null || planned <= 0) return cell('', null);
  return cell(`${chartNumber((done / planned) * 100, 1)}%`);
}

function curveTable(chart: SCurve, lang: Lang): Table {
  return {
    type: 'table',
    caption: titleWithUnit(chart, lang),
    columns: [
      { title: words.period[lang], kind: 'text' },
      ...numbers(words.plan[lang], words.done[lang]),
      { title: `${words.done[lang]} / ${words.plan[lang]}`, kind: 'percent' },
    ],
    rows: chart.points.map((p) => row([p.label, figure(p.planned), figure(p.done), share(p.done, p.planned)])),
  };
}

function barTable(chart: BarChart, lang: Lang): Table {
  return {
    type: 'table',
    caption: titleWithUnit(chart, lang),
    columns: [
      { title: words.item[lang], kind: 'text' },
      ...numbers(words.plan[lang], words.done[lang]),
      { title: `${words.done[lang]} / ${words.plan[lang]}`, kind: 'percent' },
      ...(chart.bars.some(({ note }) => note !== undefined)
        ? [{ title: words.note[lang], kind: 'text' } as const]
        : []),
    ],
    rows: chart.bars.map((bar) =>
      row([bar.label, figure(bar.planned), figure(bar.done), share(bar.done, bar.planned), bar.note ?? '']),
    ),
  };
}

function countsTable(chart: StackedCounts, lang: Lang): Table {
  return {
    type: 'table',
    caption: titleWithUnit(chart, lang),
    columns: [
      { title: words.item[lang], kind: 'text' },
      ...numbers(...chart.series.map(({ label }) => label), words.total[lang]),
    ],
    rows: chart.rows.map(({ label, counts }) =>
      row([
        label,
        ...chart.series.map((_, i) => figure(counts[i] ?? 0)),
        figure(counts.reduce((sum, count) => sum + count, 0)),
      ]),
    ),
  };
}

function writeWallChart(chart: Gantt, sheet: Sheet, main: boolean): void {
  const { lang } = sheet;
  const table = ganttTable(chart, lang);
  const months = monthsOf(chart);
  const firstRow = sheet.row;
  writeTable(table, sheet, main);
  const firstColumn = table.columns.length;
  const end = sheet.row;
  const headRow = end - 1 - chart.rows.length - 1;
  if (chart.rows.length === 0 || headRow < firstRow) return;
  months.forEach((month, i) => {
    const column = firstColumn + i;
    const { year, month: number } = civil(month.start);
    sheet.row = headRow;
    const head = i === 0 || number === 1 ? `${String(year).slice(2)}.${number}` : String(number);
    sheet.put(column, {
      value: head,
      style: { font: { size: 8 }, border: GRID, alignment: { horizontal: 'center', vertical: 'center' } },
    });
    sheet.narrow(column);
    chart.rows.forEach((bar, r) => {
      sheet.row = headRow + 1 + r;
      sheet.put(column, monthCell(bar, month, chart.status));
    });
  });
  sheet.row = end;
}

function monthsOf({ from, to }: Gantt): readonly DaySpan[] {
  const months: DaySpan[] = [];
  for (let start = monthStart(from); start < to; start = addMonths(start, 1)) {
    months.push({ start, end: addMonths(start, 1) });
  }
  return months;
}

const FORECAST = '8FB3D9';

function monthCell(
  bar: GanttRow,
  month: DaySpan,
  status: Day,
): { readonly value: string | null; readonly style: CellStyle } {
  const overlaps = (span: DaySpan | undefined): boolean =>
    span !== undefined && span.start < month.end && span.end > month.start;
  const point = bar.kind === 'milestone' ? (bar.actual ?? bar.forecast ?? bar.plan)?.end : undefined;
  const reached = point !== undefined && point > month.start && point <= month.end;
  const due = bar.due !== undefined && bar.due >= month.start && bar.due < month.end;
  const late = bar.standing === 'late' && bar.due !== undefined && bar.due < month.end;
  const colour =
    bar.kind === 'milestone'
      ? undefined
      : overlaps(bar.actual)
        ? DONE
        : overlaps(bar.forecast)
          ? late
            ? FILL.red
            : FORECAST
          : overlaps(bar.plan)
            ? PLAN
            : undefined;
  const now = status >= month.start && status < month.end;
  return {
    value: `${reached ? '◆' : ''}${due ? '◇' : ''}` || null,
    style: {
      alignment: { horizontal: 'center', vertical: 'center' },
      border: { ...GRID, ...(now ? { left: { style: 'medium', color: { rgb: INK.red } } } : {}) },
      ...(colour === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour } } }),
    },
  };
}

function ganttTable(gantt: Gantt, lang: Lang): Table {
  const days = (title: string): Column => ({ title, kind: 'date' });
  const from = (title: string): string => (lang === 'zh' ? `${title}开始` : `${title}, from`);
  const to = (title: string): string => (lang === 'zh' ? `${title}完成` : `${title}, to`);
  return {
    type: 'table',
    caption: gantt.title,
    columns: [
      { title: words.item[lang], kind: 'text' },
      { title: words.owner[lang], kind: 'text' },
      days(from(words.plan[lang])),
      days(to(words.plan[lang])),
      days(from(words.forecast[lang])),
      days(to(words.forecast[lang])),
      days(words.deadline[lang]),
      { title: words.slack[lang], kind: 'number' },
      { title: words.standing[lang], kind: 'light' },
    ],
    rows: gantt.rows.map((bar) => {
      const forecast = bar.standing === 'done' ? (bar.actual ?? bar.forecast) : bar.forecast;
      const standing = scheduleStatusWords[bar.standing][lang];
      const label = `${'　'.repeat(Math.min(bar.depth, 6))}${bar.label}`;
      return row([
        bar.kind === 'project' ? cell({ type: 'strong', content: [text(label)] }) : label,
        bar.owner ?? '',
        dayCell(bar.plan && first(bar.plan)),
        dayCell(bar.plan && last(bar.plan)),
        dayCell(forecast && first(forecast)),
        dayCell(forecast && last(forecast)),
        dayCell(bar.due),
        bar.slack === undefined || bar.standing === 'done' ? cell('', null) : figure(bar.slack),
        cell(bar.light === undefined ? standing : light(bar.light, standing)),
      ]);
    }),
  };
}

/** A milestone has one day: it stands where things are completed. */
function first(span: DaySpan): Day | undefined {
  return span.start === span.end ? undefined : span.start;
}

function last(span: DaySpan): Day {
  return addDays(span.end, -1);
}

function dayCell(day: Day | undefined): Cell {
  return day === undefined ? cell('', null) : cell(formatDay(day), formatDay(day));
}
