/** The fixed words of the plan language as reports print them, in both languages. */
import { kindLabel } from '../../../../grammar/members.js';
import { wordLabels } from '../../../../grammar/words.js';
import type { ItemKind, Judgement } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Light } from '../document.js';

export const stageWords = wordLabels('stage');
export const levelWords = wordLabels('level');
export const priorityWords = wordLabels('priority');
export const issueWords = wordLabels('difficulty');
export const escalationWords = wordLabels('escalation');
export const judgementWords = wordLabels('judgement');

export const itemWords: Readonly<Record<ItemKind, Bilingual>> = {
  milestone: kindLabel('milestone'),
  task: kindLabel('task'),
  approval: kindLabel('approval'),
};

export const judgementLights: Readonly<Record<Judgement, Light>> = {
  normal: 'green',
  attention: 'yellow',
  problem: 'red',
};
