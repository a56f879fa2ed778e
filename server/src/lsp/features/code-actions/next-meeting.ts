/** The source action that prepares the next meeting. */
import type { Analysis } from '../../../analysis/analysis.js';
import { calendarOf } from '../../../analysis/calendars.js';
import { dayAfter, spanOf } from '../../../analysis/expressions/time-span.js';
import { meetingsAround } from '../../../analysis/meetings-around.js';
import { poolAt } from '../../../analysis/pool.js';
import { lackingForMeeting, openIssuesAt } from '../../../analysis/portfolio-issues.js';
import { type DecisionState, decisionsAt, issuesForMeeting } from '../../../analysis/portfolio-meetings.js';
import { addDays, type Day, formatDay } from '../../../model/day.js';
import type { Duration } from '../../../model/duration.js';
import type { IssueFacts, MeetingFacts, ProjectFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { visible } from '../../../report/invisible-characters.js';
import type { Line, PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { idSegments } from '../../plan-elements.js';
import { written } from '../completion/names.js';
import type { ActionContext, Refactoring } from './action-types.js';
import { nextCount, withDate } from './counted-names.js';

const WEEKLY: Duration = { amount: 1, unit: 'w' };

/**
 * The next meeting as the rhythm has it, behind the latest one: who came last time comes again; the agenda are the open
 * issues that are ready to be decided and the projects whose light is red; a comment lists the decisions still open.
 */
export const prepareMeeting: Refactoring = {
  kind: 'source.prepareMeeting',
  *propose(context) {
    const { analysis, source, text } = context;
    const { next, latest } = meetingsAround(analysis);
    if (next !== undefined || latest?.date === undefined || latest.at.file !== source.file) return;
    const day = nextDay(latest.date.day, context);
    const { name, edit } = preparedMeeting(latest, day, text(source.file), context);
    yield {
      title: {
        en: `Prepare the next meeting, ${formatDay(day)}`,
        zh: `准备${formatPeriod(dayPeriod(day), 'zh')}的下次会议`,
      },
      edits: [edit],
      makes: [name],
    };
  },
};

/** The meeting of that day behind the latest one; where there was none yet, at the end of the file. */
export function preparedMeeting(
  latest: MeetingFacts | undefined,
  day: Day,
  file: PlanText,
  context: ActionContext,
): { readonly name: string; readonly edit: SnippetEdit } {
  const name = latest === undefined ? firstName(day, file, context) : nextName(latest, day, context);
  const lines = linesOf(name, day, latest, file, context);
  return { name, edit: latest === undefined ? file.atEnd(lines) : file.after(latest.at, lines) };
}

/** Counted on from the latest meeting; one that should have been held already is not made up for. */
export function nextDay(latest: Day, { analysis }: Pick<ActionContext, 'analysis'>): Day {
  const { plan, status } = analysis;
  const span = spanOf(plan.portfolio?.meetings?.value ?? WEEKLY);
  const calendar = calendarOf(plan, undefined);
  let day = latest;
  do {
    const after = dayAfter(day, span, calendar);
    if (after <= day) return status;
    day = after;
  } while (day < status);
  return day;
}

/** The latest name counted on; where it holds a date, the new date. Never a name that is taken. */
function nextName({ name: { text }, date }: MeetingFacts, day: Day, { source }: ActionContext): string {
  const taken = (name: string): boolean => source.plan.find('meeting', name) !== undefined;
  const dated = withDate(text, date?.day, day);
  if (dated !== undefined && !taken(dated)) return dated;
  const counted = dated === undefined ? nextCount(text) : undefined;
  for (let steps = 1; ; steps++) {
    const name = counted?.(steps) ?? `${dated ?? text}-${steps + 1}`;
    if (!taken(name)) return name;
  }
}

function firstName(day: Day, { vocabulary }: PlanText, { source }: ActionContext): string {
  const stem = `${vocabulary === 'zh' ? '会议' : 'meeting'}${formatDay(day).replaceAll('-', '')}`;
  for (let name = stem, number = 2; ; name = `${stem}-${number++}`) {
    if (source.plan.find('meeting', name) === undefined) return name;
  }
}

/** `"第 12 次周调度会"` becomes the 13th; a title that counts nothing, or more than that, is for people to write. */
function nextTitle(latest: MeetingFacts | undefined, file: PlanText): string {
  const title = latest?.title;
  if (title === undefined || title.markdown) return '';
  const stated = file.slice(title.at);
  const counts = stated.match(/\d+|第[零一二三四五六七八九十百]+/g) ?? [];
  const next = counts.length === 1 ? nextCount(stated)?.(1) : undefined;
  return next === undefined ? '' : ` ${next}`;
}

function linesOf(
  name: string,
  day: Day,
  latest: MeetingFacts | undefined,
  file: PlanText,
  context: ActionContext,
): readonly Line[] {
  const { analysis } = context;
  const { plan, status } = analysis;
  const ready = issuesForMeeting(analysis, { next: undefined, latest }).listed.filter(
    (issue) => latest === undefined || lackingForMeeting(issue, latest).length === 0,
  );
  const red = poolAt(plan, status).filter((project) => analysis.light(project).light === 'red');
  const left = leftOver(latest, analysis);
  const agenda = [...new Set([...ready.map(({ issue }) => issue), ...left, ...red])].map(({ id }) => id);
  const attend = (latest?.attend ?? []).map(({ at }) => context.text(at.file).slice(at));
  const open = decisionsAt(plan, status).filter((state) => state.open);
  const member = (words: string): Line => [file.unit, words];
  return [
    [`${file.word('meeting')} ${written(name)}${nextTitle(latest, file)} {`],
    member(`${file.word('date')} ${file.day(day)}`),
    ...(latest?.level === undefined ? [] : [member(`${file.word('level')} ${file.slice(latest.level.at)}`)]),
    ...(latest?.chair === undefined ? [] : [member(`${file.word('chair')} ${file.slice(latest.chair.at)}`)]),
    ...(attend.length === 0 ? [] : [member(`${file.word('attend')} ${attend.join(file.separator)}`)]),
    ...(agenda.length === 0 ? [] : [member(`${file.word('agenda')} ${agenda.map(path).join(file.separator)}`)]),
    ...(open.length === 0 ? [] : openDecisions(open, file, status).map((line) => member(`// ${line}`))),
    ['}'],
  ];
}

/**
 * What is to be taken up again: what was on the latest agenda and nothing was decided about, and what decisions are about
 * whose deadlines have passed. Of issues only those that are still open, of projects only those in the pool.
 */
function leftOver(
  latest: MeetingFacts | undefined,
  { plan, status }: Analysis,
): readonly (IssueFacts | ProjectFacts)[] {
  const open = new Set<unknown>(openIssuesAt(plan, status).map(({ issue }) => issue));
  const pool = new Set<unknown>(poolAt(plan, status));
  const decisions = latest?.decisions ?? [];
  const decided = decisions.flatMap(({ about }) => about.flatMap((ref) => plan.resolve(ref)?.id ?? []));
  // Where a decision does not say what it is about, it may be about anything on the agenda.
  const isTold = decisions.every(({ about }) => about.length > 0);
  const undecided = (isTold ? (latest?.agenda ?? []) : [])
    .map((ref) => plan.resolve(ref))
    .filter((entity) => !decided.some((id) => id === entity?.id || id.startsWith(`${entity?.id}.`)));
  const overdue = decisionsAt(plan, status)
    .filter(({ left }) => left !== undefined && left < 0)
    .flatMap(({ decision }) => decision.about.map((ref) => plan.resolve(ref)));
  return [...undecided, ...overdue].flatMap((entity): readonly (IssueFacts | ProjectFacts)[] => {
    if (entity?.kind === 'issue') return open.has(entity) ? [entity] : [];
    return entity?.kind === 'project' && pool.has(entity) ? [entity] : [];
  });
}

const path = (id: string): string => idSegments(id).map(written).join('.');

function openDecisions(open: readonly DecisionState[], file: PlanText, status: Day): readonly string[] {
  const zh = file.vocabulary === 'zh';
  return [
    zh ? '未办结决定：' : 'Decisions that are open:',
    ...open.map(({ decision, left }) => {
      const unit = decision.unit?.segments.map(({ text }) => text).join('.');
      const due =
        left === undefined
          ? undefined
          : left < 0
            ? zh
              ? `已逾期${-left}天`
              : `${-left} d overdue`
            : zh
              ? `期限${formatDay(addDays(status, left))}`
              : `due ${formatDay(addDays(status, left))}`;
      const aside = [unit, due].filter((part) => part !== undefined).join(zh ? '，' : ', ');
      const said = visible(decision.text.text);
      return aside === '' ? `- ${said}` : zh ? `- ${said}（${aside}）` : `- ${said} (${aside})`;
    }),
  ];
}
