/** Options of `check` that say what is shown, and how. */
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const LATE = `project P1 {
  milestone Opening due 2026-02-27
  milestone Closing due 2026-04-10
  leader Nobody
}
`;

describe('check --rule', () => {
  const lines = async (...call: string[]): Promise<readonly string[] | null> => {
    const folder = folderWith({
      'planwright.json':
        '{ "rules": { "deadline/overdue": "warning" }, "overrides": [{ "files": ["a.plan"], "rules": { "deadline/due-soon": "error" } }] }',
      'a.plan': LATE,
    });
    return (await folder.call('check', '--format', 'concise', ...call)).stdout.match(/\b\w+ \w+\/[\w-]+/g);
  };

  it('has the last word, for a rule or a family', async () => {
    expect(await lines()).toEqual(['warning deadline/overdue', 'error deadline/due-soon', 'error name/unknown']);
    expect(await lines('--rule', 'deadline/*=off')).toEqual(['error name/unknown']);
    expect(
      await lines('--rule', 'deadline/overdue=info', '--rule=deadline/*=off', '--rule', 'name/unknown=hint'),
    ).toEqual(['info deadline/overdue']);
  });

  it.each([
    [
      'deadline/overdu=off',
      "--rule: There is no rule 'deadline/overdu'; did you mean 'deadline/overdue'?",
      '--rule：没有名为“deadline/overdu”的规则，是否指“deadline/overdue”？',
    ],
    [
      'dedline/*=off',
      "--rule: There is no rule 'dedline/*'; did you mean 'deadline/*'?",
      '--rule：没有名为“dedline/*”的规则，是否指“deadline/*”？',
    ],
    [
      'deadline/overdue=eror',
      "--rule deadline/overdue=eror: did you mean 'error'?",
      '--rule deadline/overdue=eror：是否指“error”？',
    ],
    [
      'deadline/overdue',
      "--rule deadline/overdue=: write one of error, warning, info, hint, off behind '='",
      '--rule deadline/overdue=：“=”后可写：error、warning、info、hint、off',
    ],
  ])('refuses %s', async (rule, en, zh) => {
    const folder = folderWith({ 'a.plan': LATE });

    expect(await folder.call('check', '--rule', rule)).toEqual({ code: 2, stdout: '', stderr: `planwright: ${en}\n` });
    expect((await folder.call('check', '--rule', rule, '--lang', 'zh')).stderr).toBe(`planwright：${zh}\n`);
  });
});

describe('check --format concise', () => {
  it('is one line a finding and nothing else', async () => {
    const folder = folderWith({ '计划/a.plan': LATE, '::b.plan': 'project `##[x]` { owner `\u001b[1m` }\n' });
    const { stdout } = await folder.call('check', '--format', 'concise');

    expect(stdout).toBe(`: :b.plan:1:25: error name/unknown There is no person called "␛[1m"
计划/a.plan:2:25: error deadline/overdue Overdue by 32 days: was due 2026-02-27 and is not done
计划/a.plan:3:25: info deadline/due-soon Due in 10 days, on 2026-04-10
计划/a.plan:4:10: error name/unknown There is no person called "Nobody"
`);
    expect((await folder.call('check', '--format', 'concise', '--lang', 'zh')).stdout).toContain(
      '计划/a.plan:2:25: error deadline/overdue 已逾期32天：期限为2026年2月27日，尚未完成\n',
    );
    expect((await folderWith({ 'a.plan': '' }).call('check', '--format', 'concise')).stdout).toBe('');
  });
});

describe('several formats', () => {
  it.each([
    [['text', 'json'], 'Several formats go to standard output', '有多种格式输出到标准输出'],
    [['json', 'sarif=-'], 'Several formats go to standard output', '有多种格式输出到标准输出'],
    [['json=r', 'sarif=./r'], "Several formats go into 'r'", '有多种格式写入“r”'],
  ])('in one place are refused: %j', async (formats, en, zh) => {
    const folder = folderWith({ 'a.plan': LATE });
    const call = formats.flatMap((format) => ['--format', format]);

    expect(await folder.call('check', ...call)).toEqual({
      code: 2,
      stdout: '',
      stderr: `planwright: ${en}; send each to a file of its own: --format json=FILE\n`,
    });
    expect((await folder.call('check', ...call, '--lang', 'zh')).stderr).toBe(
      `planwright：${zh}；请分别写入不同文件：--format json=文件\n`,
    );
    expect(folder.names()).toEqual(['a.plan']);
  });

  it('need a name behind the sign', async () => {
    expect((await folderWith({ 'a.plan': LATE }).call('check', '--format', 'json=')).stderr).toBe(
      'planwright: --format json=: the file is missing\n',
    );
  });
});

