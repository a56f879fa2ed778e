/** What changed between two states of a plan, one record a change. */

import type { Keyword } from '../../../../grammar/keywords.js';
import type { BlockName } from '../../../../grammar/members.js';
import type { Day } from '../../model/day.js';
import type { Span } from '../../model/span.js';
import type { StatedValue } from './stated-value.js';
import type { Topic } from './statements.js';

/** In the order of a report on them. */
export const TOPICS: readonly Topic[] = [
  'pool',
  'deadlines',
  'stages',
  'money',
  'people',
  'actuals',
  'reports',
  'issues',
  'decisions',
  'schedule',
  'other',
];

/** What a change is of. */
export interface Subject {
  /** The keyword that declares it. */
  readonly kind: Keyword;
  readonly id: string;
  readonly title: string;
  /** Of a report or a review: which. */
  readonly of?: StatedValue;
}

/** A `revised` that only the head has. */
export interface Move {
  readonly day: Day;
  readonly from: StatedValue | undefined;
  readonly by: string | undefined;
  readonly why: string | undefined;
}

export interface Change {
  readonly topic: Topic;
  /** `gone`: the base had it. */
  readonly what: 'added' | 'gone' | 'changed' | 'renamed';
  readonly subject: Subject;
  /** The project that it is in; of a project itself, the project. */
  readonly project?: Subject;
  /** Of a thing as a whole there is none. */
  readonly member?: { readonly block: BlockName; readonly keyword: Keyword; readonly of?: StatedValue };
  readonly before?: StatedValue;
  readonly after?: StatedValue;
  /** Of a deadline that was moved: what the plan says about it. */
  readonly moves?: readonly Move[];
  /** What is wrong with it. */
  readonly history?: 'rewritten' | 'silent-move';
  /** Where it stands in the base, and in the head; of what is gone, what it is missed in. */
  readonly baseAt?: Span;
  readonly headAt?: Span;
}
