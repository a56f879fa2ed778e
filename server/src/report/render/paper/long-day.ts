/** A day as the head of a paper writes it. */
import type { Lang } from '../../../model/lang.js';

const MONTHS = [
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

/** 2026年3月31日, 31 March 2026; what is no ISO day stays as it is. */
export function longDay(iso: string, lang: Lang): string {
  const [, year = '', month = '', day = ''] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === '') return iso;
  return lang === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
