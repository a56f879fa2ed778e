/** What of a file others depend on. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../test/read-facts.js';
import { frameOf, namesOf } from './fingerprints.js';

const FRAME = 'person Li { title "head" }\n';
const PROJECT = 'project P1 { milestone A due 2026-03-01  issue land "x" }\n';

describe('the frame of a file', () => {
  const frame = (text: string): string => frameOf(read(text));

  it('is nothing where the file holds projects and meetings only', () => {
    expect(frame(PROJECT)).toBe('');
    expect(frame('meeting M { date 2026-03-01 }\ninspection I { date 2026-03-02 }\n')).toBe('');
  });

  it('stays the same where places move and projects change', () => {
    expect(frame(`\n\n// so\n${PROJECT}${FRAME}`)).toBe(frame(FRAME));
  });

  it.each(['person Li "Li Si" { title "head" }', 'person Wang { title "head" }', 'person Li', `${FRAME}org Works`])(
    'is another one for: %s',
    (text) => {
      expect(frame(text)).not.toBe(frame(FRAME));
    },
  );

  it.each([
    ['a post', 'person Li { title "chief" }'],
    ['what documents it', '/** Came in spring. */\nperson Li { title "head" }'],
    ['a view', `${FRAME}view v { where total > 3 }`],
  ])('stays the same for %s, by which no project is judged', (_, text) => {
    expect(frame(text)).toBe(frame(FRAME));
  });

  it('stays the same for a digit of a phone number and for another published figure', () => {
    expect(frame('person Li { phone "139" }')).toBe(frame('person Li { phone "1390" }'));
    expect(frame('portfolio p { expect count = 3 }')).toBe(frame('portfolio p { expect count = 4 }'));
  });

  it('tells amounts and policies apart', () => {
    const limit = (load: number): string => `policy p { max-load ${load}  light a { red when total > ${load} } }`;

    expect(frame(limit(3))).not.toBe(frame(limit(4)));
  });
});

describe('the names of a file', () => {
  const names = (text: string): string => namesOf(read(text));

  it('stay the same where dates and texts change', () => {
    expect(names(PROJECT.replace('03-01', '04-01').replace('"x"', '"y"'))).toBe(names(PROJECT));
  });

  it.each([
    ['an item', 'milestone A', 'milestone B'],
    ['an issue', 'issue land', 'issue road'],
    ['a project', 'project P1', 'project P2'],
  ])('are others where %s has another', (_, before, after) => {
    expect(names(PROJECT.replace(before, after))).not.toBe(names(PROJECT));
  });

  it('are those of meetings and what they found as well', () => {
    expect(names('inspection I { issue a "x" }')).not.toBe(names('inspection I { issue b "x" }'));
    expect(names('meeting M')).not.toBe(names('meeting N'));
  });
});
