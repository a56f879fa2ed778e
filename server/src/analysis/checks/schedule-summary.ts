/** Rules about what a summary states of itself that only its children can say (`schedule/summary-done`, `member/on-summary`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay, sayKeyword } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { doneAt, finishedAt } from '../state.js';

/** `finished`: the day on which the last child was done; null where one is open. */
type SummaryDone = { readonly done: string; readonly finished: string | null; readonly open: number };

function* summaryDone(project: ProjectFacts, { status }: Analysis): Generator<Found<SummaryDone>> {
  for (const item of itemsOf(project)) {
    const done = item.items.length === 0 ? undefined : doneAt(item, status);
    if (done === undefined) continue;
    const finished = finishedAt(item, status);
    if (finished?.day === done.day) continue;
    const open = item.items.filter((child) => finishedAt(child, status) === undefined);
    // A child that is done on a day that cannot be read may be the one.
    if (open.some((child) => child.stated.has('done') && child.done === undefined)) continue;
    const places = finished === undefined ? open.map(({ name }) => name.at) : [finished.at];
    yield {
      at: done.at,
      data: {
        done: dayFigure(done.day),
        finished: finished === undefined ? null : dayFigure(finished.day),
        open: open.length,
      },
      element: item.id,
      related: places.map((at) => ({
        at,
        message:
          finished === undefined ? { en: 'Not done yet', zh: '尚未完成' } : { en: 'Done last', zh: '最后完成的一项' },
      })),
    };
  }
}

const OF_CHILDREN = ['duration', 'started', 'progress', 'remaining'] as const satisfies readonly Keyword[];
type OnSummary = { readonly member: (typeof OF_CHILDREN)[number] };

function* onSummary(project: ProjectFacts): Generator<Found<OnSummary>> {
  for (const item of itemsOf(project)) {
    if (item.items.length === 0) continue;
    const { duration, started, progress, remaining } = item;
    const stated = { duration: [duration], started: [started], progress, remaining: [remaining] };
    for (const member of OF_CHILDREN) {
      for (const fact of stated[member]) {
        if (fact !== undefined) yield { at: fact.at, data: { member }, element: item.id };
      }
    }
  }
}

export const SCHEDULE_SUMMARY_RULES: readonly Rule[] = [
  projectRule<SummaryDone>(
    {
      code: 'schedule/summary-done',
      severity: 'error',
      absence: 'project',
      judgedBy: ['status-date'],
      title: { en: 'A summary done before its parts', zh: '汇总任务的完成与子项不符' },
      message: {
        en: ({ done, finished, open }) =>
          finished === null
            ? `Said to be done on ${sayDay(done, 'en')}, but ${open === 1 ? 'one part of it is' : `${open} parts of it are`} still open`
            : `Said to be done on ${sayDay(done, 'en')}, but the last part of it was done on ${sayDay(finished, 'en')}`,
        zh: ({ done, finished, open }) =>
          finished === null
            ? `写明${sayDay(done, 'zh')}完成，但其中还有${open}项未完成`
            : `写明${sayDay(done, 'zh')}完成，但其中最后一项完成于${sayDay(finished, 'zh')}`,
      },
      page: {
        en: `A summary's actuals are those of its children: it is done on the day of its last child, once all of them are done. A
\`done\` of its own is not used, and this one says something else.

Remove it, or state \`done\` where the work was done. The deadline of the summary counts as met only when all its children
are done.`,
        zh: `汇总任务的实际进展以子项为准：全部子项完成之后，它才算完成，日期为最后一个子项的完成日。汇总任务自己写的\`完成\`
不作依据，而这里写的与子项不一致。

请删去，或在实际完成的子项上写明\`完成\`。全部子项完成之前，汇总任务的期限不算按期。`,
      },
      example: {
        asOf: '2026-06-30',
        shows:
          'project P1 {\n  task Works {\n    done 2026-06-20\n    task Piles { duration 20d done 2026-06-20 }\n    task Deck { duration 30d started 2026-06-21 }\n  }\n}\n',
        clean:
          'project P1 {\n  task Works {\n    task Piles { duration 20d done 2026-06-20 }\n    task Deck { duration 30d started 2026-06-21 }\n  }\n}\n',
      },
    },
    summaryDone,
  ),
  projectRule<OnSummary>(
    {
      code: 'member/on-summary',
      severity: 'warning',
      absence: 'project',
      judgedBy: ['status-date'],
      title: { en: 'Not used on a summary', zh: '汇总任务不用的内容' },
      message: {
        en: ({ member }) =>
          `${sayKeyword(member, 'en')} does not count here: this task has parts, and they say how long it takes and how far it is`,
        zh: ({ member }) => `${sayKeyword(member, 'zh')}在此不起作用：该任务含有子项，工期和进度以子项为准`,
      },
      page: {
        en: `A task with tasks inside is a summary: it begins with the first of them and ends with the last, and it is as far as they
are. Its own \`duration\`, \`started\`, \`progress\` and \`remaining\` are not used, neither in the schedule nor in the project's
progress.

Move them to the parts, or remove the parts if the task is only known as a whole.`,
        zh: `含有子任务的任务是汇总任务：随第一个子项开始，随最后一个子项结束，进度由子项得出。它自己的\`工期\`、\`实际开始\`、
\`进度\`、\`剩余工期\`在推算日期和项目进度时都不起作用。

请把这些内容写到子项上；如果只掌握整体情况，请删去子项。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  task Works {\n    progress 80%\n    task Piles { duration 20d }\n  }\n}\n',
        clean:
          'project P1 {\n  task Works {\n    task Piles { duration 20d started 2026-06-15 progress 80% }\n  }\n}\n',
      },
    },
    onSummary,
  ),
];
