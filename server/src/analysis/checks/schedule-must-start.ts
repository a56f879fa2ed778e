/** The rule about work that has to start now for a deadline to be met (`schedule/must-start`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { isPursued } from '../deadlines.js';
import { dayFigure, quoted, sayDay, sayDays } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { dueAt } from '../state.js';

type MustStart = {
  readonly mustStart: string;
  readonly days: number;
  /** Whose deadline it is, and the deadline. */
  readonly deadline: string;
  readonly due: string;
};

function* mustStart(project: ProjectFacts, { schedule, status }: Analysis): Generator<Found<MustStart>> {
  if (!isPursued(project, status)) return;
  for (const scheduled of schedule.of(project)) {
    // A summary begins with one of its children, where it is told.
    if (scheduled.isSummary) continue;
    // A start on a day that cannot be read may be the one that is missed.
    const { item } = scheduled;
    if (item.started === undefined && item.stated.has('started')) continue;
    const day = scheduled.mustStart;
    const limit = scheduled.limitedBy;
    const due = limit === undefined ? undefined : dueAt(limit, status);
    if (day === undefined || day >= status || limit === undefined || due === undefined) continue;
    if (due.period.last < status) continue;
    yield {
      at: item.name.at,
      data: {
        mustStart: dayFigure(day),
        days: status - day,
        deadline: limit.id,
        due: dayFigure(due.period.last),
      },
      element: scheduled.id,
      related: [{ at: due.at, message: { en: 'The deadline that it is counted from', zh: '据以倒排的期限' } }],
    };
  }
}

export const SCHEDULE_MUST_START_RULES: readonly Rule[] = [
  projectRule<MustStart>(
    {
      code: 'schedule/must-start',
      severity: 'warning',
      absence: 'project',
      judgedBy: ['status-date', 'calendar'],
      title: { en: 'Should have begun', zh: '按倒排工期应已开始' },
      message: {
        en: ({ mustStart, days, deadline, due }) =>
          `Should have begun by ${sayDay(mustStart, 'en')}, ${sayDays(days, 'en')} ago, for ${quoted(deadline, 'en')} to be done by ${sayDay(due, 'en')}`,
        zh: ({ mustStart, days, deadline, due }) =>
          `最迟应于${sayDay(mustStart, 'zh')}开始，已晚${sayDays(days, 'zh')}，否则${quoted(deadline, 'zh')}无法在${sayDay(due, 'zh')}前完成`,
      },
      page: {
        en: `Counted back from the deadline through everything that has to happen in between, this work had to begin earlier than
the status date, and it has not. The deadline itself has not passed yet: there is still time to act, but not without
shortening something.

If it has begun, state \`started\`. Else shorten it or what follows it, run steps side by side (\`SS\`), or ask for an
extension before the deadline. \`planwright schedule --backward\` lists the latest starts of everything.`,
        zh: `从期限往回推（倒排工期），该事项最迟应在截至日之前开始，但至今没有开始。期限本身还没有到：还来得及，但必须压缩某些
环节。

已经开始的，请写明\`实际开始\`。否则请压缩本事项或后续事项的工期，或改为并行（\`SS\`），或在到期前提出延期。用
\`planwright schedule --backward\`可列出全部最迟开始日期。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  task Works { duration 60d }\n  milestone Opening due 2026-07-31 { after Works }\n}\n',
        clean: 'project P1 {\n  task Works { duration 60d }\n  milestone Opening due 2026-08-28 { after Works }\n}\n',
      },
    },
    mustStart,
  ),
];
