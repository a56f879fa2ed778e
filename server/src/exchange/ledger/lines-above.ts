/** What stands above a table: its title, who put it together, the unit and the day of its figures, and what is none of these. */
import { addressOf } from '../spreadsheet/sheet.js';
import { oneLine } from './cell-text.js';
import { meaningOf } from './heads.js';
import type { Table } from './table.js';

export const COMPILER =
  /(?:编制|编报|填报|填表|填写|制表|报送)(?:单位|部门)\s*[:：]\s*([^\s:：,，;；()（）]+)|(?:compiled|prepared) by\s*:?\s*(.+)$/iu;
const UNIT = /[(（]?(?:(?:金额|计量)?单\s*位|units?)\s*[:：]\s*[^\s)）]*[)）]?/giu;
const DAY =
  /(?:统计|填报|填表|报送|数据|进展|制表)?(?:时间|日期|期)?\s*[:：]?\s*(?:截[至止]到?\s*)?\d{4}\s*[年.\-/]\s*\d{1,2}(?:\s*[月.\-/]\s*(?:\d{1,2}\s*日?|底|末)?)?|as of \d{4}-\d{2}-\d{2}/giu;
/** 附件1, 附表 2: what number a paper has among others. */
const NUMBER = /^附[件表]?\s*[\d一二三四五六七八九十]*\s*[:：]?$/;
const LONGEST_TITLE = 60;

/** The first line that is nothing else. */
export function titleOf({ lines }: Table): string | undefined {
  const title = lines.find(
    (line) =>
      line.length <= LONGEST_TITLE &&
      !/[:：]$/.test(line) &&
      !NUMBER.test(line) &&
      rest(line) !== '' &&
      meaningOf([line], false) === undefined,
  );
  return title === undefined ? undefined : oneLine(title);
}

/** The unit that put the table together: 填报单位：市发改委, Compiled by: Delivery Office. */
export function compilerOf({ lines }: Table): string | undefined {
  for (const line of lines) {
    const [, zh, en] = COMPILER.exec(line) ?? [];
    const name = (zh ?? en)?.trim();
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}

/** What none of this takes in. */
export function leftAbove(table: Table): readonly { readonly cell: string; readonly text: string }[] {
  const { sheet, head } = table;
  const title = titleOf(table);
  return sheet.rows.slice(0, head.top).flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const text = oneLine(cell?.text ?? '');
      const isKnown = text === title || rest(text) === '';
      return isKnown ? [] : [{ cell: `${sheet.name}!${addressOf(index, column)}`, text }];
    }),
  );
}

/** A line without what is understood of it, and without signs. */
function rest(line: string): string {
  return line
    .replace(COMPILER, '')
    .replace(UNIT, '')
    .replace(DAY, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
