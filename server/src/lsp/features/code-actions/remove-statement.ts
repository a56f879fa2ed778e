/** Quick fixes for what is stated and does not count, or should not be there: it goes. */
import type { Keyword } from '../../../../../grammar/keywords.js';
import { sayKeyword } from '../../../analysis/message-values.js';
import { placeOf } from '../../../syntax/tree.js';
import type { QuickFix } from './action-types.js';
import { memberAt, without, withoutEntry } from './statement-at.js';

/** What is computed from the parts of a summary is not stated of itself. */
export const computedFromParts: QuickFix = {
  codes: ['schedule/summary-done', 'member/on-summary'],
  *propose({ code, at, data }, { source }) {
    const member = memberAt(source, at);
    if (member === undefined) return;
    const keyword: Keyword = code === 'schedule/summary-done' ? 'done' : (STATED[String(data.member)] ?? 'done');
    yield {
      title: {
        en: `Remove ${sayKeyword(keyword, 'en')}: it is computed from the parts`,
        zh: `删去${sayKeyword(keyword, 'zh')}：由各分项推算`,
      },
      edits: [without(source, placeOf(member))],
    };
  },
};

const STATED: Readonly<Record<string, Keyword>> = {
  duration: 'duration',
  started: 'started',
  progress: 'progress',
  remaining: 'remaining',
};

/** What is settled, or is dealt with elsewhere, need not take the meeting's time. */
export const offTheAgenda: QuickFix = {
  codes: ['issue/closed-on-agenda', 'issue/below'],
  *propose({ at }, { source }) {
    const edit = withoutEntry(source, at);
    if (edit === undefined) return;
    yield { title: { en: 'Take it off the agenda', zh: '从议题中删去' }, edits: [edit] };
  },
};

/** Nobody refers to it. What else it says goes with it, so that somebody has to choose this. */
export const removeUnused: QuickFix = {
  codes: ['name/unused'],
  *propose({ at }, { source }) {
    const declaration = source.facts.declarations.find((each) => each.at.start <= at.start && at.end <= each.at.end);
    if (declaration === undefined) return;
    yield {
      title: {
        en: `Remove the declaration of '${declaration.name.text}'`,
        zh: `删去“${declaration.name.text}”的声明`,
      },
      edits: [without(source, declaration.at)],
    };
  },
};
