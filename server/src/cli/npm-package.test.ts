/** The command as it is published: a package that runs in an empty folder, with the licences of what is in it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');

/** Everything is built and packed: on a busy machine that takes its time. */
const PATIENCE = 180_000;

describe('the npm package', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'planwright-npm-'));
  const made = path.join(scratch, 'made');
  const empty = path.join(scratch, 'empty');
  const installed = path.join(empty, 'node_modules/planwright');

  beforeAll(() => {
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'npm-package.mjs'), made], { stdio: 'pipe' });
    execFileSync('npm', ['pack', made, '--pack-destination', scratch], { stdio: 'pipe', cwd: scratch });
    const [tarball = ''] = readdirSync(scratch).filter((file) => file.endsWith('.tgz'));
    mkdirSync(empty);
    writeFileSync(path.join(empty, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(scratch, tarball)], {
      stdio: 'pipe',
      cwd: empty,
    });
  }, PATIENCE);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const planwright = (...args: readonly string[]) =>
    spawnSync(path.join(empty, 'node_modules/.bin/planwright'), args, { cwd: empty, encoding: 'utf8' });

  it('installs alone, tells its version, checks a plan and draws a summary', () => {
    writeFileSync(path.join(empty, 'a.plan'), 'project P1 "Quay" { milestone open due 2026-02-27 }\n');
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

    expect(readdirSync(path.join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'planwright',
    ]);
    expect(planwright('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    const check = planwright('check', '--as-of', '2026-03-31', '--format', 'json');
    expect(check).toMatchObject({ status: 1, stderr: '' });
    expect(check.stdout).toContain('deadline/overdue');
    const summary = planwright('summary', 'booklet', '--as-of', '2026-03-31', '--format', 'html');
    expect(summary).toMatchObject({ status: 0, stderr: '' });
    expect(summary.stdout).toContain('Quay');
  });

  it('starts the language server', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const server = spawn(path.join(empty, 'node_modules/.bin/planwright'), ['lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const data of server.stdout) {
      answer += String(data);
      if (answer.includes('serverInfo')) break;
    }
    server.stdin.end();

    expect(answer).toContain('"name":"planwright"');
  });

  it('holds the command and nothing of the editor, of sources or of tests', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => !/^dist\/parts\/[\w-]+\.js$/.test(file))
      .sort();

    expect(files).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli.js',
      'dist/parts',
      'dist/server.js',
      'package.json',
    ]);
  });

  it('gives the licence text of every package that is bundled', async () => {
    const notices = readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const told = new Map(
      notices.split(/^(?=\S+ \d\S*\n-{72}$)/m).map((part) => [part.slice(0, part.indexOf(' ')), part]),
    );

    for (const name of await bundledPackages()) {
      expect(told.get(name) ?? '', name).toMatch(/permission|redistribut|licensed under/i);
    }
  });
});

/** What the sources import, found without the build's own settings. */
async function bundledPackages(): Promise<ReadonlySet<string>> {
  const { metafile } = await esbuild.build({
    entryPoints: ['bin.ts', '../lsp/main.node.ts'].map((file) => path.join(import.meta.dirname, file)),
    bundle: true,
    // What is used by nothing is found out only so.
    minify: true,
    write: false,
    metafile: true,
    outdir: 'nowhere',
    platform: 'node',
    format: 'esm',
    splitting: true,
    mainFields: ['module', 'main'],
    logLevel: 'error',
    define: { 'import.meta.url': '""' },
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const names = used.flatMap(([file]) => file.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
  return new Set(names);
}
