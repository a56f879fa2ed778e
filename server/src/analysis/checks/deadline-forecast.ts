/** The rule about deadlines that the schedule will miss (`deadline/forecast-late`). */
import type { ItemFacts, ProjectFacts, RelatedPlace } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { deadlinesOf } from '../metrics/deadlines.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import type { DrivingStep, ScheduledItem } from '../schedule/scheduled-item.js';
import { isPursued } from './deadline.js';
import { dayFigure, quoted, sayDay, sayDays } from './message-values.js';

type ForecastLate = { readonly due: string; readonly forecast: string; readonly days: number };

/** A reader follows so many steps; a chain through a whole portfolio is cut there. */
const STEPS_SHOWN = 30;

function* forecastLate(project: ProjectFacts, { status, schedule }: Analysis): Generator<Found<ForecastLate>> {
  if (!isPursued(project, status)) return;
  for (const { item, due, open } of deadlinesOf(project, status)) {
    const last = due.period.last;
    if (!open || last < status) continue;
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

/** What the finish waits for, from the item back to the root, each step with its share in days. */
export function chainOf(scheduled: ScheduledItem): readonly RelatedPlace[] {
  const places: RelatedPlace[] = [];
  for (const step of scheduled.drivingChain()) {
    if (places.length === STEPS_SHOWN) break;
    // A milestone takes no time: where the finding is at it anyway, it would only repeat itself.
    if (step.item === scheduled.item && step.days === 0 && step.lagDays === 0) continue;
    places.push({ at: step.item.name.at, message: shareOf(step) });
  }
  return places;
}

/** `"Tender": 28 days, after a lag of 7 days`. */
function shareOf(step: DrivingStep): Bilingual {
  const { item, days, lagDays } = step;
  const why = BEGINNINGS[step.cause]?.(dayFigure(step.from));
  const lag: Bilingual | undefined =
    lagDays === 0
      ? undefined
      : lagDays > 0
        ? { en: `after a lag of ${sayDays(lagDays, 'en')}`, zh: `间隔${sayDays(lagDays, 'zh')}后` }
        : { en: `with a lead of ${sayDays(-lagDays, 'en')}`, zh: `提前${sayDays(-lagDays, 'zh')}` };
  const [en, zh] = [
    [sayDays(days, 'en'), lag?.en, why?.en],
    [lag?.zh, why?.zh, sayDays(days, 'zh')],
  ].map((parts) => parts.filter((part) => part !== undefined));
  return {
    en: `${quoted(nameOf(item), 'en')}: ${en?.join(', ')}`,
    zh: `${quoted(nameOf(item), 'zh')}：${zh?.join('，')}`,
  };
}

function nameOf(item: ItemFacts): string {
  return item.title?.text ?? item.name.text;
}

/** What the root of a chain is counted from. */
const BEGINNINGS: Readonly<Partial<Record<DrivingStep['cause'], (from: string) => Bilingual>>> = {
  status: (from) => ({
    en: `not begun, so counted from ${sayDay(from, 'en')}`,
    zh: `尚未开始，从${sayDay(from, 'zh')}算起`,
  }),
  progress: (from) => ({
    en: `what remains of it, counted from ${sayDay(from, 'en')}`,
    zh: `剩余部分，从${sayDay(from, 'zh')}算起`,
  }),
  start: (from) => ({
    en: `from its stated start ${sayDay(from, 'en')}`,
    zh: `从计划开始${sayDay(from, 'zh')}算起`,
  }),
  actual: () => ({ en: 'a fact already', zh: '已成事实' }),
};

export const DEADLINE_FORECAST_RULES: readonly Rule[] = [
  projectRule<ForecastLate>(
    {
      code: 'deadline/forecast-late',
      severity: 'warning',
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
