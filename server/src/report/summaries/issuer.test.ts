/** Who issues a summary, and what a project has to reach in a year. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { viewResult } from '../../analysis/view-result.js';
import { renderHtml } from '../render/html.js';
import { renderMarkdown } from '../render/markdown.js';
import { booklet } from './booklet/booklet.js';

const DAY = '2026-06-30';
const PLAN = `
portfolio P "Works" { year 2026 status-date 2026-06-30 compiler Office }
org Office "Works <Office>"
project A { stage construction target 2026 "roof closed" target 2027 "in use" }
project B { stage construction }
`;

describe('compiler', () => {
  it('stands in the head of a summary', () => {
    const document = booklet.build(analysed(PLAN, DAY), { lang: 'en' });
    expect(document.issuer).toBe('Works <Office>');
    expect(renderHtml(document)).toContain('Issued by Works &lt;Office&gt;');
    expect(renderMarkdown(booklet.build(analysed(PLAN, DAY), { lang: 'zh' }))).toContain('编制单位：Works');
  });

  it('is not made up where none is stated', () => {
    const document = booklet.build(analysed(PLAN.replace('compiler Office', ''), DAY), { lang: 'en' });
    expect(document.issuer).toBeUndefined();
  });
});

describe('target', () => {
  const none = { group: [], sort: [], totals: [] };

  it.each([
    ['2026', ['roof closed', null]],
    ['2027', ['in use', null]],
    ['2028', [null, null]],
  ])('of the plan year %s', (year, expected) => {
    const analysis = analysed(PLAN.replace('year 2026 ', `year ${year} `), DAY);
    const at = { file: 'a.plan', start: 0, end: 0 };
    const { rows } = viewResult(
      { ...none, columns: [{ value: { type: 'name', name: { text: 'target', at }, at } }] },
      analysis,
    );
    expect(rows.map(({ cells }) => (cells[0]?.type === 'text' ? cells[0].text : null))).toEqual(expected);
  });
});
