/** `planwright list`. */
import { describe, expect, it } from 'vitest';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { type CallOptions, folderWith } from './testing/test-folder.js';

interface ListJson {
  readonly version: number;
  readonly statusDate: string;
  readonly columns: readonly { readonly field: string; readonly title: string; readonly type: string }[];
  readonly rows: readonly { readonly [field: string]: unknown }[];
  readonly groups: readonly unknown[];
  readonly totals: { readonly [total: string]: unknown };
}

const roads = () => folderWith({ 'a.plan': SAMPLE_PORTFOLIO });
const listed = (...call: (string | CallOptions)[]) => roads().json<ListJson>('list', '--format', 'json', ...call);
const ids = async (...call: string[]) => (await listed(...call)).rows.map(({ id }) => id);

describe('list', () => {
  it('lists all projects of the pool, in the order of the plan', async () => {
    expect(await ids()).toEqual(['P001', 'P002', 'P003']);
  });

  it('chooses with --where, in both vocabularies', async () => {
    expect(await ids('--where', 'level = city and stage = construction')).toEqual(['P001']);
    expect(await ids('--where', '级别 = 市级 且 阶段 = 在建')).toEqual(['P001']);
    expect(await ids('--where', 'category in 产业')).toEqual(['P002']);
    expect(await ids('--where', '总投资 >= 3.5亿元 and leader = none')).toEqual(['P002']);
    expect(await ids('--where', 'level = national')).toEqual([]);
    // What is spelled otherwise is read as in a plan.
    expect(await ids('--where', '总投资 ≥ 3.5 亿元 并且 leader = none and start-late = 0')).toEqual(
      await ids('--where', '总投资 >= 3.5亿元 and leader = none and start-late = 0d'),
    );
  });

  it('sorts with --sort, missing values last either way', async () => {
    expect(await ids('--sort', 'total')).toEqual(['P002', 'P001', 'P003']);
    expect(await ids('--sort', 'total desc')).toEqual(['P001', 'P002', 'P003']);
    expect(await ids('--sort', '级别 降序, 编号')).toEqual(['P002', 'P001', 'P003']);
  });

  it('is judged as of another day with --as-of', async () => {
    const { statusDate, rows } = await listed('--columns', 'invested, stage', '--as-of', '2026-01-09');

    expect(statusDate).toBe('2026-01-09');
    expect(rows[0]).toEqual({ id: 'P001', invested: null, stage: null });
  });
});

describe('list --format json', () => {
  it('has the shape of the interface: money and percents as decimal strings, durations in days, lists, null', async () => {
    expect(
      await listed(
        '--where',
        'id = P001 or id = P003',
        '--columns',
        'id, title, area, total, completion, start-late, due, leader, level, light, issues',
        '--totals',
        'count(), sum(total)',
      ),
    ).toEqual({
      version: 1,
      statusDate: '2026-03-31',
      columns: [
        { field: 'id', title: 'No.', type: 'ref' },
        { field: 'title', title: 'Project', type: 'text' },
        { field: 'area', title: 'Area', type: 'refs' },
        { field: 'total', title: 'Total investment', type: 'money' },
        { field: 'completion', title: 'Completion', type: 'percent' },
        { field: 'start-late', title: 'Start late', type: 'duration' },
        { field: 'due', title: 'Next deadline', type: 'date' },
        { field: 'leader', title: 'Leader', type: 'ref' },
        { field: 'level', title: 'Level', type: 'choice' },
        { field: 'light', title: 'Light', type: 'light' },
        { field: 'issues', title: 'Open issues', type: 'number' },
      ],
      rows: [
        {
          id: 'P001',
          title: '环城路',
          area: ['城东', '城西'],
          total: '1200000000',
          completion: '16.6666666667',
          'start-late': null,
          due: '2026-04-30',
          leader: '张三',
          level: 'city',
          light: 'yellow',
          issues: 0,
        },
        {
          id: 'P003',
          title: '=HYPERLINK("x")，|`<b>',
          area: null,
          total: null,
          completion: null,
          'start-late': null,
          due: null,
          leader: null,
          level: null,
          light: 'grey',
          issues: 0,
        },
      ],
      groups: [],
      totals: { 'count()': 2, 'sum(total)': '1200000000' },
    });
  });

  it('has the id in every row, whatever the columns', async () => {
    expect((await listed('--columns', '名称', '--where', 'id = P001')).rows).toEqual([{ id: 'P001', title: '环城路' }]);
  });

  it('has durations in days', async () => {
    const plan = 'project P1 { period 2026-03-01 .. 2026-12 }\n';
    const { rows } = await folderWith({ 'a.plan': plan }).json<ListJson>(
      'list',
      '--format',
      'json',
      '--columns',
      'start-late',
    );

    expect(rows).toEqual([{ id: 'P1', 'start-late': 30 }]);
  });

  it('groups, with totals of each', async () => {
    const { groups, totals } = await listed('--group', '类别', '--totals', '项目数()');

    expect(groups).toEqual([
      { keys: { category: '轻工' }, rows: ['P002'], totals: { '项目数()': 1 } },
      { keys: { category: '基础设施' }, rows: ['P001'], totals: { '项目数()': 1 } },
      { keys: { category: null }, rows: ['P003'], totals: { '项目数()': 1 } },
    ]);
    expect(totals).toEqual({ '项目数()': 3 });
  });
});

