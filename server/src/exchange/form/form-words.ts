/** What a returned form says, and why it is refused, in words: the same for the command and the editor. */
import { formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { FormReading, FormStatement, Refusal } from './form-statements.js';

/** What became of a form as a whole. */
export function formText({ unit, refusals, statements, known }: FormReading, file: string, lang: Lang): string {
  const zh = lang === 'zh';
  const of = unit === '' ? file : zh ? `${file}（${unit}）` : `${file} (${unit})`;
  if (refusals.length > 0) return zh ? `${of}：退回，计划未改动` : `${of}: refused, nothing of it is in the plan`;
  if (statements.length === 0) return zh ? `${of}：没有新内容` : `${of}: nothing new`;
  return zh
    ? `${of}：新增 ${statements.length} 项${known === 0 ? '' : `，另有 ${known} 项计划中已有`}`
    : `${of}: ${statements.length} new${known === 0 ? '' : `, ${known} in the plan already`}`;
}

export function refusalText({ cell, message }: Refusal, lang: Lang): string {
  return cell === '' ? message[lang] : `${cell}${lang === 'zh' ? '：' : ': '}${message[lang]}`;
}

export function statementText(statement: FormStatement, lang: Lang): string {
  const zh = lang === 'zh';
  const day = 'day' in statement ? formatDay(statement.day) : '';
  switch (statement.type) {
    case 'report':
      return zh ? `${statement.project.id}：${day} 进展` : `${statement.project.id}: report of ${day}`;
    case 'started':
      return zh ? `${statement.item.id}：${day} 开始` : `${statement.item.id}: started ${day}`;
    case 'done':
      return zh ? `${statement.item.id}：${day} 完成` : `${statement.item.id}: done ${day}`;
    case 'tried':
      return zh ? `${statement.issue.id}：${day} 协调情况` : `${statement.issue.id}: what was tried, ${day}`;
    case 'resolved':
      return zh ? `${statement.issue.id}：${day} 解决` : `${statement.issue.id}: solved ${day}`;
    case 'feedback':
      return zh ? `${statement.decision.id}：${day} 反馈` : `${statement.decision.id}: feedback of ${day}`;
    case 'decision-done':
      return zh ? `${statement.decision.id}：${day} 办结` : `${statement.decision.id}: done ${day}`;
    case 'issue':
      return zh
        ? `${statement.project.id}：新增问题“${statement.issue.title}”`
        : `${statement.project.id}: new issue '${statement.issue.title}'`;
    case 'person':
      return zh ? `新增人员 ${statement.name}` : `new person ${statement.name}`;
  }
}
