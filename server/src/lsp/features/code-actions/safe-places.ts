/** Where nothing is written: into what is half typed, and between the marks that a merge has left. */
import type { Bilingual } from '../../../model/lang.js';
import { isInConflict } from '../../../workspace/fixes/merge-conflict.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { elementsAt } from '../../plan-elements.js';
import type { ActionContext } from './action-types.js';

export const BROKEN: Bilingual = {
  en: 'The text there is half typed: finish it first',
  zh: '该处文字尚未写完，请先改正',
};
export const CONFLICT: Bilingual = {
  en: 'Two versions stand there since a merge: settle that first',
  zh: '该处有未解决的合并冲突，请先处理',
};

/** Why one of the edits cannot be made; what replaces a word stands where that stood. */
export function whyNotThere(edits: readonly SnippetEdit[], { source, text }: ActionContext): Bilingual | undefined {
  for (const { file, start, end } of edits) {
    if (text(file).slice({ start, end }).trim() !== '') continue;
    if (isInConflict({ file, start, end }, source.root.plan)) return CONFLICT;
    // Where a statement is half typed, nobody can tell where its block ends.
    const facts = source.plan.file(file);
    const around = facts && elementsAt(facts, start).at(-1);
    const broken = facts?.findings.filter(({ code }) => code === 'syntax/unexpected') ?? [];
    if (around !== undefined && broken.some(({ at }) => at.start <= around.at.end && around.at.start <= at.end))
      return BROKEN;
  }
  return undefined;
}
