/** Red, yellow, green, blue, grey: what a project's policy makes of its figures as of S (semantics §3). */
import type { Day } from '../../model/day.js';
import type { Expression } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import { periodEndsBefore } from '../../model/rhythm.js';
import type { Analysis } from '../analysis.js';
import { type Verdict, verdictFor } from '../expressions/evaluate.js';
import type { Field } from '../expressions/fields.js';
import { LIGHTS, type Light } from '../expressions/fixed-words.js';
import { missingIn } from '../expressions/missing.js';
import { isPolicyUnsure } from '../policy-in-force.js';
import { inPool, isCompleted, stageAt } from '../state.js';
import type { LightRule, Policy } from './policy.js';

export interface JudgedLight {
  readonly name: string;
  readonly rule: LightRule;
  /** Grey: a figure that its conditions need is missing, or part of the project is not read, and none of them holds. */
  readonly light: Light;
  /** Of a grey one: these figures. */
  readonly missing: readonly Field[];
  /** The condition that holds; undefined for green and grey. */
  readonly because: Expression | undefined;
  /** The earlier days, newest first, on which it was yellow or worse as well, which is why it is red. */
  readonly escalatedBy: readonly Day[] | undefined;
}

/** Why the light is what it is. */
type Reason = 'judged' | 'completed' | 'cancelled' | 'out-of-pool' | 'reserve' | Unjudged;
/**
 * Why nobody can say that it is green: a figure is missing, part of what the project states does not count, another
 * declaration of its name states something else, or it may not be the policy that was meant.
 */
const UNJUDGED = ['figure-missing', 'partly-read', 'name-shared', 'policy-unsure'] as const;
type Unjudged = (typeof UNJUDGED)[number];

export interface ProjectLight {
  readonly light: Light;
  readonly reason: Reason;
  /** Each of the policy's lights; of a project that is not judged all have the project's light. */
  readonly lights: readonly JudgedLight[];
}

export function judge(project: ProjectFacts, analysis: Analysis): ProjectLight {
  const policy = analysis.policyOf(project);
  const unjudged = reasonNotToJudge(project, analysis.status);
  if (unjudged !== undefined) {
    const light = unjudged === 'completed' ? 'blue' : 'grey';
    return { light, reason: unjudged, lights: policy.lights.map((rule) => lit(rule, light, undefined)) };
  }
  const doubt = doubtAbout(project, analysis);
  const lights = policy.lights
    .map((rule) => escalated(rule, policy, project, analysis))
    // What does not count might have made it worse.
    .map((judged) => (doubt !== undefined && judged.light === 'green' ? lit(judged.rule, 'grey', undefined) : judged));
  const light = lightOfAll(lights.map((judged) => judged.light));
  return { light, reason: light === 'grey' ? whyGrey(lights, doubt) : 'judged', lights };
}

function whyGrey(lights: readonly JudgedLight[], doubt: Doubt): Unjudged {
  return lights.every(({ missing }) => missing.length === 0) ? (doubt ?? 'figure-missing') : 'figure-missing';
}

/** What makes that nothing of a project is green. */
type Doubt = Exclude<Unjudged, 'figure-missing'> | undefined;

function doubtAbout(project: ProjectFacts, { plan }: Analysis): Doubt {
  if (project.partlyRead === true) return 'partly-read';
  if (plan.named('project', project.name.text).length > 1) return 'name-shared';
  return isPolicyUnsure(plan, project) ? 'policy-unsure' : undefined;
}

/** Whether a light lacks what it would be judged by. */
export function isUnjudged({ reason }: ProjectLight): boolean {
  return UNJUDGED.some((each) => each === reason);
}

/** Red or yellow if one of them is; green only where every one was judged and is green: not reporting is never green. */
function lightOfAll(lights: readonly Light[]): Light {
  if (lights.includes('red')) return 'red';
  if (lights.includes('yellow')) return 'yellow';
  return lights.length > 0 && lights.every((light) => light === 'green') ? 'green' : 'grey';
}

/**
 * The one light of several projects: the worst of them; grey where none is worse than green and one could not be
 * judged for want of a figure. What is not judged for another reason says nothing about the others.
 */
export function lightOfProjects(projects: readonly ProjectLight[]): Light {
  const lacking = projects.some(isUnjudged);
  const worst = LIGHTS.find((light) => projects.some((project) => project.light === light)) ?? 'grey';
  return lacking && worst !== 'red' && worst !== 'yellow' ? 'grey' : worst;
}

function reasonNotToJudge(project: ProjectFacts, status: Day): Exclude<Reason, 'judged' | Unjudged> | undefined {
  const stage = stageAt(project, status);
  if (stage === 'cancelled') return 'cancelled';
  if (isCompleted(project, status)) return 'completed';
  if (!inPool(project, status)) return 'out-of-pool';
  return stage === 'reserve' ? 'reserve' : undefined;
}

/**
 * S stands for the latest period that has ended by S; yellow that was yellow or worse on the last days of the n−1
 * periods before that one as well is red.
 */
function escalated(rule: LightRule, policy: Policy, project: ProjectFacts, analysis: Analysis): JudgedLight {
  const now = judgeRule(rule, project, analysis);
  if (now.light !== 'yellow' || policy.escalate === undefined) return now;
  const before = periodEndsBefore(analysis.status, policy.every, policy.escalate - 1);
  const everWorse = before.every((day) => isYellowOrWorse(rule, project, analysis.at(day)));
  return everWorse ? { ...now, light: 'red', escalatedBy: before } : now;
}

/** As it was judged on that day, without escalation; a project that was not judged then was not yellow. */
function isYellowOrWorse(rule: LightRule, project: ProjectFacts, then: Analysis): boolean {
  if (reasonNotToJudge(project, then.status) !== undefined) return false;
  const { light } = judgeRule(rule, project, then);
  return light === 'yellow' || light === 'red';
}

function judgeRule(rule: LightRule, project: ProjectFacts, analysis: Analysis): JudgedLight {
  const verdict = (condition: Expression | undefined): Verdict =>
    condition === undefined ? { holds: false, known: false } : verdictFor(condition, project, analysis, 'light');
  const red = verdict(rule.red);
  if (red.holds) return lit(rule, 'red', rule.red);
  const yellow = verdict(rule.yellow);
  if (yellow.holds) return lit(rule, 'yellow', rule.yellow);
  const lacking = [
    ...(rule.red !== undefined && !red.known ? [rule.red] : []),
    ...(rule.yellow !== undefined && !yellow.known ? [rule.yellow] : []),
  ];
  const judged = lacking.length === 0 && (rule.red !== undefined || rule.yellow !== undefined);
  if (judged) return lit(rule, 'green', undefined);
  const missing = new Set(lacking.flatMap((condition) => missingIn(condition, project, analysis, 'light')));
  return { ...lit(rule, 'grey', undefined), missing: [...missing] };
}

function lit(rule: LightRule, light: Light, because: Expression | undefined): JudgedLight {
  return { name: rule.name, rule, light, because, missing: [], escalatedBy: undefined };
}
