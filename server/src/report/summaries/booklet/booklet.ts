import { poolAt, removedAt } from '../../../analysis/pool.js';
import { sumsOf } from '../../../analysis/portfolio-sums.js';
import { requiredOf } from '../../../analysis/required.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import { cell, code, light, row, text } from '../../compose.js';
import type { Block, Inlines, Table } from '../../document.js';
import { documentOf } from '../heading.js';
import { KeptByProject } from '../kept.js';
import { originOf, Pen, titleOf } from '../pen.js';
import type { Summary } from '../summary.js';
import { fiveOnes } from './five-ones.js';
import { identity } from './identity.js';
import { itemsTable } from './items.js';
import { investmentBlocks } from './money.js';
import { registerGroups, registerTable } from './register.js';
import { situationBlocks } from './situation.js';
import { bookletWords as words } from './words.js';

/** 项目册: the register, one table over all projects in the pool, then one sheet for each. */
export const booklet: Summary = {
  kind: 'booklet',
  title: words.title,
  build: (analysis, { lang }) => {
    const { plan, status } = analysis;
    const projects = poolAt(plan, status);
    const pen = new Pen(analysis, lang, projects);
    const groups = registerGroups(analysis, projects);
    const ordered = groups.flatMap((group) => group.projects);
    const numbers = new Map(ordered.map((project, i) => [project, i + 1]));
    const sums = sumsOf(projects.map((project) => analysis.metrics(project)));
    const blocks: readonly Block[] =
      projects.length === 0
        ? [{ type: 'callout', tone: 'info', content: pen.or(pen.say(words.empty)) }]
        : [
            { type: 'heading', level: 1, text: pen.say(words.overview), anchor: 'part:overview' },
            registerTable(pen, groups, numbers, sums),
            ...ordered.flatMap((project) => section(pen, project, numbers.get(project) ?? 0)),
          ];
    const all = [...blocks, ...removed(pen)];
    return documentOf(
      pen,
      'booklet',
      pen.say(words.title),
      all,
      projects.length === 0 ? undefined : subtitle(pen, sums),
    );
  },
};

function subtitle(pen: Pen, sums: ReturnType<typeof sumsOf>): string {
  return pen.say(words.summary, {
    count: pen.count(sums.count),
    year: pen.analysis.year,
    total: pen.money(sums.total, 2) ?? '—',
    plan: pen.money(sums.plan, 2) ?? '—',
    invested: pen.money(sums.invested, 2) ?? '—',
  });
}

const sections: Readonly<Record<Lang, KeptByProject<readonly Block[]>>> = {
  en: new KeptByProject(),
  zh: new KeptByProject(),
};

function section(pen: Pen, project: ProjectFacts, number: number): readonly Block[] {
  // The titles of other projects that it names are all that it shows of what is not its own.
  const named = [project.parent, project.replaces].map((ref) => {
    const other = pen.analysis.plan.declaration('project', ref);
    return other === undefined ? '' : `${pen.sections.has(other)} ${titleOf(other)}`;
  });
  const key = JSON.stringify([number, ...named]);
  return sections[pen.lang].of(pen.analysis, project, key, () => newSection(pen, project, number));
}

function newSection(pen: Pen, project: ProjectFacts, number: number): readonly Block[] {
  const required = requiredOf(project, pen.analysis);
  const aside: Inlines = [
    light(pen.analysis.light(project).light),
    ...(project.title === undefined ? [] : [text('  '), code(project.name.text)]),
  ];
  return [
    { type: 'pageBreak' },
    {
      type: 'heading',
      level: 2,
      text: `${number}${pen.lang === 'zh' ? '　' : '  '}${titleOf(project)}`,
      anchor: project.id,
      aside,
      origin: originOf(project),
    },
    identity(pen, project, required),
    fiveOnes(pen, project, required),
    ...investmentBlocks(pen, project),
    ...itemsTable(pen, project),
    ...situationBlocks(pen, project),
  ];
}

function removed(pen: Pen): readonly Block[] {
  const { plan, status } = pen.analysis;
  const gone = removedAt(plan, status);
  if (gone.length === 0) return [];
  const table: Table = {
    type: 'table',
    anchor: 'part:removed-projects',
    columns: [
      { title: pen.say(words.id), kind: 'text', wrap: false },
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.removedOn), kind: 'date' },
      { title: pen.say(words.reason), kind: 'text' },
    ],
    headColumn: 1,
    rows: gone.map((project) =>
      row(
        [
          project.name.text,
          titleOf(project),
          pen.dayCell(project.removed?.day),
          cell(pen.words(project.removed?.text)),
        ],
        { origin: originOf(project) },
      ),
    ),
  };
  return [{ type: 'heading', level: 1, text: pen.say(words.removedTitle), anchor: 'part:removed' }, table];
}
