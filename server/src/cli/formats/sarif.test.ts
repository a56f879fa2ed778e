/** That SARIF output is what the standard says, and leads readers to the rules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type CallOptions, type Folder, folderWith } from '../testing/test-folder.js';

/** Draft 4 differs from what the validator reads in the name of the identifier only, as far as this schema goes. */
function sarifSchema(): object {
  const file = path.join(import.meta.dirname, '../../../../test/schemas/sarif-2.1.0-rtm.5.json');
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}

const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
  sarifSchema(),
);

const sarif = async (folder: Folder, ...call: (string | CallOptions)[]): Promise<string> =>
  (await folder.call('check', '--format', 'sarif', '--severity', 'hint', ...call)).stdout;

const PLAN = `portfolio All { status-date 2026-03-31 }
person Li
person Li
project P1 "x" {
  milestone Opening due 2026-02-27
  milestone Closing due 2026-04-10
  leader Nobody
}
`;

describe('check --format sarif', () => {
  it.each([
    ['nothing', { 'a.plan': '' }, []],
    ['findings with related places', { 'a.plan': PLAN }, []],
    ['Chinese', { '计划/a b.plan': PLAN }, ['--lang', 'zh']],
    ['several roots', { 'a/planwright.json': '{}', 'a/a.plan': PLAN, 'b/planwright.json': '{}', 'b/a.plan': PLAN }, []],
    ['text that is no text', { 'a.plan': 'project P1 { owner `[a](b) {0} \u0001\ud800` }\n\0' }, []],
  ])('keeps to the schema of the standard: %s', async (_, files: Readonly<Record<string, string>>, call) => {
    const log: unknown = JSON.parse(await sarif(folderWith(files), ...call));

    expect(validate(log), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  it('would be told by the schema', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rulez: [] } } }] })).toBe(false);
  });

  it('says of each rule what it is, and where its page is', async () => {
    const { runs } = JSON.parse(await sarif(folderWith({ 'a.plan': PLAN }), '--lang', 'zh'));
    const [run] = runs;
    const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'deadline/overdue');

    expect(rule).toMatchObject({
      name: 'DeadlineOverdue',
      shortDescription: { text: expect.stringMatching(/逾期/) },
      fullDescription: { text: expect.stringMatching(/[。）]$/) },
      helpUri: 'https://github.com/planwright/planwright/blob/main/docs/rules/zh/deadline/overdue.md',
      help: { markdown: expect.stringContaining('# deadline/overdue') },
      defaultConfiguration: { level: 'error' },
    });
    expect(run.tool.driver.rules.every(({ helpUri }: { helpUri: string }) => URL.canParse(helpUri))).toBe(true);
  });

  it('says what came of the run, and no time and no machine: the same plan gives the same bytes', async () => {
    const folder = folderWith({ 'a.plan': PLAN });
    const text = await sarif(folder);
    const [run] = JSON.parse(text).runs;

    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: expect.any(String) } } });
    expect(text).not.toContain(folder.path);
    expect(await sarif(folderWith({ 'a.plan': PLAN }), { now: new Date(2026, 2, 31, 18) })).toBe(text);
    const never = JSON.parse(await sarif(folder, '--fail-on', 'never'));
    expect(never.runs[0].invocations[0].exitCode).toBe(0);
  });

  it('makes no link of plan text', async () => {
    const text = await sarif(folderWith({ 'a.plan': 'project P1 { owner `[a](https://example.org)` }\n' }));

    expect(JSON.parse(text).runs[0].results[0].message.text).toContain('[a\\](https://example.org)');
  });

  it('tells apart what two plan roots of a repository both have', async () => {
    const files = { 'a/planwright.json': '{}', 'a/a.plan': PLAN, 'b/planwright.json': '{}', 'b/a.plan': PLAN };
    const [run] = JSON.parse(await sarif(folderWith(files))).runs;
    const prints = run.results.map(
      (each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0],
    );

    expect(new Set(prints).size).toBe(prints.length);
  });
});
