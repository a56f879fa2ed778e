/**
 * Looks an Excel file over before it is read: that it is an archive at all, that it does not unfold into more than a
 * ledger can hold, and that its XML declares no entities. What an archive says of its own sizes is not believed: each
 * part is unfolded and counted, and dropped.
 */
import { Inflate } from 'fflate';
import type { Bilingual } from '../../model/lang.js';
import { failed, type Read } from './sheet.js';

const MEGABYTE = 1024 * 1024;
const MOST_ENTRIES = 2000;
const MOST_BYTES = 128 * MEGABYTE;
/** Of that in XML: pictures of a site take more than the sheets. */
const MOST_XML = 64 * MEGABYTE;
/** Texts of a spreadsheet shrink to a tenth, rows that repeat to a fiftieth; beyond this something else is meant. */
const HIGHEST_RATIO = 300;
const RATIO_COUNTS_FROM = 8 * MEGABYTE;
/** Some 10,000 projects with 28 columns: importing them takes 300 MB. */
const MOST_CELLS = 280_000;
/** Of an area that is mostly empty. */
const MOST_ROWS = 150_000;
const MOST_COLUMNS = 2000;
const LARGEST_AREA = 5_000_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly size: number;
  /** What it says that it unfolds into. */
  readonly says: number;
  readonly checksum: number;
}

export interface Archive {
  readonly names: readonly string[];
  /** Hands on the text of a part, piece by piece. False where there is no such part; letters of its name may be small or not. */
  readonly read: (name: string, take: (text: string) => void) => boolean;
}

