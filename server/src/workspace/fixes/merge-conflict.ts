/** Where a merge left two versions: our side is read, and what is written there is lost where theirs is taken. */
import type { Bilingual } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import type { PlanRoot } from '../plan-root.js';

/** Whether a place lies between the marks of a conflict. */
export function isInConflict({ file, start, end }: Span, plan: PlanRoot): boolean {
  const text = plan.text(file) ?? '';
  const findings = plan.facts(file)?.findings ?? [];
  return findings.some(({ code, at: { start: mark } }) => {
    if (code !== 'syntax/unexpected' || !text.startsWith('<<<<<<<', mark)) return false;
    const close = text.indexOf('\n>>>>>>>', mark);
    return mark <= end && (close === -1 || start <= close);
  });
}

interface Changed {
  readonly file: string;
  readonly edits: readonly { readonly start: number; readonly end: number }[];
}

/** Why files are not written into: one of the edits lies between such marks. */
export function tornBy(changed: Iterable<Changed>, plan: PlanRoot): Bilingual | undefined {
  for (const { file, edits } of changed) {
    if (edits.some(({ start, end }) => isInConflict({ file, start, end }, plan)))
      return {
        en: `${file} holds two versions since a merge where something would be written: settle that first`,
        zh: `${file} 中要写入的位置有未解决的合并冲突，请先处理`,
      };
  }
  return undefined;
}
