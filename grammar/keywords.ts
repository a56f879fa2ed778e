/**
 * The one table of keyword pairs. Grammar, lexer, completion, hover, formatter, TextMate grammar and the
 * documentation are made from it or tested against it.
 *
 * A keyword is known inside by its English spelling. The pairs are one-to-one: a spelling has one counterpart,
 * wherever it stands. The four dependency types are letters in both languages.
 */
const PAIRS = {
  // declarations
  portfolio: '项目库',
  calendar: '日历',
  org: '单位',
  person: '人员',
  category: '类别',
  area: '地区',
  batch: '批次',
  tag: '标签',
  project: '项目',
  meeting: '会议',
  inspection: '督查',
  view: '视图',
  policy: '规则',
  field: '字段',
  // portfolio
  year: '年度',
  'status-date': '截至',
  currency: '币种',
  'year-begins': '年度起始',
  compiler: '编制单位',
  meetings: '例会',
  reports: '报告',
  // In Chinese the same word as `review`: which one it is, is told by 由 behind it.
  reviews: '述职',
  every: '每',
  expect: '核对',
  // calendar
  weekend: '休息日',
  holidays: '节假日',
  holiday: '放假',
  workday: '上班',
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  sunday: '周日',
  // own fields
  choices: '选项',
  // organisations and people
  in: '属于',
  head: '负责人',
  alias: '简称',
  contact: '联系方式',
  title: '职务',
  phone: '电话',
  email: '邮箱',
  date: '日期',
  // project
  level: '级别',
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  priority: '重要性',
  top: '重中之重',
  key: '重点',
  ordinary: '一般',
  parent: '上级项目',
  admitted: '调入',
  removed: '调出',
  stage: '阶段',
  reserve: '储备',
  'owner-confirmed': '业主确立',
  preparation: '前期',
  ready: '预备',
  construction: '在建',
  completed: '竣工',
  operation: '投产',
  suspended: '停工',
  cancelled: '终止',
  // In Chinese the same word as `on`: which one it is, is told by what stands before it.
  at: '于',
  on: '于',
  period: '建设期限',
  'actual-start': '实际开工',
  'actual-finish': '实际竣工',
  scope: '建设内容',
  target: '年度目标',
  leader: '责任领导',
  unit: '责任单位',
  owner: '责任人',
  support: '配合单位',
  supervisor: '督办人',
  team: '工作专班',
  scheme: '工作方案',
  fund: '工作经费',
  replaces: '接续',
  investment: '投资',
  milestone: '节点',
  task: '任务',
  approval: '审批',
  issue: '问题',
  report: '进展',
  review: '述职',
  note: '备注',
  link: '链接',
  // investment
  source: '来源',
  before: '此前完成',
  Q1: '一季度',
  Q2: '二季度',
  Q3: '三季度',
  Q4: '四季度',
  M1: '1月',
  M2: '2月',
  M3: '3月',
  M4: '4月',
  M5: '5月',
  M6: '6月',
  M7: '7月',
  M8: '8月',
  M9: '9月',
  M10: '10月',
  M11: '11月',
  M12: '12月',
  // schedule
  due: '期限',
  done: '完成',
  after: '前置',
  FS: 'FS',
  SS: 'SS',
  FF: 'FF',
  SF: 'SF',
  start: '计划开始',
  finish: '计划完成',
  duration: '工期',
  started: '实际开始',
  progress: '进度',
  remaining: '剩余工期',
  weight: '权重',
  authority: '审批单位',
  evidence: '佐证',
  revised: '调整',
  from: '原期限',
  by: '批准',
  // problems and meetings
  kind: '类型',
  land: '用地',
  demolition: '征地拆迁',
  funding: '资金',
  utilities: '要素保障',
  contract: '合同',
  design: '设计',
  safety: '安全',
  other: '其他',
  cause: '原因',
  proposal: '建议',
  raised: '提出',
  resolved: '解决',
  escalated: '协调层级',
  blocks: '影响',
  tried: '已协调',
  place: '地点',
  chair: '主持',
  attend: '参会',
  absent: '请假',
  recorder: '记录',
  agenda: '议题',
  decision: '决定',
  about: '关于',
  number: '编号',
  feedback: '反馈',
  // reports
  invested: '完成投资',
  received: '到位资金',
  paid: '已支付',
  quality: '质量',
  integrity: '廉政',
  normal: '正常',
  attention: '关注',
  problem: '异常',
  text: '情况',
  next: '下步计划',
  reporter: '报送人',
  judged: '研判',
  // expressions
  or: '或',
  and: '且',
  not: '非',
  none: '无',
  'last-month': '上月末',
  'last-quarter': '上季末',
  'last-year': '上年末',
  'year-ago': '上年同期',
  // views
  where: '筛选',
  group: '分组',
  sort: '排序',
  desc: '降序',
  columns: '列',
  totals: '合计',
  rows: '明细',
  rank: '排名',
  against: '对比',
  // policies
  week: '周',
  month: '月',
  quarter: '季',
  baseline: '序时',
  nodes: '按节点',
  daily: '逐日',
  'half-monthly': '逐半月',
  monthly: '逐月',
  factor: '系数',
  warn: '提前预警',
  light: '亮灯',
  red: '红',
  yellow: '黄',
  green: '绿',
  when: '当',
  escalate: '升级',
  consecutive: '连续',
  'max-revisions': '调整上限',
  'max-load': '承包上限',
  require: '必备',
  for: '对',
  // expectations
  per: '按',
  partition: '互斥',
  overlap: '可重叠',
  '..': '至',
} as const;

/** A keyword, by its English spelling. */
export type Keyword = keyof typeof PAIRS;

/** Every keyword with its two spellings, in the order of the language reference. */
export const KEYWORDS: ReadonlyMap<Keyword, { readonly en: Keyword; readonly zh: string }> = new Map(
  Object.keys(PAIRS)
    .filter(isKeyword)
    .map((en) => [en, { en, zh: PAIRS[en] }]),
);

const BY_SPELLING: ReadonlyMap<string, Keyword> = new Map(
  [...KEYWORDS.values()].flatMap(({ en, zh }) => [
    [en, en],
    [zh, en],
  ]),
);

/** Whether a word is the English spelling of a keyword. */
export function isKeyword(word: string): word is Keyword {
  return Object.hasOwn(PAIRS, word);
}

/** The keyword that `word` spells in either language, if it spells one. Case matters, as it does in names. */
export function keywordOf(word: string): Keyword | undefined {
  return BY_SPELLING.get(word);
}

/** How a keyword is written in `lang`. */
export function spelling(keyword: Keyword, lang: 'en' | 'zh'): string {
  return lang === 'en' ? keyword : PAIRS[keyword];
}

/** What Chinese says for one English word in several places is told by the statement that the word stands in. */
const SPELLED_IN: ReadonlyMap<Keyword, ReadonlyMap<Keyword, string>> = new Map([
  [
    'by',
    new Map<Keyword, string>([
      ['reviews', '由'],
      ['group', '按'],
    ]),
  ],
]);

/** How a keyword is written inside of the statement that begins with `statement`. */
export function spellingIn(statement: Keyword | undefined, keyword: Keyword, lang: 'en' | 'zh'): string {
  const own = lang === 'zh' && statement !== undefined ? SPELLED_IN.get(keyword)?.get(statement) : undefined;
  return own ?? spelling(keyword, lang);
}
