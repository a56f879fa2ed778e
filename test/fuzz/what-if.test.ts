/** A 'what if' says what a fresh analysis says of the text in which the item has become that much longer. */
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.js';
import type { Slip } from '../../server/src/analysis/what-if/slip.js';
import { type WhatIf, whatIf } from '../../server/src/analysis/what-if/what-if.js';
import { slipEdit } from '../../server/src/lsp/features/code-actions/slip-edit.js';
import { milestoneSlipped } from '../../server/src/lsp/features/picture-edits/slipped-milestone.js';
import { addDays, type Day, formatDay } from '../../server/src/model/day.js';
import type { DurationUnit } from '../../server/src/model/duration.js';
import type { ItemFacts } from '../../server/src/model/facts.js';
import { itemsOf, Plan } from '../../server/src/model/plan.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { PlanText } from '../../server/src/workspace/fixes/plan-text.js';
import { onDay } from '../analysed.js';
import { forEachSeed, pick, type Random } from './texts.js';

const STATUS = onDay('2026-09-21');
const FILE = 'plan.plan';

function analysis(text: string): Analysis {
  const facts = readPlan(FILE, text);
  expect(facts.findings.filter(({ code }) => /^(?:syntax|value)\//.test(code))).toEqual([]);
  return new Analysis(new Plan([facts]), { asOf: STATUS, today: STATUS });
}

// ------------------------------------------------------------------------------------------------ plans at random

const day = (random: Random, from: number, days: number): string => formatDay(addDays(STATUS, from + random(days)));
const sometimes = (random: Random, of: number, member: () => string): string =>
  random(of) === 0 ? ` ${member()}` : '';
const UNITS: readonly DurationUnit[] = ['d', 'wd', 'wd', 'w', 'mo'];
const length = (random: Random): string => {
  const unit = pick(random, UNITS);
  return `${unit === 'mo' ? random(3) : random(12)}${unit}`;
};

const PROJECTS = [
  { name: 'P', paths: ['a', 'b', 's.c', 's.d', 'e', 'm'] },
  { name: 'Q', paths: ['f', 't.g', 't.h', 'n', 'k'] },
] as const;

function member(random: Random, earlier: readonly string[], path: string): string {
  const isMilestone = ['m', 'n'].includes(path);
  const after = sometimes(random, 2, () => {
    const on = pick(random, earlier.length === 0 ? ['P.a'] : earlier);
    const kind = pick(random, ['', '', ' FS', ' SS', ' FF', ' SF']);
    const lag = kind !== '' && random(2) === 0 ? ` ${pick(random, ['+', '-'])}${length(random)}` : '';
    return on === `P.${path}` ? '' : `after ${on}${kind}${lag}`;
  });
  const due = sometimes(random, 2, () => `due ${day(random, -10, 80)}`);
  const name = path.split('.').at(-1) ?? path;
  if (isMilestone) {
    return `milestone ${name}${due} {${after}${sometimes(random, 6, () => `done ${day(random, -10, 8)}`)} }`;
  }
  const size = pick(random, [
    () => ` duration ${length(random)}`,
    () => ` duration ${length(random)}`,
    () => ` start ${day(random, -5, 20)} finish ${day(random, 15, 30)}`,
    () => ` start ${day(random, -5, 20)}`,
    () => ` finish ${day(random, 10, 20)}`,
    () => '',
  ])();
  const work = pick(random, [
    () => '',
    () => '',
    () => ` started ${day(random, -20, 20)}${sometimes(random, 2, () => `progress ${random(101)}%`)}`,
    () => ` started ${day(random, -20, 20)} remaining ${length(random)}`,
    () => ` progress ${random(101)}%`,
    () => ` started ${day(random, -20, 10)} done ${day(random, -9, 8)}`,
  ])();
  const stopped = sometimes(random, 6, () => `suspended ${day(random, -5, 10)} .. ${day(random, 5, 20)}`);
  return `task ${name}${due} {${size}${work}${after}${stopped}${sometimes(random, 6, () => 'calendar six')}${sometimes(random, 4, () => `weight ${random(30)}%`)} }`;
}

function plan(random: Random): string {
  const earlier: string[] = [];
  const projects = PROJECTS.map(({ name, paths }) => {
    const lines: string[] = [];
    let summary: string | undefined;
    for (const path of paths) {
      const outer = path.includes('.') ? path.split('.')[0] : undefined;
      if (summary !== undefined && outer !== summary) lines.push('}');
      if (outer !== undefined && outer !== summary) {
        lines.push(`task ${outer}${sometimes(random, 2, () => `due ${day(random, 0, 80)}`)} {`);
        if (random(3) === 0) lines.push(`after ${pick(random, earlier)} ${pick(random, ['FS', 'SS', 'FF', 'SF'])}`);
      }
      summary = outer;
      lines.push(member(random, earlier, path));
      earlier.push(`${name}.${path}`);
    }
    if (summary !== undefined) lines.push('}');
    const stage = pick(random, ['', 'stage construction on 2026-08-01 actual-start 2026-08-01', 'stage cancelled']);
    return `project ${name} {\nperiod 2026-08 .. ${formatDay(addDays(STATUS, 20 + random(60)))}\n${stage}\nowner Li\n${lines.join('\n')}\n}`;
  });
  const policy =
    'policy judge { light time { red when days-late > 20d yellow when days-late > 0d }\nlight work { red when progress-behind > 30% yellow when progress-behind > 5% } }';
  return `calendar six { weekend sunday  holiday 2026-09-28 .. 2026-09-30 }\nperson Li\n${policy}\n${projects.join('\n')}\n`;
}

// ------------------------------------------------------------------------------------------------ what it says

/** Everything that a 'what if' speaks of, item by item. */
function told(of: Analysis, leave?: string): readonly string[] {
  return of.plan.all('project').flatMap((project) => {
    const { forecast, plannedProgress } = of.metrics(project);
    const { light, lights } = of.light(project);
    return [
      ...of.schedule
        .of(project)
        .flatMap(({ id, start, finish, due, daysLate, slack, slackUnit }) =>
          id === leave ? [] : [[id, start, finish, due, daysLate, slack, slackUnit].join(' ')],
        ),
      // Another statement in the project is measured with the others.
      ...(leave === undefined
        ? [
            [
              project.id,
              forecast,
              plannedProgress?.n,
              plannedProgress?.d,
              light,
              ...lights.map((each) => each.light),
            ].join(' '),
          ]
        : [[project.id, forecast].join(' ')]),
    ];
  });
}

function applied(text: string, edits: readonly { start: number; end: number; insert: string }[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);
}

/** The text in which the slip is stated; of a milestone one that waits for a day which nothing else does. */
function slipped(text: string, { item, project, assumption }: WhatIf): string {
  if (assumption.member !== 'none') {
    const edit = slipEdit(new PlanText(FILE, text, 'en'), item, assumption);
    if ('problem' in edit) throw new Error(edit.problem.en);
    return applied(text, [{ ...edit, insert: edit.insert.join('') }]);
  }
  const brace = project.at.end - 1;
  return applied(text, [
    { start: item.at.end - 1, end: item.at.end - 1, insert: ' after zz ' },
    { start: brace, end: brace, insert: `\ntask zz { start ${formatDay(assumption.after)} duration 1d }\n` },
  ]);
}

/** What a milestone states instead leads to the day that was shown, or nothing is stated. */
function expectStated({ item, assumption, slip }: WhatIf, before: Analysis, text: string, stated: () => void): void {
  const scheduled = before.schedule.item(item);
  if (assumption.member !== 'none' || scheduled === undefined) return;
  const context = { analysis: before, currency: 'CNY', day: STATUS, text: new PlanText(FILE, text, 'en') };
  const answer = milestoneSlipped(scheduled, assumption.after, slip, context);
  if ('problem' in answer) return;
  const then = applied(
    text,
    answer.map((edit) => ({ ...edit, insert: edit.insert.join('') })),
  );
  const fresh = [...analysis(then).schedule.items()].find(({ id }) => id === item.id);
  expect({ then, finish: fresh?.finish }).toEqual({ then, finish: assumption.after });
  stated();
}

/** The affected items are those whose dates are others, with these dates. */
function expectAffected({ affected, analyses }: WhatIf, fresh: Analysis): void {
  const dates = (of: Analysis): ReadonlyMap<string, readonly [Day | undefined, Day | undefined]> =>
    new Map([...of.schedule.items()].map(({ id, start, finish }) => [id, [start, finish]]));
  const [before, after] = [dates(analyses.before), dates(fresh)];
  const moved = [...before].flatMap(([id, [start, finish]]) => {
    const now = after.get(id);
    return now === undefined || (now[0] === start && now[1] === finish) ? [] : [id];
  });
  const items = affected.flatMap((each) => (each.of === 'item' ? [each] : []));
  expect(items.map(({ item }) => item.id).sort()).toEqual(moved.sort());
  for (const { item, finish, late, due } of items) {
    expect([finish.before, finish.after]).toEqual([before.get(item.id)?.[1], after.get(item.id)?.[1]]);
    expect(late.after).toBe(due === undefined ? undefined : Math.max(0, finish.after - due.period.last));
  }
}

function slipOf(random: Random): Slip {
  const unit = pick(random, [...UNITS, 'y'] as const);
  return {
    sign: random(3) === 0 ? -1 : 1,
    duration: { amount: 1 + random(unit === 'y' || unit === 'mo' ? 2 : 15), unit },
  };
}

describe('what if an item slips', () => {
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

  it('is what the text says once the slip is written into it', () => {
    forEachSeed(1500, (random, seed) => {
      const text = plan(random);
      const before = analysis(text);
      const items: ItemFacts[] = before.plan.all('project').flatMap((project) => [...itemsOf(project)]);
      for (let k = 0; k < 3; k++) {
        const item = pick(random, items);
        const slip = slipOf(random);
        const answer = whatIf(before, item, slip);
        if ('refused' in answer) {
          count('refused');
          continue;
        }
        count(answer.assumption.member);
        expectStated(answer, before, text, () => count('stated by a milestone'));
        const then = slipped(text, answer);
        const fresh = analysis(then);
        const isMilestone = answer.assumption.member === 'none';
        // Milestones without dependencies that are early are assumed earlier than a wait could make them.
        if (isMilestone && slip.sign < 0) continue;
        // What is bound by a start is reached in the morning: a wait for a day's evening is another one.
        if (isMilestone && item.after.some(({ type }) => type === 'SS' || type === 'SF')) continue;
        // When work began that does not say so, the plan says; a wait moves that, an assumption leaves the plan alone.
        const undated = items.some(
          ({ started, progress, remaining }) => !started && (progress.length > 0 || remaining),
        );
        if (isMilestone && undated) continue;
        const leave = isMilestone ? `${answer.project.id}.zz` : undefined;
        const [is, shouldBe] = [told(answer.analyses.after, leave), told(fresh, leave)];
        if (isMilestone) {
          const plain = (lines: readonly string[]) => lines.map((line) => line.split(' ').slice(0, 3).join(' '));
          expect({ seed, slip, text, is: plain(is) }).toEqual({ seed, slip, text, is: plain(shouldBe) });
        } else expect({ seed, slip, then, is }).toEqual({ seed, slip, then, is: shouldBe });
        expectAffected(answer, fresh);
        if (slip.sign > 0 && answer.finish.after < answer.finish.before) {
          expect({ seed, text, item: item.id, finish: answer.finish }).toBe('not earlier');
        }
        for (const { effect, chain } of answer.affected) {
          count(effect);
          if (effect !== 'moved') count(chain[0]?.item.id === item.id ? 'chain from the slip' : 'chain from elsewhere');
        }
      }
    });
    for (const what of [
      'duration',
      'remaining',
      'finish',
      'start',
      'none',
      'stated by a milestone',
      'refused',
      'becomes-late',
      'in-time-again',
    ]) {
      expect([what, (seen.get(what) ?? 0) > 10]).toEqual([what, true]);
    }
  });
});
