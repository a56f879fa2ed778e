/** How the moves of a deadline are listed beside it. */

import { formatDay } from '../../model/day.js';
import type { RevisionFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { muted } from '../compose.js';
import type { Inlines } from '../document.js';
import type { Formatter } from './formatter.js';

const words = {
  moved: { en: 'moved on {day}', zh: '{day}调整' },
  from: { en: ' from {from}', zh: '，原期限{from}' },
  by: { en: ' by {person}', zh: '，批准人：{person}' },
  why: { en: ': {why}', zh: '，原因：{why}' },
  between: { en: '; ', zh: '；' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** `2026-04-20调整，原期限2026-04-30，批准人：王副市长，原因：雨季影响`, one after the other; undefined where it never moved. */
export function sayMoves(format: Formatter, moves: readonly RevisionFacts[]): string | undefined {
  if (moves.length === 0) return undefined;
  return moves
    .map(({ day, from, by, why }) => {
      const person = format.name(by);
      const before = format.deadline(from);
      return [
        format.say(words.moved, { day: formatDay(day) }),
        before === undefined ? '' : format.say(words.from, { from: before }),
        person === undefined ? '' : format.say(words.by, { person }),
        why === undefined ? '' : format.say(words.why, { why: why.text }),
      ].join('');
    })
    .join(format.say(words.between));
}

/** The same behind what was moved, quieter. */
export function movesNote(format: Formatter, moves: readonly RevisionFacts[]): Inlines {
  const said = sayMoves(format, moves);
  return said === undefined ? [] : [muted(format.aside(said))];
}
