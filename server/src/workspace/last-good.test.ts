/** What previews show while a statement is half-typed. */
import { describe, expect, test } from 'vitest';
import { parseIsoDay, toDay } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
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
