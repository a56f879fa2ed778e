/** The rules about half-year reports: who owes one, and whether it was given. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';
import { rowsOf, summaryOf } from '../../../../test/generated-summary.js';

const MISSING = 'accountability/review-missing';
const NO_HEAD = 'accountability/no-head';

/** Who gave the report, as the accountability summary has it: `A | Works | 2 | missing`. */
const table = (plan: string, asOf: string): readonly string[] =>
  rowsOf(summaryOf('accountability', plan, { asOf }))
    .filter((row) => /given|missing/.test(row))
    .map((row) => row.slice(2, -2));

describe('reports of leaders', () => {
  const plan = (more = ''): string => `portfolio City { reviews by leader }
person A
project P1 {
 leader A
 stage construction on 2025-12-31
 actual-start 2025-12-31
 ${more}
}
project P2 { leader A  stage ready on 2025-10-01 }
`;

  it('are owed for the half year that ended over 14 days ago, once for each leader', () => {
    expect(found(MISSING, plan(), '2026-01-14')).toEqual([]);
    expect(found(MISSING, plan(), '2026-01-15')).toMatchObject([
      {
        text: 'A',
        element: 'A',
        data: { leader: 'A', half: '2025-H2', projects: ['P1', 'P2'] },
        zh: '“A”在2025年下半年包联2个推进中项目，但没有这半年的述职',
      },
    ]);
    expect(found(MISSING, plan(), '2026-07-14')).toMatchObject([{ data: { half: '2025-H2' } }]);
    expect(found(MISSING, plan(), '2026-07-15')).toMatchObject([{ data: { half: '2026-H1' } }]);
  });

  it('count once they were given', () => {
    expect(found(MISSING, plan('review 2025-H2'), '2026-01-15')).toEqual([]);
    const later = plan('review 2025-H2 { date 2026-02-01 }');
    expect(found(MISSING, later, '2026-01-31')).toHaveLength(1);
    expect(table(later, '2026-01-31')).toEqual(['A | — | 2 | ● Yellow missing | —']);
    expect(found(MISSING, later, '2026-02-01')).toEqual([]);
    expect(table(later, '2026-02-01')).toEqual(['A | — | 2 | ● Green given 2026-02-01 | —']);
    expect(found(MISSING, plan('review 2025-H1'), '2026-01-15')).toHaveLength(1);
    const byAnother = `person B\n${plan('review 2025-H2 { reporter B }')}`;
    expect(found(MISSING, byAnother, '2026-01-15')).toHaveLength(1);
  });

  it('may stand on the unit, where they name the leader or the leader is its head', () => {
    const unit = (members: string): string => `${plan('unit U')}person H
org U { ${members} }
`;
    expect(found(MISSING, unit('head H  review 2025-H2'), '2026-01-15')).toHaveLength(1);
    expect(found(MISSING, unit('head H  review 2025-H2 { reporter A }'), '2026-01-15')).toEqual([]);
    expect(found(MISSING, unit('head A  review 2025-H2'), '2026-01-15')).toEqual([]);
    expect(found(NO_HEAD, unit(''), '2026-01-15')).toEqual([]);
  });

  it('are not owed for a half year in which nothing was active', () => {
    const late =
      'portfolio C { reviews by leader }\nperson A\nproject P1 { leader A  stage construction on 2026-01-01 }\n';
    expect(found(MISSING, late, '2026-03-31')).toEqual([]);
  });

  it('are owed also for a project that has left the pool since', () => {
    const left = plan().replace('stage ready on 2025-10-01', 'stage ready on 2025-10-01  removed 2026-01-10');
    expect(found(MISSING, left, '2026-01-15')).toMatchObject([{ data: { projects: ['P1', 'P2'] } }]);
    expect(table(left, '2026-01-15')).toEqual(['A | — | 2 | ● Yellow missing | —']);
  });

  it('are not owed for a stage that does not say since when it has held', () => {
    const undated = (more: string): string =>
      `portfolio C { reviews by leader }\nperson A\nproject P { leader A stage construction ${more} }`;
    const owed = (more: string): number => found(MISSING, undated(more), '2026-01-20').length;
    expect(owed('')).toBe(0);
    expect(owed('actual-start 2026-01-05')).toBe(0);
    expect(owed('actual-start 2025-09-01')).toBe(1);
    expect(owed('admitted 2025-12-31')).toBe(1);
    expect(owed('report 2025-11-30 { progress 5% }')).toBe(1);
  });
});

