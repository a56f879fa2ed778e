/** Dates, durations, money and percents in plan text. */
import { describe, expect, it } from 'vitest';
import { marked, messagesIn, problemsIn, read } from '../../../test/read-facts.js';
import { formatDay } from '../model/day.js';
import type { ItemFacts, ProjectFacts } from '../model/facts.js';

function project(members: string): ProjectFacts {
  const facts = read(`project P {\n${members}\n}`);
  expect(facts.findings.filter(({ code }) => code !== 'syntax/full-width')).toEqual([]);
  const [declaration] = facts.declarations;
  if (declaration?.kind !== 'project') throw new Error('no project');
  return declaration;
}

function item(members: string): ItemFacts {
  const [only] = project(`task T {\n${members}\n}`).items;
  if (only === undefined) throw new Error('no item');
  return only;
}

const due = (date: string) => {
  const period = item(`due ${date}`).due?.period;
  return period && `${period.grain} ${formatDay(period.first)} ${formatDay(period.last)}`;
};

describe('a date', () => {
  it.each([
    ['2026-03-31', 'day 2026-03-31 2026-03-31'],
    ['2026/3/31', 'day 2026-03-31 2026-03-31'],
    ['2026.3.31', 'day 2026-03-31 2026-03-31'],
    ['2026年3月31日', 'day 2026-03-31 2026-03-31'],
    ['2026-03', 'month 2026-03-01 2026-03-31'],
    ['2026年3月', 'month 2026-03-01 2026-03-31'],
    ['2026-Q1', 'quarter 2026-01-01 2026-03-31'],
    ['2026年一季度', 'quarter 2026-01-01 2026-03-31'],
    ['2026年第一季度', 'quarter 2026-01-01 2026-03-31'],
    ['2026-H1', 'half 2026-01-01 2026-06-30'],
    ['2026年上半年', 'half 2026-01-01 2026-06-30'],
    ['2026年下半年', 'half 2026-07-01 2026-12-31'],
    ['2026', 'year 2026-01-01 2026-12-31'],
    ['2026年', 'year 2026-01-01 2026-12-31'],
    ['2026年6月底', 'month 2026-06-01 2026-06-30'],
    ['2026年6月末', 'month 2026-06-01 2026-06-30'],
    ['2026年6月底前', 'month 2026-06-01 2026-06-30'],
    ['2026年上半年末', 'half 2026-01-01 2026-06-30'],
    ['2026年底', 'year 2026-01-01 2026-12-31'],
    ['２０２６－０３－３１', 'day 2026-03-31 2026-03-31'],
    ['２０２６年３月', 'month 2026-03-01 2026-03-31'],
  ])('%s', (written, meant) => expect(due(written)).toBe(meant));

  it.each(['2026-02-30', '2026年2月30日', '2026-13', '2026-Q5', '2026年五季度', '0000-01-01'])(
    '%s does not exist, which is told at that date',
    (date) => {
      expect(problemsIn(`project P {\n  milestone M due ${date}\n  unit U\n}`)).toEqual([`value/date: ${date}`]);
    },
  );
});

