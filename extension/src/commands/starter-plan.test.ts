/** The starter plan reads without a mistake, in both vocabularies and at any time of the year. */
import { describe, expect, it } from 'vitest';
import { keywordOf } from '../../../grammar/keywords.js';
import { starterMonths, starterPlan } from './starter-plan.js';

describe('the starter plan', () => {
  it('counts months over the end of a year', () => {
    expect(starterMonths(new Date(2026, 10, 30))).toEqual({ now: '2026-11', permit: '2027-02', finish: '2028-02' });
    expect(starterMonths(new Date(2026, 8, 1))).toEqual({ now: '2026-09', permit: '2026-12', finish: '2027-12' });
  });

  it.each(['en', 'zh'] as const)('begins every statement with a keyword (%s)', (lang) => {
    const text = starterPlan(lang, starterMonths(new Date(2026, 0, 1)));
    const first = text.split('\n').flatMap((line) => /^\s*([^\s$}]+)/.exec(line)?.[1] ?? []);
    expect(first.length).toBeGreaterThan(15);
    for (const word of first) expect(keywordOf(word), word).toBeDefined();
  });

  it('says the same in both languages', () => {
    const months = starterMonths(new Date(2026, 0, 1));
    const places = (lang: 'en' | 'zh') => starterPlan(lang, months).match(/\$\{\d+|\$0/g);
    expect(places('zh')).toEqual(places('en'));
  });
});
