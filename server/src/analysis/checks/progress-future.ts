/** The rule about facts dated after the day they could be known (`progress/future`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { DecisionFacts, FileFacts, IssueFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay, sayKeyword } from '../message-values.js';
import { type Found, fileRule, type Rule } from '../rule.js';
import type { Revisable } from '../state.js';
import { meetingsIn, projectsIn } from './facts-in-file.js';

/** `by`: what sets the limit. */
type Future = { readonly member: Keyword; readonly day: string; readonly limit: string; readonly by: Limit['by'] };

interface Limit {
  readonly day: Day;
  readonly by: 'status-date' | 'today' | 'as-of';
}

/** Is told of each member that says that something happened, on which day and where; of one that is not stated, undefined. */
type Tell = (member: Keyword, fact: { readonly day: Day; readonly at: Span } | undefined, element: string) => void;

function actualsOf(project: ProjectFacts, tell: Tell): void {
  const { id } = project;
  tell('actual-start', project.actualStart, id);
  tell('actual-finish', project.actualFinish, id);
  for (const item of itemsOf(project)) {
    tell('started', item.started, item.id);
    tell('done', item.done, item.id);
    for (const { on } of item.progress) tell('progress', on, item.id);
    movesOf(item, tell);
  }
  for (const issue of project.issues) actualsOfIssue(issue, tell);
  for (const report of project.reports) tell('report', report, id);
  for (const review of project.reviews) tell('review', review.date, id);
}

function actualsOfIssue(issue: IssueFacts, tell: Tell): void {
  tell('raised', issue.raised, issue.id);
  tell('resolved', issue.resolved, issue.id);
  for (const tried of issue.tried) tell('tried', tried, issue.id);
  movesOf(issue, tell);
}

function actualsOfDecision(decision: DecisionFacts, tell: Tell): void {
  tell('done', decision.done, decision.id);
  for (const feedback of decision.feedback) tell('feedback', feedback, decision.id);
  movesOf(decision, tell);
}

function movesOf({ revised, id }: Revisable & { readonly id: string }, tell: Tell): void {
  for (const move of revised) tell('revised', move, id);
}

function actualsIn(file: FileFacts, tell: Tell): void {
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'org') continue;
    for (const review of declaration.reviews) tell('review', review.date, declaration.id);
  }
  for (const project of projectsIn(file)) actualsOf(project, tell);
  for (const meeting of meetingsIn(file)) {
    for (const decision of meeting.decisions) actualsOfDecision(decision, tell);
    for (const issue of meeting.issues) actualsOfIssue(issue, tell);
  }
}

/**
 * The status date that the portfolio states, else today. An earlier day that the caller asks about lies in the past of
 * the files, so what they say of later days is no mistake; a later one moves the limit on.
 */
function limitOf({ plan, options }: Analysis): Limit {
  const stated = plan.portfolio?.statusDate?.day;
  const own: Limit = stated === undefined ? { day: options.today, by: 'today' } : { day: stated, by: 'status-date' };
  const { asOf } = options;
  return asOf !== undefined && asOf > own.day ? { day: asOf, by: 'as-of' } : own;
}

function future(file: FileFacts, analysis: Analysis): readonly Found<Future>[] {
  const limit = limitOf(analysis);
  const found: Found<Future>[] = [];
  actualsIn(file, (member, fact, element) => {
    if (fact === undefined || fact.day <= limit.day) return;
    const { day, at } = fact;
    found.push({ at, data: { member, day: dayFigure(day), limit: dayFigure(limit.day), by: limit.by }, element });
  });
  return found;
}

function sayLimitEn({ limit, by }: Future): string {
  const day = sayDay(limit, 'en');
  if (by === 'today') return `today is ${day}`;
  return by === 'as-of' ? `the plan is judged as of ${day}` : `the portfolio states the plan as of ${day}`;
}

function sayLimitZh({ limit, by }: Future): string {
  const day = sayDay(limit, 'zh');
  if (by === 'today') return `今天是${day}`;
  return by === 'as-of' ? `本次检查截至${day}` : `项目库的截至日期是${day}`;
}

export const PROGRESS_FUTURE_RULES: readonly Rule[] = [
  fileRule<Future>(
    {
      code: 'progress/future',
      severity: 'error',
      judgedBy: ['status-date'],
      title: { en: 'An actual that lies in the future', zh: '实际发生日期在未来' },
      message: {
        en: (data) => `${sayKeyword(data.member, 'en')} is dated ${sayDay(data.day, 'en')}, but ${sayLimitEn(data)}`,
        zh: (data) => `${sayKeyword(data.member, 'zh')}的日期为${sayDay(data.day, 'zh')}，而${sayLimitZh(data)}`,
      },
      page: {
        en: `What is dated here has happened: a start, a finish, a report, a feedback. It cannot lie after today or,
where the portfolio states a \`status-date\`, after that day. Until its day has come it does not count.

Correct the date. If it is right, move the portfolio's \`status-date\` on. What is only expected belongs into \`due\`,
\`start\` or \`finish\`.`,
        zh: `这里写的是已经发生的事：开始、完成、进展、反馈等，日期不能晚于今天；项目库写明\`截至\`的，不能晚于截至日期。
在那一天之前，这一条不计。

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
