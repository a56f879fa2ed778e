/** The built command against what the world holds: hostile texts, full disks, folders that may not be written, huge files. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actingInEditor } from './editor-outputs.js';
import { hostilePlan } from './hostile-plan.js';
import { judge } from './judge.js';
import { judgeOffice } from './office-judge.js';
import { everyDocument, everyOutput } from './outputs.js';
import { payloads } from './payloads.js';
import type { Row } from './row.js';

/** So many stand in one plan: what all outputs show of it has to stay readable for who looks for a fault. */
const AT_ONCE = 50;
const HUGE = 20 * 1024 * 1024;

export const CLI = path.resolve('dist/cli.js');
const OUTPUT = 512 * 1024 * 1024;

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** The most memory that it had, in MB. */
  readonly memory: number;
}

function planwright(
  cwd: string,
  call: readonly string[],
  options: { readonly stdout?: number; readonly uid?: number } = {},
): Ran {
  const measured = path.join(cwd, '..', 'memory');
  const hook = path.join(cwd, '..', 'memory.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => { try { require('node:fs').writeFileSync(${JSON.stringify(measured)}, String(process.resourceUsage().maxRSS)); } catch {} });`,
  );
  rmSync(measured, { force: true });
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', hook, CLI, ...call, '--lang', 'en'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: OUTPUT,
    stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  let memory = 0;
  try {
    memory = Number(readFileSync(measured, 'utf8')) / 1024;
  } catch {
    // It ended before it could say.
  }
  return { code: status, stdout: stdout ?? '', stderr: stderr ?? '', seconds, memory };
}

/** Every output of the command, for plans that hold `count` texts that would act. */
export function injection(count: number, folder: string): Row[] {
  const all = payloads(count);
  const [hostile, harmless] = [path.join(folder, 'hostile'), path.join(folder, 'harmless')];
  mkdirSync(hostile);
  mkdirSync(harmless);
  const wrong = new Map<string, string[]>();
  const tell = (call: readonly string[], told: readonly string[]): void => {
    const key = call.filter((word) => !word.startsWith('-') && word !== 'hint' && !word.includes(',')).join(' ');
    wrong.set(key, [...(wrong.get(key) ?? []), ...told]);
  };
  const failed = ({ code, stderr }: Ran): readonly string[] =>
    code === 0 || code === 1 ? [] : [`exit ${code}: ${stderr.slice(0, 200)}`];
  // A harmless plan is the same for as many texts, whatever they are, and so is what is made of it.
  let size = 0;
  const calm = new Map<string, string>();
  const calmly = (call: readonly string[]): string => {
    const key = call.join(' ');
    const known = calm.get(key) ?? planwright(harmless, call).stdout;
    calm.set(key, known);
    return known;
  };
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const texts = all.slice(start, start + AT_ONCE);
    writeFileSync(path.join(hostile, 'a.plan'), hostilePlan(texts));
    if (texts.length !== size) {
      size = texts.length;
      calm.clear();
      writeFileSync(path.join(harmless, 'a.plan'), hostilePlan(texts.map(() => 'text')));
    }
    for (const { call, kind } of everyOutput()) {
      const ran = planwright(hostile, call);
      tell(call, [...failed(ran), ...judge(kind, ran.stdout, calmly(call))]);
    }
    for (const { call, file } of everyDocument()) {
      const ran = planwright(hostile, call);
      calmly(call);
      const why = failed(ran);
      const read = (plans: string): Uint8Array => readFileSync(path.join(plans, file));
      tell(call, why.length > 0 ? why : judgeOffice(read(hostile), read(harmless)));
    }
  }
  return [...wrong].map(([what, told]) => ({ what, measured: `${all.length} texts`, wrong: told }));
}

/** The same for what an editor shows. */
export async function editorInjection(count: number): Promise<Row[]> {
  const all = payloads(count);
  const rows = new Map<string, { seen: number; wrong: readonly string[] }>();
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const texts = all.slice(start, start + AT_ONCE);
    const found = await actingInEditor(hostilePlan(texts), hostilePlan(texts.map(() => 'text')));
    for (const [name, { seen, wrong }] of found) {
      const before = rows.get(name) ?? { seen: 0, wrong: [] };
      rows.set(name, { seen: before.seen + seen, wrong: [...before.wrong, ...wrong] });
    }
  }
  return [...rows].map(([name, { seen, wrong }]) => ({
    what: `in an editor: ${name}`,
    measured: `${all.length} texts, ${seen} answers`,
    wrong,
  }));
}

function oneLine({ code, stderr }: Ran, expected: RegExp): readonly string[] {
  return code === 2 && expected.test(stderr) ? [] : [`exit ${code}: ${stderr.slice(0, 300)}`];
}

