/** Why a project's light is what it is, with the figures that the policy's conditions look at. */
import { usesIn } from '../../analysis/expressions/editor.js';
import { fieldOf } from '../../analysis/expressions/fields.js';
import type { JudgedLight } from '../../analysis/lights/judge.js';
import { valueInWords } from '../../analysis/value-output.js';
import type { ProjectFacts } from '../../model/facts.js';
import { sayReasons } from '../../report/summaries/light-reasons.js';
import type { Pen } from '../../report/summaries/pen.js';
import { lightSigns, lightWords } from '../../report/wording.js';

/** `◆ 红 · 进度（进度滞后32%）、投资（投资滞后12%）`; of a project that is not judged, why not. */
export function sayLight(project: ProjectFacts, pen: Pen): string {
  const { light } = pen.analysis.light(project);
  const reasons = sayFigures(project, pen);
  // The colour is never the only sign.
  return `${lightSigns[light]} ${lightWords[light][pen.lang]}${reasons === '' ? '' : ` · ${reasons}`}`;
}

function sayFigures(project: ProjectFacts, pen: Pen): string {
  const judged = pen.analysis.light(project);
  if (judged.reason !== 'judged' || judged.light === 'green') return sayReasons(pen, judged);
  return pen.list(
    judged.lights
      .filter(({ light }) => light === judged.light)
      .map((each) => {
        const said = sayReasons(pen, { ...judged, lights: [each] });
        const figures = figuresOf(each, project, pen);
        return figures === '' ? said : `${said}${pen.aside(figures)}`;
      }),
  );
}

/** The fields that the condition names, as they are now. */
function figuresOf({ because }: JudgedLight, project: ProjectFacts, pen: Pen): string {
  if (because === undefined) return '';
  const { analysis } = pen;
  const fields = new Set(usesIn(because, 'light').flatMap((use) => (use.use === 'field' ? [use.name] : [])));
  return pen.list(
    [...fields].flatMap((name) => {
      const field = fieldOf(name);
      const said = field === undefined ? '' : valueInWords(field.value(project, analysis), analysis, pen.lang);
      return field === undefined || said === ''
        ? []
        : [`${field.title[pen.lang]}${pen.lang === 'zh' ? '' : ' '}${said}`];
    }),
  );
}
