/** The rule about what should advance together and does not (`progress/out-of-step`). */
import { labelOf } from '../../../../grammar/members.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { inPool, lastStated } from '../state.js';

/** The three of the 'five in step' that are judged by people; progress and investment are computed. */
const JUDGED = ['quality', 'safety', 'integrity'] as const;
type Judged = (typeof JUDGED)[number];
type OutOfStep = { readonly judged: Judged; readonly day: string };

function* outOfStep(project: ProjectFacts, analysis: Analysis): Generator<Found<OutOfStep>> {
  const { status } = analysis;
  if (!inPool(project, status) || project.reports.length === 0) return;
  const problems = JUDGED.flatMap((judged) => {
    const stated = lastStated(project, status, (report) => report[judged]);
    return stated?.fact.value === 'problem' ? [{ judged, ...stated }] : [];
  });
  if (problems.length === 0 || analysis.light(project).light !== 'green') return;
  for (const { judged, report, fact } of problems) {
    yield { at: fact.at, data: { judged, day: dayFigure(report.day) }, element: project.id };
  }
}

const JUDGED_WORDS: Readonly<Record<Judged, { readonly en: string; readonly zh: string }>> = {
  quality: labelOf('report', 'quality'),
  safety: labelOf('report', 'safety'),
  integrity: labelOf('report', 'integrity'),
};

export const PROGRESS_OUT_OF_STEP_RULES: readonly Rule[] = [
  projectRule<OutOfStep>(
    {
      code: 'progress/out-of-step',
      severity: 'warning',
      judgedBy: ['status-date', 'calendar', 'policy'],
      title: { en: 'A problem is reported while the light is green', zh: '报有异常而亮灯为绿' },
      message: {
        en: ({ judged, day }) =>
          `${JUDGED_WORDS[judged].en} is reported as a problem (${sayDay(day, 'en')}) while the project's light is green`,
        zh: ({ judged, day }) => `${sayDay(day, 'zh')}的进展报${JUDGED_WORDS[judged].zh}异常，而项目亮灯为绿`,
      },
      page: {
        en: `Quality, safety and integrity have to keep in step with progress and investment. The last report that says
anything of one of them judges it a problem, yet everything that the light is computed from (deadlines, progress, investment) is on time, so nobody
who looks at lights will see it. Raise an issue for the problem with owner and deadline, or bring it to the meeting.`,
        zh: `质量、安全、廉政应与进度、投资同步推进。最近一次写到该项的进展将其报为异常，而亮灯所依据的期限、进度、投资都
正常，只看亮灯的人不会发现。请为它立一个问题，写明责任人和期限，或提交会议研究。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  stage construction
  milestone Opening due 2026-12
  report 2026-03-30 {
    safety problem "a crane without inspection"
  }
}
`,
        clean: `project P1 {
  stage construction
  milestone Opening due 2026-12
  report 2026-03-30 {
    safety attention "inspection of a crane is due"
  }
}
`,
      },
    },
    outOfStep,
  ),
];
