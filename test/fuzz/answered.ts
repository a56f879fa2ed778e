/** What holds of any text: an answer, soon, with places inside the text and messages in words. */
import { messageOf } from '../../server/src/analysis/checks/index.js';
import type { FileFacts } from '../../server/src/model/facts.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { seconds } from '../growth.js';
import { MACHINERY } from './texts.js';

/** So many mistakes the parser tells of in one file at most. */
const MISTAKES = 100;
/** An answer takes some hundredths; what hangs takes more on any machine. */
const HANGS = 5;

export interface Answer {
  readonly facts: FileFacts;
  readonly seconds: number;
}

/** Throws what is wrong with the answer. */
export function answerTo(text: string): Answer {
  let facts: FileFacts | undefined;
  const took = seconds(() => {
    facts = readPlan('a.plan', text);
  });
  if (facts === undefined) throw new Error('nothing was read');
  if (took > HANGS) throw new Error(`took ${took.toFixed(1)} s`);
  for (const place of placesIn(facts)) {
    if (!(place.start >= 0 && place.start <= place.end && place.end <= text.length)) {
      throw new Error(`${place.start}–${place.end} is not in a text of ${text.length}`);
    }
  }
  const mistakes = facts.findings.filter(({ code }) => code === 'syntax/unexpected').length;
  if (mistakes > MISTAKES) throw new Error(`${mistakes} mistakes are told`);
  for (const finding of facts.findings) {
    for (const lang of ['en', 'zh'] as const) {
      const message = messageOf(finding, lang);
      // A text may hold such words itself.
      if (MACHINERY.test(message) && !MACHINERY.test(text)) throw new Error(message);
    }
  }
  return { facts, seconds: took };
}

function placesIn(facts: FileFacts): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  JSON.stringify(facts, (key, value: unknown) => {
    if (key === 'at' || key === 'keywordAt' || key === 'covers') {
      if (typeof value !== 'object' || value === null || !('start' in value && 'end' in value))
        throw new Error('no place');
      places.push({ start: Number(value.start), end: Number(value.end) });
    }
    return typeof value === 'bigint' ? String(value) : value;
  });
  return places;
}
