/** The sheets of a file, by what the file is and not only by its name. */
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { failed, type Read, type Sheet } from './sheet.js';

/** `name`: of the file, with its ending. */
export async function readSheets(bytes: Uint8Array, name: string): Promise<Read<readonly Sheet[]>> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isArchive || isCompound || /^xls[xmb]?$|^xlt[xm]$/.test(ending)) return readXlsx(bytes);
  if (['csv', 'tsv', 'txt'].includes(ending)) return readCsv(bytes, name.replace(/\.[^.]*$/, ''));
  return failed(
    'Ledgers are read from .xlsx and .csv files, schedules from Microsoft Project XML (.xml)',
    '可导入的文件：.xlsx、.csv 台账和 Microsoft Project 的 .xml 文件',
  );
}
