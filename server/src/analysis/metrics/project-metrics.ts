/**
 * Everything that is computed of one project as of S, each figure when it is first asked for. All of them are exact;
 * undefined is the missing value.
 */
import type { Day } from '../../model/day.js';
import type { DateFact, IssueFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { MoneyValue } from '../../model/money.js';
import { itemsOf } from '../../model/plan.js';
import type { PlanYear, YearBegins } from '../../model/plan-year.js';
import type { Rational } from '../../model/rational.js';
import {
  type Deadline,
  deadlinesOf,
  isIssueOverdue,
  isOverdue,
  isPursued,
  nextDeadline,
  type ProjectDeadline,
  projectDeadlines,
} from '../deadlines.js';
import { type FoundIssue, openIssuesIn } from '../project-issues.js';
import { hasStarted, isActive, isWithoutStage, itemOpenAt } from '../state.js';
import { revisionCount } from './counts.js';
import type { Elapsed } from './elapsed.js';
import type { Figure } from './figure.js';
import { type Funds, fundsAt } from './funds.js';
import {
  completion,
  investmentBehind,
  plannedAmount,
  plannedToDate,
  reportedAmount,
  type Schedule,
} from './investment.js';
import {
  type Answered,
  daysLate,
  daysOverdue,
  forecastFinish,
  reportAge,
  startLate,
  totalSlack,
  type Unread,
  unreadOf,
} from './lateness.js';
import { plannedProgress, progress, progressBehind, type WeighedItem, weigh } from './progress.js';
import type { Scheduled } from './schedule-dates.js';

/** What the figures of a project depend on besides its own facts. */
export interface MetricsFrame {
  /** S. */
  readonly status: Day;
  /** The plan year. */
  readonly year: number;
  /** The month in which plan years begin. */
  readonly yearBegins: YearBegins;
  /** What the project's policy measures 'on schedule' against. */
  readonly against: Schedule;
  readonly schedule: Scheduled;
  /** What inspections found in the project, at any time. */
  readonly found: readonly FoundIssue[];
}

export class ProjectMetrics {
  #deadlines: readonly Deadline[] | undefined;
  #leaves: readonly ItemFacts[] | undefined;
  #weighed: readonly WeighedItem[] | undefined;

  constructor(
    readonly project: ProjectFacts,
    readonly frame: MetricsFrame,
  ) {}

  // money of the plan year

  get #year(): PlanYear {
    return { year: this.frame.year, begins: this.frame.yearBegins };
  }

  get total(): MoneyValue | undefined {
    return this.project.investment?.total?.value;
  }
  get plan(): MoneyValue | undefined {
    return plannedAmount(this.project, this.#year);
  }
  get invested(): MoneyValue | undefined {
    return reportedAmount(this.project, this.#year, this.frame.status);
  }
  get received(): MoneyValue | undefined {
    return this.receivedFunds.all;
  }
  get paid(): MoneyValue | undefined {
    return this.paidFunds.all;
  }
  get receivedFunds(): Funds {
    return fundsAt(this.project, this.#year, this.frame.status, 'received');
  }
  get paidFunds(): Funds {
    return fundsAt(this.project, this.#year, this.frame.status, 'paid');
  }
  /** In currency units. */
  get plannedToDate(): Figure | undefined {
    return plannedToDate(this.project, this.#year, this.frame.status, this.frame.against);
  }
  /** In percent. */
  get completion(): Figure | undefined {
    return completion(this.invested, this.plan);
  }
  /** In percent of what was planned by S. */
  get investmentBehind(): Figure | undefined {
    return investmentBehind(this.plannedToDate, this.invested);
  }

  // physical progress, in percent and percentage points

  get progress(): Rational | undefined {
    return progress(this.project, this.weighed, this.frame.status);
  }
  get plannedProgress(): Rational | undefined {
    return plannedProgress(this.project, this.weighed, this.frame.status, this.frame.schedule);
  }
  get progressBehind(): Rational | undefined {
    return progressBehind(this.plannedProgress, this.progress);
  }
  /** The leaf items with their share in the progress. */
  get weighed(): readonly WeighedItem[] {
    this.#weighed ??= weigh(this.project, this.frame.schedule);
    return this.#weighed;
  }

  // time

  get startLate(): Elapsed | undefined {
    return startLate(this.project, this.frame.status);
  }
  get daysLate(): Elapsed | undefined {
    return daysLate(this.#answered, this.frame.status, this.frame.schedule, this.earliestFinish);
  }
  get daysOverdue(): Elapsed | undefined {
    return daysOverdue(this.#answered, this.frame.status);
  }
  get reportAge(): Elapsed | undefined {
    return reportAge(this.project, this.frame.status);
  }
  /** The day on which the project is forecast to end; undefined where that rests on something that cannot be read. */
  get forecast(): Day | undefined {
    return this.#unread.work() ? undefined : this.earliestFinish;
  }
  /** As far as what can be read says: it cannot end before. */
  get earliestFinish(): Day | undefined {
    return forecastFinish(this.project, this.leaves, this.frame.status, this.frame.schedule);
  }
  /** Undefined where there may be less, because something that it rests on cannot be read. */
  get slack(): Elapsed | undefined {
    const slack = totalSlack(this.leaves, this.frame.status, this.frame.schedule);
    const { deadline, work, left } = this.#unread;
    const mayBeLess = deadline || work() || left();
    return slack !== undefined && slack.days >= 0 && mayBeLess ? undefined : slack;
  }
  get #unread(): Unread {
    return unreadOf(this.project, this.frame.status, this.frame.schedule);
  }

  // deadlines and problems

  /** Those of items that somebody is held to, met ones too. */
  get deadlines(): readonly Deadline[] {
    const { status } = this.frame;
    this.#deadlines ??= isPursued(this.project, status) ? deadlinesOf(this.project, status) : [];
    return this.#deadlines;
  }
  /** Of the project itself: its planned start and its planned completion. */
  get ownDeadlines(): readonly ProjectDeadline[] {
    return projectDeadlines(this.project, this.frame.status);
  }
  get #answered(): Answered {
    return {
      items: this.deadlines,
      own: this.ownDeadlines,
      unread: this.#unread,
    };
  }
  /** The open deadline that comes first; where no item has one, the planned completion. */
  get due(): DateFact | undefined {
    return this.nextDeadline?.due ?? this.ownDeadlines.find(({ of, open }) => open && of === 'completion')?.due;
  }
  get nextDeadline(): Deadline | undefined {
    return nextDeadline(this.deadlines);
  }
  get overdue(): readonly Deadline[] {
    return this.deadlines.filter((deadline) => isOverdue(deadline, this.frame.status));
  }
  /** Its own, then those that inspections found in it. */
  get openIssues(): readonly IssueFacts[] {
    return openIssuesIn(this.project, this.frame.found, this.frame.status);
  }
  /** Those of them whose own deadline has passed. */
  get overdueIssues(): readonly IssueFacts[] {
    return this.openIssues.filter((issue) => isIssueOverdue(issue, this.frame.status));
  }
  get revisions(): number {
    return revisionCount(this.project, this.frame.status);
  }

  get openLeaves(): readonly ItemFacts[] {
    return this.leaves.filter((item) => itemOpenAt(item, this.frame.status));
  }
  get isActive(): boolean {
    return isActive(this.project, this.frame.status);
  }
  /** Active, and no report of the plan year has stated what was invested: sums of `invested` lack it. */
  get notReported(): boolean {
    return this.isActive && this.invested === undefined;
  }
  /** In the pool without a stage, and nothing reported of the plan year: whether it should have been, nobody can tell. */
  get maybeNotReported(): boolean {
    return isWithoutStage(this.project, this.frame.status) && this.invested === undefined;
  }
  get hasStarted(): boolean {
    return hasStarted(this.project, this.frame.status);
  }

  /** The items without any below them. */
  get leaves(): readonly ItemFacts[] {
    this.#leaves ??= itemsOf(this.project).filter((item) => item.items.length === 0);
    return this.#leaves;
  }
}
