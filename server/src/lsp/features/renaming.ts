/** The edits that give something another name, in all files, so that every reference leads to what it led to before. */
import { keywordOf } from '../../../../grammar/keywords.js';
import { describeField, describeFunction } from '../../analysis/expressions/editor-support.js';
import type { Plan } from '../../model/plan.js';
import { type LostMeaning, lostMeanings, type TextChange } from '../meaning.js';
import { type Occurrence, occurrencesOf } from '../occurrences.js';
import { ancestry, isIssue, isItem, type PlanElement } from '../plan-elements.js';
import { written } from './completion/names.js';

export type Renamed = { readonly changes: readonly TextChange[] } | { readonly lost: LostMeaning };

/**
 * Where the new name would be taken for something else, the path is written out as far as is needed; where no path keeps
 * the meaning, the answer is the first reference that would lose it.
 */
export function renamed(plan: Plan, text: (file: string) => string, element: PlanElement, name: string): Renamed {
  const before = element.name?.text ?? '';
  const named = occurrencesOf(plan, element).map(
    (occurrence): TextChange => ({ at: occurrence.at, newText: spelled(name, occurrence) }),
  );
  const names = new Set([before, name]);
  const called = (other: PlanElement): string => (other === element ? name : (other.name?.text ?? ''));
  /** The references to write out, and with how many names. */
  const paths = new Map<LostMeaning, number>();
  for (;;) {
    const longer = [...paths].map(([lost, length]): TextChange => ({ at: lost.at, newText: pathOf(lost, length) }));
    const isWithin = ({ at }: TextChange): boolean =>
      longer.some(({ at: whole }) => whole.file === at.file && whole.start <= at.start && at.end <= whole.end);
    const changes = [...named.filter((change) => !isWithin(change)), ...longer];
    const [lost, ...others] = lostMeanings({ plan, text, changes, names });
    if (lost === undefined) return { changes };
    for (const each of [lost, ...others]) {
      const known = [...paths.keys()].find(({ at }) => at.file === each.at.file && at.start === each.at.start);
      const length = ((known && paths.get(known)) ?? each.ref?.segments.length ?? 0) + 1;
      if (length > longest(each)) return { lost: each };
      paths.set(known ?? each, length);
    }
  }

  function longest({ target }: LostMeaning): number {
    return target !== undefined && (isItem(target) || isIssue(target)) ? ancestry(plan, target).length : 0;
  }

  function pathOf({ target }: LostMeaning, length: number): string {
    if (target === undefined) return '';
    return ancestry(plan, target)
      .slice(-length)
      .map((each) => written(called(each)))
      .join('.');
  }
}

/** In an expression a field or keyword of that name would be meant, were it not for backquotes. */
function spelled(name: string, { as }: Occurrence): string {
  const plain = written(name);
  const ambiguous =
    as === 'expression' &&
    (describeField(name) !== undefined || describeFunction(name) !== undefined || keywordOf(name) !== undefined);
  return ambiguous && !plain.startsWith('`') ? `\`${plain}\`` : plain;
}
