/**
 * How the figures of a finding are written in its message. Findings carry them as JSON: days as `2026-03-31`, money as
 * a decimal string in currency units, percents as a decimal string in percent points.
 */
import { type Keyword, spelling } from '../../../grammar/keywords.js';
import { type Day, formatDay, parseIsoDay } from '../model/day.js';
import { type Duration, type DurationUnit, sayDuration } from '../model/duration.js';
import type { EntityKind } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { formatMoney, type Money, moneyFromRational, moneyToJson } from '../model/money.js';
import { dayPeriod, formatPeriod } from '../model/period.js';
import { fromDecimalString, type Rational, toTrimmedString, ZERO } from '../model/rational.js';
import type { Analysis } from './analysis.js';

export const dayFigure = (day: Day): string => formatDay(day);
export const moneyFigure = (amount: Money): string => moneyToJson(amount);
export const percentFigure = (value: Rational): string => toTrimmedString(value, 4);

/** A duration in JSON: an amount and its unit, `10` and `wd`. */
export type DurationFigure = { readonly amount: number; readonly unit: DurationUnit };

export const durationFigure = ({ amount, unit }: Duration): DurationFigure => ({ amount, unit });

/** `1 week`, `10 working days`, `10个工作日`; after 'every' one of a unit is the unit alone in English. */
function sayFigure(duration: DurationFigure, lang: Lang): string {
  const text = sayDuration(duration, lang);
  return lang === 'en' ? text.replace(/^1 /, '') : text;
}

export function currencyOf(analysis: Analysis): string {
  return analysis.plan.portfolio?.currency?.text ?? 'CNY';
}

/** `2026-03-31` or `2026年3月31日`. */
export function sayDay(figure: string, lang: Lang): string {
  const day = parseIsoDay(figure);
  return day === undefined ? figure : formatPeriod(dayPeriod(day), lang);
}

/** `1 day`, `30 days`, `30天`. */
export function sayDays(count: number, lang: Lang): string {
  return sayDuration({ amount: count, unit: 'd' }, lang);
}

export function sayMoney(figure: string, currency: string, lang: Lang, approximate = false): string {
  const amount = moneyFromRational(fromDecimalString(figure)?.value ?? ZERO);
  const text = formatMoney(amount, lang, { currency });
  if (!approximate) return text;
  return lang === 'zh' ? `约${text}` : `about ${text}`;
}

/** `every week`, `every 2 months`; `每周`, `每季度`, `每2个月`. */
export function sayEvery(rhythm: DurationFigure, lang: Lang): string {
  if (lang === 'en') return `every ${sayFigure(rhythm, 'en')}`;
  return EVERY_IN_CHINESE.get(sayDuration(rhythm, 'zh')) ?? `每${sayDuration(rhythm, 'zh')}`;
}

const EVERY_IN_CHINESE: ReadonlyMap<string, string> = new Map([
  ['1天', '每天'],
  ['1个工作日', '每个工作日'],
  ['1周', '每周'],
  ['1个月', '每月'],
  ['3个月', '每季度'],
  ['6个月', '每半年'],
  ['1年', '每年'],
]);

/** Words of the plan inside a sentence. */
export function quoted(text: string, lang: Lang): string {
  return lang === 'zh' ? `“${text}”` : `"${text}"`;
}

/** `a, b or c`, `a、b或c`; between Chinese quotes no mark is needed (GB/T 15834-2011, 4.5.3.5). */
export function listed(items: readonly string[], lang: Lang, joint: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const before = items.slice(0, -1);
  if (lang === 'zh') return `${enumerated(before)}${joint === 'and' ? '和' : '或'}${last}`;
  return `${before.join(', ')} ${joint} ${last}`;
}

export function enumerated(items: readonly string[]): string {
  return items.join('、').replaceAll('”、“', '”“');
}

/** `1 project`, `3 projects`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A keyword as the reader of `lang` knows it; in English sentences between quotes, since it may be a common word. */
export function sayKeyword(keyword: Keyword, lang: Lang): string {
  return quoted(spelling(keyword, lang), lang);
}

/** What the kinds of declarations are called in sentences. */
export const KIND_NAMES: Readonly<Record<EntityKind, { readonly en: string; readonly zh: string }>> = {
  portfolio: { en: 'portfolio', zh: '项目库' },
  calendar: { en: 'calendar', zh: '日历' },
  policy: { en: 'policy', zh: '规则' },
  org: { en: 'organisation', zh: '单位' },
  person: { en: 'person', zh: '人员' },
  category: { en: 'category', zh: '类别' },
  area: { en: 'area', zh: '地区' },
  batch: { en: 'batch', zh: '批次' },
  tag: { en: 'tag', zh: '标签' },
  project: { en: 'project', zh: '项目' },
  item: { en: 'milestone, task or approval', zh: '节点、任务或审批' },
  issue: { en: 'issue', zh: '问题' },
  meeting: { en: 'meeting', zh: '会议' },
  view: { en: 'view', zh: '视图' },
  field: { en: 'own field', zh: '自定字段' },
};

const ITEMS = { en: ['milestone', 'task', 'approval'], zh: ['节点', '任务', '审批'] } as const;

/** What a kind of declaration is called. */
export function sayKind(kind: EntityKind, lang: Lang): string {
  return KIND_NAMES[kind][lang];
}

/** `person or organisation`, `问题、节点、任务、审批或项目`. */
export function sayKinds(kinds: readonly EntityKind[], lang: Lang): string {
  const words = kinds.flatMap((kind) => (kind === 'item' ? ITEMS[lang] : [sayKind(kind, lang)]));
  return listed(words, lang, 'or');
}

/** English `a` or `an` before a word. */
export function article(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
