/** The title and frame that all summaries have, and numbered sections. */
import type { Analysis } from '../../analysis/analysis.js';
import { mixedCurrencies } from '../../analysis/mixed-currencies.js';
import { formatDay } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import type { Steps } from '../../model/steps.js';
import { text } from '../compose.js';
import type { Block, Heading, ReportDocument } from '../document.js';
import { type Formatter, titleOf } from '../wording/formatter.js';
import { ledToTheWhole } from './figure-origins.js';

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

const titleWords = {
  of: { en: '{portfolio}: {title}', zh: '{portfolio}{title}' },
  ofYear: { en: '{portfolio}: {title}, {year}', zh: '{portfolio} {year}{title}' },
  nth: { en: '{n}. {title}', zh: '{zh}、{title}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The frame of every summary: titled after its portfolio, as of the status date. */
export function documentOf(
  format: Formatter,
  kind: string,
  title: string,
  blocks: readonly Block[],
  subtitle?: string,
): ReportDocument {
  const { plan } = format.analysis;
  const below = [subtitle, format.planYearMonths()].filter((part) => part !== undefined).join(format.gap);
  const mixed = mixedCurrencies(plan);
  const warned: readonly Block[] =
    mixed === undefined ? [] : [{ type: 'callout', tone: 'warn', content: [text(mixed[format.lang])] }];
  const issuer = plan.portfolio?.compiler && format.name(plan.portfolio.compiler);
  return {
    kind,
    title: ofPortfolio(format, title),
    ...(below === '' ? {} : { subtitle: below }),
    ...(issuer === undefined ? {} : { issuer }),
    statusDate: formatDay(format.analysis.status),
    lang: format.lang,
    blocks: [...warned, ...ledToTheWhole(format, blocks)],
  };
}

function ofPortfolio(format: Formatter, title: string): string {
  const portfolio: Analysis['plan']['portfolio'] = format.analysis.plan.portfolio;
  if (portfolio === undefined) return title;
  const of = titleOf(portfolio);
  const year = format.analysis.year;
  if (!saysYear(of, year)) {
    return format.say(titleWords.ofYear, {
      portfolio: of,
      year: format.planYear(year).replace(/^\d+(?=年)/, '$& '),
      title: format.lang === 'en' ? lowered(title) : title,
    });
  }
  if (format.lang === 'en') return format.say(titleWords.of, { portfolio: of, title: lowered(title) });
  // A number or a Latin word keeps its distance, and no word stands twice in a row: 重点项目 项目册.
  return format.say(titleWords.of, {
    portfolio: /[A-Za-z\d]$/.test(of) || of.endsWith(title.slice(0, 2)) ? `${of} ` : of,
    title,
  });
}

/** 2009, or 二〇〇九. */
function saysYear(title: string, year: number): boolean {
  const digits = String(year);
  const inChinese = digits.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
  return title.includes(digits) || title.replace(/[零○]/g, '〇').includes(inChinese);
}

/** Inside a sentence an English title begins small. */
function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** A part of a document that is made when its turn comes; none where it has no blocks. */
export interface PartToMake {
  readonly anchor: string;
  readonly title: string;
  readonly blocks: () => readonly Block[] | Steps<readonly Block[]>;
}

/** A part that has nothing but a table. */
export function* inOneBlock(making: Steps<Block>): Steps<readonly Block[]> {
  return [yield* making];
}

/** As `numbered`, each part a step, or as many as it makes of itself. */
export function* numberedInSteps(format: Formatter, parts: readonly PartToMake[]): Steps<readonly Block[]> {
  const made: { readonly anchor: string; readonly title: string; readonly blocks: readonly Block[] }[] = [];
  for (const { anchor, title, blocks } of parts) {
    const making = blocks();
    const these = 'next' in making ? yield* making : making;
    if (these.length > 0) made.push({ anchor, title, blocks: these });
    yield;
  }
  return numbered(format, made);
}

/** The parts of a document, numbered as official papers are: 一、二、… */
export function numbered(
  format: Formatter,
  parts: readonly { readonly anchor: string; readonly title: string; readonly blocks: readonly Block[] }[],
): readonly Block[] {
  return parts.flatMap(({ anchor, title, blocks }, i): readonly Block[] => {
    const heading: Heading = {
      type: 'heading',
      level: 1,
      text: format.say(titleWords.nth, { n: i + 1, zh: ORDINALS[i] ?? i + 1, title }),
      anchor,
    };
    return [heading, ...blocks];
  });
}
