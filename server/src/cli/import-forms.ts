/** `planwright import FORM... --merge`: returned forms into the plan, each as a whole or not at all. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { PlanEdits } from '../exchange/edits/plan-edits.js';
import { applyForm } from '../exchange/form/apply-form.js';
import { isForm } from '../exchange/form/form-meta.js';
import type { FormReading, FormStatement } from '../exchange/form/form-statements.js';
import { formText, refusalText, statementText } from '../exchange/form/form-words.js';
import { readForm } from '../exchange/form/read-form.js';
import { readSheets } from '../exchange/spreadsheet/read-sheets.js';
import type { Sheet } from '../exchange/spreadsheet/sheet.js';
import { formatDay, today } from '../model/day.js';
import type { Bilingual, Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { tornBy } from '../workspace/fixes/merge-conflict.js';
import { readRegular } from '../workspace/node-files-read.js';
import { type Context, EXIT, UsageError, wantsColor } from './context.js';
import { jsonText } from './json-text.js';
import type { LoadOptions } from './load.js';
import { loadOne } from './one-root.js';
import { displayPath } from './paths.js';
import { writeChanged } from './write-changed.js';

export interface FormsOptions extends LoadOptions {
  /** The folder of the plan. */
  readonly plan?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly format: 'text' | 'json';
  readonly color?: boolean | undefined;
}

interface Result {
  readonly file: string;
  readonly reading: FormReading;
}

/** Excel files, and those in folders; files that a spreadsheet program keeps while it is open are none. */
export function formFiles(paths: readonly string[], context: Context): readonly string[] {
  return paths.flatMap((given) => {
    const absolute = path.resolve(context.cwd, given);
    if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return [absolute];
    return readdirSync(absolute)
      .filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.'))
      .sort()
      .map((name) => path.join(absolute, name));
  });
}

/** Whether a file is a form that this program made; undefined where it cannot be read. */
export async function sheetsIn(file: string): Promise<readonly Sheet[] | Bilingual> {
  const read = await readRegular(file);
  if ('unread' in read) return { en: 'the file cannot be read', zh: '无法读取文件' };
  const sheets = await readSheets(read.bytes, path.basename(file));
  return sheets.ok ? sheets.value : sheets.problem;
}

export async function importForms(files: readonly string[], options: FormsOptions, context: Context): Promise<number> {
  if (files.length === 0) throw new UsageError({ en: 'There is no form in that folder', zh: '该文件夹中没有填报表' });
  const loaded = await loadOne([options.plan ?? '.'], options, context);
  const { root, lang } = loaded;
  const results: Result[] = [];
  const changed = new Map<string, string>();
  const now = options.asOf ?? today(context.now());
  for (const file of files) {
    const name = displayPath(context, file);
    const sheets = await sheetsIn(file);
    if ('en' in sheets) results.push(refused(name, sheets));
    else if (!isForm(sheets)) {
      results.push(refused(name, { en: 'this is no form of Planwright', zh: '这不是 Planwright 生成的填报表' }));
    } else {
      const reading = readForm(sheets, root.analysis, now);
      const edits = new PlanEdits(root, lang);
      applyForm(reading.statements, edits, root.analysis.plan.portfolio?.currency?.text ?? 'CNY');
      const made = edits.changed();
      const torn = tornBy(made, root);
      results.push(torn === undefined ? { file: name, reading } : refused(name, torn));
      // The next form is read against what this one says.
      for (const each of torn === undefined ? made : []) {
        changed.set(each.file, each.text);
        root.set(each.file, each.text);
      }
    }
  }
  if (options.dryRun !== true) {
    await writeChanged(
      [...changed].map(([file, text]) => ({ file, text })),
      loaded.folder,
      context,
    );
  }
  const output =
    options.format === 'json'
      ? asJson(results, [...changed.keys()], options, lang)
      : asText(results, [...changed.keys()], options, lang, context);
  if (options.format === 'json' || options.quiet !== true) context.stdout.write(output);
  return results.some(({ reading }) => reading.refusals.length > 0) ? EXIT.findings : EXIT.clean;
}

function refused(file: string, message: Bilingual): Result {
  return { file, reading: { unit: '', statements: [], refusals: [{ cell: '', message }], known: 0 } };
}

// ------------------------------------------------------------------------------------------------ what is said of it

function asText(
  results: readonly Result[],
  written: readonly string[],
  { color, dryRun }: FormsOptions,
  lang: Lang,
  context: Context,
): string {
  const zh = lang === 'zh';
  const colors = pc.createColors(wantsColor(color, context));
  const blocks = results.map(({ file, reading }) => {
    const { refusals, statements } = reading;
    const head = visible(formText(reading, file, lang));
    return refusals.length > 0
      ? [colors.red(head), ...refusals.map((each) => `  ${visible(refusalText(each, lang))}`)].join('\n')
      : [colors.bold(head), ...statements.map((each) => `  ${visible(statementText(each, lang))}`)].join('\n');
  });
  const end =
    written.length === 0
      ? ''
      : dryRun === true
        ? zh
          ? `未写入；将改动 ${written.join('、')}`
          : `Nothing was written; would change ${written.join(', ')}`
        : zh
          ? `已写入 ${written.join('、')}`
          : `Written: ${written.join(', ')}`;
  return logText(`${[...blocks, visible(end)].filter((block) => block !== '').join('\n\n')}\n`);
}

function asJson(results: readonly Result[], written: readonly string[], { dryRun }: FormsOptions, lang: Lang): string {
  return jsonText({
    version: 1,
    forms: results.map(({ file, reading: { unit, refusals, statements, known } }) => ({
      file,
      unit: unit === '' ? null : unit,
      accepted: refusals.length === 0,
      refusals: refusals.map(({ cell, message }) => ({ cell: cell === '' ? null : cell, message: message[lang] })),
      statements: statements.map((each) => ({
        type: each.type,
        element: elementOf(each),
        day: 'day' in each ? formatDay(each.day) : null,
      })),
      known,
    })),
    written: dryRun === true ? [] : written,
  });
}

function elementOf(statement: FormStatement): string {
  switch (statement.type) {
    case 'report':
    case 'issue':
      return statement.project.id;
    case 'started':
    case 'done':
      return statement.item.id;
    case 'tried':
    case 'resolved':
      return statement.issue.id;
    case 'feedback':
    case 'decision-done':
      return statement.decision.id;
    case 'person':
      return statement.name;
  }
}
