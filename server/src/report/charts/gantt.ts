/** The wall chart on paper as SVG. */
import type { Lang } from '../../model/lang.js';
import type { Gantt, GanttRow } from '../document.js';
import { fill, scheduleStatusWords, words } from '../wording/document-words.js';
import { areaSwatch, type ChartPicture, type Drawing } from './chart-picture.js';
import { drawDependencies } from './gantt-dependencies.js';
import { type BandSheet, bandSheets, bandsInWords, drawBands, laneColumns } from './gantt-lanes.js';
import {
  AXIS_HEIGHT,
  type Columns,
  columns,
  inPicture,
  type PlacedRow,
  ROW_HEIGHT,
  sheets,
  within,
} from './gantt-layout.js';
import {
  colourClass,
  diamond,
  drawMarks,
  edgeNotes,
  flag,
  rowInWords,
  signedLine,
  slackInWords,
} from './gantt-marks.js';
import { type SheetSize, sheetSize } from './sheet-size.js';
import { element, label, line, picture, rect, type Svg, tooltip } from './svg.js';
import { fitLines, textWidth } from './text-fit.js';
import { timeAxis } from './time-axis.js';

/** A chart fits the wall of an office: so many sheets are hung side by side without a word from anybody. */
const MOST_SHEETS = 6;
/** Smaller than this nobody reads it: names of items are 6.4 pt then. */
const LEAST_SCALE = 0.7;
const SMALLER = [1, 0.92, 0.85, 0.78, LEAST_SCALE];
/** Where one sheet is asked for, it is filled; and a few rows more are squeezed in rather than left on a second one. */
const LARGER = [2, 1.8, 1.6, 1.4, 1.25, 1.1, ...SMALLER, 0.66, 0.63];

/**
 * The wall chart, static: one picture for each sheet of paper. A row for each milestone and task where that takes few
 * sheets, else a band for each project. On a paper that was asked for it is one sheet where it can be read there.
 * Dependencies are drawn where both ends are on one sheet.
 */
export function drawGantt(gantt: Gantt, drawing: Drawing): ChartPicture {
  return { sheets: drawSheets(gantt, drawing), legend: legend(drawing.lang) };
}

function drawSheets(gantt: Gantt, drawing: Drawing): readonly Svg[] {
  const { paper } = drawing;
  const most = paper === undefined ? MOST_SHEETS : 1;
  const on = paper ?? 'A3';
  const scales = paper === undefined ? SMALLER : LARGER;
  for (const scale of paper === undefined ? [1] : scales) {
    const rows = rowSheets(gantt, sheetSize(on, scale), most);
    if (rows !== undefined) return rows.map((draw, i) => draw(drawing, i, rows.length));
  }
  for (const scale of scales) {
    for (const side of sidesBySide(sheetSize(on, scale))) {
      const parts = bandSheets(gantt, laneColumns(gantt, side.size), side.size, drawing.lang, most * side.count);
      if (parts !== undefined) return drawBandSheets(gantt, parts, side, drawing);
    }
  }
  const size = sheetSize(on, LEAST_SCALE);
  const parts = bandSheets(gantt, laneColumns(gantt, size), size, drawing.lang, Number.POSITIVE_INFINITY);
  return drawBandSheets(gantt, parts ?? [], { size, count: 1 }, drawing);
}

/** Parts of the chart that stand side by side on a sheet that is wide enough. */
interface SideBySide {
  readonly size: SheetSize;
  readonly count: number;
}

const NARROWEST = 1200;
const BETWEEN = 48;

function sidesBySide(whole: SheetSize): readonly SideBySide[] {
  const most = Math.max(1, Math.floor((whole.width + BETWEEN) / (NARROWEST + BETWEEN)));
  return Array.from({ length: most }, (_, i) => {
    const count = i + 1;
    const width = (whole.width - i * BETWEEN) / count;
    // The head stands above all of them.
    return { count, size: count === 1 ? whole : { width, first: whole.first, further: whole.first } };
  });
}

