/** Members of progress reports and accountability reports (language reference, 2.6). */
import { DAY, judgement, kind, MONEY, member, ref, TEXT } from '../shapes.js';

export const report = {
  rule: 'Report',
  kinds: {
    report: kind(
      'Progress report',
      ['day', '日期'],
      ['A dated progress report of the project.', '某一天的项目进展。'],
      ['report 2026-03-31 { invested 4M  progress 12% }', '进展 2026年3月31日 { 完成投资 4000万元  进度 12% }'],
      'day',
    ),
  },
  members: {
    invested: member(
      MONEY,
      'Invested',
      ['Work done valued in money, from 1 January of that year to that day.', '当年1月1日至当日累计完成的投资。'],
      ['invested 4M', '完成投资 4000万元'],
      { computes: ['completion, investment behind schedule', '完成率、投资滞后'] },
    ),
    received: member(
      { shape: 'funds' },
      'Funds received',
      [
        'Funds received in that year so far; with a source before the amount, of that source. Where all are named, the sum counts.',
        '当年累计到位的资金；金额前写来源时，指该来源的资金。各来源都写出时，以合计为准。',
      ],
      ['received 5M', '到位资金 中央 2000万元'],
      { repeats: true, computes: ['funds received', '到位资金'] },
    ),
    paid: member(
      { shape: 'funds' },
      'Paid',
      [
        'Paid in that year so far; with a source before the amount, of that source.',
        '当年累计支付的资金；金额前写来源时，指该来源的资金。',
      ],
      ['paid 3M', '已支付 3000万元'],
      { repeats: true, computes: ['funds paid', '已支付资金'] },
    ),
    progress: member(
      { shape: 'percent-text' },
      'Progress',
      ['The physical progress of the project, in percent.', '项目的形象进度，完成了百分之几。'],
      ['progress 65% "by chainage"', '进度 65% "按里程计"'],
      { computes: ['progress, progress behind schedule', '进度、进度滞后'] },
    ),
    quality: member(
      judgement('judgement'),
      'Quality',
      ['How quality stands.', '质量情况。'],
      ['quality normal', '质量 正常'],
    ),
    safety: member(
      judgement('judgement'),
      'Safety',
      ['How safety stands.', '安全情况。'],
      ['safety attention "two near misses"', '安全 关注 "发现两处隐患"'],
    ),
    integrity: member(
      judgement('judgement'),
      'Integrity',
      ['How integrity stands.', '廉政情况。'],
      ['integrity normal', '廉政 正常'],
    ),
    judged: member(
      judgement('verdict'),
      'Judged',
      ["The reporter's own judgement, beside the light that is computed.", '报送人自己的研判，与计算得出的亮灯并列。'],
      ['judged yellow "the barge is late"', '研判 黄 "驳船未到"'],
      { computes: ['reports that are rosier than the light', '报喜不报忧的进展'] },
    ),
    text: member(
      TEXT,
      'Situation',
      ['The report in words.', '情况说明。'],
      ['text "piling is complete"', '情况 "桩基已全部完成"'],
    ),
    next: member(
      TEXT,
      'Next',
      ['What comes next.', '下一步的计划。'],
      ['next "begin the deck"', '下步计划 "开始桥面施工"'],
    ),
    reporter: member(ref('person'), 'Reporter', ['Who reports.', '报送人。'], ['reporter WangWu', '报送人 王五']),
  },
} as const;

export const review = {
  rule: 'Review',
  kinds: {
    review: kind(
      'Accountability report',
      ['half year', '半年'],
      ['The accountability report of a half year.', '半年一次的述职。'],
      ['review 2026-H1 { reporter LiSi }', '述职 2026年上半年 { 报送人 李四 }'],
      'half-year',
    ),
  },
  members: {
    reporter: member(ref('person'), 'Reporter', ['Who reports.', '述职人。'], ['reporter LiSi', '报送人 李四']),
    date: member(DAY, 'Date', ['When it was given.', '述职的日期。'], ['date 2026-07-10', '日期 2026年7月10日'], {
      computes: ['reports that are missing', '缺少的述职'],
    }),
    text: member(TEXT, 'Situation', ['The report in words.', '述职内容。'], ['text "on time"', '情况 "按计划推进"']),
  },
} as const;
