import { addDays, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { DaySpan, Gantt, GanttRow } from '../document.js';
import { escapeHtml } from '../render/escape-html.js';
import { fill, lightSigns, standingWords, words } from '../wording.js';
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
import { areaSwatch, type ChartPicture, type Drawing } from './picture.js';
import { element, label, line, picture, rect, round, type Svg, tooltip } from './svg.js';
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
    ...(row.kind === 'milestone' ? drawMilestone(row, middle, cols) : drawBars(row, middle, cols)),
    ...drawDue(gantt, row, middle, cols),
    ...drawSlack(row, middle, cols, lang),
  );
}

function spanRect(span: DaySpan, y: number, height: number, cols: Columns, className: string, least = 2): Svg {
  const x = cols.x(span.start);
  return rect(x, y, Math.max(least, cols.x(span.end) - x), height, className);
}

function drawBars(row: GanttRow, middle: number, cols: Columns): Svg[] {
  const parts: Svg[] = [];
  const thin = row.kind === 'project' || row.kind === 'summary';
  const top = middle - (thin ? 3 : 5);
  const height = thin ? 7 : 11;
  if (row.plan !== undefined) parts.push(spanRect(row.plan, middle - 10, 3, cols, 'pw-bar-plan'));
  if (row.forecast !== undefined) parts.push(spanRect(row.forecast, top, height, cols, 'pw-bar-forecast'));
  if (row.actual !== undefined) parts.push(spanRect(row.actual, top, height, cols, 'pw-bar-actual'));
  return parts;
}

function drawMilestone(row: GanttRow, middle: number, cols: Columns): Svg[] {
  const parts: Svg[] = [];
  const at = row.actual ?? row.forecast;
  if (row.plan !== undefined && row.plan.end !== at?.end) {
    parts.push(diamond(cols.x(row.plan.end), middle, 4, 'pw-mark-plan'));
  }
  if (at !== undefined) {
    parts.push(diamond(cols.x(at.end), middle, 6.5, row.standing === 'done' ? 'pw-mark-done' : 'pw-mark-open'));
  }
  return parts;
}

function diamond(x: number, y: number, r: number, className: string): Svg {
  const d = `M${round(x - r)} ${round(y)}L${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}Z`;
  return element('path', { d, class: className });
}

/** The deadline: a flag on the boundary at which its day ends. */
function flag(x: number, middle: number): Svg {
  const top = middle - 11;
  const d = `M${round(x)} ${round(middle + 10)}V${round(top)}L${round(x + 7)} ${round(top + 3.5)}L${round(x)} ${round(top + 7)}`;
  return element('path', { d, class: 'pw-due' });
}

function drawDue(gantt: Gantt, row: GanttRow, middle: number, cols: Columns): Svg[] {
  if (row.due === undefined) return [];
  const boundary = row.due + 1;
  const end = (row.actual !== undefined && row.standing === 'done' ? row.actual : row.forecast)?.end;
  const overrun =
    end !== undefined && end > boundary
      ? [line(cols.x(boundary), middle + 10, cols.x(end), middle + 10, 'pw-overrun')]
      : [];
  return within(gantt, boundary) ? [...overrun, flag(cols.x(boundary), middle)] : overrun;
}

function drawSlack(row: GanttRow, middle: number, cols: Columns, lang: Lang): Svg[] {
  if (row.slack === undefined || row.standing === 'done') return [];
  const parts: Svg[] = [];
  if (row.slack > 0 && row.forecast !== undefined) {
    const from = cols.x(row.forecast.end) + (row.kind === 'milestone' ? 7 : 0);
    const to = cols.x(row.forecast.end + row.slack);
    if (to > from) parts.push(line(from, middle, to, middle, 'pw-slack'));
  }
  const className = row.slack < 0 ? 'pw-figure-late' : 'pw-figure';
  return [...parts, label(cols.right + 8, middle + 4, slackInWords(row.slack, lang), { class: className })];
}

function slackInWords(slack: number, lang: Lang): string {
  return fill(slack < 0 ? words.lateBy[lang] : words.spare[lang], { n: Math.abs(slack) });
}

/** All that the row's picture says, with days: start and last day of each span. */
export function rowInWords(row: GanttRow, lang: Lang): string {
  const days = (span: DaySpan): string => {
    const lastDay = formatDay(addDays(span.end, -1));
    return span.start === span.end ? lastDay : `${formatDay(span.start)} – ${lastDay}`;
  };
  const parts = [standingWords[row.standing][lang]];
  if (row.plan !== undefined) parts.push(`${words.plan[lang]} ${days(row.plan)}`);
  if (row.actual !== undefined) parts.push(`${words.actual[lang]} ${days(row.actual)}`);
  if (row.forecast !== undefined && row.standing !== 'done')
    parts.push(`${words.forecast[lang]} ${days(row.forecast)}`);
  if (row.due !== undefined) parts.push(`${words.deadline[lang]} ${formatDay(row.due)}`);
  if (row.slack !== undefined && row.standing !== 'done') parts.push(slackInWords(row.slack, lang));
  if (row.owner !== undefined) parts.push(`${words.owner[lang]} ${row.owner}`);
  return parts.join(lang === 'zh' ? '，' : ', ');
}

function legend(lang: Lang): ChartPicture['legend'] {
  const standing = (name: 'onTime' | 'atRisk' | 'late' | 'done'): ChartPicture['legend'][number] => ({
    swatch: element(
      'g',
      { class: `pw-row pw-is-${name}` },
      rect(1, 1, 20, 10, 'pw-bar-forecast'),
      rect(1, 1, 10, 10, 'pw-bar-actual'),
    ),
    label: standingWords[name][lang],
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