describe('a value of which only a part can be read', () => {
  const first = (text: string): ProjectFacts => {
    const [declaration] = read(`project P {\n  ${text}\n  unit U\n}`).declarations;
    if (declaration?.kind !== 'project') throw new Error('no project');
    return declaration;
  };
  const isWrong = (text: string): boolean => problemsIn(`project P {\n  ${text}\n  unit U\n}`).length > 0;

  it.each([
    ...[
      '12.5m',
      '0.9m',
      '3.2亿园',
      '3,5亿',
      '12 500万',
      '1.2.3亿',
      '12.5 m',
      '$5M',
      '£12M',
      '12万-15万',
      '12M~',
      '12亿 5000万',
    ],
  ])('investment %s is no amount', (amount) => {
    expect(first(`investment ${amount}`).investment?.total).toBeUndefined();
    expect(isWrong(`investment ${amount}`)).toBe(true);
  });

  it.each(['2026-', '2026 03 31', '2026-03-3 1', '2026-03-311', '2026-03-31?', '2026-03-31至', '2026-Q1-Q2'])(
    'due %s is no deadline',
    (date) => {
      expect(first(`milestone M { due ${date} }`).items[0]?.due).toBeUndefined();
      expect(isWrong(`milestone M { due ${date} }`)).toBe(true);
    },
  );

  it.each(['10d+', '3-5d', '10 d 5', '3.5.2d'])('duration %s is no length', (duration) => {
    expect(first(`task T { duration ${duration} }`).items[0]?.duration).toBeUndefined();
    expect(isWrong(`task T { duration ${duration} }`)).toBe(true);
  });

  it.each(['50%%', '50%+', '50% 60%', '45,5%'])('progress %s is no share', (progress) => {
    expect(first(`task T { progress ${progress} }`).items[0]?.progress).toEqual([]);
    expect(isWrong(`task T { progress ${progress} }`)).toBe(true);
  });

  it.each(['12亿（暂定）', '12亿(暂定)', '12亿 own', '12亿 } }'])(
    'but investment %s is the amount before what is wrong',
    (amount) => {
      expect(first(`investment ${amount}`).investment?.total?.value.amount).toBe(12_0000_0000_0000n);
    },
  );
});

describe('a span', () => {
  it.each([
    '2026-03 .. 2027-06',
    '2026-03..2027-06',
    '2026年3月 至 2027年6月',
    '2026年3月至2027年6月',
    '2026-03至2027-06',
    '２０２６－０３　至　２０２７－０６',
  ])('%s', (span) => {
    const { period } = project(`period ${span}`);
    expect([period?.from.period.first, period?.to.period.last].map((day) => day && formatDay(day))).toEqual([
      '2026-03-01',
      '2027-06-30',
    ]);
  });

  it('of years needs no blank between them', () => {
    const { period } = project('period 2026..2027');
    expect(period && [formatDay(period.from.period.first), formatDay(period.to.period.last)]).toEqual([
      '2026-01-01',
      '2027-12-31',
    ]);
  });
});

describe('a duration', () => {
  it.each([
    ['10d', 10, 'd'],
    ['10天', 10, 'd'],
    ['10wd', 10, 'wd'],
    ['10个工作日', 10, 'wd'],
    ['10工作日', 10, 'wd'],
    ['2w', 2, 'w'],
    ['2周', 2, 'w'],
    ['3mo', 3, 'mo'],
    ['3个月', 3, 'mo'],
    ['2y', 2, 'y'],
    ['2年', 2, 'y'],
    ['１０天', 10, 'd'],
  ])('%s', (written, amount, unit) => expect(item(`duration ${written}`).duration?.value).toEqual({ amount, unit }));

  it('is a whole number of its unit', () => {
    expect(problemsIn('project P {\n  task T { duration 1.5mo }\n}')).toEqual(['value/duration: 1.5mo']);
  });

  it('of four digits before 年 is a year, and so no duration', () => {
    expect(problemsIn('project P {\n  task T { duration 2026年 }\n}')).toEqual(['syntax/unexpected: 2026年']);
  });
});

