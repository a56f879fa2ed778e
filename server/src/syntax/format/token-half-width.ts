/** A token as it is written with half-width signs; strings, long texts and names in backquotes stay as they are. */

import { toHalfWidth } from '../../model/half-width.js';
import type { Token } from '../token-types.js';

const AS_IS: ReadonlySet<string> = new Set(['STRING', 'BLOCK']);

export function tokenToHalfWidth({ image, tokenType }: Token): string {
  if (AS_IS.has(tokenType.name) || image.startsWith('`')) return image;
  return image === '、' ? ',' : toHalfWidth(image);
}
