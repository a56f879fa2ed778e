/** The rule about reports that leave out what has to be judged in each of them (`progress/incomplete`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { calendarOf } from '../calendars.js';
import { dayAfter, spanOf } from '../expressions/time-span.js';
import {
  type DurationFigure,
  dayFigure,
  durationFigure,
  listed,
  sayDay,
  sayEvery,
  sayKeyword,
} from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { isActive, lastStated, reportsAt } from '../state.js';

const JUDGED = ['quality', 'safety', 'integrity'] as const;
type Judged = (typeof JUDGED)[number];
type Incomplete = {
  readonly missing: readonly Judged[];
  /** When one of them was stated last; absent where none ever was. */
  readonly since?: string;
  readonly rhythm: DurationFigure;
};

/** So many rhythms may pass without a word on one of them. */
const RHYTHMS = 3;

function* incomplete(project: ProjectFacts, { plan, status }: Analysis): Generator<Found<Incomplete>> {
  const rhythm = plan.portfolio?.reports?.value;
  if (rhythm === undefined || !isActive(project, status)) return;
  const reports = reportsAt(project, status);
  const [first] = reports;
  const latest = reports.at(-1);
  const allowed = spanOf({ ...rhythm, amount: rhythm.amount * RHYTHMS });
  const calendar = calendarOf(plan, project);
  const isOver = (day: ProjectFacts['reports'][number]['day']): boolean => status > dayAfter(day, allowed, calendar);
  // Who does not report any more is stale.
  if (first === undefined || latest === undefined || isOver(latest.day)) return;
  const silent = JUDGED.map((judged) => ({
    judged,
    last: lastStated(project, status, (report) => report[judged])?.report.day,
  })).filter(({ last }) => isOver(last ?? first.day));
  if (silent.length === 0) return;
  const stated = silent.flatMap(({ last }) => last ?? []).sort((a, b) => b - a);
  yield {
    at: project.name.at,
    data: {
      missing: silent.map(({ judged }) => judged),
      ...(stated[0] === undefined ? {} : { since: dayFigure(stated[0]) }),
      rhythm: durationFigure(rhythm),
    },
    element: project.id,
    related: [{ at: latest.at, message: { en: 'The latest report', zh: '最近一次进展' } }],
  };
}

const say = (missing: readonly Judged[], lang: 'en' | 'zh'): string =>
  listed(
    missing.map((judged) => sayKeyword(judged, lang)),
    lang,
    lang === 'zh' ? 'and' : 'or',
  );

export const PROGRESS_INCOMPLETE_RULES: readonly Rule[] = [
  projectRule<Incomplete>(
    {
      code: 'progress/incomplete',
      severity: 'info',
      absence: 'statement',
      judgedBy: ['status-date'],
      title: { en: 'Reports leave out what has to be judged', zh: '进展缺少应研判的内容' },
      message: {
        en: ({ missing, since, rhythm }) =>
          `Reports are owed ${sayEvery(rhythm, 'en')}, but for more than three of them none has stated ${say(missing, 'en')}${since === undefined ? '' : ` (last on ${sayDay(since, 'en')})`}`,
        zh: ({ missing, since, rhythm }) =>
          `应${sayEvery(rhythm, 'zh')}报送进展，但已有三期以上没有写明${say(missing, 'zh')}${since === undefined ? '' : `（最近一次为${sayDay(since, 'zh')}）`}`,
      },
      page: {
        en: `Quality, progress, investment, safety and integrity go in step: each is judged in every report. The project reports,
but for more than three times the portfolio's \`reports\` rhythm no report has stated the members that the message names,
so what was said of them then still stands. State them in the next report: \`normal\`, \`attention\` or \`problem\`.`,
        zh: `质量、进度、投资、安全、廉政五同步，每次进展都应研判。项目在报送进展，但超过项目库\`报告\`周期的三倍没有一次写明
提示中所列内容，因此仍以当时所报为准。请在下次进展中写明：\`正常\`、\`关注\`或\`异常\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `portfolio City {
  reports every 2w
}
project P1 {
  stage construction
  report 2026-01-30 {
    quality normal
    safety normal
    integrity normal
  }
  report 2026-03-30 {
    quality normal
    safety normal
  }
}
`,
        clean: `portfolio City {
  reports every 2w
}
project P1 {
  stage construction
  report 2026-01-30 {
    quality normal
    safety normal
    integrity normal
  }
  report 2026-03-30 {
    quality normal
    safety normal
    integrity normal
  }
}
`,
      },
    },
    incomplete,
  ),
];
