/** Comma-separated values in the encodings that offices save them in. */
import { type Cell, failed, type Read, type Sheet } from './sheet.js';

const MOST_BYTES = 32 * 1024 * 1024;
/** Some 10,000 projects with 28 columns: importing them takes 300 MB. */
const MOST_CELLS = 280_000;
/** A cell of a spreadsheet holds a third of that. What is longer is no cell, but a quote that is not closed, or no table. */
const LONGEST_FIELD = 100_000;

export function readCsv(bytes: Uint8Array, name: string): Read<readonly Sheet[]> {
  if (bytes.length > MOST_BYTES)
    return failed('The file is larger than 32 MB and is not read', '文件超过 32 MB，不予读取');
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (text.trim() === '') return failed('The file is empty', '文件是空的');
  const rows = rowsOf(text, separatorOf(text));
  if (!rows.ok) return rows;
  const cells = rows.value.map((row) => row.map(cellOf));
  const nothing = { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), comments: [], merges: [] };
  return { ok: true, value: [{ name, hidden: false, isProtected: false, rows: cells, ...nothing }] };
}

function cellOf(field: string): Cell | undefined {
  if (field.trim() === '') return undefined;
  // The sign before what a spreadsheet would run as a formula is none of the text.
  if (/^'[=+\-@]/.test(field)) return { text: field.slice(1) };
  // Saved from a spreadsheet, 2026.10 has become 2026.1 here as well.
  return /^-?\d+(?:\.\d+)?$/.test(field.trim()) ? { text: field.trim(), isNumber: true } : { text: field };
}

/** UTF-8 with or without a byte order mark, UTF-16 of either order, else GB18030, which holds GBK and GB2312. */
function decodeText(bytes: Uint8Array): Read<string> {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
  const head = bytes.subarray(0, 4096);
  // Without a mark: every other byte of Latin text is NUL.
  const zeros = [0, 1].map((from) => head.filter((byte, index) => index % 2 === from && byte === 0).length);
  if ((zeros[1] ?? 0) > head.length / 8) return decoded(bytes, 'utf-16le');
  if ((zeros[0] ?? 0) > head.length / 8) return decoded(bytes, 'utf-16be');
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8.ok) return utf8;
  const line = damagedLine(bytes);
  if (line !== undefined) {
    return failed(
      `The file is UTF-8 with damaged characters, the first in line ${line}: mend them, or save it again as 'CSV UTF-8'`,
      `文件为 UTF-8 编码，但从第 ${line} 行起有损坏的字符：请修正，或重新另存为“CSV UTF-8”格式`,
    );
  }
  const chinese = decoded(bytes, 'gb18030');
  return chinese.ok && !chinese.value.includes('\0') && !isWestern(bytes) ? chinese : NO_TEXT;
}

/** Whether the bytes above ASCII stand before letters, as in `Brücke`: in Chinese text hardly any second half is a letter. */
function isWestern(bytes: Uint8Array): boolean {
  let [pairs, letters] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    at++;
    pairs++;
    const second = bytes[at] ?? 0;
    if ((second >= 0x41 && second <= 0x5a) || (second >= 0x61 && second <= 0x7a)) letters++;
  }
  return letters * 2 > pairs;
}

const NO_TEXT = failed(
  "The file is not text in UTF-8, UTF-16 or GB18030: save it as 'CSV UTF-8'",
  '文件不是 UTF-8、UTF-16 或 GB18030 文本：请另存为“CSV UTF-8”格式',
);

/** The first line that is not UTF-8 in a file that else is; in another encoding hardly any character would be. */
function damagedLine(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.split('\ufffd').length - 1;
  const sound = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return damaged * 10 <= sound ? text.slice(0, text.indexOf('\ufffd')).split('\n').length : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): Read<string> {
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return NO_TEXT;
  }
}

/** The sign that stands most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .slice(0, 20);
  const counts = [',', '\t', ';', '，'].map((sign) => ({
    sign,
    count: head.reduce((sum, line) => sum + line.split(sign).length - 1, 0),
  }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** RFC 4180, with quotes inside an unquoted field taken as they are. */
function rowsOf(text: string, separator: string): Read<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at <= text.length) {
    const start = at;
    const isQuoted = text.charAt(at) === '"';
    let field: string;
    if (isQuoted) {
      [field, at] = quoted(text, at + 1, separator);
    } else {
      let end = at;
      while (end < text.length && text.charAt(end) !== separator && !'\r\n'.includes(text.charAt(end))) end++;
      field = text.slice(at, end);
      at = end;
    }
    if (field.length > LONGEST_FIELD) return tooLong(lineOf(text, start), isQuoted);
    row.push(field);
    if (++cells > MOST_CELLS) {
      return failed(
        `The file holds more than ${MOST_CELLS.toLocaleString('en')} cells and is not read: import it in parts`,
        `文件超过 ${MOST_CELLS / 10_000} 万个单元格，不予读取，请分批导入`,
      );
    }
    if (text.charAt(at) === separator) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return { ok: true, value: rows };
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function tooLong(line: number, isQuoted: boolean): Read<never> {
  const [en, zh] = isQuoted
    ? [': is a quotation mark not closed?', '：是否缺少后一个引号？']
    : [' and is no table', '，不是表格'];
  return failed(
    `A cell that begins in line ${line} is longer than ${LONGEST_FIELD.toLocaleString('en')} characters${en}`,
    `第 ${line} 行开始的单元格超过 ${LONGEST_FIELD / 10_000} 万个字符${zh}`,
  );
}

function quoted(text: string, from: number, separator: string): [field: string, next: number] {
  let field = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text.charAt(quote + 1) === '"') {
      field += '"';
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (end < text.length && text.charAt(end) !== separator && !'\r\n'.includes(text.charAt(end))) end++;
    return [field + text.slice(quote + 1, end), end];
  }
}
