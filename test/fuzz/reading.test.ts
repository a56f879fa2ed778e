/** Random texts: whatever comes is answered, in time. */
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../server/src/analysis/checks/index.js';
import type { FileFacts } from '../../server/src/model/facts.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { seconds } from '../growth.js';
import { bytes, edited, example, forEachSeed, MACHINERY, pick, type Random, seeded, soup } from './texts.js';

const PLANS = ['harbour', 'shanghai', 'longyan-2009', 'policies/sanya'].flatMap(example);

/** Everything that holds of any text: an answer, soon, with places inside the text and messages in words. */
function answered(text: string): FileFacts {
  let facts: FileFacts | undefined;
  // It takes some hundredths; what hangs takes more on any machine.
  expect(
    seconds(() => {
      facts = readPlan('a.plan', text);
    }),
    'seconds',
  ).toBeLessThan(5);
  if (facts === undefined) throw new Error('nothing was read');
  const places: unknown[] = [];
  JSON.stringify(facts, (key, value: unknown) => {
    if (key === 'at' || key === 'keywordAt' || key === 'covers') places.push(value);
    return typeof value === 'bigint' ? String(value) : value;
  });
  for (const place of places) {
    if (typeof place !== 'object' || place === null || !('start' in place && 'end' in place))
      throw new Error('no place');
    const { start, end } = place;
    if (!(Number(start) >= 0 && Number(start) <= Number(end) && Number(end) <= text.length)) {
      throw new Error(`${String(start)}–${String(end)} is not in a text of ${text.length}`);
    }
  }
  expect(facts.findings.filter(({ code }) => code === 'syntax/unexpected').length).toBeLessThanOrEqual(200);
  for (const finding of facts.findings) {
    // A text may hold such words itself.
    for (const lang of ['en', 'zh'] as const) {
      const message = messageOf(finding, lang);
      if (MACHINERY.test(message) && !MACHINERY.test(text)) throw new Error(message);
    }
  }
  return facts;
}

/** Names the text that failed, so that it can become a test of its own. */
function survives(rounds: number, make: (random: Random) => string): void {
  forEachSeed(rounds, (random, seed) => {
    const text = make(random);
    try {
      answered(text);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(text.slice(0, 2_000))}`, { cause: error });
    }
  });
}

describe('any text is answered', () => {
  it('random bytes', () => survives(600, bytes));

  it('words, signs and values in no order', () => survives(400, soup));

  it('plans with damage', () => survives(60, (random) => edited(random, pick(random, PLANS).text)));

  it('plans cut short', () =>
    survives(100, (random) => {
      const { text } = pick(random, PLANS);
      return text.slice(0, random(text.length));
    }));

  it('two plans merged with a conflict', () =>
    survives(60, (random) => {
      const { text } = pick(random, PLANS);
      const at = text.indexOf('\n', random(text.length)) + 1;
      const other = text.slice(at, at + random(300));
      return `${text.slice(0, at)}<<<<<<< ours\n${other}\n=======\n${edited(random, other)}\n>>>>>>> theirs\n${text.slice(at)}`;
    }));
});

describe('large and strange texts', () => {
  const random = seeded(7);
  const big = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

  it.each([
    ['a line of 2 MB', big('节点 竣工 期限 2026-12-20 ', 1_000_000)],
    ['a word of 1 MB', `org ${'甲'.repeat(500_000)}`],
    ['a number of 1 MB', `project P { fund ${'9'.repeat(1_000_000)} }`],
    ['a string of 1 MB', `org U "${'x'.repeat(1_000_000)}"`],
    ['an unclosed string of 1 MB', `org U "${'x'.repeat(1_000_000)}`],
    ['spaces', ' '.repeat(1_000_000)],
    ['line ends', '\n'.repeat(500_000)],
    ['braces', big('{', 200_000)],
    ['parentheses in an expression', `view V { where ${big('(', 200_000)}`],
    ['ignores', big('// planwright-ignore a/b: c\n', 400_000)],
    ['documentation comments', big('/** x */\n', 400_000)],
    ['values that are none', `project P {\n${big('  note "a" fund 10kg\n', 200_000)}}`],
    ['one investment of many years', `project P { investment { ${big('year 2026 5M { Q1 1M } ', 200_000)} } }`],
    ['one list', `project P { area ${big('A、', 200_000)}B }`],
    ['one path', `project P { replaces ${big('A.', 200_000)}B }`],
    ['garbage', big(bytes(random), 300_000)],
  ])('%s', (_, text) => {
    // They take about one; what grows with the square takes hours.
    expect(
      seconds(() => void readPlan('a.plan', text)),
      'seconds',
    ).toBeLessThan(40);
  });
});
