/**
 * Whether the word that is being typed at the beginning of a line is read as the end of the statement above, which lacks
 * a name or a value: `milestone`, and in the next line `tas`, is a milestone `tas` until the `k` is typed. What was
 * read of that statement before is not forgotten for it.
 */
import type { FileFacts } from '../model/facts.js';

/** What a list, a path or a block goes on with stands in a line of its own as well as anywhere. */
const GOES_ON = /[,，、{｛.．;；:：=＝(（]\s*$/;

export function runsOver(before: string, text: string, facts: FileFacts): boolean {
  const end = endOfEdit(before, text);
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const typed = text.slice(line, end);
  const word = line + typed.length - typed.trimStart().length;
  // Something stands before it on its line, or nothing was typed there.
  if (word >= end || /\s/.test(typed.trim()) || GOES_ON.test(text.slice(Math.max(0, line - 200), line))) return false;
  return facts.refs.some(({ at }) => at.start === word) || facts.declarations.some((each) => isNamedAt(each, word));
}

/** Where the text that was put in last ends, blanks behind it left out. */
function endOfEdit(before: string, text: string): number {
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === text.charCodeAt(text.length - 1 - same))
    same++;
  return start + text.slice(start, text.length - same).trimEnd().length;
}

interface Part {
  readonly at: { readonly start: number; readonly end: number };
}

/** Whether a declaration, or what is declared in it, has its name there. */
function isNamedAt(part: Part, offset: number): boolean {
  if (offset < part.at.start || offset > part.at.end) return false;
  if ('name' in part && isPart(part.name) && part.name.at.start === offset) return true;
  return Object.values(part).some(
    (inner: unknown) => Array.isArray(inner) && inner.some((each: unknown) => isPart(each) && isNamedAt(each, offset)),
  );
}

function isPart(value: unknown): value is Part {
  if (typeof value !== 'object' || value === null || !('at' in value)) return false;
  const { at } = value;
  return typeof at === 'object' && at !== null && 'start' in at && 'end' in at && typeof at.start === 'number';
}
