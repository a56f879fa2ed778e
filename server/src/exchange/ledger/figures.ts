/** A table of figures by district or category, without projects: what a plan has to agree with. */
import type { Sheet } from '../spreadsheet/sheet.js';
import { addressOf } from '../spreadsheet/sheet.js';
import { readAmount } from './amounts.js';
import { clean, oneLine } from './cell-text.js';
import type { Column } from './columns.js';
import { moneyUnit } from './money-unit.js';
import type { FigureRow, Figures, Remark } from './statements.js';
import type { Table } from './table.js';

export function readFigures(
  { sheet, from }: Table,
  columns: readonly Column[],
  isWanted: (row: number) => boolean,
): { readonly figures?: Figures; readonly year?: number; readonly remarks: readonly Remark[] } {
  const rows = sheet.rows.flatMap((_, index) => (index >= from && isWanted(index) ? [index] : []));
  const label = labelOf(sheet, rows, columns);
  const remarks: Remark[] = [];
  if (label === undefined) return { remarks };
  const year = yearOf(sheet, rows, columns);
  const found: FigureRow[] = [];
  let whole: FigureRow | undefined;
  let isTold = false;
  for (const row of rows) {
    const text = (column: Column | undefined): string =>
      column === undefined ? '' : oneLine(clean(sheet.rows[row]?.[column.index]?.text ?? ''));
    const name = text(label);
    if (name === '') continue;
    const figures: { name: string; count?: string; total?: FigureRow['total'] & {}; plan?: FigureRow['plan'] & {} } = {
      name,
    };
    const unit = moneyUnit(text(columns.find(({ field }) => field === 'money-unit')));
    for (const column of columns) {
      const said = text(column);
      const cell = sheet.rows[row]?.[column.index];
      if (said === '' || cell === undefined) continue;
      if (column.field === 'count' && /^\d+$/.test(said)) figures.count = said;
      if (column.field !== 'total' && column.field !== 'year-plan') continue;
      const read = readAmount(cell, unit ?? column.unit);
      if (!read.ok && read.why === 'no-unit') {
        remarks.push(noUnit(`${sheet.name}!${addressOf(row, column.index)}`, said));
      } else if (read.ok) figures[column.field === 'total' ? 'total' : 'plan'] = read.value;
      else {
        remarks.push({
          severity: 'warning',
          cell: `${sheet.name}!${addressOf(row, column.index)}`,
          message: { en: `'${said}' does not read as an amount; left out`, zh: `“${said}”不是金额，未导入` },
        });
      }
    }
    if (/^(?:合计|总计|共计|全市|全省|.*合计|total)$/i.test(name)) whole ??= figures;
    else if (found.some((each) => each.name === name)) {
      if (!isTold) remarks.push(severalTables(`${sheet.name}!${addressOf(row, label.index)}`, name));
      isTold = true;
    } else found.push(figures);
  }
  return {
    figures: {
      by: label.field === 'area' ? 'area' : 'category',
      rows: found,
      ...(whole === undefined ? {} : { whole }),
    },
    ...(year === undefined ? {} : { year }),
    remarks,
  };
}

/** The one year that the rows name. */
function yearOf(sheet: Sheet, rows: readonly number[], columns: readonly Column[]): number | undefined {
  const column = columns.find(({ field }) => field === 'year');
  const texts = new Set(
    column === undefined ? [] : rows.map((row) => oneLine(sheet.rows[row]?.[column.index]?.text ?? '')),
  );
  const [only, ...more] = [...texts];
  return only === undefined || more.length > 0 || !/^\d{4}年?$/.test(only) ? undefined : Number(only.slice(0, 4));
}

function noUnit(cell: string, said: string): Remark {
  return {
    severity: 'error',
    cell,
    message: {
      en: `'${said}' has no unit: say it with --unit, as in '--unit 万元'`,
      zh: `“${said}”没有单位：请用 --unit 指明，例如“--unit 万元”`,
    },
    needs: { what: 'unit', plain: { en: `'${said}' has no unit`, zh: `“${said}”没有单位` } },
  };
}

function severalTables(cell: string, name: string): Remark {
  return {
    severity: 'error',
    cell,
    message: {
      en: `'${name}' stands here a second time: the table holds several breakdowns; choose the rows of one with --rows COLUMN=TEXT`,
      zh: `“${name}”在此重复出现：表中不止一组数据，请用 --rows 列=值 选出其中一组`,
    },
    needs: {
      what: 'rows',
      plain: {
        en: `'${name}' stands here a second time: the table holds several breakdowns`,
        zh: `“${name}”在此重复出现：表中不止一组数据`,
      },
    },
  };
}

/** The column by which figures are broken down: districts where there are several, else texts that differ from row to row. */
function labelOf(sheet: Sheet, rows: readonly number[], columns: readonly Column[]): Column | undefined {
  const distinct = (column: Column): number =>
    new Set(rows.map((row) => oneLine(sheet.rows[row]?.[column.index]?.text ?? ''))).size;
  const isText = (column: Column): boolean =>
    rows.every((row) => !/^[\d.,%]+$/.test(oneLine(sheet.rows[row]?.[column.index]?.text ?? '')));
  const isLong = (column: Column): boolean =>
    rows.some((row) => /^https?:|.{60}/.test(sheet.rows[row]?.[column.index]?.text ?? ''));
  const candidates = columns.filter(
    (column) =>
      ['area', 'category', 'own', 'level', 'stage'].includes(column.field) &&
      isText(column) &&
      (distinct(column) > 1 || rows.length === 1) &&
      !isLong(column),
  );
  const wide = candidates.filter((column) => distinct(column) >= Math.max(2, rows.length * 0.9));
  return wide.find(({ field }) => field === 'area') ?? wide[0] ?? candidates[0];
}
