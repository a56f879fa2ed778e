/** What a file of Microsoft Project says, as it says it: tasks, links, calendars, people; days instead of times. */
import { type Day, parseIsoDay } from '../../model/day.js';
import { failed, type Read } from '../spreadsheet/sheet.js';
import { type ApprovalText, approvalText } from './approval-texts.js';
import { type Element, readXml } from './read-xml.js';

export interface MspLink {
  readonly uid: string;
  readonly type: 'FF' | 'FS' | 'SF' | 'SS';
  /** In tenths of minutes. */
  readonly lag: number;
  readonly format: number;
  readonly isElsewhere: boolean;
}

export interface MspTask {
  readonly uid: string;
  readonly name: string;
  readonly level: number;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly isActive: boolean;
  readonly isManual: boolean;
  readonly isElsewhere: boolean;
  readonly start: Day | undefined;
  readonly finish: Day | undefined;
  /** In minutes; undefined where the file says none, or says it in no way that is known. */
  readonly duration: number | undefined;
  readonly durationFormat: number;
  readonly percent: number;
  readonly actualStart: Day | undefined;
  readonly actualFinish: Day | undefined;
  readonly deadline: Day | undefined;
  readonly constraint: { readonly type: number; readonly day: Day | undefined };
  readonly calendar: string | undefined;
  readonly baseline: { readonly start: Day | undefined; readonly finish: Day | undefined } | undefined;
  readonly notes: string;
  /** It stands for an approval; who decides, where that is said. */
  readonly approval: { readonly authority: string | undefined } | undefined;
  readonly links: readonly MspLink[];
}

interface MspException {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
  readonly isWorking: boolean;
  /** Comes again in a pattern: weekly, monthly, yearly. */
  readonly isPattern: boolean;
}

export interface MspCalendar {
  readonly uid: string;
  readonly name: string;
  readonly base: string | undefined;
  /** ISO days of the week, 1 to 7, that it says something of. */
  readonly week: ReadonlyMap<number, boolean>;
  readonly exceptions: readonly MspException[];
}

export interface MspProject {
  readonly title: string;
  readonly currency: string | undefined;
  readonly status: Day | undefined;
  readonly minutesPerDay: number;
  readonly calendar: string | undefined;
  readonly calendars: ReadonlyMap<string, MspCalendar>;
  readonly tasks: readonly MspTask[];
  /** People by their uid. */
  readonly people: ReadonlyMap<string, string>;
  /** Materials and costs. */
  readonly otherResources: readonly string[];
  /** The uids of tasks and who works at them. */
  readonly assigned: ReadonlyMap<string, readonly string[]>;
}

const MOST_TASKS = 20_000;
const LINKS = ['FF', 'FS', 'SF', 'SS'] as const;

export function readProjectFile(bytes: Uint8Array): Read<MspProject> {
  const top = new Map<string, string>();
  const calendars = new Map<string, MspCalendar>();
  const tasks: MspTask[] = [];
  const people = new Map<string, string>();
  const otherResources: string[] = [];
  const assigned = new Map<string, string[]>();
  const texts = new Map<string, ApprovalText>();
  let root: string | undefined;
  const read = readXml(bytes, 2, ([first, list, ...more], element) => {
    if (first === undefined) root = element.name;
    if (first !== 'Project' || more.length > 0) return;
    if (list === undefined && element.children.length === 0) top.set(element.name, element.text.trim());
    else if (list === 'Calendars' && element.name === 'Calendar') {
      const calendar = calendarOf(element);
      calendars.set(calendar.uid, calendar);
    } else if (list === 'Tasks' && element.name === 'Task' && leaf(element, 'IsNull') !== '1')
      tasks.push(taskOf(element, texts));
    else if (list === 'ExtendedAttributes' && element.name === 'ExtendedAttribute') {
      const is = approvalText(leaf(element, 'Alias') ?? '');
      if (is !== undefined) texts.set(leaf(element, 'FieldID') ?? '', is);
    } else if (list === 'Resources' && element.name === 'Resource') {
      const name = leaf(element, 'Name') ?? '';
      if (name === '') return;
      if ((leaf(element, 'Type') ?? '1') === '1') people.set(leaf(element, 'UID') ?? '', name);
      else otherResources.push(name);
    } else if (list === 'Assignments' && element.name === 'Assignment') {
      const task = leaf(element, 'TaskUID') ?? '';
      assigned.set(task, [...(assigned.get(task) ?? []), leaf(element, 'ResourceUID') ?? '']);
    }
  });
  if (!read.ok) return read;
  if (root !== 'Project') {
    return failed(
      'The file is XML, but not of Microsoft Project: save the schedule there as XML',
      '文件是 XML，但不是 Microsoft Project 文件：请在其中另存为 XML 格式',
    );
  }
  if (tasks.length > MOST_TASKS) {
    return failed(
      `The file holds ${tasks.length} tasks and is not read (at most ${MOST_TASKS})`,
      `文件含 ${tasks.length} 项任务，超过上限 ${MOST_TASKS} 项，不予读取`,
    );
  }
  const title = top.get('Title') || (top.get('Name') ?? '').replace(/\.(?:mpp|xml)$/i, '');
  const perDay = Number(top.get('MinutesPerDay') ?? '480');
  return {
    ok: true,
    value: {
      title,
      currency: top.get('CurrencyCode') || undefined,
      status: dayOf(top.get('StatusDate')),
      minutesPerDay: Number.isInteger(perDay) && perDay > 0 ? perDay : 480,
      calendar: top.get('CalendarUID'),
      calendars,
      tasks,
      people,
      otherResources,
      assigned,
    },
  };
}

