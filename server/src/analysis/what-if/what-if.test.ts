/** What becomes late if something slips, each answer worked out by hand. A week from Monday to Friday, without holidays. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { formatDay } from '../../model/day.js';
import { findItem } from './find-item.js';
import { readSlip } from './slip.js';
import { type WhatIf, whatIf } from './what-if.js';

const FRAME = 'calendar five { weekend saturday, sunday } portfolio K { calendar five } person Li\n';

function asked(text: string, item: string, slip: string, asOf = '2026-06-01'): WhatIf | string {
  const analysis = analysed(FRAME + text, asOf);
  const found = findItem(analysis.plan, item);
  const read = readSlip(slip);
  if (found.type !== 'found' || 'problem' in read) throw new Error(`${item} ${slip}`);
  const answer = whatIf(analysis, found.item, read);
  return 'refused' in answer ? answer.refused.en : answer;
}

/** `P.works becomes-late 2026-06-12 → 2026-06-19, 7 d: survey → works`. */
function told(answer: WhatIf | string): readonly string[] {
  if (typeof answer === 'string') return [answer];
  return answer.affected.map((each) => {
    const { effect, finish, late, chain } = each;
    const id = each.of === 'item' ? each.item.id : each.project.id;
    const days = late.after === undefined || late.after === 0 ? '' : `, ${late.after} d`;
    const why = effect === 'moved' ? '' : `: ${chain.map((step) => step.item.name.text).join(' → ')}`;
    return `${id} ${effect} ${formatDay(finish.before)} → ${formatDay(finish.after)}${days}${why}`;
  });
}

const assumed = (answer: WhatIf | string): unknown => (typeof answer === 'string' ? answer : answer.assumption);

const CHAIN = `project P {
  task survey { duration 5wd }
  task works { after survey  duration 5wd  due 2026-06-12 }
  milestone open due 2026-06-30 { after works }
}`;

