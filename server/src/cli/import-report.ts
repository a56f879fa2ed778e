/** How an import was understood, as text for people and as JSON for programs. */
import pc from 'picocolors';
import { FIELDS } from '../exchange/ledger/fields.js';
import type { LedgerReading, SheetReport } from '../exchange/ledger/read-ledger.js';
import {
  COLUMN_HEADS,
  columnTexts,
  isOffice,
  remarkText,
  settingText,
  severityText,
  sheetRemarks,
  sheetTitle,
  skippedSheets,
} from '../exchange/ledger/report-words.js';
import type { OwnField, Remark } from '../exchange/ledger/statements.js';
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
    const table = textTable(
      COLUMN_HEADS.map((each) => ({ title: each[lang], widest: 36 })),
      sheet.columns.map((column) => ({
        cells: columnTexts(column, reading.ledger.fields, lang),
        paint: (cell: string) => (isOffice(column) ? colors.yellow(cell) : cell),
      })),
      { head: colors.bold, rule: colors.dim },
      terminalWidth(context),
    );
    return [colors.bold(visible(sheetTitle(sheet, lang))), table, ...sheetRemarks(sheet, lang).map(visible)].join('\n');
  });
  const remarks = remarkLines(reading.remarks, lang, color, context);
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
    `${[...parts, [...skippedSheets(reading, lang), ...(remarks === '' ? [] : [remarks])].join('\n'), settingText(reading, lang), visible(end)].filter((part) => part !== '').join('\n\n')}\n`,
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
        `${paint[remark.severity](`${severityText(remark.severity, lang)} `)}${visible(remarkText(remark, lang))}`,
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
    sheets: reading.sheets.map(
      ({ sheet, headRows, reportDay, columns, hiddenRows, hiddenColumns, projects, sections, totals, leftOut }) => ({
        sheet,
        headRows,
        reportDay: reportDay === undefined ? null : formatDay(reportDay),
        hiddenRows,
        hiddenColumns,
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
      }),
    ),
    skipped: reading.skipped,
    hidden: reading.hidden,
    remarks: reading.remarks.map(({ severity, cell, message }) => ({ severity, cell, message: message[lang] })),
  });
}

function ownOf(column: Column, fields: readonly OwnField[]) {
  const own = fields.find((field) => field.column === column.own);
  return column.field !== 'own' || own === undefined
    ? null
    : { name: own.name, type: own.type, unit: own.unit ?? null, choices: own.choices };
}
