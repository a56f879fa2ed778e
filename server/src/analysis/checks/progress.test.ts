/** The rules about reports and progress. */
import { describe, expect, it } from 'vitest';
import { found } from '../../../../test/findings.js';

describe('progress/future', () => {
  const done = 'project P1 {\n  milestone M1 due 2026-12-31 done 2026-04-01\n}\n';

  it('after today, where the portfolio states no status date', () => {
    expect(found('progress/future', done, '2026-03-31')).toMatchObject([
      { text: '2026-04-01', element: 'P1.M1', data: { member: 'done', limit: '2026-03-31', by: 'today' } },
    ]);
    expect(found('progress/future', done, '2026-04-01')).toEqual([]);
  });

  it('after the status date that the portfolio states', () => {
    const stated = `portfolio City { status-date 2026-03-31 }\n${done}`;
    expect(found('progress/future', stated, '2026-03-31', { today: '2026-06-30', byPlan: true })).toMatchObject([
      { data: { by: 'status-date' } },
    ]);
  });

  it('asking for an earlier day makes no mistake of what was stated since', () => {
    expect(found('progress/future', done, '2026-02-28', { today: '2026-05-01' })).toEqual([]);
    const stated = `portfolio City { status-date 2026-04-30 }\n${done}`;
    expect(found('progress/future', stated, '2026-02-28', { today: '2026-06-30' })).toEqual([]);
  });

  it('looks at everything that has happened, not at what is planned', () => {
    const plan = `person A
project P1 {
  task T { start 2026-05-01  due 2026-06-01  started 2026-04-01 }
  report 2026-04-02 { progress 5% }
  issue I { raised 2026-04-03  due 2026-04-30 }
}
meeting W { date 2026-04-04  decision D "x" { feedback 2026-04-05 "y" } }
`;
    expect(found('progress/future', plan, '2026-03-31').map(({ data }) => data.member)).toEqual([
      'started',
      'report',
      'raised',
      'feedback',
    ]);
  });
});

describe('progress/stale', () => {
  const plan = (members: string): string =>
    `portfolio City { reports every 1w }\nproject P1 {\n  stage construction on 2026-03-01\n  ${members}\n}\n`;

  it('a week after the latest report', () => {
    expect(found('progress/stale', plan('report 2026-03-10'), '2026-03-17')).toEqual([]);
    expect(found('progress/stale', plan('report 2026-03-10'), '2026-03-18')).toMatchObject([
      { text: 'P1', data: { latest: '2026-03-10', days: 8 } },
    ]);
  });

  it('without a report, a week after the project became active', () => {
    expect(found('progress/stale', plan(''), '2026-03-08')).toEqual([]);
    expect(found('progress/stale', plan(''), '2026-03-09')).toMatchObject([
      { data: { rhythm: { amount: 1, unit: 'w' } } },
    ]);
    expect(found('progress/stale', plan('report 2026-02-30'), '2026-03-31')).toEqual([]);
  });

  it('suspended and completed projects are not asked', () => {
    expect(found('progress/stale', plan('stage suspended on 2026-03-05'), '2026-03-31')).toEqual([]);
  });
});

describe('progress/not-monotonic', () => {
  it('compares with the latest figure before, whatever the order of the text', () => {
    const plan = `project P1 {
      report 2026-03-31 { progress 35% }
      report 2026-02-28
      report 2026-01-31 { progress 40% }
    }`;
    expect(found('progress/not-monotonic', plan, '2026-03-31')).toMatchObject([
      { text: '35%', data: { from: '40', to: '35', before: '2026-01-31' } },
    ]);
    expect(found('progress/not-monotonic', plan, '2026-03-30')).toEqual([]);
  });
});

describe('progress/out-of-step', () => {
  it('only while the light is green', () => {
    const plan = (due: string): string =>
      `project P1 {\n stage construction\n milestone M1 due ${due}\n report 2026-03-30 { quality problem }\n}\n`;
    expect(found('progress/out-of-step', plan('2026-12-31'), '2026-03-31')).toMatchObject([
      { text: 'quality problem' },
    ]);
    expect(found('progress/out-of-step', plan('2026-03-01'), '2026-03-31')).toEqual([]);
    expect(found('progress/out-of-step', plan('2026-12-31'), '2026-03-29')).toEqual([]);
  });
});

