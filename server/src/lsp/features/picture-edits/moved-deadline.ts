/** A deadline that becomes another, on the record. */
import { policyOf } from '../../../analysis/policy-in-force.js';
import { dueAt, type Revisable, revisionsAt } from '../../../analysis/state.js';
import type { ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { insertMember, type WithBlock } from '../code-actions/insert-member.js';
import { movedDeadline } from '../code-actions/move-deadline.js';
import { type Answer, type ChangeContext, dayIn, isRefusal, nameIn, refuse, UNREADABLE } from './change-context.js';

type WithDeadline = Revisable & WithBlock & Parameters<typeof nameIn>[0] & Pick<ItemFacts, 'stated'>;

/**
 * The deadline becomes another, and the move goes on record: by nobody and for no reason yet, which is for people to say.
 * What was moved today already is moved on: that is one move.
 */
export function deadlineMoved(
  holder: WithDeadline,
  project: ProjectFacts | undefined,
  isOpen: boolean,
  given: string,
  context: ChangeContext,
): Answer {
  const { analysis, text, day } = context;
  const to = dayIn(given);
  if (isRefusal(to)) return to;
  if (!isOpen) {
    return refuse(
      (lang) => `${nameIn(holder, lang)} is not open: its deadline is history`,
      (lang) => `${nameIn(holder, lang)}已不是未完成事项，期限不再调整`,
    );
  }
  const { due } = holder;
  if (due === undefined && holder.stated.has('due')) return UNREADABLE;
  if (due === undefined) return [insertMember(text, holder, undefined, `${text.word('due')} ${text.day(to)}`)];
  if (dueAt(holder, analysis.status) !== due) {
    return refuse(
      (lang) => `The deadline of ${nameIn(holder, lang)} was moved after the status date: judge it as of today first`,
      (lang) => `${nameIn(holder, lang)}的期限在截至日期之后调整过，请先把截至日期改为今天`,
    );
  }
  if (due.period.last === to) return [];
  const today = holder.revised.findLast((revision) => revision.day === day && revision.from !== undefined);
  if (today !== undefined) {
    if (today.from?.period.last !== to) {
      return [
        { file: text.file, start: due.at.start, end: due.at.end, insert: [text.dayInPlaceOf(due.at, 'last', to)] },
      ];
    }
    return refuse(
      () => 'That is where the deadline was moved away from today: take that back with Undo',
      () => '这正是今天调整之前的期限，请用撤销恢复',
    );
  }
  const max = policyOf(analysis.plan, project)?.maxRevisions?.value;
  if (max !== undefined && revisionsAt(holder, analysis.status).length >= max) {
    return refuse(
      (lang) => `The policy allows a deadline to be moved ${max} times; that of ${nameIn(holder, lang)} was`,
      (lang) => `规则规定期限最多调整${max}次，${nameIn(holder, lang)}已达上限`,
    );
  }
  return movedDeadline(text, holder, { to, on: day, approval: [] });
}
