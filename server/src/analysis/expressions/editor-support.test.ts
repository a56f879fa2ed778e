/** What the editor learns of expressions. */

import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import {
  comparandOfField,
  describeField,
  fieldCompletions,
  functionCompletions,
  operatorsFor,
  useAt,
  usesIn,
} from './editor-support.js';
import { FIELDS } from './fields.js';
import { FUNCTIONS } from './functions.js';
import { NO_OWN_FIELDS } from './own-fields.js';

/** The expression of a view, and the offset of `<|>` in it. */
function at(marked: string) {
  const text = `category mining view V { where ${marked} columns id }`;
  const offset = text.indexOf('<|>');
  const where = analysed(text.replace('<|>', ''), '2026-04-01').plan.all('view')[0]?.where;
  if (where === undefined) throw new Error('no condition');
  return { where, offset };
}

describe('the table of fields', () => {
  it('has each spelling once', () => {
    const spellings = FIELDS.flatMap(({ name, zh }) => [name, zh]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it('has titles in both languages', () => {
    for (const { title, about } of fieldCompletions(NO_OWN_FIELDS)) {
      expect(title.en).not.toMatch(/\p{Script=Han}/u);
      expect(about.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(describeField('完成率')?.title).toEqual({ en: 'Completion', zh: '完成率' });
    expect(describeField('nothing')).toBeUndefined();
  });

  it('knows what can stand beside a field', () => {
    expect(comparandOfField('category', NO_OWN_FIELDS)).toEqual({ beside: 'names', kind: 'category' });
    const level = comparandOfField('级别', NO_OWN_FIELDS);
    expect(level?.beside === 'words' && level.words.map(({ spelled }) => spelled.zh)).toEqual([
      '国家级',
      '省级',
      '市级',
      '县级',
    ]);
    expect(comparandOfField('total', NO_OWN_FIELDS)).toEqual({ beside: 'values', type: { name: 'money' } });
  });

  it('knows the comparisons of a type', () => {
    expect(operatorsFor({ name: 'ref', kind: 'category' })).toEqual(['=', '!=', 'in']);
    expect(operatorsFor({ name: 'money' })).toEqual(['=', '!=', '<', '<=', '>', '>=', '~=']);
  });
});

describe('functions', () => {
  it('are offered where they can be asked', () => {
    expect(functionCompletions('project').map(({ spelled }) => spelled.en)).toEqual(['light']);
    expect(functionCompletions('light')).toEqual([]);
    expect(functionCompletions('set').map(({ spelled }) => spelled.en)).toEqual(FUNCTIONS.map(({ name }) => name));
  });
});

describe('what stands at a place', () => {
  it('is a field, a word or a declared name', () => {
    const use = (marked: string): unknown => {
      const { where, offset } = at(marked);
      return useAt(where, offset, 'project', NO_OWN_FIELDS)?.use;
    };
    expect(use('comp<|>letion > 3%')).toBe('field');
    expect(use('level = ci<|>ty')).toBe('word');
    expect(use('not category in min<|>ing')).toBe('declared');
    expect(use('light(star<|>t) = red')).toBe('light');
    expect(use('completion > 3<|>%')).toBeUndefined();
  });

  it('is listed in the order of the text', () => {
    const { where } = at('市级 = level and category in mining');
    expect(usesIn(where, 'project', NO_OWN_FIELDS).map(({ use }) => use)).toEqual([
      'word',
      'field',
      'field',
      'declared',
    ]);
  });
});
