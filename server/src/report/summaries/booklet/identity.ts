/** The head of a project's sheet: what the project is. */
import { ownFields } from '../../../analysis/expressions/own-fields.js';
import { asOf, stageFactAt, stagesAt } from '../../../analysis/state.js';
import { valueInWords } from '../../../analysis/value-output.js';
import { formatDay } from '../../../model/day.js';
import type { DatedText, ProjectFacts, Ref } from '../../../model/facts.js';
import { type InlineContent, inlines, light, link, muted, text } from '../../compose.js';
import type { Inlines, KeyValue, KeyValues } from '../../document.js';
import { type Formatter, originOf, titleOf } from '../../wording/formatter.js';
import { levelWords, priorityWords } from '../../wording/plan-words.js';
import { bookletWords as words } from './booklet-words.js';

/** What a project is. What every entry of a register has stands there even where it is missing; the rest where stated. */
export function identity(format: Formatter, project: ProjectFacts, required: ReadonlySet<string>): KeyValues {
  const { lang, analysis } = format;
  const { status } = analysis;
  const origin = originOf(project);
  const entry = (
    label: { en: string; zh: string },
    value: InlineContent | undefined,
    more: Partial<KeyValue> = {},
  ): KeyValue => ({
    label: format.say(label),
    value: format.or(value),
    origin,
    ...more,
  });
  const stated = (label: { en: string; zh: string }, value: InlineContent | undefined): readonly KeyValue[] =>
    value === undefined ? [] : [entry(label, value)];
  const owed = (field: string): InlineContent | undefined =>
    required.has(field) ? light('red', format.say(words.missing)) : undefined;
  const level = project.level?.value;
  const priority = project.priority?.value;
  const started = asOf(project.actualStart, status);
  const finished = asOf(project.actualFinish, status);
  const forecast = finished === undefined ? analysis.metrics(project).forecast : undefined;
  return {
    type: 'keyValues',
    anchor: `${project.id}/facts`,
    entries: [
      entry(words.category, format.lineage('category', project.category)),
      entry(words.level, level === undefined ? undefined : levelWords[level][lang]),
      entry(words.priority, priority === undefined ? undefined : priorityWords[priority][lang]),
      entry(words.area, format.names(project.area)),
      entry(words.stage, stageLine(format, project)),
      entry(words.period, project.period && format.span(project.period.from, project.period.to)),
      entry(words.actualStart, started && formatDay(started.day)),
      ...stated(words.actualFinish, finished && formatDay(finished.day)),
      ...stated(words.forecast, forecast === undefined ? undefined : formatDay(forecast)),
      entry(words.owner, format.person(project.owner) ?? owed('owner')),
      entry(words.supervisor, format.person(project.supervisor) ?? owed('supervisor')),
      ...stated(words.support, format.names(project.support)),
      ...stated(words.batch, format.names(project.batch)),
      ...stated(words.tag, format.names(project.tag)),
      ...stated(
        words.alias,
        project.alias.length === 0 ? undefined : format.list(project.alias.map((alias) => alias.text)),
      ),
      ...stated(words.parent, projectName(format, project.parent)),
      ...stated(words.replaces, projectName(format, project.replaces)),
      ...stated(words.admitted, project.admitted && dated(project.admitted)),
      ...[...ownFields(analysis.plan).values()].flatMap((field) =>
        stated(field.title, valueInWords(field.value(project, analysis), analysis, lang) || undefined),
      ),
      entry(words.scope, project.scope?.text, { wide: true }),
      ...project.targets.map(
        ({ year, text: target }): KeyValue => ({
          label: format.say(words.target, { year: format.planYear(year) }),
          value: [text(target.text)],
          origin,
          wide: true,
        }),
      ),
    ],
  };
}

function stageLine(format: Formatter, project: ProjectFacts): Inlines | undefined {
  const { status } = format.analysis;
  const fact = stageFactAt(project, status);
  const stage = format.stage(fact?.stage);
  if (stage === undefined) return undefined;
  const since = fact?.on === undefined ? '' : format.aside(format.say(words.since, { day: formatDay(fact.on.day) }));
  const former = stagesAt(project, status).slice(0, -1);
  const before =
    former.length === 0
      ? []
      : [
          muted(
            ` ${format.say(words.formerStages, {
              stages: former
                .map(
                  ({ stage, on }) => `${format.stage(stage) ?? ''}${on === undefined ? '' : ` ${formatDay(on.day)}`}`,
                )
                .join(format.lang === 'zh' ? '、' : ', '),
            })}`,
          ),
        ];
  return [text(stage + since), ...before];
}

/** A link where the project has a section of its own. */
function projectName(format: Formatter, ref: Ref | undefined): Inlines | undefined {
  const project = format.analysis.plan.declaration('project', ref);
  if (project !== undefined && format.sections.has(project)) return [link(project.id, titleOf(project))];
  const name = format.name(ref);
  return name === undefined ? undefined : inlines(name);
}

function dated({ day, text: why }: DatedText): Inlines {
  return [text(formatDay(day)), ...(why === undefined ? [] : [muted(` ${why.text}`)])];
}
