/** `planwright schedule`: what is computed of every milestone, task and approval. */
import pc from 'picocolors';
import { spelling } from '../../../grammar/keywords.js';
import type { ScheduledItem } from '../analysis/schedule/scheduled-item.js';
import { isUntold, type ToldSchedule, toldOf } from '../analysis/schedule/told-schedule.js';
import { nearest } from '../analysis/similar-names.js';
import { addMonths, civil, type Day, formatDay, monthStart } from '../model/day.js';
import { formatDuration } from '../model/duration.js';
import type { ItemFacts, ProjectFacts } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { logText } from '../report/log-text.js';
import { depthsOf } from '../report/summaries/item-depths.js';
import type { PlanRoot } from '../workspace/plan-root.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, terminalWidth, UsageError, wantsColor } from './context.js';
import { csv } from './csv.js';
import { displayWidth } from './display-width.js';
import { jsonText } from './json-text.js';
import type { LoadOptions } from './load.js';
import { type TextRow, textTable } from './text-table.js';
import { loadToAnswer } from './unread-statements.js';

export interface ScheduleOptions extends LoadOptions {
  readonly format: string;
  readonly project?: string | undefined;
  /** Print the latest days on which work can begin. */
  readonly backward?: boolean | undefined;
  readonly color?: boolean | undefined;
}

interface Output {
  readonly items: readonly ScheduledItem[];
  /** Of so many that are open nobody can tell when they will be done, or how long they may wait. */
  readonly untold: number;
  readonly status: Day;
  readonly lang: Lang;
}

const FORMATS: ReadonlyMap<string, (output: Output, options: ScheduleOptions, context: Context) => string> = new Map([
  ['text', asText],
  ['json', asJson],
  ['csv', asCsv],
]);

export async function schedule(paths: readonly string[], options: ScheduleOptions, context: Context): Promise<number> {
  const format = chooseFormat(FORMATS, options.format);
  const { root, lang } = await loadToAnswer(paths, options, context);
  const items = projectsOf(root, options.project).flatMap((project) => root.analysis.schedule.of(project));
  const backwards = options.backward === true;
  const chosen = backwards ? backward(items) : items;
  const untold = items.filter(backwards ? isStartUntold : isUntold).length;
  context.stdout.write(format({ items: chosen, untold, status: root.analysis.status, lang }, options, context));
  return EXIT.clean;
}

