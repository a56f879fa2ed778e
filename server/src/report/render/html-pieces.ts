/** What has changed in the markup of a part, so that of a long table the one row travels that is another. */

/** From `at` on, `drop` pieces become `put`. */
export interface PiecesChange {
  readonly at: number;
  readonly drop: number;
  readonly put: readonly string[];
}

/** Where a part may fall apart: rows of tables and of lists of values, parts of a page, rows and ties of a wall chart. */
const SEAM = /(?=<tr[ >]|<div class="pw-part|<dt>|\{"id":|\{"from":)/;

/** Joined they are the whole text again. */
export function piecesOf(html: string): readonly string[] {
  return html.split(SEAM);
}

/** Changes by their places in `before`, ascending. */
export function changedPieces(before: readonly string[], after: readonly string[]): readonly PiecesChange[] {
  if (before.length === after.length) return changedInPlace(before, after);
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let same = 0;
  while (same < shorter - first && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [{ at: first, drop: before.length - first - same, put: after.slice(first, after.length - same) }];
}

function changedInPlace(before: readonly string[], after: readonly string[]): readonly PiecesChange[] {
  const changes: { readonly at: number; drop: number; readonly put: string[] }[] = [];
  after.forEach((piece, i) => {
    if (before[i] === piece) return;
    const last = changes.at(-1);
    if (last !== undefined && last.at + last.drop === i) {
      last.drop++;
      last.put.push(piece);
    } else changes.push({ at: i, drop: 1, put: [piece] });
  });
  return changes;
}

function withPieces(html: string, changes: readonly PiecesChange[]): string {
  const before = piecesOf(html);
  const parts: string[] = [];
  let next = 0;
  for (const { at, drop, put } of changes) {
    parts.push(...before.slice(next, at), ...put);
    next = at + drop;
  }
  return [...parts, ...before.slice(next)].join('');
}

/** A part as it was sent: whole, or what has changed in it. */
export type SentPart =
  | { readonly key: string; readonly html: string }
  | { readonly key: string; readonly length: number; readonly pieces: readonly PiecesChange[] };

/** Its whole text; undefined where what is known of it is not what the sender thought. */
export function wholeOf(part: SentPart, known: string | undefined): string | undefined {
  if ('html' in part) return part.html;
  const html = known === undefined ? undefined : withPieces(known, part.pieces);
  return html?.length === part.length ? html : undefined;
}
