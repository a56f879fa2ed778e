/** The walls between the rooms, held by the linter. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** From a room, what it may not import. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['server/src/model', 'langium'],
  ['server/src/model', 'node:fs'],
  ['server/src/model', '../analysis/analysis.js'],
  ['server/src/analysis', 'chevrotain'],
  ['server/src/analysis/checks', '../../syntax/read.js'],
  ['server/src/analysis', '../workspace/configuration.js'],
  ['server/src/report', 'vscode-uri'],
  ['server/src/report/render', 'node:path'],
  ['server/src/report', '../lsp/protocol.js'],
  ['server/src/syntax', '../lsp/hover.js'],
  ['server/src/syntax', 'langium'],
  ['server/src/syntax/format', '../../analysis/rule.js'],
  ['server/src/syntax/lower', '../../workspace/lines.js'],
  ['server/src/workspace', 'vscode-languageserver/node'],
  ['server/src/exchange', '../cli/output.js'],
  ['server/src/lsp', '../cli/check.js'],
  ['server/src/cli', '../lsp/hover.js'],
  ['extension/src', '../../server/src/model/day.js'],
  ['extension/webview', '../../server/src/report/render/html.js'],
];
const ALLOWED: readonly (readonly [string, string])[] = [
  ['server/src/model', './day.js'],
  ['server/src/analysis/checks', '../../model/plan.js'],
  ['server/src/report', '../analysis/analysis.js'],
  ['server/src/syntax/grammar', 'langium'],
  ['server/src/exchange', '../analysis/analysis.js'],
  ['server/src/cli', '../lsp/main.node.js'],
  ['extension/src', '../../server/src/lsp/protocol.js'],
];

const title = ([room, from]: readonly [string, string]): string => `${room} → ${from}`;

describe('the walls between the rooms, held by the linter', () => {
  let folder: string;
  let refused: ReadonlySet<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'));
    const configuration = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8')) as Record<string, unknown>;
    const { $schema: _schema, vcs: _vcs, ...rules } = configuration;
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules));
    for (const [index, [room, from]] of [...FORBIDDEN, ...ALLOWED].entries()) {
      const file = `${room}/import-${index}.ts`;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `import { x } from '${from}';\n\nconsole.log(x);\n`);
    }
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    const pairs = [...FORBIDDEN, ...ALLOWED];
    const named = [...stdout.matchAll(/noRestrictedImports.*?import-(\d+)\.ts/g)].map(
      ([, index]) => pairs[Number(index)],
    );
    refused = new Set(named.filter((pair) => pair !== undefined).map(title));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FORBIDDEN.map(title))('%s is refused', (wanted) => {
    expect([...refused]).toContain(wanted);
  });

  it.each(ALLOWED.map(title))('%s is let through', (wanted) => {
    expect([...refused]).not.toContain(wanted);
  });
});
