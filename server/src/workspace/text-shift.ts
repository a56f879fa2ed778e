/** Where the places of a text are after it was edited: what stood at a span, and whether it still stands. */

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Text from `start` to `end` was replaced; behind it everything stands `by` further. */
interface Replaced extends TextSpan {
  readonly by: number;
}

export class TextShift {
  readonly #replaced: readonly Replaced[];

  constructor(before: string, after: string) {
    this.#replaced = replacedBetween(before, after);
  }

  /** The span now; empty where nothing of it is left. What was put in at its rim does not belong to it. */
  of({ start, end }: TextSpan): TextSpan {
    const first = this.#start(start);
    return { start: first, end: Math.max(first, this.#end(end)) };
  }

  #start(offset: number): number {
    let by = 0;
    for (const each of this.#replaced) {
      if (offset < each.start) break;
      if (offset < each.end) return each.start + by;
      by += each.by;
    }
    return offset + by;
  }

  #end(offset: number): number {
    let by = 0;
    for (const each of this.#replaced) {
      if (offset <= each.start) break;
      if (offset < each.end) return each.start + by;
      by += each.by;
    }
    return offset + by;
  }
}

/**
 * By whole lines first: of two lines that begin alike, the one taken out is the one that is missing. Where as many lines
 * are there as before, each is compared with its own predecessor.
 */
function replacedBetween(before: string, after: string): readonly Replaced[] {
  const head = lineStart(before, commonStart(before, after));
  const tail = commonEnd(before.slice(head), after.slice(head));
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const [oldLines, nowLines] = [linesOf(old), linesOf(now)];
  let first = 0;
  while (first < Math.min(oldLines.length, nowLines.length) && oldLines[first] === nowLines[first]) first++;
  let last = 0;
  while (
    last < Math.min(oldLines.length, nowLines.length) - first &&
    oldLines[oldLines.length - 1 - last] === nowLines[nowLines.length - 1 - last]
  )
    last++;
  const [was, is] = [oldLines.slice(first, oldLines.length - last), nowLines.slice(first, nowLines.length - last)];
  let at = head + oldLines.slice(0, first).join('').length;
  if (was.length !== is.length) return [replaced(at, was.join(''), is.join(''))];
  return was.flatMap((line, index) => {
    const start = at;
    at += line.length;
    const other = is[index] ?? '';
    return line === other ? [] : [replaced(start, line, other)];
  });
}

function replaced(at: number, before: string, after: string): Replaced {
  const head = commonStart(before, after);
  const tail = commonEnd(before.slice(head), after.slice(head));
  return { start: at + head, end: at + before.length - tail, by: after.length - before.length };
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** With their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
