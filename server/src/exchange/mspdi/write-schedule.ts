/** A schedule of Microsoft Project as plan text: summaries as tasks that hold others, and what the language has no place for told. */
import { addDays, type Day, formatDay, weekday } from '../../model/day.js';
import { type Duration, formatDuration } from '../../model/duration.js';
import type { Lang } from '../../model/lang.js';
import { dayPeriod } from '../../model/period.js';
import { nameOf } from '../ledger/gathering.js';
import type { Remark } from '../ledger/statements.js';
import { indented, PlanWriter } from '../ledger/write-plan.js';
import type { MspCalendar, MspLink, MspProject, MspTask } from './project-file.js';

export interface ScheduleText {
  readonly text: string;
  readonly projects: readonly { readonly id: string; readonly title: string | null; readonly items: number }[];
  readonly remarks: readonly Remark[];
}

export interface ScheduleOptions {
  readonly lang: Lang;
  /** What a file without a title is called. */
  readonly fileName: string;
  /** The name of the portfolio to declare; none where the plan has one. */
  readonly portfolio: boolean;
  readonly isDeclared: (kind: 'person' | 'org' | 'calendar', name: string) => boolean;
}

interface Node {
  readonly task: MspTask;
  readonly children: Node[];
  name: string;
  /** From the project down. */
  path: readonly string[];
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Formats of lengths in days that pass, and in percents; 32 more where they are estimates. */
const ELAPSED: ReadonlySet<number> = new Set([4, 6, 8, 10, 12]);
const PERCENT: ReadonlySet<number> = new Set([19, 20]);

/** The format of a length or a lag without the mark of an estimate; 53 names no unit and has none. */
function certain(format: number): number {
  return format >= 32 && format !== 53 ? format - 32 : format;
}
const CONSTRAINT = {
  alap: 1,
  startOn: 2,
  finishOn: 3,
  startNoEarlier: 4,
  startNoLater: 5,
  finishNoEarlier: 6,
  finishNoLater: 7,
};

export function writeSchedule(file: MspProject, options: ScheduleOptions): ScheduleText {
  const writer = new ScheduleWriter(file, options);
  const text = writer.plan();
  return { text, projects: writer.projects, remarks: writer.remarks };
}

class ScheduleWriter {
  readonly remarks: Remark[] = [];
  readonly projects: { id: string; title: string | null; items: number }[] = [];
  readonly #plan: PlanWriter;
  readonly #nodes = new Map<string, Node>();
  readonly #people = new Set<string>();
  readonly #authorities = new Set<string>();
  readonly #calendars = new Map<string, string>();
  /** The notes of its tasks are ids of a plan, as the export writes them. */
  #hasIds = false;

  constructor(
    readonly file: MspProject,
    readonly options: ScheduleOptions,
  ) {
    this.#plan = new PlanWriter(options.lang, file.currency ?? 'CNY');
  }

