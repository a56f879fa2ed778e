/** What the month of S brought: investment, starts and completions, beside the plan and the same month a year before. */
import { addDays, type Day, monthEnd, monthStart, toDay } from '../model/day.js';
import type { ProjectFacts, StageName } from '../model/facts.js';
import type { MoneyValue } from '../model/money.js';
import { yearAgo } from '../model/plan-year.js';
import type { Analysis } from './analysis.js';
import { isOverdue, isPursued, projectDeadlines } from './deadlines.js';
import { type Figure, moneyFigure, percentOf, subtractFigures, sumFigures } from './metrics/figure.js';
import { poolAt } from './pool.js';
import { type PortfolioSums, sumsOf } from './portfolio-sums.js';
import { hasStarted, isActive, isCompleted, latestReport, stagesAt } from './state.js';

/** From the first day of the month that S lies in up to and with S. */
function monthOf({ status }: Analysis): { readonly first: Day; readonly last: Day } {
  return { first: monthStart(status), last: monthEnd(status) };
}

/** As of the end of the month before; undefined where that lies in another plan year, whose amounts are others. */
export function monthBefore(analysis: Analysis): Analysis | undefined {
  const then = analysis.at(addDays(monthOf(analysis).first, -1));
  return then.year === analysis.year ? then : undefined;
}

export interface MonthInvestment {
  /**
   * Reported by S less reported by the end of the month before, in currency units; undefined where no project tells both,
   * or none has reported an amount in the month: what nobody has told of is not 0.
   */
  readonly done: Figure | undefined;
  /** Projects that report an amount now and had none by the end of the month before: what of it is this month's is not known. */
  readonly unknown: readonly ProjectFacts[];
  /** Projects that had last reported before the month before: what is told as this month's goes back to that report. */
  readonly longer: readonly ProjectFacts[];
  /** Active projects that have reported no amount in the month, and so add nothing to it. */
  readonly silent: readonly ProjectFacts[];
}

/** In the first month of a plan year everything reported is that month's. */
export function investedInMonth(analysis: Analysis, projects: readonly ProjectFacts[]): MonthInvestment {
  const then = monthBefore(analysis);
  const unknown: ProjectFacts[] = [];
  const longer: ProjectFacts[] = [];
  const silent: ProjectFacts[] = [];
  let told = false;
  const done: Figure[] = [];
  for (const project of projects) {
    const { invested } = analysis.metrics(project);
    if (invested === undefined) continue;
    const before = then?.metrics(project).invested;
    const now = dayInvestedReported(project, analysis.status);
    if (now !== undefined && now >= monthOf(analysis).first) told = true;
    else if (before !== undefined && isActive(project, analysis.status)) silent.push(project);
    if (then === undefined) done.push(moneyFigure(invested));
    else if (before === undefined) unknown.push(project);
    else {
      done.push(subtractFigures(moneyFigure(invested), moneyFigure(before)));
      const last = dayInvestedReported(project, then.status);
      if (last !== undefined && last < monthStart(then.status) && now !== last) longer.push(project);
    }
  }
  return { done: done.length === 0 || !told ? undefined : sumFigures(done), unknown, longer, silent };
}

/** The day of the latest report by `status` that states an amount. */
function dayInvestedReported({ reports }: ProjectFacts, status: Day): Day | undefined {
  const days = reports.flatMap(({ day, invested }) => (invested !== undefined && day <= status ? [day] : []));
  return days.length === 0 ? undefined : toDay(Math.max(...days));
}

function investedOf(analysis: Analysis, projects: readonly ProjectFacts[]): MoneyValue | undefined {
  return sumsOf(projects.map((project) => analysis.metrics(project))).invested;
}

/** The active projects of which no report is dated in the month. */
export function silentInMonth(analysis: Analysis, projects: readonly ProjectFacts[]): readonly ProjectFacts[] {
  const { first } = monthOf(analysis);
  return projects.filter(
    (project) =>
      isActive(project, analysis.status) &&
      (latestReport(project, analysis.status)?.day ?? Number.NEGATIVE_INFINITY) < first,
  );
}

