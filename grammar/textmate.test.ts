/** The generated TextMate grammar, run as the editor runs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, Registry } from 'vscode-textmate';
import { KEYWORDS } from './keywords.js';
import { languageConfiguration } from './language-configuration.js';
import { asJson, textMateGrammar } from './textmate.js';

/** Stands for the editor's Markdown: enough to see that it was asked, and a fence that swallows lines until it is closed. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    { match: '\\*\\*[^*]+\\*\\*', name: 'markup.bold.markdown' },
    { begin: '```', end: '```', name: 'markup.fenced_code.block.markdown' },
  ],
  repository: {},
};

let scopesOf: (text: string) => readonly { readonly text: string; readonly scopes: string }[];

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const grammars = new Map<string, unknown>([
    ['source.plan', textMateGrammar()],
    ['text.html.markdown', MARKDOWN],
  ]);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => (grammars.get(scope) as IRawGrammar | undefined) ?? null,
  });
  const grammar = await registry.loadGrammar('source.plan');
  if (grammar === null) throw new Error('the grammar does not load');
  scopesOf = (text) => {
    let state = INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).join(' '),
      }));
    });
  };
});

/** The scopes of the one piece of `text` that is exactly `piece`; of the nth one, where it stands more than once. */
function scope(text: string, piece: string, nth = 0): string {
  const found = scopesOf(text).filter((token) => token.text.trim() === piece);
  const token = found[nth];
  if (token === undefined) throw new Error(`no token ${piece} among ${JSON.stringify(scopesOf(text))}`);
  return token.scopes;
}

describe('the files the editor reads', () => {
  it.each([
    ['plan.tmLanguage.json', () => asJson(textMateGrammar())],
    ['language-configuration.json', () => asJson(languageConfiguration())],
  ])('%s is what the generator makes (npm run generate)', (file, make) => {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toBe(make());
  });
});

describe('keywords', () => {
  const spellings = [...KEYWORDS.values()].flatMap(({ en, zh }) => [en, zh]).filter((word) => word !== '..');

  it.each(spellings)('%s is coloured', (word) => {
    const scopes = /^\d+月$/.test(word) ? scope(`  ${word} 5万元`, word) : scope(`x = ${word}`, word);
    expect(scopes).toMatch(/^(storage|constant|keyword|variable\.other\.property)/);
  });

  it.each(['责任人李四', '项目部', '李四责任人', 'projects', 'on-time', 'my_project', 'project2'])(
    '%s is a name and not a keyword',
    (name) => {
      expect(scope(`x = ${name} `, name)).toBe('variable.other.plan');
    },
  );

  it('in backquotes are names', () => {
    expect(scope('项目 `年度` "…"', '`年度`')).toBe('entity.name.type.plan');
    expect(scope('x = `年度`', '`年度`')).toBe('variable.other.quoted.plan');
  });
});

describe('declarations', () => {
  it.each([
    ['project P007 "Harbour" {', 'project', 'P007'],
    ['项目 P007 "新桥大道" {', '项目', 'P007'],
    ['  节点 竣工 "竣工验收" 期限 2026-12-20', '节点', '竣工'],
    ['  milestone completed due 2026-12-20', 'milestone', 'completed'],
    ['类别 产业', '类别', '产业'],
    ['category industry', 'category', 'industry'],
    ['项目 X { 任务 前期 }', '任务', '前期'],
  ])('%s declares a name', (text, keyword, name) => {
    expect(scope(text, keyword)).toBe('storage.type.declaration.plan');
    expect(scope(text, name)).toBe('entity.name.type.plan');
  });

  it('a category inside a project is referred to', () => {
    expect(scope('  类别 交通', '类别')).toBe('variable.other.property.plan');
    expect(scope('  类别 交通', '交通')).toBe('variable.other.reference.plan');
  });

  it('a report is known by its day', () => {
    expect(scope('  进展 2026-03-30 {', '进展')).toBe('storage.type.declaration.plan');
    expect(scope('  report 2026-03-30 {', '2026-03-30')).toBe('constant.numeric.date.plan');
  });
});

describe('references', () => {
  it('in a list, whatever the comma, are names even where a keyword is spelled alike', () => {
    const text = '  影响 P007.竣工、前期，A, B';
    for (const name of ['P007', '竣工', '前期', 'A', 'B'])
      expect(scope(text, name)).toBe('variable.other.reference.plan');
  });

  it('of a dependency are told from its type and lag', () => {
    const text = '  after ready SS + 5wd, P007.permit FS-3d, completed';
    for (const name of ['ready', 'P007', 'permit', 'completed']) {
      expect(scope(text, name)).toBe('variable.other.reference.plan');
    }
    expect(scope(text, 'SS')).toBe('constant.language.dependency.plan');
    expect(scope(text, 'FS')).toBe('constant.language.dependency.plan');
    expect(scope(text, '5')).toBe('constant.numeric.duration.plan');
    expect(scope(text, '3')).toBe('constant.numeric.duration.plan');
  });

  it('end where the next statement of the line begins', () => {
    const text = '  节点 通车 { 前置 路基 期限 2027年6月 }';
    expect(scope(text, '路基')).toBe('variable.other.reference.plan');
    expect(scope(text, '期限')).toBe('variable.other.property.plan');
    expect(scope(text, '2027年6月')).toBe('constant.numeric.date.plan');
  });

  it('do not swallow the operators of an expression', () => {
    expect(scope('  where category in 产业 and level = city', 'in')).toBe('variable.other.property.plan');
    expect(scope('  where category in 产业 and level = city', 'and')).toBe('keyword.operator.logical.plan');
    expect(scope('  必备 责任领导、责任单位 对 重要性 = 重中之重', '对')).toBe('variable.other.property.plan');
  });
});

