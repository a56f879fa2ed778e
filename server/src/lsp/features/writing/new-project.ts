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
  const member = (words: string): Line => [file.unit, words];
  const { stage } = said;
  const lines: readonly Line[] = [
    [`${file.word('project')} ${written(freeName(plan, mine))} ${inQuotes(said.title)} {`],
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

/** The names of the file counted on, as `P118` behind `P117`; never one that anything in the plan has. */
function freeName(plan: Plan, mine: readonly ProjectFacts[]): string {
  const projects = mine.length > 0 ? mine : plan.all('project');
  const last = projects.findLast(({ name }) => /\d+$/.test(name.text))?.name.text ?? 'P000';
  const [, stem = 'P', digits = '000'] = /^(.*?)(\d+)$/s.exec(last) ?? [];
  const highest = plan.all('project').reduce((most, { name }) => {
    const number = name.text.startsWith(stem) ? /^\d+$/.exec(name.text.slice(stem.length))?.[0] : undefined;
    return number === undefined || number.length > 15 ? most : Math.max(most, Number(number));
  }, 0);
  for (let number = highest + 1; ; number++) {
    const name = `${stem}${String(number).padStart(digits.length, '0')}`;
    if (plan.find('project', name) === undefined) return name;
  }
}

/** As the language writes it on one line. */
function inQuotes(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
