/** What begins with a digit: dates, durations, money, percents, numbers. Only shapes are told here; values are read in lowering. */
import { isLetter, isNamePart } from './letters.js';
import {
  DATE,
  DAY_NUMBER,
  DURATION,
  MISSHAPEN,
  MONEY,
  MONTH_NUMBER,
  NUMBER,
  PERCENT,
  type TokenKind,
  YEAR,
} from './token-types.js';

const NUMBER_SHAPE = String.raw`\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?!\.\d)|\d+`;
/** Blanks that people put into a value: `2026 年 6 月`, `65 %`, `12 亿元`. They never run over a line end. */
const GAP = String.raw`[ \t\u00a0]*`;
const ABOUT = `[~约]${GAP}`;
const CHINESE_SCALE = `(?:[千百]?万亿|[千百]?亿|[千百]?万|千)(?:元人民币|元|人民币)?|元人民币|元`;
const ENGLISH_SCALE = `thousand|million|billion|[bB]n|[kKMB]`;
const DURATION_UNIT = [
  `个?工作日|个月|日历[天日]|自然日|个?星期|天|日|周|年`,
  String.raw`(?:working|calendar)${GAP}days?|workdays?|days?|weeks?|months?|years?|wd|mo|d|w|y`,
].join('|');

const sticky = (shape: string): RegExp => new RegExp(shape, 'y');

/**
 * In this order: the longer reading of a run of digits comes first. What can mean only one value is read although it is
 * spelled otherwise (language reference, 1, 'Also read'): that it is, is told when the value is read.
 */
const SHAPES: readonly (readonly [RegExp, TokenKind | 'month-node' | 'quarter-node'])[] = [
  [
    sticky(
      [
        String.raw`\d{4}${GAP}年(?:${GAP}(?:年(?=[底末])|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])${GAP}月份?(?:${GAP}(?:\d{1,2}${GAP}[日号]|[上中下]旬))?`,
        String.raw`|第?${GAP}[一二三四五六七八九\d]${GAP}季度|[Qq]\d|[上下]半年))?(?:${GAP}[底末])?(?:(?<=[日号底末])${GAP}(?:之前|以前|前))?`,
      ].join(''),
    ),
    DATE,
  ],
  [sticky(String.raw`\d{4}${GAP}(?:[上下]半年|第?[一二三四1-4]季度)(?:底前|底|末)?`), DATE],
  [/\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\d])/y, DATE],
  [/\d{4}-\d{1,2}-(?:early|mid|late)/y, DATE],
  [/\d{4}-(?:\d{1,2}|[QqHh]\d)(?![\d])/y, DATE],
  [/\d{4}[QqHh]\d(?!\d)/y, DATE],
  [/(?:19|20)\d{2}\/(?:0?[1-9]|1[0-2])(?![\d/])/y, DATE],
  // A date in the order of other countries is one mistake, not a number and more.
  [/\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d)/y, MISSHAPEN],
  [/(?:19|20)\d{6}(?![\d.])/y, DAY_NUMBER],
  [/(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])(?![\d.])/y, MONTH_NUMBER],
  // `year 2026 year-begins M4` on one line holds no 2026 years, and `before 30 year 2026 40` no 30.
  [sticky(String.raw`\d+(?:\.\d+)?${GAP}(?!year[ \t]+\d{4}(?!\d))(?:${DURATION_UNIT})(?!-[a-z])`), DURATION],
  [/(?:1[0-2]|0?[1-9])月份?/y, 'month-node'],
  [/[1-4]季度/y, 'quarter-node'],
  [
    sticky(String.raw`(?:${ABOUT})?(?:${NUMBER_SHAPE})${GAP}亿零?(?:${NUMBER_SHAPE})${GAP}(?:万元?|千万元?|百万元?)`),
    MONEY,
  ],
  [sticky(String.raw`(?:${ABOUT})?(?:${NUMBER_SHAPE})${GAP}(?:${CHINESE_SCALE}|${ENGLISH_SCALE})`), MONEY],
  [sticky(String.raw`(?:${NUMBER_SHAPE})${GAP}%`), PERCENT],
  [sticky(String.raw`${ABOUT}(?:${NUMBER_SHAPE})${GAP}%`), MISSHAPEN],
  [sticky(String.raw`${ABOUT}(?:${NUMBER_SHAPE})`), MONEY],
  [/\d{4}(?!\d|[.,]\d)/y, YEAR],
  [sticky(NUMBER_SHAPE), NUMBER],
];

/** The second end of a span that leaves out its year, or its month too: `2026年5月至6月`. */
const SECOND_END =
  /(?:\d{1,2}月份?(?:\d{1,2}[日号]|[上中下]旬)?|\d{1,2}[日号]|[上中下]旬|第?[一二三四1-4]季度|[上下]半年)(?:底|末)?(?:之前|以前|前)?/y;

type NumericKind = TokenKind | 'month-node' | 'quarter-node';

export interface Numeric {
  readonly type: NumericKind;
  readonly end: number;
}

/** The token that begins at `start`, which is a digit or a sign of approximation before one. */
export function matchNumeric(text: string, start: number): Numeric {
  for (const [shape, type] of SHAPES) {
    shape.lastIndex = start;
    if (!shape.test(text)) continue;
    const end = shape.lastIndex;
    if (!glued(text, end, type)) return { type, end };
    // 2026年6月30x, 2026-3-31前: one date that is misspelled, not a shorter one and something behind it.
    if (type === DATE && !/[ \t\u00a0]/.test(text.slice(start, end))) return misshapen(text, end);
  }
  return misshapen(text, start + 1);
}

/** Where the second end of a span that begins at `start` ends, if it leaves out its year; else undefined. */
export function matchSecondEnd(text: string, start: number): number | undefined {
  SECOND_END.lastIndex = start;
  return SECOND_END.test(text) && !glued(text, SECOND_END.lastIndex, DATE) ? SECOND_END.lastIndex : undefined;
}

/** Whether a date begins at `start`. */
export function isDateAt(text: string, start: number): boolean {
  return isDigit(text.charCodeAt(start)) && IS_DATE.has(matchNumeric(text, start).type);
}

function misshapen(text: string, from: number): Numeric {
  let end = from;
  while (end < text.length && isNamePart(text, end)) end++;
  return { type: MISSHAPEN, end };
}

/** Whether what follows belongs to the same word. */
function glued(text: string, end: number, type: NumericKind): boolean {
  if (end >= text.length) return false;
  // 2026年3月至2027年6月
  if ((text[end] === '至' || text[end] === '到') && IS_DATE.has(type)) return false;
  // 总投资>=1亿元且级别=市级
  if (text[end] === '且' || text[end] === '或' || text.startsWith('并且', end)) return false;
  return isLetter(text, end) || isDigit(text.charCodeAt(end));
}

const IS_DATE: ReadonlySet<NumericKind> = new Set([DATE, YEAR, DAY_NUMBER, MONTH_NUMBER]);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
