/** `planwright import LEDGER --merge`: a plan brought up to date by small edits, all of them or none. */
import { PlanEdits } from '../exchange/edits/plan-edits.js';
import type { NearName } from '../exchange/ledger/match-projects.js';
import { type LedgerMerge, mergeLedger } from '../exchange/ledger/merge-ledger.js';
import type { LedgerReading } from '../exchange/ledger/read-ledger.js';
import { sheetRemarks, skippedSheets } from '../exchange/ledger/report-words.js';
import type { Remark } from '../exchange/ledger/statements.js';
import { today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { tornBy } from '../workspace/fixes/merge-conflict.js';
import { type Context, EXIT, UsageError } from './context.js';
import type { ImportOptions } from './import.js';
import { remarkLines, reportJson } from './import-report.js';
import { jsonText } from './json-text.js';
import { loadOne } from './one-root.js';
import { writeChanged } from './write-changed.js';

export async function mergeIntoPlan(
  reading: LedgerReading,
  file: string,
  options: ImportOptions,
  context: Context,
): Promise<number> {
  const loaded = await loadOne([options.plan ?? '.'], options, context);
  const { root, lang } = loaded;
  const edits = new PlanEdits(root, options.keywords ?? lang);
  const near = options.acceptNew === true ? 'new' : options.acceptNearest === true ? 'known' : 'ask';
  const day = options.asOf ?? reading.reportDay ?? today(context.now());
  const merge = mergeLedger(reading.ledger, root.analysis.plan, edits, { near: () => near, day });
  const all = { ...merge, remarks: [...reading.remarks, ...merge.asked.map(question), ...merge.remarks] };
  const hasErrors = all.remarks.some(({ severity }) => severity === 'error');
  const changed = hasErrors ? [] : edits.changed();
  const torn = tornBy(changed, root);
  if (torn !== undefined) throw new UsageError(torn);
  if (options.dryRun !== true) await writeChanged(changed, loaded.folder, context);
  const written = changed.map((each) => each.file);
  if (options.format === 'json') context.stdout.write(asJson(reading, all, written, file, options, lang));
  else if (options.quiet !== true)
    context.stdout.write(asText(reading, all, written, file, options, lang, context, hasErrors));
  return hasErrors ? EXIT.findings : EXIT.clean;
}

/** A near name is not taken without being told to. */
function question({ row, project }: NearName): Remark {
  const [name, known] = [row.title ?? row.id, project.title?.text ?? project.name.text];
  return {
    severity: 'error',
    cell: row.cell,
    message: {
      en: `'${name}' is not in the plan; is it ${project.id} '${known}'? --accept-nearest takes it for that, --accept-new for a new project`,
      zh: `“${name}”计划中没有此名称，是否指 ${project.id}“${known}”？加 --accept-nearest 按该项目更新，加 --accept-new 按新项目加入`,
    },
  };
}

function asText(
  reading: LedgerReading,
  { changes, added, remarks }: LedgerMerge,
  written: readonly string[],
  file: string,
  { dryRun, color }: ImportOptions,
  lang: Lang,
  context: Context,
  hasErrors: boolean,
): string {
  const zh = lang === 'zh';
  const lines = changes.map(({ element, cell, before, now }) =>
    before === undefined
      ? `${cell}  ${element}${zh ? '：' : ': '}+ ${now}`
      : `${cell}  ${element}${zh ? '：' : ': '}${before} → ${now}`,
  );
  const news = added.map((id) => (zh ? `新增项目 ${id}` : `new project ${id}`));
  const count = changes.length + added.length;
  const names = written.join(zh ? '、' : ', ');
  const end = hasErrors
    ? zh
      ? `${file}：有错误，未写入`
      : `${file}: there are errors, nothing was written`
    : count === 0
      ? zh
        ? `${file}：计划与表一致，没有改动`
        : `${file}: the plan agrees with the sheet; nothing to change`
      : dryRun === true
        ? zh
          ? `${file}：将改动 ${count} 处（${names}），未写入`
          : `${file}: ${count} changes to ${names}; nothing was written`
        : zh
          ? `${file}：改动 ${count} 处，已写入 ${names}`
          : `${file}: ${count} changes written to ${names}`;
  const blocks = [
    [...lines, ...news].map(visible).join('\n'),
    [...reading.sheets.flatMap((sheet) => sheetRemarks(sheet, lang)), ...skippedSheets(reading, lang)]
      .map(visible)
      .join('\n'),
    remarkLines(remarks, lang, color, context),
    visible(end),
  ];
  return logText(`${blocks.filter((block) => block !== '').join('\n\n')}\n`);
}

function asJson(
  reading: LedgerReading,
  { changes, added, remarks }: LedgerMerge,
  written: readonly string[],
  file: string,
  { dryRun }: ImportOptions,
  lang: Lang,
): string {
  const report: unknown = JSON.parse(reportJson({ ...reading, remarks }, { file }, lang));
  return jsonText({
    ...(typeof report === 'object' ? report : {}),
    written: dryRun === true ? [] : written,
    changes: changes.map(({ element, cell, before, now }) => ({ element, cell, before: before ?? null, now })),
    added,
  });
}
