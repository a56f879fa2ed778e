/** A report with every kind of block, for tests of the renderers. */
import { addDays, type Day, parseIsoDay } from '../../model/day.js';
import { bar, cell, light, link, muted, row, strong } from '../compose.js';
import type { Block, Column, DaySpan, GanttRow, Origin, ReportDocument } from '../document.js';

/** Every kind of block once, as a leader's summary would have them. People, projects and money are invented. */

export function day(iso: string): Day {
  const found = parseIsoDay(iso);
  if (found === undefined) throw new Error(`${iso} is no day`);
  return found;
}

export function origin(id: string): Origin {
  return { id, at: { file: 'projects/transport.plan', start: 10, end: 20 } };
}

function span(first: string, last: string): DaySpan {
  return { start: day(first), end: addDays(day(last), 1) };
}

function point(iso: string): DaySpan {
  const end = addDays(day(iso), 1);
  return { start: end, end };
}

const columns: readonly Column[] = [
  { title: '编号', kind: 'text', wrap: false },
  { title: '项目名称', kind: 'text' },
  { title: '责任领导', kind: 'text', wrap: false },
  { title: '责任单位', kind: 'text' },
  { title: '总投资', kind: 'money', unit: '万元', group: '投资' },
  { title: '年度计划', kind: 'money', unit: '万元', group: '投资' },
  { title: '完成率', kind: 'percent', group: '投资', align: 'start' },
  { title: '下一期限', kind: 'date' },
  { title: '亮灯', kind: 'light' },
];

const register: Block = {
  type: 'table',
  caption: '表1　市级重点项目一览',
  anchor: 'register',
  columns: [...columns.slice(1, 2), ...columns.slice(0, 1), ...columns.slice(2)],
  rows: [
    { type: 'group', content: [{ type: 'text', text: '基础设施（2项）' }] },
    row(
      [
        link('P007', '龙岩大道高架桥（一期）及双向六车道快速化改造与地下综合管廊同步建设工程'),
        'P007',
        '王副市长',
        '市住房和城乡建设局',
        cell('1,253,000', '1253000'),
        cell('300,000', '300000'),
        cell([bar(62.5, { planned: 70, label: '62.5%', light: 'yellow' })], '62.5'),
        cell('2026-04-30', '2026-04-30'),
        light('yellow'),
      ],
      { origin: origin('P007') },
    ),
    row(
      [
        '110kV 东肖—曹溪输变电工程',
        'P012',
        '李常务副市长',
        '国网龙岩供电公司',
        cell('8,600', '8600'),
        cell('5,000', '5000'),
        cell([bar(91, { planned: 70, label: '91.0%', light: 'green' })], '91.0'),
        cell('2026-06-30', '2026-06-30'),
        light('green'),
      ],
      { origin: origin('P012') },
    ),
    { type: 'group', content: [{ type: 'text', text: '产业（1项）' }] },
    row(
      [
        '新能源专用车产业园二期',
        'P031',
        '陈副市长',
        '新罗区政府',
        cell('420,000', '420000'),
        cell('96,000', '96000'),
        cell([bar(18, { planned: 70, label: '18.0%', light: 'red' })], '18.0'),
        cell('2026-03-15', '2026-03-15'),
        light('red'),
      ],
      { origin: origin('P031') },
    ),
  ],
  totals: [
    cell('合计'),
    cell('3项'),
    cell(''),
    cell(''),
    cell('1,681,600'),
    cell('401,000'),
    cell(''),
    cell(''),
    cell(''),
  ],
};

const tasks: readonly GanttRow[] = [
  {
    id: 'P007',
    kind: 'project',
    label: '龙岩大道高架桥（一期）及双向六车道快速化改造与地下综合管廊同步建设工程',
    depth: 0,
    plan: span('2026-01-05', '2026-11-30'),
    forecast: span('2026-01-10', '2026-12-28'),
    actual: span('2026-01-10', '2026-03-30'),
    standing: 'late',
    light: 'yellow',
    owner: '张建国',
    origin: origin('P007'),
  },
  {
    id: 'P007.立项',
    kind: 'approval',
    label: '可研批复',
    depth: 1,
    plan: span('2026-01-05', '2026-02-10'),
    forecast: span('2026-01-10', '2026-02-20'),
    actual: span('2026-01-10', '2026-02-20'),
    due: day('2026-02-28'),
    standing: 'done',
    owner: '林晓',
    origin: origin('P007.立项'),
  },
  {
    id: 'P007.征地',
    kind: 'task',
    label: '征地拆迁',
    depth: 1,
    plan: span('2026-02-11', '2026-04-14'),
    forecast: span('2026-02-21', '2026-05-12'),
    actual: span('2026-02-21', '2026-03-30'),
    due: day('2026-04-30'),
    slack: -12,
    critical: true,
    standing: 'late',
    owner: '张建国',
    origin: origin('P007.征地'),
  },
  {
    id: 'P007.桩基',
    kind: 'task',
    label: '桩基及下部结构施工',
    depth: 1,
    plan: span('2026-04-15', '2026-07-31'),
    forecast: span('2026-05-13', '2026-08-28'),
    slack: 3,
    standing: 'atRisk',
    owner: '赵工',
    origin: origin('P007.桩基'),
  },
  {
    id: 'P007.管廊',
    kind: 'task',
    label: '地下综合管廊',
    depth: 1,
    plan: span('2026-05-01', '2026-09-30'),
    forecast: span('2026-05-20', '2026-10-10'),
    slack: 40,
    standing: 'onTime',
    owner: '赵工',
    origin: origin('P007.管廊'),
  },
  {
    id: 'P007.竣工',
    kind: 'milestone',
    label: '竣工验收',
    depth: 1,
    plan: point('2026-11-30'),
    forecast: point('2026-12-28'),
    due: day('2026-12-20'),
    slack: -8,
    standing: 'late',
    owner: '张建国',
    origin: origin('P007.竣工'),
  },
];

