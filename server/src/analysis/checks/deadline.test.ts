/** The rules about deadlines. */
import { describe, expect, it } from 'vitest';
import { found } from '../../../../test/findings.js';

const milestone = (members: string): string => `project P1 {\n  milestone M1 {\n    ${members}\n  }\n}\n`;

describe('deadline/overdue', () => {
  it('a deadline on the status date has not passed, the day after it has', () => {
    const plan = milestone('due 2026-03-31');
    expect(found('deadline/overdue', plan, '2026-03-31')).toEqual([]);
    expect(found('deadline/overdue', plan, '2026-04-01')).toMatchObject([
      { text: '2026-03-31', element: 'P1.M1', data: { due: '2026-03-31', days: 1 } },
    ]);
  });

  it('a month is promised until its last day', () => {
    expect(found('deadline/overdue', milestone('due 2026-02'), '2026-02-28')).toEqual([]);
    expect(found('deadline/overdue', milestone('due 2026-02'), '2026-03-01')).toHaveLength(1);
  });

  it('what is done later was open before', () => {
    const plan = milestone('due 2026-03-31  done 2026-04-10');
    expect(found('deadline/overdue', plan, '2026-04-09')).toHaveLength(1);
    expect(found('deadline/overdue', plan, '2026-04-10')).toEqual([]);
  });

  it('a deadline that was moved later counts as it stood then', () => {
    const plan = milestone('due 2026-09-30  revised 2026-05-01 from 2026-04-15');
    expect(found('deadline/overdue', plan, '2026-04-20')).toMatchObject([{ text: '2026-04-15', data: { days: 5 } }]);
    expect(found('deadline/overdue', plan, '2026-05-01')).toEqual([]);
  });

  it('a deadline that cannot be read is none, and a day of finish that cannot be read is one', () => {
    expect(found('deadline/overdue', milestone('due 2026-02-30'), '2026-06-30')).toEqual([]);
    expect(found('deadline/overdue', milestone('due 2026-02-28  done 2026-02-30'), '2026-06-30')).toEqual([]);
  });

  it('nested tasks have deadlines, and a summary is done when all below it is', () => {
    const plan = `project P1 {
      task Works {
        due 2026-03-31
        task Piles { due 2026-02-28 }
        task Walls { due 2026-03-15  done 2026-03-15 }
      }
    }`;
    expect(found('deadline/overdue', plan, '2026-04-01').map(({ element }) => element)).toEqual([
      'P1.Works',
      'P1.Works.Piles',
    ]);
    const done = plan.replace('due 2026-02-28', 'due 2026-02-28  done 2026-02-28');
    expect(found('deadline/overdue', done, '2026-04-01')).toEqual([]);
  });

  it('nobody is held to the deadlines of what was given up or has left the pool', () => {
    const late = 'milestone M1 due 2026-01-31';
    expect(found('deadline/overdue', `project P1 { stage cancelled on 2026-02-01\n ${late} }`, '2026-03-01')).toEqual(
      [],
    );
    expect(found('deadline/overdue', `project P1 { removed 2026-02-01\n ${late} }`, '2026-03-01')).toEqual([]);
    expect(found('deadline/overdue', `project P1 { removed 2026-02-10\n ${late} }`, '2026-02-09')).toHaveLength(1);
  });
});

describe('deadline/due-soon', () => {
  it('is announced 14 days before, from that day to the deadline itself', () => {
    const plan = milestone('due 2026-03-31');
    expect(found('deadline/due-soon', plan, '2026-03-16')).toEqual([]);
    expect(found('deadline/due-soon', plan, '2026-03-17')).toMatchObject([{ data: { days: 14 } }]);
    expect(found('deadline/due-soon', plan, '2026-03-31')).toMatchObject([{ data: { days: 0 }, en: 'Due today' }]);
    expect(found('deadline/due-soon', plan, '2026-04-01')).toEqual([]);
  });

  it('as long before as the policy says, in working days too', () => {
    const plan = `policy Rules { warn 3wd }\n${milestone('due 2026-03-30')}`;
    // 30 March 2026 is a Monday: the third working day before it is the Wednesday.
    expect(found('deadline/due-soon', plan, '2026-03-24')).toEqual([]);
    expect(found('deadline/due-soon', plan, '2026-03-25')).toHaveLength(1);
  });
});

