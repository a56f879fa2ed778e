/** A rule that is switched off, silenced or made light of takes nothing else with it. */
import { expect, test } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const FIGURES = 'portfolio City { status-date 2026-03-31  expect count(category in Roads) = 3 }\ncategory Roads\n';
const UNKNOWN = 'project A { category Raods }\nproject B { category Roads }\n';
const NO_DAY = 'project A {\n  milestone M due 2026-02-30\n}\n';

async function codes(rules: { readonly [rule: string]: string }, plan: string): Promise<readonly string[]> {
  const files = folderWith({ 'planwright.json': JSON.stringify({ rules }), 'a.plan': plan });
  const { stdout } = await files.call('check', '--format', 'concise');
  return [...stdout.matchAll(/\b(?:error|warning|info|hint) (\w+\/[\w-]+)/g)].map(([, code = '']) => code);
}

test.each(['off', 'hint', 'warning'])(
  'a published figure was not compared where name/unknown was set to %s',
  async (weight) => {
    expect(await codes({}, FIGURES + UNKNOWN)).not.toContain('expect/failed');
    expect(await codes({ 'name/unknown': weight }, FIGURES + UNKNOWN)).toContain('expect/failed');
  },
);

test('nor where the unknown name was silenced at its place', async () => {
  const plan = `${FIGURES}// planwright-ignore name/unknown: told to the office\n${UNKNOWN}`;
  expect(await codes({}, plan)).toEqual(['expect/failed']);
});

test('nor where a value was wrong that nobody was told of, or a file that could not be read', async () => {
  expect(await codes({}, FIGURES + NO_DAY)).toEqual(['value/date']);
  expect(await codes({ 'value/date': 'off' }, FIGURES + NO_DAY)).toContain('expect/failed');
  expect(await codes({ 'value/*': 'info' }, FIGURES + NO_DAY)).toEqual(['expect/failed', 'value/date']);
  expect(await codes({ 'syntax/unexpected': 'off' }, `${FIGURES}project A { leader }\n`)).toContain('expect/failed');
});

test('nor where it means nothing and the rules of expressions are off', async () => {
  const plan = 'portfolio City { status-date 2026-03-31  expect coutn() = 3 }\n';
  expect(await codes({}, plan)).toEqual(['expression/unknown-field']);
  expect(await codes({ 'expression/*': 'off' }, plan)).toEqual(['expect/failed']);
});

test('a project without a leader was not told where the policy requires one and member/missing was off', async () => {
  const plan = 'portfolio City { status-date 2026-03-31 }\npolicy P { require leader }\nproject A { stage ready }\n';
  expect(await codes({}, plan)).not.toContain('accountability/no-leader');
  expect(await codes({ 'member/missing': 'off' }, plan)).toContain('accountability/no-leader');
});

test('a date that breaks off is told by the parser where value/date is off', async () => {
  const plan = 'project A {\n  actual-start 2025-12-\n}\n';
  expect(await codes({}, plan)).toEqual(['value/date']);
  expect(await codes({ 'value/date': 'off' }, plan)).toContain('syntax/unexpected');
});