  plan(): string {
    const { file, options } = this;
    const roots = this.#tree();
    const title = nameOf(file.title) || nameOf(options.fileName) || 'schedule';
    // A file without the task of the whole project holds projects; else its tasks are those of one.
    const isMany =
      roots.length > 0 && !file.tasks.some(({ level }) => level === 0) && roots.every(({ task }) => task.isSummary);
    this.#hasIds = isMany && roots.every((root) => this.#isIds(root));
    const projects = isMany ? this.#projectsOf(roots) : [{ id: title, title: undefined, items: roots }];
    for (const { id, items } of projects) this.#named(items, [id]);
    const blocks = projects.map(({ id, title: called, items }) => {
      const head = `${this.#word('project')} ${this.#plan.name(id)}${called === undefined ? '' : ` ${this.#plan.text(called)}`}`;
      const calendar = file.calendar === undefined ? undefined : this.#calendar(file.calendar);
      const lines = [
        ...(calendar === undefined ? [] : [`${this.#word('calendar')} ${this.#plan.name(calendar)}`]),
        ...items.flatMap((node) => this.#item(node)),
      ];
      this.projects.push({ id, title: called ?? null, items: count(items) });
      return lines.length === 0 ? head : `${head} {\n${lines.join('\n')}\n}`;
    });
    if (file.otherResources.length > 0) {
      this.#tell(
        'info',
        '',
        `materials and costs are not imported: ${file.otherResources.slice(0, 10).join(', ')}`,
        `材料和成本资源不导入：${file.otherResources.slice(0, 10).join('、')}`,
      );
    }
    const portfolio = [
      ...(file.currency === undefined || file.currency === 'CNY' || !/^[A-Z]{3}$/.test(file.currency)
        ? []
        : [`${this.#word('currency')} ${file.currency}`]),
    ];
    const people = [...this.#people].filter((name) => !options.isDeclared('person', name));
    const authorities = [...this.#authorities].filter((name) => !options.isDeclared('org', name));
    return `${[
      ...(options.portfolio
        ? [
            `${this.#word('portfolio')} ${this.#plan.name(title)}${portfolio.length === 0 ? '' : ` {\n${portfolio.join('\n')}\n}`}`,
          ]
        : []),
      ...[...this.#calendars].flatMap(([uid, name]) => {
        const calendar = file.calendars.get(uid);
        return calendar === undefined || options.isDeclared('calendar', name)
          ? []
          : [this.#calendarBlock(calendar, name)];
      }),
      authorities.map((name) => `${this.#word('org')} ${this.#plan.name(name)}`).join('\n'),
      people.map((name) => `${this.#word('person')} ${this.#plan.name(name)}`).join('\n'),
      ...blocks,
    ]
      .filter((block) => block !== '')
      .map(indented)
      .join('\n\n')}\n`;
  }

  // ------------------------------------------------------------------------------------------------ the tree

  #tree(): readonly Node[] {
    const roots: Node[] = [];
    const open: Node[] = [];
    for (const task of this.file.tasks) {
      if (task.level === 0) continue;
      if (!task.isActive || task.isElsewhere) {
        this.#told(
          task,
          'info',
          task.isActive ? 'stands in another file; left out' : 'is inactive; left out',
          task.isActive ? '属于其他文件，未导入' : '为非活动任务，未导入',
        );
        continue;
      }
      while (open.length > 0 && (open.at(-1)?.task.level ?? 0) >= task.level) open.pop();
      const node: Node = { task, children: [], name: '', path: [] };
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
      this.#nodes.set(task.uid, node);
    }
    return roots;
  }

  #isIds(node: Node): boolean {
    const { notes } = node.task;
    return (
      notes !== '' &&
      !notes.includes('\n') &&
      node.children.every(({ task }) => task.notes.startsWith(`${notes}.`) && task.notes.length > notes.length + 1) &&
      node.children.every((child) => this.#isIds(child))
    );
  }

  #projectsOf(roots: readonly Node[]) {
    const taken = new Set<string>();
    return roots.map(({ task, children }) => {
      const name = nameOf(task.name) || 'project';
      const id = free(this.#hasIds ? nameOf(task.notes) : name, taken);
      return { id, title: name === id ? undefined : name, items: children };
    });
  }

  #named(nodes: readonly Node[], above: readonly string[]): void {
    const taken = new Set<string>();
    for (const node of nodes) {
      const { name, notes } = node.task;
      const parent = above.join('.');
      const own =
        this.#hasIds && notes.startsWith(`${parent}.`) ? nameOf(notes.slice(parent.length + 1)) : nameOf(name);
      node.name = free(own || `#${node.task.uid}`, taken);
      node.path = [...above, node.name];
      this.#named(node.children, node.path);
    }
  }

  // ------------------------------------------------------------------------------------------------ items

