/** Quick fixes for what was read although it is spelled otherwise, and for signs that say nothing. */
import { spellingEdit } from '../../syntax/format/spelling-edits.js';
import type { TextFix } from './text-fix.js';

export const repairSpelling: TextFix = {
  codes: ['value/spelling', 'syntax/superfluous'],
  *propose(finding, text) {
    const edit = spellingEdit(finding, text);
    if (edit === undefined) return;
    const { start, end, newText } = edit;
    const { found, invisible } = finding.data;
    yield {
      title:
        newText.trim() !== ''
          ? { en: `Write ${newText}`, zh: `写作 ${newText}` }
          : invisible === true
            ? { en: 'Remove the invisible character', zh: '删去看不见的字符' }
            : { en: `Remove '${String(found)}'`, zh: `删去“${String(found)}”` },
      edits: [{ file: finding.at.file, start, end, insert: [newText] }],
      preferred: true,
      safe: true,
    };
  },
};
