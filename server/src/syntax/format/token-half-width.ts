/** A token as it is written with half-width signs; strings, long texts and names in backquotes stay as they are. */
import type { IToken } from 'chevrotain';
import { toHalfWidth } from '../../model/half-width.js';

const AS_IS: ReadonlySet<string> = new Set(['STRING', 'BLOCK']);

export function tokenToHalfWidth({ image, tokenType }: IToken): string {
  if (AS_IS.has(tokenType.name) || image.startsWith('`')) return image;
  return image === '、' ? ',' : toHalfWidth(image);
}