function projectsOf({ plan }: PlanRoot, name: string | undefined): readonly ProjectFacts[] {
  if (name === undefined) return plan.all('project');
  const project = plan.find('project', name);
  if (project !== undefined) return [project];
  const close = nearest(
    name,
    plan.all('project').map((each) => each.name.text),
  );
  throw new UsageError({
    en: `The plan has no project '${name}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
    zh: `计划中没有项目“${name}”${close === undefined ? '' : `，是否指“${close}”？`}`,
  });
}

/** What still has to begin, the most urgent first. */
function backward(items: readonly ScheduledItem[]): readonly ScheduledItem[] {
  return items
    .filter((each) => toldOf(each).mustStart !== undefined)
    .sort((a, b) => (a.mustStart ?? 0) - (b.mustStart ?? 0));
}

/** It has to begin some day, and nobody can tell when at the latest. */
function isStartUntold(each: ScheduledItem): boolean {
  return each.mustStart !== undefined && toldOf(each).mustStart === undefined;
}

const iso = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));

/** The record that the interfaces define: a milestone has a finish only, `mustStart` is null once started. */
function record(each: ScheduledItem) {
  const told = toldOf(each);
  return {
    id: each.id,
    kind: each.kind,
    title: each.item.title?.text ?? each.item.name.text,
    planStart: iso(told.planStart),
    planFinish: iso(told.planFinish),
    start: iso(told.start),
    finish: iso(told.finish),
    actualStart: iso(each.actualStart),
    actualFinish: iso(each.actualFinish),
    due: iso(each.due),
    mustStart: iso(told.mustStart),
    slack: told.slack ?? null,
    slackUnit: told.slackUnit ?? null,
    critical: told.critical,
    drivers: told.drivers.map(({ id }) => id),
  };
}

function asJson({ items, status }: Output): string {
  return jsonText({ version: 1, statusDate: formatDay(status), items: items.map(record) });
}

function asCsv({ items, lang }: Output): string {
  const fields = COLUMNS.map(([field]) => field);
  const rows = items.map(record);
  return csv([
    COLUMNS.map(([, title]) => title[lang]),
    ...rows.map((row) =>
      fields.map((field) => {
        const value = row[field];
        if (field === 'kind') return spelling(row.kind, lang);
        if (field === 'slackUnit') return row.slackUnit === null ? null : SLACK_UNITS[row.slackUnit][lang];
        if (Array.isArray(value)) return value.join(' ');
        if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '') : value ? 'yes' : '';
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      }),
    ),
  ]);
}

const SLACK_UNITS = {
  d: { en: 'days', zh: '天' },
  wd: { en: 'working days', zh: '工作日' },
} as const;

type Field = keyof ReturnType<typeof record>;
const COLUMNS: readonly (readonly [Field, { readonly en: string; readonly zh: string }])[] = [
  ['id', { en: 'Id', zh: '编号' }],
  ['kind', { en: 'Kind', zh: '种类' }],
  ['title', { en: 'Title', zh: '名称' }],
  ['planStart', { en: 'Planned start', zh: '计划开始' }],
  ['planFinish', { en: 'Planned finish', zh: '计划完成' }],
  ['start', { en: 'Forecast start', zh: '预计开始' }],
  ['finish', { en: 'Forecast finish', zh: '预计完成' }],
  ['actualStart', { en: 'Actual start', zh: '实际开始' }],
  ['actualFinish', { en: 'Actual finish', zh: '实际完成' }],
  ['due', { en: 'Due', zh: '期限' }],
  ['mustStart', { en: 'Must start', zh: '最迟开始' }],
  ['slack', { en: 'Slack', zh: '机动时间' }],
  ['slackUnit', { en: 'Slack unit', zh: '机动时间单位' }],
  ['critical', { en: 'Critical', zh: '关键' }],
  ['drivers', { en: 'Driven by', zh: '受制于' }],
];

// ------------------------------------------------------------------------------------------------ text

function asText(output: Output, options: ScheduleOptions, context: Context): string {
  const { items, status, lang } = output;
  const zh = lang === 'zh';
  if (items.length === 0) return `${nothing(output, options.backward === true)}\n`;
  const colors = pc.createColors(wantsColor(options.color, context));
  const scale = scaleOf(items, status, Math.max(18, Math.min(60, context.stdout.columns - 92)));
  const columns = [
    { title: zh ? '项' : 'Item', widest: 34 },
    { title: zh ? '期限' : 'Due' },
    { title: options.backward === true ? (zh ? '最迟开始' : 'Must start') : zh ? '预计开始' : 'Start' },
    { title: zh ? '预计完成' : 'Finish' },
    { title: zh ? '机动时间' : 'Slack', align: 'right' as const },
    { title: scale.head },
  ];
  const look: Look = { scale, colors, backwards: options.backward === true, lang };
  const rows: TextRow[] = [];
  let project: ProjectFacts | undefined;
  let depths: ReadonlyMap<ItemFacts, number> = new Map();
  for (const each of items) {
    // By urgency, projects alternate: their names stand in the rows instead of over them.
    if (each.project !== project && options.backward !== true) {
      project = each.project;
      depths = depthsOf(project);
      rows.push({ cells: [], heading: [project.name.text, project.title?.text ?? ''].join(' ').trimEnd() });
    }
    const name = each.item.title?.text ?? each.item.name.text;
    const label =
      options.backward === true
        ? `${each.project.name.text} ${name}`
        : '  '.repeat(1 + (depths.get(each.item) ?? 0)) + name;
    rows.push(textRow(label, each, look));
  }
  const date = formatDay(status);
  const summary = zh
    ? `${items.length} 项，截至 ${date}；${outlook(output)}。█ 已做 ▒ 预计 ◆ 完成点 ┃ 期限 ╎ 截至日`
    : `${items.length} items as of ${date}; ${outlook(output)}.  █ done ▒ forecast ◆ finish ┃ due ╎ status date`;
  return logText(
    `${textTable(columns, rows, { head: colors.bold, rule: colors.dim }, terminalWidth(context))}\n\n${summary}\n`,
  );
}

function nothing({ untold, lang }: Output, backwards: boolean): string {
  if (!backwards) return lang === 'zh' ? '没有节点、任务或审批' : 'No milestones, tasks or approvals';
  if (lang === 'zh') return `没有须为期限开始的工作${untold === 0 ? '' : `；${untold} 项无法判断`}`;
  return `No work still has to begin for a deadline${untold === 0 ? '' : `; ${untold} cannot be told`}`;
}

/** Whether deadlines hold; that they do is said only where it can be told of all. */
function outlook({ items, untold, lang }: Output): string {
  const zh = lang === 'zh';
  const late = items.filter(({ slack, open }) => open && slack !== undefined && slack < 0).length;
  if (late === 0 && untold === 0) return zh ? '期限均可满足' : 'all deadlines hold';
  const missed = zh ? `${late} 项将误期限` : `${late} will miss a deadline`;
  const unknown = zh ? `${untold} 项无法判断` : `${untold} cannot be told`;
  return [late === 0 ? [] : missed, untold === 0 ? [] : unknown].flat().join(zh ? '，' : ', ');
}

/** `-3wd`, `12d`; `-3个工作日`. */
function slackText({ slack, slackUnit }: ToldSchedule, lang: Lang): string {
  if (slack === undefined || slackUnit === undefined) return '';
  return `${slack < 0 ? '-' : ''}${formatDuration({ amount: Math.abs(slack), unit: slackUnit }, lang)}`;
}

interface Look {
  readonly scale: Scale;
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly backwards: boolean;
  readonly lang: Lang;
}

function textRow(label: string, each: ScheduledItem, { scale, colors, backwards, lang }: Look): TextRow {
  const told = toldOf(each);
  const late = told.slack !== undefined && told.slack < 0;
  const done = !each.open;
  return {
    cells: [
      label,
      iso(each.due) ?? '',
      (backwards ? iso(told.mustStart) : iso(told.start)) ?? '',
      told.finish === undefined ? '?' : formatDay(told.finish),
      done ? '✓' : slackText(told, lang),
      bar(each, scale),
    ],
    paint: (cell, column) => {
      if (column === 0 || column === 5) return cell;
      if (done) return colors.dim(cell);
      if (late && column >= 3) return colors.red(cell);
      return told.critical && column === 4 ? colors.yellow(cell) : cell;
    },
  };
}

interface Scale {
  readonly from: Day;
  readonly to: Day;
  readonly width: number;
  readonly status: number;
  readonly head: string;
}

function scaleOf(items: readonly ScheduledItem[], status: Day, width: number): Scale {
  let [from, to] = [status, status];
  for (const each of items) {
    const { start, finish, planStart } = toldOf(each);
    for (const day of [start, finish, planStart, each.due]) {
      if (day === undefined) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  const column = columnIn(from, to, width);
  return { from, to, width, status: column(status), head: axis(from, to, width) };
}

const columnIn =
  (from: Day, to: Day, width: number) =>
  (day: Day): number =>
    Math.max(0, Math.min(width - 1, Math.floor(((day - from) / Math.max(1, to - from + 1)) * width)));

/** Months, or years, where there is room for their names. */
function axis(from: Day, to: Day, width: number): string {
  const column = columnIn(from, to, width);
  let text = '';
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) {
    const { year, month: number } = civil(month);
    const label =
      number === 1 || text === '' ? `${year}-${String(number).padStart(2, '0')}` : String(number).padStart(2, '0');
    const at = month < from ? 0 : column(month);
    if (at >= displayWidth(text) + (text === '' ? 0 : 1) && at + label.length <= width) text = text.padEnd(at) + label;
  }
  return text;
}

function bar(each: ScheduledItem, scale: Scale): string {
  const column = columnIn(scale.from, scale.to, scale.width);
  const cells: string[] = Array.from({ length: scale.width }, (_, index) => (index === scale.status ? '╎' : ' '));
  const { due, actualStart } = each;
  const { start, finish } = toldOf(each);
  if (finish !== undefined) {
    const first = start === undefined ? column(finish) : column(start);
    for (let at = first; at <= column(finish); at++) {
      cells[at] = actualStart !== undefined && (at < scale.status || !each.open) ? '█' : '▒';
    }
    if (start === undefined) cells[column(finish)] = each.open ? '◇' : '◆';
  }
  if (due !== undefined && cells[column(due)] !== '◇' && cells[column(due)] !== '◆') cells[column(due)] = '┃';
  return cells.join('').trimEnd();
}
