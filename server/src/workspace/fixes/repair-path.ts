/** The quick fix for a path with backslashes. */
import type { TextFix } from './text-fix.js';

export const repairPath: TextFix = {
  codes: ['file/missing'],
  *propose({ at, data }, text) {
    const { slashed } = data;
    if (typeof slashed !== 'string') return;
    const [open, close] = [text.charAt(at.start), text.charAt(at.end - 1)];
    yield {
      title: { en: `Write the path as ${slashed}`, zh: `路径写作 ${slashed}` },
      edits: [{ file: at.file, start: at.start, end: at.end, insert: [`${open}${slashed}${close}`] }],
      preferred: true,
      safe: false,
    };
  },
};
