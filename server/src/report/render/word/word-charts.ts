/** Charts in Word: its own charts, which show their figures and can be edited; a wall chart as a table. */
import { AlignmentType, Paragraph, type Table } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { Lang } from '../../../model/lang.js';
import { chartNumber } from '../../charts/scale.js';
import type { BarChart, CurvePoint, Gantt, SCurve, StackedCounts } from '../../document.js';
import { visible } from '../../invisible-characters.js';
import { fill, words } from '../../wording/document-words.js';
import { DONE, FILL, PLAN, SERIES } from '../paper/paper-colours.js';
import { paperWords } from '../paper/paper-words.js';
import type { WordContext } from './word-context.js';
import { aboveTable } from './word-table.js';
import { wallChart } from './word-wall-chart.js';

const PIXELS_A_TWIP = 96 / 1440;
/** In pixels. On a sheet that lies across, a chart leaves room for what it belongs to. */
const CURVE_HEIGHT = { upright: 300, across: 260 } as const;
/** Bars get so much height each, and one chart no more of them than a page holds. */
const BAR_HEIGHT = { upright: 34, across: 21 } as const;
const MOST_BARS = 18;

/** `noted`: a remark follows, which the chart stays with. */
export function chartBlocks(
  chart: SCurve | BarChart | StackedCounts | Gantt,
  context: WordContext,
  noted = false,
): readonly (Paragraph | Table)[] {
  switch (chart.type) {
    case 'sCurve':
      return chart.points.length === 0 ? empty(chart.title, context) : curve(chart, context, noted);
    case 'barChart':
      return chart.bars.length === 0
        ? empty(chart.title, context)
        : inParts(chart.bars, chart, context, (some, more) => bars(some, chart.title, more));
    case 'stackedCounts':
      return chart.rows.length === 0 || chart.series.length === 0
        ? empty(chart.title, context)
        : inParts(chart.rows, chart, context, (rows, more) => counts({ ...chart, rows }, more));
    case 'gantt':
      return chart.rows.length === 0 ? empty(chart.title, context) : wallChart(chart, context);
  }
}

function empty(title: string, context: WordContext): readonly Paragraph[] {
  return [...aboveTable(title, undefined, context), new Paragraph(words.empty[context.lang])];
}

function curve(chart: SCurve, context: WordContext, noted: boolean): readonly Paragraph[] {
  const { lang } = context;
  return [
    ...aboveTable(chart.title, chart.unit, context),
    drawn(
      new ChartRun({
        type: 'line',
        ...look(
          context,
          CURVE_HEIGHT[context.sheet === 'across' ? 'across' : 'upright'],
          chart.title,
          chart.points.map((p) => `${p.label}${colon(lang)}${said(p, lang)}`),
        ),
        categories: chart.points.map(({ label }) => visible(label)),
        // Reports are further apart than the plan's months: the line joins them.
        emptyValues: 'connect',
        series: [
          {
            ...series(
              words.plan[lang],
              chart.points.map((p) => p.planned),
              PLAN,
            ),
            dataLabels: { ...figures(chart.points.flatMap((p) => p.planned ?? [])), position: 'above' },
          },
          {
            ...series(
              words.done[lang],
              chart.points.map((p) => p.done),
              DONE,
            ),
            markers: true,
            dataLabels: { ...figures(chart.points.flatMap((p) => p.done ?? [])), position: 'below' },
          },
        ],
        valueAxis: { numberFormat: axisFormat(chart.points.flatMap((p) => [p.planned ?? 0, p.done ?? 0])) },
        legend: { position: 'bottom' },
      }),
      noted,
    ),
  ];
}

function series(name: string, values: readonly (number | null)[], color: string): ChartSeries {
  return { name: visible(name), values, color };
}

