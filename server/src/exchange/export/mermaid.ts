/** The schedule as a Gantt chart that Mermaid draws, in Markdown pages that know it. */
import type { Analysis } from '../../analysis/analysis.js';
import { poolAt } from '../../analysis/pool.js';
import type { ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import { addDays, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { visible } from '../../report/invisible-characters.js';
import { titleOf } from '../../report/wording/formatter.js';

export function mermaidGantt(analysis: Analysis, lang: Lang): string {
  const { plan, status, schedule } = analysis;
  const portfolio = plan.portfolio === undefined ? '' : titleOf(plan.portfolio);
  const asOf = lang === 'zh' ? `截至 ${formatDay(status)}` : `as of ${formatDay(status)}`;
  const lines = [
    'gantt',
    `  title ${named(portfolio === '' ? asOf : `${portfolio} ${asOf}`)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y-%m',
    // It would stand at the day on which somebody looks.
    '  todayMarker off',
  ];
  let number = 0;
  for (const project of poolAt(plan, status)) {
    const rows = schedule.of(project).flatMap((item) => {
      const row = rowOf(item, `i${number + 1}`);
      if (row !== undefined) number++;
      return row ?? [];
    });
    if (rows.length > 0) lines.push(`  section ${named(titleOf(project))}`, ...rows);
  }
  return `${lines.join('\n')}\n`;
}

/** An item on a cycle has no dates and no bar. */
function rowOf(each: ScheduledItem, id: string): string | undefined {
  const { start, finish, item } = each;
  if (finish === undefined) return undefined;
  const isPoint = start === undefined;
  const marks = [
    !each.open ? 'done' : each.begun ? 'active' : '',
    each.open && (each.daysLate ?? 0) > 0 ? 'crit' : '',
    isPoint ? 'milestone' : '',
  ].filter((mark) => mark !== '');
  // What ends on a day is drawn up to the next.
  const dates = isPoint ? `${formatDay(finish)}, 0d` : `${formatDay(start)}, ${formatDay(addDays(finish, 1))}`;
  return `    ${named(titleOf(item))} :${[...marks, id].join(', ')}, ${dates}`;
}

/** Signs that end a name or begin something else there, and the full-width ones that only look like them. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  [':', '：'],
  [';', '；'],
  ['#', '＃'],
  ['%', '％'],
  ['<', '＜'],
  ['>', '＞'],
  ['{', '｛'],
  ['}', '｝'],
  ['`', '｀'],
  ['\\', '＼'],
]);

/** Words with which a line of a chart is no task. */
const STATEMENT =
  /^(?:gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|section|click|call|href|acc(?:Title|Descr)|\d)/i;

function named(text: string): string {
  const plain = visible(text)
    .replace(/[:;#%<>{}`\\]/g, (sign) => SIGNS.get(sign) ?? sign)
    .trim();
  if (plain === '') return '—';
  return STATEMENT.test(plain) ? `“${plain}”` : plain;
}
