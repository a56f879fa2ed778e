/** Benchmarks that are run for portfolios of several sizes, and how they measure. */
import { spawnSync } from 'node:child_process';
import { SIZES } from './portfolio.js';

export type SizeName = keyof typeof SIZES;

const isSize = (name: string | undefined): name is SizeName => name !== undefined && Object.hasOwn(SIZES, name);

/** Figures by what they are of, in the order in which they are printed. */
export type Figures = { readonly [name: string]: string };

/**
 * Prints what `measure` finds for each size asked for on the command line, default S and M, as one table. Each size has
 * a process of its own, or the memory and the warmth of one would be that of the next.
 */
export async function bySize(measure: (size: SizeName) => Figures | Promise<Figures>): Promise<void> {
  const { PLANWRIGHT_BENCH_SIZE: child } = process.env;
  if (isSize(child)) {
    process.stdout.write(`${JSON.stringify(await measure(child))}\n`);
    return;
  }
  const asked = process.argv.slice(2).filter(isSize);
  const sizes: readonly SizeName[] = asked.length > 0 ? asked : ['S', 'M'];
  const columns = sizes.map((size) => {
    const [, own = ''] = process.argv;
    const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', own], {
      env: { ...process.env, PLANWRIGHT_BENCH_SIZE: size },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`size ${size} ended with ${status}`);
    return new Map<string, string>(Object.entries(JSON.parse(stdout)));
  });
  const names = [...(columns[0]?.keys() ?? [])];
  const width = Math.max(...names.map((name) => name.length));
  console.log(`${''.padEnd(width)}${sizes.map((size) => size.padStart(18)).join('')}`);
  for (const name of names) {
    console.log(`${name.padEnd(width)}${columns.map((column) => (column.get(name) ?? '').padStart(18)).join('')}`);
  }
}

/** Milliseconds of processor time, all threads of this process together. */
export function cost(run: () => void): number {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** The same for work that is waited for; other work of this process counts as well. */
export async function costOf(run: () => Promise<unknown>): Promise<number> {
  const begin = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** `p50 / p95`, in milliseconds. */
export function quantiles(costs: readonly number[]): string {
  return `${ms(quantile(costs, 0.5))} / ${ms(quantile(costs, 0.95))}`;
}

function quantile(numbers: readonly number[], part: number): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? 0;
}

export function ms(number: number): string {
  return number >= 100 ? number.toFixed(0) : number.toFixed(1);
}
