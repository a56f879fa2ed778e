/** Members of a project and of its investment (language reference, 2.2 and 2.3). */

import type { Keyword } from '../keywords.js';
import { block, choice, DAY, inner, kind, MONEY, member, ref, refs, TEXT, TEXTS } from '../shapes.js';
import { roles } from './accountability.js';
import { ownValue } from './frame.js';
import { item } from './items.js';
import { issue } from './meetings.js';
import { report, review } from './reports.js';

export const year = {
  rule: 'YearPlan',
  kinds: {
    year: kind(
      'Plan of the year',
      ['year amount', '年份 金额'],
      ['The amount of one year, with the nodes by which it is reached.', '某一年的计划投资，及其各时间节点。'],
      ['year 2026 22M { Q1 3M  Q2 6M  Q3 8M  Q4 5M }', '年度 2026年 3亿元 { 一季度 5000万元  二季度 8000万元 }'],
      'year',
    ),
  },
  members: {
    Q1: node('the first quarter', 'Q1', '一季度', '5000万元'),
    Q2: node('the second quarter', 'Q2', '二季度', '8000万元'),
    Q3: node('the third quarter', 'Q3', '三季度', '9000万元'),
    Q4: node('the fourth quarter', 'Q4', '四季度', '8000万元'),
    M1: node('January', 'M1', '1月'),
    M2: node('February', 'M2', '2月'),
    M3: node('March', 'M3', '3月'),
    M4: node('April', 'M4', '4月'),
    M5: node('May', 'M5', '5月'),
    M6: node('June', 'M6', '6月'),
    M7: node('July', 'M7', '7月'),
    M8: node('August', 'M8', '8月'),
    M9: node('September', 'M9', '9月'),
    M10: node('October', 'M10', '10月'),
    M11: node('November', 'M11', '11月'),
    M12: node('December', 'M12', '12月'),
  },
} as const;

function node(when: string, en: Keyword, zh: string, amount = '1000万元') {
  return member(
    MONEY,
    en,
    [`The amount of ${when}.`, `${zh}的投资。`],
    [`${en} ${amount === '1000万元' ? '1M' : '3M'}`, `${zh} ${amount}`],
    { computes: ['investment on schedule', '序时计划'] },
  );
}

export const investment = {
  rule: 'Investment',
  kinds: {
    investment: kind(
      'Investment',
      ['total', '总投资'],
      ['The total, with its sources and the plan of each year.', '总投资，及资金来源和分年计划。'],
      ['investment 48M { source loan 30M  year 2026 22M }', '投资 12亿元 { 来源 自筹 9亿元  年度 2026年 3亿元 }'],
      'amount',
    ),
  },
  members: {
    source: member(
      { shape: 'source' },
      'Source',
      ['Where money comes from, and how much.', '资金来自哪里、多少。'],
      ['source loan 30M', '来源 银行贷款 3亿元'],
      { repeats: true, computes: ['sums that do not agree', '合计不符'] },
    ),
    before: member(
      MONEY,
      'Done before',
      ['What was done before the first year listed.', '所列第一个年度之前已完成的投资。'],
      ['before 2M', '此前完成 2亿元'],
    ),
    year: member(
      block('year'),
      'Plan of the year',
      ['The amount of one year, with the nodes by which it is reached.', '某一年的计划投资，及其各时间节点。'],
      ['year 2026 22M', '年度 2026年 3亿元'],
      { repeats: true, computes: ['the plan of the year, investment on schedule', '年度计划、序时计划'] },
    ),
  },
} as const;

