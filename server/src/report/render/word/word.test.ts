/** Word files, opened by a reader that knows nothing of how they were made. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleAnalysis } from '../../../../../test/example-analysis.js';
import { summaryOf } from '../../../../../test/generated-summary.js';
import { elements, figuresOf, openOffice, type XmlElement } from '../../../../../test/office-file.js';
import type { Analysis } from '../../../analysis/analysis.js';
import { cell, light, link, row } from '../../compose.js';
import type { Block, ReportDocument } from '../../document.js';
import { SUMMARIES } from '../../summaries/index.js';
import { renderMarkdown } from '../markdown.js';
import { sample } from '../sample.fixture.js';
import { renderWord } from './word.js';

const CHARTS = new Set<Block['type']>(['sCurve', 'barChart', 'stackedCounts', 'gantt']);

async function opened(report: ReportDocument) {
  const file = openOffice(await renderWord(report));
  const body = file.parts.get('word/document.xml');
  if (body === undefined) throw new Error('no document');
  return { ...file, body, words: file.text(/^word\/(?:document|charts\/chart\d+)\.xml$/) };
}

function document(...blocks: Block[]): ReportDocument {
  return { kind: 'sample', title: '某市重点项目 2026 总览', statusDate: '2026-03-31', lang: 'zh', blocks };
}

function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

describe('every summary of an example', () => {
  let analyses: ReadonlyMap<string, Analysis>;
  beforeAll(() => {
    analyses = new Map(['harbour', 'shanghai'].map((folder) => [folder, exampleAnalysis(folder)]));
  });

  const calls = ['harbour', 'shanghai'].flatMap((folder) =>
    [...SUMMARIES.keys()].flatMap((kind) => (['zh', 'en'] as const).map((lang) => [folder, kind, lang] as const)),
  );
  it.each(calls)(
    '%s %s in %s has every figure that Markdown has, in XML that can be read',
    async (folder, kind, lang) => {
      const analysis = analyses.get(folder);
      const report = analysis && SUMMARIES.get(kind)?.build(analysis, { lang });
      if (report === undefined) throw new Error(`no ${kind}`);
      const { words } = await opened(report);
      // Charts show their figures in their own way: below.
      const markdown = renderMarkdown({ ...report, blocks: report.blocks.filter(({ type }) => !CHARTS.has(type)) });
      const there = figuresOf(words);
      // In the head the day is written out; a link's address is not shown; lists are numbered by Word.
      const shown = markdown
        .replace(/^.*\*\*\d{4}-\d\d-\d\d\*\*$/m, '')
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/^\d+\. /gm, '');
      expect([...figuresOf(shown.replaceAll('\\', ''))].filter((figure) => !there.has(figure))).toEqual([]);
    },
  );
});

describe('a Word file', () => {
  it('is the same to the byte each time', async () => {
    const [first, second] = [await renderWord(sample), await renderWord(sample)];

    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('says the status date where programs show when a file was made', async () => {
    const { parts } = await opened(document());
    const core = parts.get('docProps/core.xml');

    expect(core && elements(core, 'dcterms:created').map(({ children }) => children)).toEqual([
      ['2026-03-31T00:00:00Z'],
    ]);
  });

  it('has the title centred, the day written out and pages numbered', async () => {
    const { body, text } = await opened(document({ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }));

    expect(elements(body, 'w:pStyle').map((style) => attribute(style, 'w:val'))).toEqual(['Title', 'Under']);
    expect(text(/document\.xml$/)).toContain('某市重点项目 2026 总览\n截至2026年3月31日\n');
    expect(text(/footer\d+\.xml$/).replace(/\s+/g, ' ')).toMatch(/第 ?PAGE ?页 共 ?NUMPAGES ?页/);
  });

  it('says the unit of money once above a table, repeats its head and splits no row', async () => {
    const { body, words } = await opened(
      document({
        type: 'table',
        columns: [
          { title: '项目', kind: 'text' },
          { title: '总投资', kind: 'money', unit: '万元', group: '投资' },
          { title: '完成', kind: 'money', unit: '万元', group: '投资' },
        ],
        rows: [row(['环路', cell('150,000', '150000'), cell('15,000', '15000')])],
        totals: [cell('合计'), cell('150,000', '150000'), cell('15,000', '15000')],
      }),
    );

    expect(words.match(/万元/g)).toHaveLength(1);
    expect(words).toContain('单位：万元');
    expect(elements(body, 'w:tblHeader')).toHaveLength(2);
    expect(elements(body, 'w:cantSplit')).toHaveLength(elements(body, 'w:tr').length);
    expect(words).toMatch(/合计\n150,000\n15,000/);
  });

  it('lies across where a register is wide, and upright behind it', async () => {
    const wide: Block = {
      type: 'table',
      columns: Array.from({ length: 12 }, (_, i) => ({ title: `第${i + 1}列`, kind: 'text' })),
      rows: [row(Array.from({ length: 12 }, () => '内容'))],
    };
    const narrow: Block = { type: 'heading', level: 2, text: '环路' };
    const { body } = await opened(document(wide, { type: 'pageBreak' }, narrow));

    expect(elements(body, 'w:pgSz').map((size) => attribute(size, 'w:orient') ?? 'portrait')).toEqual([
      'landscape',
      'portrait',
    ]);
    const [across] = elements(body, 'w:pgSz');
    expect(Number(attribute(across, 'w:w'))).toBeGreaterThan(Number(attribute(across, 'w:h')));
  });

  it('gives lights a colour, a sign and a word', async () => {
    const { body, words } = await opened(document({ type: 'paragraph', content: [light('red', '逾期4天')] }));

    expect(words).toContain('◆\u00a0逾期4天');
    expect(elements(body, 'w:color').map((colour) => attribute(colour, 'w:val'))).toContain('B3261E');
  });

  it('leads links to bookmarks that are there', async () => {
    const { body } = await opened(
      document(
        { type: 'paragraph', content: [link('P1', '环路'), link('nowhere', '无处')] },
        { type: 'heading', level: 2, text: '环路', anchor: 'P1' },
      ),
    );
    const bookmarks = elements(body, 'w:bookmarkStart').map((mark) => attribute(mark, 'w:name'));
    const [only, ...more] = elements(body, 'w:hyperlink').map((hyperlink) => attribute(hyperlink, 'w:anchor'));

    expect(more).toEqual([]);
    expect(bookmarks).toContain(only);
  });

  it('shows a chart with its figures', async () => {
    const { text } = await opened(
      document({
        type: 'sCurve',
        title: '累计',
        points: [
          { label: '1月', planned: 54.07, done: null },
          { label: '2月', planned: 102.91, done: 98.4 },
        ],
      }),
    );

    expect([...figuresOf(text(/^word\/charts\/chart\d+\.xml$/))]).toEqual(
      expect.arrayContaining(['54.07', '102.91', '98.4']),
    );
  });

  it('takes plan text as text, whatever is in it', async () => {
    const text = '<w:p/> & ]]> \u0000\u001b[2J\u202e =1+1 {{x}}';
    const { words } = await opened({
      ...document(
        { type: 'paragraph', content: [{ type: 'text', text }] },
        { type: 'heading', level: 1, text, anchor: text },
      ),
      title: text,
      issuer: text,
    });

    expect(words).toContain('<w:p/> & ]]> \\u{0000}␛[2J\\u{202E} =1+1 {{x}}');
  });

  it('of a register has a cover and contents', async () => {
    const projects = Array.from({ length: 9 }, (_, i) => `project P${i} "Road ${i}" { investment 1M }`).join('\n');
    const { document: report } = summaryOf('booklet', `portfolio City { year 2026 }\n${projects}`);
    const { body, words } = await opened(report);

    expect(attribute(elements(body, 'w:pStyle')[0], 'w:val')).toBe('CoverTitle');
    expect(words).toContain('Contents');
    // Each page's number is asked for on its own, and leads there.
    const marks = new Set(elements(body, 'w:bookmarkStart').map((mark) => attribute(mark, 'w:name')));
    const asked = [...words.matchAll(/PAGEREF (\w+)/g)].map(([, mark]) => mark);
    expect(asked).toHaveLength(10);
    expect(asked.filter((mark) => !marks.has(mark))).toEqual([]);
    for (let i = 0; i < 9; i++) expect(words.split(`Road ${i}`).length).toBeGreaterThan(2);
  });
});
