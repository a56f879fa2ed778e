/** The words that the editor's features share, in both languages. */

import { KIND_NAMES } from '../analysis/message-values.js';
import type { EntityKind } from '../model/facts.js';
import type { Bilingual, Lang } from '../model/lang.js';
import type { PlanElement } from './plan-elements.js';

type AnyKind = EntityKind | 'milestone' | 'task' | 'approval' | 'inspection' | 'decision';

export const KIND_WORDS: Readonly<Record<AnyKind, Bilingual>> = {
  ...KIND_NAMES,
  // A title has less room than a sentence.
  item: { en: 'item', zh: '节点或任务' },
  milestone: { en: 'milestone', zh: '节点' },
  task: { en: 'task', zh: '任务' },
  approval: { en: 'approval', zh: '审批' },
  inspection: { en: 'inspection', zh: '督查' },
  decision: { en: 'decision', zh: '决定' },
};

export function kindWord(element: PlanElement, lang: Lang): string {
  return KIND_WORDS['kind' in element ? element.kind : 'decision'][lang];
}

/** The title where there is one, for people; undefined where the name is all there is. */
export function titleOf(element: PlanElement): string | undefined {
  if (!('kind' in element)) return element.text.text;
  return element.title?.text ?? (element.kind === 'person' ? element.post?.text : undefined);
}
