/** What a kind of summary is. */
import type { Analysis } from '../../analysis/analysis.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { ReportDocument } from '../document.js';

interface SummaryOptions {
  readonly lang: Lang;
  /** Of kind `view`: which one. Without it the first that the plan declares. */
  readonly name?: string;
}

/** A kind of generated summary: what it is called and how it is made from what was computed. Pure. */
export interface Summary {
  readonly kind: string;
  readonly title: Bilingual;
  /** One summary for each declaration of that kind, chosen by its name. */
  readonly named?: 'view';
  readonly build: (analysis: Analysis, options: SummaryOptions) => ReportDocument;
}
