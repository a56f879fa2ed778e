/** The words that the editor's features share, in both languages. */

import type { Weekday } from '../model/day.js';
import type { EntityKind } from '../model/facts.js';
import type { Bilingual, Lang } from '../model/lang.js';
import type { Stated } from './entities.js';

export const WEEKDAYS: Readonly<Record<Weekday, Bilingual>> = {
  1: { en: 'Monday', zh: '周一' },
  2: { en: 'Tuesday', zh: '周二' },
  3: { en: 'Wednesday', zh: '周三' },
  4: { en: 'Thursday', zh: '周四' },
  5: { en: 'Friday', zh: '周五' },
  6: { en: 'Saturday', zh: '周六' },
  7: { en: 'Sunday', zh: '周日' },
};

type AnyKind = EntityKind | 'milestone' | 'task' | 'approval' | 'inspection' | 'decision';

export const KIND_WORDS: Readonly<Record<AnyKind, Bilingual>> = {
  portfolio: { en: 'portfolio', zh: '项目库' },
  calendar: { en: 'calendar', zh: '日历' },
  policy: { en: 'policy', zh: '规则' },
  org: { en: 'organisation', zh: '单位' },
  person: { en: 'person', zh: '人员' },
  category: { en: 'category', zh: '类别' },
  area: { en: 'area', zh: '地区' },
  batch: { en: 'batch', zh: '批次' },
  tag: { en: 'tag', zh: '标签' },
  project: { en: 'project', zh: '项目' },
  item: { en: 'item', zh: '节点或任务' },
  issue: { en: 'issue', zh: '问题' },
  meeting: { en: 'meeting', zh: '会议' },
  view: { en: 'view', zh: '视图' },
  milestone: { en: 'milestone', zh: '节点' },
  task: { en: 'task', zh: '任务' },
  approval: { en: 'approval', zh: '审批' },
  inspection: { en: 'inspection', zh: '督查' },
  decision: { en: 'decision', zh: '决定' },
};

export function kindWord(stated: Stated, lang: Lang): string {
  return KIND_WORDS['kind' in stated ? stated.kind : 'decision'][lang];
}

/** The title where there is one, for people; undefined where the name is all there is. */
export function titleOf(stated: Stated): string | undefined {
  if (!('kind' in stated)) return stated.text.text;
  return stated.title?.text ?? (stated.kind === 'person' ? stated.post?.text : undefined);
}
