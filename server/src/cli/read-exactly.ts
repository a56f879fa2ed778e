/** A plan file that is to be written back. */
import { readRegular } from '../workspace/node-files-read.js';
import { type Context, UsageError } from './context.js';
import { displayPath } from './paths.js';
import { unreadable } from './unreadable.js';

/** A file that is to be written back, with its byte order mark. One that is not UTF-8 is left alone: what could not be read would be lost. */
export async function readExactly(file: string, context: Context, within?: string): Promise<string> {
  const name = displayPath(context, file);
  const read = await readRegular(file, within);
  if ('unread' in read) throw unreadable([{ name, why: read.unread }]);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes);
  } catch {
    throw new UsageError({
      en: `'${name}' is not UTF-8; nothing was written`,
      zh: `“${name}”不是 UTF-8 编码，未写入任何内容`,
    });
  }
}
