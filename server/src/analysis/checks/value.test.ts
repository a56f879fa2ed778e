/** Currencies and amounts without a unit. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

describe('value/currency', () => {
  const message = (currency: string) =>
    found('value/currency', `portfolio X { currency ${currency} }`, '2026-03-31').map(({ en }) => en);

  it('is a code of ISO 4217 in capitals', () => {
    expect(message('EUR')).toEqual([]);
    expect(message('eur')).toEqual(['ISO 4217 has no currency "eur"; did you mean EUR?']);
    expect(message('Yuan')).toEqual(['ISO 4217 has no currency "Yuan"; did you mean CNY?']);
    expect(message('RMB')).toEqual(['ISO 4217 has no currency "RMB"; did you mean CNY?']);
    expect(message('人民币')).toEqual(['ISO 4217 has no currency "人民币"; did you mean CNY?']);
  });
});

describe('a bare 0', () => {
  const told = (condition: string, asOf = '2026-03-31') =>
    found('value/spelling', `view V { where ${condition} columns id }`, asOf).map(({ text, data }) => [
      text,
      data.spelling,
    ]);

  it('beside a length of time or a percent is that much of it, and is told', () => {
    expect(codesIn('view V { where start-late > 0 and completion != 0 columns id }', '2026-03-31')).toEqual([
      'value/spelling',
      'value/spelling',
    ]);
    expect(told('start-late > 0')).toEqual([['0', '0d']]);
    expect(told('0 < actual-finish - planned-finish')).toEqual([['0', '0d']]);
    expect(told('completion != 0')).toEqual([['0', '0%']]);
    expect(
      found('value/spelling', '视图 甲 { 筛选 开工滞后 > 0 列 编号 }', '2026-03-31').map(({ data }) => data.spelling),
    ).toEqual(['0天']);
  });

  it('is an amount beside money and a number beside a number, as any other number is', () => {
    expect(codesIn('view V { where total > 0 columns id totals count(issues = 0) }', '2026-03-31')).toEqual([]);
  });

  it('is not taken for a date, and no other number is taken for what lacks its unit', () => {
    expect(codesIn('view V { where due > 0 columns id }', '2026-03-31')).toEqual(['expression/type']);
    expect(codesIn('view V { where completion > 1 columns id }', '2026-03-31')).toEqual(['expression/type']);
    expect(codesIn('view V { where start-late > 1 columns id }', '2026-03-31')).toEqual(['expression/type']);
  });
});

describe('an amount in yuan', () => {
  const told = (currency: string, amounts: string) =>
    found(
      'value/currency',
      `portfolio X { ${currency} expect sum(total) > 100万元 }\nproject P { fund 3M ${amounts} }`,
      '2026-03-31',
    ).map(({ text }) => text);

  it('is none of another currency', () => {
    expect(
      told('currency GBP', 'investment 3亿元 { source A ¥500万 source B RMB 3M source C 2亿 source D 3M }'),
    ).toEqual(['100万元', '3亿元', '¥500万', 'RMB 3M']);
  });

  it('is one of CNY, which is the currency where none is stated', () => {
    expect(told('currency CNY', 'investment 3亿元')).toEqual([]);
    expect(told('', 'investment 人民币3亿元')).toEqual([]);
  });

  it('is not told beside a currency that there is not', () => {
    expect(told('currency Yuan', 'investment 3亿元')).toEqual(['Yuan']);
  });

  it('stays one where its spelling is mended, and no other becomes one', () => {
    const spelled = (amount: string) =>
      found('value/spelling', `project P { fund ${amount} }`, '2026-03-31').map(({ data }) => data.spelling);
    expect(spelled('¥500')).toEqual(['500元']);
    expect(spelled('RMB 300K')).toEqual(['30万元']);
    expect(spelled('3亿5000万')).toEqual(['3.5亿']);
    expect(spelled('300 万')).toEqual(['300万']);
  });
});

describe('a path with backslashes', () => {
  const told = (path: string, files: readonly string[] = []) =>
    found('file/missing', `project P { scheme "${path}" }`, '2026-03-31', { files }).map(({ en }) => en);

  it('is told to be written with slashes, whatever the sign behind them would mean', () => {
    for (const path of ['方案\\new.docx', '方案\\\\new.docx']) {
      expect(told(path)).toEqual([expect.stringMatching(/parted by \/ .*: write "方案\/new\.docx"/)]);
    }
    expect(told('plan.docx')).toEqual([expect.stringMatching(/^There is no file/)]);
  });
});

describe('value/scale', () => {
  const amounts = (q1: string) =>
    found(
      'value/scale',
      `project P { investment 3亿元 { year 2026 1亿元 { Q1 ${q1} Q2 2000万元 } } }`,
      '2026-03-31',
    ).map(({ text }) => text);

  it('asks about a bare amount under a thousandth of the usual', () => {
    expect(amounts('5000')).toEqual(['5000']);
    expect(amounts('99999')).toEqual(['99999']);
    expect(amounts('100000')).toEqual([]);
  });

  it('does not ask where the unit is written, nor about nothing', () => {
    expect(amounts('5000元')).toEqual([]);
    expect(amounts('0')).toEqual([]);
  });

  it('takes a plan that is written in bare amounts as it is', () => {
    expect(codesIn('project P { investment 30000 { year 2026 10000 { Q1 2500 Q2 7500 } } }', '2026-03-31')).toEqual([]);
  });
});