/** Figures with as many decimals as the most exact of them has, two at the most; none where they run into thousands. */
function figures(values: readonly number[]) {
  const isLarge = values.some((value) => Math.abs(value) >= 1000);
  const decimals = isLarge ? 0 : Math.max(0, ...values.map((value) => (chartNumber(value).split('.')[1] ?? '').length));
  return { value: true, numberFormat: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` } as const;
}

/** Steps of an axis below one are not written as 0, 0, 1. The program that opens the file chooses the steps. */
function axisFormat(values: readonly number[]): string {
  return Math.max(0, ...values) < 10 ? 'General' : '#,##0';
}

function inParts<T>(
  all: readonly T[],
  chart: BarChart | StackedCounts,
  context: WordContext,
  draw: (some: readonly T[], context: WordContext) => ChartRun,
): readonly Paragraph[] {
  const parts = Math.ceil(all.length / MOST_BARS);
  return Array.from({ length: parts }, (_, i) => {
    const n = i + 1;
    const title = parts === 1 ? chart.title : fill(paperWords.parts[context.lang], { title: chart.title, n, m: parts });
    const some = all.slice(i * MOST_BARS, n * MOST_BARS);
    return [...aboveTable(title, chart.unit, context), drawn(draw(some, context))];
  }).flat();
}

function bars(some: BarChart['bars'], title: string, context: WordContext): ChartRun {
  const { lang } = context;
  return new ChartRun({
    type: 'bar',
    ...look(
      context,
      some.length * barHeight(context) + 70,
      title,
      some.map((bar) => `${bar.label}${colon(lang)}${said(bar, lang)}`),
    ),
    categories: some.map(({ label, note }) => visible(note === undefined ? label : `${label} ${note}`)),
    series: [
      series(
        words.plan[lang],
        some.map(({ planned }) => planned),
        PLAN,
      ),
      {
        ...series(
          words.done[lang],
          some.map(({ done }) => done),
          DONE,
        ),
        colors: some.map(({ light }) => (light === undefined ? DONE : FILL[light])),
      },
    ],
    gapWidth: 60,
    overlap: 0,
    categoryAxis: { reverseOrder: true },
    // The first bar is on top, the scale at the bottom.
    valueAxis: {
      numberFormat: axisFormat(some.flatMap(({ planned, done }) => [planned ?? 0, done ?? 0])),
      crossesAt: 'maximum',
    },
    dataLabels: figures(some.flatMap(({ planned, done }) => [planned ?? 0, done ?? 0])),
    legend: { position: 'bottom' },
  });
}

function barHeight({ sheet }: WordContext): number {
  return BAR_HEIGHT[sheet === 'across' ? 'across' : 'upright'];
}

function counts(chart: StackedCounts, context: WordContext): ChartRun {
  const { lang } = context;
  return new ChartRun({
    type: 'bar',
    ...look(
      context,
      chart.rows.length * Math.max(21, barHeight(context) - 6) + 80,
      chart.title,
      chart.rows.map(
        ({ label, counts }) =>
          `${label}${colon(lang)}${chart.series.map((each, i) => `${each.label} ${counts[i] ?? 0}`).join(lang === 'zh' ? '、' : ', ')}`,
      ),
    ),
    stacking: 'stacked',
    categories: chart.rows.map(({ label, counts }) =>
      visible(`${label} ${chartNumber(counts.reduce((a, b) => a + b, 0))}`),
    ),
    series: chart.series.map(({ label, light }, i) => {
      const values = chart.rows.map(({ counts }) => counts[i] ?? 0);
      return {
        ...series(label, values, light === undefined ? (SERIES[i % SERIES.length] ?? DONE) : FILL[light]),
        // None is not written on a bar that is not there.
        pointLabels: values.map((value) => (value === 0 ? false : undefined)),
      };
    }),
    gapWidth: 50,
    categoryAxis: { reverseOrder: true },
    valueAxis: { numberFormat: '0', gridlines: false, visible: false },
    dataLabels: { value: true, position: 'center' },
    legend: { position: 'bottom' },
  });
}

/** `parts` say in words what the chart shows. */
function look({ room, lang }: WordContext, height: number, title: string, parts: readonly string[]) {
  return {
    transformation: { width: Math.round(room * PIXELS_A_TWIP), height },
    chartArea: { fill: 'none', border: 'none' },
    altText: { name: visible(title), description: visible(parts.join(lang === 'zh' ? '；' : '; ')) },
  } as const;
}

function colon(lang: Lang): string {
  return lang === 'zh' ? '：' : ': ';
}

function said({ planned, done }: Pick<CurvePoint, 'planned' | 'done'>, lang: Lang): string {
  const figure = (value: number | null): string => (value === null ? '—' : chartNumber(value));
  const comma = lang === 'zh' ? '，' : ', ';
  return `${words.planned[lang]} ${figure(planned)}${comma}${words.completed[lang]} ${figure(done)}`;
}

function drawn(chart: ChartRun, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, alignment: AlignmentType.CENTER, children: [chart] });
}