function fullDisk(folder: string): Row[] {
  const plans = path.join(folder, 'full');
  mkdirSync(plans);
  writeFileSync(path.join(plans, 'a.plan'), hostilePlan(['text']));
  return everyOutput().map(({ call }) => {
    const full = openSync('/dev/full', 'w');
    const ran = planwright(plans, call, { stdout: full });
    closeSync(full);
    const silent = call.includes('github') && ran.code === 0;
    return {
      what: `/dev/full: ${call.slice(0, 2).join(' ')} ${call.at(-1)}`,
      measured: `exit ${ran.code}`,
      wrong: silent ? [] : oneLine(ran, /^planwright: cannot write to standard output \(ENOSPC\)\n$/),
    };
  });
}

function readerGone(folder: string): Row {
  const plans = path.join(folder, 'gone');
  mkdirSync(plans);
  writeFileSync(path.join(plans, 'a.plan'), 'project P1 { owner Nobody }\n'.repeat(20_000));
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"$0" "$1" check --format json --lang en; echo "exit $?" >&2`, process.execPath, CLI],
    {
      cwd: plans,
      encoding: 'utf8',
      stdio: ['ignore', openClosedPipe(), 'pipe'],
    },
  );
  const right = /^planwright: cannot write to standard output \(EPIPE\)\nexit 2\n$/.test(stderr);
  return {
    what: 'a reader that has gone',
    measured: stderr.trim().split('\n').at(-1) ?? '',
    wrong: right ? [] : [`${stdout}${stderr.slice(0, 300)}`],
  };
}

/** The end of a pipe whose other end nobody holds. */
function openClosedPipe(): number {
  const name = path.join(mkdtempSync(path.join(tmpdir(), 'planwright-pipe-')), 'pipe');
  spawnSync('mkfifo', [name]);
  const reader = openSync(name, 'r+');
  const writer = openSync(name, 'w');
  closeSync(reader);
  return writer;
}

function readOnly(folder: string): Row[] {
  const plans = path.join(folder, 'read-only');
  mkdirSync(plans);
  const text = '项目 P1 ｛ ｝\n';
  writeFileSync(path.join(plans, 'a.plan'), text);
  chmodSync(folder, 0o755);
  chmodSync(plans, 0o555);
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const calls = [
    ['check', '--fix'],
    ['format'],
    ['check', '--write-baseline', 'b.json'],
    ['check', '--format', 'json=r.json'],
    ['summary', 'booklet', '-o', 'b.md'],
    ['summary', 'booklet', '-o', 'x/b.md', '--mkdir'],
    ['new', 'x'],
  ];
  const rows = calls.map((call) => {
    const ran = planwright(plans, call, uid);
    const left = readdirSync(plans).join(' ');
    return {
      what: `read-only: ${call.join(' ')}`,
      measured: `exit ${ran.code}`,
      wrong: [
        ...oneLine(ran, /^planwright: [^\n]*\n$/),
        ...(left === 'a.plan' && readFileSync(path.join(plans, 'a.plan'), 'utf8') === text
          ? []
          : [`left behind: ${left}`]),
      ],
    };
  });
  chmodSync(plans, 0o755);
  return rows;
}

/** What files of 20 MB are made of: many projects, one line, a text that goes on, nothing that is a plan. */
const HUGE_TEXTS: readonly (readonly [string, () => string])[] = [
  [
    'projects',
    () =>
      repeated(
        (n) =>
          `项目 P${n} "第${n}号" {\n  责任人 李四  级别 市级\n  节点 开工 期限 2026-06-30\n  节点 竣工 期限 2026-12-18 { 前置 开工 }\n}\n`,
        '人员 李四\n',
      ),
  ],
  ['one comment', () => `/* ${'长'.repeat(HUGE / 3)} */\n`],
  ['one line', () => repeated((n) => `person A${n} `, '')],
  ['no plan', () => repeated((n) => `{"a": [${n}, "x"], `, '')],
  ['zero bytes', () => '\0'.repeat(HUGE)],
];

function repeated(piece: (n: number) => string, head: string): string {
  const pieces = [head];
  for (let [n, length] = [1, head.length]; length < HUGE / 2; n++) {
    const next = piece(n);
    pieces.push(next);
    length += Buffer.byteLength(next) / 2;
  }
  return pieces.join('');
}

export function huge(folder: string): Row[] {
  return HUGE_TEXTS.map(([name, text], index) => {
    const plans = path.join(folder, `huge${index}`);
    mkdirSync(plans);
    writeFileSync(path.join(plans, 'a.plan'), text());
    const ran = planwright(plans, ['check', '--format', 'concise']);
    const over = [
      ...(ran.seconds > 5 ? [`${ran.seconds.toFixed(1)} s, more than 5`] : []),
      ...(ran.memory > 500 ? [`${ran.memory.toFixed(0)} MB, more than 500`] : []),
      ...(ran.code === 0 || ran.code === 1 || ran.code === 2 ? [] : [`exit ${ran.code}: ${ran.stderr.slice(0, 200)}`]),
    ];
    return {
      what: `20 MB: ${name}`,
      measured: `${ran.seconds.toFixed(1)} s, ${ran.memory.toFixed(0)} MB, exit ${ran.code}`,
      wrong: over,
    };
  });
}

/** What is told where nothing can be written. */
export function disk(folder: string): Row[] {
  return [...fullDisk(folder), readerGone(folder), ...readOnly(folder)];
}
