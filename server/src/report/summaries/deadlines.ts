import { type StandingItem, warningsOf } from '../../analysis/portfolio-deadlines.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { Block, Column, GroupRow, KeyValues, Table, TableRow } from '../document.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { DASH, originOf, Pen, titleOf } from './pen.js';
import { standingLight } from './standing-words.js';
import type { Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Deadline warnings', zh: '节点预警' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  forecastLate: { en: 'Will be late by forecast', zh: '预计逾期' },
  dueSoon: { en: 'Due soon', zh: '即将到期' },
  byOwner: { en: 'By responsible person', zh: '按责任人' },
  driver: { en: 'Waits for', zh: '受制于' },
  count: { en: '{n}', zh: '{n}项' },
  noOwner: { en: 'Nobody named', zh: '未明确责任人' },
  overdueCount: { en: '{n} overdue', zh: '逾期{n}项' },
  lateCount: { en: '{n} late by forecast', zh: '预计逾期{n}项' },
  soonCount: { en: '{n} due soon', zh: '即将到期{n}项' },
  clean: { en: 'No deadline is overdue, late by forecast, or due soon.', zh: '没有逾期、预计逾期或即将到期的节点。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 节点预警: what is overdue, what will be, what is due soon, and who has to see to it. */
export const deadlines: Summary = {
  kind: 'deadlines',
  title: words.title,
  build: (analysis, { lang }) => {
    const pen = new Pen(analysis, lang);
    const { overdue, forecastLate, dueSoon } = warningsOf(analysis);
    const all = [...overdue, ...forecastLate, ...dueSoon];
    const part = (anchor: string, title: Bilingual, items: readonly StandingItem[], columns: ColumnChoice) => ({
      anchor,
      title: `${pen.say(title)}${pen.aside(pen.say(words.count, { n: items.length }))}`,
      blocks: [items.length === 0 ? nothing(pen) : deadlineTable(pen, `${anchor}-items`, items, columns)],
    });
    const blocks: readonly Block[] =
      all.length === 0
        ? [{ type: 'callout', tone: 'info', content: pen.or(pen.say(words.clean)) }]
        : [
            headline(pen, overdue, forecastLate, dueSoon),
            ...numbered(pen, [
              part('overdue', words.overdue, overdue, {}),
              part('forecast-late', words.forecastLate, forecastLate, { driver: true }),
              part('due-soon', words.dueSoon, dueSoon, {}),
              { anchor: 'by-owner', title: pen.say(words.byOwner), blocks: [ownerTable(pen, all)] },
            ]),
          ];
    return documentOf(pen, 'deadlines', pen.say(words.title), blocks);
  },
};

function headline(
  pen: Pen,
  overdue: readonly StandingItem[],
  late: readonly StandingItem[],
  soon: readonly StandingItem[],
): KeyValues {
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      {
        label: pen.say(words.overdue),
        value: [overdue.length === 0 ? text('0') : light('red', String(overdue.length))],
      },
      {
        label: pen.say(words.forecastLate),
        value: [late.length === 0 ? text('0') : light('yellow', String(late.length))],
      },
      { label: pen.say(words.dueSoon), value: [text(String(soon.length))] },
    ],
  };
}

function nothing(pen: Pen): Block {
  return { type: 'paragraph', content: [muted(pen.say(words.none))] };
}

interface ColumnChoice {
  /** What the forecast waits for. */
  readonly driver?: boolean;
}

/** Deadlines of several projects, one a row. */
export function deadlineTable(
  pen: Pen,
  anchor: string,
  items: readonly StandingItem[],
  { driver = false }: ColumnChoice = {},
): Table {
  return {
    type: 'table',
    anchor,
    columns: [
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.item), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      { title: pen.say(words.owner), kind: 'text', wrap: false },
      ...dateColumns(pen),
      ...(driver ? [{ title: pen.say(words.driver), kind: 'text' } as const] : []),
    ],
    headColumn: 1,
    rows: items.map((item) =>
      row(
        [
          cell(pen.project(item.project)),
          titleOf(item.item),
          pen.nameCell(item.unit),
          pen.nameCell(item.owner),
          ...dateCells(pen, item),
          ...(driver ? [cell(pen.or(driverOf(pen, item)))] : []),
        ],
        { origin: originOf(item.item) },
      ),
    ),
  };
}

function dateColumns(pen: Pen): readonly Column[] {
  return [
    { title: pen.say(words.due), kind: 'date' },
    { title: pen.say(words.forecastDay), kind: 'date' },
    { title: pen.say(words.state), kind: 'light' },
  ];
}

function dateCells(pen: Pen, { due, forecast, standing }: StandingItem) {
  return [
    pen.deadlineCell(due),
    standing.state === 'overdue' ? cell(DASH, null) : pen.dayCell(forecast),
    cell(standingLight(pen, standing)),
  ];
}

/** The nearest thing that determines the forecast, with its project where it is another. */
function driverOf(pen: Pen, { scheduled, project }: StandingItem): string | undefined {
  const [driver] = scheduled?.drivers ?? [];
  if (driver === undefined) return undefined;
  const holder = pen.analysis.schedule.item(driver)?.project;
  return holder === undefined || holder === project ? titleOf(driver) : `${titleOf(holder)} ${titleOf(driver)}`;
}

function ownerTable(pen: Pen, items: readonly StandingItem[]): Table {
  const byOwner = new Map<string | undefined, StandingItem[]>();
  for (const item of items) {
    const name = pen.name(item.owner);
    byOwner.set(name, [...(byOwner.get(name) ?? []), item]);
  }
  const count = (of: readonly StandingItem[], state: StandingItem['standing']['state']): number =>
    of.filter(({ standing }) => standing.state === state).length;
  const counts = (of: readonly StandingItem[]): string =>
    pen.list(
      (
        [
          ['overdue', words.overdueCount],
          ['forecastLate', words.lateCount],
          ['dueSoon', words.soonCount],
        ] as const
      ).flatMap(([state, said]) => (count(of, state) === 0 ? [] : [pen.say(said, { n: count(of, state) })])),
    );
  const groups = [...byOwner].sort(
    ([, a], [, b]) =>
      count(b, 'overdue') - count(a, 'overdue') ||
      count(b, 'forecastLate') - count(a, 'forecastLate') ||
      b.length - a.length,
  );
  const rows = groups.flatMap(([name, mine]): readonly (TableRow | GroupRow)[] => [
    {
      type: 'group',
      content: [text(name ?? pen.say(words.noOwner)), muted(`${pen.gap}${counts(mine)}`)],
    },
    ...mine.map((item) =>
      row([titleOf(item.item), cell(pen.project(item.project)), pen.nameCell(item.unit), ...dateCells(pen, item)], {
        origin: originOf(item.item),
      }),
    ),
  ]);
  return {
    type: 'table',
    anchor: 'by-owner-items',
    columns: [
      { title: pen.say(words.item), kind: 'text' },
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      ...dateColumns(pen),
    ],
    rows,
  };
}
