/** A plan root over edits: what it keeps says what a root that reads everything anew would say. */
import { expect, test } from 'vitest';
import { onDay } from '../../../test/analysed.js';
import { PlanRoot } from './plan-root.js';

function rootOf(files: { readonly [file: string]: string }): PlanRoot {
  const root = new PlanRoot({ today: () => onDay('2026-03-31') });
  for (const [file, text] of Object.entries(files)) root.set(file, text);
  root.settle();
  return root;
}

test.each([
  ['the policy that requires a member', 'member/missing', 'portfolio P { policy Q }\npolicy Q { require fund }\n'],
  ['what has a name of another kind', 'name/wrong-kind', 'person Li\n'],
  ['the first of two of one name', 'name/duplicate', 'project A { }\n'],
])('a line typed above %s moves the place where other files point at it', (_, code, pointedAt) => {
  const project = 'project A { stage construction unit Li }\n';
  const root = rootOf({ 'a.plan': pointedAt, 'b.plan': project });
  root.set('a.plan', `// a line\n${pointedAt}`);
  const changed = root.settle();
  const [diagnostic] = root.diagnostics('b.plan', 'en').filter((each) => each.code === code);
  const anew = rootOf({ 'a.plan': `// a line\n${pointedAt}`, 'b.plan': project });
  expect(diagnostic?.related).not.toEqual([]);
  expect(diagnostic).toEqual(anew.diagnostics('b.plan', 'en').find((each) => each.code === code));
  expect(changed).toContain('b.plan');
});

test('what other files do not point at moves without a word to them', () => {
  const root = rootOf({ 'a.plan': 'person Li\n', 'b.plan': 'project A { owner Li }\n' });
  root.set('a.plan', '// a line\nperson Li\n');
  expect(root.settle()).not.toContain('b.plan');
});

test('an issue that an inspection adds, solves or forgets in another file changes figures and light of its project', () => {
  const plan = 'policy Q { light Issues { red when issues > 0 } }\nproject A { stage construction }\n';
  const found = (members: string): string => `inspection I { date 2026-03-01 ${members} }\n`;
  const root = rootOf({ 'a.plan': plan, 'b.plan': found('') });
  const light = (): string => {
    const [project] = root.analysis.plan.all('project');
    return project === undefined ? '' : root.analysis.light(project).light;
  };
  expect(light()).toBe('green');
  root.set('b.plan', found('issue X { about A }'));
  expect(light()).toBe('red');
  root.set('b.plan', found('issue X { about A  resolved 2026-03-10 }'));
  expect(light()).toBe('green');
  root.set('b.plan', found('issue X { about A }'));
  expect(light()).toBe('red');
  root.delete('b.plan');
  expect(light()).toBe('green');
});

test('rules over the whole plan leave others their turn between one project and the next', () => {
  const project = (number: number): string =>
    `project P${number} { fund 30  task A { duration 20wd  start 2026-04-01 } milestone B due 2026-05-01 { after A } }\n`;
  const text = Array.from({ length: 300 }, (_, number) => project(number)).join('');
  const root = new PlanRoot({ today: () => onDay('2026-03-31') });
  root.set('a.plan', `person Unused\n${text}`);
  const settling = root.settling();
  let steps = 0;
  while (settling.next().done !== true) steps++;
  // One for each project where it is judged by itself, and one where amounts are compared.
  expect(steps).toBeGreaterThan(600);
  expect(root.findings('a.plan').map(({ code }) => code)).toContain('name/unused');
});

test('after each edit of the frame schedules, lights and findings are those of a root that reads everything anew', () => {
  const projects = `project A { stage construction calendar work
  task T { start 2026-12-01 duration 40wd calendar site }
  milestone M due 2027-02-26 { after T FS +5wd }
}
project B { stage construction task T { start 2026-03-02 duration 30wd } milestone M due 2026-05-08 { after T } }\n`;
  const portfolio = 'portfolio F { status-date 2026-11-30 calendar work policy Q }\n';
  const work = 'calendar work { holidays CN }\n';
  const site = 'calendar site { weekend sunday }\n';
  const policy = 'policy Q { red when slack < 0d }\n';
  const frames = [
    portfolio + work + site + policy,
    `// a line\n${portfolio}${work}${site}${policy}`,
    `${site}${policy}${portfolio}person Li\n${work}`,
    portfolio + work.replace('}', 'holiday 2026-12-07..2026-12-11 }') + site + policy,
    portfolio + work + work + site + policy,
    portfolio + work.replace('work', 'works') + site + policy,
    portfolio.replace('11-30', '03-31') + work + site + policy,
    portfolio + work + site + policy,
    portfolio + site + policy,
    portfolio + work + site.replace('sunday', 'sundae') + policy,
    portfolio + work + site + policy.replace('red', 'yellow'),
  ];
  const said = (root: PlanRoot) => ({
    diagnostics: root.files.map((file) => root.diagnostics(file, 'en')),
    items: [...root.analysis.schedule.items()].map(({ id, finish, planFinish, mustStart, slack }) =>
      [id, finish, planFinish, mustStart, slack].join(' '),
    ),
    lights: root.analysis.plan.all('project').map((project) => root.analysis.light(project).light),
  });
  const root = rootOf({ 'b.plan': projects });
  const all = frames.map((frame) => {
    root.set('a.plan', frame);
    root.settle();
    const fresh = rootOf({ 'a.plan': frame, 'b.plan': projects });
    expect({ frame, ...said(root) }).toEqual({ frame, ...said(fresh) });
    return JSON.stringify(said(root));
  });
  expect(new Set(all).size).toBeGreaterThan(7);
  expect(all[0]).toContain('calendar/no-data');
});
