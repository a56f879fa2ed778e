/** How long the whole schedule takes, and one edit, in processor time. Prints its figures. */
import { calendarOf } from '../../server/src/analysis/calendars.js';
import { ScheduleCache } from '../../server/src/analysis/schedule/schedule.js';
import { addDays, dayOf, toDay } from '../../server/src/model/day.js';
import type { FileFacts, ProjectFacts } from '../../server/src/model/facts.js';
import { Plan } from '../../server/src/model/plan.js';
import { buildFile, buildProject, type ItemSpec } from '../facts-builder.js';
import { cost } from './sizes.js';

const STATUS = dayOf(2026, 3, 31) ?? toDay(0);

export function main(): void {
  measure('10,000 projects of 10 items, each its own component', portfolio(10_000, 10, 0));
  measure('10,000 projects of 10 items, each tied to the one before', portfolio(10_000, 10, 1));
  measure('100 projects of 1,000 items, each tied to the one before', portfolio(100, 1_000, 1));
  measure('one project of 500 items, each after all before it', [buildFile('dense.plan', [dense(500)])]);
}

function measure(title: string, files: readonly FileFacts[]): void {
  const rounds = 7;
  const whole: number[] = [];
  const edit: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const plan = new Plan(files);
    const cache = new ScheduleCache();
    const compute = (): void => {
      cache.schedule(plan, { status: STATUS, calendarOf: (project) => calendarOf(plan, project) }).complete();
    };
    whole.push(cost(compute));
    const [file] = files;
    if (file !== undefined) plan.set(again(file));
    edit.push(cost(compute));
  }
  console.log(`${title}: all ${figures(whole)}, after an edit ${figures(edit)}`);
}

/** The file as it is read after an edit in its first project. */
function again(file: FileFacts): FileFacts {
  const [first, ...rest] = file.declarations;
  return { ...file, declarations: first === undefined ? rest : [{ ...first }, ...rest] };
}

export function portfolio(projects: number, items: number, tied: number): readonly FileFacts[] {
  const made: ProjectFacts[] = [];
  for (let p = 0; p < projects; p++)
    made.push(buildProject(`${Math.floor(p / 20)}.plan`, `P${p}`, chain(p, items, tied)));
  const files = new Map<string, ProjectFacts[]>();
  for (const project of made) files.set(project.at.file, [...(files.get(project.at.file) ?? []), project]);
  return [...files].map(([file, inside]) => buildFile(file, inside));
}

function chain(p: number, items: number, tied: number): readonly ItemSpec[] {
  return Array.from({ length: items }, (_, i): ItemSpec => {
    const after = i === 0 ? (tied > 0 && p > 0 ? [{ on: `P${p - 1}.I0` }] : []) : [{ on: `I${i - 1}` }];
    const lag = { sign: 1, duration: { amount: 3, unit: 'wd' } } as const;
    const linked = i % 4 === 2 ? after.map((dependency) => ({ ...dependency, lag })) : after;
    if (i % 5 === 4) return { name: `I${i}`, kind: 'milestone', after: linked, due: addDays(STATUS, 10 * i) };
    return { name: `I${i}`, after: linked, duration: { amount: 5 + (i % 7), unit: i % 3 === 0 ? 'd' : 'wd' } };
  });
}

function dense(items: number): ProjectFacts {
  return buildProject(
    'dense.plan',
    'D',
    Array.from({ length: items }, (_, i) => ({
      name: `I${i}`,
      duration: { amount: 2, unit: 'wd' },
      due: addDays(STATUS, 3 * i),
      after: Array.from({ length: i }, (_, j) => ({ on: `I${j}` })),
    })),
  );
}

/** The middle and the best: on a busy machine only the best says something. */
function figures(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms (best ${sorted[0]?.toFixed(1)})`;
}
