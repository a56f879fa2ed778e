/** `planwright.json`. */
import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/read-facts.js';
import { readConfiguration } from './configuration.js';
import { Severities } from './configuration-severities.js';
import { DEFAULT_CONFIGURATION } from './settings.js';

const CODES = ['deadline/overdue', 'deadline/due-soon', 'name/unknown'];

/** Reads `text` beside other files of the same folder. */
const read = (text: string, others: Readonly<Record<string, string>> = {}) =>
  readConfiguration('planwright.json', text, { codes: CODES, readText: async (file) => others[file] });

/** What is wrong with `text`, whose `[[…]]` says where. */
async function wrong(text: string, others: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { text: plain, places } = marked(text);
  const { problems } = await read(plain, others);
  expect(problems.map(({ start, end }) => [start, end])).toEqual(places);
  return problems.flatMap(({ message }) => [message.en, message.zh]);
}

describe('planwright.json', () => {
  it('says which files, which language, which weight of rules', async () => {
    const { configuration, problems } = await read(`{
      // comments and trailing commas are accepted
      "$schema": "./planwright.schema.json",
      "language": "zh",
      "include": ["plans/**/*.plan"],
      "exclude": ["plans/old/**"],
      "rules": { "deadline/overdue": "off", },
    }`);

    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      language: 'zh',
      include: ['plans/**/*.plan'],
      exclude: ['plans/old/**'],
      layers: [{ rules: new Map([['deadline/overdue', 'off']]) }],
    });
  });

  it.each(['', '{}', '\uFEFF{}', '  // nothing yet\n'])('may say nothing: %j', async (text) => {
    expect(await read(text)).toMatchObject({ configuration: DEFAULT_CONFIGURATION, problems: [] });
  });

  it('is told what is wrong, each at its place', async () => {
    expect(await wrong('{ [["langauge"]]: "zh", [["rule"]]: {} }')).toEqual([
      "There is no setting 'langauge'",
      '没有名为“langauge”的设置',
      "There is no setting 'rule'",
      '没有名为“rule”的设置',
    ]);
    expect(await wrong('{ "language": [["de"]] }')).toEqual([
      "'language' has to be one of: zh, en",
      '“language”只能是：zh、en',
    ]);
    expect(await wrong('{ "include": [["*.plan"]] }')).toEqual(["'include' has to be a list", '“include”应为列表']);
    expect(await wrong('{ "exclude": ["a", [[7]]] }')).toEqual(["'exclude.1' has to be text", '“exclude.1”应为文本']);
    expect(await wrong('{ "rules": { "deadline/overdue": [["fatal"]] } }')).toEqual([
      "'rules.deadline/overdue' has to be one of: error, warning, info, hint, off",
      '“rules.deadline/overdue”只能是：error、warning、info、hint、off',
    ]);
    expect(await wrong('{ "rules": { [["deadline/overdu"]]: "off" } }')).toEqual([
      "There is no rule 'deadline/overdu'; did you mean 'deadline/overdue'?",
      '没有名为“deadline/overdu”的规则，是否指“deadline/overdue”？',
    ]);
    expect(await wrong('{ "rules": { [["deadlin/*"]]: "off" } }')).toEqual([
      "There is no rule 'deadlin/*'; did you mean 'deadline/*'?",
      '没有名为“deadlin/*”的规则，是否指“deadline/*”？',
    ]);
    expect(await wrong('{ "overrides": [{ "files": ["a"], "rules": { [["x/y"]]: "off" } }] }')).toEqual([
      "There is no rule 'x/y'",
      '没有名为“x/y”的规则',
    ]);
    expect(await wrong('[[7]]')).toEqual(['The configuration has to be an object', '配置应为对象']);
  });

  it.each([
    ['{ "language" "zh" }', 'a colon is missing here', '此处缺少冒号'],
    ['{ "language": "zh" "include": [] }', 'a comma is missing here', '此处缺少逗号'],
    ['{ "language": "zh"', "a '}' is missing here", '此处缺少“}”'],
    ['{ "language": "zh', 'a quote is not closed here', '此处的引号没有结束'],
    ['{} {}', 'nothing may follow here', '此处之后不应再有内容'],
    ['{ language: "zh" }', 'this does not belong here', '此处的内容不应出现'],
    ['['.repeat(200_000), 'it is nested too deeply', '嵌套过深'],
  ])('that is no JSON is told in words: %.40s', async (text, en, zh) => {
    const { configuration, problems } = await read(text);

    expect(problems.map(({ message }) => message)).toEqual([
      { en: `Not valid JSON: ${en}`, zh: `不是有效的 JSON：${zh}` },
    ]);
    expect(configuration).toEqual(DEFAULT_CONFIGURATION);
  });

  it('keeps what is right beside what is wrong', async () => {
    const { configuration } = await read('{ "language": "zh", "include": 7, "exclude": ["a"], "x": 1 }');

    expect(configuration).toEqual({ language: 'zh', include: ['**/*.plan'], exclude: ['a'], layers: [] });
  });

  it('lost all rules and files to one entry that was wrong', async () => {
    const text = `{
      "include": ["a/*.plan", 7],
      "rules": { "deadline/overdue": "off", "name/unknown": "of" },
      "overrides": [{ "files": ["b"], "rules": { "name/unknown": "of", "deadline/*": "hint" } }, { "rules": {} }]
    }`;
    const { configuration, problems } = await read(text);

    expect(problems).toHaveLength(4);
    expect(configuration.include).toEqual(['a/*.plan']);
    expect(configuration.layers).toEqual([
      { rules: new Map([['deadline/overdue', 'off']]) },
      { files: ['b'], rules: new Map([['deadline/*', 'hint']]) },
    ]);
  });

  it('did not tell of a name that is stated twice, of which only the last counts', async () => {
    expect(await wrong('{ "exclude": ["a"], "rules": {}, [["exclude"]]: ["b"] }')).toEqual([
      "'exclude' is stated a second time: what was stated for it above does not count",
      '“exclude”重复出现：上面写的“exclude”不起作用',
    ]);
    const twice = '{ "rules": { "name/unknown": "off", [["name/unknown"]]: "hint" } }';
    expect(await wrong(twice)).toHaveLength(2);
    expect((await read('{ "exclude": ["a"], "exclude": ["b"] }')).configuration.exclude).toEqual(['b']);
    // What is wrong with the one that counts is told at it.
    expect(await wrong('{ "language": "zh", [["language"]]: [["de"]] }')).toHaveLength(4);
  });

  it('sets nothing on a prototype', async () => {
    const { problems } = await read('{ "__proto__": { "language": "zh" }, "rules": { "constructor": "off" } }');

    expect(problems.map(({ message }) => message.en)).toEqual([
      "There is no setting '__proto__'",
      "There is no rule 'constructor'",
    ]);
  });

  it.each(['../x', '/etc/*.plan', 'a/../../x', 'C:/x', '{a,../b}/*.plan', '!../x', '\\\\host\\x'])(
    'never leads out of the plan root: %s',
    async (glob) => {
      const told = [`'${glob}' leads out of the plan root`, `“${glob}”超出计划根目录`];
      const text = JSON.stringify(glob);

      expect(await wrong(`{ "include": ["*.plan", [[${text}]]] }`)).toEqual(told);
      expect(await wrong(`{ "exclude": [ [[${text}]] ] }`)).toEqual(told);
      expect(await wrong(`{ "overrides": [{ "files": [ [[${text}]] ], "rules": {} }] }`)).toEqual(told);
    },
  );
});

