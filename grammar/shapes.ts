/**
 * What an entry of the member table is made of: the shapes that values have, and the helpers by which the table is
 * written. Plain data, which every room and the documentation can read.
 */
import type { Keyword } from './keywords.js';
import type { WordList } from './words.js';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** English, then Chinese. */
export type Pair = readonly [en: string, zh: string];

/** What a reference can lead to. `item` is a milestone, task or approval inside a project. */
export type EntityKind =
  | 'item'
  | 'portfolio'
  | 'calendar'
  | 'policy'
  | 'org'
  | 'person'
  | 'category'
  | 'area'
  | 'batch'
  | 'tag'
  | 'project'
  | 'issue'
  | 'meeting'
  | 'view'
  | 'field';

/**
 * The shape of a member's value. Shapes of their own have names of their own; the test of the table says which rule of
 * the grammar reads each.
 */
export type Value =
  /** A date of any grain: the last day of a period as a deadline or an end, the first as a start. */
  | { readonly shape: 'date' }
  /** A date that is a day, a year or a half year. */
  | { readonly shape: 'day' | 'year' | 'half-year' }
  | { readonly shape: 'span' | 'duration' | 'money' | 'percent' | 'count' }
  /** `12% "as measured"`. */
  | { readonly shape: 'percent-text' }
  | { readonly shape: 'text' | 'texts' }
  /** A name that nothing declares: a currency. */
  | { readonly shape: 'name' }
  /** The first kind that has the name wins; `same` leads to one of the kind that the member stands in. */
  | { readonly shape: 'ref' | 'refs'; readonly to: readonly EntityKind[] | 'same' }
  | { readonly shape: 'choice'; readonly of: WordList }
  /** A choice with a text: `problem "cracks"`. */
  | { readonly shape: 'judgement'; readonly of: WordList }
  /** A day with a text: required where what happened is the point, else optional. */
  | { readonly shape: 'dated-text' | 'day-and-text' }
  /** A text of a year, once for each: `2026 "roof closed"`. */
  | { readonly shape: 'year-and-text' }
  /** `every 1w`. */
  | { readonly shape: 'rhythm' }
  /** `by unit`. */
  | { readonly shape: 'owed-by'; readonly of: 'reviewer' }
  /** An amount, with the name of its source before it or not. */
  | { readonly shape: 'funds' }
  | { readonly shape: 'weekdays'; readonly of: 'weekday' }
  | { readonly shape: 'days' }
  | { readonly shape: 'stage'; readonly of: 'stage' }
  | { readonly shape: 'team' }
  | { readonly shape: 'source' }
  | { readonly shape: 'dated-progress' | 'suspension' | 'revision' }
  | { readonly shape: 'dependencies'; readonly of: 'dependency' }
  | { readonly shape: 'condition' | 'groups' | 'sort-keys' | 'expressions' }
  /** `none`. */
  | { readonly shape: 'no-rows' }
  /** An expression over a group, from the least or the greatest. */
  | { readonly shape: 'ranking' }
  /** A day, written or told by the status date. */
  | { readonly shape: 'moment'; readonly of: 'moment' }
  /** A condition behind `when`. */
  | { readonly shape: 'light-condition' }
  | { readonly shape: 'escalation' | 'requirement' }
  /** A condition, or a breakdown with rows. */
  | { readonly shape: 'expectation'; readonly of: 'division' }
  /** Names that stand only here: the choices of an own field. */
  | { readonly shape: 'names' }
  /** What an own field is stated of. */
  | { readonly shape: 'holders' }
  /** An own field and what is stated of it. */
  | { readonly shape: 'own-value'; readonly to: readonly EntityKind[] }
  /** A block with members of its own: the name of its table. */
  | { readonly shape: 'block'; readonly block: string };

export type Shape = Value['shape'];

/** How fine a date has to be. Facts and changes carry a day; what is promised may be a month or a quarter. */
export type Grain = 'day' | 'half-year' | 'year' | 'any';

