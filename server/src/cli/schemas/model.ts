/** The shape of `export json`: the whole model. */
import * as z from 'zod';
import { isoDay, place, statusDate, version } from './parts.js';

const text = z.string();

const statement = z.strictObject({
  member: text.meta({ description: 'The keyword, in English.' }),
  of: z.json().meta({ description: 'Which of several: a source, a year, a day.' }),
  value: z.json().meta({
    description:
      'Dates as coarse as they were written, money as a decimal string or with its tolerance, names as a list, several parts as a list.',
  }),
});

const declared = {
  kind: text,
  id: text,
  name: text,
  title: text.nullable(),
  doc: text.nullable().meta({ description: 'Its documentation comment.' }),
  place,
  statements: z.array(statement),
};
const due = { due: text.nullable() };

const item = z.strictObject({
  ...declared,
  ...due,
  get items(): z.ZodArray<z.ZodType> {
    return z.array(item);
  },
});
const issue = z.strictObject({ ...declared, ...due });
const decision = z.strictObject({
  id: text,
  name: text.nullable(),
  text,
  place,
  ...due,
  statements: z.array(statement),
});

export const model = z
  .strictObject({
    version,
    statusDate,
    currency: text,
    declarations: z.array(
      z.strictObject({
        ...declared,
        items: z.array(item).optional(),
        issues: z.array(issue).optional(),
        decisions: z.array(decision).optional(),
        reports: z.array(z.strictObject({ day: isoDay, statements: z.array(statement) })).optional(),
        reviews: z.array(z.strictObject({ half: text, statements: z.array(statement) })).optional(),
        source: text
          .optional()
          .meta({ description: 'Of portfolios, calendars, policies and views: as it is written.' }),
      }),
    ),
  })
  .meta({ title: 'planwright export json' });
