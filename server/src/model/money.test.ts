/** Money read from text and written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMoney,
  formatMoneyValue,
  type Money,
  type MoneyValue,
  moneyFromRational,
  moneyIn,
  moneyToJson,
  parseMoney,
  spellMoney,
  sumValues,
  toMoney,
} from './money.js';
import { rational } from './rational.js';

/** A whole number of currency units. */
const moneyOf = (units: number | bigint): Money => toMoney(BigInt(units) * 10_000n);

/** In currency units: `350000000`, with `±` where it is approximate. */
function read(text: string): string {
  const reading = parseMoney(text);
  if (!reading.ok) return reading.reason;
  const { amount, tolerance } = reading.value;
  return moneyToJson(amount) + (tolerance === 0n ? '' : ` ±${moneyToJson(tolerance)}`);
}

function value(text: string): MoneyValue {
  const reading = parseMoney(text);
  if (!reading.ok) throw new Error(text);
  return reading.value;
}

describe('money as it is written', () => {
  it.each([
    ['3.5亿元', '350000000'],
    ['3.5亿', '350000000'],
    ['5000万元', '50000000'],
    ['5000万', '50000000'],
    ['120元', '120'],
    ['350M', '350000000'],
    ['35k', '35000'],
    ['1.2B', '1200000000'],
    ['1,234.5', '1234.5'],
    ['120', '120'],
    ['0.0001', '0.0001'],
    ['３．５亿元', '350000000'],
    ['约629亿元', '62900000000 ±50000000'],
    ['~350M', '350000000 ±500000'],
    ['～1.5', '1.5 ±0.05'],
    ['约3.50亿元', '350000000 ±500000'],
    ['0.00001', 'too-fine'],
    ['0.0000000000001亿', 'too-fine'],
    ['~0.0001', 'too-fine'],
    ['', 'not-money'],
    ['亿元', 'not-money'],
    ['-5万', 'not-money'],
    ['1,23', 'not-money'],
    ['1.2.3', 'not-money'],
    ['35k元', 'not-money'],
    ['9'.repeat(61), 'not-money'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['3.5亿元', '3.5亿元', 'CNY 350M'],
    ['5000万元', '5000万元', 'CNY 50M'],
    ['12亿元', '12亿元', 'CNY 1.2B'],
    ['120元', '120元', 'CNY 120'],
    ['0', '0元', 'CNY 0'],
    ['0.5', '0.5元', 'CNY 0.5'],
    // Nothing is lost: nine digits do not fit four decimals of 亿, they do those of 万.
    ['123456789', '12345.6789万元', 'CNY 123,456,789'],
    ['1234.5', '1234.5元', 'CNY 1,234.5'],
    ['1234500000', '12.345亿元', 'CNY 1,234.5M'],
  ])('%s is shown as %s and %s', (text, zh, en) => {
    expect(formatMoney(value(text).amount, 'zh')).toBe(zh);
    expect(formatMoney(value(text).amount, 'en')).toBe(en);
  });

  it('is rounded where digits are asked for, halves away from zero, into the scale above where it reaches it', () => {
    expect(formatMoney(moneyOf(123_456_789), 'zh', { digits: 1 })).toBe('1.2亿元');
    expect(formatMoney(moneyOf(125_000_000), 'zh', { digits: 1 })).toBe('1.3亿元');
    expect(formatMoney(toMoney(-moneyOf(125_000_000)), 'zh', { digits: 1 })).toBe('-1.3亿元');
    expect(formatMoney(moneyOf(99_999_999), 'zh', { digits: 0 })).toBe('1亿元');
    expect(formatMoney(moneyOf(99_994_999), 'zh', { digits: 0 })).toBe('9999万元');
    expect(formatMoney(moneyOf(999_999), 'en', { digits: 1 })).toBe('CNY 1M');
  });

  it('carries its currency', () => {
    expect(formatMoney(moneyOf(350_000_000), 'zh', { currency: 'USD' })).toBe('3.5亿美元');
    expect(formatMoney(moneyOf(350_000_000), 'zh', { currency: 'CHF' })).toBe('3.5亿 CHF');
    expect(formatMoney(moneyOf(350_000_000), 'en', { currency: 'EUR' })).toBe('EUR 350M');
  });

  it('says where it is approximate, and adds tolerances up', () => {
    expect(formatMoneyValue(value('约629亿元'), 'zh')).toBe('约629亿元');
    expect(formatMoneyValue(value('629亿元'), 'zh')).toBe('629亿元');
    expect(sumValues([value('约629亿元'), value('约1亿元'), value('1元')])).toEqual({
      amount: moneyOf(63_000_000_001n),
      tolerance: moneyOf(100_000_000),
    });
  });

  it('goes into columns and JSON without binary fractions', () => {
    expect(moneyIn(moneyOf(350_000_000), 'yi', 2)).toBe('3.50');
    expect(moneyIn(moneyOf(350_000_000), 'wan')).toBe('35000');
    expect(moneyIn(moneyOf(5_000), 'yi')).toBe('0.00005');
    expect(moneyIn(moneyOf(125_000), 'yi', 4)).toBe('0.0013');
    expect(moneyIn(moneyOf(-4_000), 'yi', 2)).toBe('0.00');
    expect(moneyToJson(moneyOf(1_200_000_000))).toBe('1200000000');
    expect(moneyToJson(toMoney(5_000n))).toBe('0.5');
  });

  it('takes a fraction of a sum, rounded to 1/10 000', () => {
    expect(moneyToJson(moneyFromRational(rational(100n, 3n)))).toBe('33.3333');
    expect(moneyToJson(moneyFromRational(rational(-1n, 20_000n)))).toBe('-0.0001');
  });

  it('has no spelling in 亿 for ~1B, so the letter stays', () => {
    expect(spellMoney(value('~1B'), 'zh')).toBe('约1B');
    expect(spellMoney(value('约629亿元'), 'en')).toBe('~62.9B');
  });

  it('reads back what was spelled, exact or not, in either language', () => {
    const written = fc
      .tuple(
        fc.boolean(),
        fc.nat(99_999_999),
        fc.constantFrom('', '.0', '.25', '.123'),
        fc.constantFrom('', '万', '亿', 'k', 'M', 'B'),
      )
      .map(([approximate, whole, fraction, scale]) => value(`${approximate ? '约' : ''}${whole}${fraction}${scale}`));
    fc.assert(
      fc.property(written, fc.constantFrom('en' as const, 'zh' as const), (money, lang) => {
        expect(parseMoney(spellMoney(money, lang))).toEqual({ ok: true, value: money });
      }),
    );
  });
});
