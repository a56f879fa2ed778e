/** Stacked bars of counts as SVG. */
import type { StackedCounts } from '../document.js';
import { lightSigns } from '../wording/document-words.js';
import { areaSwatch, type ChartPicture, type Drawing } from './chart-picture.js';
import { chartNumber } from './scale.js';
import { element, label, originOfMark, picture, rect, type Svg, tooltip } from './svg.js';
import { fitLines, nameColumn, textWidth } from './text-fit.js';

const WIDTH = 760;

/** One bar a row, divided by series; each part says its count, the end the sum. */
export function drawStackedCounts(chart: StackedCounts, { id }: Drawing): ChartPicture {
  const sums = chart.rows.map((row) => row.counts.reduce((a, b) => a + b, 0));
  const most = Math.max(1, ...sums);
  const names = nameColumn(
    chart.rows.map(({ label: name }) => name),
    12,
  );
  const labelWidth = names.width;
  const width = WIDTH - labelWidth - textWidth(chartNumber(most), 12) - 16;
  const className = (i: number): string => {
    const light = chart.series[i]?.light;
    return light === undefined ? `pw-series-${i % 6}` : `pw-fill-${light}`;
  };

  const parts: Svg[] = [];
  let y = 4;
  chart.rows.forEach((row, r) => {
    const lines = fitLines(row.label, names.text, 12, 2);
    const height = lines.length > 1 ? 36 : 28;
    const middle = y + height / 2;
    let x = labelWidth;
    const segments = row.counts.map((count, i) => {
      const length = (width * count) / most;
      const start = x;
      x += length;
      const figure = chartNumber(count);
      const fits = textWidth(figure, 12) + 4 <= length;
      return count === 0
        ? ''
        : element(
            'g',
            { class: className(i) },
            tooltip(`${row.label}, ${chart.series[i]?.label ?? ''}: ${figure}`),
            rect(start, middle - 9, Math.max(1, length - 1), 18, 'pw-segment'),
            ...(fits
              ? [label(start + (length - 1) / 2, middle + 4, figure, { class: 'pw-on-fill', 'text-anchor': 'middle' })]
              : []),
          );
    });
    parts.push(
      element(
        'g',
        { class: 'pw-bar-row', ...originOfMark(row.origin) },
        rect(0, y, WIDTH, height, 'pw-hit'),
        ...lines.map((text, i) =>
          label(labelWidth - 10, middle + 4 + (i - (lines.length - 1) / 2) * 14, text, { 'text-anchor': 'end' }),
        ),
        ...segments,
        label(x + 6, middle + 4, chartNumber(sums[r] ?? 0), { class: 'pw-figure' }),
      ),
    );
    y += height;
  });
  const description = chart.rows
    .map((row) => `${row.label}: ${row.counts.map((n, i) => `${chart.series[i]?.label ?? ''} ${n}`).join(', ')}`)
    .join('; ');
  const frame = { id, width: WIDTH, height: y + 4, title: chart.title, description, className: 'pw-chart' };
  return {
    sheets: [picture(frame, ...parts)],
    legend: chart.series.map((series, i) => ({
      swatch: element('g', { class: className(i) }, areaSwatch('pw-segment')),
      label: series.light === undefined ? series.label : `${lightSigns[series.light]} ${series.label}`,
    })),
  };
}
