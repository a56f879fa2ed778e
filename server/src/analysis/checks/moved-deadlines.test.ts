/** Deadlines of decisions and issues that were moved: each day is judged by the one that held on it. */
import { describe, expect, it } from 'vitest';
import { found } from '../../../../test/findings.js';

/** Due 10 April; moved on 8 April to 30 April, on 2 May to 31 May. */
const MOVED = `due 2026-05-31
    revised 2026-04-08 from 2026-04-10 by Mayor "rain"
    revised 2026-05-02 from 2026-04-30`;
const decision = (members: string): string => `person Mayor
meeting W { date 2026-04-01
  decision D "hand over" { ${members} } }
`;
const issue = (members: string): string => `person Mayor
project P { issue Land { raised 2026-04-01  ${members} } }
`;
const inspection = (members: string): string => `person Mayor
inspection I { date 2026-04-01  issue Crane { ${members} } }
`;

describe.each([
  ['decision/overdue', decision, 'W.D'],
  ['issue/overdue', issue, 'P.Land'],
  ['issue/overdue', inspection, 'I.Crane'],
] as const)('%s of %s', (code, plan, element) => {
  const on = (day: string, members = MOVED) => found(code, plan(members), day);

  it('is judged by the newest deadline, the day before and after it', () => {
    expect(on('2026-05-31')).toEqual([]);
    expect(on('2026-06-01')).toMatchObject([{ element, text: '2026-05-31', data: { due: '2026-05-31', days: 1 } }]);
  });

  it('was too green: before the second move the second deadline held, and on that day the third', () => {
    expect(on('2026-04-30')).toEqual([]);
    expect(on('2026-05-01')).toMatchObject([{ element, text: '2026-04-30', data: { due: '2026-04-30', days: 1 } }]);
    expect(on('2026-05-02')).toEqual([]);
  });

  it('before the first move the first deadline held', () => {
    const late = MOVED.replace('2026-04-08', '2026-04-12');
    expect(on('2026-04-10', late)).toEqual([]);
    expect(on('2026-04-11', late)).toMatchObject([{ text: '2026-04-10', data: { days: 1 } }]);
    expect(on('2026-04-12', late)).toEqual([]);
  });

  it('a month that was moved held until its last day', () => {
    const month = 'due 2026-06  revised 2026-05-02 from 2026-04';
    expect(on('2026-04-30', month)).toEqual([]);
    expect(on('2026-05-01', month)).toHaveLength(1);
    expect(on('2026-05-02', month)).toEqual([]);
  });

  it('what held before a move that does not say so is not known', () => {
    expect(on('2026-04-20', 'due 2026-04-01  revised 2026-05-02')).toEqual([]);
    expect(on('2026-05-02', 'due 2026-04-01  revised 2026-05-02')).toHaveLength(1);
  });
});

describe('the record of moves', () => {
  it.each([
    ['decision', decision, 'W.D'],
    ['issue', issue, 'P.Land'],
    ['inspection', inspection, 'I.Crane'],
  ] as const)('of a %s is held to the same rules as that of a milestone', (_, plan, element) => {
    expect(found('deadline/revised-late', plan(MOVED), '2026-05-01')).toEqual([]);
    expect(found('deadline/revised-late', plan(MOVED), '2026-05-02')).toMatchObject([{ element, data: { days: 2 } }]);
    const disorder = 'due 2026-06-30  revised 2026-05-02 from 2026-05-31  revised 2026-04-02 from 2026-04-30';
    expect(found('deadline/revision-chain', plan(disorder), '2026-06-01')).toMatchObject([
      { element, data: { problem: 'order' } },
    ]);
    const same = 'due 2026-05-31  revised 2026-05-02 from 2026-05-31';
    expect(found('deadline/revision-chain', plan(same), '2026-06-01')).toMatchObject([
      { element, data: { problem: 'from' } },
    ]);
    const policy = 'policy Rules { max-revisions 1 }\n';
    expect(found('deadline/revised-often', policy + plan(MOVED), '2026-05-01')).toEqual([]);
    expect(found('deadline/revised-often', policy + plan(MOVED), '2026-05-02')).toMatchObject([
      { element, data: { count: 2, max: 1 } },
    ]);
    expect(found('deadline/revised-often', plan(MOVED), '2026-05-02')).toEqual([]);
  });

  it('cannot have been made after the day that is judged', () => {
    const dated = (plan: string): string => `portfolio City { status-date 2026-05-01 }\n${plan}`;
    for (const plan of [decision(MOVED), issue(MOVED)]) {
      expect(found('progress/future', dated(plan), '2026-05-01', { byPlan: true })).toMatchObject([
        { data: { member: 'revised', day: '2026-05-02' } },
      ]);
    }
  });
});
