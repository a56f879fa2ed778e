/** A form for one unit, prefilled with what the plan knows as of the status date. */
import type { Analysis } from '../../analysis/analysis.js';
import { isIssuePursued, isPursued, openDeadlines } from '../../analysis/deadlines.js';
import { poolAt } from '../../analysis/pool.js';
import { decisionsAt } from '../../analysis/portfolio-meetings.js';
import { responsibleFor } from '../../analysis/responsible.js';
import {
  dueAt,
  isCompleted,
  issueOpenAt,
  itemOpenAt,
  lastStated,
  latestReport,
  startedAt,
  triedAt,
} from '../../analysis/state.js';
import type { Day } from '../../model/day.js';
import type { DateFact, IssueFacts, ItemFacts, OrgFacts, ProjectFacts, Ref } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import { type MoneyValue, moneyToRational } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import { itemsOf, type Plan } from '../../model/plan.js';
import { planYearOf } from '../../model/plan-year.js';
import { rational, toTrimmedString } from '../../model/rational.js';
import type { Form, FormRow, FormSheet, FormValue } from './form-model.js';

export function buildForm(unit: OrgFacts, analysis: Analysis, lang: Lang): Form {
  const { plan, status } = analysis;
  const currency = plan.portfolio?.currency?.text ?? 'CNY';
  const zeros = lang === 'zh' && currency === 'CNY' ? 4 : 6;
  const projects = projectsOfUnit(unit, plan, status);
  const figure = (value: MoneyValue | undefined): FormValue =>
    value === undefined ? null : { figure: inTens(value, zeros) };
  return {
    unit: unit.name.text,
    portfolio: plan.portfolio?.title?.text ?? plan.portfolio?.name.text ?? '',
    status,
    lang,
    currency,
    zeros,
    sheets: withRows(
      [
        { key: 'reports', rows: projects.map((project) => reportRow(project, analysis, figure)) },
        {
          key: 'items',
          rows: itemsOfUnit(unit, analysis).map(({ project, item }) => itemRow(project, item, status, lang)),
        },
        {
          key: 'issues',
          rows: issuesOfUnit(unit, plan, status).map(({ project, issue }) => issueRow(project, issue, status, lang)),
        },
        {
          key: 'decisions',
          rows: decisionsOfUnit(unit, plan, status).map(({ decision, due, feedback }) =>
            row(decision.id, {
              number: decision.number?.text ?? null,
              decision: decision.text.text,
              due: dateValue(due, lang),
              left: leftValue(due, status, lang),
              'feedback-last': feedback.at(-1)?.text?.text ?? null,
            }),
          ),
        },
      ],
      projects,
    ),
    projects: projects.map((project) => ({ choice: choiceOf(project), id: project.id })),
  };
}

/** Sheets that ask nothing are left out; new issues can be written where there are projects. */
function withRows(sheets: readonly FormSheet[], projects: readonly ProjectFacts[]): readonly FormSheet[] {
  const asked = sheets.filter(({ rows }) => rows.length > 0);
  return projects.length === 0 ? asked : [...asked, { key: 'new', rows: [] }];
}

/** What the unit answers for, pursued as of the day: the same question is asked when the form comes back. */
function projectsOfUnit(unit: OrgFacts, plan: Plan, status: Day): readonly ProjectFacts[] {
  return poolAt(plan, status).filter(
    (project) => isPursued(project, status) && !isCompleted(project, status) && leadsTo(project.unit, unit, plan),
  );
}

interface UnitItem {
  readonly project: ProjectFacts;
  readonly item: ItemFacts;
}

function itemsOfUnit(unit: OrgFacts, { plan, status }: Analysis): readonly UnitItem[] {
  return poolAt(plan, status)
    .filter((project) => isPursued(project, status))
    .flatMap((project) => {
      const due = new Map(openDeadlines(project, status).map(({ item, due }) => [item, due.period.last]));
      const dueOf = (item: ItemFacts): number => due.get(item) ?? Number.MAX_SAFE_INTEGER;
      return [...itemsOf(project)]
        .filter((item) => item.items.length === 0 && itemOpenAt(item, status))
        .filter((item) => leadsTo(responsibleFor(project, item, 'unit'), unit, plan))
        .map((item) => ({ project, item }))
        .sort((a, b) => dueOf(a.item) - dueOf(b.item));
    });
}

