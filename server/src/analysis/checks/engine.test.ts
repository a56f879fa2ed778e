/** Suppressions, and the order of findings. */
import { describe, expect, it } from 'vitest';
import { allFound, codesIn, found } from '../../../../test/findings.js';

describe('suppressions', () => {
  const late = (comment: string): string =>
    `project P1 {\n  ${comment}\n  milestone M1 due 2026-01-30\n  milestone M2 due 2026-01-30\n}\n`;

  it('silence the statement below and no other', () => {
    const plan = late('// planwright-ignore deadline/overdue: waiting for the court');
    expect(found('deadline/overdue', plan, '2026-03-31').map(({ element }) => element)).toEqual(['P1.M2']);
    expect(codesIn(plan, '2026-03-31')).not.toContain('ignore/unused');
  });

  it('with the colon forgotten silence nothing, and say so', () => {
    const codes = codesIn(late('// planwright-ignore deadline/overdue waiting for the court'), '2026-03-31');
    expect(codes).toContain('ignore/no-reason');
    expect(codes).toContain('deadline/overdue');
  });

  it('above a project silence all of it', () => {
    const plan = `// planwright-ignore deadline/overdue: 移交审计\n${late('')}`;
    expect(codesIn(plan, '2026-03-31')).toEqual([]);
  });

  it('that silence nothing are told, with what is wrong with them', () => {
    expect(found('ignore/unused', late('// planwright-ignore deadline/none: why not'), '2026-03-31')).toMatchObject([
      { data: { code: 'deadline/none', known: true } },
    ]);
    expect(found('ignore/unused', late('// planwright-ignore deadline/overdu: why not'), '2026-03-31')).toMatchObject([
      { data: { known: false }, zh: '没有代码为“deadline/overdu”的规则' },
    ]);
  });

  it('without a reason have no effect', () => {
    const plan = late('// planwright-ignore deadline/overdue');
    expect(codesIn(plan, '2026-03-31')).toEqual(['ignore/no-reason', 'deadline/overdue', 'deadline/overdue']);
  });
});

describe('findings', () => {
  const plan = `portfolio City { meetings every 1w }
person A
project P1 {
  stage ready
  milestone M1 due 2026-01-30
  owner Nobody
}
meeting W { date 2026-03-01  decision "x" { due 2026-03-15 } }
`;

  it('come in the order of places, then codes', () => {
    const places = allFound(plan, '2026-03-31').map(({ text, code }) => `${code} ${text}`);
    expect(places).toEqual([
      'meeting/missed 1w',
      'name/unused A',
      'accountability/no-leader P1',
      'accountability/no-unit P1',
      'deadline/overdue 2026-01-30',
      'name/unknown Nobody',
      'decision/unassigned decision "x"',
      'decision/overdue 2026-03-15',
    ]);
  });

  it('one broken statement costs the findings of no other', () => {
    const broken = plan.replace('stage ready', 'stage redy');
    expect(codesIn(broken, '2026-03-31')).toEqual(
      expect.arrayContaining(['syntax/unexpected', 'deadline/overdue', 'name/unknown', 'decision/overdue']),
    );
  });
});
