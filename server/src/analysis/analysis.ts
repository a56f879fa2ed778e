/**
 * The one face of everything computed: what the plan's facts amount to as of the status date. Checks, summaries,
 * command and editor ask here, so that the same question has the same answer everywhere.
 */
import { civil, type Day } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
import type { Period } from '../model/period.js';
import type { Plan } from '../model/plan.js';
import { type PlanYear, planYearOf, planYearPeriod, type YearBegins, yearBeginsOf } from '../model/plan-year.js';
import type { Span } from '../model/span.js';
import { calendarOf, ownCalendarOf } from './calendars.js';
import { judge, type ProjectLight } from './lights/judge.js';
import { type Policy, resolvePolicy } from './lights/policy.js';
import { ProjectMetrics } from './metrics/project-metrics.js';
import { ProjectCache } from './project-cache.js';
import { ProjectContexts } from './project-contexts.js';
import { type FoundIssue, issuesFound, sameIssues } from './project-issues.js';
import { type Assumed, type Schedule, ScheduleCache } from './schedule/schedule.js';

export interface AnalysisOptions {
  /** Overrides the portfolio's status date. */
  readonly asOf?: Day;
  /** The machine's day: the status date where nothing states one. */
  readonly today: Day;
  /** Whether the file that `file` (a plan file) names by `path` is there, or outside the plan root; undefined where files cannot be looked at. */
  readonly fileExists?: (file: string, path: string) => boolean | 'outside' | undefined;
  /** Overrides the plan year: of an earlier day, which may lie in another. */
  readonly year?: number;
  /** What the files said before, where they are compared with it. */
  readonly base?: Plan;
  /**
   * Whether what a rule finds at a place is told, and with no less weight than it has by itself; without this it is. One
   * rule leaves to another only what that one tells.
   */
  readonly isTold?: (code: string, at: Span) => boolean;
  /** What if a milestone were not reached before a day: nothing in the language states that. */
  readonly assumed?: Assumed;
}

const NONE_FOUND: readonly FoundIssue[] = [];

export class Analysis {
  readonly #schedules: ScheduleCache;
  readonly #lights: ProjectCache<ProjectLight>;
  readonly #metrics: ProjectCache<ProjectMetrics>;
  readonly #contexts: ProjectContexts;
  readonly #days = new Map<string, Analysis>();
  /** What this analysis was asked for already: sums and lists ask for the same again and again. */
  readonly #metricsNow = new Map<ProjectFacts, ProjectMetrics>();
  readonly #lightsNow = new Map<ProjectFacts, ProjectLight>();
  #found: ReadonlyMap<ProjectFacts, readonly FoundIssue[]> | undefined;
  #schedule: Schedule | undefined;
  /** Of which this is a part: what is computed of one project is the same in both. */
  #whole: Analysis | undefined;
  #beside: Beside | undefined;

  /**
   * `before` is the analysis of the same plan before an edit: what it computed for projects that the edit does not reach
   * is taken over. Where the edit was to the frame, or the day is another, `hasSameFrame` is false, and only schedules
   * are taken over, which are kept with their calendars and their day.
   */
  constructor(
    readonly plan: Plan,
    readonly options: AnalysisOptions,
    before?: Analysis,
    hasSameFrame = true,
  ) {
    const same = hasSameFrame ? before : undefined;
    this.#schedules = before === undefined ? new ScheduleCache() : before.#schedules;
    if (!hasSameFrame) this.#schedules.beginAnew();
    this.#lights = same === undefined ? new ProjectCache() : same.#lights;
    this.#metrics = same === undefined ? new ProjectCache() : same.#metrics;
    this.#contexts = same === undefined ? new ProjectContexts() : same.#contexts;
  }

  /**
   * The same answers about each project, and a smaller portfolio: what is summed up, counted and listed is what the
   * narrowed `plan` goes through. Not to be kept over an edit.
   */
  narrowedTo(plan: Plan): Analysis {
    const part = new Analysis(plan, this.options, this);
    part.#whole = this;
    return part;
  }

  /**
   * The analysis of nearly the same plan, as of the same day and with the same frame: of projects that are the same there
   * and tied to the same others, its answers count here. Not to be kept over an edit.
   */
  agreeingWith(other: Analysis): this {
    this.#beside = new Beside(this, other);
    return this;
  }

  /**
   * An object that stays the same for as long as everything computed for `project` does, apart from the frame and the
   * status date: its connected component of the schedule with what inspections found in it. What was found for the
   * project may be kept with it.
   */
  contextOf(project: ProjectFacts): object {
    const other = this.#whole ?? this.#beside?.of(project);
    if (other !== undefined) return other.contextOf(project);
    return this.#contexts.of(project, this.schedule.connected(project) ?? project, this.issuesFoundIn(project));
  }

