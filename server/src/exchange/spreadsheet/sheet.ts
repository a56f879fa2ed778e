/** A table as it was read from a file: texts and days at their places, whatever kind of file it was. */
import type { Day } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';

export interface Cell {
  /** As a reader sees it; numbers exactly, without thousands separators: `941.8`, `2026.10`, `62.5%`. */
  readonly text: string;
  /** What a spreadsheet holds as a number. */
  readonly isNumber?: true;
  /** What a spreadsheet holds as a date. */
  readonly day?: Day;
  /** Of a number in a workbook whose days count from 1904, as of old on a Mac. */
  readonly from1904?: true;
  /** Why there is nothing to read: a formula that came to an error, or one whose result was not saved. */
  readonly broken?: 'error' | 'not-computed';
  /** Struck through as a whole: whoever did it has taken it back. */
  readonly struck?: true;
  /** The part of it that is struck through, which is none of `text`. */
  readonly struckOut?: string;
}

/** Counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What somebody has written to a cell, beside what it holds. */
export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Counted from 0: what a reader of the sheet does not see, by hand, by a filter or in a group that is folded. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly comments: readonly CellComment[];
  /** Rows may be shorter than others; an empty cell is undefined. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
  /** The sheet cannot be changed without being unprotected first. */
  readonly isProtected: boolean;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Bilingual };

export function failed(en: string, zh: string): { readonly ok: false; readonly problem: Bilingual } {
  return { ok: false, problem: { en, zh } };
}

/** `B7`; row and column from 0. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A, B … Z, AA …; from 0. */
export function columnLetters(column: number): string {
  let [letters, rest] = ['', column + 1];
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}
