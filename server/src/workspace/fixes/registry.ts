/** Fixes of the text, one line each, and what of them can be applied to a file without anybody looking. */
import type { Finding } from '../../model/facts.js';
import { repairPath } from './repair-path.js';
import { repairSpelling } from './repair-spelling.js';
import { repairFullWidth, repairWord } from './repair-text.js';
import { foreignSigns, lastOfMonth, onlyOnce, wholeUnits, workingDayBefore } from './repair-values.js';
import type { TextChangeEdit, TextFix } from './text-fix.js';

export const TEXT_FIXES: readonly TextFix[] = [
  repairWord,
  repairFullWidth,
  repairSpelling,
  repairPath,
  lastOfMonth,
  workingDayBefore,
  wholeUnits,
  onlyOnce,
  foreignSigns,
];

/** Whether there are safe fixes for what a rule finds, where they can tell how. */
export function isSafelyFixable(code: string): boolean {
  return TEXT_FIXES.some(({ codes, neverSafe }) => neverSafe !== true && codes.includes(code));
}

/** The edits of all safe fixes for the findings of one file, in their order; of two in one place the first. */
export function safeEdits(findings: readonly Finding[], text: string): readonly TextChangeEdit[] {
  const edits: TextChangeEdit[] = [];
  let last = -1;
  for (const finding of [...findings].sort((a, b) => a.at.start - b.at.start)) {
    const change = TEXT_FIXES.filter(({ codes }) => codes.includes(finding.code))
      .flatMap(({ propose }) => [...propose(finding, text)])
      .find(({ safe }) => safe);
    const [first] = change?.edits ?? [];
    if (change === undefined || first === undefined || first.start < last) continue;
    edits.push(...change.edits);
    last = Math.max(...change.edits.map(({ end }) => end));
  }
  return edits;
}

export function applied(text: string, edits: readonly TextChangeEdit[]): string {
  let [done, at] = ['', 0];
  for (const { start, end, insert } of edits) {
    done += text.slice(at, start) + insert.join('');
    at = end;
  }
  return done + text.slice(at);
}
