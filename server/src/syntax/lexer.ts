/**
 * Text to tokens (language reference, section 1), written by hand: it reads both vocabularies as one, tells a keyword
 * that begins a statement from one that is used as a name, takes full-width punctuation for its half-width twin, and
 * mends what would otherwise cost the neighbours: braces that do not pair, merge-conflict markers, unclosed strings.
 * It never fails; what is wrong is a `LexicalProblem` with its place.
 */

import { Scanner } from './scanner.js';
import type { Token } from './token-types.js';

export type LexicalProblemKind =
  | 'character'
  | 'unclosed-string'
  | 'mixed-quotes'
  | 'unclosed-text'
  | 'unclosed-comment'
  | 'unclosed-name'
  | 'signed-name'
  | 'conflict'
  | 'unclosed-block'
  | 'unopened-block'
  | 'missing-open'
  | 'unopened-string'
  | 'nesting';

export interface LexicalProblem {
  readonly kind: LexicalProblemKind;
  readonly start: number;
  readonly end: number;
  /** Of an unclosed block: where it was opened. */
  readonly opened?: { readonly start: number; readonly end: number };
}

export interface Comment {
  readonly kind: 'line' | 'block' | 'doc';
  readonly start: number;
  readonly end: number;
}

/** What is read as something that is spelled otherwise (language reference, 1, 'Also read'). */
export interface Respelling {
  readonly start: number;
  readonly end: number;
  /** How it is spelled: a keyword, in the vocabulary that it was written in, or the text to put in its place. */
  readonly spelling: string;
}

/** Everything that tokens alone do not tell. */
export interface PlanLexingReport {
  readonly comments: readonly Comment[];
  readonly problems: readonly LexicalProblem[];
  /** Places of full-width punctuation, digits and letters outside strings and comments. */
  readonly fullWidth: readonly { readonly start: number; readonly end: number }[];
  /** Words and signs read as others; a word among them that is used as a name is none. */
  readonly respellings: readonly Respelling[];
  /** Characters that nobody sees: zero-width blanks, marks of direction, soft hyphens. */
  readonly invisible: readonly { readonly start: number; readonly end: number }[];
}

export interface PlanLexerResult {
  readonly tokens: readonly Token[];
  readonly report: PlanLexingReport;
}

export class PlanLexer {
  /** `partial` where the text ends at the cursor, so that what is open there is not a mistake. */
  tokenize(text: string, options?: { readonly mode?: 'full' | 'partial' }): PlanLexerResult {
    return new Scanner(text, options?.mode === 'partial').run();
  }
}
