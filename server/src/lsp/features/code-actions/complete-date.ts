/** The quick fix for a date that leaves out its year: 6月底 is that of the plan year. */
import { parseDate } from '../../../model/period.js';
import type { ProposedChange, QuickFix } from './action-types.js';

export const completeDate: QuickFix = {
  codes: ['value/date', 'syntax/unexpected'],
  *propose({ at, data }, { source, analysis }): Generator<ProposedChange> {
    const { expected } = data;
    if (expected !== undefined && !(Array.isArray(expected) && expected.includes('DATE'))) return;
    const text = source.text.slice(at.start, at.end);
    const date = `${analysis.year}年${text.replace(/^年/, '')}`;
    if (!/^(?:\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|年)/.test(text) || !parseDate(date).ok) return;
    yield {
      title: { en: `Write ${date}`, zh: `写作 ${date}` },
      edits: [{ file: at.file, start: at.start, end: at.end, insert: [date] }],
      preferred: true,
    };
  },
};
