/** A wall chart of very many rows as an outline, and sheaves of rows that follow. */
import { expect, test } from 'vitest';
import type { GanttRow } from '../document.js';
import { outlinedRows, outlineOf, sheafPlaces, sheavesAt } from './outline.js';

const row = (id: string, depth: number, kind: GanttRow['kind'] = 'task'): GanttRow => ({
  id,
  depth,
  kind,
  label: id,
  standing: 'onTime',
});

const named = (rows: readonly GanttRow[]) =>
  rows.map(({ id, depth, kind }) => (kind === 'project' ? { id, depth, kind } : { id, depth }));

test('an outline names every row, with how deep it is and whether it is a project', () => {
  const rows = [
    row('group:交通', 0, 'summary'),
    row('P1', 1, 'project'),
    row('P1.前期', 2, 'summary'),
    row('P1.前期.环评', 3),
    row('P1.竣工', 2, 'milestone'),
    // Begins as the one before, but is another project.
    row('P10', 1, 'project'),
    row('P10.竣工', 2),
    row('`a.b`', 1, 'project'),
    row('`a.b`.竣工', 2),
    row('P2', 1, 'project'),
    row('P2.子', 1, 'project'),
    row('P2.子.竣工', 2),
    row('P2.竣工', 2),
  ];
  expect(outlinedRows(outlineOf(rows))).toEqual(named(rows));
});

test('what is named is not said again of each row', () => {
  const rows = [row('P00001', 0, 'project'), row('P00001.征地', 1), row('P00001.竣工', 1)];
  expect(outlineOf(rows)).toEqual([{ id: 'P00001', depth: 0, project: true, below: ['征地', '竣工'] }]);
});

const many = Array.from({ length: 300 }, (_, p) => [
  row(`P${p}`, 0, 'project'),
  ...Array.from({ length: 6 }, (_, i) => row(`P${p}.${i}`, 1)),
]).flat();

test('rows fall into sheaves of some hundred each', () => {
  const places = sheafPlaces(many, 'c');
  expect(places[0]).toEqual(['rows:c:P0', 0]);
  for (const [i, [, at]] of places.entries()) {
    expect((places[i + 1]?.[1] ?? many.length) - at).toBeLessThanOrEqual(400);
  }
  expect(places.length).toBeLessThan(many.length / 100);
});

test('a project taken out at the top leaves the sheaves behind it as they were', () => {
  const before = sheafPlaces(many, 'c').map(([key]) => key);
  const after = new Set(sheafPlaces(many.slice(7), 'c').map(([key]) => key));
  expect(before.filter((key) => !after.has(key)).length).toBeLessThanOrEqual(2);
});

test('a single project of thousands of items falls into sheaves too', () => {
  const one = [row('P', 0, 'project'), ...Array.from({ length: 3000 }, (_, i) => row(`P.${i}`, 1))];
  expect(sheafPlaces(one, 'c').length).toBeGreaterThan(6);
});

test('the sheaf of a row is found by its place', () => {
  const places = sheafPlaces(many, 'c');
  const [second, third] = [places[1], places[2]];
  if (second === undefined || third === undefined) throw new Error('too few sheaves');
  expect(sheavesAt(places, [second[1] - 1, second[1], third[1] - 1])).toEqual(['rows:c:P0', second[0]]);
  expect(sheavesAt(places, [many.length - 1])).toEqual([places.at(-1)?.[0]]);
  expect(sheavesAt([], [3])).toEqual([]);
});
