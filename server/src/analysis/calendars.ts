/** The working calendar of a project: made from its declaration, kept while that says the same. */
import { type CalendarRules, DEFAULT_RULES, WorkCalendar } from '../model/calendar.js';
import type { Weekday } from '../model/day.js';
import type { CalendarFacts, ItemFacts, ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { isWhole, leadsSomewhere } from './as-meant.js';

/** One calendar per declaration: making one costs a sort. */
const made = new WeakMap<CalendarFacts, WorkCalendar>();
/**
 * The one last made of each name in a plan, with what it says: as long as a declaration that was read anew says the same
 * it stays the same object, and what was computed by it holds.
 */
const lastMade = new WeakMap<Plan, Map<string, LastMade>>();
const declared = new WeakMap<WorkCalendar, CalendarFacts>();
let byDefault: WorkCalendar | undefined;

/** The calendar where a plan states none: `holidays CN`, Saturday and Sunday off. Always the same object. */
function defaultCalendar(): WorkCalendar {
  byDefault ??= new WorkCalendar(DEFAULT_RULES);
  return byDefault;
}

/** The declaration whose calendar holds for `project` (without one: for the portfolio); undefined: the default holds. */
function calendarFactsOf(plan: Plan, project: ProjectFacts | undefined): CalendarFacts | undefined {
  return (
    plan.declaration('calendar', project?.calendar) ??
    plan.declaration('calendar', plan.portfolio?.calendar) ??
    undefined
  );
}

/**
 * The working-day calendar of a project: its own, else the portfolio's, else the default. The same declaration gives the
 * same object. A reference that leads nowhere is passed over (`name/unknown` reports it), and what holds in its place
 * `isUnsure`.
 */
export function calendarOf(plan: Plan, project: ProjectFacts | undefined): WorkCalendar {
  const facts = calendarFactsOf(plan, project);
  const calendar = facts === undefined ? defaultCalendar() : declaredIn(plan, facts);
  return leadsSomewhere(plan, 'calendar', project) ? calendar : unsure(calendar);
}

/**
 * The calendar that an item states for itself; undefined where it states none. One that is not declared is the one
 * `around` it, and `isUnsure`.
 */
export function ownCalendarOf(plan: Plan, item: ItemFacts, around: WorkCalendar): WorkCalendar | undefined {
  if (item.calendar === undefined) return undefined;
  const facts = plan.declaration('calendar', item.calendar);
  return facts === undefined ? unsure(around) : declaredIn(plan, facts);
}

function declaredIn(plan: Plan, facts: CalendarFacts): WorkCalendar {
  const calendar = madeFrom(plan, facts);
  return calendar.countryKnown && isWhole(plan, facts) ? calendar : unsure(calendar);
}

/**
 * Nobody can tell whether these are the working days: another calendar was meant, or some of what it states is not known,
 * cannot be read or is stated in another calendar of that name as well.
 */
export function isUnsure(calendar: WorkCalendar): boolean {
  return inPlaceOf.has(calendar);
}

/** By the calendar with the same days. */
const unsureOnes = new WeakMap<WorkCalendar, WorkCalendar>();
const inPlaceOf = new WeakSet<WorkCalendar>();

function unsure(calendar: WorkCalendar): WorkCalendar {
  if (inPlaceOf.has(calendar)) return calendar;
  let made = unsureOnes.get(calendar);
  if (made === undefined) {
    made = new WorkCalendar(calendar.rules);
    unsureOnes.set(calendar, made);
    inPlaceOf.add(made);
  }
  const facts = declarationOf(calendar);
  if (facts !== undefined) declared.set(made, facts);
  return made;
}

/** The declaration that a calendar was made from, as it was last read; undefined of the default. */
export function declarationOf(calendar: WorkCalendar): CalendarFacts | undefined {
  return declared.get(calendar);
}

interface LastMade {
  readonly says: string;
  readonly facts: CalendarFacts;
}

function madeFrom(plan: Plan, facts: CalendarFacts): WorkCalendar {
  let calendar = made.get(facts);
  if (calendar !== undefined) return calendar;
  const rules = rulesOf(facts);
  const says = JSON.stringify({ ...rules, weekend: [...rules.weekend] });
  const known = lastMade.get(plan) ?? new Map<string, LastMade>();
  lastMade.set(plan, known);
  const former = known.get(facts.id);
  // Two that stand in the plan side by side are two, whatever they say.
  const isReadAnew = former?.says === says && !plan.all('calendar').includes(former.facts);
  calendar = (isReadAnew ? made.get(former.facts) : undefined) ?? new WorkCalendar(rules);
  known.set(facts.id, { says, facts });
  made.set(facts, calendar);
  declared.set(calendar, facts);
  return calendar;
}

function rulesOf(facts: CalendarFacts): CalendarRules {
  return {
    weekend: facts.weekend === undefined ? DEFAULT_RULES.weekend : new Set(facts.weekend.filter(isWeekday)),
    country: facts.holidays?.text,
    holidays: facts.holiday.map(({ first, last, why }) => ({ first, last, ...(why ? { why: why.text } : {}) })),
    workdays: facts.workday.map(({ first, last, why }) => ({ first, last, ...(why ? { why: why.text } : {}) })),
  };
}

function isWeekday(number: number): number is Weekday {
  return Number.isInteger(number) && number >= 1 && number <= 7;
}
