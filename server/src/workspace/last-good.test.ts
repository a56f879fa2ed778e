/** What previews show while a statement is half-typed. */
import { describe, expect, test } from 'vitest';
import { Analysis } from '../analysis/analysis.js';
import { parseIsoDay, toDay } from '../model/day.js';
import type { ItemFacts, ProjectFacts } from '../model/facts.js';
import { LastGood } from './last-good.js';
import { PlanRoot } from './plan-root.js';

const today = parseIsoDay('2026-03-31') ?? toDay(0);

/** What previews have to show after each of the texts was typed. */
function shown(...texts: readonly string[]): readonly ProjectFacts[] {
  const root = new PlanRoot({ today: () => today });
  const good = new LastGood(root);
  for (const text of texts) {
    root.set('a.plan', text);
    good.take();
  }
  return good.analysis.plan.all('project');
}

const plan = `project P1 "Bridge" {
  leader A
  investment 5M { year 2026 1M }
  milestone M1
  milestone M2
}
project P2 "Dam" {
  stage construction
}
`;

describe('what previews show', () => {
  test('is the text where all of it can be read', () => {
    expect(shown(plan, plan.replace('Bridge', 'Tunnel'))[0]?.title?.text).toBe('Tunnel');
    expect(shown(plan, plan.replace('  leader A\n', ''))[0]?.leader).toBeUndefined();
  });

  test('keeps a member while its statement is half typed', () => {
    const [project] = shown(plan, plan.replace('leader A', 'leader'));
    expect(project?.leader?.segments[0]?.text).toBe('A');
  });

  test('keeps a milestone whose name is being typed, and takes what else changed meanwhile', () => {
    const [project] = shown(plan, plan.replace('milestone M1', 'milestone').replace('Bridge', 'Tunnel'));
    expect(project?.items.map(({ name }) => name.text)).toEqual(['M1', 'M2']);
    expect(project?.title?.text).toBe('Tunnel');
  });

  test('keeps a project whose first line is broken', () => {
    const projects = shown(plan, plan.replace('project P2 "Dam" {', 'project { { ";'));
    expect(projects.map(({ name }) => name.text)).toEqual(['P1', 'P2']);
  });

  test('keeps an amount that is no amount yet', () => {
    const [project] = shown(plan, plan.replace('5M', '5Mx'));
    expect(project?.investment?.total).toBeDefined();
  });

  test('gives up what was taken out while something else is broken', () => {
    const broken = plan.replace('leader A', 'leader').replace(/project P2[\s\S]*$/, '');
    expect(shown(plan, broken).map(({ name }) => name.text)).toContain('P1');
    const elsewhere = plan.replace('stage construction', 'stage').replace('  milestone M1\n', '');
    expect(shown(plan, elsewhere)[0]?.items.map(({ name }) => name.text)).toEqual(['M2']);
  });

  test('is the text again once it is mended', () => {
    const mended = plan.replace('leader A', 'leader B');
    expect(shown(plan, plan.replace('leader A', 'leader'), mended)[0]?.leader?.segments[0]?.text).toBe('B');
  });
});

/** The names of everything that is shown, after each of the texts was typed. */
function names(projects: readonly ProjectFacts[]): readonly string[] {
  const inside = ({ name, items }: ItemFacts): string[] => [name.text, ...items.flatMap(inside)];
  return projects
    .flatMap(({ name, items, issues }) => [
      name.text,
      ...items.flatMap(inside),
      ...issues.map((issue) => issue.name.text),
    ])
    .sort();
}

