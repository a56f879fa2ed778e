/** Growing selections: the word, the statement, the block, the declaration, the file. */
import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { childrenOf, type PlanNode, placeOf } from '../../syntax/tree.js';
import { safeHandler } from '../handlers.js';
import { offsetIn, rangeIn, type Source } from '../session.js';
import { endOf, tokenAt } from '../token-lookup.js';
import type { Feature } from './feature.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

export const selection: Feature = {
  capabilities: { selectionRangeProvider: true },
  register(session) {
    session.connection.onSelectionRanges(
      safeHandler<SelectionRangeParams, SelectionRange[] | null>(
        'selecting',
        null,
        session.log,
        async ({ textDocument, positions }) => {
          const source = await session.source(textDocument.uri);
          if (source === undefined) return null;
          return positions.map((position) => growing(source, offsetIn(source, position)));
        },
      ),
    );
  },
};

function growing(source: Source, offset: number): SelectionRange {
  const places: Place[] = [{ start: 0, end: source.text.length }, ...nodesAround(source.parsed.value, offset)];
  const token = tokenAt(source.parsed, offset);
  if (token !== undefined) {
    const word = { start: token.startOffset, end: endOf(token) };
    places.push(word);
    // A text without its quotes.
    const quote = token.image.startsWith('"""') ? 3 : /^["“「`]/.test(token.image) ? 1 : 0;
    if (quote > 0 && offset >= word.start + quote && offset <= word.end - quote) {
      places.push({ start: word.start + quote, end: word.end - quote });
    }
  }
  const braces = bracesAround(source, offset);
  const all = [...places, ...braces].filter(({ start, end }) => start <= offset && offset <= end && start <= end);
  all.sort((a, b) => b.end - b.start - (a.end - a.start));
  let range: SelectionRange | undefined;
  let last: Place | undefined;
  for (const place of all) {
    if (last !== undefined && (place.start < last.start || place.end > last.end)) continue;
    if (last?.start === place.start && last.end === place.end) continue;
    range = { range: rangeIn(source.lines, place), ...(range === undefined ? {} : { parent: range }) };
    last = place;
  }
  return range ?? { range: rangeIn(source.lines, { start: offset, end: offset }) };
}

function nodesAround(root: PlanNode, offset: number): readonly Place[] {
  const places: Place[] = [];
  for (let node: PlanNode | undefined = root; node !== undefined; ) {
    const inner: PlanNode | undefined = childrenOf(node).find((child) => {
      const { start, end } = placeOf(child);
      return start <= offset && offset <= end && end > start;
    });
    if (inner !== undefined) places.push(placeOf(inner));
    node = inner;
  }
  return places;
}

/** What stands between the braces around a place, and with them. */
function bracesAround({ parsed }: Source, offset: number): readonly Place[] {
  const open: number[] = [];
  const places: Place[] = [];
  for (const { tokenType, startOffset } of parsed.tokens) {
    if (tokenType.name === '{') open.push(startOffset);
    else if (tokenType.name === '}') {
      const start = open.pop();
      if (start === undefined || start >= offset || startOffset < offset) continue;
      places.push({ start: start + 1, end: startOffset }, { start, end: startOffset + 1 });
    }
  }
  return places;
}
