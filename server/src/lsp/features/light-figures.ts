/** Why a project's light is what it is, with the figures that the policy's conditions look at. */
import { usesIn } from '../../analysis/expressions/editor-support.js';
import { fieldIn, ownFields } from '../../analysis/expressions/own-fields.js';
import type { JudgedLight } from '../../analysis/lights/judge.js';
import { valueInWords } from '../../analysis/value-output.js';
import type { ProjectFacts } from '../../model/facts.js';
import { lightSigns, lightWords } from '../../report/wording/document-words.js';
import type { Formatter } from '../../report/wording/formatter.js';
import { sayReasons } from '../../report/wording/light-reasons.js';

/** `◆ 红 · 进度（进度滞后32%）、投资（投资滞后12%）`; of a project that is not judged, why not. */
export function sayLight(project: ProjectFacts, format: Formatter): string {
  const { light } = format.analysis.light(project);
  const reasons = sayFigures(project, format);
  // The colour is never the only sign.
  return `${lightSigns[light]} ${lightWords[light][format.lang]}${reasons === '' ? '' : ` · ${reasons}`}`;
}

function sayFigures(project: ProjectFacts, format: Formatter): string {
  const judged = format.analysis.light(project);
  if (judged.reason !== 'judged' || judged.light === 'green') return sayReasons(format, judged);
  return format.list(
    judged.lights
      .filter(({ light }) => light === judged.light)
      .map((each) => {
        const said = sayReasons(format, { ...judged, lights: [each] });
        const figures = figuresOf(each, project, format);
        return figures === '' ? said : `${said}${format.aside(figures)}`;
      }),
  );
}

/** The fields that the condition names, as they are now. */
function figuresOf({ because }: JudgedLight, project: ProjectFacts, format: Formatter): string {
  if (because === undefined) return '';
  const { analysis } = format;
  const own = ownFields(analysis.plan);
  const fields = new Set(usesIn(because, 'light', own).flatMap((use) => (use.use === 'field' ? [use.name] : [])));
  return format.list(
    [...fields].flatMap((name) => {
      const field = fieldIn(own, name);
      const said = field === undefined ? '' : valueInWords(field.value(project, analysis), analysis, format.lang);
      return field === undefined || said === ''
        ? []
        : [`${field.title[format.lang]}${format.lang === 'zh' ? '' : ' '}${said}`];
    }),
  );
}
