/** The fixed words of the plan language as reports print them, in both languages. */
import type { EscalationLevel, IssueKind, ItemKind, Judgement, Level, Priority, StageName } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Light } from '../document.js';

/** The fixed words of the plan language as a report prints them. */

export const stageWords: Readonly<Record<StageName, Bilingual>> = {
  reserve: { en: 'Reserve', zh: '储备' },
  'owner-confirmed': { en: 'Owner confirmed', zh: '业主确立' },
  preparation: { en: 'Preparation', zh: '前期' },
  ready: { en: 'Ready', zh: '预备' },
  construction: { en: 'Construction', zh: '在建' },
  completed: { en: 'Completed', zh: '竣工' },
  operation: { en: 'In operation', zh: '投产' },
  suspended: { en: 'Suspended', zh: '停工' },
  cancelled: { en: 'Cancelled', zh: '终止' },
};

export const levelWords: Readonly<Record<Level, Bilingual>> = {
  national: { en: 'National', zh: '国家级' },
  province: { en: 'Province', zh: '省级' },
  city: { en: 'City', zh: '市级' },
  county: { en: 'County', zh: '县级' },
};

export const priorityWords: Readonly<Record<Priority, Bilingual>> = {
  top: { en: 'Top priority', zh: '重中之重' },
  key: { en: 'Key', zh: '重点' },
  ordinary: { en: 'Ordinary', zh: '一般' },
};

export const itemWords: Readonly<Record<ItemKind, Bilingual>> = {
  milestone: { en: 'Milestone', zh: '节点' },
  task: { en: 'Task', zh: '任务' },
  approval: { en: 'Approval', zh: '审批' },
};

export const issueWords: Readonly<Record<IssueKind, Bilingual>> = {
  land: { en: 'Land', zh: '用地' },
  demolition: { en: 'Demolition and resettlement', zh: '征地拆迁' },
  funding: { en: 'Funding', zh: '资金' },
  approval: { en: 'Approval', zh: '审批' },
  utilities: { en: 'Utilities', zh: '要素保障' },
  contract: { en: 'Contract', zh: '合同' },
  design: { en: 'Design', zh: '设计' },
  safety: { en: 'Safety', zh: '安全' },
  other: { en: 'Other', zh: '其他' },
};

export const escalationWords: Readonly<Record<EscalationLevel, Bilingual>> = {
  project: { en: 'Project', zh: '项目' },
  county: { en: 'County', zh: '县级' },
  city: { en: 'City', zh: '市级' },
  province: { en: 'Province', zh: '省级' },
};

export const judgementWords: Readonly<Record<Judgement, Bilingual>> = {
  normal: { en: 'Normal', zh: '正常' },
  attention: { en: 'Attention', zh: '关注' },
  problem: { en: 'Problem', zh: '异常' },
};

export const judgementLights: Readonly<Record<Judgement, Light>> = {
  normal: 'green',
  attention: 'yellow',
  problem: 'red',
};
