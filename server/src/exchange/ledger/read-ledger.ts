/** From the sheets of a file to what they say of projects, with a report of how they were understood. */
import type { Day } from '../../model/day.js';
import { addressOf, type Sheet } from '../spreadsheet/sheet.js';
import { oneLine } from './cell-text.js';
import { type Column, isMapped, type Mapping, understandColumns } from './columns.js';
import { readFigures } from './figures.js';
import { Gathering } from './gathering.js';
import { normalHead } from './heads.js';
import { compilerOf, leftAbove, titleOf } from './lines-above.js';
import type { MoneyUnit } from './money-unit.js';
import { checkedTotals } from './printed-totals.js';
import { readRows } from './read-rows.js';
import { type Row, rowsOf } from './rows.js';
import { settleFields } from './settle-fields.js';
import type { Ledger, Remark } from './statements.js';
import { type Table, tablesOf } from './table.js';
import { type TableTime, timesOf, type YearSaid } from './table-times.js';

export interface LedgerOptions {
  readonly mapping: Mapping;
  /** The unit of columns that name none. */
  readonly unit?: MoneyUnit | undefined;
  readonly year?: number | undefined;
  /** The day of figures that name none. */
  readonly reportDay?: Day | undefined;
  readonly sheets?: readonly string[] | undefined;
  /** Only rows whose cell below that head is that text. */
  readonly rows?: ReadonlyMap<string, string> | undefined;
  /** The year where nothing names one. */
  readonly thisYear: number;
  /** The name of the file, without its ending. */
  readonly fileName: string;
}

/** How one sheet was understood. */
export interface SheetReport {
  readonly sheet: string;
  readonly headRows: readonly [first: number, last: number];
  /** Of which day its figures are. */
  readonly reportDay: Day | undefined;
  readonly columns: readonly Column[];
  /** What a reader of the sheet does not see, and is read all the same: letters of columns, rows from 1. */
  readonly hiddenColumns: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly projects: number;
  readonly sections: readonly string[];
  readonly totals: number;
  readonly leftOut: readonly { readonly cell: string; readonly text: string; readonly isComment?: true }[];
}

export interface LedgerReading {
  readonly ledger: Ledger;
  readonly sheets: readonly SheetReport[];
  /** Sheets without a table that could be read. */
  readonly skipped: readonly string[];
  /** Hidden sheets, which are read only where the caller names them. */
  readonly hidden: readonly string[];
  readonly remarks: readonly Remark[];
  readonly year: YearSaid;
  readonly reportDay: Day | undefined;
}

export function readLedger(sheets: readonly Sheet[], options: LedgerOptions): LedgerReading {
  const asked = sheets.filter(({ name, hidden }) => options.sheets?.includes(name) ?? !hidden);
  const tables = asked.flatMap((sheet) => tablesOf(sheet, (path) => isMapped(path, options.mapping)));
  const times = timesOf(tables, options);
  let { year } = times;
  const gathering = new Gathering();
  const remarks: Remark[] = [];
  const reports: SheetReport[] = [];
  let currency: string | undefined;
  let figures: Ledger['figures'];
  for (const time of times.tables) {
    const { table } = time;
    const columns = understandColumns(table, options.mapping, options.unit);
    currency ??= columns.find(({ field, unit }) => field !== 'own' && unit?.currency !== undefined)?.unit?.currency;
    const has = (field: Column['field']): boolean => columns.some((column) => column.field === field);
    // Codes of rows that count projects are no projects.
    const hasProjects = has('name') || (has('id') && !has('count'));
    const rows = rowsOf(table, columns).filter((row) => isWanted(row, table, columns, options.rows));
    if (hasProjects) {
      remarks.push(...readRows(table, rows, time, gathering));
      remarks.push(...checkedTotals(table, rows));
    } else {
      const read = readFigures(table, columns, (row) => isWantedRow(row, table, columns, options.rows));
      figures ??= read.figures;
      if (year.from === 'today' && read.year !== undefined) year = { value: read.year, from: 'sheet' };
      remarks.push(...read.remarks);
    }
    reports.push(reportOn(time, columns, rows, hasProjects));
  }
  const title = tables[0] === undefined ? undefined : titleOf(tables[0]);
  const compiler = tables.map(compilerOf).find((name) => name !== undefined);
  const named = gathering.named();
  const isDeclared = named.some(({ kind, name }) => kind === 'org' && name === compiler);
  const settled = settleFields(
    {
      ...(title === undefined ? {} : { title }),
      ...(year.from !== 'today' || gathering.needsYear() ? { year: year.value } : {}),
      ...(currency === undefined ? {} : { currency }),
      ...(compiler === undefined ? {} : { compiler }),
      projects: gathering.projects(),
      named: compiler === undefined || isDeclared ? named : [{ kind: 'org', name: compiler }, ...named],
      fields: [],
      ...(figures === undefined ? {} : { figures }),
    },
    [],
    true,
  );
  return {
    ledger: settled.ledger,
    sheets: reports,
    skipped: asked.filter((sheet) => !tables.some((table) => table.sheet.name === sheet.name)).map(({ name }) => name),
    hidden: options.sheets === undefined ? sheets.filter(({ hidden }) => hidden).map(({ name }) => name) : [],
    remarks: [...remarks, ...gathering.remarks, ...settled.remarks],
    year,
    reportDay: times.reportDay,
  };
}

function isWanted(row: Row, table: Table, columns: readonly Column[], rows: LedgerOptions['rows']): boolean {
  return row.type === 'section' || isWantedRow(row.index, table, columns, rows);
}

function isWantedRow(row: number, { sheet }: Table, columns: readonly Column[], rows: LedgerOptions['rows']): boolean {
  return [...(rows ?? [])].every(([head, text]) => {
    const column = columns.find((each) => each.letters === head || normalHead(each.head) === normalHead(head));
    return column !== undefined && oneLine(sheet.rows[row]?.[column.index]?.text ?? '') === text.trim();
  });
}

function reportOn(
  { table, reportDay }: TableTime,
  columns: readonly Column[],
  rows: readonly Row[],
  hasProjects: boolean,
): SheetReport {
  const { sheet, head, from } = table;
  const isBelow = (row: number): boolean => row >= from && (sheet.rows[row] ?? []).some((cell) => cell !== undefined);
  const withNotes = new Set(rows.flatMap((row) => (row.type === 'project' || row.type === 'more' ? [row.index] : [])));
  return {
    sheet: sheet.name,
    headRows: [head.top + 1, head.bottom + 1],
    reportDay,
    columns,
    hiddenColumns: columns.filter(({ index }) => sheet.hiddenColumns.has(index)).map(({ letters }) => letters),
    hiddenRows: [...sheet.hiddenRows].filter(isBelow).map((row) => row + 1),
    projects: hasProjects ? rows.filter(({ type }) => type === 'project').length : 0,
    sections: rows.flatMap((row) => (row.type === 'section' ? [row.section.name] : [])),
    totals: rows.filter(({ type }) => type === 'total').length,
    leftOut: [
      ...leftAbove(table),
      ...rows.flatMap((row) =>
        row.type === 'footnote' ? [{ cell: `${sheet.name}!${row.cells[0]?.address ?? ''}`, text: row.label }] : [],
      ),
      ...sheet.comments
        .filter(({ row }) => row < sheet.rows.length && row >= head.top && !withNotes.has(row))
        .map(({ row, column, text }) => ({
          cell: `${sheet.name}!${addressOf(row, column)}`,
          text: oneLine(text),
          isComment: true as const,
        })),
    ],
  };
}
