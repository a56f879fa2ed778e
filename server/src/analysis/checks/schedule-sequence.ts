/** The rule about work done before what it waits for (`schedule/out-of-sequence`). */
import { addDays, type Day } from '../../model/day.js';
import type { DayFact, ProjectFacts } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, quoted, sayDay } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import type { Schedule } from '../schedule/schedule.js';
import type { Dependency, ScheduledItem } from '../schedule/scheduled-item.js';
import { doneAt, itemOpenAt, startedAt } from '../state.js';

type OutOfSequence = {
  readonly event: 'start' | 'finish';
  readonly day: string;
  readonly earliest: string;
  readonly predecessor: string;
  readonly type: string;
  /** What is waited for (by SS and SF the predecessor's start, else its finish) is not there, so `earliest` is a forecast. */
  readonly open: boolean;
};

interface Contradiction {
  readonly event: 'start' | 'finish';
  readonly fact: DayFact;
  readonly earliest: Day;
}

function* outOfSequence(project: ProjectFacts, { schedule, status }: Analysis): Generator<Found<OutOfSequence>> {
  for (const scheduled of schedule.of(project)) {
    if (scheduled.isSummary || (doneAt(scheduled.item, status) ?? startedAt(scheduled.item, status)) === undefined) {
      continue;
    }
    for (const dependency of scheduled.predecessors) {
      const found = contradiction(scheduled, dependency, status);
      if (found === undefined) continue;
      const { predecessor, facts } = dependency;
      yield {
        at: found.fact.at,
        data: {
          event: found.event,
          day: dayFigure(found.fact.day),
          earliest: dayFigure(found.earliest),
          predecessor: predecessor.id,
          type: facts.type,
          open: isAwaited(dependency, schedule, status),
        },
        element: scheduled.id,
        related: [{ at: facts.at, message: { en: 'The dependency that it contradicts', zh: '与之矛盾的前置关系' } }],
      };
    }
  }
}

function isAwaited({ predecessor, facts }: Dependency, schedule: Schedule, status: Day): boolean {
  if (!itemOpenAt(predecessor, status)) return false;
  return awaitsFinish(facts.type) || schedule.item(predecessor)?.actualStart === undefined;
}

function awaitsFinish(type: string): boolean {
  return type === 'FS' || type === 'FF';
}

function contradiction(
  { item }: ScheduledItem,
  { holds, boundary }: Dependency,
  status: Day,
): Contradiction | undefined {
  if (boundary === undefined) return undefined;
  const done = doneAt(item, status);
  const started = item.kind === 'milestone' ? undefined : startedAt(item, status);
  if (holds === 'start' && started !== undefined) {
    return started.day < boundary ? { event: 'start', fact: started, earliest: boundary } : undefined;
  }
  // What ends on a day ends at the boundary behind it, and cannot have begun later than that.
  const earliest = addDays(boundary, -1);
  return done !== undefined && done.day < earliest ? { event: 'finish', fact: done, earliest } : undefined;
}

function sentence({ event, day, earliest, predecessor, type, open }: OutOfSequence, lang: Lang): string {
  const before = quoted(predecessor, lang);
  if (lang === 'zh') {
    const what = event === 'start' ? '实际开始' : '实际完成';
    const state = open ? `${before}尚未${awaitsFinish(type) ? '完成' : '开始'}，` : '';
    return `${what}早于前置关系所允许的时间：${sayDay(day, 'zh')}${what}，${state}按前置${before}（${type}）最早应为${sayDay(earliest, 'zh')}`;
  }
  const what = event === 'start' ? 'Started' : 'Finished';
  const state = open ? `, which ${awaitsFinish(type) ? 'is not finished' : 'has not started'} yet,` : '';
  return `${what} on ${sayDay(day, 'en')}, though by its dependency (${type}) on ${before}${state} it could not before ${sayDay(earliest, 'en')}`;
}

export const SCHEDULE_SEQUENCE_RULES: readonly Rule[] = [
  projectRule<OutOfSequence>(
    {
      code: 'schedule/out-of-sequence',
      severity: 'warning',
      absence: 'project',
      judgedBy: ['status-date', 'calendar'],
      title: { en: 'Out of sequence', zh: '实际进度与前置关系矛盾' },
      message: { en: (data) => sentence(data, 'en'), zh: (data) => sentence(data, 'zh') },
      page: {
        en: `An actual date contradicts a dependency: the work began, or ended, before what it is stated to wait for allowed it. In
the schedule the actual wins.

One of the two statements is wrong. If the work could go ahead all the same, the dependency is not a real one, or it has
a lead: \`after X FS -10d\`, or \`SS\` where both run side by side. If it did go ahead without waiting, for instance before a
permit was granted, that is for somebody to answer for. If a date is mistyped, mend it; if the other item is finished,
state its \`done\`.`,
        zh: `实际日期与前置关系矛盾：该事项在其前置允许之前就已开始或完成。推算进度时以实际为准。

两处必有一处不符实际。如果本来就可以先行，说明前置关系不成立，或应有提前量：\`前置 X FS -10天\`，并行的用\`SS\`；如果
确实是未等先干（例如未批先建），应有人说明情况；日期写错的请改正；前置事项其实已完成的，请补写\`完成\`。`,
      },
      example: {
        asOf: '2026-06-30',
        shows:
          'project P1 {\n  approval Permit { duration 20wd started 2026-03-02 done 2026-04-10 }\n  task Works { after Permit duration 90d started 2026-04-01 }\n}\n',
        clean:
          'project P1 {\n  approval Permit { duration 20wd started 2026-03-02 done 2026-04-10 }\n  task Works { after Permit duration 90d started 2026-04-11 }\n}\n',
      },
    },
    outOfSequence,
  ),
];
