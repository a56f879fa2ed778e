/**
 * The wall chart of many projects on paper: each project is a band, in which its milestones and tasks stand side by side
 * with their names, in as many lanes as they need. A row for each of them would take four times the paper.
 */
import type { Lang } from '../../model/lang.js';
import type { Gantt, GanttRow } from '../document.js';
import type { Drawing } from './chart-picture.js';
import { drawDependencies } from './gantt-dependencies.js';
import { AXIS_HEIGHT, type Columns, inPicture, isHeading, rowLabel, timeColumns } from './gantt-layout.js';
import { colourClass, drawMarks, EDGE_NOTE, edgeNotes, rowInWords, signedLine, slackInWords } from './gantt-marks.js';
import { heightOf, type SheetSize } from './sheet-size.js';
import { element, label, line, rect, type Svg, tooltip } from './svg.js';
import { fitLines, textWidth } from './text-fit.js';

const LANE = 19;
const LABEL_WIDTH = 190;
const NAME = 12.5;
const ITEM = 10.5;
const HEADING = 24;
/** What stands above the lanes: the project's own bar. */
const BAR = 14;
const BAR_MIDDLE = 10;
/** Between a mark and its name, and between neighbours in a lane. */
const GAP = 5;
/** Half of a milestone's sign, and the length of a deadline's flag. */
const SIGN = 7;
const FLAG = 8;

/** A milestone or task in its lane. */
interface PlacedItem {
  readonly row: GanttRow;
  readonly lane: number;
  readonly name: string;
  readonly at: number;
  readonly anchor: 'start' | 'end';
}

/** A project with what it is made of, or the heading above several. */
interface Band {
  readonly head: GanttRow;
  readonly lines: readonly string[];
  readonly owner: string | undefined;
  readonly items: readonly PlacedItem[];
  readonly height: number;
}

export interface BandSheet {
  readonly bands: readonly { readonly band: Band; readonly top: number }[];
  readonly height: number;
}

export function laneColumns(gantt: Gantt, { width }: SheetSize): Columns {
  return { labelWidth: LABEL_WIDTH, ownerAt: 0, ownerWidth: 0, ...timeColumns(gantt, LABEL_WIDTH + 8, width - 8) };
}

/**
 * The chart cut into bands, and these into sheets; a heading stays with the project below it. Undefined where more than
 * `most` sheets would be taken: what comes behind them is not laid out.
 */
export function bandSheets(
  gantt: Gantt,
  cols: Columns,
  size: SheetSize,
  lang: Lang,
  most: number,
): readonly BandSheet[] | undefined {
  const result: BandSheet[] = [];
  let placed: { band: Band; top: number }[] = [];
  let top = AXIS_HEIGHT;
  const bands = bandsOf(gantt, cols, lang);
  let at = bands.next();
  while (at.done !== true) {
    const band = at.value;
    at = bands.next();
    const needed = band.height + (isHeading(band.head) && at.done !== true ? at.value.height : 0);
    if (placed.length > 0 && top + needed > heightOf(result.length, size)) {
      result.push({ bands: placed, height: top + 6 });
      if (result.length === most) return undefined;
      placed = [];
      top = AXIS_HEIGHT;
    }
    placed.push({ band, top });
    top += band.height;
  }
  if (placed.length > 0) result.push({ bands: placed, height: top + 6 });
  return result;
}

/** One after the other, so that only those are laid out for which there is room. */
function* bandsOf({ rows, ...gantt }: Gantt, cols: Columns, lang: Lang): Generator<Band, undefined> {
  for (let i = 0; i < rows.length; ) {
    const head = rows[i];
    if (head === undefined) break;
    let end = i + 1;
    while (end < rows.length && rows[end]?.kind !== 'project' && (rows[end]?.depth ?? 0) > head.depth) end++;
    if (isHeading(head)) end = i + 1;
    yield bandOf(head, rows.slice(i + 1, end), { ...gantt, rows }, cols, lang);
    i = end;
  }
  return undefined;
}

function bandOf(head: GanttRow, items: readonly GanttRow[], gantt: Gantt, cols: Columns, lang: Lang): Band {
  if (isHeading(head)) return { head, lines: [head.label], owner: undefined, items: [], height: HEADING };
  const placed = inLanes(items, gantt, cols, lang);
  const lanes = placed.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const lines = fitLines(rowLabel(head), LABEL_WIDTH - 6, NAME, Math.max(2, Math.floor((lanes * LANE) / 15)));
  const [owner] = head.owner === undefined ? [] : fitLines(head.owner, LABEL_WIDTH - 6, ITEM, 1);
  const named = lines.length * 15 + (owner === undefined ? 0 : 14) + 8;
  return { head, lines, owner, items: placed, height: Math.max(named, BAR + lanes * LANE + 4) };
}

