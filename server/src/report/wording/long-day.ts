/** A day as papers write it: in their heads, and beside dates that are coarser than a day. */
import type { Lang } from '../../model/lang.js';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const ISO_DAY = /^(\d{4,})-(\d\d)-(\d\d)$/;

export function isIsoDay(text: string): boolean {
  return ISO_DAY.test(text);
}

/** 2026年3月31日, 31 March 2026; what is no ISO day stays as it is. */
export function longDay(iso: string, lang: Lang): string {
  return written(iso, lang, (month) => month);
}

/** 2026年3月31日, 31 Mar 2026. */
export function shortDay(iso: string, lang: Lang): string {
  return written(iso, lang, (month) => month.slice(0, 3));
}

function written(iso: string, lang: Lang, named: (month: string) => string): string {
  const [, year = '', month = '', day = ''] = ISO_DAY.exec(iso) ?? [];
  if (year === '') return iso;
  return lang === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${named(MONTHS[Number(month) - 1] ?? '')} ${year}`;
}
