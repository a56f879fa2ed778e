/** Published figures beside what the files add up to. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

const city = (expects: string): string => `portfolio City {
  ${expects}
}
category Industry
category Steel { in Industry }
category Town
project P1 { category Steel  investment 6亿元 }
project P2 { category Industry  investment 3.8亿元 }
project P3 { category Town  investment 1亿元  removed 2026-03-01 "sold" }
`;
const failed = (expects: string, asOf = '2026-02-28') => found('expect/failed', city(expects), asOf);

describe('expect/failed', () => {
  it('tells what was found, what was stated, and the difference', () => {
    expect(failed('expect sum(total) ~= 10.8亿元')).toEqual([]);
    expect(failed('expect sum(total) ~= 11亿元')).toEqual([]);
    expect(failed('expect sum(total) ~= 12亿元')).toMatchObject([
      {
        text: 'sum(total) ~= 12亿元',
        data: { problem: 'figure', found: { text: '1080000000' }, stated: { text: '1200000000' } },
        zh: '按文件计算为10.8亿元，而公布为12亿元，少1.2亿元',
      },
    ]);
    expect(failed('expect sum(total) = 11亿元')).toHaveLength(1);
  });

  it('counts who is in the pool at the status date', () => {
    expect(failed('expect count() = 3')).toEqual([]);
    expect(failed('expect count() = 3', '2026-03-01')).toMatchObject([{ en: 'The files give 2, not 3: 1 less' }]);
  });

  it('each part of an "and" for itself, percents in points', () => {
    expect(failed('expect count() = 3 and share(category in Industry, total) ~= 95%')).toMatchObject([
      { text: 'share(category in Industry, total) ~= 95%', data: { difference: { type: 'percent' } } },
    ]);
  });

  it('what cannot be asked is told by the expression rules alone', () => {
    const plan = city('expect count(categry = Town) = 3');
    expect(codesIn(plan, '2026-02-28')).toEqual(['expression/unknown-field']);
    expect(failed('expect count(category in Nowhere) = 3')).toEqual([]);
  });
});

describe('breakdowns', () => {
  it('rows include what lies below', () => {
    expect(
      failed('expect per category partition { Industry count 2, total 10亿元  Town count 1, total 1亿元 }'),
    ).toEqual([]);
    expect(failed('expect per category partition { Industry count 3  Town count 1 }')).toMatchObject([
      {
        text: '3',
        data: { row: 'Industry', measure: 'count' },
        zh: '“Industry”的项目数：按文件计算为2，而公布为3，少1',
      },
    ]);
  });

  it('compare exact and rough amounts with rounded figures', () => {
    const rough = (row: string): number =>
      found(
        'expect/failed',
        `portfolio X { expect per category overlap { ${row} } }
        category Industry category Mining { in Industry } category Roads category Parks
        project A { category Mining investment 3亿元 } project B { category Industry investment 约2亿元 }
        project C { category Roads investment 1.24亿元 } project D { investment 1亿元 }`,
        '2026-04-01',
      ).length;
    expect(rough('Roads total 1.2亿元')).toBe(0);
    expect(rough('Roads total 1.3亿元')).toBe(1);
    expect(rough('Industry total 5.5亿元')).toBe(0); // 3 and 1.5 to 2.5
    expect(rough('Industry total 5.6亿元')).toBe(1);
    expect(rough('Parks count 0')).toBe(0);
  });

  it('a partition has every project in one row', () => {
    expect(failed('expect per category partition { Industry count 2 }')).toMatchObject([
      { data: { problem: 'rest', count: 1, projects: ['P3'] } },
    ]);
    expect(failed('expect per category partition { Industry count 2  Steel count 1  Town count 1 }')).toMatchObject([
      { text: 'Steel', data: { problem: 'two-rows', project: 'P1', rows: ['Industry', 'Steel'] } },
    ]);
    expect(failed('expect per category overlap { Industry count 2  Steel count 1 }')).toEqual([]);
  });

  it('exact and rough amounts stand beside rounded figures', () => {
    const holds = (row: string): boolean =>
      found(
        'expect/failed',
        `portfolio X { expect per category overlap { ${row} } }
         category industry category mining { in industry } category roads category parks
         project A { category mining investment 3亿元 } project B { category industry investment 约2亿元 }
         project C { category roads investment 1.24亿元 } project D { investment 1亿元 }`,
        '2026-04-01',
      ).length === 0;
    expect(holds('roads total 1.2亿元')).toBe(true);
    expect(holds('roads total 1.3亿元')).toBe(false);
    expect(holds('industry total 5.5亿元')).toBe(true); // 3 and 1.5 to 2.5
    expect(holds('industry total 5.6亿元')).toBe(false);
    expect(holds('parks count 0')).toBe(true);
  });

  it('a row that nothing declares is an unknown name, not a wrong figure and no gap in the partition as well', () => {
    const plan = city('expect per category partition { Industry count 2  Twon count 1 }');
    expect(codesIn(plan, '2026-02-28')).toEqual(['expression/unknown-field']);
    expect(codesIn(city('expect per total partition { Industry count 2 }'), '2026-02-28')).toEqual(['expression/type']);
  });
});

describe('what nobody reported', () => {
  const works = (expects: string): string => `portfolio City { year 2026 ${expects} }
    category roads
    project A { stage construction category roads investment { year 2026 4亿元 } report 2026-05-31 { invested 3亿元 } }
    project B { stage construction category roads investment { year 2026 4亿元 } }`;
  const inWords = (expects: string, asOf: string): readonly (readonly [string, string])[] =>
    found('expect/failed', works(expects), asOf).map(({ en, zh }) => [en, zh]);

  it('added up to 0, and agreed with whatever was published', () => {
    expect(inWords('expect sum(invested) <= 5亿元', '2026-05-30')).toEqual([
      [
        'The files give nothing, which is not at most CNY 500M (2 of 2 not reported)',
        '按文件计算为无，并非不大于5亿元（2项中2项未报）',
      ],
    ]);
    expect(inWords('expect sum(invested) <= 5亿元', '2026-05-31')).toEqual([]);
    expect(inWords('expect sum(received) = 0', '2026-05-31')).toHaveLength(1);
    expect(inWords('expect sum(paid) = 0', '2026-05-31')).toHaveLength(1);
    expect(inWords('expect per category overlap { roads invested 0 }', '2026-05-30')).toHaveLength(1);
    // Before the year nothing of it can have been invested.
    expect(inWords('expect sum(invested at 2025-12-31) = 0', '2026-05-30')).toHaveLength(1);
    expect(inWords('expect sum(invested at last-month) = 0', '2026-01-31')).toEqual([]);
  });

  it('was not told beside a sum of the rest', () => {
    expect(inWords('expect sum(invested) = 4亿元', '2026-05-31')).toEqual([
      [
        'The files give CNY 300M, not CNY 400M: CNY 100M less (1 of 2 not reported)',
        '按文件计算为3亿元，而公布为4亿元，少1亿元（2项中1项未报）',
      ],
    ]);
    expect(inWords('expect per category partition { roads plan 9亿元 }', '2026-05-31')[0]?.[0]).not.toContain(
      'reported',
    );
  });
});
