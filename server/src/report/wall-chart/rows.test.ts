/** Which rows of a wall chart are on the screen. */
import { expect, test } from 'vitest';
import { toDay } from '../../model/day.js';
import type { GanttRow } from '../document.js';
import { ancestors, parents, reachOf, unfolded, waitingFor, windowOf } from './rows.js';

const row = (id: string, depth: number): GanttRow => ({ id, depth, kind: 'task', label: id, standing: 'onTime' });
const rows = [row('P1', 0), row('前期', 1), row('环评', 2), row('能评', 2), row('竣工', 1), row('P2', 0)];

test('what is inside a folded row is not shown, what stands beside it is', () => {
  expect(unfolded(rows, new Set(['前期'])).map(({ id }) => id)).toEqual(['P1', '前期', '竣工', 'P2']);
  expect(unfolded(rows, new Set(['P1', '前期'])).map(({ id }) => id)).toEqual(['P1', 'P2']);
});

test('rows with rows below them can be folded', () => {
  expect([...parents(rows)]).toEqual(['P1', '前期']);
});

test('to show a row, those that it is inside of are unfolded, nearest first', () => {
  expect(ancestors(rows, '能评')).toEqual(['前期', 'P1']);
  expect(ancestors(rows, 'P2')).toEqual([]);
});

test('of ten thousand rows only those in the window are drawn', () => {
  const { first, end } = windowOf(10_000, 26, 26_000, 600);
  expect(end - first).toBeLessThan(50);
  expect(first).toBeLessThanOrEqual(1000);
  expect(end).toBeGreaterThanOrEqual(1000 + 600 / 26);
});

test('most steps of scrolling have nothing to draw, and none leaves a row in the window undrawn', () => {
  const drawn = new Set<string>();
  for (let top = 0; top < 2600; top += 13) {
    const { first, end } = windowOf(110, 26, top, 600);
    expect(first * 26).toBeLessThanOrEqual(top);
    expect(end).toBeGreaterThanOrEqual(Math.min(110, Math.ceil((top + 600) / 26)));
    drawn.add(`${first} ${end}`);
  }
  expect(drawn.size).toBeLessThan(200 / 6);
});

test('what a row waits for is found by the row', () => {
  const ties = [
    { from: '前期', to: '竣工', kind: 'FS' as const },
    { from: '环评', to: '竣工', kind: 'FS' as const },
    { from: '环评', to: '能评', kind: 'FS' as const },
  ];
  expect(waitingFor(ties).get('竣工')).toEqual(ties.slice(0, 2));
  expect(waitingFor(ties).get('环评')).toBeUndefined();
});

test('a screen reaches to the earliest and latest date of any row', () => {
  const early: GanttRow = { ...row('立项', 0), actual: { start: toDay(-400), end: toDay(-390) }, due: toDay(900) };
  expect(reachOf([early], { from: 0, to: 365 })).toEqual({ from: -400, to: 901 });
  expect(reachOf(rows, { from: 0, to: 365 })).toEqual({ from: 0, to: 365 });
});
