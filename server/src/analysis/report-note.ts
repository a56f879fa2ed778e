/** How much of a sum was reported, in words: the command and the summaries say it the same way. */
import type { Lang } from '../model/lang.js';
import type { Analysis } from './analysis.js';
import { valueInWords } from './value-output.js';
import type { Reports } from './view-reports.js';

/** `38 of 73 not reported, nothing of 4 without a stage`; empty where all have. `count` writes a number. */
export function lackingInWords(
  { active, notReported, maybeNotReported }: Omit<Reports, 'ofReported'>,
  lang: Lang,
  count: (n: number) => string = String,
): string {
  const [of, lacks, unstaged] = [active, notReported, maybeNotReported].map(count);
  const zh = lang === 'zh';
  return [
    ...(notReported === 0 ? [] : [zh ? `${of}项中${lacks}项未报` : `${lacks} of ${of} not reported`]),
    ...(maybeNotReported === 0
      ? []
      : [zh ? `${unstaged}项未注明阶段且未报` : `nothing of ${unstaged} without a stage`]),
  ].join(zh ? '，' : ', ');
}

/** `62% of those that reported` */
export function ofReportedInWords(rate: string, lang: Lang): string {
  return lang === 'zh' ? `已报项目${rate}` : `${rate} of those that reported`;
}

/** Both; empty where all have. `said`: what stands beside it already, and is not said again. */
export function noteOnTotal(reports: Reports | undefined, analysis: Analysis, lang: Lang, said = ''): string {
  const lacking = reports === undefined ? '' : lackingInWords(reports, lang);
  if (lacking === '' || reports?.ofReported === undefined) return lacking === said ? '' : lacking;
  const rate = ofReportedInWords(valueInWords(reports.ofReported, analysis, lang) || '—', lang);
  return lacking === said ? rate : [lacking, rate].join(lang === 'zh' ? '，' : ', ');
}
