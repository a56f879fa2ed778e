/** How a file was understood and what would be written, as a document: what an editor shows before anything is. */
import type { Lang } from '../../model/lang.js';
import { cell, inlines, row, strong } from '../../report/compose.js';
import type { Block, Column, ReportDocument } from '../../report/document.js';
import type { FormReading } from '../form/form-statements.js';
import { formText, refusalText, statementText } from '../form/form-words.js';
import type { LedgerMerge } from '../ledger/merge-ledger.js';
import type { LedgerReading } from '../ledger/read-ledger.js';
import {
  COLUMN_HEADS,
  columnTexts,
  isOffice,
  settingText,
  severityText,
  sheetRemarks,
  sheetTitle,
  skippedSheets,
} from '../ledger/report-words.js';
import type { Remark } from '../ledger/statements.js';
import type { ScheduleText } from '../mspdi/write-schedule.js';

interface Said {
  /** The name of the file. */
  readonly file: string;
  readonly lang: Lang;
}

/** Of a kind that goes on for long. */
const MOST_ROWS = 500;
const ORDER = { error: 0, warning: 1, info: 2 } as const;
const TONE = { error: 'red', warning: 'yellow', info: 'grey' } as const;

/** A ledger that becomes a plan file of its own. */
export function ledgerReport(reading: LedgerReading, { file, lang }: Said): ReportDocument {
  const zh = lang === 'zh';
  const { projects } = reading.ledger;
  return documentOf(file, lang, [
    summaryOf(
      zh
        ? `${projects.length} 个项目，写入新的计划文件。`
        : `${counted(projects.length, 'project')}, for a new plan file.`,
    ),
    ...remarkBlocks(reading.remarks, lang),
    ...columnBlocks(reading, lang),
    heading(zh ? '项目' : 'Projects'),
    table(
      [column(zh ? '位置' : 'Cell'), column(zh ? '项目' : 'Project'), column(zh ? '名称' : 'Name', true)],
      projects.map(({ cell: at, id, title }) => [at, id, title ?? id]),
      lang,
    ),
  ]);
}

/** A ledger that brings the plan up to date. */
export function mergeReport(
  reading: LedgerReading,
  merge: LedgerMerge,
  { file, written, lang }: Said & { readonly written: readonly string[] },
): ReportDocument {
  const zh = lang === 'zh';
  const { changes, added } = merge;
  const remarks = [...reading.remarks, ...merge.remarks];
  const hasErrors = remarks.some(({ severity }) => severity === 'error');
  const files = written.join(zh ? '、' : ', ');
  const known = new Map(reading.ledger.projects.map((project) => [project.id, project]));
  const what = [
    ...(changes.length === 0 ? [] : [zh ? `改动 ${changes.length} 处` : counted(changes.length, 'change')]),
    ...(added.length === 0 ? [] : [zh ? `新增 ${added.length} 个项目` : counted(added.length, 'new project')]),
  ].join(zh ? '，' : ' and ');
  const summary = hasErrors
    ? zh
      ? '有错误，不能导入。'
      : 'There are errors: nothing can be imported.'
    : what === ''
      ? zh
        ? '计划与表一致，没有改动。'
        : 'The plan agrees with the sheet; nothing to change.'
      : zh
        ? `${what}（${files}）。`
        : `${what}, in ${files}.`;
  return documentOf(file, lang, [
    summaryOf(summary),
    ...remarkBlocks(remarks, lang),
    ...(changes.length === 0
      ? []
      : [
          heading(zh ? '改动' : 'Changes'),
          table(
            [
              column(zh ? '位置' : 'Cell'),
              column(zh ? '项目' : 'Project'),
              column(zh ? '计划中' : 'In the plan', true),
              column(zh ? '改为' : 'Becomes', true),
            ],
            changes.map(({ cell: at, element, before, now }) => [at, element, before ?? '', now]),
            lang,
          ),
        ]),
    ...(added.length === 0
      ? []
      : [
          heading(zh ? '新增项目' : 'New projects'),
          table(
            [column(zh ? '位置' : 'Cell'), column(zh ? '项目' : 'Project'), column(zh ? '名称' : 'Name', true)],
            added.map((id) => [known.get(id)?.cell ?? '', id, known.get(id)?.title ?? id]),
            lang,
          ),
        ]),
    ...columnBlocks(reading, lang),
  ]);
}

