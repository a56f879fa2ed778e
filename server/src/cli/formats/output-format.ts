/** What a format of `check` is given, and what it is. */

import type { Severity } from '../../analysis/rule.js';
import { formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { Diagnostic } from '../../workspace/diagnostic.js';
import type { CheckedRoot } from '../checked-root.js';

/** How a file is named: to programs, to people at a terminal, to a build server. */
export interface FileNames {
  /** Which plan root, where several are checked at once: relative to the folder that they have in common. */
  readonly root?: string;
  /** Relative to the plan root. */
  readonly inPlan: string;
  readonly onTerminal: string;
  readonly inRepository: string;
  readonly rootInRepository: string;
}

export interface Listed {
  readonly diagnostic: Diagnostic;
  readonly root: CheckedRoot;
  readonly names: FileNames;
}

export interface CheckResult {
  readonly lang: Lang;
  /** As of which days the roots were judged: one unless several roots say otherwise. */
  readonly statusDates: readonly string[];
  readonly roots: readonly CheckedRoot[];
  readonly files: readonly FileNames[];
  readonly projects: number;
  /** What is shown, in the order of file, line, column, code. */
  readonly listed: readonly Listed[];
  /** How many findings are not shown because `--severity` asks for graver ones; hints, which nobody misses, do not count. */
  readonly hidden: number;
  /** How many the baseline knows. */
  readonly known: number;
  /** Whether a finding of that severity makes the check fail. */
  readonly fails: (severity: Severity) => boolean;
  /** Whether how often each rule found something is said as well. */
  readonly statistics: boolean;
  /** How a file of a root is named, for related places. */
  readonly namesOf: (root: CheckedRoot, file: string) => FileNames;
}

interface OutputOptions {
  readonly color: boolean;
  /** The width to wrap at; undefined where lines may be as long as they are. */
  readonly columns: number | undefined;
  /** Whether addresses can be put behind words. */
  readonly links: boolean;
  readonly quiet: boolean;
  /** What the command is going to exit with. */
  readonly exit: number;
}

/** Answers the whole text, its last line ended. */
export type OutputFormat = (result: CheckResult, options: OutputOptions) => string;

export function countOf({ listed }: CheckResult, severity: Severity): number {
  return listed.filter(({ diagnostic }) => diagnostic.severity === severity).length;
}

export function statusDatesOf(roots: readonly CheckedRoot[]): readonly string[] {
  return [...new Set(roots.map(({ status }) => formatDay(status)))].sort();
}
