/** What stands before the cursor in a condition that is half typed: of which type it is, and whether it is compared. */

import { describeCalledField, describeField, describeFunction } from '../../../analysis/expressions/editor-support.js';
import type { OwnFields } from '../../../analysis/expressions/own-fields.js';
import type { ValueType } from '../../../analysis/expressions/values.js';
import type { Token } from '../../../syntax/token-types.js';

const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~=', 'in']);
/** Words that a condition, or a part of one, begins behind. */
const BEGIN: ReadonlySet<string> = new Set([
  'where',
  'expect',
  'when',
  'for',
  'totals',
  'columns',
  'rank',
  'and',
  'or',
  'not',
]);

export interface HalfTyped {
  /** The type of the operand on the left, where it is known. */
  readonly left: ValueType | undefined;
  /** How it is compared with what comes or has come behind. */
  readonly operator: string | undefined;
  /** Something stands where the cursor's operand would. */
  readonly complete: boolean;
  /** The function, or the field that takes a year or a source, whose brackets are open around the cursor, and the place among its arguments. */
  readonly call: { readonly name: string; readonly argument: number } | undefined;
}

export function halfTyped(statement: readonly Token[], own: OwnFields): HalfTyped {
  const open: number[] = [];
  statement.forEach(({ tokenType: { name } }, index) => {
    if (name === '(') open.push(index);
    else if (name === ')') open.pop();
  });
  const bracket = open.at(-1);
  const inside = statement.slice((bracket ?? -1) + 1);
  const begin = beginOf(inside);
  const part = inside.slice(begin);
  const at = part.findLastIndex(({ tokenType }) => COMPARISONS.has(tokenType.keyword ?? tokenType.name));
  const operator = part[at]?.tokenType;
  const left = at === -1 ? part : part.slice(0, at);
  const right = at === -1 ? part : part.slice(at + 1);
  const called = bracket === undefined ? undefined : statement[bracket - 1];
  const known = called && (describeFunction(called.image) ?? describeCalledField(called.image))?.spelled.en;
  return {
    left: typeOf(left, own),
    operator: operator?.keyword ?? operator?.name,
    complete: right.length > 0 && !/^[-+*/]$/.test(right.at(-1)?.image ?? ''),
    call: known === undefined ? undefined : { name: known, argument: commasIn(inside) },
  };
}

/** Behind the last word or comma, outside of brackets, that a part of a condition begins behind. */
function beginOf(tokens: readonly Token[]): number {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { name, keyword } = tokens[index]?.tokenType ?? { name: '' };
    if (name === ')') depth++;
    else if (name === '(') depth--;
    else if (depth === 0 && (name === ',' || (keyword !== undefined && BEGIN.has(keyword)))) return index + 1;
  }
  return 0;
}

function commasIn(tokens: readonly Token[]): number {
  let depth = 0;
  let commas = 0;
  for (const { tokenType } of tokens) {
    if (tokenType.name === '(') depth++;
    else if (tokenType.name === ')') depth--;
    else if (depth === 0 && tokenType.name === ',') commas++;
  }
  return commas;
}

function typeOf(tokens: readonly Token[], own: OwnFields): ValueType | undefined {
  const last = tokens.at(-1);
  if (last === undefined) return undefined;
  if (tokens.some(({ tokenType: { name } }) => name === '/')) return { name: 'ratio' };
  if (last.tokenType.name !== ')') return describeField(last.image, own)?.type;
  const open = tokens.findIndex(({ tokenType: { name } }) => name === '(');
  const called = tokens[open - 1];
  switch (called && describeFunction(called.image)?.spelled.en) {
    case 'count':
      return { name: 'number' };
    case 'share':
      return { name: 'percent' };
    case 'light':
      return { name: 'light' };
    case undefined:
      return called !== undefined && describeCalledField(called.image) !== undefined ? { name: 'money' } : undefined;
    default:
      return describeField(tokens[open + 1]?.image ?? '', own)?.type;
  }
}
