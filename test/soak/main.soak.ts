/** Everything that takes long: each part tells what it saw in a table. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI, disk, editorInjection, huge, injection } from './command-line.js';
import { edits } from './edits.js';
import { killed } from './killed.js';
import { mutants } from './mutants.js';
import { type Row, table } from './row.js';

type Part = (folder: string) => readonly Row[] | Promise<readonly Row[]>;

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['huge', huge],
  ['disk', disk],
  ['killed', (folder) => killed(20, CLI, folder)],
  ['editor', () => editorInjection(500)],
  ['injection', (folder) => injection(500, folder)],
  ['mutants', () => mutants(50_000)],
  ['edits', () => edits(5_000)],
]);

export async function main(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !PARTS.has(word));
  if (unknown !== undefined) {
    process.stderr.write(`there is no part ${unknown}; there are ${[...PARTS.keys()].join(', ')}\n`);
    return 2;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-soak-'));
  try {
    const rows: Row[] = [];
    for (const [name, part] of PARTS) {
      if (words.length === 0 || words.includes(name)) rows.push(...(await part(folder)));
    }
    process.stdout.write(table(rows));
    return rows.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