describe('list --view', () => {
  it('is a view of the plan', async () => {
    const { columns, rows, totals } = await listed('--view', '在建项目', '--lang', 'zh');

    expect(columns.map(({ title }) => title)).toEqual(['编号', '名称', '总投资', '完成率']);
    expect(rows.map(({ id }) => id)).toEqual(['P001']);
    expect(totals).toEqual({ '项目数()': 1, '求和(总投资)': '1200000000' });
  });

  it('gives way to what the options say', async () => {
    const { columns, rows } = await listed('--view', '在建项目', '--where', 'level = county', '--columns', 'id');

    expect(columns.map(({ field }) => field)).toEqual(['id']);
    expect(rows).toEqual([{ id: 'P002' }]);
  });

  it('has to be there', async () => {
    const { code, stderr } = await roads().call('list', '--view', '在建项');

    expect(code).toBe(2);
    expect(stderr).toBe("planwright: The plan has no view '在建项'; did you mean '在建项目'?\n");
    expect((await roads().call('list', '--view', '在建项', '--lang', 'zh')).stderr).toBe(
      'planwright：计划中没有视图“在建项”，是否指“在建项目”？\n',
    );
  });
});

describe('a wrong option', () => {
  it.each([
    ['--where', 'level = citty', '"citty" is no level; did you mean "city"?', '        ^^^^^'],
    ['--where', '总投资 > 2026-03-01', 'Money cannot be compared with a date', '         ^^^^^^^^^^'],
    ['--where', 'total >', 'Expected a field or a value after ">"', undefined],
    [
      '--where',
      'level is city',
      '"is" is not known here: did you mean "="? Possible: "at", "in", "and", "or", "(" or the like',
      undefined,
    ],
    ['--where', 'leader = 张', undefined, '         ^^'],
    ['--columns', 'id, foo', 'There is no field called "foo"', '    ^^^'],
    ['--totals', 'sum(id)', undefined, undefined],
    ['--group', 'category }', undefined, undefined],
    ['--sort', ' ', undefined, undefined],
  ])('%s "%s" is told with its place', async (option, value, message, mark) => {
    const { code, stdout, stderr } = await roads().call('list', option, value);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^planwright: ${option}`));
    if (message !== undefined) expect(stderr).toContain(`${option}: ${message}\n  ${value}\n`);
    if (mark !== undefined) expect(stderr.split('\n')[2]).toBe(`  ${mark}`);
  });

  it.each(['level = city group category', 'level = city } view b {', 'level = city } policy c {'])(
    'smuggles nothing in: %s',
    async (value) => {
      expect(await roads().call('list', '--where', value)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});

describe('list --format text', () => {
  it('is a table with wide characters aligned, groups and totals', async () => {
    const { stdout } = await roads().call(
      'list',
      ...[
        '--lang',
        'zh',
        '--where',
        'total > 0',
        '--columns',
        '编号,名称,总投资',
        '--group',
        '类别',
        '--totals',
        '求和(总投资)',
      ],
    );

    expect(stdout).toBe(`编号  名称       总投资
────  ────────  ───────
轻工 · 总投资合计 3.5亿元
P002  纸厂扩建  3.5亿元
基础设施 · 总投资合计 12亿元
P001  环城路     12亿元

2 个项目，截至 2026-03-31 · 总投资合计 15.5亿元
`);
  });

  it('colours lights on a terminal', async () => {
    expect((await roads().call('list', { isTTY: true })).stdout).toContain('\u001b[33myellow');
  });
});

describe('list --format csv', () => {
  it('is for spreadsheets: a byte order mark, CRLF, and no formula', async () => {
    const { stdout } = await roads().call(
      'list',
      ...['--format', 'csv', '--columns', 'id, title, area, total', '--lang', 'zh'],
    );

    expect(stdout).toBe(
      [
        '\uFEFF编号,名称,地区,总投资（元）',
        'P001,环城路,城东、城西,1200000000',
        'P002,纸厂扩建,,350000000',
        'P003,"\'=HYPERLINK(""x"")，|`<b>",,',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+1', '-x', '@a', '＝1', '＋1'])('leads %s by an apostrophe', async (title) => {
    const { stdout } = await folderWith({ 'a.plan': `project P1 "${title}"\n` }).call(
      'list',
      ...['--format', 'csv', '--columns', 'title'],
    );

    expect(stdout).toContain(`\r\n'${title}\r\n`);
  });

  it('leaves numbers numbers, negative ones too', async () => {
    const plan = 'project P1 { period 2026-06-01 .. 2026-12 }\n';
    const { stdout } = await folderWith({ 'a.plan': plan }).call(
      'list',
      ...['--format', 'csv', '--columns', 'id, start-late'],
    );

    expect(stdout).toContain('\r\nP1,-62\r\n');
  });
});

