/** Lines that end before the edge of the terminal, broken as people break them. */
import { displayWidth } from './display-width.js';

/** Never at the start of a line. */
const CLOSING = /^[，。、；：？！”’）》」』】〕…—,.;:?!)\]}%％]/u;
/** Never at the end of one. */
const OPENING = /[“‘（《「『【〔([{]$/u;
/** What is not broken: a run of letters, digits and signs; every other character stands alone. */
const PIECES = /\s+|(?:(?![，。、；：？！“”‘’（）《》「」『』【】〔〕…—])[\p{Script=Latin}\p{Nd}\p{P}\p{S}])+|./gu;

/** Breaks `text` at `columns`, each further line led by `indent`; without columns it stays one line. */
export function wrapped(text: string, columns: number | undefined, indent: string): string {
  if (columns === undefined || displayWidth(indent + text) <= columns) return indent + text;
  const room = Math.max(MINIMUM, columns - displayWidth(indent));
  const lines: string[] = [];
  let line = '';
  for (const piece of unbroken(text)) {
    if (line !== '' && displayWidth((line + piece).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
    while (displayWidth(line.trimEnd()) > room) {
      const head = fitting(line, room);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line.trimEnd());
  return lines.map((each) => indent + each).join('\n');
}

/** A terminal of fewer columns than this is not wrapped for. */
const MINIMUM = 16;

function unbroken(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const before = pieces.at(-1);
    if (before !== undefined && (CLOSING.test(piece) || OPENING.test(before)))
      pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  return pieces;
}

function fitting(line: string, room: number): string {
  let kept = '';
  for (const character of line) {
    if (displayWidth(kept + character) > room) break;
    kept += character;
  }
  return kept === '' ? [...line].slice(0, 1).join('') : kept;
}