interface UnitIssue {
  readonly project: ProjectFacts;
  readonly issue: IssueFacts;
}

function issuesOfUnit(unit: OrgFacts, plan: Plan, status: Day): readonly UnitIssue[] {
  return poolAt(plan, status).flatMap((project) =>
    project.issues
      .filter((issue) => issueOpenAt(issue, status) && isIssuePursued(issue, project, status))
      .filter((issue) => leadsTo(issue.unit ?? project.unit, unit, plan))
      .map((issue) => ({ project, issue })),
  );
}

function decisionsOfUnit(unit: OrgFacts, plan: Plan, status: Day): ReturnType<typeof decisionsAt> {
  return decisionsAt(plan, status).filter(({ open, decision }) => open && leadsTo(decision.unit, unit, plan));
}

function leadsTo(ref: Ref | undefined, unit: OrgFacts, plan: Plan): boolean {
  return plan.declaration('org', ref) === unit;
}

function choiceOf({ name, title }: ProjectFacts): string {
  return title === undefined ? name.text : `${name.text} ${title.text}`;
}

function reportRow(
  project: ProjectFacts,
  analysis: Analysis,
  figure: (value: MoneyValue | undefined) => FormValue,
): FormRow {
  const { status, yearBegins } = analysis;
  const last = latestReport(project, status);
  const year = planYearOf(status, yearBegins);
  // Amounts begin anew with the year.
  const sameYear = (day: Day | undefined): boolean => day !== undefined && planYearOf(day, yearBegins) === year;
  const invested = lastStated(project, status, ({ invested }) => invested);
  const progress = lastStated(project, status, ({ progress }) => progress);
  const plan = project.investment?.years.find((each) => each.year === analysis.year)?.amount;
  return row(project.id, {
    project: choiceOf(project),
    plan: figure(plan?.value),
    'last-day': last === undefined ? null : { day: last.day },
    'last-invested': invested !== undefined && sameYear(invested.report.day) ? figure(invested.fact.value) : null,
    'last-progress': progress === undefined ? null : { figure: toTrimmedString(progress.fact.value, 4) },
  });
}

function itemRow(project: ProjectFacts, item: ItemFacts, status: Day, lang: Lang): FormRow {
  const due = dueAt(item, status);
  const started = startedAt(item, status);
  const known = row(item.id, {
    project: choiceOf(project),
    item: item.title?.text ?? item.name.text,
    due: dateValue(due, lang),
    left: leftValue(due, status, lang),
    'was-started': started === undefined ? null : { day: started.day },
  });
  return item.kind === 'milestone' || item.stated.has('started') ? { ...known, closed: ['started'] } : known;
}

function issueRow(project: ProjectFacts, issue: IssueFacts, status: Day, lang: Lang): FormRow {
  return row(issue.id, {
    project: choiceOf(project),
    issue: issue.title?.text ?? issue.name.text,
    raised: issue.raised === undefined ? null : { day: issue.raised.day },
    due: dateValue(dueAt(issue, status), lang),
    'tried-last': triedAt(issue, status).at(-1)?.text?.text ?? null,
  });
}

function row(id: string, known: { readonly [key: string]: FormValue }): FormRow {
  return { id, known: new Map(Object.entries(known)) };
}

/** A promise for a month is shown as that. */
function dateValue(date: DateFact | undefined, lang: Lang): FormValue {
  if (date === undefined) return null;
  return date.period.grain === 'day' ? { day: date.period.first } : formatPeriod(date.period, lang);
}

function leftValue(due: DateFact | undefined, status: Day, lang: Lang): FormValue {
  if (due === undefined) return null;
  const days = due.period.last - status;
  if (lang === 'zh') return days < 0 ? `逾期 ${-days} 天` : `${days} 天`;
  return days < 0 ? `${-days} overdue` : `${days}`;
}

/** An exact decimal in tens of the currency unit. */
function inTens({ amount }: MoneyValue, zeros: number): string {
  const units = moneyToRational(amount);
  return toTrimmedString(rational(units.n, units.d * 10n ** BigInt(zeros)), zeros + 4);
}
