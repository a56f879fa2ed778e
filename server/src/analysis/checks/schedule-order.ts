/** The rule about dates of an item in the wrong order (`schedule/order`). */
import type { Day } from '../../model/day.js';
import type { DateFact, ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { asOf, doneAt, dueAt, startedAt } from '../state.js';

type Disorder = { readonly kind: keyof typeof SENTENCES; readonly day: string; readonly limit: string };

const SENTENCES = {
  'start-finish': {
    en: (day, limit) => `Planned to finish on ${day}, before its start on ${limit}`,
    zh: (day, limit) => `计划完成${day}早于计划开始${limit}`,
  },
  'started-done': {
    en: (day, limit) => `Done on ${day}, before it was started on ${limit}`,
    zh: (day, limit) => `完成${day}早于实际开始${limit}`,
  },
  'actual-start-finish': {
    en: (day, limit) => `Actually finished on ${day}, before the actual start on ${limit}`,
    zh: (day, limit) => `实际竣工${day}早于实际开工${limit}`,
  },
  period: {
    en: (day, limit) => `The period ends on ${day}, before it begins on ${limit}`,
    zh: (day, limit) => `建设期限倒置：${day}结束，早于${limit}开始`,
  },
  'child-early': {
    en: (day, limit) => `Begins on ${day}, before the task that it is a part of (${limit})`,
    zh: (day, limit) => `${day}开始，早于所属汇总任务的计划开始${limit}`,
  },
  'child-late': {
    en: (day, limit) => `Reaches to ${day}, beyond the finish of the task that it is a part of (${limit})`,
    zh: (day, limit) => `到${day}，晚于所属汇总任务的计划完成${limit}`,
  },
  'child-due': {
    en: (day, limit) => `Due on ${day}, after the deadline of the task that it is a part of (${limit})`,
    zh: (day, limit) => `期限${day}晚于所属汇总任务的期限${limit}`,
  },
  /** Of a task or an approval; the reading of the file finds it and keeps no such span. */
  'suspended-backwards': {
    en: (day, limit) => `The suspension ends on ${day}, before it begins on ${limit}`,
    zh: (day, limit) => `停工日期倒置：${day}结束，早于${limit}开始`,
  },
  /** Of a calendar; the reading of the file finds it and keeps no such span. */
  'holiday-backwards': {
    en: (day, limit) => `The days off end on ${day}, before they begin on ${limit}`,
    zh: (day, limit) => `放假日期倒置：${day}结束，早于${limit}开始`,
  },
} satisfies Readonly<Record<string, { readonly [lang in keyof Bilingual]: (day: string, limit: string) => string }>>;

/** Dates that the summaries around an item state, the nearest one each. */
interface Frame {
  readonly start?: DateFact;
  readonly finish?: DateFact;
  readonly due?: DateFact;
}

function* order(project: ProjectFacts, { status }: Analysis): Generator<Found<Disorder>> {
  const { period } = project;
  if (period !== undefined && period.from.period.first > period.to.period.last) {
    yield found('period', project.id, period.to.period.last, period.at, period.from.period.first);
  }
  const begun = asOf(project.actualStart, status);
  const finished = asOf(project.actualFinish, status);
  if (begun !== undefined && finished !== undefined && begun.day > finished.day) {
    yield found('actual-start-finish', project.id, finished.day, finished.at, begun.day, begun.at);
  }
  for (const item of project.items) yield* orderOf(item, {}, status);
}

function* orderOf(item: ItemFacts, frame: Frame, status: Day): Generator<Found<Disorder>> {
  const { id, start, finish } = item;
  if (start !== undefined && finish !== undefined && start.period.first > finish.period.last) {
    yield found('start-finish', id, finish.period.last, finish.at, start.period.first, start.at);
  }
  // What a summary states of these two does not count, and is told elsewhere.
  const started = item.items.length > 0 ? undefined : startedAt(item, status);
  const done = doneAt(item, status);
  if (started !== undefined && done !== undefined && started.day > done.day) {
    yield found('started-done', id, done.day, done.at, started.day, started.at);
  }
  yield* outside(item, frame, status);
  const due = dueAt(item, status);
  const inner: Frame = {
    ...frame,
    ...(start && { start }),
    ...(finish && { finish }),
    ...(due && { due }),
  };
  for (const child of item.items) yield* orderOf(child, inner, status);
}

function* outside(item: ItemFacts, frame: Frame, status: Day): Generator<Found<Disorder>> {
  const { id, start, finish } = item;
  if (start !== undefined && frame.start !== undefined && start.period.first < frame.start.period.first) {
    yield found('child-early', id, start.period.first, start.at, frame.start.period.first, frame.start.at);
  }
  if (frame.finish !== undefined) {
    const limit = frame.finish.period.last;
    // Where both are beyond it, the finish says it all.
    if (finish !== undefined && finish.period.last > limit) {
      yield found('child-late', id, finish.period.last, finish.at, limit, frame.finish.at);
    } else if (start !== undefined && start.period.first > limit) {
      yield found('child-late', id, start.period.first, start.at, limit, frame.finish.at);
    }
  }
  const due = dueAt(item, status);
  if (due !== undefined && frame.due !== undefined && due.period.last > frame.due.period.last) {
    yield found('child-due', id, due.period.last, due.at, frame.due.period.last, frame.due.at);
  }
}

function sentence({ kind, day, limit }: Disorder, lang: Lang): string {
  return SENTENCES[kind][lang](sayDay(day, lang), sayDay(limit, lang));
}

function found(
  kind: keyof typeof SENTENCES,
  element: string,
  day: Day,
  at: Span,
  limit: Day,
  limitAt?: Span,
): Found<Disorder> {
  const message = { en: 'The date that it contradicts', zh: '与之矛盾的日期' };
  return {
    at,
    data: { kind, day: dayFigure(day), limit: dayFigure(limit) },
    element,
    ...(limitAt === undefined ? {} : { related: [{ at: limitAt, message }] }),
  };
}

export const SCHEDULE_ORDER_RULES: readonly Rule[] = [
  projectRule<Disorder>(
    {
      code: 'schedule/order',
      severity: 'error',
      title: { en: 'Dates in the wrong order', zh: '日期先后颠倒' },
      message: {
        en: (data) => sentence(data, 'en'),
        zh: (data) => sentence(data, 'zh'),
      },
      page: {
        en: `Two stated dates cannot both be right: a finish before the start, \`done\` before \`started\`, an actual completion before the
actual start, a \`period\` that runs backwards, or a task whose dates or deadline lie outside those stated by the task that
it is a part of. Usually one of them is mistyped.`,
        zh: `写明的两个日期不可能同时成立：完成早于开始、\`完成\`早于\`实际开始\`、实际竣工早于实际开工、\`建设期限\`前后倒置，或子任务
的日期、期限超出所属汇总任务写明的范围。通常是其中一个日期写错了。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  task Works { start 2026-05-01 finish 2026-04-01 }\n}\n',
        clean: 'project P1 {\n  task Works { start 2026-04-01 finish 2026-05-01 }\n}\n',
      },
    },
    order,
  ),
];
