/**
 * Exact fractions, for everything that is compared with a published figure. Percents are held in percent points:
 * 62.5 means 62.5 %.
 */

/** n/d in lowest terms, d > 0; so equal values have equal fields. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export interface DecimalParseResult {
  readonly value: Rational;
  /** Digits written after the point: 1 for `3.5`, 2 for `3.50`, 0 for `981`. */
  readonly decimals: number;
}

/** Digits beyond this are no figure of any plan, and reading them would take quadratic time. */
const MAX_DIGITS = 60;

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

/** n/d in lowest terms. Throws where d is 0: a divisor that a user can make 0 goes through `div`. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('a fraction with denominator 0');
  if (d === 1n) return { n, d };
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const signed = d < 0n ? -divisor : divisor;
  return { n: n / signed, d: d / signed };
}

/** A whole number as a fraction. Throws where it is not whole. */
export function whole(n: number | bigint): Rational {
  return { n: BigInt(n), d: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

/** The sum of all; figures of a portfolio have few denominators, so that most of it is one addition each. */
export function sum(values: Iterable<Rational>): Rational {
  const numerators = new Map<bigint, bigint>();
  for (const { n, d } of values) numerators.set(d, (numerators.get(d) ?? 0n) + n);
  let total = ZERO;
  for (const [d, n] of numerators) total = add(total, rational(n, d));
  return total;
}

export function mul(a: Rational, b: Rational): Rational {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b; undefined where b is 0. */
export function div(a: Rational, b: Rational): Rational | undefined {
  return b.n === 0n ? undefined : rational(a.n * b.d, a.d * b.n);
}

function isOne({ n, d }: Rational): boolean {
  return n === 1n && d === 1n;
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** Negative where a < b, 0 where equal, positive where a > b. */
export function cmp(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function min(a: Rational, b: Rational): Rational {
  return cmp(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
  return cmp(a, b) >= 0 ? a : b;
}

/** The largest whole number ≤ a. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** The nearest whole number, halves away from zero (as statistics offices round, not to the even digit). */
export function round(a: Rational): bigint {
  const magnitude = ((a.n < 0n ? -a.n : a.n) * 2n + a.d) / (a.d * 2n);
  return a.n < 0n ? -magnitude : magnitude;
}

/**
 * Reads `12`, `-0.50`, `1,234.5` (commas only between groups of three); undefined for anything else and for more than
 * 60 digits.
 */
export function fromDecimalString(text: string): DecimalParseResult | undefined {
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const digits = (match[2] ?? '').replaceAll(',', '') + fraction;
  if (digits.length > MAX_DIGITS) return undefined;
  const magnitude = BigInt(digits);
  const value = rational(match[1] === '-' ? -magnitude : magnitude, 10n ** BigInt(fraction.length));
  return { value, decimals: fraction.length };
}

/** With exactly `digits` digits after the point, rounded half away from zero: `62.50`. Never `-0`. */
export function toDecimalString(a: Rational, digits: number): string {
  const scaled = round(mul(a, { n: 10n ** BigInt(digits), d: 1n }));
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${scaled < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`;
}

/** As `toDecimalString`, without the zeros that end it: `62.5`, `981`. */
export function toTrimmedString(a: Rational, maxDigits: number): string {
  const text = toDecimalString(a, maxDigits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The nearest double. For lengths of bars and the like, never for a comparison. */
export function toNumber(a: Rational): number {
  return Number(toDecimalString(a, 15));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (x > SAFE || y > SAFE) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  return BigInt(smallGcd(Number(x), Number(y)));
}

/** Up to here numbers are exact, and several times as fast. */
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function smallGcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
