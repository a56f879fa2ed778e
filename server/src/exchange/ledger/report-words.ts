/** How an import was understood, in words: the same for the command and the editor. */
import { FIELD_TYPES } from '../../../../grammar/field-words.js';
import { formatDay } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { FIELDS } from './fields.js';
import type { LedgerReading, SheetReport } from './read-ledger.js';
import type { OwnField, Remark, Severity } from './statements.js';

const MOST_RANGES = 20;

export type ReportColumn = SheetReport['columns'][number];

/** Of the table that says how columns were understood; what follows the last one needs no head. */
export const COLUMN_HEADS: readonly Bilingual[] = [
  { en: 'Column', zh: '列' },
  { en: 'Head', zh: '表头' },
  { en: 'Understood as', zh: '理解为' },
  { en: 'Unit', zh: '单位' },
  { en: '', zh: '' },
];

/** One for each of `COLUMN_HEADS`. */
export function columnTexts(column: ReportColumn, fields: readonly OwnField[], lang: Lang): readonly string[] {
  return [
    column.letters,
    column.head,
    ownText(column, fields, lang) ?? fieldText(column, lang),
    unitText(column, lang),
    howText(column.how, lang),
  ];
}

/** The language has no word for what the column holds. */
export function isOffice({ how }: ReportColumn): boolean {
  return how === 'unknown' || how === 'second';
}

export function sheetTitle({ sheet, headRows: [first, last], projects }: SheetReport, lang: Lang): string {
  const rows = first === last ? `${first}` : `${first}–${last}`;
  return lang === 'zh'
    ? `${sheet}：表头在第 ${rows} 行，${projects} 个项目`
    : `${sheet}: head in row ${rows}, ${projects} project${projects === 1 ? '' : 's'}`;
}

/** What of a sheet is no row of a project. */
export function sheetRemarks(report: SheetReport, lang: Lang): readonly string[] {
  const { sections, totals, leftOut, hiddenRows, hiddenColumns } = report;
  const zh = lang === 'zh';
  const rows = ranges(hiddenRows);
  return [
    ...(rows.length === 0
      ? []
      : [
          zh
            ? `隐藏或被筛掉的行照样读取：第 ${rows.join('、')} 行`
            : `Rows that are hidden or filtered away are read as well: ${rows.join(', ')}`,
        ]),
    ...(hiddenColumns.length === 0
      ? []
      : [
          zh
            ? `隐藏的列照样读取：${hiddenColumns.join('、')}`
            : `Columns that are hidden are read as well: ${hiddenColumns.join(', ')}`,
        ]),
    ...(sections.length === 0
      ? []
      : [zh ? `分组行：${sections.join('、')}` : `Headings between rows: ${sections.join(', ')}`]),
    ...(totals === 0 ? [] : [zh ? `小计、合计 ${totals} 行，不导入` : `${totals} rows of sums, not imported`]),
    ...leftOut.map(({ cell, text, isComment }) => {
      if (isComment) return zh ? `${cell} 的批注未导入：${text}` : `The comment on ${cell} was left out: ${text}`;
      return zh ? `${cell} 为表外说明，未导入：${text}` : `${cell} is a remark beside the table, left out: ${text}`;
    }),
  ];
}

/** 5, 7–12. */
function ranges(rows: readonly number[]): readonly string[] {
  const found: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = found.at(-1);
    if (run !== undefined && run.last === row - 1) run.last = row;
    else found.push({ first: row, last: row });
  }
  const shown = found.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.length > MOST_RANGES ? [...shown.slice(0, MOST_RANGES), '…'] : shown;
}

export function skippedSheets({ skipped, hidden }: LedgerReading, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  return [
    ...(skipped.length === 0
      ? []
      : [zh ? `没有找到表格的工作表：${skipped.join('、')}` : `Sheets without a table: ${skipped.join(', ')}`]),
    ...(hidden.length === 0
      ? []
      : [zh ? `隐藏的工作表没有读取：${hidden.join('、')}` : `Hidden sheets, not read: ${hidden.join(', ')}`]),
  ];
}

