/** Changes to a text: UTF-16 offsets into the text as it was, not overlapping, in the order of the text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