function taskOf(element: Element, texts: ReadonlyMap<string, ApprovalText>): MspTask {
  const text = (name: string): string | undefined => leaf(element, name);
  const day = (name: string): Day | undefined => dayOf(text(name));
  const baseline = element.children.find(
    (child) => child.name === 'Baseline' && (leaf(child, 'Number') ?? '0') === '0',
  );
  return {
    uid: text('UID') ?? '',
    name: (text('Name') ?? '').trim(),
    level: Number(text('OutlineLevel') ?? '1'),
    isSummary: text('Summary') === '1',
    isMilestone: text('Milestone') === '1',
    isActive: text('Active') !== '0',
    isManual: text('Manual') === '1',
    isElsewhere: text('ExternalTask') === '1' || text('IsSubproject') === '1',
    start: day('Start'),
    finish: day('Finish'),
    duration: minutesOf(text('Duration')),
    durationFormat: Number(text('DurationFormat') ?? '7'),
    percent: Number(text('PercentComplete') ?? '0'),
    actualStart: day('ActualStart'),
    actualFinish: day('ActualFinish'),
    deadline: day('Deadline'),
    constraint: { type: Number(text('ConstraintType') ?? '0'), day: day('ConstraintDate') },
    calendar: text('CalendarUID'),
    baseline:
      baseline === undefined
        ? undefined
        : { start: dayOf(leaf(baseline, 'Start')), finish: dayOf(leaf(baseline, 'Finish')) },
    notes: (text('Notes') ?? '').replace(/\r\n?/g, '\n').trim(),
    approval: approvalOf(element, texts),
    links: element.children.flatMap((child) => (child.name === 'PredecessorLink' ? [linkOf(child)] : [])),
  };
}

function approvalOf(element: Element, texts: ReadonlyMap<string, ApprovalText>): MspTask['approval'] {
  const said = new Map<ApprovalText, string>();
  for (const child of element.children) {
    const is = child.name === 'ExtendedAttribute' ? texts.get(leaf(child, 'FieldID') ?? '') : undefined;
    const value = (leaf(child, 'Value') ?? '').trim();
    if (is !== undefined && value !== '') said.set(is, value);
  }
  return said.size === 0 ? undefined : { authority: said.get('authority') };
}

function linkOf(element: Element): MspLink {
  return {
    uid: leaf(element, 'PredecessorUID') ?? '',
    type: LINKS[Number(leaf(element, 'Type') ?? '1')] ?? 'FS',
    lag: Number(leaf(element, 'LinkLag') ?? '0'),
    format: Number(leaf(element, 'LagFormat') ?? '7'),
    isElsewhere: leaf(element, 'CrossProject') === '1',
  };
}

function calendarOf(element: Element): MspCalendar {
  const week = new Map<number, boolean>();
  const exceptions: MspException[] = [];
  for (const day of within(element, 'WeekDays', 'WeekDay')) {
    const type = Number(leaf(day, 'DayType') ?? '0');
    const isWorking = leaf(day, 'DayWorking') === '1';
    // Sunday is 1; 0 is how older files write an exception.
    if (type >= 1 && type <= 7) week.set(type === 1 ? 7 : type - 1, isWorking);
    else exceptions.push(...exceptionOf(day, isWorking));
  }
  for (const each of within(element, 'Exceptions', 'Exception')) {
    exceptions.push(...exceptionOf(each, leaf(each, 'DayWorking') === '1'));
  }
  const base = leaf(element, 'BaseCalendarUID');
  return {
    uid: leaf(element, 'UID') ?? '',
    name: (leaf(element, 'Name') ?? '').trim(),
    base: base === undefined || base === '-1' || base === '0' ? undefined : base,
    week,
    exceptions,
  };
}

function exceptionOf(element: Element, isWorking: boolean): readonly MspException[] {
  const period = element.children.find(({ name }) => name === 'TimePeriod');
  const first = period && dayOf(leaf(period, 'FromDate'));
  const last = period && dayOf(leaf(period, 'ToDate'));
  if (first === undefined || last === undefined) return [];
  const type = Number(leaf(element, 'Type') ?? '1');
  const name = (leaf(element, 'Name') ?? '').trim();
  return [{ name, first, last, isWorking, isPattern: type !== 1 && first !== last }];
}

function within(element: Element, list: string, each: string): readonly Element[] {
  return element.children
    .filter(({ name }) => name === list)
    .flatMap(({ children }) => children.filter(({ name }) => name === each));
}

function leaf(element: Element, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** The day of `2026-03-02T08:00:00`. */
function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseIsoDay(text.trim().slice(0, 10));
}

/** `PT40H0M0S`. */
function minutesOf(text: string | undefined): number | undefined {
  const match = /^P(?:(\d+)D)?T?(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(
    text?.trim() ?? '',
  );
  if (match === null) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}
