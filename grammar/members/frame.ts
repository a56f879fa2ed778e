/** Members of the portfolio and its frame: calendars, organisations, people, taxonomies (language reference, 2.1). */
import { choice, DAY, inner, kind, member, ref, TEXT, TEXTS } from '../shapes.js';
import { review } from './reports.js';

export const portfolio = {
  rule: 'Portfolio',
  kinds: {
    portfolio: kind(
      'Portfolio',
      ['name "title"', '名称 "标题"'],
      [
        'The frame of all projects: plan year, status date, currency, rhythms, published figures. At most one per plan root.',
        '全部项目的总框架：计划年度、截至日、币种、例会和报告的频度、公布的数字。每个计划根目录至多一个。',
      ],
      [
        'portfolio City2026 "Key projects of 2026" { year 2026 }',
        '项目库 市重点2026 "2026年市重点项目" { 年度 2026年 }',
      ],
    ),
  },
  members: {
    year: member(
      { shape: 'year' },
      'Plan year',
      ['The plan year. Left out: the year of the status date.', '计划年度。不写即为截至日所在的年份。'],
      ['year 2026', '年度 2026年'],
      { computes: ['the plan of the year, investment on schedule', '年度计划、序时计划'] },
    ),
    'status-date': member(
      DAY,
      ['Status date', '截至日'],
      ['The day as of which everything is judged. Left out: today.', '以哪一天为准来判断一切。不写即为今天。'],
      ['status-date 2026-03-31', '截至 2026年3月31日'],
      { computes: ['everything that is judged', '一切判断'] },
    ),
    currency: member(
      { shape: 'name' },
      'Currency',
      [
        'The currency of all money, by its ISO 4217 code. Left out: CNY.',
        '全部金额的币种，用 ISO 4217 代码。不写即为 CNY。',
      ],
      ['currency CNY', '币种 CNY'],
    ),
    calendar: member(
      ref('calendar'),
      'Calendar',
      [
        'The working-day calendar of all projects that name none of their own.',
        '没有另行指定日历的项目所采用的工作日历。',
      ],
      ['calendar site', '日历 工地'],
      { computes: ['durations and lags in working days', '按工作日计算的工期和间隔'] },
    ),
    policy: member(
      ref('policy'),
      'Policy',
      ['The rules that hold for all projects that name none of their own.', '没有另行指定规则的项目所采用的管理规则。'],
      ['policy lights', '规则 亮灯规则'],
      { computes: ['lights, warnings, limits', '亮灯、预警、上限'] },
    ),
    'year-begins': member(
      choice('month'),
      'Year begins',
      [
        'The first month of the plan year, where it is not January: with M4, year 2026 runs from April 2026 to March 2027, and Q1 is its first quarter. Months stay calendar months.',
        '计划年度从哪个月开始（不是1月的才写）。写“4月”，2026年度即为2026年4月至2027年3月，一季度即为该年度的第一个季度；各月仍为自然月。',
      ],
      ['year-begins M4', '年度起始 4月'],
      { computes: ['the plan year: quarters, planned to date, invested', '计划年度：季度节点、序时计划、完成投资'] },
    ),
    compiler: member(
      ref('org'),
      ['Issued by', '编制单位'],
      [
        'The organisation that issues the summaries: it stands in their heads.',
        '编制各类材料的单位：印在材料的标题之下。',
      ],
      ['compiler PlanningOffice', '编制单位 重点项目办'],
      { computes: ['the heads of summaries', '材料的题头'] },
    ),
    meetings: member(
      { shape: 'rhythm' },
      ['Meetings', '例会'],
      ['How often the dispatch meeting has to take place.', '调度会应多久开一次。'],
      ['meetings every 1w', '例会 每 1周'],
      { computes: ['meetings that were missed', '漏开的例会'] },
    ),
    reports: member(
      { shape: 'rhythm' },
      ['Reports', '报告'],
      ['How often each active project has to report.', '在建、预备项目应多久报一次进展。'],
      ['reports every 1mo', '报告 每 1个月'],
      { computes: ['reports that are overdue', '逾期未报的进展'] },
    ),
    reviews: member(
      { shape: 'owed-by', of: 'reviewer' },
      'Half-year reports',
      [
        'Who owes the half-year report: the head of each responsible unit, or each leader. Left out: the heads of units.',
        '半年述职由谁作：各责任单位的负责人，或各责任领导。不写即为责任单位的负责人。',
      ],
      ['reviews by leader', '述职 由 责任领导'],
      { computes: ['half-year reports that are missing', '缺少的述职'] },
    ),
    expect: member(
      { shape: 'expectation', of: 'division' },
      'Published figure',
      ['A figure that has been published: the files have to bear it out.', '已公布的数字：要与各文件核对得上。'],
      ['expect count() = 117', '核对 项目数() = 117'],
      { repeats: true, computes: ['figures that do not agree', '核对不上的数字'] },
    ),
  },
} as const;

