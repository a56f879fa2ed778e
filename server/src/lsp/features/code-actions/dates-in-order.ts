/** Quick fixes for dates that contradict each other because two of them stand in each other's place. */
import type { ItemFacts, ProjectFacts, RevisionFacts } from '../../../model/facts.js';
import type { Span } from '../../../model/span.js';
import { elementsAt } from '../../plan-elements.js';
import type { ActionContext, QuickFix } from './action-types.js';
import { itemOf, projectOf } from './enclosing-item.js';

/** The end before the beginning: the two change places. Which of them is wrong otherwise, nobody can tell. */
export const swapDates: QuickFix = {
  codes: ['schedule/order'],
  *propose(finding, context) {
    const pair = pairOf(String(finding.data.kind), itemOf(finding, context)?.item, projectOf(finding, context));
    if (pair === undefined) return;
    const [a, b] = pair;
    const text = context.text(a.file);
    yield {
      title: { en: 'Swap the two dates', zh: '对调两个日期' },
      edits: [
        { file: a.file, start: a.start, end: a.end, insert: [text.slice(b)] },
        { file: b.file, start: b.start, end: b.end, insert: [text.slice(a)] },
      ],
    };
  },
};

function pairOf(
  kind: string,
  item: ItemFacts | undefined,
  project: ProjectFacts | undefined,
): readonly [Span, Span] | undefined {
  const pair = (a: { at: Span } | undefined, b: { at: Span } | undefined): readonly [Span, Span] | undefined =>
    a === undefined || b === undefined ? undefined : [a.at, b.at];
  switch (kind) {
    case 'start-finish':
      return pair(item?.start, item?.finish);
    case 'started-done':
      return pair(item?.started, item?.done);
    case 'actual-start-finish':
      return pair(project?.actualStart, project?.actualFinish);
    case 'period':
      return pair(project?.period?.from, project?.period?.to);
    default:
      return undefined;
  }
}

/** Moves of a deadline are listed in the order of their days. */
export const orderMoves: QuickFix = {
  codes: ['deadline/revision-chain'],
  *propose(finding, context) {
    const moves = finding.data.problem === 'order' ? movesAt(finding.at, context) : undefined;
    if (moves === undefined) return;
    const sorted = [...moves].sort((a, b) => a.day - b.day);
    yield {
      title: { en: 'Put the moves in the order of their days', zh: '将各次调整按日期先后排列' },
      edits: moves.flatMap(({ at }, index) => {
        const other = sorted[index]?.at;
        if (other === undefined || other === at) return [];
        return [{ file: at.file, start: at.start, end: at.end, insert: [context.text(at.file).slice(other)] }];
      }),
    };
  },
};

/** The days on which a deadline was moved late: perhaps the day is wrong, perhaps the reason is known. */
export const movedInTime: QuickFix = {
  codes: ['deadline/revised-late'],
  *propose(finding, context) {
    const move = movesAt(finding.at, context)?.find(({ at }) => at.start === finding.at.start);
    if (move?.from === undefined) return;
    const file = context.text(move.at.file);
    const written = file.slice(move.at);
    const latest = file.day(move.from.period.last);
    const dated = /^(\S+\s+)(\d\S*)/.exec(written);
    if (dated === null) return;
    const [, keyword = '', day = ''] = dated;
    const start = move.at.start + keyword.length;
    yield {
      title: {
        en: `The day is wrong: it was moved in time, on ${latest}`,
        zh: `日期写错，实际在到期前调整：改为${latest}`,
      },
      edits: [{ file: move.at.file, start, end: start + day.length, insert: [latest] }],
    };
  },
};

function movesAt(at: Span, { source }: ActionContext): readonly RevisionFacts[] | undefined {
  const moved = elementsAt(source.facts, at.start).findLast((element) => 'revised' in element);
  return moved !== undefined && 'revised' in moved ? moved.revised : undefined;
}
