/** What code actions are made of: the place they are asked for, and the changes they propose. */
import type { Analysis } from '../../../analysis/analysis.js';
import type { Day } from '../../../model/day.js';
import type { Finding } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import type { PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import type { PlanElement } from '../../plan-elements.js';
import type { Source } from '../../session.js';

export interface ProposedChange {
  readonly title: Bilingual;
  readonly edits: readonly SnippetEdit[];
  /** What most people would choose: applied by 'Auto Fix'. Never where a fact is claimed that only people know. */
  readonly preferred?: boolean;
  /** The names that it makes: not offered where a reference would then mean something else. */
  readonly makes?: readonly string[];
}

/** Where a code action is asked for. */
export interface ActionContext {
  readonly source: Source;
  readonly analysis: Analysis;
  /** The day on which facts are recorded: S, but never a day that has not come. */
  readonly day: Day;
  /** The selection, offsets. */
  readonly start: number;
  readonly end: number;
  /** The place that the start of the selection speaks of: in the blanks before a statement, that statement's. */
  readonly place: number;
  /** What is stated there, the declaration first, the innermost last. */
  readonly chain: readonly PlanElement[];
  /** Whether the editor lets placeholders be filled one after the other. */
  readonly placeholders: boolean;
  /** A file of the plan root, to be edited in its own vocabulary and indentation. */
  readonly text: (file: string) => PlanText;
}

/** Mends what a rule found. What it proposes takes that finding away and brings no other. */
export interface QuickFix {
  readonly codes: readonly string[];
  readonly propose: (finding: Finding, context: ActionContext) => Iterable<ProposedChange>;
}

/** Something that can be done at a place although nothing is wrong there. */
export interface Refactoring {
  /** As the Language Server Protocol names kinds: `refactor.rewrite`, `source.…` (only where it is asked for). */
  readonly kind: string;
  /** Nothing that wants attention: shown when somebody asks what can be done, and no light is lit for it. */
  readonly whenAsked?: true;
  readonly propose: (context: ActionContext) => Iterable<ProposedChange>;
}
