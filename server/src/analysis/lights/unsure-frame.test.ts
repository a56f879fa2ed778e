/** A calendar or policy that nobody can be sure of, and a name that leads to either of two items: no light is green for them. */
import { describe, expect, it } from 'vitest';
import { onDay, projectIn } from '../../../../test/analysed.js';
import { Plan } from '../../model/plan.js';
import { readPlan } from '../../syntax/read-plan.js';
import { PlanRoot } from '../../workspace/plan-root.js';
import { Analysis } from '../analysis.js';
import { projectsOf } from '../pool.js';
import type { ProjectLight } from './judge.js';

const CALENDAR = 'calendar site { holidays CN }';
const WORK = 'task a { start 2026-09-28 duration 4wd due 2026-10-15 }';

function judged(text: string): ProjectLight {
  const day = onDay('2026-09-30');
  const analysis = new Analysis(new Plan([readPlan('plan.plan', text)]), { asOf: day, today: day });
  return analysis.light(projectIn(analysis));
}

function light(text: string): string {
  return judged(text).light;
}

const plan = (frame: string, members = WORK): string => `${frame}\nproject P { stage construction ${members} }`;

describe('a calendar that is not what was meant', () => {
  it('counted days all the same, and left the light green', () => {
    expect(light(plan(`portfolio X { calendar site } ${CALENDAR}`))).toBe('green');
    expect(light(plan('portfolio X { calendar sitte }'))).toBe('grey');
    expect(light(plan('portfolio X', `calendar sitte ${WORK}`))).toBe('grey');
    expect(light(plan('portfolio X', WORK.replace('due', 'calendar sitte due')))).toBe('grey');
    expect(light(plan(`portfolio X { calendar site } ${CALENDAR}`, `calendar sitte ${WORK}`))).toBe('grey');
  });

  it('is meant for certain where the name of another does not count', () => {
    expect(light(plan(`portfolio X { calendar sitte } ${CALENDAR}`, `calendar site ${WORK}`))).toBe('green');
    expect(light(plan(`portfolio X ${CALENDAR}`, `calendar sitte ${WORK.replace('due', 'calendar site due')}`))).toBe(
      'green',
    );
  });

  it('states something that cannot be read, or is not known', () => {
    const stating = (members: string): string =>
      light(plan(`portfolio X { calendar site } calendar site { ${members} }`));
    expect(stating('holidays CN  holiday 2026-10-08')).toBe('green');
    expect(stating('holidays CNN')).toBe('grey');
    expect(stating('holidays CN  holiday 2026-13-08')).toBe('grey');
    expect(stating('holidays CN  workday 2026-10-09 .. 2026-10-02')).toBe('grey');
    expect(stating('holidays CN  holliday 2026-10-08')).toBe('grey');
    expect(stating('weekend saturday, sonntag')).toBe('grey');
    expect(stating('holidays CN  holidays CN')).toBe('grey');
    expect(light(plan(`portfolio X { calendar site } ${CALENDAR} calendar site { weekend none }`))).toBe('grey');
  });

  it('says nothing of work in calendar days, of what is done and of what is late already', () => {
    const lost = 'portfolio X { calendar sitte }';
    expect(light(plan(lost, 'task a { start 2026-09-28 duration 4d due 2026-10-15 }'))).toBe('green');
    expect(light(plan(lost, 'task a { start 2026-09-01 duration 4wd due 2026-10-15 done 2026-09-05 }'))).toBe('green');
    expect(light(plan(lost, 'task a { start 2026-08-01 duration 4wd due 2026-08-15 }'))).toBe('red');
  });

  it('leaves in doubt what waits for such work, and what waits for days of it', () => {
    const lost = 'portfolio X { calendar sitte }';
    const next = 'milestone b due 2026-12-31 { after a }';
    expect(light(plan(lost, `task a { duration 4d }  ${next}`))).toBe('green');
    expect(light(plan(lost, `task a { duration 4wd }  ${next}`))).toBe('grey');
    expect(light(plan(lost, `task a { duration 4d }  ${next.replace('after a', 'after a + 2wd')}`))).toBe('grey');
    expect(light(plan(lost, `task a { started 2026-09-20 duration 9d remaining 3wd }  ${next}`))).toBe('grey');
  });
});

describe('a name that two items have', () => {
  const twice = 'task a { start 2026-08-03 duration 1d done 2026-08-03 }  task a { duration 30d }';

  it('led to the first of them, and left the light green', () => {
    expect(light(plan('', `${twice}  milestone b due 2026-10-05 { after a }`))).toBe('grey');
    expect(light(plan('', `task g { ${twice} }  milestone b due 2026-10-05 { after g.a }`))).toBe('grey');
    expect(
      light(
        plan(
          '',
          `task g { task a { duration 1d } }  task g { task a { duration 9d } }  milestone b due 2026-12-31 { after g.a }`,
        ),
      ),
    ).toBe('grey');
  });

  it('says nothing of what waits for another', () => {
    expect(light(plan('', `${twice}  task c { duration 3d }  milestone b due 2026-10-05 { after c }`))).toBe('green');
    expect(light(plan('', `${twice}  task g { task a { duration 1d }  milestone b due 2026-10-05 { after a } }`))).toBe(
      'green',
    );
  });
});

