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
