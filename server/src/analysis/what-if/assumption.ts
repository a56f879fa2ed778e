/**
 * What a plan would state if an item took so much longer. Work that has not begun has a longer `duration`, work that has
 * begun more `remaining`; dates that give a length move its end. What has no length is on a later day: work by its
 * `start`; a milestone only by assumption, since the language has no word for it but what it waits for.
 */
import type { Day } from '../../model/day.js';
import { dayOf, LAST_YEAR, toDay } from '../../model/day.js';
import { type Duration, formatDuration, parseDuration } from '../../model/duration.js';
import type { ItemFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { dayPeriod } from '../../model/period.js';
import { dayFigure, quoted, sayDay } from '../message-values.js';
import { at } from '../schedule/network.js';
import type { ScheduledItem } from '../schedule/scheduled-item.js';
import { timeOf, workOf } from '../schedule/situation.js';
import type { Work } from '../schedule/work.js';
import { lengthOf, remainingOf, type WorkLength } from '../schedule/work-length.js';
import { amountOf, DAYS, MONTHS, unitOf, WORKING_DAYS } from '../schedule/working-time.js';
import type { Slip } from './slip.js';

/** One statement that is another; of a milestone no statement, only the day before which it is not reached. */
export type Assumption =
  | {
      readonly member: 'duration' | 'remaining';
      /** As it is; computed where nothing states it. */
      readonly before: Duration | undefined;
      readonly after: Duration;
    }
  | { readonly member: 'start' | 'finish'; readonly before: Day | undefined; readonly after: Day }
  | { readonly member: 'none'; readonly before: Day; readonly after: Day };

/** Why the question has no answer. */
export interface Refused {
  readonly refused: Bilingual;
}

export function assumptionOf(scheduled: ScheduledItem, slip: Slip): Assumption | Refused {
  const { item, computed, index } = scheduled;
  const name = nameOf(item);
  if (scheduled.isSummary) return refuseSummary(scheduled);
  if (!scheduled.open) return refuseDone(scheduled);
  const end = at(computed.forecast.b, index);
  if (Number.isNaN(end)) {
    return refused(
      (lang) => `${quoted(name, lang)} has no forecast: it waits for itself or for something that does`,
      (lang) => `${quoted(name, lang)}没有预计日期：前置关系成环`,
    );
  }
  if (item.kind === 'milestone') return milestone(scheduled, slip);
  const begun = computed.facts.begun[index] === true;
  const start = at(computed.forecast.a, index);
  if (begun) {
    const rest = remainingOf(item, computed.status, start);
    const own = workOf(computed, index, rest).after(computed.status, rest);
    const [from, tonight] = [computed.status, computed.status + 1];
    const made = lengthened(scheduled, slip, rest, { from, to: Math.max(own, tonight), stated: own >= tonight });
    if (made === undefined) return refuseShort(scheduled, durationOf(rest, item.remaining?.value));
    const after = spelled(
      made,
      slip,
      item.remaining?.value ?? (made.unit === rest.unit ? item.duration?.value : undefined),
    );
    return checked({ member: 'remaining', before: durationOf(rest, item.remaining?.value), after }, slip);
  }
  const length = lengthOf(item);
  if (length.amount === 0) return point(scheduled, slip, length);
  const to = workOf(computed, index, length).after(start, length);
  const made = lengthened(scheduled, slip, length, { from: start, to, stated: true });
  if (item.duration !== undefined) {
    if (made === undefined) return refuseShort(scheduled, item.duration.value);
    return checked(
      { member: 'duration', before: item.duration.value, after: spelled(made, slip, item.duration.value) },
      slip,
    );
  }
  const finish = item.finish?.period.last;
  if (made === undefined || finish === undefined) return refuseShort(scheduled, durationOf(length, undefined));
  return checked({ member: 'finish', before: finish, after: toDay(finish + made.amount - length.amount) }, slip);
}

/** The item as it would state that. */
export function stating(item: ItemFacts, assumption: Exclude<Assumption, { member: 'none' }>): ItemFacts {
  const { at } = item;
  switch (assumption.member) {
    case 'duration':
    case 'remaining':
      return { ...item, [assumption.member]: { value: assumption.after, at } };
    case 'start':
    case 'finish':
      return { ...item, [assumption.member]: { period: dayPeriod(assumption.after), at } };
  }
}

/** From one boundary to another, which is the end of the length as it is; not `stated`: it ends on S, whatever it is. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly stated: boolean;
}

/**
 * The length with the slip added to it. Where the two count differently, the slip moves the day on which the work ends,
 * and the length is what reaches it: at least that much longer, at least that much shorter. Undefined: it is not that long.
 */
function lengthened(
  { computed, index }: ScheduledItem,
  slip: Slip,
  length: WorkLength,
  { from, to, stated }: Stretch,
): WorkLength | undefined {
  const unit = unitOf(slip.duration);
  const more = slip.sign * amountOf(slip.duration);
  if (unit === length.unit && stated) {
    return length.amount + more < 0 ? undefined : { unit, amount: length.amount + more };
  }
  const target = timeOf(computed, index).add(to, unit, more);
  if (target < from) return undefined;
  // Months cannot be added to days: they are counted as the days that they come to.
  const steps = length.unit === MONTHS ? DAYS : length.unit;
  const work = workOf(computed, index, { unit: steps, amount: 1 });
  return reaching(work, from, target, slip.sign > 0);
}

/** The length from a boundary to another: where no day of work ends there, to the one behind it or before it. */
function reaching(work: Work, from: number, target: number, atLeast: boolean): WorkLength {
  const { unit } = work;
  let amount = work.between(from, target);
  while (atLeast && work.after(from, { unit, amount }) < target) amount++;
  return { unit, amount };
}

/** In the unit that it was stated in where that says it, else in the smallest that it is counted in. */
function spelled({ unit, amount }: WorkLength, { duration }: Slip, stated: Duration | undefined): Duration {
  if (unit === WORKING_DAYS) return { unit: 'wd', amount };
  const large = unit === MONTHS ? (['y', 12] as const) : (['w', 7] as const);
  const small = unit === MONTHS ? 'mo' : 'd';
  const wanted = stated === undefined ? duration.unit : stated.unit;
  if (wanted === large[0] && amount % large[1] === 0) return { unit: large[0], amount: amount / large[1] };
  return { unit: small, amount };
}

function durationOf({ unit, amount }: WorkLength, stated: Duration | undefined): Duration {
  return stated ?? { unit: unit === WORKING_DAYS ? 'wd' : unit === MONTHS ? 'mo' : 'd', amount };
}

/** Work without length: it is on a later day. */
function point(scheduled: ScheduledItem, slip: Slip, length: WorkLength): Assumption | Refused {
  const { item, computed, index } = scheduled;
  if (slip.sign < 0) return refuseShort(scheduled, undefined);
  const day = at(computed.forecast.b, index) - 1;
  const behind = timeOf(computed, index).add(day + 1, unitOf(slip.duration), amountOf(slip.duration));
  if (item.finish === undefined) {
    return checked({ member: 'start', before: item.start?.period.first, after: toDay(behind - 1) }, slip);
  }
  // Beside a stated finish a start would make it work from the one to the other.
  const made = reaching(workOf(computed, index, { unit: length.unit, amount: 1 }), day, behind, true);
  return checked({ member: 'duration', before: item.duration?.value, after: durationOf(made, undefined) }, slip);
}

/** It can only be early where nothing but its own deadline says when it is. */
function milestone(scheduled: ScheduledItem, slip: Slip): Assumption | Refused {
  const { item, computed, index, finish } = scheduled;
  const end = at(computed.forecast.b, index);
  const after = timeOf(computed, index).add(end, unitOf(slip.duration), slip.sign * amountOf(slip.duration)) - 1;
  const [first] = scheduled.drivers;
  const name = nameOf(item);
  if (slip.sign < 0 && first !== undefined) {
    return refused(
      (lang) => `${quoted(name, lang)} has no length; it waits for ${quoted(nameOf(first), lang)}, shorten that`,
      (lang) => `${quoted(name, lang)}没有工期，它受制于${quoted(nameOf(first), lang)}，请缩短后者`,
    );
  }
  if (slip.sign < 0 && after < computed.status) {
    return refused(
      (lang) => `${quoted(name, lang)} is open, so it cannot be before ${sayDay(dayFigure(computed.status), lang)}`,
      (lang) => `${quoted(name, lang)}尚未完成，不可能早于${sayDay(dayFigure(computed.status), lang)}`,
    );
  }
  return checked({ member: 'none', before: finish ?? toDay(end - 1), after: toDay(after) }, slip);
}

/** What comes out can be written, and lies in a year that can. */
function checked(assumption: Assumption, { sign }: Slip): Assumption | Refused {
  const last = dayOf(LAST_YEAR, 1, 1) ?? 0;
  const { after } = assumption;
  const isSayable = typeof after === 'number' ? after < last : parseDuration(formatDuration(after, 'en')).ok;
  if (isSayable || sign < 0) return assumption;
  return refused(
    () => 'That is longer than any plan',
    () => '超出了计划的范围',
  );
}

// ------------------------------------------------------------------------------------------------ refusals

type Said = (lang: 'en' | 'zh') => string;

function refused(en: Said, zh: Said): Refused {
  return { refused: { en: en('en'), zh: zh('zh') } };
}

function nameOf(item: ItemFacts): string {
  return item.title?.text ?? item.name.text;
}

function refuseDone({ item, actualFinish }: ScheduledItem): Refused {
  const on = actualFinish === undefined ? undefined : dayFigure(actualFinish);
  return refused(
    (lang) =>
      `${quoted(nameOf(item), lang)} is done${on === undefined ? '' : ` since ${sayDay(on, lang)}`}: what has happened does not slip`,
    (lang) => `${quoted(nameOf(item), lang)}已${on === undefined ? '' : `于${sayDay(on, lang)}`}完成，不会再延期或提前`,
  );
}

/** The time of a summary is that of what is inside it. */
function refuseSummary({ item, drivers, open }: ScheduledItem): Refused {
  const [last] = open ? drivers : [];
  return refused(
    (lang) =>
      `${quoted(nameOf(item), lang)} takes as long as what is inside it; say which of that slips${last === undefined ? '' : `, for example ${last.id}, which ends last`}`,
    (lang) =>
      `${quoted(nameOf(item), lang)}的时间由其下各项决定，请指明其中哪一项${last === undefined ? '' : `，例如最后完成的 ${last.id}`}`,
  );
}

function refuseShort({ item, begun }: ScheduledItem, length: Duration | undefined): Refused {
  const name = nameOf(item);
  if (length === undefined) {
    return refused(
      (lang) => `${quoted(name, lang)} has no length that could be shortened`,
      (lang) => `${quoted(name, lang)}没有工期，无法缩短`,
    );
  }
  const said = { en: formatDuration(length, 'en'), zh: formatDuration(length, 'zh') };
  return refused(
    (lang) =>
      `Of ${quoted(name, lang)} only ${said.en} ${begun ? 'are left' : 'are planned'}: it cannot be shortened by more`,
    (lang) => `${quoted(name, lang)}${begun ? '只剩' : '工期只有'}${said.zh}，缩短的时间不能超过它`,
  );
}
