/** Blocks of a report in a sheet. */
import type { CellStyle } from 'hucre/xlsx';
import type { Block, Heading, KeyValue, KeyValues, List } from '../../document.js';
import { plainText } from '../../plain-text.js';
import { prose } from '../../prose.js';
import { words } from '../../wording/document-words.js';
import { BAND, MUTED } from '../paper/paper-colours.js';
import { writeChart } from './excel-charts.js';
import { writeTable } from './excel-table.js';
import { textValue, wordsOf } from './excel-values.js';
import { GRID, type Sheet } from './sheet.js';

/** `main` is the table that the sheet is about. */
export function writeBlocks(blocks: readonly Block[], sheet: Sheet, main: Block | undefined): void {
  for (const block of blocks) writeBlock(block, sheet, block === main);
}

function writeBlock(block: Block, sheet: Sheet, main: boolean): void {
  switch (block.type) {
    case 'heading':
      writeHeading(block, sheet);
      break;
    case 'paragraph':
      writeText(wordsOf(block.content, sheet.lang), sheet);
      break;
    case 'markdown':
      writeBlocks(prose(block.text), sheet, undefined);
      break;
    case 'list':
      writeList(block, sheet, 0);
      break;
    case 'quote':
      writeBlocks(block.blocks, sheet, undefined);
      break;
    case 'code':
      writeText(textValue(block.text), sheet, { font: { name: 'Consolas' } });
      break;
    case 'keyValues':
      writeKeyValues(block, sheet);
      break;
    case 'table':
      writeTable(block, sheet, main);
      break;
    case 'callout': {
      const title = block.title ?? words[block.tone === 'warn' ? 'warning' : 'note'][sheet.lang];
      const colon = sheet.lang === 'zh' ? '：' : ': ';
      writeText(`${textValue(title)}${colon}${wordsOf(block.content, sheet.lang)}`, sheet, { fill: SHADE });
      break;
    }
    case 'pageBreak':
      sheet.breakBefore();
      break;
    case 'sCurve':
    case 'barChart':
    case 'stackedCounts':
    case 'gantt':
      writeChart(block, sheet, main);
      break;
  }
}

const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: BAND } } as const;
const SIZES = { 1: 14, 2: 12, 3: 11, 4: 10 } as const;

function writeHeading({ level, text, aside }: Heading, sheet: Sheet): void {
  const more = aside === undefined || aside.length === 0 ? '' : `　${wordsOf(aside, sheet.lang)}`;
  sheet.spread(`${textValue(text)}${more}`, { font: { bold: true, size: SIZES[level] } }, 0, sheet.columns - 1, 20);
  sheet.row++;
}

function writeText(text: string, sheet: Sheet, style: CellStyle = {}): void {
  if (text.trim() === '') return;
  sheet.spread(text, style);
  sheet.row++;
}

function writeList(list: List, sheet: Sheet, depth: number): void {
  list.items.forEach((item, i) => {
    const mark = list.ordered ? `${i + 1}. ` : '• ';
    writeText(`${'　'.repeat(depth)}${mark}${wordsOf(item.content, sheet.lang)}`, sheet);
    if (item.children !== undefined) writeList(item.children, sheet, depth + 1);
  });
}

/** Labels and values, two of them a line where the sheet has the columns. */
function writeKeyValues({ entries }: KeyValues, sheet: Sheet): void {
  if (entries.length === 0) return;
  const half = Math.floor(sheet.columns / 2);
  const paired = half >= 2;
  let right = false;
  const writeEntry = (entry: KeyValue, from: number, to: number): void => {
    const label: CellStyle = {
      fill: SHADE,
      border: GRID,
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    };
    sheet.put(from, { value: textValue(entry.label), style: label });
    sheet.want(from, entry.label);
    const note = entry.note === undefined ? '' : sheet.lang === 'zh' ? `（${entry.note}）` : ` (${entry.note})`;
    const said = `${wordsOf(entry.value, sheet.lang)}${textValue(note)}`;
    const muted = plainText(entry.value, sheet.lang) === '—' ? { font: { color: { rgb: MUTED } } } : {};
    sheet.spread(said, { border: GRID, alignment: { horizontal: 'left' }, ...muted }, from + 1, Math.max(from + 1, to));
    if (to <= from + 1) sheet.want(from + 1, said);
  };
  entries.forEach((entry, i) => {
    const next = entries[i + 1];
    const alone = !right && (next === undefined || next.wide === true);
    if (!paired || entry.wide === true || alone) {
      if (right) sheet.row++;
      right = false;
      writeEntry(entry, 0, Math.max(1, sheet.columns - 1));
      sheet.row++;
    } else if (right) {
      writeEntry(entry, half, sheet.columns - 1);
      sheet.row++;
      right = false;
    } else {
      writeEntry(entry, 0, half - 1);
      right = true;
    }
  });
  if (right) sheet.row++;
  sheet.row++;
}
