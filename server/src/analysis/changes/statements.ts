/** Declarations taken apart into statements that can be compared one by one, whatever the order they are written in. */

import type { Keyword } from '../../../../grammar/keywords.js';
import type { BlockName } from '../../../../grammar/members.js';
import type { Choice, DatedText, DateFact, DayFact, Entity, OwnValueFacts, Ref, Text } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import { toTrimmedString } from '../../model/rational.js';
import type { Span } from '../../model/span.js';
import { type StatedValue, stated } from './stated-value.js';

/** What a change is about; the sections of a report on them. */
export type Topic =
  | 'pool'
  | 'deadlines'
  | 'stages'
  | 'money'
  | 'people'
  | 'actuals'
  | 'reports'
  | 'issues'
  | 'decisions'
  | 'schedule'
  | 'other';

/** How a statement is held to what the other state says. */
type Nature =
  /** May be changed as the plan is. */
  | 'plan'
  /** Happened: what was stated once stays. */
  | 'fact';

export interface Statement {
  /** Of the statements of one declaration the same in both states. */
  readonly key: string;
  readonly topic: Topic;
  readonly block: BlockName;
  readonly member: Keyword;
  /** Which of several: a source, a year, a day. */
  readonly of?: StatedValue;
  readonly value: StatedValue;
  /** What is compared where that is not the value as it is shown: what names stand for. */
  readonly same?: string;
  readonly nature: Nature;
  readonly at: Span;
}

/** One of the two states: its plan, and what things are called in both. */
export interface Side {
  readonly plan: Plan;
  /** The identity of a thing that both may have. */
  readonly identity: (entity: Entity) => string;
}

/**
 * How the statements of a declaration are made, property by property. A property that is added to the facts is told by
 * the compiler to be missing here; null where it is no statement of its own.
 */
export type Table<T> = {
  readonly [K in keyof T]-?: ((value: NonNullable<T[K]>, side: Side, of: T) => readonly Statement[]) | null;
};

export function statementsOf<T extends object>(table: Table<T>, facts: T, side: Side): readonly Statement[] {
  const found: Statement[] = [];
  for (const key of keysOf(table)) {
    const value = facts[key];
    if (value === undefined || value === null) continue;
    const made = table[key]?.(value, side, facts);
    if (made !== undefined) for (const each of made) found.push(each);
  }
  return numbered(found);
}

function keysOf<T extends object>(table: Table<T>): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}

/** The second of one key is another statement. */
function numbered(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const number = seen.get(statement.key) ?? 0;
    seen.set(statement.key, number + 1);
    return number === 0 ? statement : { ...statement, key: `${statement.key}#${number}` };
  });
}

// ------------------------------------------------------------------------------------------------ by the shape of the value

interface Place {
  readonly topic: Topic;
  readonly block: BlockName;
  readonly nature?: Nature;
}

interface Made {
  readonly value: StatedValue;
  readonly at: Span;
  readonly same?: string;
  readonly of?: StatedValue;
  readonly key?: string;
}

export function statement(member: Keyword, { topic, block, nature = 'plan' }: Place, made: Made): Statement {
  const { key, ...rest } = made;
  return { key: key === undefined ? member : `${member}:${key}`, topic, block, member, nature, ...rest };
}

type Maker<V> = (value: V, side: Side) => readonly Statement[];

export const date =
  (member: Keyword, place: Place): Maker<DateFact> =>
  (fact) => [statement(member, place, { value: stated.date(fact), at: fact.at })];

export const day =
  (member: Keyword, place: Place): Maker<DayFact> =>
  (fact) => [statement(member, place, { value: stated.day(fact.day), at: fact.at })];

export const text =
  (member: Keyword, place: Place): Maker<Text> =>
  (fact) => [statement(member, place, { value: stated.text(fact.text), at: fact.at })];

/** Texts of which each is a statement of its own. */
export const texts =
  (member: Keyword, place: Place): Maker<readonly Text[]> =>
  (facts) =>
    facts.map((fact) => statement(member, place, { key: fact.text, value: stated.text(fact.text), at: fact.at }));

export const choice =
  (member: Keyword, place: Place): Maker<Choice<Keyword>> =>
  (fact) => [statement(member, place, { value: stated.word(fact.value), at: fact.at })];

export const ref =
  (member: Keyword, place: Place): Maker<Ref> =>
  (fact, side) => [statement(member, place, { ...named([fact], side), at: fact.at })];

/** Names whose order says nothing. */
export const refs =
  (member: Keyword, place: Place): Maker<readonly Ref[]> =>
  (facts, side) => {
    const [first] = facts;
    return first === undefined ? [] : [statement(member, place, { ...named(facts, side), at: first.at })];
  };

/** A day with a text. */
export const dated =
  (member: Keyword, place: Place): Maker<DatedText> =>
  (fact) => [statement(member, place, { value: dayAndText(fact), at: fact.at })];

/** One a day. */
export const datedTexts =
  (member: Keyword, place: Place): Maker<readonly DatedText[]> =>
  (facts) =>
    facts.map((fact) =>
      statement(member, place, {
        key: String(fact.day),
        of: stated.day(fact.day),
        value: stated.text(fact.text?.text ?? ''),
        at: fact.at,
      }),
    );

/** What is stated of own fields: each by the field's name. */
export function ownValues(facts: readonly OwnValueFacts[], place: Place): readonly Statement[] {
  return facts.map(({ field, value, at }) => {
    const key = field.segments.map(({ text: name }) => name).join('.');
    return statement('field', place, { key, of: stated.names([key]), value: statedLiteral(value), at });
  });
}

function statedLiteral(value: OwnValueFacts['value']): StatedValue {
  if (value.type === 'choice') return stated.names([value.name.text]);
  if (value.type === 'text') return stated.text(value.text.text);
  const { value: literal } = value;
  switch (literal.type) {
    case 'number':
      return { type: 'text', value: toTrimmedString(literal.value, 10) };
    case 'percent':
      return stated.percent(literal.value);
    case 'money':
      return stated.money(literal.value);
    case 'date':
      return stated.date({ period: literal.value });
    case 'duration':
      return stated.duration(literal.value);
    case 'text':
      return stated.text(literal.value);
  }
}

function dayAndText({ day: on, text: why }: DatedText): StatedValue {
  return stated.several([stated.day(on), why && stated.text(why.text)]);
}

/** What references are shown as, and what they stand for. */
export function named(
  given: readonly Ref[],
  { plan, identity }: Side,
): { readonly value: StatedValue; readonly same: string } {
  const found = given.map((each) => {
    const written = each.segments.map((segment) => segment.text).join('.');
    const entity = plan.resolve(each);
    return { written, same: entity === undefined ? `?${written}` : identity(entity) };
  });
  return {
    value: stated.names(found.map(({ written }) => written)),
    same: found
      .map(({ same }) => same)
      .sort()
      .join('\u0000'),
  };
}
