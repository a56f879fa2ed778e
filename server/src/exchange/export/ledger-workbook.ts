/** The ledger as a workbook, its figures as numbers. */
import { writeXlsx } from 'hucre/xlsx';
import { type Day, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { visibleLines } from '../../report/invisible-characters.js';
import { settled } from '../../report/render/paper/settled-package.js';
import type { Ledger, LedgerCell } from './ledger.js';

/** More digits than this a workbook does not keep: such a figure stays a text. */
const MOST_DIGITS = 15;

export async function ledgerWorkbook({ title, heads, rows }: Ledger, status: Day, lang: Lang): Promise<Uint8Array> {
  const day = new Date(`${formatDay(status)}T00:00:00Z`);
  const made = await writeXlsx({
    sheets: [
      {
        name: lang === 'zh' ? '项目台账' : 'Projects',
        rows: [heads.map(visibleLines), ...rows.map((row) => row.map(value))],
        freezePane: { rows: 1, columns: 2 },
      },
    ],
    properties: { title: visibleLines(title), creator: 'Planwright', created: day, modified: day },
  });
  return settled(made, formatDay(status));
}

function value({ text, isNumber }: LedgerCell): string | number | null {
  if (text === '') return null;
  if (isNumber && text.replace(/\D/g, '').length <= MOST_DIGITS) return Number(text);
  return visibleLines(text);
}
