/** Thousands of edits over the protocol: problems, outlines and previews are those of a server that has just started. */
import { portfolio, SIZES } from '../bench/portfolio.js';
import { editsAgainstFresh, stopAll } from '../fuzz/same-as-fresh.js';
import { type ExampleFile, example } from '../fuzz/texts.js';
import type { Row } from './row.js';

/** So many edits at most between two looks. */
const BATCH = 19;
/** A server lives for so many batches, so that what goes wrong late goes wrong too. */
const LIFE = 25;

const PLANS: readonly (readonly [string, () => readonly ExampleFile[], string])[] = [
  ['one file', () => example('harbour'), '2026-06-30'],
  ['many files', () => example('shanghai'), '2023-06-30'],
  ['linked projects', () => portfolio({ ...SIZES.S, projects: 9 }), '2026-06-30'],
];

function* from(seed: number, count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield seed + index;
}

export async function edits(count: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, files, today] of PLANS) {
    const wrong: string[] = [];
    let [edits, looks, pictures, seed] = [0, 0, 0, 5_000];
    while (edits < count / PLANS.length) {
      seed += LIFE;
      try {
        for await (const compared of editsAgainstFresh(files(), today, from(seed, LIFE), BATCH)) {
          edits += compared.edits;
          looks++;
          if (compared.pictured) pictures++;
          const [is, shouldBe] = [JSON.stringify(compared.is), JSON.stringify(compared.shouldBe)];
          if (is !== shouldBe) {
            wrong.push(`${compared.history.slice(-8).join('; ')}: ${difference(is, shouldBe)}`);
            // What is wrong once stays so.
            break;
          }
        }
      } catch (error) {
        wrong.push(`seed ${seed}: ${String(error)}`);
      }
      await stopAll();
    }
    rows.push({ what: `edits: ${name}`, measured: `${edits} edits, ${looks} looks, ${pictures} previewed`, wrong });
  }
  return rows;
}

function difference(is: string, shouldBe: string): string {
  let at = 0;
  while (is[at] === shouldBe[at]) at++;
  return `${is.slice(Math.max(0, at - 120), at + 160)} ≠ ${shouldBe.slice(Math.max(0, at - 20), at + 160)}`;
}
