/** Quick fixes and actions that record something as done: items, issues. */
import { issueOpenAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { ItemFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { elementsAt, isIssue } from '../../plan-elements.js';
import type { ActionContext, ProposedChange, QuickFix, Refactoring } from './action-types.js';
import { itemOf, openItemAt } from './enclosing-item.js';
import { insertDone } from './insert-member.js';

function* done(item: ItemFacts | undefined, { text, day }: ActionContext): Generator<ProposedChange> {
  if (item === undefined || item.stated.has('done')) return;
  const file = text(item.at.file);
  const zh = formatPeriod(dayPeriod(day), 'zh');
  yield {
    title: {
      en: `Mark '${item.name.text}' as done on ${formatDay(day)}`,
      zh: `将“${item.name.text}”标为${zh}完成`,
    },
    edits: [insertDone(file, item, `${file.word('done')} ${file.day(day)}`)],
  };
}

/** An overdue item may have been finished without anybody having said so. That it was late stays on the record. */
export const markOverdueDone: QuickFix = {
  codes: ['deadline/overdue'],
  propose: (finding, context) => done(itemOf(finding, context)?.item, context),
};

export const markDone: Refactoring = {
  kind: 'refactor.rewrite',
  propose: (context) => done(openItemAt(context)?.item, context),
};

/** An issue that was solved. */
export const markResolved: QuickFix = {
  codes: ['issue/overdue'],
  *propose({ at }, { source, analysis, text, day }) {
    const issue = elementsAt(source.facts, at.start).findLast(isIssue);
    if (issue === undefined || issue.stated.has('resolved') || !issueOpenAt(issue, analysis.status)) return;
    const file = text(at.file);
    yield {
      title: {
        en: `Mark '${issue.name.text}' as resolved on ${formatDay(day)}`,
        zh: `将“${issue.name.text}”标为${formatPeriod(dayPeriod(day), 'zh')}解决`,
      },
      edits: [file.behind(at, issue.at, [[`${file.word('resolved')} ${file.day(day)}`]])],
    };
  },
};
