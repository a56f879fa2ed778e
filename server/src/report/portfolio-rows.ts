/** The rows of the portfolio's tree in words: groups, projects, what is open under them. */
import { labelOf } from '../../../grammar/members.js';
import type { Analysis } from '../analysis/analysis.js';
import { isIssueOverdue, isPursued } from '../analysis/deadlines.js';
import { nextDue } from '../analysis/next-due.js';
import { deadlinesUnder, type ItemDeadline } from '../analysis/portfolio-deadlines.js';
import { type Grouping, needsAttention, type TreeGroup } from '../analysis/portfolio-tree.js';
import { dueAt, itemOpenAt } from '../analysis/state.js';
import { monthEnd } from '../model/day.js';
import type { IssueFacts, ItemFacts, ProjectFacts } from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import type { Light } from './document.js';
import { visible } from './invisible-characters.js';
import { daysLeft, sayDeadlineStatus } from './wording/deadline-status-words.js';
import { lightWords } from './wording/document-words.js';
import { type Formatter, titleOf } from './wording/formatter.js';

const words = {
  overdue: { en: 'Overdue', zh: '已逾期' },
  dueSoon: { en: 'Due soon', zh: '即将到期' },
  noDeadline: { en: 'No open deadline', zh: '无未完成期限' },
  nothing: { en: 'Not stated', zh: '未填写' },
  outside: { en: 'Not in the pool', zh: '不在库' },
  start: { en: 'planned start', zh: '计划开工' },
  completion: { en: 'planned completion', zh: '计划竣工' },
  attentionOne: { en: '1 project is red or overdue', zh: '1个项目亮红灯或已逾期' },
  attention: { en: '{n} projects are red or overdue', zh: '{n}个项目亮红灯或已逾期' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const groupingWords: Readonly<Record<Grouping, Bilingual>> = {
  category: { en: 'By category', zh: '按类别' },
  area: { en: 'By area', zh: '按地区' },
  unit: { en: 'By responsible unit', zh: '按责任单位' },
  leader: { en: 'By leader', zh: '按责任领导' },
  light: { en: 'By light', zh: '按亮灯' },
  deadline: { en: 'By next deadline', zh: '按最近期限' },
};

const nothingOf: Readonly<Record<Grouping, Bilingual>> = {
  category: missing(labelOf('project', 'category')),
  area: missing(labelOf('project', 'area')),
  unit: missing(labelOf('project', 'unit')),
  leader: missing(labelOf('project', 'leader')),
  light: words.nothing,
  deadline: words.noDeadline,
};

function missing(label: Bilingual): Bilingual {
  return { en: `No ${label.en.toLowerCase()}`, zh: `未填${label.zh}` };
}

export interface Row {
  readonly label: string;
  readonly description: string;
  /** Shown as a sign; its word is in the description. */
  readonly light?: Light;
  readonly hasChildren: boolean;
}

export function groupRow({ subject, all }: TreeGroup, by: Grouping, format: Formatter): Row {
  const { analysis } = format;
  const label = (): string => {
    switch (subject.of) {
      case 'declared':
        return titleOf(subject.declared);
      case 'light':
        return lightWords[subject.light][format.lang];
      case 'month':
        return format.period({ grain: 'month', first: subject.month, last: monthEnd(subject.month) });
      case 'none':
        return nothingOf[by][format.lang];
      default:
        return words[subject.of][format.lang];
    }
  };
  const count = (light: 'red' | 'yellow'): readonly string[] => {
    const n = all.filter((project) => analysis.light(project).light === light).length;
    if (n === 0 || subject.of === 'light') return [];
    return [`${lightWords[light][format.lang].toLowerCase()} ${n}`];
  };
  return {
    label: visible(label()),
    description: [String(all.length), ...count('red'), ...count('yellow')].join(' · '),
    ...(subject.of === 'light' ? { light: subject.light } : {}),
    hasChildren: true,
  };
}

export function projectRow(project: ProjectFacts, format: Formatter): Row {
  const { analysis } = format;
  const { light } = analysis.light(project);
  return {
    label: named(project),
    description: [lightWords[light][format.lang], ...nextWords(project, format)].join(' · '),
    light,
    hasChildren: openItems(project, analysis).length > 0 || analysis.metrics(project).openIssues.length > 0,
  };
}

/** What is due next, the days first: in a narrow tree the rest is cut. 余264天 · 竣工验收 2026-12-20. */
function nextWords(project: ProjectFacts, format: Formatter): readonly string[] {
  const next = nextDue(format.analysis, project);
  if (next === undefined) return [];
  const what = next.of === 'item' ? visible(titleOf(next.item)) : words[next.of][format.lang];
  return [daysLeft(format, next.left), `${what} ${format.deadline(next.due) ?? ''}`];
}

/** What is open directly under a project or a task that is pursued, in the order of the text. */
export function openItems(of: ProjectFacts | ItemFacts, { status }: Analysis): readonly ItemFacts[] {
  if (of.kind === 'project' && !isPursued(of, status)) return [];
  return of.items.filter((item) => itemOpenAt(item, status));
}

export function itemRow(project: ProjectFacts, item: ItemFacts, format: Formatter): Row {
  const found = deadlinesUnder(format.analysis, project).find((each) => each.item === item);
  const light = found && LIGHTS_OF_STATES[found.deadlineStatus.state];
  const due = format.deadline(found?.due);
  return {
    label: named(item),
    description: [
      ...(due === undefined ? [] : [due]),
      ...(found === undefined || found.deadlineStatus.state === 'noDeadline'
        ? []
        : [sayDeadlineStatus(format, found.deadlineStatus)]),
    ].join(' · '),
    ...(light === undefined ? {} : { light }),
    hasChildren: openItems(item, format.analysis).length > 0,
  };
}

/** Only what calls for attention stands out. */
const LIGHTS_OF_STATES: Readonly<Partial<Record<ItemDeadline['deadlineStatus']['state'], Light>>> = {
  overdue: 'red',
  forecastLate: 'yellow',
  dueSoon: 'yellow',
};

export function issueRow(issue: IssueFacts, format: Formatter): Row {
  const { status } = format.analysis;
  const due = dueAt(issue, status);
  const said = format.deadline(due);
  return {
    label: visible(issue.title?.text ?? issue.name.text),
    description:
      due === undefined || said === undefined ? '' : `${said} · ${daysLeft(format, due.period.last - status)}`,
    ...(isIssueOverdue(issue, status) ? { light: 'red' } : {}),
    hasChildren: false,
  };
}

/** How many projects call for attention, and how that is said; nothing where none does. */
export function attention(
  projects: readonly ProjectFacts[],
  format: Formatter,
): { readonly count: number; readonly said: string } {
  const count = projects.filter((project) => needsAttention(format.analysis, project)).length;
  return { count, said: format.say(count === 1 ? words.attentionOne : words.attention, { n: count }) };
}

/** `P007 龙岩大道`; a name that says it all stands alone. */
function named({ name, title }: Pick<ProjectFacts, 'name' | 'title'>): string {
  const told = title?.text ?? '';
  return visible(told === '' || told === name.text ? name.text : `${name.text} ${told}`);
}
