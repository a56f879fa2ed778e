/** The rule about files that are too long to be read (`file/too-long`). */
import type { Finding } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { LONGEST_TEXT } from '../../model/text-length.js';
import { type Data, type Rule, readingRule } from '../rule.js';

const CODE = 'file/too-long';
const MILLION = 1024 * 1024;

/** What is said of a file that is not read; there is nothing else to say of it. */
export function lengthFinding(file: string, text: string): Finding {
  return { code: CODE, at: { file, start: 0, end: 0 }, data: { characters: text.length } };
}

/** After a name for the file. */
export const tooLong: Bilingual = {
  en: `has more than ${LONGEST_TEXT / MILLION} million characters and is not read: divide it into several files, for instance one for each category or district`,
  zh: `超过${(LONGEST_TEXT / MILLION) * 100}万字符，不予读取：请分成几个文件，例如每个类别或每个区县一个`,
};

export const LENGTH_RULES: readonly Rule[] = [
  readingRule<Data>({
    code: CODE,
    severity: 'error',
    title: { en: 'A file that is too long', zh: '文件过长' },
    message: { en: () => `The file ${tooLong.en}`, zh: () => `文件${tooLong.zh}` },
    page: {
      en: `A plan file may have ${LONGEST_TEXT / MILLION} million characters; the largest portfolios have that many in
all their files together. Of a longer one nothing counts, and what other files say of names in it is not judged: with it,
an answer to a keystroke would take seconds, and the memory that an editor gives would not do.

Divide it into several files in the same folder, for instance one for each category or district. Files of one plan root
are one plan; nothing else has to be changed.`,
      zh: `一个计划文件最多${(LONGEST_TEXT / MILLION) * 100}万字符，最大的项目库所有文件合计也不过如此。更长的文件，其中的内容一概不计，
别的文件引用其中名称之处也不作判断：否则每敲一个键都要等上几秒，编辑器给的内存也不够用。

请在同一文件夹内分成几个文件，例如每个类别或每个区县一个。同一计划根目录下的文件合为一个计划，别处无须改动。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1\n',
      padded: true,
      clean: 'project P1\n',
    },
  }),
];
