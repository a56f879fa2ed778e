/** A new project: where it stands, what it is called, what is said of it. */
import { isKeyword } from '../../../../../grammar/keywords.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Plan } from '../../../model/plan.js';
import type { Line, PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { written } from '../completion/names.js';

export interface NewProject {
  readonly title: string;
  /** Names of what is declared. */
  readonly category?: string | undefined;
  readonly unit?: string | undefined;
  readonly leader?: string | undefined;
  readonly stage?: string | undefined;
}

/**
 * The file where its like stand: most projects of the category, else of the unit, else most projects at all; without any,
 * the file of the portfolio.
 */
export function fileForProject(plan: Plan, { category, unit }: NewProject): string | undefined {
  const projects = plan.all('project');
  const alike = [
    projects.filter((project) => category !== undefined && nameOf(project.category) === category),
    projects.filter((project) => unit !== undefined && nameOf(project.unit) === unit),
    projects,
  ].find((some) => some.length > 0);
  const counts = new Map<string, number>();
  for (const { at } of alike ?? []) counts.set(at.file, (counts.get(at.file) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? plan.portfolio?.at.file ?? plan.files()[0]?.file;
}

/** Only what was said: a date or an amount that nobody stated would be taken for one. The cursor stands where more follows. */
export function newProject(plan: Plan, said: NewProject, file: PlanText): SnippetEdit {
  const mine = plan.all('project').filter(({ at }) => at.file === file.file);
  const alike = mine.filter(({ category }) => said.category !== undefined && nameOf(category) === said.category);
  const member = (words: string): Line => [file.unit, words];
  const { stage } = said;
  const lines: readonly Line[] = [
    [
      `${file.word('project')} ${written(freeName(plan, [alike, mine, plan.all('project')]))} ${inQuotes(said.title)} {`,
    ],
    ...(said.category === undefined ? [] : [member(`${file.word('category')} ${written(said.category)}`)]),
    ...(stage === undefined || !isKeyword(stage) ? [] : [member(`${file.word('stage')} ${file.word(stage)}`)]),
    ...(said.leader === undefined ? [] : [member(`${file.word('leader')} ${written(said.leader)}`)]),
    ...(said.unit === undefined ? [] : [member(`${file.word('unit')} ${written(said.unit)}`)]),
    [file.unit, { text: '' }],
    ['}'],
  ];
  const last = mine.at(-1);
  return last === undefined ? file.atEnd(lines) : file.after(last.at, lines);
}

function nameOf(ref: ProjectFacts['category']): string | undefined {
  return ref?.segments.map(({ text }) => text).join('.');
}

/** The numbering of its like counted on, as `P118` behind `P117`; never a name that another project has. */
function freeName(plan: Plan, likes: readonly (readonly ProjectFacts[])[]): string {
  const numbering = likes.map(numberingOf).find((each) => each !== undefined);
  const { stem, width } = numbering ?? { stem: 'P', width: 3 };
  const highest = plan.all('project').reduce((most, { name }) => {
    const number = name.text.startsWith(stem) ? /^\d{1,15}$/.exec(name.text.slice(stem.length))?.[0] : undefined;
    return number === undefined ? most : Math.max(most, Number(number));
  }, 0);
  for (let number = highest + 1; ; number++) {
    const name = `${stem}${String(number).padStart(width, '0')}`;
    if (plan.find('project', name) === undefined) return name;
  }
}

/** What most of them begin with before a number. One name alone that ends in a number, as 超硅300, is no numbering. */
function numberingOf(projects: readonly ProjectFacts[]): { readonly stem: string; readonly width: number } | undefined {
  const found = new Map<string, { readonly stem: string; readonly width: number; count: number }>();
  for (const { name } of projects) {
    const [, stem = '', digits] = /^(.*?)(\d{1,15})$/s.exec(name.text) ?? [];
    if (digits === undefined) continue;
    const same = found.get(stem);
    if (same === undefined) found.set(stem, { stem, width: digits.length, count: 1 });
    else same.count++;
  }
  const [most] = [...found.values()].sort((a, b) => b.count - a.count);
  return most !== undefined && (most.count > 1 || /^[A-Za-z]{0,3}[-_]?$/.test(most.stem)) ? most : undefined;
}

/** As the language writes it on one line. */
function inQuotes(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
