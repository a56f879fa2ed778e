/** Fixed words of the language in the words of ledgers. */

import { spelling } from '../../../../grammar/keywords.js';
import { type WordOf, wordsOf } from '../../../../grammar/words.js';
import type { StageName } from '../../model/facts.js';

const STAGES: readonly (readonly [RegExp, StageName])[] = [
  [/^(?:储备|储备项目|谋划|谋划储备|reserve|concept|pipeline)$/, 'reserve'],
  [/^(?:业主确立|owner-?confirmed)$/, 'owner-confirmed'],
  [/^(?:前期|前期工作|前期项目|前期推进|preparation|planning)$/, 'preparation'],
  [/^(?:预备|预备项目|ready)$/, 'ready'],
  [/^(?:在建|在建项目|续建|续建项目|建设中|施工中|已开工|(?:under)?construction|inprogress|ongoing)$/, 'construction'],
  [/^(?:建成|已建成|竣工|已竣工|完工|已完工|completed?|finished|done)$/, 'completed'],
  [/^(?:投产|已投产|投运|运营|operation|operational|inoperation)$/, 'operation'],
  [/^(?:停工|暂停|缓建|停建|suspended|onhold|paused)$/, 'suspended'],
  [/^(?:终止|取消|撤销|cancell?ed|terminated)$/, 'cancelled'],
];

const LEVELS: readonly (readonly [RegExp, WordOf<'level'>])[] = [
  [/^(?:国家|国家级|国家重点|national)(?:项目)?$/, 'national'],
  [/^(?:省|省级|省重点|省级重点|province|provincial)(?:项目)?$/, 'province'],
  [/^(?:市|市级|市重点|市级重点|city|municipal)(?:项目)?$/, 'city'],
  [/^(?:县|县级|区级|县区级|县重点|county|district)(?:项目)?$/, 'county'],
];

const PRIORITIES: readonly (readonly [RegExp, WordOf<'priority'>])[] = [
  [/^(?:重中之重|特别重大|top|toppriority)(?:项目)?$/, 'top'],
  [/^(?:重点|重要|key|high)(?:项目)?$/, 'key'],
  [/^(?:一般|普通|ordinary|normal)(?:项目)?$/, 'ordinary'],
];

export const stageOf = (text: string): StageName | undefined => chosen(text, STAGES);
export const levelOf = (text: string): WordOf<'level'> | undefined => chosen(text, LEVELS);
export const priorityOf = (text: string): WordOf<'priority'> | undefined => chosen(text, PRIORITIES);

function chosen<T>(text: string, words: readonly (readonly [RegExp, T])[]): T | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '');
  return words.find(([pattern]) => pattern.test(plain))?.[1];
}

/** What a problem is about: in the words of the language, either of them. */
export function difficultyOf(text: string): WordOf<'difficulty'> | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return wordsOf('difficulty').find((word) => [spelling(word, 'en'), spelling(word, 'zh')].includes(plain));
}

/** 是, √, yes; undefined where it is neither that nor the opposite. */
export function yesOrNo(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^(?:是|√|✓|✔|yes|y|true|1|★)$/.test(plain)) return true;
  if (/^(?:否|不是|×|x|no|n|false|0)$/.test(plain)) return false;
  return undefined;
}
