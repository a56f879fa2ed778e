/** Physical progress, reported and planned. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { toTrimmedString } from '../../model/rational.js';

function progress(members: string, asOf: string): { actual: string; planned: string; behind: string } {
  const analysis = analysed(`project P { ${members} }`, asOf);
  const metrics = analysis.metrics(projectIn(analysis));
  const said = (value: typeof metrics.progress): string =>
    value === undefined ? 'unknown' : toTrimmedString(value, 2);
  return {
    actual: said(metrics.progress),
    planned: said(metrics.plannedProgress),
    behind: said(metrics.progressBehind),
  };
}

describe('progress', () => {
  it('is what was reported last', () => {
    const reports =
      'report 2026-03-31 { progress 20% } report 2026-04-30 { progress 30% } report 2026-05-07 { text "rain" }';
    expect(progress(reports, '2026-05-10').actual).toBe('30');
    expect(progress(reports, '2026-04-29').actual).toBe('20');
    expect(progress(reports, '2026-03-30').actual).toBe('unknown');
  });

  it('is the weighted sum of the items where nothing was reported', () => {
    // 40 % done, 60 % of which 32 %: 40 + 19.2. Planned: 40 + 60 × 51 of 100 days.
    const items = `task A { weight 40% start 2026-03-02 finish 2026-05-10 done 2026-05-10 }
      task B { weight 60% start 2026-05-11 finish 2026-08-18 started 2026-05-11 progress 32% }`;
    expect(progress(items, '2026-06-30')).toEqual({ actual: '59.2', planned: '70.6', behind: '11.4' });
  });

  it('weighs by planned length where no weights are stated', () => {
    // 30 and 70 days: 100 % of 30, 10 % of 70. The milestone has no length.
    const items = `task A { start 2026-01-01 duration 30d started 2026-01-01 done 2026-01-25 }
      task B { after A duration 70d started 2026-01-26 progress 10% }
      milestone C due 2026-06-30 { after B }`;
    expect(progress(items, '2026-02-01').actual).toBe('37');
  });

  it('gives what the stated weights leave to the other items, by their length', () => {
    // 50 stated, 50 left for 10 and 40 days: 10 and 40. Done: the first and the ten days.
    const items = `task A { weight 50% duration 5d started 2026-01-01 done 2026-01-05 }
      task B { duration 10d started 2026-01-01 done 2026-01-10 } task C { duration 40d }`;
    expect(progress(items, '2026-02-01').actual).toBe('60');
  });

  it("shares a summary's weight out below it", () => {
    // 80 % over 10 and 30 days: 20 and 60. Done: 20 of 80, and the 20 of B.
    const items = `task A { weight 80% task A1 { duration 10d done 2026-01-10 } task A2 { duration 30d } }
      task B { weight 20% duration 9d done 2026-01-09 }`;
    expect(progress(items, '2026-02-01').actual).toBe('40');
  });

  it('counts milestones alike where nothing has a length', () => {
    expect(
      progress('milestone A done 2026-01-10 milestone B due 2026-03-01 milestone C due 2026-05-01', '2026-03-02')
        .actual,
    ).toBe('33.33');
  });

  it('does not know yet what happened after the status date', () => {
    const items = 'task A { start 2026-01-01 duration 10d started 2026-01-05 done 2026-01-20 progress 50% }';
    expect(progress(items, '2026-01-04').actual).toBe('0');
    expect(progress(items, '2026-01-10').actual).toBe('50');
    expect(progress(items, '2026-01-20').actual).toBe('100');
  });
});

describe('planned progress', () => {
  it('is the position in the period where there are no items', () => {
    // 1 March to 8 June are 100 days; 20 have passed with 20 March.
    const period = 'period 2026-03 .. 2026-06-08 report 2026-03-15 { progress 5% }';
    expect(progress(period, '2026-03-20')).toEqual({ actual: '5', planned: '20', behind: '15' });
    expect(progress(period, '2026-02-28').planned).toBe('0');
    expect(progress(period, '2026-06-07').planned).toBe('99');
    expect(progress(period, '2026-06-08').planned).toBe('100');
  });

  it('counts the status date: what is planned for that day is planned by then', () => {
    const items = 'milestone A due 2026-03-10 { weight 100% }';
    expect(progress(items, '2026-03-09').planned).toBe('0');
    expect(progress(items, '2026-03-10').planned).toBe('100');
  });

  it('is the position in the period where there are only milestones, which say nothing of how much they are', () => {
    const milestones = 'milestone A due 2026-01-02 milestone B due 2026-01-09';
    expect(progress(`period 2026-01-01 .. 2026-01-10 ${milestones}`, '2026-01-05').planned).toBe('50');
    expect(progress(milestones, '2026-01-05').planned).toBe('unknown');
  });

  it('goes by the plan, whatever happened since', () => {
    // Planned 1–10 January and, behind it, 11–20 January; with 15 January five of the latter's ten days have passed.
    const items = `task A { start 2026-01-01 duration 10d started 2026-01-08 }
      task B { after A duration 10d }`;
    expect(progress(items, '2026-01-15')).toEqual({ actual: '0', planned: '75', behind: '75' });
  });

  it('is not behind for an item that nothing dates', () => {
    const items = `task A { start 2026-01-01 finish 2026-01-10 weight 50% done 2026-01-10 }
      approval B { weight 50% }`;
    expect(progress(items, '2026-02-01')).toEqual({ actual: '50', planned: '50', behind: '0' });
  });

  it('is the position in the period where no item is dated', () => {
    expect(progress('period 2026-01-01 .. 2026-01-10 milestone A', '2026-01-05').planned).toBe('50');
  });

  it('is never behind by less than nothing', () => {
    expect(progress('period 2026-01-01 .. 2026-05-01 report 2026-01-10 { progress 60% }', '2026-02-01').behind).toBe(
      '0',
    );
  });
});