/** The same month a year before, of the projects that were in the pool then; undefined where the files hold nothing of it. */
export interface YearBefore {
  readonly day: Day;
  /** From the first day of that plan year. */
  readonly sums: PortfolioSums;
  readonly month: MonthInvestment;
  /** What is invested now against then, in percent more; undefined where there was nothing then. */
  readonly growth: Figure | undefined;
}

export function yearBefore(analysis: Analysis): YearBefore | undefined {
  const then = analysis.at(yearAgo(analysis.status));
  if (then.year === analysis.year) return undefined;
  const projects = poolAt(then.plan, then.status);
  const sums = sumsOf(projects.map((project) => then.metrics(project)));
  if (sums.invested === undefined) return undefined;
  const now = investedOf(analysis, poolAt(analysis.plan, analysis.status));
  const was = moneyFigure(sums.invested);
  return {
    day: then.status,
    sums,
    month: investedInMonth(then, projects),
    growth: now === undefined ? undefined : percentOf(subtractFigures(moneyFigure(now), was), was),
  };
}

/** Projects that were to begin (or to be completed) in a time, and those that did. */
export interface PlannedAndActual {
  /** Whose date, as coarse as it was planned, ends in the month; in the plan year; in it by S. */
  readonly plannedInMonth: readonly ProjectFacts[];
  readonly plannedInYear: readonly ProjectFacts[];
  readonly plannedByNow: readonly ProjectFacts[];
  readonly doneInMonth: readonly ProjectFacts[];
  /** By S. */
  readonly doneInYear: readonly ProjectFacts[];
  /** Whose date has passed, in this year or before, and that did not: as the rules `deadline/start-missed` and `deadline/completion-missed` have it. */
  readonly missed: readonly ProjectFacts[];
  /** Did, and no day is stated for it, so in no month and no year. */
  readonly undated: readonly ProjectFacts[];
}

export function startsOf(analysis: Analysis, projects: readonly ProjectFacts[]): PlannedAndActual {
  return plannedAndActual(analysis, projects, 'start', {
    happened: (project) => project.actualStart?.day ?? dayOfStage(project, analysis.status, 'construction'),
    isDone: (project) => hasStarted(project, analysis.status),
  });
}

export function completionsOf(analysis: Analysis, projects: readonly ProjectFacts[]): PlannedAndActual {
  return plannedAndActual(analysis, projects, 'completion', {
    happened: (project) => project.actualFinish?.day ?? dayOfStage(project, analysis.status, 'completed'),
    isDone: (project) => isCompleted(project, analysis.status),
  });
}

function dayOfStage(project: ProjectFacts, status: Day, stage: StageName): Day | undefined {
  return stagesAt(project, status).find((each) => each.stage === stage)?.on?.day;
}

interface Happening {
  readonly happened: (project: ProjectFacts) => Day | undefined;
  readonly isDone: (project: ProjectFacts) => boolean;
}

/** Nobody is held to the dates of a project that was given up. */
function plannedAndActual(
  analysis: Analysis,
  projects: readonly ProjectFacts[],
  of: 'start' | 'completion',
  { happened, isDone }: Happening,
): PlannedAndActual {
  const { status } = analysis;
  const month = monthOf(analysis);
  const year = analysis.yearPeriod;
  const pursued = projects.filter((project) => isPursued(project, status));
  const done = pursued.filter(isDone);
  const planned = (project: ProjectFacts): Day | undefined =>
    (of === 'start' ? project.period?.from : project.period?.to)?.period.last;
  const within = (day: Day | undefined, first: Day, last: Day): boolean =>
    day !== undefined && first <= day && day <= last;
  return {
    plannedInMonth: pursued.filter((project) => within(planned(project), month.first, month.last)),
    plannedInYear: pursued.filter((project) => within(planned(project), year.first, year.last)),
    plannedByNow: pursued.filter((project) => within(planned(project), year.first, status)),
    doneInMonth: done.filter((project) => within(happened(project), month.first, status)),
    doneInYear: done.filter((project) => within(happened(project), year.first, status)),
    missed: pursued.filter((project) =>
      projectDeadlines(project, status).some((deadline) => deadline.of === of && isOverdue(deadline, status)),
    ),
    undated: done.filter((project) => happened(project) === undefined),
  };
}
