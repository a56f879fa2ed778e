/** Rules about deadlines that are missing, near, missed or were met late (`deadline/*`). */
import type { ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { daysOver, isDueSoon, openDeadlines, warnedUntil } from '../deadlines.js';
import { dayFigure, sayDay, sayDays } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { dueAt, finishedAt, isActive } from '../state.js';

type Due = { readonly due: string; readonly days: number };
type FinishedLate = Due & { readonly done: string };

function* overdue(project: ProjectFacts, { status }: Analysis): Generator<Found<Due>> {
  for (const { item, due } of openDeadlines(project, status)) {
    const days = daysOver(due.period.last, status);
    if (days > 0) yield { at: due.at, data: { due: dayFigure(due.period.last), days }, element: item.id };
  }
}

function* dueSoon(project: ProjectFacts, analysis: Analysis): Generator<Found<Due>> {
  const { status } = analysis;
  const deadlines = openDeadlines(project, status);
  if (deadlines.length === 0) return;
  const warned = warnedUntil(analysis, project);
  for (const { item, due } of deadlines) {
    const last = due.period.last;
    if (!isDueSoon(last, status, warned)) continue;
    yield { at: due.at, data: { due: dayFigure(last), days: last - status }, element: item.id };
  }
}

function* finishedLate(project: ProjectFacts, { status }: Analysis): Generator<Found<FinishedLate>> {
  for (const item of itemsOf(project)) {
    const done = finishedAt(item, status);
    const due = dueAt(item, status);
    const last = due?.period.last;
    if (done === undefined || due === undefined || last === undefined || done.day <= last) continue;
    const found = {
      data: { due: dayFigure(last), done: dayFigure(done.day), days: done.day - last },
      element: item.id,
    };
    // A summary ends with the last of its parts, which may have kept a deadline of its own.
    if (done === item.done) yield { ...found, at: done.at };
    else yield { ...found, at: due.at, related: [{ at: done.at, message: LAST_PART }] };
  }
}

const LAST_PART = { en: 'The last part of it was done here', zh: '其中最后一项在这里完成' };

function* none(project: ProjectFacts, { status }: Analysis): Generator<Found<Record<string, never>>> {
  if (!isActive(project, status)) return;
  for (const item of itemsOf(project)) if (item.stated.has('due')) return;
  yield { at: project.name.at, data: {}, element: project.id };
}

export const DEADLINE_RULES: readonly Rule[] = [
  projectRule<Due>(
    {
      code: 'deadline/overdue',
      severity: 'error',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'Overdue', zh: '已逾期' },
      message: {
        en: ({ due, days }) => `Overdue by ${sayDays(days, 'en')}: was due ${sayDay(due, 'en')} and is not done`,
        zh: ({ due, days }) => `已逾期${sayDays(days, 'zh')}：期限为${sayDay(due, 'zh')}，尚未完成`,
      },
      page: {
        en: `A milestone, task or approval is open although its deadline has passed. The deadline itself is still in time:
on that day the work can be finished. A deadline such as 2026-06 or 2026-H1 is the last day of that period.

If it is finished, state \`done\` with the day. If the deadline was moved, change \`due\` and record the move with
\`revised\`: when, from which deadline, by whom and why. Deadlines of cancelled projects, and of projects that have left
the pool, are not pursued.`,
        zh: `节点、任务或审批的期限已过，但尚未完成。期限当天仍算按时：当天还可以完成。期限写到月或半年的
（如2026年6月、2026年上半年），指该时段的最后一天。

已完成的，用\`完成\`写明日期；期限已调整的，改\`期限\`，并用\`调整\`写明何时、原期限、谁批准、什么原因。已终止或已
调出的项目不再追究期限。`,
      },
      example: {
        asOf: '2026-07-01',
        shows: 'project P1 {\n  milestone Topping-out due 2026-06\n}\n',
        clean: 'project P1 {\n  milestone Topping-out due 2026-07-01\n}\n',
      },
    },
    overdue,
  ),
  projectRule<Due>(
    {
      code: 'deadline/due-soon',
      severity: 'info',
      judgedBy: ['status-date', 'calendar', 'policy'],
      title: { en: 'Due soon', zh: '即将到期' },
      message: {
        en: ({ due, days }) => (days === 0 ? 'Due today' : `Due in ${sayDays(days, 'en')}, on ${sayDay(due, 'en')}`),
        zh: ({ due, days }) => (days === 0 ? '今天到期' : `还有${sayDays(days, 'zh')}到期，期限为${sayDay(due, 'zh')}`),
      },
      page: {
        en: `An open deadline lies within the time of warning: 14 days, or what \`warn\` of the project's policy says. Make
sure that it will be kept, or ask for an extension now: one that is asked for after the deadline comes too late.`,
        zh: `尚未完成的事项即将到期：默认提前14天，或按项目适用的规则中\`提前预警\`所写的时长。请确认能够按期完成；需要
延期的，应在到期前提出。`,
      },
      example: {
        asOf: '2026-06-16',
        shows: 'project P1 {\n  milestone Topping-out due 2026-06-30\n}\n',
        clean: 'project P1 {\n  milestone Topping-out due 2026-07-01\n}\n',
      },
    },
    dueSoon,
  ),
  projectRule<FinishedLate>(
    {
      code: 'deadline/finished-late',
      severity: 'info',
      title: { en: 'Finished after the deadline', zh: '逾期完成' },
      message: {
        en: ({ due, done, days }) =>
          `Finished ${sayDays(days, 'en')} late: done ${sayDay(done, 'en')}, due ${sayDay(due, 'en')}`,
        zh: ({ due, done, days }) =>
          `晚${sayDays(days, 'zh')}完成：${sayDay(done, 'zh')}完成，期限为${sayDay(due, 'zh')}`,
      },
      page: {
        en: `The work is done, but after the deadline that held. This is information for the record: nothing has to be
changed. Do not move the deadline afterwards to make it look punctual.`,
        zh: `事项已完成，但晚于当时的期限。这是备查信息，不需要改动。请勿事后改期限使其看似按时。`,
      },
      example: {
        asOf: '2026-07-31',
        shows: 'project P1 {\n  milestone Topping-out due 2026-06-30 done 2026-07-01\n}\n',
        clean: 'project P1 {\n  milestone Topping-out due 2026-06-30 done 2026-06-30\n}\n',
      },
    },
    finishedLate,
  ),
  projectRule<Record<string, never>>(
    {
      code: 'deadline/none',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      lacks: 'due',
      title: { en: 'An active project without a deadline', zh: '推进中项目没有期限' },
      message: {
        en: () => 'The project is active, but none of its milestones and tasks has a deadline',
        zh: () => '项目推进中，但没有任何节点或任务写明期限',
      },
      page: {
        en: `The project is ready or under construction, yet nothing in it has a \`due\`: there is nothing it can be held to,
and it can never be late. Give at least its next milestone a deadline.`,
        zh: `项目处于预备或在建阶段，但其中没有一处\`期限\`：没有可以督查的时间要求，也无从判断是否滞后。请至少为下一个
节点写明期限。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  stage ready\n  milestone Topping-out\n}\n',
        clean: 'project P1 {\n  stage ready\n  milestone Topping-out due 2026-12\n}\n',
      },
    },
    none,
  ),
];
