/** `planwright check --watch`. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const WRONG = 'project P1 { owner Nobody }\n';

/** Waits for outputs in their turn: each is what `check` printed once. */
class Outputs {
  readonly #waiting: ((text: string) => void)[] = [];
  readonly #come: string[] = [];

  readonly take = (text: string): void => {
    const next = this.#waiting.shift();
    if (next === undefined) this.#come.push(text);
    else next(text);
  };

  next(): Promise<string> {
    const come = this.#come.shift();
    return come === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(come);
  }
}

describe('check --watch', () => {
  it('checks again when plan files and configurations change, come and go, and stops when told', async () => {
    const folder = folderWith({ 'planwright.json': '{}', 'a.plan': WRONG });
    const outputs = new Outputs();
    const stop = new AbortController();
    const watching = folder.call('check', '--watch', '--format', 'json=report.json', '--format', 'text', {
      stop: stop.signal,
      onOutput: (text) => {
        if (!text.includes('checked at')) outputs.take(text);
      },
    });

    expect(await outputs.next()).toContain('✗ 1 file, 1 project as of 2026-03-31: 1 error');
    folder.write('sub/b.plan', WRONG.replace('P1', 'P2'));
    expect(await outputs.next()).toContain('✗ 2 files, 2 projects as of 2026-03-31: 2 errors');
    folder.write('planwright.json', '{ "rules": ');
    expect(await outputs.next()).toBe('planwright: planwright.json:1:12: Not valid JSON: a value is missing here\n');
    folder.write('planwright.json', '{ "rules": { "name/unknown": "off" } }');
    expect(await outputs.next()).toContain('✓ 2 files, 2 projects');
    stop.abort();

    expect((await watching).code).toBe(0);
    expect(JSON.parse(folder.read('report.json'))).toMatchObject({ summary: { files: 2, errors: 0 } });
  });

  it('says when it has checked, and ends with 2 where its folder is gone', async () => {
    const folder = folderWith({ 'p/a.plan': '', 'p/planwright.json': '{ "language": "zh" }' });
    const outputs = new Outputs();
    const watching = folder.call('check', 'p', '--watch', '--format', 'concise', { onOutput: outputs.take });

    expect(await outputs.next()).toBe('');
    expect(await outputs.next()).toBe('planwright: checked at 12:00:00; waiting for changes\n');
    rmSync(path.join(folder.path, 'p'), { recursive: true });
    const { code, stderr } = await watching;
    expect(code).toBe(2);
    expect(stderr).toMatch(/'\S+p' is gone; there is nothing left to watch\n$/);
  });

  it('does not go with standard input', async () => {
    const { code, stderr } = await folderWith({}).call('check', '--watch', '--stdin');

    expect(code).toBe(2);
    expect(stderr).toBe("planwright: option '--watch' cannot be used with option '--stdin'\n");
    expect((await folderWith({}).call('check', '--watch', '--stdin', '--lang', 'zh')).stderr).toBe(
      'planwright：选项“--watch”不能与“--stdin”同用\n',
    );
  });
});
