/** `planwright import FILE`: a ledger as plan text, with a report of how it was understood. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isForm } from '../exchange/form/form-meta.js';
import { type Mapping, mappedField } from '../exchange/ledger/columns.js';
import { nameOf } from '../exchange/ledger/gathering.js';
import { type MoneyUnit, moneyUnit } from '../exchange/ledger/money-unit.js';
import { otherCurrency } from '../exchange/ledger/plan-currency.js';
import { type LedgerReading, readLedger } from '../exchange/ledger/read-ledger.js';
import { noNames } from '../exchange/ledger/report-words.js';
import { settleFields } from '../exchange/ledger/settle-fields.js';
import { settleNames } from '../exchange/ledger/settle-names.js';
import { writePlan } from '../exchange/ledger/write-plan.js';
import { readSheets } from '../exchange/spreadsheet/read-sheets.js';
import type { Sheet } from '../exchange/spreadsheet/sheet.js';
import { civil, type Day, today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import type { Plan } from '../model/plan.js';
import { readRegular } from '../workspace/node-files-read.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import type { PathOptions } from './find-roots.js';
import { formFiles, importForms, sheetsIn } from './import-forms.js';
import { readMapping, writeMapping } from './import-mapping.js';
import { mergeIntoPlan } from './import-merge.js';
import { reportJson, reportText } from './import-report.js';
import { loadOne } from './one-root.js';
import { displayPath } from './paths.js';
import { unreadable } from './unreadable.js';
import { writeFileAtomically } from './write-file.js';

export interface ImportOptions extends PathOptions {
  readonly output?: string | undefined;
  /** Write over the plan that is there. */
  readonly overwrite?: boolean | undefined;
  /** Bring the plan up to date with what the file says. */
  readonly merge?: boolean | undefined;
  /** A project whose name is near to one of the plan is that one, or is a new one. */
  readonly acceptNearest?: boolean | undefined;
  readonly acceptNew?: boolean | undefined;
  /** The folder of that plan. */
  readonly plan?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** `列=字段`. */
  readonly map?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  readonly writeMapping?: string | undefined;
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly sheet?: readonly string[] | undefined;
  readonly rows?: readonly string[] | undefined;
  /** The vocabulary of the text. */
  readonly keywords?: Lang | undefined;
  readonly format: 'text' | 'json';
  readonly asOf?: Day | undefined;
  readonly lang?: Lang | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export async function importFiles(files: readonly string[], options: ImportOptions, context: Context): Promise<number> {
  keepHeapSmall();
  const [first] = files;
  if (files.length === 1 && first !== undefined && /\.xml$/i.test(first)) {
    const { importSchedule } = await import('./import-schedule.js');
    const target = options.output === undefined ? undefined : path.resolve(context.cwd, options.output);
    const there = target === undefined ? undefined : await planAround(target, options, context);
    return importSchedule(first, target, there, options.lang ?? environmentLang(context), options, context);
  }
  let read: readonly Sheet[] | undefined;
  if (options.merge === true) {
    const forms = formFiles(files, context);
    const [only, ...others] = forms;
    // A folder, or several files, can only be forms; one file is what it is.
    if (only === undefined || others.length > 0) return importForms(forms, options, context);
    const sheets = await sheetsIn(only);
    // What cannot be read at all is told as with any file.
    read = 'en' in sheets ? undefined : sheets;
    if (read !== undefined && isForm(read)) return importForms(forms, options, context);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    throw new UsageError({ en: 'One file at a time is imported', zh: '一次导入一个文件' });
  }
  const lang = options.lang ?? environmentLang(context);
  const reading = await readFile(file, read, options, context);
  // What its cells say is known now; the plan needs the room.
  read = undefined;
  const name = displayPath(context, path.resolve(context.cwd, file));
  const { ledger } = reading;
  if (ledger.projects.length === 0 && ledger.figures === undefined) {
    say(reading, { file: name }, options, lang, context);
    const problem = noNames(name);
    throw new UsageError({
      en: `${problem.en}; say which one does, as in --map '列名=项目名称'`,
      zh: `${problem.zh}，请指明，例如 --map '列名=项目名称'`,
    });
  }
  if (options.merge === true) return mergeIntoPlan(reading, name, options, context);
  if (options.writeMapping !== undefined) await writeMapping(options.writeMapping, reading, options, context);
  const hasErrors = reading.remarks.some(({ severity }) => severity === 'error');
  if (options.dryRun === true || hasErrors) {
    say(reading, { file: name }, options, lang, context);
    return hasErrors ? EXIT.findings : EXIT.clean;
  }
  const target = options.output === undefined ? undefined : path.resolve(context.cwd, options.output);
  const there = target === undefined ? undefined : await planAround(target, options, context);
  refuseDuplicates(reading, there, target, options, context);
  const named = there === undefined ? { ledger, remarks: [] } : settleNames(ledger, there);
  const settled = settleFields(named.ledger, there?.all('field') ?? [], false);
  const apart = there?.portfolio === undefined ? undefined : otherCurrency(ledger, there);
  const told = {
    ...reading,
    remarks: [...reading.remarks, ...named.remarks, ...settled.remarks, ...(apart === undefined ? [] : [apart])],
  };
  if (apart !== undefined) {
    say(told, { file: name }, options, lang, context);
    return EXIT.findings;
  }
  const text = writePlan(settled.ledger, {
    lang: options.keywords ?? lang,
    portfolio: there?.portfolio === undefined ? portfolioName(reading, file) : undefined,
    isDeclared: (kind, declared) => there?.find(kind, declared) !== undefined,
  });
  if (target === undefined) {
    if (options.quiet !== true) context.stderr.write(reportText(told, { file: name }, lang, options.color, context));
    context.stdout.write(text);
    return EXIT.clean;
  }
  await writeFileAtomically(target, text);
  say(told, { file: name, written: displayPath(context, target) }, options, lang, context);
  return EXIT.clean;
}

