/** Rules about the stages of a project (`stage/*`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { ProjectFacts, StageFact, StageName } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, sayDay, sayKeyword } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { asOf, stageFactAt, stagesAt } from '../state.js';

type Order = { readonly stage: StageName; readonly before: StageName; readonly day?: string };
type Contradiction = {
  readonly stage: StageName;
  readonly member: Keyword;
  readonly day?: string;
  /** It is stated, of a day after S, and so does not count yet. */
  readonly later?: string;
};

/** The way of a project. Suspended and cancelled are no steps on it. */
const WAY: readonly StageName[] = [
  'reserve',
  'owner-confirmed',
  'preparation',
  'ready',
  'construction',
  'completed',
  'operation',
];

function* order(project: ProjectFacts, { status }: Analysis): Generator<Found<Order>> {
  let reached: StageFact | undefined;
  for (const fact of stagesAt(project, status)) {
    // What is taken up again after it was given up begins anew.
    if (fact.stage === 'cancelled') reached = undefined;
    const step = WAY.indexOf(fact.stage);
    if (step < 0) continue;
    if (reached !== undefined && step < WAY.indexOf(reached.stage)) {
      yield {
        at: fact.at,
        data: {
          stage: fact.stage,
          before: reached.stage,
          ...(fact.on === undefined ? {} : { day: dayFigure(fact.on.day) }),
        },
        element: project.id,
        related: [{ at: reached.at, message: { en: 'The stage before it', zh: '此前的阶段' } }],
      };
    }
    reached = fact;
  }
}

const NOT_YET = { en: 'Only on this day', zh: '写的是这一天' } as const;

function* contradiction(project: ProjectFacts, { status }: Analysis): Generator<Found<Contradiction>> {
  const fact = stageFactAt(project, status);
  if (fact === undefined) return;
  const { stage, at } = fact;
  const known = { 'actual-start': project.actualStart, 'actual-finish': project.actualFinish } as const;
  const lacks = (member: keyof typeof known): boolean =>
    asOf(known[member], status) === undefined && (known[member] !== undefined || !project.stated.has(member));
  const lacking = (member: keyof typeof known): Found<Contradiction> => {
    const later = known[member];
    return later === undefined
      ? { at, data: { stage, member }, element: project.id }
      : {
          at,
          data: { stage, member, later: dayFigure(later.day) },
          element: project.id,
          related: [{ at: later.at, message: NOT_YET }],
        };
  };
  if (stage === 'construction' && lacks('actual-start')) yield lacking('actual-start');
  else if (stage === 'completed' && lacks('actual-finish')) yield lacking('actual-finish');
  else if (stage === 'reserve') {
    const start = asOf(project.actualStart, status);
    if (start === undefined) return;
    yield {
      at,
      data: { stage, member: 'actual-start', day: dayFigure(start.day) },
      element: project.id,
      related: [{ at: start.at, message: { en: 'The actual start', zh: '实际开工' } }],
    };
  }
}

export const STAGE_RULES: readonly Rule[] = [
  projectRule<Order>(
    {
      code: 'stage/order',
      severity: 'warning',
      title: { en: 'The stage goes backwards', zh: '阶段倒退' },
      message: {
        en: ({ stage, before, day }) =>
          `The stage goes back from ${sayKeyword(before, 'en')} to ${sayKeyword(stage, 'en')}${
            day === undefined ? '' : ` on ${sayDay(day, 'en')}`
          }`,
        zh: ({ stage, before, day }) =>
          `${day === undefined ? '' : `${sayDay(day, 'zh')}`}阶段由${sayKeyword(before, 'zh')}退回${sayKeyword(stage, 'zh')}`,
      },
      page: {
        en: `A project goes from reserve over owner-confirmed, preparation and ready to construction, completed and operation;
stages may be left out, but not gone back to. Usually a day is wrong or two stages are swapped. Where work has stopped,
the stage is \`suspended\`; where the project was given up and is begun anew, state \`cancelled\` in between.`,
        zh: `项目从储备、业主确立、前期、预备到在建、竣工、投产，可以跳过某个阶段，但不能退回。通常是日期写错或两个阶段
写反。停工的写\`停工\`；终止后重新启动的，中间应有\`终止\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  stage construction on 2025-05-01
  stage preparation on 2026-02-01
  actual-start 2025-05-01
}
`,
        clean: `project P1 {
  stage preparation on 2025-02-01
  stage construction on 2025-05-01
  actual-start 2025-05-01
}
`,
      },
    },
    order,
  ),
  projectRule<Contradiction>(
    {
      code: 'stage/contradiction',
      severity: 'error',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'The stage contradicts the actuals', zh: '阶段与实际不符' },
      message: {
        en: ({ stage, member, day, later }) =>
          later !== undefined
            ? `The stage is ${sayKeyword(stage, 'en')}, but ${sayKeyword(member, 'en')} is only on ${sayDay(later, 'en')}, after the status date`
            : day === undefined
              ? `The stage is ${sayKeyword(stage, 'en')}, but there is no ${sayKeyword(member, 'en')}`
              : `The stage is ${sayKeyword(stage, 'en')}, but construction began on ${sayDay(day, 'en')}`,
        zh: ({ stage, member, day, later }) =>
          later !== undefined
            ? `阶段为${sayKeyword(stage, 'zh')}，但${sayKeyword(member, 'zh')}日期为${sayDay(later, 'zh')}，晚于截至日期`
            : day === undefined
              ? `阶段为${sayKeyword(stage, 'zh')}，但没有${sayKeyword(member, 'zh')}日期`
              : `阶段为${sayKeyword(stage, 'zh')}，却已于${sayDay(day, 'zh')}实际开工`,
      },
      page: {
        en: `The stage and the actual dates say different things: under construction without \`actual-start\`, completed
without \`actual-finish\`, or in reserve with an \`actual-start\`. Add the missing day, or correct the stage. An actual
dated after the status date does not count yet.`,
        zh: `阶段与实际日期不一致：在建而没有\`实际开工\`，竣工而没有\`实际竣工\`，或储备而已有\`实际开工\`。请补上日期或
改正阶段。晚于截至日期的实际日期尚不计。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  stage construction\n}\n',
        clean: 'project P1 {\n  stage construction\n  actual-start 2026-03-01\n}\n',
      },
    },
    contradiction,
  ),
];
