/** What is read besides the usual spellings, and the spelling that is told for it (language reference, 1, 'Also read'). */
import { describe, expect, it } from 'vitest';
import { formatDay } from './day.js';
import { parseDuration } from './duration.js';
import { moneyToJson, parseMoney } from './money.js';
import { parseDate, parseDateAfter } from './period.js';

function date(text: string): string {
  const read = parseDate(text);
  return read.ok
    ? `${formatDay(read.period.first)}..${formatDay(read.period.last)} ${read.spelling ?? ''}`.trim()
    : read.reason;
}

describe('dates', () => {
  it.each([
    ['2026.6', '2026-06-01..2026-06-30 2026-06'],
    ['2026/6', '2026-06-01..2026-06-30 2026-06'],
    ['20260630', '2026-06-30..2026-06-30 2026-06-30'],
    ['2026年6月份', '2026-06-01..2026-06-30 2026年6月'],
    ['2026年6月30日前', '2026-06-30..2026-06-30 2026年6月30日'],
    ['2026年6月30号', '2026-06-30..2026-06-30 2026年6月30日'],
    ['2026年6月底之前', '2026-06-01..2026-06-30 2026年6月底前'],
    ['2026年年底', '2026-01-01..2026-12-31 2026年底'],
    ['2026Q3', '2026-07-01..2026-09-30 2026-Q3'],
    ['2026-q3', '2026-07-01..2026-09-30 2026-Q3'],
    ['2026年Q3', '2026-07-01..2026-09-30 2026年三季度'],
    ['2026年3季度', '2026-07-01..2026-09-30 2026年三季度'],
    ['2026年一月', '2026-01-01..2026-01-31 2026年1月'],
    ['2026年十月底', '2026-10-01..2026-10-31 2026年10月底'],
    ['2026年十二月', '2026-12-01..2026-12-31 2026年12月'],
    ['2026上半年', '2026-01-01..2026-06-30 2026年上半年'],
    ['2026 年 6 月', '2026-06-01..2026-06-30 2026年6月'],
    ['２０２６ 年 ６ 月 ５ 日', '2026-06-05..2026-06-05 2026年6月5日'],
    ['2026年2月上旬', '2026-02-01..2026-02-10'],
    ['2026年2月中旬', '2026-02-11..2026-02-20'],
    ['2026年2月下旬', '2026-02-21..2026-02-28'],
    ['2024年2月下旬', '2024-02-21..2024-02-29'],
    ['2026-03-early', '2026-03-01..2026-03-10'],
    ['2026-03-late', '2026-03-21..2026-03-31'],
    ['20260230', 'no-such-date'],
    ['2026.13', 'no-such-date'],
    ['2026年6月前', 'not-a-date'],
    ['2026年前', 'not-a-date'],
    ['6月底', 'not-a-date'],
    ['31.12.2026', 'not-a-date'],
  ])('%s', (text, read) => expect(date(text)).toBe(read));

  it('the second end of a span takes what it leaves out from the first', () => {
    const first = parseDate('2026年5月');
    if (!first.ok) throw new Error('no date');
    const secondEnd = (text: string) => {
      const read = parseDateAfter(first.period, text);
      return read.ok ? `${formatDay(read.period.last)} ${read.spelling ?? ''}` : read.reason;
    };
    expect(secondEnd('6月')).toBe('2026-06-30 2026年6月');
    expect(secondEnd('20日')).toBe('2026-05-20 2026年5月20日');
    expect(secondEnd('下旬')).toBe('2026-05-31 2026年5月下旬');
    expect(secondEnd('四季度末')).toBe('2026-12-31 2026年四季度末');
    expect(secondEnd('31日前')).toBe('2026-05-31 2026年5月31日');
    expect(secondEnd('2月30日')).toBe('no-such-date');
  });
});

describe('durations', () => {
  it.each([
    ['30日', '30 d 30天'],
    ['30 天', '30 d 30天'],
    ['30日历天', '30 d 30天'],
    ['30 days', '30 d 30d'],
    ['30 working days', '30 wd 30wd'],
    ['10 个工作日', '10 wd 10个工作日'],
    ['2 weeks', '2 w 2w'],
    ['10wd', '10 wd'],
    ['10个工作日', '10 wd'],
    ['1.5 months', 'fraction'],
    ['30 moons', 'not-a-duration'],
  ])('%s', (text, read) => {
    const result = parseDuration(text);
    expect(
      result.ok ? `${result.duration.amount} ${result.duration.unit} ${result.spelling ?? ''}`.trim() : result.reason,
    ).toBe(read);
  });
});

describe('money', () => {
  it.each([
    ['12 亿元', '1200000000 12亿元'],
    ['1200 万元', '12000000 1200万元'],
    ['¥500万', '5000000 500万元'],
    ['￥ 5000', '5000 5000元'],
    ['人民币3亿元', '300000000 3亿元'],
    ['3亿元人民币', '300000000 3亿元'],
    ['3亿5000万元', '350000000 3.5亿元'],
    ['3千万', '30000000 3000万'],
    ['3百万', '3000000 300万'],
    ['3千', '3000 0.3万'],
    ['3千元', '3000 3000元'],
    ['3万亿元', '3000000000000 30000亿元'],
    ['300K', '300000 300k'],
    ['1.2bn', '1200000000 1.2B'],
    ['300 million', '300000000 300M'],
    ['约 3亿元', '300000000±50000000 约3亿元'],
    ['约3千万', '30000000±5000000 约0.3亿'],
    ['3.5亿元', '350000000'],
    ['5M', '5000000'],
    ['3.5亿5000万元', 'not-money'],
    ['3亿50000万元', 'not-money'],
    ['3亿5000', 'not-money'],
    ['10kg', 'not-money'],
    // Metres, months, thousands or millions: nobody can say.
    ['5m', 'not-money'],
    ['5 mn', 'not-money'],
    ['5b', 'not-money'],
    ['300M元', 'not-money'],
  ])('%s', (text, read) => {
    const result = parseMoney(text);
    if (!result.ok) {
      expect(result.reason).toBe(read);
      return;
    }
    const { amount, tolerance } = result.value;
    const about = tolerance === 0n ? '' : `±${moneyToJson(tolerance)}`;
    expect(`${moneyToJson(amount)}${about} ${result.spelling ?? ''}`.trim()).toBe(read);
  });

  it.each(['12 亿元', '3千万', '3万亿元', '约3千万', '3亿5000万元', '300 million', '人民币 500 万元'])(
    'the spelling of %s is worth the same',
    (text) => {
      const read = parseMoney(text);
      const again = read.ok && read.spelling !== undefined ? parseMoney(read.spelling) : undefined;
      expect(again).toEqual(read.ok ? { ok: true, value: read.value } : undefined);
    },
  );
});
