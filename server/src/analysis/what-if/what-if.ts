/**
 * What would become late or early if one item slipped or were shortened. The answer is what an analysis says of the plan
 * in which that item states its longer length, beside what it says of the plan as it is: nothing is estimated.
 */
import type { Day } from '../../model/day.js';
import type { DateFact, Declaration, ItemFacts, ProjectFacts, Ref } from '../../model/facts.js';
import { itemsOf, Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import { Analysis } from '../analysis.js';
import { tellsLoss } from '../checks/index.js';
import { isPursued } from '../deadlines.js';
import { unreadOf } from '../metrics/lateness.js';
import { responsibleFor } from '../responsible.js';
import type { DrivingStep, ScheduledItem } from '../schedule/scheduled-item.js';
import { type Assumption, assumptionOf, type Refused, stating } from './assumption.js';
import type { Slip } from './slip.js';

/**
 * What it does to a deadline: it held and is missed; it was missed and is missed by more, or by less; it was missed and
 * holds. `moved`: the dates change and no deadline with them.
 */
export type Effect = 'becomes-late' | 'later' | 'less-late' | 'in-time-again' | 'moved';

/** In which order a reader wants them. */
export const EFFECTS: readonly Effect[] = ['becomes-late', 'later', 'in-time-again', 'less-late', 'moved'];

interface Affected {
  readonly project: ProjectFacts;
  readonly effect: Effect;
  /** The deadline that somebody is held to. */
  readonly due: DateFact | undefined;
  /** Forecasts, as it is and as it would be. */
  readonly finish: Change<Day>;
  /** Days behind the deadline; 0 where it holds, undefined where there is none. */
  readonly late: Change<number | undefined>;
  /** What leads from the slip to the forecast, in the order of time; where the slip is not on the way, all of it. */
  readonly chain: readonly DrivingStep[];
}

export interface AffectedItem extends Affected {
  readonly of: 'item';
  readonly item: ItemFacts;
  readonly scheduled: Change<ScheduledItem>;
  readonly owner: Ref | undefined;
  readonly unit: Ref | undefined;
}

/** The planned completion of a project, which no item stands for. */
export interface AffectedCompletion extends Affected {
  readonly of: 'completion';
}

/** A project whose figures change. */
export interface AffectedProject {
  readonly project: ProjectFacts;
  readonly forecast: Change<Day | undefined>;
  readonly light: Change<ReturnType<Analysis['light']>>;
  /** What it should have reached by now is less or more: the slip is in the plan that progress is measured against. */
  readonly baselineMoves: boolean;
}

interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface WhatIf {
  readonly item: ItemFacts;
  readonly project: ProjectFacts;
  readonly slip: Slip;
  readonly assumption: Assumption;
  readonly analyses: Change<Analysis>;
  /** Of the item itself. */
  readonly finish: Change<Day>;
  /** The item itself among them, by what happens to them and by deadline. */
  readonly affected: readonly (AffectedItem | AffectedCompletion)[];
  /** In the order of the text. */
  readonly projects: readonly AffectedProject[];
  /** The projects tied to it in which something cannot be read, so that more may become late than can be told. */
  readonly unread: readonly ProjectFacts[];
}

export function whatIf(analysis: Analysis, item: ItemFacts, slip: Slip): WhatIf | Refused {
  const scheduled = analysis.schedule.item(item);
  if (scheduled === undefined) return NOT_SCHEDULED;
  const { project } = scheduled;
  const assumption = assumptionOf(scheduled, slip);
  if ('refused' in assumption) return assumption;
  const { stated, after } = assuming(analysis, { item, project, assumption });
  const [before, then] = [scheduled.finish, after.schedule.item(stated)?.finish];
  if (before === undefined || then === undefined) return NOT_SCHEDULED;
  const question: Question = { item, stated, before: analysis, after };
  const pairs = analysis.schedule.tiedTo(project).map((each) => ({ before: each, after: nowOf(each, after) }));
  return {
    item,
    project,
    slip,
    assumption,
    analyses: { before: analysis, after },
    finish: { before, after: then },
    affected: pairs.flatMap((pair) => affectedIn(pair, question)).sort(byUrgency),
    projects: pairs.flatMap((pair) => projectOf(pair, question)),
    unread: pairs.flatMap(({ before: each }) => (isUnread(each, analysis) ? each : [])),
  };
}

/** Whether something that a forecast or a deadline rests on cannot be read, or something in the text of the project. */
function isUnread(project: ProjectFacts, { plan, schedule, status }: Analysis): boolean {
  const { at } = project;
  const isWithin = (span: Span): boolean => span.start >= at.start && span.start < at.end;
  const unread = unreadOf(project, status, schedule);
  return (
    unread.deadline ||
    unread.work() ||
    plan.file(at.file)?.findings.some((found) => isWithin(found.at) && tellsLoss(found)) === true
  );
}

const NOT_SCHEDULED: Refused = {
  refused: {
    en: 'There is no forecast of it: another project of the same name counts',
    zh: '无法推算：计划以另一个同名项目为准',
  },
};

interface Question {
  readonly item: ItemFacts;
  /** The same item with the slip. */
  readonly stated: ItemFacts;
  readonly before: Analysis;
  readonly after: Analysis;
}

// ------------------------------------------------------------------------------------------------ the plan with the slip

interface Assumed extends Pick<WhatIf, 'item' | 'project' | 'assumption'> {}

/** The analysis of the plan with the slip, and the item as it is there. */
function assuming(analysis: Analysis, { item, project, assumption }: Assumed): Pick<Question, 'stated' | 'after'> {
  const { plan, options } = analysis;
  if (assumption.member === 'none') {
    return { stated: item, after: new Analysis(plan, { ...options, assumed: { item, day: assumption.after } }) };
  }
  const stated = stating(item, assumption);
  return { stated, after: new Analysis(replacedIn(plan, project, item, stated), options) };
}

/** The plan in which one item says something else; all other files are the same objects. */
export function replacedIn(plan: Plan, project: ProjectFacts, item: ItemFacts, by: ItemFacts): Plan {
  const inItems = (items: readonly ItemFacts[]): readonly ItemFacts[] =>
    items.map((each) => {
      if (each === item) return by;
      const inside = inItems(each.items);
      return inside.every((child, i) => child === each.items[i]) ? each : { ...each, items: inside };
    });
  const instead: ProjectFacts = { ...project, items: inItems(project.items) };
  return new Plan(
    plan.files().map((file) => {
      if (file.file !== project.at.file) return file;
      return {
        ...file,
        declarations: file.declarations.map((each): Declaration => (each === project ? instead : each)),
      };
    }),
  );
}

function nowOf(project: ProjectFacts, { plan }: Analysis): ProjectFacts {
  return plan.find('project', project.name.text) ?? project;
}

// ------------------------------------------------------------------------------------------------ what is affected

function affectedIn(pair: Change<ProjectFacts>, question: Question): readonly (AffectedItem | AffectedCompletion)[] {
  const items = itemsOf(pair.before);
  const now = itemsOf(pair.after);
  const own = items.flatMap((item, i) => affectedItem(pair.before, item, now[i] ?? item, question));
  return [...own, ...affectedCompletion(pair, question)];
}

function affectedItem(
  project: ProjectFacts,
  item: ItemFacts,
  now: ItemFacts,
  { stated, before, after, item: slipped }: Question,
): readonly AffectedItem[] {
  const scheduled = { before: before.schedule.item(item), after: after.schedule.item(now) };
  if (scheduled.before === undefined || scheduled.after === undefined) return [];
  const finish = { before: scheduled.before.finish, after: scheduled.after.finish };
  if (finish.before === undefined || finish.after === undefined) return [];
  if (finish.before === finish.after && scheduled.before.start === scheduled.after.start) return [];
  const held = scheduled.before.open && isPursued(project, before.status);
  const due = held ? scheduled.before.dueFact : undefined;
  const days = { before: finish.before, after: finish.after };
  const late = lateness(due, days);
  const effect = effectOn(late);
  const isLater = finish.after >= finish.before;
  return [
    {
      of: 'item',
      project,
      item,
      effect,
      due,
      finish: days,
      late,
      scheduled: { before: scheduled.before, after: scheduled.after },
      owner: responsibleFor(project, item, 'owner'),
      unit: responsibleFor(project, item, 'unit'),
      chain: isLater ? chainFrom(stated, scheduled.after) : chainFrom(slipped, scheduled.before),
    },
  ];
}

function affectedCompletion(
  pair: Change<ProjectFacts>,
  { item, stated, before, after }: Question,
): readonly AffectedCompletion[] {
  const metrics = { before: before.metrics(pair.before), after: after.metrics(pair.after) };
  const finish = { before: metrics.before.earliestFinish, after: metrics.after.earliestFinish };
  const due = metrics.before.ownDeadlines.find(({ of, open }) => of === 'completion' && open)?.due;
  if (due === undefined || finish.before === undefined || finish.after === undefined) return [];
  if (finish.before === finish.after) return [];
  const days = { before: finish.before, after: finish.after };
  const late = lateness(due, days);
  const isLater = days.after >= days.before;
  const last = isLater ? lastOf(after, pair.after, days.after) : lastOf(before, pair.before, days.before);
  const chain = last === undefined ? [] : chainFrom(isLater ? stated : item, last);
  return [{ of: 'completion', project: pair.before, effect: effectOn(late), due, finish: days, late, chain }];
}

/** What the project ends with. */
function lastOf({ schedule }: Analysis, project: ProjectFacts, day: Day): ScheduledItem | undefined {
  return schedule.of(project).find((each) => !each.isSummary && each.finish === day);
}

function lateness(due: DateFact | undefined, finish: Change<Day>): Change<number | undefined> {
  if (due === undefined) return { before: undefined, after: undefined };
  const { last } = due.period;
  return { before: Math.max(0, finish.before - last), after: Math.max(0, finish.after - last) };
}

function effectOn({ before = 0, after = 0 }: Change<number | undefined>): Effect {
  if (before === after) return 'moved';
  if (before === 0) return 'becomes-late';
  if (after === 0) return 'in-time-again';
  return after > before ? 'later' : 'less-late';
}

/** From the item that slips to the one whose forecast it is. */
function chainFrom(slipped: ItemFacts, scheduled: ScheduledItem): readonly DrivingStep[] {
  const steps: DrivingStep[] = [];
  for (const step of scheduled.drivingChain()) {
    steps.push(step);
    if (step.item === slipped) break;
  }
  return steps.reverse();
}

function byUrgency(a: AffectedItem | AffectedCompletion, b: AffectedItem | AffectedCompletion): number {
  const order = EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect);
  if (order !== 0) return order;
  return (a.due?.period.last ?? a.finish.after) - (b.due?.period.last ?? b.finish.after);
}

function projectOf(pair: Change<ProjectFacts>, { before, after }: Question): readonly AffectedProject[] {
  const metrics = { before: before.metrics(pair.before), after: after.metrics(pair.after) };
  const forecast = { before: metrics.before.forecast, after: metrics.after.forecast };
  const light = { before: before.light(pair.before), after: after.light(pair.after) };
  const planned = { before: metrics.before.plannedProgress, after: metrics.after.plannedProgress };
  const baselineMoves = planned.before?.n !== planned.after?.n || planned.before?.d !== planned.after?.d;
  const lights = (judged: ReturnType<Analysis['light']>): string =>
    [judged.light, ...judged.lights.map((each) => each.light)].join(' ');
  const isSame = forecast.before === forecast.after && lights(light.before) === lights(light.after) && !baselineMoves;
  return isSame ? [] : [{ project: pair.before, forecast, light, baselineMoves }];
}
