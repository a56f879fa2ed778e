/** Fixes that need no more than what a rule found and the text of the file: the editor offers them, the command applies them. */
import type { Finding } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';

/** Replaces the text from `start` to `end` of a file. */
export interface TextChangeEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly insert: readonly string[];
}

export interface TextChange {
  readonly title: Bilingual;
  readonly edits: readonly TextChangeEdit[];
  /** What most people would choose, seeing it: applied by 'Auto Fix'. */
  readonly preferred: boolean;
  /**
   * Can be applied without anybody looking: there is no other way to read what was meant. A guess at a name is not, or
   * somebody else would answer for a project.
   */
  readonly safe: boolean;
}

export interface TextFix {
  readonly codes: readonly string[];
  /** None of what it proposes is safe. */
  readonly neverSafe?: true;
  readonly propose: (finding: Finding, text: string) => Iterable<TextChange>;
}
