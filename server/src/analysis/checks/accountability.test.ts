/** The rules about who answers for a project, and what a policy requires. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

const missing = (plan: string, asOf: string): readonly string[] =>
  codesIn(plan, asOf).filter((code) => code.startsWith('accountability/no-'));

describe('who answers for an active project', () => {
  it('one warning each for leader, unit and owner', () => {
    expect(missing('project P1 { stage construction }', '2026-03-31')).toEqual([
      'accountability/no-leader',
      'accountability/no-owner',
      'accountability/no-unit',
    ]);
  });

  it('from the day on which it becomes active, to the day on which it leaves', () => {
    const plan = 'project P1 {\n stage ready on 2026-03-01\n stage suspended on 2026-05-01\n}';
    expect(missing(plan, '2026-02-28')).toEqual([]);
    expect(missing(plan, '2026-03-01')).toHaveLength(3);
    expect(missing(plan, '2026-05-01')).toEqual([]);
    expect(missing('project P1 {\n stage ready\n removed 2026-03-01\n}', '2026-03-01')).toEqual([]);
  });

  it('a mistyped keyword is one mistake', () => {
    const plan = 'person A\nproject P1 {\n  stage ready\n  laeder A\n}\n';
    expect(codesIn(plan, '2026-03-31')).toContain('syntax/unexpected');
    expect(found('accountability/no-leader', plan, '2026-03-31')).toEqual([]);
    expect(found('accountability/no-unit', plan, '2026-03-31')).toHaveLength(1);
  });
});

describe('accountability/overload', () => {
  const plan = (count: number): string =>
    `policy Rules { max-load 2 }\nperson A\n${Array.from({ length: count }, (_, n) => `project P${n} { leader A  stage ready }`).join('\n')}\n`;

  it('counts active projects against the policy', () => {
    expect(found('accountability/overload', plan(2), '2026-03-31')).toEqual([]);
    expect(found('accountability/overload', plan(3), '2026-03-31')).toMatchObject([
      { text: 'A', data: { leader: 'A', count: 3, max: 2, projects: ['P0', 'P1', 'P2'] }, related: ['A', 'A', 'A'] },
    ]);
    expect(found('accountability/overload', plan(3).replace('max-load 2', ''), '2026-03-31')).toEqual([]);
  });

  it('counts a project once that is declared twice', () => {
    const twice = `${plan(2)}project P0 { leader A  stage ready }\n`;
    expect(found('name/duplicate', twice, '2026-03-31')).toHaveLength(1);
    expect(found('accountability/overload', twice, '2026-03-31')).toEqual([]);
  });
});

describe('accountability/same-person', () => {
  it('on projects, items and decisions', () => {
    const plan = `person A
person B
project P1 { leader A  owner B  supervisor B
  task T { owner A  leader A }
}
meeting W { decision "x" { owner A  supervisor A } }
`;
    expect(
      found('accountability/same-person', plan, '2026-03-31').map(({ element, data }) => [element, data.roles]),
    ).toEqual([
      ['P1', ['owner', 'supervisor']],
      ['P1.T', ['leader', 'owner']],
      ['W.#1', ['owner', 'supervisor']],
    ]);
  });
});

describe('member/missing', () => {
  const plan = (members: string): string => `policy Five {
  require leader, unit, team, scheme, fund for priority = top
  require category
}
project P1 {
  ${members}
}
`;

  it('lists all at once', () => {
    expect(found('member/missing', plan('priority top'), '2026-03-31')).toMatchObject([
      {
        text: 'P1',
        data: { missing: ['leader', 'unit', 'team', 'scheme', 'fund', 'category'], policy: 'Five' },
        zh: '缺少“责任领导”“责任单位”“工作专班”“工作方案”“工作经费”和“类别”，规则“Five”要求填写',
      },
    ]);
    expect(found('member/missing', plan('priority key'), '2026-03-31')).toMatchObject([
      { data: { missing: ['category'] } },
    ]);
    expect(found('member/missing', `category Roads\n${plan('category Roads')}`, '2026-03-31')).toEqual([]);
  });

  it('what cannot be read is not missing', () => {
    expect(
      found('member/missing', plan('priority top category Nowhere\n fund 0.00001\n leader Nobody'), '2026-03-31'),
    ).toMatchObject([{ data: { missing: ['unit', 'team', 'scheme'] } }]);
  });
});

describe('what a policy requires', () => {
  const project = (members: string): string =>
    `policy R { require leader, scheme, fund, team for stage = construction }
person Li person Wang { org Works } org Works { head Wang }
project P { stage construction unit Works owner Wang milestone A due 2026-12-31 actual-start 2026-01-01 ${members} }`;
  const missing = (members: string) =>
    found('member/missing', project(members), '2026-01-10').flatMap(({ data }) => data.missing);

  it('is not met by an empty text or an amount of 0', () => {
    expect(missing('leader Li scheme "a.md" fund 1万元 team "T"')).toEqual([]);
    expect(missing('leader Li scheme "" fund 0元 team ""')).toEqual(['scheme', 'fund', 'team']);
    expect(missing('leader Li scheme " " fund 1元 team { Li }')).toEqual(['scheme']);
  });

  it('is one diagnostic: who is missing there is not told as a project without a leader too', () => {
    const codes = codesIn(project(''), '2026-01-10');
    expect(codes).toContain('member/missing');
    expect(codes).not.toContain('accountability/no-leader');
  });
});