describe('values', () => {
  it.each([
    '2026-03-31',
    '2026/3/31',
    '2026.3.31',
    '2026年3月31日',
    '2026-03',
    '2026年3月',
    '2026-Q1',
    '2026年一季度',
    '2026年第一季度',
    '2026-H1',
    '2026年下半年',
    '2026年',
    '2026年6月底前',
    '２０２６－０３－３１',
  ])('%s is a date', (day) => {
    expect(scope(`  期限 ${day}`, day)).toBe('constant.numeric.date.plan');
  });

  it('a span written without blanks is two dates and the word between them', () => {
    const text = '  建设期限 2026年3月至2027年6月';
    expect(scope(text, '2026年3月')).toBe('constant.numeric.date.plan');
    expect(scope(text, '至')).toBe('keyword.operator.range.plan');
    expect(scope(text, '2027年6月')).toBe('constant.numeric.date.plan');
  });

  it.each([
    ['10', 'd'],
    ['10', '个工作日'],
    ['2', '周'],
    ['3', '个月'],
  ])('%s%s is a duration', (amount, unit) => {
    expect(scope(`  工期 ${amount}${unit}`, amount)).toBe('constant.numeric.duration.plan');
    expect(scope(`  工期 ${amount}${unit}`, unit)).toBe('keyword.other.unit.duration.plan');
  });

  it.each([
    ['', '3.5', '亿元'],
    ['', '5000', '万元'],
    ['约', '629', '亿元'],
    ['~', '1.2', 'B'],
    ['', '1,234.5', '万'],
  ])('%s%s%s is money', (about, amount, unit) => {
    const text = `  fund ${about}${amount}${unit}`;
    expect(scope(text, amount)).toBe('constant.numeric.money.plan');
    expect(scope(text, unit)).toBe('keyword.other.unit.money.plan');
    if (about !== '') expect(scope(text, about)).toBe('keyword.operator.approximate.plan');
  });

  it('a percent is a number and its sign', () => {
    expect(scope('  进度 62.5%', '62.5')).toBe('constant.numeric.percent.plan');
    expect(scope('  进度 62.5％', '％')).toBe('keyword.other.unit.percent.plan');
  });

  it('digits inside a name are not a number', () => {
    expect(scope('x = P007 ', 'P007')).toBe('variable.other.plan');
  });
});

describe('texts', () => {
  it.each(['"a “project” \\" b"', '“项目 {”', '「项目 {」'])('%s holds no keyword', (string) => {
    const scopes = scopesOf(`note ${string} `).slice(2, -1);
    for (const token of scopes) expect(token.scopes).toMatch(/^string\.quoted/);
  });

  it('an unclosed string ends with its line', () => {
    expect(scope('note "open\nproject P1', 'P1')).toBe('entity.name.type.plan');
  });

  it('long ones are Markdown, and an open fence does not outlive the closing quotes', () => {
    const text = ['  情况 """', '        **路基**过半', '```', '  """', '  下步计划 "铺轨"'].join('\n');
    expect(scope(text, '**路基**')).toContain('markup.bold.markdown');
    expect(scope(text, '下步计划')).toBe('variable.other.property.plan');
  });

  it('a long text on one line ends there', () => {
    expect(scope('  text """a project""" next "x"', 'next')).toBe('variable.other.property.plan');
  });
});

describe('comments', () => {
  it('hold no keyword and no value', () => {
    expect(scopesOf('// project P1 2026-01-01').map(({ scopes }) => scopes.split(' ')[0])).toEqual([
      'comment.line.double-slash.plan',
      'comment.line.double-slash.plan',
    ]);
  });

  it('before a declaration are its documentation', () => {
    expect(scope('/** 说明 */\n项目 P1', '说明')).toBe('comment.block.documentation.plan');
    expect(scope('/* 项目 */', '项目')).toBe('comment.block.plan');
  });

  it('that silence a rule show which', () => {
    const text = '// planwright-ignore deadline/overdue: 已报市政府';
    expect(scope(text, 'planwright-ignore')).toContain('keyword.other.ignore.plan');
    expect(scope(text, 'deadline/overdue')).toContain('constant.other.rule.plan');
  });

  it('a merge conflict is marked', () => {
    expect(scope('<<<<<<< HEAD', '<<<<<<< HEAD')).toBe('invalid.illegal.merge-conflict.plan');
  });
});

describe('the language configuration', () => {
  const configuration = languageConfiguration() as {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  };

  it('takes a Chinese name, a date and an amount each for one word', () => {
    const pattern = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
    expect('责任人 李四清，P007.竣工 2026-03-31 3.5亿元 65%'.match(pattern)).toEqual([
      '责任人',
      '李四清',
      'P007',
      '竣工',
      '2026-03-31',
      '3.5亿元',
      '65%',
    ]);
  });

  it.each(['项目 P1 "新桥大道" {', 'project P1 {', '投资 12亿元 ｛', '项目 P1 "a { b" { // why'])(
    'indents after %s',
    (line) => {
      expect(line).toMatch(new RegExp(configuration.indentationRules.increaseIndentPattern));
    },
  );

  it.each(['note "a {"', '人员 甲 { 职务 "局长" }', '// {'])('does not indent after %s', (line) => {
    expect(line).not.toMatch(new RegExp(configuration.indentationRules.increaseIndentPattern));
  });
});
