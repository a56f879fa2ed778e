/** Random edits: a root kept over edits says what a new one would say. */
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../server/src/model/day.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { portfolio, SIZES } from '../bench/portfolio.js';
import { bytes, type ExampleFile, edited, example, forEachSeed, MACHINERY, PATIENCE, pick, soup } from './texts.js';

function newRoot(asOf: string): PlanRoot {
  return new PlanRoot({
    today: () => {
      const day = parseIsoDay(asOf);
      if (day === undefined) throw new Error(`${asOf} is no day`);
      return day;
    },
  });
}

/** What a root has to say: all diagnostics file by file, the schedule item by item, the lights. */
function told(root: PlanRoot): unknown {
  root.settle();
  const { analysis } = root;
  return {
    diagnostics: root.files.map((file) => [file, root.diagnostics(file, 'zh')]),
    schedule: [...analysis.schedule.items()].map(({ id, start, finish, planFinish, mustStart, slack }) =>
      [id, start, finish, planFinish, mustStart, slack].join(' '),
    ),
    lights: analysis.plan.all('project').map((project) => [project.id, analysis.light(project).light]),
  };
}

/** Edits one file after another; after each the root has to say what a new one says of the same texts. */
function sameAsFresh(rounds: number, files: readonly ExampleFile[], asOf: string): void {
  const root = newRoot(asOf);
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  for (const [file, text] of texts) root.set(file, text);
  told(root);
  const history: string[] = [];
  forEachSeed(rounds, (random, seed) => {
    const { file, text } = pick(random, files);
    const change = random(10);
    if (change === 0 && texts.size > 1) {
      texts.delete(file);
      root.delete(file);
      history.push(`seed ${seed}: ${file} deleted`);
    } else {
      // Mostly on top of what was done before; at times the file is as it was at first.
      const now = change < 3 ? text : edited(random, texts.get(file) ?? text, 1);
      texts.set(file, now);
      root.set(file, now);
      history.push(`seed ${seed}: ${file} edited`);
    }
    const fresh = newRoot(asOf);
    for (const [name, content] of texts) fresh.set(name, content);
    const [is, shouldBe] = [told(root), told(fresh)];
    if (JSON.stringify(is) !== JSON.stringify(shouldBe)) {
      expect({ history: history.slice(-3), told: is }).toEqual({ history: history.slice(-3), told: shouldBe });
    }
  });
}

describe('texts that are no plans do not keep a root from answering', { timeout: PATIENCE }, () => {
  it.each([
    ['bytes', bytes],
    ['soup', soup],
  ] as const)('%s', (_, make) => {
    const root = newRoot('2026-06-30');
    for (const { file, text } of example('harbour')) root.set(file, text);
    root.settle();
    const before = root.diagnostics('harbour.plan', 'zh').map(({ code }) => code);
    forEachSeed(60, (random, seed) => {
      const text = make(random);
      try {
        root.set('strange.plan', text);
        root.settle();
        for (const lang of ['en', 'zh'] as const) {
          for (const { message, range } of root.diagnostics('strange.plan', lang)) {
            if (MACHINERY.test(message) && !MACHINERY.test(text)) throw new Error(message);
            expect(range.start.line).toBeLessThanOrEqual(range.end.line);
          }
        }
      } catch (error) {
        throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
      }
    });
    root.delete('strange.plan');
    root.settle();
    expect(root.diagnostics('harbour.plan', 'zh').map(({ code }) => code)).toEqual(before);
  });
});

describe('after any edit a root says what a new one would say', { timeout: PATIENCE }, () => {
  it('of a plan in one file', () => sameAsFresh(20, example('harbour'), '2026-06-30'));

  it('of a plan in many files', () => sameAsFresh(6, example('shanghai'), '2023-06-30'));

  it('of linked projects', () => sameAsFresh(15, portfolio({ ...SIZES.S, projects: 12 }), '2026-06-30'));
});
