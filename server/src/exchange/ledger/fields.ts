/**
 * What a column of a ledger can hold: where its cells go in a plan. The names are those by which a mapping speaks of
 * them, in both languages; keywords of the language where there is one.
 */
import type { Bilingual } from '../../model/lang.js';

export type FieldName = keyof typeof FIELDS;

export type FieldKind =
  /** What a project is called. */
  'identity' | 'names' | 'text' | 'choice' | 'date' | 'money' | 'report-money' | 'report-text' | 'other';

export interface FieldInfo {
  readonly kind: FieldKind;
  readonly title: Bilingual;
}

function field<K extends FieldKind>(kind: K, en: string, zh: string): { readonly kind: K; readonly title: Bilingual } {
  return { kind, title: { en, zh } };
}

export const FIELDS = {
  sequence: field('other', 'sequence', '序号'),
  id: field('identity', 'id', '编号'),
  name: field('identity', 'name', '项目名称'),
  alias: field('text', 'alias', '简称'),
  category: field('names', 'category', '类别'),
  subcategory: field('names', 'subcategory', '小类'),
  area: field('names', 'area', '地区'),
  batch: field('names', 'batch', '批次'),
  tag: field('names', 'tag', '标签'),
  level: field('choice', 'level', '级别'),
  priority: field('choice', 'priority', '重要性'),
  top: field('choice', 'is-top', '是否重中之重'),
  provincial: field('choice', 'is-provincial', '是否省级'),
  stage: field('choice', 'stage', '阶段'),
  'stage-day': field('date', 'stage-date', '阶段日期'),
  admitted: field('date', 'admitted', '调入日期'),
  removed: field('date', 'removed', '调出日期'),
  'admitted-text': field('other', 'admitted-why', '调入说明'),
  'removed-text': field('other', 'removed-why', '调出说明'),
  period: field('date', 'period', '建设期限'),
  'period-start': field('date', 'period-start', '计划开工'),
  'period-end': field('date', 'period-end', '计划竣工'),
  'actual-start': field('date', 'actual-start', '实际开工'),
  'actual-finish': field('date', 'actual-finish', '实际竣工'),
  scope: field('text', 'scope', '建设内容'),
  target: field('text', 'target', '年度目标'),
  leader: field('names', 'leader', '责任领导'),
  unit: field('names', 'unit', '责任单位'),
  owner: field('names', 'owner', '责任人'),
  support: field('names', 'support', '配合单位'),
  supervisor: field('names', 'supervisor', '督办人'),
  'unit-and-leader': field('names', 'unit-and-leader', '责任单位及领导'),
  'unit-and-owner': field('names', 'unit-and-owner', '责任单位及责任人'),
  'owner-and-phone': field('names', 'owner-and-phone', '责任人及电话'),
  phone: field('names', 'phone', '电话'),
  team: field('text', 'team', '工作专班'),
  'team-members': field('names', 'team-members', '专班成员'),
  scheme: field('text', 'scheme', '工作方案'),
  link: field('text', 'link', '链接'),
  fund: field('money', 'fund', '工作经费'),
  total: field('money', 'total', '总投资'),
  source: field('money', 'source', '来源'),
  before: field('money', 'before', '此前完成'),
  'last-year': field('money', 'last-year', '上年完成投资'),
  'year-plan': field('money', 'year-plan', '年度计划投资'),
  node: field('money', 'node', '季度或月份计划'),
  invested: field('report-money', 'invested', '完成投资'),
  received: field('report-money', 'received', '到位资金'),
  paid: field('report-money', 'paid', '已支付'),
  'report-day': field('other', 'report-day', '进展日期'),
  progress: field('report-text', 'progress', '进度'),
  situation: field('report-text', 'text', '情况'),
  next: field('report-text', 'next', '下步计划'),
  issue: field('text', 'issue', '问题'),
  proposal: field('text', 'proposal', '建议'),
  'issue-kind': field('other', 'issue-kind', '问题类型'),
  'issue-cause': field('other', 'cause', '问题原因'),
  'issue-raised': field('other', 'issue-raised', '问题提出日期'),
  'issue-due': field('other', 'issue-due', '问题期限'),
  'last-year-text': field('text', 'last-year-text', '上年底进展'),
  'plan-kind': field('choice', 'plan-kind', '本年计划'),
  'plan-month': field('date', 'plan-month', '计划月份'),
  year: field('other', 'year', '年度'),
  'money-unit': field('other', 'money-unit', '计量单位'),
  count: field('other', 'count', '项目数'),
  note: field('text', 'note', '备注'),
  own: field('text', 'field', '字段'),
  ignored: field('other', 'ignore', '忽略'),
} as const satisfies { readonly [name: string]: FieldInfo };

const BY_TITLE: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(FIELDS) as FieldName[]).flatMap((name) => [
    [FIELDS[name].title.en, name] as const,
    [FIELDS[name].title.zh, name] as const,
  ]),
);

/** The field that a mapping names. */
export function fieldNamed(title: string): FieldName | undefined {
  return BY_TITLE.get(title.trim().toLowerCase()) ?? BY_TITLE.get(title.trim());
}

export function kindOfField(name: FieldName): FieldKind {
  return FIELDS[name].kind;
}