describe('check --statistics', () => {
  it('counts by rule, and says what --fix can mend', async () => {
    const folder = folderWith({ 'a.plan': LATE, 'b.plan': '项目 P2 ｛ 责任领导 无人 ｝\n' });
    const { stdout } = await folder.call('check', '--statistics', '--severity', 'hint');

    expect(stdout).toContain(`
count  severity  code               fixable  what
─────  ────────  ─────────────────  ───────  `);
    expect(stdout).toMatch(/^ +2 +error +name\/unknown +\S/m);
    expect(stdout).toMatch(/^ {4}\d {2}\w+ +syntax\/full-width {2}yes /m);
    expect((await folder.call('check', '--statistics', '--lang', 'zh')).stdout).toContain('数量  级别  代码');
    const json = await folder.json<{ statistics: unknown[] }>('check', '--statistics', '--format', 'json');
    expect(json.statistics[0]).toEqual({ code: 'name/unknown', severity: 'error', count: 2, fixable: false });
    expect(await folder.json('check', '--format', 'json')).not.toHaveProperty('statistics');
  });
});

describe("'-' for a path", () => {
  it('is standard input, for every command that reads plans', async () => {
    const folder = folderWith({ 'other.plan': 'project P9\n' });

    expect((await folder.call('check', '-', { stdin: LATE })).stdout).toContain('stdin.plan:2:25  error');
    expect((await folder.call('format', '-', { stdin: 'person   Li\n' })).stdout).toBe('person Li\n');
    expect(
      (await folder.call('list', '-', '--format', 'csv', '--columns', 'id', { stdin: 'project P1\n' })).stdout,
    ).toMatch(/\r\nP1\r\n$/);
    expect((await folder.call('schedule', '-', '--format', 'csv', { stdin: LATE })).stdout).toContain('Opening');
    expect((await folder.call('summary', 'booklet', '-', { stdin: 'project P1 "Quay"\n' })).stdout).toContain('Quay');
    expect((await folder.call('check', '-', '--stdin-path', 'x/y.plan', { stdin: LATE })).stdout).toContain(
      'x/y.plan:2:25',
    );
  });

  it('goes with no other path', async () => {
    const { code, stderr } = await folderWith({ 'a.plan': LATE }).call('check', '-', 'a.plan', { stdin: LATE });

    expect([code, stderr]).toEqual([2, expect.stringContaining("--stdin takes no paths; say '--stdin-path a.plan'")]);
  });
});

describe('--allow-empty', () => {
  it.each([
    ['check', '✓ 0 files'],
    ['list', '0 projects'],
    ['schedule', ''],
    ['summary booklet', '#'],
    ['format', ''],
  ])('goes with %s', async (command, shown) => {
    const folder = folderWith({});

    expect((await folder.call(...command.split(' '))).code).toBe(2);
    const { code, stdout } = await folder.call(...command.split(' '), '--allow-empty');
    expect([code, stdout]).toEqual([0, expect.stringContaining(shown)]);
  });
});

describe('-q, -V and help', () => {
  it('are what they are elsewhere', async () => {
    const folder = folderWith({ 'a.plan': '' });

    expect(await folder.call('check', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await folder.call('-q', 'check')).stdout).toBe('');
    expect((await folder.call('-V')).stdout).toBe((await folder.call('--version')).stdout);
    expect((await folder.call('help', 'check')).stdout).toBe((await folder.call('check', '--help')).stdout);
    expect((await folder.call('help')).stdout).toBe((await folder.call('--help')).stdout);
    expect(await folder.call('help', 'chek')).toEqual({
      code: 2,
      stdout: '',
      stderr: "planwright: There is no command 'chek'; did you mean 'check'?\n",
    });
    expect((await folder.call('help', 'check', '--lang', 'zh')).stdout).toContain('先应用没有歧义的修复');
  });
});

describe('explain', () => {
  it('lists all rules where none is named', async () => {
    const folder = folderWith({});

    expect((await folder.call('explain')).stdout).toMatch(/^code +severity +what\n─+ .*\naccountability\/\S+ +\w+ +\S/);
    expect((await folder.call('explain', '--lang', 'zh')).stdout).toMatch(
      /^代码 +级别 +含义\n[\s\S]*deadline\/overdue +错误 +已?逾期/,
    );
  });
});

