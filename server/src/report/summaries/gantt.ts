/** The summary `gantt`. */

import type { Analysis } from '../../analysis/analysis.js';
import { poolAt } from '../../analysis/pool.js';
import { type ItemDeadline, pursuedDeadlines } from '../../analysis/portfolio-deadlines.js';
import type { ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import { toldOf } from '../../analysis/schedule/told-schedule.js';
import { asOf, isCompleted } from '../../analysis/state.js';
import { addDays, addMonths, type Day, formatDay, monthEnd, monthStart, toDay } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import type { Block, DaySpan, Gantt, GanttDependency, GanttRow, ScheduleStatus } from '../document.js';
import { Formatter, originOf, titleOf } from '../wording/formatter.js';
import { type RegisterGroup, registerGroups } from './booklet/project-register.js';
import { documentOf } from './heading.js';
import { depthsOf } from './item-depths.js';
import { PerProjectCache } from './per-project-cache.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  title: { en: 'Wall chart', zh: '挂图作战' },
  rest: { en: 'Without category', zh: '未注明类别' },
  reach: { en: 'The axis runs from {from} to {to}', zh: '时间轴为{from}至{to}' },
  left: {
    en: '{n} items completed before {day} are left out',
    zh: '{day}以前已完成的{n}个节点和任务未列出',
  },
  leftOne: { en: '1 item completed before {day} is left out', zh: '{day}以前已完成的1个节点或任务未列出' },
  beyond: {
    en: '{n} rows have dates beyond it, shown by ◂ and ▸',
    zh: '{n}行有轴外的日期，以 ◂、▸ 标明',
  },
  beyondOne: { en: '1 row has a date beyond it, shown by ◂ or ▸', zh: '1行有轴外的日期，以 ◂ 或 ▸ 标明' },
  empty: { en: 'No project in the pool has milestones or tasks.', zh: '项目库中没有填报节点或任务的项目。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Up to so many rows need no categories to find one's way. */
const UNGROUPED = 60;
/** How far a chart reaches beyond the plan year. What was done before that is left out, what lies beyond is cut off. */
const MONTHS_BEFORE = 6;
const MONTHS_AFTER = 24;

/** 挂图作战: projects and what they are made of, planned, forecast and done, with deadlines and what waits for what. */
export const gantt: Summary = inSteps({
  kind: 'gantt',
  title: words.title,
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const rows = new Map<ProjectFacts, ProjectRows>();
    for (const project of poolAt(analysis.plan, analysis.status)) {
      if (project.items.length > 0) rows.set(project, projectRows(format, project));
      yield;
    }
    const title = format.say(words.title);
    const parts = yield* grouped(format, rows);
    const blocks: readonly Block[] =
      rows.size === 0
        ? [{ type: 'callout', tone: 'info', content: format.or(format.say(words.empty)) }]
        : [yield* chart(analysis, title, parts)];
    const [drawn] = blocks;
    const told = drawn?.type === 'gantt' ? outside(format, drawn, parts) : undefined;
    return documentOf(format, 'gantt', title, blocks, told);
  },
});

/** What the chart does not show because of its reach: nothing may be missing without a word. */
function outside(format: Formatter, { from, to }: Gantt, parts: readonly ProjectRows[]): string | undefined {
  const cuts = parts.map((part) => inReach(part, { from, to }));
  const left = cuts.reduce((sum, cut) => sum + cut.left, 0);
  const beyond = cuts.reduce((sum, cut) => sum + cut.beyond, 0);
  const first = formatDay(from);
  const said = [
    ...(left === 0 ? [] : [format.say(left === 1 ? words.leftOne : words.left, { n: left, day: first })]),
    ...(beyond === 0 ? [] : [format.say(beyond === 1 ? words.beyondOne : words.beyond, { n: beyond })]),
  ];
  if (said.length === 0) return undefined;
  const reach = format.say(words.reach, { from: first, to: formatDay(addDays(to, -1)) });
  return [reach, ...said].join(format.lang === 'zh' ? '；' : '; ');
}

function groupTitle(format: Formatter, { path }: RegisterGroup): string {
  return path.length === 0 ? format.say(words.rest) : path.map(({ entry }) => titleOf(entry)).join(' › ');
}

interface ProjectRows {
  readonly rows: readonly GanttRow[];
  readonly dependencies: readonly GanttDependency[];
}

/** Few projects stand in the order of the plan; many under a row for each category, under which they can be folded. */
function* grouped(format: Formatter, all: ReadonlyMap<ProjectFacts, ProjectRows>): Steps<readonly ProjectRows[]> {
  const count = [...all.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  const groups = registerGroups(format.analysis, [...all.keys()]).filter(({ projects }) => projects.length > 0);
  if (count <= UNGROUPED || groups.length < 2) return [...all.values()];
  yield;
  const parts: ProjectRows[] = [];
  for (const group of groups) {
    parts.push({ rows: [groupRow(format, group)], dependencies: [] });
    for (const project of group.projects) {
      const part = all.get(project);
      if (part !== undefined) parts.push(deeper(part));
      yield;
    }
  }
  return parts;
}

/** What follows from a project's rows is kept with them: after an edit most of them are the same objects as before. */
const deepened = new WeakMap<ProjectRows, ProjectRows>();

function deeper(part: ProjectRows): ProjectRows {
  const known = deepened.get(part);
  if (known !== undefined) return known;
  const { rows, dependencies } = part;
  const result = { rows: rows.map((row) => ({ ...row, depth: row.depth + 1 })), dependencies };
  deepened.set(part, result);
  return result;
}

function groupRow(format: Formatter, group: RegisterGroup): GanttRow {
  const entry = group.path.at(-1)?.entry;
  return {
    id: `group:${entry?.id ?? ''}`,
    kind: 'summary',
    label: groupTitle(format, group),
    depth: 0,
    standing: 'unknown',
    ...(entry === undefined ? {} : { origin: originOf(entry) }),
  };
}

/** Dependencies are drawn where both ends are in the chart. */
function* chart(analysis: Analysis, title: string, parts: readonly ProjectRows[]): Steps<Gantt> {
  const range = reach(analysis, yield* mapInSteps(parts, extentOf));
  const shown = yield* mapInSteps(parts, (part) => inReach(part, range).rows);
  const ids = new Set<string>();
  for (const rows of shown) {
    for (const { id } of rows) ids.add(id);
    yield;
  }
  const dependencies = yield* mapInSteps(parts, (part) =>
    part.dependencies.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  );
  return {
    type: 'gantt',
    anchor: 'chart',
    title,
    ...range,
    status: analysis.status,
    rows: shown.flat(),
    dependencies: dependencies.flat(),
  };
}

interface Reach {
  readonly from: Day;
  readonly to: Day;
}

/** Whole months that hold every date, the status date among them. */
function reach({ yearPeriod, status }: Analysis, all: readonly Extent[]): Reach {
  const { first, last } = yearPeriod;
  const earliest = all.reduce<number>((day, extent) => Math.min(day, extent.earliest), status);
  const latest = all.reduce<number>((day, extent) => Math.max(day, extent.latest), status);
  const from = toDay(Math.max(earliest, Math.min(status, addMonths(first, -MONTHS_BEFORE))));
  const to = toDay(Math.min(latest, Math.max(status, addMonths(last, MONTHS_AFTER))));
  return { from: monthStart(from), to: addDays(monthEnd(to), 1) };
}

/** The first and the last day in some rows; rows without any day reach from +∞ to −∞. */
interface Extent {
  readonly earliest: number;
  readonly latest: number;
}

const extents = new WeakMap<ProjectRows, Extent>();

function extentOf(part: ProjectRows): Extent {
  const known = extents.get(part);
  if (known !== undefined) return known;
  const days = part.rows.flatMap(({ plan, forecast, actual, due }) => [
    ...[plan, forecast, actual].flatMap((span) => (span === undefined ? [] : [span.start, addDays(span.end, -1)])),
    ...(due === undefined ? [] : [due]),
  ]);
  const extent = { earliest: Math.min(...days), latest: Math.max(...days) };
  extents.set(part, extent);
  return extent;
}

/** A part as far as the chart reaches: how many of its rows are left out, and how many have days beyond. */
interface Cut extends Reach {
  readonly rows: readonly GanttRow[];
  readonly left: number;
  readonly beyond: number;
}

const cuts = new WeakMap<ProjectRows, Cut>();

function inReach(part: ProjectRows, reach: Reach): Cut {
  const known = cuts.get(part);
  if (known?.from === reach.from && known.to === reach.to) return known;
  const rows = part.rows.flatMap((row) => rowInReach(row, reach));
  const beyond = rows.filter((row) => row.before !== undefined || row.beyond !== undefined).length;
  const cut = { ...reach, rows, left: part.rows.length - rows.length, beyond };
  cuts.set(part, cut);
  return cut;
}

/** With the days that lie outside of the picture; nothing of an item that was done before. */
function rowInReach(row: GanttRow, { from, to }: Reach): readonly GanttRow[] {
  const spans = [row.plan, row.forecast, row.actual].filter((span) => span !== undefined);
  const seen = (span: DaySpan | undefined): boolean => span !== undefined && span.end > from && span.start < to;
  if (row.kind !== 'project' && row.standing === 'done' && !seen(row.actual) && !seen(row.forecast)) return [];
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => addDays(end, -1)), row.due ?? Number.NEGATIVE_INFINITY);
  if (first >= from && last < to) return [row];
  return [
    {
      ...row,
      ...(first < from ? { before: toDay(first) } : {}),
      ...(last >= to ? { beyond: toDay(last) } : {}),
    },
  ];
}