/**
 * Cells, rows and trees of plan text are garbage soon after they were made, and by itself V8 lets the heap grow threefold
 * before it looks: merging 10,000 rows took 480 MB, where 300 MB do, for a tenth more processor time.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
}

async function readFile(
  file: string,
  known: readonly Sheet[] | undefined,
  options: ImportOptions,
  context: Context,
): Promise<LedgerReading> {
  const name = displayPath(context, path.resolve(context.cwd, file));
  const sheets = known ?? (await readOne(file, name, context));
  if (isForm(sheets)) {
    throw new UsageError({
      en: `'${name}' is a form that a unit has returned, no ledger: --merge takes it into the plan`,
      zh: `“${name}”是单位交回的填报表，不是台账：请用 --merge 并入计划`,
    });
  }
  const given = await readMapping(options.mapping, context);
  const names = sheets.map((sheet) => sheet.name);
  const missing = options.sheet?.find((sheet) => !names.includes(sheet));
  if (missing !== undefined) {
    throw new UsageError({
      en: `'${name}' has no sheet '${missing}'; there are: ${names.join(', ')}`,
      zh: `“${name}”中没有工作表“${missing}”，现有：${names.join('、')}`,
    });
  }
  return readLedger(sheets, {
    mapping: new Map([...given.columns, ...mappingOf(options.map ?? [])]),
    unit: unitOf(options.unit ?? given.unit),
    year: options.year ?? given.year,
    reportDay: options.asOf,
    sheets: options.sheet,
    rows: new Map((options.rows ?? []).map((text) => pairOf(text, '--rows'))),
    thisYear: civil(options.asOf ?? today(context.now())).year,
    fileName: path.basename(file).replace(/\.[^.]*$/, ''),
  });
}

async function readOne(file: string, name: string, context: Context): Promise<readonly Sheet[]> {
  const read = await readRegular(path.resolve(context.cwd, file));
  if ('unread' in read) throw unreadable([{ name, why: read.unread }]);
  const sheets = await readSheets(read.bytes, path.basename(file));
  if (sheets.ok) return sheets.value;
  throw new UsageError({ en: `'${name}': ${sheets.problem.en}`, zh: `“${name}”：${sheets.problem.zh}` });
}

function mappingOf(texts: readonly string[]): Mapping {
  return new Map(
    texts.map((text) => {
      const [column, field] = pairOf(text, '--map');
      const mapped = mappedField(field);
      if (mapped !== undefined) return [column, mapped] as const;
      throw new UsageError({
        en: `'${field}' is no field of a ledger; 'planwright import --help' lists them`,
        zh: `没有名为“${field}”的字段，可用字段见 planwright import --help`,
      });
    }),
  );
}

/** The head may hold the sign itself: the last one counts. */
function pairOf(text: string, option: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && left !== '' && right !== '') return [left, right];
  throw new UsageError({
    en: `${option} takes COLUMN=VALUE, not '${text}'`,
    zh: `${option} 的写法是“列=值”，而不是“${text}”`,
  });
}

