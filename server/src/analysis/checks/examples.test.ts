/** The examples on the pages of the rules, and what all rules have in common. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';
import { translateKeywords } from '../../exchange/translate-keywords.js';
import type { Severity } from '../rule.js';
import { RULES, SEVERITIES } from './index.js';

const NO_FILES = { files: [] };
type Example = (typeof RULES)[number]['example'];
const codesOf = (text: string, { asOf, base }: Example, how: Pick<Example, 'savedAs' | 'padded'> = {}) =>
  codesIn(text, asOf, { ...NO_FILES, base, savedAs: how.savedAs, padded: how.padded });

describe('the example of every rule', () => {
  for (const { code, example } of RULES) {
    it(`${code} shows in one plan and not in the one beside it`, () => {
      expect(codesOf(example.shows, example, example)).toContain(code);
      expect(codesOf(example.clean, example)).not.toContain(code);
    });

    it(`${code} shows in Chinese keywords as well`, () => {
      const base = example.base === undefined ? {} : { base: translateKeywords(example.base, 'zh') };
      const turned = { ...example, ...base };
      expect(codesOf(translateKeywords(example.shows, 'zh'), turned, example)).toContain(code);
      expect(codesOf(translateKeywords(example.clean, 'zh'), turned)).not.toContain(code);
    });

    it(`${code}: what does not show it has no mistake in its text either`, () => {
      const mistakes = codesOf(example.clean, example).filter((each) => /^(syntax|value|name|member)\//.test(each));
      expect(mistakes.filter((each) => each !== 'name/unused')).toEqual([]);
    });
  }
});

/** The table of the reference (semantics, section 4), and the two rules about suppressions that it asks for unnamed. */
const REFERENCE: Readonly<Record<Severity, string>> = {
  error: `syntax/unexpected name/unknown name/duplicate name/wrong-kind value/date value/money value/duration
    value/percent member/repeated expression/type expression/unknown-field deadline/overdue deadline/revision-chain
    schedule/cycle schedule/order investment/sum investment/not-monotonic progress/future stage/contradiction
    issue/overdue decision/overdue expect/failed pool/contradiction`,
  warning: `member/missing deadline/forecast-late deadline/revised-often deadline/revised-late deadline/none
    schedule/out-of-sequence schedule/must-start accountability/no-leader accountability/no-unit accountability/no-owner
    accountability/overload accountability/review-missing progress/stale progress/not-monotonic progress/out-of-step
    stage/order issue/unprepared meeting/missed decision/unassigned file/missing ignore/unused ignore/no-reason`,
  info: `deadline/due-soon deadline/finished-late deadline/non-working calendar/no-data accountability/same-person
    investment/over-plan issue/not-tried issue/closed-on-agenda decision/no-evidence`,
  hint: 'syntax/full-width name/unused',
};

describe('the rules', () => {
  for (const severity of SEVERITIES) {
    it(`of severity ${severity} hold those of the reference`, () => {
      const ours = RULES.filter((rule) => rule.severity === severity).map(({ code }) => code);
      expect(ours).toEqual(expect.arrayContaining(REFERENCE[severity].split(/\s+/)));
    });
  }

  it('have codes of their own', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });

  for (const { code, example, title, page } of RULES) {
    it(`${code} speaks both languages`, () => {
      const { asOf, base, savedAs, padded, shows } = example;
      for (const { en, zh } of found(code, shows, asOf, { ...NO_FILES, base, savedAs, padded })) {
        expect(en).not.toMatch(/undefined|NaN|\[object|\p{Script=Han}/u);
        expect(zh).not.toMatch(/undefined|NaN|\[object/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
      expect(title.en).not.toMatch(/\p{Script=Han}/u);
      for (const text of [title.zh, page.zh]) expect(text).toMatch(/\p{Script=Han}/u);
    });
  }
});
