// The few assertions the scenarios need, each saying what was looked at.

export function ok(condition, what) {
  if (!condition) throw new Error(`expected: ${what}`);
}

export function equal(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

/** Every wanted entry is among those found. */
export function includesAll(found, wanted, what) {
  const missing = wanted.filter((entry) => !found.includes(entry));
  if (missing.length > 0) throw new Error(`${what}: ${missing.join(', ')} missing among ${found.join(', ')}`);
}
