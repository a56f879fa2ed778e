/** Views that show only their groups, ranked and compared with another day (language reference, 4). */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../test/analysed.js';
import { codesIn } from '../../../test/findings.js';
import { translateKeywords } from '../exchange/translate-keywords.js';
import { renderJson } from '../report/render/json.js';
import { view as viewSummary } from '../report/summaries/view.js';
import { groupTable } from './group-table.js';
import { valueInWords } from './value-output.js';
import { viewResult } from './view-result.js';

const PLAN = `
area North
area South
area East
area West
view Districts "By district" {
  group area
  rows none
  totals count() "Projects", sum(plan) "Plan", sum(invested) "Done", sum(invested) / sum(plan) "Completion", count(actual-start != none) / count() "Begun"
  rank sum(invested) / sum(plan) desc
  against last-month
}
project A { area North stage construction actual-start 2026-01-02 investment { year 2026 10M } report 2026-05-31 { invested 3M } report 2026-06-30 { invested 5M } }
project B { area South stage construction investment { year 2026 10M } report 2026-05-31 { invested 4M } report 2026-06-30 { invested 5M } }
project C { area East stage construction investment { year 2026 10M } report 2026-06-30 { invested 4M } }
project C2 { area East stage construction investment { year 2026 10M } }
project D { area West stage construction investment { year 2026 10M } }
`;

function shown(text: string, asOf = '2026-06-30', lang: 'en' | 'zh' = 'en') {
  const analysis = analysed(text, asOf);
  const [view] = analysis.plan.all('view');
  if (view === undefined) throw new Error('no view');
  const { columns, lines, whole, note } = groupTable(viewResult(view, analysis), analysis);
  const said = (cells: (typeof whole)['cells']) => cells.map(({ value }) => valueInWords(value, analysis, lang));
  return {
    heads: columns.map(({ title }) => title[lang]),
    lines: lines.map(({ cells }) => said(cells)),
    whole: said(whole.cells),
    note: note?.[lang],
    reports: lines.map(({ cells }) => cells[4]?.reports),
  };
}

describe('a ranked view without rows', () => {
  it('gives equal figures one place, the next one counting both, and no place without a figure', () => {
    const { heads, lines, whole } = shown(PLAN);
    expect(heads).toEqual([
      'Rank',
      'Area',
      'Projects',
      'Plan',
      'Done',
      'Completion',
      'Begun',
      'Rank at the end of last month',
      'Completion at the end of last month',
      'Change',
    ]);
    expect(
      lines.map(([place, area, , , , completion, begun, then, before, moved]) => [
        place,
        area,
        completion,
        begun,
        then,
        before,
        moved,
      ]),
    ).toEqual([
      ['1', 'North', '50%', '100%', '2', '30%', '1'],
      ['1', 'South', '50%', '0%', '1', '40%', '0'],
      ['3', 'East', '20%', '0%', '', '', ''],
      ['', 'West', '', '0%', '', '', ''],
    ]);
    expect(whole.slice(2, 3)).toEqual(['5']);
  });

  it('says beside what was reported how many did not', () => {
    expect(shown(PLAN).reports.map((each) => each && [each.notReported, each.active])).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
      [1, 1],
    ]);
  });

  it('has no day to compare with before anybody reported', () => {
    const { lines } = shown(PLAN, '2026-05-31');
    expect(lines.map(([place, area]) => [place, area])).toEqual([
      ['1', 'South'],
      ['2', 'North'],
      ['', 'East'],
      ['', 'West'],
    ]);
    expect(lines.map((line) => line.slice(-3).join(''))).toEqual(['', '', '', '']);
  });

  it('counted a project in two areas in neither of them, but as an area of its own', () => {
    const shared = PLAN.replace('project B { area South', 'project B { area South, North');
    const { lines, whole, note } = shown(shared);
    expect(lines.map(([place, area, count, plan]) => `${place} ${area} ${count} ${plan}`)).toEqual([
      '1 North 2 CNY 20M',
      '1 South 1 CNY 10M',
      '3 East 2 CNY 20M',
      ' West 1 CNY 10M',
    ]);
    expect(whole.slice(2, 4)).toEqual(['5', 'CNY 50M']);
    expect(note).toContain('the total counts it once');
    expect(shown(PLAN).note).toBeUndefined();
  });

  it('gave a place to projects that belong to no area', () => {
    const { lines } = shown(PLAN.replace('project A { area North', 'project A {'));
    expect(lines.map(([place, area]) => `${place} ${area}`)).toEqual(['1 South', '2 East', ' North', ' West', ' ']);
  });

  it('ranks from the least where nothing else is said', () => {
    const { lines } = shown(PLAN.replace(' desc', ''));
    expect(lines.map(([place, area]) => `${place} ${area}`)).toEqual(['1 East', '2 North', '2 South', ' West']);
  });

  it('keeps groups in the order of their declarations where it is not ranked', () => {
    const { lines } = shown(PLAN.replace(/ {2}rank.*\n {2}against.*\n/, ''));
    expect(lines.map(([area]) => area)).toEqual(['North', 'South', 'East', 'West']);
  });

  it('stands as a table in its summary', () => {
    const json = JSON.parse(
      renderJson(viewSummary.build(analysed(PLAN, '2026-06-30'), { lang: 'zh' }), { locate: () => undefined }),
    );
    const [table] = json.blocks;
    expect(table.columns.map(({ title }: { title: string }) => title)).toContain('上月末名次');
    expect(table.rows.map(({ cells }: { cells: readonly { text: string }[] }) => cells[1]?.text)).toEqual([
      'North',
      'South',
      'East',
      'West',
    ]);
    expect(table.rows[2].cells[4].text).toContain('2项中1项未报');
    expect(table.totals[1].text).toBe('合计');
  });

  it('is written in both vocabularies', () => {
    const zh = translateKeywords(PLAN, 'zh');
    expect(zh).toContain('明细 无');
    expect(zh).toContain('排名 求和(完成投资) / 求和(年度计划) 降序');
    expect(zh).toContain('对比 上月末');
    expect(shown(zh)).toEqual(shown(PLAN));
    expect(translateKeywords(zh, 'en')).toBe(PLAN);
  });

  it('is told where a rank is no figure over a group', () => {
    expect(codesIn(PLAN.replace('rank sum(invested) / sum(plan)', 'rank invested'), '2026-06-30')).toContain(
      'expression/type',
    );
    expect(codesIn(PLAN.replace('rank sum(invested) / sum(plan)', 'rank sum(nothing)'), '2026-06-30')).toContain(
      'expression/unknown-field',
    );
  });
});