describe('addresses behind words', () => {
  const linked = async (env: Record<string, string>, isTTY = true): Promise<boolean> =>
    (await folderWith({ 'a.plan': LATE }).call('check', { isTTY, env })).stdout.includes(
      '\u001b]8;;https://github.com/planwright/planwright/blob/main/docs/rules/en/deadline/overdue.md\u001b\\deadline/overdue\u001b]8;;\u001b\\',
    );

  it('are for terminals that know them', async () => {
    expect(await linked({ TERM_PROGRAM: 'WezTerm' })).toBe(true);
    expect(await linked({ VTE_VERSION: '7200' })).toBe(true);
    expect(await linked({ TERM: 'xterm-256color' })).toBe(false);
    expect(await linked({ TERM_PROGRAM: 'WezTerm' }, false)).toBe(false);
    expect(await linked({ TERM_PROGRAM: 'WezTerm', CI: '1' })).toBe(false);
    expect(await linked({ TERM_PROGRAM: 'WezTerm', NO_COLOR: '1' })).toBe(false);
  });
});

describe('a narrow terminal', () => {
  it('is wrapped for, Chinese characters two wide', async () => {
    const folder = folderWith({ 'a.plan': `项目 P1 "甲" {\n  节点 ${'很长的名称'.repeat(12)} 期限 2026-02-30\n}\n` });
    const { stdout } = await folder.call('check', '--lang', 'zh', '--no-color', { isTTY: true, columns: 40 });
    const width = (line: string) => [...line].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0);

    expect(Math.max(...stdout.split('\n').map(width))).toBeLessThanOrEqual(40);
    expect(stdout).toContain('^^^^^^^^^^');
    expect(stdout).not.toMatch(/^\s*[，。：；]/m);
  });
});

describe('a narrow table', () => {
  it('cuts words and never figures', async () => {
    const folder = folderWith({ 'a.plan': 'project P1 "A very long title of a project" { investment 123456789 }\n' });
    const call = ['list', '--columns', 'id,title,total', '--no-color'];
    const { stdout } = await folder.call(...call, { isTTY: true, columns: 36 });

    expect(stdout).toMatch(/^P1 +A very.*… +CNY 123,456,789$/m);
    expect(stdout.split('\n').every((line) => line.length <= 36)).toBe(true);
    expect((await folder.call(...call, { isTTY: true, columns: 10 })).stdout).toContain('CNY 123,456,789');
  });
});

describe('how far it has come', () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.plan`, '']));
  const told = async (...call: (string | { isTTY: boolean })[]): Promise<string> => {
    let time = Date.UTC(2026, 2, 31, 20);
    const now = () => {
      time += 150;
      return new Date(time);
    };
    return (
      await folderWith(files).call(
        'check',
        { now, ...call.find((each) => typeof each !== 'string') },
        ...call.filter((each) => typeof each === 'string'),
      )
    ).stderr;
  };

  it('is told at a terminal, and nothing of it stays', async () => {
    expect(await told({ isTTY: true })).toMatch(/\r\u001b\[Kreading file \d of 5[\s\S]*\r\u001b\[K$/);
    expect(await told({ isTTY: true }, '--lang', 'zh')).toContain('正在读取');
  });

  it('is told to nobody else', async () => {
    expect(await told({ isTTY: false })).toBe('');
    expect(await told({ isTTY: true }, '-q')).toBe('');
  });
});

describe('a status date at the ends of what can be written', () => {
  it.each(['0001-01-01', '9999-12-31', '1000-01-01'])('is answered: %s', async (day) => {
    const folder = folderWith({ 'a.plan': `portfolio All { status-date ${day} }\n${LATE}` });

    for (const call of [
      ['check'],
      ['list'],
      ['schedule'],
      ['schedule', '--backward'],
      ['summary', 'booklet'],
      ['summary', 'dashboard'],
      ['summary', 'gantt'],
      ['summary', 'bulletin'],
      ['summary', 'agenda'],
      ['summary', 'deadlines'],
    ]) {
      expect([call, (await folder.call(...call)).code]).not.toEqual([call, 3]);
      expect([call, (await folder.call(...call, '--as-of', day)).code]).not.toEqual([call, 3]);
    }
  });
});
