import { booklet } from './booklet/booklet.js';
import type { Summary } from './summary.js';

export type { Summary, SummaryOptions } from './summary.js';

/** Every kind of summary, in the order in which faces offer them. */
export const SUMMARIES: ReadonlyMap<string, Summary> = new Map([booklet].map((summary) => [summary.kind, summary]));
