/** The summary `deadlines`. */
import { poolAt } from '../../analysis/pool.js';
import { type ItemDeadline, pursuedDeadlines, warningsOf, warningTimes } from '../../analysis/portfolio-deadlines.js';
import { grouped } from '../../analysis/portfolio-groups.js';
import { type ProjectWarning, projectWarningsAt } from '../../analysis/project-warnings.js';
import { sayDuration } from '../../model/duration.js';
import type { Bilingual } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, light, muted, remark, row, text } from '../compose.js';
import type { Block, Column, GroupRow, KeyValues, Table, TableRow } from '../document.js';
import { deadlineStatusLight } from '../wording/deadline-status-words.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { columnWords } from './column-words.js';
import { leadingTo } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps, type PartToMake } from './heading.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Deadline warnings', zh: '节点预警' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  forecastLate: { en: 'Forecast to be late', zh: '预计逾期' },
  dueSoon: { en: 'Due soon', zh: '即将到期' },
  untold: { en: 'Cannot be told', zh: '无法判断' },
  untoldMeans: {
    en: 'Whether these will hold nobody can tell: the deadline, or something that the forecast rests on, cannot be read or is not there.',
    zh: '能否按期完成无法判断：期限或预计所依据的内容无法识别或不存在。',
  },
  projects: { en: 'Planned starts and completions', zh: '计划开工和竣工' },
  what: { en: 'What', zh: '事项' },
  start: { en: 'Planned start', zh: '计划开工' },
  completion: { en: 'Planned completion', zh: '计划竣工' },
  missed: { en: '{n} d overdue', zh: '逾期{n}天' },
  willBeLate: { en: '{n} d late by forecast', zh: '预计逾期{n}天' },
  byOwner: { en: 'By owner', zh: '按责任人' },
  driver: { en: 'Waits for', zh: '受制于' },
  count: { en: '{n}', zh: '{n}项' },
  noOwner: { en: 'Nobody named', zh: '未明确责任人' },
  overdueCount: { en: '{n} overdue', zh: '逾期{n}项' },
  lateCount: { en: '{n} forecast late', zh: '预计逾期{n}项' },
  soonCount: { en: '{n} due soon', zh: '即将到期{n}项' },
  clean: { en: 'No deadline is overdue, late by forecast, or due soon.', zh: '没有逾期、预计逾期或即将到期的节点。' },
  soonMeans: {
    en: 'Due soon: not later than {times} after the status date.',
    zh: '即将到期：截至日后{times}内到期。',
  },
  soonMeansByPolicy: {
    en: "Due soon: not later than {times} after the status date, as the project's policy says.",
    zh: '即将到期：按项目适用的规则，截至日后{times}内到期。',
  },
  either: { en: ' or ', zh: '或' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 节点预警: what is overdue, what will be, what is due soon, and who has to see to it. */
export const deadlines: Summary = inSteps({
  kind: 'deadlines',
  title: words.title,
  *beforehand(analysis) {
    for (const project of poolAt(analysis.plan, analysis.status)) {
      pursuedDeadlines(analysis, project);
      yield;
    }
  },
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const { overdue, forecastLate, dueSoon, untold } = warningsOf(analysis);
    yield;
    const all = [...overdue, ...forecastLate, ...dueSoon];
    const own = projectWarningsAt(analysis);
    yield;
    const part = (
      anchor: string,
      title: Bilingual,
      items: readonly ItemDeadline[],
      columns: ColumnChoice,
      remarks: readonly Block[] = [],
    ): PartToMake => ({
      anchor,
      title: `${format.say(title)}${format.aside(format.say(words.count, { n: items.length }))}`,
      *blocks() {
        if (items.length === 0) return [nothing(format), ...remarks];
        return [yield* deadlineTable(format, `${anchor}-items`, items, columns), ...remarks];
      },
    });
    const blocks: readonly Block[] =
      all.length + own.length + untold.length === 0
        ? [{ type: 'callout', tone: 'info', content: format.or(format.say(words.clean)) }, ...soonMeans(format)]
        : [
            headline(format, overdue, forecastLate, dueSoon),
            ...(yield* numberedInSteps(format, [
              part('overdue', words.overdue, overdue, {}),
              part('forecast-late', words.forecastLate, forecastLate, { driver: true }),
              part('due-soon', words.dueSoon, dueSoon, {}, soonMeans(format)),
              ...(untold.length === 0
                ? []
                : [part('untold', words.untold, untold, {}, [remark(format.say(words.untoldMeans))])]),
              ...(own.length === 0
                ? []
                : [
                    {
                      anchor: 'projects',
                      title: `${format.say(words.projects)}${format.aside(format.say(words.count, { n: own.length }))}`,
                      blocks: () => inOneBlock(projectTable(format, own)),
                    },
                  ]),
              ...(all.length === 0
                ? []
                : [
                    {
                      anchor: 'by-owner',
                      title: format.say(words.byOwner),
                      blocks: () => inOneBlock(ownerTable(format, all)),
                    },
                  ]),
            ])),
          ];
    return documentOf(format, 'deadlines', format.say(words.title), blocks);
  },
});

function headline(
  format: Formatter,
  overdue: readonly ItemDeadline[],
  late: readonly ItemDeadline[],
  soon: readonly ItemDeadline[],
): KeyValues {
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      {
        label: format.say(words.overdue),
        value: [overdue.length === 0 ? text('0') : light('red', String(overdue.length))],
        ...leadingTo(overdue[0]?.item),
      },
      {
        label: format.say(words.forecastLate),
        value: [late.length === 0 ? text('0') : light('yellow', String(late.length))],
        ...leadingTo(late[0]?.item),
      },
      { label: format.say(words.dueSoon), value: [text(String(soon.length))], ...leadingTo(soon[0]?.item) },
    ],
  };
}

