/** The month's circular: who is first, who is silent, what began. */
import { describe, expect, it } from 'vitest';
import { blocksOf, rowsOf, summaryOf } from '../../../../test/generated-summary.js';
import { plainText } from '../plain-text.js';

/** Invented. */
const CITY = `
portfolio city "City works"
area North
area South
area West
area Empty
org Works "Works Bureau"
org Land "Land Bureau"
project a "Road" { area North  unit Works  stage construction  period 2026-02 .. 2026-05  actual-start 2026-02-10
  investment 20亿元 { year 2025 5亿元  year 2026 10亿元 }
  report 2025-05-31 { invested 1亿元 }  report 2025-06-30 { invested 2亿元 }  report 2025-12-31 { invested 5亿元 }
  report 2026-05-31 { invested 3亿元 }  report 2026-06-30 { invested 6亿元 } }
project b "Bridge" { area South  unit Works  stage construction  period 2026-06 .. 2027-05  actual-start 2026-06-03
  investment 10亿元 { year 2026 10亿元 }
  report 2026-05-31 { invested 4亿元 }  report 2026-06-30 { invested 4亿元 } }
project c "School" { area West  unit Land  stage construction  period 2026-03 .. 2026-12  actual-start 2026-03-01
  investment 10亿元 { year 2026 10亿元 }
  report 2026-06-20 { invested 4亿元 } }
project d "Park" { area South  unit Land  stage ready  period 2026-04 .. 2026-12  investment 1亿元 { year 2026 5000万元 } }
`;

const made = summaryOf('bulletin', CITY);
const table = (anchor: string, of = made) => blocksOf(of, 'table').find((each) => each.anchor === anchor);
const rows = (anchor: string, of = made) =>
  (table(anchor, of)?.rows ?? []).map((each) =>
    each.type === 'row' ? each.cells.map(({ content }) => plainText(content, 'en')).join(' | ') : '',
  );
const figures = (of = made) =>
  (blocksOf(of, 'keyValues')[0]?.entries ?? []).map(
    ({ label, value, note }) => `${label}: ${plainText(value, 'en')}${note === undefined ? '' : ` (${note})`}`,
  );

describe('the ranking of a bulletin', () => {
  it('puts areas in the order of what they completed, with the place that they had at the end of last month', () => {
    // South: 4 of 10.5 among which the park has not reported; at the end of May South was first.
    expect(rows('area-ranking').map((row) => row.split(' | ').slice(0, 6))).toEqual([
      ['1', 'North', '1', '1,000.00', '600.00', '60%'],
      ['2', 'West', '1', '1,000.00', '400.00', '40%'],
      ['3', 'South', '2', '1,050.00', '400.00', '38.1%'],
    ]);
    expect(rows('area-ranking').map((row) => row.split(' | ').slice(-2))).toEqual([
      ['2', '↑1'],
      ['—', '—'],
      ['1', '↓2'],
    ]);
  });

  it('tells points against time with their sign, and shows no light that no policy judged', () => {
    const points = rows('area-ranking').map((row) => row.split(' | ')[7]);
    expect(points).toEqual(['+10.4', '-9.6', '-11.5']);
  });

  it('lets equal values share a place, and the next one stands after both', () => {
    const equal = CITY.replace('report 2026-06-30 { invested 6亿元 }', 'report 2026-06-30 { invested 4亿元 }');
    expect(rows('area-ranking', summaryOf('bulletin', equal)).map((row) => row.split(' | ').slice(0, 2))).toEqual([
      ['1', 'North'],
      ['1', 'West'],
      ['3', 'South'],
    ]);
  });

  it('was one row where a single project was the whole city’s and not a district’s', () => {
    const city = CITY.replace(/area (North|South|West|Empty)\n/g, 'area $1 { in City }\n')
      .replace('area North {', 'area City\narea North {')
      .concat(`project e "Ring" { area City  stage construction  investment { year 2026 10亿元 }  report 2026-06-30 { invested 9亿元 } }
project f "Line" { area City, South  stage construction }`);
    expect(rows('area-ranking', summaryOf('bulletin', city)).map((row) => row.split(' | ').slice(0, 3))).toEqual([
      ['1', 'North', '1'],
      ['2', 'West', '1'],
      ['3', 'South', '3'],
      ['—', 'City as a whole', '1'],
    ]);
  });

  it('gives no place to an area of which nobody reported', () => {
    const silent = CITY.replace('report 2026-06-20 { invested 4亿元 }', '');
    expect(rows('area-ranking', summaryOf('bulletin', silent)).at(-1)).toMatch(/^— \| West/);
  });

  it('compares no places in the first month of a plan year', () => {
    const january = summaryOf('bulletin', CITY, { asOf: '2026-01-31' });
    expect(table('area-ranking', january)?.columns.map(({ title }) => title)).not.toContain('Moved');
  });
});

