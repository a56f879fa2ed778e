/** The rule about deadlines that the schedule will miss (`deadline/forecast-late`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { openDeadlines } from '../deadlines.js';
import { chainOf } from '../driving-chain.js';
import { dayFigure, sayDay, sayDays } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';

type ForecastLate = { readonly due: string; readonly forecast: string; readonly days: number };

function* forecastLate(project: ProjectFacts, { status, schedule }: Analysis): Generator<Found<ForecastLate>> {
  for (const { item, due } of openDeadlines(project, status)) {
    const last = due.period.last;
    if (last < status) continue;
    const scheduled = schedule.item(item);
    const finish = scheduled?.finish;
    if (scheduled === undefined || finish === undefined || finish <= last) continue;
    yield {
      at: due.at,
      data: { due: dayFigure(last), forecast: dayFigure(finish), days: finish - last },
      element: item.id,
      related: chainOf(scheduled),
    };
  }
}

export const DEADLINE_FORECAST_RULES: readonly Rule[] = [
  projectRule<ForecastLate>(
    {
      code: 'deadline/forecast-late',
      severity: 'warning',
      absence: 'project',
      judgedBy: ['status-date', 'calendar'],
      title: { en: 'Forecast to be late', zh: '预计逾期' },
      message: {
        en: ({ due, forecast, days }) =>
          `Will be ${sayDays(days, 'en')} late: forecast ${sayDay(forecast, 'en')}, due ${sayDay(due, 'en')}`,
        zh: ({ due, forecast, days }) =>
          `预计逾期${sayDays(days, 'zh')}：预计${sayDay(forecast, 'zh')}完成，期限为${sayDay(due, 'zh')}`,
      },
      page: {
        en: `The deadline has not passed, but by the schedule as of the status date it will be missed. The forecast takes what is
done, what remains of the work in progress, and for everything else its duration and dependencies, beginning at the
status date at the earliest.

The related places are the driving chain: from the deadline back to the work that determines it, each with the days it
takes up. Shortening anything else does not help. Speed up a step of the chain, update the progress of work that is
further than the files say, or ask for an extension before the deadline has passed.`,
        zh: `期限尚未到，但按截至日的进度推算将无法按期完成。推算依据：已完成的事项、进行中事项的剩余工期，其余事项按工期
和前置关系推算，最早从截至日开始。

相关位置列出决定该期限的关键链条：从期限一直追溯到源头，每一环写明占用的天数。压缩链条以外的事项没有作用。请加快
链条上的某一环，或更新实际已超前而未填报的进度，或在到期前提出延期。`,
      },
      example: {
        asOf: '2026-06-30',
        shows:
          'project P1 {\n  task Tender { duration 30d }\n  milestone Groundbreaking due 2026-07-28 { after Tender }\n}\n',
        clean:
          'project P1 {\n  task Tender { duration 30d }\n  milestone Groundbreaking due 2026-07-29 { after Tender }\n}\n',
      },
    },
    forecastLate,
  ),
];