describe('deadline/finished-late', () => {
  it('on the day is punctual, after it late, and before it was known not yet', () => {
    expect(found('deadline/finished-late', milestone('due 2026-03-31  done 2026-03-31'), '2026-05-01')).toEqual([]);
    const late = milestone('due 2026-03-31  done 2026-04-02');
    expect(found('deadline/finished-late', late, '2026-04-01')).toEqual([]);
    expect(found('deadline/finished-late', late, '2026-04-02')).toMatchObject([
      { text: '2026-04-02', data: { due: '2026-03-31', done: '2026-04-02', days: 2 } },
    ]);
  });

  it('a summary that ends with its last part after its deadline does not slip through between overdue and late', () => {
    const plan = 'project P1 { task S { due 2026-03-30  task A { done 2026-04-01 }  task B { done 2026-03-15 } } }';
    const codes = ['deadline/overdue', 'deadline/finished-late'];
    const at = (day: string) => codes.map((code) => found(code, plan, day).map(({ text }) => text));
    expect(at('2026-03-31')).toEqual([['2026-03-30'], []]);
    expect(at('2026-04-01')).toEqual([[], ['2026-03-30']]);
    expect(found('deadline/finished-late', plan, '2026-04-01')).toMatchObject([
      { element: 'P1.S', data: { done: '2026-04-01', days: 2 }, related: ['2026-04-01'] },
    ]);
    expect(found('deadline/finished-late', plan.replace('due 2026-03-30', 'due 2026-04-01'), '2026-04-01')).toEqual([]);
  });
});

describe('deadline/none', () => {
  it('asks active projects only', () => {
    expect(found('deadline/none', 'project P1 { stage ready }', '2026-03-31')).toMatchObject([{ text: 'P1' }]);
    expect(found('deadline/none', 'project P1 { stage preparation }', '2026-03-31')).toEqual([]);
    expect(found('deadline/none', 'project P1 { stage ready on 2026-04-01 }', '2026-03-31')).toEqual([]);
  });

  it('a deadline that cannot be read is not missing', () => {
    expect(found('deadline/none', 'project P1 { stage ready\n milestone M1 due 2026-02-30 }', '2026-01-31')).toEqual(
      [],
    );
  });
});

describe('moved deadlines', () => {
  const policy = 'policy Rules { max-revisions 1 }\n';
  const twice = `${policy}${milestone('due 2026-09-30\n revised 2026-03-01 from 2026-03-31\n revised 2026-05-31 from 2026-05-31')}`;

  it('count as of the status date', () => {
    expect(found('deadline/revised-often', twice, '2026-05-30')).toEqual([]);
    expect(found('deadline/revised-often', twice, '2026-05-31')).toMatchObject([{ data: { count: 2, max: 1 } }]);
    expect(found('deadline/revised-often', twice.replace(policy, ''), '2026-05-31')).toEqual([]);
  });

  it('on the day of the deadline it is still in time', () => {
    expect(found('deadline/revised-late', twice, '2026-06-30')).toEqual([]);
    const late = twice.replace('revised 2026-05-31', 'revised 2026-06-03');
    expect(found('deadline/revised-late', late, '2026-06-30')).toMatchObject([
      { data: { day: '2026-06-03', from: '2026-05-31', days: 3 } },
    ]);
  });

  it('each move leads to what the next one names', () => {
    expect(found('deadline/revision-chain', twice, '2026-06-30')).toEqual([]);
    const still = twice.replace('from 2026-05-31', 'from 2026-03-31');
    expect(found('deadline/revision-chain', still, '2026-06-30')).toMatchObject([
      { text: '2026-03-31', data: { problem: 'from', day: '2026-03-01' } },
    ]);
    const unmoved = twice.replace('due 2026-09-30', 'due 2026-05');
    expect(found('deadline/revision-chain', unmoved, '2026-06-30')).toMatchObject([{ data: { problem: 'from' } }]);
  });

  it('out of order is told once', () => {
    const plan = milestone('due 2026-09-30\n revised 2026-05-01 from 2026-05-31\n revised 2026-03-01 from 2026-03-31');
    expect(found('deadline/revision-chain', plan, '2026-06-30')).toMatchObject([
      { data: { problem: 'order', day: '2026-03-01', before: '2026-05-01' } },
    ]);
    // On 1 April only the earlier of the two had been made.
    expect(found('deadline/revision-chain', plan, '2026-04-01')).toEqual([]);
  });
});