describe('progress/rosy', () => {
  const project = (due: string, reports: string): string =>
    `project P1 {\n stage construction\n milestone M1 due ${due}\n ${reports}\n}\n`;
  const rosy = (due: string, reports: string, asOf = '2026-03-31') =>
    found('progress/rosy', project(due, reports), asOf).map(({ data }) => [data.judged, data.light]);

  it('green outside, yellow or red inside, with the figures', () => {
    const green = 'report 2026-03-30 { judged green "all well" }';
    expect(found('progress/rosy', project('2026-03-20', green), '2026-03-31')).toMatchObject([
      {
        text: 'judged green "all well"',
        element: 'P1',
        en: 'The report of 2026-03-30 judges the project green, while its light is yellow (Days late incl. forecast 11 d)',
        zh: '2026年3月30日的进展研判为绿，而项目亮灯为黄（最大逾期天数11天）',
      },
    ]);
    expect(rosy('2026-01-31', green)).toEqual([['green', 'red']]);
    expect(rosy('2026-01-31', 'report 2026-03-30 { judged yellow }')).toEqual([['yellow', 'red']]);
  });

  it('not where the judgement is as bad as the light or worse', () => {
    expect(rosy('2026-12-31', 'report 2026-03-30 { judged green }')).toEqual([]);
    expect(rosy('2026-03-20', 'report 2026-03-30 { judged yellow }')).toEqual([]);
    expect(rosy('2026-03-20', 'report 2026-03-30 { judged red }')).toEqual([]);
  });

  it('the deadline itself is the last day on which green is right', () => {
    const green = 'report 2026-03-30 { judged green }';
    expect(rosy('2026-03-31', green)).toEqual([]);
    expect(rosy('2026-03-31', green, '2026-04-01')).toEqual([['green', 'yellow']]);
  });

  it('a report that does not judge leaves what the one before it judged', () => {
    const green = 'report 2026-03-01 { judged green }';
    expect(rosy('2026-03-20', `${green} report 2026-03-30 { text "rain" }`)).toEqual([['green', 'yellow']]);
    expect(rosy('2026-03-20', `${green} report 2026-03-30 { judged yellow }`)).toEqual([]);
    expect(rosy('2026-03-20', `${green} report 2026-04-01 { judged yellow }`)).toEqual([['green', 'yellow']]);
  });

  it('has nothing to compare with where the light is blue or grey', () => {
    expect(rosy('2026-03-20', 'report 2026-03-30 { judged green } stage completed on 2026-03-01')).toEqual([]);
    expect(rosy('2026-03-20', 'report 2026-03-30 { judged green } stage cancelled on 2026-03-01')).toEqual([]);
  });

  it('what was judged is a field of expressions, to be compared with the light', () => {
    const listed = (condition: string): readonly unknown[] =>
      found(
        'expect/failed',
        `portfolio X { expect count(${condition}) = 1 }\n${project('2026-03-20', 'report 2026-03-30 { judged green }')}`,
        '2026-03-31',
      );
    expect(listed('judged = green')).toEqual([]);
    expect(listed('研判 = 绿')).toEqual([]);
    expect(listed('judged > light')).toEqual([]);
    expect(listed('judged = yellow')).toHaveLength(1);
  });
});

describe('what a later report leaves out stands', () => {
  const project = (reports: string): string => `portfolio X { reports every 1mo }
project P { stage construction on 2026-01-01 milestone A due 2026-12-31 ${reports} }`;

  it('a report with a text only does not end a safety problem', () => {
    const problem = 'report 2026-03-01 { safety problem "crane" }';
    const at = (more: string): number => found('progress/out-of-step', project(problem + more), '2026-03-31').length;
    expect(at('')).toBe(1);
    expect(at(' report 2026-03-08 { text "rain" }')).toBe(1);
    expect(at(' report 2026-03-08 { safety normal }')).toBe(0);
    expect(at(' report 2026-04-01 { safety normal }')).toBe(1);
  });

  it('for over three rhythms without a word on it, it is asked for', () => {
    const reports =
      'report 2026-01-31 { quality normal safety normal } report 2026-04-30 { progress 10% quality normal }';
    const missing = (asOf: string) =>
      found('progress/incomplete', project(reports), asOf).map(({ data }) => data.missing);
    expect(missing('2026-04-30')).toEqual([]);
    expect(missing('2026-05-01')).toEqual([['safety', 'integrity']]);
    // Who has stopped reporting is stale, not incomplete.
    expect(missing('2026-08-01')).toEqual([]);
  });
});

describe('weights', () => {
  const sums = (items: string) =>
    found('progress/weights', `project P { ${items} }`, '2026-03-31').map(({ data }) => [data.sum, data.whole]);

  it('are the whole, or leave something to items without one', () => {
    expect(sums('task A { weight 40% } task B { weight 60% }')).toEqual([]);
    expect(sums('task A { weight 40% } task B')).toEqual([]);
    expect(sums('task A { weight 40% } task B { weight 59.9% }')).toEqual([['99.9', '100']]);
    expect(sums('task A { weight 60% } task B { weight 60% } task C')).toEqual([['120', '100']]);
  });

  it('within a task that has one are its own', () => {
    const parts = (a: string, b: string): string =>
      `task A { weight 80% task A1 { weight ${a} } task A2 { weight ${b} } } task B { weight 20% }`;
    expect(sums(parts('20%', '60%'))).toEqual([]);
    expect(sums(parts('50%', '50%'))).toEqual([['100', '80']]);
    expect(sums('task A { task A1 { weight 50% } task A2 { weight 30% } } task B { weight 20% }')).toEqual([]);
  });
});

describe('the dated progress of a task', () => {
  it('could fall without a word', () => {
    const plan =
      'project P { task a { progress 60% on 2026-03-03  progress 30% on 2026-03-06  progress 70% on 2026-03-09 } }';
    expect(found('progress/not-monotonic', plan, '2026-03-06')).toMatchObject([
      { text: '30%', element: 'P.a', related: ['60%'], en: 'Physical progress falls from 60% (2026-03-03) to 30%' },
    ]);
    expect(found('progress/not-monotonic', plan, '2026-03-05')).toEqual([]);
  });
});