const rowsKept: Readonly<Record<Lang, PerProjectCache<ProjectRows>>> = {
  en: new PerProjectCache(),
  zh: new PerProjectCache(),
};

function projectRows(format: Formatter, project: ProjectFacts): ProjectRows {
  return rowsKept[format.lang].of(format.analysis, project, '', () => newRows(format, project));
}

function newRows(format: Formatter, project: ProjectFacts): ProjectRows {
  const items = pursuedDeadlines(format.analysis, project);
  const depths = depthsOf(project);
  const rows = items.map((item) => itemRow(format, item, (depths.get(item.item) ?? 0) + 1));
  return {
    rows: [projectRow(format, project, items), ...rows],
    dependencies: items.flatMap(({ scheduled }) => (scheduled === undefined ? [] : dependenciesOf(scheduled))),
  };
}

function projectRow(format: Formatter, project: ProjectFacts, items: readonly ItemDeadline[]): GanttRow {
  const { analysis } = format;
  const { status } = analysis;
  const { period } = project;
  const starts = items.flatMap(({ scheduled }) => {
    const told = scheduled && toldOf(scheduled);
    return told?.start ?? told?.finish ?? [];
  });
  const started = asOf(project.actualStart, status)?.day;
  const finished = asOf(project.actualFinish, status)?.day;
  const finish = analysis.metrics(project).forecast;
  const start = started ?? (starts.length === 0 ? undefined : toDay(Math.min(...starts)));
  const owner = format.name(project.owner);
  return {
    id: project.id,
    kind: 'project',
    label: titleOf(project),
    depth: 0,
    ...(period === undefined ? {} : { plan: spanOf(period.from.period.first, period.to.period.last) }),
    ...(start === undefined || finish === undefined || finish < start ? {} : { forecast: spanOf(start, finish) }),
    ...(started === undefined ? {} : { actual: { start: started, end: boundary(finished, status, started) } }),
    standing: projectScheduleStatus(analysis, project, items),
    light: analysis.light(project).light,
    ...(owner === undefined ? {} : { owner }),
    origin: originOf(project),
  };
}

