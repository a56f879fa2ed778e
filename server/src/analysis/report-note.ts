/** How much of a total was reported, in words: the command and the summaries say it the same way. */
import type { Lang } from '../model/lang.js';
import type { Analysis } from './analysis.js';
import { valueInWords } from './value-output.js';
import type { Reports } from './view-reports.js';

/** `38 of 73 not reported, 62% of those that reported`; empty where all have. */
export function noteOnTotal(reports: Reports | undefined, analysis: Analysis, lang: Lang): string {
  if (reports === undefined) return '';
  const { active, notReported, maybeNotReported, ofReported } = reports;
  const zh = lang === 'zh';
  const parts = [
    ...(notReported === 0
      ? []
      : [zh ? `${active}项中${notReported}项未报` : `${notReported} of ${active} not reported`]),
    ...(maybeNotReported === 0
      ? []
      : [zh ? `${maybeNotReported}项未注明阶段且未报` : `nothing of ${maybeNotReported} without a stage`]),
  ];
  if (parts.length === 0) return '';
  const lacking = parts.join(zh ? '，' : ', ');
  if (ofReported === undefined) return lacking;
  const rate = valueInWords(ofReported, analysis, lang) || '—';
  return lang === 'zh' ? `${lacking}，已报项目${rate}` : `${lacking}, ${rate} of those that reported`;
}
