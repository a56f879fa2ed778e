/** The rule about work in progress that does not say when it began (`schedule/no-start`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay, sayKeyword } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { beganUndated, itemOpenAt, progressAt } from '../state.js';

/** `assumed`: the day on which it counts as begun; null where it has no forecast. */
type NoStart = { readonly member: 'progress' | 'remaining'; readonly assumed: string | null };

function* noStart(project: ProjectFacts, { schedule, status }: Analysis): Generator<Found<NoStart>> {
  for (const scheduled of schedule.of(project)) {
    const { item, start, isSummary } = scheduled;
    // A start on a day that cannot be read is not missing.
    if (isSummary || item.stated.has('started') || !itemOpenAt(item, status) || !beganUndated(item, status)) continue;
    const stated = item.remaining ?? progressAt(item, status);
    yield {
      at: stated?.at ?? item.name.at,
      data: {
        member: item.remaining === undefined ? 'progress' : 'remaining',
        assumed: start === undefined ? null : dayFigure(start),
      },
      element: scheduled.id,
    };
  }
}

export const SCHEDULE_NO_START_RULES: readonly Rule[] = [
  projectRule<NoStart>(
    {
      code: 'schedule/no-start',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'In progress without a start', zh: '有进度而没有实际开始' },
      message: {
        en: ({ member, assumed }) =>
          `${sayKeyword(member, 'en')} is stated but not ${sayKeyword('started', 'en')}${assumed === null ? '' : `: the work counts as begun on ${sayDay(assumed, 'en')}`}`,
        zh: ({ member, assumed }) =>
          `写了${sayKeyword(member, 'zh')}却没有写${sayKeyword('started', 'zh')}${assumed === null ? '' : `，暂按${sayDay(assumed, 'zh')}开始计算`}`,
      },
      page: {
        en: `Progress, or what remains, says that the work has begun, and nothing says when. It is taken for begun on its planned
start, on the status date at the latest; the forecast counts what remains from the status date on.

State the day with \`started\`. If the work has not begun, remove the progress.`,
        zh: `写明了进度或剩余工期，说明工作已经开始，却没有写何时开始。推算时暂按计划开始的日期算作已开始，最晚为截至日；剩余
部分从截至日算起。

请用\`实际开始\`写明日期；尚未开始的，请删去进度。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  task Works { start 2026-06-01 duration 60d progress 40% }\n}\n',
        clean: 'project P1 {\n  task Works { start 2026-06-01 duration 60d started 2026-06-03 progress 40% }\n}\n',
      },
    },
    noStart,
  ),
];
