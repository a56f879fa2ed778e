/** What an expression can amount to: exact values, each with its type. */
import type { Day } from '../../model/day.js';
import type { EntityKind, Ref } from '../../model/facts.js';
import type { Period } from '../../model/period.js';
import type { Figure } from '../metrics/figure.js';
import type { Choices, Light } from './fixed-words.js';
import type { TimeSpan } from './time-span.js';

/** A person, unit, category … by name; `ref` is the statement that names it, where there is one. */
export interface NamedEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly ref?: Ref;
}

export type Value =
  /** The missing value; `settled` where it is not lacking but has nothing to say: no start is late that has been made. */
  | { readonly type: 'none'; readonly settled?: true }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'text'; readonly text: string }
  /** Money in currency units, percents in percent points. */
  | { readonly type: 'money' | 'percent' | 'number'; readonly figure: Figure }
  /** A day, or the days that a literal like `2026-Q1` stands for; `period` is the date as it was stated. */
  | { readonly type: 'date'; readonly first: Day; readonly last: Day; readonly period?: Period }
  | { readonly type: 'duration'; readonly span: TimeSpan }
  | { readonly type: 'choice'; readonly choice: Choices; readonly word: string }
  | { readonly type: 'light'; readonly light: Light }
  | { readonly type: 'ref'; readonly thing: NamedEntity }
  /** `text` says more about the whole: what a working team is called. */
  | { readonly type: 'refs'; readonly things: readonly NamedEntity[]; readonly text?: string };

export const NONE: Value = { type: 'none' };
export const SETTLED: Value = { type: 'none', settled: true };

export type ValueType =
  | { readonly name: 'text' | 'money' | 'percent' | 'number' | 'date' | 'duration' | 'boolean' }
  /** One figure over another of its kind: a number that may also be read as a percent. */
  | { readonly name: 'ratio' }
  | WordType
  | EntityType
  /** `none`, and what could not be typed (it is reported once and fits everywhere). */
  | { readonly name: 'none' | 'unknown' };

/** Some fixed words. */
export type WordType = { readonly name: 'light' } | { readonly name: 'choice'; readonly choice: Choices };

/** Something that is declared: one, or several. */
export type EntityType = {
  readonly name: 'ref' | 'refs';
  readonly kind: EntityKind;
};

export type TypeName = ValueType['name'];

/** Figures: what is summed, averaged and compared with a rounded one. */
export function isFigure(value: Value): value is Extract<Value, { readonly figure: Figure }> {
  return value.type === 'money' || value.type === 'percent' || value.type === 'number';
}

/** As what a value is shown: a ratio is a percent (language reference, 3). */
export function shownAs(type: ValueType): ValueType {
  return type.name === 'ratio' ? { name: 'percent' } : type;
}
