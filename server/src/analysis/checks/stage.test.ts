/** The rules about stages and the project pool. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

const project = (members: string): string => `project P1 {\n  ${members}\n}\n`;

describe('stage/order', () => {
  it('goes by the days, not by the order of the text', () => {
    const plan = project('stage construction on 2025-05-01\n  stage preparation on 2025-02-01');
    expect(found('stage/order', plan, '2026-03-31')).toEqual([]);
  });

  it('a stop is no step back, nor is what comes after it', () => {
    const stopped = 'stage construction on 2025-05-01\n  stage suspended on 2025-07-01';
    expect(found('stage/order', project(`${stopped}\n  stage construction on 2025-09-01`), '2026-03-31')).toEqual([]);
    expect(found('stage/order', project(`${stopped}\n  stage ready on 2025-09-01`), '2026-03-31')).toMatchObject([
      { text: 'stage ready on 2025-09-01', data: { stage: 'ready', before: 'construction', day: '2025-09-01' } },
    ]);
    expect(found('stage/order', project(`${stopped}\n  stage ready on 2025-09-01`), '2025-08-31')).toEqual([]);
  });

  it('what was given up may begin anew', () => {
    const plan = project(
      'stage construction on 2025-01-01\n  stage cancelled on 2025-05-01\n  stage reserve on 2026-01-01',
    );
    expect(found('stage/order', plan, '2026-03-31')).toEqual([]);
  });
});

describe('stage/contradiction', () => {
  it('a stage whose date cannot be read makes the stage unknown, not the one before it', () => {
    const plan = project('stage construction\n  actual-start 2025-01-10\n  stage completed on 2026-02-30');
    expect(codesIn(plan, '2026-03-31')).toEqual(['value/date']);
  });

  it('an actual that is later than the status date is not there yet', () => {
    const plan = project('stage construction on 2026-03-01\n  actual-start 2026-03-10');
    expect(found('stage/contradiction', plan, '2026-02-28')).toEqual([]);
    expect(found('stage/contradiction', plan, '2026-03-09')).toMatchObject([
      { text: 'stage construction on 2026-03-01', data: { stage: 'construction', member: 'actual-start' } },
    ]);
    expect(found('stage/contradiction', plan, '2026-03-10')).toEqual([]);
  });

  it('of an actual that is stated, but later, it was said that there is none', () => {
    const [start] = found(
      'stage/contradiction',
      project('stage construction on 2026-03-01\n  actual-start 2026-03-10'),
      '2026-03-09',
    );
    expect(start).toMatchObject({ data: { later: '2026-03-10' }, related: ['2026-03-10'] });
    const completed = project('stage completed on 2026-03-01\n  actual-finish 2026-03-10');
    expect(found('stage/contradiction', completed, '2026-03-09')).toMatchObject([{ data: { later: '2026-03-10' } }]);
    expect(found('stage/contradiction', completed, '2026-03-10')).toEqual([]);
    const reserve = project('stage reserve\n  actual-start 2026-03-10');
    expect(['2026-03-09', '2026-03-10'].map((day) => found('stage/contradiction', reserve, day).length)).toEqual([
      0, 1,
    ]);
  });

  it('completed needs its finish, reserve has no start', () => {
    expect(
      found('stage/contradiction', project('stage completed\n  actual-start 2025-01-01'), '2026-03-31'),
    ).toMatchObject([{ data: { member: 'actual-finish' } }]);
    expect(
      found('stage/contradiction', project('stage reserve\n  actual-start 2025-01-01'), '2026-03-31'),
    ).toMatchObject([{ data: { stage: 'reserve', day: '2025-01-01' }, related: ['2025-01-01'] }]);
  });

  it('a start that cannot be read is not missing', () => {
    expect(
      found('stage/contradiction', project('stage construction\n  actual-start 2026-02-30'), '2026-03-31'),
    ).toEqual([]);
  });
});

describe('pool/contradiction', () => {
  it('takes the place of a completed project only', () => {
    const plan = (old: string): string => `project Old { ${old} }\nproject New { replaces Old }\n`;
    expect(found('pool/contradiction', plan('stage construction'), '2026-03-31')).toMatchObject([
      { text: 'Old', element: 'New', data: { problem: 'replaced', project: 'Old' } },
    ]);
    expect(found('pool/contradiction', plan('stage completed on 2026-03-31'), '2026-03-30')).toHaveLength(1);
    expect(found('pool/contradiction', plan('stage completed on 2026-03-31'), '2026-03-31')).toEqual([]);
  });

  it('is not active after it was removed', () => {
    const plan = project('removed 2026-02-01\n  stage ready on 2026-03-01');
    expect(found('pool/contradiction', plan, '2026-02-28')).toEqual([]);
    expect(found('pool/contradiction', plan, '2026-03-01')).toMatchObject([{ data: { problem: 'active' } }]);
    expect(found('pool/contradiction', plan.replace('2026-03-01', '2026-01-01'), '2026-03-01')).toEqual([]);
  });
});
