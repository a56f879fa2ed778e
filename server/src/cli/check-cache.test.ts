/** `check --cache`: whatever changes, it says what a check without it says. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pick, seeded } from '../../../test/fuzz/texts.js';
import { cacheFolder } from './cache-folder.js';
import { digestOf } from './kept-findings.js';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { type CallOptions, type Folder, folderWith, NOW } from './testing/test-folder.js';

const LATE = `project P1 {
  milestone Opening due 2026-02-27 { evidence "opening.pdf" }
  leader Nobody
}
`;

function late(files: { readonly [name: string]: string } = {}): { readonly folder: Folder; readonly kept: Kept } {
  const folder = folderWith({ 'plan/planwright.json': '{}', 'plan/a.plan': LATE, ...files });
  return { folder, kept: new Kept(path.join(folder.path, 'cache')) };
}

class Kept {
  readonly options: CallOptions;

  constructor(readonly home: string) {
    this.options = { env: { XDG_CACHE_HOME: home }, cwd: 'plan' };
  }

  get files(): readonly string[] {
    const folder = path.join(this.home, 'planwright');
    return readdirSync(folder).map((name) => path.join(folder, name));
  }

  /** Puts another word into what is kept, and makes it pass for undamaged: whoever sees the word is told what was kept. */
  mark(): void {
    for (const file of this.files) {
      const [, body = ''] = readFileSync(file, 'utf8').split(/\n(.*)/s);
      const marked = body.replaceAll('deadline/overdue', 'kept/marked');
      writeFileSync(file, `${digest(marked)}\n${marked}`);
    }
  }

  damage(change: (bytes: Buffer) => Buffer): void {
    for (const file of this.files) writeFileSync(file, change(readFileSync(file)));
  }
}

function digest(body: string): string {
  return digestOf(Buffer.from(body));
}

const concise = ['check', '--cache', '--format', 'concise'];

