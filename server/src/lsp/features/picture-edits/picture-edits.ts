/** Changes that are asked for in a picture: each one edit of the text as it is, or a sentence that says why not. */

import { currencyOf } from '../../../analysis/message-values.js';
import { decisionOpenAt, issueOpenAt, itemOpenAt, latestReport, meetingHeldAt } from '../../../analysis/state.js';
import { toDay } from '../../../model/day.js';
import type { DecisionFacts, MeetingFacts, ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { toTrimmedString } from '../../../model/rational.js';
import type { Span } from '../../../model/span.js';
import { titleOf } from '../../../report/wording/formatter.js';
import { isInConflict } from '../../../workspace/fixes/merge-conflict.js';
import { PlanText } from '../../../workspace/fixes/plan-text.js';
import { changedFiles } from '../../changed-files.js';
import { onOwnRequest } from '../../handlers.js';
import {
  ancestry,
  childrenOf,
  elementById,
  elementsAt,
  isIssue,
  isItem,
  type PlanElement,
} from '../../plan-elements.js';
import { type PictureChange, previewEdit, previewKnown } from '../../protocol.js';
import type { Root } from '../../root.js';
import type { Session } from '../../session.js';
import { BROKEN, CONFLICT } from '../code-actions/safe-places.js';
import { plainText } from '../code-actions/workspace-edit.js';
import type { Feature } from '../feature.js';
import { type Answer, type ChangeContext, isRefusal, refuse } from './change-context.js';
import { finishMoved, slippedBy, startMoved } from './moved-dates.js';
import { deadlineMoved } from './moved-deadline.js';
import { decisionDone, issueResolved, itemDone, reported } from './recorded-facts.js';

export const pictureEdits: Feature = {
  capabilities: {},
  register(session) {
    const { connection, log, roots } = session;
    onOwnRequest(connection, log, previewEdit, async ({ uri, id, change, lang }) => {
      const refused = ({ [lang]: problem }: Bilingual) => ({ type: 'refused' as const, problem });
      const root = await roots.rootOf(uri);
      const element = root && elementById(root.plan.plan, id);
      if (root === undefined || element === undefined) return refused(GONE);
      if (isInConflict(element.at, root.plan)) return refused(CONFLICT);
      if (isBroken(element, root)) return refused(BROKEN);
      if (isTwice(element, root)) return refused(TWICE);
      const context = contextOf(element, root, session);
      const answer = answerOf(element, change, root, context);
      if (isRefusal(answer)) return refused(answer.problem);
      if (answer.length === 0) return refused(NOTHING);
      const edits = answer.map(({ start, end, insert }) => ({ start, end, newText: plainText(insert) }));
      const files = await changedFiles([{ file: element.at.file, edits }], root, session);
      return 'stale' in files ? refused(STALE) : { type: 'edit' as const, files };
    });
    onOwnRequest(connection, log, previewKnown, async ({ uri, id }) => {
      const root = await roots.rootOf(uri);
      const element = root && elementById(root.plan.plan, id);
      if (root === undefined || element === undefined) return null;
      const { text, day, analysis } = contextOf(element, root, session);
      const project = projectAround(element, root);
      const report = project && latestReport(project, analysis.status);
      const metrics = project && analysis.metrics(project);
      const due = 'due' in element ? element.due : undefined;
      return {
        name:
          'text' in element && !('kind' in element)
            ? element.text.text
            : 'name' in element && element.name
              ? titleOf({ ...element, name: element.name })
              : id,
        project: project === undefined ? '' : titleOf(project),
        day: text.day(day),
        due: due === undefined ? null : text.slice(due.at),
        invested: metrics?.invested === undefined ? null : text.money(metrics.invested),
        progress: report?.progress === undefined ? null : `${toTrimmedString(report.progress.value, 4)}%`,
      };
    });
  },
};

const GONE: Bilingual = {
  en: 'The plan does not have this any more',
  zh: '计划中已没有此项',
};
export const TWICE: Bilingual = {
  en: 'Several things of this name stand there: give each its own first',
  zh: '该处有几项同名，请先分别命名',
};
const NOTHING: Bilingual = { en: 'It says so already', zh: '原文已是如此' };
const STALE: Bilingual = {
  en: 'The file has just changed on disk; try again',
  zh: '文件刚刚在磁盘上有改动，请再试一次',
};

/** Where a statement is half typed, nobody can tell where its block ends: it is not written into. */
function isBroken({ at }: PlanElement, { plan }: Root): boolean {
  const broken = plan.facts(at.file)?.findings.filter(({ code }) => code === 'syntax/unexpected') ?? [];
  return broken.some((finding) => finding.at.start <= at.end && at.start <= finding.at.end);
}

/** A value that says nothing, as `40Q`: another one beside it would not count. */
function holdsUnreadable({ start, end }: Span, file: string, { plan }: Root): boolean {
  const findings = plan.facts(file)?.findings ?? [];
  return findings.some(
    ({ code, at }) => (code === 'value/money' || code === 'value/percent') && at.start >= start && at.end <= end,
  );
}

/** Of several with one name nobody can tell which one the picture shows. */
export function isTwice(element: PlanElement, root: Root): boolean {
  const chain = ancestry(root.plan.plan, element);
  return chain.some((each, depth) => {
    const around = chain[depth - 1];
    return around !== undefined && childrenOf(around).filter(({ id }) => id === each.id).length > 1;
  });
}

export function contextOf({ at }: PlanElement, root: Root, session: Session): ChangeContext {
  const { analysis } = root.plan;
  const currency = currencyOf(analysis);
  const vocabulary = root.plan.facts(at.file)?.vocabulary ?? session.lang(root);
  return {
    analysis,
    currency,
    day: toDay(Math.min(analysis.status, session.today())),
    text: new PlanText(at.file, root.plan.text(at.file) ?? '', vocabulary, analysis.plan.portfolio?.currency?.text),
  };
}

function answerOf(element: PlanElement, change: PictureChange, root: Root, context: ChangeContext): Answer {
  const { analysis } = context;
  const project = projectAround(element, root);
  if (change.type === 'report') {
    if (project === undefined) return NO_PROJECT;
    const today = project.reports.find((report) => report.day === context.day);
    if (today !== undefined && holdsUnreadable(today.at, element.at.file, root)) return UNREADABLE_FIGURE;
    return reported(project, { invested: change.invested, progress: change.progress }, context);
  }
  if (isItem(element)) {
    if (change.type === 'done') return itemDone(element, change.day, context);
    if (change.type === 'deadline') {
      return deadlineMoved(element, project, itemOpenAt(element, analysis.status), change.day, context);
    }
    const scheduled = analysis.schedule.item(element);
    if (scheduled === undefined) return NOT_SCHEDULED;
    if (change.type === 'slip') return slippedBy(scheduled, change.slip, context);
    return change.type === 'start'
      ? startMoved(scheduled, change.day, context)
      : finishMoved(scheduled, change.day, context);
  }
  if (isIssue(element)) {
    if (change.type === 'done') return issueResolved(element, change.day, context);
    const isOpen = issueOpenAt(element, analysis.status);
    return change.type === 'deadline' ? deadlineMoved(element, project, isOpen, change.day, context) : NO_TIME;
  }
  const meeting = meetingOf(element, root);
  if (isDecision(element) && meeting !== undefined && meetingHeldAt(meeting, analysis.status)) {
    if (change.type === 'done') return decisionDone(element, meeting, change.day, context);
    const isOpen = decisionOpenAt(element, meeting, analysis.status);
    return change.type === 'deadline' ? deadlineMoved(element, undefined, isOpen, change.day, context) : NO_TIME;
  }
  return NOT_SAYABLE;
}

const NO_PROJECT = refuse(
  () => 'Figures are reported of projects',
  () => '只有项目才填报数据',
);
const NOT_SCHEDULED = refuse(
  () => 'There is no forecast of it: another project of the same name counts',
  () => '无法推算：计划以另一个同名项目为准',
);
const UNREADABLE_FIGURE = refuse(
  () => 'A figure in the report of that day cannot be read: mend that first',
  () => '当日进展中有无法识别的数值，请先改正',
);
const NO_TIME = refuse(
  () => 'It takes no time of its own; move its deadline',
  () => '此项没有工期，请调整期限',
);
const NOT_SAYABLE = refuse(
  () =>
    'Only milestones, tasks, approvals, issues and decisions are done or moved; of a project, figures can be reported',
  () => '只有节点、任务、审批、问题和决定可以标为完成或调整；项目可以填报数据',
);

function isDecision(element: PlanElement): element is DecisionFacts {
  return !('kind' in element);
}

function projectAround(element: PlanElement, root: Root): ProjectFacts | undefined {
  const [outermost] = ancestry(root.plan.plan, element);
  return outermost !== undefined && 'kind' in outermost && outermost.kind === 'project' ? outermost : undefined;
}

function meetingOf(element: PlanElement, root: Root): MeetingFacts | undefined {
  const facts = root.plan.facts(element.at.file);
  const [outermost] = facts === undefined ? [] : elementsAt(facts, element.at.start);
  const isMeeting =
    outermost !== undefined && 'kind' in outermost && (outermost.kind === 'meeting' || outermost.kind === 'inspection');
  return isMeeting ? outermost : undefined;
}
