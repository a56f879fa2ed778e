/** What begins with a digit: dates, durations, money, percents, numbers. Only shapes are told here; values are read in lowering. */
import type { TokenType } from 'chevrotain';
import { isLetter, isNamePart } from './letters.js';
import { DATE, DURATION, MISSHAPEN, MONEY, NUMBER, PERCENT, YEAR } from './token-types.js';

const NUMBER_SHAPE = String.raw`\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?!\.\d)|\d+`;
/** In this order: the longer reading of a run of digits comes first. */
const SHAPES: readonly (readonly [RegExp, TokenType | 'month-node'])[] = [
  [/\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年)?(?:底前|底|末)?/y, DATE],
  [/\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\d])/y, DATE],
  [/\d{4}-(?:\d{1,2}|[QH]\d)(?![\d])/y, DATE],
  [/(?:19|20)\d{2}\/\d{1,2}(?![\d/])/y, MISSHAPEN],
  [/\d+(?:\.\d+)?(?:个?工作日|个月|天|周|年|wd|mo|d|w|y)/y, DURATION],
  [/(?:1[0-2]|[1-9])月/y, 'month-node'],
  [new RegExp(`[~约]?(?:${NUMBER_SHAPE})(?:亿元|万元|亿|万|元|k|M|B)`, 'y'), MONEY],
  [new RegExp(`(?:${NUMBER_SHAPE})%`, 'y'), PERCENT],
  [new RegExp(`[~约](?:${NUMBER_SHAPE})`, 'y'), MONEY],
  [/\d{4}(?!\d|[.,]\d)/y, YEAR],
  [new RegExp(NUMBER_SHAPE, 'y'), NUMBER],
];

/** The token that begins at `start`, which is a digit or a sign of approximation before one. */
export function matchNumeric(
  text: string,
  start: number,
): { readonly type: TokenType | 'month-node'; readonly end: number } {
  for (const [shape, type] of SHAPES) {
    shape.lastIndex = start;
    if (!shape.test(text)) continue;
    const end = shape.lastIndex;
    if (!glued(text, end, type)) return { type, end };
    // 2026年6月30号, 2026-3-31前: one date that is misspelled, not a shorter one and something behind it.
    if (type === DATE) return misshapen(text, end);
  }
  return misshapen(text, start + 1);
}

function misshapen(text: string, from: number): { readonly type: TokenType; readonly end: number } {
  let end = from;
  while (end < text.length && isNamePart(text, end)) end++;
  return { type: MISSHAPEN, end };
}

/** Whether what follows belongs to the same word. */
function glued(text: string, end: number, type: TokenType | 'month-node'): boolean {
  if (end >= text.length) return false;
  // 2026年3月至2027年6月
  if (text[end] === '至' && (type === DATE || type === YEAR)) return false;
  // 总投资>=1亿元且级别=市级
  if (text[end] === '且' || text[end] === '或') return false;
  return isLetter(text, end) || isDigit(text.charCodeAt(end));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
