/** The HTML renderer: a stand-alone file, or the fragments of a preview. */

import type { Lang } from '../../model/lang.js';
import { atOnce, type Steps } from '../../model/steps.js';
import { htmlId, type KeyedBlock, keyed } from '../anchors.js';
import type { Block, KeyValues, List, ReportDocument, Table } from '../document.js';
import type { Paper } from '../paper.js';
import { prose } from '../prose.js';
import { type ColumnOrder, sortedTable } from '../sorted-table.js';
import { fill, words } from '../wording/document-words.js';
import { longDay } from '../wording/long-day.js';
import { documentThemeCss } from './css/document-theme.js';
import { pageCss } from './css/page.js';
import { reportCss } from './css/report.js';
import { wallChartCss } from './css/wall-chart.js';
import { escapeHtml, escapeHtmlLines, escapeName } from './escape-html.js';
import { renderChart, renderingChart, renderSheaves, sheafKeys } from './html-charts.js';
import { type HtmlContext, idAttribute, originAttributes, renderInlines } from './html-inlines.js';
import { isWide, renderingTable, renderTable } from './html-table.js';

/** A part of a report as a preview shows and replaces it: `html` is one element, `key` its stable name. */
export interface Fragment {
  readonly key: string;
  readonly html: string;
}

/** The script that makes wall charts live in a file, and its hash for the content security policy. */
export interface WallChartScript {
  readonly text: string;
  /** `sha256-…` */
  readonly hash: string;
}

/**
 * One file that needs nothing else: no font, no address is fetched, and the only script is the one given for wall
 * charts, in a document that has one. `paper`: what it is to be printed on; else A4, and wall charts on A3.
 */
export function renderHtml(report: ReportDocument, wallChart?: WallChartScript, paper?: Paper): string {
  const lang = report.lang === 'zh' ? 'zh-CN' : 'en';
  const script = report.blocks.some(({ type }) => type === 'gantt') ? wallChart : undefined;
  const policy = script === undefined ? '' : `; script-src '${script.hash}'`;
  const fragments = atOnce(parts(report, false, script !== undefined, paper));
  const body = [cover(report), ...fragments.map(({ html }) => html)].join('\n');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(report.title)} · ${escapeHtml(report.statusDate)}</title>