describe('list --unit', () => {
  const call = (...args: string[]) => roads().call('list', '--columns', 'id, total', '--totals', 'sum(total)', ...args);

  it('writes money in that unit, which stands in the head', async () => {
    const md = await call('--unit', '万元', '--format', 'md', '--lang', 'zh');
    expect(md.stdout).toContain('| 编号 | 总投资（万元） |');
    expect(md.stdout).toContain('| P001 | 120,000 |');
    expect(md.stdout).toContain('155,000万元');
    const yi = await call('--unit', '亿元', '--format', 'csv', '--lang', 'zh');
    expect(yi.stdout).toContain('编号,总投资（亿元）\r\nP001,12\r\nP002,3.5\r\n');
    expect((await call('--unit', 'million', '--format', 'csv')).stdout).toContain(
      'No.,Total investment (CNY million)\r\nP001,1200\r\n',
    );
    expect((await call('--unit', 'billion')).stdout).toMatch(/P002 +0\.35\n/);
  });

  it('shows nothing that is something as 0', async () => {
    const plan = 'project P1 { investment 3万元 }\nproject P2 { investment 12.3456亿元 }\n';
    const { stdout } = await folderWith({ 'a.plan': plan }).call(
      'list',
      '--columns',
      'id, total',
      '--unit',
      'yi',
      '--lang',
      'zh',
    );

    expect(stdout).toContain('0.0003');
    expect(stdout).toContain('12.3456');
  });

  it('leaves JSON in currency units', async () => {
    expect((await call('--unit', 'wan', '--format', 'json')).stdout).toContain('"total": "1200000000"');
  });

  it('knows no other', async () => {
    expect(await call('--unit', '斤', '--lang', 'zh')).toMatchObject({
      code: 2,
      stderr: 'planwright：没有金额单位“斤”，可用的有：元、千元、万元、百万元、亿元、十亿元\n',
    });
  });
});

describe('list --format md', () => {
  it('is a table in which plan text is no markup', async () => {
    const { stdout } = await roads().call(
      'list',
      ...['--format', 'md', '--columns', 'id, title, total', '--where', 'id = P003'],
    );

    expect(stdout).toBe(`| No. | Project | Total investment |
| --- | --- | ---: |
| P003 | =HYPERLINK("x")，\\|\\\`\\<b\\> |  |
`);
  });

  it('has a heading and totals for each group', async () => {
    const { stdout } = await roads().call(
      'list',
      ...['--format', 'md', '--view', '在建项目', '--group', '类别', '--columns', 'id', '--lang', 'zh'],
    );

    expect(stdout).toBe(`## 市级在建项目

### 基础设施

| 编号 |
| --- |
| P001 |

**项目数** 1 · **总投资合计** 12亿元

**项目数** 1 · **总投资合计** 12亿元
`);
  });
});

describe('what a month brought', () => {
  /** Invented: the bridge had not reported by the end of May. */
  const plan = `
portfolio city { status-date 2026-06-30 }
area North
area South
project road { area North  stage construction  investment 9亿元 { year 2026 9亿元 }  report 2026-05-31 { invested 3亿元 }  report 2026-06-30 { invested 4亿元 } }
project bridge { area South  stage construction  investment 9亿元 { year 2026 9亿元 }  report 2026-06-30 { invested 5亿元 } }
view month { group area  rows none  totals sum(invested) - sum(invested at last-month) "June" }
`;
  const cells = async (text: string) =>
    (await folderWith({ 'a.plan': text }).call('list', '--view', 'month', '--format', 'csv')).stdout;

  it('is not known where nobody had reported by the end of the month before, and never all that was done so far', async () => {
    expect(await cells(plan)).toMatch(/^North,10000/m);
    expect(await cells(plan)).toMatch(/^South,,/m);
  });

  it('says how many had not reported then', async () => {
    const both = plan.replace('group area  ', 'group stage  ');
    expect(await cells(both)).toContain('1 of 2 not reported');
  });
});