function drawBandSheets(
  gantt: Gantt,
  parts: readonly BandSheet[],
  { size, count }: SideBySide,
  drawing: Drawing,
): readonly Svg[] {
  const { lang } = drawing;
  const cols = laneColumns(gantt, size);
  const of = Math.ceil(parts.length / count);
  return Array.from({ length: of }, (_, i) => {
    const mine = parts.slice(i * count, (i + 1) * count);
    const drawn = mine.map((part, at) =>
      element(
        'g',
        at === 0 ? {} : { transform: `translate(${at * (size.width + BETWEEN)} 0)` },
        ...drawAxis(gantt, part, cols, size, drawing),
        ...drawBands(gantt, part, cols, size, drawing),
        ...drawStatus(gantt, part, cols, drawing),
      ),
    );
    return picture(
      {
        ...frameOf(gantt, drawing, i, of),
        width: count * size.width + (count - 1) * BETWEEN,
        height: Math.max(...mine.map(({ height }) => height)),
        description: mine.map((part) => bandsInWords(part, lang)).join('; '),
      },
      ...drawn,
    );
  });
}

type DrawSheet = (drawing: Drawing, index: number, of: number) => Svg;

/** Undefined where they are more than `most`. */
function rowSheets(gantt: Gantt, size: SheetSize, most: number): readonly DrawSheet[] | undefined {
  if (gantt.rows.length * ROW_HEIGHT > size.first + (most - 1) * size.further) return undefined;
  const cols = columns(gantt, size);
  return sheets(gantt, cols, size, most)?.map((sheet) => (drawing, index, of) => {
    const { lang } = drawing;
    const drawn = { ...sheet, rows: sheet.rows.map((each) => ({ ...each, row: inPicture(gantt, each.row) })) };
    const description = sheet.rows.map(({ row }) => `${row.label}: ${rowInWords(row, lang)}`).join('; ');
    const frame = { ...frameOf(gantt, drawing, index, of), width: size.width, height: sheet.height, description };
    return picture(
      frame,
      ...drawAxis(gantt, sheet, cols, size, drawing),
      ...headsOf(cols, lang),
      ...sheet.rows.map((placed) => drawRow(gantt, placed, cols, size, lang)),
      drawDependencies(gantt.dependencies, drawn, cols),
      ...drawStatus(gantt, sheet, cols, drawing),
    );
  });
}

function frameOf(gantt: Gantt, { id, lang }: Drawing, index: number, of: number) {
  const title = of === 1 ? gantt.title : fill(words.sheetOf[lang], { title: gantt.title, n: index + 1, m: of });
  return { id: `${id}-${index + 1}`, title, className: 'pw-chart pw-gantt-sheet' };
}

function drawAxis(
  gantt: Gantt,
  sheet: { readonly height: number },
  cols: Columns,
  size: SheetSize,
  drawing: Drawing,
): Svg[] {
  const { upper, lower } = timeAxis(gantt.from, gantt.to, cols.dayWidth, drawing.lang);
  const bottom = sheet.height - 6;
  const status = statusLabel(gantt, cols, drawing);
  const tier = (spans: typeof upper, y: number, from: number, className: string): Svg[] =>
    spans.flatMap((span) => {
      const [start, end] = besides(
        status !== undefined && y < 20 ? status : undefined,
        cols.x(span.start),
        cols.x(span.end),
      );
      const [shown] = fitLines(span.label, end - start - 2, 11.5, 1);
      return [
        line(cols.x(span.start), from, cols.x(span.start), bottom, className),
        ...(shown === span.label
          ? [label((start + end) / 2, y, shown, { class: 'pw-tick', 'text-anchor': 'middle' })]
          : []),
      ];
    });
  return [
    ...tier(lower, 34, 22, 'pw-grid'),
    ...tier(upper, 16, 4, 'pw-grid pw-grid-upper'),
    line(0, AXIS_HEIGHT, size.width, AXIS_HEIGHT, 'pw-axis'),
    line(cols.right, 4, cols.right, bottom, 'pw-grid'),
  ];
}

interface StatusLabel {
  readonly text: string;
  /** Where it begins, or ends where it stands to the left of its line. */
  readonly at: number;
  readonly anchor: 'start' | 'end';
  readonly from: number;
  readonly to: number;
}

function statusLabel(gantt: Gantt, cols: Columns, { lang, statusDate }: Drawing): StatusLabel | undefined {
  if (!within(gantt, gantt.status)) return undefined;
  const x = cols.x(gantt.status);
  const atEnd = x > (cols.left + cols.right) / 2;
  const text = `${words.statusDate[lang]} ${statusDate}`;
  const at = x + (atEnd ? -5 : 5);
  const width = textWidth(text, 11.5);
  return { text, at, anchor: atEnd ? 'end' : 'start', from: atEnd ? at - width : at, to: atEnd ? at : at + width };
}

