/** What is to be cut so that a statement is gone and nothing looks as if something were. */

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The statement with its line, where it has one of its own; else with the blanks that set it apart from its neighbour. */
export function removal(text: string, { start, end }: Place): Place {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const lineEnd = feed === -1 ? text.length : feed + 1;
  const [before, behind] = [text.slice(lineStart, start), text.slice(end, lineEnd)];
  if (before.trim() === '' && behind.trim() === '') return { start: lineStart, end: lineEnd };
  if (before.trim() === '') return { start, end: end + (/^[ \t]*/.exec(behind)?.[0].length ?? 0) };
  return { start: start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end };
}
