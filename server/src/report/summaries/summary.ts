/** What a kind of summary is. */
import type { Analysis } from '../../analysis/analysis.js';
import type { Day } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import { atOnce, type Steps } from '../../model/steps.js';
import type { Block, Heading, ReportDocument } from '../document.js';
import type { MoneyUnit } from '../wording/money-unit.js';

/** What a summary of changes compares with: a day, or another state of the files by its name. */
export type Since =
  | { readonly day: Day }
  /** `unread`: how many places there, and here, cannot be read. */
  | { readonly plan: Plan; readonly name: string; readonly unread: number };

export interface SummaryOptions {
  readonly lang: Lang;
  /** Of a kind that is `named`: which one. Without it the first view that the plan declares, the latest meeting held. */
  readonly name?: string;
  /** What all money is written in. */
  readonly unit?: MoneyUnit;
  /** Of kind `changes`; without it the end of the month before S. */
  readonly since?: Since;
}

/** A summary that is long, with its pages made one by one; together they are what `build` makes. */
export interface Pages {
  readonly head: ReportDocument;
  readonly pages: readonly Page[];
  readonly end: readonly Block[];
}

export interface Page {
  /** Its name, which no other page of the document has. */
  readonly key: string;
  /** As much of it as is shown before it is made. */
  readonly heading: Heading;
  readonly blocks: () => readonly Block[];
}

/** A kind of generated summary: what it is called and how it is made from what was computed. Pure. */
export interface Summary {
  readonly kind: string;
  readonly title: Bilingual;
  /** One summary for each declaration of that kind, chosen by its name; where none is `required`, there is one without. */
  readonly named?: { readonly kind: 'view' | 'meeting'; readonly required: boolean };
  /** It is always about everything: a record, or a comparison with another state of the plan. */
  readonly whole?: true;
  /**
   * What `build` makes of each project, one after the other, for those who have something else to do in between. What was
   * made is kept, so that `build` finds it; it says the same without.
   */
  readonly beforehand?: (analysis: Analysis, options: SummaryOptions) => Steps<void>;
  readonly build: (analysis: Analysis, options: SummaryOptions) => ReportDocument;
  /** `build` step by step, where it takes long over many projects. */
  readonly building?: (analysis: Analysis, options: SummaryOptions) => Steps<ReportDocument>;
  readonly inPages?: (analysis: Analysis, options: SummaryOptions) => Steps<Pages>;
}

/** A kind of summary that is built in steps; who asks for the whole gets it at once. */
export function inSteps(summary: Omit<Summary, 'build'> & Required<Pick<Summary, 'building'>>): Summary {
  return { ...summary, build: (analysis, options) => atOnce(summary.building(analysis, options)) };
}
