/** A sum of what was reported says beside it how many active projects did not report (semantics §4). */
import type { ProjectMetrics } from '../../analysis/metrics/project-metrics.js';
import type { PortfolioSums } from '../../analysis/portfolio-sums.js';
import { lackingInWords, ofReportedInWords } from '../../analysis/report-note.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, text } from '../compose.js';
import type { Cell, Column } from '../document.js';
import { DASH, type Formatter } from './formatter.js';

const words = {
  column: { en: 'Not reported', zh: '未报' },
  reportedColumn: { en: 'Completion (reported only)', zh: '已报项目完成率' },
  share: { en: '{n} of {all}', zh: '{n}/{all}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Reported = Pick<PortfolioSums, 'active' | 'notReported' | 'maybeNotReported' | 'completionOfReported'>;

/** `38 of 73 not reported, nothing of 4 without a stage`; undefined where all have. */
export function sayNotReported(format: Formatter, sums: Omit<Reported, 'completionOfReported'>): string | undefined {
  return lackingInWords(sums, format.lang, (n) => format.count(n)) || undefined;
}

/** Whether a project is one of those that the words speak of. */
export function lacksReport({ notReported, maybeNotReported }: ProjectMetrics): boolean {
  return notReported || maybeNotReported;
}

/** `62.1% of those that reported`, where that is another rate than that of all. */
export function sayRateOfReported(
  format: Formatter,
  { notReported, maybeNotReported, completionOfReported }: Reported,
) {
  const percent = notReported + maybeNotReported === 0 ? undefined : format.percent(completionOfReported);
  return percent === undefined ? undefined : ofReportedInWords(percent, format.lang);
}

/** Both, as a note. */
export function noteOnReports(format: Formatter, sums: Reported): string | undefined {
  const said = [sayNotReported(format, sums), sayRateOfReported(format, sums)].filter((part) => part !== undefined);
  return said.length === 0 ? undefined : format.list(said);
}

/** The two columns behind a table's rate; none where everybody has reported. */
export function reportColumns(format: Formatter, all: Reported): readonly Column[] {
  if (all.notReported === 0) return [];
  return [
    { title: format.say(words.column), kind: 'text', wrap: false },
    { title: format.say(words.reportedColumn), kind: 'percent' },
  ];
}

export function reportCells(format: Formatter, sums: Reported, all: Reported): readonly Cell[] {
  if (all.notReported === 0) return [];
  const { active, notReported } = sums;
  const share = format.say(words.share, { n: format.count(notReported), all: format.count(active) });
  return [
    active === 0 ? cell(DASH, null) : cell(notReported === 0 ? text(share) : light('grey', share)),
    format.percentCell(sums.completionOfReported),
  ];
}
