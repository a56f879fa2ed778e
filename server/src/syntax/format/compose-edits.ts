/** Edits made one after the other, as edits of the text before both. */
import type { Edit } from './edit.js';

/** A part of a text: what is kept of the text before, or what was put in. */
type Part = { readonly from: number; readonly to: number } | { readonly put: string };

const lengthOf = (part: Part): number => ('put' in part ? part.put.length : part.to - part.from);

/** `second` are edits of what `first` makes of the text. */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  if (first.length === 0) return second;
  const end = Number.MAX_SAFE_INTEGER;
  return editsOf(edited(edited([{ from: 0, to: end }], first), second), end);
}

/** The parts of the text after `edits`, whose offsets are those of the text that `parts` make up. */
function edited(parts: readonly Part[], edits: readonly Edit[]): readonly Part[] {
  const made: Part[] = [];
  let index = 0;
  let inside = 0;
  let at = 0;
  /** Moves on to an offset, keeping or dropping what lies before it. */
  const moveTo = (offset: number, keeps: boolean): void => {
    for (let part = parts[index]; part !== undefined && at < offset; part = parts[index]) {
      const step = Math.min(lengthOf(part) - inside, offset - at);
      if (keeps) made.push(slice(part, inside, inside + step));
      at += step;
      inside += step;
      if (inside < lengthOf(part)) return;
      index++;
      inside = 0;
    }
  };
  for (const { start, end, newText } of edits) {
    moveTo(start, true);
    moveTo(end, false);
    if (newText !== '') made.push({ put: newText });
  }
  moveTo(Number.MAX_SAFE_INTEGER, true);
  return made;
}

function slice(part: Part, from: number, to: number): Part {
  return 'put' in part ? { put: part.put.slice(from, to) } : { from: part.from + from, to: part.from + to };
}

/** What turns the text before into the parts: what was put in stands for what is not kept around it. */
function editsOf(parts: readonly Part[], length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let kept = 0;
  let newText = '';
  const upTo = (start: number): void => {
    if (start > kept || newText !== '') edits.push({ start: kept, end: start, newText });
    newText = '';
  };
  for (const part of parts) {
    if ('put' in part) newText += part.put;
    else {
      upTo(part.from);
      kept = part.to;
    }
  }
  if (kept < length) upTo(length);
  return edits;
}
