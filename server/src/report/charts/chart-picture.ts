/** What every chart is made into: sheets of SVG with a legend. */
import type { Lang } from '../../model/lang.js';
import type { Paper } from '../paper.js';
import { rect, type Svg } from './svg.js';

/** A chart ready for the page: one or more sheets, and what its signs mean. */
export interface ChartPicture {
  readonly sheets: readonly Svg[];
  readonly legend: readonly LegendEntry[];
}

interface LegendEntry {
  /** What is drawn beside the word, in a box of 22 × 12. */
  readonly swatch: Svg;
  readonly label: string;
}

/** What a chart function is told besides the chart. */
export interface Drawing {
  readonly lang: Lang;
  /** Unique in the page, fit for an id attribute. */
  readonly id: string;
  /** `2026-03-31` */
  readonly statusDate: string;
  /** What it is to be printed on; where nobody asked, the paper that it needs. */
  readonly paper?: Paper | undefined;
}

/** A legend sign that shows an area. */
export function areaSwatch(className: string): Svg {
  return rect(1, 1, 20, 10, className);
}