<style>
${documentThemeCss}
${reportCss}${pageCss(report.lang, paper)}${script === undefined ? '' : wallChartCss}
</style>
</head>
<body>
<article class="pw-report" data-kind="${escapeHtml(report.kind)}">
${body}
</article>${script === undefined ? '' : `\n<script>${script.text}</script>`}
</body>
</html>
`;
}

/**
 * The same content for a preview that keeps its place while the text changes: the title, then one part for each
 * top-level block. Goes inside an `<article class="pw-report" lang>`; needs `reportCss` and a theme. `live`: the page can
 * make wall charts live, so they come as data.
 */
export function renderFragment(report: ReportDocument, live = false, orders?: TableOrders): readonly Fragment[] {
  return atOnce(renderingFragment(report, live, orders));
}

/** The same in steps, for reports of very many rows. */
export function renderingFragment(report: ReportDocument, live: boolean, orders?: TableOrders) {
  return parts(report, true, live, undefined, orders);
}

/** The keys of parts with the rows of long wall charts, from the top down: see `renderRows`. */
export function rowKeys({ blocks }: ReportDocument): readonly string[] {
  return keyed(blocks).flatMap(({ key, block }) =>
    block.type === 'gantt' ? sheafKeys(block, chartId(htmlId(key))) : [],
  );
}

/**
 * Those of them that are among `keys`. They are data that nobody sees: the chart, which knows their keys, draws what is in
 * them.
 */
export function renderRows({ blocks }: ReportDocument, keys: ReadonlySet<string>): readonly Fragment[] {
  return keyed(blocks).flatMap(({ key: part, block }) =>
    block.type !== 'gantt'
      ? []
      : renderSheaves(block, chartId(htmlId(part)), keys).map(({ key, data }) => ({
          key,
          html: `<script type="application/json" class="pw-rows" data-key="${escapeName(key)}">${data}</script>`,
        })),
  );
}

function chartId(id: string): string {
  return `${id}-chart`;
}

/** A page of a preview as one part: whole, or its heading alone, which stands in for it until it is asked for. */
export function renderPage(page: PreviewPage, report: ReportDocument, orders: TableOrders, waiting: boolean): Fragment {
  const { lang, statusDate } = report;
  const key = pageKey(page.key);
  const blocks = waiting ? [page.heading] : page.blocks();
  const as = `${lang} ${statusDate} ${key}${orders.size === 0 ? '' : ` ${JSON.stringify([...orders])}`}`;
  const known = waiting ? undefined : pagesDrawn.get(blocks);
  if (known?.as === as) return known.page;
  const context: HtmlContext = { lang, statusDate, focusable: true, live: true };
  const inner = keyed(blocks).map((each) => atOnce(keptPart(each.key, inOrder(each, orders, lang), context)));
  const html = `<section class="pw-page${waiting ? ' pw-waiting' : ''}" data-key="${escapeName(key)}">${inner.join('')}</section>`;
  const drawnPage = { key, html };
  if (!waiting) pagesDrawn.set(blocks, { as, page: drawnPage });
  return drawnPage;
}

/** As `drawn`, by the blocks of a page: an edit elsewhere leaves them the same. */
const pagesDrawn = new WeakMap<readonly Block[], { readonly as: string; readonly page: Fragment }>();

/** Whether a part is a page, and there. */
export function isDrawnPage({ html }: Fragment): boolean {
  return html.startsWith('<section class="pw-page" ');
}

export function pageKey(key: string): string {
  return `page:${key}`;
}

/** Tables that a reader has put in another order, by the keys of their parts. */
export type TableOrders = ReadonlyMap<string, ColumnOrder>;

const inAnotherOrder = new WeakMap<Table, Table>();

function inOrder({ key, block }: KeyedBlock, orders: TableOrders | undefined, lang: Lang): Block {
  const order = orders?.get(key);
  if (order === undefined || block.type !== 'table') return block;
  const known = inAnotherOrder.get(block);
  if (known?.order?.column === order.column && known.order.descending === order.descending) return known;
  const sorted = sortedTable(block, order, lang);
  inAnotherOrder.set(block, sorted);
  return sorted;
}

/** The page of a long report: see `Summary.inPages`. */
interface PreviewPage {
  readonly key: string;
  readonly heading: Block;
  readonly blocks: () => readonly Block[];
}

/** A report with its tables in other orders, for renderers that know nothing of readers. */
export function withOrders(report: ReportDocument, orders: TableOrders): ReportDocument {
  if (orders.size === 0) return report;
  return { ...report, blocks: keyed(report.blocks).map((each) => inOrder(each, orders, report.lang)) };
}

function* parts(
  report: ReportDocument,
  focusable: boolean,
  live: boolean,
  paper?: Paper,
  orders?: TableOrders,
): Steps<readonly Fragment[]> {
  const context: HtmlContext = { lang: report.lang, statusDate: report.statusDate, focusable, live, paper };
  const sheets = focusable ? [] : sheetsOf(report);
  const blocks: Fragment[] = [];
  for (const [i, each] of keyed(report.blocks).entries()) {
    const { key, block } = each;
    const html = focusable
      ? yield* keptPart(key, inOrder(each, orders, report.lang), context)
      : yield* part(key, block, context, sheets[i]);
    blocks.push({ key, html });
    yield;
  }
  const narrowed = report.narrowed === undefined ? '' : `<p class="pw-narrowed">${escapeHtml(report.narrowed)}</p>`;
  const subtitle = report.subtitle === undefined ? '' : `<p class="pw-subtitle">${escapeHtml(report.subtitle)}</p>`;
  const issued = report.issuer === undefined ? '' : fill(words.issuer[report.lang], { name: report.issuer });
  const issuer = issued === '' ? '' : `<p class="pw-issuer">${escapeHtml(issued)}</p>`;
  const title =
    `<header class="pw-title${onSheet(sheets[0])}" data-key="title"><h1>${escapeHtml(report.title)}</h1>${issuer}` +
    `<p class="pw-status-date">${words.statusDate[report.lang]}${report.lang === 'zh' ? '' : ' '}` +
    `<time datetime="${escapeHtml(report.statusDate)}">${escapeHtml(longDay(report.statusDate, report.lang))}</time></p>` +
    `${narrowed}${subtitle}</header>`;
  return [{ key: 'title', html: title }, ...blocks];
}

type Sheet = 'across' | 'wall' | 'book';

/** The paper that each block is printed on: one for all that lies between two page breaks, as its widest part asks. */
function sheetsOf({ blocks, cover }: ReportDocument): readonly (Sheet | undefined)[] {
  const sheets: (Sheet | undefined)[] = [];
  for (let from = 0; from < blocks.length; ) {
    const next = blocks.findIndex(({ type }, i) => i >= from && type === 'pageBreak');
    const past = next === -1 ? blocks.length : next + 1;
    const segment = blocks.slice(from, past);
    const wall = segment.some((block) => block.type === 'gantt' && block.rows.length > 0);
    const across = segment.some((block) => block.type === 'table' && isWide(block));
    const sheet = wall ? 'wall' : across ? 'across' : cover === true ? 'book' : undefined;
    sheets.push(...segment.map(() => sheet));
    from = past;
  }
  return sheets;
}

function onSheet(sheet: Sheet | undefined): string {
  return sheet === undefined ? '' : ` pw-on-${sheet}`;
}

/** On paper only: a sheet with the title, and what stands in the book. */
function cover(report: ReportDocument): string {
  if (report.cover !== true) return '';
  const { lang, issuer } = report;
  const lines = [
    ...(issuer === undefined ? [] : [fill(words.issuer[lang], { name: issuer })]),
    `${words.statusDate[lang]}${lang === 'zh' ? '' : ' '}${longDay(report.statusDate, lang)}`,
    ...(report.narrowed === undefined ? [] : [report.narrowed]),
  ];
  const contents = report.blocks.flatMap((block) =>
    block.type === 'heading' && block.level <= 2 && block.anchor !== undefined
      ? [`<li><a href="#${escapeHtml(encodeURI(htmlId(block.anchor)))}">${escapeHtml(block.text)}</a></li>`]
      : [],
  );
  return (
    `<section class="pw-cover"><p class="pw-cover-title">${escapeHtml(report.title)}</p>` +
    `${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}` +
    `<div class="pw-cover-contents"><p>${words.contents[lang]}</p><ul>${contents.join('')}</ul></div></section>`
  );
}

function* part(key: string, block: Block, context: HtmlContext, sheet?: Sheet): Steps<string> {
  const inner = yield* renderingBlock(block, htmlId(key), context);
  return `<div class="pw-part pw-part-${block.type}${onSheet(sheet)}" data-key="${escapeName(key)}">${inner}</div>`;
}

/** What a preview drew last: a block that is the same object again looks the same again. */
const drawn = new WeakMap<Block, { readonly as: string; readonly html: string }>();

function* keptPart(key: string, block: Block, context: HtmlContext): Steps<string> {
  const { lang, statusDate, live } = context;
  const as = `${lang} ${statusDate} ${live} ${key}`;
  const known = drawn.get(block);
  if (known?.as === as) return known.html;
  const html = yield* part(key, block, context);
  drawn.set(block, { as, html });
  return html;
}

/** In steps where a block may be very long. */
function* renderingBlock(block: Block, id: string, context: HtmlContext): Steps<string> {
  switch (block.type) {
    case 'table':
      return yield* renderingTable(block, context);
    case 'gantt':
      return yield* renderingChart(block, chartId(id), context);
    default:
      return renderBlock(block, id, context);
  }
}

function renderBlock(block: Block, id: string, context: HtmlContext): string {
  const origin = 'origin' in block ? originAttributes(block.origin, context.focusable) : '';
  switch (block.type) {
    case 'heading': {
      // The document's title is the page's h1.
      const tag = `h${block.level + 1}`;
      const aside =
        block.aside === undefined ? '' : ` <span class="pw-aside">${renderInlines(block.aside, context)}</span>`;
      return `<${tag}${idAttribute(block.anchor)}${origin}>${escapeHtml(block.text)}${aside}</${tag}>`;
    }
    case 'paragraph':
      return `<p${origin}>${renderInlines(block.content, context)}</p>`;
    case 'markdown': {
      const inner = prose(block.text).map((part, i) => renderBlock(part, `${id}-${i}`, context));
      return `<div class="pw-prose"${origin}>${inner.join('')}</div>`;
    }
    case 'list':
      return renderList(block, context);
    case 'quote':
      return `<blockquote>${block.blocks.map((part, i) => renderBlock(part, `${id}-${i}`, context)).join('')}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtmlLines(block.text)}</code></pre>`;
    case 'keyValues':
      return renderKeyValues(block, context);
    case 'table':
      return renderTable(block, context);
    case 'callout': {
      const title = block.title ?? words[block.tone === 'warn' ? 'warning' : 'note'][context.lang];
      const inner = `<p class="pw-callout-title">${escapeHtml(title)}</p><p>${renderInlines(block.content, context)}</p>`;
      return `<aside class="pw-callout pw-${block.tone}"${origin}>${inner}</aside>`;
    }
    case 'pageBreak':
      return '<hr class="pw-page-break">';
    case 'sCurve':
    case 'barChart':
    case 'stackedCounts':
    case 'gantt':
      return renderChart(block, chartId(id), context);
  }
}

function renderList(list: List, context: HtmlContext): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const items = list.items.map((item) => {
    const children = item.children === undefined ? '' : renderList(item.children, context);
    return `<li${originAttributes(item.origin, context.focusable)}>${renderInlines(item.content, context)}${children}</li>`;
  });
  return `<${tag}>${items.join('')}</${tag}>`;
}

function renderKeyValues(block: KeyValues, context: HtmlContext): string {
  const entries = block.entries.map((entry) => {
    const note = entry.note === undefined ? '' : `<span class="pw-kv-note">${escapeHtml(entry.note)}</span>`;
    const wide = entry.wide ? ' class="pw-kv-wide"' : '';
    const value = `<dd>${renderInlines(entry.value, context)}${note}</dd>`;
    return `<div${wide}${originAttributes(entry.origin, context.focusable)}><dt>${escapeHtml(entry.label)}</dt>${value}</div>`;
  });
  const layout = block.layout === 'figures' ? 'pw-figures' : 'pw-kv';
  return `<dl class="${layout}"${idAttribute(block.anchor)}>${entries.join('')}</dl>`;
}
