/** The quick fix, for whatever was found, that silences it on its statement and says why. */
import { RULES } from '../../../analysis/checks/index.js';
import { readPlan } from '../../../syntax/read-plan.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import type { QuickFix } from './action-types.js';

/**
 * A comment above the statement. The reason is for people to write: until it stands there, nothing is silenced. Not where
 * no line begins with the statement, so that the comment would speak of another one.
 */
export const ignoreHere: QuickFix = {
  codes: RULES.map(({ code }) => code).filter((code) => !code.startsWith('ignore/')),
  *propose({ code, at }, { source, text, chain }) {
    const file = text(source.file);
    const starts = [at.start, ...chain.map((element) => element.at.start).reverse()];
    for (const start of new Set(starts.map((offset) => firstOnLine(file.text, offset)))) {
      const indent = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
      const comment = `// planwright-ignore ${code}: `;
      const silenced = `${file.text.slice(0, start)}${comment}x\n${indent}${file.text.slice(start)}`;
      const by = silenced.length - file.text.length;
      const covers = readPlan(source.file, silenced).ignores.find((ignore) => ignore.at.start === start)?.covers;
      if (covers === undefined || covers.start > at.start + by || at.end + by > covers.end) continue;
      const edit: SnippetEdit = {
        file: source.file,
        start,
        end: start,
        insert: [comment, { text: '' }, file.text.includes('\r\n') ? '\r\n' : '\n', indent],
      };
      yield { title: { en: `Ignore ${code} here, with a reason`, zh: `此处忽略 ${code}，并写明理由` }, edits: [edit] };
      return;
    }
  },
};

/** Where the line of an offset begins to say something. */
function firstOnLine(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start + (/^[^\S\n]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}
