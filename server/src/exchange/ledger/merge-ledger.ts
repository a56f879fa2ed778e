/** A ledger into a plan that is there: its projects brought up to date, new ones added, nothing else touched. */
import type { Day } from '../../model/day.js';
import type { Plan } from '../../model/plan.js';
import { yearBeginsOf } from '../../model/plan-year.js';
import type { PlanEdits } from '../edits/plan-edits.js';
import { type Match, matchProjects, type Near, type NearName } from './match-projects.js';
import { type Change, ProjectMerge } from './merge-project.js';
import { otherCurrency } from './plan-currency.js';
import { settleFields } from './settle-fields.js';
import { settleNames } from './settle-names.js';
import type { Ledger, OwnField, Remark, Statement } from './statements.js';
import { noteHead, PlanWriter } from './write-plan.js';

export interface LedgerMerge {
  readonly changes: readonly Change[];
  /** The projects that the plan did not have. */
  readonly added: readonly string[];
  /** Rows that have to be asked about first: until then nothing is changed. */
  readonly asked: readonly NearName[];
  readonly remarks: readonly Remark[];
}

export function mergeLedger(
  read: Ledger,
  plan: Plan,
  edits: PlanEdits,
  { near, day }: { readonly near: Near; readonly day: Day },
): LedgerMerge {
  const named = settleNames(read, plan);
  const settled = settleFields(named.ledger, plan.all('field'), true);
  const { ledger } = settled;
  const { matches: found, asked, remarks } = matchProjects(ledger.projects, plan, near);
  const told: Remark[] = [...remarks, ...named.remarks, ...settled.remarks];
  const nothing = { changes: [], added: [], asked };
  if (asked.length > 0 || told.some(({ severity }) => severity === 'error')) return { ...nothing, remarks: told };
  const apart = otherCurrency(ledger, plan);
  if (apart !== undefined) return { ...nothing, remarks: [...told, apart] };
  const currency = plan.portfolio?.currency?.text ?? 'CNY';
  const { matches, fields } = withNotes(found, ledger.fields);
  const changes: Change[] = [];
  const added: string[] = [];
  const files = new Map<string, number>();
  for (const match of matches) {
    if (match.is === 'new') continue;
    const { file } = match.project.at;
    files.set(file, (files.get(file) ?? 0) + 1);
    const merge = new ProjectMerge(match.project, edits, currency, day, yearBeginsOf(plan));
    merge.merge(match.row.statements);
    changes.push(...merge.changes);
    told.push(...merge.remarks);
  }
  // What is new goes where most of the ledger's projects are.
  const [home] = [...files].sort(([, a], [, b]) => b - a)[0] ?? [
    plan.all('project')[0]?.at.file ?? plan.files()[0]?.file,
  ];
  if (home !== undefined) {
    const writer = new PlanWriter(edits.file(home).vocabulary, currency);
    const used = namesUsed(ledger);
    const missing = ledger.named.filter(({ kind, name }) => plan.find(kind, name) === undefined && used.has(name));
    const declarations = writer.declarations(missing);
    if (declarations !== '') edits.declare(home, declarations);
    const own = writer.fields(fields);
    if (own !== '') edits.declare(home, own);
    for (const match of matches) {
      if (match.is !== 'new') continue;
      edits.declare(home, writer.laidOut(match.row));
      added.push(match.row.id);
    }
  }
  for (const { field, names } of settled.choices) {
    const last = field.choices.at(-1);
    const written = new PlanWriter(edits.file(field.at.file).vocabulary, currency).choices(names);
    if (last !== undefined) edits.append(last.at, `, ${written}`);
  }
  return { changes, added, asked, remarks: told };
}

/**
 * A plan that keeps what a column says as notes goes on doing so: a field beside them would say it twice, and one of the
 * two would grow old.
 */
function withNotes(
  matches: readonly Match[],
  fields: readonly OwnField[],
): { readonly matches: readonly Match[]; readonly fields: readonly OwnField[] } {
  const noted = new Set<string>();
  for (const match of matches) {
    if (match.is === 'new') continue;
    const notes = match.project.notes.map(({ text }) => text);
    for (const each of match.row.statements) {
      if (each.type === 'field' && notes.some((text) => text.startsWith(noteHead(each.called)))) noted.add(each.column);
    }
  }
  const isNoted = (field: OwnField): boolean => !field.isDeclared && noted.has(field.column);
  const kept = new Set(fields.filter(isNoted).map(({ column }) => column));
  const asNote = (each: Statement): Statement =>
    each.type === 'field' && kept.has(each.column)
      ? { type: 'own', text: each.written, head: each.called, written: each.written, cell: each.cell }
      : each;
  return {
    matches: matches.map((match) => ({
      ...match,
      row: { ...match.row, statements: match.row.statements.map(asNote) },
    })),
    fields: fields.filter((field) => !isNoted(field)),
  };
}

/** Names that the rows refer to, or that hold one that they do. */
function namesUsed({ projects, named }: Ledger): ReadonlySet<string> {
  const used = new Set(named.flatMap((each) => each.in ?? []));
  for (const { statements } of projects) {
    for (const each of statements) {
      const names = each.type === 'ref' ? each.names : each.type === 'team' ? each.members : [];
      for (const name of names) used.add(name);
    }
  }
  return used;
}
