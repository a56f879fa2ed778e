/** The S curve of investment as SVG. */
import type { CurvePoint, SCurve } from '../document.js';
import { words } from '../wording/document-words.js';
import type { ChartPicture, Drawing } from './chart-picture.js';
import { chartNumber, niceTicks, tickDecimals } from './scale.js';
import { element, label, line, originOfMark, picture, round, type Svg, tooltip } from './svg.js';
import { textWidth } from './text-fit.js';

const WIDTH = 760;
const HEIGHT = 300;
const TOP = 30;
const BOTTOM = 28;

/** Cumulative plan and completion over the periods, with the status date and the figures where the curves end. */
export function drawSCurve(chart: SCurve, { lang, id, statusDate }: Drawing): ChartPicture {
  const values = chart.points.flatMap((p) => [p.planned, p.done]).filter((v) => v !== null);
  const ticks = niceTicks(Math.max(0, ...values));
  const top = ticks.at(-1) ?? 1;
  const decimals = tickDecimals(ticks);
  const left = 12 + Math.max(...ticks.map((t) => textWidth(chartNumber(t, decimals), 12)), 24);
  const right = 18 + Math.max(30, ...lastFigures(chart).map((figure) => textWidth(figure, 12)));
  const x = (i: number): number => left + ((WIDTH - left - right) * (i + 0.5)) / Math.max(1, chart.points.length);
  const y = (v: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * v) / top;

  const parts: Svg[] = ticks.flatMap((t) => [
    line(left, y(t), WIDTH - right, y(t), t === 0 ? 'pw-axis' : 'pw-grid'),
    label(left - 8, y(t) + 4, chartNumber(t, decimals), { class: 'pw-tick', 'text-anchor': 'end' }),
  ]);
  if (chart.unit !== undefined) parts.push(label(2, 14, chart.unit, { class: 'pw-tick' }));
  parts.push(...periodLabels(chart.points, x));

  if (chart.status !== undefined && chart.points.length > 0) {
    const at = x(Math.min(Math.max(chart.status, -0.5), chart.points.length - 0.5));
    const anchor = at > WIDTH / 2 ? 'end' : 'start';
    parts.push(line(at, TOP - 12, at, HEIGHT - BOTTOM, 'pw-status'));
    const said = `${words.statusDate[lang]} ${statusDate}`;
    parts.push(
      label(at + (anchor === 'end' ? -5 : 5), TOP - 5, said, { class: 'pw-status-label', 'text-anchor': anchor }),
    );
  }
  parts.push(
    element(
      'g',
      originOfMark(chart.origin),
      curve(chart.points, (p) => p.planned, x, y, 'pw-curve pw-curve-plan'),
      curve(chart.points, (p) => p.done, x, y, 'pw-curve pw-curve-done'),
      ...endFigures(chart, x, y),
    ),
  );

  const description = chart.points
    .map((p) => `${p.label}: ${words.planned[lang]} ${shown(p.planned)}, ${words.completed[lang]} ${shown(p.done)}`)
    .join('; ');
  const frame = { id, width: WIDTH, height: HEIGHT, title: chart.title, description, className: 'pw-chart' };
  return {
    sheets: [picture(frame, ...parts)],
    legend: [
      { swatch: line(1, 6, 21, 6, 'pw-curve pw-curve-plan'), label: words.plan[lang] },
      { swatch: line(1, 6, 21, 6, 'pw-curve pw-curve-done'), label: words.done[lang] },
    ],
  };
}

function shown(value: number | null): string {
  return value === null ? '–' : chartNumber(value);
}

function periodLabels(points: readonly CurvePoint[], x: (i: number) => number): Svg[] {
  const room = x(1) - x(0);
  const widest = Math.max(1, ...points.map((p) => textWidth(p.label, 12) + 6));
  const every = Math.ceil(widest / room);
  return points.flatMap((point, i) => [
    line(x(i), HEIGHT - BOTTOM, x(i), HEIGHT - BOTTOM + 4, 'pw-axis'),
    ...(i % every === 0
      ? [label(x(i), HEIGHT - BOTTOM + 18, point.label, { class: 'pw-tick', 'text-anchor': 'middle' })]
      : []),
  ]);
}

type Reading = (point: CurvePoint) => number | null;

function curve(
  points: readonly CurvePoint[],
  reading: Reading,
  x: (i: number) => number,
  y: (v: number) => number,
  className: string,
): Svg {
  let path = '';
  const dots: Svg[] = [];
  let drawing = false;
  points.forEach((point, i) => {
    const value = reading(point);
    if (value === null) {
      drawing = false;
      return;
    }
    path += `${drawing ? 'L' : 'M'}${round(x(i))} ${round(y(value))}`;
    drawing = true;
    const dot = { cx: x(i), cy: y(value), r: 3, class: 'pw-dot' };
    dots.push(element('circle', dot, tooltip(`${point.label}: ${chartNumber(value)}`)));
  });
  return element('g', { class: className }, element('path', { d: path || 'M0 0', fill: 'none' }), ...dots);
}

function last(points: readonly CurvePoint[], reading: Reading): { at: number; value: number } | undefined {
  for (let at = points.length - 1; at >= 0; at--) {
    const point = points[at];
    const value = point === undefined ? null : reading(point);
    if (value !== null) return { at, value };
  }
  return undefined;
}

function lastFigures(chart: SCurve): readonly string[] {
  return [last(chart.points, (p) => p.planned), last(chart.points, (p) => p.done)].map((end) =>
    end === undefined ? '' : chartNumber(end.value),
  );
}

/** The figures at the ends of the curves; that of completion on the side that is away from the plan's curve. */
function endFigures(chart: SCurve, x: (i: number) => number, y: (v: number) => number): Svg[] {
  const planned = last(chart.points, (p) => p.planned);
  const done = last(chart.points, (p) => p.done);
  const ahead = done !== undefined && done.value > (chart.points[done.at]?.planned ?? 0);
  const close = planned?.at === done?.at;
  const figure = (end: { at: number; value: number } | undefined, shift: number, className: string): Svg[] =>
    end === undefined ? [] : [label(x(end.at) + 7, y(end.value) + shift, chartNumber(end.value), { class: className })];
  return [
    ...figure(planned, close ? (ahead ? 14 : -6) : 4, 'pw-figure-plan'),
    ...figure(done, ahead ? -7 : 16, 'pw-figure-done'),
  ];
}
