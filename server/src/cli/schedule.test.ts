/** `planwright schedule`. */
import { describe, expect, it } from 'vitest';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { type CallOptions, folderWith } from './testing/test-folder.js';

interface ScheduleJson {
  readonly version: number;
  readonly statusDate: string;
  readonly items: readonly { readonly id: string; readonly [field: string]: unknown }[];
}

const roads = () => folderWith({ 'a.plan': SAMPLE_PORTFOLIO });
const scheduled = (...call: (string | CallOptions)[]) =>
  roads().json<ScheduleJson>('schedule', '--format', 'json', ...call);

describe('schedule --format json', () => {
  it('has the shape of the interface', async () => {
    expect(await scheduled('--project', 'P001')).toEqual({
      version: 1,
      statusDate: '2026-03-31',
      items: [
        {
          id: 'P001.征地',
          kind: 'task',
          title: '征地拆迁',
          planStart: expect.any(String),
          planFinish: '2026-04-30',
          start: '2026-03-03',
          finish: '2026-05-05',
          actualStart: '2026-03-03',
          actualFinish: null,
          due: '2026-04-30',
          mustStart: null,
          slack: -5,
          slackUnit: 'd',
          critical: true,
          drivers: [],
        },
        {
          id: 'P001.施工',
          kind: 'task',
          title: '道路施工',
          planStart: '2026-05-01',
          planFinish: '2026-06-29',
          start: '2026-05-06',
          finish: '2026-07-04',
          actualStart: null,
          actualFinish: null,
          due: null,
          mustStart: '2026-06-02',
          slack: 27,
          slackUnit: 'd',
          critical: false,
          drivers: ['P001.征地'],
        },
        {
          id: 'P001.通车',
          kind: 'milestone',
          title: '建成通车',
          planStart: null,
          planFinish: '2026-06-29',
          start: null,
          finish: '2026-07-04',
          actualStart: null,
          actualFinish: null,
          due: '2026-07-31',
          mustStart: null,
          slack: 27,
          slackUnit: 'd',
          critical: false,
          drivers: ['P001.施工'],
        },
      ],
    });
  });

  it('is of all projects, in the order of the plan', async () => {
    expect((await scheduled()).items.map(({ id }) => id)).toEqual([
      'P001.征地',
      'P001.施工',
      'P001.通车',
      'P002.评估',
      'P002.开工',
      'P002.立项',
    ]);
  });

  it('is judged as of another day with --as-of', async () => {
    const [first] = (await scheduled('--as-of', '2026-03-02')).items;

    expect(first).toMatchObject({ start: '2026-03-02', actualStart: null, finish: '2026-04-10' });
  });

  it('has neither forecast nor slack on a cycle', async () => {
    const plan = 'project P1 {\n  task a { after b duration 1d }\n  task b { after a duration 1d }\n}\n';
    const { items } = await folderWith({ 'a.plan': plan }).json<ScheduleJson>('schedule', '--format', 'json');

    expect(items).toMatchObject([
      { start: null, finish: null, slack: null, slackUnit: null },
      { start: null, finish: null, slack: null, slackUnit: null },
    ]);
  });

  it('with --backward has what still has to begin, the most urgent first', async () => {
    const { items } = await scheduled('--backward');

    expect(items.map(({ id, mustStart }) => [id, mustStart])).toEqual([
      ['P001.施工', '2026-06-02'],
      ['P002.评估', '2026-11-12'],
    ]);
  });
});

describe('schedule --format csv', () => {
  it('has the same columns with titles in the language', async () => {
    const { stdout } = await roads().call('schedule', ...['--format', 'csv', '--lang', 'zh', '--project', 'P001']);
    const [head, ...rows] = stdout.trimEnd().split('\r\n');

    expect(head).toBe(
      '\uFEFF编号,种类,名称,计划开始,计划完成,预计开始,预计完成,实际开始,实际完成,期限,最迟开始,机动时间,机动时间单位,关键,受制于',
    );
    expect(rows[1]).toBe(
      'P001.施工,任务,道路施工,2026-05-01,2026-06-29,2026-05-06,2026-07-04,,,,2026-06-02,27,天,,P001.征地',
    );
  });
});

