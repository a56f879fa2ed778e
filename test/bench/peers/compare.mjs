// Planwright beside what others use for plans, on one generated plan of the same size, in alternating runs: processor
// time of whole processes, medians and ratios. What cannot be had is skipped with a sentence.
//
//   npm run bench -- peers             300 projects of 8 items
//   npm run bench -- peers 1000        that many
//
// TaskJuggler is Debian's package `tj3`. The others come from npm, into a folder of their own below the user's cache, when
// this runs; they are no dependencies of anything here.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { likec4, markwhen, mermaid, planwright, taskjuggler } from './plans.mjs';

const ROUNDS = 5;
const PACKAGES = { mermaid: '12.3.0', jsdom: '26.1.0', '@markwhen/parser': '1.2.0', likec4: '1.59.4' };
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'planwright-peers');
const COMMAND = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const READ = fileURLToPath(new URL('./read.mjs', import.meta.url));
const projects = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 300);

if (!existsSync(COMMAND)) {
  process.stderr.write('dist/cli.js is not there: npm run build first\n');
  process.exit(2);
}
const packages = installed();
const folder = mkdtempSync(join(tmpdir(), 'planwright-peers-'));
try {
  compare(runners().filter(Boolean));
} finally {
  rmSync(folder, { recursive: true });
}

/** What can be run: what it is called, what it does, its command line, and what of Planwright does as much. */
function runners() {
  const own = placed('own/all.plan', planwright(projects));
  const version = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;
  const node = (...args) => [process.execPath, ...args];
  return [
    {
      name: `planwright ${version} schedule`,
      does: 'reads, schedules, prints all items',
      run: node(COMMAND, 'schedule', own),
    },
    {
      name: `planwright ${version} check`,
      does: 'reads, schedules, all rules',
      run: node(COMMAND, 'check', own, '--fail-on', 'never'),
    },
    tj3(),
    packages && {
      name: `mermaid ${PACKAGES.mermaid}`,
      does: 'reads a Gantt chart, computes its days',
      run: node(READ, 'mermaid', placed('all.mmd', mermaid(projects)), CACHE),
    },
    packages && {
      name: `@markwhen/parser ${PACKAGES['@markwhen/parser']}`,
      does: 'reads, computes days',
      run: node(READ, 'markwhen', placed('all.mw', markwhen(projects)), CACHE),
    },
    packages && {
      name: `likec4 ${PACKAGES.likec4} validate`,
      does: 'reads, resolves names, checks (no days)',
      run: [
        join(CACHE, 'node_modules/.bin/likec4'),
        'validate',
        '--no-layout',
        join(placed('c4/all.c4', likec4(projects)), '..'),
      ],
    },
  ];
}

function tj3() {
  const { stdout, error } = spawnSync('tj3', ['--version'], { encoding: 'utf8' });
  if (error !== undefined) return skip('TaskJuggler: there is no tj3 here; on Debian: apt-get install tj3');
  const [, version = '?'] = /([\d.]+)/.exec(stdout.replace('tj3', '')) ?? [];
  return {
    name: `TaskJuggler ${version}`,
    does: 'reads, schedules (no report)',
    run: ['tj3', '--silent', placed('all.tjp', taskjuggler(projects))],
  };
}

/** Whether the packages are there, each in its version. */
function installed() {
  const isThere = Object.entries(PACKAGES).every(([name, version]) => {
    const manifest = join(CACHE, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
  if (isThere) return true;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
    cwd: CACHE,
  });
  if (status === 0) return true;
  skip(`Mermaid, Markwhen and LikeC4: npm could not install ${wanted.join(', ')}`);
  return false;
}

function skip(why) {
  process.stdout.write(`skipped: ${why}\n`);
  return undefined;
}

function placed(file, content) {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function compare(peers) {
  const times = new Map(peers.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const peer of peers) {
      const known = times.get(peer.name);
      const seconds = known && costOf(peer);
      if (seconds === undefined) times.delete(peer.name);
      else known.push(seconds);
    }
  }
  const median = (name) => times.get(name)?.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const [schedule, check] = peers.map(({ name }) => median(name));
  process.stdout.write(
    `${projects} projects of 8 items, Node ${process.version}, median of ${ROUNDS}, processor seconds\n`,
  );
  process.stdout.write(`${'× schedule'.padStart(58)}${'× check'.padStart(10)}\n`);
  for (const { name, does } of peers) {
    const seconds = median(name);
    if (seconds === undefined) continue;
    const ratio = (own) => (own === undefined ? '' : (seconds / own).toFixed(1)).padStart(10);
    process.stdout.write(
      `${name.padEnd(34)}${seconds.toFixed(2).padStart(12)}  ${ratio(schedule)}${ratio(check)}  ${does}\n`,
    );
  }
}

/** Processor seconds of a whole process with all it started; undefined, with a sentence, where it failed. */
function costOf({ name, run }) {
  const script = '"$@" >out.txt 2>err.txt || exit 1; times';
  const { status, stdout } = spawnSync('bash', ['-c', script, 'bash', ...run], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) {
    const [why = ''] = readFileSync(join(folder, 'err.txt'), 'utf8').trim().split('\n');
    return skip(`${name}: it ended with an error: ${why}`);
  }
  const [, children = ''] = stdout.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}
