/** Summaries of a part of the portfolio: what is narrowed by, in words, and what there is to choose from. */
import { labelOf } from '../../../grammar/members.js';
import type { Analysis } from '../analysis/analysis.js';
import {
  areasAround,
  isNarrowing,
  NARROWING_FIELDS,
  type Narrowed,
  type NarrowedBy,
  type NarrowingField,
  nameIn,
  narrowed,
  type TextMatch,
} from '../analysis/narrowing.js';
import { poolAt } from '../analysis/pool.js';
import { byTaxonomy, withBelow } from '../analysis/portfolio-groups.js';
import type { ProjectFacts } from '../model/facts.js';
import type { Bilingual, Lang } from '../model/lang.js';
import type { Summary } from './summaries/summary.js';
import { fill, lightWords } from './wording/document-words.js';
import { titleOf } from './wording/formatter.js';

const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const;

const words = {
  showing: { en: 'Showing {shown} of {of} projects: {by}', zh: '仅显示全部{of}个项目中的{shown}个：{by}' },
  is: { en: '{field} = {values}', zh: '{field}为{values}' },
  holds: { en: 'name or number has “{text}”', zh: '名称或编号含“{text}”' },
  or: { en: ' or ', zh: '、' },
  and: { en: '; ', zh: '；' },
  leftOut: {
    en: 'decisions and findings about none of them are left out',
    zh: '与其无关的会议决定和检查问题未列入',
  },
  none: { en: 'not stated', zh: '未注明' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const FIELDS: Readonly<Record<NarrowingField, Bilingual>> = {
  unit: labelOf('project', 'unit'),
  leader: labelOf('project', 'leader'),
  area: labelOf('project', 'area'),
  light: { en: 'Light', zh: '亮灯' },
};

/** What a summary is made from, and where that is a part of the portfolio, the sentence that says so at its head. */
export interface PartShown {
  readonly analysis: Analysis;
  readonly narrowed: string | undefined;
}

export function partShown(
  summary: Summary,
  analysis: Analysis,
  lang: Lang,
  by: NarrowedBy | undefined,
  matches: TextMatch,
): PartShown {
  if (by === undefined || summary.whole === true || !isNarrowing(by)) return { analysis, narrowed: undefined };
  const part = narrowed(analysis, by, matches);
  return { analysis: part.analysis, narrowed: narrowedInWords(analysis, part, by, lang) };
}

function narrowedInWords(analysis: Analysis, { shown, of, leftOut }: Narrowed, by: NarrowedBy, lang: Lang): string {
  const conditions = NARROWING_FIELDS.flatMap((field): readonly string[] => {
    const values = by[field] ?? [];
    if (values.length === 0) return [];
    const named = values.map((value) => choiceTitle(analysis, field, value, lang)).join(words.or[lang]);
    return [fill(words.is[lang], { field: fieldTitle(field, lang), values: named })];
  });
  const text = by.text?.trim() ?? '';
  if (text !== '') conditions.push(fill(words.holds[lang], { text }));
  const said = fill(words.showing[lang], { shown, of, by: conditions.join(words.and[lang]) });
  return leftOut ? `${said}${words.and[lang]}${words.leftOut[lang]}` : said;
}

/** In English small, as within a sentence. */
function fieldTitle(field: NarrowingField, lang: Lang): string {
  return lang === 'en' ? FIELDS[field].en.toLowerCase() : FIELDS[field].zh;
}

function choiceTitle({ plan }: Analysis, field: NarrowingField, value: string, lang: Lang): string {
  if (field === 'light') {
    const light = LIGHTS.find((each) => each === value);
    return light === undefined ? value : lightWords[light][lang];
  }
  if (value === '') return words.none[lang];
  const kind = field === 'leader' ? 'person' : field === 'unit' ? 'org' : 'area';
  const declared = plan.find(kind, value);
  return declared === undefined ? value : titleOf(declared);
}

/** One value to narrow by, with how many projects in the pool it would leave. */
interface NarrowingChoice {
  readonly value: string;
  readonly title: string;
  readonly count: number;
  /** Of an area, how deep below others. */
  readonly depth: number;
}

export interface NarrowingChoices {
  readonly field: NarrowingField;
  readonly title: string;
  readonly choices: readonly NarrowingChoice[];
}

/** What there is to narrow by, in the order of the plan; last the projects that state none. */
export function narrowingChoices(analysis: Analysis, lang: Lang): readonly NarrowingChoices[] {
  const projects = poolAt(analysis.plan, analysis.status);
  return NARROWING_FIELDS.map((field) => ({
    field,
    title: FIELDS[field][lang],
    choices: choicesOf(analysis, field, projects, lang),
  }));
}

function choicesOf(
  analysis: Analysis,
  field: NarrowingField,
  projects: readonly ProjectFacts[],
  lang: Lang,
): readonly NarrowingChoice[] {
  const counts = new Map<string, number>();
  for (const project of projects) {
    for (const value of new Set(valuesOf(analysis, field, project))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const depths = new Map<string, number>();
  const declared = new Set(orderOf(analysis, field, projects, depths));
  const undeclared = [...counts.keys()].filter((value) => !declared.has(value) && value !== '');
  return [...declared, ...undeclared, ''].flatMap((value): readonly NarrowingChoice[] => {
    const count = counts.get(value);
    if (count === undefined) return [];
    const depth = depths.get(value) ?? 0;
    return [{ value, title: choiceTitle(analysis, field, value, lang), count, depth }];
  });
}

function valuesOf(analysis: Analysis, field: NarrowingField, project: ProjectFacts): readonly string[] {
  switch (field) {
    case 'unit':
      return [nameIn(project.unit)];
    case 'leader':
      return [nameIn(project.leader)];
    case 'area':
      return areasAround(analysis.plan, project);
    case 'light':
      return [analysis.light(project).light];
  }
}

function orderOf(
  { plan }: Analysis,
  field: NarrowingField,
  projects: readonly ProjectFacts[],
  depths: Map<string, number>,
): readonly string[] {
  switch (field) {
    case 'unit':
      return plan.all('org').map(({ name }) => name.text);
    case 'leader':
      return plan.all('person').map(({ name }) => name.text);
    case 'light':
      return LIGHTS;
    case 'area':
      return withBelow(byTaxonomy(plan, 'area', projects).groups).map(({ entry, depth }) => {
        depths.set(entry.name.text, depth);
        return entry.name.text;
      });
  }
}
