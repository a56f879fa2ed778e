/** The cells of a returned form: whether the locked ones are as they were, and what the open ones hold. */
import type { Keyword } from '../../../../grammar/keywords.js';
import { civil, type Day } from '../../model/day.js';
import type { MoneyValue } from '../../model/money.js';
import { readAmount } from '../ledger/amounts.js';
import { clean, oneLine } from '../ledger/cell-text.js';
import { readDate } from '../ledger/dates.js';
import { addressOf, type Cell, type Sheet } from '../spreadsheet/sheet.js';
import { choicesOf } from './form-choices.js';
import { addedSheets, type FormMeta, plain, sheetOfForm } from './form-meta.js';
import { COLUMNS, type FormColumn, NEW_ROWS, PLACES, SETTING, SHEET_TITLES, type SheetKey } from './form-model.js';

export interface FormCell {
  readonly cell: Cell;
  readonly text: string;
  readonly column: FormColumn;
  readonly address: string;
}

export interface FormCellRow {
  readonly id: string;
  /** The open cells that hold something. */
  readonly filled: readonly FormCell[];
}

type Refuse = (cell: string, en: string, zh: string) => void;

const TEXT: FormColumn = { key: '', title: { en: '', zh: '' }, holds: 'text', open: true, width: 0 };

export class FormCells {
  readonly #sheets: readonly Sheet[];
  readonly #meta: FormMeta;
  readonly #refuse: Refuse;

  constructor(sheets: readonly Sheet[], meta: FormMeta, refuse: Refuse) {
    this.#sheets = sheets;
    this.#meta = meta;
    this.#refuse = refuse;
  }

