/** Every keyword has a meaning in both languages, where it stands, and an example that is the language. */
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../server/src/syntax/parser.js';
import { readPlan } from '../server/src/syntax/read-plan.js';
import { KEYWORDS } from './keywords.js';
import { meaningAt, meaningsOf } from './meanings.js';

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
    'field f choice { X }',
    'project p { X }',
    'project p { investment { X } }',
    'project p { investment { year 2026 { X } } }',
    'project p { approval a { X } }',
    'project p { issue i { X } }',
    'inspection m { X }',
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

describe.each([...KEYWORDS.keys()])('%s', (keyword) => {
  const meanings = meaningsOf(keyword);

  it('has a meaning, in a sentence of each language', () => {
    expect(meanings).not.toEqual([]);
    for (const { means } of meanings) {
      expect(means.en).toMatch(/\.$/);
      expect(means.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('is shown in an example of each vocabulary that is the language', () => {
    for (const text of meanings.flatMap(({ example }) => Object.values(example))) {
      const kinds = parsePlan(text).tokens.map(({ tokenType }) => tokenType.name);
      expect({ text, uses: kinds.includes(keyword) }).toEqual({ text, uses: true });
      expect({ text, isLanguage: isLanguage(text) }).toEqual({ text, isLanguage: true });
    }
  });
});

describe('a keyword means what it does where it stands', () => {
  it.each([
    ['year', { as: 'member', of: 'portfolio' }, 'The plan year.'],
    ['year', { as: 'member', of: 'investment' }, 'The amount of one year'],
    ['calendar', { as: 'declaration' }, 'Declares a working-day calendar.'],
    ['calendar', { as: 'member', of: 'project' }, "The project's working-day calendar"],
    ['city', { as: 'word', behind: { member: 'level', of: 'project' } }, 'Administered by the city.'],
    ['city', { as: 'word', behind: { member: 'escalated', of: 'issue' } }, 'The city settles it.'],
    ['suspended', { as: 'member', of: 'item' }, 'Days on which no work is done'],
    ['suspended', { as: 'word', behind: { member: 'stage', of: 'project' } }, 'Work has stopped for now.'],
    ['yellow', { as: 'member', of: 'light' }, 'When the light is yellow.'],
    ['in', { as: 'word' }, 'Is it, or lies below it.'],
  ] as const)('%s %o', (keyword, standing, means) => {
    expect(meaningAt(keyword, standing)?.means.en).toMatch(means);
  });
});