/** The grain of the first date in a value of each shape; of one that has no date, any. */
export const GRAINS: Readonly<Record<Exclude<Shape, 'block'>, Grain>> = {
  date: 'any',
  day: 'day',
  year: 'year',
  'half-year': 'half-year',
  span: 'any',
  duration: 'any',
  money: 'any',
  percent: 'any',
  count: 'any',
  'percent-text': 'any',
  text: 'any',
  texts: 'any',
  name: 'any',
  ref: 'any',
  refs: 'any',
  choice: 'any',
  judgement: 'any',
  'dated-text': 'day',
  'day-and-text': 'day',
  'year-and-text': 'year',
  rhythm: 'any',
  'owed-by': 'any',
  funds: 'any',
  weekdays: 'any',
  days: 'day',
  stage: 'day',
  team: 'any',
  source: 'any',
  'dated-progress': 'day',
  suspension: 'day',
  dependencies: 'any',
  revision: 'day',
  condition: 'any',
  groups: 'any',
  'sort-keys': 'any',
  expressions: 'any',
  'no-rows': 'any',
  ranking: 'any',
  moment: 'any',
  'light-condition': 'any',
  escalation: 'any',
  requirement: 'any',
  expectation: 'any',
  names: 'any',
  holders: 'any',
  'own-value': 'any',
};

/** A sentence on what it means and a statement that shows it, in both vocabularies. */
export interface Meaning {
  readonly means: Bilingual;
  readonly example: Bilingual;
}

export interface Member extends Meaning {
  readonly value: Value;
  /** How cards, columns and messages call it; in Chinese by its keyword where nothing else is said. */
  readonly label: { readonly en: string; readonly zh?: string };
  /** It may stand more than once in its block. */
  readonly repeats?: true;
  /** The kinds of block that have it; absent: all that the table is of. */
  readonly on?: readonly Keyword[];
  /** What is computed from it. */
  readonly computes?: Pair;
}

/** What tells blocks of a kind apart: a name, a date of a grain, or nothing where there is one and it has an amount. */
export type KnownBy = 'name' | Exclude<Grain, 'any'> | 'amount';

/** A keyword that begins a block. */
export interface Kind extends Meaning {
  readonly label: { readonly en: string; readonly zh?: string };
  /** What stands between the keyword and the brace. */
  readonly head: Bilingual;
  readonly by: KnownBy;
}

const bilingual = ([en, zh]: Pair): Bilingual => ({ en, zh });
const labelled = (label: string | Pair): Member['label'] =>
  typeof label === 'string' ? { en: label } : bilingual(label);

interface More {
  readonly repeats?: true;
  readonly on?: readonly Keyword[];
  readonly computes?: Pair;
}

interface Entry<V> extends Meaning {
  readonly value: V;
  readonly label: Member['label'];
}

/** What the table knows of a member, its value's shape kept in the type: lowering is held to it by the compiler. */
export function member<const V extends Value>(value: V, label: string | Pair, means: Pair, example: Pair): Entry<V>;
export function member<const V extends Value, const M extends More>(
  value: V,
  label: string | Pair,
  means: Pair,
  example: Pair,
  more: M,
): Entry<V> & M;
export function member(value: Value, label: string | Pair, means: Pair, example: Pair, more?: More): Member {
  return { value, label: labelled(label), means: bilingual(means), example: bilingual(example), ...more };
}

type Inner<B extends string> = Entry<{ readonly shape: 'block'; readonly block: B }>;

/** A member that is a block of its own, and means here what the block says of itself. */
export function inner<const B extends string>(block: B, kind: Kind): Inner<B>;
export function inner<const B extends string, const M extends More>(block: B, kind: Kind, more: M): Inner<B> & M;
export function inner(block: string, { label, means, example }: Kind, more?: More): Member {
  return { value: { shape: 'block', block }, label, means, example, ...more };
}

export function kind(label: string | Pair, head: Pair, means: Pair, example: Pair, by: KnownBy = 'name'): Kind {
  return { label: labelled(label), head: bilingual(head), means: bilingual(means), example: bilingual(example), by };
}

export function meaning(means: Pair, example: Pair): Meaning {
  return { means: bilingual(means), example: bilingual(example) };
}

export const DATE = { shape: 'date' } as const;
export const DAY = { shape: 'day' } as const;
export const MONEY = { shape: 'money' } as const;
export const DURATION = { shape: 'duration' } as const;
export const PERCENT = { shape: 'percent' } as const;
export const TEXT = { shape: 'text' } as const;
export const TEXTS = { shape: 'texts' } as const;

/** One, and one only. */
export const ref = <const T extends readonly EntityKind[]>(...to: T) => ({ shape: 'ref', to }) as const;
export const refs = <const T extends readonly EntityKind[]>(...to: T) => ({ shape: 'refs', to }) as const;
export const choice = <const L extends WordList>(of: L) => ({ shape: 'choice', of }) as const;
export const judgement = <const L extends WordList>(of: L) => ({ shape: 'judgement', of }) as const;
export const block = <const B extends string>(name: B) => ({ shape: 'block', block: name }) as const;
