/** A project at a glance: stage and lights, who answers, money, progress, the next deadline, open issues. */
import type { Analysis } from '../../../analysis/analysis.js';
import { stageAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { plainText } from '../../../report/plain.js';
import type { Pen } from '../../../report/summaries/pen.js';
import { daysLeft } from '../../../report/summaries/standing-words.js';
import { kindWord } from '../../wording.js';
import { sayLight } from '../light-figures.js';
import { Card } from './card.js';

const words = {
  stage: { en: 'Stage', zh: '阶段' },
  light: { en: 'Light', zh: '亮灯' },
  category: { en: 'Category', zh: '类别' },
  leader: { en: 'Leader', zh: '责任领导' },
  unit: { en: 'Unit', zh: '责任单位' },
  owner: { en: 'Owner', zh: '责任人' },
  supervisor: { en: 'Supervisor', zh: '督办人' },
  total: { en: 'Total investment', zh: '总投资' },
  year: { en: 'Plan {year}', zh: '{year}年计划' },
  invested: { en: 'Invested', zh: '完成投资' },
  progress: { en: 'Progress', zh: '进度' },
  planned: { en: '{done}, planned {planned}', zh: '{done}，应达{planned}' },
  next: { en: 'Next deadline', zh: '下一节点' },
  forecast: { en: 'Forecast finish', zh: '预计完成' },
  issues: { en: 'Open issues', zh: '未解决问题' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function projectCard(project: ProjectFacts, analysis: Analysis, pen: Pen): Card {
  const metrics = analysis.metrics(project);
  const progress = pen.percent(metrics.progress);
  const planned = pen.percent(metrics.plannedProgress);
  const completion = pen.percent(metrics.completion);
  const invested = pen.money(metrics.invested);
  const next = metrics.nextDeadline;
  const year: Bilingual = {
    en: pen.say(words.year, { year: analysis.year }),
    zh: pen.say(words.year, { year: analysis.year }),
  };
  return new Card(pen.lang)
    .heading(kindWord(project, pen.lang), project.name.text, project.title?.text)
    .text(project.doc)
    .line(words.stage, pen.stage(stageAt(project, analysis.status)))
    .line(words.light, sayLight(project, pen))
    .line(words.category, pen.lineage('category', project.category))
    .line(words.leader, person(pen, project, 'leader'))
    .line(words.unit, pen.name(project.unit))
    .line(words.owner, person(pen, project, 'owner'))
    .line(words.supervisor, person(pen, project, 'supervisor'))
    .line(words.total, pen.money(metrics.total))
    .line(year, pen.money(metrics.plan))
    .line(words.invested, invested && completion ? `${invested}${pen.aside(completion)}` : invested)
    .line(words.progress, progress && planned ? pen.say(words.planned, { done: progress, planned }) : progress)
    .line(
      words.next,
      next &&
        `${next.item.title?.text ?? next.item.name.text} ${pen.deadline(next.due)}${pen.aside(daysLeft(pen, next.due.period.last - analysis.status))}`,
    )
    .line(words.forecast, metrics.forecast === undefined ? undefined : formatDay(metrics.forecast))
    .line(words.issues, metrics.openIssues.length === 0 ? undefined : String(metrics.openIssues.length));
}

function person(pen: Pen, project: ProjectFacts, role: 'leader' | 'owner' | 'supervisor'): string | undefined {
  const inlines = pen.person(project[role]);
  return inlines && plainText(inlines, pen.lang);
}
