/** What people have written to the cells of a sheet: notes of old, and comments that are answered. */
import type { Archive } from './archive-limits.js';
import { placeOf } from './places.js';
import type { CellComment } from './sheet.js';
import { TextInParts } from './texts.js';
import { relatedParts, watch } from './workbook-parts.js';

/** In the order of their cells. */
export function commentsOf(archive: Archive, sheetPart: string): readonly CellComment[] {
  const notes = new Map<string, string[]>();
  for (const part of relatedParts(archive, sheetPart, 'comments')) collect(archive, part, 'comment', notes);
  // Beside such a comment stands a note that says how to read it: the comment itself counts.
  const threads = new Map<string, string[]>();
  for (const part of relatedParts(archive, sheetPart, 'threadedComment'))
    collect(archive, part, 'threadedComment', threads);
  return [...new Map([...notes, ...threads])]
    .flatMap(([ref, texts]) => {
      const [row, column] = placeOf(ref) ?? [];
      const text = texts.join('\n').trim();
      return row === undefined || column === undefined || text === '' ? [] : [{ row, column, text }];
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** `<comment ref><text><t>` and `<threadedComment ref><text>`. */
function collect(archive: Archive, part: string, element: string, into: Map<string, string[]>): void {
  const parts = new TextInParts();
  let ref = '';
  let text = '';
  let isText = false;
  watch(archive, part, {
    open: (name, attribute) => {
      if (name === element) {
        ref = attribute('ref') ?? '';
        text = '';
      } else if (name === 'text') isText = true;
      else parts.open(name, attribute);
    },
    text: (piece) => {
      parts.add(piece);
      if (isText && element === 'threadedComment') text += piece;
    },
    close: (name) => {
      if (name === 'text') isText = false;
      else if (name === element) {
        const said = element === 'comment' ? parts.take().text : text;
        into.set(ref, [...(into.get(ref) ?? []), said]);
      } else parts.close(name);
    },
  });
}
