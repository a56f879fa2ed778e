/** Tables as papers set them: the unit once, one number of decimals and one form of dates in a column. */
import { describe, expect, it } from 'vitest';
import { bar, cell, light, muted, row } from './compose.js';
import type { Cell, Column, ReportDocument } from './document.js';
import { renderHtml } from './render/html.js';
import { renderMarkdown } from './render/markdown.js';

function table(columns: readonly Column[], rows: readonly (readonly (string | Cell)[])[], totals?: readonly Cell[]) {
  return (lang: ReportDocument['lang'] = 'zh'): ReportDocument => ({
    kind: 'sample',
    title: '示例',
    statusDate: '2026-03-31',
    lang,
    blocks: [
      { type: 'table', columns, rows: rows.map((cells) => row(cells)), ...(totals === undefined ? {} : { totals }) },
    ],
  });
}

/** The cells of each row that is no head, as Markdown has them. */
function rowsOf(report: ReportDocument): string[] {
  return renderMarkdown(report)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
}

const MONEY: Column = { title: '投资', kind: 'money', unit: '万元' };

describe('figures with a remark beside them', () => {
  it('had 14% under 14.2%: a remark hid how many decimals there were', () => {
    const remarked = (figure: string, remark: string): Cell => cell([{ type: 'text', text: figure }, muted(remark)]);
    const report = table(
      [{ title: '完成率', kind: 'percent' }],
      [[remarked('14.2%', '（13项中7项未报）')], [remarked('14%', '（13项中8项未报）')], ['9.6%']],
    )();

    expect(rowsOf(report).join()).toContain('14.0%（13项中8项未报）');
  });
});

describe('a table of very many columns', () => {
  it('was cut at the edge of the sheet: it is set smaller, by as much as the paper asked for demands', () => {
    const columns = Array.from({ length: 25 }, (_, i): Column => ({ title: `第${i + 1}类`, kind: 'number' }));
    const report = table(columns, [columns.map(() => '1,710,000')])();
    const size = (paper: 'A4' | 'A3'): string | undefined =>
      /--pw-fit: ([\d.]+)pt"/.exec(renderHtml(report, undefined, paper))?.[1];

    expect(Number(size('A4'))).toBeGreaterThanOrEqual(5);
    expect(Number(size('A4'))).toBeLessThan(9);
    expect(Number(size('A3') ?? 9)).toBeGreaterThan(Number(size('A4')));
  });
});

describe('the unit of money', () => {
  it('stands once above the table and in no head', () => {
    const report = table([MONEY, { ...MONEY, title: '完成' }], [['1', '2']])();

    expect(renderMarkdown(report)).toContain('单位：万元\n\n| 投资 | 完成 |');
    expect(renderHtml(report).match(/万元/g)).toHaveLength(1);
  });

  it('stays in the heads where columns differ', () => {
    const report = table([MONEY, { title: '合同额', kind: 'money', unit: '亿元' }], [['1', '2']])();

    expect(renderMarkdown(report)).toContain('| 投资（万元） | 合同额（亿元） |');
  });

  it('leaves other units where they are', () => {
    const report = table([MONEY, { title: '时长', kind: 'number', unit: '天' }], [['1', '2']])('en');

    expect(renderMarkdown(report)).toContain('Amounts in 万元\n\n| 投资 | 时长 (天) |');
  });
});

describe('the decimals of a column', () => {
  it('are those of its most exact figure, in the totals as well', () => {
    const report = table(
      [MONEY],
      [[cell('1,200', '1200')], [cell('0.25', '0.25')], [cell(muted('—'), null)]],
      [cell('1,200.25', '1200.25')],
    )();

    expect(rowsOf(report)).toEqual(['| 1,200.00 |', '| 0.25 |', '| — |', '| **1,200.25** |']);
  });

  it('come from the value where the figure was rounded: no zero is invented', () => {
    const report = table([MONEY], [[cell('1,235', '1234.5678')], [cell('约-3', '-2.6')], [cell('0.25', '0.25')]])();

    expect(rowsOf(report)).toEqual(['| 1,234.57 |', '| 约-2.60 |', '| 0.25 |']);
  });

  it('follow what is shown where the value behind it is of another kind', () => {
    const report = table([MONEY], [[cell('12', '3400')], [cell('0.5', '0.5')]])();

    expect(rowsOf(report)).toEqual(['| 12.0 |', '| 0.5 |']);
  });

  it('reach figures in bars and lights', () => {
    const report = table(
      [{ title: '完成率', kind: 'percent' }],
      [[cell(bar(80, { label: '80%' }), '80')], [cell(light('red', '12%'), '12.04')], [cell('76.9%', '76.9231')]],
    )();

    expect(rowsOf(report)).toEqual(['| ████████░░ 80.0% |', '| ● 红 12.0% |', '| 76.9% |']);
  });

  it('leave words and whole figures alone', () => {
    const report = table([{ title: '数', kind: 'number' }], [['3（5）'], ['12'], ['2/3']])();

    expect(rowsOf(report)).toEqual(['| 3（5） |', '| 12 |', '| 2/3 |']);
  });
});

describe('the dates of a column', () => {
  const DATE: Column = { title: '期限', kind: 'date' };

  it('are all written out where one is coarser than a day', () => {
    const dates = table([DATE], [[cell('2026-06-05', '2026-06-05')], [cell('2026年6月底', '2026-06-30')], ['—']]);

    expect(rowsOf(dates())).toEqual(['| 2026年6月5日 |', '| 2026年6月底 |', '| — |']);
    expect(rowsOf(table([DATE], [['2026-06-05'], ['end of Jun 2026']])('en'))).toEqual([
      '| 5 Jun 2026 |',
      '| end of Jun 2026 |',
    ]);
  });

  it('stay short where all are days, whatever is said beside them', () => {
    const noted = cell([{ type: 'text', text: '2026-06-20' }, { type: 'break' }, light('red', '逾期10天')]);

    expect(rowsOf(table([DATE], [[noted], ['2026-06-05']])())).toEqual([
      '| 2026-06-20<br>● 红 逾期10天 |',
      '| 2026-06-05 |',
    ]);
  });
});
