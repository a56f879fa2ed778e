/** The wall chart on paper: how many sheets, and that nothing is left out without a word. */
import { beforeAll, describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import type { ReportDocument } from '../document.js';
import { renderHtml } from '../render/html.js';
import { gantt } from '../summaries/gantt.js';

const PORTFOLIO = 'portfolio K { year 2026 }\ncategory Roads\ncategory Schools\n';

function project(number: number): string {
  const month = String((number % 9) + 1).padStart(2, '0');
  return `project P${number} "Project ${number}" { category ${number % 2 === 0 ? 'Roads' : 'Schools'}
  milestone Start "Ground broken" due 2026-${month}-10
  task Work${number} "Walls and roof ${number}" { start 2026-${month}-11 duration 60d due 2026-12-20 }
  milestone Use "In use" due 2027-06-30
  milestone Paid "Last bill paid" due 2031-03-31
}\n`;
}

const chart = (count: number): ReportDocument =>
  gantt.build(analysed(PORTFOLIO + Array.from({ length: count }, (_, i) => project(i + 1)).join(''), '2026-03-31'), {
    lang: 'en',
  });

const sheets = (html: string): readonly string[] =>
  html.match(/<svg class="pw-svg pw-chart pw-gantt-sheet".*?<\/svg>/gs) ?? [];

describe('a wall chart on paper', () => {
  let many: ReportDocument;
  beforeAll(() => {
    many = chart(117);
  });

  it('has a row for each milestone and task where few sheets hold it', () => {
    const [only, ...more] = sheets(renderHtml(chart(4)));
    expect(more).toEqual([]);
    expect(only?.match(/class="pw-row-rule"/g)).toHaveLength(4 * 5);
  });

  it('of more than a hundred projects takes six sheets of A3, and every name stands on them', () => {
    const all = sheets(renderHtml(many));
    expect(all.length).toBeLessThanOrEqual(6);
    const text = all.join('');
    for (let i = 1; i <= 117; i++) {
      expect(text).toContain(`</tspan> Project ${i}<`);
      expect(text).toContain(`>Walls and roof ${i}`);
    }
    expect(text.match(/>Last bill paid</g)).toHaveLength(117);
  });

  it('is one sheet of the paper that is asked for', () => {
    const html = renderHtml(many, undefined, 'A0');
    expect(sheets(html)).toHaveLength(1);
    expect(html).toContain('@page pw-wall { size: 1189mm 841mm;');
    expect(sheets(renderHtml(chart(12), undefined, 'A2'))).toHaveLength(1);
  });

  it('says which days lie beyond its axis, and at which rows', () => {
    expect(many.subtitle).toBe(
      'The axis runs from 2026-01-01 to 2028-12-31; 234 rows have dates beyond it, shown by ◂ and ▸',
    );
    expect(renderHtml(many).match(/>2031-03-31 ▸</g)).toHaveLength(234);
  });

  it('says how many were done before its axis', () => {
    const done = `${PORTFOLIO}project P { milestone Old due 2024-05-31 done 2024-05-30  milestone New due 2026-05-31 }`;
    expect(gantt.build(analysed(done, '2026-03-31'), { lang: 'zh' }).subtitle).toBe(
      '时间轴为2025-07-01至2026-06-30；2025-07-01以前已完成的1个节点或任务未列出；1行有轴外的日期，以 ◂ 或 ▸ 标明',
    );
  });
});
