/** Which level deals with an issue, and whether that is below a meeting's. */
import { wordsOf } from '../../../grammar/words.js';
import type { EscalationLevel, IssueFacts } from '../model/facts.js';

/** A meeting is the city's. */
const MEETING_LEVEL: EscalationLevel = 'city';

/** What nobody has escalated is dealt with in the project. */
export function levelOf({ escalated }: IssueFacts): EscalationLevel {
  return escalated?.value ?? 'project';
}

export function isBelowMeeting(issue: IssueFacts): boolean {
  const fromBelow = wordsOf('escalation');
  return fromBelow.indexOf(levelOf(issue)) < fromBelow.indexOf(MEETING_LEVEL);
}
