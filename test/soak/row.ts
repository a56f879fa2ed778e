/** What a part of the soak tells: a row of its table. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly wrong: readonly string[];
}

/** The table, as it is printed; of each row the first things that are wrong. */
export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const lines = rows.flatMap(({ what, measured, wrong }) => [
    `${what.padEnd(width)}  ${measured.padEnd(36)}  ${wrong.length === 0 ? 'right' : `${wrong.length} wrong`}`,
    ...wrong.slice(0, 3).map((told) => `    ${told.slice(0, 600)}`),
  ]);
  const wrong = rows.reduce((sum, row) => sum + row.wrong.length, 0);
  return `${lines.join('\n')}\n\n${rows.length} looked at, ${wrong} wrong\n`;
}