describe('check --cache', () => {
  it('says what was found in the last call where nothing has changed', async () => {
    const { folder, kept } = late();
    const first = await folder.call(...concise, kept.options);
    kept.mark();
    const second = await folder.call(...concise, kept.options);
    expect(first.stdout).toContain('deadline/overdue');
    expect(second).toEqual({ ...first, stdout: first.stdout.replace('deadline/overdue', 'kept/marked') });
  });

  const isKept = async (change: (folder: Folder) => void, ...call: readonly (string | CallOptions)[]) => {
    const { folder, kept } = late();
    await folder.call(...concise, kept.options);
    kept.mark();
    change(folder);
    const options = call.find((each) => typeof each !== 'string') ?? {};
    const rest = call.filter((each) => typeof each === 'string');
    return /kept\/marked/.test((await folder.call(...concise, ...rest, { ...kept.options, ...options })).stdout);
  };

  it.each<{
    readonly what: string;
    readonly change?: (folder: Folder) => void;
    readonly call?: readonly (string | CallOptions)[];
  }>([
    { what: 'a text', change: (folder) => folder.write('plan/a.plan', LATE.replace('Opening', 'Closing')) },
    { what: 'a line end', change: (folder) => folder.write('plan/a.plan', `${LATE}\n`) },
    { what: 'a further file', change: (folder) => folder.write('plan/b.plan', '') },
    {
      what: 'the name of a file',
      change: (folder) => renameSync(`${folder.path}/plan/a.plan`, `${folder.path}/plan/b.plan`),
    },
    {
      what: 'a severity',
      change: (folder) => folder.write('plan/planwright.json', '{ "rules": { "name/*": "off" } }'),
    },
    {
      what: 'the language of the plan',
      change: (folder) => folder.write('plan/planwright.json', '{ "language": "zh" }'),
    },
    { what: 'whether a document is there', change: (folder) => folder.write('plan/opening.pdf', '') },
    { what: 'the encoding', change: (folder) => folder.write('plan/a.plan', Buffer.from([0xff, 0xfe, 0x70, 0])) },
    { what: 'the day', call: [{ now: new Date(2026, 3, 1, 0, 0, 1) }] },
    { what: 'the day that is asked for', call: ['--as-of', '2026-03-30'] },
    { what: 'a severity of the call', call: ['--rule', 'name/unknown=off'] },
    { what: 'the language of the call', call: ['--lang', 'zh'] },
    { what: 'the program', call: [{ program: path.join(import.meta.dirname, 'check.ts') }] },
  ])('judges anew when $what has changed', async ({ change = () => {}, call = [] }) => {
    expect(await isKept(change, ...call)).toBe(false);
  });

  it.each<readonly [string, ...string[]]>([
    ['the output', '--fail-on', 'never'],
    ['what is shown', '--severity', 'error'],
    ['nothing'],
  ])('judges nothing anew when %s is another', async (_, ...call) => {
    expect(await isKept(() => {}, ...call)).toBe(true);
  });

  it.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['another word in it', (bytes) => Buffer.from(bytes.toString('utf8').replace('overdue', 'due-soon'))],
    [
      'without findings',
      (bytes) => Buffer.from(bytes.toString('utf8').replace(/"diagnostics":.*$/s, '"diagnostics":[]}')),
    ],
    ['no JSON, with its digest', () => Buffer.from(`${digest('no JSON')}\nno JSON`)],
    ['JSON of another shape, with its digest', () => Buffer.from(`${digest('{"shape":1}')}\n{"shape":1}`)],
  ])('does not trust what is kept when it is %s', async (_, change) => {
    const { folder, kept } = late();
    const first = await folder.call(...concise, kept.options);
    kept.damage(change);
    expect(await folder.call(...concise, kept.options)).toEqual(first);
    // And it is mended.
    kept.mark();
    expect((await folder.call(...concise, kept.options)).stdout).toContain('kept/marked');
  });

  it('is not asked where findings depend on more than the plan as it is on the disk', async () => {
    const { folder, kept } = late();
    const asked = async (...call: (string | CallOptions)[]) =>
      (await folder.call(...concise, ...call, { ...kept.options, stdin: LATE })).stdout;
    await folder.call(...concise, kept.options);
    kept.mark();
    expect(await asked('--stdin', '--stdin-path', 'a.plan')).toContain('deadline/overdue');
    expect(await asked('--fix')).toContain('deadline/overdue');
  });

  it('tells what stood aside for a finding that the baseline knows', async () => {
    const { folder, kept } = late({ 'plan/a.plan': SAMPLE_PORTFOLIO.replace('责任领导 张三', '责任领导 张三三') });
    await folder.call('check', '--write-baseline', 'known.json', kept.options);
    folder.write('plan/a.plan', folder.read('plan/a.plan').replace('2026-04-30', '2026-01-30'));
    const without = await folder.call('check', '--baseline', 'known.json', kept.options);
    for (let call = 0; call < 2; call++) {
      expect(await folder.call('check', '--cache', '--baseline', 'known.json', kept.options)).toEqual(without);
    }
  });

  it('says the same and that nothing could be kept where the folder cannot be written', async () => {
    const { folder, kept } = late({ cache: 'a file' });
    const without = await folder.call('check', kept.options);
    const { stderr, ...told } = await folder.call('check', '--cache', kept.options);
    expect(told).toEqual({ code: without.code, stdout: without.stdout });
    expect(stderr).toMatch(/nothing could be kept/);
    expect((await folder.call('check', '--cache', '--lang', 'zh', kept.options)).stderr).toMatch(/无法写入缓存文件夹/);
    expect((await folder.call('check', '--cache', '-q', kept.options)).stderr).toBe('');
  });

  it('takes away what is long out of date, and nothing that is not its own', async () => {
    const { folder, kept } = late();
    await folder.call(...concise, kept.options);
    const cache = path.join(kept.home, 'planwright');
    const [own = ''] = kept.files;
    const foreign = path.join(cache, 'notes.txt');
    const half = path.join(cache, '.planwright-0123456789ab.tmp');
    for (const file of [foreign, half]) writeFileSync(file, '');
    for (const file of [own, foreign, half]) utimesSync(file, new Date(0), new Date(0));
    await folder.call(...concise, '--lang', 'zh', kept.options);
    expect(kept.files).toContain(foreign);
    expect(kept.files).not.toContain(own);
    expect(kept.files).not.toContain(half);
  });

  it('is for its owner alone: it quotes the plan', async () => {
    const { folder, kept } = late();
    await folder.call(...concise, kept.options);
    const [file = ''] = kept.files;
    expect([statSync(path.dirname(file)).mode & 0o77, statSync(file).mode & 0o77]).toEqual([0, 0]);
  });

  it('holds when two write at once', async () => {
    const { folder, kept } = late();
    const without = await folder.call('check', kept.options);
    const calls = await Promise.all(Array.from({ length: 8 }, () => folder.call('check', '--cache', kept.options)));
    expect(calls).toEqual(calls.map(() => without));
    expect(kept.files).toHaveLength(1);
  });
});