export const sample: ReportDocument = {
  kind: 'dashboard',
  title: '龙岩市重点项目推进情况总览',
  subtitle: '市重点项目建设领导小组办公室　2026年第13期',
  statusDate: '2026-03-31',
  lang: 'zh',
  blocks: [
    {
      type: 'keyValues',
      layout: 'figures',
      anchor: 'headline',
      entries: [
        { label: '项目总数', value: [{ type: 'text', text: '117' }, muted(' 项')], note: '在建73、预备44' },
        { label: '总投资', value: [{ type: 'text', text: '981.0' }, muted(' 亿元')] },
        { label: '年度计划', value: [{ type: 'text', text: '171.0' }, muted(' 亿元')] },
        { label: '已完成', value: [{ type: 'text', text: '32.6' }, muted(' 亿元')], note: '序时计划36.2亿元' },
        { label: '红灯', value: [light('red', '5 项')] },
      ],
    },
    {
      type: 'callout',
      tone: 'warn',
      title: '需要协调',
      content: [{ type: 'text', text: '征地拆迁滞后12天，影响竣工验收；建议3月第四周调度会研究。' }],
      origin: origin('P007.征地'),
    },
    { type: 'heading', level: 1, text: '一、投资进度', anchor: 'investment' },
    {
      type: 'sCurve',
      title: '累计投资计划与完成',
      unit: '亿元',
      anchor: 's-curve',
      status: 1.97,
      points: [8, 20, 36.2, 50, 66, 84, 99, 115, 131, 146, 159, 171].map((planned, i) => ({
        label: `${i + 1}月`,
        planned,
        done: [7.1, 17.9, 32.6][i] ?? null,
      })),
    },
    {
      type: 'barChart',
      title: '各县（市、区）完成情况',
      unit: '亿元',
      bars: [
        { label: '新罗区', planned: 48.2, done: 11.3, light: 'green' },
        { label: '永定区', planned: 26.1, done: 3.2, light: 'red' },
        {
          label: '龙岩经济技术开发区（龙岩高新区）管理委员会',
          planned: 31.5,
          done: 6.4,
          light: 'yellow',
          origin: origin('高新区'),
        },
      ],
    },
    {
      type: 'stackedCounts',
      title: '亮灯情况',
      unit: '项',
      series: [
        { label: '红', light: 'red' },
        { label: '黄', light: 'yellow' },
        { label: '绿', light: 'green' },
        { label: '灰', light: 'grey' },
      ],
      rows: [
        { label: '产业', counts: [3, 12, 60, 6] },
        { label: '基础设施', counts: [1, 2, 6, 0] },
        { label: '城市建设', counts: [1, 1, 8, 0] },
      ],
    },
    { type: 'heading', level: 1, text: '二、项目册', anchor: 'projects' },
    register,
    { type: 'pageBreak' },
    {
      type: 'heading',
      level: 2,
      text: '龙岩大道高架桥（一期）',
      anchor: 'P007',
      aside: [light('yellow')],
      origin: origin('P007'),
    },
    {
      type: 'keyValues',
      entries: [
        { label: '责任领导', value: [{ type: 'text', text: '王副市长' }] },
        { label: '责任单位', value: [{ type: 'text', text: '市住房和城乡建设局' }] },
        { label: '责任人', value: [{ type: 'text', text: '张建国' }], note: '2026-02-01起' },
        { label: '建设期限', value: [{ type: 'text', text: '2026年1月至2027年12月' }] },
        {
          label: '建设内容',
          value: [
            {
              type: 'text',
              text: '新建高架桥3.2公里，双向六车道，设计时速60公里；同步建设地下综合管廊2.8公里及海绵城市设施。',
            },
          ],
          wide: true,
        },
        { label: '形象进度', value: [bar(38, { planned: 45, label: '38%' })] },
      ],
    },
    {
      type: 'markdown',
      text: '本周完成**桩基 12 根**，累计 *46* 根：\n\n- 征地：剩余 3 户\n  - 2 户已签约\n- 管线迁改：`DN800` 已停水\n\n> 拟报市政府专题会研究。\n\n| 标段 | 完成 |\n| --- | ---: |\n| 一标 | 62% |\n',
      origin: origin('P007.report'),
    },
    {
      type: 'list',
      ordered: true,
      items: [
        {
          content: [strong('征地拆迁'), { type: 'text', text: '：由新罗区政府负责，4月15日前完成。' }],
          origin: origin('M1.D1'),
          children: {
            type: 'list',
            ordered: false,
            items: [{ content: [{ type: 'text', text: '市自然资源局配合。' }] }],
          },
        },
        { content: [{ type: 'text', text: '资金到位：由市财政局负责。' }] },
      ],
    },
    {
      type: 'gantt',
      title: '挂图作战',
      anchor: 'wall',
      from: day('2026-01-01'),
      to: day('2027-01-01'),
      status: day('2026-03-31'),
      rows: tasks,
      dependencies: [
        { from: 'P007.立项', to: 'P007.征地', kind: 'FS', driving: true },
        { from: 'P007.征地', to: 'P007.桩基', kind: 'FS', driving: true },
        { from: 'P007.征地', to: 'P007.管廊', kind: 'FS' },
        { from: 'P007.桩基', to: 'P007.竣工', kind: 'FS', driving: true },
        { from: 'P007.管廊', to: 'P007.竣工', kind: 'FS' },
        { from: 'P007.桩基', to: 'P007.管廊', kind: 'SS' },
      ],
    },
  ],
};
