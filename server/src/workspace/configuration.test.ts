/** `planwright.json`. */
import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/read-facts.js';
import { DEFAULT_CONFIGURATION, readConfiguration } from './configuration.js';

const read = (text: string) => readConfiguration(text, (code) => code === 'deadline/overdue');

/** What is wrong with `text`, whose `[[…]]` says where. */
function wrong(text: string): readonly string[] {
  const { text: plain, places } = marked(text);
  const { problems } = read(plain);
  expect(problems.map(({ start, end }) => [start, end])).toEqual(places);
  return problems.flatMap(({ message }) => [message.en, message.zh]);
}

describe('planwright.json', () => {
  it('says which files, which language, which weight of rules', () => {
    const { configuration, problems } = read(`{
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
      rules: new Map([['deadline/overdue', 'off']]),
    });
  });

  it.each(['', '{}', '\uFEFF{}', '  // nothing yet\n'])('may say nothing: %j', (text) => {
    expect(read(text)).toEqual({ configuration: DEFAULT_CONFIGURATION, problems: [] });
  });

  it('is told what is wrong, each at its place', () => {
    expect(wrong('{ [["langauge"]]: "zh", [["rule"]]: {} }')).toEqual([
      "There is no setting 'langauge'",
      '没有名为“langauge”的设置',
      "There is no setting 'rule'",
      '没有名为“rule”的设置',
    ]);
    expect(wrong('{ "language": [["de"]] }')).toEqual([
      "'language' has to be one of: zh, en",
      '“language”只能是：zh、en',
    ]);
    expect(wrong('{ "include": [["*.plan"]] }')).toEqual(["'include' has to be a list", '“include”应为列表']);
    expect(wrong('{ "exclude": ["a", [[7]]] }')).toEqual(["'exclude.1' has to be text", '“exclude.1”应为文本']);
    expect(wrong('{ "rules": { "deadline/overdue": [["fatal"]] } }')).toEqual([
      "'rules.deadline/overdue' has to be one of: error, warning, info, hint, off",
      '“rules.deadline/overdue”只能是：error、warning、info、hint、off',
    ]);
    expect(wrong('{ "rules": { [["deadline/overdu"]]: "off" } }')).toEqual([
      "There is no rule 'deadline/overdu'",
      '没有名为“deadline/overdu”的规则',
    ]);
    expect(wrong('[[7]]')).toEqual(['The configuration has to be an object', '配置应为对象']);
  });

  it.each([
    ['{ "language" "zh" }', 'a colon is missing here', '此处缺少冒号'],
    ['{ "language": "zh" "include": [] }', 'a comma is missing here', '此处缺少逗号'],
    ['{ "language": "zh"', "a '}' is missing here", '此处缺少“}”'],
    ['{ "language": "zh', 'a quote is not closed here', '此处的引号没有结束'],
    ['{} {}', 'nothing may follow here', '此处之后不应再有内容'],
    ['{ language: "zh" }', 'this does not belong here', '此处的内容不应出现'],
    ['['.repeat(200_000), 'it is nested too deeply', '嵌套过深'],
  ])('that is no JSON is told in words: %.40s', (text, en, zh) => {
    const { configuration, problems } = read(text);

    expect(problems.map(({ message }) => message)).toEqual([
      { en: `Not valid JSON: ${en}`, zh: `不是有效的 JSON：${zh}` },
    ]);
    expect(configuration).toEqual(DEFAULT_CONFIGURATION);
  });

  it('keeps what is right beside what is wrong', () => {
    const { configuration } = read('{ "language": "zh", "include": 7, "exclude": ["a"], "x": 1 }');

    expect(configuration).toEqual({ language: 'zh', include: ['**/*.plan'], exclude: ['a'], rules: new Map() });
  });

  it('sets nothing on a prototype', () => {
    const { problems } = read('{ "__proto__": { "language": "zh" }, "rules": { "constructor": "off" } }');

    expect(problems.map(({ message }) => message.en)).toEqual([
      "There is no setting '__proto__'",
      "There is no rule 'constructor'",
    ]);
  });
});
