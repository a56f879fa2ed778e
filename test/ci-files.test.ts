/** The GitHub Action's steps, run as a runner runs them, over the command built from source; and the files of other CI. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'planwright-ci-'));
const PATIENCE = 180_000;

beforeAll(() => {
  const folder = path.join(scratch, 'temp/planwright/node_modules/planwright/dist');
  const made = spawnSync(process.execPath, ['esbuild.mjs', '--production', `--command=${folder}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
}, PATIENCE);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let calls = 0;
/** One job: its plans, what the action is told, and what a reader of the job finds. */
function job(plans: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const folder = path.join(scratch, `job${++calls}`);
  for (const [name, text] of Object.entries(plans)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const [page, output] = [path.join(folder, '../page.md'), path.join(folder, '../output')];
  writeFileSync(page, '');
  writeFileSync(output, '');
  const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, '.github/planwright/action.mjs'), 'check'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      RUNNER_TEMP: path.join(scratch, 'temp'),
      GITHUB_STEP_SUMMARY: page,
      GITHUB_OUTPUT: output,
      PLANWRIGHT_PATHS: '.',
      PLANWRIGHT_LANG: 'en',
      PLANWRIGHT_AS_OF: '2026-03-31',
      PLANWRIGHT_DASHBOARD: 'dashboard',
      ...inputs,
    },
  });
  return { status, stdout, page: readFileSync(page, 'utf8'), output: readFileSync(output, 'utf8') };
}

const LATE = 'project P1 "Quay" { milestone open due 2026-02-27 }\n';

describe('the GitHub Action', () => {
  it('annotates what it found, counts it by rule, shows the dashboard, and fails as check does', () => {
    const { status, stdout, page, output } = job({ 'a.plan': LATE });

    expect(status).toBe(1);
    expect(stdout).toContain('::error file=a.plan,line=1');
    expect(page).toContain('## Planwright (as of 2026-03-31)');
    expect(page).toContain('| `deadline/overdue` | error | 1 |');
    expect(page).toContain('# Overview');
    expect(output).toMatch(/^sarif=.*planwright\.sarif\nerrors=1\nwarnings=\d+\n$/);
    expect(JSON.parse(readFileSync(/^sarif=(.*)$/m.exec(output)?.[1] ?? '', 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
  });

  it('passes where nothing is as grave as it was told, and needs no summary', () => {
    const { status, page } = job({ 'a.plan': LATE }, { PLANWRIGHT_FAIL_ON: 'never', PLANWRIGHT_DASHBOARD: '' });

    expect(status).toBe(0);
    expect(page).not.toContain('# Overview');
  });

  it('shows the dashboard of each plan root', () => {
    const { page } = job({ 'a/planwright.json': '{}', 'a/a.plan': LATE, 'b/planwright.json': '{}', 'b/b.plan': LATE });

    expect(page.match(/^# Overview/gm)).toHaveLength(2);
  });

  it('takes no path for an option and no text of a plan for a command of the runner', () => {
    const plan = 'project P1 "::set-output name=x::y" { milestone `a\n::error::z` due 2026-02-27 }\n';
    const { stdout } = job({ '--fix': '', 'a.plan': plan }, { PLANWRIGHT_PATHS: '--fix\n.' });

    expect(stdout).not.toMatch(/^::(?!error file=|warning|notice)/m);
  });

  it('fails where the call is wrong, and says no figure', () => {
    expect(job({ 'a.plan': LATE }, { PLANWRIGHT_FAIL_ON: 'sometimes' })).toMatchObject({
      status: 2,
      page: '',
      output: '',
    });
  });

  it('installs nothing but a version of the package', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(ROOT, '.github/planwright/action.mjs'), 'install'],
      {
        encoding: 'utf8',
        env: { ...process.env, RUNNER_TEMP: path.join(scratch, 'temp2'), PLANWRIGHT_VERSION: 'file:../evil && x' },
      },
    );

    expect(status).toBe(2);
    expect(stdout).toContain('::error title=Planwright::');
  });
});

it('the inputs of the action are those that its steps read', () => {
  const action = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
  const steps = readFileSync(path.join(ROOT, '.github/planwright/action.mjs'), 'utf8');

  expect(new Set(action.match(/PLANWRIGHT_\w+/g))).toEqual(new Set(steps.match(/PLANWRIGHT_\w+/g)));
});
