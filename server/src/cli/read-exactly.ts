/** A plan file that is to be written back. */
import { decodedFrom, readBytes } from '../model/encoding.js';
import { readRegular } from '../workspace/node-files-read.js';
import { type Context, UsageError } from './context.js';
import { displayPath } from './paths.js';
import { unreadable } from './unreadable.js';

/** What a file that is not UTF-8 is to be read as. */
export type From = 'gb18030' | 'utf-16';

export interface Exact {
  /** With its byte order mark, where that is one of UTF-8. */
  readonly text: string;
  /** Whether the file is kept in something else, so that writing the text changes it in any case. */
  readonly converted: boolean;
}

/** One that is not UTF-8 is left alone, unless it is said what it is `from`: what could not be read would be lost. */
export async function readExactly(
  file: string,
  context: Context,
  { within, from }: { readonly within?: string | undefined; readonly from?: From | undefined } = {},
): Promise<Exact> {
  const name = displayPath(context, file);
  const read = await readRegular(file, within);
  if ('unread' in read) throw unreadable([{ name, why: read.unread }]);
  return exactText(name, read.bytes, from);
}

/** The text of such bytes, or the reason why nothing is to be written. */
export function exactText(name: string, bytes: Uint8Array, from: From | undefined): Exact {
  const { foreign } = readBytes(bytes);
  if (foreign === undefined) {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), converted: false };
  }
  const converted = from === undefined ? undefined : decodedFrom(bytes, from);
  if (converted !== undefined) return { text: converted, converted: true };
  const nothing = { en: 'nothing was written', zh: '未写入任何内容' };
  const { text } = unreadable([{ name, why: foreign }]);
  if (from === undefined) throw new UsageError({ en: `${text.en}; ${nothing.en}`, zh: `${text.zh}；${nothing.zh}` });
  const spelled = from.toUpperCase();
  throw new UsageError({
    en: `'${name}' cannot be read as ${spelled}; ${nothing.en}`,
    zh: `无法按${spelled}读取“${name}”，${nothing.zh}`,
  });
}
