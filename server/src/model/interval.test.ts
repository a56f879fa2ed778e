/** Published figures as intervals. */
import { describe, expect, it } from 'vitest';
import { around, meets, moneyInterval, point, written } from './interval.js';
import { parseMoney } from './money.js';
import { fromDecimalString, toTrimmedString } from './rational.js';

function figure(text: string) {
  const read = written(text);
  if (!read) throw new Error(text);
  return around(read);
}

/** Whether an exact number is about a published figure. */
function about(exact: string, published: string): boolean {
  const decimal = fromDecimalString(exact);
  if (!decimal) throw new Error(exact);
  return meets(point(decimal.value), figure(published));
}

describe('published figures', () => {
  it.each([
    ['981', '980.5..981.5'],
    ['0.50', '0.495..0.505'],
    ['1,000', '999.5..1000.5'],
    ['94%', '93.5..94.5'],
    ['９４．５％', '94.45..94.55'],
    ['981亿元', '98050000000..98150000000'],
    ['约981亿元', '98050000000..98150000000'],
    ['1.2B', '1150000000..1250000000'],
  ])('%s stands for %s', (text, expected) => {
    const { low, high } = figure(text);
    expect(`${toTrimmedString(low, 4)}..${toTrimmedString(high, 4)}`).toBe(expected);
  });

  it('are met by what rounds to them, both halves included', () => {
    expect(about('980.5', '981')).toBe(true);
    expect(about('981.5', '981')).toBe(true);
    expect(about('980.4999', '981')).toBe(false);
    expect(about('981.5001', '981')).toBe(false);
  });

  it('are met by an approximate sum that may be as large', () => {
    const sum = (text: string) => {
      const money = parseMoney(text);
      if (!money.ok) throw new Error(text);
      return moneyInterval(money.value);
    };
    expect(meets(sum('约980亿元'), figure('981亿元'))).toBe(true);
    expect(meets(sum('980亿元'), figure('981亿元'))).toBe(false);
    expect(meets(sum('约979亿元'), figure('981亿元'))).toBe(false);
  });

  it('are nothing else', () => {
    for (const text of ['', '%', '亿', '2026-03-31']) expect(written(text), text).toBeUndefined();
  });
});
