/** How much of a wall chart a sheet of paper holds. */
import { PAPER_SIZE, type Paper } from '../paper.js';

/** In px of the drawing. The first sheet holds the title, the caption and the signs as well. */
export interface SheetSize {
  readonly width: number;
  readonly first: number;
  readonly further: number;
}

/** Of the drawing at its natural size: text of 12 px is 10.5 pt on paper. */
const PX_PER_MM = 3.232;
/** Margins, as the page's style has them. */
const SIDES = 24;
const ENDS = 26;
/** What stands above the chart on the first sheet, and a rest that browsers round away on the others, in px. */
const HEAD = 146;
const REST = 16;

/** A sheet in landscape, on which everything is drawn `scale` times its natural size. */
export function sheetSize(paper: Paper, scale: number): SheetSize {
  const { long, short } = PAPER_SIZE[paper];
  const height = (short - ENDS) * PX_PER_MM;
  return {
    width: ((long - SIDES) * PX_PER_MM) / scale,
    first: (height - HEAD) / scale,
    further: (height - REST) / scale,
  };
}

export function heightOf(sheet: number, { first, further }: SheetSize): number {
  return sheet === 0 ? first : further;
}