describe('the month in a bulletin', () => {
  it('is what was reported since the end of the month before, without projects of which that is not known', () => {
    expect(figures()).toContain(
      'Invested in Jun: CNY 300M (excluding 1 with no report by the end of the previous month)',
    );
  });

  it('says of how many it goes back further, because the last report is older than the month before', () => {
    const gap = CITY.replace('report 2026-05-31 { invested 3亿元 }', 'report 2026-03-31 { invested 3亿元 }');
    expect(figures(summaryOf('bulletin', gap))).toContainEqual(
      expect.stringMatching(
        /^Invested in Jun: .*\(excluding 1 with .*; 1 counted from the earlier month of their last report\)$/,
      ),
    );
    expect(figures().join()).not.toContain('counted from the earlier month');
  });

  it('was 0 where nobody had reported in it: what nobody has told of is missing, and who did not is counted', () => {
    const july = figures(summaryOf('bulletin', CITY, { asOf: '2026-07-15' }));
    expect(july).toContainEqual(
      expect.stringMatching(/^Invested in Jul: — \(\d reported no figure in the month and add nothing/),
    );
  });

  it('in January is all that was reported of the year', () => {
    const january = CITY.replace('report 2026-05-31 { invested 3亿元 }', 'report 2026-01-31 { invested 1亿元 }');
    expect(figures(summaryOf('bulletin', january, { asOf: '2026-01-31' })).join()).toContain(
      'Invested in Jan: CNY 100M',
    );
  });

  it('stands beside the same day a year before, where the files hold it', () => {
    const said = figures().join('\n');
    expect(said).toContain('Same date last year: CNY 200M (2025-06-30, now up 600%');
    expect(said).toContain('Jun last year: CNY 100M');
    const young = CITY.replace(/report 2025-\S+ \{[^}]*\}/g, '');
    expect(figures(summaryOf('bulletin', young)).join()).not.toContain('last year');
  });
});

describe('starts and completions in a bulletin', () => {
  it('are counted planned and actual, for the month and the year; a month is planned by its last day', () => {
    expect(rows('starts-and-completions')).toEqual([
      'Starts | 1 | 1 | 4 | 4 | 3 | 1',
      'Completions | 0 | 0 | 3 | 1 | 0 | 1',
    ]);
    expect(made.markdown).toContain('Started this month: Bridge');
    expect(made.markdown).toContain('Should have started but have not (1): Park');
    expect(made.markdown).toContain('Should have been completed but have not (1): Road');
  });

  it('are not missed on the last day of the month in which they were to be', () => {
    const day = summaryOf('bulletin', CITY, { asOf: '2026-04-30' });
    expect(day.markdown).not.toContain('Should have begun');
    expect(summaryOf('bulletin', CITY, { asOf: '2026-05-01' }).markdown).toContain(
      'Should have started but have not (1): Park',
    );
  });

  it('on no stated day are told, and counted in no month', () => {
    const undated = CITY.replace('  actual-start 2026-06-03', '');
    expect(summaryOf('bulletin', undated).markdown).toContain(
      'Started, with no day stated and so counted in no month (1): Bridge',
    );
  });
});

describe('who is silent', () => {
  it('is named with the unit and the day of the latest report', () => {
    expect(rows('silent-projects')).toEqual(['Land Bureau | Park | — | —']);
    const july = summaryOf('bulletin', CITY, { asOf: '2026-07-01' });
    expect(rows('silent-projects', july)).toContain('Works Bureau | Road | — | 2026-06-30');
  });
});

describe('projects without a stage', () => {
  // As a ledger without such a column is imported: nobody is active, and nothing may sound as if all had reported.
  const LEDGER = `portfolio city "City works"
org Works
project a { unit Works  investment 1亿元 { year 2026 1亿元 }  report 2026-06-30 { invested 4000万元 } }
project b { unit Works  investment 1亿元 { year 2026 1亿元 } }`;
  const said = (text: string) =>
    blocksOf(summaryOf('bulletin', text), 'paragraph').map(({ content }) => plainText(content, 'en'));

  it('are told, and those of them that reported nothing', () => {
    expect(said(LEDGER)).toContain(
      'Investment of the year: nothing of 1 without a stage. 2 state no stage, so nobody can tell whether they had to report.',
    );
    expect(said(LEDGER).join()).not.toMatch(/Every active project/);
    expect(figures(summaryOf('bulletin', LEDGER))).toContain('Invested: CNY 40M (nothing of 1 without a stage)');
  });

  it('are no silent ones where a stage says so', () => {
    const reserve = LEDGER.replaceAll('unit Works', 'unit Works stage reserve');
    expect(said(reserve)).toContain('No project is active (ready or in construction), so none had to report.');
    expect(said(reserve).join()).not.toMatch(/without a stage|Every active project/);
  });
});

it('reads as a Chinese circular does', () => {
  const zh = summaryOf('bulletin', CITY, { lang: 'zh' });
  for (const said of [
    '名次',
    '与序时差',
    '6月完成',
    '去年同期完成',
    '应开工未开工（1项）：Park',
    '6月未报送进展的推进中项目（1项）',
  ]) {
    expect(zh.markdown).toContain(said);
  }
  expect(rowsOf(zh).length).toBeGreaterThan(5);
});
