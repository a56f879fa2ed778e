/** What a forecast waits for, step by step, as a reader follows it from a finding or a hover. */
import type { ItemFacts, RelatedPlace } from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import { dayFigure, quoted, sayDay, sayDays } from './message-values.js';
import type { DrivingStep, InterruptedDays, ScheduledItem } from './schedule/scheduled-item.js';

/** A reader follows so many steps; a chain through a whole portfolio is cut there. */
const STEPS_SHOWN = 30;

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
  const stopped = step.interruptions.map(interruption);
  const [en, zh] = [
    [sayDays(days, 'en'), ...stopped.map((each) => each.en), lag?.en, why?.en],
    [lag?.zh, why?.zh, sayDays(days, 'zh'), ...stopped.map((each) => each.zh)],
  ].map((parts) => parts.filter((part) => part !== undefined));
  return {
    en: `${quoted(nameOf(item), 'en')}: ${en?.join(', ')}`,
    zh: `${quoted(nameOf(item), 'zh')}：${zh?.join('，')}`,
  };
}

/** `10 of them suspended from 2026-07-01 to 2026-07-10 (flood)`. */
function interruption({ first, last, why }: InterruptedDays): Bilingual {
  const days = last - first + 1;
  const [from, to] = [dayFigure(first), dayFigure(last)];
  return {
    en: `${days} of them suspended from ${sayDay(from, 'en')} to ${sayDay(to, 'en')}${why === undefined ? '' : ` (${why})`}`,
    zh: `其中${sayDay(from, 'zh')}至${sayDay(to, 'zh')}停工${sayDays(days, 'zh')}${why === undefined ? '' : `（${why}）`}`,
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
