/** From the sheets of a file to what they say of projects, with a report of how they were understood. */
import type { Day } from '../../model/day.js';
import { formatMoney, type MoneyValue, sumValues } from '../../model/money.js';
import { parseDate } from '../../model/period.js';
import type { Sheet } from '../spreadsheet/sheet.js';
import { readAmount } from './amounts.js';
import { clean, oneLine } from './cell-text.js';
import { stageOf } from './choices.js';
import { type Column, isMapped, type Mapping, understandColumns } from './columns.js';
import { readFigures } from './figures.js';
import { Gathering } from './gathering.js';
import { meaningOf, normalHead } from './heads.js';
import { type MoneyUnit, moneyUnit } from './money-unit.js';
import { readCells } from './read-cells.js';
import { type Row, rowsOf, type Section, type TableCell } from './rows.js';
import { settleFields } from './settle-fields.js';
import type { Ledger, Remark } from './statements.js';
import { type Table, tablesOf } from './table.js';

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
  readonly columns: readonly Column[];
  readonly projects: number;
  readonly sections: readonly string[];
  readonly totals: number;
  readonly leftOut: readonly { readonly cell: string; readonly text: string }[];
}

export interface LedgerReading {
  readonly ledger: Ledger;
  readonly sheets: readonly SheetReport[];
  /** Sheets without a table that could be read. */
  readonly skipped: readonly string[];
  readonly remarks: readonly Remark[];
  readonly year: { readonly value: number; readonly from: 'given' | 'sheet' | 'today' };
  readonly reportDay: Day | undefined;
}

