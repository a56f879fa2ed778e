/** The rule about dates in and out of the project pool that contradict each other (`pool/contradiction`). */
import type { Day } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, quoted, sayDay } from '../message-values.js';
import { type Found, planRule, type Rule } from '../rule.js';
import { inPool, isCompleted, stagesAt } from '../state.js';

type Contradiction =
  | { readonly problem: 'order'; readonly admitted: string; readonly removed: string }
  | { readonly problem: 'replaced'; readonly project: string }
  /** `day`: when a stage that only projects in the pool have began. */
  | { readonly problem: 'active'; readonly day: string; readonly removed: string };

function* contradictions({ plan, status }: Analysis): Generator<Found<Contradiction>> {
  for (const project of plan.all('project')) {
    const element = project.id;
    for (const found of contradictionsOf(project, status)) yield { ...found, element };
    const replaced = plan.declaration('project', project.replaces);
    if (replaced === undefined || project.replaces === undefined || replaced === project) continue;
    if (!inPool(project, status) || isCompleted(replaced, status)) continue;
    yield {
      at: project.replaces.at,
      data: { problem: 'replaced', project: replaced.id },
      element,
      related: [{ at: replaced.name.at, message: { en: 'The project that it replaces', zh: '被接续的项目' } }],
    };
  }
}

function* contradictionsOf(project: ProjectFacts, status: Day): Generator<Found<Contradiction>> {
  const { admitted, removed } = project;
  if (removed === undefined || removed.day > status) return;
  if (admitted !== undefined && removed.day < admitted.day) {
    yield {
      at: removed.at,
      data: { problem: 'order', admitted: dayFigure(admitted.day), removed: dayFigure(removed.day) },
      related: [{ at: admitted.at, message: { en: 'Admitted here', zh: '调入在这里' } }],
    };
    return;
  }
  for (const { stage, on, at } of stagesAt(project, status)) {
    if ((stage !== 'ready' && stage !== 'construction') || on === undefined || on.day <= removed.day) continue;
    yield {
      at,
      data: { problem: 'active', day: dayFigure(on.day), removed: dayFigure(removed.day) },
      related: [{ at: removed.at, message: { en: 'Removed here', zh: '调出在这里' } }],
    };
  }
}

export const POOL_RULES: readonly Rule[] = [
  planRule<Contradiction>(
    {
      code: 'pool/contradiction',
      severity: 'error',
      absence: 'statement',
      judgedBy: ['status-date'],
      title: { en: 'The way into and out of the pool contradicts itself', zh: '调入调出前后矛盾' },
      message: {
        en: (data) => {
          switch (data.problem) {
            case 'order':
              return `Removed from the pool on ${sayDay(data.removed, 'en')}, before it was admitted on ${sayDay(data.admitted, 'en')}`;
            case 'replaced':
              return `It takes the place of ${quoted(data.project, 'en')}, which is not completed`;
            case 'active':
              return `It becomes active on ${sayDay(data.day, 'en')} although it was removed from the pool on ${sayDay(data.removed, 'en')}`;
          }
        },
        zh: (data) => {
          switch (data.problem) {
            case 'order':
              return `${sayDay(data.removed, 'zh')}调出，早于调入日期${sayDay(data.admitted, 'zh')}`;
            case 'replaced':
              return `接续${quoted(data.project, 'zh')}，但该项目尚未竣工`;
            case 'active':
              return `已于${sayDay(data.removed, 'zh')}调出，却又在${sayDay(data.day, 'zh')}转为推进阶段`;
          }
        },
      },
      page: {
        en: `The pool is dynamic, but each project enters it before it leaves, is ready or under construction only while it is
in it, and takes the place only of a project that has been completed. Correct the days of \`admitted\`, \`removed\` or the
stage, or the project that \`replaces\` names.`,
        zh: `项目库动态管理：项目先调入后调出，只有在库期间才处于预备或在建阶段，只能接续已经竣工的项目。请改正\`调入\`、
\`调出\`或阶段的日期，或改正\`接续\`所指的项目。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  admitted 2026-02-01\n  removed 2026-01-15\n}\n',
        clean: 'project P1 {\n  admitted 2026-01-15\n  removed 2026-02-01\n}\n',
      },
    },
    contradictions,
  ),
];
