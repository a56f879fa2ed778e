/** What comes of a file that is to be imported into a plan: it is refused, something has to be asked, or what would be written. */
import type { Bilingual } from '../../model/lang.js';
import type { ReportDocument } from '../../report/document.js';
import type { ChangedFile } from '../edits/plan-edits.js';

/** What only a person can say. The answer to it comes back under its key. */
export interface Question {
  readonly key: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Another day than those offered can be said: `2026-03-31`. */
  readonly anyDay?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  /** How it reads as the answer to all questions like this one that are left. */
  readonly forRest?: string;
}

export type Answers = ReadonlyMap<string, string>;

export type ImportResult =
  | { readonly type: 'refused'; readonly problem: Bilingual }
  | { readonly type: 'ask'; readonly questions: readonly Question[] }
  /** Nothing can or need be written; the report says why. */
  | { readonly type: 'nothing'; readonly report: ReportDocument }
  /** A plan file of its own, beside those that are there. */
  | { readonly type: 'new'; readonly report: ReportDocument; readonly name: string; readonly text: string }
  | { readonly type: 'merge'; readonly report: ReportDocument; readonly changed: readonly ChangedFile[] };
