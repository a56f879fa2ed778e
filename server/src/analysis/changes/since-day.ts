/**
 * What changed since a day, as the dated facts of the files tell it: what was stated without a day, such as a total, is not
 * known to have changed. Facts of the day itself belong to what was before.
 */

import type { Keyword } from '../../../../grammar/keywords.js';
import type { BlockName } from '../../../../grammar/members.js';
import type { Day } from '../../model/day.js';
import type {
  DatedText,
  DayFact,
  DecisionFacts,
  Declared,
  IssueFacts,
  ItemFacts,
  MeetingFacts,
  ProjectFacts,
} from '../../model/facts.js';
import type { MoneyValue } from '../../model/money.js';
import { itemsOf } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import type { Analysis } from '../analysis.js';
import { projectsOf } from '../pool.js';
import { dueAt, revisionsAt, stagesAt } from '../state.js';
import type { Change, Subject } from './change.js';
import { moveOf } from './deadline-changes.js';
import { type StatedValue, stated } from './stated-value.js';

export function* changesSinceDay(analysis: Analysis, since: Day): Steps<readonly Change[]> {
  const window = { analysis, since };
  const ofProjects = yield* mapInSteps(projectsOf(analysis.plan), (project) => ofProject(project, window));
  const ofMeetings = yield* mapInSteps(analysis.plan.all('meeting'), (meeting) => ofMeeting(meeting, window));
  return [...ofProjects, ...ofMeetings].flat();
}

interface Window {
  readonly analysis: Analysis;
  readonly since: Day;
}

function isNew(day: Day | undefined, { analysis, since }: Window): boolean {
  return day !== undefined && day > since && day <= analysis.status;
}

function ofProject(project: ProjectFacts, window: Window): readonly Change[] {
  const subject = subjectOf(project);
  const happened = (keyword: 'actual-start' | 'actual-finish', fact: DayFact | undefined) =>
    actual(subject, subject, 'project', keyword, fact, window);
  return [
    ...pool(subject, 'admitted', project.admitted, window),
    ...pool(subject, 'removed', project.removed, window),
    ...stages(project, subject, window),
    ...money(project, subject, window),
    ...happened('actual-start', project.actualStart),
    ...happened('actual-finish', project.actualFinish),
    ...itemsOf(project).flatMap((item) => ofItem(item, subject, window)),
    ...project.issues.flatMap((issue) => ofIssue(issue, subject, window)),
  ];
}

function pool(
  subject: Subject,
  keyword: 'admitted' | 'removed',
  fact: DatedText | undefined,
  window: Window,
): readonly Change[] {
  if (fact === undefined || !isNew(fact.day, window)) return [];
  const after = stated.several([stated.day(fact.day), fact.text && stated.text(fact.text.text)]);
  return [added('pool', subject, subject, 'project', keyword, after, fact.at)];
}

function stages(project: ProjectFacts, subject: Subject, window: Window): readonly Change[] {
  const made = stagesAt(project, window.analysis.status);
  return made.flatMap(({ stage, on, at }, index): readonly Change[] => {
    if (!isNew(on?.day, window)) return [];
    const before = made[index - 1];
    const after = stated.several([stated.word(stage), on && stated.day(on.day)]);
    const change = added('stages', subject, subject, 'project', 'stage', after, at);
    return [before === undefined ? change : { ...change, what: 'changed', before: stated.word(before.stage) }];
  });
}

/** What was invested, received and paid in the plan year, as reported by either day. */
function money(project: ProjectFacts, subject: Subject, { analysis, since }: Window): readonly Change[] {
  const [then, now] = [analysis.at(since), analysis];
  const [was, is] = [then.year === now.year ? then.metrics(project) : undefined, now.metrics(project)];
  return (['invested', 'received', 'paid'] as const).flatMap((keyword): readonly Change[] => {
    const [before, after] = [was?.[keyword], is[keyword]];
    if (after === undefined || (before !== undefined && equal(before, after))) return [];
    const report = project.reports.findLast(
      (each) => each[keyword] !== undefined && each.day <= now.status && each.day > since,
    );
    return [
      {
        ...added(
          'money',
          subject,
          subject,
          'report',
          keyword,
          stated.money(after),
          report?.[keyword]?.at ?? project.name.at,
        ),
        ...(before === undefined ? {} : { what: 'changed', before: stated.money(before) }),
      },
    ];
  });
}

