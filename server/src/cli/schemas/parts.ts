/** What the JSON outputs have in common. */
import * as z from 'zod';

export const version = z.literal(1).meta({ description: 'The version of this shape.' });
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ description: 'A day, 2026-03-31.' });
export const severity = z.enum(['error', 'warning', 'info', 'hint']);

const position = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1).meta({ description: 'In UTF-16 units.' }),
});

export const range = z
  .strictObject({ start: position, end: position })
  .meta({ description: 'Lines and columns from 1.' });

export const place = z.strictObject({
  file: z.string().meta({ description: 'Relative to the plan root, with /.' }),
  range,
});

export const statusDate = isoDay.meta({ description: 'The day as of which everything was judged.' });
