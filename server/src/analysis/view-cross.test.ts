/** Computed columns, cross tables and groups without projects in views (language reference, 4). */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../test/analysed.js';
import { codesIn, found } from '../../../test/findings.js';
import { translateKeywords } from '../exchange/translate-keywords.js';
import { renderHtml } from '../report/render/html.js';
import { view as viewSummary } from '../report/summaries/view.js';
import { groupTable } from './group-table.js';
import { valueInWords } from './value-output.js';
import { viewResult } from './view-result.js';

const PLAN = `
area City
area North { in City }
area South { in City }
area East { in City }
category Works
category Roads { in Works }
category Schools { in Works }
view Cross "Areas by category" {
  group area by category
  totals count() "Projects", sum(plan) "Plan"
}
project A { area North category Schools stage construction investment { year 2026 10M } report 2026-05-31 { invested 3M } report 2026-06-30 { invested 5M } }
project B { area South category Roads stage construction investment { year 2026 20M } report 2026-06-30 { invested 5M } }
project C { area South category Roads stage construction investment { year 2026 5M } }
project D { area South stage construction investment { year 2026 1M } }
`;

function asked(text: string, asOf = '2026-06-30') {
  const analysis = analysed(text, asOf);
  const [view] = analysis.plan.all('view');
  if (view === undefined) throw new Error('no view');
  const result = viewResult(view, analysis);
  return { analysis, result };
}

function cross(text: string, lang: 'en' | 'zh' = 'en') {
  const { analysis, result } = asked(text);
  const { columns, lines, whole } = groupTable(result, analysis);
  const said = (cells: (typeof whole)['cells']) => cells.map(({ value }) => valueInWords(value, analysis, lang));
  return {
    heads: columns.map(({ title, under }) => (under === undefined ? title[lang] : `${under[lang]} ${title[lang]}`)),
    lines: lines.map(({ cells }) => said(cells)),
    whole: said(whole.cells),
  };
}

describe('a cross table', () => {
  it('has the groups below each other and the other field side by side, with all totals in each cell and the sums at the end', () => {
    const { heads, lines, whole } = cross(PLAN.replace(', sum(plan) "Plan"', ''));
    expect(heads).toEqual(['Area', 'Roads', 'Schools', '(none)', 'Total']);
    expect(lines).toEqual([
      ['North', '0', '1', '0', '1'],
      ['South', '2', '0', '1', '3'],
      ['East', '0', '0', '0', '0'],
    ]);
    expect(whole).toEqual(['', '2', '1', '1', '4']);
  });

  it('names the totals under each head where there are several', () => {
    const { heads, lines } = cross(PLAN);
    expect(heads.slice(1, 5)).toEqual(['Roads Projects', 'Roads Plan', 'Schools Projects', 'Schools Plan']);
    expect(lines[1]?.slice(0, 5)).toEqual(['South', '2', 'CNY 25M', '0', 'CNY 0']);
    const { analysis } = asked(PLAN);
    const html = renderHtml(viewSummary.build(analysis, { lang: 'en' }));
    expect(html).toMatch(/<th[^>]*colspan="2"[^>]*>Roads<\/th>/);
  });

  it('is ranked by its whole groups', () => {
    const { lines } = cross(PLAN.replace('totals', 'rank sum(plan) desc\n  totals'));
    expect(lines.map(([place, area]) => `${place} ${area}`)).toEqual(['1 South', '2 North', '3 East']);
  });

  it('is written in both vocabularies, each with its own word for by', () => {
    const zh = translateKeywords(PLAN, 'zh');
    expect(zh).toContain('分组 地区 按 类别');
    expect(cross(zh)).toEqual(cross(PLAN));
    expect(translateKeywords(zh, 'en')).toBe(PLAN);
    expect(cross(zh.replace('分组 地区 按 类别', '分组 地区、级别 按 类别')).heads.slice(0, 2)).toEqual([
      'Area',
      'Level',
    ]);
  });

  it('is told where what it is by is no field', () => {
    expect(codesIn(PLAN.replace('area by category', 'area by colour'), '2026-06-30')).toContain(
      'expression/unknown-field',
    );
    expect(codesIn(PLAN, '2026-06-30')).not.toContain('expression/unknown-field');
  });
});

