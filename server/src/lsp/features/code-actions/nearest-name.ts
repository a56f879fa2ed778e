import type { Change, Fix } from './change.js';

/** A slip of the key: the name that was probably meant, as the rule found it. */
export const nearestName: Fix = {
  codes: ['name/unknown', 'expression/unknown-field'],
  *propose({ at, data }): Generator<Change> {
    const { nearest } = data;
    if (typeof nearest !== 'string' || nearest === '') return;
    yield {
      title: { en: `Change to '${nearest}'`, zh: `改为“${nearest}”` },
      edits: [{ file: at.file, start: at.start, end: at.end, insert: [nearest] }],
      preferred: true,
    };
  },
};
