/** What an editor asks about expressions: what could stand at a place, and what stands there. */
import type { Expression } from '../../model/expression.js';
import type { EntityKind } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { touches } from '../../model/span.js';
import { CALLED_FIELDS, type CalledField, calledFieldOf } from './called-fields.js';
import type { Use } from './expression-problems.js';
import { FIELDS, type Field } from './fields.js';
import { type Choices, type Word, wordsToChoose } from './fixed-words.js';
import { FUNCTIONS, type FunctionFacts, functionOf } from './functions.js';
import { fieldIn, NO_OWN_FIELDS, type OwnFields } from './own-fields.js';
import { type ExpressionScope, typeExpression } from './type-checker.js';
import { isEntityType, ordered, roundable } from './typing-rules.js';
import type { ValueType } from './values.js';

export interface FieldDescription {
  readonly spelled: Bilingual;
  readonly type: ValueType;
  readonly title: Bilingual;
  readonly about: Bilingual;
}

export interface FunctionDescription {
  readonly spelled: Bilingual;
  readonly usage: Bilingual;
  readonly about: Bilingual;
}

/** Every field, in the order of the reference. */
export function fieldCompletions(own: OwnFields): readonly FieldDescription[] {
  const ofProjects = [...own.values()].filter(({ facts }) => facts.on.includes('project'));
  return [...FIELDS, ...ofProjects].map(describe);
}

/** The functions that can be asked in a place: aggregates of all projects, lights of one. */
export function functionCompletions(place: ExpressionScope): readonly FunctionDescription[] {
  const here = FUNCTIONS.filter(({ name }) => (name === 'light' ? place !== 'light' : place === 'set'));
  return here.map(describeCall);
}

/** By either spelling. */
export function describeField(name: string, own: OwnFields = NO_OWN_FIELDS): FieldDescription | undefined {
  const field = fieldIn(own, name);
  return field === undefined ? undefined : describe(field);
}

export function describeFunction(name: string): FunctionDescription | undefined {
  const facts = functionOf(name);
  return facts === undefined ? undefined : describeCall(facts);
}

/** A field that takes a year or a source. */
export interface CalledFieldDescription extends FunctionDescription {
  readonly argument: CalledField['argument'];
}

/** The fields that can be asked of one year or one source; all are money. */
export function calledFieldCompletions(): readonly CalledFieldDescription[] {
  return CALLED_FIELDS.map(describeCalled);
}

export function describeCalledField(name: string): CalledFieldDescription | undefined {
  const field = calledFieldOf(name);
  return field === undefined ? undefined : describeCalled(field);
}

/** What can stand beside a value of a type: fixed words, the names of a kind, or whatever is written as that type. */
export type Comparand =
  | { readonly beside: 'words'; readonly of: Choices | 'light'; readonly words: readonly Word[] }
  | { readonly beside: 'names'; readonly kind: EntityKind }
  | { readonly beside: 'values'; readonly type: ValueType };

/** What can stand beside a value of a type. */
export function comparandOfType(type: ValueType): Comparand {
  if (isEntityType(type)) return { beside: 'names', kind: type.kind };
  const of = type.name === 'choice' ? type.choice : type.name === 'light' ? 'light' : undefined;
  return of === undefined ? { beside: 'values', type } : { beside: 'words', of, words: wordsToChoose(of) };
}

/** What can stand on the other side of a comparison with a field; undefined where it is none. */
export function comparandOfField(name: string, own: OwnFields): Comparand | undefined {
  const field = fieldIn(own, name);
  return field === undefined ? undefined : comparandOfType(field.type);
}

/** The comparisons that a value of a type allows, by their English spelling. */
export function operatorsFor(type: ValueType): readonly ('=' | '!=' | '<' | '<=' | '>' | '>=' | '~=' | 'in')[] {
  return [
    '=',
    '!=',
    ...(ordered(type) ? (['<', '<=', '>', '>='] as const) : []),
    ...(roundable(type) ? (['~='] as const) : []),
    ...(isEntityType(type) || type.name === 'date' ? (['in'] as const) : []),
  ];
}

/** The name at an offset and what it stands for: for hover, definition, references and highlighting. */
export function useAt(expression: Expression, offset: number, place: ExpressionScope, own: OwnFields): Use | undefined {
  return typeExpression(expression, place, own).uses.find(({ at }) => touches(at, offset));
}

/** Every name in an expression that is known, in the order of the text. */
export function usesIn(expression: Expression, place: ExpressionScope, own: OwnFields): readonly Use[] {
  return typeExpression(expression, place, own).uses;
}

function describe({ name, zh, type, title, about }: Field): FieldDescription {
  return { spelled: { en: name, zh }, type, title, about };
}

function describeCalled({ name, zh, usage, about, argument }: CalledField): CalledFieldDescription {
  return { spelled: { en: name, zh }, usage, about, argument };
}

function describeCall({ name, zh, usage, about }: FunctionFacts): FunctionDescription {
  return { spelled: { en: name, zh }, usage, about };
}
