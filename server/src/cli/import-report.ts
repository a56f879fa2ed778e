/** How an import was understood, as text for people and as JSON for programs. */
import pc from 'picocolors';
import { FIELD_TYPES } from '../../../grammar/field-words.js';
import { FIELDS } from '../exchange/ledger/fields.js';
import type { LedgerReading, SheetReport } from '../exchange/ledger/read-ledger.js';
import type { OwnField, Remark, Severity } from '../exchange/ledger/statements.js';
import { formatDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { type Context, terminalWidth, wantsColor } from './context.js';
import { jsonText } from './json-text.js';
import { textTable } from './text-table.js';

/** What became of it: the file that was written, or that nothing was. */
export interface Outcome {
  readonly file: string;
  readonly written?: string | undefined;
}

type Column = SheetReport['columns'][number];

/** Of what is told of one kind. */
const MOST_REMARKS = 200;

export function reportText(
  reading: LedgerReading,
  { file, written }: Outcome,
  lang: Lang,
  color: boolean | undefined,
  context: Context,
): string {
  const zh = lang === 'zh';
  const colors = pc.createColors(wantsColor(color, context));
  const parts = reading.sheets.map((sheet) => {
    const [first, last] = sheet.headRows;
    const rows = first === last ? `${first}` : `${first}–${last}`;
    const title = zh
      ? `${sheet.sheet}：表头在第 ${rows} 行，${sheet.projects} 个项目`
      : `${sheet.sheet}: head in row ${rows}, ${sheet.projects} project${sheet.projects === 1 ? '' : 's'}`;
    const table = textTable(
      (zh ? ['列', '表头', '理解为', '单位', ''] : ['Column', 'Head', 'Understood as', 'Unit', '']).map((each) => ({
        title: each,
        widest: 36,
      })),
      sheet.columns.map((column) => ({
        cells: [
          column.letters,
          column.head,
          fieldText(column, reading.ledger.fields, lang),
          unitText(column, zh),
          howText(column.how, zh),
        ],
        paint: (cell: string) => (column.how === 'unknown' || column.how === 'second' ? colors.yellow(cell) : cell),
      })),
      { head: colors.bold, rule: colors.dim },
      terminalWidth(context),
    );
    const more = [
      ...(sheet.sections.length === 0
        ? []
        : [zh ? `分组行：${sheet.sections.join('、')}` : `Headings between rows: ${sheet.sections.join(', ')}`]),
      ...(sheet.totals === 0
        ? []
        : [zh ? `小计、合计 ${sheet.totals} 行，不导入` : `${sheet.totals} rows of sums, not imported`]),
      ...sheet.leftOut.map(({ cell, text }) =>
        zh ? `${cell} 为表外说明，未导入：${text}` : `${cell} is a remark beside the table, left out: ${text}`,
      ),
    ];
    return [colors.bold(visible(title)), table, ...more.map(visible)].join('\n');
  });
  const skipped =
    reading.skipped.length === 0
      ? []
      : [
          zh
            ? `没有找到表格的工作表：${reading.skipped.join('、')}`
            : `Sheets without a table: ${reading.skipped.join(', ')}`,
        ];
  const remarks = remarkLines(reading.remarks, lang, color, context);
  const { year } = reading;
  const from = {
    given: zh ? '由参数指定' : 'as given',
    sheet: zh ? '取自表中' : 'from the sheet',
    today: zh ? '表中没有年份，取截至日期所在年' : 'nothing names one: the year of the status date',
  }[year.from];
  const setting = zh
    ? `年度 ${year.value}（${from}）${reading.reportDay === undefined ? '' : `，进展数据截至 ${formatDay(reading.reportDay)}`}`
    : `Year ${year.value} (${from})${reading.reportDay === undefined ? '' : `, reports as of ${formatDay(reading.reportDay)}`}`;
  const count = reading.ledger.projects.length;
  const end =
    written === undefined
      ? zh
        ? `${file}：${count} 个项目，未写入文件`
        : `${file}: ${count} projects; nothing was written`
      : zh
        ? `${file}：${count} 个项目，已写入 ${written}`
        : `${file}: ${count} projects, written to ${written}`;
  return logText(
    `${[...parts, [...skipped, ...(remarks === '' ? [] : [remarks])].join('\n'), setting, visible(end)].filter((part) => part !== '').join('\n\n')}\n`,
  );
}

/** One a line: how grave, where, what. */
export function remarkLines(
  remarks: readonly Remark[],
  lang: Lang,
  color: boolean | undefined,
  context: Context,
): string {
  const zh = lang === 'zh';
  const colors = pc.createColors(wantsColor(color, context));
  const paint = { error: colors.red, warning: colors.yellow, info: colors.dim } as const;
  const lines = remarks
    .slice(0, MOST_REMARKS)
    .map(
      (remark) =>
        `${paint[remark.severity](`${severityText(remark.severity, zh)} `)}${visible(remarkText(remark, lang))}`,
    );
  const cut = remarks.length - lines.length;
  return [...lines, ...(cut > 0 ? [zh ? `……另有 ${cut} 条` : `… and ${cut} more`] : [])].join('\n');
}

export function reportJson(reading: LedgerReading, { file, written }: Outcome, lang: Lang): string {
  return jsonText({
    version: 1,
    file,
    written: written ?? null,
    year: reading.year.value,
    reportDay: reading.reportDay === undefined ? null : formatDay(reading.reportDay),
    projects: reading.ledger.projects.map(({ id, title, cell }) => ({ id, title: title ?? null, cell })),
    sheets: reading.sheets.map(({ sheet, headRows, columns, projects, sections, totals, leftOut }) => ({
      sheet,
      headRows,
      projects,
      columns: columns.map((column) => ({
        column: column.letters,
        head: column.head,
        field: FIELDS[column.field].title.en,
        detail: column.detail ?? null,
        year: column.year ?? null,
        unit: column.unit?.text ?? null,
        own: ownOf(column, reading.ledger.fields),
        how: column.how,
      })),
      sections,
      totals,
      leftOut,
    })),
    skipped: reading.skipped,
    remarks: reading.remarks.map(({ severity, cell, message }) => ({ severity, cell, message: message[lang] })),
  });
}

/** An own field with its name and type: `字段：用地（数值）`. */
function ownText(column: Column, fields: readonly OwnField[], lang: Lang): string | undefined {
  const own = fields.find((field) => field.column === column.own);
  if (column.field !== 'own' || own === undefined) return undefined;
  const type = FIELD_TYPES[own.type][lang];
  const of =
    own.choices.length === 0 ? '' : `${lang === 'zh' ? '：' : ': '}${own.choices.join(lang === 'zh' ? '、' : ', ')}`;
  return lang === 'zh' ? `字段：${own.name}（${type}${of}）` : `field: ${own.name} (${type}${of})`;
}

function fieldText(column: Column, fields: readonly OwnField[], lang: Lang): string {
  const own = ownText(column, fields, lang);
  if (own !== undefined) return own;
  const { field, detail, year, month } = column;
  const more = [detail, year === undefined ? undefined : `${year}`, month === undefined ? undefined : `M${month}`];
  const told = more.filter((part) => part !== undefined).join(' ');
  return `${FIELDS[field].title[lang]}${told === '' ? '' : `${lang === 'zh' ? '：' : ': '}${told}`}`;
}

function unitText({ field, unit }: Column, zh: boolean): string {
  const kind = FIELDS[field].kind;
  if (unit !== undefined) return unit.text;
  return kind === 'money' || kind === 'report-money' ? (zh ? '未说明' : 'not said') : '';
}

function ownOf(column: Column, fields: readonly OwnField[]) {
  const own = fields.find((field) => field.column === column.own);
  return column.field !== 'own' || own === undefined
    ? null
    : { name: own.name, type: own.type, unit: own.unit ?? null, choices: own.choices };
}

function howText(how: Column['how'], zh: boolean): string {
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

function severityText(severity: Severity, zh: boolean): string {
  return { error: zh ? '错误' : 'error', warning: zh ? '警告' : 'warning', info: zh ? '说明' : 'info' }[severity];
}

function remarkText({ cell, message }: Remark, lang: Lang): string {
  return cell === '' ? message[lang] : `${cell}${lang === 'zh' ? '：' : ': '}${message[lang]}`;
}
