/**
 * The schedule as Microsoft Project XML (MSPDI): projects as summaries of their items, forecast dates held by constraints so
 * that the program finds the same ones, the plan as the first baseline.
 */
import type { Analysis } from '../../analysis/analysis.js';
import { calendarOf, declarationOf } from '../../analysis/calendars.js';
import { poolAt } from '../../analysis/pool.js';
import type { Dependency, ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import { progressAt } from '../../analysis/state.js';
import type { WorkCalendar } from '../../model/calendar.js';
import { addDays, type Day, formatDay, yearEnd, yearStart } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { floor } from '../../model/rational.js';
import { titleOf } from '../../report/wording/formatter.js';
import { APPROVAL_TEXTS } from '../mspdi/approval-texts.js';
import { calendarElement, type NamedCalendar } from './project-calendars.js';
import { type XmlElement, xml } from './xml.js';

const words = {
  calendar: { en: 'Working days', zh: '工作日' },
  everyDay: { en: 'Calendar days', zh: '日历天' },
  projects: { en: 'Projects', zh: '项目' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Minutes in a day of work, and in a day. */
const WORKED = 480;
const WHOLE = 1440;
/** How a length is shown: days of work, and days that pass. */
const DAYS = 7;
const ELAPSED = 8;
const LINKS = { FF: 0, FS: 1, SF: 2, SS: 3 } as const;
const AS_SOON_AS_POSSIBLE = 0;
const NO_EARLIER_THAN = 4;
const FINISH_NO_EARLIER = 6;

export function projectXml(analysis: Analysis, lang: Lang): string {
  const writer = new MspdiWriter(analysis, lang);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writer.project()}`;
}

interface Row {
  readonly each: ScheduledItem;
  readonly level: number;
  readonly outline: string;
  readonly uid: number;
}

class MspdiWriter {
  readonly #calendars = new Map<WorkCalendar | undefined, NamedCalendar>();
  readonly #uids = new Map<ItemFacts, number>();
  #uid = 0;

  constructor(
    private readonly analysis: Analysis,
    private readonly lang: Lang,
  ) {}

  project(): string {
    const { plan, status } = this.analysis;
    const own = this.#calendar(calendarOf(plan, undefined));
    this.#calendar(undefined);
    const projects = poolAt(plan, status).map((project, index) => this.#rows(project, index));
    const days = projects.flatMap(({ rows }) =>
      rows.flatMap(({ each }) => [firstDay(each), each.finish, each.due, each.planStart]),
    );
    const known = [status, ...days.filter((day) => day !== undefined)];
    const first = earliest(known) ?? status;
    const last = latest(known) ?? status;
    const tasks = projects.flatMap(({ project, uid, outline, rows }) => [
      this.#projectTask(project, uid, outline, rows),
      ...rows.map((row) => this.#task(row)),
    ]);
    const title = plan.portfolio === undefined ? words.projects[this.lang] : titleOf(plan.portfolio);
    return xml([
      'Project xmlns="http://schemas.microsoft.com/project"',
      [
        ['SaveVersion', 14],
        ['Name', title],
        ['Title', title],
        ['ScheduleFromStart', 1],
        ['StartDate', morning(first)],
        ['FinishDate', evening(last)],
        ['CurrencyCode', plan.portfolio?.currency?.text ?? 'CNY'],
        ['CalendarUID', own.uid],
        ['DefaultStartTime', '08:00:00'],
        ['DefaultFinishTime', '17:00:00'],
        ['MinutesPerDay', WORKED],
        ['MinutesPerWeek', 5 * WORKED],
        ['DaysPerMonth', 20],
        ['DurationFormat', DAYS],
        ['WeekStartDay', 1],
        ['StatusDate', evening(status)],
        ['NewTasksAreManual', 0],
        ...this.#definitions(),
        [
          'Calendars',
          [...this.#calendars.values()].map((each) => calendarElement(each, yearStart(first), yearEnd(last))),
        ],
        ['Tasks', tasks],
      ],
    ]);
  }

  /** The program has no approvals: two of its texts say which tasks are, and who decides. */
  #definitions(): readonly XmlElement[] {
    if (![...this.analysis.schedule.items()].some(({ kind }) => kind === 'approval')) return [];
    const definitions = Object.values(APPROVAL_TEXTS).map(
      ({ id, name, title }): XmlElement => [
        'ExtendedAttribute',
        [
          ['FieldID', id],
          ['FieldName', name],
          ['Alias', title[this.lang]],
        ],
      ],
    );
    return [['ExtendedAttributes', definitions]];
  }

  #approval({ kind, item }: ScheduledItem): readonly XmlElement[] {
    if (kind !== 'approval') return [];
    const text = (of: keyof typeof APPROVAL_TEXTS, value: string): XmlElement => [
      'ExtendedAttribute',
      [
        ['FieldID', APPROVAL_TEXTS[of].id],
        ['Value', value],
      ],
    ];
    // By its name, as the notes have the ids of tasks.
    const authority = item.authority?.segments.map(({ text: segment }) => segment).join('.');
    return [
      text('kind', APPROVAL_TEXTS.kind.title[this.lang]),
      ...(authority === undefined ? [] : [text('authority', authority)]),
    ];
  }

  #calendar(calendar: WorkCalendar | undefined): NamedCalendar {
    let known = this.#calendars.get(calendar);
    if (known === undefined) {
      const declared = calendar === undefined ? undefined : declarationOf(calendar);
      const name =
        calendar === undefined
          ? words.everyDay[this.lang]
          : declared === undefined
            ? words.calendar[this.lang]
            : titleOf(declared);
      known = { uid: this.#calendars.size + 1, name, calendar };
      this.#calendars.set(calendar, known);
    }
    return known;
  }

  #rows(project: ProjectFacts, index: number) {
    const uid = ++this.#uid;
    const scheduled = new Map(this.analysis.schedule.of(project).map((each) => [each.item, each]));
    const rows: Row[] = [];
    const visit = (items: readonly ItemFacts[], level: number, outline: string): void => {
      let number = 0;
      for (const item of items) {
        const each = scheduled.get(item);
        if (each === undefined) continue;
        number++;
        const own = ++this.#uid;
        this.#uids.set(item, own);
        if (!each.isSummary && each.kind !== 'milestone') this.#calendar(this.#measuredBy(each));
        rows.push({ each, level, outline: `${outline}.${number}`, uid: own });
        visit(item.items, level + 1, `${outline}.${number}`);
      }
    };
    visit(project.items, 2, String(index + 1));
    return { project, uid, outline: String(index + 1), rows };
  }

  /** Work in calendar days goes on on days off. */
  #measuredBy(each: ScheduledItem): WorkCalendar | undefined {
    return each.item.duration?.value.unit === 'wd' ? each.calendar : undefined;
  }

  #projectTask(project: ProjectFacts, uid: number, outline: string, rows: readonly Row[]): XmlElement {
    const starts = rows.flatMap(({ each }) => firstDay(each) ?? []);
    const finishes = rows.flatMap(({ each }) => each.finish ?? []);
    const first = earliest(starts) ?? this.analysis.status;
    const last = latest(finishes) ?? first;
    return [
      'Task',
      [
        ['UID', uid],
        ['ID', uid],
        ['Name', titleOf(project)],
        ['Active', 1],
        ['Manual', 0],
        ['Type', 1],
        ['IsNull', 0],
        ['WBS', outline],
        ['OutlineNumber', outline],
        ['OutlineLevel', 1],
        ['Start', morning(first)],
        ['Finish', evening(last)],
        ['Milestone', 0],
        ['Summary', rows.length > 0 ? 1 : 0],
        ['Notes', project.id],
      ],
    ];
  }

  #task({ each, level, outline, uid }: Row): XmlElement {
    const { item, isSummary, open } = each;
    const isPoint = each.kind === 'milestone';
    const measured = this.#calendars.get(this.#measuredBy(each));
    const [start, finish] = boundsOf(each);
    const length = isPoint || isSummary ? 0 : this.#length(each);
    const done = !open
      ? 100
      : isPoint
        ? 0
        : Number(floor(progressAt(item, this.analysis.status)?.value ?? { n: 0n, d: 1n }));
    const has = start !== undefined && finish !== undefined;
    const constraint = this.#constraint(each);
    const { planStart, planFinish } = each;
    return [
      'Task',
      [
        ['UID', uid],
        ['ID', uid],
        ['Name', titleOf(item)],
        ['Active', 1],
        ['Manual', 0],
        ['Type', 1],
        ['IsNull', 0],
        ['WBS', outline],
        ['OutlineNumber', outline],
        ['OutlineLevel', level],
        ['Start', has ? start : undefined],
        ['Finish', has ? finish : undefined],
        ...(isSummary
          ? []
          : ([
              ['Duration', hours(length * WORKED)],
              ['DurationFormat', DAYS],
            ] as const)),
        ['Milestone', isPoint ? 1 : 0],
        ['Summary', isSummary ? 1 : 0],
        ['Critical', each.critical ? 1 : 0],
        ...(isSummary
          ? []
          : ([
              ['PercentComplete', done],
              ['ActualStart', has && (each.actualStart !== undefined || (isPoint && !open)) ? start : undefined],
              ['ActualFinish', has && !open ? finish : undefined],
              ['ConstraintType', constraint.type],
              ['ConstraintDate', constraint.date],
              ['CalendarUID', isPoint ? -1 : measured?.uid],
            ] as const)),
        ['Deadline', each.due === undefined ? undefined : evening(each.due)],
        ...(isPoint || isSummary ? [] : ([['IgnoreResourceCalendar', 1]] as const)),
        ['Notes', item.id],
        ...(isSummary ? [] : this.#links(each)),
        ...this.#approval(each),
        ...(planFinish === undefined || isSummary
          ? []
          : ([
              [
                'Baseline',
                [
                  ['Number', 0],
                  ['Start', isPoint || planStart === undefined ? evening(planFinish) : morning(planStart)],
                  ['Finish', evening(planFinish)],
                ],
              ],
            ] as const)),
      ],
    ];
  }

  /** In days of the calendar that it is measured by, from its first day to its last. */
  #length(each: ScheduledItem): number {
    const { start, finish } = each;
    if (start === undefined || finish === undefined) return 0;
    const measured = this.#measuredBy(each);
    const end = addDays(finish, 1);
    return measured === undefined ? end - start : measured.countWorking(start, end);
  }

  /** Without it the program would begin at once what the plan begins after the status date. */
  #constraint(each: ScheduledItem): { readonly type: number; readonly date: string | undefined } {
    if (each.actualStart !== undefined || !each.open) return { type: AS_SOON_AS_POSSIBLE, date: undefined };
    const { start, finish } = each;
    if (each.kind === 'milestone') {
      return finish === undefined
        ? { type: AS_SOON_AS_POSSIBLE, date: undefined }
        : { type: FINISH_NO_EARLIER, date: evening(finish) };
    }
    if (start === undefined) return { type: AS_SOON_AS_POSSIBLE, date: undefined };
    return { type: NO_EARLIER_THAN, date: morning(start) };
  }

  #links(each: ScheduledItem): readonly XmlElement[] {
    return each.predecessors.flatMap((dependency): readonly XmlElement[] => {
      const uid = this.#uids.get(dependency.predecessor);
      if (uid === undefined) return [];
      const { lag, format } = this.#lag(dependency);
      return [
        [
          'PredecessorLink',
          [
            ['PredecessorUID', uid],
            ['Type', LINKS[dependency.facts.type]],
            ['CrossProject', 0],
            ['LinkLag', lag],
            ['LagFormat', format],
          ],
        ],
      ];
    });
  }

  /** In tenths of minutes. A month is as many days as it has where it is. */
  #lag({ facts, boundary, predecessor }: Dependency): { readonly lag: number; readonly format: number } {
    const { lag, type } = facts;
    if (lag === undefined) return { lag: 0, format: DAYS };
    const { sign, duration } = lag;
    if (duration.unit === 'wd') return { lag: sign * duration.amount * WORKED * 10, format: DAYS };
    const fixed = { d: 1, w: 7, mo: 30, y: 365 }[duration.unit] * duration.amount * sign;
    const of = this.analysis.schedule.item(predecessor);
    const from = of === undefined ? undefined : type === 'FS' || type === 'FF' ? endOf(of) : firstDay(of);
    const isStep = duration.unit === 'mo' || duration.unit === 'y';
    const days = isStep && boundary !== undefined && from !== undefined ? boundary - from : fixed;
    return { lag: days * WHOLE * 10, format: ELAPSED };
  }
}

function earliest(days: readonly Day[]): Day | undefined {
  return [...days].sort((a, b) => a - b)[0];
}

function latest(days: readonly Day[]): Day | undefined {
  return [...days].sort((a, b) => a - b).at(-1);
}

function firstDay(each: ScheduledItem): Day | undefined {
  return each.start ?? each.finish;
}

function endOf({ finish }: ScheduledItem): Day | undefined {
  return finish === undefined ? undefined : addDays(finish, 1);
}

function boundsOf(each: ScheduledItem): readonly [string | undefined, string | undefined] {
  const { start, finish } = each;
  if (finish === undefined) return [undefined, undefined];
  return each.kind === 'milestone' || start === undefined
    ? [evening(finish), evening(finish)]
    : [morning(start), evening(finish)];
}

const morning = (day: Day): string => `${formatDay(day)}T08:00:00`;
const evening = (day: Day): string => `${formatDay(day)}T17:00:00`;
const hours = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
