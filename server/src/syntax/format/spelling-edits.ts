/** The usual spelling in place of what is read although it is spelled otherwise, and without signs that say nothing. */
import type { FileFacts, Finding } from '../../model/facts.js';
import type { PlanParseResult } from '../parser.js';
import { factsIn, readPlan } from '../read-plan.js';
import { applyEdits, type Edit } from './edit.js';

const TOLD: ReadonlySet<string> = new Set(['value/spelling', 'syntax/superfluous']);

/** The edit that takes a finding of these two rules away; undefined for any other. The hints' quick fix is the same. */
export function spellingEdit({ code, at, data }: Finding, text: string): Edit | undefined {
  if (!TOLD.has(code)) return undefined;
  const { start, end } = at;
  if (code === 'value/spelling') return { start, end, newText: typeof data.spelling === 'string' ? data.spelling : '' };
  // Words that only the sign kept apart stay apart.
  const isApart =
    /\s/.test(text.charAt(end)) || end === text.length || start === 0 || /\s/.test(text.charAt(start - 1));
  return { start, end, newText: data.invisible === true || isApart ? '' : ' ' };
}

/** All of them in one text, in its order; none where the text beside a mistake would be read otherwise without them. */
export function spellingEdits(parsed: PlanParseResult): readonly Edit[] {
  const { text } = parsed;
  const facts = factsIn('', parsed);
  const edits = facts.findings
    .flatMap((finding) => spellingEdit(finding, text) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start }, index, all) => start >= (all[index - 1]?.end ?? 0));
  if (edits.length === 0) return edits;
  return stated(readPlan('', applyEdits(text, edits))) === stated(facts) ? edits : [];
}

/** Whether two texts state the same, wherever it stands. */
export function statesTheSame(parsed: PlanParseResult, other: PlanParseResult): boolean {
  return stated(factsIn('', parsed)) === stated(factsIn('', other));
}

/** What the declarations say, without places. */
function stated({ declarations }: FileFacts): string {
  return JSON.stringify(declarations, (key, value: unknown) => {
    if (key === 'at' || key === 'keywordAt') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Set ? [...value].sort() : value;
  });
}
