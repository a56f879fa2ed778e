/** Random edits, on disk and in open documents: a server that has seen them all says what one just started says. */
import { afterAll, describe, expect, it } from 'vitest';
import { portfolio, SIZES } from '../bench/portfolio.js';
import { editsAgainstFresh, stopAll } from './same-as-fresh.js';
import { type ExampleFile, example, PATIENCE, seeds } from './texts.js';

afterAll(stopAll);

async function sameAsFresh(examples: readonly ExampleFile[], today: string): Promise<void> {
  for await (const { history, is, shouldBe } of editsAgainstFresh(examples, today, seeds(3), 5)) {
    expect({ history, told: is }).toEqual({ history, told: shouldBe });
  }
}

describe('after any edits a server says what one just started would say', { timeout: PATIENCE }, () => {
  it('of a plan in one file', () => sameAsFresh(example('harbour'), '2026-06-30'));

  it('of a plan in many files', () => sameAsFresh(example('shanghai'), '2023-06-30'));

  it('of linked projects', () => sameAsFresh(portfolio({ ...SIZES.S, projects: 9 }), '2026-06-30'));
});