/** What of a period is free beside the status date's label: the larger part. */
function besides(status: StatusLabel | undefined, start: number, end: number): readonly [number, number] {
  if (status === undefined || status.to <= start || status.from >= end) return [start, end];
  return end - status.to >= status.from - start
    ? [Math.max(start, status.to), end]
    : [start, Math.min(end, status.from)];
}

function headsOf(cols: Columns, lang: Lang): Svg[] {
  return [
    label(0, 34, words.item[lang], { class: 'pw-tick' }),
    ...(cols.ownerWidth > 0 ? [label(cols.ownerAt, 34, words.owner[lang], { class: 'pw-tick' })] : []),
    label(cols.right + 8, 34, words.slack[lang], { class: 'pw-tick' }),
  ];
}

function drawStatus(gantt: Gantt, sheet: { readonly height: number }, cols: Columns, drawing: Drawing): Svg[] {
  const status = statusLabel(gantt, cols, drawing);
  if (status === undefined) return [];
  const x = cols.x(gantt.status);
  const { at, text, anchor } = status;
  return [
    line(x, 6, x, sheet.height - 6, 'pw-status'),
    label(at, 10, text, { class: 'pw-status-label', 'text-anchor': anchor }),
  ];
}

function drawRow(gantt: Gantt, placed: PlacedRow, cols: Columns, size: SheetSize, lang: Lang): Svg {
  const { row, lines, indent, top, height } = placed;
  const middle = top + height / 2;
  const className = ['pw-row', `pw-kind-${row.kind}`, colourClass(row), row.critical ? 'pw-critical' : ''];
  const owner = row.owner === undefined ? [] : fitLines(row.owner, cols.ownerWidth - 6, 12, 1);
  return element(
    'g',
    { class: className.join(' ').trim(), 'data-origin': row.origin?.id },
    tooltip(`${row.label}\n${rowInWords(row, lang)}`),
    rect(0, top, size.width, height, 'pw-hit'),
    line(0, top + height, size.width, top + height, 'pw-row-rule'),
    element(
      'g',
      { class: 'pw-row-label' },
      ...lines.map((text, i) => {
        return signedLine(row, i, text, indent, middle + 4 + (i - (lines.length - 1) / 2) * 14);
      }),
    ),
    ...owner.map((text) => label(cols.ownerAt, middle + 4, text, { class: 'pw-owner' })),
    ...drawMarks(inPicture(gantt, row), middle, cols.x),
    ...edgeNotes(row, middle, cols),
    ...drawSlack(row, middle, cols, lang),
  );
}

/** The slack's figure behind the time. */
function drawSlack(row: GanttRow, middle: number, cols: Columns, lang: Lang): Svg[] {
  if (row.slack === undefined || row.standing === 'done') return [];
  const className = row.slack < 0 ? 'pw-figure-late' : 'pw-figure';
  return [label(cols.right + 8, middle + 4, slackInWords(row.slack, lang), { class: className })];
}

export function legend(lang: Lang): ChartPicture['legend'] {
  const standing = (name: 'onTime' | 'atRisk' | 'late' | 'done'): ChartPicture['legend'][number] => ({
    swatch: element(
      'g',
      { class: `pw-row pw-is-${name}` },
      rect(1, 1, 20, 10, 'pw-bar-forecast'),
      rect(1, 1, 10, 10, 'pw-bar-actual'),
    ),
    label: scheduleStatusWords[name][lang],
  });
  return [
    { swatch: rect(1, 4, 20, 3, 'pw-bar-plan'), label: words.plan[lang] },
    {
      swatch: element('g', { class: 'pw-row' }, rect(1, 1, 20, 10, 'pw-bar-actual')),
      label: words.actual[lang],
    },
    { swatch: element('g', { class: 'pw-row' }, areaSwatch('pw-bar-forecast')), label: words.forecast[lang] },
    standing('onTime'),
    standing('atRisk'),
    standing('late'),
    standing('done'),
    { swatch: element('g', { class: 'pw-row' }, diamond(11, 6, 5.5, 'pw-mark-open')), label: words.milestone[lang] },
    { swatch: element('g', { transform: 'translate(8 -3.5) scale(0.8)' }, flag(0, 11)), label: words.deadline[lang] },
    { swatch: line(1, 6, 21, 6, 'pw-overrun'), label: words.pastDeadline[lang] },
    { swatch: line(1, 6, 21, 6, 'pw-slack'), label: words.slack[lang] },
  ];
}
