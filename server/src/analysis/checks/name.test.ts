/** The rules about names. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

describe('name/unknown', () => {
  const near = (declared: string, name: string): unknown =>
    found('name/unknown', `${declared}\nproject P1 { leader ${name} }`, '2026-03-31')[0]?.data.nearest;

  it('suggests what one slip of the key away is declared', () => {
    expect(near('person 李四清', '李四青')).toBe('李四清');
    expect(near('person 李四清', '李四')).toBe('李四清');
    expect(near('person Johnson', 'Jonhson')).toBe('Johnson');
    expect(near('person 王五', '李四')).toBeUndefined();
    expect(near('person 李五', '李四')).toBeUndefined();
  });

  it('suggests by the title and by the short form of an organisation', () => {
    const plan = 'org DRC "市发改委" { alias "发改委" }\nproject P1 { unit 发改委 }';
    expect(found('name/unknown', plan, '2026-03-31')).toMatchObject([
      { text: '发改委', data: { name: '发改委', nearest: 'DRC' }, zh: '没有名为“发改委”的单位；是否应为“DRC”？' },
    ]);
  });

  it('suggests a name in backquotes as it has to be written', () => {
    expect(near('person `J. Doe`', '`J. Dow`')).toBe('`J. Doe`');
  });

  it('mends the part of a path that is wrong', () => {
    const plan = `project P7 {
      task Preparation { task Survey }
    }
    project P8 {
      milestone Start { after P7.Preparation.Survye }
    }`;
    expect(found('name/unknown', plan, '2026-03-31')).toMatchObject([
      { text: 'P7.Preparation.Survye', data: { nearest: 'P7.Preparation.Survey' } },
    ]);
  });

  it('a name of another kind is told as that', () => {
    const plan = 'org Bureau\nproject P1 { leader Bureau }';
    expect(codesIn(plan, '2026-03-31')).toEqual(['name/wrong-kind']);
    expect(found('name/wrong-kind', plan, '2026-03-31')).toMatchObject([
      { data: { found: 'org' }, related: ['Bureau'] },
    ]);
  });

  it('an unknown leader is not a missing one', () => {
    const plan = 'project P1 {\n  stage ready\n  leader Nobody\n}\n';
    expect(found('accountability/no-leader', plan, '2026-03-31')).toEqual([]);
  });
});

describe('name/duplicate', () => {
  it('the second declaration is the culprit, the first is shown beside it', () => {
    const plan = 'person 李四 "先"\nperson 李四 "后"\norg 李四\n';
    expect(found('name/duplicate', plan, '2026-03-31')).toMatchObject([{ text: '李四', data: { kind: 'person' } }]);
  });

  it('items of one block, issues, decisions', () => {
    const plan = `project P1 {
      task T { milestone M  milestone N }
      task U { milestone M  milestone M }
      issue I  issue I
    }
    meeting W { decision D "a"  decision D "b"  decision "c"  decision "d" }`;
    expect(found('name/duplicate', plan, '2026-03-31').map(({ data }) => data.kind)).toEqual([
      'item',
      'issue',
      'decision',
    ]);
  });

  it('one portfolio, whatever it is called', () => {
    expect(found('name/duplicate', 'portfolio A\nportfolio B\n', '2026-03-31')).toMatchObject([
      { text: 'B', data: { kind: 'portfolio', only: true } },
    ]);
  });
});

describe('name/unused', () => {
  it('views, policies and expectations use names, too', () => {
    const plan = `category Industry
category Town
category Rest
view V { where category in Industry  columns id }
portfolio City { expect per category overlap { Town count 0 } }
`;
    expect(found('name/unused', plan, '2026-03-31').map(({ text }) => text)).toEqual(['Rest']);
  });
});

describe('name/cycle', () => {
  const paths = (text: string) => found('name/cycle', text, '2026-03-31').map(({ data }) => data.path);

  it('tells each cycle once, whoever leads into it', () => {
    expect(
      paths('project A { parent B } project B { parent C } project C { parent B } project D { parent A }'),
    ).toEqual([['B', 'C', 'B']]);
    expect(paths('project A { parent A }')).toEqual([['A', 'A']]);
    expect(paths('org A { in B } org B { in A } area X { in Y } area Y { in X }')).toEqual([
      ['A', 'B', 'A'],
      ['X', 'Y', 'X'],
    ]);
  });

  it('is no tree, however wide and deep', () => {
    expect(
      paths('category A category B { in A } category C { in A } category D { in C } project P { category D }'),
    ).toEqual([]);
  });
});

describe('two lights of one name', () => {
  it('are told: a condition could mean either', () => {
    const policy = (second: string): string =>
      `policy R { light time { red when days-late > 30d } light ${second} { red when completion < 10% } }`;
    expect(found('name/duplicate', policy('time'), '2026-03-31').map(({ zh }) => zh)).toEqual([
      '名为“time”的亮灯已经存在',
    ]);
    expect(found('name/duplicate', policy('money'), '2026-03-31')).toEqual([]);
  });
});
