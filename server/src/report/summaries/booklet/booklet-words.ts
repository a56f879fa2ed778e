/** Titles and labels of the booklet, in both languages. */
import { labelOf } from '../../../../../grammar/members.js';
import type { Bilingual } from '../../../model/lang.js';
import { columnWords } from '../column-words.js';

/** Titles and labels of the register. */
export const bookletWords = {
  ...columnWords,
  title: { en: 'Project register', zh: '项目册' },
  overview: { en: 'All projects', zh: '项目一览表' },
  summary: {
    en: '{count}, total investment {total}, plan for {year} {plan}, invested {invested}',
    zh: '共{count}，总投资{total}，{year}计划投资{plan}，已完成{invested}',
  },
  empty: { en: 'No project is in the pool.', zh: '项目库中没有项目。' },

  // the table over all
  moneyGroup: { en: 'Investment', zh: '投资' },
  groupTotal: { en: 'total {money}', zh: '总投资{money}' },
  groupPlan: { en: 'plan {money}', zh: '年度计划{money}' },
  groupInvested: { en: 'invested {money} ({percent})', zh: '完成{money}（{percent}）' },
  uncategorised: { en: 'Without category', zh: '未注明类别' },
  removedTitle: { en: 'Left the pool', zh: '已调出项目' },
  removedOn: { en: 'Left on', zh: '调出日期' },
  reason: { en: 'Reason', zh: '原因' },

  // one project: what it is
  period: labelOf('project', 'period'),
  area: { en: 'Area', zh: '建设地点' },
  batch: labelOf('project', 'batch'),
  priority: labelOf('project', 'priority'),
  tag: labelOf('project', 'tag'),
  alias: { en: 'Also known as', zh: '又名' },
  parent: labelOf('project', 'parent'),
  replaces: { en: 'Replaces', zh: '接续项目' },
  admitted: labelOf('project', 'admitted'),
  actualStart: { en: 'Started', zh: '实际开工' },
  actualFinish: { en: 'Finished', zh: '实际竣工' },
  forecast: { en: 'Forecast finish', zh: '预计完成' },
  scope: labelOf('project', 'scope'),
  target: { en: 'Target for {year}', zh: '{year}目标' },
  support: { en: 'Supported by', zh: '配合单位' },
  since: { en: 'since {day}', zh: '{day}起' },
  formerStages: { en: 'previously: {stages}', zh: '此前：{stages}' },

  // the five ones
  fiveStated: { en: 'The five ones: {n} of 5 in place', zh: '五个一（已落实{n}项）' },
  fiveComplete: { en: 'The five ones: complete', zh: '五个一（齐全）' },
  fiveMissing: { en: 'The five ones: missing {what}', zh: '五个一（缺{what}）' },
  oneLeader: { en: 'One leader', zh: '一位领导' },
  oneUnit: { en: 'One unit', zh: '一个部门' },
  oneTeam: { en: 'One team', zh: '一个班子' },
  oneScheme: { en: 'One scheme', zh: '一套方案' },
  oneFund: { en: 'One fund', zh: '一笔经费' },
  missing: { en: 'Missing', zh: '缺' },
  shortLeader: { en: 'leader', zh: '领导' },
  shortUnit: { en: 'unit', zh: '部门' },
  shortTeam: { en: 'team', zh: '班子' },
  shortScheme: { en: 'scheme', zh: '方案' },
  shortFund: { en: 'fund', zh: '经费' },

  // money
  investment: labelOf('project', 'investment'),
  planOf: { en: 'Plan {year}', zh: '{year}计划' },
  before: labelOf('investment', 'before'),
  toDate: { en: 'Planned to date', zh: '序时计划' },
  behind: { en: '{percent} behind', zh: '滞后{percent}' },
  sources: { en: 'Investment by source', zh: '资金来源' },
  source: labelOf('investment', 'source'),
  amount: { en: 'Amount', zh: '金额' },
  share: { en: 'Share', zh: '占比' },
  years: { en: 'Investment by year and node', zh: '分年度、分节点投资' },
  time: { en: 'Period', zh: '时段' },
  planned: { en: 'Planned', zh: '计划' },
  plannedSum: { en: 'Cumulative plan', zh: '累计计划' },
  done: { en: 'Cumulative investment', zh: '累计完成' },
  reached: { en: 'Completion', zh: '完成率' },
  year: { en: '{year}', zh: '{year}' },
  quarter: { en: 'Q{n}', zh: '{zh}季度' },

  // items
  items: { en: 'Milestones, tasks and approvals', zh: '节点、任务与审批' },
  authority: { en: 'decided by {authority}', zh: '审批单位：{authority}' },

  // report and issues
  latest: { en: 'Latest report', zh: '最新进展' },
  reportOf: { en: '{day}, {reporter}', zh: '{day}，报送人：{reporter}' },
  noReport: { en: 'No report yet.', zh: '尚未报送进展。' },
  fiveSteps: { en: 'Five in step', zh: '五同步' },
  quality: labelOf('report', 'quality'),
  progress: labelOf('report', 'progress'),
  safety: labelOf('report', 'safety'),
  integrity: labelOf('report', 'integrity'),
  situation: { en: 'Situation', zh: '进展情况' },
  next: labelOf('report', 'next'),
  issues: { en: 'Open issues', zh: '存在问题' },
  notes: { en: 'Notes', zh: '备注' },
  links: { en: 'Links', zh: '链接' },
} as const satisfies Readonly<Record<string, Bilingual>>;