describe('extends', () => {
  it('takes settings from another file where there are none of its own, and puts severities upon each other', async () => {
    const { configuration, problems, files } = await read(
      '{ "extends": "./base/strict.json", "exclude": ["b"], "rules": { "deadline/*": "info" } }',
      {
        'base/strict.json':
          '{ "extends": "more.json", "language": "zh", "exclude": ["a"], "rules": { "name/unknown": "off" } }',
        'base/more.json': '{ "language": "en", "include": ["plans"] }',
      },
    );

    expect(problems).toEqual([]);
    expect(files).toEqual(['planwright.json', 'base/strict.json', 'base/more.json']);
    expect(configuration).toEqual({
      language: 'zh',
      include: ['plans'],
      exclude: ['b'],
      layers: [{ rules: new Map([['name/unknown', 'off']]) }, { rules: new Map([['deadline/*', 'info']]) }],
    });
  });

  it('that leads in a circle, nowhere or out of the root is told', async () => {
    expect(await wrong('{ "extends": [["planwright.json"]] }')).toEqual([
      "'planwright.json' extends this file in turn",
      '“planwright.json”又继承了本文件，形成循环',
    ]);
    expect(await wrong('{ "extends": [["gone.json"]] }')).toEqual([
      "'gone.json' cannot be read",
      '无法读取“gone.json”',
    ]);
    for (const name of ['../base.json', '/etc/x.json', 'https://example.org/x.json', 'a/../../b']) {
      expect(await wrong(`{ "extends": [["${name}"]] }`)).toEqual([
        `'${name}' leads out of the plan root`,
        `“${name}”超出计划根目录`,
      ]);
    }
  });

  it('tells a mistake in the other file at its place there, and where that was named', async () => {
    const text = '{ "extends": "base.json" }';
    const { problems } = await read(text, { 'base.json': '{ "extends": "planwright.json", "x": 1 }' });

    expect(
      problems.map(({ file, start, via, message }) => [file, start, text.slice(via.start, via.end), message.en]),
    ).toEqual([
      ['base.json', 32, '"base.json"', "There is no setting 'x'"],
      ['base.json', 13, '"base.json"', "'planwright.json' extends this file in turn"],
    ]);
  });
});

describe('severities', () => {
  const of = async (text: string, code: string, file: string) =>
    new Severities((await read(text)).configuration.layers).of(code, file);

  it('are those of the rule, else of its family, whatever the order', async () => {
    const text = '{ "rules": { "deadline/overdue": "info", "deadline/*": "off" } }';

    expect(await of(text, 'deadline/overdue', 'a.plan')).toBe('info');
    expect(await of(text, 'deadline/due-soon', 'a.plan')).toBe('off');
    expect(await of(text, 'name/unknown', 'a.plan')).toBeUndefined();
  });

  it('are others in the files of an override, the last of which has the word', async () => {
    const text = `{ "rules": { "deadline/overdue": "info" }, "overrides": [
      { "files": ["archive", "**/old.plan"], "rules": { "deadline/*": "off" } },
      { "files": ["archive/2025/*.plan"], "rules": { "deadline/overdue": "hint" } }
    ] }`;

    expect(await of(text, 'deadline/overdue', 'archiv.plan')).toBe('info');
    expect(await of(text, 'deadline/overdue', 'archive/a.plan')).toBe('off');
    expect(await of(text, 'deadline/overdue', 'x/y/old.plan')).toBe('off');
    expect(await of(text, 'deadline/overdue', 'archive/2025/a.plan')).toBe('hint');
    expect(await of(text, 'deadline/due-soon', 'archive/2025/a.plan')).toBe('off');
  });
});
