/** Whether every spelling on the page of values is read, without a hint that it is an unusual one. */
import { describe, expect, test } from 'vitest';
import { readPlan } from '../server/src/syntax/read-plan.js';
import { SPELLINGS } from './spellings.js';

const STATEMENTS = {
  name: (name: string) => `project ${name}`,
  text: (text: string) => `project P { note ${text} }`,
  date: (date: string) => `project P { milestone m due ${date} }`,
  span: (span: string) => `project P { period ${span} }`,
  duration: (duration: string) => `project P { task t { duration ${duration} } }`,
  money: (money: string) => `project P { fund ${money} }`,
  percent: (percent: string) => `project P { report 2026-03-31 { progress ${percent} } }`,
};

describe('the page of values', () => {
  const all = SPELLINGS.flatMap(({ place, rows }) =>
    rows.flatMap(({ written }) => written.map((text) => ({ place, text }))),
  );

  test.each(all)('$place $text', ({ place, text }) => {
    expect(readPlan('a.plan', STATEMENTS[place](text)).findings).toEqual([]);
  });
});
