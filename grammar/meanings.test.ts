/** Every keyword, field and function has a meaning in both languages. */
import { describe, expect, test } from 'vitest';
import { parsePlan, readPlan } from '../server/src/syntax/read-plan.js';
import { KEYWORDS, keywordOf } from './keywords.js';
import { meaningOf } from './meanings.js';

/** Every kind of place that an example can stand in. */
const PLACES = [
  (text: string) => text,
  ...[
    'portfolio p { X }',
    'calendar c { X }',
    'org o { X }',
    'person p { X }',
    'category c { X }',
    'batch b { X }',
    'project p { X }',
    'project p { investment { X } }',
    'project p { investment { year 2026 { X } } }',
    'project p { task t { X } }',
    'project p { approval a { X } }',
    'project p { issue i { X } }',
    'meeting m { X }',
    'meeting m { decision "d" { X } }',
    'project p { report 2026-03-31 { X } }',
    'project p { review 2026-H1 { X } }',
    'view v { X }',
    'view v { where X }',
    'policy p { X }',
    'policy p { light l { X } }',
  ].map((place) => (text: string) => place.replace('X', text)),
];

function isLanguage(text: string): boolean {
  return PLACES.some((place) => {
    const { findings } = readPlan('a', place(text));
    return !findings.some(({ code }) => code.startsWith('syntax/') || code.startsWith('value/'));
  });
}

describe('the meanings of keywords', () => {
  test('are there for every keyword, in both languages', () => {
    for (const { en, zh } of [...KEYWORDS.keys()].map(meaningOf)) {
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  test.each([...KEYWORDS.keys()])('show %s in an example of each vocabulary that is the language', (keyword) => {
    for (const text of Object.values(meaningOf(keyword).example)) {
      const kinds = parsePlan(text).tokens.map(({ image }) => keywordOf(image));
      expect({ text, uses: kinds.includes(keyword) }).toEqual({ text, uses: true });
      expect({ text, isLanguage: isLanguage(text) }).toEqual({ text, isLanguage: true });
    }
  });
});
