/**
 * What is drawn in the time columns of a row of the wall chart, on paper as on the screen: bars, marks, the deadline's
 * flag, slack; and the same in words.
 */
import { addDays, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { DaySpan, GanttRow, Light, ScheduleStatus } from '../document.js';
import { escapeHtml } from '../render/escape-html.js';
import { fill, lightSigns, scheduleStatusWords, words } from '../wording/document-words.js';
import { element, label, line, rect, round, type Svg } from './svg.js';

/** From boundaries between days to px. */
export type ToX = (boundary: number) => number;

/** Everything of a row, its middle at `middle`; nothing stands higher or lower than 11 px. */
export function drawMarks(row: GanttRow, middle: number, x: ToX): Svg[] {
  const marks = row.kind === 'milestone' ? drawMilestone(row, middle, x) : drawBars(row, middle, x);
  return [...marks, ...drawDue(row, middle, x), ...drawSlackLine(row, middle, x)];
}

const STATUS_OF: Readonly<Record<Light, ScheduleStatus>> = {
  red: 'late',
  yellow: 'atRisk',
  green: 'onTime',
  blue: 'done',
  grey: 'unknown',
};

/** The class that colours a row: by how it stands, a project by its light, or sign and bar would contradict each other. */
export function colourClass({ light, standing }: GanttRow): string {
  return `pw-is-${light === undefined ? standing : STATUS_OF[light]}`;
}

function spanRect(span: DaySpan, y: number, height: number, x: ToX, className: string, least = 2): Svg {
  const left = x(span.start);
  return rect(left, y, Math.max(least, x(span.end) - left), height, className);
}

function drawBars(row: GanttRow, middle: number, x: ToX): Svg[] {
  const parts: Svg[] = [];
  const thin = row.kind === 'project' || row.kind === 'summary';
  const top = middle - (thin ? 3 : 5);
  const height = thin ? 7 : 11;
  if (row.plan !== undefined) parts.push(spanRect(row.plan, middle - 10, 3, x, 'pw-bar-plan'));
  if (row.forecast !== undefined) parts.push(spanRect(row.forecast, top, height, x, 'pw-bar-forecast'));
  if (row.actual !== undefined) parts.push(spanRect(row.actual, top, height, x, 'pw-bar-actual'));
  return parts;
}

function drawMilestone(row: GanttRow, middle: number, x: ToX): Svg[] {
  const parts: Svg[] = [];
  const at = row.actual ?? row.forecast;
  if (row.plan !== undefined && row.plan.end !== at?.end) {
    parts.push(diamond(x(row.plan.end), middle, 4, 'pw-mark-plan'));
  }
  if (at !== undefined) {
    parts.push(diamond(x(at.end), middle, 6.5, row.standing === 'done' ? 'pw-mark-done' : 'pw-mark-open'));
  }
  return parts;
}

export function diamond(x: number, y: number, r: number, className: string): Svg {
  const d = `M${round(x - r)} ${round(y)}L${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}Z`;
  return element('path', { d, class: className });
}

/** The deadline: a flag on the boundary at which its day ends. */
export function flag(x: number, middle: number): Svg {
  const top = middle - 11;
  const d = `M${round(x)} ${round(middle + 10)}V${round(top)}L${round(x + 7)} ${round(top + 3.5)}L${round(x)} ${round(top + 7)}`;
  return element('path', { d, class: 'pw-due' });
}

function drawDue(row: GanttRow, middle: number, x: ToX): Svg[] {
  if (row.due === undefined) return [];
  const boundary = row.due + 1;
  const end = (row.actual !== undefined && row.standing === 'done' ? row.actual : row.forecast)?.end;
  const overrun =
    end !== undefined && end > boundary ? [line(x(boundary), middle + 10, x(end), middle + 10, 'pw-overrun')] : [];
  return [...overrun, flag(x(boundary), middle)];
}

function drawSlackLine(row: GanttRow, middle: number, x: ToX): Svg[] {
  if (row.slack === undefined || row.standing === 'done' || row.slack <= 0 || row.forecast === undefined) return [];
  const from = x(row.forecast.end) + (row.kind === 'milestone' ? 7 : 0);
  const to = x(row.forecast.end + row.slack);
  return to > from ? [line(from, middle, to, middle, 'pw-slack')] : [];
}

/** How wide such a note is, in px. */
export const EDGE_NOTE = 66;

/** Days that lie before or behind the picture, at its edges. */
export function edgeNotes(
  { before, beyond }: GanttRow,
  middle: number,
  { left, right }: { readonly left: number; readonly right: number },
): Svg[] {
  const note = (text: string, at: 'start' | 'end'): Svg[] => {
    const x = at === 'start' ? left : right - EDGE_NOTE;
    return [
      rect(x, middle - 6, EDGE_NOTE, 12, 'pw-beyond-back'),
      label(at === 'start' ? left + 2 : right - 2, middle + 3.5, text, { class: 'pw-beyond', 'text-anchor': at }),
    ];
  };
  return [
    ...(before === undefined ? [] : note(`◂ ${formatDay(before)}`, 'start')),
    ...(beyond === undefined ? [] : note(`${formatDay(beyond)} ▸`, 'end')),
  ];
}

/** A line of a row's name; the first begins with the light's sign, which alone has its colour. */
export function signedLine({ light }: GanttRow, index: number, text: string, x: number, y: number): Svg {
  const sign = index === 0 && light !== undefined ? lightSigns[light] : '';
  const signed = sign === '' ? '' : element('tspan', { class: `pw-sign-${light}` }, sign);
  return element('text', { x, y }, signed, escapeHtml(text.slice(sign.length)));
}

export function slackInWords(slack: number, lang: Lang): string {
  return fill(slack < 0 ? words.lateBy[lang] : words.spare[lang], { n: Math.abs(slack) });
}

/** All that the row's picture says, with days: start and last day of each span. */
export function rowInWords(row: GanttRow, lang: Lang): string {
  const days = (span: DaySpan): string => {
    const lastDay = formatDay(addDays(span.end, -1));
    return span.start === span.end ? lastDay : `${formatDay(span.start)} – ${lastDay}`;
  };
  const parts = [scheduleStatusWords[row.standing][lang]];
  if (row.plan !== undefined) parts.push(`${words.plan[lang]} ${days(row.plan)}`);
  if (row.actual !== undefined) parts.push(`${words.actual[lang]} ${days(row.actual)}`);
  if (row.forecast !== undefined && row.standing !== 'done')
    parts.push(`${words.forecast[lang]} ${days(row.forecast)}`);
  if (row.due !== undefined) parts.push(`${words.deadline[lang]} ${formatDay(row.due)}`);
  if (row.slack !== undefined && row.standing !== 'done') parts.push(slackInWords(row.slack, lang));
  if (row.owner !== undefined) parts.push(`${words.owner[lang]} ${row.owner}`);
  return parts.join(lang === 'zh' ? '，' : ', ');
}
