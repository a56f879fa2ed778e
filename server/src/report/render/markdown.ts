/** The Markdown renderer. */
import type { Block, Cell, Column, List, ReportDocument, Table } from '../document.js';
import { prose } from '../prose.js';
import { laidOut } from '../table-layout.js';
import { fill, titleWithUnit, words } from '../wording/document-words.js';
import { codeFence, escapeMarkdown, guardLineStart } from './escape-markdown.js';
import { alignOf } from './html-table.js';
import { chartTable } from './markdown-charts.js';
import { type MarkdownContext, markdownCell, markdownLines } from './markdown-inlines.js';

/** GitHub-flavoured Markdown. Charts become tables with bars of text; sources are left out. */
export function renderMarkdown(report: ReportDocument): string {
  const context: MarkdownContext = { lang: report.lang, slugs: slugs(report) };
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    ...(report.narrowed === undefined ? [] : [`**${escapeMarkdown(report.narrowed)}**`]),
    ...(report.subtitle === undefined ? [] : [guardLineStart(escapeMarkdown(report.subtitle))]),
    ...(report.issuer === undefined
      ? []
      : [guardLineStart(escapeMarkdown(fill(words.issuer[report.lang], { name: report.issuer })))]),
    `${words.statusDate[report.lang]} **${escapeMarkdown(report.statusDate)}**`,
    ...report.blocks.map((block) => renderBlock(block, context)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderBlock(block: Block, context: MarkdownContext): string {
  const { lang } = context;
  switch (block.type) {
    case 'heading': {
      // Lights go below: in the line itself they would be part of the heading's fragment, and links break with each change.
      const aside = block.aside === undefined ? '' : `\n\n${markdownLines(block.aside, context)}`;
      const heading = `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`.replace(/ (?=#+$)/, ' \\');
      return heading + aside;
    }
    case 'paragraph':
      return markdownLines(block.content, context);
    case 'markdown':
      return renderBlocks(prose(block.text), context);
    case 'list':
      return renderList(block, context);
    case 'quote':
      return quoted(renderBlocks(block.blocks, context));
    case 'code':
      return codeFence(block.text);
    case 'keyValues': {
      const colon = lang === 'zh' ? '：' : ': ';
      return block.entries
        .map(({ label, value, note }) => {
          const noted =
            note === undefined ? '' : lang === 'zh' ? `（${escapeMarkdown(note)}）` : ` (${escapeMarkdown(note)})`;
          return `- ${escapeMarkdown(label)}${colon}${markdownCell(value, context)}${noted}`;
        })
        .join('\n');
    }
    case 'table':
      return renderTable(block, context);
    case 'callout': {
      const title = block.title ?? words[block.tone === 'warn' ? 'warning' : 'note'][lang];
      return quoted(`**${escapeMarkdown(title)}**\n\n${markdownLines(block.content, context)}`);
    }
    case 'pageBreak':
      return '';
    case 'sCurve':
    case 'barChart':
    case 'stackedCounts':
    case 'gantt':
      return renderTable(chartTable(block, lang), context);
  }
}

function renderBlocks(blocks: readonly Block[], context: MarkdownContext): string {
  return blocks
    .map((block) => renderBlock(block, context))
    .filter((part) => part !== '')
    .join('\n\n');
}

function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function renderList(list: List, context: MarkdownContext): string {
  return list.items
    .map((item, i) => {
      const mark = list.ordered ? `${i + 1}. ` : '- ';
      const children = item.children === undefined ? '' : `\n${renderList(item.children, context)}`;
      return (
        mark + `${markdownLines(item.content, context)}${children}`.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
      );
    })
    .join('\n');
}

const DELIMITERS = { start: '---', center: ':-:', end: '--:' } as const;

/** GitHub's tables know neither spans nor captions: groups become rows, groups of columns part of the titles. */
function renderTable(whole: Table, context: MarkdownContext): string {
  const table = laidOut(whole, context.lang);
  const title = (column: Column): string => {
    const whole = column.group === undefined ? column.title : `${column.group} · ${column.title}`;
    return escapeMarkdown(titleWithUnit({ ...column, title: whole }, context.lang));
  };
  const cells = (row: readonly Cell[]): string[] =>
    table.columns.map((_, i) => markdownCell(row[i]?.content ?? [], context));
  const written = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  const rest = table.columns.slice(1).map(() => '');
  const bold = (part: string): string => (part === '' || part.startsWith('**') ? part : `**${part}**`);
  const lines = [
    written(table.columns.map(title)),
    written(table.columns.map((column) => DELIMITERS[alignOf(column)])),
    ...table.rows.map((row) =>
      row.type === 'group' ? written([bold(markdownCell(row.content, context)), ...rest]) : written(cells(row.cells)),
    ),
    ...(table.totals === undefined ? [] : [written(cells(table.totals).map(bold))]),
  ];
  const above = [
    ...(table.caption === undefined ? [] : [`**${escapeMarkdown(table.caption)}**`]),
    ...(table.unit === undefined ? [] : [escapeMarkdown(fill(words.unit[context.lang], { unit: table.unit }))]),
  ];
  return table.columns.length === 0 ? '' : [...above, lines.join('\n')].join('\n\n');
}

/** The fragments that GitHub and VS Code give to headings: lower case, letters and digits, blanks to hyphens, numbered. */
function slugs(report: ReportDocument): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  const slug = (text: string): string => {
    const plain = text
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const seen = used.get(plain) ?? 0;
    used.set(plain, seen + 1);
    return seen === 0 ? plain : `${plain}-${seen}`;
  };
  slug(report.title);
  const found = new Map<string, string>();
  for (const block of report.blocks) {
    if (block.type !== 'heading') continue;
    const fragment = slug(block.text);
    if (block.anchor !== undefined && !found.has(block.anchor)) found.set(block.anchor, fragment);
  }
  return found;
}
