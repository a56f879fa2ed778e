/** What an import asks before it can say what would be written: nothing is guessed. */
import { addDays, civil, type Day, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { longDay } from '../../report/wording/long-day.js';
import type { NearName } from '../ledger/match-projects.js';
import type { LedgerReading } from '../ledger/read-ledger.js';
import type { LedgerProject } from '../ledger/statements.js';
import type { Choice, Question } from './import-result.js';

export function nearKey({ cell }: LedgerProject): string {
  return `near ${cell}`;
}

/** Whether a name that is near to one of the plan is that one. */
export function nearQuestion({ row, project }: NearName, lang: Lang): Question {
  const [name, known] = [row.title ?? row.id, project.title?.text ?? project.name.text];
  const called = known === project.id ? '' : lang === 'zh' ? `“${known}”` : ` “${known}”`;
  return lang === 'zh'
    ? {
        key: nearKey(row),
        text: `${row.cell}：计划中没有“${name}”，是否就是 ${project.id}${called}？`,
        choices: [
          {
            value: 'known',
            label: `就是 ${project.id}${called}`,
            detail: '按计划中的这个项目更新',
            forRest: '其余名称相近的，都按计划中已有的项目更新',
          },
          {
            value: 'new',
            label: '是新项目',
            detail: `把“${name}”加入计划`,
            forRest: '其余名称相近的，都作为新项目加入',
          },
        ],
      }
    : {
        key: nearKey(row),
        text: `${row.cell}: the plan has no “${name}”; is it ${project.id}${called}?`,
        choices: [
          {
            value: 'known',
            label: `It is ${project.id}${called}`,
            detail: 'That project is brought up to date',
            forRest: 'All others with near names are the projects of the plan',
          },
          {
            value: 'new',
            label: 'It is a new project',
            detail: `“${name}” is added to the plan`,
            forRest: 'All others with near names are new projects',
          },
        ],
      };
}

/** The unit of amounts that name none. */
export function unitQuestion(reading: LedgerReading, lang: Lang): Question {
  const where = whereNeeded(reading, 'unit', lang);
  const units: readonly Choice[] =
    lang === 'zh'
      ? ['万元', '亿元', '元'].map((unit) => ({ value: unit, label: unit }))
      : [
          { value: '万元', label: '万元', detail: 'Ten thousand yuan' },
          { value: '亿元', label: '亿元', detail: 'A hundred million yuan' },
          { value: '元', label: 'Yuan' },
          { value: 'million', label: 'Millions', detail: 'In the currency of the plan' },
          { value: 'GBP m', label: 'GBP million' },
        ];
  return {
    key: 'unit',
    text:
      lang === 'zh'
        ? `表中没有写明金额单位（${where}），按什么单位？`
        : `Amounts have no unit (${where}): which is it?`,
    choices: units,
  };
}

/** The day that figures and texts of progress are of. */
export function dayQuestion(reading: LedgerReading, status: Day, lang: Lang): Question {
  const where = whereNeeded(reading, 'day', lang);
  const monthEnd = addDays(status, -civil(status).day);
  const said = (day: Day): string => longDay(formatDay(day), lang);
  return {
    key: 'day',
    text:
      lang === 'zh'
        ? `表中没有写明进展是哪一天的（${where}），截至哪一天？`
        : `Progress is of a day that nothing names (${where}): which is it?`,
    choices: [
      { value: formatDay(status), label: said(status), detail: lang === 'zh' ? '截至日期' : 'The status date' },
      { value: formatDay(monthEnd), label: said(monthEnd), detail: lang === 'zh' ? '上月末' : 'The end of last month' },
      {
        value: 'none',
        label: lang === 'zh' ? '不清楚' : 'Not known',
        detail: lang === 'zh' ? '原文记入备注' : 'They are kept as notes',
      },
    ],
    anyDay: true,
  };
}

/** The first cell, and how many there are. */
function whereNeeded({ remarks }: LedgerReading, what: 'unit' | 'day', lang: Lang): string {
  const cells = remarks.flatMap(({ needs, cell }) => (needs?.what === what ? [cell] : []));
  const first = cells[0] ?? '';
  if (cells.length < 2) return first;
  return lang === 'zh' ? `${first} 等 ${cells.length} 处` : `${first} and ${cells.length - 1} more`;
}
