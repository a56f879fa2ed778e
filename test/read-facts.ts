/** Plan texts as tests write them, and facts as tests compare them. */
import { keywordOf } from '../grammar/keywords.js';
import { messageOf } from '../server/src/analysis/checks/index.js';
import type { FileFacts, Finding } from '../server/src/model/facts.js';
import { readPlan } from '../server/src/syntax/read-plan.js';

const FILE = 'a.plan';

export function read(text: string): FileFacts {
  return readPlan(FILE, text);
}

/** `text` with its `[[…]]` taken out, and where they stood. */
export function marked(text: string): {
  readonly text: string;
  readonly places: readonly (readonly [number, number])[];
} {
  const places: [number, number][] = [];
  let plain = '';
  for (const [index, part] of text.split(/\[\[|\]\]/).entries()) {
    if (index % 2 === 1) places.push([plain.length, plain.length + part.length]);
    plain += part;
  }
  return { text: plain, places };
}

/** What is wrong with `text`, as `code: the text at the place`, in the order of the text. */
export function problemsIn(text: string): readonly string[] {
  return findingsInOrder(read(text)).map(({ code, at }) => `${code}: ${text.slice(at.start, at.end)}`);
}

/** What is wrong with `text`, as messages in English. */
export function messagesIn(text: string): readonly string[] {
  return findingsInOrder(read(text)).map((finding) => messageOf(finding, 'en'));
}

export function findingsInOrder({ findings }: FileFacts): readonly Finding[] {
  return [...findings].sort((a, b) => a.at.start - b.at.start);
}

/** What was read, as JSON without places; names that are keywords in their English spelling. */
export function statedIn(text: string): unknown {
  return JSON.parse(
    JSON.stringify(read(text).declarations, (key, value: unknown) => {
      if (key === 'at' || key === 'keywordAt') return undefined;
      if (typeof value === 'bigint') return `${value}n`;
      if (value instanceof Set) return [...value].sort();
      if ((key === 'text' || key === 'id') && typeof value === 'string') return keywordOf(value) ?? value;
      return value;
    }),
  );
}