  /** The issues of inspections that are about the project, whenever they were found. */
  issuesFoundIn(project: ProjectFacts): readonly FoundIssue[] {
    if (this.#whole !== undefined) return this.#whole.issuesFoundIn(project);
    this.#found ??= issuesFound(this.plan);
    return this.#found.get(project) ?? NONE_FOUND;
  }

  /** S: the day as of which everything is judged (semantics, introduction). */
  get status(): Day {
    return this.options.asOf ?? this.plan.portfolio?.statusDate?.day ?? this.options.today;
  }

  /** Whether S was stated (by the portfolio or the caller) rather than being today. */
  get statusIsStated(): boolean {
    return this.options.asOf !== undefined || this.plan.portfolio?.statusDate !== undefined;
  }

  isTold(code: string, at: Span): boolean {
    return this.options.isTold?.(code, at) ?? true;
  }

  /** The plan year: the portfolio's, else the year of the status date. */
  get year(): number {
    const stated = this.plan.portfolio?.year?.period.first;
    return this.options.year ?? (stated === undefined ? planYearOf(this.status, this.yearBegins) : civil(stated).year);
  }

  /** The month in which plan years begin. */
  get yearBegins(): YearBegins {
    return yearBeginsOf(this.plan);
  }

  get planYear(): PlanYear {
    return { year: this.year, begins: this.yearBegins };
  }

  /** From the first to the last day of the plan year. */
  get yearPeriod(): Period {
    return planYearPeriod(this.year, this.yearBegins);
  }

  /** The schedule as of S; each connected part of it is computed when it is first asked for. */
  get schedule(): Schedule {
    if (this.#whole !== undefined) return this.#whole.schedule;
    this.#schedule ??= this.#schedules.schedule(this.plan, {
      status: this.status,
      calendarOf: (project) => calendarOf(this.plan, project),
      ownCalendarOf: (item, around) => ownCalendarOf(this.plan, item, around),
      ...(this.options.assumed === undefined ? {} : { assumed: this.options.assumed }),
    });
    return this.#schedule;
  }

  /** The policy that holds for a project, without one for the portfolio, with its defaults filled in. */
  policyOf(project: ProjectFacts | undefined): Policy {
    return resolvePolicy(this.plan, project);
  }

  /** What is computed of a project, each figure when it is first asked for. */
  metrics(project: ProjectFacts): ProjectMetrics {
    const other = this.#whole ?? this.#beside?.of(project);
    if (other !== undefined) return other.metrics(project);
    let metrics = this.#metricsNow.get(project);
    if (metrics === undefined) {
      metrics = this.#keptMetrics(project);
      this.#metricsNow.set(project, metrics);
    }
    return metrics;
  }

  #keptMetrics(project: ProjectFacts): ProjectMetrics {
    return this.#metrics.of(project, this.contextOf(project), this, () => {
      const { schedule, status, year, yearBegins } = this;
      const against = this.policyOf(project).against;
      return new ProjectMetrics(project, {
        status,
        year,
        yearBegins,
        against,
        schedule,
        found: this.issuesFoundIn(project),
      });
    });
  }

  /** The project's light with what it is made of; kept over edits that do not reach the project. */
  light(project: ProjectFacts): ProjectLight {
    const other = this.#whole ?? this.#beside?.of(project);
    if (other !== undefined) return other.light(project);
    let light = this.#lightsNow.get(project);
    if (light === undefined) {
      light = this.#lights.of(project, this.contextOf(project), this, () => judge(project, this));
      this.#lightsNow.set(project, light);
    }
    return light;
  }

  /**
   * The portfolio as of another day: what it looked like then, computed once for all that ask. As of a day before the
   * plan year, that day's own year is the plan year, unless the caller counts up the amounts of one `year` to that day.
   */
  at(day: Day, year: number = this.#yearOf(day)): Analysis {
    if (day === this.status && year === this.year) return this;
    const key = `${day} ${year}`;
    let then = this.#days.get(key);
    if (then === undefined) {
      then = this.#whole?.at(day, year).narrowedTo(this.plan) ?? this.#asOf(day, year);
      this.#days.set(key, then);
    }
    return then;
  }

  #asOf(day: Day, year: number): Analysis {
    const then = new Analysis(this.plan, { ...this.options, asOf: day, year }, this);
    return this.#beside === undefined ? then : then.agreeingWith(this.#beside.other.at(day, year));
  }

  #yearOf(day: Day): number {
    if (this.plan.portfolio?.year !== undefined && day >= this.yearPeriod.first) return this.year;
    return planYearOf(day, this.yearBegins);
  }
}

/** Which projects two analyses of nearly the same plan have in common, with all that they are judged by. */
class Beside {
  readonly #agrees = new Map<object, boolean>();

  constructor(
    readonly own: Analysis,
    readonly other: Analysis,
  ) {}

  /** The other analysis, where it says the same of the project. */
  of(project: ProjectFacts): Analysis | undefined {
    const component = this.own.schedule.connected(project);
    if (component === undefined) return undefined;
    let agrees = this.#agrees.get(component);
    if (agrees === undefined) {
      const here = this.own.schedule.tiedTo(project);
      const there = this.other.schedule.tiedTo(project);
      agrees =
        here.length === there.length &&
        here.every((each, i) => each === there[i]) &&
        here.every((each) => sameIssues(this.own.issuesFoundIn(each), this.other.issuesFoundIn(each)));
      this.#agrees.set(component, agrees);
    }
    return agrees ? this.other : undefined;
  }
}