/** A returned form. */
export function formReport(reading: FormReading, { file, lang }: Said): ReportDocument {
  const { refusals, statements } = reading;
  const items = refusals.length > 0 ? refusals.map((each) => refusalText(each, lang)) : textsOf(reading, lang);
  return documentOf(file, lang, [
    refusals.length > 0
      ? { type: 'callout', tone: 'warn', content: inlines(formText(reading, file, lang)) }
      : summaryOf(formText(reading, file, lang)),
    ...(items.length === 0 || (refusals.length === 0 && statements.length === 0)
      ? []
      : [{ type: 'list' as const, ordered: false, items: items.map((each) => ({ content: inlines(each) })) }]),
  ]);
}

function textsOf({ statements }: FormReading, lang: Lang): readonly string[] {
  return statements.map((each) => statementText(each, lang));
}

/** A schedule of Microsoft Project. */
export function scheduleReport({ projects, remarks }: ScheduleText, { file, lang }: Said): ReportDocument {
  const zh = lang === 'zh';
  const items = projects.reduce((sum, each) => sum + each.items, 0);
  return documentOf(file, lang, [
    summaryOf(
      zh
        ? `${projects.length} 个项目，${items} 项任务和节点，写入新的计划文件。`
        : `${counted(projects.length, 'project')}, ${items} tasks and milestones, for a new plan file.`,
    ),
    ...remarkBlocks(remarks, lang),
    heading(zh ? '项目' : 'Projects'),
    table(
      [
        column(zh ? '项目' : 'Project'),
        column(zh ? '名称' : 'Name', true),
        { title: zh ? '任务和节点' : 'Tasks and milestones', kind: 'number' },
      ],
      projects.map((each) => [each.id, each.title ?? each.id, `${each.items}`]),
      lang,
    ),
  ]);
}

// ------------------------------------------------------------------------------------------------ parts

function documentOf(file: string, lang: Lang, blocks: readonly Block[]): ReportDocument {
  return { kind: 'import', title: lang === 'zh' ? `导入 ${file}` : `Import ${file}`, statusDate: '', lang, blocks };
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function summaryOf(text: string): Block {
  return { type: 'paragraph', content: [strong(text)] };
}

function heading(text: string): Block {
  return { type: 'heading', level: 1, text };
}

function column(title: string, wrap = false): Column {
  return { title, kind: 'text', wrap };
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[], lang: Lang): Block {
  const shown = rows.slice(0, MOST_ROWS).map((texts) => row(texts.map((text) => cell(text))));
  const left = rows.length - shown.length;
  const more = lang === 'zh' ? `……另有 ${left} 行` : `… and ${left} more`;
  return {
    type: 'table',
    columns,
    rows: left === 0 ? shown : [...shown, { type: 'group', content: inlines(more) }],
  };
}

/** The gravest first. */
function remarkBlocks(remarks: readonly Remark[], lang: Lang): readonly Block[] {
  if (remarks.length === 0) return [];
  const sorted = [...remarks].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const zh = lang === 'zh';
  const rows = sorted
    .slice(0, MOST_ROWS)
    .map(({ severity, cell: at, message, needs }) =>
      row([
        cell([{ type: 'light', light: TONE[severity], word: severityText(severity, lang) }]),
        cell(at),
        cell((needs?.plain ?? message)[lang]),
      ]),
    );
  const left = sorted.length - rows.length;
  return [
    heading(zh ? '需要留意' : 'What to look at'),
    {
      type: 'table',
      columns: [
        { title: '', kind: 'light' },
        column(zh ? '位置' : 'Cell'),
        column(zh ? '说明' : 'What is said of it', true),
      ],
      headColumn: -1,
      rows:
        left === 0
          ? rows
          : [...rows, { type: 'group', content: inlines(zh ? `……另有 ${left} 条` : `… and ${left} more`) }],
    },
  ];
}

/** How each column was understood, sheet by sheet. */
function columnBlocks(reading: LedgerReading, lang: Lang): readonly Block[] {
  const zh = lang === 'zh';
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: inlines(text) });
  return [
    heading(zh ? '各列的理解' : 'How the columns were understood'),
    paragraph(settingText(reading, lang)),
    ...reading.sheets.flatMap((sheet): readonly Block[] => [
      { type: 'heading', level: 2, text: sheetTitle(sheet, lang) },
      {
        type: 'table',
        columns: COLUMN_HEADS.map(({ [lang]: title }, index) => column(title, index === 1 || index >= 4)),
        rows: sheet.columns.map((each) =>
          row(
            columnTexts(each, reading.ledger.fields, lang).map((text, index) =>
              cell(index === 2 && isOffice(each) ? [strong(text)] : text),
            ),
          ),
        ),
      },
      ...sheetRemarks(sheet, lang).map(paragraph),
    ]),
    ...skippedSheets(reading, lang).map(paragraph),
  ];
}
