/** Offsets to lines and back, as editors count: a line ends with LF, CRLF or CR, columns are UTF-16 units. */
export class Lines {
  readonly #starts: number[];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    this.#starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) this.#starts.push(offset + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Line and character of an offset, both from 0; an offset beyond the end is the end. */
  position(offset: number): { readonly line: number; readonly character: number } {
    const place = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: place - (this.#starts[low] ?? 0) };
  }

  /** The offset of a line and character from 0; a place that does not exist becomes the nearest that does. */
  offset({ line, character }: { readonly line: number; readonly character: number }): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#length;
    const next = this.#starts[line + 1] ?? this.#length + 1;
    return Math.min(start + Math.max(0, character), next - 1, this.#length);
  }
}
