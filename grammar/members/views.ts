/** Members of views, policies and lights (language reference, 4). */
import { choice, DURATION, inner, kind, member, PERCENT } from '../shapes.js';

export const view = {
  rule: 'View',
  kinds: {
    view: kind(
      'View',
      ['name "title"', '名称 "标题"'],
      [
        'A list of projects of your own: filter, groups, order, columns, totals.',
        '自定义的项目清单：筛选、分组、排序、列、合计。',
      ],
      [
        'view building { where stage = construction  columns id, title, light }',
        '视图 在建项目 { 筛选 阶段 = 在建  列 编号, 名称, 亮灯 }',
      ],
    ),
  },
  members: {
    where: member(
      { shape: 'condition' },
      'Filter',
      ['Which projects the view shows.', '显示哪些项目。'],
      ['where stage = construction', '筛选 阶段 = 在建'],
    ),
    group: member(
      { shape: 'groups' },
      'Groups',
      [
        'Fields by which the rows are grouped. Behind `by` stands a field whose values become columns: a cross table of groups, with all totals in each cell.',
        '按哪些字段分组。“按”后的字段横向展开成列：各组的交叉表，每格列出全部合计。',
      ],
      ['group area by category', '分组 地区 按 类别'],
    ),
    sort: member(
      { shape: 'sort-keys' },
      'Order',
      ['Fields by which the rows are ordered.', '按哪些字段排序。'],
      ['sort light, due desc', '排序 亮灯, 期限 降序'],
    ),
    columns: member(
      { shape: 'expressions' },
      'Columns',
      [
        'The columns of the view: fields, or anything computed for a project, each with a title of its own if wanted.',
        '显示哪些列：字段，或对每个项目计算的表达式，各可另附标题。',
      ],
      [
        'columns id, title, invested - (invested at last-month) "This month"',
        '列 编号, 名称, 完成投资 - (完成投资 于 上月末) "本月完成"',
      ],
    ),
    totals: member(
      { shape: 'expressions' },
      'Totals',
      ['What is summed up below.', '表尾的合计。'],
      ['totals count(), sum(total) "In all"', '合计 项目数(), 求和(总投资) "总投资合计"'],
    ),
    rows: member(
      { shape: 'no-rows' },
      'Rows',
      ['`none`: only the groups are shown, with their totals.', '写“无”：只列各组及其合计，不列项目。'],
      ['rows none', '明细 无'],
    ),
    rank: member(
      { shape: 'ranking' },
      'Rank',
      [
        'Sorts the groups by a figure and gives each its place; equal figures share one.',
        '按某个数给各组排序并列出名次；数值相同的名次相同。',
      ],
      ['rank sum(invested) / sum(plan) desc', '排名 求和(完成投资) / 求和(年度计划) 降序'],
    ),
    against: member(
      { shape: 'moment', of: 'moment' },
      'Compared with',
      [
        'Beside each place: the place and the figure of another day, and by how many places the group has moved up.',
        '在名次旁列出另一日的名次和数值，以及名次的升降。',
      ],
      ['against last-month', '对比 上月末'],
    ),
  },
} as const;

export const light = {
  rule: 'Light',
  kinds: {
    light: kind(
      'Light',
      ['name', '名称'],
      ['A light of the policy and what turns it red or yellow.', '规则中的一盏灯，及变红、变黄的条件。'],
      [
        'light time { red when days-late > 30d  yellow when days-late > 0d }',
        '亮灯 工期 { 红 当 逾期天数 > 30天  黄 当 逾期天数 > 0天 }',
      ],
    ),
  },
  members: {
    red: member(
      { shape: 'light-condition' },
      'Red',
      ['When the light is red.', '何时亮红灯。'],
      ['red when days-late > 30d', '红 当 逾期天数 > 30天'],
    ),
    yellow: member(
      { shape: 'light-condition' },
      'Yellow',
      ['When the light is yellow.', '何时亮黄灯。'],
      ['yellow when days-late > 0d', '黄 当 逾期天数 > 0天'],
    ),
  },
} as const;

export const policy = {
  rule: 'Policy',
  kinds: {
    policy: kind(
      'Policy',
      ['name "title"', '名称 "标题"'],
      [
        'The rules of the place: lights, warnings, limits, what has to be stated.',
        '本地的管理规则：亮灯、预警、上限、必备内容。',
      ],
      ['policy lights { warn 14d  max-revisions 2 }', '规则 亮灯规则 { 提前预警 14天  调整上限 2 }'],
    ),
  },
  members: {
    every: member(
      choice('rhythm'),
      'Rhythm',
      ['The rhythm in which lights are judged.', '多久评一次灯。'],
      ['every month', '每 月'],
      { computes: ['lights that stay yellow', '连续黄灯'] },
    ),
    baseline: member(
      choice('baseline'),
      'Baseline',
      ["What 'on schedule' is measured against.", '按什么衡量是否“序时”。'],
      ['baseline nodes', '序时 按节点'],
      { computes: ['investment on schedule', '序时计划'] },
    ),
    factor: member(
      PERCENT,
      'Factor',
      ['Multiplies what is asked for on schedule.', '序时要求乘以的系数。'],
      ['factor 120%', '系数 120%'],
      { computes: ['investment on schedule', '序时计划'] },
    ),
    warn: member(
      DURATION,
      'Warning',
      ['How long before a deadline it is announced.', '期限前多久开始预警。'],
      ['warn 14d', '提前预警 14天'],
      { computes: ['deadlines that come near', '临近的期限'] },
    ),
    light: inner('light', light.kinds.light, { repeats: true, computes: ['lights', '亮灯'] }),
    escalate: member(
      { shape: 'escalation' },
      'Escalation',
      ['That many periods of yellow running make it red.', '连续若干期黄灯升为红灯。'],
      ['escalate yellow consecutive 2', '升级 黄 连续 2'],
      { computes: ['lights', '亮灯'] },
    ),
    'max-revisions': member(
      { shape: 'count' },
      'Revisions at most',
      ['How often a deadline may be moved.', '期限最多可调整几次。'],
      ['max-revisions 2', '调整上限 2'],
      { computes: ['deadlines that were moved too often', '调整过多的期限'] },
    ),
    'max-load': member(
      { shape: 'count' },
      'Projects at most',
      ['For how many active projects one leader may answer.', '一位领导最多可包联几个推进中项目。'],
      ['max-load 10', '承包上限 10'],
      { computes: ['leaders who answer for too many projects', '包联过多的领导'] },
    ),
    require: member(
      { shape: 'requirement' },
      'Required',
      [
        'What has to be stated for every project, or for those that meet a condition.',
        '每个项目（或符合条件的项目）必须写明的内容。',
      ],
      ['require leader, unit, team for priority = top', '必备 责任领导、责任单位、工作专班 对 重要性 = 重中之重'],
      { repeats: true, computes: ['what is missing', '缺少的内容'] },
    ),
  },
} as const;
