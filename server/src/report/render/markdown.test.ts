/** Markdown reports: no plan text becomes markup. */
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { bar, cell, externalLink, light, link, row, strong, text } from '../compose.js';
import type { Block, Inline, ReportDocument } from '../document.js';
import { renderMarkdown } from './markdown.js';
import { sample } from './sample.fixture.js';

const BREAK: Inline = { type: 'break' };

function markdown(...blocks: readonly Block[]): string {
  const report: ReportDocument = { kind: 'test', title: 'T', statusDate: '2026-03-31', lang: 'zh', blocks };
  return renderMarkdown(report).split('\n\n').slice(2).join('\n\n').trimEnd();
}

/** What a Markdown reader that allows HTML makes of it. */
function read(source: string): string {
  return new MarkdownIt({ html: true, linkify: true }).render(source).trim();
}

describe('plan text in Markdown', () => {
  const texts = [
    '<img src=x onerror=alert(1)>',
    '# 不是标题',
    '- 不是列表',
    '+ x',
    '1. 不是列表',
    '12) x',
    '> x',
    '---',
    '===',
    '```',
    '~~~',
    '    indented',
    '| a | b |',
    '*a* **b** __c__ ~~d~~ `e`',
    '[a](javascript:alert(1)) ![b](https://x.test/y.png)',
    '[a]: https://x.test',
    '<https://x.test> www.x.test https://x.test',
    '&lt;script&gt; &copy;',
    '10+3 5·18 110kV ★ P_001 2026-03-31 50%',
    'back\\slash',
    '# #',
  ];

  it.each(texts)('%s stays as it reads in a paragraph', (value) => {
    const escaped = new MarkdownIt().utils.escapeHtml(value.trim());
    expect(read(markdown({ type: 'paragraph', content: [text(value)] }))).toBe(`<p>${escaped}</p>`);
  });

  it.each(texts)('%s stays as it reads in a heading, a cell, a list', (value) => {
    const escaped = new MarkdownIt().utils.escapeHtml(value.trim());
    expect(read(markdown({ type: 'heading', level: 1, text: value }))).toBe(`<h2>${escaped}</h2>`);
    const table = markdown({ type: 'table', columns: [{ title: 'a', kind: 'text' }], rows: [row([value])] });
    expect(read(table)).toContain(`<td>${escaped}</td>`);
    const list = markdown({ type: 'list', ordered: false, items: [{ content: [text(value)] }] });
    expect(read(list)).toBe(`<ul>\n<li>${escaped}</li>\n</ul>`);
  });

  it('holds no line that opens a block after a break', () => {
    const shown = read(markdown({ type: 'paragraph', content: [text('a'), BREAK, text('==='), BREAK, text('- b')] }));
    expect(shown).toBe('<p>a<br>\n===<br>\n- b</p>');
  });

  it('shows overrides and escapes', () => {
    expect(markdown({ type: 'paragraph', content: [text('\u202Ea\u001b[31m')] })).toBe('\\\\u{202E}a␛\\[31m');
  });

  it('keeps code with backticks and pipes as it is', () => {
    const code = { type: 'code', text: 'a|`b`' } as const;
    expect(read(markdown({ type: 'paragraph', content: [code] }))).toBe('<p><code>a|`b`</code></p>');
    const table = markdown({ type: 'table', columns: [{ title: 'a', kind: 'text' }], rows: [row([code])] });
    expect(read(table)).toContain('<td><code>a|`b`</code></td>');
    expect(read(markdown({ type: 'code', text: '```\n<b>' }))).toBe('<pre><code>```\n&lt;b&gt;\n</code></pre>');
  });

  it('is strong between Chinese characters and marks', () => {
    const shown = read(markdown({ type: 'paragraph', content: [text('关于'), strong('“一号”'), text('工程')] }));
    expect(shown).toContain('<strong>“一号”</strong>');
    expect(markdown({ type: 'paragraph', content: [text('是'), strong('重点'), text('，')] })).toBe('是**重点**，');
    expect(markdown({ type: 'paragraph', content: [{ type: 'emphasis', content: [text('x')] }] })).toBe('*x*');
  });

  it('links only where following is harmless', () => {
    expect(markdown({ type: 'paragraph', content: [externalLink('javascript:alert(1)', 'x')] })).toBe('x');
    expect(read(markdown({ type: 'paragraph', content: [externalLink('https://a.test/(b) c', 'x')] }))).toBe(
      '<p><a href="https://a.test/%28b%29%20c">x</a></p>',
    );
  });
});

describe('a Markdown report', () => {
  it('writes lights as a dot and a word, bars as blocks', () => {
    expect(markdown({ type: 'paragraph', content: [light('red')] })).toBe('● 红');
    expect(markdown({ type: 'paragraph', content: [light('yellow', '开工')] })).toBe('● 黄 开工');
    expect(markdown({ type: 'paragraph', content: [bar(62.5, { label: '62.5%' })] })).toBe('██████░░░░ 62.5%');
  });

  it('leads links to the headings as GitHub names them', () => {
    const shown = markdown(
      { type: 'paragraph', content: [link('P2', '二'), text(' '), link('gone', '无')] },
      { type: 'heading', level: 1, text: '10+3 工程（一期）', anchor: 'P1' },
      { type: 'heading', level: 1, text: '10+3 工程（一期）', anchor: 'P2', aside: [light('red')] },
    );
    expect(shown).toBe('[二](#103-工程一期-1) 无\n\n## 10+3 工程（一期）\n\n## 10+3 工程（一期）\n\n● 红');
  });

  it('aligns money to the right, opens groups with a row of their own, and ends with the totals', () => {
    const shown = markdown({
      type: 'table',
      columns: [
        { title: '项目', kind: 'text' },
        { title: '总投资', kind: 'money', unit: '万元', group: '投资' },
      ],
      rows: [{ type: 'group', content: [text('产业')] }, row(['甲', '1,200'])],
      totals: [cell('合计'), cell('1,200')],
    });
    expect(shown.split('\n')).toEqual([
      '单位：万元',
      '',
      '| 项目 | 投资 · 总投资 |',
      '| --- | --: |',
      '| **产业** |  |',
      '| 甲 | 1,200 |',
      '| **合计** | **1,200** |',
    ]);
  });

  it('turns charts into tables with bars of text', () => {
    const shown = renderMarkdown(sample);
    expect(shown).toContain('| 3月 | 36.2 | 32.6 | █████████░ 90.1% |');
    expect(shown).toContain(
      '| – 征地拆迁 | 张建国 | 2026-02-11 – 2026-04-14 | 2026-02-21 – 2026-05-12 | 2026-04-30 | −12 |',
    );
    expect(shown).not.toContain('transport.plan');
  });

  it("keeps the shape of an author's text", () => {
    const source = '本周**完成**：\n\n- 一\n  - 二\n\n> 引\n\n| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |';
    expect(markdown({ type: 'markdown', text: source })).toBe(source);
  });
});