function unitOf(text: string | undefined): MoneyUnit | undefined {
  if (text === undefined) return undefined;
  const unit = moneyUnit(text);
  if (unit !== undefined) return unit;
  throw new UsageError({
    en: `'${text}' is no unit of money; write 万元, 亿元, 元, GBP m or the like`,
    zh: `“${text}”不是金额单位，可写 万元、亿元、元 等`,
  });
}

/** The plan that the file is to become a part of. */
async function planAround(target: string, options: ImportOptions, context: Context): Promise<Plan | undefined> {
  if (!target.endsWith('.plan')) {
    const name = displayPath(context, target);
    throw new UsageError({ en: `'${name}' does not end in .plan`, zh: `“${name}”不是以 .plan 结尾` });
  }
  const name = displayPath(context, target);
  if (!existsSync(path.dirname(target))) {
    throw new UsageError({
      en: `There is no folder '${displayPath(context, path.dirname(target))}'`,
      zh: `没有文件夹“${displayPath(context, path.dirname(target))}”`,
    });
  }
  if (existsSync(target) && options.overwrite !== true) {
    throw new UsageError({
      en: `'${name}' is there already; --overwrite replaces it, --merge brings it up to date`,
      zh: `“${name}”已存在：--overwrite 覆盖，--merge 更新其中的内容`,
    });
  }
  const { root, folder } = await loadOne(
    [path.dirname(target)],
    { ...options, allowEmpty: true, quiet: true },
    context,
  );
  // What is replaced declares nothing.
  root.delete(path.relative(folder, target).split(path.sep).join('/'));
  return root.analysis.plan;
}

function refuseDuplicates(
  { ledger }: LedgerReading,
  plan: Plan | undefined,
  target: string | undefined,
  _options: ImportOptions,
  context: Context,
): void {
  const double = ledger.projects.filter(({ id }) => plan?.find('project', id) !== undefined).map(({ id }) => id);
  if (double.length === 0 || target === undefined) return;
  const shown = double.slice(0, 5);
  throw new UsageError({
    en: `The plan around '${displayPath(context, target)}' has ${double.length} of the projects already (${shown.join(', ')}${double.length > 5 ? ' …' : ''}); --merge brings them up to date`,
    zh: `“${displayPath(context, target)}”所在的计划中已有其中 ${double.length} 个项目（${shown.join('、')}${double.length > 5 ? '……' : ''}）；如需更新请用 --merge`,
  });
}

function portfolioName({ ledger }: LedgerReading, file: string): string {
  return nameOf(ledger.title ?? path.basename(file).replace(/\.[^.]*$/, '')) || 'ledger';
}

function say(
  reading: LedgerReading,
  outcome: { readonly file: string; readonly written?: string },
  options: ImportOptions,
  lang: Lang,
  context: Context,
): void {
  if (options.format === 'json') context.stdout.write(reportJson(reading, outcome, lang));
  else if (options.quiet !== true) context.stdout.write(reportText(reading, outcome, lang, options.color, context));
}
