/**
 * What whole portfolios cost, from text to diagnostics: reading, loading a plan root, a keystroke, `check`.
 *
 *   npm run bench -- portfolio S M L     default S and M; each size in a process of its own
 *
 * Processor time rather than time on the clock wherever the work is done in this process: other work on the machine
 * then counts less.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseIsoDay } from '../../server/src/model/day.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { type PlanText, portfolio, SIZES, STATUS_DATE } from './portfolio.js';
import { bySize, cost, type Figures, ms, quantiles, type SizeName } from './sizes.js';

export const main = (): Promise<void> => bySize(measured);

const EDITS = 60;

function measured(size: SizeName): Figures {
  const files = portfolio(SIZES[size]);
  const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  const first = cost(() => readPlan('first.plan', 'project P'));
  const reading = cost(() => {
    for (const { file, text } of files) readPlan(file, text);
  });
  const status = parseIsoDay(STATUS_DATE);
  if (status === undefined) throw new Error(`${STATUS_DATE} is no day`);
  const root = new PlanRoot({ today: () => status });
  let found = 0;
  const loading = cost(() => {
    for (const { file, text } of files) root.set(file, text);
    root.settle();
    for (const { file } of files) found += root.diagnostics(file, 'zh').length;
  });
  const memory = used();
  const { keystrokes, settles } = edited(root, files);
  const name = changed(root, files, '任务 ', '任务 另');
  const post = changed(root, files, '职务 "', '职务 "新');
  const policy = changed(root, files, '承包上限 ', '承包上限 1');
  const whole = checked(files);
  return {
    'projects / files / lines': `${SIZES[size].projects}/${files.length}/${lines}`,
    'first text read, ms': ms(first),
    'all files read, ms': ms(reading),
    '  per 500 lines, ms': ms((reading / lines) * 500),
    'loaded, all diagnostics, ms': ms(loading),
    diagnostics: String(found),
    'keystroke p50 / p95, ms': quantiles(keystrokes),
    'settled p50 / p95, ms': quantiles(settles),
    'another name, file / rest / longest step': name,
    'another post, file / rest / longest step': post,
    'another policy, file / rest / longest step': policy,
    'heap / whole process, MB': memory,
    ...whole,
  };
}

/** A digit typed and taken out again in the middle of files all over the portfolio. */
function edited(root: PlanRoot, files: readonly PlanText[]) {
  const keystrokes: number[] = [];
  const settles: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const { file, text } = files[(edit * 7) % files.length] ?? { file: '', text: '' };
    const middle = text.indexOf('万元', text.length / 2);
    for (const typed of [`${text.slice(0, middle)}5${text.slice(middle)}`, text]) {
      keystrokes.push(
        cost(() => {
          root.set(file, typed);
          root.diagnostics(file, 'zh');
        }),
      );
      settles.push(cost(() => root.settle()));
    }
  }
  return { keystrokes, settles };
}

/**
 * One edit that others may depend on: what the file itself costs, what looking at everything costs, and the longest
 * that a keystroke would have to wait meanwhile, in milliseconds.
 */
function changed(root: PlanRoot, files: readonly PlanText[], before: string, after: string): string {
  const { file, text } = files.find((each) => each.text.includes(before)) ?? { file: '', text: '' };
  const own = cost(() => {
    root.set(file, text.replace(before, after));
    root.diagnostics(file, 'zh');
  });
  let longest = 0;
  const rest = cost(() => {
    const steps = root.settling();
    let ended = false;
    while (!ended) {
      const step = cost(() => {
        ended = steps.next().done === true;
      });
      longest = Math.max(longest, step);
    }
  });
  root.set(file, text);
  root.settle();
  return [own, rest, longest].map(ms).join(' / ');
}

/** `planwright check` on the files on disk, where the command is built: without a cache, and with one that is filled. */
function checked(files: readonly PlanText[]): Figures {
  const command = join(dirname(process.argv[1] ?? ''), '../../dist/cli.js');
  if (!existsSync(command)) return { check: 'not built' };
  const folder = mkdtempSync(join(tmpdir(), 'planwright-bench-'));
  const plan = join(folder, 'plan');
  // One place for whatever the platform means for caches.
  const caches = Object.fromEntries(['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME'].map((name) => [name, folder]));
  const check = (...options: readonly string[]): string => {
    const before = childrenTime();
    const begin = performance.now();
    const { status } = spawnSync(process.execPath, [command, 'check', plan, '--format', 'json', ...options], {
      env: { ...process.env, ...caches },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const clock = (performance.now() - begin) / 1000;
    const processor = before === undefined ? '–' : ((childrenTime() ?? 0) - before).toFixed(2);
    return `${processor} / ${clock.toFixed(2)}${status === 0 || status === 1 ? '' : ` (exit ${status})`}`;
  };
  const write = ({ file, text }: PlanText): void => {
    mkdirSync(dirname(join(plan, file)), { recursive: true });
    writeFileSync(join(plan, file), text);
  };
  try {
    mkdirSync(plan);
    writeFileSync(join(plan, 'planwright.json'), '{}\n');
    files.forEach(write);
    const whole = check();
    const filling = check('--cache');
    const unchanged = check('--cache');
    const last = files.at(-1);
    if (last !== undefined) write({ ...last, text: `${last.text}\n// Changed.\n` });
    return {
      'check, processor s / clock s': whole,
      '  --cache, the first time': filling,
      '  --cache, nothing changed': unchanged,
      '  --cache, one file changed': check('--cache'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of processor time of all processes started and ended here; Linux only. */
function childrenTime(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function used(): string {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return `${(heapUsed / 1e6).toFixed(0)} / ${(rss / 1e6).toFixed(0)}`;
}
