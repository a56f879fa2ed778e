/** HTML reports: complete, accessible, and no plan text becomes markup. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../model/day.js';
import { cell, externalLink, light, link, row } from '../compose.js';
import type { Block, GanttRow, ReportDocument } from '../document.js';
import { documentThemeCss } from './css/document-theme.js';
import { reportCss } from './css/report.js';
import { webviewThemeCss } from './css/webview-theme.js';
import { renderFragment, renderHtml } from './html.js';
import { day, origin, sample } from './sample.fixture.js';

function report(...blocks: readonly Block[]): ReportDocument {
  return { kind: 'test', title: 'T', statusDate: '2026-03-31', lang: 'en', blocks };
}

function html(...blocks: readonly Block[]): string {
  return renderFragment(report(...blocks))
    .slice(1)
    .map((fragment) => fragment.html)
    .join('');
}

const hostile = `<img src=x onerror=alert(1)> "'&\u202Eevil\u001b[31m\u0000</title></style><script>`;

describe('a stand-alone HTML report', () => {
  const file = renderHtml(sample);

  it('is one file: no script, nothing fetched, a policy that says so', () => {
    expect(file).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=/i);
    expect(file).toContain(`default-src 'none'; style-src 'unsafe-inline'`);
    expect(file).toContain('<html lang="zh-CN">');
  });

  it('has no inline style, which a webview would refuse', () => {
    expect(file).not.toMatch(/\sstyle="/);
  });

  it('opens and closes every element', () => {
    const open: string[] = [];
    const body = file.slice(file.indexOf('<body>')).replace('</html>', '');
    for (const [, close, name = '', empty] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*?)?(\/?)>/gi)) {
      if (empty || name === 'br' || name === 'hr') continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('has unique ids, and every inner link and label finds its element', () => {
    const ids = [...file.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target = ''] of file.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(decodeURI(target));
    for (const [, labels = ''] of file.matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const id of labels.split(' ')) expect(ids).toContain(id);
    }
  });

  it('never shows a path, only ids', () => {
    expect(file).toContain('data-origin="P007"');
    expect(file).not.toContain('transport.plan');
  });

  it('prints the wall chart on A3 and repeats table heads', () => {
    expect(file).toContain('@page pw-wall { size: A3 landscape');
    expect(file).toContain('table-header-group');
  });
});

describe('plan text in HTML', () => {
  const everywhere: readonly Block[] = [
    { type: 'heading', level: 1, text: hostile, anchor: hostile, origin: origin(hostile) },
    { type: 'paragraph', content: [{ type: 'text', text: hostile }, light('red', hostile), link(hostile, hostile)] },
    { type: 'paragraph', content: [{ type: 'code', text: hostile }] },
    {
      type: 'markdown',
      text: `${hostile}\n\n![x](https://x.test/i.png) [a](javascript:alert(1)) [b](command:rm) <b>c</b>`,
    },
    { type: 'code', text: hostile },
    { type: 'keyValues', entries: [{ label: hostile, value: [], note: hostile }] },
    {
      type: 'table',
      caption: hostile,
      columns: [{ title: hostile, unit: hostile, group: hostile, kind: 'text' }],
      rows: [row([hostile], { anchor: hostile })],
    },
    { type: 'sCurve', title: hostile, unit: hostile, points: [{ label: hostile, planned: 1, done: 1 }] },
    { type: 'barChart', title: hostile, bars: [{ label: hostile, planned: 1, done: 1, note: hostile }] },
    { type: 'stackedCounts', title: hostile, series: [{ label: hostile }], rows: [{ label: hostile, counts: [1] }] },
    {
      type: 'gantt',
      title: hostile,
      from: day('2026-01-01'),
      to: day('2026-02-01'),
      status: day('2026-01-10'),
      rows: [
        { id: 'x', kind: 'task', label: hostile, depth: 0, standing: 'late', owner: hostile, origin: origin(hostile) },
      ],
      dependencies: [],
    },
  ];
  const file = renderHtml({ ...report(...everywhere), kind: hostile, title: hostile, subtitle: hostile });

  it('never becomes markup', () => {
    const body = file.slice(file.indexOf('<body>'));
    expect(body).not.toMatch(/<img|<script|<b>|<\/style/i);
    expect(file.match(/<\/title>/g)?.length).toBe(1 + (body.match(/<\/title>/g)?.length ?? 0));
    expect(body).not.toMatch(/<[^>]*\sonerror=(?!alert\(1\)&gt;)/);
  });

  it('shows what acts: overrides, escapes, NUL', () => {
    expect(file).not.toMatch(/[\u0000\u001b\u202e]/);
    expect(file).toContain('\\u{202E}evil␛[31m\\u{0000}');
  });

  it('links only where following is harmless', () => {
    const hrefs = (target: string): boolean =>
      html({ type: 'paragraph', content: [externalLink(target)] }).includes('<a ');
    const harmless = ['https://a.test/', 'http://a.test', 'mailto:a@b.test', '方案/总体方案.docx', '../a.md', '#x'];
    const harmful = [
      'javascript:alert(1)',
      ' JaVaScRiPt:1',
      'java\nscript:1',
      'data:text/html,x',
      'command:x',
      'file:///etc',
      '//h/x',
      '\\\\h\\x',
      '/\\h',
      'vscode:x',
      '',
    ];
    expect(harmless.filter((target) => !hrefs(target))).toEqual([]);
    expect(harmful.filter(hrefs)).toEqual([]);
  });

  it('keeps ids exact for who reads them back', () => {
    const shown = html({ type: 'paragraph', content: [], origin: origin('P1.`a\u202E"b`') });
    expect(shown).toContain('data-origin="P1.`a&#x202E;&quot;b`"');
  });

  it('cannot take the place of a property of the page', () => {
    expect(html({ type: 'heading', level: 1, text: 'x', anchor: '__proto__' })).toContain(
      'id="pw-~5f~~5f~proto~5f~~5f~"',
    );
  });
});

describe('an accessible report', () => {
  it('says the colour of a light that shows another word', () => {
    const shown = html({ type: 'paragraph', content: [light('red', 'start'), light('green')] });
    expect(shown).toContain('<span class="pw-unseen">Red </span>start');
    expect(shown).toContain('<span class="pw-sign" aria-hidden="true">●</span>Green');
  });

  it('heads columns, groups of columns, groups of rows and rows', () => {
    const shown = html({
      type: 'table',
      columns: [
        { title: 'Name', kind: 'text' },
        { title: 'Plan', kind: 'money', group: 'Money' },
        { title: 'Done', kind: 'money', group: 'Money' },
      ],
      rows: [{ type: 'group', content: [{ type: 'text', text: 'Roads' }] }, row(['P1', '3', '2'])],
      totals: [cell('Total'), cell('3'), cell('2')],
    });
    expect(shown).toContain('<th scope="colgroup" colspan="2"');
    expect(shown).toContain('<th scope="col" rowspan="2"');
    expect(shown).toContain('<th scope="rowgroup" colspan="3"');
    expect(shown).toContain('<th scope="row" class="pw-start pw-k-text pw-wrap">P1</th>');
    expect(shown).toContain('<td class="pw-end pw-k-money pw-nowrap">2</td>');
    expect(shown).toContain('<tfoot><tr>');
  });

  it('tells in words what a chart shows', () => {
    const shown = html(...sample.blocks.filter((block) => block.type === 'gantt'));
    expect(shown).toContain('role="img" aria-labelledby=');
    expect(shown).toContain('征地拆迁: late, Plan 2026-02-11 – 2026-04-14, Actual 2026-02-21 – 2026-03-30');
    expect(shown).toContain('Deadline 2026-04-30, 12 d late');
  });
});

describe('a wall chart', () => {
  const rows = Array.from({ length: 90 }, (_, i): GanttRow => {
    const start = addDays(day('2026-01-01'), i);
    const bar = { start, end: addDays(start, 20) };
    return { id: `t${i}`, kind: 'task', label: `Task ${i}`, depth: 0, forecast: bar, standing: 'onTime' };
  });
  const frame = { type: 'gantt', title: 'Wall', status: day('2026-03-31'), dependencies: [] } as const;

  it('is cut into sheets that each have their time axis', () => {
    const shown = html({ ...frame, rows, from: day('2026-01-01'), to: day('2027-01-01') });
    expect(shown.match(/<svg class="pw-svg/g)).toHaveLength(4);
    expect(shown).toContain('Wall, sheet 4 of 4');
    expect(shown.match(/>Dec<\/text>/g)).toHaveLength(4);
    expect(shown.match(/data-key/g)).toHaveLength(1);
  });

  it('shows weeks, months, quarters or years by the room there is', () => {
    const axis = (to: string): string =>
      html({ ...frame, rows: rows.slice(0, 1), from: day('2026-01-01'), to: day(to) });
    expect(axis('2026-03-01')).toContain('>Feb 2026</text>');
    expect(axis('2027-01-01')).toContain('>Feb</text>');
    expect(axis('2030-01-01')).toContain('>Q3</text>');
    expect(axis('2060-01-01')).not.toContain('>Q3</text>');
  });

  it('draws a dependency only where both of its ends are', () => {
    const arrows = (to: string): number =>
      html({
        ...frame,
        rows: rows.slice(0, 3),
        from: day('2026-01-01'),
        to: day('2026-06-01'),
        dependencies: [{ from: 't0', to, kind: 'SS' }],
      }).match(/class="pw-dependency"/g)?.length ?? 0;
    expect(arrows('t2')).toBe(1);
    expect(arrows('t88')).toBe(0);
  });
});

describe('fragments of a preview', () => {
  it('keep their keys when something is put in front', () => {
    const project = (id: string): readonly Block[] => [
      { type: 'heading', level: 2, text: id, anchor: id },
      { type: 'keyValues', entries: [] },
      { type: 'markdown', text: id },
    ];
    const keys = (...blocks: readonly Block[]): string[] => renderFragment(report(...blocks)).map(({ key }) => key);
    const before = keys(...project('P1'), ...project('P2'));
    const after = keys(...project('P0'), ...project('P1'), ...project('P2'));
    expect(after.filter((key) => before.includes(key))).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
  });

  it('are one element each that carries its key and takes the focus where a source is', () => {
    for (const { key, html: part } of renderFragment(sample)) {
      expect(part).toMatch(/^<(div|header) class="[^"]*" data-key="/);
      expect(key).not.toBe('');
    }
    expect(
      renderFragment(sample)
        .map((f) => f.html)
        .join(''),
    ).toContain('data-origin="P007" tabindex="-1"');
    expect(renderHtml(sample)).not.toContain('tabindex');
  });
});

describe('themes', () => {
  it('define every property that the report uses, in a file and in the editor', () => {
    const used = new Set([...reportCss.matchAll(/var\((--pw-[a-z-]+)/g)].map((match) => match[1]));
    for (const theme of [documentThemeCss, webviewThemeCss]) {
      const defined = [...(theme + reportCss).matchAll(/(--pw-[a-z-]+):/g)].map((match) => match[1]);
      expect([...used].filter((property) => !defined.includes(property))).toEqual([]);
    }
  });

  it('leave all colours to the theme', () => {
    expect(reportCss).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i);
  });
});

describe('a printed report', () => {
  const wide: Block = {
    type: 'table',
    columns: Array.from({ length: 12 }, (_, i) => ({ title: `第${i + 1}列`, kind: 'text' })),
    rows: [row(Array.from({ length: 12 }, () => '内容'))],
  };
  const heading = (text: string): Block => ({ type: 'heading', level: 2, text, anchor: text });

  it('numbers its pages in words', () => {
    expect(
      renderHtml({ ...report(), lang: 'zh' }).includes('content: "第 " counter(page) " 页 共 " counter(pages) " 页"'),
    ).toBe(true);
    expect(renderHtml(report()).includes('content: "Page " counter(page) " of " counter(pages)')).toBe(true);
  });

  it('lies across from one page break to the next where a table is wide', () => {
    const written = renderHtml(report(heading('一'), wide, { type: 'pageBreak' }, heading('二')));
    const sheets = [...written.matchAll(/class="(pw-title|pw-part pw-part-\w+)( pw-on-\w+)?"/g)].map(
      ([, , on = '']) => on,
    );

    expect(sheets).toEqual([' pw-on-across', ' pw-on-across', ' pw-on-across', ' pw-on-across', '']);
  });

  it('had the unit of a table in the middle above it, where a window keeps it in sight', () => {
    const [, print = ''] = /@page[\s\S]*?@media print \{([\s\S]*)/.exec(renderHtml(report())) ?? [];
    expect(print).toContain('caption .pw-unit { position: static; }');
  });

  it('of a book has a cover and contents that lead to its parts; a preview has neither', () => {
    const book: ReportDocument = { ...report(heading('10+3 <工程>')), cover: true, issuer: '重点办' };
    const [, front = ''] = /<section class="pw-cover">(.*?)<\/section>/s.exec(renderHtml(book)) ?? [];
    const [, target = 'none'] = /<h3 id="([^"]+)"/.exec(renderHtml(book)) ?? [];

    expect(front).toContain('Issued by 重点办');
    expect(front).toContain('10+3 &lt;工程&gt;');
    expect(front).toContain(`href="#${encodeURI(target)}"`);
    expect(renderFragment(book).some(({ html }) => html.includes('pw-cover'))).toBe(false);
  });
});
