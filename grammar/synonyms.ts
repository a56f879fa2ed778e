/**
 * What people write for a keyword: the one table of synonyms. They are not the language: a message names the keyword that
 * is meant, a quick fix writes it, and ledgers have them for their column heads. Of a word that may stand for several, the
 * first that can stand at its place is meant.
 */
import type { Keyword } from './keywords.js';

/** Comparisons that people write in words. */
type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~=';

const OF_KEYWORDS: { readonly [K in Keyword]?: string } = {
  // declarations
  portfolio: '项目组合 项目集 programme program',
  org: '组织 机构 部门 organisation organization agency department company',
  person: '人 成员 干部 员工 people staff',
  category: '分类 行业 所属行业 项目类别 项目类型 产业类别 class sector type',
  area: '区域 所在地 属地 建设地点 所属县区 所属区县 县区 区县 地域 district region location county',
  batch: '批 项目批次',
  tag: '标记 label',
  meeting: '调度会 例会纪要 会议纪要',
  inspection: '督导 检查 巡查',
  view: '报表 table filter',
  policy: '规定 制度 rules',
  // portfolio
  year: '年份 计划年度 年度计划 年度投资 年度计划投资 年度投资计划',
  'status-date': '截至日期 截止 截止日 统计日期 数据截至 as-of asof',
  currency: '货币 货币单位',
  meetings: '会议频次 例会频次',
  reports: '报告频次 报送频次 reporting',
  // organisations and people
  head: '主要负责人 单位负责人 一把手 主管 boss director chief',
  in: '隶属 隶属于 归属 上级 上级单位 part-of within',
  alias: '别名 曾用名 又名 aka abbreviation',
  contact: '联系电话 联系人',
  title: '职位 岗位 职称 position post',
  phone: '手机 手机号 手机号码 电话号码 联系电话 tel telephone mobile',
  email: '邮件 邮箱地址 电子邮箱 电子邮件 mail e-mail',
  date: '时间 会议时间 召开时间 召开日期 when',
  // projects
  level: '层级 等级 项目级别 级次',
  national: '国家 中央 国家级别 state',
  province: '省 省部级 省级别 provincial',
  city: '市 地市级 设区市级 市级别 municipal',
  county: '县 区 区级 县区级 区县级 县市区级 县级别 district',
  priority: '优先级 重要程度 重要级 importance',
  top: '最高 highest',
  key: '重要 major high',
  ordinary: '普通 normal low',
  parent: '父项目 所属项目 上级 总项目',
  admitted: '入库 纳入 入库时间 入库日期 added',
  removed: '出库 退出 出库时间 出库日期',
  stage: '状态 项目状态 项目阶段 建设阶段 当前阶段 status state phase',
  reserve: '谋划 策划 谋划储备 planned',
  preparation: '前期工作 筹备 planning',
  ready: '拟开工 待开工',
  construction: '建设 建设中 施工 施工中 在施 续建 已开工 under-construction building',
  completed: '完工 已完工 已竣工 建成 已建成 complete done finished',
  operation: '运营 运行 已投产 operating operational',
  suspended: '暂停 停建 缓建 暂缓 已停工 paused on-hold',
  cancelled: '取消 撤销 已取消 canceled',
  period: '建设周期 建设时间 建设年限 起止时间 起止年限 建设起止时间 建设起止年限 计划开工 计划竣工 dates',
  'actual-start': '实际开工时间 实际开工日期 开工 开工时间 开工日期',
  'actual-finish': '实际竣工时间 实际竣工日期 竣工时间 竣工日期 完工时间 完工日期 实际完工',
  scope:
    '建设规模 建设规模及内容 建设内容及规模 主要建设内容 建设内容和规模 项目概况 概况 内容 描述 description content contents summary',
  leader:
    '包联领导 包挂领导 包保领导 包抓领导 挂钩领导 挂包领导 挂点领导 挂联领导 分管领导 牵头领导 联系领导 市领导 县领导 领导 主管领导 sponsor accountable executive',
  unit: '责任部门 牵头单位 牵头部门 主管单位 主管部门 主体单位 主责单位 责任主体 实施单位 建设单位 业主单位 项目单位 项目业主 业主 承办单位 department organisation organization agency',
  owner:
    '责任者 主管 项目负责人 具体负责人 具体责任人 直接责任人 工作责任人 经办人 联系人 承办人 manager responsible assignee assigned-to responsible-person project-manager',
  support: '配合部门 协办单位 协办部门 协同单位 协同部门 协作单位 参与单位 参加单位 supporting consulted',
  supervisor: '督导人 督查人 跟踪人 督办责任人 督办领导 督办员 controller',
  team: '专班 工作组 领导小组 taskforce task-force members',
  scheme: '方案 实施方案 推进方案 plan',
  fund: '经费 前期经费 前期工作经费 专项经费 funds',
  replaces: '替代 接替 replacing',
  investment: '总投资 投资额 总投资额 投资总额 计划总投资 概算 预算 budget cost costs amount total-investment',
  milestone: '里程碑 关键节点 重要节点 时间节点 控制节点',
  task: '工作 工作任务 子任务 工作内容 activity step todo',
  approval: '手续 审批事项 审批手续 前期手续 报批 permit permission licence license',
  issue: '存在问题 困难 困难问题 障碍 堵点 难点 problem problems risk trouble',
  report: '进展情况 进度情况 工作进展 项目进展 汇报 周报 月报 update status-report',
  review: '述职报告 半年述职',
  note: '说明 注 附注 注释 注意 remark remarks comment comments notes memo',
  link: '网址 链接地址 相关链接 url href',
  // investment
  source: '资金来源 投资来源 funding financing',
  before: '累计完成 此前投资 以前年度投资 以前年度完成 截至上年底完成 已完成投资 previously earlier',
  // items
  due: '完成时限 完成期限 截止 截止日期 截止时间 截至日期 到期 到期日 时限 完成时间 要求完成时间 办结时限 限期 最后期限 deadline due-date until',
  done: '完成日期 实际完成 实际完成时间 实际完成日期 已完成 完工 办结 办结时间 finished completed complete',
  after:
    '前置条件 前置任务 前置事项 紧前 紧前工作 依赖 依赖于 depends depends-on dependency dependencies predecessor predecessors requires',
  start:
    '开始 开始时间 开始日期 计划开始时间 计划开始日期 计划开工 开工时间 开工日期 起始时间 start-date begin begins from',
  finish:
    '结束 结束时间 结束日期 计划完成时间 计划完成日期 计划竣工 竣工时间 竣工日期 完工时间 完工日期 end end-date ends',
  duration: '周期 时长 历时 持续时间 天数 length days',
  started: '实际开始时间 实际开始日期 实际开工 开工 已开始 已开工 began actual-start',
  progress: '完成率 完成比例 完成进度 形象进度 工程进度 percent percentage complete completion',
  remaining: '剩余 剩余时间 剩余天数 left',
  weight: '占比 比重 权数 share',
  authority: '审批部门 审批机关 批复单位 批复机关 审核单位 approver approved-by',
  evidence: '证明材料 佐证材料 证据 附件 attachment attachments proof file',
  revised: '变更 调整期限 延期 changed moved postponed',
  from: '原定期限 原定 原来 was',
  // problems and meetings
  kind: '问题类型 问题类别 类别 type category',
  land: '土地 土地问题 用地问题',
  demolition: '拆迁 征迁 征收 征拆 征地 拆迁问题 relocation',
  funding: '资金问题 资金短缺 融资 money finance',
  utilities: '水电 管线 管线迁改 要素 utility',
  contract: '合同纠纷 合同问题',
  design: '设计变更 设计问题',
  safety: '安全生产 安全问题',
  other: '其它 others misc',
  cause: '成因 问题原因 原因分析 reason reasons why',
  proposal: '措施 对策 解决建议 解决措施 解决方案 建议措施 下步措施 suggestion solution',
  raised: '提出时间 提出日期 发现时间 发现 reported opened',
  resolved: '解决时间 解决日期 销号 销号时间 办结 已解决 solved closed fixed',
  escalated: '协调层次 协调级别 提级 level escalation',
  blocks: '影响节点 影响任务 阻碍 affects blocking',
  place: '会议地点 会场 venue location where room',
  chair: '主持人 chairman chairperson chaired-by',
  attend: '出席 参加 参会人员 参会单位 出席人员 参加人员 列席 attendees present attendance participants',
  absent: '缺席 请假人员 缺席人员 apologies',
  recorder: '记录人 记录员 secretary',
  agenda: '议程 会议议题 topics',
  decision: '议定事项 决议 议决事项 交办事项 decided resolution action',
  about: '涉及 涉及项目 有关 对应 regarding concerning',
  number: '文号 序号 no',
  feedback: '反馈情况 办理情况 落实情况 办理反馈 response',
  // reports
  invested: '本年完成 本年完成投资 年度完成投资 当年完成投资 完成投资额 累计完成投资 spent',
  received: '资金到位 到位 到位金额 funded',
  paid: '已付 支付 已支付资金 已拨付',
  normal: '良好 正常推进 ok good fine',
  attention: '需关注 watch warning',
  problem: '有问题 bad issue',
  text: '情况说明 主要情况 工作情况 进展情况 会议情况 内容 content',
  next: '下一步 下步工作 下一步计划 下一步工作 下步打算 下一步打算 next-steps',
  reporter: '填报人 汇报人 报告人 述职人 reported-by',
  red: '红灯 红色 红牌',
  yellow: '黄灯 黄色 黄牌 amber orange',
  green: '绿灯 绿色',
  // expressions, views, policies
  or: '或是',
  and: '以及 同时 并',
  not: '不是',
  none: '空 未填 空值 null nil empty nothing missing',
  where: '条件 过滤 filter having',
  group: '按组 group-by',
  sort: '排列 次序 order orderby order-by sortby sort-by',
  desc: '从大到小 倒序 descending',
  columns: '字段 栏目 栏 列名 fields select show',
  totals: '汇总 总计 小计 total',
  when: '如果 若 if',
  require: '必填 必需 必须 requires required must',
  'max-load': '承包数量上限 包联上限',
};

const OF_SIGNS: { readonly [S in Sign]: string } = {
  '=': '等于 为 是 is equals equal',
  '!=': '不等于 不为 isnt',
  '<': '小于 低于 少于 不足 早于 below under less before',
  '<=': '小于等于 小于或等于 不大于 不超过 不多于 不高于 不晚于 最多',
  '>': '大于 高于 多于 超过 晚于 above over more greater exceeds after',
  '>=': '大于等于 大于或等于 不小于 不少于 不低于 不早于 至少 达到',
  '~=': '约等于 大约 约为 about approximately roughly',
};

/** Everything that a word may stand for. */
const MEANT: ReadonlyMap<string, readonly string[]> = (() => {
  const meant = new Map<string, string[]>();
  for (const [keyword, words = ''] of [...Object.entries(OF_KEYWORDS), ...Object.entries(OF_SIGNS)]) {
    for (const word of words.split(' ')) meant.set(word, [...(meant.get(word) ?? []), keyword]);
  }
  return meant;
})();

/** The keywords and signs, in English, that `word` is written for; the likeliest first. */
export function meantBy(word: string): readonly string[] {
  return MEANT.get(word) ?? MEANT.get(word.toLowerCase()) ?? [];
}
