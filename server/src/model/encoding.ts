/** Texts that are not UTF-8: what their bytes look like, and what they say in the encoding that they were written in. */

/** `unknown`: no encoding that plans are written in. */
export type ForeignEncoding = 'gb18030' | 'utf-16le' | 'utf-16be' | 'unknown';

/** What a file that is not UTF-8 looks like. */
export interface Foreign {
  readonly encoding: ForeignEncoding;
  /** Where the encoding is unknown: the line, from 1, of the first bytes that are not UTF-8. */
  readonly line?: number;
}

/** What a file says, without its byte order mark; or what it would first have to be converted from. */
export function readBytes(bytes: Uint8Array): { readonly text: string; readonly foreign?: Foreign } {
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined && !text.includes('\0')) return { text };
  const encoding = foreignEncoding(bytes);
  if (encoding === undefined) return { text: text ?? '' };
  return { text: '', foreign: encoding === 'unknown' ? { encoding, line: firstForeignLine(bytes) } : { encoding } };
}

/** The encoding that bytes which are not UTF-8 look like; undefined for UTF-8, with or without its mark. */
function foreignEncoding(bytes: Uint8Array): ForeignEncoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return isText(bytes, 'utf-16le') ? 'utf-16le' : 'unknown';
  if (first === 0xfe && second === 0xff) return isText(bytes, 'utf-16be') ? 'utf-16be' : 'unknown';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return unmarked;
  if (decoded(bytes, 'utf-8') !== undefined) return undefined;
  return looksLikeGb18030(bytes) ? 'gb18030' : 'unknown';
}

/** The text in that encoding, without its mark; undefined where the bytes are not that. `utf-16` is either order of bytes. */
export function decodedFrom(bytes: Uint8Array, from: 'gb18030' | 'utf-16'): string | undefined {
  const looks = foreignEncoding(bytes);
  if (from === 'utf-16') return looks === 'utf-16le' || looks === 'utf-16be' ? decoded(bytes, looks) : undefined;
  return looks === 'utf-16le' || looks === 'utf-16be' ? undefined : decoded(bytes, 'gb18030');
}

function firstForeignLine(bytes: Uint8Array): number {
  const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
  return before.split('\n').length;
}

/** Whether a text that was read as UTF-8 may come from bytes that are none: it says what those become. */
export function mayBeForeign(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('\0');
}

function decoded(bytes: Uint8Array, encoding: 'utf-8' | Exclude<ForeignEncoding, 'unknown'>): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Signs that steer devices stand in no text; a plan with one of them in UTF-8 is read all the same. */
const UNLIKELY = /[\0-\x08\x0e-\x1f\ufffe\uffff]|\p{Co}|\p{Cn}/u;

function isText(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const text = decoded(bytes, encoding);
  return text !== undefined && !UNLIKELY.test(text);
}

/**
 * Without a mark: blanks, line ends and braces have a zero byte each, all of them on the same side, and there is no plan
 * without any. What is UTF-8 as well is that, unless it is zeros throughout, as Latin letters are.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 8) return undefined;
  const zeros = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = decoded(bytes, 'utf-8') === undefined ? bytes.length / 50 : bytes.length / 4;
  if (even > 0 === odd > 0 || even + odd < least) return undefined;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isText(bytes, encoding) ? encoding : undefined;
}

/**
 * Nearly any bytes have a meaning in GB18030. In what was written in it most characters are of the first set, whose
 * second byte is above A0 too; of other encodings about half are.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  const text = decoded(bytes, 'gb18030');
  if (text === undefined || UNLIKELY.test(text)) return false;
  let [usual, other] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    if (trail < 0x30 || trail > 0x39) {
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) usual++;
      else other++;
    }
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return usual > 0 && usual >= 9 * other;
}
