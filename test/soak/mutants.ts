/** Plans to which all kinds of things have happened: each is answered, formatted without harm, judged and summed up. */
import { toDay } from '../../server/src/model/day.js';
import { formatPlan } from '../../server/src/syntax/format/format.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { answerTo } from '../fuzz/answered.js';
import { MUTATIONS } from '../fuzz/mutations.js';
import { type ExampleFile, example, MACHINERY, pick, type Random, seeded } from '../fuzz/texts.js';
import { summaryOf } from '../generated-summary.js';
import type { Row } from './row.js';

const EXAMPLES = ['harbour', 'shanghai', 'longyan-2009', 'policies/sanya', 'policies/yinchuan'];
/** No text of that many lines takes longer than a moment. */
const LINES = 140;
const MOMENT = 1;
const SUMMARIES = ['dashboard', 'booklet', 'gantt', 'supervision', 'investment'];

/** A plan, or a part of one that begins with a declaration. */
function part(random: Random, plans: readonly ExampleFile[]): string {
  const lines = pick(random, plans).text.split('\n');
  const heads = lines.flatMap((line, index) => (/^\p{L}/u.test(line) ? [index] : []));
  const start = random(3) === 0 || heads.length === 0 ? 0 : pick(random, heads);
  return lines.slice(start, start + LINES).join('\n');
}

/** What a plan states, without where it states it. */
function meaning(text: string): string {
  return JSON.stringify(readPlan('a.plan', text).declarations, (key, value: unknown) => {
    if (key === 'at' || key === 'keywordAt' || key === 'covers') return undefined;
    if (value instanceof Map) return [...value];
    if (value instanceof Set) return [...value];
    return typeof value === 'bigint' ? String(value) : value;
  });
}

function formatted(text: string): void {
  const once = formatPlan(text);
  if (formatPlan(once) !== once) throw new Error('formatting twice gives something else');
  if (meaning(text) !== meaning(once)) throw new Error('formatting changes what it says');
}

function judged(random: Random, text: string): void {
  const root = new PlanRoot({ today: () => toDay(20_000 + random(1_000)), fileExists: () => true });
  root.set('a.plan', text);
  root.settle();
  for (const lang of ['en', 'zh'] as const) {
    for (const { message } of root.diagnostics('a.plan', lang)) {
      if (MACHINERY.test(message) && !MACHINERY.test(text)) throw new Error(message);
    }
  }
  if (random(5) === 0) summaryOf(pick(random, SUMMARIES), text, { lang: pick(random, ['en', 'zh']) });
}

export function mutants(count: number): Row[] {
  const plans = EXAMPLES.flatMap(example);
  const kinds = [...MUTATIONS];
  const each = Math.ceil(count / kinds.length);
  return kinds.map(([kind, mutate], index) => {
    const wrong: string[] = [];
    let slowest = 0;
    for (let round = 0; round < each; round++) {
      const seed = index * 1_000_000 + round;
      const random = seeded(seed);
      let text = mutate(random, part(random, plans));
      // At times more than one thing has happened.
      while (random(4) === 0) text = pick(random, kinds)[1](random, text);
      if (text.length > 200_000) text = text.slice(0, 200_000);
      try {
        const { seconds } = answerTo(text);
        slowest = Math.max(slowest, seconds);
        if (seconds > MOMENT) throw new Error(`took ${seconds.toFixed(1)} s`);
        if (round % 2 === 0) judged(random, text);
        if (round % 3 === 0) formatted(text);
      } catch (error) {
        wrong.push(`seed ${seed}: ${String(error)}: ${JSON.stringify(text.slice(0, 300))}`);
      }
    }
    return { what: `mutants: ${kind}`, measured: `${each} texts, slowest ${slowest.toFixed(2)} s`, wrong };
  });
}
