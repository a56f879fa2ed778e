/** How the text says that an item takes longer: the statement that a 'what if' has assumed, as an edit. */
import type { Assumption } from '../../../analysis/what-if/assumption.js';
import type { Day } from '../../../model/day.js';
import { formatDuration } from '../../../model/duration.js';
import type { ItemFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import type { PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { insertMember } from './insert-member.js';

/** What the item states instead. */
export function slipEdit(
  text: PlanText,
  item: ItemFacts,
  assumption: Exclude<Assumption, { member: 'none' }>,
): SnippetEdit | { readonly problem: Bilingual } {
  const { member, after } = assumption;
  const stated = item[member];
  if (stated === undefined && item.stated.has(member)) return { problem: UNREADABLE };
  const day = (on: Day): string =>
    stated === undefined ? text.day(on) : text.dayInPlaceOf(stated.at, member === 'start' ? 'first' : 'last', on);
  const value = typeof after === 'number' ? day(after) : formatDuration(after, text.vocabulary);
  if (stated === undefined) return insertMember(text, item, item.due?.at, `${text.word(member)} ${value}`);
  return { file: text.file, start: stated.at.start, end: stated.at.end, insert: [value] };
}

const UNREADABLE: Bilingual = {
  en: 'What the item states of it cannot be read: mend that first',
  zh: '该项原有的写法无法识别，请先改正',
};
