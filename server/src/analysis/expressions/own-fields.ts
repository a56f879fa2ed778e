/**
 * Own fields: what a plan declares beside the fields of the language (language reference, 2.1). Each is a field like
 * the others, typed by its declaration; what is stated of it is read by that type.
 */
import type { FieldType } from '../../../../grammar/field-words.js';
import type { OwnFieldFacts, OwnValueFacts } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import { type Field, fieldOf } from './fields.js';
import type { OwnChoice } from './fixed-words.js';
import { coerced, literal } from './literals.js';
import { NONE, type Value, type ValueType } from './values.js';

export type OwnFields = ReadonlyMap<string, OwnField>;

export interface OwnField extends Field {
  readonly facts: OwnFieldFacts;
}

export const NO_OWN_FIELDS: OwnFields = new Map();

const made = new WeakMap<readonly OwnFieldFacts[], OwnFields>();

/**
 * The own fields of a plan by name, the first declaration of a name; the same object until a declaration changes. What is
 * called as a field of the language is none: that is told at its declaration.
 */
export function ownFields(plan: Plan): OwnFields {
  const declared = plan.all('field');
  if (declared.length === 0) return NO_OWN_FIELDS;
  let fields = made.get(declared);
  if (fields === undefined) {
    const own = declared.filter(({ name }) => fieldOf(name.text) === undefined);
    fields = new Map(own.toReversed().map((facts) => [facts.name.text, ownField(facts)]));
    made.set(declared, fields);
  }
  return fields;
}

/** The field of a project that `text` names: of the language, in either spelling, else an own one. */
export function fieldIn(own: OwnFields, text: string): Field | undefined {
  const known = fieldOf(text);
  if (known !== undefined) return known;
  const field = own.get(text);
  return field?.facts.on.includes('project') === true ? field : undefined;
}

function ownField(facts: OwnFieldFacts): OwnField {
  const { text: name } = facts.name;
  const title = facts.title?.text ?? name;
  const unit = facts.unit?.text;
  const type = typeOf(facts);
  return {
    facts,
    name,
    zh: name,
    type,
    title: unit === undefined ? { en: title, zh: title } : { en: `${title} (${unit})`, zh: `${title}（${unit}）` },
    about: { en: 'an own field of this plan', zh: '本计划自定的字段' },
    value: (project) => {
      const stated = project.fields.find(({ field }) => isNamed(field, name));
      return stated === undefined ? NONE : (ownValue(facts, type, stated) ?? NONE);
    },
  };
}

export function isNamed({ segments: [only, ...more] }: OwnValueFacts['field'], name: string): boolean {
  return only?.text === name && more.length === 0;
}

const PLAIN: Readonly<Record<Exclude<FieldType, 'choice'>, ValueType>> = {
  text: { name: 'text' },
  number: { name: 'number' },
  money: { name: 'money' },
  percent: { name: 'percent' },
  date: { name: 'date' },
};

function typeOf({ type, name, choices }: OwnFieldFacts): ValueType {
  if (type === undefined) return { name: 'unknown' };
  if (type !== 'choice') return PLAIN[type];
  const words = choices.map(({ text }) => ({ word: text, spelled: { en: text, zh: text } }));
  return { name: 'choice', choice: { own: name.text, words } satisfies OwnChoice };
}

/** What is stated, as the field's type has it; undefined where it is no value of that type. */
export function ownValue(facts: OwnFieldFacts, type: ValueType, { value }: OwnValueFacts): Value | undefined {
  if (value.type === 'choice') {
    const { text: word } = value.name;
    if (type.name !== 'choice') return undefined;
    return facts.choices.some(({ text }) => text === word) ? { type: 'choice', choice: type.choice, word } : undefined;
  }
  if (value.type === 'text') return type.name === 'text' ? { type: 'text', text: value.text.text } : undefined;
  const typed = coerced(literal(value.value, value.at), type);
  return typed.node === 'value' && typed.type.name === type.name ? typed.value : undefined;
}

/** The type of what is stated, as it is written. */
export function typeStated({ value }: OwnValueFacts): ValueType | undefined {
  if (value.type === 'choice') return undefined;
  return value.type === 'text' ? { name: 'text' } : literal(value.value, value.at).type;
}
