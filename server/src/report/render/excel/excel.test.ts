/** Workbooks, opened by a reader that knows nothing of how they were made. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleAnalysis } from '../../../../../test/example-analysis.js';
import { summaryOf } from '../../../../../test/generated-summary.js';
import { elements, figuresOf } from '../../../../../test/office-file.js';
import { calculate, isoDay, openWorkbook, type Workbook, type WorkbookSheet } from '../../../../../test/workbook.js';
import type { Analysis } from '../../../analysis/analysis.js';
import { cell, light, row } from '../../compose.js';
import type { Block, Cell, Column, ReportDocument } from '../../document.js';
import { SUMMARIES } from '../../summaries/index.js';
import { renderMarkdown } from '../markdown.js';
import { sample } from '../sample.fixture.js';
import { renderExcel } from './excel.js';

async function opened(report: ReportDocument): Promise<Workbook> {
  return openWorkbook(await renderExcel(report));
}

function document(...blocks: Block[]): ReportDocument {
  return { kind: 'sample', title: '某市重点项目 2026 总览', statusDate: '2026-03-31', lang: 'zh', blocks };
}

const MONEY: readonly Column[] = [
  { title: '名称', kind: 'text' },
  { title: '计划', kind: 'money', unit: '万元' },
  { title: '完成', kind: 'money', unit: '万元' },
  { title: '完成率', kind: 'percent' },
];

function money(name: string, plan: string, done: string, share: string): Cell[] {
  const figure = (value: string): Cell => cell(value.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ','), value);
  return [cell(name), figure(plan), figure(done), cell(`${Number(share).toFixed(1)}%`, share)];
}

async function tableSheet(rows: readonly Cell[][], totals: readonly Cell[]): Promise<WorkbookSheet> {
  const block: Block = { type: 'table', columns: MONEY, rows: rows.map((cells) => row(cells)), totals };
  const [sheet] = (await opened(document(block))).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function formulas(sheet: WorkbookSheet): Record<string, string> {
  return Object.fromEntries(
    [...sheet.cells.values()].flatMap(({ at, formula }) => (formula === undefined ? [] : [[at, formula]])),
  );
}

/** Whether a figure of a text stands in the workbook: as text, as a number that shows so, or as a day. */
function holds({ sheets, formats, text }: Workbook): (figure: string) => boolean {
  const written = new Set([
    ...figuresOf(text(/sharedStrings|drawings/)),
    ...formats.flatMap((each) => [...figuresOf(each)]),
  ]);
  const numbers = sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ value, format }) => (typeof value === 'number' ? [{ value, format }] : [])),
  );
  const days = new Set(numbers.flatMap(({ value, format }) => (/y|"/.test(format) ? [isoDay(value)] : [])));
  const shown = new Set(
    numbers.flatMap(({ value, format }) => {
      const percent = format.endsWith('%');
      const of = percent ? Number((value * 100).toFixed(8)) : value;
      return [0, 1, 2].map((digits) => `${Number(Math.abs(of).toFixed(digits))}${percent ? '%' : ''}`);
    }),
  );
  return (figure) => {
    const plain = figure.replaceAll(',', '');
    const number = plain.endsWith('%') ? `${Number(plain.slice(0, -1))}%` : String(Number(plain));
    return written.has(figure) || shown.has(number) || days.has(figure) || shown.has(`${number}%`);
  };
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
    '%s %s in %s has every figure that Markdown has, and formulas that agree',
    async (folder, kind, lang) => {
      const analysis = analyses.get(folder);
      const report = analysis && SUMMARIES.get(kind)?.build(analysis, { lang });
      if (report === undefined) throw new Error(`no ${kind}`);
      const workbook = await opened(report);
      const there = holds(workbook);
      const markdown = renderMarkdown(report)
        .replace(/^.*\*\*\d{4}-\d\d-\d\d\*\*$/m, '')
        .replace(/\]\([^)]*\)/g, ']')
        .replaceAll('\\', '');
      // Days are looked for as days: '2026-03-31' and not 2026, 03 and 31. Of a chart's head only the axis is told otherwise.
      const [days, rest] = [markdown.match(/\d{4}-\d\d-\d\d/g) ?? [], markdown.replace(/\d{4}-\d\d-\d\d/g, ' ')];
      const axis = kind === 'gantt' ? /\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d \|$/m.exec(markdown)?.[0] : undefined;
      const text = workbook.text(/sharedStrings/);
      const missing = [
        ...days.filter((day) => !there(day) && !text.includes(day) && axis?.includes(day) !== true),
        ...[...figuresOf(rest)].filter((figure) => !there(figure)),
      ];

      expect(missing).toEqual([]);
      for (const sheet of workbook.sheets) {
        for (const { formula, value } of sheet.cells.values()) {
          if (formula !== undefined) expect(calculate(formula, sheet)).toBeCloseTo(Number(value), 6);
        }
      }
    },
  );
});

