/** The summary `booklet`. */
import type { Analysis } from '../../../analysis/analysis.js';
import { poolAt, removedAt } from '../../../analysis/pool.js';
import { amountsOf, sumsOf } from '../../../analysis/portfolio-sums.js';
import { requiredOf } from '../../../analysis/required-fields.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import { atOnce, mapInSteps, type Steps } from '../../../model/steps.js';
import { cell, code, light, row, text } from '../../compose.js';
import type { Block, Heading, Inlines, Table } from '../../document.js';
import { Formatter, originOf, titleOf } from '../../wording/formatter.js';
import { noteOnReports } from '../../wording/not-reported.js';
import { documentOf } from '../heading.js';
import { PerProjectCache } from '../per-project-cache.js';
import type { Page, Pages, Summary, SummaryOptions } from '../summary.js';
import { bookletWords as words } from './booklet-words.js';
import { fiveOnes } from './five-ones.js';
import { identity } from './identity.js';
import { investmentBlocks } from './investment-section.js';
import { itemsTable } from './items-table.js';
import { registerGroups, registerTable } from './project-register.js';
import { situationBlocks } from './situation.js';

/** 项目册: the register, one table over all projects in the pool, then one sheet for each. */
export const booklet: Summary = {
  kind: 'booklet',
  title: words.title,
  build: (analysis, options) => {
    const { head, pages, end } = atOnce(inPages(analysis, options));
    return { ...head, blocks: [...head.blocks, ...pages.flatMap((page) => page.blocks()), ...end] };
  },
  inPages,
};

function* inPages(analysis: Analysis, { lang, unit }: SummaryOptions): Steps<Pages> {
  const { plan, status } = analysis;
  const projects = poolAt(plan, status);
  const format = new Formatter(analysis, lang, projects, unit);
  const title = format.say(words.title);
  if (projects.length === 0) {
    const empty: Block = { type: 'callout', tone: 'info', content: format.or(format.say(words.empty)) };
    return { head: documentOf(format, 'booklet', title, [empty]), pages: [], end: removed(format) };
  }
  const groups = registerGroups(analysis, projects);
  yield;
  const ordered = groups.flatMap((group) => group.projects);
  const numbers = new Map(ordered.map((project, i) => [project, i + 1]));
  const sums = sumsOf(
    yield* mapInSteps(projects, (project) => {
      const metrics = analysis.metrics(project);
      amountsOf(metrics);
      return metrics;
    }),
  );
  yield;
  const overview: readonly Block[] = [
    { type: 'heading', level: 1, text: format.say(words.overview), anchor: 'part:overview' },
    yield* registerTable(format, groups, numbers, sums),
  ];
  return {
    head: { ...documentOf(format, 'booklet', title, overview, subtitle(format, sums)), cover: true },
    pages: yield* mapInSteps(ordered, (project): Page => {
      const number = numbers.get(project) ?? 0;
      return {
        key: project.id,
        heading: heading(format, project, number),
        blocks: () => section(format, project, number),
      };
    }),
    end: removed(format),
  };
}

function subtitle(format: Formatter, sums: ReturnType<typeof sumsOf>): string {
  const note = noteOnReports(format, sums);
  const said = format.say(words.summary, {
    count:
      sums.count === 1 ? format.say(words.oneProject) : format.say(words.projects, { n: format.count(sums.count) }),
    year: format.planYear(format.analysis.year),
    total: format.money(sums.total, 2) ?? '—',
    plan: format.money(sums.plan, 2) ?? '—',
    invested: format.money(sums.invested, 2) ?? '—',
  });
  return note === undefined ? said : `${said}${format.aside(note)}`;
}

const sections: Readonly<Record<Lang, PerProjectCache<readonly Block[]>>> = {
  en: new PerProjectCache(),
  zh: new PerProjectCache(),
};

function section(format: Formatter, project: ProjectFacts, number: number): readonly Block[] {
  // The titles of other projects that it names are all that it shows of what is not its own.
  const named = [project.parent, project.replaces].map((ref) => {
    const other = format.analysis.plan.declaration('project', ref);
    return other === undefined ? '' : `${format.sections.has(other)} ${titleOf(other)}`;
  });
  const key = JSON.stringify([number, format.unit?.zeros ?? '', ...named]);
  return sections[format.lang].of(format.analysis, project, key, () => newSection(format, project, number));
}

function newSection(format: Formatter, project: ProjectFacts, number: number): readonly Block[] {
  const required = requiredOf(project, format.analysis);
  return [
    { type: 'pageBreak' },
    heading(format, project, number),
    identity(format, project, required),
    fiveOnes(format, project, required),
    ...investmentBlocks(format, project),
    ...itemsTable(format, project),
    ...situationBlocks(format, project),
  ];
}

function heading(format: Formatter, project: ProjectFacts, number: number): Heading {
  const aside: Inlines = [
    light(format.analysis.light(project).light),
    ...(project.title === undefined ? [] : [text('  '), code(project.name.text)]),
  ];
  return {
    type: 'heading',
    level: 2,
    text: `${number}${format.lang === 'zh' ? '　' : '  '}${titleOf(project)}`,
    anchor: project.id,
    aside,
    origin: originOf(project),
  };
}

function removed(format: Formatter): readonly Block[] {
  const { plan, status } = format.analysis;
  const gone = removedAt(plan, status);
  if (gone.length === 0) return [];
  const table: Table = {
    type: 'table',
    anchor: 'part:removed-projects',
    columns: [
      { title: format.say(words.id), kind: 'text', wrap: false },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.removedOn), kind: 'date' },
      { title: format.say(words.reason), kind: 'text' },
    ],
    headColumn: 1,
    rows: gone.map((project) =>
      row(
        [
          project.name.text,
          titleOf(project),
          format.dayCell(project.removed?.day),
          cell(format.words(project.removed?.text)),
        ],
        { origin: originOf(project) },
      ),
    ),
  };
  return [{ type: 'heading', level: 1, text: format.say(words.removedTitle), anchor: 'part:removed' }, table];
}
