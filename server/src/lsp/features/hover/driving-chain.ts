/** What an item waits for, link by link back to the root, and whom it holds up in its turn. */

import type { Analysis } from '../../../analysis/analysis.js';
import { chainOf } from '../../../analysis/driving-chain.js';
import { responsibleFor } from '../../../analysis/responsible.js';
import type { ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { toldOf } from '../../../analysis/schedule/told-schedule.js';
import { formatDay } from '../../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import type { Formatter } from '../../../report/wording/formatter.js';

const words = {
  more: { en: '{n} more', zh: '还有{n}项' },
  until: { en: 'forecast {day}', zh: '预计{day}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A card is read at a glance: the steps nearest to the item, and the successors stated first. */
const MOST = 8;

/** Each step with its share in days, the nearest first. */
export function chainLines(scheduled: ScheduledItem, format: Formatter): readonly string[] {
  // Alone with itself there is no chain to tell.
  if (toldOf(scheduled).cause !== 'dependency') return [];
  return cut(
    chainOf(scheduled).map(({ message }) => format.say(message)),
    format,
  );
}

/** The items whose forecast this one determines, with who answers for them. */
export function heldUpLines(scheduled: ScheduledItem, analysis: Analysis, format: Formatter): readonly string[] {
  if (!scheduled.open) return [];
  const held = new Set<ItemFacts>();
  for (const { successor } of scheduled.successors) {
    if (analysis.schedule.item(successor)?.drivers.includes(scheduled.item)) held.add(successor);
  }
  return cut(
    [...held].map((item) => heldLine(item, scheduled.project, analysis, format)),
    format,
  );
}

function heldLine(item: ItemFacts, beside: ProjectFacts, analysis: Analysis, format: Formatter): string {
  const scheduled = analysis.schedule.item(item);
  const project = scheduled?.project ?? beside;
  const finish = scheduled && toldOf(scheduled).finish;
  const name = item.title?.text ?? item.name.text;
  const where = project === beside ? name : `${project.title?.text ?? project.name.text} ${name}`;
  const told = [
    finish === undefined ? undefined : format.say(words.until, { day: formatDay(finish) }),
    format.name(responsibleFor(project, item, 'owner')) ?? format.name(responsibleFor(project, item, 'unit')),
  ].filter((part) => part !== undefined);
  return told.length === 0 ? where : `${where}${format.aside(format.list(told))}`;
}

function cut(lines: readonly string[], format: Formatter): readonly string[] {
  if (lines.length <= MOST) return lines;
  return [...lines.slice(0, MOST), format.say(words.more, { n: lines.length - MOST })];
}
