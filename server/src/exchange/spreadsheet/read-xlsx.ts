/** Excel files. Formulas give the value that was saved with them and are never run; macros, links and pictures are not looked at. */
import { type CellValue, readXlsx as readWorkbook, type Cell as WorkbookCell } from 'hucre/xlsx';
import { addDays, type Day, formatDay, toDay } from '../../model/day.js';
import { withinLimits } from './archive-limits.js';
import { type Cell, failed, type Read, type Sheet } from './sheet.js';

const DAY = 86_400_000;
const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

export async function readXlsx(bytes: Uint8Array): Promise<Read<readonly Sheet[]>> {
  const archive = withinLimits(bytes);
  if (!archive.ok) return archive;
  if (!archive.value.names.some((name) => /^xl\/workbook\.xml$/i.test(name))) {
    const isBinary = archive.value.names.some((name) => /^xl\/workbook\.bin$/i.test(name));
    return isBinary
      ? failed(
          "This is a binary workbook (.xlsb): open it in Excel and save it as 'Excel Workbook (.xlsx)'",
          '这是二进制工作簿（.xlsb）：请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”后导入',
        )
      : failed('The file is an archive, but no Excel workbook', '文件是压缩包，但不是 Excel 工作簿');
  }
  try {
    const { sheets } = await readWorkbook(bytes, { readStyles: true });
    return {
      ok: true,
      value: sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden === true || sheet.veryHidden === true,
        isProtected:
          sheet.protection?.sheet === true || (sheet.protection !== undefined && sheet.protection.sheet !== false),
        rows: sheet.rows.map((row, rowIndex) =>
          row.map((value, column) => cellOf(value, sheet.cells?.get(`${rowIndex},${column}`))),
        ),
        merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
          top: startRow,
          left: startCol,
          bottom: endRow,
          right: endCol,
        })),
      })),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return failed(
      `The Excel file cannot be read${why === '' ? '' : ` (${why})`}: open it in Excel, save it again and import that`,
      '无法读取该 Excel 文件：请用 Excel 打开并重新保存后再导入',
    );
  }
}

function cellOf(value: CellValue, details: WorkbookCell | undefined): Cell | undefined {
  if (value === null || value === '') {
    return details?.formula === undefined ? undefined : { text: '', broken: 'not-computed' };
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return dateCell(value);
  if (typeof value === 'number') return numberCell(value, details?.style?.numFmt ?? '');
  if (details?.type === 'error' || ERROR.test(value)) return { text: value, broken: 'error' };
  return { text: value };
}

/** A date with a time of day is the day; a time alone (before 1901) is what Excel shows of it. */
function dateCell(value: Date): Cell | undefined {
  const time = value.getTime();
  if (Number.isNaN(time)) return { text: '', broken: 'error' };
  if (value.getUTCFullYear() < 1901) return { text: value.toISOString().slice(11, 16) };
  const day = toDay(Math.floor(time / DAY));
  return { text: formatDay(day), day };
}

/** Spreadsheets hold 15 digits; what a binary fraction adds behind them nobody wrote. */
function numberCell(value: number, format: string): Cell {
  if (!Number.isFinite(value)) return { text: '', broken: 'error' };
  const digits = decimal(value);
  if (format.includes('%')) return { text: `${decimal(value * 100)}%`, isNumber: true };
  // 2026.10 is kept as 2026.1 and shown with two decimals: a month that would become January.
  const decimals = /^[#,]*0\.(0+)(?:_.*)?$/.exec(format)?.[1]?.length ?? 0;
  const written = digits.split('.')[1]?.length ?? 0;
  return { text: written < decimals && !digits.includes('e') ? value.toFixed(decimals) : digits, isNumber: true };
}

function decimal(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  if (!text.includes('e')) return text;
  return short.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 });
}

/** The day of a serial number that is not marked as a date: 45000 is 2023-03-15. */
export function serialDay(serial: number): Day {
  return addDays(toDay(-25_569), Math.floor(serial));
}
