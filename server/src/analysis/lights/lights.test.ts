/** The lights of projects: by default, by policy, and of real places. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysed, onDay, projectIn } from '../../../../test/analysed.js';
import { formatDay } from '../../model/day.js';
import { Plan } from '../../model/plan.js';
import { readPlan } from '../../syntax/read-plan.js';
import { Analysis } from '../analysis.js';
import { verdictOver } from '../expressions/evaluate.js';
import { lightOfProjects, type ProjectLight } from './judge.js';

function light(text: string, asOf: string): string {
  const analysis = analysed(text, asOf);
  return analysis.light(projectIn(analysis)).light;
}

/** The light as of several days. */
function lights(text: string, ...days: readonly string[]): readonly string[] {
  return days.map((day) => light(text, day));
}

describe('lights without any policy', () => {
  const project = 'project P { milestone a due 2026-03-31 }';

  it('are yellow when late, red when over 30 days late', () => {
    expect(lights(project, '2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01')).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('are yellow when lateness is forecast', () => {
    expect(light('project P { task a { duration 10d } milestone b due 2026-04-05 { after a } }', '2026-04-01')).toBe(
      'yellow',
    );
  });

  it('are grey where there is no deadline', () => {
    expect(light('project P { milestone a }', '2026-04-01')).toBe('grey');
  });
});

describe('the light of a project that is not judged', () => {
  const late = 'milestone a due 2026-01-10';

  it('is blue when it is completed or in operation', () => {
    expect(
      lights(`project P { stage construction stage completed on 2026-03-02 ${late} }`, '2026-03-01', '2026-03-02'),
    ).toEqual(['red', 'blue']);
    expect(light(`project P { stage operation ${late} }`, '2026-03-02')).toBe('blue');
  });

  it('is grey when it is cancelled, removed or in reserve', () => {
    expect(light(`project P { stage cancelled ${late} }`, '2026-03-02')).toBe('grey');
    expect(light(`project P { stage reserve ${late} }`, '2026-03-02')).toBe('grey');
    const removed = `project P { stage construction removed 2026-03-02 ${late} }`;
    expect(lights(removed, '2026-03-01', '2026-03-02')).toEqual(['red', 'grey']);
  });

  it('says why', () => {
    const analysis = analysed(`project P { stage completed ${late} }`, '2026-03-02');
    expect(analysis.light(projectIn(analysis)).reason).toBe('completed');
  });
});

describe('the policy that holds', () => {
  const strict = 'policy strict { light a { red when days-late > 0d } }';
  const mild = 'policy mild { light a { red when days-late > 90d  yellow when days-late > 60d } }';
  const late = 'milestone a due 2026-03-01';

  it("is the project's own, else the portfolio's, else the only one", () => {
    expect(light(`${strict} project P { ${late} }`, '2026-03-10')).toBe('red');
    expect(light(`${strict} ${mild} project P { ${late} }`, '2026-03-10')).toBe('yellow'); // neither: the default
    expect(light(`${strict} ${mild} portfolio X { policy mild } project P { ${late} }`, '2026-03-10')).toBe('green');
    expect(
      light(`${strict} ${mild} portfolio X { policy mild } project P { policy strict ${late} }`, '2026-03-10'),
    ).toBe('red');
  });

  it('judges by the default where it names no light', () => {
    expect(light(`policy R { max-load 3 } project P { ${late} }`, '2026-03-10')).toBe('yellow');
  });

  it('has a light for each thing, and the worst is the project’s', () => {
    const analysis = analysed(
      `policy R { light time { yellow when days-late > 0d } light money { red when completion < 10% } light start { red when start-late > 0d } }
       project P { investment { year 2026 1亿元 } report 2026-03-09 { invested 5000万元 } ${late} }`,
      '2026-03-10',
    );
    const { light, lights } = analysis.light(projectIn(analysis));
    expect(lights.map((judged) => `${judged.name} ${judged.light}`)).toEqual([
      'time yellow',
      'money green',
      'start grey',
    ]);
    expect(light).toBe('yellow');
    expect(lights[0]?.because?.type).toBe('compare');
  });
});

describe('not reporting', () => {
  const policy = `policy R { light time { red when days-late > 30d } light money { red when completion < 10% } }`;
  const due = 'milestone a due 2026-06-30';
  const year = 'investment { year 2026 1亿元 }';

  it('is not green: the light that cannot be judged is grey, and so is the project', () => {
    expect(light(`${policy} project P { ${due} ${year} }`, '2026-03-10')).toBe('grey');
    expect(light(`${policy} project P { ${due} ${year} report 2026-03-09 { text "rain" } }`, '2026-03-10')).toBe(
      'grey',
    );
    expect(light(`${policy} project P { ${due} ${year} report 2025-12-31 { invested 1 } }`, '2026-03-10')).toBe('grey');
    expect(light(`${policy} project P { ${due} ${year} report 2026-03-11 { invested 1亿元 } }`, '2026-03-10')).toBe(
      'grey',
    );
    expect(light(`${policy} project P { ${due} ${year} report 2026-03-09 { invested 2000万元 } }`, '2026-03-10')).toBe(
      'green',
    );
  });

  it('does not hide what is worse', () => {
    expect(light(`${policy} project P { milestone a due 2026-01-30 ${year} }`, '2026-03-10')).toBe('red');
  });

  it('says which figure is missing, down to what was not stated', () => {
    const analysis = analysed(
      `policy R { light a { red when investment-behind > 50% yellow when progress-behind > 10% } light b { yellow when days-late > 0d } }
       project P { stage construction ${year} }`,
      '2026-03-10',
    );
    const { reason, lights } = analysis.light(projectIn(analysis));
    expect(reason).toBe('figure-missing');
    expect(lights.map(({ missing }) => missing.map(({ name }) => name))).toEqual([
      ['invested', 'progress', 'planned-finish'],
      ['due'],
    ]);
  });

  it('is another thing than a figure that has nothing to say any more', () => {
    const start = 'policy R { light start { red when start-late >= 3mo yellow when start-late > 0d } }';
    expect(light(`${start} project P { stage construction on 2026-02-01 actual-start 2026-02-01 }`, '2026-03-10')).toBe(
      'green',
    );
    // Whether it should have begun is not known.
    expect(light(`${start} project P { stage ready }`, '2026-03-10')).toBe('grey');
    // Nothing was to be invested in the first quarter, so nothing is behind; without a plan nobody knows.
    const money = 'policy R { light money { yellow when investment-behind > 0% } }';
    const later = 'investment { year 2026 1亿元 { Q4 1亿元 } }';
    expect(light(`${money} project P { ${later} }`, '2026-03-10')).toBe('green');
    expect(light(`${money} project P { ${later} }`, '2026-10-01')).toBe('grey');
    expect(light(`${money} project P { stage construction }`, '2026-03-10')).toBe('grey');
  });

  it('of some is not green for all of them', () => {
    const of = (colour: ProjectLight['light'], reason: ProjectLight['reason']): ProjectLight => ({
      light: colour,
      reason,
      lights: [],
    });
    const green = of('green', 'judged');
    const missing = of('grey', 'figure-missing');
    expect(lightOfProjects([green, of('blue', 'completed'), of('grey', 'reserve')])).toBe('green');
    expect(lightOfProjects([green, missing])).toBe('grey');
    expect(lightOfProjects([green, missing, of('yellow', 'judged')])).toBe('yellow');
    expect(lightOfProjects([])).toBe('grey');
  });
});

describe('elapsed time beside months', () => {
  const start = 'policy R { light start { red when start-late >= 3mo yellow when start-late > 0d } }';

  it('steps the calendar from the day that it began: three months from 31 March are over on 30 June', () => {
    const project = `${start} project P { stage ready period 2026年3月 .. 2026-12 }`;
    expect(lights(project, '2026-03-31', '2026-04-01', '2026-06-29', '2026-06-30')).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });
});

describe('escalation', () => {
  // 100 a month; by 31 May 500 were planned, by 30 June 600.
  const project = (reports: string): string => `
    policy R { every month baseline monthly light money { red when investment-behind > 50% yellow when investment-behind > 0% } escalate yellow consecutive 2 }
    project P { stage construction investment { year 2026 1200 } ${reports} }`;

  it('makes the second yellow running red', () => {
    const behind = project('report 2026-05-31 { invested 450 } report 2026-06-30 { invested 570 }');
    // Until 29 June the month that has ended last is May; before it, on 30 April, there was nothing to judge.
    expect(lights(behind, '2026-05-31', '2026-06-29', '2026-06-30', '2026-07-01')).toEqual([
      'yellow',
      'yellow',
      'red',
      'red',
    ]);
  });

  it('names the days that it was judged again for', () => {
    const analysis = analysed(
      project('report 2026-05-31 { invested 450 } report 2026-06-30 { invested 570 }'),
      '2026-07-01',
    );
    const [money] = analysis.light(projectIn(analysis)).lights;
    expect(money?.escalatedBy?.map(formatDay)).toEqual(['2026-05-31']);
  });

  it('forgives what was made up for in between', () => {
    const caughtUp = project('report 2026-05-31 { invested 500 } report 2026-06-30 { invested 590 }');
    expect(light(caughtUp, '2026-07-01')).toBe('yellow');
  });

  it('judges an earlier day by what was known then', () => {
    const late = 'report 2026-05-31 { invested 450 } report 2026-06-30 { invested 590 }';
    expect(light(project(`${late} report 2026-06-01 { invested 500 }`), '2026-07-01')).toBe('red');
    const inTime = 'report 2026-05-30 { invested 450 } report 2026-05-31 { invested 500 }';
    expect(light(project(`${inTime} report 2026-06-30 { invested 590 }`), '2026-07-01')).toBe('yellow');
  });

  it('asks for as many periods as the policy says', () => {
    const weekly = (
      n: number,
    ): string => `policy R { every week light d { yellow when days-late > 0d } escalate yellow consecutive ${n} }
      project P { milestone a due 2026-03-01 }`;
    // Yellow from Monday 2 March on. On Sunday 22 March the week has ended; the Sundays before are 15 and 8 March.
    expect(lights(weekly(3), '2026-03-02', '2026-03-15', '2026-03-21', '2026-03-22')).toEqual([
      'yellow',
      'yellow',
      'yellow',
      'red',
    ]);
    expect(lights(weekly(4), '2026-03-28', '2026-03-29')).toEqual(['yellow', 'red']);
    expect(light(weekly(1), '2026-03-02')).toBe('red');
  });
});

describe('looking back', () => {
  it('gives the same plan as of another day', () => {
    const analysis = analysed(
      'portfolio X { status-date 2026-05-01 } project P { milestone a due 2026-03-31 }',
      '2026-05-01',
    );
    const then = analysis.at(onDay('2026-04-01'));
    expect(then.light(projectIn(then)).light).toBe('yellow');
    expect(analysis.at(onDay('2026-04-01'))).toBe(then);
    expect(analysis.light(projectIn(analysis)).light).toBe('red');
  });
});

/** Plans that put projects on either side of every threshold; the expected lights are worked out beside each project. */
describe('the lights of real places', () => {
  for (const [place, file, asOf] of [
    ['Yinchuan', 'yinchuan/银川.plan', '2026-06-30'],
    ['Sanya', 'sanya/三亚.plan', '2026-06-30'],
  ] as const) {
    it(`${place} come out as worked out by hand`, () => {
      const analysis = analysed(readFileSync(`examples/policies/${file}`, 'utf8'), asOf);
      const projects = analysis.plan.all('project');
      const wanted = { 应绿: 'green', 应黄: 'yellow', 应红: 'red', 应灰: 'grey' } as const;
      for (const project of projects) {
        const tag = Object.entries(wanted).find(([name]) =>
          project.tag.some(({ segments }) => segments[0]?.text === name),
        );
        expect(`${project.name.text} ${analysis.light(project).light}`).toBe(`${project.name.text} ${tag?.[1]}`);
      }
      for (const expectation of analysis.plan.portfolio?.expects ?? []) {
        if (expectation.type !== 'condition') continue;
        expect(verdictOver(expectation.condition, projects, analysis)).toEqual({ holds: true, known: true });
      }
      expect(projects.length).toBeGreaterThan(10);
    });
  }
});

describe('a deadline that cannot be read', () => {
  const readable = (members: string, others = ''): Analysis =>
    new Analysis(new Plan([readPlan('plan.plan', `project P { stage construction ${members} }\n${others}`)]), {
      asOf: onDay('2026-03-31'),
      today: onDay('2026-03-31'),
    });
  const lightOf = (members: string): string => {
    const analysis = readable(members);
    return analysis.light(projectIn(analysis)).light;
  };

  it('left the light green by the deadlines beside it', () => {
    expect(lightOf('milestone a due 2026-02-30  milestone b due 2026-06-30')).toBe('grey');
    expect(lightOf('milestone a due\n milestone b due 2026-06-30')).toBe('grey');
    expect(lightOf('period 2026-01 .. 2026-02-30\n milestone b due 2026-06-30')).toBe('grey');
    expect(
      lightOf('milestone a due 2026-06-01 { revised 2026-04-20 from 2026-02-30 }  milestone b due 2026-06-30'),
    ).toBe('grey');
  });

  it('left it green where it is the work that cannot be read', () => {
    expect(lightOf('task a { duration\n }  milestone b due 2026-06-30 { after a }')).toBe('grey');
    expect(lightOf('task a { duration 3d }  milestone b due 2026-06-30 { after\n }')).toBe('grey');
  });

  it('left it green where what is waited for is not there', () => {
    const waits = (members: string): string =>
      lightOf(
        `task a { duration 3d }  milestone b due 2026-06-30 { ${members} }  milestone c due 2026-07-31 { after b }`,
      );
    expect(waits('after aa')).toBe('grey');
    expect(waits('after a, Q.x')).toBe('grey');
    expect(waits('after a')).toBe('green');
    expect(waits('after aa done 2026-03-30')).toBe('green');
    expect(lightOf('task a { started 2026-03-01 duration 40d after aa due 2026-06-30 }')).toBe('green');
  });

  it('left green what waits for it in another project', () => {
    const waits = (members: string, after = 'after P.a'): string => {
      const other = `project Q { stage construction  milestone m due 2026-12-31 { ${after} } }`;
      const analysis = readable(members, other);
      const [, project] = analysis.plan.all('project');
      return project === undefined ? 'none' : analysis.light(project).light;
    };
    expect(waits('task a { duration 3d }')).toBe('green');
    expect(waits('task a { duration 3x }')).toBe('grey');
    expect(waits('task a { duration 3d after b }  task b { duration 3x }')).toBe('grey');
    expect(waits('task a { task b { duration 3x } }')).toBe('grey');
    expect(waits('task a { after R.x  task b { duration 3d } }')).toBe('grey');
    expect(waits('task a { duration 3d done 2026-02-30 }')).toBe('grey');
    expect(waits('task a { duration 30d started 2026-03-01 suspended 2026-03-10 .. 2026-02-30 }')).toBe('grey');
    expect(waits('task a { duration 3x done 2026-03-30 }')).toBe('green');
    // What has begun no longer waits for its start, and says no more when it could begin.
    expect(waits('task a { duration 3d started 2026-03-30 after b }  task b { duration 3x }')).toBe('green');
    expect(waits('task a { duration 3x started 2026-03-30 }', 'after P.a SS')).toBe('green');
    expect(waits('task a { duration 3x started 2026-03-30 }', 'after P.a FF')).toBe('grey');
  });

  it('left green begun work whose finish waits for what is not there', () => {
    const begun = (members: string, more = ''): string =>
      lightOf(`${more} task a { started 2026-03-01 duration 40d due 2026-06-30 ${members} }`);
    const circle = 'task y { after z duration 3d }  task z { after y duration 3d }';
    expect(begun('after zz FS')).toBe('green');
    expect(begun('after zz SS')).toBe('green');
    expect(begun('after zz FF')).toBe('grey');
    expect(begun('after zz SF')).toBe('grey');
    expect(begun('after Q.z FF')).toBe('grey');
    expect(begun('after z FF', 'task z { duration 3x }')).toBe('grey');
    expect(begun('after z SF', 'task z { start 2026-13 duration 3d }')).toBe('grey');
    expect(begun('after z FF', circle)).toBe('grey');
    const part = 'task b { started 2026-03-01 duration 40d due 2026-06-30 }';
    expect(lightOf(`task g { after zz FS ${part} }`)).toBe('green');
    expect(lightOf(`task g { after zz FF ${part} }`)).toBe('grey');
    expect(lightOf(`task g { after zz SF task h { ${part} } }`)).toBe('grey');
  });

  it('left green what waits for a start that cannot be read, though it has begun or is done', () => {
    const waits = 'task b { duration 4d due 2026-06-30 after z SS +30d }';
    expect(lightOf(`task z { started 2026-03 done 2026-03-30 }  ${waits}`)).toBe('grey');
    expect(lightOf(`task z { started 2026-03 progress 10% duration 9d }  ${waits}`)).toBe('grey');
    expect(lightOf(`task z { started 2026-03-01 done 2026-03-30 }  ${waits}`)).toBe('green');
  });

  it('left it green where another statement by the same keyword can be read', () => {
    const work = (members: string): string => lightOf(`task b { duration 3d }  task a { duration 10d ${members} }`);
    const due = 'due 2026-06-30';
    expect(work(`${due} suspended 2026-04-05 .. 2026-04-06 suspended 2026-04-10 .. 2026-02-30`)).toBe('grey');
    expect(work(`${due} suspended 2026-04-05 .. 2026-04-06 suspended 2026-04-10 .. 2026-04-01`)).toBe('grey');
    expect(work(`after b FS +3x ${due}`)).toBe('grey');
    expect(work(`after b ${due}`)).toBe('green');
    expect(lightOf(`task a { start 2026-04-01 finish 2026-13 ${due} }`)).toBe('grey');
    expect(lightOf(`task a { started 2026-03-01 duration 99d progress 50% on 2026-03-20 progress 5 ${due} }`)).toBe(
      'grey',
    );
  });

  it('left the light of progress green by the shares of the other items', () => {
    const progressOf = (members: string): string => {
      const policy = 'policy R { light p { yellow when progress-behind > 10% } }';
      const analysis = readable(members, policy);
      return analysis.light(projectIn(analysis)).light;
    };
    const done = 'task a { start 2026-01-01 duration 10d started 2026-01-01 done 2026-01-10 }';
    const behind = (length: string): string =>
      `${done} task b { start 2026-01-11 ${length} started 2026-01-11 progress 0% }`;
    expect(progressOf(behind('duration 80d'))).toBe('yellow');
    expect(progressOf(behind('duration 80x'))).toBe('grey');
    expect(progressOf(behind('duration 80d weight 900%'))).toBe('grey');
    expect(progressOf(behind('duration 80d').replace('start 2026-01-11', 'start 2026-13'))).toBe('grey');
    expect(progressOf(behind('duration 80d after zz'))).toBe('yellow');
    expect(progressOf(behind('duration 80d').replace('started 2026-01-11 progress 0%', 'after zz'))).toBe('grey');
    // What is reported of the whole needs no shares; what was planned by now does.
    expect(progressOf(`${behind('duration 80x')} report 2026-03-31 { progress 90% }`)).toBe('grey');
  });

  it('left other projects green where it is a half-typed wait', () => {
    const waits = (members: string): string => {
      const analysis = readable(
        `task b { duration 3d }  task a { duration 3d ${members} }`,
        'project Q { stage construction  milestone m due 2026-12-31 { after P.a } }',
      );
      const [, project] = analysis.plan.all('project');
      return project === undefined ? 'none' : analysis.light(project).light;
    };
    expect(waits('after b')).toBe('green');
    expect(waits('after b FS +\n')).toBe('grey');
    expect(waits('after b FS + }\n task c { duration 3d')).toBe('grey');
    expect(waits('after b. }\n task c { duration 3d')).toBe('grey');
  });

  it('was taken for a whole year where only the year was typed yet', () => {
    expect(lightOf('milestone a due 2026-\n milestone b due 2026-06-30')).toBe('grey');
    expect(lightOf('milestone a due 2026-04-\n milestone b due 2026-06-30')).toBe('grey');
    expect(lightOf('milestone a due 2026-04\n milestone b due 2026-06-30')).toBe('green');
  });

  it('does not hide what is late, and is nothing where the item is done', () => {
    expect(lightOf('milestone a due 2026-02-30  milestone b due 2026-03-30')).toBe('yellow');
    expect(lightOf('milestone a due 2026-02-30 done 2026-03-01  milestone b due 2026-06-30')).toBe('green');
  });

  it('leaves the light without the forecast that would have been its day', () => {
    const analysis = readable('milestone a due 2026-02-30  milestone b due 2026-06-30');
    const { lights } = analysis.light(projectIn(analysis));
    expect(lights.flatMap(({ missing }) => missing.map(({ name }) => name))).toEqual(['forecast']);
  });
});

describe('a project of which something does not count', () => {
  const judged = (members: string) => {
    const plan = new Plan([
      readPlan('plan.plan', `project P { stage construction\n milestone b due 2026-06-30\n${members}\n}`),
    ]);
    const analysis = new Analysis(plan, { asOf: onDay('2026-03-31'), today: onDay('2026-03-31') });
    return analysis.light(projectIn(analysis));
  };

  it('was green though the deadline that has passed stands behind a mistyped word', () => {
    expect(judged('').light).toBe('green');
    expect(judged('milestne a due 2026-02-28').light).toBe('grey');
    expect(judged('milestone a du 2026-02-28').light).toBe('grey');
    expect(judged('milestone a, due 2026-02-28').light).toBe('grey');
    expect(judged('milestone a due 2026-04-30 due 2026-02-28').light).toBe('grey');
  });

  it('was green by one side of a merge conflict', () => {
    const conflict = (one: string, other: string): string => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> theirs`;
    expect(judged(conflict('milestone a due 2026-04-30', 'milestone a due 2026-02-28')).light).toBe('grey');
  });

  it('is as late as what counts says, and says why it is grey', () => {
    expect(judged('milestne a due 2026-02-28\n milestone c due 2026-03-30').light).toBe('yellow');
    expect(judged('milestne a due 2026-02-28').reason).toBe('partly-read');
    expect(lightOfProjects([judged(''), judged('milestne a')])).toBe('grey');
  });
});
