/** How names, texts and values are written: the rows of the page of values. Each spelling is read in a test. */
import type { Bilingual } from '../server/src/model/lang.js';

/** A member of a project that takes the value, so that a test can read it. */
type Place = 'date' | 'span' | 'duration' | 'money' | 'percent' | 'text' | 'name';

interface Spelling {
  readonly written: readonly string[];
  readonly means: Bilingual;
}

interface Spellings {
  readonly place: Place;
  readonly what: Bilingual;
  readonly says: Bilingual;
  readonly rows: readonly Spelling[];
}

const row = (written: readonly string[], en: string, zh: string): Spelling => ({ written, means: { en, zh } });

export const SPELLINGS: readonly Spellings[] = [
  {
    place: 'name',
    what: { en: 'Names', zh: '名称' },
    says: {
      en: 'A letter of any script or `_`, then letters, digits, `_` and `-`. Anything else stands between backquotes.',
      zh: '以字母（含汉字）或 `_` 开头，其后为字母、数字、`_`、`-`。含有其他字符的写在反引号里。',
    },
    rows: [
      row(['P007', '新罗区', 'Caofeidian-2'], 'a name', '名称'),
      row(
        ['`2009-001`', '`10+3`', '`年度`'],
        'a name that starts with a digit, holds a sign, or is a keyword',
        '以数字开头、含符号或与关键词相同的名称',
      ),
    ],
  },
  {
    place: 'text',
    what: { en: 'Texts', zh: '文字' },
    says: {
      en: 'In quotes, on one line; `\\"`, `\\\\` and `\\n` are escapes. Long texts stand between `"""`, over as many lines as they need, and are read as Markdown.',
      zh: '写在引号里，不能换行；`\\"`、`\\\\`、`\\n` 为转义。长文字写在一对 `"""` 之间，可写多行，按 Markdown 排版。',
    },
    rows: [row(['"北大桥"', '“北大桥”', '「北大桥」'], 'a text', '文字')],
  },
  {
    place: 'date',
    what: { en: 'Dates', zh: '日期' },
    says: {
      en: 'As fine as what was promised. As a deadline or an end, a period means its last day; as a start, its first.',
      zh: '承诺到多细就写多细。作为期限或结束指这段时间的最后一天，作为开始指第一天。后面可加“底”“末”“底前”，意义不变。',
    },
    rows: [
      row(['2026-03-31', '2026/3/31', '2026.3.31', '2026年3月31日'], 'a day', '日'),
      row(
        ['2026-03-early', '2026年3月上旬'],
        'ten days: 1–10, 11–20 (`mid`, 中旬), 21–end (`late`, 下旬)',
        '旬：上旬1–10日，中旬11–20日，下旬21日至月末',
      ),
      row(['2026-03', '2026年3月'], 'a month', '月'),
      row(['2026-Q1', '2026年一季度', '2026年第一季度'], 'a quarter', '季度'),
      row(['2026-H1', '2026年上半年'], 'a half year', '半年'),
      row(['2026', '2026年'], 'a year', '年'),
      row(['2026年6月底', '2026年6月底前'], 'the end of the period, which is the same', '这段时间的期末，与不加相同'),
    ],
  },
  {
    place: 'span',
    what: { en: 'Spans', zh: '起止' },
    says: { en: 'Two dates of any kind, both included.', zh: '两个日期，粗细不限，含首尾。' },
    rows: [
      row(
        ['2026-02 .. 2027-12', '2026年2月 至 2027年12月'],
        'from the first of February 2026 to the last of December 2027',
        '2026年2月1日至2027年12月31日',
      ),
    ],
  },
  {
    place: 'duration',
    what: { en: 'Durations', zh: '时长' },
    says: {
      en: 'The unit says which time is meant. A number of four digits before 年 is a year.',
      zh: '由单位表明是哪种时间。四位数字后的“年”是年份，不足四位是时长。',
    },
    rows: [
      row(['10d', '10天'], 'calendar days', '日历天'),
      row(['10wd', '10个工作日'], 'working days of the calendar in force', '所用日历的工作日'),
      row(['2w', '2周'], 'weeks of seven days', '周（七天）'),
      row(['3mo', '3个月'], 'months, stepped in the calendar', '月（按历推算）'),
      row(['2y', '2年'], 'years', '年'),
    ],
  },
  {
    place: 'money',
    what: { en: 'Money', zh: '金额' },
    says: {
      en: 'A number and its scale; without one it counts units of the portfolio’s currency. Amounts are exact.',
      zh: '数字和单位；不写单位即为币种的基本单位。金额是精确的。',
    },
    rows: [
      row(['3.5亿元', '3.5亿', '350M'], '350,000,000', '350,000,000'),
      row(['5000万元', '5000万', '50M'], '50,000,000', '50,000,000'),
      row(['120元', '120'], '120', '120'),
      row(['1.2B', '35k'], '1,200,000,000 and 35,000', '1,200,000,000 和 35,000'),
      row(
        ['约629亿元', '~62.9B'],
        'known only to the digits written: 62.85 to 62.95 billion',
        '只精确到写出的数位：628.5亿至629.5亿',
      ),
    ],
  },
  {
    place: 'percent',
    what: { en: 'Percents', zh: '百分比' },
    says: {
      en: 'The difference of two percents counts percentage points.',
      zh: '两个百分比之差以百分点计。',
    },
    rows: [row(['65%', '12.5%'], 'a percent', '百分比')],
  },
];
