/** Says what was not read, and why: a plan that is read in part would be judged wrongly without anybody noticing. */
import { sayEncoding } from '../analysis/checks/file-encoding.js';
import { tooLong } from '../analysis/checks/file-length.js';
import type { Foreign } from '../model/encoding.js';
import type { Bilingual } from '../model/lang.js';
import type { Unread } from '../workspace/node-files-read.js';
import { UsageError } from './context.js';

const WHY: { readonly [W in Unread | 'too-long']: (name: string) => Bilingual } = {
  gone: (name) => ({ en: `'${name}' is not there`, zh: `“${name}”不存在` }),
  forbidden: (name) => ({ en: `'${name}' cannot be read`, zh: `无法读取“${name}”` }),
  folder: (name) => ({ en: `'${name}' is a folder, not a file`, zh: `“${name}”是文件夹，不是文件` }),
  'too-long': (name) => ({ en: `'${name}' ${tooLong.en}`, zh: `“${name}”${tooLong.zh}` }),
  'too-large': (name) => ({
    en: `'${name}' is larger than 64 MB and is not read`,
    zh: `“${name}”超过 64 MB，不予读取`,
  }),
  special: (name) => ({
    en: `'${name}' is no ordinary file (a pipe, a device or the like) and is not read`,
    zh: `“${name}”不是普通文件（可能是管道、设备等），不予读取`,
  }),
  outside: (name) => ({
    en: `'${name}' is a link that leads out of the plan root and is not followed; '--follow-links' follows it`,
    zh: `“${name}”是指向计划根目录之外的链接，不予读取；如需读取请加“--follow-links”`,
  }),
};

export interface Unreadable {
  readonly name: string;
  readonly why: Unread | 'too-long' | Foreign;
}

export function unreadable(files: readonly Unreadable[]): UsageError {
  const told = files.map(({ name, why }) => (typeof why === 'string' ? WHY[why](name) : notUtf8(name, why)));
  return new UsageError({ en: told.map(({ en }) => en).join('\n'), zh: told.map(({ zh }) => zh).join('\n') });
}

function notUtf8(name: string, foreign: Foreign): Bilingual {
  const { en, zh } = sayEncoding(foreign);
  return { en: `'${name}' ${en}`, zh: `“${name}”${zh}` };
}
