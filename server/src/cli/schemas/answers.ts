/** The shapes of what `check`, `schedule`, `list` and `diff` answer as JSON. */
import * as z from 'zod';
import { isoDay, place, range, severity, statusDate, version } from './parts.js';

const text = z.string();
const day = isoDay.nullable();

const diagnostic = z.strictObject({
  root: text.optional().meta({ description: 'Where several plan roots were checked: which.' }),
  file: text,
  range,
  severity,
  code: text.meta({ description: "The rule; 'planwright explain CODE' tells about it." }),
  message: text,
  element: text.nullable().meta({ description: 'The id of what it was found in.' }),
  data: z.record(z.string(), z.json()).meta({ description: 'The figures of the message.' }),
  related: z.array(place.extend({ message: text })),
  fingerprint: text.meta({ description: 'Stays the same when lines move and days pass.' }),
});

export const check = z
  .strictObject({
    version,
    statusDate: isoDay.nullable().meta({ description: 'null where several roots are judged as of several days.' }),
    summary: z.strictObject({
      files: z.int(),
      projects: z.int(),
      errors: z.int(),
      warnings: z.int(),
      infos: z.int(),
      hints: z.int(),
    }),
    roots: z.array(z.strictObject({ root: text, statusDate: isoDay })).optional(),
    statistics: z
      .array(z.strictObject({ code: text, severity, count: z.int(), fixable: z.boolean() }))
      .optional()
      .meta({ description: 'With --statistics.' }),
    diagnostics: z.array(diagnostic),
  })
  .meta({ title: 'planwright check --format json' });

export const schedule = z
  .strictObject({
    version,
    statusDate,
    items: z.array(
      z.strictObject({
        id: text,
        kind: z.enum(['milestone', 'task', 'approval']),
        title: text,
        planStart: day,
        planFinish: day,
        start: day.meta({ description: 'The forecast, the actual where there is one; null of a milestone.' }),
        finish: day,
        actualStart: day,
        actualFinish: day,
        due: day,
        mustStart: day.meta({ description: 'The last day on which the work can begin; null once started.' }),
        slack: z.int().nullable(),
        slackUnit: z.enum(['d', 'wd']).nullable(),
        critical: z.boolean(),
        drivers: z.array(text).meta({ description: 'The ids of what its dates depend on.' }),
      }),
    ),
  })
  .meta({ title: 'planwright schedule --format json' });

const value = z.union([text, z.number(), z.boolean(), z.null(), z.array(text)]);
const values = z.record(z.string(), value);
const reports = {
  notReported: z
    .strictObject({ count: z.int(), of: z.int() })
    .optional()
    .meta({ description: 'Active projects without a report of the year, where totals were made from reports.' }),
  ofReported: values.optional().meta({ description: 'The rates over those that did report.' }),
};

/** Of a ranked view; null where there is no figure, and so no place. */
const ranked = {
  place: z.int().nullable().optional(),
  rank: value.optional(),
  before: z
    .strictObject({ place: z.int().nullable(), rank: value, movement: value })
    .optional()
    .meta({ description: 'On the day that is compared with; by how many places the group has moved up since.' }),
};

/** Of a cross table: by what stands side by side. */
const across = z
  .array(z.strictObject({ keys: values, totals: values, ...reports }))
  .optional()
  .meta({ description: 'Of a cross table (`group area by category`): the totals of each column.' });

export const list = z
  .strictObject({
    version,
    statusDate,
    columns: z.array(z.strictObject({ field: text, title: text, type: text })),
    rows: z.array(z.object({ id: text }).catchall(value)).meta({
      description:
        'By field: money as a decimal string in currency units, percents in percent, durations in days, names, lists, null.',
    }),
    groups: z.array(
      z.strictObject({ ...ranked, keys: values, rows: z.array(text), totals: values, ...reports, across }),
    ),
    across,
    totals: values,
    ...reports,
  })
  .meta({ title: 'planwright list --format json' });

const stated = z.json().meta({
  description:
    'Dates as coarse as they were written (2026-06), money as a decimal string or with its tolerance, percents in percent, names as a list, several parts as a list.',
});

export const diff = z
  .strictObject({
    version,
    statusDate,
    base: z.strictObject({ name: text, unread: z.int() }),
    head: z.strictObject({
      name: text,
      unread: z.int().meta({ description: 'Places that could not be read and are not compared.' }),
    }),
    changes: z.array(
      z.strictObject({
        topic: z.enum([
          'pool',
          'deadlines',
          'stages',
          'money',
          'people',
          'actuals',
          'reports',
          'issues',
          'decisions',
          'schedule',
          'other',
        ]),
        change: z.enum(['added', 'gone', 'changed', 'renamed']),
        kind: text.meta({ description: 'The keyword that declares what has changed.' }),
        element: text.meta({ description: 'Its id in the head; of what is gone, in the base.' }),
        title: text,
        project: text.nullable(),
        of: stated.meta({ description: 'Of a report its day, of a review its half year.' }),
        member: text.nullable().meta({ description: 'The keyword of the statement; null of a thing as a whole.' }),
        memberOf: stated.meta({ description: 'Which of several statements: a source, a year, a day.' }),
        before: stated,
        after: stated,
        moves: z
          .array(z.strictObject({ day: isoDay, from: stated, by: text.nullable(), why: text.nullable() }))
          .meta({ description: "The 'revised' that only the head has." }),
        history: z
          .enum(['rewritten', 'silent-move'])
          .nullable()
          .meta({ description: 'History was rewritten, or a deadline moved without a record.' }),
        base: place.nullable(),
        head: place.nullable(),
      }),
    ),
  })
  .meta({ title: 'planwright diff --format json' });
