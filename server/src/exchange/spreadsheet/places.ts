/** Places in a sheet as its XML writes them: `B7`, `A1:C3`. */
import type { Merge } from './sheet.js';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

export function rowOf(written: string | undefined): number | undefined {
  const row = Number(written);
  return written !== undefined && Number.isInteger(row) && row >= 1 && row <= LAST_ROW ? row - 1 : undefined;
}

export function placeOf(address: string): readonly [row: number, column: number] | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address.toUpperCase()) ?? [];
  const row = rowOf(digits);
  if (letters === undefined || row === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= LAST_COLUMN ? [row, column - 1] : undefined;
}

export function mergeOf(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || to === undefined) return undefined;
  const [top, left] = from;
  const [bottom, right] = to;
  return { top, left, bottom, right };
}
