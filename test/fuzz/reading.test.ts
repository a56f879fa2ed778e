/** Random texts: whatever comes is answered, in time. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { seconds } from '../growth.js';
import { answerTo } from './answered.js';
import { MUTATIONS } from './mutations.js';
import { bytes, edited, example, forEachSeed, pick, type Random, seeded, soup } from './texts.js';

const PLANS = ['harbour', 'shanghai', 'longyan-2009', 'policies/sanya'].flatMap(example);

/** Names the text that failed, so that it can become a test of its own. */
function survives(rounds: number, make: (random: Random) => string): void {
  forEachSeed(rounds, (random, seed) => {
    const text = make(random);
    try {
      answerTo(text);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(text.slice(0, 2_000))}`, { cause: error });
    }
  });
}

describe('any text is answered', () => {
  it('random bytes', () => survives(600, bytes));

  it('words, signs and values in no order', () => survives(400, soup));

  it('plans with damage', () => survives(60, (random) => edited(random, pick(random, PLANS).text)));

  it.each([...MUTATIONS])('plans that were changed: %s', (_, mutate) =>
    survives(6, (random) => mutate(random, pick(random, PLANS).text)),
  );

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
