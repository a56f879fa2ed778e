/** A table in the order of one of its columns: the rows of each group by themselves, totals and groups where they are. */
import type { Lang } from '../model/lang.js';
import type { Cell, ColumnKind, Table, TableRow } from './document.js';
import { plainText } from './plain-text.js';

export interface ColumnOrder {
  /** From 0. */
  readonly column: number;
  readonly descending: boolean;
}

/** Rows whose order says something (levels below each other, steps) keep it. */
export function isSortable({ rows, ordered }: Table): boolean {
  return ordered !== true && rows.filter(({ type }) => type === 'row').length > 1;
}

const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'];

export function sortedTable(table: Table, { column, descending }: ColumnOrder, lang: Lang): Table {
  const kind = table.columns[column]?.kind;
  if (kind === undefined || !isSortable(table)) return table;
  const compare = comparing(kind, lang);
  const byColumn = (rows: readonly TableRow[]): readonly TableRow[] =>
    rows
      .map((row) => ({ row, key: keyOf(row.cells[column], kind, lang) }))
      .sort((a, b) => {
        // What is missing comes last either way.
        if (a.key === undefined || b.key === undefined) {
          return a.key === b.key ? 0 : a.key === undefined ? 1 : -1;
        }
        return descending ? compare(b.key, a.key) : compare(a.key, b.key);
      })
      .map(({ row }) => row);
  const rows: Table['rows'][number][] = [];
  let group: TableRow[] = [];
  for (const row of table.rows) {
    if (row.type === 'row') group.push(row);
    else {
      rows.push(...byColumn(group), row);
      group = [];
    }
  }
  return { ...table, rows: [...rows, ...byColumn(group)], order: { column, descending } };
}

function keyOf(cell: Cell | undefined, kind: ColumnKind, lang: Lang): string | undefined {
  if (cell === undefined || cell.value === null) return undefined;
  const light = kind === 'light' ? lightIn(cell) : undefined;
  if (light !== undefined) return light;
  const shown = cell.value ?? plainText(cell.content, lang).trim();
  if (shown === '' || shown === '—') return undefined;
  return isFigure(kind) && figureIn(shown) === undefined ? undefined : shown;
}

function lightIn({ content }: Cell): string | undefined {
  return content.find((inline) => inline.type === 'light')?.light;
}

function isFigure(kind: ColumnKind): boolean {
  return kind === 'number' || kind === 'money' || kind === 'percent';
}

function figureIn(shown: string): number | undefined {
  const [figure] = /[-−]?\d[\d,]*(?:\.\d+)?/.exec(shown) ?? [];
  return figure === undefined ? undefined : Number(figure.replaceAll(',', '').replace('−', '-'));
}

function comparing(kind: ColumnKind, lang: Lang): (a: string, b: string) => number {
  if (isFigure(kind)) return (a, b) => (figureIn(a) ?? 0) - (figureIn(b) ?? 0);
  if (kind === 'light') return (a, b) => LIGHTS.indexOf(a) - LIGHTS.indexOf(b);
  const { compare } = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return compare;
}
