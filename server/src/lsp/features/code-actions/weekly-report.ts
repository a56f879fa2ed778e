/** Quick fix and action that write a new progress report from the latest one. */

import type { Keyword } from '../../../../../grammar/keywords.js';
import { isActive, latestReport } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type {
  JudgementFact,
  MoneyFact,
  PercentFact,
  ProjectFacts,
  Ref,
  ReportFacts,
  Text,
} from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { planYearOf, type YearBegins } from '../../../model/plan-year.js';
import type { Line, PlanText, SnippetEdit, SnippetPart } from '../../../workspace/fixes/plan-text.js';
import type { ActionContext, ProposedChange, QuickFix, Refactoring } from './action-types.js';
import { projectIn, projectOf } from './enclosing-item.js';

/**
 * A report of the day with the members of the latest one: amounts and progress as they were, to be brought up to date;
 * texts empty. Amounts count from 1 January, so in a new year they begin at nothing. Where nobody is led to the places,
 * a figure that nobody stated is left out: a 0 would be taken for one.
 */
function* report(
  project: ProjectFacts | undefined,
  { text, day, analysis, placeholders }: ActionContext,
): Generator<ProposedChange> {
  if (project === undefined || project.reports.some((each) => each.day === day)) return;
  const file = text(project.at.file);
  const last = latestReport(project, analysis.status);
  yield {
    title: {
      en: `New report of ${formatDay(day)}${last === undefined ? '' : ', prefilled from the latest one'}`,
      zh: `新增${formatPeriod(dayPeriod(day), 'zh')}进展${last === undefined ? '' : '（沿用上次填报内容）'}`,
    },
    edits: [placed(project, last, linesOf(last, file, day, { begins: analysis.yearBegins, placeholders }), file)],
  };
}

export const reportAnew: Refactoring = {
  kind: 'refactor.rewrite',
  *propose(context) {
    const project = projectIn(context.chain);
    // Of what is not pursued nobody reports; elsewhere than on the project itself the offer is in the way.
    if (project === undefined || context.chain.length > 1 || !isActive(project, context.analysis.status)) return;
    yield* report(project, context);
  },
};

export const reportStale: QuickFix = {
  codes: ['progress/stale'],
  *propose(finding, context) {
    const project = projectOf(finding, context);
    // A first report that says nothing would only put an end to the question for it.
    if (context.placeholders || (project !== undefined && latestReport(project, context.analysis.status) !== undefined))
      yield* report(project, context);
  },
};

/**
 * The same with every place to fill in empty: what is left unfilled is a mistake that is told, never a figure that nobody
 * has looked at. Undefined where there is a report of the day.
 */
export function reportToFill(project: ProjectFacts, context: ActionContext): SnippetEdit | undefined {
  const [proposed] = report(project, context);
  const [edit] = proposed?.edits ?? [];
  return edit && { ...edit, insert: edit.insert.map(emptied) };
}

function emptied(part: SnippetPart): SnippetPart {
  if (typeof part === 'string' || part.choices === undefined) return typeof part === 'string' ? part : { text: '' };
  return { text: ' ', choices: [part.text, ...part.choices] };
}

/** Behind the latest report, or at the end of the project. */
function placed(
  { at }: ProjectFacts,
  last: ReportFacts | undefined,
  lines: readonly Line[],
  file: PlanText,
): SnippetEdit {
  return last === undefined ? file.intoBlock(at, lines) : file.behind(last.at, at, lines);
}

type Stated = MoneyFact | PercentFact | JudgementFact | Text | Ref;

/** In the order in which a new report is filled in, where the latest one gives no order. */
const MEMBERS = [
  'invested',
  'received',
  'paid',
  'progress',
  'quality',
  'safety',
  'integrity',
  'text',
  'next',
  'reporter',
] as const satisfies readonly Keyword[];
const FIRST: readonly (typeof MEMBERS)[number][] = ['invested', 'progress', 'text', 'next'];

function linesOf(
  last: ReportFacts | undefined,
  file: PlanText,
  day: ReportFacts['day'],
  { begins, placeholders }: { readonly begins: YearBegins; readonly placeholders: boolean },
): readonly Line[] {
  const members: readonly (typeof MEMBERS)[number][] =
    last === undefined
      ? FIRST
      : MEMBERS.flatMap((member) => {
          const stated: Stated | undefined = last[member];
          return stated === undefined ? [] : [{ member, start: stated.at.start }];
        })
          .sort((a, b) => a.start - b.start)
          .map(({ member }) => member);
  const sameYear = last !== undefined && planYearOf(last.day, begins) === planYearOf(day, begins);
  const words = members
    .filter((member) => placeholders || isKnown(member, last, sameYear))
    .map((member): Line => [`${file.word(member)} `, ...prefilled(member, last, sameYear, file)]);
  const head = `${file.word('report')} ${file.day(day)} {`;
  if (words.length === 0) return [[`${head} ${file.word('text')} "`, { text: '' }, '" }']];
  return [[head], ...words.map((line): Line => [file.unit, ...line]), ['}']];
}

function isKnown(member: (typeof MEMBERS)[number], last: ReportFacts | undefined, sameYear: boolean): boolean {
  if (member === 'progress') return last?.progress !== undefined;
  const isAmount = member === 'invested' || member === 'received' || member === 'paid';
  return !isAmount || (sameYear && last?.[member] !== undefined);
}

function prefilled(
  member: (typeof MEMBERS)[number],
  last: ReportFacts | undefined,
  sameYear: boolean,
  file: PlanText,
): readonly SnippetPart[] {
  const nothing = file.vocabulary === 'zh' ? '0元' : '0';
  switch (member) {
    case 'invested':
    case 'received':
    case 'paid': {
      const amount = last?.[member];
      return [{ text: amount !== undefined && sameYear ? file.slice(amount.at) : nothing }];
    }
    case 'progress': {
      const progress = last?.progress;
      return [{ text: progress === undefined ? '0%' : percentOf(file.slice(progress.at)) }];
    }
    case 'quality':
    case 'safety':
    case 'integrity': {
      const choices = (['normal', 'attention', 'problem'] as const).map((word) => file.word(word));
      const now = file.word(last?.[member]?.value ?? 'normal');
      return [{ text: now, choices: choices.filter((word) => word !== now) }];
    }
    case 'text':
    case 'next':
      return ['"', { text: '' }, '"'];
    case 'reporter':
      return last?.reporter === undefined ? [] : [file.slice(last.reporter.at)];
  }
}

/** The figure without the remark behind it, which was about that day. */
function percentOf(stated: string): string {
  return /^[^%％]*[%％]/.exec(stated)?.[0] ?? stated;
}
