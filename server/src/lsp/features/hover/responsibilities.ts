/** What a person or an organisation answers for: how many projects, against the load allowed, their lights, what is overdue. */
import type { Analysis } from '../../../analysis/analysis.js';
import { LIGHTS } from '../../../analysis/expressions/fixed-words.js';
import { poolAt } from '../../../analysis/pool.js';
import { isActive } from '../../../analysis/state.js';
import type { OrgFacts, PersonFacts, ProjectFacts, Ref } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { fill, lightSigns, lightWords } from '../../../report/wording/document-words.js';
import type { Formatter } from '../../../report/wording/formatter.js';
import type { HoverBuilder } from './hover-builder.js';

const words = {
  leads: { en: 'Leads', zh: '包联' },
  owns: { en: 'Owns', zh: '负责' },
  supervises: { en: 'Follows up', zh: '督办' },
  answers: { en: 'Answers for', zh: '负责' },
  supports: { en: 'Supports', zh: '配合' },
  lights: { en: 'Lights', zh: '亮灯' },
  overdue: { en: 'Overdue deadlines', zh: '逾期节点' },
  issues: { en: 'Open issues', zh: '未解决问题' },
  projects: { en: '{n} ({active} active)', zh: '{n}个（推进中{active}个）' },
  limited: { en: '{n} ({active} active, at most {max})', zh: '{n}个（推进中{active}个，上限{max}个）' },
  over: {
    en: '{n} ({active} active, {over} over the limit of {max})',
    zh: '{n}个（推进中{active}个，超出上限{max}个{over}个）',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function personResponsibilities(
  hover: HoverBuilder,
  person: PersonFacts,
  analysis: Analysis,
  format: Formatter,
): HoverBuilder {
  const leads = projectsNaming(person, analysis, ({ leader }) => [leader]);
  const owns = projectsNaming(person, analysis, ({ owner }) => [owner]);
  const supervises = projectsNaming(person, analysis, ({ supervisor }) => [supervisor]);
  return withLightsAndOverdue(
    hover
      .line(words.leads, load(leads, analysis, format, maxLoad(leads, analysis)))
      .line(words.owns, load(owns, analysis, format))
      .line(words.supervises, load(supervises, analysis, format)),
    [...new Set([...leads, ...owns])],
    analysis,
    format,
  );
}

export function unitResponsibilities(
  hover: HoverBuilder,
  org: OrgFacts,
  analysis: Analysis,
  format: Formatter,
): HoverBuilder {
  const answers = projectsNaming(org, analysis, ({ unit }) => [unit]);
  const supports = projectsNaming(org, analysis, ({ support }) => support);
  return withLightsAndOverdue(
    hover.line(words.answers, load(answers, analysis, format)).line(words.supports, load(supports, analysis, format)),
    answers,
    analysis,
    format,
  );
}

/** The projects of the pool that name somebody in a role. */
function projectsNaming(
  who: PersonFacts | OrgFacts,
  { plan, status }: Analysis,
  refs: (project: ProjectFacts) => readonly (Ref | undefined)[],
): readonly ProjectFacts[] {
  const names = (ref: Ref | undefined): boolean =>
    ref?.segments[0]?.text === who.name.text && plan.resolve(ref) === who;
  return poolAt(plan, status).filter((project) => refs(project).some(names));
}

/** The strictest limit among the policies of the active projects, as `accountability/overload` has it. */
function maxLoad(projects: readonly ProjectFacts[], analysis: Analysis): number | undefined {
  const limits = projects
    .filter((project) => isActive(project, analysis.status))
    .flatMap((project) => analysis.policyOf(project).facts?.maxLoad?.value ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

function load(
  projects: readonly ProjectFacts[],
  { status }: Analysis,
  format: Formatter,
  max?: number,
): string | undefined {
  if (projects.length === 0) return undefined;
  const active = projects.filter((project) => isActive(project, status)).length;
  const shape = max === undefined ? words.projects : active > max ? words.over : words.limited;
  return fill(shape[format.lang], {
    n: projects.length,
    active,
    ...(max === undefined ? {} : { max, over: active - max }),
  });
}

/** How the projects stand that somebody answers for. */
function withLightsAndOverdue(
  hover: HoverBuilder,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
  format: Formatter,
): HoverBuilder {
  if (projects.length === 0) return hover;
  const sum = (count: (project: ProjectFacts) => number): string | undefined => {
    const total = projects.reduce((all, project) => all + count(project), 0);
    return total === 0 ? undefined : String(total);
  };
  const lights = LIGHTS.flatMap((light) => {
    const n = projects.filter((project) => analysis.light(project).light === light).length;
    return n === 0 ? [] : [`${lightSigns[light]} ${lightWords[light][format.lang]} ${n}`];
  });
  return hover
    .line(words.lights, lights.join(format.lang === 'zh' ? '　' : ', '))
    .line(
      words.overdue,
      sum((project) => analysis.metrics(project).overdue.length),
    )
    .line(
      words.issues,
      sum((project) => analysis.metrics(project).openIssues.length),
    );
}
