/** The shape of a summary as JSON: the document that every other format is made from. */
import * as z from 'zod';
import { isoDay, range, statusDate, version } from './parts.js';

const text = z.string();
const light = z.enum(['red', 'yellow', 'green', 'blue', 'grey']);

const origin = z
  .strictObject({ id: text, file: text, range: range.optional() })
  .meta({ description: 'The statement that it says something about.' });
const from = { origin: origin.optional() };
const anchor = { anchor: text.optional() };

/** Words, and beside them what cannot be read out of words. */
const words = {
  text,
  lights: z.array(light).optional(),
  bars: z
    .array(z.strictObject({ percent: z.number(), planned: z.number().optional(), label: text.optional() }))
    .optional(),
};
const inner = z.strictObject(words);

const cell = z.strictObject({
  ...words,
  value: text.nullable().optional().meta({
    description: "The exact value in the column's unit: an ISO day, a decimal; null where it is missing.",
  }),
});

const column = z.strictObject({
  title: text,
  kind: z.enum(['text', 'number', 'date', 'light', 'percent', 'money']),
  align: z.enum(['start', 'center', 'end']).optional(),
  unit: text.optional(),
  group: text.optional(),
  wrap: z.boolean().optional(),
});

const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  get items() {
    return z.array(z.strictObject({ ...words, children: list.optional(), ...from }));
  },
});

const chart = { title: text, unit: text.optional(), ...anchor };
const figure = z.number().nullable();
const span = z.strictObject({ start: isoDay.nullable(), finish: isoDay });

const table = z.strictObject({
  type: z.literal('table'),
  caption: text.optional(),
  ...anchor,
  columns: z.array(column),
  rows: z.array(
    z.union([
      z.strictObject({ type: z.literal('row'), cells: z.array(cell), ...from }),
      z.strictObject({ type: z.literal('group'), level: z.int(), ...words, ...from }),
    ]),
  ),
  totals: z.array(cell).optional(),
});

const gantt = z.strictObject({
  type: z.literal('gantt'),
  title: text,
  ...anchor,
  from: isoDay,
  to: isoDay,
  rows: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(['project', 'summary', 'task', 'approval', 'milestone']),
      label: text,
      depth: z.int(),
      plan: span.optional(),
      forecast: span.optional(),
      actual: span.optional(),
      due: isoDay.optional(),
      slack: z.number().optional(),
      critical: z.boolean().optional(),
      standing: z.enum(['done', 'onTime', 'atRisk', 'late', 'unknown']),
      light: light.optional(),
      owner: text.optional(),
      ...from,
    }),
  ),
  dependencies: z.array(
    z.strictObject({ from: text, to: text, kind: z.enum(['FS', 'SS', 'FF', 'SF']), driving: z.boolean().optional() }),
  ),
});

const charts = [
  z.strictObject({
    type: z.literal('sCurve'),
    ...chart,
    points: z.array(z.strictObject({ label: text, planned: figure, done: figure })),
    status: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('barChart'),
    ...chart,
    bars: z.array(
      z.strictObject({
        label: text,
        planned: figure,
        done: figure,
        light: light.optional(),
        note: text.optional(),
        ...from,
      }),
    ),
  }),
  z.strictObject({
    type: z.literal('stackedCounts'),
    ...chart,
    series: z.array(z.strictObject({ label: text, light: light.optional() })),
    rows: z.array(z.strictObject({ label: text, counts: z.array(z.number()), ...from })),
  }),
  gantt,
] as const;

const quote = z.strictObject({
  type: z.literal('quote'),
  get blocks(): z.ZodArray<z.ZodType> {
    return z.array(block);
  },
});

const markdown = z.strictObject({
  type: z.literal('markdown'),
  text,
  get blocks(): z.ZodArray<z.ZodType> {
    return z.array(block);
  },
  ...from,
});

const block: z.ZodType = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.int().min(1).max(4),
    text,
    ...anchor,
    aside: inner.optional(),
    ...from,
  }),
  z.strictObject({ type: z.literal('paragraph'), ...words, ...from }),
  markdown,
  list,
  quote,
  z.strictObject({ type: z.literal('code'), text }),
  z.strictObject({
    type: z.literal('keyValues'),
    layout: z.enum(['grid', 'figures']).optional(),
    ...anchor,
    entries: z.array(z.strictObject({ label: text, ...words, note: text.optional(), ...from })),
  }),
  table,
  z.strictObject({
    type: z.literal('callout'),
    tone: z.enum(['info', 'warn']),
    title: text.optional(),
    ...words,
    ...from,
  }),
  z.strictObject({ type: z.literal('pageBreak') }),
  ...charts,
]);

export const summary = z
  .strictObject({
    version,
    kind: text,
    title: text,
    narrowed: text.optional(),
    subtitle: text.optional(),
    issuer: text.optional(),
    statusDate,
    lang: z.enum(['zh', 'en']),
    blocks: z.array(block),
  })
  .meta({ title: 'planwright summary KIND --format json' });
