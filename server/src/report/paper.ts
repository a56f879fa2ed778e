/** Sheets of paper that a report can be printed on. */

/** ISO 216, from the office printer to the plotter. */
export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type Paper = (typeof PAPERS)[number];

/** The long and the short side, in millimetres. */
export const PAPER_SIZE: Readonly<Record<Paper, { readonly long: number; readonly short: number }>> = {
  A4: { long: 297, short: 210 },
  A3: { long: 420, short: 297 },
  A2: { long: 594, short: 420 },
  A1: { long: 841, short: 594 },
  A0: { long: 1189, short: 841 },
};

/** `a0` and `A0` are the same. */
export function paperOf(name: string): Paper | undefined {
  return PAPERS.find((paper) => paper === name.toUpperCase());
}