/** The year and the day that the figures are of. */
export function settingText({ year, reportDay, sheets }: LedgerReading, lang: Lang): string {
  const zh = lang === 'zh';
  const days = [...new Set(sheets.flatMap((sheet) => sheet.reportDay ?? []))].map(formatDay);
  const last = reportDay === undefined ? '' : formatDay(reportDay);
  const of = days.length > 1 ? (zh ? `${days.join('、')}（各表分别）` : `${days.join(', ')}, sheet by sheet`) : last;
  const from = {
    given: zh ? '由参数指定' : 'as given',
    sheet: zh ? '取自表中' : 'from the sheet',
    file: zh ? '取自文件名' : 'from the name of the file',
    today: zh ? '表中没有年份，取截至日期所在年' : 'nothing names one: the year of the status date',
  }[year.from];
  return zh
    ? `年度 ${year.value}（${from}）${of === '' ? '' : `，进展数据截至 ${of}`}`
    : `Year ${year.value} (${from})${of === '' ? '' : `, reports as of ${of}`}`;
}

/** A file from which nothing can be imported: no column says what its projects are called. */
export function noNames(file: string): Bilingual {
  return { en: `'${file}': no column names the projects`, zh: `“${file}”中没有找到项目名称列` };
}

/** Projects that are to come into a plan a second time. */
export function projectsThere(ids: readonly string[]): Bilingual {
  const [shown, more] = [ids.slice(0, 5), ids.length > 5];
  return {
    en: `The plan has ${shown.join(', ')}${more ? ' …' : ''} already`,
    zh: `计划中已有 ${shown.join('、')}${more ? '……' : ''}`,
  };
}

export function severityText(severity: Severity, lang: Lang): string {
  const words = { error: ['error', '错误'], warning: ['warning', '警告'], info: ['info', '说明'] } as const;
  return words[severity][lang === 'zh' ? 1 : 0];
}

export function remarkText({ cell, message }: Remark, lang: Lang): string {
  return cell === '' ? message[lang] : `${cell}${lang === 'zh' ? '：' : ': '}${message[lang]}`;
}

/** An own field with its name and type: `字段：用地（数值）`. */
function ownText(column: ReportColumn, fields: readonly OwnField[], lang: Lang): string | undefined {
  const own = fields.find((field) => field.column === column.own);
  if (column.field !== 'own' || own === undefined) return undefined;
  const type = FIELD_TYPES[own.type][lang];
  const of =
    own.choices.length === 0 ? '' : `${lang === 'zh' ? '：' : ': '}${own.choices.join(lang === 'zh' ? '、' : ', ')}`;
  return lang === 'zh' ? `字段：${own.name}（${type}${of}）` : `field: ${own.name} (${type}${of})`;
}

function fieldText({ field, detail, year, month }: ReportColumn, lang: Lang): string {
  const zh = lang === 'zh';
  const more = [
    detail,
    year === undefined ? undefined : `${year}`,
    month === undefined ? undefined : zh ? `${month}月` : `M${month}`,
  ];
  const told = more.filter((part) => part !== undefined).join(' ');
  return `${FIELDS[field].title[lang]}${told === '' ? '' : `${zh ? '：' : ': '}${told}`}`;
}

function unitText({ field, unit }: ReportColumn, lang: Lang): string {
  const kind = FIELDS[field].kind;
  if (unit !== undefined) return unit.text;
  return kind === 'money' || kind === 'report-money' ? (lang === 'zh' ? '未说明' : 'not said') : '';
}

function howText(how: ReportColumn['how'], lang: Lang): string {
  const zh = lang === 'zh';
  switch (how) {
    case 'head':
      return '';
    case 'given':
      return zh ? '由参数指定' : 'as given';
    case 'unknown':
      return zh ? '语言中没有对应字段，作为自定字段' : 'an own field, as the language has none';
    case 'second':
      return zh ? '与前面的列重复，作为自定字段' : 'an own field, as another column says the same';
  }
}
