/** A form as a spreadsheet program saves it after somebody has written into cells such as `进展填报!G5`. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';

export type Filled = Readonly<Record<string, string | number | Date | null>>;

export async function fillForm(form: Uint8Array, cells: Filled): Promise<Uint8Array> {
  const workbook = await readXlsx(new Uint8Array(Buffer.from(form)), { readStyles: true });
  for (const [place, value] of Object.entries(cells)) {
    const [sheetName = '', address = ''] = place.split('!');
    const sheet = workbook.sheets.find((each) => each.name === sheetName);
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(number) - 1;
    if (sheet === undefined) throw new Error(place);
    while (sheet.rows.length <= row) sheet.rows.push([]);
    const cellsOfRow = sheet.rows[row] ?? [];
    while (cellsOfRow.length <= column) cellsOfRow.push(null);
    cellsOfRow[column] = value;
    const key = `${row},${column}`;
    const old = sheet.cells?.get(key);
    if (value instanceof Date) sheet.cells?.set(key, { value, type: 'date', style: { numFmt: 'yyyy-mm-dd' } });
    else if (old !== undefined)
      sheet.cells?.set(key, { ...old, value, type: typeof value === 'number' ? 'number' : 'string' });
  }
  return writeXlsx({ sheets: workbook.sheets.map(({ charts: _, pivotTables: __, ...sheet }) => sheet) });
}