/** The archive, where it keeps within all limits. */
export function withinLimits(bytes: Uint8Array): Read<Archive> {
  const unlike = kindOf(bytes);
  if (unlike !== undefined) return { ok: false, problem: unlike };
  const entries = entriesOf(bytes);
  if (entries === undefined) return DAMAGED;
  if (entries.length > MOST_ENTRIES) {
    return failed(
      `The file is an archive of ${entries.length} parts and is not read (at most ${MOST_ENTRIES})`,
      `文件内含 ${entries.length} 个部分，超过上限 ${MOST_ENTRIES} 个，不予读取`,
    );
  }
  // An archive that says itself that it is too large need not be unfolded to see it.
  if (entries.reduce((sum, { says }) => sum + says, 0) > MOST_BYTES) return { ok: false, problem: TOO_LARGE };
  let total = 0;
  let xml = 0;
  for (const entry of entries) {
    const content = bytes.subarray(entry.start, entry.start + entry.size);
    const sheet = /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name) ? new CellCount() : undefined;
    const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name);
    const decoder = new TextDecoder('utf-8');
    let size = 0;
    let checksum = 0;
    let problem: Bilingual | undefined;
    let before = '';
    const take = (chunk: Uint8Array): boolean => {
      size += chunk.length;
      total += chunk.length;
      checksum = checksumOf(chunk, checksum);
      if (isXml) xml += chunk.length;
      if (total > MOST_BYTES || xml > MOST_XML || (size > RATIO_COUNTS_FROM && size > entry.size * HIGHEST_RATIO))
        problem = TOO_LARGE;
      if (problem === undefined && isXml) {
        const text = before + decoder.decode(chunk, { stream: true });
        if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) problem = WITH_ENTITIES;
        else problem = sheet?.add(text);
        // What may go on in the next chunk is looked at again with it.
        before = sheet === undefined ? text.slice(-16) : sheet.rest(text);
      }
      return problem === undefined;
    };
    const whole = unfold(content, entry.method, take);
    if (problem !== undefined) return { ok: false, problem };
    if (!whole || checksum !== entry.checksum) return DAMAGED;
  }
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    ok: true,
    value: {
      names: entries.map(({ name }) => name),
      read: (name, take) => {
        const entry = parts.get(name.toLowerCase());
        if (entry === undefined) return false;
        const decoder = new TextDecoder('utf-8');
        let failure: { readonly error: unknown } | undefined;
        unfold(bytes.subarray(entry.start, entry.start + entry.size), entry.method, (chunk) => {
          try {
            take(decoder.decode(chunk, { stream: true }));
          } catch (error) {
            failure = { error };
          }
          return failure === undefined;
        });
        if (failure !== undefined) throw failure.error;
        return true;
      },
    },
  };
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of what came so far, `before`, and of what follows. */
function checksumOf(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++) value = (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

const DAMAGED = failed(
  'The file is damaged: open it in Excel, save it again as .xlsx and import that',
  '文件已损坏：请用 Excel 打开并另存为 .xlsx，再导入',
);
const TOO_LARGE: Bilingual = {
  en: 'The file unfolds into more than 128 MB, or 64 MB of sheets, and is not read',
  zh: '文件解压后超过 128 MB（其中表格内容超过 64 MB），不予读取',
};
const WITH_ENTITIES: Bilingual = {
  en: 'The file declares XML entities, which no Excel file needs, and is not read',
  zh: '文件中声明了 XML 实体，正常的 Excel 文件不会有，不予读取',
};

/** Files that are called .xlsx and are something else. */
function kindOf(bytes: Uint8Array): Bilingual | undefined {
  const begin = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (begin.startsWith('504b0304') || begin.startsWith('504b0506')) return undefined;
  if (begin === 'd0cf11e0a1b11ae1') {
    // Both old workbooks and encrypted ones lie in a compound file; the names in it are UTF-16.
    const isEncrypted = includes(bytes, utf16('EncryptedPackage'));
    return isEncrypted
      ? {
          en: 'The file is protected by a password: open it in Excel, remove the password (File, Info, Protect Workbook) and save it',
          zh: '文件设有打开密码：请在 Excel 中打开，取消密码（文件—信息—保护工作簿）后保存，再导入',
        }
      : {
          en: "This is a workbook of the old kind (.xls): open it in Excel and save it as 'Excel Workbook (.xlsx)'",
          zh: '这是旧格式工作簿（.xls）：请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后导入',
        };
  }
  if (bytes.length === 0) return { en: 'The file is empty', zh: '文件是空的' };
  return DAMAGED_OR_OTHER;
}

const DAMAGED_OR_OTHER: Bilingual = {
  en: 'This is no Excel file (.xlsx), whatever its name says, or it is damaged',
  zh: '这不是 Excel 文件（.xlsx），或者文件已损坏',
};

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]));
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  const first = part[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** From the central directory at the end of the archive; undefined where it leads nowhere. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return undefined;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > bytes.length) return undefined;
    entries.push({
      name,
      method,
      start,
      size,
      says: view.getUint32(at + 24, true),
      checksum: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** As much goes in at once: what comes out of it at the highest ratio still fits. */
const PIECE = 8192;

/** Hands on what comes out, piece by piece, until `take` has had enough. False where the content is damaged. */
function unfold(content: Uint8Array, method: number, take: (chunk: Uint8Array) => boolean): boolean {
  if (method === 0) {
    take(content);
    return true;
  }
  if (method !== 8) return false;
  let goesOn = true;
  let isWhole = content.length === 0;
  const inflate = new Inflate((chunk, final) => {
    goesOn = goesOn && take(chunk);
    isWhole = final;
  });
  try {
    for (let at = 0; at < content.length && goesOn; at += PIECE) {
      inflate.push(content.subarray(at, at + PIECE), at + PIECE >= content.length);
    }
  } catch {
    return false;
  }
  return isWhole || !goesOn;
}

/** How much a sheet holds, counted from its XML as it passes by. */
class CellCount {
  #cells = 0;
  #rows = 0;
  #columns = 0;

  add(text: string): Bilingual | undefined {
    for (const [, row, column, value] of text.matchAll(
      /<row\b[^>]*?\br="(\d+)"|<c\b[^>]*?\br="([A-Z]+)\d+"|<(?:v|is)(>)/g,
    )) {
      if (row !== undefined) this.#rows = Math.max(this.#rows, Number(row));
      else if (column !== undefined) this.#columns = Math.max(this.#columns, columnNumber(column));
      else if (value !== undefined) this.#cells++;
    }
    if (this.#cells > MOST_CELLS) {
      return {
        en: `A sheet holds more than ${MOST_CELLS.toLocaleString('en')} filled cells and is not read: import it in parts`,
        zh: `工作表中有内容的单元格超过 ${MOST_CELLS / 10_000} 万个，不予读取，请分批导入`,
      };
    }
    if (this.#rows > MOST_ROWS || this.#columns > MOST_COLUMNS || this.#rows * this.#columns > LARGEST_AREA) {
      return {
        en: `A sheet reaches down to row ${this.#rows} and over ${this.#columns} columns and is not read: delete what lies below and beside the table`,
        zh: `工作表的使用范围达到第 ${this.#rows} 行、${this.#columns} 列，不予读取，请删除表格以外的空行和空列`,
      };
    }
    return undefined;
  }

  /** The tag that a chunk breaks off in. */
  rest(text: string): string {
    const open = text.lastIndexOf('<');
    return open >= 0 && !text.includes('>', open) && text.length - open < 4096 ? text.slice(open) : '';
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
