/** A state of a plan to compare with: as a git revision or another folder has it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { codes } from '../analysis/checks/index.js';
import type { FileFacts } from '../model/facts.js';
import { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import { readPlan } from '../syntax/read-plan.js';
import { type Range, rangeOf } from '../workspace/diagnostic.js';
import { commitOf, filesAt, mergeBase, type Problem } from '../workspace/git-revision.js';
import { Lines } from '../workspace/lines.js';
import { DEFAULT_CONFIGURATION } from '../workspace/settings.js';
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
}

/** What could not be read in files. */
function unreadIn(files: readonly FileFacts[]): number {
  return files.reduce(
    (sum, { findings }) =>
      sum + findings.filter(({ code }) => code === 'syntax/unexpected' || code === 'file/encoding').length,
    0,
  );
}

/** As the folder of `root` was at a commit. Files that are as they are now are not read again. */
export async function stateAt(root: LoadedRoot, commit: string, context: Context): Promise<PlanState> {
  const then = required(await filesAt(root.folder, commit, root.root.configuration ?? DEFAULT_CONFIGURATION, codes));
  if (then.unknown.length > 0) {
    printMessage(context, root.lang, {
      en: `What submodules that are not checked out held is not compared: ${then.unknown.join(', ')}`,
      zh: `以下子模块没有检出，其内容未参与比较：${then.unknown.join('、')}`,
    });
  }
  const facts = [...then.files].map(([file, text]) => {
    const now = root.root.text(file) === text ? root.root.facts(file) : undefined;
    return now ?? readPlan(file, text);
  });
  const lines = new Map<string, Lines>();
  return {
    plan: new Plan(facts),
    locate: (span) => {
      let own = lines.get(span.file);
      if (own === undefined) {
        own = new Lines(then.files.get(span.file) ?? '');
        lines.set(span.file, own);
      }
      return rangeOf(span, own);
    },
    unread: unreadIn(facts),
    empty: facts.length === 0,
  };
}

/** As a plan root that was loaded has it. */
export function stateOf({ root }: LoadedRoot): PlanState {
  return {
    plan: root.plan,
    locate: (span) => rangeOf(span, root.lines(span.file)),
    unread: unreadIn(root.plan.files()),
    empty: root.files.length === 0,
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
