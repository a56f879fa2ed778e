/** A state of a plan to compare with: as a git revision or another folder has it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { codes } from '../analysis/checks/index.js';
import type { FileFacts } from '../model/facts.js';
import { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import { readPlan } from '../syntax/read-plan.js';
import { type Range, rangeOf } from '../workspace/diagnostic.js';
import { commitOf, filesAt, mergeBase, type Problem, type Revision } from '../workspace/git-revision.js';
import { Lines } from '../workspace/lines.js';
import { unreadPlaces } from '../workspace/state-files.js';
import { type Context, UsageError } from './context.js';
import type { LoadedRoot } from './load.js';
import { printMessage } from './print-message.js';

export interface PlanState {
  readonly plan: Plan;
  readonly locate: (span: Span) => Range;
  /** Statements that could not be read: what they say is not compared. */
  readonly unread: number;
  /** No plan file at all: the folder held no plan then. */
  readonly empty: boolean;
  /** What a file states, if its text is this one in this state. */
  readonly facts: (file: string, text: string) => FileFacts | undefined;
}

/** As the folder of `root` was at a commit. */
export async function stateAt(root: LoadedRoot, commit: string, context: Context): Promise<PlanState> {
  return stateIn(root, await revisionAt(root, commit), stateOf(root), context);
}

/** The files that the folder of `root` held at a commit, none of them read. */
export async function revisionAt({ folder, root }: LoadedRoot, commit: string): Promise<Revision> {
  return required(await filesAt(folder, commit, root.configuration, codes));
}

/** What is on its way while something else is done: what went wrong is told where it is asked for. */
export function meanwhile<T>(result: Promise<T>): Promise<T> {
  result.catch(() => {});
  return result;
}

/** As a revision has it. Files that are as the state `known` has them are not read again. */
export function stateIn(
  { lang }: LoadedRoot,
  then: Revision,
  known: Pick<PlanState, 'facts'> | undefined,
  context: Context,
): PlanState {
  if (then.unknown.length > 0) {
    printMessage(context, lang, {
      en: `What submodules that are not checked out held is not compared: ${then.unknown.join(', ')}`,
      zh: `以下子模块没有检出，其内容未参与比较：${then.unknown.join('、')}`,
    });
  }
  const facts = [...then.files].map(([file, text]) => known?.facts(file, text) ?? readPlan(file, text));
  const plan = new Plan(facts);
  const lines = new Map<string, Lines>();
  return {
    plan,
    locate: (span) => {
      let own = lines.get(span.file);
      if (own === undefined) {
        own = new Lines(then.files.get(span.file) ?? '');
        lines.set(span.file, own);
      }
      return rangeOf(span, own);
    },
    unread: unreadPlaces(facts),
    empty: facts.length === 0,
    facts: (file, text) => (then.files.get(file) === text ? plan.file(file) : undefined),
  };
}

/** As a plan root that was loaded has it. */
export function stateOf({ root }: LoadedRoot): PlanState {
  return {
    plan: root.plan,
    locate: (span) => rangeOf(span, root.lines(span.file)),
    unread: unreadPlaces(root.plan.files()),
    empty: root.files.length === 0,
    facts: (file, text) => (root.text(file) === text ? root.facts(file) : undefined),
  };
}

export async function commit(folder: string, revision: string): Promise<string> {
  return required(await commitOf(folder, revision)).commit;
}

/** Where the files of today have left a revision: what others have added to it since is not compared with them. */
export async function branchPoint(folder: string, revision: string, other = 'HEAD'): Promise<string> {
  return required(await mergeBase(folder, revision, other)).commit;
}

function required<T extends object>(result: T | Problem): T {
  if ('problem' in result) throw new UsageError(result.problem);
  return result;
}

/** Whether what was written is a path of this machine and not the name of a revision. */
export function isFolder(given: string, context: Context): boolean {
  const absolute = path.resolve(context.cwd, given);
  return existsSync(absolute) && statSync(absolute).isDirectory();
}