function projectScheduleStatus(
  analysis: Analysis,
  project: ProjectFacts,
  items: readonly ItemDeadline[],
): ScheduleStatus {
  if (isCompleted(project, analysis.status)) return 'done';
  const statuses = items.map(itemScheduleStatus);
  const worst = (['late', 'atRisk', 'onTime'] as const).find((standing) => statuses.includes(standing));
  return worst ?? 'unknown';
}

function itemRow(format: Formatter, item: ItemDeadline, depth: number): GanttRow {
  const { status } = format.analysis;
  const { scheduled, due } = item;
  const point = item.item.kind === 'milestone';
  const owner = format.name(item.owner);
  const told = scheduled && toldOf(scheduled);
  const plan = drawnSpan(told?.planStart, told?.planFinish, point);
  const forecast = drawnSpan(told?.start, told?.finish, point);
  const actual = actualSpan(scheduled, status, point);
  const slack = waitsForNothing(item) ? undefined : told?.slackDays;
  return {
    id: item.item.id,
    kind: scheduled?.isSummary === true ? 'summary' : item.item.kind,
    label: titleOf(item.item),
    depth,
    ...(plan === undefined ? {} : { plan }),
    ...(forecast === undefined ? {} : { forecast }),
    ...(actual === undefined ? {} : { actual }),
    ...(due === undefined ? {} : { due: due.period.last }),
    ...(slack === undefined ? {} : { slack }),
    ...(slack !== undefined && slack <= 0 ? { critical: true } : {}),
    standing: itemScheduleStatus(item),
    ...(owner === undefined ? {} : { owner }),
    origin: originOf(item.item),
  };
}

