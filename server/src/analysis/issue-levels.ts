/** Which level deals with an issue, which a meeting has, and whether the one lies below the other. */
import type { EscalationLevel, IssueFacts, MeetingFacts } from '../model/facts.js';

type MeetingLevel = NonNullable<MeetingFacts['level']>['value'];

/** From below. No issue reaches the nation, but a meeting may be the nation's. */
const LEVELS: readonly (EscalationLevel | MeetingLevel)[] = ['project', 'county', 'city', 'province', 'national'];

/** A meeting that does not say so is the city's. */
export function meetingLevel(meeting: MeetingFacts | undefined): MeetingLevel {
  return meeting?.level?.value ?? 'city';
}

/** What nobody has escalated is dealt with in the project. */
export function levelOf({ escalated }: IssueFacts): EscalationLevel {
  return escalated?.value ?? 'project';
}

/** A level that cannot be read may be the meeting's. */
export function isBelow(issue: IssueFacts, level: MeetingLevel): boolean {
  if (issue.escalated === undefined && issue.stated.has('escalated')) return false;
  return LEVELS.indexOf(levelOf(issue)) < LEVELS.indexOf(level);
}

/** Whether lower levels have to have tried before the meeting is asked: city level and above. */
export function asksWhatWasTried(issue: IssueFacts, level: MeetingLevel): boolean {
  const city = LEVELS.indexOf('city');
  return LEVELS.indexOf(level) >= city && LEVELS.indexOf(levelOf(issue)) >= city;
}