function equal(a: MoneyValue, b: MoneyValue): boolean {
  return a.amount === b.amount && a.tolerance === b.tolerance;
}

function ofItem(item: ItemFacts, project: Subject, window: Window): readonly Change[] {
  const subject = subjectOf(item);
  return [
    ...moved(item, subject, project, 'item', window),
    ...actual(subject, project, 'item', 'started', item.started, window),
    ...actual(subject, project, 'item', 'done', item.done, window),
  ];
}

function ofIssue(issue: IssueFacts, project: Subject | undefined, window: Window): readonly Change[] {
  const subject = subjectOf(issue);
  return [
    ...moved(issue, subject, project, 'issue', window),
    ...actual(subject, project, 'issue', 'raised', issue.raised, window, 'issues'),
    ...actual(subject, project, 'issue', 'resolved', issue.resolved, window, 'issues'),
  ];
}

function ofMeeting(meeting: MeetingFacts, window: Window): readonly Change[] {
  const held = meeting.date?.day;
  if (held !== undefined && held > window.analysis.status) return [];
  return [
    ...meeting.issues.flatMap((issue) => ofIssue(issue, undefined, window)),
    ...meeting.decisions.flatMap((decision): readonly Change[] => {
      const subject: Subject = { kind: 'decision', id: decision.id, title: decision.text.text };
      const taken = held === undefined || !isNew(held, window) ? [] : [decided(decision, subject, held)];
      return [
        ...taken,
        ...moved(decision, subject, undefined, 'decision', window),
        ...actual(subject, undefined, 'decision', 'done', decision.done, window, 'decisions'),
      ];
    }),
  ];
}

function decided({ keywordAt }: DecisionFacts, subject: Subject, held: Day): Change {
  return added('decisions', subject, undefined, 'meeting', 'date', stated.day(held), keywordAt);
}

function moved(
  thing: Pick<ItemFacts, 'due' | 'revised'>,
  subject: Subject,
  project: Subject | undefined,
  block: BlockName,
  window: Window,
): readonly Change[] {
  const { plan, status } = window.analysis;
  const moves = revisionsAt(thing, status).filter(({ day }) => day > window.since);
  const [first] = moves;
  if (first === undefined) return [];
  const [before, after] = [dueAt(thing, window.since), dueAt(thing, status)];
  return [
    {
      topic: 'deadlines',
      what: 'changed',
      subject,
      ...(project === undefined ? {} : { project }),
      member: { block, keyword: 'due' },
      ...(before === undefined ? {} : { before: stated.date(before) }),
      ...(after === undefined ? {} : { after: stated.date(after) }),
      moves: moves.map((move) => moveOf(move, plan)),
      headAt: after?.at ?? first.at,
    },
  ];
}

function actual(
  subject: Subject,
  project: Subject | undefined,
  block: BlockName,
  keyword: Keyword,
  fact: DayFact | undefined,
  window: Window,
  topic: 'actuals' | 'issues' | 'decisions' = 'actuals',
): readonly Change[] {
  if (fact === undefined || !isNew(fact.day, window)) return [];
  return [added(topic, subject, project, block, keyword, stated.day(fact.day), fact.at)];
}

function added(
  topic: Change['topic'],
  subject: Subject,
  project: Subject | undefined,
  block: BlockName,
  keyword: Keyword,
  after: StatedValue,
  headAt: Span,
): Change {
  return {
    topic,
    what: 'added',
    subject,
    ...(project === undefined ? {} : { project }),
    member: { block, keyword },
    after,
    headAt,
  };
}

function subjectOf({
  kind,
  id,
  title,
  name,
}: Pick<Declared, 'id' | 'title' | 'name'> & { readonly kind: Keyword }): Subject {
  return { kind, id, title: title?.text ?? name.text };
}