export const calendar = {
  rule: 'Calendar',
  kinds: {
    calendar: kind(
      'Calendar',
      ['name "title"', '名称 "标题"'],
      ['Declares a working-day calendar.', '声明一个工作日历。'],
      ['calendar site { holidays CN  workday 2026-05-09 }', '日历 工地 { 节假日 CN  上班 2026年5月9日 }'],
    ),
  },
  members: {
    weekend: member(
      { shape: 'weekdays', of: 'weekday' },
      'Weekend',
      [
        'The days of the week that are not worked; `none` where all seven are. Left out: Saturday and Sunday.',
        '每周不上班的日子；七天都上班时写“无”。不写即为周六、周日。',
      ],
      ['weekend saturday, sunday', '休息日 周六、周日'],
      { computes: ['working days', '工作日'] },
    ),
    holidays: member(
      { shape: 'name' },
      'Official holidays',
      ['The official holidays of a country, with their make-up working days.', '某国的法定节假日，含调休上班日。'],
      ['holidays CN', '节假日 CN'],
      { computes: ['working days', '工作日'] },
    ),
    holiday: member(
      { shape: 'days' },
      'Day off',
      ['A day or span that is not worked, over the official holidays.', '不上班的一天或一段，优先于法定节假日。'],
      ['holiday 2026-05-01 .. 2026-05-05 "Labour Day"', '放假 2026年5月1日 至 2026年5月5日 "劳动节"'],
      { repeats: true, computes: ['working days', '工作日'] },
    ),
    workday: member(
      { shape: 'days' },
      'Working day',
      ['A day or span that is worked, over everything else.', '上班的一天或一段，优先于其他一切规定。'],
      ['workday 2026-05-09 "made up for"', '上班 2026年5月9日 "调休"'],
      { repeats: true, computes: ['working days', '工作日'] },
    ),
  },
} as const;

export const org = {
  rule: 'Org',
  kinds: {
    org: kind(
      'Organisation',
      ['name "title"', '名称 "全称"'],
      ['Declares an organisation.', '声明一个单位。'],
      ['org Transport "Transport Bureau" { head LiSi }', '单位 交通局 "市交通运输局" { 负责人 李四 }'],
    ),
  },
  members: {
    in: member(
      ref('org'),
      'Part of',
      ['The organisation that this one belongs to.', '所属的上级单位。'],
      ['in council', '属于 市政府'],
    ),
    head: member(
      ref('person'),
      'Head',
      ['Who heads the organisation.', '单位的负责人。'],
      ['head LiSi', '负责人 李四'],
    ),
    alias: member(
      TEXTS,
      'Also called',
      ['Other names it goes by, for matching imported lists.', '其他叫法，导入台账时用来对应。'],
      ['alias "Road Bureau", "Transport"', '简称 "市交通局"、"交通局"'],
    ),
    contact: member(
      TEXT,
      'Contact',
      ['How to reach the organisation.', '单位的联系方式。'],
      ['contact "Pier House"', '联系方式 "市政大楼3楼"'],
    ),
    review: inner('review', review.kinds.review, { repeats: true }),
  },
} as const;

