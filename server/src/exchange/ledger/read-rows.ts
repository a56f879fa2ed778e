/** The rows of one table become projects: what their cells say, what the headings between them say, and what was written beside. */
import type { Day } from '../../model/day.js';
import { parseDate } from '../../model/period.js';
import { addressOf, type CellComment } from '../spreadsheet/sheet.js';
import { clean, oneLine } from './cell-text.js';
import { stageOf } from './choices.js';
import type { Column } from './columns.js';
import type { Gathering } from './gathering.js';
import { moneyUnit } from './money-unit.js';
import { readCells } from './read-cells.js';
import type { Row, Section, TableCell } from './rows.js';
import type { Remark, Statement } from './statements.js';
import type { Table } from './table.js';
import type { TableTime } from './table-times.js';

export function readRows(
  { sheet }: Table,
  rows: readonly Row[],
  { year, reportDay, isOfMany }: TableTime,
  gathering: Gathering,
): readonly Remark[] {
  const remarks: Remark[] = [];
  const textOf = (cells: readonly TableCell[], field: Column['field']) => {
    const found = cells.find(({ column, cell }) => column.field === field && cell.broken === undefined);
    return found === undefined ? undefined : oneLine(clean(found.cell.text));
  };
  let last: string | undefined;
  for (const row of rows) {
    const cell = `${sheet.name}!${row.type === 'section' ? row.address : placeOf(row.index, row.cells)}`;
    if (row.type === 'project' || row.type === 'more') {
      const said = textOf(row.cells, 'year');
      const rowYear = said === undefined ? undefined : yearIn(said);
      const unit = moneyUnit(textOf(row.cells, 'money-unit') ?? '');
      const dated = rowDay(textOf(row.cells, 'report-day'));
      const day = dated ?? reportDay;
      const cells = readCells(row.cells, { sheet: sheet.name, year: rowYear ?? year, reportDay: day, unit });
      const comments = sheet.comments.filter((each) => each.row === row.index);
      const reading = { ...cells, statements: [...cells.statements, ...commentNotes(comments, row.cells, sheet.name)] };
      remarks.push(...reading.remarks);
      if (row.type === 'more') {
        if (last !== undefined) gathering.more(last, reading);
        continue;
      }
      const [code, name] = [textOf(row.cells, 'id'), textOf(row.cells, 'name')];
      if (code === undefined && name === undefined) {
        // Its name is a formula that came to nothing: what follows below it is no part of the project above.
        last = undefined;
        remarks.push(nameless(cell, row.cells));
        continue;
      }
      if (
        row.cells.some(
          ({ column, cell: { text, isNumber } }) => column.field === 'id' && isNumber === true && text.length > 15,
        )
      )
        remarks.push(cutDigits(cell, code ?? ''));
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
        code,
        name,
        year: rowYear ?? (isOfMany.years ? year : undefined),
        day: isOfMany.days ? reportDay : undefined,
        cell,
        statements: [...reading.statements, ...sections.statements, ...yearNote, ...dayNote],
        named: [...reading.named, ...sections.named],
      });
    } else if (row.type === 'nameless') remarks.push(nameless(cell, row.cells));
    else if (row.type === 'struck') {
      remarks.push({
        severity: 'warning',
        cell,
        message: {
          en: `the row of '${row.label}' is struck through, and was left out`,
          zh: `“${row.label}”一行已划去，未导入`,
        },
      });
    }
  }
  return [...remarks, ...asAbove(sheet.name, rows)];
}

function nameless(cell: string, cells: readonly TableCell[]): Remark {
  return {
    severity: 'warning',
    cell,
    message: {
      en: `a row without the name of a project was left out: ${shown(cells)}`,
      zh: `该行没有项目名称，未导入：${shown(cells)}`,
    },
  };
}

function cutDigits(cell: string, code: string): Remark {
  return {
    severity: 'warning',
    cell,
    message: {
      en: `a spreadsheet keeps 15 digits of a number: the last ones of ${code} are not what was typed`,
      zh: `表格中的数字只保留 15 位，${code} 的末几位已不是原来的编号，请将该列设为文本后重新录入`,
    },
  };
}

/** The first cell of a row that stands in it: a merged one that reaches into it stands above. */
function placeOf(row: number, cells: readonly TableCell[]): string {
  const own = cells.find(({ address, column }) => address === addressOf(row, column.index)) ?? cells[0];
  return own?.address ?? '';
}

/** What was written to the cells of a row, under the head of the column. */
function commentNotes(
  comments: readonly CellComment[],
  cells: readonly TableCell[],
  sheet: string,
): readonly Statement[] {
  return comments.map(({ row, column: at, text }): Statement => {
    const head = cells.find(({ column }) => column.index === at)?.column.head ?? '';
    const written = clean(text);
    const called = /\p{Script=Han}/u.test(head + written) ? `${head}批注` : `${head} comment`.trim();
    return { type: 'own', head: called, written, text: written, cell: `${sheet}!${addressOf(row, at)}` };
  });
}

/** For each column once: which cells say that they are what stands above them. */
function asAbove(sheet: string, rows: readonly Row[]): readonly Remark[] {
  const cells = new Map<Column, TableCell[]>();
  for (const row of rows) {
    if (row.type !== 'project') continue;
    for (const each of row.cells.filter((cell) => cell.asAbove === true))
      cells.set(each.column, [...(cells.get(each.column) ?? []), each]);
  }
  return [...cells].map(([{ head }, [first, ...more]]): Remark => {
    const others = more.length;
    return {
      severity: 'info',
      cell: `${sheet}!${first?.address ?? ''}`,
      message: {
        en: `'${head}' is as in the row above${others === 0 ? '' : `, here and in ${others} more row${others === 1 ? '' : 's'}`}`,
        zh: `“${head}”写的是“同上”，按上一行读取${others === 0 ? '' : `，另有 ${others} 处`}`,
      },
    };
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

/** The day that a row itself says its progress is of. */
function rowDay(text: string | undefined): Day | undefined {
  const read = parseDate((text ?? '').normalize('NFKC').replace(/\s+/g, ''));
  return read.ok ? read.period.last : undefined;
}

function yearIn(text: string): number | undefined {
  const digits = /^(\d{4})(?:\.0)?年?度?$/.exec(text.normalize('NFKC').trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
