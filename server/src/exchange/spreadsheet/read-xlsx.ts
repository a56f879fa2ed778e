/** Excel files. Formulas give the value that was saved with them and are never run; macros, links and pictures are not looked at. */
import { addDays, type Day, toDay } from '../../model/day.js';
import { withinLimits } from './archive-limits.js';
import { failed, type Read, type Sheet } from './sheet.js';
import { readSheet } from './sheet-xml.js';
import { sharedTexts } from './texts.js';
import { cellStyles, sheetsOf, Unreadable } from './workbook-parts.js';

export function readXlsx(bytes: Uint8Array): Read<readonly Sheet[]> {
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
    const { sheets, from1904 } = sheetsOf(archive.value);
    const workbook = {
      archive: archive.value,
      texts: sharedTexts(archive.value),
      styles: cellStyles(archive.value),
      from1904,
    };
    return { ok: true, value: sheets.map((sheet) => readSheet(workbook, sheet)) };
  } catch (error) {
    // What the parser of XML says of its place in the file helps nobody who has the file open in Excel.
    const why = error instanceof Unreadable ? error.problem : undefined;
    return failed(
      `The Excel file cannot be read${why === undefined ? '' : ` (${why.en})`}: open it in Excel, save it again and import that`,
      `无法读取该 Excel 文件${why === undefined ? '' : `（${why.zh}）`}：请用 Excel 打开并重新保存后再导入`,
    );
  }
}

/** The day of a serial number that is not marked as a date: 45000 is 2023-03-15. */
export function serialDay(serial: number): Day {
  return addDays(toDay(-25_569), Math.floor(serial));
}
