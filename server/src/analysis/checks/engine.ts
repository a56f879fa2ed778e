/**
 * Runs the rules. What is found for a file, a project, a meeting and the plan is asked for separately, so that an edit
 * costs what it reaches; `settled` then makes of everything found in one file what is shown of it.
 */
import type { FileFacts, Finding, Ignore, MeetingFacts, ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import type { Check } from '../rule.js';
import { consequencesIn } from './consequential-findings.js';
import type { NoReason, UnusedIgnore } from './ignore.js';
import { RULES, ruleOf } from './index.js';
import type { Unread, UnreadInFile } from './unread.js';

type CheckOf<S extends Check['scope']> = Extract<Check, { readonly scope: S }>;

function checksOf<S extends Check['scope']>(scope: S): readonly CheckOf<S>[] {
  return RULES.flatMap(({ check }) => (check !== undefined && isOf(check, scope) ? [check] : []));
}

function isOf<S extends Check['scope']>(check: Check, scope: S): check is CheckOf<S> {
  return check.scope === scope;
}

const FILE_CHECKS = checksOf('file');
const PROJECT_CHECKS = checksOf('project');
const MEETING_CHECKS = checksOf('meeting');
const HOLDER_CHECKS = checksOf('holder');
const PLAN_CHECKS = checksOf('plan');

/** What could not be read in a file, and what the rules find that look at one file and the names of the plan. */
export function fileFindings(file: FileFacts, analysis: Analysis): readonly Finding[] {
  return [...file.findings, ...FILE_CHECKS.flatMap(({ run }) => [...run(file, analysis)])];
}

export function projectFindings(project: ProjectFacts, analysis: Analysis): readonly Finding[] {
  return [...PROJECT_CHECKS, ...HOLDER_CHECKS].flatMap(({ run }) => [...run(project, analysis)]);
}

export function meetingFindings(meeting: MeetingFacts, analysis: Analysis): readonly Finding[] {
  return [...MEETING_CHECKS, ...HOLDER_CHECKS].flatMap(({ run }) => [...run(meeting, analysis)]);
}

/**
 * What only shows when everything is looked at together; in any file. Rule by rule, and piece by piece where a rule goes
 * through a large plan, for those who have something else to do in between.
 */
export function* planFindingsByRule(analysis: Analysis): Generator<readonly Finding[], void> {
  for (const { run } of PLAN_CHECKS) {
    const found: Finding[] = [];
    for (const finding of run(analysis)) {
      if (finding === undefined) yield found.splice(0);
      else found.push(finding);
    }
    yield found;
  }
}

/**
 * What is shown of the findings in one file: without what follows from mistakes in the text, there or elsewhere in the
 * plan, without what the file silences; with the suppressions that are of no use; in the order of places, then codes.
 */
export function settled(
  file: FileFacts,
  found: readonly Finding[],
  here: UnreadInFile,
  unread: Unread,
): readonly Finding[] {
  const follows = consequencesIn(file, here, unread);
  const causes = found.filter((finding) => !follows(finding));
  if (file.ignores.length === 0) return causes.sort(byPlace);
  // What is not shown for another reason is silenced all the same, or a suppression would be told to be of no use.
  const used = new Set(file.ignores.filter((ignore) => found.some((finding) => silences(ignore, finding))));
  const shown = causes.filter((finding) => !file.ignores.some((ignore) => silences(ignore, finding)));
  return [
    ...shown,
    ...file.ignores.filter((ignore) => !mayBeOfUse(ignore, here, unread)).flatMap((ignore) => useless(ignore, used)),
  ].sort(byPlace);
}

/** What is shown of the findings that a file's own text brought, as long as nothing else is known of the plan. */
export function foundOnReading(file: FileFacts, here: UnreadInFile, unread: Unread): readonly Finding[] {
  const follows = consequencesIn(file, here, unread);
  const isShown = (finding: Finding): boolean =>
    !follows(finding) && !file.ignores.some((ignore) => silences(ignore, finding));
  return file.findings.filter(isShown).sort(byPlace);
}

/** Where the statement, or what it is judged by, could not be read, a suppression may have something to silence. */
function mayBeOfUse({ code, reason, covers }: Ignore, { errors }: UnreadInFile, unread: Unread): boolean {
  const rule = ruleOf(code);
  if (rule === undefined || reason === '') return false;
  if (unread.frame.size > 0) return true;
  if (rule.absence === 'plan' && unread.any) return true;
  if (rule.judgedBy?.some((member) => unread.frame.has(member)) === true) return true;
  return errors.some(({ at }) => covers.start <= at.start && at.start <= covers.end);
}

/** Whether a suppression takes away what a rule finds at a place of its file. */
export function silences({ code, reason, covers }: Ignore, finding: Pick<Finding, 'code' | 'at'>): boolean {
  return reason !== '' && code === finding.code && covers.start <= finding.at.start && finding.at.end <= covers.end;
}

function useless(ignore: Ignore, used: ReadonlySet<Ignore>): readonly Finding[] {
  const { code, at, reason } = ignore;
  const known = ruleOf(code) !== undefined;
  if (known && reason === '') return [{ code: 'ignore/no-reason', at, data: { code } satisfies NoReason }];
  if (used.has(ignore)) return [];
  return [{ code: 'ignore/unused', at, data: { code, known } satisfies UnusedIgnore }];
}

function byPlace(a: Finding, b: Finding): number {
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
