/** The unit of a table's money, said once above the table as papers have it. */
import type { Column, Table } from '../../document.js';

/** The unit that all money columns share and the columns without it; undefined where there is none to share. */
export function unitOnce(table: Table): { readonly unit: string | undefined; readonly columns: readonly Column[] } {
  const units = new Set(table.columns.flatMap(({ kind, unit }) => (kind === 'money' ? [unit] : [])));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return { unit: undefined, columns: table.columns };
  const columns = table.columns.map((column) => {
    if (column.kind !== 'money') return column;
    const { unit: _said, ...rest } = column;
    return rest;
  });
  return { unit, columns };
}