describe('over random changes', () => {
  const DAYS = [NOW, new Date(2026, 3, 1, 12), new Date(2026, 4, 10, 12)];
  const CONFIGURATIONS = [
    '{}',
    '{ "language": "zh" }',
    '{ "rules": { "deadline/*": "error" } }',
    '{ "exclude": ["b.plan"] }',
  ];
  const WORDS = [
    '期限 2026-02-03',
    '完成 2026-03-02',
    '责任人 王五',
    '}',
    '{',
    '任务 新 { 工期 20天 }',
    '// planwright-ignore deadline/overdue: 已批准',
    '依据 "a.pdf"',
    '阶段 完工',
    '',
  ];

  it('says what a check without it says', { timeout: 240_000 }, async () => {
    const random = seeded(20260630);
    const folder = folderWith({ 'plan/planwright.json': '{}', 'plan/a.plan': SAMPLE_PORTFOLIO });
    const kept = new Kept(path.join(folder.path, 'cache'));
    let now = NOW;
    let lang = 'en';
    const files = () => folder.names().filter((name) => name.endsWith('.plan'));
    const changes: readonly (() => void)[] = [
      () => {
        const name = pick(random, files());
        const lines = folder.read(name).split('\n');
        lines.splice(random(lines.length), random(2), pick(random, WORDS));
        folder.write(name, lines.join('\n'));
      },
      () =>
        folder.write(
          `plan/${pick(random, ['b', 'c'])}.plan`,
          SAMPLE_PORTFOLIO.replaceAll('P00', pick(random, ['P00', 'P10'])),
        ),
      () => files().length > 1 && rmSync(path.join(folder.path, pick(random, files()))),
      () => folder.write('plan/planwright.json', pick(random, CONFIGURATIONS)),
      () => (now = pick(random, DAYS)),
      () => (lang = pick(random, ['en', 'zh'])),
      () =>
        random(2) === 0
          ? folder.write('plan/a.pdf', '')
          : rmSync(path.join(folder.path, 'plan/a.pdf'), { force: true }),
      () =>
        kept.damage((bytes) => {
          const at = random(bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          return bytes;
        }),
      () => {},
    ];
    mkdirSync(path.join(kept.home, 'planwright'), { recursive: true });
    for (let step = 0; step < 120; step++) {
      pick(random, changes)();
      const call = ['check', '--format', 'json', '--lang', lang];
      const options = { ...kept.options, now };
      const without = await folder.call(...call, options);
      expect(await folder.call(...call, '--cache', options), `step ${step}`).toEqual(without);
      expect(await folder.call(...call, '--cache', options), `step ${step}, again`).toEqual(without);
    }
  });
});

describe('the cache folder', () => {
  it.each<readonly [NodeJS.Platform, { readonly [name: string]: string }, string]>([
    ['linux', { HOME: '/home/li' }, '/home/li/.cache/planwright'],
    ['linux', { HOME: '/home/li', XDG_CACHE_HOME: '/var/c' }, '/var/c/planwright'],
    ['linux', { HOME: '/home/li', XDG_CACHE_HOME: 'c' }, '/home/li/.cache/planwright'],
    ['darwin', { HOME: '/Users/li' }, '/Users/li/Library/Caches/planwright'],
    ['win32', { USERPROFILE: '/li', LOCALAPPDATA: '/li/local' }, '/li/local/planwright/Cache'],
  ])('is where %s has it', (platform, env, folder) => {
    expect(cacheFolder({ env }, platform)).toBe(folder);
  });
});
