import type { Keyword } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { DecisionFacts, FileFacts, IssueFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { type Found, fileRule, type Rule } from '../rule.js';
import { dayFigure, sayDay, sayKeyword } from './figures.js';
import { meetingsIn, projectsIn } from './standing.js';

/** `stated`: the limit is the status date that the portfolio states, else it is today. */
type Future = { readonly member: Keyword; readonly day: string; readonly limit: string; readonly stated: boolean };

/** Something that is said to have happened. */
interface Actual {
  readonly member: Keyword;
  readonly day: Day;
  readonly at: Span;
  readonly element: string;
}

function* actual(
  member: Keyword,
  fact: { readonly day: Day; readonly at: Span } | undefined,
  element: string,
): Generator<Actual> {
  if (fact !== undefined) yield { member, day: fact.day, at: fact.at, element };
}

function* actualsOf(project: ProjectFacts): Generator<Actual> {
  const { id } = project;
  yield* actual('actual-start', project.actualStart, id);
  yield* actual('actual-finish', project.actualFinish, id);
  for (const item of itemsOf(project)) {
    yield* actual('started', item.started, item.id);
    yield* actual('done', item.done, item.id);
    for (const revised of item.revised) yield* actual('revised', revised, item.id);
  }
  for (const issue of project.issues) yield* actualsOfIssue(issue);
  for (const report of project.reports) yield* actual('report', report, id);
  for (const review of project.reviews) yield* actual('review', review.date, id);
}

function* actualsOfIssue(issue: IssueFacts): Generator<Actual> {
  yield* actual('raised', issue.raised, issue.id);
  yield* actual('resolved', issue.resolved, issue.id);
  for (const tried of issue.tried) yield* actual('tried', tried, issue.id);
}

function* actualsOfDecision(decision: DecisionFacts): Generator<Actual> {
  yield* actual('done', decision.done, decision.id);
  for (const feedback of decision.feedback) yield* actual('feedback', feedback, decision.id);
}

function* actualsIn(file: FileFacts): Generator<Actual> {
  for (const project of projectsIn(file)) yield* actualsOf(project);
  for (const meeting of meetingsIn(file)) {
    for (const decision of meeting.decisions) yield* actualsOfDecision(decision);
    for (const issue of meeting.issues) yield* actualsOfIssue(issue);
  }
}

function* future(file: FileFacts, { plan, options }: Analysis): Generator<Found<Future>> {
  // A day asked about by the caller lies in the past of the files: what they say of later days is no mistake.
  const status = plan.portfolio?.statusDate?.day;
  const stated = status !== undefined && status <= options.today;
  const limit = stated ? status : options.today;
  for (const { member, day, at, element } of actualsIn(file)) {
    if (day <= limit) continue;
    yield { at, data: { member, day: dayFigure(day), limit: dayFigure(limit), stated }, element };
  }
}

export const PROGRESS_FUTURE_RULES: readonly Rule[] = [
  fileRule<Future>(
    {
      code: 'progress/future',
      severity: 'error',
      title: { en: 'An actual that lies in the future', zh: '实际发生日期在未来' },
      message: {
        en: ({ member, day, limit, stated }) =>
          `${sayKeyword(member, 'en')} is dated ${sayDay(day, 'en')}, but ${
            stated ? `the portfolio states the plan as of ${sayDay(limit, 'en')}` : `today is ${sayDay(limit, 'en')}`
          }`,
        zh: ({ member, day, limit, stated }) =>
          `${sayKeyword(member, 'zh')}的日期为${sayDay(day, 'zh')}，而${
            stated ? `项目库的截至日期是${sayDay(limit, 'zh')}` : `今天是${sayDay(limit, 'zh')}`
          }`,
      },
      page: {
        en: `What is dated here has happened: a start, a finish, a report, a feedback. It cannot lie after today, nor after
the \`status-date\` where the portfolio states one. Until that day it does not count.

Correct the date. If it is right, move the portfolio's \`status-date\` on. What is only expected belongs into \`due\`,
\`start\` or \`finish\`.`,
        zh: `这里写的是已经发生的事：开始、完成、进展、反馈等，日期不能晚于今天；项目库写明\`截至\`的，也不能晚于截至
日期。在那一天之前，这一条不计。

请改正日期。日期无误的，请更新项目库的\`截至\`。预计的日期应写在\`期限\`、\`计划开始\`或\`计划完成\`中。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'portfolio City {\n  status-date 2026-03-31\n}\nproject P1 {\n  actual-start 2026-04-01\n}\n',
        clean: 'portfolio City {\n  status-date 2026-03-31\n}\nproject P1 {\n  actual-start 2026-03-31\n}\n',
      },
    },
    future,
  ),
];
