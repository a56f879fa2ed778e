/** The messages about text that is no plan. */
import { describe, expect, it } from 'vitest';
import { allFound, codesIn, found } from '../../../../test/findings.js';

const first = (text: string) => found('syntax/unexpected', text, '2026-03-31')[0];

describe('syntax/unexpected', () => {
  it('guesses a mistyped keyword in the language of the reader', () => {
    expect(first('project P1 {\n  onwer A\n}')).toMatchObject({ text: 'onwer', data: { guess: 'owner' } });
    expect(first('project P1 {\n  onwer A\n}')?.zh).toContain('“责任人”');
  });

  it('offers the blank between a keyword and the name glued to it', () => {
    const glued = first('项目 P1 {\n  责任人李四\n}');
    expect(glued).toMatchObject({ text: '责任人李四', data: { glued: { keyword: 'owner', rest: '李四' } } });
    expect(glued?.zh).toBe('“责任人李四”被读成了一个名称：请在“责任人”与“李四”之间加空格');
  });

  it('asks for a condition or a value, not for what either may begin with', () => {
    expect(first('policy R { light L { red when } }')?.en).toBe(
      'Expected a condition such as completion < 50% after "when", found "}"',
    );
    expect(first('view V { where plan > }')?.zh).toBe('“>”后面应为字段或值，却是“}”');
  });

  it('says what was expected in words, five alternatives at most, no engine text', () => {
    const plans = [
      'project',
      'project P1 {\n  leader\n}',
      'project P1 {\n  stage\n}',
      'project P1 {\n  period 2026\n}',
      'project P1 {\n  task T { duration soon }\n}',
      'project P1 {\n  investment lots\n}',
      'project P1 {\n  123 456\n}',
      'meeting W { decision }',
      'policy R { light L { red when } }',
      'view V { where = }',
      'banana',
      'project P1 }\n}',
      'project P1 {',
      'project P1 { scope "open }',
      'project P1 { scope """open }',
      '/* open',
      'project `open {',
      'project P1 { ### }',
      '<<<<<<< HEAD\nproject P1\n=======\nproject P2\n>>>>>>> other\n',
    ];
    for (const plan of plans) {
      const mistakes = allFound(plan, '2026-03-31').filter(({ code }) => code === 'syntax/unexpected');
      expect(mistakes, plan).not.toEqual([]);
      for (const { en, zh } of mistakes) {
        expect(en).not.toMatch(/NAME|DATE|MONEY|LITERAL|BLOCK|EOF|token|undefined|Expecting|MISSHAPEN|WORD/);
        expect(zh).not.toMatch(/NAME|DATE|MONEY|LITERAL|BLOCK|EOF|undefined|MISSHAPEN|WORD/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('a condition that breaks off', () => {
  it.each(['level is city', 'total > 5M && level = city'])(
    '%s is one mistake: what stands before it is not told to be no condition',
    (condition) => {
      const codes = allFound(`view V {\n  where ${condition}\n  columns id\n}`, '2026-03-31').map(({ code }) => code);
      expect(codes).toEqual(['syntax/unexpected']);
    },
  );
});

it('full-width signs of a text whose quote is not opened are no mistakes of their own', () => {
  const plan = '项目 P1 {\n  进展 2026-03-30 { 情况 桩基完成，桩机进场。"  下步计划 "承台，墩柱" }\n}\n';
  expect(codesIn(plan, '2026-03-31').filter((code) => code.startsWith('syntax/'))).toEqual(['syntax/unexpected']);
});
