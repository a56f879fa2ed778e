/** What the rules find in plan text, for tests: the text that each finding points at, with its figures. */
import { messageOf } from '../server/src/analysis/checks/index.js';
import type { ForeignEncoding } from '../server/src/model/encoding.js';
import type { Finding } from '../server/src/model/facts.js';
import { Plan } from '../server/src/model/plan.js';
import { LONGEST_TEXT } from '../server/src/model/text-length.js';
import { readPlan } from '../server/src/syntax/read-plan.js';
import { PlanRoot } from '../server/src/workspace/plan-root.js';
import { onDay } from './analysed.js';

export interface FoundText {
  readonly code: string;
  /** The text that it points at. */
  readonly text: string;
  readonly data: Finding['data'];
  readonly element: string | undefined;
  readonly related: readonly string[];
  readonly en: string;
  readonly zh: string;
}

export interface FindOptions {
  /** Default: `asOf`. */
  readonly today?: string;
  /** The status date is what the plan says or today, not `asOf`. */
  readonly byPlan?: boolean;
  readonly files?: readonly string[];
  /** The file is not kept in UTF-8. */
  readonly savedAs?: ForeignEncoding | undefined;
  /** The file goes on beyond the longest that is read. */
  readonly padded?: true | undefined;
  /** What the file said before. */
  readonly base?: string | undefined;
}

/** Everything that is found in one file, as every face is told it. */
export function findingsIn(text: string, asOf: string, options: FindOptions = {}): readonly Finding[] {
  const root = new PlanRoot({
    today: () => onDay(options.today ?? asOf),
    fileExists: (_, path) => options.files?.includes(path),
  });
  if (options.byPlan !== true) root.asOf = onDay(asOf);
  if (options.base !== undefined) root.base = new Plan([readPlan('plan.plan', options.base)]);
  if (options.savedAs === undefined) root.set('plan.plan', text);
  else root.set('plan.plan', '', { encoding: options.savedAs });
  if (options.padded === true) root.set('plan.plan', text.padEnd(LONGEST_TEXT + 1));
  root.settle();
  return root.findings('plan.plan');
}

/** The same with the texts that they point at. */
export function allFound(text: string, asOf: string, options: FindOptions = {}): readonly FoundText[] {
  return findingsIn(text, asOf, options).map((finding) => ({
    code: finding.code,
    text: text.slice(finding.at.start, finding.at.end),
    data: finding.data,
    element: finding.element,
    related: (finding.related ?? []).map(({ at }) => text.slice(at.start, at.end)),
    en: messageOf(finding, 'en'),
    zh: messageOf(finding, 'zh'),
  }));
}

export function found(code: string, text: string, asOf: string, options: FindOptions = {}): readonly FoundText[] {
  return allFound(text, asOf, options).filter((finding) => finding.code === code);
}

export function codesIn(text: string, asOf: string, options: FindOptions = {}): readonly string[] {
  return allFound(text, asOf, options).map(({ code }) => code);
}
