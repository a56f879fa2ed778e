/** Rules about dates, money, percents and durations that cannot be read (`value/*`). */

import type { FileFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { bareZerosIn } from '../expressions/check-expressions.js';
import { quoted } from '../message-values.js';
import { type Found, fileRule, type Rule, readingRule } from '../rule.js';

type DateReason = 'no-year' | 'no-such-date' | 'not-a-date' | 'day-needed' | 'half-year-needed' | 'year-needed';
type MoneyReason = 'too-fine' | 'not-money';
type DurationReason = 'fraction' | 'too-long' | 'not-a-duration';
type PercentReason = 'not-a-percent' | 'over-limit';

type Unreadable<R extends string> = { readonly text: string; readonly reason: R };

const DATE: Readonly<Record<DateReason, Bilingual>> = {
  'no-such-date': { en: 'is not in the calendar', zh: '这个日期不存在' },
  'no-year': {
    en: 'leaves out the year; write it as in 2026年6月底 or 2026-06',
    zh: '没有写年份；请写明年份，如2026年6月底',
  },
  'not-a-date': {
    en: 'is not a date; dates are written as 2026-03-31, 2026-03, 2026-Q1, 2026-H1 or 2026',
    zh: '不是日期；日期写作2026年3月31日、2026年3月、2026年一季度、2026年上半年或2026年',
  },
  'day-needed': {
    en: 'is not exact enough: a day is needed here, such as 2026-03-31',
    zh: '不够具体：此处须写到日，如2026年3月31日',
  },
  'half-year-needed': {
    en: 'is not a half year: 2026-H1 or 2026-H2 is needed here',
    zh: '不是半年：此处须写半年，如2026年上半年',
  },
  'year-needed': { en: 'is not a year: a year such as 2026 is needed here', zh: '不是年份：此处须写年份，如2026年' },
};

const MONEY: Readonly<Record<MoneyReason, Bilingual>> = {
  'too-fine': {
    en: 'is finer than 1/10,000 of the currency unit, the smallest amount there is',
    zh: '过细：金额最小到万分之一元',
  },
  'not-money': {
    en: 'is not an amount; amounts are written as 350M, 1.2B, 35k or 1,234.5',
    zh: '不是金额；金额写作3.5亿元、5000万元、120元',
  },
};

const DURATION: Readonly<Record<DurationReason, Bilingual>> = {
  fraction: {
    en: 'is not a whole number of units; take a smaller unit, such as 15d for half a month',
    zh: '不是整数；请改用更小的单位，如半个月写15天',
  },
  'too-long': { en: 'is longer than a thousand years', zh: '超过一千年' },
  'not-a-duration': {
    en: 'is not a duration; durations are written as 10d, 10wd (working days), 2w, 3mo or 2y',
    zh: '不是时长；时长写作10天、10个工作日、2周、3个月、2年',
  },
};

type Spelled = { readonly found: string; readonly spelling: string };

/** What only its unit is missing from; other spellings are found while the file is read. */
function* bareZeros(file: FileFacts, { plan }: Analysis): Generator<Found<Spelled>> {
  const none = file.vocabulary === 'zh' ? '0天' : '0d';
  for (const { at, of } of bareZerosIn(file, plan))
    yield { at, data: { found: '0', spelling: of === 'percent' ? '0%' : none } };
}

export const VALUE_RULES: readonly Rule[] = [
  readingRule<Unreadable<DateReason>>({
    code: 'value/date',
    severity: 'error',
    title: { en: 'Not a possible date', zh: '日期有误' },
    message: {
      en: ({ text, reason }) => `${quoted(text, 'en')} ${DATE[reason].en}`,
      zh: ({ text, reason }) => `${quoted(text, 'zh')}${DATE[reason].zh}`,
    },
    page: {
      en: `The date does not exist (30 February, a fifth quarter), is written in a way that is not known, or is coarser
than this place allows. A deadline may be a month, a quarter, a half year or a year; a date on which something has
happened, such as \`done\` or \`started\`, has to be a day.

Correct the date. Until then the statement counts as made but unknown, and nothing is concluded from it.`,
      zh: `日期不存在（如2月30日、五季度）、写法不认识，或在此处不够具体。期限可以写到月、季度、半年或年；
已经发生的事（如“完成”“实际开始”）须写到日。

请改正日期。改正之前，这一条视为已写但未知，不据此得出任何结论。`,
    },
    example: {
      asOf: '2026-01-31',
      shows: 'project P1 {\n  milestone M1 due 2026-02-30\n}\n',
      clean: 'project P1 {\n  milestone M1 due 2026-02-28\n}\n',
    },
  }),
  readingRule<Unreadable<MoneyReason>>({
    code: 'value/money',
    severity: 'error',
    title: { en: 'Not a possible amount', zh: '金额有误' },
    message: {
      en: ({ text, reason }) => `${quoted(text, 'en')} ${MONEY[reason].en}`,
      zh: ({ text, reason }) => `${quoted(text, 'zh')}${MONEY[reason].zh}`,
    },
    page: {
      en: `The amount cannot be read, or is finer than 1/10,000 of the currency unit. Amounts are a number and a scale:
\`350M\`, \`1.2B\`, \`35k\`, or a bare number in units of the portfolio's currency; \`~\` before it says that it is known
only to the digits written.`,
      zh: `金额无法读取，或细于万分之一元。金额由数字和单位组成：\`3.5亿元\`、\`5000万元\`、\`120元\`；前面加\`约\`
表示只准到所写的位数。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 {\n  investment 0.00001\n}\n',
      clean: 'project P1 {\n  investment 120M\n}\n',
    },
  }),
  readingRule<Unreadable<DurationReason>>({
    code: 'value/duration',
    severity: 'error',
    title: { en: 'Not a possible duration', zh: '时长有误' },
    message: {
      en: ({ text, reason }) => `${quoted(text, 'en')} ${DURATION[reason].en}`,
      zh: ({ text, reason }) => `${quoted(text, 'zh')}${DURATION[reason].zh}`,
    },
    page: {
      en: `The duration cannot be read, is no whole number of its unit, or is absurdly long. Units are days \`d\`, working
days \`wd\`, weeks \`w\`, months \`mo\` and years \`y\`.`,
      zh: `时长无法读取、不是单位的整数倍，或长得离谱。单位有：\`天\`、\`个工作日\`、\`周\`、\`个月\`、\`年\`。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 {\n  task T1 {\n    duration 1.5mo\n  }\n}\n',
      clean: 'project P1 {\n  task T1 {\n    duration 45d\n  }\n}\n',
    },
  }),
  readingRule<{ readonly text: string; readonly reason: PercentReason; readonly limit?: number }>({
    code: 'value/percent',
    severity: 'error',
    title: { en: 'Not a possible percent', zh: '百分比有误' },
    message: {
      en: ({ text, reason, limit = 100 }) =>
        reason === 'over-limit'
          ? `${quoted(text, 'en')} is more than ${limit}%, which is not possible here`
          : `${quoted(text, 'en')} is not a percent; percents are written as 65%`,
      zh: ({ text, reason, limit = 100 }) =>
        reason === 'over-limit'
          ? `${quoted(text, 'zh')}超过${limit}%，此处不可能`
          : `${quoted(text, 'zh')}不是百分比；百分比写作65%`,
    },
    page: {
      en: `The percent cannot be read, or is above 100 % where a share of a whole is meant: progress and weight cannot be
more than all of it.`,
      zh: `百分比无法读取，或在表示占整体多少的地方超过了100%：进度和权重不可能超过全部。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 {\n  report 2026-03-30 {\n    progress 120%\n  }\n}\n',
      clean: 'project P1 {\n  report 2026-03-30 {\n    progress 100%\n  }\n}\n',
    },
  }),
  fileRule<Spelled>(
    {
      code: 'value/spelling',
      severity: 'hint',
      title: { en: 'Another spelling', zh: '另一种写法' },
      message: {
        en: ({ found, spelling }) =>
          spelling === ''
            ? `${quoted(found, 'en')} says nothing here: it holds anyway`
            : `${quoted(found, 'en')} is read as ${quoted(spelling, 'en')}`,
        zh: ({ found, spelling }) =>
          spelling === ''
            ? `${quoted(found, 'zh')}可以不写，本来就是如此`
            : `${quoted(found, 'zh')}按${quoted(spelling, 'zh')}读取`,
      },
      page: {
        en: `The value or word can mean only one thing and is read as that, but the plan language spells it otherwise. The
figures are the same. The quick fix and \`planwright format\` write the usual spelling, so that a file reads alike
throughout and can be searched.`,
        zh: `这个值或这个词只有一种意思，已按这个意思读取，只是计划语言通常不这样写。结果不受影响。用快速修复或
\`planwright format\` 可改为通常的写法，使全文统一、便于查找。`,
      },
      example: {
        asOf: '2026-01-31',
        shows: 'project P1 {\n  milestone M1 due 2026.6\n}\n',
        clean: 'project P1 {\n  milestone M1 due 2026-06\n}\n',
      },
    },
    bareZeros,
  ),
];
