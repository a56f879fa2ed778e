/** Formatted once is formatted: also where nothing but signs stands in a line, which is spelled anew two signs at a time. */
import { expect, it } from 'vitest';
import { formatPlan } from './format.js';

it.each(['=======', '==== ====', '> =======', 'leader A == == B'])('%s', (line) => {
  const once = formatPlan(`project P1 {\n  leader A\n${line}\n  unit B\n}\n`);
  expect(formatPlan(once)).toBe(once);
});
