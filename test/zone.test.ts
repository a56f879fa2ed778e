/** The time zone that the tests run in. */
import { expect, it } from 'vitest';

it('tests run west of Greenwich, where a day read as midnight in UTC would be the day before', () => {
  expect(new Date('2026-03-31').getDate()).toBe(30);
});
