/** What a plan says that no row of a ledger has room for: told, so that nobody takes the ledger for the whole. */
import type { Analysis } from '../../analysis/analysis.js';
import { plural } from '../../analysis/message-values.js';
import { projectsOf } from '../../analysis/pool.js';
import { issueOpenAt, stageFactAt } from '../../analysis/state.js';
import type { Bilingual } from '../../model/lang.js';
import { itemsOf } from '../../model/plan.js';

interface Beyond {
  readonly en: readonly [one: string, many: string];
  /** With its counter before it: `3个节点、任务、审批`. */
  readonly zh: string;
  readonly count: number;
}

/** In one sentence; nothing where the ledger holds everything that is stated of projects. */
export function beyondLedger(analysis: Analysis): Bilingual | undefined {
  const found = beyond(analysis).filter(({ count }) => count > 0);
  if (found.length === 0) return undefined;
  const en = found.map(({ en: [one, many], count }) => plural(count, one, many)).join(', ');
  const zh = found.map(({ zh: words, count }) => `${count}${words}`).join('、');
  return {
    en: `A ledger has no room for: ${en}. They stay in the plan; 'export json' holds everything`,
    zh: `台账放不下以下内容：${zh}。它们仍在计划中；“export json”可导出全部内容`,
  };
}

/** What columns of an issue hold. */
const HELD_OF_ISSUES: ReadonlySet<string> = new Set(['kind', 'raised', 'due', 'cause', 'proposal']);

function beyond({ plan, status }: Analysis): readonly Beyond[] {
  const projects = projectsOf(plan);
  const sum = (count: (project: (typeof projects)[number]) => number): number =>
    projects.reduce((total, project) => total + count(project), 0);
  return [
    {
      en: ['milestone, task or approval', 'milestones, tasks and approvals'],
      zh: '个节点、任务、审批',
      count: sum((project) => [...itemsOf(project)].length),
    },
    {
      en: ['earlier report', 'earlier reports'],
      zh: '次以往进展',
      count: sum(({ reports }) => Math.max(0, reports.filter(({ day }) => day <= status).length - 1)),
    },
    {
      en: ['report after the status date', 'reports after the status date'],
      zh: '次截至日期之后的进展',
      count: sum(({ reports }) => reports.filter(({ day }) => day > status).length),
    },
    {
      en: ['solved issue', 'solved issues'],
      zh: '个已解决问题',
      count: sum(({ issues }) => issues.filter((issue) => !issueOpenAt(issue, status)).length),
    },
    {
      en: ['other stage', 'other stages'],
      zh: '条以往或将来的阶段',
      count: sum((project) => project.stages.filter((stage) => stage !== stageFactAt(project, status)).length),
    },
    {
      en: ['half-year report', 'half-year reports'],
      zh: '份述职',
      count: sum(({ reviews }) => reviews.length),
    },
    {
      en: ['entry or removal after the status date', 'entries and removals after the status date'],
      zh: '条截至日期之后的调入、调出',
      count: sum(
        ({ admitted, removed }) => [admitted, removed].filter((each) => each !== undefined && each.day > status).length,
      ),
    },
    {
      en: [
        'member of open issues besides kind, dates, cause and proposal',
        'members of open issues besides kind, dates, cause and proposal',
      ],
      zh: '项未解决问题的其他内容（责任人、单位、协调过程等）',
      count: sum(({ issues }) =>
        issues
          .filter((issue) => issueOpenAt(issue, status))
          .reduce((total, { stated }) => total + [...stated].filter((member) => !HELD_OF_ISSUES.has(member)).length, 0),
      ),
    },
  ];
}
