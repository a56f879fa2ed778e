/** The rule about items that wait for each other (`schedule/cycle`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { quoted } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import type { Cycle } from '../schedule/schedule.js';

/** `path`: ids; each waits for the next, the last for the first. */
type Knot = { readonly path: readonly string[] };

/** So many names make a sentence; the related places go on. */
const NAMES_SHOWN = 6;

function* cycles(project: ProjectFacts, { schedule }: Analysis): Generator<Found<Knot>> {
  for (const cycle of schedule.cyclesFrom(project)) {
    const [first, ...others] = cycle;
    if (first === undefined) continue;
    yield {
      at: placeOf(first),
      data: { path: cycle.map(({ item }) => item.id) },
      element: first.item.id,
      related: others.map((step, k) => {
        const next = cycle[(k + 2) % cycle.length] ?? first;
        return {
          at: placeOf(step),
          message: {
            en: `${quoted(step.item.id, 'en')} waits for ${quoted(next.item.id, 'en')}`,
            zh: `${quoted(step.item.id, 'zh')}等待${quoted(next.item.id, 'zh')}`,
          },
        };
      }),
    };
  }
}

function placeOf({ item, dependency }: Cycle[number]): Cycle[number]['item']['at'] {
  return dependency?.at ?? item.name.at;
}

function inEnglish({ path }: Knot): string {
  const [first, ...rest] = path.map((id) => quoted(id, 'en'));
  if (first === undefined) return '';
  if (rest.length === 0) return `${first} waits for itself`;
  const shown = rest.slice(0, NAMES_SHOWN - 1);
  const hidden = rest.length - shown.length;
  const through = [...shown.map((name) => `for ${name}`), ...(hidden > 0 ? [`through ${hidden} more`] : [])];
  return `${first} waits ${through.join(', which waits ')}, which waits for ${first} again`;
}

function inChinese({ path }: Knot): string {
  const [first, ...rest] = path.map((id) => quoted(id, 'zh'));
  if (first === undefined) return '';
  if (rest.length === 0) return `循环依赖：${first}以自身为前置`;
  const shown = rest.slice(0, NAMES_SHOWN - 1);
  const hidden = rest.length - shown.length;
  return `循环依赖：${[first, ...shown, ...(hidden > 0 ? [`……（另有${hidden}项）`] : []), first].join('→')}，彼此互为前置`;
}

export const SCHEDULE_CYCLE_RULES: readonly Rule[] = [
  projectRule<Knot>(
    {
      code: 'schedule/cycle',
      severity: 'error',
      title: { en: 'Items that wait for each other', zh: '循环依赖' },
      message: { en: inEnglish, zh: inChinese },
      page: {
        en: `Following \`after\` from item to item leads back to where it began: none of them can ever start. A summary waits for the
last of its children, and its children for everything that the summary waits for, so a cycle can run through those too.

The items on the cycle and all that wait for them have no forecast until it is broken; everything else has. Remove or
change the dependency that is wrong. Of items that are tangled in several ways one shortest cycle is told, the others
once that is gone.`,
        zh: `沿着\`前置\`一项一项追下去，又回到了出发点：其中任何一项都无法开始。汇总任务要等最后一个子任务，子任务又要等汇总任务
的前置，因此循环也可能经过它们。

循环消除之前，循环上的各项以及等待它们的各项都没有预计日期，其余各项不受影响。请删除或修改有误的前置。多项纠缠在
一起时，只报告其中最短的一个循环，消除之后再报告其余的。`,
      },
      example: {
        asOf: '2026-03-31',
        shows:
          'project P1 {\n  task Design { duration 30d after Permit }\n  approval Permit { duration 20wd after Design }\n}\n',
        clean: 'project P1 {\n  task Design { duration 30d }\n  approval Permit { duration 20wd after Design }\n}\n',
      },
    },
    cycles,
  ),
];
