/** What a caller names that the plan declares: the view of `--view`, the meeting of `--meeting`. */
import type { Analysis } from '../analysis/analysis.js';
import { nearest } from '../analysis/similar-names.js';
import type { MeetingFacts, ViewFacts } from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import { UsageError } from './context.js';

const KINDS: Readonly<Record<'view' | 'meeting', Bilingual>> = {
  view: { en: 'view', zh: '视图' },
  meeting: { en: 'meeting', zh: '会议' },
};

/** The one of that name; where there is none, the caller is told which there are. */
export function findNamed(kind: 'view', name: string, analysis: Analysis): ViewFacts;
export function findNamed(kind: 'view' | 'meeting', name: string, analysis: Analysis): ViewFacts | MeetingFacts;
export function findNamed(kind: 'view' | 'meeting', name: string, { plan }: Analysis): ViewFacts | MeetingFacts {
  const found = plan.find(kind, name);
  if (found !== undefined) return found;
  const names = plan.all(kind).map((each) => each.name.text);
  const close = nearest(name, names);
  const [en, zh] =
    close !== undefined
      ? [`; did you mean '${close}'?`, `，是否指“${close}”？`]
      : names.length > 0
        ? [`; it has: ${names.join(', ')}`, `，已有：${names.join('、')}`]
        : ['', ''];
  throw new UsageError({
    en: `The plan has no ${KINDS[kind].en} '${name}'${en}`,
    zh: `计划中没有${KINDS[kind].zh}“${name}”${zh}`,
  });
}