describe('reports of units', () => {
  const plan = (unit: string, project = ''): string => `person A person B
org Works { ${unit} }
project P1 { leader B  unit Works  stage construction on 2025-09-01 ${project} }
project P2 { leader B  unit Works  stage ready on 2025-10-01 }
`;

  it('are owed by the head where the portfolio does not say otherwise, not by leaders', () => {
    expect(found(MISSING, plan('head A'), '2026-01-14')).toEqual([]);
    expect(found(MISSING, plan('head A'), '2026-01-15')).toMatchObject([
      {
        text: 'Works',
        element: 'A',
        data: { units: ['Works'], head: 'A', half: '2025-H2', projects: ['P1', 'P2'] },
        related: ['Works'],
        en: '"A", head of "Works", answered for 2 active projects in 2025-H2, but there is no accountability report for it',
        zh: '“Works”负责人“A”在2025年下半年负责2个推进中项目，但没有这半年的述职',
      },
    ]);
    expect(table(plan('head A'), '2026-01-15')).toEqual(['A | — | Works | 2 | ● Yellow missing | —']);
    const said = `portfolio C { reviews by unit }\n${plan('head A')}`;
    expect(found(MISSING, said, '2026-01-15')).toHaveLength(1);
  });

  it('stand on the unit or on a project of it', () => {
    const given = plan('head A  review 2025-H2 { date 2026-01-20 }');
    expect(found(MISSING, given, '2026-01-19')).toHaveLength(1);
    expect(found(MISSING, given, '2026-01-20')).toEqual([]);
    expect(table(given, '2026-01-20')).toEqual(['A | — | Works | 2 | ● Green given 2026-01-20 | —']);
    expect(found(MISSING, plan('head A', 'review 2025-H2'), '2026-01-15')).toEqual([]);
    expect(found(MISSING, plan('head A', 'review 2025-H2 { reporter B }'), '2026-01-15')).toHaveLength(1);
    expect(found(MISSING, plan('head A  review 2025-H2 { reporter B }'), '2026-01-15')).toEqual([]);
    expect(found(MISSING, plan('head A  review 2025-H1'), '2026-01-15')).toHaveLength(1);
  });

  it('are one where one person heads several units', () => {
    const two = `${plan('head A')}org Roads { head A }\nproject P3 { unit Roads  stage construction on 2025-11-01 }\n`;
    expect(found(MISSING, two, '2026-01-15')).toMatchObject([{ data: { units: ['Works', 'Roads'] } }]);
    expect(table(two, '2026-01-15')).toEqual(['A | — | Works, Roads | 3 | ● Yellow missing | —']);
  });

  it('are owed by a unit without a head as well, which is told', () => {
    expect(codesIn(plan(''), '2026-01-15').filter((code) => code === MISSING || code === NO_HEAD)).toEqual([
      NO_HEAD,
      MISSING,
    ]);
    expect(found(NO_HEAD, plan(''), '2026-01-15')).toMatchObject([
      { text: 'Works', element: 'Works', data: { unit: 'Works', projects: ['P1', 'P2'] } },
    ]);
    expect(found(NO_HEAD, plan('head A'), '2026-01-15')).toEqual([]);
    expect(found(NO_HEAD, plan('head Nobody'), '2026-01-15')).toEqual([]);
    expect(table(plan(''), '2026-01-15')).toEqual(['● Red Nobody named | — | Works | 2 | ● Yellow missing | —']);
  });

  it('are not asked of a unit that answers for nothing active', () => {
    const idle = 'org Works\nproject P { unit Works  stage reserve }\n';
    expect(codesIn(idle, '2026-01-15').filter((code) => code === MISSING || code === NO_HEAD)).toEqual([]);
    const now = 'org Works\nproject P { unit Works  stage construction on 2026-01-10 }\n';
    expect(found(MISSING, now, '2026-01-15')).toEqual([]);
    expect(found(NO_HEAD, now, '2026-07-14')).toEqual([]);
    expect(found(NO_HEAD, now, '2026-07-15')).toHaveLength(1);
  });
});
