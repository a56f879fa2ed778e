/** Names for what a sheet has no name for. */
import type { Lang } from '../../model/lang.js';

/** 问题1, issue2: the first number that is free; it is taken then. */
export function findName(taken: Set<string>, lang: Lang): string {
  const word = lang === 'zh' ? '问题' : 'issue';
  let number = 1;
  while (taken.has(`${word}${number}`)) number++;
  taken.add(`${word}${number}`);
  return `${word}${number}`;
}
