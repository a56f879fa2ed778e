/** A carriage return by itself ends a line too, as editors count: or a remark of two slashes would hide all below it. */

const LONE = /\r(?!\n)/;

/** `text` with every lone CR as LF; same length, same offsets. */
export function withLineFeeds(text: string): string {
  return LONE.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Where lone CRs stand. */
export function loneReturns(text: string): readonly number[] {
  return LONE.test(text) ? [...text.matchAll(/\r(?!\n)/g)].map(({ index }) => index) : [];
}
