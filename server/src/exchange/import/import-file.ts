/** A file into a plan, as an editor asks for it: what it is, what has to be asked, and what would be written where. */
import type { Analysis } from '../../analysis/analysis.js';
import { civil, type Day, parseIsoDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { Plan } from '../../model/plan.js';
import { PlanEdits } from '../edits/plan-edits.js';
import { applyForm } from '../form/apply-form.js';
import { isForm } from '../form/form-meta.js';
import { readForm } from '../form/read-form.js';
import { nameOf } from '../ledger/gathering.js';
import { matchProjects, type Near } from '../ledger/match-projects.js';
import { mergeLedger } from '../ledger/merge-ledger.js';
import { moneyUnit } from '../ledger/money-unit.js';
import { otherCurrency } from '../ledger/plan-currency.js';
import { type LedgerReading, readLedger } from '../ledger/read-ledger.js';
import { noNames, projectsThere } from '../ledger/report-words.js';
import { settleFields } from '../ledger/settle-fields.js';
import { settleNames } from '../ledger/settle-names.js';
import { writePlan } from '../ledger/write-plan.js';
import { readProjectFile } from '../mspdi/project-file.js';
import { writeSchedule } from '../mspdi/write-schedule.js';
import { readSheets } from '../spreadsheet/read-sheets.js';
import type { Sheet } from '../spreadsheet/sheet.js';
import { formReport, ledgerReport, mergeReport, scheduleReport } from './import-report.js';
import type { Answers, ImportResult } from './import-result.js';
import { dayQuestion, nearKey, nearQuestion, unitQuestion } from './questions.js';

export interface ImportedFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The plan that the file is imported into; a plan without files is none yet. */
export interface PlanThere {
  readonly analysis: Analysis;
  readonly textOf: (file: string) => string;
  /** The file that a new plan would replace: what it declares does not count. */
  readonly replaced?: string | undefined;
}

export interface ImportSetting {
  /** Of the report, and of questions. */
  readonly lang: Lang;
  /** The vocabulary of plan text where the plan shows none. */
  readonly keywords: Lang;
  readonly today: Day;
  readonly answers: Answers;
}

export async function importFile(file: ImportedFile, there: PlanThere, setting: ImportSetting): Promise<ImportResult> {
  if (/\.xml$/i.test(file.name)) return importSchedule(file, there, setting);
  const sheets = await readSheets(file.bytes, file.name);
  if (!sheets.ok) return { type: 'refused', problem: sheets.problem };
  if (isForm(sheets.value)) return importForm(file.name, sheets.value, there, setting);
  return importLedger(file.name, sheets.value, there, setting);
}

// ------------------------------------------------------------------------------------------------ ledgers

function importLedger(
  name: string,
  sheets: readonly Sheet[],
  there: PlanThere,
  { lang, keywords, today, answers }: ImportSetting,
): ImportResult {
  const { analysis } = there;
  const reading = readLedger(sheets, {
    mapping: new Map(),
    unit: moneyUnit(answers.get('unit') ?? ''),
    reportDay: parseIsoDay(answers.get('day') ?? ''),
    thisYear: civil(analysis.status).year,
    fileName: withoutEnding(name),
  });
  const { ledger } = reading;
  if (ledger.projects.length === 0 && ledger.figures === undefined) {
    return { type: 'refused', problem: noNames(name) };
  }
  const isMissing = (what: 'unit' | 'day'): boolean =>
    answers.get(what) === undefined && reading.remarks.some(({ needs }) => needs?.what === what);
  const first = [
    ...(isMissing('unit') ? [unitQuestion(reading, lang)] : []),
    ...(isMissing('day') ? [dayQuestion(reading, analysis.status, lang)] : []),
  ];
  if (first.length > 0) return { type: 'ask', questions: first };
  const near: Near = ({ row }) => {
    const answer = answers.get(nearKey(row));
    return answer === 'known' || answer === 'new' ? answer : 'ask';
  };
  const plan = planThere(there);
  const { matches, asked, remarks } = matchProjects(ledger.projects, plan, near);
  if (asked.length > 0) return { type: 'ask', questions: asked.map((each) => nearQuestion(each, lang)) };
  const isThere = matches.some(({ is }) => is === 'known') || remarks.some(({ severity }) => severity === 'error');
  return isThere
    ? mergeInto(reading, name, there, near, { lang, keywords, today })
    : newPlan(reading, name, there, { lang, keywords });
}

function mergeInto(
  reading: LedgerReading,
  name: string,
  { analysis, textOf }: PlanThere,
  near: Near,
  { lang, keywords, today }: Pick<ImportSetting, 'lang' | 'keywords' | 'today'>,
): ImportResult {
  const edits = new PlanEdits({ text: textOf, facts: (file) => analysis.plan.file(file) }, keywords);
  const merge = mergeLedger(reading.ledger, analysis.plan, edits, { near, day: reading.reportDay ?? today });
  const hasErrors = [...reading.remarks, ...merge.remarks].some(({ severity }) => severity === 'error');
  const changed = hasErrors ? [] : edits.changed();
  const report = mergeReport(reading, merge, { file: name, written: changed.map(({ file }) => file), lang });
  return changed.length === 0 ? { type: 'nothing', report } : { type: 'merge', report, changed };
}

function newPlan(
  reading: LedgerReading,
  name: string,
  there: PlanThere,
  { lang, keywords }: Pick<ImportSetting, 'lang' | 'keywords'>,
): ImportResult {
  const plan = planThere(there);
  const named = settleNames(reading.ledger, plan);
  const settled = settleFields(named.ledger, plan.all('field'), false);
  const apart = plan.portfolio === undefined ? undefined : otherCurrency(reading.ledger, plan);
  const remarks = [...reading.remarks, ...named.remarks, ...settled.remarks, ...(apart === undefined ? [] : [apart])];
  const report = ledgerReport({ ...reading, remarks }, { file: name, lang });
  if (remarks.some(({ severity }) => severity === 'error')) return { type: 'nothing', report };
  const called = nameOf(reading.ledger.title ?? withoutEnding(name)) || 'ledger';
  const text = writePlan(settled.ledger, {
    lang: keywords,
    portfolio: plan.portfolio === undefined ? called : undefined,
    isDeclared: (kind, declared) => plan.find(kind, declared) !== undefined,
  });
  return { type: 'new', report, name: fileNameOf(name), text };
}

// ------------------------------------------------------------------------------------------------ forms, schedules

function importForm(
  name: string,
  sheets: readonly Sheet[],
  { analysis, textOf }: PlanThere,
  { lang, keywords, today }: ImportSetting,
): ImportResult {
  const reading = readForm(sheets, analysis, today);
  const edits = new PlanEdits({ text: textOf, facts: (file) => analysis.plan.file(file) }, keywords);
  applyForm(reading.statements, edits, analysis.plan.portfolio?.currency?.text ?? 'CNY');
  const changed = reading.refusals.length > 0 ? [] : edits.changed();
  const report = formReport(reading, { file: name, lang });
  return changed.length === 0 ? { type: 'nothing', report } : { type: 'merge', report, changed };
}

function importSchedule(
  { name, bytes }: ImportedFile,
  there: PlanThere,
  { lang, keywords }: ImportSetting,
): ImportResult {
  const read = readProjectFile(bytes);
  if (!read.ok) return { type: 'refused', problem: read.problem };
  const plan = planThere(there);
  const made = writeSchedule(read.value, {
    lang: keywords,
    fileName: withoutEnding(name),
    portfolio: plan.portfolio === undefined,
    isDeclared: (kind, declared) => plan.find(kind, declared) !== undefined,
  });
  const twice = made.projects.filter(({ id }) => plan.find('project', id) !== undefined).map(({ id }) => id);
  if (twice.length > 0) return { type: 'refused', problem: projectsThere(twice) };
  return { type: 'new', report: scheduleReport(made, { file: name, lang }), name: fileNameOf(name), text: made.text };
}

// ------------------------------------------------------------------------------------------------ names

function planThere({ analysis: { plan }, replaced }: PlanThere): Plan {
  return replaced === undefined ? plan : new Plan(plan.files().filter(({ file }) => file !== replaced));
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

/** A proposal for the file of a new plan, on every system. */
function fileNameOf(name: string): string {
  const plain = withoutEnding(name)
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 80);
  return `${plain || 'ledger'}.plan`;
}
