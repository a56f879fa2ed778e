/**
 * A place in one source file: UTF-16 offsets, `end` exclusive.
 * `file` is the identity that the workspace gave the file (a path relative to the plan root, with `/`);
 * lines and columns are computed from the text only where a face shows them.
 */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `span`, its end included (the cursor behind the last character is still 'on' a word). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
