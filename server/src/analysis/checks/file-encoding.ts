/** The rule about files that are not UTF-8 (`file/encoding`). */
import type { Foreign } from '../../model/encoding.js';
import type { Finding } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { type Data, type Rule, readingRule } from '../rule.js';

const CODE = 'file/encoding';

/** What is said of a file that cannot be read; there is nothing else to say of it. */
export function encodingFinding(file: string, foreign: Foreign): Finding {
  return { code: CODE, at: { file, start: 0, end: 0 }, data: { ...foreign } };
}

/** What a file looks like and how it is converted, after a name for it. */
export function sayEncoding({ encoding, line }: Foreign): Bilingual {
  if (encoding === 'unknown') {
    const where = line === undefined ? { en: '', zh: '' } : { en: ` (line ${line})`, zh: `（第${line}行）` };
    return {
      en: `is not UTF-8: it holds bytes that are no text${where.en}. Open it in the encoding that it was written in and save it as UTF-8`,
      zh: `不是UTF-8编码，其中有无法识别的字节${where.zh}：请用原来的编码打开，再另存为UTF-8`,
    };
  }
  const { en, zh, from } = LOOKS[encoding];
  return {
    en: `is not UTF-8, it looks like ${en}: 'planwright format --from ${from}' converts it, and so do 'Reopen with Encoding' and then 'Save with Encoding' in the editor`,
    zh: `不是UTF-8编码，看起来是${zh}：请用“planwright format --from ${from}”转换，或在编辑器中先“通过编码重新打开”，再“通过编码保存”为UTF-8`,
  };
}

const LOOKS = {
  gb18030: { en: 'GB18030 (GBK, GB2312)', zh: 'GB18030（GBK、GB2312）', from: 'gb18030' },
  'utf-16le': { en: 'UTF-16', zh: 'UTF-16', from: 'utf-16' },
  'utf-16be': { en: 'UTF-16 (big-endian)', zh: 'UTF-16（大端序）', from: 'utf-16' },
} as const;

export const ENCODING_RULES: readonly Rule[] = [
  readingRule<Foreign & Data>({
    code: CODE,
    severity: 'error',
    title: { en: 'A file that is not UTF-8', zh: '文件不是UTF-8编码' },
    message: {
      en: (data) => `The file ${sayEncoding(data).en}`,
      zh: (data) => `文件${sayEncoding(data).zh}`,
    },
    page: {
      en: `Plan files are UTF-8. This one was written in another encoding, so that nothing in it can be read without
guessing, and nothing is guessed: none of it counts, and what other files say of names in it is not judged.

\`planwright format --from gb18030 FILE\` (or \`--from utf-16\`) writes it as UTF-8, whole or not at all. In VS Code:
click the encoding in the status bar, choose *Reopen with Encoding* and what the message names, then *Save with Encoding*
and UTF-8. Programs that write plan files have to be told to write UTF-8, too.`,
      zh: `计划文件须为UTF-8编码。这个文件是用别的编码写的，不猜就读不出来，而这里不作猜测：其中的内容一概不计，别的文件引用
其中名称之处也不作判断。

\`planwright format --from gb18030 文件\`（或 \`--from utf-16\`）把它改写为UTF-8，要么整个写成，要么原样不动。在 VS Code 中：
点状态栏上的编码，选“通过编码重新打开”和提示所说的编码，再选“通过编码保存”和UTF-8。写出计划文件的程序也须设为UTF-8。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: '项目 P1\n',
      savedAs: 'gb18030',
      clean: '项目 P1\n',
    },
  }),
];
