/** A part of the portfolio: the projects of some units, leaders, areas or lights, or found by a text. */
import type { Declaration, MeetingFacts, ProjectFacts, Ref } from '../model/facts.js';
import type { DeclarationKind, Plan } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import type { Light } from './expressions/fixed-words.js';
import { poolAt, projectsOf } from './pool.js';

/** By what the reader narrows; a project has to satisfy all that is stated, and of each field one of the values. */
export interface NarrowedBy {
  /** Names as declared; the empty name stands for projects that state none. */
  readonly unit?: readonly string[] | undefined;
  readonly leader?: readonly string[] | undefined;
  /** With the areas below. */
  readonly area?: readonly string[] | undefined;
  readonly light?: readonly Light[] | undefined;
  readonly text?: string | undefined;
}

export const NARROWING_FIELDS = ['unit', 'leader', 'area', 'light'] as const;
export type NarrowingField = (typeof NARROWING_FIELDS)[number];

/** Whether a text that was typed means one of some texts. */
export type TextMatch = (query: string, texts: readonly string[]) => boolean;

/** A narrowed portfolio and how much of the whole it is. */
export interface Narrowed {
  readonly analysis: Analysis;
  /** In the pool at S. */
  readonly shown: number;
  readonly of: number;
  /** Decisions and findings of meetings that are about none of these projects are not in it. */
  readonly leftOut: boolean;
}

const NO_NAME = '';

export function isNarrowing(by: NarrowedBy): boolean {
  return NARROWING_FIELDS.some((field) => (by[field]?.length ?? 0) > 0) || (by.text ?? '').trim() !== '';
}

/**
 * The portfolio without the projects that do not fit: what is summed up is summed up of the rest. Each project's own
 * figures, lights and forecasts stay what they are, also where they wait for a project that is not shown. Figures that
 * were published speak of the whole and are not compared with a part.
 */
export function narrowed(analysis: Analysis, by: NarrowedBy, matches: TextMatch): Narrowed {
  const { plan, status } = analysis;
  const all = projectsOf(plan);
  const shown = new Set(all.filter((project) => fits(analysis, project, by, matches)));
  let leftOut = false;
  const isAbout = (about: readonly Ref[]): boolean => {
    const fit = about.some((ref) => {
      const found = plan.resolve(ref);
      const project = found?.kind === 'project' ? found : projectAround(plan, ref);
      return project !== undefined && shown.has(project);
    });
    leftOut ||= !fit;
    return fit;
  };
  const kinds: ReadonlySet<DeclarationKind> = new Set(['portfolio', 'project', 'meeting']);
  const keep = (declaration: Declaration): Declaration | undefined => {
    switch (declaration.kind) {
      case 'project':
        return shown.has(declaration) ? declaration : undefined;
      case 'meeting':
      case 'inspection':
        return partOf(declaration, isAbout);
      case 'portfolio':
        return { ...declaration, expects: [] };
      default:
        return declaration;
    }
  };
  const part = plan.narrowed({ kinds, keep });
  part.all('meeting'); // tells whether anything is left out
  const pool = poolAt(plan, status);
  return {
    analysis: analysis.narrowedTo(part),
    shown: pool.filter((project) => shown.has(project)).length,
    of: pool.length,
    leftOut,
  };
}

function partOf(meeting: MeetingFacts, isAbout: (about: readonly Ref[]) => boolean): MeetingFacts {
  const decisions = meeting.decisions.filter(({ about }) => isAbout(about));
  const issues = meeting.issues.filter(({ about }) => isAbout(about));
  return decisions.length === meeting.decisions.length && issues.length === meeting.issues.length
    ? meeting
    : { ...meeting, decisions, issues };
}

/** A decision may be about an item or an issue of a project. */
function projectAround(plan: Plan, { segments }: Ref): ProjectFacts | undefined {
  const [first, ...rest] = segments;
  return first === undefined || rest.length === 0 ? undefined : plan.find('project', first.text);
}

function fits(analysis: Analysis, project: ProjectFacts, by: NarrowedBy, matches: TextMatch): boolean {
  const { unit, leader, area, light, text = '' } = by;
  return (
    isOneOf(unit, () => [nameIn(project.unit)]) &&
    isOneOf(leader, () => [nameIn(project.leader)]) &&
    isOneOf(area, () => areasAround(analysis.plan, project)) &&
    isOneOf(light, () => [analysis.light(project).light]) &&
    (text.trim() === '' || matches(text, textsOf(project)))
  );
}

function isOneOf<T>(wanted: readonly T[] | undefined, values: () => readonly T[]): boolean {
  return wanted === undefined || wanted.length === 0 || values().some((value) => wanted.includes(value));
}

export function nameIn(ref: Ref | undefined): string {
  return ref?.segments.map(({ text }) => text).join('.') ?? NO_NAME;
}

/** The areas of a project with those above them. */
export function areasAround(plan: Plan, project: ProjectFacts): readonly string[] {
  if (project.area.length === 0) return [NO_NAME];
  return project.area.flatMap((ref) => {
    const name = nameIn(ref);
    return [name, ...plan.lineage('area', name).map((entry) => entry.name.text)];
  });
}

/** By what a project is looked for: its number, its title and the other names it goes by. */
function textsOf(project: ProjectFacts): readonly string[] {
  const { name, title, alias } = project;
  return [name.text, ...(title === undefined ? [] : [title.text]), ...alias.map(({ text }) => text)];
}
