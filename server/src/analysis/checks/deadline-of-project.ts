/** Rules about the deadlines of the project itself: its planned start and its planned completion (`deadline/start-missed`, `deadline/completion-*`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import type { ProjectDeadline } from '../deadlines.js';
import { chainOf } from '../driving-chain.js';
import { dayFigure, sayDay, sayDays } from '../message-values.js';
import { projectWarnings } from '../project-warnings.js';
import { type Found, projectRule, type Rule } from '../rule.js';

/** `planned`: the last day of what was stated. */
type Missed = { readonly planned: string; readonly days: number };
type Late = Missed & { readonly forecast: string };

function* missed(project: ProjectFacts, analysis: Analysis, which: ProjectDeadline['of']): Generator<Found<Missed>> {
  for (const { of, due, days, state } of projectWarnings(analysis, project)) {
    if (of !== which || state !== 'missed') continue;
    yield { at: due.at, data: { planned: dayFigure(due.period.last), days }, element: project.id };
  }
}

/** While the planned completion lies ahead: once it has passed, that is told. */
function* late(project: ProjectFacts, analysis: Analysis): Generator<Found<Late>> {
  for (const warning of projectWarnings(analysis, project)) {
    if (warning.state !== 'forecastLate') continue;
    const { due, forecast, days, driver } = warning;
    yield {
      at: due.at,
      data: { planned: dayFigure(due.period.last), forecast: dayFigure(forecast), days },
      element: project.id,
      ...(driver === undefined ? {} : { related: chainOf(driver) }),
    };
  }
}

export const DEADLINE_OF_PROJECT_RULES: readonly Rule[] = [
  projectRule<Missed>(
    {
      code: 'deadline/start-missed',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'The planned start was missed', zh: '逾期未开工' },
      message: {
        en: ({ planned, days }) => `Was to begin by ${sayDay(planned, 'en')} and has not: ${sayDays(days, 'en')} late`,
        zh: ({ planned, days }) => `应于${sayDay(planned, 'zh')}前开工，尚未开工，已逾期${sayDays(days, 'zh')}`,
      },
      page: {
        en: `The planned start, the first end of \`period\`, has passed and the project has not begun. A start such as 2026-03 is
missed once the whole month has passed.

If construction has begun, state \`actual-start\` with the day. If not, say with an \`issue\` what keeps it from beginning,
or state the new \`period\`. Suspended and cancelled projects, and those that have left the pool, are not asked.`,
        zh: `\`建设期限\`的开始时间已过，项目尚未开工。写到月的（如2026年3月），整月过完才算逾期。

已开工的，用\`实际开工\`写明日期；未开工的，请用\`问题\`写明原因，或改写\`建设期限\`。停工、终止和已调出的项目不再提示。`,
      },
      example: {
        asOf: '2026-04-01',
        shows: 'project P1 {\n  stage ready\n  period 2026-03 .. 2027-12\n}\n',
        clean: 'project P1 {\n  stage ready\n  period 2026-04 .. 2027-12\n}\n',
      },
    },
    (project, analysis) => missed(project, analysis, 'start'),
  ),
  projectRule<Missed>(
    {
      code: 'deadline/completion-missed',
      severity: 'error',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'The planned completion was missed', zh: '逾期未竣工' },
      message: {
        en: ({ planned, days }) =>
          `Was to be completed by ${sayDay(planned, 'en')} and is not: ${sayDays(days, 'en')} overdue`,
        zh: ({ planned, days }) => `应于${sayDay(planned, 'zh')}前竣工，尚未竣工，已逾期${sayDays(days, 'zh')}`,
      },
      page: {
        en: `The planned completion, the second end of \`period\`, has passed and the project is not completed. On that day itself
it can still be completed.

If it is completed, state \`actual-finish\` and \`stage completed on\` with the day. If not, the \`period\` that is answered
for is no longer true: have the extension granted and state the new one. Cancelled projects, and those that have left
the pool, are not asked.`,
        zh: `\`建设期限\`的结束时间已过，项目尚未竣工。期限当天仍可竣工。

已竣工的，写明\`实际竣工\`和\`阶段 竣工 于\`的日期；未竣工的，请办理延期并改写\`建设期限\`。终止和已调出的项目不再提示。`,
      },
      example: {
        asOf: '2026-07-01',
        shows: 'project P1 {\n  stage construction\n  actual-start 2025-03-01\n  period 2025-03 .. 2026-06\n}\n',
        clean:
          'project P1 {\n  stage construction\n  stage completed on 2026-06-30\n  actual-start 2025-03-01\n  actual-finish 2026-06-30\n  period 2025-03 .. 2026-06\n}\n',
      },
    },
    (project, analysis) => missed(project, analysis, 'completion'),
  ),
  projectRule<Late>(
    {
      code: 'deadline/completion-late',
      severity: 'warning',
      absence: 'project',
      judgedBy: ['status-date', 'calendar'],
      title: { en: 'Forecast to be completed late', zh: '预计逾期竣工' },
      message: {
        en: ({ planned, forecast, days }) =>
          `Will be completed ${sayDays(days, 'en')} late: forecast ${sayDay(forecast, 'en')}, planned ${sayDay(planned, 'en')}`,
        zh: ({ planned, forecast, days }) =>
          `预计逾期${sayDays(days, 'zh')}竣工：预计${sayDay(forecast, 'zh')}，计划${sayDay(planned, 'zh')}`,
      },
      page: {
        en: `The planned completion has not passed, but the last of the project's items is forecast to end after it. The related
places are the driving chain of that item: from the end back to the work that determines it, each with its days.

Speed up a step of the chain, correct what the files say of it, or ask for an extension while the planned completion
still lies ahead.`,
        zh: `计划竣工时间尚未到，但按截至日的进度推算，项目最后一项事项将在其后完成。相关位置是该事项的关键链条：从末端一直
追溯到源头，每一环写明占用的天数。

请加快链条上的某一环，或更正与实际不符的内容，或在计划竣工之前提出延期。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  period 2026-07 .. 2026-07-28\n  task Fitting-out {\n    duration 30d\n  }\n}\n',
        clean: 'project P1 {\n  period 2026-07 .. 2026-07-29\n  task Fitting-out {\n    duration 30d\n  }\n}\n',
      },
    },
    late,
  ),
];
