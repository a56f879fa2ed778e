/** Facts as of an earlier day. */
import { describe, expect, it } from 'vitest';
import { analysed, onDay, projectIn } from '../../../test/analysed.js';
import { formatDay } from '../model/day.js';
import type { ItemFacts, ProjectFacts } from '../model/facts.js';
import {
  decisionOpenAt,
  doneAt,
  dueAt,
  hasStarted,
  inPool,
  isActive,
  isCompleted,
  issueOpenAt,
  itemOpenAt,
  latestReport,
  progressAt,
  reportsAt,
  stageAt,
} from './state.js';

function project(members: string): ProjectFacts {
  return projectIn(analysed(`project P { ${members} }`, '2026-12-31'));
}

function item(members: string): ItemFacts {
  const [first] = project(`milestone M ${members}`).items;
  if (first === undefined) throw new Error('no item');
  return first;
}

describe('as of an earlier day', () => {
  it('a deadline is the one that held then', () => {
    const moved = item(`due 2026-06-30 { revised 2026-03-10 from 2026-03-31  revised 2026-05-20 from 2026-05-31 }`);
    const at = (day: string) => formatDay(dueAt(moved, onDay(day))?.period.last ?? onDay('1970-01-01'));
    expect(at('2026-03-09')).toBe('2026-03-31');
    expect(at('2026-03-10')).toBe('2026-05-31');
    expect(at('2026-05-19')).toBe('2026-05-31');
    expect(at('2026-05-20')).toBe('2026-06-30');
  });

  it('a deadline is unknown where the move away from it does not name it', () => {
    expect(dueAt(item('due 2026-06-30 { revised 2026-03-10 }'), onDay('2026-03-09'))).toBeUndefined();
  });

  it('progress is the latest dated by then, else what is stated without a day', () => {
    const [task] = project('task T { progress 70% on 2026-05-31 progress 20% progress 60% on 2026-04-30 }').items;
    const at = (day: string) => task && Number(progressAt(task, onDay(day))?.value.n);
    expect([at('2026-04-29'), at('2026-04-30'), at('2026-05-30'), at('2026-05-31')]).toEqual([20, 60, 60, 70]);
  });

  it('what is done later is open', () => {
    const done = item('done 2026-04-15');
    expect(itemOpenAt(done, onDay('2026-04-14'))).toBe(true);
    expect(itemOpenAt(done, onDay('2026-04-15'))).toBe(false);
    expect(doneAt(done, onDay('2026-04-14'))).toBeUndefined();
  });

  it('the stage is the last one stated by then, the undated one since ever', () => {
    const staged = project('stage construction on 2026-05-01  stage preparation  stage ready on 2026-03-01');
    expect(['2026-02-28', '2026-03-01', '2026-05-01'].map((day) => stageAt(staged, onDay(day)))).toEqual([
      'preparation',
      'ready',
      'construction',
    ]);
    expect(stageAt(project('stage ready on 2026-03-01'), onDay('2026-02-28'))).toBeUndefined();
  });

  it('reports count from their day on', () => {
    const reported = project('report 2026-03-31 {}  report 2026-01-31 {}  report 2026-05-31 {}');
    expect(reportsAt(reported, onDay('2026-03-31')).map(({ day }) => formatDay(day))).toEqual([
      '2026-01-31',
      '2026-03-31',
    ]);
    expect(latestReport(reported, onDay('2026-01-30'))).toBeUndefined();
  });

  it('a project is in the pool from its admission until its removal, and active only there', () => {
    const pooled = project('stage ready  admitted 2026-02-01  removed 2026-05-01');
    const days = ['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01'].map(onDay);
    expect(days.map((day) => inPool(pooled, day))).toEqual([false, true, true, false]);
    expect(days.map((day) => isActive(pooled, day))).toEqual([false, true, true, false]);
    expect(isActive(project('stage suspended'), onDay('2026-03-01'))).toBe(false);
  });

  it('a project has started or is completed by its actuals or its stage', () => {
    const day = onDay('2026-06-30');
    expect(hasStarted(project('actual-start 2026-06-30'), day)).toBe(true);
    expect(hasStarted(project('actual-start 2026-07-01'), day)).toBe(false);
    expect(hasStarted(project('stage construction on 2026-03-01  stage suspended on 2026-05-01'), day)).toBe(true);
    expect(isCompleted(project('stage operation'), day)).toBe(true);
    expect(isCompleted(project('actual-finish 2026-07-01'), day)).toBe(false);
  });

  it('issues are open from being raised until they are resolved', () => {
    const [issue] = project('issue I "x" { raised 2026-02-01 resolved 2026-03-01 }').issues;
    if (issue === undefined) throw new Error('no issue');
    const days = ['2026-01-31', '2026-02-01', '2026-03-01'].map(onDay);
    expect(days.map((day) => issueOpenAt(issue, day))).toEqual([false, true, false]);
  });

  it('decisions are open from their meeting until they are done', () => {
    const { plan } = analysed('meeting M { date 2026-02-01 decision "x" { done 2026-03-01 } }', '2026-12-31');
    const [meeting] = plan.all('meeting');
    const [decision] = meeting?.decisions ?? [];
    if (meeting === undefined || decision === undefined) throw new Error('no decision');
    const days = ['2026-01-31', '2026-02-01', '2026-03-01'].map(onDay);
    expect(days.map((day) => decisionOpenAt(decision, meeting, day))).toEqual([false, true, false]);
  });
});

describe('a summary', () => {
  it('is done when all its children are, whatever it says itself', () => {
    const [open, done, stated] = project(`
      task S { milestone A done 2026-03-01  milestone B }
      task T { milestone A done 2026-03-01  milestone B done 2026-03-02 }
      task U { done 2026-03-03  milestone A }`).items;
    expect([open, done, stated].map((each) => each && itemOpenAt(each, onDay('2026-03-31')))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
