/** What a returned form says, once nothing in it contradicts the plan. */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { DecisionFacts, IssueFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { MoneyValue } from '../../model/money.js';

export type FormStatement =
  | { readonly type: 'report'; readonly project: ProjectFacts; readonly day: Day; readonly parts: readonly FormPart[] }
  | { readonly type: 'started' | 'done'; readonly item: ItemFacts; readonly day: Day }
  | { readonly type: 'tried'; readonly issue: IssueFacts; readonly day: Day; readonly text: string }
  | { readonly type: 'resolved'; readonly issue: IssueFacts; readonly day: Day }
  | { readonly type: 'feedback'; readonly decision: DecisionFacts; readonly day: Day; readonly text: string }
  | { readonly type: 'decision-done'; readonly decision: DecisionFacts; readonly day: Day }
  | { readonly type: 'issue'; readonly project: ProjectFacts; readonly day: Day; readonly issue: NewIssue }
  | { readonly type: 'person'; readonly name: string; readonly unit: string };

export type FormPart =
  | { readonly member: 'invested' | 'received' | 'paid'; readonly value: MoneyValue }
  | { readonly member: 'progress'; readonly percent: string }
  | { readonly member: 'quality' | 'safety' | 'integrity'; readonly word: Keyword }
  | { readonly member: 'text' | 'next'; readonly text: string }
  | { readonly member: 'reporter'; readonly name: string };

export interface NewIssue {
  readonly title: string;
  readonly kind?: Keyword;
  readonly cause?: string;
  readonly proposal?: string;
  readonly escalated?: Keyword;
}

/** Why a form is refused: the cell, and what differs. */
export interface Refusal {
  readonly cell: string;
  readonly message: Bilingual;
}

export interface FormReading {
  readonly unit: string;
  readonly statements: readonly FormStatement[];
  readonly refusals: readonly Refusal[];
  /** What the plan said already. */
  readonly known: number;
}
