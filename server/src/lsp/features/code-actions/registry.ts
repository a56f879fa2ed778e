/** Every quick fix and every other code action, one line each. */
import { TEXT_FIXES } from '../../../workspace/fixes/registry.js';
import type { TextFix } from '../../../workspace/fixes/text-fix.js';
import type { QuickFix, Refactoring } from './action-types.js';
import { balanceSums } from './balance-sums.js';
import { completeDate } from './complete-date.js';
import { convertValue } from './convert-values.js';
import { cumulate, withUnit } from './correct-amounts.js';
import { movedInTime, orderMoves, swapDates } from './dates-in-order.js';
import { declareAll, declareUnknown } from './declare-name.js';
import { ignoreHere } from './ignore-here.js';
import { markDone, markOverdueDone, markResolved } from './mark-done.js';
import { moveDeadline } from './move-deadline.js';
import { nearestName } from './nearest-name.js';
import { prepareMeeting } from './next-meeting.js';
import { computedFromParts, offTheAgenda, removeUnused } from './remove-statement.js';
import { addAccountable, addRequired } from './required-members.js';
import { spreadYear } from './spread-year.js';
import { hasBegun, planLatestStart } from './start-dates.js';
import { decisionDone, stateActual, stateKept, stateStart } from './state-facts.js';
import { translateToChinese, translateToEnglish } from './translate-vocabulary.js';
import { reportAnew, reportStale } from './weekly-report.js';

export const QUICK_FIXES: readonly QuickFix[] = [
  ...TEXT_FIXES.map(offered),
  nearestName,
  completeDate,
  declareUnknown,
  declareAll,
  addRequired,
  addAccountable,
  balanceSums,
  cumulate,
  withUnit,
  markOverdueDone,
  moveDeadline,
  hasBegun,
  stateStart,
  stateActual,
  stateKept,
  swapDates,
  orderMoves,
  movedInTime,
  computedFromParts,
  markResolved,
  decisionDone,
  offTheAgenda,
  reportStale,
  removeUnused,
  ignoreHere,
];

export const REFACTORINGS: readonly Refactoring[] = [
  markDone,
  planLatestStart,
  spreadYear,
  reportAnew,
  prepareMeeting,
  convertValue,
  translateToChinese,
  translateToEnglish,
];

function offered({ codes, propose }: TextFix): QuickFix {
  return { codes, propose: (finding, { source }) => propose(finding, source.text) };
}
