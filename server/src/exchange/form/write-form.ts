/** A form as an Excel workbook: what is known is locked, what is asked is open, choices are lists, every row knows its id. */
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { type Day, formatDay } from '../../model/day.js';
import { columnLetters } from '../spreadsheet/sheet.js';
import { choicesOf } from './form-choices.js';
import { metaRows } from './form-meta.js';
import {
  COLUMNS,
  type Form,
  type FormColumn,
  type FormRow,
  type FormSheet,
  type FormValue,
  META_SHEET,
  NEW_ROWS,
  PLACES,
  SETTING,
  SHEET_TITLES,
} from './form-model.js';

const INK = '1F2D3D';
const HEAD_FILL = 'DCE6F1';
const OPEN_FILL = 'FFFBE6';
const GRID = 'A6B1BF';

export async function writeForm(form: Form): Promise<Uint8Array> {
  const meta = metaRows(form);
  return writeXlsx({
    sheets: [
      ...form.sheets.map((sheet) => sheetOf(sheet, form)),
      { name: META_SHEET, rows: meta.map((row) => [...row]), veryHidden: true, protection: { sheet: true } },
    ],
    defaultFont: { name: form.lang === 'zh' ? '宋体' : 'Calibri', size: 10.5 },
    workbookProtection: { lockStructure: true },
  });
}

function sheetOf(sheet: FormSheet, form: Form): WriteSheet {
  const { lang } = form;
  const columns = COLUMNS[sheet.key];
  const width = columns.length + PLACES.firstColumn;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: CellValue, style: CellStyle): void => {
    cells.set(`${row},${column}`, { value, style });
  };
  put(PLACES.title, 1, titleOf(sheet, form), TITLE);
  put(PLACES.subtitle, 1, subtitleOf(sheet, form), SUBTITLE);
  if (sheet.key === 'reports') {
    put(PLACES.setting, SETTING.dayLabel, lang === 'zh' ? '填报日期' : 'Report as of', LABEL);
    put(PLACES.setting, SETTING.day, dateOf(form.status), { ...openStyle('day'), alignment: CENTER });
    put(PLACES.setting, SETTING.reporterLabel, lang === 'zh' ? '报送人' : 'Reported by', LABEL);
    put(PLACES.setting, SETTING.reporter, null, openStyle('text'));
  }
  for (const [index, column] of columns.entries()) {
    put(PLACES.head, index + PLACES.firstColumn, column.title[lang].replace('{unit}', unitWord(form)), HEAD);
  }
  const count = sheet.key === 'new' ? NEW_ROWS : sheet.rows.length;
  for (let index = 0; index < count; index++) {
    const row = PLACES.first + index;
    const known = sheet.rows[index];
    put(row, 0, known?.id ?? null, {});
    for (const [at, column] of columns.entries()) {
      const value = known?.known.get(column.key) ?? null;
      put(
        row,
        at + PLACES.firstColumn,
        cellValue(value),
        isOpen(column, known) ? openStyle(column.holds) : lockedStyle(column, value),
      );
    }
  }
  const last = columnLetters(width - 1);
  return {
    name: SHEET_TITLES[sheet.key][lang],
    rows: [],
    cells,
    columns: [{ width: 4, hidden: true }, ...columns.map((column) => ({ width: column.width }))],
    rowDefs: new Map([
      [PLACES.title, { height: 28 }],
      [PLACES.subtitle, { height: 32 }],
      [PLACES.setting, { height: 22 }],
      [PLACES.head, { height: 50 }],
      ...Array.from({ length: count }, (_, index): [number, { height: number }] => [
        PLACES.first + index,
        { height: heightOf(sheet, index, columns) },
      ]),
    ]),
    merges: [PLACES.title, PLACES.subtitle].map((row) => ({
      startRow: row,
      startCol: 1,
      endRow: row,
      endCol: width - 1,
    })),
    dataValidations: validationsOf(sheet, count, form),
    freezePane: { rows: PLACES.first, columns: 2 },
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${PLACES.head + 1}:$${PLACES.head + 1}`,
      printArea: `$B$1:$${last}$${PLACES.first + Math.max(1, count)}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: lang === 'zh' ? '&C第 &P 页 共 &N 页' : '&CPage &P of &N' },
    view: { showGridLines: false },
  };
}

