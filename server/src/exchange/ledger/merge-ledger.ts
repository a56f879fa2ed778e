/** A ledger into a plan that is there: its projects brought up to date, new ones added, nothing else touched. */
import type { Day } from '../../model/day.js';
import type { Plan } from '../../model/plan.js';
import type { PlanEdits } from '../edits/plan-edits.js';
import { matchProjects, type Near } from './match-projects.js';
import { type Change, ProjectMerge } from './merge-project.js';
import type { Ledger, Remark } from './statements.js';
import { PlanWriter } from './write-plan.js';

export interface LedgerMerge {
  readonly changes: readonly Change[];
  /** The projects that the plan did not have. */
  readonly added: readonly string[];
  readonly remarks: readonly Remark[];
}

export function mergeLedger(
  ledger: Ledger,
  plan: Plan,
  edits: PlanEdits,
  { near, day }: { readonly near: Near; readonly day: Day },
): LedgerMerge {
  const { matches, remarks } = matchProjects(ledger.projects, plan, near);
  const told: Remark[] = [...remarks];
  if (told.some(({ severity }) => severity === 'error')) return { changes: [], added: [], remarks: told };
  const currency = plan.portfolio?.currency?.text ?? 'CNY';
  if (ledger.currency !== undefined && ledger.currency !== currency) {
    const message = {
      en: `the sheet's amounts are in ${ledger.currency}, the plan's in ${currency}`,
      zh: `表中金额币种为 ${ledger.currency}，计划为 ${currency}`,
    };
    return { changes: [], added: [], remarks: [...told, { severity: 'error', cell: '', message }] };
  }
  const changes: Change[] = [];
  const added: string[] = [];
  const files = new Map<string, number>();
  for (const match of matches) {
    if (match.is === 'new') continue;
    const { file } = match.project.at;
    files.set(file, (files.get(file) ?? 0) + 1);
    const merge = new ProjectMerge(match.project, edits, currency, day);
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
    const named = ledger.named.filter(({ kind, name }) => plan.find(kind, name) === undefined && isUsed(name, ledger));
    const declarations = writer.declarations(named);
    if (declarations !== '') edits.declare(home, declarations);
    for (const match of matches) {
      if (match.is !== 'new') continue;
      edits.declare(home, writer.laidOut(match.row));
      added.push(match.row.id);
    }
  }
  return { changes, added, remarks: told };
}

/** A name that the rows refer to, or that holds one that they do. */
function isUsed(name: string, ledger: Ledger): boolean {
  return (
    ledger.projects.some(({ statements }) =>
      statements.some((each) => each.type === 'ref' && each.names.includes(name)),
    ) || ledger.named.some((each) => each.in === name)
  );
}
