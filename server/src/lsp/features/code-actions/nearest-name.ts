/** The quick fix for unknown names, fields, currencies and the like that takes the one probably meant. */
import type { ProposedChange, QuickFix } from './action-types.js';

/** A slip of the key: the name that was probably meant, as the rule found it. */
export const nearestName: QuickFix = {
  codes: ['name/unknown', 'expression/unknown-field', 'value/currency', 'value/holidays'],
  *propose({ at, data }): Generator<ProposedChange> {
    const { nearest } = data;
    if (typeof nearest !== 'string' || nearest === '') return;
    yield {
      title: { en: `Change to '${nearest}'`, zh: `改为“${nearest}”` },
      edits: [{ file: at.file, start: at.start, end: at.end, insert: [nearest] }],
      preferred: true,
    };
  },
};
