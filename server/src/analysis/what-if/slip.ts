/** By how much something slips or is shortened, as it is asked: `P007.征地 +10wd`, `-5天`. */
import { type Duration, formatDuration, parseDuration } from '../../model/duration.js';
import { toHalfWidth } from '../../model/half-width.js';
import type { Bilingual, Lang } from '../../model/lang.js';

/** What takes so much longer; shorter where the sign is negative. */
export interface Slip {
  readonly sign: 1 | -1;
  readonly duration: Duration;
}

/** An item as somebody names it, and by how much it is to slip. */
export interface AskedSlip {
  readonly item: string;
  readonly slip: Slip;
}

const SIGN = /[+-]/g;

/** `+10wd`, `-5天`, with or without blanks and full-width signs. Without a sign it slips. */
export function readSlip(text: string): Slip | { readonly problem: Bilingual } {
  const half = toHalfWidth(text).replaceAll('−', '-').trim();
  const sign = half.startsWith('-') ? -1 : 1;
  const read = parseDuration(half.replace(/^[+-]/, ''));
  if (!read.ok) return { problem: problemOf(text.trim(), read.reason) };
  if (read.duration.amount === 0) {
    return { problem: { en: `'${text.trim()}' moves nothing`, zh: `“${text.trim()}”没有变动任何时间` } };
  }
  return { sign, duration: read.duration };
}

/**
 * `ITEM ±DURATION`. A hyphen is part of many names, so it is the last sign with a duration behind it that counts.
 * What is wrong with it is said by what stands behind the last sign.
 */
export function readAskedSlip(text: string): AskedSlip | { readonly problem: Bilingual } {
  const half = toHalfWidth(text).replaceAll('−', '-');
  const signs = [...half.matchAll(SIGN)].map(({ index }) => index).reverse();
  let problem: Bilingual | undefined;
  for (const at of signs) {
    const item = text.slice(0, at).trim();
    const slip = readSlip(text.slice(at));
    if (!('problem' in slip) && item !== '') return { item, slip };
    if ('problem' in slip) problem ??= slip.problem;
  }
  return { problem: problem ?? NO_SLIP };
}

const NO_SLIP: Bilingual = {
  en: "Write the item and by how much it slips, between quotes: 'P007.Survey +10wd', or '-5d' where it is shortened",
  zh: '请写明事项和变动的时间，并用引号括起，例如 "P007.征地 +10wd"；缩短写 -5d',
};

function problemOf(text: string, reason: 'fraction' | 'too-long' | 'not-a-duration'): Bilingual {
  switch (reason) {
    case 'fraction':
      return { en: `'${text}': only whole days, weeks and months`, zh: `“${text}”：只能是整天、整周、整月` };
    case 'too-long':
      return { en: `'${text}' is longer than any plan`, zh: `“${text}”超出了计划的范围` };
    case 'not-a-duration':
      return {
        en: `'${text}' is no duration; write +10wd, +2w, +1mo or -5d`,
        zh: `“${text}”不是时长，请写 +10个工作日、+2周、+1个月 或 -5天`,
      };
  }
}

/** `+10wd`, `-5天`. */
export function formatSlip({ sign, duration }: Slip, lang: Lang): string {
  return `${sign < 0 ? '-' : '+'}${formatDuration(duration, lang)}`;
}
