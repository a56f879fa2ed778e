/** Sums that a sheet prints are not imported; where they are not what the rows add up to, that is said. */
import type { Lang } from '../../model/lang.js';
import { formatMoney, type Money, type MoneyValue, sumValues } from '../../model/money.js';
import { readAmount } from './amounts.js';
import type { Row } from './rows.js';
import type { Remark } from './statements.js';
import type { Table } from './table.js';

export function checkedTotals({ sheet }: Table, rows: readonly Row[]): readonly Remark[] {
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
    const { currency } = total.column.unit;
    const written = (amount: Money, lang: Lang): string =>
      formatMoney(amount, lang, currency === undefined ? {} : { currency });
    return [
      {
        severity: 'warning',
        cell: `${sheet.name}!${total.address}`,
        message: {
          en: `the sheet's total of '${total.column.head}' is ${written(said.value.amount, 'en')}, its rows add up to ${written(sum.amount, 'en')}`,
          zh: `表中“${total.column.head}”合计为 ${written(said.value.amount, 'zh')}，各行相加为 ${written(sum.amount, 'zh')}`,
        },
      },
    ];
  });
}