function isOpen({ open, key }: FormColumn, row: FormRow | undefined): boolean {
  return open && row?.closed?.includes(key) !== true;
}

function titleOf(sheet: FormSheet, { unit, lang }: Form): string {
  const title = SHEET_TITLES[sheet.key][lang];
  return lang === 'zh' ? `${unit}　${title}` : `${unit}: ${title}`;
}

function subtitleOf(sheet: FormSheet, form: Form): string {
  const { lang, portfolio, status } = form;
  const day = formatDay(status);
  const lead = lang === 'zh' ? `${portfolio}　已知情况截至 ${day}。` : `${portfolio}: what is known as of ${day}. `;
  const ask = {
    reports: {
      zh: `请填写浅黄色单元格，其余已锁定；没有变化的不必填写。金额单位为${unitWord(form)}，均为当年1月1日至填报日期的累计数。`,
      en: `Fill in the yellow cells; the others are locked, and what has not changed may be left empty. Amounts are in ${unitWord(form)}, from 1 January to the day of the report.`,
    },
    items: { zh: '实际已开始、已完成的，请填写日期。', en: 'Give the day on which work began or was finished.' },
    issues: {
      zh: '请填写本次协调情况；已解决的填写解决日期。',
      en: 'Say what was tried since; give the day on which it was solved.',
    },
    decisions: {
      zh: '请填写办理情况；已办结的填写办结日期。',
      en: 'Say how it stands; give the day on which it was done.',
    },
    new: { zh: '新发现的问题，一行一个。', en: 'New issues, one a row.' },
  }[sheet.key][lang];
  return `${lead}${ask}`;
}

/** 万元, M: what amounts are in. */
function unitWord({ zeros, currency, lang }: Pick<Form, 'zeros' | 'currency' | 'lang'>): string {
  return zeros === 4 ? '万元' : lang === 'zh' ? `百万 ${currency}` : `${currency} M`;
}

// ------------------------------------------------------------------------------------------------ cells

function cellValue(value: FormValue): CellValue {
  if (value === null || typeof value === 'string') return value;
  return 'day' in value ? dateOf(value.day) : Number(value.figure);
}

function dateOf(day: Day): Date {
  return new Date(day * 86_400_000);
}

const CENTER = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const LEFT = { horizontal: 'left', vertical: 'center', wrapText: true } as const;
const RIGHT = { horizontal: 'right', vertical: 'center' } as const;
const side = { style: 'thin', color: { rgb: GRID } } as const;
const BORDER = { top: side, right: side, bottom: side, left: side };
const TITLE: CellStyle = { font: { bold: true, size: 16, color: { rgb: INK } }, alignment: CENTER };
const SUBTITLE: CellStyle = { font: { size: 10, color: { rgb: '5B6B7C' } }, alignment: LEFT };
const LABEL: CellStyle = { font: { bold: true, color: { rgb: INK } }, alignment: RIGHT };
const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: INK } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEAD_FILL } },
  border: BORDER,
  alignment: CENTER,
};

function formatOf(holds: FormColumn['holds']): { readonly numFmt?: string } {
  switch (holds) {
    case 'day':
      return { numFmt: 'yyyy-mm-dd' };
    case 'amount':
      return { numFmt: '#,##0.####' };
    case 'percent':
      return { numFmt: '0.##' };
    case 'text':
    case 'long-text':
      // As text: what begins with = is no formula.
      return { numFmt: '@' };
    default:
      return {};
  }
}

