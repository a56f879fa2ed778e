import { issueOpenAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { ItemFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { chainAt, isIssue } from '../../entities.js';
import type { Change, Fix, Offer, Question } from './change.js';
import { statingDone } from './item-text.js';
import { itemOf, openItemAt } from './places.js';

function* done(item: ItemFacts | undefined, { text, day }: Question): Generator<Change> {
  if (item === undefined || item.stated.has('done')) return;
  const file = text(item.at.file);
  const zh = formatPeriod(dayPeriod(day), 'zh');
  yield {
    title: {
      en: `Mark '${item.name.text}' as done on ${formatDay(day)}`,
      zh: `将“${item.name.text}”标为${zh}完成`,
    },
    edits: [statingDone(file, item, `${file.word('done')} ${file.day(day)}`)],
  };
}

/** An overdue item may have been finished without anybody having said so. That it was late stays on the record. */
export const markOverdueDone: Fix = {
  codes: ['deadline/overdue'],
  propose: (finding, question) => done(itemOf(finding, question)?.item, question),
};

export const markDone: Offer = {
  kind: 'refactor.rewrite',
  propose: (question) => done(openItemAt(question)?.item, question),
};

/** An issue that was solved. */
export const markResolved: Fix = {
  codes: ['issue/overdue'],
  *propose({ at }, { source, analysis, text, day }) {
    const issue = chainAt(source.facts, at.start).findLast(isIssue);
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