  #item(node: Node): readonly string[] {
    const { task, children, name } = node;
    const isSummary = children.length > 0;
    const isPoint = task.isMilestone && !isSummary;
    const title = nameOf(task.name) === name || task.name === '' ? '' : ` ${this.#plan.text(task.name)}`;
    const head = `${this.#word(isPoint ? 'milestone' : task.approval === undefined ? 'task' : 'approval')} ${this.#plan.name(name)}${title}`;
    const members = [
      ...(isPoint ? this.#point(task) : isSummary ? this.#due(task) : this.#length(task)),
      ...this.#after(node),
      ...this.#owner(task),
      ...(isPoint ? [] : this.#authority(task)),
      ...(task.notes === '' || this.#hasIds ? [] : this.#notes(task)),
      ...children.flatMap((child) => this.#item(child)),
    ];
    return members.length === 0 ? [head] : [`${head} {`, ...members, '}'];
  }

  #point(task: MspTask): readonly string[] {
    const done = task.percent >= 100 ? (task.actualFinish ?? task.finish) : undefined;
    // A point that nothing leads to is where it was put; any other is where its predecessors put it.
    const put = task.links.length === 0 || task.isManual ? (this.#hasIds ? undefined : task.finish) : undefined;
    const due = task.deadline ?? this.#finishBound(task) ?? task.baseline?.finish ?? put;
    this.#constraintTold(task);
    if (task.approval !== undefined) {
      this.#told(task, 'info', 'is a point, and no approval here', '是里程碑，不作为审批导入');
    }
    return [
      ...(due === undefined ? [] : [`${this.#word('due')} ${this.#day(due)}`]),
      ...(done === undefined ? [] : [`${this.#word('done')} ${this.#day(done)}`]),
    ];
  }

  #due(task: MspTask): readonly string[] {
    const due = task.deadline;
    return due === undefined ? [] : [`${this.#word('due')} ${this.#day(due)}`];
  }

  #length(task: MspTask): readonly string[] {
    const { constraint, baseline, percent } = task;
    const isHeld = constraint.type === CONSTRAINT.startNoEarlier || constraint.type === CONSTRAINT.startOn;
    // `start` holds a task back: a baseline does so only where the work is not foreseen before it.
    const isEarlier = baseline?.start !== undefined && task.start !== undefined && task.start < baseline.start;
    const start =
      (isEarlier ? undefined : baseline?.start) ??
      (task.isManual || (isHeld && constraint.day === undefined) ? task.start : isHeld ? constraint.day : undefined) ??
      (task.links.length === 0 ? task.start : undefined);
    const duration = this.#duration(task);
    const due = task.deadline ?? this.#finishBound(task);
    const isDone = percent >= 100;
    const done = isDone ? (task.actualFinish ?? task.finish) : undefined;
    const calendar = this.#ownCalendar(task);
    this.#constraintTold(task);
    const { status } = this.file;
    const isGoing = task.actualStart !== undefined && !isDone;
    const remaining = isGoing ? this.#remaining(task, duration) : undefined;
    // The length of what goes on holds what became of it; what was planned is its baseline.
    const planned =
      isGoing && baseline?.start !== undefined ? baseline.finish : duration === undefined ? task.finish : undefined;
    const length = isGoing && planned !== undefined ? undefined : duration;
    return [
      ...(due === undefined ? [] : [`${this.#word('due')} ${this.#day(due)}`]),
      ...(start === undefined ? [] : [`${this.#word('start')} ${this.#day(start)}`]),
      ...(length === undefined
        ? planned === undefined
          ? []
          : [`${this.#word('finish')} ${this.#day(planned)}`]
        : [`${this.#word('duration')} ${formatDuration(length, this.options.lang)}`]),
      ...(remaining === undefined
        ? []
        : [`${this.#word('remaining')} ${formatDuration(remaining, this.options.lang)}`]),
      ...(calendar === undefined ? [] : [`${this.#word('calendar')} ${this.#plan.name(calendar)}`]),
      ...(task.actualStart === undefined ? [] : [`${this.#word('started')} ${this.#day(task.actualStart)}`]),
      ...(done === undefined ? [] : [`${this.#word('done')} ${this.#day(done)}`]),
      ...(percent > 0 && !isDone
        ? [
            `${this.#word('progress')} ${percent}%${status === undefined ? '' : ` ${this.#word('on')} ${this.#day(status)}`}`,
          ]
        : []),
    ];
  }

  /** In days: those that pass, or those that its calendar works. */
  #duration(task: MspTask): Duration | undefined {
    const { duration, durationFormat } = task;
    if (duration === undefined) return undefined;
    const format = certain(durationFormat);
    const perDay = this.file.minutesPerDay;
    const passes = ELAPSED.has(format);
    const days = passes ? duration / 1440 : duration / perDay;
    const amount = Math.max(1, Math.ceil(days - 1e-9));
    if (Math.abs(days - amount) > 1e-9) {
      this.#told(
        task,
        'info',
        `takes ${trimmed(days)} days; ${amount} are written`,
        `工期 ${trimmed(days)} 天，按 ${amount} 天写入`,
      );
    }
    return { amount, unit: passes || this.#worksAlways(this.#measuring(task)) ? 'd' : 'wd' };
  }

  /** From the status date to the finish that the file foresees, both included. */
  #remaining(task: MspTask, duration: Duration | undefined): Duration | undefined {
    const { status } = this.file;
    const { finish } = task;
    if (status === undefined || finish === undefined || duration === undefined || finish < status) return undefined;
    const unit = duration.unit === 'wd' ? 'wd' : 'd';
    const calendar = this.file.calendars.get(this.#measuring(task) ?? '');
    if (unit === 'd' || calendar === undefined) return unit === 'd' ? { amount: finish - status + 1, unit } : undefined;
    const off = new Set(this.#weekend(calendar));
    let amount = 0;
    for (let day = status; day <= finish; day = addDays(day, 1)) {
      const exception = calendar.exceptions.findLast(
        (each) => !each.isPattern && each.first <= day && day <= each.last,
      );
      if (exception?.isWorking ?? !off.has(weekday(day))) amount++;
    }
    return { amount, unit };
  }

  /** No later than a day is a deadline to the language. */
  #finishBound({ constraint }: MspTask): Day | undefined {
    return constraint.type === CONSTRAINT.finishNoLater || constraint.type === CONSTRAINT.finishOn
      ? constraint.day
      : undefined;
  }

  #constraintTold(task: MspTask): void {
    const { type, day } = task.constraint;
    const on = day === undefined ? '' : ` ${formatDay(day)}`;
    const say = (en: string, zh: string): void => this.#told(task, 'warning', en, zh);
    if (type === CONSTRAINT.alap)
      say('starts as late as possible, which a plan cannot say', '约束为“越晚越好”，计划中无法表示');
    else if (type === CONSTRAINT.startNoLater)
      say(`has to start no later than${on}, which a plan cannot say`, `约束为“不得晚于${on} 开始”，计划中无法表示`);
    else if (type === CONSTRAINT.finishNoEarlier && !task.isMilestone)
      say(`has to finish no earlier than${on}, which a plan cannot say`, `约束为“不得早于${on} 完成”，计划中无法表示`);
    else if (type === CONSTRAINT.startOn && !this.#hasIds)
      say(`has to start on${on}; written as no earlier than that`, `约束为“必须开始于${on}”，按“不早于”写入`);
    else if (type === CONSTRAINT.finishOn)
      say(`has to finish on${on}; written as its deadline`, `约束为“必须完成于${on}”，按期限写入`);
  }

  #after({ task }: Node): readonly string[] {
    const said = task.links.flatMap((link): readonly string[] => {
      const other = this.#nodes.get(link.uid);
      if (link.isElsewhere || other === undefined || other.path.length === 0) {
        this.#told(
          task,
          'warning',
          `has a predecessor that is not in the file (${link.uid}); the link is left out`,
          `的前置任务不在文件中（${link.uid}），该链接未导入`,
        );
        return [];
      }
      const path = other.path.map((part) => this.#plan.name(part)).join('.');
      const lag = this.#lag(task, link);
      return [`${path}${link.type === 'FS' ? '' : ` ${link.type}`}${lag}`];
    });
    return said.length === 0 ? [] : [`${this.#word('after')} ${said.join(this.options.lang === 'zh' ? '、' : ', ')}`];
  }

