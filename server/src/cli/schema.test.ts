/** Every JSON output keeps to the schema that is given away of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { codes } from '../analysis/checks/index.js';
import { SUMMARIES } from '../report/summaries/index.js';
import { SCHEMAS } from './schemas/index.js';
import { type CallOptions, type Folder, folderWith } from './testing/test-folder.js';

const ROOT = path.join(import.meta.dirname, '../../..');

async function schemaOf(name: string): Promise<object> {
  return folderWith({}).json<object>('schema', name);
}

const validators = new Map<string, ValidateFunction>();

/** What is wrong with the output of a call, by the schema of that name. */
async function wrong(name: string, folder: Folder, ...call: readonly (string | CallOptions)[]): Promise<unknown> {
  let validate = validators.get(name);
  if (validate === undefined) {
    validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(await schemaOf(name));
    validators.set(name, validate);
  }
  const { stdout, stderr } = await folder.call(...call);
  expect(stderr).toBe('');
  validate(JSON.parse(stdout));
  return validate.errors?.slice(0, 5) ?? null;
}

function example(name: string): Folder {
  const folder = folderWith({});
  cpSync(path.join(ROOT, 'examples', name), folder.path, { recursive: true });
  return folder;
}

const EXAMPLES = ['shanghai', 'harbour', 'longyan-2009'];
const WHAT_IF: Readonly<Record<string, string>> = {
  shanghai: '过江隧道盾构掘进 +10d',
  harbour: 'breakwater.rock +31wd',
  'longyan-2009': 'LED封装.批量生产 +1mo',
};

describe.each(EXAMPLES)('of the example %s', (name) => {
  it.each([
    ['check', ['check', '--severity', 'hint', '--statistics', '--fail-on', 'never']],
    ['schedule', ['schedule']],
    ['what-if', ['what-if', WHAT_IF[name] ?? '']],
    ['list', ['list']],
    [
      'list',
      [
        'list',
        '--group',
        'category',
        '--totals',
        'count(), sum(invested)',
        '--columns',
        'id, leader, total, light, due, days-late, tag',
      ],
    ],
  ])('%s keeps to its schema: %j', async (schema, call) => {
    expect(await wrong(schema, example(name), ...call, '--format', 'json')).toBeNull();
  });

  it.each([...SUMMARIES.keys()].filter((kind) => kind !== 'view'))('summary %s keeps to its schema', async (kind) => {
    expect(await wrong('summary', example(name), 'summary', kind, '--format', 'json')).toBeNull();
  });
});

describe('of other outputs', () => {
  it('several roots, and a plan that holds everything', async () => {
    const folder = folderWith({
      'a/planwright.json': '{}',
      'a/a.plan':
        'project P1 "x" {\n  milestone M due 2026-01-01\n  leader Nobody\n  note """\n# a\n\n- b\n  1. c\n\n> d\n\n    e\n"""\n}',
      'b/planwright.json': '{}',
      'b/b.plan': 'project',
    });
    expect(await wrong('check', folder, 'check', '--format', 'json')).toBeNull();
    expect(await wrong('summary', folder, 'summary', 'booklet', 'a', '--format', 'json')).toBeNull();
  });

  it('diff', async () => {
    const folder = folderWith({
      'old/a.plan':
        'person A\nproject P1 { milestone M due 2026-01-01 report 2026-01-01 { invested 约1亿元 } period 2026 .. 2027 after }',
      'new/a.plan':
        'project P1 "y" { milestone M due 2026-03 { revised 2026-01-01 from 2026-01-01 "x" after N FS -3wd } task N { duration 2mo progress 5% } investment { year 2026 1M } }',
    });
    expect(await wrong('diff', folder, 'diff', 'old', 'new', '--format', 'json')).toBeNull();
    expect(await wrong('diff', folder, 'diff', 'new', 'old', '--format', 'json')).toBeNull();
  });

  it('a baseline', async () => {
    const folder = folderWith({ 'a.plan': 'project P1 { leader Nobody }' });
    await folder.call('check', '--write-baseline', 'known.json');
    const validate = new Ajv().compile(await schemaOf('baseline'));
    expect(validate(JSON.parse(folder.read('known.json')))).toBe(true);
  });
});

describe('the schema of planwright.json', () => {
  const validates = async (configuration: unknown): Promise<boolean> => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(await schemaOf('configuration'));
    return validate(configuration);
  };

  it.each([
    [{}, true],
    [{ $schema: 'x', language: 'zh', include: ['a'], exclude: [], extends: 'b.json' }, true],
    [{ rules: { 'deadline/*': 'off', 'history/rewritten': 'warning' } }, true],
    [{ overrides: [{ files: ['a'], rules: { 'name/unknown': 'hint' } }] }, true],
    [{ rules: { 'deadline/none': 'loud' } }, false],
    [{ rules: { 'deadline/nothing': 'off' } }, false],
    [{ langauge: 'zh' }, false],
    [{ overrides: [{ rules: {} }] }, false],
  ])('%j: %s, as the command says', async (configuration, isRight) => {
    expect(await validates(configuration)).toBe(isRight);
    const folder = folderWith({
      'planwright.json': JSON.stringify(configuration),
      'b.json': '{}',
      'a/a.plan': 'project P1',
    });
    expect((await folder.call('check')).stderr === '').toBe(isRight);
  });

  it('proposes every rule', async () => {
    const text = JSON.stringify(await schemaOf('configuration'));
    for (const code of codes) expect(text).toContain(`"${code}"`);
  });

  it('is what the build gives the editor', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(contributes.jsonValidation).toEqual([
      { fileMatch: 'planwright.json', url: './dist/planwright.schema.json' },
    ]);
    execFileSync(process.execPath, ['esbuild.mjs', '--schema'], { cwd: ROOT, stdio: 'pipe' });
    const built = readFileSync(path.join(ROOT, 'dist/planwright.schema.json'), 'utf8');
    const own = SCHEMAS.find(({ name }) => name === 'configuration')?.schema();
    expect(JSON.parse(built)).toEqual(own);
  });
});

describe('schema', () => {
  it('without a name lists all, in both languages', async () => {
    for (const lang of ['en', 'zh']) {
      const { stdout } = await folderWith({}).call('schema', '--lang', lang);
      for (const { name } of SCHEMAS) expect(stdout).toContain(name);
    }
  });

  it('gives the same bytes every time, and guesses a mistyped name', async () => {
    const folder = folderWith({});
    for (const { name } of SCHEMAS) {
      expect((await folder.call('schema', name)).stdout).toBe((await folder.call('schema', name)).stdout);
    }
    const { code, stderr } = await folder.call('schema', 'chekc');
    expect([code, stderr]).toEqual([2, "planwright: There is no schema 'chekc'; did you mean 'check'?\n"]);
  });
});
