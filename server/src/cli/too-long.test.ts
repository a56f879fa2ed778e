/** A file that is too long costs itself: it is told, and nothing is judged or summed up without it. */
import { expect, test } from 'vitest';
import { LONGEST_TEXT } from '../model/text-length.js';
import { folderWith } from './testing/test-folder.js';

const long = 'person LiSi\n'.padEnd(LONGEST_TEXT + 1);

test('check says that it is too long, and not that names in it are unknown', async () => {
  const folder = folderWith({ 'a.plan': long, 'b.plan': 'project P1 { leader LiSi }\n' });
  const { code, stdout } = await folder.call('check', '--format', 'concise');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^a\.plan:1:1: error file\/too-long The file has more than 8 million characters/);
  expect(stdout).not.toContain('name/unknown');
});

test('nothing is summed up without it', async () => {
  const folder = folderWith({ 'a.plan': long, 'b.plan': 'project P1 { total 5M }\n' });
  const { code, stdout, stderr } = await folder.call('summary', 'dashboard');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain("'a.plan' has more than 8 million characters and is not read");
});

test('it is read again once it is shorter', async () => {
  const folder = folderWith({ 'a.plan': long });
  folder.write('a.plan', 'project P1\n');
  expect((await folder.call('check', '--format', 'concise')).stdout).not.toContain('file/too-long');
});