describe('what if a task takes longer', () => {
  it('names what becomes late with days and chain, then what moves without missing anything', () => {
    const answer = asked(CHAIN, 'P.survey', '+5wd');
    expect(told(answer)).toEqual([
      'P.works becomes-late 2026-06-12 → 2026-06-19, 7 d: survey → works',
      'P.survey moved 2026-06-05 → 2026-06-12',
      'P.open moved 2026-06-12 → 2026-06-19',
    ]);
    expect(assumed(answer)).toEqual({
      member: 'duration',
      before: { amount: 5, unit: 'wd' },
      after: { amount: 10, unit: 'wd' },
    });
  });

  it('a day less than the slack makes nothing late, a day more does', () => {
    const spare = CHAIN.replace('due 2026-06-12', 'due 2026-06-16');
    expect(told(asked(spare, 'P.survey', '+2wd')).filter((line) => line.includes('late'))).toEqual([]);
    expect(told(asked(spare, 'P.survey', '+3wd'))[0]).toBe(
      'P.works becomes-late 2026-06-12 → 2026-06-17, 1 d: survey → works',
    );
  });

  it('counts calendar days of work in working days up to the day that they come to', () => {
    // From Friday two weeks: ten working days. From Friday two days: Sunday, so Monday.
    expect(assumed(asked(CHAIN, 'P.survey', '+2w'))).toMatchObject({ after: { amount: 15, unit: 'wd' } });
    expect(assumed(asked(CHAIN, 'P.survey', '+2d'))).toMatchObject({ after: { amount: 6, unit: 'wd' } });
    expect(assumed(asked(CHAIN, 'P.survey', '-2d'))).toMatchObject({ after: { amount: 3, unit: 'wd' } });
  });

  it('keeps the unit in which the length is stated where that says it', () => {
    const weeks = 'project P { task a { duration 2w } task b { duration 1y } task c { duration 30d } }';
    expect(assumed(asked(weeks, 'P.a', '+1w'))).toMatchObject({ after: { amount: 3, unit: 'w' } });
    expect(assumed(asked(weeks, 'P.a', '+3d'))).toMatchObject({ after: { amount: 17, unit: 'd' } });
    expect(assumed(asked(weeks, 'P.b', '+6mo'))).toMatchObject({ after: { amount: 18, unit: 'mo' } });
    // From the evening of 30 June a month is until that of 31 July.
    expect(assumed(asked(weeks, 'P.c', '+1mo'))).toMatchObject({ after: { amount: 61, unit: 'd' } });
  });

  it('one that has begun has more remaining, from the status date on', () => {
    const begun = 'project P { task a due 2026-06-09 { duration 10d started 2026-05-28 progress 50% } }';
    const answer = asked(begun, 'P.a', '+5d');
    expect(told(answer)).toEqual(['P.a becomes-late 2026-06-05 → 2026-06-10, 1 d: a']);
    expect(assumed(answer)).toEqual({
      member: 'remaining',
      before: { amount: 5, unit: 'd' },
      after: { amount: 10, unit: 'd' },
    });
  });

  it('one of which nothing is left but that is not done moves by the whole slip', () => {
    const begun = 'project P { task a { duration 10d started 2026-05-01 progress 100% } }';
    expect(told(asked(begun, 'P.a', '+5d'))).toEqual(['P.a moved 2026-06-01 → 2026-06-06']);
  });

  it('one whose dates give its length ends later', () => {
    const dated = 'project P { task a { start 2026-06-10 finish 2026-06-19 } milestone m { after a } }';
    const answer = asked(dated, 'P.a', '+1w');
    expect(told(answer)).toEqual(['P.a moved 2026-06-19 → 2026-06-26', 'P.m moved 2026-06-19 → 2026-06-26']);
    expect(assumed(answer)).toMatchObject({ member: 'finish' });
  });

  it('what has no length is on a later day', () => {
    const points = 'project P { approval permit { start 2026-06-10 } task a { after permit duration 3d } }';
    const answer = asked(points, 'P.permit', '+1w');
    expect(told(answer)).toEqual(['P.permit moved 2026-06-10 → 2026-06-17', 'P.a moved 2026-06-12 → 2026-06-19']);
    expect(assumed(answer)).toMatchObject({ member: 'start' });
  });

  it('tells what was late already and is later, and the planned completion of the project', () => {
    const late = `project P { period 2026-01 .. 2026-06-20 owner Li
      task a due 2026-06-02 { duration 10d } task b { after a duration 10d } }`;
    expect(told(asked(late, 'P.a', '+1w'))).toEqual([
      'P becomes-late 2026-06-20 → 2026-06-27, 7 d: a → b',
      'P.a later 2026-06-10 → 2026-06-17, 15 d: a',
      'P.b moved 2026-06-20 → 2026-06-27',
    ]);
  });

  it('goes on into other projects, and nobody is held to the deadlines of one that was given up', () => {
    const other = (stage: string) => `project P { task a { duration 5d } }
      project Q { ${stage} milestone m due 2026-06-06 { after P.a } }`;
    expect(told(asked(other(''), 'P.a', '+2d'))[0]).toBe('Q.m becomes-late 2026-06-05 → 2026-06-07, 1 d: a → m');
    expect(told(asked(other('stage cancelled'), 'P.a', '+2d'))).toEqual([
      'P.a moved 2026-06-05 → 2026-06-07',
      'Q.m moved 2026-06-05 → 2026-06-07',
    ]);
  });

  it('nothing waits for it, and nobody set a deadline', () => {
    expect(told(asked('project P { task a { duration 5d } }', 'P.a', '+2d'))).toEqual([
      'P.a moved 2026-06-05 → 2026-06-07',
    ]);
  });

  it('a slip that another path takes longer than leaves what waits for both where it is', () => {
    const both = `project P { task a { duration 5d } task b { duration 30d }
      milestone m due 2026-06-30 { after a, b } }`;
    expect(told(asked(both, 'P.a', '+25d'))).toEqual(['P.a moved 2026-06-05 → 2026-06-30']);
    expect(told(asked(both, 'P.a', '+26d'))[0]).toBe('P.m becomes-late 2026-06-30 → 2026-07-01, 1 d: a → m');
  });

  it('says where the longer plan is also what progress is measured against', () => {
    const behind = `policy judge { light work { red when progress-behind > 30% yellow when progress-behind > 0% } }
      project P { stage construction on 2026-05-01 actual-start 2026-05-01
        task a { start 2026-05-02 duration 40d } }`;
    const answer = asked(behind, 'P.a', '+80d');
    if (typeof answer === 'string') throw new Error(answer);
    expect(
      answer.projects.map(({ light, baselineMoves }) => [light.before.light, light.after.light, baselineMoves]),
    ).toEqual([['red', 'yellow', true]]);
  });
});

