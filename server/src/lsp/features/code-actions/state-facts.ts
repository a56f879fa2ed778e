/** Quick fixes that state the day of what has happened: work begun, a project started or completed, a decision done. */
import { type Keyword, spelling } from '../../../../../grammar/keywords.js';
import { sayKeyword } from '../../../analysis/message-values.js';
import { startedAt } from '../../../analysis/state.js';
import { type Day, formatDay, parseIsoDay } from '../../../model/day.js';
import type { Finding, ProjectFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { placeOf } from '../../../syntax/tree.js';
import { elementsAt } from '../../plan-elements.js';
import type { ActionContext, ProposedChange, QuickFix } from './action-types.js';
import { itemOf, projectOf } from './enclosing-item.js';
import { insertMember } from './insert-member.js';
import { memberAt } from './statement-at.js';

const zh = (day: Day): string => formatPeriod(dayPeriod(day), 'zh');

const dayOf = (figure: unknown): Day | undefined => (typeof figure === 'string' ? parseIsoDay(figure) : undefined);

/** Days that come into question, each once, none that has not come. */
function daysUpTo(latest: Day, ...days: readonly (Day | undefined)[]): readonly Day[] {
  return [...new Set(days.filter((day): day is Day => day !== undefined && day <= latest))];
}

/** Progress without a start: it began as planned, or only now. */
export const stateStart: QuickFix = {
  codes: ['schedule/no-start'],
  *propose(finding, context) {
    const item = itemOf(finding, context)?.item;
    if (item === undefined || startedAt(item, context.day) !== undefined) return;
    const file = context.text(item.at.file);
    for (const day of daysUpTo(context.day, dayOf(finding.data.assumed), context.day)) {
      yield {
        title: { en: `It began on ${formatDay(day)}`, zh: `实际开始：${zh(day)}` },
        edits: [insertMember(file, item, item.due?.at, `${file.word('started')} ${file.day(day)}`)],
      };
    }
  },
};

/** What the stage says has happened, with its day: that of the stage where it says one. */
export const stateActual: QuickFix = {
  codes: ['stage/contradiction'],
  *propose(finding, context) {
    const project = projectOf(finding, context);
    if (project === undefined) return;
    if (finding.data.stage === 'reserve') {
      yield* underConstruction(finding, project, context);
      return;
    }
    const member: Keyword = finding.data.member === 'actual-finish' ? 'actual-finish' : 'actual-start';
    const stage = project.stages.find(({ at }) => at.start === finding.at.start);
    const day = daysUpTo(context.day, stage?.on?.day, context.day)[0];
    if (day === undefined || project.stated.has(member)) return;
    yield* stated(member, day, finding, project, context);
  },
};

function* stated(
  member: Keyword,
  day: Day,
  { at }: Pick<Finding, 'at'>,
  project: ProjectFacts,
  { text, source }: ActionContext,
): Generator<ProposedChange> {
  const file = text(at.file);
  const behind = memberAt(source, at);
  const line = [`${file.word(member)} ${file.day(day)}`];
  yield {
    title: {
      en: `State ${sayKeyword(member, 'en')}: ${formatDay(day)}`,
      zh: `写明${sayKeyword(member, 'zh')}：${zh(day)}`,
    },
    edits: [
      behind === undefined
        ? file.intoBlock(project.at, [line])
        : file.behind({ ...placeOf(behind), file: at.file }, project.at, [line]),
    ],
  };
}

/** It was begun on the day that is stated: since then it is no reserve. */
function* underConstruction(
  { at, data }: Finding,
  { at: block }: ProjectFacts,
  { text, source }: ActionContext,
): Generator<ProposedChange> {
  const day = dayOf(data.day);
  const member = memberAt(source, at);
  if (day === undefined || member === undefined) return;
  const file = text(at.file);
  const words = `${file.word('stage')} ${file.word('construction')} ${file.word('on')} ${file.day(day)}`;
  yield {
    title: {
      en: `Under construction since ${formatDay(day)}`,
      zh: `自${zh(day)}起改为${spelling('construction', 'zh')}`,
    },
    edits: [file.behind({ ...placeOf(member), file: at.file }, block, [[words]])],
  };
}

/** A day that the plan named has passed: perhaps it was kept, and nobody said so. */
export const stateKept: QuickFix = {
  codes: ['deadline/start-missed', 'deadline/completion-missed'],
  *propose(finding, context) {
    const project = projectOf(finding, context);
    const member: Keyword = finding.code === 'deadline/start-missed' ? 'actual-start' : 'actual-finish';
    if (project === undefined || project.stated.has(member)) return;
    yield* stated(member, context.day, finding, project, context);
  },
};

/** A decision that was carried out. How, is for people to say. */
export const decisionDone: QuickFix = {
  codes: ['decision/overdue'],
  *propose({ at }, { source, text, day }) {
    const decision = elementsAt(source.facts, at.start).findLast((each) => 'feedback' in each && 'stated' in each);
    if (decision === undefined || !('stated' in decision) || decision.stated.has('done')) return;
    const file = text(at.file);
    const member = memberAt(source, at);
    const line = [`${file.word('done')} ${file.day(day)}`];
    yield {
      title: { en: `Mark as done on ${formatDay(day)}`, zh: `标为${zh(day)}完成` },
      edits: [
        member === undefined
          ? file.intoBlock(decision.at, [line])
          : file.behind({ ...placeOf(member), file: at.file }, decision.at, [line]),
      ],
    };
  },
};
