/** What a plan root is read by. Where it has no `planwright.json`, by the default; nothing here reads one. */
import type { Severity } from '../analysis/rule.js';
import type { Lang } from '../model/lang.js';

export interface Configuration {
  readonly language?: Lang | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** From what has least to say to what has the last word. */
  readonly layers: readonly SeverityLayer[];
}

/** Severities that are said in one place. The code of a rule goes before its family there, whatever their order. */
export interface SeverityLayer {
  /** Globs of the files that they are meant for; without them, all. */
  readonly files?: readonly string[];
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

export const DEFAULT_CONFIGURATION: Configuration = { include: ['**/*.plan'], exclude: [], layers: [] };
