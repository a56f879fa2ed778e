/** What the functions of the Word renderer share about one document. */
import type { Lang } from '../../../model/lang.js';
import type { Heading } from '../../document.js';

/** The paper that a part lies on: A4 upright, the same with small margins for sheets that are filed, A4 across for wide
 * registers, A3 across for wall charts. */
export type Sheet = 'upright' | 'book' | 'across' | 'wall';

export interface WordContext {
  readonly lang: Lang;
  readonly sheet: Sheet;
  /** The width between the margins, in twips. */
  readonly room: number;
  /** The bookmark of each anchor that there is. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** The bookmark of each heading that the contents lead to. */
  readonly contents: ReadonlyMap<Heading, string>;
  /** A number for each numbered list, so that each begins at one. */
  readonly nextList: () => number;
}

/** Millimetres in twips, of which Word has 1440 an inch. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}
