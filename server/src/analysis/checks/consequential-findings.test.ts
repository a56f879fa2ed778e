/** One mistake, one diagnostic: what follows from text that could not be read is not told, what else is wrong is. */
import { describe, expect, it } from 'vitest';
import { codesIn } from '../../../../test/findings.js';

describe('what follows from a mistake in the text', () => {
  it('is not the lack of what may stand there', () => {
    const plan =
      'project P1 {\n  stage ready\n  * leader LiSi  unit Works  owner WangWu\n  milestone M1 due 2026-12-01\n}\n';
    const codes = codesIn(plan, '2026-03-31').filter((code) => !code.startsWith('name/'));
    expect(codes).toEqual(['syntax/unexpected']);
  });

  it('is not told at each reference to a declaration that could not be read', () => {
    const plan = 'peson LiSi\nproject P1 {\n  leader LiSi\n  owner Nobody\n}\n';
    expect(codesIn(plan, '2026-03-31')).toEqual(['syntax/unexpected', 'name/unknown']);
  });

  it('leaves what is stated and wrong beside it', () => {
    const plan = 'project P1 {\n  * scope "x"\n  milestone M1 due 2026-01-30\n}\nproject P2 {\n  stage ready\n}\n';
    const codes = codesIn(plan, '2026-03-31');
    expect(codes).toContain('deadline/overdue');
    expect(codes).toContain('accountability/no-leader');
  });

  it('is not a judgement by today where the status date cannot be read', () => {
    const plan = (date: string) =>
      `portfolio City { status-date ${date} }\nproject P1 {\n  milestone M1 due 2026-01-30\n}\n`;
    expect(codesIn(plan('2026-02-30'), '2026-03-31', { byPlan: true })).toEqual(['value/date']);
    expect(codesIn(plan('2026-02-28'), '2026-03-31', { byPlan: true })).toContain('deadline/overdue');
    // A day that is given says as of when, whatever the plan says.
    expect(codesIn(plan('2026-02-30'), '2026-03-31')).toContain('deadline/overdue');
  });

  it('is not a figure that lacks a project because nothing has the name of its category', () => {
    const plan = (category: string) =>
      `portfolio City { expect count(category = roads) = 1 expect count() = 2 }\ncategory roads\nproject P1 { category ${category} }\n`;
    expect(codesIn(plan('roadsx'), '2026-03-31')).toEqual(['name/unknown']);
    expect(codesIn(plan('roads'), '2026-03-31')).toEqual(['expect/failed']);
  });

  it('is not the sign at which a date or an amount breaks off, nor what the rest of it would be', () => {
    const task = (day: string) => `project P1 {\n  task T {\n    started ${day}\n    duration 9mo\n  }\n}\n`;
    expect(codesIn(task('2025-12-'), '2026-03-31')).toEqual(['value/date']);
    const paid = (amount: string) =>
      `project P1 {\n  investment 500M\n  report 2026-03-30 {\n    invested 400M  received ${amount}\n  }\n}\n`;
    expect(codesIn(paid('2.'), '2026-03-31')).toEqual(['syntax/unexpected']);
  });

  it('is not the lack of what half a keyword may have become', () => {
    const plan = '项目 甲 {\n  阶段 预备  责任\n}\n';
    expect(codesIn(plan, '2026-03-31').filter((code) => code.startsWith('accountability/'))).toEqual([]);
  });

  it('is not that nothing refers to the name that was mistyped', () => {
    const plan = 'person Lindqvist\nperson Osei\nproject P1 { leader Lindquist }\n';
    expect(codesIn(plan, '2026-03-31')).toEqual(['name/unused', 'name/unknown']);
  });

  it('is not the type of what is left of an expression', () => {
    const plan = 'portfolio City {\n  expect sum(total, stage ready) = 5M\n  expect count(total) = 5\n}\n';
    expect(codesIn(plan, '2026-03-31')).toEqual(['syntax/unexpected', 'expression/type']);
  });

  it('is not that a suppression is of no use while the day is not known', () => {
    const plan =
      'portfolio City { status-date about 2026-03-31 }\nproject P1 {\n  // planwright-ignore deadline/overdue: agreed\n  milestone M1 due 2099-01-30\n}\n';
    expect(codesIn(plan, '2026-03-31', { byPlan: true })).toEqual(['syntax/unexpected']);
  });
});