/** How near 'soon' is: another summary may look further ahead. */
function soonMeans(format: Formatter): readonly Block[] {
  const times = warningTimes(format.analysis).map((time) => sayDuration(time, format.lang));
  if (times.length === 0) return [];
  const means = times.length === 1 ? words.soonMeans : words.soonMeansByPolicy;
  return [remark(format.say(means, { times: times.join(format.say(words.either)) }))];
}

function nothing(format: Formatter): Block {
  return remark(format.say(words.none));
}

/** The deadlines of the projects themselves, which no item stands for. */
function* projectTable(format: Formatter, warnings: readonly ProjectWarning[]): Steps<Table> {
  return {
    type: 'table',
    anchor: 'project-deadlines',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.what), kind: 'text', wrap: false },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      ...dateColumns(format),
    ],
    headColumn: 0,
    rows: yield* mapInSteps(warnings, (warning) => {
      const { project, of, due, days } = warning;
      const missed = warning.state === 'missed';
      return row(
        [
          cell(format.project(project)),
          format.say(words[of]),
          format.nameCell(project.unit),
          format.nameCell(project.owner),
          format.deadlineCell(due),
          missed ? cell(DASH, null) : format.dayCell(warning.forecast),
          cell(light(missed ? 'red' : 'yellow', format.say(missed ? words.missed : words.willBeLate, { n: days }))),
        ],
        { origin: originOf(project) },
      );
    }),
  };
}

interface ColumnChoice {
  /** What the forecast waits for. */
  readonly driver?: boolean;
}

/** Deadlines of several projects, one a row. */
export function* deadlineTable(
  format: Formatter,
  anchor: string,
  items: readonly ItemDeadline[],
  { driver = false }: ColumnChoice = {},
): Steps<Table> {
  return {
    type: 'table',
    anchor,
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.item), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      ...dateColumns(format),
      ...(driver ? [{ title: format.say(words.driver), kind: 'text' } as const] : []),
    ],
    headColumn: 1,
    rows: yield* mapInSteps(items, (item) =>
      row(
        [
          cell(format.project(item.project)),
          titleOf(item.item),
          format.nameCell(item.unit),
          format.nameCell(item.owner),
          ...dateCells(format, item),
          ...(driver ? [cell(format.or(driverOf(format, item)))] : []),
        ],
        { origin: originOf(item.item) },
      ),
    ),
  };
}

function dateColumns(format: Formatter): readonly Column[] {
  return [
    { title: format.say(words.due), kind: 'date' },
    { title: format.say(words.forecastDay), kind: 'date' },
    { title: format.say(words.state), kind: 'light' },
  ];
}

function dateCells(format: Formatter, { due, forecast, deadlineStatus }: ItemDeadline) {
  return [
    format.deadlineCell(due),
    deadlineStatus.state === 'overdue' ? cell(DASH, null) : format.dayCell(forecast),
    cell(deadlineStatusLight(format, deadlineStatus)),
  ];
}

/** The nearest thing that determines the forecast, with its project where it is another. */
function driverOf(format: Formatter, { scheduled, project }: ItemDeadline): string | undefined {
  const [driver] = scheduled?.drivers ?? [];
  if (driver === undefined) return undefined;
  const holder = format.analysis.schedule.item(driver)?.project;
  return holder === undefined || holder === project ? titleOf(driver) : `${titleOf(holder)} ${titleOf(driver)}`;
}

function* ownerTable(format: Formatter, items: readonly ItemDeadline[]): Steps<Table> {
  const byOwner = grouped(items, ({ owner }) => format.name(owner));
  yield;
  const count = (of: readonly ItemDeadline[], state: ItemDeadline['deadlineStatus']['state']): number =>
    of.filter(({ deadlineStatus }) => deadlineStatus.state === state).length;
  const counts = (of: readonly ItemDeadline[]): string =>
    format.list(
      (
        [
          ['overdue', words.overdueCount],
          ['forecastLate', words.lateCount],
          ['dueSoon', words.soonCount],
        ] as const
      ).flatMap(([state, said]) => (count(of, state) === 0 ? [] : [format.say(said, { n: count(of, state) })])),
    );
  const groups = [...byOwner].sort(
    ([, a], [, b]) =>
      count(b, 'overdue') - count(a, 'overdue') ||
      count(b, 'forecastLate') - count(a, 'forecastLate') ||
      b.length - a.length,
  );
  const rows: (TableRow | GroupRow)[] = [];
  for (const [name, mine] of groups) {
    rows.push({
      type: 'group',
      content: [text(name ?? format.say(words.noOwner)), muted(`${format.gap}${counts(mine)}`)],
      ...leadingTo(mine[0]?.item),
    });
    const theirs = yield* mapInSteps(mine, (item) =>
      row(
        [
          titleOf(item.item),
          cell(format.project(item.project)),
          format.nameCell(item.unit),
          ...dateCells(format, item),
        ],
        {
          origin: originOf(item.item),
        },
      ),
    );
    for (const each of theirs) rows.push(each);
  }
  return {
    type: 'table',
    anchor: 'by-owner-items',
    columns: [
      { title: format.say(words.item), kind: 'text' },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      ...dateColumns(format),
    ],
    rows,
  };
}
