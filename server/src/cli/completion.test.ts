/** The scripts, run by the shells that this machine has. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const script = async (shell: string): Promise<string> => (await folderWith({}).call('completion', shell)).stdout;

/** What bash offers behind a line. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const folder = folderWith({ 'a.plan': '', 'planwright.bash': await script('bash') });
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `. ./planwright.bash; COMP_WORDS=(planwright ${quoted}); COMP_CWORD=${words.length}; _planwright; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { cwd: folder.path, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

describe('completion', () => {
  it('of bash offers commands, options, their values, kinds and files', async () => {
    expect(await offered('sch')).toEqual(['schedule', 'schema']);
    expect(await offered('check', '--sev')).toEqual(['--severity']);
    expect(await offered('check', '--severity', 'w')).toEqual(['warning']);
    expect(await offered('summary', 'dash')).toEqual(['dashboard']);
    expect(await offered('export', 'm')).toEqual(['mspdi', 'mermaid']);
    expect(await offered('check', 'a')).toEqual(['a.plan']);
  });

  it('knows every command in every shell, in both languages without a quote that breaks it', async () => {
    const { stdout: help } = await folderWith({}).call('--help', '--lang', 'en');
    const commands = [...help.matchAll(/^ {2}([a-z-]+)(?: |$)/gm)].map(([, name]) => name ?? '');
    expect(commands.length).toBeGreaterThan(10);
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      for (const lang of ['en', 'zh']) {
        const { stdout, code } = await folderWith({}).call('completion', shell, '--lang', lang);
        expect(code).toBe(0);
        for (const name of commands) expect(stdout, `${shell} ${name}`).toContain(name);
        for (const line of stdout.split('\n')) expect((line.match(/'/g)?.length ?? 0) % 2, line).toBe(0);
      }
    }
  });

  it('another shell is refused', async () => {
    expect((await folderWith({}).call('completion', 'tcsh')).code).toBe(2);
  });
});
