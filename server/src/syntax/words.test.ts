/** Names, keywords, strings, comments and punctuation in plan text. */
import { describe, expect, it } from 'vitest';
import { KEYWORDS } from '../../../grammar/keywords.js';
import { findingsInOrder, messagesIn, problemsIn, read } from '../../../test/read-facts.js';

const nameOf = (text: string) => read(text).declarations[0]?.name.text;

describe('a name', () => {
  it.each(['P007', '新罗区', 'Caofeidian-2', '_draft', 'Ñandú', 'Ωmega', '𠮷野'])('%s', (name) => {
    expect(problemsIn(`org ${name}`)).toEqual([]);
    expect(nameOf(`org ${name}`)).toBe(name);
  });

  it('ends where a comment begins, glued to it or not', () => {
    for (const text of ['person B// two', 'person B/* two */', 'person B // two']) {
      expect([nameOf(text), problemsIn(text)]).toEqual(['B', []]);
    }
  });

  it('in backquotes may begin with a digit and hold blanks and dots', () => {
    expect(nameOf('project `2009-001`')).toBe('2009-001');
    expect(nameOf('project `新罗 区.一期`')).toBe('新罗 区.一期');
    expect(read('project `2009-001`').declarations[0]?.id).toBe('`2009-001`');
  });

  it('in full-width letters is the same name', () => {
    expect(nameOf('project Ｐ００７')).toBe('P007');
  });

  it('that begins with a digit is told to need backquotes, and read all the same', () => {
    const text = 'project 2009-001 "Road" {\n  leader L\n}\nproject Q { replaces 2009-001 }';
    expect(problemsIn(text)).toEqual(['syntax/unexpected: 2009-001', 'syntax/unexpected: 2009-001']);
    expect(messagesIn(text)[0]).toMatch(/backquotes/);
    expect(read(text).declarations.map(({ name }) => name.text)).toEqual(['2009-001', 'Q']);
  });

  it.each(['`abc {', '`', '``'])('in backquotes that is not one costs one diagnostic: %s', (name) => {
    const text = `project ${name}\n}\nproject Q { leader L }`;
    expect(problemsIn(text).filter((what) => what.startsWith('syntax/unexpected: `'))).toHaveLength(1);
    expect(read(text).declarations.map(({ name }) => name.text)).toContain('Q');
  });
});

describe('a keyword', () => {
  /** `..` and the months, which begin with a digit, can be nothing else. */
  const words = [...KEYWORDS.values()]
    .flatMap(({ en, zh }) => [en, zh])
    .filter((word) => !/^(?:\.\.|至|\d.*)$/.test(word));

  it.each(words)('%s is a name where a name is expected', (word) => {
    expect(nameOf(`org ${word} "x"`)).toBe(word);
    const text = `project P {\n  milestone ${word} due 2026-01-02\n  task T { after ${word} FS +2d, T2 }\n}`;
    expect(problemsIn(text)).toEqual([]);
    expect(read(text).refs.map(({ segments }) => segments.map((segment) => segment.text).join('.'))).toEqual([
      word,
      'T2',
    ]);
  });

  it('is a name on a line of its own within a list', () => {
    const text = 'view V {\n  columns id,\n    title,\n    leader,\n    light\n  sort light desc,\n    due\n}';
    expect(problemsIn(text)).toEqual([]);
    const [view] = read(text).declarations;
    expect(view?.kind === 'view' && view.columns.map(({ value }) => value.type === 'name' && value.name.text)).toEqual([
      'id',
      'title',
      'leader',
      'light',
    ]);
    expect(view?.kind === 'view' && view.sort.map(({ field }) => field.text)).toEqual(['light', 'due']);
  });

  it('is a column with a title on a line of its own', () => {
    const text =
      'view V {\n  columns id,\n    invested "Spent",\n    plan - invested "Left",\n  sort light\n  totals count() "n"\n}';
    expect(problemsIn(text)).toEqual(['syntax/superfluous: ,']);
    const [view] = read(text).declarations;
    expect(view?.kind === 'view' && view.columns.map(({ title }) => title?.text)).toEqual([undefined, 'Spent', 'Left']);
    expect(view?.kind === 'view' && view.sort.map(({ field }) => field.text)).toEqual(['light']);
  });

  it('is an operand on a line of its own within an expression', () => {
    expect(
      problemsIn('view V {\n  where\n    level = city and\n    stage = ready\n    or priority =\n    top\n}'),
    ).toEqual([]);
  });

  it('mixes with the other language', () => {
    expect(problemsIn('项目 P "x" { leader 李四  责任单位 U  stage 在建 on 2026-01-02  period 2026 至 2027 }')).toEqual(
      [],
    );
  });

  it('in other letters is read where a keyword has to stand, and a name is what is written', () => {
    expect(messagesIn('Project City')).toEqual(['"Project" is read as "project"']);
    expect(read('Project City').declarations[0]?.id).toBe('City');
  });
});

