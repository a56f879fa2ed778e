/** What a row of a breakdown can state: how many projects there are in it, or the sum of a field over them. */
import type { Field } from './fields.js';
import { functionOf } from './functions.js';
import { fieldIn, type OwnFields } from './own-fields.js';
import { summable } from './typing-rules.js';
import type { ValueType } from './values.js';

export type Measure = { readonly type: ValueType } & (
  | { readonly measure: 'count' }
  | { readonly measure: 'sum'; readonly field: Field }
);

/** `count`, `项目数` or a field that can be summed; undefined for anything else. */
export function measureOf(text: string, own: OwnFields): Measure | undefined {
  if (functionOf(text)?.name === 'count') return { measure: 'count', type: { name: 'number' } };
  const field = fieldIn(own, text);
  return field !== undefined && summable(field.type) ? { measure: 'sum', field, type: field.type } : undefined;
}