describe('schedule --format text', () => {
  it('draws bars beside the dates', async () => {
    const { stdout } = await roads().call('schedule', '--lang', 'zh', '--project', 'P001', { columns: 132 });

    expect(stdout).toBe(`项          期限        预计开始    预计完成    机动时间  2026-03        05      06      07
──────────  ──────────  ──────────  ──────────  ────────  ────────────────────────────────────────
P001 环城路
  征地拆迁  2026-04-30  2026-03-03  2026-05-05      -5天  ███████▒▒▒▒▒▒▒▒┃▒
  道路施工              2026-05-06  2026-07-04      27天         ╎        ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  建成通车  2026-07-31              2026-07-04      27天         ╎                        ◇      ┃

3 项，截至 2026-03-31；1 项将误期限。█ 已做 ▒ 预计 ◆ 完成点 ┃ 期限 ╎ 截至日
`);
  });

  it('a name with dots is not taken for a place inside another item', async () => {
    const plan = `project \`P.1\` {
  task \`a.b.c\` due 2026-04-30
  task Phase { task \`d.e\` due 2026-05-31 }
}
`;
    const { stdout } = await folderWith({ 'a.plan': plan }).call('schedule');

    const names = stdout.split('\n').flatMap((line) => /^ *(?:P\.1|a\.b\.c|Phase|d\.e)/.exec(line)?.[0] ?? []);
    expect(names).toEqual(['P.1', '  a.b.c', '  Phase', '    d.e']);
  });

  it('said that all deadlines hold, and gave dates, where nobody can tell', async () => {
    const plan = `portfolio F { status-date 2026-06-30 }
project A {
  task a { start 2026-07-01 duration 5wd }
  task b { duration 5 wdd after a }
  milestone c due 2026-12-01 { after b }
  task d { start 2026-07-01 duration 5wd after Nobody }
  milestone e due 2026-12-01 { after d }
  task f { start 2026-07-01 duration 5wd due 2026-08-31 }
  task g { start 2026-06-01 duration 40wd after Nobody due 2026-07-10 }
}
`;
    const folder = folderWith({ 'a.plan': plan });
    const { stdout } = await folder.call('schedule', '--format', 'json');
    const { items } = JSON.parse(stdout) as ScheduleJson;

    expect(
      items.map(({ id, start, finish, mustStart, slack, critical }) => [id, start, finish, mustStart, slack, critical]),
    ).toEqual([
      // How long what waits for it takes cannot be read, and so neither how long it may wait itself.
      ['A.a', '2026-07-01', '2026-07-07', null, null, false],
      ['A.b', null, null, null, null, false],
      ['A.c', null, null, null, null, false],
      ['A.d', null, null, null, null, false],
      ['A.e', null, null, null, null, false],
      ['A.f', '2026-07-01', '2026-07-07', '2026-08-25', 39, false],
      // Late by what can be read already.
      ['A.g', '2026-06-30', '2026-08-24', '2026-05-15', -31, true],
    ]);
    expect((await folder.call('schedule')).stdout).toContain('; 1 will miss a deadline, 4 cannot be told.');
    expect((await folder.call('schedule', '--lang', 'zh')).stdout).toContain('；1 项将误期限，4 项无法判断。');
    expect((await folder.call('schedule', '--backward')).stdout).toContain(
      '; 1 will miss a deadline, 3 cannot be told.',
    );
  });

  it('says so where there is nothing', async () => {
    expect((await folderWith({ 'a.plan': 'project P1\n' }).call('schedule')).stdout).toBe(
      'No milestones, tasks or approvals\n',
    );
    expect(
      (await folderWith({ 'a.plan': 'project P1 { milestone M due 2026-12-31 }\n' }).call('schedule', '--backward'))
        .stdout,
    ).toBe('No work still has to begin for a deadline\n');
  });
});

describe('a wrong call', () => {
  it('names the project that was probably meant', async () => {
    const { code, stderr } = await roads().call('schedule', '--project', 'P0001');

    expect(code).toBe(2);
    expect(stderr).toBe("planwright: The plan has no project 'P0001'; did you mean 'P001'?\n");
  });

  it('asks for one plan', async () => {
    const folder = folderWith({ 'a/a.plan': SAMPLE_PORTFOLIO, 'b/b.plan': SAMPLE_PORTFOLIO });
    const { code, stderr } = await folder.call('schedule', 'a', 'b', '--lang', 'zh');

    expect(code).toBe(2);
    expect(stderr).toBe('planwright：此命令只能处理一个计划根目录，所给路径包含多个\n');
  });
});