describe('a string', () => {
  const title = (text: string) => read(`org U ${text}`).declarations[0]?.title;

  it.each([
    ['"abc"', 'abc'],
    ['“甲乙”', '甲乙'],
    ['「甲乙」', '甲乙'],
    [String.raw`"a \"b\" \\ c\nd"`, 'a "b" \\ c\nd'],
    ['"“inner” quotes, ：； and 全角 stay"', '“inner” quotes, ：； and 全角 stay'],
    ['""', ''],
  ])('%s', (written, meant) => {
    expect(title(written)).toMatchObject({ text: meant, markdown: false });
    expect(problemsIn(`org U ${written}`)).toEqual([]);
  });

  it('over many lines loses its common indentation', () => {
    const text = 'project P {\n  scope """\n    # Scope\n      - 12 km\n\n    in all\n  """\n}';
    const [project] = read(text).declarations;
    expect(project?.kind === 'project' && project.scope).toMatchObject({
      text: '# Scope\n  - 12 km\n\nin all',
      markdown: true,
    });
    expect(read(text.replaceAll('\n', '\r\n')).declarations[0]).toMatchObject({
      scope: { text: '# Scope\n  - 12 km\n\nin all' },
    });
  });
});

describe('full-width punctuation', () => {
  it('means what its half-width twin means, and each is hinted at', () => {
    const text =
      '项目 P ｛\n  配合单位 甲，乙、丙\n  任务 T ｛ 前置 甲．乙 FS ＋3天 ｝\n｝\n视图 V ｛ 筛选 sum（total，level ＝ city） ＞＝ 65％ ｝';
    const hints = problemsIn(text);
    expect(hints.every((hint) => hint.startsWith('syntax/full-width: '))).toBe(true);
    expect(hints.map((hint) => hint.replace('syntax/full-width: ', ''))).toEqual([
      '｛',
      '，',
      '｛',
      '．',
      '＋',
      '｝',
      '｝',
      '｛',
      '（',
      '，',
      '＝',
      '）',
      '＞＝',
      '65％',
      '｝',
    ]);
    const [project] = read(text).declarations;
    expect(project?.kind === 'project' && project.support.map(({ segments }) => segments[0]?.text)).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  it('is left alone in strings, comments and long texts', () => {
    expect(problemsIn('/** 甲，乙 */\norg U "甲，（乙）" // ，\nproject P { scope """，：""" }')).toEqual([]);
  });
});

describe('comments', () => {
  const doc = (text: string) => read(text).declarations[0]?.doc;

  it('document the declaration right behind them', () => {
    expect(doc('/** The authority.\n * Two lines. */\norg U')).toBe('The authority.\nTwo lines.');
    expect(doc('/** far */\n// between\norg U')).toBeUndefined();
    expect(doc('/* plain */\norg U')).toBeUndefined();
    expect(doc('/** of another */ org T\norg U')).toBe('of another');
  });

  it('document items too', () => {
    const [project] = read('project P {\n  /** Hand over. */\n  milestone M\n}').declarations;
    expect(project?.kind === 'project' && project.items[0]?.doc).toBe('Hand over.');
  });

  it('that ignore a finding name it, the reason and the statement below', () => {
    const text =
      'project P {\n  /** doc */\n  // planwright-ignore deadline/overdue: 雨季\n  // planwright-ignore a/b\n  milestone M due 2026-01-02 {\n    weight 5%\n  }\n  unit U\n}';
    expect(
      read(text).ignores.map(({ code, reason, covers }) => [code, reason, text.slice(covers.start, covers.end)]),
    ).toEqual([
      ['deadline/overdue', '雨季', 'milestone M due 2026-01-02 {\n    weight 5%\n  }'],
      ['a/b', '', 'milestone M due 2026-01-02 {\n    weight 5%\n  }'],
    ]);
  });

  it('an ignore above nothing covers nothing', () => {
    const [ignore] = read('org U\n// planwright-ignore a/b: why').ignores;
    expect(ignore && ignore.covers.end - ignore.covers.start).toBe(0);
  });
});

describe('the text as a file has it', () => {
  const text = 'project P {\n  leader L\n  unit\n}\n';

  it('with a byte order mark', () => expect(problemsIn(`\uFEFF${text}`)).toEqual(['syntax/unexpected: unit']));

  it('with Windows line ends', () => {
    expect(problemsIn(text.replaceAll('\n', '\r\n'))).toEqual(['syntax/unexpected: unit']);
  });

  it.each([
    ['NUL', '\0'],
    ['a lone surrogate', '\ud800'],
    ['a control character', '\x07'],
    ['a right-to-left override', '\u202e'],
  ])('with %s, which costs itself', (_, character) => {
    const found = findingsInOrder(read(`project P {\n  leader L${character}\n  unit U\n}`));
    expect(found.map(({ at }) => [at.start, at.end])).toEqual([[22, 23]]);
    expect(read(`project P {\n  leader L${character}\n  unit U\n}`).refs).toHaveLength(2);
  });

  it('knows the vocabulary of the file by majority', () => {
    const vocabulary = (source: string) => read(source).vocabulary;
    expect(vocabulary('项目 P { 责任人 张三 unit U }')).toBe('zh');
    expect(vocabulary('project P { 责任人 张三 unit U }')).toBe('en');
    expect(vocabulary('// nothing')).toBeUndefined();
  });
});
