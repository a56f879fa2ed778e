/** The plans that README shows, as somebody pastes them into a file of their own. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PlanRoot } from '../server/src/workspace/plan-root.js';
import { onDay } from './analysed.js';

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  const plans = [...text.matchAll(/```plan\n(.*?)```/gs)].map(([, plan = '']) => plan);

  test.each(plans)('%s', (plan) => {
    const root = new PlanRoot({ today: () => onDay('2026-03-31'), fileExists: () => false });
    root.set('a.plan', plan);
    root.settle();
    expect(root.findings('a.plan').map(({ code }) => code)).toEqual([]);
  });

  test('shows one', () => {
    expect(plans).toHaveLength(1);
  });
});