describe('nothing is shown that does not stand in the text', () => {
  test('the beginnings of a name that was typed beside a broken line', () => {
    const broken = plan.replace('leader A', 'leader');
    const typed = [...'opening'].map((_, index) => 'opening'.slice(0, index + 1));
    const texts = typed.map((name) => broken.replace('milestone M2', `milestone M2\n  milestone ${name}`));
    expect(names(shown(plan, broken, ...texts))).toEqual(['M1', 'M2', 'P1', 'P2', 'opening']);
  });

  test('statements that were taken out, or put into a comment, beside a broken line', () => {
    const broken = plan.replace('milestone M1', 'milestone');
    expect(names(shown(plan, broken))).toEqual(['M1', 'M2', 'P1', 'P2']);
    expect(names(shown(plan, broken, broken.replace('  milestone\n', '')))).toEqual(['M2', 'P1', 'P2']);
    expect(names(shown(plan, broken, broken.replace('  milestone M2\n', '')))).toEqual(['M1', 'P1', 'P2']);
    expect(names(shown(plan, broken, broken.replace('milestone M2', '// milestone M2')))).toEqual(['M1', 'P1', 'P2']);
    expect(names(shown(plan, broken, broken.replace('project P2', '/* project P2')))).toEqual(['M1', 'M2', 'P1']);
  });

  test('a member that was taken out beside a broken one', () => {
    const broken = plan.replace('5M {', '5Mx {');
    expect(shown(plan, broken, broken.replace('  leader A\n', ''))[0]?.leader).toBeUndefined();
    const two = plan.replace('leader A', 'leader A\n  support B, C');
    const less = two.replace('5M {', '5Mx {').replace('B, C', 'B');
    expect(shown(two, less)[0]?.support.map(({ segments }) => segments[0]?.text)).toEqual(['B']);
  });

  test('the beginning of a keyword that was typed below a line without its name or value', () => {
    const below = (line: string, before: string, typed: string): readonly ProjectFacts[] => {
      const broken = plan.replace(before, line);
      const at = broken.indexOf(`${line}\n`) + line.length + 1;
      const texts = [...typed].map(
        (_, end) => `${broken.slice(0, at)}  ${typed.slice(0, end + 1)}\n${broken.slice(at)}`,
      );
      return shown(plan, broken, ...texts);
    };
    expect(names(below('milestone', 'milestone M1', 'task'))).toEqual(['M1', 'M2', 'P1', 'P2']);
    expect(names(below('milestone', 'milestone M1', 'task T { duration 5d }'))).toEqual(['M1', 'M2', 'P1', 'P2', 'T']);
    const [project] = below('leader', 'leader A', 'note "x"');
    expect(project?.leader?.segments[0]?.text).toBe('A');
  });

  test('what was in a project that is broken itself, and is there no longer', () => {
    const broken = plan.replace('project P1 "Bridge" {', 'project { "Bridge" {');
    expect(names(shown(plan, broken))).toEqual(['M1', 'M2', 'P1', 'P2']);
    expect(names(shown(plan, broken, broken.replace('  milestone M1\n', '')))).toEqual(['M2', 'P1', 'P2']);
  });

  test('what stands in is called after its project as that is called now, and leads to where it stands now', () => {
    const broken = plan.replace('milestone M1', 'milestone');
    const [project] = shown(plan, broken, `\n${broken.replace('P1', 'P10')}`);
    expect(project?.items.map(({ id }) => id)).toEqual(['P10.M1', 'P10.M2']);
    expect(project?.items[0]?.at.start).toBe(broken.indexOf('milestone') + 2);
  });
});

describe('what a half-typed statement costs', () => {
  const others = `project P3 "Port" {\n  milestone M1 { due 2026-01-31 }\n  milestone M2 { after P1.M1 }\n}\n`;
  const far = 'project P4 "Park" {\n  leader A\n  milestone M1 { due 2026-02-28 }\n}\n';

  function typed(text: string) {
    const root = new PlanRoot({ today: () => today });
    const good = new LastGood(root);
    root.set('a.plan', plan);
    root.set('b.plan', others);
    root.set('c.plan', far);
    const of = (name: string) => {
      const { analysis } = good;
      const project = analysis.plan.find('project', name);
      if (project === undefined) throw new Error(`there is no ${name}`);
      return { metrics: analysis.metrics(project), light: analysis.light(project) };
    };
    good.take();
    const before = { P3: of('P3'), P4: of('P4') };
    root.set('a.plan', text);
    good.take();
    return { before, of, good };
  }

  test('nothing is computed anew of projects that it does not reach', () => {
    const { before, of } = typed(plan.replace('milestone M1', 'milestone'));
    expect(of('P4').metrics).toBe(before.P4.metrics);
    expect(of('P4').light).toBe(before.P4.light);
  });

  test('what is tied to it is computed from what stands in', () => {
    const { before, of, good } = typed(plan.replace('milestone M1', 'milestone'));
    expect(of('P3').metrics).not.toBe(before.P3.metrics);
    const fresh = new Analysis(good.analysis.plan, good.analysis.options);
    for (const project of fresh.plan.all('project')) {
      expect(good.analysis.light(project)).toEqual(fresh.light(project));
      expect([...good.analysis.schedule.of(project)].map(({ finish }) => finish)).toEqual(
        [...fresh.schedule.of(project)].map(({ finish }) => finish),
      );
    }
  });
});