describe('money', () => {
  const fund = (written: string) => {
    const value = project(`fund ${written}`).fund?.value;
    return value && [value.amount / 10_000n, value.tolerance / 10_000n].map(Number);
  };

  it.each([
    ['3.5亿元', 350_000_000, 0],
    ['3.5亿', 350_000_000, 0],
    ['5000万元', 50_000_000, 0],
    ['5,000万元', 50_000_000, 0],
    ['５，０００万元', 50_000_000, 0],
    ['5000万', 50_000_000, 0],
    ['120元', 120, 0],
    ['350M', 350_000_000, 0],
    ['35k', 35_000, 0],
    ['1.2B', 1_200_000_000, 0],
    ['1,234.5', 1234, 0],
    ['2026', 2026, 0],
    ['约629亿元', 62_900_000_000, 50_000_000],
    ['~629亿元', 62_900_000_000, 50_000_000],
    ['～629亿元', 62_900_000_000, 50_000_000],
  ])('%s', (written, units, tolerance) => expect(fund(written)).toEqual([units, tolerance]));

  it('has no unit that the language does not know', () => {
    expect(problemsIn('project P {\n  fund 10kg\n  unit U\n}')).toEqual(['value/money: 10kg']);
    expect(problemsIn('project P {\n  fund 5m\n  unit U\n}')).toEqual(['value/money: 5m']);
  });

  it('finer than the smallest amount is told so', () => {
    expect(problemsIn('project P { fund 0.00001 }')).toEqual(['value/money: 0.00001']);
  });
});

describe('a percent', () => {
  const progress = (written: string) => item(`progress ${written}`).progress[0]?.value;

  it.each([
    ['65%', 65n, 1n],
    ['62.5%', 125n, 2n],
    ['６５％', 65n, 1n],
    ['0%', 0n, 1n],
  ])('%s', (written, n, d) => expect(progress(written)).toEqual({ n, d }));

  it('of progress is at most 100', () => {
    expect(messagesIn('project P { report 2026-03-31 { progress 120% } }')).toEqual([
      '"120%" is more than 100%, which is not possible here',
    ]);
  });

  it('of a factor may be more', () => {
    expect(problemsIn('policy P { factor 120% }')).toEqual([]);
  });
});

describe('a date that is misspelled is one mistake over all of it', () => {
  it.each(['2026-3-31前', '2026年三季度前', '2026年6月前', '6月底', '31.12.2026'])('%s', (written) => {
    expect(problemsIn(`项目 P {\n  节点 M 期限 ${written}\n  责任单位 U\n}`)).toEqual([`value/date: ${written}`]);
  });
});

describe('a value of another grain or kind', () => {
  it.each([
    ['what has happened has a day', 'project P {\n  actual-start [[2026-03]]\n}', 'value/date'],
    ['a year plan has a year', 'project P { investment { year [[2026-03]] 5M } }', 'value/date'],
    ['a review has a half year', 'project P { review [[2026-Q1]] }', 'value/date'],
    ['a report has a day', 'project P { report [[2026年3月]] { progress 5% } }', 'value/date'],
    ['money is no duration', 'project P {\n  fund [[10d]]\n  unit U\n}', 'syntax/unexpected'],
    ['a word is no date', 'project P {\n  milestone M due [[tomorrow]]\n  unit U\n}', 'syntax/unexpected'],
    ['a count is whole', 'policy P { max-load [[2.5]] }', 'syntax/unexpected'],
  ])('%s', (_, source, code) => {
    const { text, places } = marked(source);
    expect(read(text).findings.map(({ code, at }) => [code, at.start, at.end])).toEqual(
      places.map(([start, end]) => [code, start, end]),
    );
  });
});

describe('a bare amount before another year', () => {
  it('was read as a number of years', () => {
    const read = 'project P { investment { before 30 year 2025 1200 year 2026 2400 } }';
    expect(problemsIn(read)).toEqual([]);
    expect(problemsIn('project P { task t { duration 2 years } }')).toEqual(['value/spelling: 2 years']);
  });
});

describe('an approximate amount behind its year', () => {
  it.each([
    'project P { investment 30M { year 2026 ~8M year 2027 ~8000 } }',
    '项目 P { 投资 1亿元 { 年度 2026 ~5000万元 年度 2027年 ~5000 } }',
  ])('was taken for the end of a span: %s', (text) => expect(problemsIn(text)).toEqual([]));

  it('is none between two dates', () => {
    expect(problemsIn('project P { period 2026 ~ 2027 }')).toEqual(['value/spelling: ~']);
  });
});