  #lag(task: MspTask, { lag, format: written }: MspLink): string {
    if (lag === 0) return '';
    const format = certain(written);
    if (PERCENT.has(format)) {
      this.#told(
        task,
        'warning',
        'has a lag in percent of the predecessor; it is left out',
        '的延隔以前置任务工期的百分比表示，未导入',
      );
      return '';
    }
    const passes = ELAPSED.has(format);
    const days = Math.abs(lag) / 10 / (passes ? 1440 : this.file.minutesPerDay);
    const amount = Math.round(days);
    if (Math.abs(days - amount) > 1e-9) {
      this.#told(
        task,
        'warning',
        `has a lag of ${trimmed(days)} days; ${amount} are written`,
        `的延隔为 ${trimmed(days)} 天，按 ${amount} 天写入`,
      );
    }
    if (amount === 0) return '';
    return ` ${lag < 0 ? '-' : '+'}${formatDuration({ amount, unit: passes ? 'd' : 'wd' }, this.options.lang)}`;
  }

  /** One does it; who else works at it is told. */
  #owner(task: MspTask): readonly string[] {
    const names = (this.file.assigned.get(task.uid) ?? []).flatMap(
      (uid) => nameOf(this.file.people.get(uid) ?? '') || [],
    );
    const [first, ...others] = new Set(names);
    if (first === undefined) return [];
    this.#people.add(first);
    if (others.length > 0) {
      this.#told(
        task,
        'warning',
        `is worked at by others as well, who are left out: ${others.join(', ')}`,
        `还分配给其他资源，未导入：${others.join('、')}`,
      );
    }
    return [`${this.#word('owner')} ${this.#plan.name(first)}`];
  }

  #authority({ approval }: MspTask): readonly string[] {
    const name = nameOf(approval?.authority ?? '');
    if (name === '') return [];
    this.#authorities.add(name);
    return [`${this.#word('authority')} ${this.#plan.name(name)}`];
  }

  #notes(task: MspTask): readonly string[] {
    this.#told(task, 'info', 'has notes, which are kept as a remark in the text', '有备注，作为注释保留在文本中');
    return task.notes.split('\n').map((line) => `// ${line.replace(/[\u0000-\u001f{}]/g, ' ').trim()}`);
  }

  // ------------------------------------------------------------------------------------------------ calendars

  #measuring(task: MspTask): string | undefined {
    return task.calendar === undefined || task.calendar === '-1' ? this.file.calendar : task.calendar;
  }

  #ownCalendar(task: MspTask): string | undefined {
    const uid = this.#measuring(task);
    return uid === undefined || uid === this.file.calendar || this.#worksAlways(uid) ? undefined : this.#calendar(uid);
  }

  /** The name under which it is declared. */
  #calendar(uid: string): string | undefined {
    const calendar = this.file.calendars.get(uid);
    if (calendar === undefined) return undefined;
    const known = this.#calendars.get(uid);
    if (known !== undefined) return known;
    const name = free(nameOf(calendar.name) || `calendar-${uid}`, new Set(this.#calendars.values()));
    this.#calendars.set(uid, name);
    return name;
  }

  #worksAlways(uid: string | undefined): boolean {
    const calendar = uid === undefined ? undefined : this.file.calendars.get(uid);
    return calendar !== undefined && this.#weekend(calendar).length === 0 && calendar.exceptions.length === 0;
  }

  /** ISO days that are not worked; what a calendar does not say its base says, and without one the usual week holds. */
  #weekend(calendar: MspCalendar): readonly number[] {
    const base = calendar.base === undefined ? undefined : this.file.calendars.get(calendar.base);
    return [1, 2, 3, 4, 5, 6, 7].filter((day) => !(calendar.week.get(day) ?? base?.week.get(day) ?? day < 6));
  }

  #calendarBlock(calendar: MspCalendar, name: string): string {
    const off = this.#weekend(calendar);
    const days = off.flatMap((day) => WEEK[day - 1] ?? []).map((day) => this.#word(day));
    const base = calendar.base === undefined ? undefined : this.file.calendars.get(calendar.base);
    const exceptions = [...(base?.exceptions ?? []), ...calendar.exceptions].flatMap((each) => {
      if (each.isPattern) {
        this.#tell(
          'warning',
          calendar.name,
          `the exception '${each.name}' comes again in a pattern; write its days as holidays`,
          `例外“${each.name}”按规律重复，未导入，请逐日写为放假`,
        );
        return [];
      }
      const span =
        each.first === each.last
          ? this.#day(each.first)
          : `${this.#day(each.first)} ${this.options.lang === 'zh' ? '至' : '..'} ${this.#day(each.last)}`;
      return [
        `${this.#word(each.isWorking ? 'workday' : 'holiday')} ${span}${each.name === '' ? '' : ` ${this.#plan.text(each.name)}`}`,
      ];
    });
    const weekend = days.length === 0 ? this.#word('none') : days.join(this.options.lang === 'zh' ? '、' : ', ');
    return [
      `${this.#word('calendar')} ${this.#plan.name(name)} {`,
      `${this.#word('weekend')} ${weekend}`,
      ...exceptions,
      '}',
    ].join('\n');
  }

  // ------------------------------------------------------------------------------------------------ words

  #word(keyword: Parameters<PlanWriter['word']>[0]): string {
    return this.#plan.word(keyword);
  }

  #day(day: Day): string {
    return this.#plan.date(dayPeriod(day));
  }

  #told(task: MspTask, severity: Remark['severity'], en: string, zh: string): void {
    this.#tell(severity, `${task.uid} ${task.name}`.trim(), en, zh);
  }

  #tell(severity: Remark['severity'], cell: string, en: string, zh: string): void {
    this.remarks.push({ severity, cell, message: { en, zh } });
  }
}

function free(name: string, taken: Set<string>): string {
  let own = name;
  for (let number = 2; taken.has(own); number++) own = `${name}-${number}`;
  taken.add(own);
  return own;
}

function count(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(2)));
}
