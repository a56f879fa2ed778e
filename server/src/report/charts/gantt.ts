/** The wall chart on paper as SVG. */
import type { Lang } from '../../model/lang.js';
import type { Gantt, GanttRow } from '../document.js';
import { escapeHtml } from '../render/escape-html.js';
import { fill, lightSigns, scheduleStatusWords, words } from '../wording/document-words.js';
import { areaSwatch, type ChartPicture, type Drawing } from './chart-picture.js';
import { drawDependencies } from './gantt-dependencies.js';
import {
  AXIS_HEIGHT,
  type Columns,
  columns,
  type PlacedRow,
  SHEET_WIDTH,
  type Sheet,
  sheets,
  within,
} from './gantt-layout.js';
import { diamond, drawMarks, flag, rowInWords, slackInWords } from './gantt-marks.js';
import { element, label, line, picture, rect, type Svg, tooltip } from './svg.js';
import { fitLines } from './text-fit.js';
import { timeAxis } from './time-axis.js';

/**
 * The wall chart, static: one picture for each sheet of paper. Dependencies are drawn where both ends are on one sheet.
 */
export function drawGantt(gantt: Gantt, drawing: Drawing): ChartPicture {
  const cols = columns(gantt);
  const all = sheets(gantt, cols);
  return {
    sheets: all.map((sheet, i) => drawSheet(gantt, sheet, cols, drawing, i, all.length)),
    legend: legend(drawing.lang),
  };
}

function drawSheet(gantt: Gantt, sheet: Sheet, cols: Columns, drawing: Drawing, index: number, of: number): Svg {
  const { lang } = drawing;
  const title = of === 1 ? gantt.title : fill(words.sheetOf[lang], { title: gantt.title, n: index + 1, m: of });
  const description = sheet.rows.map(({ row }) => `${row.label}: ${rowInWords(row, lang)}`).join('; ');
  const frame = {
    id: `${drawing.id}-${index + 1}`,
    width: SHEET_WIDTH,
    height: sheet.height,
    title,
    description,
    className: 'pw-chart pw-gantt-sheet',
  };
  const rows = sheet.rows.map((placed) => drawRow(gantt, placed, cols, lang));
  const parts = [
    ...drawAxis(gantt, sheet, cols, lang),
    ...rows,
    drawDependencies(gantt.dependencies, sheet, cols),
    ...drawStatus(gantt, sheet, cols, drawing),
  ];
  return picture(frame, ...parts);
}

function drawAxis(gantt: Gantt, sheet: Sheet, cols: Columns, lang: Lang): Svg[] {
  const { upper, lower } = timeAxis(gantt.from, gantt.to, cols.dayWidth, lang);
  const bottom = sheet.height - 6;
  const tier = (spans: typeof upper, y: number, from: number, className: string): Svg[] =>
    spans.flatMap((span) => {
      const width = cols.x(span.end) - cols.x(span.start);
      const [shown] = fitLines(span.label, width - 2, 11.5, 1);
      return [
        line(cols.x(span.start), from, cols.x(span.start), bottom, className),
        ...(shown === span.label
          ? [label(cols.x(span.start) + width / 2, y, shown, { class: 'pw-tick', 'text-anchor': 'middle' })]
          : []),
      ];
    });
  return [
    ...tier(lower, 34, 22, 'pw-grid'),
    ...tier(upper, 16, 4, 'pw-grid pw-grid-upper'),
    line(0, AXIS_HEIGHT, SHEET_WIDTH, AXIS_HEIGHT, 'pw-axis'),
    line(cols.right, 4, cols.right, bottom, 'pw-grid'),
    label(0, 34, words.item[lang], { class: 'pw-tick' }),
    ...(cols.ownerWidth > 0 ? [label(cols.ownerAt, 34, words.owner[lang], { class: 'pw-tick' })] : []),
    label(cols.right + 8, 34, words.slack[lang], { class: 'pw-tick' }),
  ];
}

function drawStatus(gantt: Gantt, sheet: Sheet, cols: Columns, { lang, statusDate }: Drawing): Svg[] {
  if (!within(gantt, gantt.status)) return [];
  const x = cols.x(gantt.status);
  const atEnd = x > (cols.left + cols.right) / 2;
  return [
    line(x, 6, x, sheet.height - 6, 'pw-status'),
    label(x + (atEnd ? -5 : 5), 10, `${words.statusDate[lang]} ${statusDate}`, {
      class: 'pw-status-label',
      'text-anchor': atEnd ? 'end' : 'start',
    }),
  ];
}

function drawRow(gantt: Gantt, placed: PlacedRow, cols: Columns, lang: Lang): Svg {
  const { row, lines, indent, top, height } = placed;
  const middle = top + height / 2;
  const className = ['pw-row', `pw-kind-${row.kind}`, `pw-is-${row.standing}`, row.critical ? 'pw-critical' : ''];
  const owner = row.owner === undefined ? [] : fitLines(row.owner, cols.ownerWidth - 6, 12, 1);
  return element(
    'g',
    { class: className.join(' ').trim(), 'data-origin': row.origin?.id },
    tooltip(`${row.label}\n${rowInWords(row, lang)}`),
    rect(0, top, SHEET_WIDTH, height, 'pw-hit'),
    line(0, top + height, SHEET_WIDTH, top + height, 'pw-row-rule'),
    element(
      'g',
      { class: 'pw-row-label' },
      ...lines.map((text, i) => {
        const y = middle + 4 + (i - (lines.length - 1) / 2) * 14;
        // The first line begins with the light's sign, which alone has its colour.
        const sign = i === 0 && row.light !== undefined ? lightSigns[row.light] : '';
        const signed = element('tspan', { class: `pw-sign-${row.light ?? 'none'}` }, sign);
        return element('text', { x: indent, y }, sign === '' ? '' : signed, escapeHtml(text.slice(sign.length)));
      }),
    ),
    ...owner.map((text) => label(cols.ownerAt, middle + 4, text, { class: 'pw-owner' })),
    ...drawMarks(shownPart(gantt, row), middle, cols.x),
    ...drawSlack(row, middle, cols, lang),
  );
}

/** A row without a deadline that lies outside of the picture. */
function shownPart(gantt: Gantt, row: GanttRow): GanttRow {
  if (row.due === undefined || within(gantt, row.due + 1)) return row;
  const { due: _, ...rest } = row;
  return rest;
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
