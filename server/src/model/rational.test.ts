/** Exact fractions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  cmp,
  div,
  floor,
  fromDecimalString,
  mul,
  type Rational,
  rational,
  round,
  sub,
  sum,
  toDecimalString,
  toNumber,
  toTrimmedString,
  whole,
  ZERO,
} from './rational.js';

const some = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]): Rational => rational(n, d));

describe('fractions', () => {
  it('are kept in lowest terms with a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(0n, -7n)).toEqual(ZERO);
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  it('are added, multiplied, divided exactly', () => {
    expect(add(rational(1n, 10n), rational(2n, 10n))).toEqual(rational(3n, 10n));
    expect(mul(rational(2n, 3n), rational(3n, 4n))).toEqual(rational(1n, 2n));
    expect(div(whole(5), whole(8))).toEqual(rational(5n, 8n));
    expect(div(whole(5), ZERO)).toBeUndefined();
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(sub(add(a, b), b)).toEqual(a);
        expect(cmp(a, b)).toBe(-cmp(b, a) || 0);
        if (b.n !== 0n) expect(div(mul(a, b), b)).toEqual(a);
      }),
    );
  });

  it('are summed up as if added one after the other, whatever their denominators', () => {
    expect(sum([])).toEqual(ZERO);
    expect(sum([rational(1n, 2n), rational(1n, 3n), rational(1n, 6n)])).toEqual(whole(1));
    fc.assert(
      fc.property(fc.array(some), (values) => {
        expect(sum(values)).toEqual(values.reduce((total, value) => add(total, value), ZERO));
      }),
    );
  });

  it('are kept in lowest terms beyond what a double can hold', () => {
    const large = 3n ** 60n;
    expect(rational(large * 7n, large * 21n)).toEqual(rational(1n, 3n));
    expect(rational(2n ** 53n + 2n, 2n ** 54n + 4n)).toEqual(rational(1n, 2n));
    expect(rational(large + 1n, large)).toEqual({ n: large + 1n, d: large });
  });

  it('are rounded down and to the nearest with halves away from zero', () => {
    expect([floor(rational(-7n, 2n)), round(rational(-7n, 2n))]).toEqual([-4n, -4n]);
    expect([floor(rational(5n, 2n)), round(rational(5n, 2n))]).toEqual([2n, 3n]);
    expect([floor(whole(3)), round(rational(1n, 3n))]).toEqual([3n, 0n]);
  });

  it('are read from decimals with the digits that were written', () => {
    expect(fromDecimalString('3.50')).toEqual({ value: rational(7n, 2n), decimals: 2 });
    expect(fromDecimalString('1,234.5')).toEqual({ value: rational(2469n, 2n), decimals: 1 });
    expect(fromDecimalString('-0.25')).toEqual({ value: rational(-1n, 4n), decimals: 2 });
    for (const text of ['', '.', '.5', '5.', '1,23', '1,2345', '1e3', '0x1', ' 1', '9'.repeat(61)]) {
      expect(fromDecimalString(text), text).toBeUndefined();
    }
  });

  it('are written with as many decimals as asked for', () => {
    expect(toDecimalString(rational(5n, 8n), 2)).toBe('0.63');
    expect(toDecimalString(rational(-5n, 8n), 2)).toBe('-0.63');
    expect(toDecimalString(rational(125n, 2n), 2)).toBe('62.50');
    expect(toDecimalString(rational(-1n, 1000n), 2)).toBe('0.00');
    expect(toDecimalString(rational(5n, 2n), 0)).toBe('3');
    expect(toTrimmedString(rational(125n, 2n), 4)).toBe('62.5');
    expect(toTrimmedString(whole(100), 2)).toBe('100');
    expect(toTrimmedString(whole(100), 0)).toBe('100');
    expect(toNumber(rational(1n, 3n))).toBeCloseTo(1 / 3, 14);
  });
});
