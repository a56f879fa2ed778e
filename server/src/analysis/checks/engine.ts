/**
 * Runs the rules. What is found for a file, a project, a meeting and the plan is asked for separately, so that an edit
 * costs what it reaches; `settled` then makes of everything found in one file what is shown of it.
 */
import type { FileFacts, Finding, Ignore, MeetingFacts, ProjectFacts } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import type { Check } from '../rule.js';
import type { NoReason, UnusedIgnore } from './ignore.js';
import { RULES, ruleOf } from './index.js';

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
const PLAN_CHECKS = checksOf('plan');

/** What could not be read in a file, and what the rules find that look at one file and the names of the plan. */
export function fileFindings(file: FileFacts, analysis: Analysis): readonly Finding[] {
  return [...file.findings, ...FILE_CHECKS.flatMap(({ run }) => [...run(file, analysis)])];
}

export function projectFindings(project: ProjectFacts, analysis: Analysis): readonly Finding[] {
  return PROJECT_CHECKS.flatMap(({ run }) => [...run(project, analysis)]);
}

export function meetingFindings(meeting: MeetingFacts, analysis: Analysis): readonly Finding[] {
  return MEETING_CHECKS.flatMap(({ run }) => [...run(meeting, analysis)]);
}

/** What only shows when everything is looked at together; in any file. */
export function planFindings(analysis: Analysis): readonly Finding[] {
  return PLAN_CHECKS.flatMap(({ run }) => [...run(analysis)]);
}

/** Everything there is to tell about a plan as of its status date, in the order of files and places. */
export function findings(analysis: Analysis): readonly Finding[] {
  const byFile = new Map<string, Finding[]>();
  const add = (found: readonly Finding[]): void => {
    for (const finding of found) {
      const same = byFile.get(finding.at.file);
      if (same === undefined) byFile.set(finding.at.file, [finding]);
      else same.push(finding);
    }
  };
  const files = analysis.plan.files();
  for (const file of files) add(fileFindings(file, analysis));
  for (const project of analysis.plan.all('project')) add(projectFindings(project, analysis));
  for (const meeting of analysis.plan.all('meeting')) add(meetingFindings(meeting, analysis));
  add(planFindings(analysis));
  return files.flatMap((file) => settled(file, byFile.get(file.file) ?? []));
}

/**
 * What is shown of the findings in one file: without what follows from another finding at the same place, without what
 * the file silences; with the suppressions that are of no use; in the order of places, then codes.
 */
export function settled(file: FileFacts, found: readonly Finding[]): readonly Finding[] {
  const causes = withoutFollowing(found);
  if (file.ignores.length === 0) return [...causes].sort(byPlace);
  const used = new Set<Ignore>();
  const shown = causes.filter((finding) => {
    const ignores = file.ignores.filter((ignore) => silences(ignore, finding));
    for (const ignore of ignores) used.add(ignore);
    return ignores.length === 0;
  });
  return [...shown, ...file.ignores.flatMap((ignore) => useless(ignore, used))].sort(byPlace);
}

function silences({ code, reason, covers }: Ignore, finding: Finding): boolean {
  return reason !== '' && code === finding.code && covers.start <= finding.at.start && finding.at.end <= covers.end;
}

function useless(ignore: Ignore, used: ReadonlySet<Ignore>): readonly Finding[] {
  const { code, at, reason } = ignore;
  const known = ruleOf(code) !== undefined;
  if (known && reason === '') return [{ code: 'ignore/no-reason', at, data: { code } satisfies NoReason }];
  if (used.has(ignore)) return [];
  return [{ code: 'ignore/unused', at, data: { code, known } satisfies UnusedIgnore }];
}

/** Mistakes in the text itself: whatever else is found in exactly that text is found because of them. */
function isCause({ code }: Finding): boolean {
  return code === 'syntax/unexpected' || code.startsWith('value/') || code === 'member/repeated';
}

/**
 * "A diagnostic that follows from another on the same statement is not shown" (semantics §4). Most of it is settled
 * before: a member that cannot be read counts as stated but unknown, so that nothing is concluded from it. What is left
 * is a finding in the very text that could not be read.
 */
function withoutFollowing(found: readonly Finding[]): readonly Finding[] {
  const causes = found.filter(isCause).sort((a, b) => a.at.start - b.at.start);
  if (causes.length === 0) return found;
  // How far the causes reach that begin at or before each of them.
  let reach = 0;
  const reaches = causes.map(({ at }) => {
    reach = Math.max(reach, at.end);
    return reach;
  });
  const covered = ({ start, end }: Span): boolean => {
    let [low, high] = [0, causes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((causes[middle]?.at.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return end <= (reaches[low - 1] ?? -1);
  };
  return found.filter((finding) => isCause(finding) || finding.code === 'syntax/full-width' || !covered(finding.at));
}

function byPlace(a: Finding, b: Finding): number {
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