export const person = {
  rule: 'Person',
  kinds: {
    person: kind(
      'Person',
      ['name "title"', '名称 "姓名"'],
      ['Declares somebody who can answer for something.', '声明一个可以承担责任的人。'],
      ['person LiSi { org Transport  title "Director" }', '人员 李四 { 单位 交通局  职务 "局长" }'],
    ),
  },
  members: {
    org: member(
      ref('org'),
      'Organisation',
      ['Where the person works.', '所在单位。'],
      ['org Transport', '单位 交通局'],
    ),
    title: member(
      TEXT,
      'Post',
      ['The post that the person holds.', '人员的职务。'],
      ['title "Harbour Master"', '职务 "局长"'],
    ),
    phone: member(TEXTS, 'Phone', ['Telephone numbers.', '电话号码。'], ['phone "555 0101"', '电话 "0597-0000000"']),
    email: member(
      TEXTS,
      'E-mail',
      ['E-mail addresses.', '电子邮箱。'],
      ['email "lisi@example.org"', '邮箱 "lisi@example.org"'],
    ),
  },
} as const;

/** Of one rule; a batch has a date where the others have a place in a tree. */
export const taxonomy = {
  rule: 'Taxonomy',
  kinds: {
    category: kind(
      'Category',
      ['name "title"', '名称 "全称"'],
      ['Declares a kind of project.', '声明一个项目类别。'],
      ['category bridges { in transport }', '类别 桥梁 { 属于 交通 }'],
    ),
    area: kind(
      'Area',
      ['name "title"', '名称 "全称"'],
      ['Declares a county, district or park.', '声明一个县区或园区。'],
      ['area north { in city-area }', '地区 新罗区 { 属于 全市 }'],
    ),
    batch: kind(
      'Batch',
      ['name "title"', '名称 "全称"'],
      ['Declares a batch in which projects enter the pool.', '声明一个入库批次。'],
      ['batch first { date 2026-01-12 }', '批次 第一批 { 日期 2026年1月12日 }'],
    ),
    tag: kind(
      'Tag',
      ['name "title"', '名称 "全称"'],
      ['Declares a free label.', '声明一个标签。'],
      ['tag storm-damage', '标签 灾后重建'],
    ),
  },
  members: {
    in: member(
      { shape: 'ref', to: 'same' },
      'Part of',
      ['The entry that this one lies in.', '所属的上级条目。'],
      ['in transport', '属于 交通'],
      { on: ['category', 'area', 'tag'], computes: ['conditions with `in`', '“属于”条件'] },
    ),
    date: member(DAY, 'Date', ['The day of the batch.', '批次的日期。'], ['date 2026-01-12', '日期 2026年1月12日'], {
      on: ['batch'],
    }),
  },
} as const;

export const field = {
  rule: 'OwnField',
  kinds: {
    field: kind(
      'Own field',
      ['name type "title"', '名称 类型 "标题"'],
      [
        'Declares what this office keeps and the language has no word for. Type: `text`, `number`, `money`, `percent`, `date` or `choice`.',
        '声明本办公室要记、而语言里没有的内容。类型：`文本`、`数值`、`金额`、`百分比`、`日期`、`选项`。',
      ],
      ['field permit text "Number of the permit"', '字段 文号 文本 "批复文号"'],
    ),
  },
  members: {
    choices: member(
      { shape: 'names' },
      'Choices',
      [
        'The values that a field of type `choice` can have, in their order.',
        '“选项”类型的字段可取的值，按此顺序排列。',
      ],
      ['choices state-owned, private', '选项 国有、民营'],
    ),
    unit: member(
      TEXT,
      ['Unit of measure', '计量单位'],
      ['What a number counts: the unit is shown with it.', '数值的计量单位，随数值显示。'],
      ['unit "hectares"', '计量 "亩"'],
    ),
    on: member(
      { shape: 'holders' },
      ['Stated of', '适用于'],
      ['What it is stated of. Left out: of projects.', '写在什么上。不写即为项目。'],
      ['on project, item', '于 项目、事项'],
    ),
  },
} as const;

/** A statement of an own field, in projects, items and issues. */
export const ownValue = member(
  { shape: 'own-value', to: ['field'] },
  'Own field',
  ['What an own field is here.', '自定字段在此处的值。'],
  ['field permit "2026-12"', '字段 文号 "发改〔2026〕12号"'],
  { repeats: true },
);
