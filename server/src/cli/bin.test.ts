/** The command as a process: streams, signals, exit codes. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
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

  it('says in one line that its reader has gone', async () => {
    const plans = folderWith({ 'a.plan': 'project P1 { owner Nobody }\n'.repeat(5000) });
    const child = spawn(process.execPath, [cli, 'check', plans.path, '--format', 'json', '--lang', 'en']);
    child.stdout.once('data', () => child.stdout.destroy());
    const told: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => told.push(data));
    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(Buffer.concat(told).toString()).toBe('planwright: cannot write to standard output (EPIPE)\n');
    expect(code).toBe(2);
  });

  it.skipIf(process.platform !== 'linux')('says in one line that the disk is full', () => {
    const plans = folderWith({ 'a.plan': 'project P1 { owner Nobody }\n' });

    for (const call of [
      ['check'],
      ['check', '--format', 'json'],
      ['list'],
      ['summary', 'booklet'],
      ['explain'],
      ['--help'],
    ]) {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, ...call, '--lang', 'zh'], {
        cwd: plans.path,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);

      expect({ call, status, stderr }).toEqual({ call, status: 2, stderr: 'planwright：无法写入标准输出（ENOSPC）\n' });
    }
  });

  it.skipIf(process.platform === 'win32')('tells a folder or a file that it may not read or write', () => {
    const plans = folderWith({ 'a.plan': '项目 P1 ｛ ｝\n', 'closed/b.plan': '', 'one/c.plan': '' });
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const call = (...argv: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv, '--lang', 'en'], {
        cwd: plans.path,
        encoding: 'utf8',
        ...nobody,
      });
      return { status, stdout, stderr };
    };
    chmodSync(folder, 0o755);
    chmodSync(plans.path, 0o755);
    chmodSync(path.join(plans.path, 'closed'), 0);
    chmodSync(path.join(plans.path, 'one/c.plan'), 0);

    try {
      expect(call('check')).toEqual({ status: 2, stdout: '', stderr: "planwright: 'closed' cannot be read\n" });
      expect(call('check', 'one')).toEqual({
        status: 2,
        stdout: '',
        stderr: "planwright: 'one/c.plan' cannot be read\n",
      });
      chmodSync(plans.path, 0o555);
      const fix = call('check', 'a.plan', '--fix');
      expect(fix.status).toBe(2);
      expect(fix.stderr).toMatch(/^planwright: cannot read or write \(EACCES .*\)\n$/);
      expect(call('format', 'a.plan').status).toBe(2);
      expect(call('check', 'a.plan', '--write-baseline', 'b.json').status).toBe(2);
      expect(plans.read('a.plan')).toBe('项目 P1 ｛ ｝\n');
    } finally {
      chmodSync(plans.path, 0o755);
      chmodSync(path.join(plans.path, 'closed'), 0o755);
    }
  });

  it('takes no endless input', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '-', '--lang', 'en'], {
      input: Buffer.alloc(65 * 1024 * 1024, 0x20),
      encoding: 'utf8',
    });

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'planwright: Standard input is larger than 64 MB and is not read\n',
    });
  });
});
