/** Rules about reports that fall behind earlier ones or stay away (`progress/*`). */
import type { Day } from '../../model/day.js';
import type { ProgressFact, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { itemsOf } from '../../model/plan.js';
import { cmp } from '../../model/rational.js';
import type { Analysis } from '../analysis.js';
import { calendarOf } from '../calendars.js';
import { dayAfter, spanOf } from '../expressions/time-span.js';
import {
  type DurationFigure,
  dayFigure,
  durationFigure,
  percentFigure,
  sayDay,
  sayDays,
  sayEvery,
} from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { isActive, latestReport, reportsAt, stagesAt } from '../state.js';

type Falls = { readonly from: string; readonly to: string; readonly day: string; readonly before: string };
/** `latest`: the day of the latest report, absent where there is none. `days`: since then. */
type Stale = { readonly rhythm: DurationFigure; readonly latest?: string; readonly days?: number };

/** A percentage as it was stated on a day. */
interface Stated {
  readonly day: Day;
  readonly progress: Pick<ProgressFact, 'value' | 'at'>;
}

function* falls(project: ProjectFacts, { status }: Analysis): Generator<Found<Falls>> {
  const reported = reportsAt(project, status).flatMap(({ day, progress }) => (progress ? [{ day, progress }] : []));
  yield* fallsIn(reported, project.id, { en: 'The report before it', zh: '前一次进展' });
  for (const item of itemsOf(project)) {
    if (item.progress.length < 2) continue;
    const dated = item.progress.flatMap((progress): readonly Stated[] =>
      progress.on === undefined || progress.on.day > status ? [] : [{ day: progress.on.day, progress }],
    );
    const inOrder = dated.sort((a, b) => a.day - b.day);
    yield* fallsIn(inOrder, item.id, { en: 'The progress before it', zh: '此前的进度' });
  }
}

function* fallsIn(stated: readonly Stated[], element: string, earlier: Bilingual): Generator<Found<Falls>> {
  for (const [i, { day, progress }] of stated.entries()) {
    const previous = stated[i - 1];
    if (previous === undefined || cmp(progress.value, previous.progress.value) >= 0) continue;
    yield {
      at: progress.at,
      data: {
        from: percentFigure(previous.progress.value),
        to: percentFigure(progress.value),
        day: dayFigure(day),
        before: dayFigure(previous.day),
      },
      element,
      related: [{ at: previous.progress.at, message: earlier }],
    };
  }
}

/** Since when the project has been active at S without a break; undefined: since ever. */
function activeSince(project: ProjectFacts, status: Day): Day | undefined {
  let since: Day | undefined;
  for (const { stage, on } of [...stagesAt(project, status)].reverse()) {
    if (stage !== 'ready' && stage !== 'construction') break;
    since = on?.day;
  }
  const admitted = project.admitted?.day;
  return admitted === undefined || (since !== undefined && since > admitted) ? since : admitted;
}

function* stale(project: ProjectFacts, { plan, status }: Analysis): Generator<Found<Stale>> {
  const rhythm = plan.portfolio?.reports?.value;
  if (rhythm === undefined || !isActive(project, status)) return;
  const latest = latestReport(project, status);
  // A report whose day cannot be read may be the one that is missed.
  if (latest === undefined && project.stated.has('report') && project.reports.length === 0) return;
  const since = latest?.day ?? activeSince(project, status);
  if (since !== undefined) {
    if (status <= dayAfter(since, spanOf(rhythm), calendarOf(plan, project))) return;
  }
  yield {
    at: project.name.at,
    data: {
      rhythm: durationFigure(rhythm),
      ...(latest === undefined ? {} : { latest: dayFigure(latest.day), days: status - latest.day }),
    },
    element: project.id,
    ...(latest === undefined
      ? {}
      : { related: [{ at: latest.at, message: { en: 'The latest report', zh: '最近一次进展' } }] }),
  };
}

export const PROGRESS_RULES: readonly Rule[] = [
  projectRule<Falls>(
    {
      code: 'progress/not-monotonic',
      severity: 'warning',
      title: { en: 'Physical progress falls', zh: '形象进度倒退' },
      message: {
        en: ({ from, to, before }) => `Physical progress falls from ${from}% (${sayDay(before, 'en')}) to ${to}%`,
        zh: ({ from, to, before }) => `形象进度由${from}%（${sayDay(before, 'zh')}）降为${to}%`,
      },
      page: {
        en: `A report, or the dated progress of a task, states less than the one before it. Work that is done stays done, so one of the two
figures is wrong, or the scope of the project has grown: then say so in the text behind the percent. A report that was
made is not changed afterwards.`,
        zh: `这一次进展所报的形象进度，或任务某日的进度，低于前一次。已完成的工程量不会减少，因此两个数字中有一个不对，或建设内容有所增加；
若是后者，请在百分比后面写明。已经报出的进展不应事后改动。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  report 2026-02-28 { progress 40% }
  report 2026-03-31 { progress 35% }
}
`,
        clean: `project P1 {
  report 2026-02-28 { progress 40% }
  report 2026-03-31 { progress 40% }
}
`,
      },
    },
    falls,
  ),
  projectRule<Stale>(
    {
      code: 'progress/stale',
      severity: 'warning',
      absence: 'statement',
      judgedBy: ['status-date'],
      title: { en: 'No report for too long', zh: '进展未按时报送' },
      message: {
        en: ({ rhythm, latest, days = 0 }) =>
          latest === undefined
            ? `No report yet; one is due ${sayEvery(rhythm, 'en')}`
            : `The latest report is ${sayDays(days, 'en')} old (${sayDay(latest, 'en')}); one is due ${sayEvery(rhythm, 'en')}`,
        zh: ({ rhythm, latest, days = 0 }) =>
          latest === undefined
            ? `尚未报送进展；应${sayEvery(rhythm, 'zh')}报送一次`
            : `最近一次进展是${sayDays(days, 'zh')}前（${sayDay(latest, 'zh')}）报送的；应${sayEvery(rhythm, 'zh')}报送一次`,
      },
      page: {
        en: `The project is active, and the time that the portfolio's \`reports every …\` allows has passed since its latest
report (or since it became active, where there is none). Ask the responsible unit for a report and add it with
\`report\` and its day.`,
        zh: `项目推进中，而距最近一次进展（没有进展的，距转为预备或在建之日）已超过项目库中\`报告 每 …\`规定的时长。
请向责任单位催报，并用\`进展\`加日期补上。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `portfolio City {
  reports every 1w
}
project P1 {
  stage construction
  report 2026-03-23
}
`,
        clean: `portfolio City {
  reports every 1w
}
project P1 {
  stage construction
  report 2026-03-24
}
`,
      },
    },
    stale,
  ),
];
