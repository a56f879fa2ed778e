/** What only papers say: page numbers, the line of the unit, contents. */
import type { Bilingual } from '../../../model/lang.js';

export const paperWords = {
  asOf: { en: 'As of {day}', zh: '截至{day}' },
  overview: { en: 'Overview', zh: '概况' },
  details: { en: 'Details', zh: '逐项明细' },
  parts: { en: '{title} ({n} of {m})', zh: '{title}（{n}/{m}）' },
  both: { en: 'both in one period', zh: '节点与期限同期' },
} as const satisfies Readonly<Record<string, Bilingual>>;
