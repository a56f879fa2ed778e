/** Names that go on: the date that one holds becomes another one, the number that it counts by the next. */
import { readChineseNumeral, toChineseNumeral } from '../../../model/chinese-numerals.js';
import { civil, type Day, parseIsoDay } from '../../../model/day.js';

/** 2026-03-20, 2026年3月20日, 2026.3.20; the day below it in one piece, then without its year. */
const DATES: readonly RegExp[] = [
  /(?<!\d)(?<y>\d{4})(?<a>[-./_年])(?<m>\d{1,2})(?<b>[-./_月])(?<d>\d{1,2})(?!\d)/,
  /(?<!\d)(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?!\d)/,
  /(?<!\d)(?<m>\d{2})(?<d>\d{2})(?!\d)/,
  /(?<!\d)(?<m>\d{1,2})(?<b>月)(?<d>\d{1,2})(?=日|$)/,
  /(?<m>[一二三四五六七八九十]{1,2})(?<b>月)(?<d>[一二三四五六七八九十]{1,3})(?=日)/,
];
/** A month says no more than that; only where the meeting was in it, and the next one is not, is it taken for one. */
const MONTH = /(?<!\d)(?<y>\d{4})(?<a>[-./_年])(?<m>\d{1,2})(?!\d)/;
/** The last figures; Chinese ones only where they count. */
const NUMBER = /^(?<before>.*?)(?<number>\d+)(?<behind>\D*)$/su;
const CHINESE_NUMBERS: readonly RegExp[] = [
  /^(?<before>.*第)(?<number>[零一二三四五六七八九十百]+)(?<behind>.*)$/su,
  /^(?<before>.*?)(?<number>[零一二三四五六七八九十百]+)(?<behind>[次期].*)$/su,
];

/** The name with another date where it holds one; `latest`: the day that it was a name of. */
export function withDate(name: string, latest: Day | undefined, day: Day): string | undefined {
  const now = civil(day);
  for (const pattern of DATES) {
    const found = pattern.exec(name)?.groups;
    if (found === undefined || !isDay(found)) continue;
    return name.replace(pattern, () => put(found, now));
  }
  const before = latest === undefined ? undefined : civil(latest);
  const month = MONTH.exec(name)?.groups;
  if (before === undefined || month === undefined) return undefined;
  const wasIn = Number(month.y) === before.year && Number(month.m) === before.month;
  if (!wasIn || (before.year === now.year && before.month === now.month)) return undefined;
  return name.replace(MONTH, () => put(month, now));
}

/** `第十次` ⇒ 十一; what is before and behind the number with it. Undefined of what counts nothing. */
export function nextCount(name: string): ((steps: number) => string) | undefined {
  const groups = NUMBER.exec(name)?.groups;
  if (groups !== undefined) {
    const { before = '', number = '', behind = '' } = groups;
    return (steps) => `${before}${String(Number(number) + steps).padStart(number.length, '0')}${behind}`;
  }
  for (const pattern of CHINESE_NUMBERS) {
    const { before = '', number = '', behind = '' } = pattern.exec(name)?.groups ?? {};
    const counted = readChineseNumeral(number);
    if (counted !== undefined) return (steps) => `${before}${toChineseNumeral(counted + steps)}${behind}`;
  }
  return undefined;
}

type Groups = Readonly<Record<string, string>>;

function isDay({ y = '2024', m = '', d = '' }: Groups): boolean {
  const two = (text: string): string => String(numberOf(text)).padStart(2, '0');
  return parseIsoDay(`${y}-${two(m)}-${two(d)}`) !== undefined;
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (readChineseNumeral(text) ?? 0);
}

/** The date in place of the one that was found: with zeros where that had two figures each, too. */
function put({ y = '', a = '', m = '', b = '', d }: Groups, { year, month, day }: ReturnType<typeof civil>): string {
  const width = [m, d ?? m].every((part) => part.length === 2) ? 2 : 1;
  const like = (old: string, now: number): string =>
    /^\d+$/.test(old) ? String(now).padStart(width, '0') : toChineseNumeral(now);
  return `${y === '' ? '' : year}${a}${like(m, month)}${b}${d === undefined ? '' : like(d, day)}`;
}
