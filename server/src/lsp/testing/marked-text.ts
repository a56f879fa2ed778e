/** Plan text with marks: `<|>` is the cursor, `[[…]]` are ranges. */
import { Lines } from '../../workspace/lines.js';
import { rangeIn } from '../session.js';

export interface Marked {
  readonly text: string;
  /** The offset of `<|>`; the end of the text where there is none. */
  readonly cursor: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): Marked {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const [part] of source.matchAll(/<\|>|\[\[|\]\]|[\s\S]/g)) {
    if (part === '<|>') cursor = text.length;
    else if (part === '[[') open.push(text.length);
    else if (part === ']]') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += part;
  }
  return { text, cursor: cursor ?? text.length, ranges: ranges.sort((a, b) => a.start - b.start) };
}

/** `text` with ranges of the protocol put into `[[…]]`, so that a test shows what was answered. */
export function withRanges(
  text: string,
  ranges: readonly { start: { line: number; character: number }; end: { line: number; character: number } }[],
): string {
  const lines = new Lines(text);
  const marks = ranges.flatMap(({ start, end }) => [
    { at: lines.offset(start), sign: '[[' },
    { at: lines.offset(end), sign: ']]' },
  ]);
  return marks
    .sort((a, b) => b.at - a.at || (a.sign === '[[' ? -1 : 1))
    .reduce((marked, { at, sign }) => marked.slice(0, at) + sign + marked.slice(at), text);
}

export function rangesOf({ text, ranges }: Marked) {
  const lines = new Lines(text);
  return ranges.map((range) => rangeIn(lines, range));
}

/** `text` after edits of the protocol. */
export function edited(
  text: string,
  edits: readonly {
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
    newText: string;
  }[],
): string {
  const lines = new Lines(text);
  return edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
