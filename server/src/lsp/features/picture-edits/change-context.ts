/** What a change that was asked for in a picture is made from, and why it may be refused. */
import { Analysis } from '../../../analysis/analysis.js';
import { dayFigure, quoted, sayDay } from '../../../analysis/message-values.js';
import type { ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { replacedIn } from '../../../analysis/what-if/what-if.js';
import type { Day } from '../../../model/day.js';
import type { ItemFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { parseDate } from '../../../model/period.js';
import type { PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';

export interface ChangeContext {
  readonly analysis: Analysis;
  /** The code of the portfolio's currency. */
  readonly currency: string;
  /** The day on which facts are recorded: S, but never a day that has not come. */
  readonly day: Day;
  /** The file of what is changed. */
  readonly text: PlanText;
}

/** The edits, all in one file, or why it cannot be said. */
export type Answer = readonly SnippetEdit[] | Refusal;

export interface Refusal {
  readonly problem: Bilingual;
}

type Said = (lang: 'en' | 'zh') => string;

export function refuse(en: Said, zh: Said = en): Refusal {
  return { problem: { en: en('en'), zh: zh('zh') } };
}

/** A day in any spelling of the language; a month and the like is no day. */
export function dayIn(text: string): Day | Refusal {
  const read = parseDate(text);
  if (read.ok && read.period.grain === 'day') return read.period.first;
  return refuse(
    () => `'${text}' is no day; write 2026-03-31`,
    () => `“${text}”不是日期，请写成 2026-03-31`,
  );
}

export function isRefusal(value: Answer | Day | string | Refusal): value is Refusal {
  return typeof value === 'object' && 'problem' in value;
}

export function nameIn(
  of: {
    readonly name?: { readonly text: string };
    readonly title?: { readonly text: string };
    readonly text?: { readonly text: string };
  },
  lang: 'en' | 'zh',
): string {
  return quoted(of.title?.text ?? of.text?.text ?? of.name?.text ?? '', lang);
}

export function say(day: Day, lang: 'en' | 'zh'): string {
  return sayDay(dayFigure(day), lang);
}

export const UNREADABLE = refuse(
  () => 'The date that stands there cannot be read: mend that first',
  () => '原有的日期无法识别，请先改正',
);

/** When it would be if that were stated. */
export function scheduledAs(
  { item, project }: ScheduledItem,
  moved: ItemFacts,
  { analysis }: ChangeContext,
): ScheduledItem | undefined {
  return new Analysis(replacedIn(analysis.plan, project, item, moved), analysis.options).schedule.item(moved);
}
