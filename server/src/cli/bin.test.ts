/** The command as a process: streams, signals, exit codes. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

/** The command as a process of its own, with something beside it that stands for the server. */
describe('the process', () => {
  let folder: string;
  let cli: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'planwright-built-'));
    cli = path.join(folder, 'cli.js');
    await esbuild.build({
      entryPoints: [path.join(import.meta.dirname, 'bin.ts')],
      outfile: cli,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      define: { 'import.meta.url': '__ownAddress' },
      banner: { js: `const __ownAddress = require('node:url').pathToFileURL(__filename).href;` },
      logLevel: 'error',
    });
    writeFileSync(
      path.join(folder, 'server.js'),
      `process.stdin.on('data', (data) => process.stdout.write([process.pid, ...process.argv.slice(2), data].join(' '))).on('end', () => process.exit(7));`,
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('becomes the language server: the same process, with its arguments, streams and exit code', () => {
    const args = ['lsp', '--stdio', '--as-of', '2026-03-31', '--clientProcessId=1'];
    const { pid, status, stdout } = spawnSync(process.execPath, [cli, ...args], { input: 'hello', encoding: 'utf8' });

    expect({ status, stdout }).toEqual({ status: 7, stdout: [pid, ...args, 'hello'].join(' ') });
  });

  it('tells its version and nothing else, whatever Node it runs on', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\S+\n$/);
  });

  it('reads standard input as UTF-8 and exits with the code of the findings', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'check', '--stdin', '--as-of', '2026-03-31', '--lang', 'zh'],
      {
        input: '项目 甲 { 节点 竣工 期限 2026-02-27 }\n',
        encoding: 'utf8',
      },
    );

    expect(status).toBe(1);
    expect(stdout).toContain('已逾期32天');
    expect(stderr).toBe('');
  });

  it('ends quietly where its reader has gone', async () => {
    const plans = folderWith({ 'a.plan': 'project P1 { owner Nobody }\n'.repeat(5000) });
    const child = spawn(process.execPath, [cli, 'check', plans.path, '--format', 'json']);
    child.stdout.once('data', () => child.stdout.destroy());
    const told: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => told.push(data));
    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(Buffer.concat(told).toString()).toBe('');
    expect([0, 1]).toContain(code);
  });
});
