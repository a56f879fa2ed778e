/** The formats of `planwright check` for other tools. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../testing/test-folder.js';

const LATE = `project P1 {
  milestone Opening due 2026-02-27
  milestone Closing due 2026-04-10
}
`;

describe('check --format github', () => {
  it('is one annotation a finding', async () => {
    const { code, stdout } = await folderWith({ 'a.plan': LATE }).call('check', '--format', 'github');

    expect(code).toBe(1);
    expect(stdout).toBe(
      [
        '::error file=a.plan,line=2,endLine=2,col=25,endColumn=35,title=deadline/overdue::Overdue by 32 days: was due 2026-02-27 and is not done\n',
        '::notice file=a.plan,line=3,endLine=3,col=25,endColumn=35,title=deadline/due-soon::Due in 10 days, on 2026-04-10\n',
      ].join(''),
    );
  });

  it('escapes what would end a property or the command', async () => {
    const name = '甲, 100%: a.plan';
    const { stdout } = await folderWith({ [name]: 'project P1 { owner `50%::,x` }\n' }).call(
      'check',
      '--format',
      'github',
    );

    expect(stdout).toMatch(/^::error file=甲%2C 100%25%3A a\.plan,line=1,/);
    expect(stdout).toContain('50%25::,x');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('names no columns where a finding runs over lines', async () => {
    const { stdout } = await folderWith({ 'a.plan': 'portfolio All {\n  expect count(\n  ) = 1\n}\n' }).call(
      'check',
      '--format',
      'github',
    );

    expect(stdout).toMatch(/^::error file=a\.plan,line=2,endLine=3,title=expect\/failed::/);
  });

  it('names files as the check-out of the build has them', async () => {
    const folder = folderWith({ 'plans/a.plan': LATE });
    const call = ['check', '--format', 'github', '--quiet'];

    expect((await folder.call(...call, { cwd: 'plans' })).stdout).toContain('file=a.plan,');
    expect((await folder.call(...call, { cwd: 'plans', env: { GITHUB_WORKSPACE: folder.path } })).stdout).toContain(
      'file=plans/a.plan,',
    );
  });
});

describe('check --format sarif', () => {
  it('has results with rules, places and fingerprints', async () => {
    const log = await folderWith({ 'sub/市 a.plan': LATE }).json<{ runs: unknown[] }>('check', '--format', 'sarif');

    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'planwright', rules: [{ id: 'deadline/due-soon' }, { id: 'deadline/overdue' }] } },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'deadline/overdue',
              ruleIndex: 1,
              level: 'error',
              message: { text: 'Overdue by 32 days: was due 2026-02-27 and is not done' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'sub/%E5%B8%82%20a.plan', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 2, startColumn: 25, endLine: 2, endColumn: 35 },
                  },
                },
              ],
              partialFingerprints: { 'planwright/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
            },
            { ruleId: 'deadline/due-soon', ruleIndex: 0, level: 'note' },
          ],
        },
      ],
    });
  });

  it('describes each rule with its page, in the language that was asked for', async () => {
    const { runs } = await folderWith({ 'a.plan': LATE }).json<{
      runs: [
        {
          language: string;
          tool: { driver: { rules: { shortDescription: { text: string }; help: { markdown: string } }[] } };
        },
      ];
    }>('check', '--format', 'sarif', '--lang', 'zh');
    const [rule] = runs[0].tool.driver.rules;

    expect(runs[0].language).toBe('zh-CN');
    expect(rule?.shortDescription.text).toBe('即将到期');
    expect(rule?.help.markdown).toContain('# deadline/due-soon');
  });

  it('leads to related places', async () => {
    const { runs } = await folderWith({ 'a.plan': 'person Li\n', 'b.plan': 'person Li\n' }).json<{
      runs: [{ results: { relatedLocations: unknown[] }[] }];
    }>('check', '--format', 'sarif');

    expect(runs[0].results[0]?.relatedLocations).toMatchObject([
      { id: 0, physicalLocation: { artifactLocation: { uri: 'a.plan' }, region: { startLine: 1 } } },
    ]);
  });
});

describe('check --format junit', () => {
  it('has a suite a file: what makes the check fail is a failure, the rest passes', async () => {
    const { stdout } = await folderWith({ 'a.plan': LATE, 'clean.plan': '' }).call('check', '--format', 'junit');

    expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planwright" tests="3" failures="1" errors="0" time="0">
  <testsuite name="a.plan" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="deadline/overdue (2:25)" classname="a.plan" file="a.plan" line="2" time="0"><failure message="Overdue by 32 days: was due 2026-02-27 and is not done" type="deadline/overdue">a.plan:2:25: error deadline/overdue: Overdue by 32 days: was due 2026-02-27 and is not done</failure></testcase>
    <testcase name="deadline/due-soon (3:25)" classname="a.plan" file="a.plan" line="3" time="0"><system-out>a.plan:3:25: info deadline/due-soon: Due in 10 days, on 2026-04-10</system-out></testcase>
  </testsuite>
  <testsuite name="clean.plan" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="clean.plan" classname="planwright" time="0"/>
  </testsuite>
</testsuites>
`);
  });

  it('follows --fail-on', async () => {
    const folder = folderWith({ 'a.plan': LATE });

    expect((await folder.call('check', '--format', 'junit', '--fail-on', 'info')).stdout).toContain('failures="2"');
    expect((await folder.call('check', '--format', 'junit', '--fail-on', 'never')).stdout).toContain('failures="0"');
  });

  it('escapes markup, and shows what XML cannot hold', async () => {
    const { stdout } = await folderWith({
      'a & <b>.plan': 'project P1 { owner `"<a>&\u0001\uffff` }\n',
    }).call('check', '--format', 'junit');

    expect(stdout).toContain('<testsuite name="a &amp; &lt;b&gt;.plan"');
    expect(stdout).toContain('&quot;&lt;a&gt;&amp;\\u{0001}');
    expect(stdout).not.toContain('\uffff');
  });
});

describe('check --format gitlab', () => {
  it('is a code quality report', async () => {
    const report = await folderWith({ 'plans/a.plan': LATE }).json<unknown>('check', '--format', 'gitlab');

    expect(report).toEqual([
      {
        description: 'Overdue by 32 days: was due 2026-02-27 and is not done',
        check_name: 'deadline/overdue',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'major',
        location: { path: 'plans/a.plan', lines: { begin: 2, end: 2 } },
      },
      expect.objectContaining({ check_name: 'deadline/due-soon', severity: 'info' }),
    ]);
  });

  it('is an empty list where nothing is found', async () => {
    expect((await folderWith({ 'a.plan': '' }).call('check', '--format', 'gitlab')).stdout).toBe('[]\n');
  });
});