describe('a workbook', () => {
  it('is the same to the byte each time', async () => {
    const [first, second] = [await renderExcel(sample), await renderExcel(sample)];

    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('sums rows by a formula that a filter narrows, and shares by their parts', async () => {
    const sheet = await tableSheet(
      [money('环路', '150000', '60000', '40'), money('一小', '50000', '40000.5', '80.001')],
      money('合计', '200000', '100000.5', '50.0003'),
    );

    expect(formulas(sheet)).toEqual({ B7: 'SUBTOTAL(9,B5:B6)', C7: 'SUBTOTAL(9,C5:C6)', D7: 'IF(B7=0,"",C7/B7)' });
    expect(sheet.cells.get('C7')).toMatchObject({ value: 100000.5, format: '#,##0.0' });
    expect(sheet.cells.get('D7')?.value).toBeCloseTo(0.500003, 8);
  });

  it('sums the outermost rows where others are parts of them', async () => {
    const sheet = await tableSheet(
      [
        money('产业', '300', '150', '50'),
        money('　机械', '100', '60', '60'),
        money('　电子', '200', '90', '45'),
        money('交通', '50', '5', '10'),
      ],
      money('合计', '350', '155', '44.2857'),
    );

    expect(formulas(sheet)).toMatchObject({ B9: 'SUM(B5,B8)', C9: 'SUM(C5,C8)' });
  });

  it('leaves a total that is no sum of what is shown a figure', async () => {
    const sheet = await tableSheet(
      [money('东区', '300', '150', '50'), money('西区', '100', '60', '60')],
      money('合计', '350', '180', '51.4286'),
    );

    expect(formulas(sheet)).not.toHaveProperty('B7');
    expect(sheet.cells.get('B7')?.value).toBe(350);
  });

  it('does not take a share for one that holds in the total alone', async () => {
    const sheet = await tableSheet(
      [money('东区', '300', '150', '49'), money('西区', '100', '50', '51')],
      money('合计', '400', '200', '50'),
    );

    expect(formulas(sheet)).not.toHaveProperty('D7');
  });

  it('shows no other figure than the summary where a value was rounded twice', async () => {
    const sheet = await tableSheet(
      [[cell('环路'), cell('1', '1'), cell('1', '1'), cell('45.4%', '45.45')]],
      money('合计', '1', '1', '100'),
    );

    expect(sheet.cells.get('D5')).toMatchObject({ value: 0.454, format: '0.0%' });
  });

  it('has days as days, shown as coarse as they were said', async () => {
    const { sheets } = await opened(
      document({
        type: 'table',
        columns: [
          { title: '期限', kind: 'date' },
          { title: '期限', kind: 'date' },
          { title: '期限', kind: 'date' },
        ],
        rows: [row([cell('2026-06-30', '2026-06-30'), cell('2026年8月底', '2026-08-31'), cell('—', null)])],
      }),
    );
    const [first, second, none] = ['A4', 'B4', 'C4'].map((at) => sheets[0]?.cells.get(at));

    expect(first).toMatchObject({ value: 46203, format: 'yyyy-mm-dd' });
    expect(isoDay(46203)).toBe('2026-06-30');
    expect(second).toMatchObject({ value: 46265, format: '"2026年8月底"' });
    expect(none?.value).toBeNull();
  });

  it('keeps words that stand beside a figure or a day', async () => {
    const { sheets } = await opened(
      document({
        type: 'table',
        columns: [
          { title: '投资', kind: 'money', unit: '万元' },
          { title: '日期', kind: 'date' },
          { title: '逾期', kind: 'number' },
        ],
        rows: [row([cell('120（另列）', '120'), cell('2026-06-30 起', '2026-06-30'), cell(light('red', '4'), '4')])],
      }),
    );
    const [money, day, overdue] = ['A5', 'B5', 'C5'].map((at) => sheets[0]?.cells.get(at));

    expect(money?.value).toBe('120（另列）');
    expect(day).toMatchObject({ value: 46203, format: '"2026-06-30 起"' });
    expect(overdue?.value).toBe(4);
  });

  it.each(['=1+1', '+8613800', '-1', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x","y")'])(
    'keeps the text %j a text',
    async (text) => {
      const report = document(
        { type: 'heading', level: 1, text, anchor: 'a' },
        { type: 'paragraph', content: [{ type: 'text', text }] },
        { type: 'table', columns: [{ title: text, kind: 'text' }], rows: [row([text])], totals: [cell(text)] },
      );
      const { sheets, parts } = await opened({ ...report, title: text, issuer: text });

      expect([...parts.values()].flatMap((part) => elements(part, 'f'))).toEqual([]);
      for (const { cells } of sheets) {
        for (const { value } of cells.values()) expect(['string', 'object']).toContain(typeof value);
      }
    },
  );

  it('takes plan text as text, whatever is in it', async () => {
    const text = '<c/> & ]]> \u0000\u001b[2J\u202e';
    const { text: words } = await opened(document({ type: 'paragraph', content: [{ type: 'text', text }] }));

    expect(words(/sharedStrings/)).toContain('<c/> & ]]> \\u{0000}␛[2J\\u{202E}');
  });

  it('has a sheet for each part, named as Excel allows', async () => {
    const heading = (text: string): Block => ({ type: 'heading', level: 1, text });
    const said: Block = { type: 'paragraph', content: [{ type: 'text', text: '文' }] };
    const { sheets } = await opened(
      document(
        said,
        heading('一、亮灯/情况[2026]'),
        said,
        heading('一、亮灯 情况 2026'),
        said,
        heading('长'.repeat(40)),
        said,
      ),
    );

    expect(sheets.map(({ name }) => name)).toEqual([
      '概况',
      '一、亮灯 情况 2026',
      '一、亮灯 情况 2026 2',
      '长'.repeat(31),
    ]);
  });

  it('keeps the head of a register in sight, filters by it, and prints it on each page', async () => {
    const { document: report } = summaryOf(
      'booklet',
      'project A "Road" { investment 1M }\nproject B "Bridge" { investment 2M }',
    );
    const { sheets, parts } = await opened(report);
    const register = sheets.find(({ name }) => name === 'All projects');
    const names = elements(
      parts.get('xl/workbook.xml') ?? { name: '', attributes: new Map(), children: [] },
      'definedName',
    );

    expect(register && elements(register.xml, 'pane')[0]?.attributes.get('ySplit')).toMatch(/^\d+$/);
    expect(register && elements(register.xml, 'autoFilter')).toHaveLength(1);
    expect(names.map(({ attributes }) => attributes.get('name'))).toContain('_xlnm.Print_Titles');
    expect(register && elements(register.xml, 'oddFooter')[0]?.children).toEqual(['&CPage &P of &N']);
    expect(register && elements(register.xml, 'pageSetup')[0]?.attributes.get('orientation')).toBe('landscape');
  });

  it('begins a page with each project: a heading once stood alone at the end of the page before', async () => {
    const projects = ['Road', 'Bridge', 'Dam'].map((title, i) => `project P${i} "${title}" { investment 1M }`);
    const { document: report } = summaryOf('booklet', projects.join('\n'));
    const { sheets } = await opened(report);
    const details = sheets.find(({ name }) => name === 'Details');
    const headings = [...(details?.cells.values() ?? [])].flatMap(({ at, value }) =>
      typeof value === 'string' && /^[23] (?:Bridge|Dam)/.test(value.replace(/\s+/g, ' ')) ? [Number(at.slice(1))] : [],
    );

    // A break is named by the row above it.
    const breaks = details && elements(details.xml, 'brk').map(({ attributes }) => Number(attributes.get('id')));
    expect(headings).toHaveLength(2);
    expect(breaks).toEqual(headings.map((heading) => heading - 1));
    expect(details && elements(details.xml, 'pageSetup')[0]?.attributes.get('orientation')).toBe('portrait');
  });
});

describe('a narrow column', () => {
  it('of places does not touch the names beside it, and a head keeps its bracket together', async () => {
    const block: Block = {
      type: 'table',
      columns: [
        { title: '名次', kind: 'number' },
        { title: '地区', kind: 'text' },
        { title: '与序时差', kind: 'number', unit: '百分点' },
      ],
      rows: [row([cell('1', '1'), cell('上杭县'), cell('-4.1', '-4.1')])],
    };
    const [sheet] = (await opened(document(block))).sheets;
    const texts = [...(sheet?.cells.values() ?? [])].map(({ value }) => value);
    const workbook = await opened(document(block));
    const indents = elements(
      workbook.parts.get('xl/styles.xml') ?? { name: '', attributes: new Map(), children: [] },
      'alignment',
    )
      .filter((each) => each.attributes.get('indent') === '1')
      .map((each) => each.attributes.get('horizontal'));

    expect(texts).toContain('与序时差\n（百分点）');
    expect(indents).toEqual(['right']);
  });
});
