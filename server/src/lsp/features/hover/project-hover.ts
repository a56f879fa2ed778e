/** A project at a glance: stage and lights, who answers, money, progress, the next deadline, open issues. */
import { labelOf } from '../../../../../grammar/members.js';
import type { Analysis } from '../../../analysis/analysis.js';
import { stageAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { plainText } from '../../../report/plain-text.js';
import { daysLeft } from '../../../report/wording/deadline-status-words.js';
import type { Formatter } from '../../../report/wording/formatter.js';
import { kindWord } from '../../wording.js';
import { sayLight } from '../light-figures.js';
import { HoverBuilder } from './hover-builder.js';

const words = {
  stage: labelOf('project', 'stage'),
  light: { en: 'Light', zh: '亮灯' },
  category: labelOf('project', 'category'),
  leader: labelOf('project', 'leader'),
  unit: labelOf('project', 'unit'),
  owner: labelOf('project', 'owner'),
  supervisor: labelOf('project', 'supervisor'),
  total: { en: 'Total investment', zh: '总投资' },
  year: { en: 'Plan {year}', zh: '{year}计划' },
  invested: labelOf('report', 'invested'),
  progress: labelOf('report', 'progress'),
  planned: { en: '{done}, planned {planned}', zh: '{done}，应达{planned}' },
  next: { en: 'Next deadline', zh: '下一节点' },
  completion: { en: 'planned completion', zh: '计划竣工' },
  forecast: { en: 'Forecast finish', zh: '预计完成' },
  issues: { en: 'Open issues', zh: '未解决问题' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function projectHover(project: ProjectFacts, analysis: Analysis, format: Formatter): HoverBuilder {
  const metrics = analysis.metrics(project);
  const progress = format.percent(metrics.progress);
  const planned = format.percent(metrics.plannedProgress);
  const completion = format.percent(metrics.completion);
  const invested = format.money(metrics.invested);
  const next = metrics.nextDeadline;
  const { due } = metrics;
  const year: Bilingual = {
    en: format.say(words.year, { year: format.planYear(analysis.year) }),
    zh: format.say(words.year, { year: format.planYear(analysis.year) }),
  };
  return new HoverBuilder(format.lang)
    .heading(kindWord(project, format.lang), project.name.text, project.title?.text)
    .text(project.doc)
    .line(words.stage, format.stage(stageAt(project, analysis.status)))
    .line(words.light, sayLight(project, format))
    .line(words.category, format.lineage('category', project.category))
    .line(words.leader, person(format, project, 'leader'))
    .line(words.unit, format.name(project.unit))
    .line(words.owner, person(format, project, 'owner'))
    .line(words.supervisor, person(format, project, 'supervisor'))
    .line(words.total, format.money(metrics.total))
    .line(year, format.money(metrics.plan))
    .line(words.invested, invested && completion ? `${invested}${format.aside(completion)}` : invested)
    .line(words.progress, progress && planned ? format.say(words.planned, { done: progress, planned }) : progress)
    .line(
      words.next,
      due &&
        `${next === undefined ? format.say(words.completion) : (next.item.title?.text ?? next.item.name.text)} ${format.deadline(due)}${format.aside(daysLeft(format, due.period.last - analysis.status))}`,
    )
    .line(words.forecast, metrics.forecast === undefined ? undefined : formatDay(metrics.forecast))
    .line(words.issues, metrics.openIssues.length === 0 ? undefined : String(metrics.openIssues.length));
}

function person(format: Formatter, project: ProjectFacts, role: 'leader' | 'owner' | 'supervisor'): string | undefined {
  const inlines = format.person(project[role]);
  return inlines && plainText(inlines, format.lang);
}