describe('groups without projects', () => {
  const areas = (text: string) => cross(text).lines.map(([area]) => area);

  it('stand where only groups are shown, and nothing below them has any', () => {
    const rowsNone = PLAN.replace('area by category', 'area\n  rows none');
    expect(areas(rowsNone)).toEqual(['North', 'South', 'East']);
    expect(asked(PLAN.replace('area by category', 'area')).result.groups).toHaveLength(2);
  });

  it('are told by the group of what they lie in', () => {
    expect(
      areas(
        PLAN.replaceAll(/area (North|South) category/g, 'area City category').replace(
          'project D { area South',
          'project D { area City',
        ),
      ),
    ).toEqual(['City']);
  });

  it('are left out where the view chooses by the field', () => {
    expect(areas(PLAN.replace('group area', 'where area = South\n  group area'))).toEqual(['South']);
  });
});

const unknown = (text: string) => found('expression/unknown-field', text, '2026-06-30').map(({ en }) => en);

describe('computed columns', () => {
  const COLUMNS = PLAN.replace(
    /view Cross[^}]*}/,
    'view Month { columns id, invested - (invested at last-month) "This month", invested / plan, plan "Planned", invested > 4M "Much" }',
  );

  it('have a value for each project and a title of their own, or say what they are', () => {
    const { analysis, result } = asked(COLUMNS);
    expect(result.columns.map(({ title, type }) => [title.en, type.name])).toEqual([
      ['No.', 'ref'],
      ['This month', 'money'],
      ['Invested / Plan of the year', 'percent'],
      ['Planned', 'money'],
      ['Much', 'boolean'],
    ]);
    expect(result.rows.map(({ cells }) => cells.map((value) => valueInWords(value, analysis, 'en')))).toEqual([
      ['A', 'CNY 2M', '50%', 'CNY 10M', 'yes'],
      // Nothing was reported by the end of May: what June alone was is not known.
      ['B', '', '25%', 'CNY 20M', 'yes'],
      ['C', '', '', 'CNY 5M', ''],
      ['D', '', '', 'CNY 1M', ''],
    ]);
  });

  it('are turned into the other vocabulary and back', () => {
    const zh = translateKeywords(COLUMNS, 'zh');
    expect(zh).toContain('列 编号, 完成投资 - (完成投资 于 上月末) "This month"');
    expect(translateKeywords(zh, 'en')).toBe(COLUMNS);
  });

  it('are told where they mean nothing of one project', () => {
    expect(codesIn(COLUMNS.replace('invested / plan', 'count()'), '2026-06-30')).toContain('expression/type');
    expect(codesIn(COLUMNS.replace('invested / plan', 'invested / plann'), '2026-06-30')).toContain(
      'expression/unknown-field',
    );
    expect(codesIn(COLUMNS.replace('columns id', 'columns idd'), '2026-06-30')).toContain('expression/unknown-field');
    expect(unknown(COLUMNS.replace('invested / plan', 'total-plan'))).toContain(
      'There is no field called "total-plan"; did you mean "total - plan"?',
    );
    expect(unknown(COLUMNS.replace('invested - (', 'invested-('))).toContain(
      'There is no function called "invested-"; did you mean "invested -"?',
    );
    expect(codesIn(COLUMNS, '2026-06-30').filter((code) => code.startsWith('expression/'))).toEqual([]);
  });
});

describe('a total of funds', () => {
  const funds = (reports: string): string => `
    view Funds { group area  rows none  totals sum(received), sum(received(central)), sum(paid), sum(invested(2025)) }
    area North
    project A { area North stage construction investment { source central 3M year 2026 10M } ${reports} }`;

  it('was 0 where nobody reported any', () => {
    expect(cross(funds('report 2026-06-30 { invested 5M }')).whole).toEqual(['', '', '', '', '']);
    expect(cross(funds('report 2026-06-30 { received central 2M  paid 1M }')).whole.slice(1)).toEqual([
      'CNY 2M',
      'CNY 2M',
      'CNY 1M',
      '',
    ]);
  });

  it('of the first month of a year was not told where it is of one source', () => {
    const { result } = asked(
      `view V { columns received(central) - (received(central) at last-month) }
       project A { investment { source central 3M } report 2026-01-31 { received central 2M } }`,
      '2026-01-31',
    );
    expect(result.rows[0]?.cells[0]).toMatchObject({ figure: { value: { n: 2_000_000n } } });
  });
});
