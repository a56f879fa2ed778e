/** The Excel renderer. */
import { writeXlsx } from 'hucre/xlsx';
import type { Block, ReportDocument } from '../../document.js';
import { fill, words } from '../../wording/document-words.js';
import { longDay } from '../../wording/long-day.js';
import { paperWords } from '../paper/paper-words.js';
import { settled } from '../paper/settled-package.js';
import { writeBlocks } from './excel-blocks.js';
import { textValue } from './excel-values.js';
import { FONTS, Sheet } from './sheet.js';

/** A workbook with a sheet for each part: the same bytes for the same document. */
export async function renderExcel(report: ReportDocument): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = partsOf(report).map((part) => {
    const sheet = new Sheet(
      sheetName(part.name, names),
      report.lang,
      columnsOf(part.blocks),
      stacked(part.blocks) ? STACKED_WIDEST : undefined,
    );
    writeTop(report, sheet);
    sheet.endTop();
    writeBlocks(part.blocks, sheet, mainOf(part.blocks));
    return sheet.finished();
  });
  const made = await writeXlsx({
    sheets,
    defaultFont: FONTS[report.lang],
    properties: {
      title: textValue(report.title),
      creator: textValue(report.issuer ?? 'Planwright'),
      created: new Date(`${report.statusDate}T00:00:00Z`),
      modified: new Date(`${report.statusDate}T00:00:00Z`),
    },
  });
  return settled(made, report.statusDate);
}

interface Part {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Up to the first part of the document; each part; and what lies page by page behind them, one under another. */
function partsOf(report: ReportDocument): readonly Part[] {
  const parts: { name: string; blocks: Block[] }[] = [{ name: paperWords.overview[report.lang], blocks: [] }];
  let details: Block[] | undefined;
  report.blocks.forEach((block, i) => {
    const next = report.blocks[i + 1];
    if (block.type === 'heading' && block.level === 1) {
      parts.push({ name: block.text, blocks: [] });
      details = undefined;
    } else if (block.type === 'pageBreak' && next?.type === 'heading' && next.level > 1) {
      details ??= newDetails(parts, report);
    }
    (details ?? parts.at(-1)?.blocks)?.push(block);
  });
  const filled = parts.filter(({ blocks }) => blocks.some(({ type }) => type !== 'pageBreak'));
  return filled.length === 0 ? [{ name: report.title, blocks: [] }] : filled;
}

function newDetails(parts: { name: string; blocks: Block[] }[], { lang }: ReportDocument): Block[] {
  const blocks: Block[] = [];
  parts.push({ name: paperWords.details[lang], blocks });
  return blocks;
}

/** Where tables of all kinds share their columns, none of these may be wide. */
const STACKED_WIDEST = 18;

function stacked(blocks: readonly Block[]): boolean {
  return blocks.some(({ type }) => type === 'pageBreak');
}

/** The largest table of a sheet that is about one; of sheets below one another none is. */
function mainOf(blocks: readonly Block[]): Block | undefined {
  if (stacked(blocks)) return undefined;
  const size = (block: Block): number =>
    block.type === 'table' || block.type === 'gantt' ? block.rows.length : block.type === 'sCurve' ? 0 : -1;
  return blocks.reduce<Block | undefined>(
    (largest, block) => (size(block) > Math.max(0, largest === undefined ? 0 : size(largest)) ? block : largest),
    undefined,
  );
}

function columnsOf(blocks: readonly Block[]): number {
  const counts = blocks.map((block) => {
    if (block.type === 'table') return block.columns.length;
    if (block.type === 'keyValues') return 6;
    if (block.type === 'gantt') return 9;
    return block.type === 'stackedCounts' ? block.series.length + 2 : 5;
  });
  return Math.max(6, ...counts);
}

function writeTop(report: ReportDocument, sheet: Sheet): void {
  sheet.spread(
    textValue(report.title),
    { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } },
    0,
    sheet.columns - 1,
    28,
  );
  sheet.row++;
  const asOf = fill(paperWords.asOf[report.lang], { day: longDay(report.statusDate, report.lang) });
  const issuer = report.issuer === undefined ? '' : `${fill(words.issuer[report.lang], { name: report.issuer })}　　`;
  sheet.spread(textValue(`${issuer}${asOf}`), { alignment: { horizontal: 'center' } });
  sheet.row++;
  if (report.narrowed !== undefined) {
    sheet.spread(textValue(report.narrowed), { font: { bold: true }, alignment: { horizontal: 'center' } });
    sheet.row++;
  }
  if (report.subtitle === undefined) return;
  sheet.spread(textValue(report.subtitle), { alignment: { horizontal: 'center' } });
  sheet.row++;
}

const LONGEST_NAME = 31;

/** As Excel allows it, and no two alike. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = textValue(title)
    .replace(/[\\/?*[\]:\n\t]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = plain === '' ? '1' : plain;
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` ${n}`;
    const name = `${base.slice(0, LONGEST_NAME - end.length)}${end}`.trim();
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