export const project = {
  rule: 'Project',
  kinds: {
    project: kind(
      'Project',
      ['name "title"', '编号 "名称"'],
      [
        'Declares a project: what it is, who answers for it, its money, schedule, issues and reports.',
        '声明一个项目：是什么、谁负责、投资、进度计划、问题和进展。',
      ],
      [
        'project P007 "North bridge" { leader LiSi  unit Transport  owner WangWu }',
        '项目 P007 "北大桥" { 责任领导 李四  责任单位 交通局  责任人 王五 }',
      ],
    ),
  },
  members: {
    category: member(
      ref('category'),
      'Category',
      ['Of which kind the project is.', '项目属于哪一类。'],
      ['category bridges', '类别 桥梁'],
    ),
    level: member(
      choice('level'),
      'Level',
      ['Who administers the project.', '项目由哪一级管理。'],
      ['level city', '级别 市级'],
    ),
    priority: member(
      choice('priority'),
      'Priority',
      ['How important the project is.', '项目的重要程度。'],
      ['priority top', '重要性 重中之重'],
    ),
    area: member(
      refs('area'),
      'Area',
      ['Where the project lies.', '项目所在地区。'],
      ['area north, south', '地区 新罗区、永定区'],
    ),
    batch: member(
      refs('batch'),
      'Batch',
      ['With which batch the project entered the pool.', '随哪一批次列入项目库。'],
      ['batch first', '批次 第一批'],
    ),
    tag: member(
      refs('tag'),
      'Tags',
      ['Labels of the project.', '给项目贴上的标签。'],
      ['tag storm-damage', '标签 灾后重建'],
    ),
    alias: member(
      TEXTS,
      'Also known as',
      ['Other names it goes by, for matching imported lists.', '其他叫法，导入台账时用来对应。'],
      ['alias "North Mole", "Breakwater"', '简称 "北桥"、"北环大桥"'],
    ),
    parent: member(
      ref('project'),
      'Part of',
      ['The package that the project is a part of.', '所属的上级（打包）项目。'],
      ['parent renewal', '上级项目 P001'],
    ),
    admitted: member(
      { shape: 'dated-text' },
      'Admitted',
      ['When, and why, the project entered the pool.', '何时、为何列入项目库。'],
      ['admitted 2026-01-12 "council resolution"', '调入 2026年1月12日 "市政府第1号通知"'],
      { computes: ['from which day the project counts', '自哪天起计入项目库'] },
    ),
    removed: member(
      { shape: 'dated-text' },
      'Removed',
      ['When, and why, the project left the pool.', '何时、为何退出项目库。'],
      ['removed 2026-06-30 "merged into P009"', '调出 2026年6月30日 "并入 P009"'],
      { computes: ['until which day the project counts', '计入项目库到哪天为止'] },
    ),
    stage: member(
      { shape: 'stage', of: 'stage' },
      'Stage',
      [
        'Where the project stands in its life, since when. Each change is one more statement.',
        '项目处于哪个阶段、自何时起。每次变动写一条。',
      ],
      ['stage construction on 2026-02-16', '阶段 在建 于 2026年2月16日'],
      { repeats: true, computes: ['which projects are active', '哪些项目在推进中'] },
    ),
    period: member(
      { shape: 'span' },
      'Construction period',
      ['Planned start and completion of construction.', '计划的建设起止时间。'],
      ['period 2026-02 .. 2027-12', '建设期限 2026年2月 至 2027年12月'],
      { computes: ['planned start and finish, a late start', '计划开工、计划竣工、开工滞后'] },
    ),
    'actual-start': member(
      DAY,
      'Actual start',
      ['When construction really began.', '实际开工的日期。'],
      ['actual-start 2026-02-16', '实际开工 2026年2月16日'],
    ),
    'actual-finish': member(
      DAY,
      'Actual finish',
      ['When construction was really finished.', '实际竣工的日期。'],
      ['actual-finish 2027-11-30', '实际竣工 2027年11月30日'],
    ),
    scope: member(
      TEXT,
      'Scope',
      ['What is built, and its scale.', '建什么、规模多大。'],
      ['scope "420 m breakwater"', '建设内容 "新建大桥一座，长420米"'],
    ),
    target: member(
      { shape: 'year-and-text' },
      'Target of the year',
      ['What has to be reached in a year, in words.', '某一年度要达到的目标（形象进度）。'],
      ['target 2026 "main structure topped out"', '年度目标 2026年 "主体结构封顶"'],
      { repeats: true },
    ),
    ...roles,
    team: member(
      { shape: 'team' },
      'Team',
      ['The working team, with its members.', '工作专班及其成员。'],
      ['team "Bridge team" { LiSi, WangWu }', '工作专班 "大桥专班" { 李四、王五 }'],
    ),
    scheme: member(
      TEXT,
      'Scheme',
      ['Path or address of the plan document.', '方案文件的路径或网址。'],
      ['scheme "schemes/bridge.md"', '工作方案 "方案/北大桥.md"'],
      { computes: ['files that are not there', '找不到的文件'] },
    ),
    fund: member(
      MONEY,
      'Fund',
      ['The money set aside for preparing the project.', '安排的前期工作经费。'],
      ['fund 250k', '工作经费 25万元'],
    ),
    calendar: member(
      ref('calendar'),
      'Calendar',
      [
        "The project's working-day calendar, where it is not the portfolio's.",
        '项目采用的工作日历，与项目库不同时写。',
      ],
      ['calendar site', '日历 工地'],
      { computes: ['durations and lags in working days', '按工作日计算的工期和间隔'] },
    ),
    policy: member(
      ref('policy'),
      'Policy',
      [
        "The rules that hold for the project, where they are not the portfolio's.",
        '项目适用的管理规则，与项目库不同时写。',
      ],
      ['policy lights', '规则 亮灯规则'],
      { computes: ['lights, warnings, limits', '亮灯、预警、上限'] },
    ),
    replaces: member(
      ref('project'),
      'Takes the place of',
      ['The completed project whose place in the pool this one takes.', '接续哪个已竣工项目在库中的位置。'],
      ['replaces old-quay', '接续 P003'],
    ),
    investment: inner('investment', investment.kinds.investment),
    milestone: inner('item', item.kinds.milestone, { repeats: true }),
    task: inner('item', item.kinds.task, { repeats: true }),
    approval: inner('item', item.kinds.approval, { repeats: true }),
    issue: inner('issue', issue.kinds.issue, { repeats: true }),
    report: inner('report', report.kinds.report, { repeats: true }),
    review: inner('review', review.kinds.review, { repeats: true }),
    field: ownValue,
    note: member(TEXT, 'Note', ['A remark.', '备注。'], ['note "access by ferry only"', '备注 "仅可由轮渡到达"'], {
      repeats: true,
    }),
    link: member(
      TEXT,
      'Link',
      ['An address that belongs to the project.', '与项目有关的网址。'],
      ['link "https://example.org"', '链接 "https://example.org"'],
      { repeats: true },
    ),
  },
} as const;
