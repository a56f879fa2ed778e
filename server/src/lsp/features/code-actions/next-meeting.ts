/** The source action that prepares the next meeting. */
import { calendarOf } from '../../../analysis/calendars.js';
import { dayAfter, spanOf } from '../../../analysis/expressions/time-span.js';
import { meetingsAround } from '../../../analysis/meetings-around.js';
import { poolAt } from '../../../analysis/pool.js';
import { lackingForMeeting } from '../../../analysis/portfolio-issues.js';
import { type DecisionState, decisionsAt, issuesForMeeting } from '../../../analysis/portfolio-meetings.js';
import { addDays, civil, type Day, formatDay } from '../../../model/day.js';
import type { Duration } from '../../../model/duration.js';
import type { MeetingFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { visible } from '../../../report/invisible-characters.js';
import type { Line, PlanText } from '../../../workspace/fixes/plan-text.js';
import { idSegments } from '../../plan-elements.js';
import { written } from '../completion/names.js';
import type { ActionContext, Refactoring } from './action-types.js';

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
    const file = text(source.file);
    const name = nextName(latest, day, context);
    yield {
      title: {
        en: `Prepare the next meeting, ${formatDay(day)}`,
        zh: `准备${formatPeriod(dayPeriod(day), 'zh')}的下次会议`,
      },
      edits: [file.after(latest.at, linesOf(name, day, latest, file, context))],
      makes: [name],
    };
  },
};

/** Counted on from the latest meeting; one that should have been held already is not made up for. */
function nextDay(latest: Day, { analysis }: ActionContext): Day {
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

/** The latest name counted on; where it ends in a date, the new date. Never a name that is taken. */
function nextName({ name: { text } }: MeetingFacts, day: Day, { source }: ActionContext): string {
  const [, stem = text, digits = ''] = /^(.*?)(\d*)\D*$/s.exec(text) ?? [];
  const rest = text.slice(stem.length + digits.length);
  const { month, day: date, year } = civil(day);
  const monthDay = `${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
  const dated = digits.length === 4 ? monthDay : digits.length === 8 ? `${year}${monthDay}` : undefined;
  const taken = (name: string): boolean => source.plan.find('meeting', name) !== undefined;
  if (dated !== undefined && !taken(`${stem}${dated}${rest}`)) return `${stem}${dated}${rest}`;
  const start = dated === undefined && digits !== '' ? Number(digits) + 1 : 2;
  const before = dated === undefined ? stem : `${stem}${dated}-`;
  const joint = digits === '' ? '-' : '';
  for (let number = start; ; number++) {
    const name = `${before}${joint}${String(number).padStart(dated === undefined ? digits.length : 1, '0')}${rest}`;
    if (!taken(name)) return name;
  }
}

/** `"第 12 次周调度会"` becomes the 13th; a title that counts nothing, or more than that, is for people to write. */
function nextTitle({ title }: MeetingFacts, file: PlanText): string {
  if (title === undefined || title.markdown) return '';
  const stated = file.slice(title.at);
  const [number, ...more] = stated.match(/\d+/g) ?? [];
  if (number === undefined || more.length > 0) return '';
  return ` ${stated.replace(number, String(Number(number) + 1).padStart(number.length, '0'))}`;
}

function linesOf(
  name: string,
  day: Day,
  latest: MeetingFacts,
  file: PlanText,
  context: ActionContext,
): readonly Line[] {
  const { analysis } = context;
  const { plan, status } = analysis;
  const ready = issuesForMeeting(analysis, { next: undefined, latest }).listed.filter(
    (issue) => lackingForMeeting(issue, latest).length === 0,
  );
  const red = poolAt(plan, status).filter((project) => analysis.light(project).light === 'red');
  const agenda = [...ready.map(({ issue }) => issue.id), ...red.map(({ id }) => id)];
  const attend = latest.attend.map(({ at }) => context.text(at.file).slice(at));
  const open = decisionsAt(plan, status).filter((state) => state.open);
  const member = (words: string): Line => [file.unit, words];
  return [
    [`${file.word('meeting')} ${written(name)}${nextTitle(latest, file)} {`],
    member(`${file.word('date')} ${file.day(day)}`),
    ...(latest.level === undefined ? [] : [member(`${file.word('level')} ${file.slice(latest.level.at)}`)]),
    ...(latest.chair === undefined ? [] : [member(`${file.word('chair')} ${file.slice(latest.chair.at)}`)]),
    ...(attend.length === 0 ? [] : [member(`${file.word('attend')} ${attend.join(file.separator)}`)]),
    ...(agenda.length === 0 ? [] : [member(`${file.word('agenda')} ${agenda.map(path).join(file.separator)}`)]),
    ...(open.length === 0 ? [] : openDecisions(open, file, status).map((line) => member(`// ${line}`))),
    ['}'],
  ];
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