function alignmentOf(holds: FormColumn['holds']): CellStyle['alignment'] & {} {
  if (holds === 'amount' || holds === 'percent') return RIGHT;
  return holds === 'text' || holds === 'long-text' || holds === 'project' ? LEFT : CENTER;
}

function openStyle(holds: FormColumn['holds']): CellStyle {
  return {
    ...formatOf(holds),
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: OPEN_FILL } },
    border: BORDER,
    alignment: alignmentOf(holds),
    protection: { locked: false },
  };
}

function lockedStyle({ holds }: FormColumn, value: FormValue): CellStyle {
  const isText = typeof value === 'string';
  return {
    ...formatOf(isText ? 'text' : holds),
    border: BORDER,
    alignment: isText && holds === 'day' ? CENTER : alignmentOf(holds),
    font: { color: { rgb: '3C4A59' } },
  };
}

/** As many lines as the longest text needs in its column; a Chinese character is two wide. */
function heightOf(sheet: FormSheet, index: number, columns: readonly FormColumn[]): number {
  const lines = columns.map(({ key, width }) => {
    const value = sheet.rows[index]?.known.get(key);
    if (typeof value !== 'string') return 1;
    const length = [...value].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
    return Math.ceil(length / Math.max(4, width - 2));
  });
  const atLeast = columns.some(({ holds, open }) => open && holds === 'long-text') ? 2 : 1;
  return Math.min(300, Math.max(atLeast, ...lines) * 15 + 6);
}

// ------------------------------------------------------------------------------------------------ choices

function validationsOf(sheet: FormSheet, count: number, form: Form): DataValidation[] {
  const { lang } = form;
  const rows = (column: string): string => `${column}${PLACES.first + 1}:${column}${PLACES.first + Math.max(1, count)}`;
  const say = (zh: string, en: string) => ({ errorTitle: 'Planwright', errorMessage: lang === 'zh' ? zh : en });
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' } as const;
  const day = { type: 'date', operator: 'between', formula1: '36526', formula2: '73050', ...shared } as const;
  const validations = COLUMNS[sheet.key].flatMap((column, index): DataValidation[] => {
    if (!column.open || count === 0) return [];
    const range = rows(columnLetters(index + PLACES.firstColumn));
    switch (column.holds) {
      case 'day':
        return [{ ...day, range, ...say('请填写日期，例如 2026-03-31', 'Give a day, such as 2026-03-31') }];
      case 'amount':
        return [
          {
            type: 'decimal',
            operator: 'greaterThanOrEqual',
            formula1: '0',
            range,
            ...shared,
            ...say(`请填写数字，单位${unitWord(form)}`, `Give a number, in ${unitWord(form)}`),
          },
        ];
      case 'percent':
        return [
          {
            type: 'decimal',
            operator: 'between',
            formula1: '0',
            formula2: '100',
            range,
            ...shared,
            ...say('请填写 0 到 100 的数字', 'Give a number from 0 to 100'),
          },
        ];
      case 'judgement':
      case 'difficulty':
      case 'escalation':
        return [
          {
            type: 'list',
            values: choicesOf(column.holds, lang).map(({ choice }) => choice),
            range,
            ...shared,
            ...say('请从列表中选择', 'Choose from the list'),
          },
        ];
      case 'project':
        // Names would be too long for a list in the sheet: they lie in the hidden one.
        return form.projects.length === 0
          ? []
          : [
              {
                type: 'list',
                formula1: `'${META_SHEET}'!$H$1:$H$${form.projects.length}`,
                range,
                ...shared,
                ...say('请从列表中选择项目', 'Choose a project from the list'),
              },
            ];
      default:
        return [];
    }
  });
  const setting =
    sheet.key === 'reports'
      ? [{ ...day, range: `${columnLetters(SETTING.day)}${PLACES.setting + 1}`, ...say('请填写日期', 'Give a day') }]
      : [];
  return [...validations, ...setting];
}