describe('time left that is counted back through another project', () => {
  const policy = 'policy local { light time { yellow when slack < 30d } }';
  const own = 'task a { start 2026-10-12 duration 4d }';
  const other = (length: string): string =>
    `project B { task b { duration ${length} after P.a } milestone m due 2026-12-31 { after b } }`;

  it('was enough as if what cannot be read there took no time', () => {
    expect(light(`${plan(policy, own)} ${other('4d')}`)).toBe('green');
    expect(light(`${plan(policy, own)} ${other('60d')}`)).toBe('yellow');
    expect(light(`${plan(policy, own)} ${other('60 dd')}`)).toBe('grey');
  });

  it('is known where what cannot be read there does not wait for it', () => {
    expect(light(`${plan(policy, own)} ${other('4d')} project C { task c { duration 5 dd after B.b } }`)).toBe('grey');
    expect(light(`${plan(policy, own)} ${other('4d')} project C { task c { duration 5 dd } }`)).toBe('green');
    expect(
      light(
        `${plan(policy, own)} ${other('4d')} project C { task c { duration 5 dd } task d { duration 4d after c, B.b } }`,
      ),
    ).toBe('green');
  });
});

describe('a name that two projects have', () => {
  const first = 'project A { stage construction task a { start 2026-09-28 duration 4d due 2026-10-15 } }';
  const second = first.replace('10-15', '08-15').replace('09-28', '08-10');
  const next = 'project B { stage construction milestone b due 2026-10-05 { after A.a } }';
  const lights = (...files: readonly string[]) => {
    const day = onDay('2026-09-30');
    const plan = new Plan(files.map((text, index) => readPlan(`${index}.plan`, text)));
    const analysis = new Analysis(plan, { asOf: day, today: day });
    return projectsOf(plan).map((project) => analysis.light(project));
  };

  it('left the one green that stood first, and what waited for it', () => {
    expect(lights(first, next)).toMatchObject([{ light: 'green' }, { light: 'green' }]);
    expect(lights(first, next, second)).toMatchObject([
      { light: 'grey', reason: 'name-shared' },
      { light: 'grey', reason: 'figure-missing' },
    ]);
  });

  it('leaves red what is late in the one that counts', () => {
    expect(lights(second, first)).toMatchObject([{ light: 'red', reason: 'judged' }]);
  });

  it('is in doubt for as long as there are two, over edits too', () => {
    const root = new PlanRoot({ today: () => onDay('2026-09-30') });
    const now = () => projectsOf(root.analysis.plan).map((project) => root.analysis.light(project).light);
    root.set('a.plan', first);
    root.set('b.plan', next);
    expect(now()).toEqual(['green', 'green']);
    root.set('c.plan', second);
    expect(now()).toEqual(['grey', 'grey']);
    root.set('c.plan', second.replace('A {', 'C {'));
    expect(now()).toEqual(['green', 'green', 'red']);
  });
});

describe('a policy that is not what was meant', () => {
  const lenient = 'light time { red when days-late > 60d yellow when days-late > 50d }';
  const late = 'task a { start 2026-08-03 duration 1d due 2026-09-01 }';

  it('left the light green that it would have turned', () => {
    expect(light(plan(`portfolio X { policy local } policy local { ${lenient} }`, late))).toBe('green');
    expect(judged(plan(`portfolio X { policy lokal } policy local { ${lenient} }`, late))).toMatchObject({
      light: 'grey',
      reason: 'policy-unsure',
    });
    expect(light(plan(`portfolio X { policy local } policy local { ${lenient} }`, `policy other ${late}`))).toBe(
      'grey',
    );
    expect(light(plan(`portfolio X { policy local } policy local { ${lenient} } policy local { }`, late))).toBe('grey');
  });

  it('states something that cannot be read', () => {
    const stating = (members: string): string => light(plan(`policy local { ${members} }`, late));
    expect(stating(`${lenient} warn 10d`)).toBe('green');
    expect(stating('light time { redd when days-late > 3d yellow when days-late > 50d }')).toBe('grey');
    expect(stating(`${lenient} ligth money { red when days-late > 3d }`)).toBe('grey');
    expect(stating(`${lenient} factor 90`)).toBe('grey');
    expect(stating(`${lenient} baseline nods`)).toBe('grey');
    expect(stating(`${lenient} every fortnight`)).toBe('grey');
  });

  it('still tells what is late by it', () => {
    expect(light(plan('portfolio X { policy lokal }', late))).toBe('yellow');
    expect(light(plan('policy local { light time { red when days-late > 3d } ligth money }', late))).toBe('red');
  });
});
