/** Totals as formulas, where a formula says what the total is. */
import { add, cmp, div, mul, type Rational, rational, toDecimalString } from '../../../model/rational.js';
import { decimal } from './excel-values.js';
import { columnName } from './sheet.js';

/** A row of a table in the sheet: where it lies, its exact figures by column, and how deep it stands under others. */
export interface FigureRow {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly depth: number;
  readonly figures: readonly (string | undefined)[];
}

/** Arguments that a function of Excel takes. */
const MOST_ARGUMENTS = 200;

/**
 * The formula of a total, if it gives that total: the sum of the rows, of those that stand on the outermost level, or,
 * for a percent, one column's total as part of another's wherever that holds for the rows as well. Else none: a total
 * that is not the sum of what is shown (rows that overlap, figures that are counted otherwise) stays a figure.
 */
export function totalFormula(
  column: number,
  percent: boolean,
  total: FigureRow,
  rows: readonly FigureRow[],
): string | undefined {
  const wanted = figure(total, column);
  if (wanted === undefined || rows.length === 0) return undefined;
  return percent ? shareFormula(column, total, rows) : sumFormula(column, wanted, rows);
}

function figure({ figures }: FigureRow, column: number): Rational | undefined {
  const text = figures[column];
  return text === undefined ? undefined : decimal(text);
}

function sumFormula(column: number, wanted: Rational, rows: readonly FigureRow[]): string | undefined {
  const sum = (some: readonly FigureRow[]): Rational =>
    some.reduce((all, row) => add(all, figure(row, column) ?? rational(0n)), rational(0n));
  const name = columnName(column);
  const first = rows[0]?.row;
  const last = rows.at(-1)?.row;
  // What a filter hides is not summed.
  if (cmp(sum(rows), wanted) === 0) return `SUBTOTAL(9,${name}${first}:${name}${last})`;
  const outermost = Math.min(...rows.map(({ depth }) => depth));
  const outer = rows.filter(({ depth }) => depth === outermost);
  if (outer.length > MOST_ARGUMENTS || cmp(sum(outer), wanted) !== 0) return undefined;
  return `SUM(${outer.map(({ row }) => `${name}${row}`).join(',')})`;
}

function shareFormula(column: number, total: FigureRow, rows: readonly FigureRow[]): string | undefined {
  const agrees = (row: FigureRow, part: number, whole: number): boolean | undefined => {
    const [said, above, below] = [figure(row, column), figure(row, part), figure(row, whole)];
    if (said === undefined || above === undefined || below === undefined) return undefined;
    const share = div(mul(above, rational(100n)), below);
    return share !== undefined && toDecimalString(share, 4) === toDecimalString(said, 4);
  };
  const candidates = total.figures.flatMap((text, i) => (text === undefined || i === column ? [] : [i]));
  for (const part of candidates) {
    for (const whole of candidates) {
      if (part === whole || agrees(total, part, whole) !== true) continue;
      const said = rows.map((row) => agrees(row, part, whole)).filter((each) => each !== undefined);
      if (said.length < 2 || said.includes(false)) continue;
      return `IF(${columnName(whole)}${total.row}=0,"",${columnName(part)}${total.row}/${columnName(whole)}${total.row})`;
    }
  }
  return undefined;
}
