/** Where figures lead that are stated nowhere as they are: a count or a sum leads to the first of what it is made of. */
import { projectsOf } from '../../analysis/pool.js';
import type { Block, Cell, Inlines, KeyValue, Origin, Table } from '../document.js';
import { type Formatter, originOf } from '../wording/formatter.js';

export type Stated = Parameters<typeof originOf>[0];

/** To be spread over what shows the count or the sum of all these; nothing where there are none. */
export function leadingTo(first: Stated | undefined): { readonly origin?: Origin } {
  return first === undefined ? {} : { origin: sumOf(first) };
}

function sumOf(first: Stated): Origin {
  return { ...originOf(first), sum: true };
}

/** The parts of a document in which every figure without a place of its own leads to where the whole is declared. */
export function ledToTheWhole(format: Formatter, blocks: readonly Block[]): readonly Block[] {
  const { plan } = format.analysis;
  const whole = plan.portfolio ?? projectsOf(plan)[0];
  return whole === undefined ? blocks : blocks.map((block) => led(block, sumOf(whole)));
}

/** What was led somewhere before is the same object again: previews know by it what they need not draw anew. */
const known = new WeakMap<Block, { readonly to: Origin; readonly block: Block }>();

function led(block: Block, to: Origin): Block {
  const before = known.get(block);
  if (before !== undefined && before.to.id === to.id && before.to.at === to.at) return before.block;
  const made = withOrigins(block, to);
  known.set(block, { to, block: made });
  return made;
}

function withOrigins(block: Block, origin: Origin): Block {
  switch (block.type) {
    case 'keyValues':
      return block.entries.every(leads)
        ? block
        : { ...block, entries: block.entries.map((entry) => (leads(entry) ? entry : { ...entry, origin })) };
    case 'table':
      return tableWithOrigins(block, origin);
    case 'sCurve':
      return block.origin === undefined ? { ...block, origin } : block;
    case 'barChart':
      return { ...block, bars: block.bars.map((bar) => (bar.origin === undefined ? { ...bar, origin } : bar)) };
    case 'stackedCounts':
      return { ...block, rows: block.rows.map((row) => (row.origin === undefined ? { ...row, origin } : row)) };
    default:
      return block;
  }
}

function leads({ origin, value, note = '' }: KeyValue): boolean {
  return origin !== undefined || !(hasFigure(value) || /\d/.test(note));
}

function tableWithOrigins(table: Table, origin: Origin): Table {
  const leadsNowhere = (row: Table['rows'][number]): boolean =>
    row.origin === undefined && (row.type === 'row' ? row.cells.some(isFigure) : hasFigure(row.content));
  const totals = table.totals === undefined || table.totalsOrigin !== undefined ? {} : { totalsOrigin: origin };
  if (!table.rows.some(leadsNowhere) && Object.keys(totals).length === 0) return table;
  return { ...table, ...totals, rows: table.rows.map((row) => (leadsNowhere(row) ? { ...row, origin } : row)) };
}

function isFigure({ content, origin }: Cell): boolean {
  return origin === undefined && hasFigure(content);
}

function hasFigure(content: Inlines): boolean {
  return content.some((inline): boolean => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return /\d/.test(inline.text);
      case 'light':
        return /\d/.test(inline.word ?? '');
      case 'bar':
        return true;
      case 'break':
        return false;
      default:
        return hasFigure(inline.content);
    }
  });
}