  /** Whether every locked cell and every id is as it was handed out; what stands beside or below is refused as well. */
  isAsHandedOut(): boolean {
    let isSame = true;
    const changed: Refuse = (cell, en, zh) => {
      isSame = false;
      this.#refuse(cell, en, zh);
    };
    for (const name of addedSheets(this.#sheets, this.#meta.lang)) {
      this.#refuse(
        name,
        'this sheet is none of the form, and what stands in it would be lost: write it into a remark, and delete the sheet',
        '填报表中没有这个工作表，其中的内容无法导入：请写入备注或情况说明，并删除该工作表',
      );
    }
    for (const key of this.#meta.sheets) {
      const sheet = this.#sheet(key);
      const title = SHEET_TITLES[key][this.#meta.lang];
      if (sheet === undefined) {
        changed(title, 'this sheet of the form is missing or was renamed', '填报表缺少这个工作表，或被改名');
        continue;
      }
      const locked = new Map(
        this.#meta.locked.filter((each) => each.sheet === key).map((each) => [`${each.row},${each.column}`, each.text]),
      );
      const width = COLUMNS[key].length + PLACES.firstColumn;
      const rows = this.#rowCount(key);
      for (const [place, was] of locked) {
        const [row = 0, column = 0] = place.split(',').map(Number);
        const now = plain(sheet.rows[row]?.[column]?.text ?? '');
        if (now === was) continue;
        const where = `${title}!${addressOf(row, column)}`;
        changed(
          where,
          `a locked cell was changed: '${was}' became '${now}'`,
          `锁定的单元格被改动：“${was}”变成了“${now}”`,
        );
      }
      for (const { row, column, text } of sheet.comments) {
        const where = `${title}!${addressOf(row, column)}`;
        this.#refuse(
          where,
          `the comment '${oneLine(text)}' would be lost: write it into a cell of the form, and delete the comment`,
          `批注“${oneLine(text)}”无法导入：请写入填报单元格，并删除批注`,
        );
      }
      for (const [row, cells] of sheet.rows.entries()) {
        if (row < PLACES.first) continue;
        for (const [column, cell] of cells.entries()) {
          if (cell === undefined || clean(cell.text) === '' || (row < PLACES.first + rows && column < width)) continue;
          const where = `${title}!${addressOf(row, column)}`;
          this.#refuse(where, `'${cell.text}' stands outside the form`, `“${cell.text}”写在填报区域之外`);
        }
      }
      for (const [index, column] of COLUMNS[key].entries()) {
        const head = plain(sheet.rows[PLACES.head]?.[index + PLACES.firstColumn]?.text ?? '');
        const [begin = ''] = column.title[this.#meta.lang].split('{unit}');
        if (head.startsWith(plain(begin))) continue;
        const where = `${title}!${addressOf(PLACES.head, index + PLACES.firstColumn)}`;
        changed(where, `the head of the column was changed to '${head}'`, `表头被改成“${head}”`);
      }
    }
    return isSame;
  }

  rows(key: SheetKey): readonly FormCellRow[] {
    const sheet = this.#sheet(key);
    if (sheet === undefined || !this.#meta.sheets.includes(key)) return [];
    const locked = new Set(
      this.#meta.locked.filter((each) => each.sheet === key).map((each) => `${each.row},${each.column}`),
    );
    return Array.from({ length: this.#rowCount(key) }, (_, index) => {
      const row = PLACES.first + index;
      const filled = COLUMNS[key].flatMap((column, at): FormCell[] => {
        const place = at + PLACES.firstColumn;
        return locked.has(`${row},${place}`) ? [] : this.#cell(sheet, key, row, place, column);
      });
      return { id: sheet.rows[row]?.[0]?.text ?? '', filled };
    });
  }

  reportDay(): FormCell | undefined {
    return this.#setting(SETTING.day);
  }

  reporter(): FormCell | undefined {
    return this.#setting(SETTING.reporter);
  }

  #setting(column: number): FormCell | undefined {
    const sheet = this.#sheet('reports');
    if (sheet === undefined) return undefined;
    const [cell] = this.#cell(sheet, 'reports', PLACES.setting, column, TEXT);
    if (cell === undefined && column === SETTING.day) {
      const where = `${SHEET_TITLES.reports[this.#meta.lang]}!${addressOf(PLACES.setting, column)}`;
      this.#refuse(where, 'the day of the report is missing', '没有填报日期');
    }
    return cell;
  }

  #cell(sheet: Sheet, key: SheetKey, row: number, column: number, of: FormColumn): FormCell[] {
    const cell = sheet.rows[row]?.[column];
    const address = `${SHEET_TITLES[key][this.#meta.lang]}!${addressOf(row, column)}`;
    if (cell?.broken !== undefined) {
      this.#refuse(address, 'the formula has no result that was saved', '公式没有保存可用的结果');
      return [];
    }
    const text = cell === undefined ? '' : clean(cell.text);
    if (cell?.struck === true) {
      this.#refuse(
        address,
        `'${text}' is struck through: delete it, or take the line through it away`,
        `“${text}”已划去：请删除该内容，或取消删除线`,
      );
      return [];
    }
    return cell === undefined || text === '' ? [] : [{ cell, text, column: of, address }];
  }

  #sheet(key: SheetKey): Sheet | undefined {
    return sheetOfForm(this.#sheets, key, this.#meta.lang);
  }

  #rowCount(key: SheetKey): number {
    if (key === 'new') return NEW_ROWS;
    return this.#meta.locked.filter((each) => each.sheet === key && each.column === 0).length;
  }

  // ------------------------------------------------------------------------------------------------ what they hold

  /** A day on which something happened; without a year it is one of the form's. */
  day({ cell, text, address }: FormCell): Day | undefined {
    const read = readDate(cell, civil(this.#meta.status).year);
    if (read.ok && read.period.grain === 'day' && read.rest !== true) return read.period.first;
    this.#refuse(address, `'${text}' is no day, such as 2026-03-31`, `“${text}”不是日期，应写成 2026-03-31`);
    return undefined;
  }

  /** The day up to which figures count: 2026年7月底 and 2026-Q2 mean their last. */
  lastDay({ cell, text, address }: FormCell): Day | undefined {
    const read = readDate(cell, civil(this.#meta.status).year);
    if (read.ok && read.rest !== true) return read.period.last;
    this.#refuse(
      address,
      `'${text}' is no date, such as 2026-03-31 or 2026-03`,
      `“${text}”不是日期，应写成 2026-03-31 或 2026年3月底`,
    );
    return undefined;
  }

  /** In the unit of the form, or in the one that was written. */
  amount({ cell, text, address }: FormCell): MoneyValue | undefined {
    const read = readAmount(cell, { zeros: this.#meta.zeros, text: '' });
    if (read.ok) return read.value;
    this.#refuse(address, `'${text}' is no amount`, `“${text}”不是金额`);
    return undefined;
  }

  /** In percent, without the sign. */
  percent({ text, address }: FormCell): string | undefined {
    const figure = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text.normalize('NFKC'))?.[1];
    const isSigned = /%$/.test(text.normalize('NFKC'));
    if (figure !== undefined && !isSigned && Number(figure) > 0 && Number(figure) < 1) {
      const whole = `${Number((Number(figure) * 100).toPrecision(12))}%`;
      this.#refuse(
        address,
        `'${text}' may be ${text} % or ${whole}: write it with the sign %`,
        `“${text}”可能是 ${text}%，也可能是 ${whole}：请写上百分号`,
      );
      return undefined;
    }
    if (figure !== undefined && Number(figure) <= 100) return figure;
    this.#refuse(address, `'${text}' is no percent from 0 to 100`, `“${text}”不是 0 到 100 的百分数`);
    return undefined;
  }

  choice({ text, column, address }: FormCell): Keyword | undefined {
    const choices = choicesOf(column.holds, this.#meta.lang);
    const found = choices.find(({ choice }) => choice === text);
    if (found !== undefined) return found.word;
    const all = choices.map(({ choice }) => choice);
    this.#refuse(address, `'${text}' is none of ${all.join(', ')}`, `“${text}”不在可选项“${all.join('、')}”中`);
    return undefined;
  }
}
