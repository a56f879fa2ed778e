/** The policy that holds for a project with everything that it leaves unsaid filled in (semantics §3). */
import type { Duration } from '../../model/duration.js';
import type { Expression } from '../../model/expression.js';
import type { PolicyFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import { HUNDRED } from '../../model/rational.js';
import type { Rhythm } from '../../model/rhythm.js';
import type { Span } from '../../model/span.js';
import type { Schedule } from '../metrics/investment.js';
import { policyOf, warnOf } from '../policy-in-force.js';

export interface LightRule {
  /** As `light(name)` asks for it. */
  readonly name: string;
  /** What a reader is shown in its place. */
  readonly title: Bilingual;
  readonly red: Expression | undefined;
  readonly yellow: Expression | undefined;
  /** Where the policy states it; undefined for the default. */
  readonly at: Span | undefined;
}

export interface Policy {
  /** The declaration; undefined where the plan has none that holds. */
  readonly facts: PolicyFacts | undefined;
  readonly every: Rhythm;
  readonly against: Schedule;
  readonly warn: Duration;
  readonly lights: readonly LightRule[];
  /** That many yellows running make red; undefined: never. */
  readonly escalate: number | undefined;
}

/** Where the default's conditions 'stand': in no file. */
const NOWHERE: Span = { file: '', start: 0, end: 0 };

function daysLateOver(days: number): Expression {
  return {
    type: 'compare',
    operator: '>',
    left: { type: 'name', name: { text: 'days-late', at: { ...NOWHERE, end: 'days-late'.length } }, at: NOWHERE },
    right: { type: 'literal', value: { type: 'duration', value: { amount: days, unit: 'd' } }, at: NOWHERE },
    at: NOWHERE,
  };
}

/** What the default's only light is called. */
export const DEFAULT_LIGHT = 'due';

/** Red when over 30 days late, yellow when late. */
const DEFAULT_LIGHTS: readonly LightRule[] = [
  {
    name: DEFAULT_LIGHT,
    title: { en: 'deadlines', zh: '期限' },
    red: daysLateOver(30),
    yellow: daysLateOver(0),
    at: undefined,
  },
];

const resolved = new WeakMap<PolicyFacts, Policy>();
const DEFAULT: Policy = {
  facts: undefined,
  every: 'month',
  against: { baseline: 'nodes', factor: HUNDRED },
  warn: { amount: 14, unit: 'd' },
  lights: DEFAULT_LIGHTS,
  escalate: undefined,
};

/** The project's own policy, else the portfolio's, else the plan root's only one, else the default. */
export function resolvePolicy(plan: Plan, project: ProjectFacts | undefined): Policy {
  const facts = policyOf(plan, project);
  if (facts === undefined) return DEFAULT;
  let policy = resolved.get(facts);
  if (policy === undefined) {
    policy = completed(facts, warnOf(plan, project));
    resolved.set(facts, policy);
  }
  return policy;
}

/** A policy that names no light still wants projects judged: by the default's. */
function completed(facts: PolicyFacts, warn: Duration): Policy {
  return {
    facts,
    every: facts.every?.value ?? DEFAULT.every,
    against: {
      baseline: facts.baseline?.value ?? DEFAULT.against.baseline,
      factor: facts.factor?.value ?? DEFAULT.against.factor,
    },
    warn,
    lights: facts.stated.has('light') ? facts.lights.map(rule) : DEFAULT_LIGHTS,
    escalate: facts.escalate?.value,
  };
}

function rule({ name, red, yellow, at }: PolicyFacts['lights'][number]): LightRule {
  return { name: name.text, title: { en: name.text, zh: name.text }, red, yellow, at };
}
