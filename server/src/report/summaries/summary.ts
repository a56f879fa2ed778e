/** What a kind of summary is. */
import type { Analysis } from '../../analysis/analysis.js';
import type { Day } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import type { ReportDocument } from '../document.js';
import type { MoneyUnit } from '../wording/money-unit.js';

/** What a summary of changes compares with: a day, or another state of the files by its name. */
export type Since =
  | { readonly day: Day }
  /** `unread`: how many places there, and here, cannot be read. */
  | { readonly plan: Plan; readonly name: string; readonly unread: number };

interface SummaryOptions {
  readonly lang: Lang;
  /** Of a kind that is `named`: which one. Without it the first view that the plan declares, the latest meeting held. */
  readonly name?: string;
  /** What all money is written in. */
  readonly unit?: MoneyUnit;
  /** Of kind `changes`; without it the end of the month before S. */
  readonly since?: Since;
}

/** A kind of generated summary: what it is called and how it is made from what was computed. Pure. */
export interface Summary {
  readonly kind: string;
  readonly title: Bilingual;
  /** One summary for each declaration of that kind, chosen by its name; where none is `required`, there is one without. */
  readonly named?: { readonly kind: 'view' | 'meeting'; readonly required: boolean };
  readonly build: (analysis: Analysis, options: SummaryOptions) => ReportDocument;
}
