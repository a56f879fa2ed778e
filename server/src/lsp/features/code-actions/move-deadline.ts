/** The quick fix for deadlines that were or will be missed: moved to the forecast, on the record. */

import { calendarOf } from '../../../analysis/calendars.js';
import { policyOf } from '../../../analysis/policy-in-force.js';
import { toldOf } from '../../../analysis/schedule/told-schedule.js';
import { revisionsAt } from '../../../analysis/state.js';
import { addDays, type Day, formatDay } from '../../../model/day.js';
import type { ItemFacts } from '../../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import type { PlanText, SnippetEdit, SnippetPart } from '../../../workspace/fixes/plan-text.js';
import { written } from '../completion/names.js';
import type { ActionContext, QuickFix } from './action-types.js';
import { type ItemInProject, itemOf } from './enclosing-item.js';
import { insertMember, type WithBlock } from './insert-member.js';

/** How far a working day is looked for behind the forecast: the longest holidays take less. */
const NEAR = 30;

/**
 * The deadline becomes the day that is forecast (the working day after it where that is none), and the move goes on
 * record. Who approved it and why is for people to say. Not where the policy allows no further move.
 */
export const moveDeadline: QuickFix = {
  codes: ['deadline/forecast-late', 'deadline/overdue'],
  *propose(finding, context) {
    const place = itemOf(finding, context);
    const to = place && newDeadline(place, context);
    if (place === undefined || to === undefined) return;
    yield {
      title: {
        en: `Move the deadline to the forecast, ${formatDay(to)}, and record it`,
        zh: `将期限调整到预计完成的${formatPeriod(dayPeriod(to), 'zh')}，并记录调整`,
      },
      edits: edits(place, to, context),
    };
  },
};

function newDeadline({ project, item }: ItemInProject, { analysis }: ActionContext): Day | undefined {
  const { plan, status, schedule } = analysis;
  const scheduled = schedule.item(item);
  const { due } = item;
  const finish = scheduled && toldOf(scheduled).finish;
  if (due === undefined || finish === undefined || scheduled?.dueFact !== due) return undefined;
  const max = policyOf(plan, project)?.maxRevisions?.value;
  if (max !== undefined && revisionsAt(item, status).length >= max) return undefined;
  const calendar = calendarOf(plan, project);
  for (let days = 0; days < NEAR; days++) {
    const day = addDays(finish, days);
    if (day > due.period.last && calendar.isWorking(day)) return day;
  }
  return undefined;
}

function edits(
  { item }: ItemInProject,
  to: Day,
  { analysis, text, day, placeholders }: ActionContext,
): readonly SnippetEdit[] {
  const file = text(item.at.file);
  const people = analysis.plan.all('person').map(({ name }) => written(name.text));
  const approval: readonly SnippetPart[] = [
    ` ${file.word('by')} `,
    {
      text: file.vocabulary === 'zh' ? '批准人' : 'approver',
      ...(people.length === 0 ? {} : { choices: people }),
    },
    ' "',
    { text: file.vocabulary === 'zh' ? '原因' : 'why' },
    '"',
  ];
  return movedDeadline(file, item, { to, on: day, approval: placeholders ? approval : [] });
}

interface Move {
  readonly to: Day;
  /** The day on which it was moved. */
  readonly on: Day;
  /** By whom and why, where that is said. */
  readonly approval: readonly SnippetPart[];
}

/** The new deadline, and the record that it was moved away from the old one. Nothing where there is no deadline. */
export function movedDeadline(
  file: PlanText,
  holder: Pick<ItemFacts, 'due' | 'revised'> & WithBlock,
  { to, on, approval }: Move,
): readonly SnippetEdit[] {
  const { due, revised } = holder;
  if (due === undefined) return [];
  const record = `${file.word('revised')} ${file.day(on)} ${file.word('from')} ${file.slice(due.at)}`;
  return [
    { file: file.file, start: due.at.start, end: due.at.end, insert: [file.dayInPlaceOf(due.at, 'last', to)] },
    insertMember(file, holder, revised.at(-1)?.at ?? due.at, record, ...approval),
  ];
}
