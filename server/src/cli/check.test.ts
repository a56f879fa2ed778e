/** `planwright check`. */
import { describe, expect, it } from 'vitest';
import { type CallOptions, folderWith, NOW } from './testing/test-folder.js';

/** Judged on 31 March 2026: one deadline is 30 days past, one is due in ten days. */
const LATE = `// 市级项目
项目 P007 "环城路" {
  节点 竣工 "竣工验收" 期限 2026-02-27
  节点 通车 "建成通车" 期限 2026-04-10
}
`;
/** A warning and nothing graver. */
const WARNED = `project P1 {
  stage construction on 2026-03-02
  actual-start 2026-03-02
  unit Works   owner Li
  milestone Opening due 2026-12-18
  report 2026-03-30 { progress 1% }
}
org Works
person Li
`;
const CLEAN = `project P1 {
  milestone Opening due 2026-12-18
}
`;

describe('the exit code', () => {
  it('is 0 where nothing is as grave as an error', async () => {
    const folder = folderWith({ 'clean.plan': CLEAN, 'warned.plan': WARNED.replaceAll('P1', 'P2') });

    expect(await folder.call('check')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is 1 where something is', async () => {
    expect(await folderWith({ 'a.plan': LATE }).call('check')).toMatchObject({ code: 1, stderr: '' });
  });

  it('follows --fail-on', async () => {
    const warned = folderWith({ 'a.plan': WARNED });
    const late = folderWith({ 'a.plan': LATE });

    expect((await warned.call('check', '--fail-on', 'warning')).code).toBe(1);
    expect((await warned.call('check', '--fail-on', 'error')).code).toBe(0);
    expect((await late.call('check', '--fail-on', 'never')).code).toBe(0);
    expect((await late.call('check', '--fail-on', 'info')).code).toBe(1);
  });

  it('counts what --severity does not show', async () => {
    const { code, stdout } = await folderWith({ 'a.plan': WARNED }).call(
      'check',
      '--severity',
      'error',
      '--fail-on',
      'warning',
    );

    expect(code).toBe(1);
    expect(stdout).toBe(
      '! 1 file, 1 project as of 2026-03-31: 0 errors, 0 warnings, 0 info; 1 below the severity shown\n',
    );
  });

  it('is 1 above --max-warnings, and says so', async () => {
    const folder = folderWith({ 'a.plan': WARNED });

    expect((await folder.call('check', '--max-warnings', '1')).code).toBe(0);
    expect(await folder.call('check', '--max-warnings', '0')).toMatchObject({
      code: 1,
      stderr: 'planwright: 1 warning, more than the 0 of --max-warnings\n',
    });
    expect((await folder.call('check', '--max-warnings', '0', '--lang', 'zh')).stderr).toBe(
      'planwright：警告 1 条，超过 --max-warnings 允许的 0 条\n',
    );
  });

  it('is 2 where there is no plan file, unless --allow-empty', async () => {
    const folder = folderWith({ 'readme.md': '' });

    expect(await folder.call('check')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'planwright: No plan file (*.plan) found in .\n',
    });
    expect((await folder.call('check', '--lang', 'zh')).stderr).toBe('planwright：在 . 中没有找到计划文件（*.plan）\n');
    expect(await folder.call('check', '--allow-empty')).toEqual({
      code: 0,
      stdout: '✓ 0 files, 0 projects as of 2026-03-31: no problems\n',
      stderr: '',
    });
  });

  it.each([
    [['check', 'nowhere'], "There is no file or folder 'nowhere'", '没有名为“nowhere”的文件或文件夹'],
    [['chek'], "unknown command 'chek'; did you mean 'check'?", '没有命令“chek”，是否指“check”？'],
    [
      ['check', '--formt', 'json'],
      "unknown option '--formt'; did you mean '--format'?",
      '没有选项“--formt”，是否指“--format”？',
    ],
    [
      ['check', '--fail-on', 'hint'],
      "option '--fail-on <severity>' argument 'hint' is invalid. Allowed choices are error, warning, info, never.",
      '选项“--fail-on <severity>”的值不对。可用的有：error、warning、info、never',
    ],
    [['check', '--format', 'jsn'], "There is no format 'jsn'; did you mean 'json'?", '没有格式“jsn”，是否指“json”？'],
    [
      ['check', '--as-of', '2026-02-30'],
      "option '--as-of <day>' argument '2026-02-30' is invalid. Write a day that exists, such as 2026-03-31.",
      '选项“--as-of <day>”的值不对。请写一个存在的日期，例如 2026-03-31',
    ],
    [['check', '--max-warnings', '-1'], undefined, '选项“--max-warnings <n>”的值不对。请写一个整数'],
    [['check', '--stdin-path', 'a.plan'], '--stdin-path goes with --stdin', '--stdin-path 须与 --stdin 同用'],
    [[], 'give a command; see --help', '请给出一个命令，用 --help 查看'],
  ])('is 2 for the wrong call %j', async (call, en, zh) => {
    const folder = folderWith({ 'a.plan': CLEAN });

    for (const [lang, wanted] of [
      ['en', en && `planwright: ${en}\n`],
      ['zh', zh && `planwright：${zh}\n`],
    ] as const) {
      const { code, stdout, stderr } = await folder.call(...call, { env: { LANG: lang } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      if (wanted !== undefined) expect(stderr.endsWith(wanted), stderr).toBe(true);
    }
  });

  it('is 3 where the program itself is wrong, and says what to report', async () => {
    const folder = folderWith({ 'a.plan': CLEAN });
    const now = (): Date => {
      throw new Error('\u001b[31mout of time');
    };

    const { code, stderr } = await folder.call('check', '--as-of=2026-03-31', { now });
    expect(code).toBe(3);
    expect(stderr).toContain('planwright: an internal error; this is a fault of the program.');
    expect(stderr).toContain('call: check --as-of=2026-03-31\nError: ␛[31mout of time\n');
  });
});

describe('the text', () => {
  it('names place, severity and code, and underlines the culprit column for column under Chinese', async () => {
    const { stdout } = await folderWith({ '计划/a.plan': LATE }).call('check', '--lang', 'zh');

    expect(stdout).toBe(`计划/a.plan:3:19  错误  deadline/overdue
  已逾期32天：期限为2026年2月27日，尚未完成
  3 │   节点 竣工 "竣工验收" 期限 2026-02-27
    │                             ^^^^^^^^^^

计划/a.plan:4:19  提示  deadline/due-soon
  还有10天到期，期限为2026年4月10日
  4 │   节点 通车 "建成通车" 期限 2026-04-10
    │                             ^^^^^^^^^^

✗ 1 个文件，1 个项目，截至 2026-03-31：错误 1，警告 0，提示 1
`);
  });

  it('says the same in English', async () => {
    const { stdout } = await folderWith({ 'a.plan': LATE }).call('check');

    expect(stdout).toContain('a.plan:3:19  error  deadline/overdue\n  Overdue by 32 days: was due 2026-02-27');
    expect(stdout).toContain('✗ 1 file, 1 project as of 2026-03-31: 1 error, 0 warnings, 1 info\n');
  });

  it('points at related places', async () => {
    const folder = folderWith({ 'a.plan': 'person Li\n', 'b.plan': 'person Li\n' });

    expect((await folder.call('check')).stdout).toContain('(a.plan:1:8)');
  });

  it('shows hints only where they are asked for', async () => {
    const folder = folderWith({ 'a.plan': `${CLEAN}person Nobody\n` });

    expect((await folder.call('check')).stdout).toBe('✓ 1 file, 1 project as of 2026-03-31: no problems\n');
    expect((await folder.call('check', '--severity', 'hint')).stdout).toContain('hint  name/unused');
    expect((await folder.call('check', '--severity', 'hint')).stdout).toContain('0 info, 1 hint\n');
  });

  it('is nothing where nothing is found and only results are wanted', async () => {
    expect(await folderWith({ 'a.plan': CLEAN }).call('check', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('cuts a long line around the culprit, between whole characters', async () => {
    const long = `project P1 { /* ${'🚧'.repeat(500)} */ milestone A due 2026-02-30 /* ${'长'.repeat(500)} */ }\n`;
    const lines = (await folderWith({ 'a.plan': long }).call('check', '--quiet')).stdout.split('\n');
    const [shown = '', marked = ''] = lines.slice(2);

    expect(shown).toMatch(/^ {2}1 │ …🚧+ \*\/ milestone A due 2026-02-30 \/\* 长+…$/u);
    const column = [...shown.slice(0, shown.indexOf('2026-02-30'))].reduce((sum, c) => sum + (c === '🚧' ? 2 : 1), 0);
    expect(marked).toBe(`    │${' '.repeat(column - 5)}^^^^^^^^^^`);
  });

  it('counts a tab as two blanks in both lines', async () => {
    const { stdout } = await folderWith({ 'a.plan': 'project P1 {\n\tmilestone A\tdue 2026-02-30\n}\n' }).call('check');

    expect(stdout).toContain('  2 │   milestone A  due 2026-02-30\n    │                    ^^^^^^^^^^\n');
  });
});

describe('colour', () => {
  const late = { 'a.plan': LATE };
  const colored = async (...call: (string | CallOptions)[]): Promise<boolean> =>
    (await folderWith(late).call('check', ...call)).stdout.includes('\u001b[');

  it('is for terminals', async () => {
    expect(await colored({ isTTY: true })).toBe(true);
    expect(await colored({ isTTY: false })).toBe(false);
    expect(await colored({ isTTY: true, env: { TERM: 'dumb' } })).toBe(false);
  });

  it('stays away with NO_COLOR, which --color overrides', async () => {
    expect(await colored({ isTTY: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored('--color', { env: { NO_COLOR: '1' } })).toBe(true);
  });

  it('is what the options say', async () => {
    expect(await colored('--color')).toBe(true);
    expect(await colored('--no-color', { isTTY: true })).toBe(false);
  });

  it('never goes into a file', async () => {
    const folder = folderWith(late);
    await folder.call('check', '--color', '--format', 'text=report.txt');

    expect(folder.read('report.txt')).not.toContain('\u001b');
  });
});

describe('plan text is data', () => {
  const HOSTILE = `project P1 "\u001b[2J\u202egnp\u2066 \u009b31m" {
  milestone "\u001b]0;x\u0007" due 2026-02-27
  leader \u001b[31mred
}
`;
  const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

  it.each(['text', 'json', 'sarif', 'github', 'junit', 'gitlab'])(
    'and reaches no terminal as a command: %s',
    async (format) => {
      const { stdout } = await folderWith({ 'a.plan': HOSTILE, '\u001b[1m.plan': HOSTILE }).call(
        'check',
        '--format',
        format,
        '--severity',
        'hint',
      );

      expect(stdout).not.toBe('');
      expect(stdout).not.toMatch(ACTING);
    },
  );

  it('is shown as what it is', async () => {
    const { stdout } = await folderWith({ 'a.plan': HOSTILE }).call('check');

    expect(stdout).toContain('␛[31mred');
  });

  it('is no command of a build server', async () => {
    const { stdout } = await folderWith({
      '::error::a.plan': 'project P1 "##[error]no" { milestone A due 2026-02-30 }',
    }).call('check');

    expect(stdout).toContain('2026-02-30');
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('##[');
  });
});

describe('the status date', () => {
  const days = async (...call: (string | CallOptions)[]): Promise<unknown> => {
    const { statusDate, diagnostics } = await folderWith({ 'a.plan': LATE }).json<{
      statusDate: string;
      diagnostics: { code: string; data: { days?: number } }[];
    }>('check', '--format', 'json', ...call);
    return [statusDate, diagnostics.find(({ code }) => code === 'deadline/overdue')?.data.days];
  };

  it('is today', async () => {
    expect(await days({ now: NOW })).toEqual(['2026-03-31', 32]);
  });

  it('is another one with --as-of, in any of the spellings of the plan language', async () => {
    expect(await days('--as-of', '2026-03-01')).toEqual(['2026-03-01', 2]);
    expect(await days('--as-of', '2026年3月1日')).toEqual(['2026-03-01', 2]);
    expect(await days('--as-of', '2026/3/1')).toEqual(['2026-03-01', 2]);
    expect(await days('--as-of=2026-02-27')).toEqual(['2026-02-27', undefined]);
  });

  it('lets facts of later days not exist yet', async () => {
    const folder = folderWith({ 'a.plan': 'project P1 {\n  milestone A due 2026-02-27 done 2026-03-10\n}\n' });

    expect((await folder.call('check')).stdout).toContain('info  deadline/finished-late');
    expect((await folder.call('check', '--as-of', '2026-03-09')).stdout).toContain('error  deadline/overdue');
  });
});

describe('the language', () => {
  const lang = async (files: Record<string, string>, ...call: (string | CallOptions)[]) =>
    /错误/.test((await folderWith({ 'a.plan': LATE, ...files }).call('check', ...call)).stdout) ? 'zh' : 'en';

  it("is the environment's", async () => {
    expect(await lang({}, { env: { LANG: 'zh_CN.UTF-8' } })).toBe('zh');
    expect(await lang({}, { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' } })).toBe('en');
    expect(await lang({}, { env: { LANG: 'de_DE.UTF-8' }, locale: 'zh-CN' })).toBe('en');
  });

  it("is the system's where the environment says nothing, as under Windows", async () => {
    expect(await lang({}, { locale: 'zh-CN' })).toBe('zh');
    expect(await lang({}, { locale: 'en-GB' })).toBe('en');
  });

  it('is what planwright.json says before that, and what --lang says before all', async () => {
    const zh = { 'planwright.json': '{ "language": "zh" }' };
    expect(await lang(zh, { env: { LANG: 'en_US.UTF-8' } })).toBe('zh');
    expect(await lang(zh, '--lang', 'en')).toBe('en');
  });

  it('may be asked for before the command', async () => {
    const folder = folderWith({ 'a.plan': LATE });

    expect((await folder.call('--lang', 'zh', '--as-of=2026-03-01', 'check', '--quiet')).stdout).toContain('已逾期2天');
    expect((await folder.call('--lang', 'zh', '--help')).stdout).toContain('检查');
  });
});

describe('several outputs of one call', () => {
  it('go where each was told', async () => {
    const folder = folderWith({ 'a.plan': LATE });
    const { code, stdout } = await folder.call(
      'check',
      '--format',
      'text',
      '--format',
      'json=out/report.json',
      '--format=junit=out/report.xml',
      '--mkdir',
    );

    expect(code).toBe(1);
    expect(stdout).toContain('✗ 1 file');
    expect(JSON.parse(folder.read('out/report.json'))).toMatchObject({ summary: { errors: 1 } });
    expect(folder.read('out/report.xml')).toContain('<testsuites');
    expect(folder.names()).toEqual(['a.plan', 'out', 'out/report.json', 'out/report.xml']);
  });

  it('leave standard output empty where all go into files', async () => {
    expect((await folderWith({ 'a.plan': LATE }).call('check', '--format', 'json=report.json')).stdout).toBe('');
  });
});

describe('standard input', () => {
  it('is one plan file', async () => {
    const { code, stdout } = await folderWith({}).call('check', '--stdin', { stdin: LATE });

    expect(code).toBe(1);
    expect(stdout).toContain('stdin.plan:3:19  error');
  });

  it('stands for a file of the plan root: it sees the names of the others, and only it is reported', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'people.plan': 'person Li\nperson Li\n',
      'sub/a.plan': 'project P1 { owner Wang }\n',
    });
    const { code, stdout } = await folder.call('check', '--stdin', '--stdin-path', 'sub/a.plan', {
      stdin: 'project P1 { owner Li  leader Zhao }\n',
    });

    expect(code).toBe(1);
    expect(stdout.match(/^\S+:\d+:\d+.*$/gm)).toEqual(['sub/a.plan:1:31  error  name/unknown']);
  });

  it('may stand for a file in a folder that is not there yet', async () => {
    const { code } = await folderWith({}).call('check', '--stdin', '--stdin-path', 'new/a.plan', { stdin: CLEAN });

    expect(code).toBe(0);
  });

  it('goes with no paths', async () => {
    const { code, stderr } = await folderWith({ 'a.plan': CLEAN }).call('check', 'a.plan', '--stdin');

    expect(code).toBe(2);
    expect(stderr).toContain("--stdin takes no paths; say '--stdin-path a.plan'");
  });
});
