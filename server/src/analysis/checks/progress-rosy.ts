/** The rule about reporters who judge better than the light that is computed (`progress/rosy`). */
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { usesIn } from '../expressions/editor-support.js';
import { type Light, rankOf, spellWord } from '../expressions/fixed-words.js';
import { fieldIn, ownFields } from '../expressions/own-fields.js';
import type { JudgedLight } from '../lights/judge.js';
import { dayFigure, enumerated, sayDay } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { lastStated } from '../state.js';
import { valueInWords } from '../value-output.js';

/** `day`: of the report that judges. `figures`: what makes the light. `running`: the periods of yellow that made it red. */
type Rosy = {
  readonly judged: Light;
  readonly light: Light;
  readonly day: string;
  readonly figures: readonly { readonly en: string; readonly zh: string }[];
  readonly running?: number;
};

function* rosy(project: ProjectFacts, analysis: Analysis): Generator<Found<Rosy>> {
  const stated = lastStated(project, analysis.status, ({ judged }) => judged);
  if (stated === undefined) return;
  const { light, lights } = analysis.light(project);
  // Grey and blue say nothing of how a project stands.
  if (light !== 'red' && light !== 'yellow') return;
  const judged = stated.fact.value;
  if (rankOf('light', judged) <= rankOf('light', light)) return;
  const causes = lights.filter((each) => each.light === light);
  const running = causes.find(({ escalatedBy }) => escalatedBy !== undefined)?.escalatedBy?.length;
  yield {
    at: stated.fact.at,
    data: {
      judged,
      light,
      day: dayFigure(stated.report.day),
      figures: figuresOf(causes, project, analysis),
      ...(running === undefined ? {} : { running: running + 1 }),
    },
    element: project.id,
  };
}

/** The fields that the conditions name, as they are now, each once. */
function figuresOf(causes: readonly JudgedLight[], project: ProjectFacts, analysis: Analysis): readonly Bilingual[] {
  const own = ownFields(analysis.plan);
  const names = causes.flatMap(({ because }) =>
    because === undefined
      ? []
      : usesIn(because, 'light', own).flatMap((use) => (use.use === 'field' ? [use.name] : [])),
  );
  return [...new Set(names)].flatMap((name) => {
    const field = fieldIn(own, name);
    if (field === undefined) return [];
    const value = field.value(project, analysis);
    const said = (lang: Lang): string => valueInWords(value, analysis, lang);
    if (said('en') === '') return [];
    return [{ en: `${field.title.en} ${said('en')}`, zh: `${field.title.zh}${said('zh')}` }];
  });
}

export const PROGRESS_ROSY_RULES: readonly Rule[] = [
  projectRule<Rosy>(
    {
      code: 'progress/rosy',
      severity: 'warning',
      title: { en: 'Judged better than it stands', zh: '研判好于实际' },
      message: {
        en: ({ judged, light, day, figures, running }) => {
          const why = [
            ...figures.map(({ en }) => en),
            ...(running === undefined ? [] : [`yellow for ${running} periods running`]),
          ];
          const because = why.length === 0 ? '' : ` (${why.join(', ')})`;
          return `The report of ${sayDay(day, 'en')} judges the project ${judged}, while its light is ${light}${because}`;
        },
        zh: ({ judged, light, day, figures, running }) => {
          const why = [...figures.map(({ zh }) => zh), ...(running === undefined ? [] : [`连续${running}期亮黄灯`])];
          const because = why.length === 0 ? '' : `（${enumerated(why)}）`;
          const colour = (of: Light): string => spellWord('light', of, 'zh');
          return `${sayDay(day, 'zh')}的进展研判为${colour(judged)}，而项目亮灯为${colour(light)}${because}`;
        },
      },
      page: {
        en: `The reporter's own judgement (\`judged\`, in the last report that states one) is better than the light that is
computed from deadlines, progress and investment: green outside, red inside. Ask the reporter what is known that the
files do not say. If the work is in better order than the figures, report them (\`done\`, \`progress\`, \`invested\`, a
moved deadline with \`revised\`); if not, the next report should judge as things stand. Where the light is grey or blue
there is nothing to compare with.`,
        zh: `报送人自己的研判（以最近一次写明\`研判\`的进展为准）好于按期限、进度、投资计算的亮灯，即“外绿内红”。请向报送人
核实：确有文件中没有写到的进展的，请补报（\`完成\`、\`进度\`、\`完成投资\`，或用\`调整\`写明改期）；没有的，下一次进展应如实
研判。亮灯为灰、蓝的，无从比较，不提示。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  stage construction
  milestone Opening due 2026-03-20
  report 2026-03-30 {
    judged green
  }
}
`,
        clean: `project P1 {
  stage construction
  milestone Opening due 2026-03-20
  report 2026-03-30 {
    judged yellow "the barge is late"
  }
}
`,
      },
    },
    rosy,
  ),
];
