import { asOf, stageFactAt, stagesAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { DatedText, ProjectFacts, Ref } from '../../../model/facts.js';
import { inlines, light, link, muted, text, type Words } from '../../compose.js';
import type { Inlines, KeyValue, KeyValues } from '../../document.js';
import { originOf, type Pen, titleOf } from '../pen.js';
import { levelWords, priorityWords } from '../plan-words.js';
import { bookletWords as words } from './words.js';

/** What a project is. What every entry of a register has stands there even where it is missing; the rest where stated. */
export function identity(pen: Pen, project: ProjectFacts, required: ReadonlySet<string>): KeyValues {
  const { lang, analysis } = pen;
  const { status } = analysis;
  const origin = originOf(project);
  const entry = (
    label: { en: string; zh: string },
    value: Words | undefined,
    more: Partial<KeyValue> = {},
  ): KeyValue => ({
    label: pen.say(label),
    value: pen.or(value),
    origin,
    ...more,
  });
  const stated = (label: { en: string; zh: string }, value: Words | undefined): readonly KeyValue[] =>
    value === undefined ? [] : [entry(label, value)];
  const owed = (field: string): Words | undefined =>
    required.has(field) ? light('red', pen.say(words.missing)) : undefined;
  const level = project.level?.value;
  const priority = project.priority?.value;
  const started = asOf(project.actualStart, status);
  const finished = asOf(project.actualFinish, status);
  const forecast = finished === undefined ? analysis.metrics(project).forecast : undefined;
  return {
    type: 'keyValues',
    anchor: `${project.id}/facts`,
    entries: [
      entry(words.category, pen.lineage('category', project.category)),
      entry(words.level, level === undefined ? undefined : levelWords[level][lang]),
      entry(words.priority, priority === undefined ? undefined : priorityWords[priority][lang]),
      entry(words.area, pen.names(project.area)),
      entry(words.stage, stageLine(pen, project)),
      entry(words.period, project.period && pen.span(project.period.from, project.period.to)),
      entry(words.actualStart, started && formatDay(started.day)),
      ...stated(words.actualFinish, finished && formatDay(finished.day)),
      ...stated(words.forecast, forecast === undefined ? undefined : formatDay(forecast)),
      entry(words.owner, pen.person(project.owner) ?? owed('owner')),
      entry(words.supervisor, pen.person(project.supervisor) ?? owed('supervisor')),
      ...stated(words.support, pen.names(project.support)),
      ...stated(words.batch, pen.names(project.batch)),
      ...stated(words.tag, pen.names(project.tag)),
      ...stated(
        words.alias,
        project.alias.length === 0 ? undefined : pen.list(project.alias.map((alias) => alias.text)),
      ),
      ...stated(words.parent, projectName(pen, project.parent)),
      ...stated(words.replaces, projectName(pen, project.replaces)),
      ...stated(words.admitted, project.admitted && dated(project.admitted)),
      entry(words.scope, project.scope?.text, { wide: true }),
    ],
  };
}

function stageLine(pen: Pen, project: ProjectFacts): Inlines | undefined {
  const { status } = pen.analysis;
  const fact = stageFactAt(project, status);
  const stage = pen.stage(fact?.stage);
  if (stage === undefined) return undefined;
  const since = fact?.on === undefined ? '' : pen.aside(pen.say(words.since, { day: formatDay(fact.on.day) }));
  const former = stagesAt(project, status).slice(0, -1);
  const before =
    former.length === 0
      ? []
      : [
          muted(
            ` ${pen.say(words.formerStages, {
              stages: former
                .map(({ stage, on }) => `${pen.stage(stage) ?? ''}${on === undefined ? '' : ` ${formatDay(on.day)}`}`)
                .join(pen.lang === 'zh' ? '、' : ', '),
            })}`,
          ),
        ];
  return [text(stage + since), ...before];
}

/** A link where the project has a section of its own. */
function projectName(pen: Pen, ref: Ref | undefined): Inlines | undefined {
  const project = pen.analysis.plan.declaration('project', ref);
  if (project !== undefined && pen.sections.has(project)) return [link(project.id, titleOf(project))];
  const name = pen.name(ref);
  return name === undefined ? undefined : inlines(name);
}

function dated({ day, text: why }: DatedText): Inlines {
  return [text(formatDay(day)), ...(why === undefined ? [] : [muted(` ${why.text}`)])];
}