/** Late is what is overdue, or lets a deadline be missed as it looks; at risk what has no day left or is due soon. */
function itemScheduleStatus(item: ItemDeadline): ScheduleStatus {
  const { deadlineStatus, scheduled, forecast } = item;
  if (deadlineStatus.state === 'done') return 'done';
  const slack = scheduled && toldOf(scheduled).slack;
  if (deadlineStatus.state === 'overdue' || deadlineStatus.state === 'forecastLate') return 'late';
  if (slack !== undefined && slack < 0) return 'late';
  if (deadlineStatus.state === 'dueSoon' || (slack === 0 && !waitsForNothing(item))) return 'atRisk';
  return forecast === undefined || deadlineStatus.state === 'deadlineUnread' ? 'unknown' : 'onTime';
}

/** A milestone without dependencies is expected on its deadline: that it has no slack says nothing. */
function waitsForNothing({ scheduled }: ItemDeadline): boolean {
  return scheduled?.slack === 0 && scheduled.cause === 'due';
}

/** Both days are worked on, so the span ends at the boundary behind the last one. */
function spanOf(first: Day, last: Day): DaySpan {
  return { start: first, end: addDays(last, 1) };
}

function drawnSpan(start: Day | undefined, finish: Day | undefined, point: boolean): DaySpan | undefined {
  if (finish === undefined) return undefined;
  const end = addDays(finish, 1);
  return point || start === undefined ? { start: end, end } : { start, end };
}

/** What is behind us: up to the finish, else to where the status date begins. */
function actualSpan(scheduled: ScheduledItem | undefined, status: Day, point: boolean): DaySpan | undefined {
  const start = scheduled?.actualStart;
  const finish = scheduled?.actualFinish;
  if (finish !== undefined) return drawnSpan(start ?? scheduled?.start, finish, point);
  return start === undefined ? undefined : { start, end: boundary(undefined, status, start) };
}

function boundary(finish: Day | undefined, status: Day, start: Day): Day {
  return finish === undefined ? toDay(Math.max(start, status)) : addDays(finish, 1);
}

function dependenciesOf(scheduled: ScheduledItem): readonly GanttDependency[] {
  const drivers = new Set(scheduled.drivers);
  return scheduled.predecessors
    .filter(({ successor }) => successor === scheduled.item)
    .map(({ predecessor, successor, facts }) => ({
      from: predecessor.id,
      to: successor.id,
      kind: facts.type,
      ...(drivers.has(predecessor) ? { driving: true } : {}),
    }));
}
