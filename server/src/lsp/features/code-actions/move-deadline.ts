/** The quick fix for deadlines that were or will be missed: moved to the forecast, on the record. */
import { calendarOf } from '../../../analysis/calendars.js';
import { policyOf } from '../../../analysis/policy-in-force.js';
import { revisionsAt } from '../../../analysis/state.js';
import { addDays, type Day, formatDay } from '../../../model/day.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import type { SnippetEdit, SnippetPart } from '../../../workspace/fixes/plan-text.js';
import { written } from '../completion/names.js';
import type { ActionContext, QuickFix } from './action-types.js';
import { type ItemInProject, itemOf } from './enclosing-item.js';
import { insertMember } from './insert-member.js';

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
  if (due === undefined || scheduled?.finish === undefined || scheduled.dueFact !== due) return undefined;
  const max = policyOf(plan, project)?.maxRevisions?.value;
  if (max !== undefined && revisionsAt(item, status).length >= max) return undefined;
  const calendar = calendarOf(plan, project);
  for (let days = 0; days < NEAR; days++) {
    const day = addDays(scheduled.finish, days);
    if (day > due.period.last && calendar.isWorking(day)) return day;
  }
  return undefined;
}

function edits(
  { item }: ItemInProject,
  to: Day,
  { analysis, text, day, placeholders }: ActionContext,
): readonly SnippetEdit[] {
  const { due } = item;
  if (due === undefined) return [];
  const file = text(item.at.file);
  const people = analysis.plan.all('person').map(({ name }) => written(name.text));
  const record: readonly SnippetPart[] = [
    `${file.word('revised')} ${file.day(day)} ${file.word('from')} ${file.slice(due.at)}`,
    ...(placeholders
      ? [
          ` ${file.word('by')} `,
          {
            text: file.vocabulary === 'zh' ? '批准人' : 'approver',
            ...(people.length === 0 ? {} : { choices: people }),
          },
          ' "',
          { text: file.vocabulary === 'zh' ? '原因' : 'why' },
          '"',
        ]
      : []),
  ];
  const behind = item.revised.at(-1)?.at ?? due.at;
  return [
    { file: file.file, start: due.at.start, end: due.at.end, insert: [file.day(to)] },
    insertMember(file, item, behind, ...record),
  ];
}