describe('what if a task is shortened', () => {
  it('names what is in time again', () => {
    const late = CHAIN.replace('due 2026-06-12', 'due 2026-06-10');
    expect(told(asked(late, 'P.survey', '-2wd'))).toEqual([
      'P.works in-time-again 2026-06-12 → 2026-06-10: survey → works',
      'P.survey moved 2026-06-05 → 2026-06-03',
      'P.open moved 2026-06-12 → 2026-06-10',
    ]);
  });

  it('not by more than there is', () => {
    expect(told(asked(CHAIN, 'P.survey', '-6wd'))).toEqual([
      'Of "survey" only 5wd are planned: it cannot be shortened by more',
    ]);
    const begun = 'project P { task a { duration 10d started 2026-05-28 progress 50% } }';
    expect(told(asked(begun, 'P.a', '-6d'))).toEqual(['Of "a" only 5d are left: it cannot be shortened by more']);
  });
});

describe('what if a milestone slips', () => {
  it('is late itself, and what waits for it moves', () => {
    const text = 'project P { milestone land due 2026-06-10 task a due 2026-06-20 { after land duration 10d } }';
    expect(told(asked(text, 'P.land', '+3d'))).toEqual([
      'P.land becomes-late 2026-06-10 → 2026-06-13, 3 d: land',
      'P.a becomes-late 2026-06-20 → 2026-06-23, 3 d: land → a',
    ]);
  });

  it('can be early only where nothing but its deadline says when it is', () => {
    const text =
      'project P { milestone land due 2026-06-10 task a { after land duration 10d } milestone m { after a } }';
    expect(told(asked(text, 'P.land', '-3d'))[0]).toBe('P.land moved 2026-06-10 → 2026-06-07');
    expect(told(asked(text, 'P.land', '-10d'))).toEqual(['"land" is open, so it cannot be before 2026-06-01']);
    expect(told(asked(text, 'P.m', '-3d'))).toEqual(['"m" has no length; it waits for "a", shorten that']);
  });
});

describe('no answer', () => {
  it('of what is done, of a summary, of what waits for itself', () => {
    const text = `project P { task a { duration 5d started 2026-05-20 done 2026-05-25 }
      task s { task x { duration 5d } task y { duration 7d } }
      task c { after d duration 1d } task d { after c duration 1d } }`;
    expect(asked(text, 'P.a', '+1d')).toBe('"a" is done since 2026-05-25: what has happened does not slip');
    expect(asked(text, 'P.s', '+1d')).toContain('say which of that slips, for example P.s.y, which ends last');
    expect(asked(text, 'P.c', '+1d')).toContain('has no forecast');
    // On the day before it was done it was open, and all of it was left.
    expect(told(asked(text, 'P.a', '+1d', '2026-05-24'))).toEqual(['P.a moved 2026-05-28 → 2026-05-29']);
  });

  it('of what no plan lasts', () => {
    expect(asked(CHAIN, 'P.survey', '+999y')).toMatchObject({});
    expect(asked(CHAIN, 'P.open', '+9000mo')).toMatchObject({});
    expect(asked('project P { milestone m due 9998-01-01 }', 'P.m', '+3y')).toBe('That is longer than any plan');
  });
});

describe('the item that somebody means', () => {
  const plan = analysed(
    '项目 P007 "北环路" { 任务 前期 { 审批 环评 "环境影响评价" } 节点 `2009-001` 任务 征地 "征地拆迁" }\n项目 Q { 任务 征地 }',
    '2026-06-01',
  ).plan;
  const id = (name: string): unknown => {
    const found = findItem(plan, name);
    return found.type === 'found' ? found.item.id : found.type === 'several' ? found.ids : found;
  };

  it.each([
    ['P007.征地', 'P007.征地'],
    ['P007．征地', 'P007.征地'],
    ['P007.前期.环评', 'P007.前期.环评'],
    ['前期.环评', 'P007.前期.环评'],
    ['环评', 'P007.前期.环评'],
    ['环境影响评价', 'P007.前期.环评'],
    ['“环境影响评价”', 'P007.前期.环评'],
    ['北环路.征地拆迁', 'P007.征地'],
    ['`2009-001`', 'P007.`2009-001`'],
    ['征地', ['P007.征地', 'Q.征地']],
    ['征地拆迁', 'P007.征地'],
    ['P007.环平', { type: 'none', near: undefined }],
    ['P007.征第拆迁', { type: 'none', near: 'P007.征地' }],
  ])('%s', (name, found) => {
    expect(id(name)).toEqual(found);
  });
});
