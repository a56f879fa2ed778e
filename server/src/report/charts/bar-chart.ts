/** The bar chart as SVG. */
import type { BarChart, LabelledBar } from '../document.js';
import { lightSigns, lightWords, words } from '../wording/document-words.js';
import { areaSwatch, type ChartPicture, type Drawing } from './chart-picture.js';
import { chartNumber, niceTicks, tickDecimals } from './scale.js';
import { element, label, line, originOfMark, picture, rect, type Svg, tooltip } from './svg.js';
import { fitLines, nameColumn, textWidth } from './text-fit.js';

const WIDTH = 760;
const HEAD = 22;

/** Labelled horizontal bars: completion over the plan, the figures at the end. */
export function drawBarChart(chart: BarChart, { lang, id }: Drawing): ChartPicture {
  const ticks = niceTicks(Math.max(0, ...chart.bars.flatMap((b) => [b.planned ?? 0, b.done ?? 0])), 4);
  const top = ticks.at(-1) ?? 1;
  const decimals = tickDecimals(ticks);
  const names = nameColumn(chart.bars.map(signed), 12);
  const labelWidth = names.width;
  const figureWidth = Math.max(40, ...chart.bars.map((b) => textWidth(figures(b), 12))) + 12;
  const x = (v: number): number => labelWidth + ((WIDTH - labelWidth - figureWidth) * v) / top;

  const rows: Svg[] = [];
  let y = HEAD;
  for (const bar of chart.bars) {
    const lines = fitLines(signed(bar), names.text, 12, 2);
    const height = lines.length > 1 ? 36 : 26;
    const middle = y + height / 2;
    const state = bar.light === undefined ? '' : ` (${lightWords[bar.light][lang]})`;
    rows.push(
      element(
        'g',
        { class: bar.light === undefined ? 'pw-bar-row' : `pw-bar-row pw-${bar.light}`, ...originOfMark(bar.origin) },
        tooltip(`${bar.label}${state}: ${figures(bar)}`),
        rect(0, y, WIDTH, height, 'pw-hit'),
        ...lines.map((text, i) =>
          label(labelWidth - 10, middle + 4 + (i - (lines.length - 1) / 2) * 14, text, { 'text-anchor': 'end' }),
        ),
        rect(x(0), middle - 8, x(bar.planned ?? 0) - x(0), 16, 'pw-area-plan'),
        rect(x(0), middle - 5, x(bar.done ?? 0) - x(0), 10, 'pw-area-done'),
        label(Math.max(x(bar.planned ?? 0), x(bar.done ?? 0)) + 6, middle + 4, figures(bar), { class: 'pw-figure' }),
      ),
    );
    y += height;
  }
  const grid = ticks.flatMap((t) => [
    line(x(t), HEAD - 4, x(t), y, t === 0 ? 'pw-axis' : 'pw-grid'),
    label(x(t), HEAD - 9, chartNumber(t, decimals), { class: 'pw-tick', 'text-anchor': 'middle' }),
  ]);
  if (chart.unit !== undefined)
    grid.push(label(WIDTH, HEAD - 9, chart.unit, { class: 'pw-tick', 'text-anchor': 'end' }));
  const description = chart.bars.map((b) => `${b.label}: ${figures(b)}`).join('; ');
  const frame = { id, width: WIDTH, height: y + 4, title: chart.title, description, className: 'pw-chart' };
  return {
    sheets: [picture(frame, ...grid, ...rows)],
    legend: [
      { swatch: areaSwatch('pw-area-plan'), label: words.plan[lang] },
      { swatch: areaSwatch('pw-area-done'), label: words.done[lang] },
    ],
  };

  function signed(bar: LabelledBar): string {
    return bar.light === undefined ? bar.label : `${lightSigns[bar.light]} ${bar.label}`;
  }
}

/** `done / planned`, or the bar's own note. */
export function figures(bar: LabelledBar): string {
  if (bar.note !== undefined) return bar.note;
  if (bar.planned === null) return bar.done === null ? '–' : chartNumber(bar.done);
  return `${bar.done === null ? '–' : chartNumber(bar.done)} / ${chartNumber(bar.planned)}`;
}