export function readLedger(sheets: readonly Sheet[], options: LedgerOptions): LedgerReading {
  const asked = sheets.filter(({ name, hidden }) => options.sheets?.includes(name) ?? !hidden);
  const tables = asked.flatMap((sheet) => tablesOf(sheet, (path) => isMapped(path, options.mapping)));
  const texts = [...tables.flatMap(({ lines, sheet }) => [...lines, sheet.name]), options.fileName];
  let year = yearOf(texts, options);
  const reportDay = options.reportDay ?? reportDayIn(texts);
  const gathering = new Gathering();
  const remarks: Remark[] = [];
  const reports: SheetReport[] = [];
  let currency: string | undefined;
  let figures: Ledger['figures'];
  for (const table of tables) {
    const columns = understandColumns(table, options.mapping, options.unit);
    currency ??= columns.find(({ field, unit }) => field !== 'own' && unit?.currency !== undefined)?.unit?.currency;
    const has = (field: Column['field']): boolean => columns.some((column) => column.field === field);
    // Codes of rows that count projects are no projects.
    const hasProjects = has('name') || (has('id') && !has('count'));
    const rows = rowsOf(table, columns).filter((row) => isWanted(row, table, columns, options.rows));
    if (hasProjects) {
      remarks.push(...readRows(table, rows, { year: year.value, reportDay }, gathering));
      remarks.push(...checkedTotals(table, rows));
    } else {
      const read = readFigures(table, columns, (row) => isWantedRow(row, table, columns, options.rows));
      figures ??= read.figures;
      if (year.from === 'today' && read.year !== undefined) year = { value: read.year, from: 'sheet' };
      remarks.push(...read.remarks);
    }
    reports.push(reportOn(table, columns, rows, hasProjects));
  }
  const title = tables[0]?.lines.find(
    (line) => line.length <= 60 && !/^[(（]?单\s*位|^unit|[:：]$/i.test(line) && meaningOf([line], false) === undefined,
  );
  const settled = settleFields(
    {
      ...(title === undefined ? {} : { title: oneLine(title) }),
      ...(year.from !== 'today' || gathering.needsYear() ? { year: year.value } : {}),
      ...(currency === undefined ? {} : { currency }),
      projects: gathering.projects(),
      named: gathering.named(),
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
    remarks: [...remarks, ...gathering.remarks, ...settled.remarks],
    year,
    reportDay,
  };
}

function readRows(
  { sheet }: Table,
  rows: readonly Row[],
  { year, reportDay }: { readonly year: number; readonly reportDay: Day | undefined },
  gathering: Gathering,
): readonly Remark[] {
  const remarks: Remark[] = [];
  const textOf = (cells: readonly TableCell[], field: Column['field']) => {
    const found = cells.find(({ column }) => column.field === field);
    return found === undefined ? undefined : oneLine(clean(found.cell.text));
  };
  let last: string | undefined;
  for (const row of rows) {
    if (row.type === 'project' || row.type === 'more') {
      const said = textOf(row.cells, 'year');
      const rowYear = said === undefined ? undefined : yearIn(said);
      const unit = moneyUnit(textOf(row.cells, 'money-unit') ?? '');
      const dated = rowDay(textOf(row.cells, 'report-day'));
      const day = dated ?? reportDay;
      const reading = readCells(row.cells, { sheet: sheet.name, year: rowYear ?? year, reportDay: day, unit });
      remarks.push(...reading.remarks);
      const cell = `${sheet.name}!${row.cells[0]?.address ?? ''}`;
      if (row.type === 'more') {
        if (last !== undefined) gathering.more(last, reading);
        continue;
      }
      const daySaid = textOf(row.cells, 'report-day');
      const dayNote =
        daySaid !== undefined && daySaid !== '' && dated === undefined
          ? [{ type: 'own' as const, head: headOf(row.cells, 'report-day'), written: daySaid, text: daySaid, cell }]
          : [];
      const yearNote =
        said !== undefined && rowYear === undefined
          ? [{ type: 'own' as const, head: headOf(row.cells, 'year'), written: said, text: said, cell }]
          : [];
      const sections = sectionStatements(row.section, reading.statements, cell);
      last = gathering.add({
        code: textOf(row.cells, 'id'),
        name: textOf(row.cells, 'name'),
        year: rowYear,
        cell,
        statements: [...reading.statements, ...sections.statements, ...yearNote, ...dayNote],
        named: [...reading.named, ...sections.named],
      });
    } else if (row.type === 'nameless') {
      remarks.push({
        severity: 'warning',
        cell: `${sheet.name}!${row.cells[0]?.address ?? ''}`,
        message: {
          en: `a row without the name of a project was left out: ${shown(row.cells)}`,
          zh: `该行没有项目名称，未导入：${shown(row.cells)}`,
        },
      });
    }
  }
  return remarks;
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

function headOf(cells: readonly TableCell[], field: Column['field']): string {
  return cells.find(({ column }) => column.field === field)?.column.head ?? '';
}

/** Headings between rows are categories, or stages where they are named like one, where no column says so. */
function sectionStatements(
  section: Section | undefined,
  stated: readonly { readonly type: string; readonly member?: string }[],
  cell: string,
): {
  readonly statements: Parameters<Gathering['add']>[0]['statements'];
  readonly named: Parameters<Gathering['add']>[0]['named'];
} {
  const path: string[] = [];
  for (let each = section; each !== undefined; each = each.in) path.unshift(each.name);
  const stage = path.map((name) => stageOf(name.replace(/项目$/, ''))).find((each) => each !== undefined);
  const categories = path.filter((name) => stageOf(name.replace(/项目$/, '')) === undefined);
  const last = categories.at(-1);
  const from = { cell, head: '分组', written: path.join(' / ') };
  const hasCategory = stated.some(({ member }) => member === 'category');
  const hasStage = stated.some(({ type }) => type === 'stage');
  return {
    statements: [
      ...(stage === undefined || hasStage ? [] : [{ type: 'stage' as const, stage, ...from }]),
      ...(last === undefined
        ? []
        : hasCategory
          ? [{ type: 'own' as const, text: from.written, ...from }]
          : [{ type: 'ref' as const, member: 'category' as const, names: [last], ...from }]),
    ],
    named: hasCategory
      ? []
      : categories.map((name, index) => {
          const parent = categories[index - 1];
          return { kind: 'category' as const, name, ...(parent === undefined ? {} : { in: parent }) };
        }),
  };
}

function shown(cells: readonly TableCell[]): string {
  return cells
    .slice(0, 4)
    .map(({ cell }) => oneLine(clean(cell.text)).slice(0, 20))
    .join(' | ');
}

/** Sums that the sheet prints are not imported; where they are not what the rows add up to, that is said. */
function checkedTotals({ sheet }: Table, rows: readonly Row[]): readonly Remark[] {
  const grand = rows.filter((row) => row.type === 'total' && /合计|总计|共计|total/i.test(row.label));
  const [only, ...more] = grand;
  if (only === undefined || more.length > 0 || only.type !== 'total') return [];
  const projects = rows.filter((row) => row.type === 'project');
  return only.cells.flatMap((total): Remark[] => {
    if (total.column.unit === undefined || !['total', 'year-plan', 'invested'].includes(total.column.field)) return [];
    const said = readAmount(total.cell, total.column.unit);
    if (!said.ok) return [];
    const values: MoneyValue[] = projects.flatMap((row) => {
      const cell = row.cells.find(({ column, over }) => column === total.column && over === undefined);
      const read = cell === undefined ? undefined : readAmount(cell.cell, total.column.unit);
      return read?.ok === true ? [read.value] : [];
    });
    const sum = sumValues(values);
    const apart = sum.amount - said.value.amount;
    const tolerance = sum.tolerance + said.value.tolerance;
    if ((apart < 0n ? -apart : apart) <= tolerance) return [];
    return [
      {
        severity: 'warning',
        cell: `${sheet.name}!${total.address}`,
        message: {
          en: `the sheet's total of '${total.column.head}' is ${formatMoney(said.value.amount, 'en')}, its rows add up to ${formatMoney(sum.amount, 'en')}`,
          zh: `表中“${total.column.head}”合计为 ${formatMoney(said.value.amount, 'zh')}，各行相加为 ${formatMoney(sum.amount, 'zh')}`,
        },
      },
    ];
  });
}

function reportOn(
  { sheet, head }: Table,
  columns: readonly Column[],
  rows: readonly Row[],
  hasProjects: boolean,
): SheetReport {
  return {
    sheet: sheet.name,
    headRows: [head.top + 1, head.bottom + 1],
    columns,
    projects: hasProjects ? rows.filter(({ type }) => type === 'project').length : 0,
    sections: rows.flatMap((row) => (row.type === 'section' ? [row.section.name] : [])),
    totals: rows.filter(({ type }) => type === 'total').length,
    leftOut: rows.flatMap((row) =>
      row.type === 'footnote' ? [{ cell: `${sheet.name}!${row.cells[0]?.address ?? ''}`, text: row.label }] : [],
    ),
  };
}

/** The day that a row itself says its progress is of. */
function rowDay(text: string | undefined): Day | undefined {
  const read = parseDate((text ?? '').normalize('NFKC').replace(/\s+/g, ''));
  return read.ok ? read.period.last : undefined;
}

function yearIn(text: string): number | undefined {
  const digits = /^(\d{4})(?:\.0)?年?度?$/.exec(text.normalize('NFKC').trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function yearOf(texts: readonly string[], { year, thisYear }: LedgerOptions): LedgerReading['year'] {
  if (year !== undefined) return { value: year, from: 'given' };
  for (const text of texts) {
    const found = /(?<!\d)((?:19|20)\d{2})\s*(?:年|\b)/.exec(text.normalize('NFKC'))?.[1];
    if (found !== undefined) return { value: Number(found), from: 'sheet' };
  }
  return { value: thisYear, from: 'today' };
}

/** 截至2026年3月31日, 2026年3月月报, as of 31.03.2026 is not read. The last day of what is named. */
function reportDayIn(texts: readonly string[]): Day | undefined {
  for (const text of texts) {
    const plain = text.normalize('NFKC').replace(/\s+/g, '');
    const named =
      /截[至止](?:到)?(\d{4}[年.\-/]\d{1,2}(?:[月.\-/](?:\d{1,2}日?)?)?底?)/.exec(plain)?.[1] ??
      /(\d{4}年\d{1,2}月(?:\d{1,2}日)?)/.exec(plain)?.[1] ??
      /asof(\d{4}-\d{2}-\d{2})/i.exec(plain)?.[1];
    const months = /(\d{4})年1[-—~至](\d{1,2})月/.exec(plain);
    const read = parseDate(months === null ? (named ?? '') : `${months[1]}年${months[2]}月`);
    if (read.ok) return read.period.last;
  }
  return undefined;
}