/** Each in the first lane that is free for its marks and its name, from the left to the right. */
function inLanes(rows: readonly GanttRow[], gantt: Gantt, cols: Columns, lang: Lang): readonly PlacedItem[] {
  const free: number[] = [];
  return rows
    .map((row) => ({ row, ...extent(row, gantt, cols) }))
    .sort((a, b) => a.from - b.from)
    .map(({ row, from, to }) => {
      const full = nameOf(row, lang);
      const behind = to + GAP + textWidth(full, ITEM) <= cols.right;
      const room = (behind ? cols.right - to : from - cols.left) - GAP;
      const [name = ''] = fitLines(full, Math.max(room, 30), ITEM, 1);
      const width = textWidth(name, ITEM) + GAP;
      const left = behind ? from : Math.max(cols.left, from - width);
      const right = behind ? to + width : to;
      const found = free.findIndex((until) => until + GAP <= left);
      const lane = found === -1 ? free.length : found;
      free[lane] = right;
      return {
        row,
        lane,
        name,
        at: behind ? to + GAP : from - GAP,
        anchor: behind ? ('start' as const) : ('end' as const),
      };
    });
}

/** A late one says by how much: there is no column for it. */
function nameOf(row: GanttRow, lang: Lang): string {
  const late = row.slack !== undefined && row.slack < 0 && row.standing !== 'done';
  return late ? `${row.label} ${slackInWords(row.slack, lang)}` : row.label;
}

/** From the first to the last px that its signs and the notes at the edges take; what has no day stands at the beginning. */
function extent(
  row: GanttRow,
  gantt: Gantt,
  { x, left, right }: Columns,
): { readonly from: number; readonly to: number } {
  const point = row.kind === 'milestone';
  const { plan, forecast, actual, due } = inPicture(gantt, row);
  const spans = [plan, forecast, actual].flatMap((span) => {
    if (span === undefined) return [];
    return point ? [x(span.end) - SIGN, x(span.end) + SIGN] : [x(span.start), x(span.end)];
  });
  const flag = due === undefined ? [] : [x(due + 1), x(due + 1) + FLAG];
  const edges = [
    ...(row.before === undefined ? [] : [left, left + EDGE_NOTE]),
    ...(row.beyond === undefined ? [] : [right - EDGE_NOTE, right]),
  ];
  const all = [...spans, ...flag, ...edges];
  return all.length === 0 ? { from: left, to: left } : { from: Math.min(...all), to: Math.max(...all) };
}

/** Everything below the axis of one sheet. */
export function drawBands(gantt: Gantt, sheet: BandSheet, cols: Columns, size: SheetSize, drawing: Drawing): Svg[] {
  const rows = sheet.bands.flatMap(({ band, top }) =>
    band.items.map(({ row, lane }) => ({
      row: inPicture(gantt, row),
      lines: [row.label],
      indent: 0,
      top: top + BAR + lane * LANE,
      height: LANE,
    })),
  );
  return [
    ...sheet.bands.map(({ band, top }) => drawHead(gantt, band, top, cols, size, drawing.lang)),
    drawDependencies(gantt.dependencies, { rows, height: sheet.height }, cols),
    ...sheet.bands.flatMap(({ band, top }) =>
      band.items.map((item) => drawItem(gantt, item, top + BAR + item.lane * LANE, cols, drawing.lang)),
    ),
  ];
}

export function bandsInWords({ bands }: BandSheet, lang: Lang): string {
  return bands
    .flatMap(({ band }) => [band.head, ...band.items.map(({ row }) => row)])
    .map((row) => `${row.label}: ${rowInWords(row, lang)}`)
    .join('; ');
}

function drawHead(
  gantt: Gantt,
  { head, lines, owner, height }: Band,
  top: number,
  cols: Columns,
  size: SheetSize,
  lang: Lang,
): Svg {
  const heading = isHeading(head);
  const names = lines.map((text, i) => {
    return signedLine(head, i, text, heading ? 0 : 4, top + (heading ? 16 : 16 + i * 15));
  });
  return element(
    'g',
    { class: `pw-row pw-kind-${head.kind} ${colourClass(head)}`, 'data-origin': head.origin?.id },
    tooltip(`${head.label}\n${rowInWords(head, lang)}`),
    rect(
      0,
      top,
      heading ? size.width : LABEL_WIDTH,
      height,
      heading ? 'pw-hit pw-band-heading' : 'pw-hit pw-band-label',
    ),
    line(0, top + height, size.width, top + height, 'pw-row-rule'),
    element('g', { class: 'pw-row-label' }, ...names),
    ...(owner === undefined
      ? []
      : [label(4, top + 16 + lines.length * 15 - 1, owner, { class: 'pw-owner pw-lane-name' })]),
    ...(heading
      ? []
      : [...drawMarks(inPicture(gantt, head), top + BAR_MIDDLE, cols.x), ...edgeNotes(head, top + BAR_MIDDLE, cols)]),
  );
}

function drawItem(gantt: Gantt, item: PlacedItem, top: number, cols: Columns, lang: Lang): Svg {
  const { row, name, at, anchor } = item;
  const middle = top + LANE / 2;
  const late = row.slack !== undefined && row.slack < 0 && row.standing !== 'done';
  return element(
    'g',
    {
      class: ['pw-row', `pw-kind-${row.kind}`, colourClass(row), ...(row.critical ? ['pw-critical'] : [])].join(' '),
      'data-origin': row.origin?.id,
    },
    tooltip(`${row.label}\n${rowInWords(row, lang)}`),
    ...drawMarks(inPicture(gantt, row), middle, cols.x),
    label(at, middle + 4, name, {
      class: late ? 'pw-lane-name pw-figure-late' : 'pw-lane-name',
      'text-anchor': anchor,
    }),
    ...edgeNotes(row, middle, cols),
  );
}
