/**
 * What each keyword means, in one sentence of each language, with an example: what hover and completion show. A keyword
 * that stands in several places says what it means in each. Complete by its type; the examples are read by a test.
 */
import type { Keyword } from './keywords.js';

export interface Meaning {
  readonly en: string;
  readonly zh: string;
  /** One statement or word group in each vocabulary. */
  readonly example: { readonly en: string; readonly zh: string };
}

function means(en: string, zh: string, exampleEn: string, exampleZh: string): Meaning {
  return { en, zh, example: { en: exampleEn, zh: exampleZh } };
}

const MEANINGS_BY_KEYWORD: Readonly<Record<Keyword, Meaning>> = {
  // declarations
  portfolio: means(
    'The frame of all projects: plan year, status date, currency, rhythms, published figures. At most one per plan root.',
    '全部项目的总框架：计划年度、截至日、币种、例会和报告的频度、公布的数字。每个计划根目录至多一个。',
    'portfolio City2026 "Key projects of 2026" { year 2026 }',
    '项目库 市重点2026 "2026年市重点项目" { 年度 2026年 }',
  ),
  calendar: means(
    'Declares a working-day calendar; inside a portfolio or project, names the one that holds there.',
    '声明一个工作日历；写在项目库或项目里时，指定采用哪个日历。',
    'calendar site { holidays CN  workday 2026-05-09 }',
    '日历 工地 { 节假日 CN  上班 2026年5月9日 }',
  ),
  org: means(
    'Declares an organisation; inside a person, names where that person works.',
    '声明一个单位；写在人员里时，指所在单位。',
    'org Transport "Transport Bureau" { head LiSi }',
    '单位 交通局 "市交通运输局" { 负责人 李四 }',
  ),
  person: means(
    'Declares somebody who can answer for something.',
    '声明一个可以承担责任的人。',
    'person LiSi { org Transport  title "Director" }',
    '人员 李四 { 单位 交通局  职务 "局长" }',
  ),
  category: means(
    'Declares a kind of project; inside a project, says of which kind it is.',
    '声明一个项目类别；写在项目里时，指项目属于哪一类。',
    'category bridges { in transport }',
    '类别 桥梁 { 属于 交通 }',
  ),
  area: means(
    'Declares a county, district or park; inside a project, says where it lies.',
    '声明一个县区或园区；写在项目里时，指项目所在地区。',
    'area north { in city-area }',
    '地区 新罗区 { 属于 全市 }',
  ),
  batch: means(
    'Declares a batch in which projects enter the pool; inside a project, says with which it came.',
    '声明一个入库批次；写在项目里时，指随哪一批次列入。',
    'batch first { date 2026-01-12 }',
    '批次 第一批 { 日期 2026年1月12日 }',
  ),
  tag: means(
    'Declares a free label; inside a project, puts it on.',
    '声明一个标签；写在项目里时，给项目贴上标签。',
    'tag storm-damage',
    '标签 灾后重建',
  ),
  project: means(
    'Declares a project: what it is, who answers for it, its money, schedule, issues and reports. As the level of an issue: it is settled within the project.',
    '声明一个项目：是什么、谁负责、投资、进度计划、问题和进展。作问题的协调层级时，指在项目内协调。',
    'project P007 "North bridge" { leader LiSi  unit Transport  owner WangWu }',
    '项目 P007 "北大桥" { 责任领导 李四  责任单位 交通局  责任人 王五 }',
  ),
  meeting: means(
    'A dispatch meeting: its agenda before, its decisions after.',
    '一次调度会：会前列议题，会后记决定。',
    'meeting W14 "Week 14" { date 2026-04-03  chair LiSi  agenda P007 }',
    '会议 第14周 "第14周调度会" { 日期 2026年4月3日  主持 李四  议题 P007 }',
  ),
  inspection: means(
    'An inspection: what it finds are issues, what it orders are decisions.',
    '一次督查：发现的是问题，要求整改的是决定。',
    'inspection spring { date 2026-04-10  issue fence "the fence is open" }',
    '督查 春季督查 { 日期 2026年4月10日  问题 围挡 "围挡不封闭" }',
  ),
  view: means(
    'A list of projects of your own: filter, groups, order, columns, totals.',
    '自定义的项目清单：筛选、分组、排序、列、合计。',
    'view building { where stage = construction  columns id, title, light }',
    '视图 在建项目 { 筛选 阶段 = 在建  列 编号, 名称, 亮灯 }',
  ),
  policy: means(
    'The rules of the place: lights, warnings, limits, what has to be stated. Inside a portfolio or project, names the one that holds there.',
    '本地的管理规则：亮灯、预警、上限、必备内容。写在项目库或项目里时，指定采用哪套规则。',
    'policy lights { warn 14d  max-revisions 2 }',
    '规则 亮灯规则 { 提前预警 14天  调整上限 2 }',
  ),

  // portfolio
  year: means(
    'The plan year of the portfolio; inside an investment, the amount of one year.',
    '项目库的计划年度；写在投资里时，指某一年的计划投资。',
    'year 2026 3000M',
    '年度 2026年 30亿元',
  ),
  'status-date': means(
    'The day as of which everything is judged. Left out: today.',
    '以哪一天为准来判断一切。不写即为今天。',
    'status-date 2026-03-31',
    '截至 2026年3月31日',
  ),
  currency: means(
    'The currency of all money, by its ISO 4217 code. Left out: CNY.',
    '全部金额的币种，用 ISO 4217 代码。不写即为 CNY。',
    'currency CNY',
    '币种 CNY',
  ),
  meetings: means(
    'How often the dispatch meeting has to take place.',
    '调度会应多久开一次。',
    'meetings every 1w',
    '例会 每 1周',
  ),
  reports: means(
    'How often each active project has to report.',
    '在建、预备项目应多久报一次进展。',
    'reports every 1mo',
    '报告 每 1个月',
  ),
  every: means(
    'Introduces a rhythm; in a policy, the rhythm in which lights are judged.',
    '引出频度；写在规则里时，指多久评一次灯。',
    'every month',
    '每 月',
  ),
  expect: means(
    'A figure that has been published: the files have to bear it out.',
    '已公布的数字：要与各文件核对得上。',
    'expect count() = 117',
    '核对 项目数() = 117',
  ),

  // calendar
  weekend: means(
    'The days of the week that are not worked. Left out: Saturday and Sunday.',
    '每周不上班的日子。不写即为周六、周日。',
    'weekend saturday, sunday',
    '休息日 周六、周日',
  ),
  holidays: means(
    'The official holidays of a country, with their make-up working days.',
    '某国的法定节假日，含调休上班日。',
    'holidays CN',
    '节假日 CN',
  ),
  holiday: means(
    'A day or span that is not worked, over the official holidays.',
    '不上班的一天或一段，优先于法定节假日。',
    'holiday 2026-05-01 .. 2026-05-05 "Labour Day"',
    '放假 2026年5月1日 至 2026年5月5日 "劳动节"',
  ),
  workday: means(
    'A day that is worked, over everything else.',
    '上班的一天，优先于其他一切规定。',
    'workday 2026-05-09 "made up for"',
    '上班 2026年5月9日 "调休"',
  ),
  monday: means('A day of the week.', '一周中的一天。', 'weekend monday', '休息日 周一'),
  tuesday: means('A day of the week.', '一周中的一天。', 'weekend tuesday', '休息日 周二'),
  wednesday: means('A day of the week.', '一周中的一天。', 'weekend wednesday', '休息日 周三'),
  thursday: means('A day of the week.', '一周中的一天。', 'weekend thursday', '休息日 周四'),
  friday: means('A day of the week.', '一周中的一天。', 'weekend friday', '休息日 周五'),
  saturday: means('A day of the week.', '一周中的一天。', 'weekend saturday', '休息日 周六'),
  sunday: means('A day of the week.', '一周中的一天。', 'weekend sunday', '休息日 周日'),

  // organisations and people
  in: means(
    'The organisation or entry that this one belongs to. In an expression: is it, or lies below it.',
    '所属的上级单位或上级条目。写在表达式里时，指等于它或在它之下。',
    'in council',
    '属于 市政府',
  ),
  head: means('Who heads the organisation.', '单位的负责人。', 'head LiSi', '负责人 李四'),
  alias: means(
    'Other names it goes by, for matching imported lists.',
    '其他叫法，导入台账时用来对应。',
    'alias "North Mole", "Breakwater"',
    '简称 "市交通局"、"交通局"',
  ),
  contact: means(
    'How to reach the organisation.',
    '单位的联系方式。',
    'contact "Pier House"',
    '联系方式 "市政大楼3楼"',
  ),
  title: means(
    'The post that a person holds. In an expression: what the project is called.',
    '人员的职务。',
    'title "Harbour Master"',
    '职务 "局长"',
  ),
  phone: means('Telephone numbers.', '电话号码。', 'phone "555 0101"', '电话 "0597-0000000"'),
  email: means('E-mail addresses.', '电子邮箱。', 'email "lisi@example.org"', '邮箱 "lisi@example.org"'),
  date: means(
    'The day of a batch, a meeting, or an accountability report.',
    '批次、会议或述职的日期。',
    'date 2026-04-03',
    '日期 2026年4月3日',
  ),

  // project
  level: means('Who administers the project.', '项目由哪一级管理。', 'level city', '级别 市级'),
  national: means('Administered by the nation.', '由国家管理。', 'level national', '级别 国家级'),
  province: means(
    'Administered by the province; for an issue: settled there.',
    '由省管理；用于问题时，指由省级协调。',
    'level province',
    '级别 省级',
  ),
  city: means(
    'Administered by the city; for an issue: settled there.',
    '由市管理；用于问题时，指由市级协调。',
    'level city',
    '级别 市级',
  ),
  county: means(
    'Administered by the county; for an issue: settled there.',
    '由县（区）管理；用于问题时，指由县级协调。',
    'level county',
    '级别 县级',
  ),
  priority: means('How important the project is.', '项目的重要程度。', 'priority top', '重要性 重中之重'),
  top: means('Of top priority.', '重中之重项目。', 'priority top', '重要性 重中之重'),
  key: means('A key project.', '重点项目。', 'priority key', '重要性 重点'),
  ordinary: means('An ordinary project.', '一般项目。', 'priority ordinary', '重要性 一般'),
  parent: means(
    'The package that the project is a part of.',
    '所属的上级（打包）项目。',
    'parent renewal',
    '上级项目 P001',
  ),
  admitted: means(
    'When, and why, the project entered the pool.',
    '何时、为何列入项目库。',
    'admitted 2026-01-12 "council resolution"',
    '调入 2026年1月12日 "市政府第1号通知"',
  ),
  removed: means(
    'When, and why, the project left the pool.',
    '何时、为何退出项目库。',
    'removed 2026-06-30 "merged into P009"',
    '调出 2026年6月30日 "并入 P009"',
  ),
  stage: means(
    'Where the project stands in its life, since when. Each change is one more statement.',
    '项目处于哪个阶段、自何时起。每次变动写一条。',
    'stage construction on 2026-02-16',
    '阶段 在建 于 2026年2月16日',
  ),
  reserve: means('An idea in reserve.', '储备项目。', 'stage reserve', '阶段 储备'),
  'owner-confirmed': means('An owner has been found.', '业主已经确立。', 'stage owner-confirmed', '阶段 业主确立'),
  preparation: means('Approvals are being obtained.', '正在办理前期手续。', 'stage preparation', '阶段 前期'),
  ready: means(
    'Everything is there to begin; counts as active.',
    '具备开工条件；算作在管项目。',
    'stage ready',
    '阶段 预备',
  ),
  construction: means('Being built; counts as active.', '正在建设；算作在管项目。', 'stage construction', '阶段 在建'),
  completed: means('Construction is finished.', '建设已经竣工。', 'stage completed', '阶段 竣工'),
  operation: means('In operation.', '已经投产使用。', 'stage operation', '阶段 投产'),
  suspended: means('Work has stopped for now.', '暂时停工。', 'stage suspended', '阶段 停工'),
  cancelled: means('Given up.', '已经终止。', 'stage cancelled', '阶段 终止'),
  on: means(
    'Since which day a stage holds.',
    '阶段自哪一天起。',
    'stage ready on 2026-01-05',
    '阶段 预备 于 2026年1月5日',
  ),
  period: means(
    'Planned start and completion of construction.',
    '计划的建设起止时间。',
    'period 2026-02 .. 2027-12',
    '建设期限 2026年2月 至 2027年12月',
  ),
  'actual-start': means(
    'When construction really began.',
    '实际开工的日期。',
    'actual-start 2026-02-16',
    '实际开工 2026年2月16日',
  ),
  'actual-finish': means(
    'When construction was really finished.',
    '实际竣工的日期。',
    'actual-finish 2027-11-30',
    '实际竣工 2027年11月30日',
  ),
  scope: means(
    'What is built, and its scale.',
    '建什么、规模多大。',
    'scope "420 m breakwater"',
    '建设内容 "新建大桥一座，长420米"',
  ),
  leader: means('The one leader who answers for it.', '对它负总责的一位领导。', 'leader LiSi', '责任领导 李四'),
  unit: means('The one organisation that answers for it.', '对它负责的一个单位。', 'unit Transport', '责任单位 交通局'),
  owner: means('The one person who does it.', '具体负责的一个人。', 'owner WangWu', '责任人 王五'),
  support: means(
    'Organisations that are consulted and help.',
    '协助配合的单位。',
    'support fishery',
    '配合单位 水利局、自然资源局',
  ),
  supervisor: means('Who follows up.', '跟踪督办的人。', 'supervisor Adeyemi', '督办人 赵六'),
  team: means(
    'The working team, with its members.',
    '工作专班及其成员。',
    'team "Bridge team" { LiSi, WangWu }',
    '工作专班 "大桥专班" { 李四、王五 }',
  ),
  scheme: means(
    'Path or address of the plan document.',
    '方案文件的路径或网址。',
    'scheme "schemes/bridge.md"',
    '工作方案 "方案/北大桥.md"',
  ),
  fund: means('The money set aside for preparing the project.', '安排的前期工作经费。', 'fund 250k', '工作经费 25万元'),
  replaces: means(
    'The completed project whose place in the pool this one takes.',
    '接续哪个已竣工项目在库中的位置。',
    'replaces old-quay',
    '接续 P003',
  ),
  investment: means(
    'The total, with its sources and the plan of each year.',
    '总投资，及资金来源和分年计划。',
    'investment 48M { source loan 30M  year 2026 22M }',
    '投资 12亿元 { 来源 自筹 9亿元  年度 2026年 3亿元 }',
  ),
  milestone: means(
    'A point in time that has to be reached.',
    '应当达到的时间节点。',
    'milestone topping-out due 2026-09-30',
    '节点 封顶 期限 2026年9月底',
  ),
  task: means(
    'Work that takes time. Tasks nest.',
    '需要时间的工作。任务可以嵌套。',
    'task survey { duration 3w  after permit }',
    '任务 勘察 { 工期 3周  前置 环评 }',
  ),
  approval: means(
    'A task that an authority decides. As the kind of an issue: an approval is missing.',
    '由审批单位决定的任务。作问题类型时，指审批受阻。',
    'approval permit { authority regulator  duration 25wd }',
    '审批 环评 { 审批单位 生态环境局  工期 25个工作日 }',
  ),
  issue: means(
    'Something that is in the way, with cause, proposal and owner.',
    '遇到的问题，及其原因、建议和责任人。',
    'issue land "12 households have not moved" { kind demolition }',
    '问题 拆迁 "尚有12户未签约" { 类型 征地拆迁 }',
  ),
  report: means(
    'A dated progress report of the project.',
    '某一天的项目进展。',
    'report 2026-03-31 { invested 4M  progress 12% }',
    '进展 2026年3月31日 { 完成投资 4000万元  进度 12% }',
  ),
  review: means(
    'The accountability report of a half year.',
    '半年一次的述职。',
    'review 2026-H1 { reporter LiSi }',
    '述职 2026年上半年 { 报送人 李四 }',
  ),
  note: means('A remark.', '备注。', 'note "access by ferry only"', '备注 "仅可由轮渡到达"'),
  link: means(
    'An address that belongs to the project.',
    '与项目有关的网址。',
    'link "https://example.org"',
    '链接 "https://example.org"',
  ),

  // investment
  source: means(
    'Where money comes from, and how much.',
    '资金来自哪里、多少。',
    'source loan 30M',
    '来源 银行贷款 3亿元',
  ),
  before: means(
    'What was done before the first year listed.',
    '所列第一个年度之前已完成的投资。',
    'before 2M',
    '此前完成 2亿元',
  ),
  Q1: means('The amount of the first quarter.', '一季度的投资。', 'Q1 3M', '一季度 5000万元'),
  Q2: means('The amount of the second quarter.', '二季度的投资。', 'Q2 6M', '二季度 8000万元'),
  Q3: means('The amount of the third quarter.', '三季度的投资。', 'Q3 8M', '三季度 9000万元'),
  Q4: means('The amount of the fourth quarter.', '四季度的投资。', 'Q4 5M', '四季度 8000万元'),
  M1: means('The amount of January.', '1月的投资。', 'M1 1M', '1月 1000万元'),
  M2: means('The amount of February.', '2月的投资。', 'M2 1M', '2月 1000万元'),
  M3: means('The amount of March.', '3月的投资。', 'M3 1M', '3月 1000万元'),
  M4: means('The amount of April.', '4月的投资。', 'M4 1M', '4月 1000万元'),
  M5: means('The amount of May.', '5月的投资。', 'M5 1M', '5月 1000万元'),
  M6: means('The amount of June.', '6月的投资。', 'M6 1M', '6月 1000万元'),
  M7: means('The amount of July.', '7月的投资。', 'M7 1M', '7月 1000万元'),
  M8: means('The amount of August.', '8月的投资。', 'M8 1M', '8月 1000万元'),
  M9: means('The amount of September.', '9月的投资。', 'M9 1M', '9月 1000万元'),
  M10: means('The amount of October.', '10月的投资。', 'M10 1M', '10月 1000万元'),
  M11: means('The amount of November.', '11月的投资。', 'M11 1M', '11月 1000万元'),
  M12: means('The amount of December.', '12月的投资。', 'M12 1M', '12月 1000万元'),

  // schedule
  due: means(
    'The deadline that is answered for. A month or quarter means its last day.',
    '要负责的期限。写到月或季度时指其最后一天。',
    'due 2026-06',
    '期限 2026年6月底',
  ),
  done: means('When it was really finished.', '实际完成的日期。', 'done 2026-06-12', '完成 2026年6月12日'),
  after: means(
    'What has to come first; with the kind of dependency and a lag where needed.',
    '须在哪些工作之后；需要时写依赖类型和间隔。',
    'after permit, survey FS +5wd',
    '前置 环评、勘察 FS +5个工作日',
  ),
  FS: means(
    'Starts after the finish of the other. The default.',
    '对方完成后才能开始（默认）。',
    'after survey FS',
    '前置 勘察 FS',
  ),
  SS: means('Starts after the start of the other.', '对方开始后才能开始。', 'after survey SS', '前置 勘察 SS'),
  FF: means('Finishes after the finish of the other.', '对方完成后才能完成。', 'after survey FF', '前置 勘察 FF'),
  SF: means('Finishes after the start of the other.', '对方开始后才能完成。', 'after survey SF', '前置 勘察 SF'),
  start: means(
    "The plan's own start: not earlier than this.",
    '计划开始日期：不早于这一天。',
    'start 2026-03-01',
    '计划开始 2026年3月1日',
  ),
  finish: means("The plan's own finish.", '计划完成日期。', 'finish 2026-04-30', '计划完成 2026年4月30日'),
  duration: means(
    'How long the work takes, in calendar or working time.',
    '工作需要多长时间，按日历日或工作日。',
    'duration 40wd',
    '工期 40个工作日',
  ),
  started: means('When the work really began.', '实际开始的日期。', 'started 2026-03-03', '实际开始 2026年3月3日'),
  progress: means(
    'How much is done, in percent; in a report, the physical progress of the project.',
    '完成了百分之几；写在进展里时，指项目的形象进度。',
    'progress 65%',
    '进度 65%',
  ),
  remaining: means(
    'How long it will still take, where that is not duration × (1 − progress).',
    '还需要多长时间；不写则按工期×（1−进度）推算。',
    'remaining 10wd',
    '剩余工期 10个工作日',
  ),
  weight: means(
    "Its share in the project's physical progress.",
    '在项目形象进度中所占的比重。',
    'weight 20%',
    '权重 20%',
  ),
  authority: means('The organisation that decides.', '负责审批的单位。', 'authority regulator', '审批单位 生态环境局'),
  evidence: means(
    'Paths or addresses of the proof.',
    '证明材料的路径或网址。',
    'evidence "photos/topping-out.jpg"',
    '佐证 "照片/封顶.jpg"',
  ),
  revised: means(
    'On which day the deadline was moved, from what, by whom and why. `due` holds the newest.',
    '哪一天调整了期限、原期限是什么、谁批准、为什么。“期限”写最新的。',
    'revised 2026-04-20 from 2026-04-30 by LiSi "rain"',
    '调整 2026年4月20日 原期限 2026年4月30日 批准 李四 "雨季影响"',
  ),
  from: means(
    'The deadline that held before.',
    '调整前的期限。',
    'revised 2026-04-20 from 2026-04-30',
    '调整 2026年4月20日 原期限 2026年4月30日',
  ),
  by: means('Who allowed the change.', '谁批准了调整。', 'revised 2026-04-20 by LiSi', '调整 2026年4月20日 批准 李四'),

  // problems and meetings
  kind: means('What kind of difficulty it is.', '问题属于哪一类。', 'kind land', '类型 用地'),
  land: means('Land is missing.', '用地问题。', 'kind land', '类型 用地'),
  demolition: means('Demolition and resettlement.', '征地拆迁问题。', 'kind demolition', '类型 征地拆迁'),
  funding: means('Money is missing.', '资金问题。', 'kind funding', '类型 资金'),
  utilities: means(
    'Water, power, roads and other utilities.',
    '水、电、路等要素保障问题。',
    'kind utilities',
    '类型 要素保障',
  ),
  contract: means('A contract is in dispute or missing.', '合同问题。', 'kind contract', '类型 合同'),
  design: means('The design is late or wrong.', '设计问题。', 'kind design', '类型 设计'),
  safety: means(
    'As a kind of issue: safety. In a report: how safety stands.',
    '作问题类型时指安全问题；写在进展里时，指安全情况。',
    'safety normal',
    '安全 正常',
  ),
  other: means('Anything else.', '其他问题。', 'kind other', '类型 其他'),
  cause: means('Why the issue is there.', '问题的原因。', 'cause "the price is disputed"', '原因 "补偿标准有争议"'),
  proposal: means('What is proposed to solve it.', '建议怎样解决。', 'proposal "mediate"', '建议 "由区政府牵头调解"'),
  raised: means('When the issue was raised.', '问题提出的日期。', 'raised 2026-03-01', '提出 2026年3月1日'),
  resolved: means('When the issue was solved.', '问题解决的日期。', 'resolved 2026-04-02', '解决 2026年4月2日'),
  escalated: means('The level at which it is to be settled.', '由哪一级协调。', 'escalated city', '协调层级 市级'),
  blocks: means('The milestones or tasks that it holds up.', '影响到的节点或任务。', 'blocks piling', '影响 桩基'),
  tried: means(
    'What was tried below, and when, before a meeting was asked.',
    '提交会议之前，何时在下面做过哪些协调。',
    'tried 2026-03-10 "talked to all households"',
    '已协调 2026年3月10日 "已逐户走访"',
  ),
  chair: means('Who chairs the meeting.', '会议主持人。', 'chair LiSi', '主持 李四'),
  attend: means(
    'People and organisations that take part.',
    '参会的人员和单位。',
    'attend Transport, WangWu',
    '参会 交通局、王五',
  ),
  agenda: means(
    'The issues and projects to be discussed.',
    '要讨论的问题和项目。',
    'agenda P007.land, P009',
    '议题 P007.拆迁、P009',
  ),
  decision: means(
    'What the meeting decided: who does it until when.',
    '会议作出的决定：谁办、何时办结。',
    'decision "clear the site" { unit Transport  due 2026-04-30 }',
    '决定 "完成清表" { 责任单位 交通局  期限 2026年4月30日 }',
  ),
  about: means('What the decision is about.', '决定涉及的问题、节点或项目。', 'about P007.land', '关于 P007.拆迁'),
  feedback: means(
    'What was reported back, and when.',
    '何时反馈了什么。',
    'feedback 2026-04-15 "half done"',
    '反馈 2026年4月15日 "已完成一半"',
  ),

  // reports
  invested: means(
    'Work done valued in money, from 1 January of that year to that day.',
    '当年1月1日至当日累计完成的投资。',
    'invested 4M',
    '完成投资 4000万元',
  ),
  received: means('Funds received in that year so far.', '当年累计到位的资金。', 'received 5M', '到位资金 5000万元'),
  paid: means('Paid in that year so far.', '当年累计支付的资金。', 'paid 3M', '已支付 3000万元'),
  quality: means('How quality stands.', '质量情况。', 'quality normal', '质量 正常'),
  integrity: means('How integrity stands.', '廉政情况。', 'integrity normal', '廉政 正常'),
  normal: means('Nothing to remark.', '一切正常。', 'quality normal', '质量 正常'),
  attention: means('Needs attention.', '需要关注。', 'quality attention', '质量 关注'),
  problem: means('There is a problem.', '存在异常。', 'quality problem "cracks"', '质量 异常 "出现裂缝"'),
  text: means('The report in words.', '情况说明。', 'text "piling is complete"', '情况 "桩基已全部完成"'),
  next: means(
    'What comes next. In an expression: the item whose deadline comes first.',
    '下一步的计划。',
    'next "begin the deck"',
    '下步计划 "开始桥面施工"',
  ),
  reporter: means('Who reports.', '报送人。', 'reporter WangWu', '报送人 王五'),

  // expressions
  or: means(
    'At least one of the conditions holds.',
    '至少一个条件成立。',
    'stage = ready or stage = construction',
    '阶段 = 预备 或 阶段 = 在建',
  ),
  and: means('Both conditions hold.', '两个条件都成立。', 'level = city and light = red', '级别 = 市级 且 亮灯 = 红'),
  not: means('The condition does not hold.', '条件不成立。', 'not light = green', '非 亮灯 = 绿'),
  none: means('The missing value.', '没有值。', 'leader = none', '责任领导 = 无'),

  // views
  where: means('Which projects the view shows.', '显示哪些项目。', 'where stage = construction', '筛选 阶段 = 在建'),
  group: means('Fields by which the rows are grouped.', '按哪些字段分组。', 'group category', '分组 类别'),
  sort: means(
    'Fields by which the rows are ordered.',
    '按哪些字段排序。',
    'sort light, due desc',
    '排序 亮灯, 期限 降序',
  ),
  desc: means('From the greatest to the least.', '从大到小。', 'sort total desc', '排序 总投资 降序'),
  columns: means('The columns of the view.', '显示哪些列。', 'columns id, title, light', '列 编号, 名称, 亮灯'),
  totals: means(
    'What is summed up below.',
    '表尾的合计。',
    'totals count(), sum(total)',
    '合计 项目数(), 求和(总投资)',
  ),

  // policies
  week: means('Once a week.', '每周一次。', 'every week', '每 周'),
  month: means('Once a month.', '每月一次。', 'every month', '每 月'),
  quarter: means('Once a quarter.', '每季度一次。', 'every quarter', '每 季'),
  baseline: means("What 'on schedule' is measured against.", '按什么衡量是否“序时”。', 'baseline nodes', '序时 按节点'),
  nodes: means('Against the stated nodes of the year.', '按年度计划的节点。', 'baseline nodes', '序时 按节点'),
  daily: means(
    "Against the year's amount spread over the days.",
    '把年度计划按日均摊。',
    'baseline daily',
    '序时 逐日',
  ),
  'half-monthly': means(
    "Against the year's amount spread over half months.",
    '把年度计划按半月均摊。',
    'baseline half-monthly',
    '序时 逐半月',
  ),
  monthly: means(
    "Against the year's amount spread over the months.",
    '把年度计划按月均摊。',
    'baseline monthly',
    '序时 逐月',
  ),
  factor: means('Multiplies what is asked for on schedule.', '序时要求乘以的系数。', 'factor 120%', '系数 120%'),
  warn: means('How long before a deadline it is announced.', '期限前多久开始预警。', 'warn 14d', '提前预警 14天'),
  light: means(
    'A light of the policy and what turns it red or yellow. In an expression: the light of the project.',
    '规则中的一盏灯，及变红、变黄的条件。写在表达式里时，指项目的亮灯。',
    'light time { red when days-late > 30d  yellow when days-late > 0d }',
    '亮灯 工期 { 红 当 最大逾期天数 > 30天  黄 当 最大逾期天数 > 0天 }',
  ),
  red: means('When the light is red.', '何时亮红灯。', 'red when days-late > 30d', '红 当 最大逾期天数 > 30天'),
  yellow: means('When the light is yellow.', '何时亮黄灯。', 'yellow when days-late > 0d', '黄 当 最大逾期天数 > 0天'),
  when: means(
    'Introduces the condition of a light.',
    '引出亮灯的条件。',
    'red when days-late > 30d',
    '红 当 最大逾期天数 > 30天',
  ),
  escalate: means(
    'That many periods of yellow running make it red.',
    '连续若干期黄灯升为红灯。',
    'escalate yellow consecutive 2',
    '升级 黄 连续 2',
  ),
  consecutive: means('How many periods running.', '连续多少期。', 'escalate yellow consecutive 2', '升级 黄 连续 2'),
  'max-revisions': means('How often a deadline may be moved.', '期限最多可调整几次。', 'max-revisions 2', '调整上限 2'),
  'max-load': means(
    'For how many active projects one leader may answer.',
    '一位领导最多可承包几个在管项目。',
    'max-load 10',
    '承包上限 10',
  ),
  require: means(
    'What has to be stated for every project, or for those that meet a condition.',
    '每个项目（或符合条件的项目）必须写明的内容。',
    'require leader, unit, team for priority = top',
    '必备 责任领导、责任单位、工作专班 对 重要性 = 重中之重',
  ),
  for: means(
    'For which projects it is required.',
    '对哪些项目要求。',
    'require fund for priority = top',
    '必备 工作经费 对 重要性 = 重中之重',
  ),

  // expectations
  per: means(
    'A published breakdown by the values of a field.',
    '按某个字段公布的分项数字。',
    'expect per category partition { industry count 81 }',
    '核对 按 类别 互斥 { 产业 项目数 81 }',
  ),
  partition: means(
    'No project is in two rows, and the rows add up to the whole.',
    '各行互不重叠，且合起来等于总数。',
    'expect per category partition { industry count 81 }',
    '核对 按 类别 互斥 { 产业 项目数 81 }',
  ),
  overlap: means(
    'A project may be in several rows.',
    '同一项目可以出现在几行中。',
    'expect per tag overlap { green count 12 }',
    '核对 按 标签 可重叠 { 绿色 项目数 12 }',
  ),
  '..': means(
    'From the first to the last, both included.',
    '从前者到后者，含首尾。',
    'period 2026-02 .. 2027-12',
    '建设期限 2026年2月 至 2027年12月',
  ),
};

/** What a keyword means. */
export function meaningOf(keyword: Keyword): Meaning {
  return MEANINGS_BY_KEYWORD[keyword];
}
