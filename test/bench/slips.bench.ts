/**
 * How many diagnostics small slips cost: every slip in lines of all examples, by kind, with the share that cost exactly
 * one. A change that leaves a valid plan is no slip (a word more in a text, a value that may be left out, a line cut where
 * a statement ends): it is counted as `valid` and not in the share; whether nothing wrong is taken for right among them is
 * for whoever reads the list. PLANWRIGHT_SLIPS_STEP=1 takes every line; PLANWRIGHT_SLIPS_SHOW=n shows the first n of each kind that do not.
 */
import { type Cost, costs, SLIPS } from '../fuzz/slips.js';
import { example } from '../fuzz/texts.js';

const STEP = Number(process.env.PLANWRIGHT_SLIPS_STEP ?? 10);
const SHOW = Number(process.env.PLANWRIGHT_SLIPS_SHOW ?? 0);

export function main(): void {
  const all: Cost[] = [];
  for (const [folder, step] of [
    ['harbour', Math.min(STEP, 1)],
    ['policies/sanya', Math.min(STEP, 1)],
    ['policies/yinchuan', Math.min(STEP, 1)],
    ['shanghai', STEP],
    ['longyan-2009', STEP],
  ] as const) {
    all.push(...costs(example(folder), step));
  }
  const row = (name: string, some: readonly Cost[]): void => {
    const count = (is: (n: number) => boolean) => some.filter(({ added }) => is(added.length)).length;
    const [valid, one] = [count((n) => n === 0), count((n) => n === 1)];
    const slips = some.length - valid;
    const figures = [slips, one, count((n) => n === 2), count((n) => n > 2), valid];
    const share = slips === 0 ? '' : `${((100 * one) / slips).toFixed(1)} %`;
    process.stdout.write(
      `${name.padEnd(32)}${figures.map((n) => String(n).padStart(7)).join('')}${share.padStart(9)}\n`,
    );
  };
  process.stdout.write(
    `${''.padEnd(32)}${['slips', '1', '2', 'more', 'valid'].map((n) => n.padStart(7)).join('')}${'one'.padStart(9)}\n`,
  );
  for (const slip of SLIPS.keys()) {
    const some = all.filter((cost) => cost.slip === slip);
    row(slip, some);
    for (const { file, line, text, added } of some.filter(({ added: each }) => each.length !== 1).slice(0, SHOW)) {
      process.stdout.write(`    ${file}:${line}: ${text.trim()}\n${added.map((each) => `        ${each}\n`).join('')}`);
    }
  }
  row('all', all);
}
