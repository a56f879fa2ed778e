/** Every quick fix and every other code action, one line each. */
import { balanceSums } from './balance-sums.js';
import { hasBegun, planLatestStart } from './begin.js';
import type { Fix, Offer } from './change.js';
import { convertValue } from './convert-values.js';
import { declareUnknown } from './declare.js';
import { markDone, markOverdueDone, markResolved } from './mark-done.js';
import { mendFullWidth, mendWord } from './mend-text.js';
import { moveDeadline } from './move-deadline.js';
import { nearestName } from './nearest-name.js';
import { prepareMeeting } from './next-meeting.js';
import { addRequired } from './required-members.js';
import { spreadYear } from './spread-year.js';
import { turnToChinese, turnToEnglish } from './turn-vocabulary.js';
import { reportAnew, reportStale } from './weekly-report.js';

export const FIXES: readonly Fix[] = [
  mendWord,
  mendFullWidth,
  nearestName,
  declareUnknown,
  addRequired,
  balanceSums,
  markOverdueDone,
  moveDeadline,
  hasBegun,
  markResolved,
  reportStale,
];

export const OFFERS: readonly Offer[] = [
  markDone,
  planLatestStart,
  spreadYear,
  reportAnew,
  prepareMeeting,
  convertValue,
  turnToChinese,
  turnToEnglish,
];
