/** All rules, one line a family. */
import type { Finding } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Rule, Severity } from '../rule.js';
import { ACCOUNTABILITY_RULES } from './accountability.js';
import { ACCOUNTABILITY_REVIEW_RULES } from './accountability-reviews.js';
import { CALENDAR_RULES } from './calendar.js';
import { DEADLINE_RULES } from './deadline.js';
import { DEADLINE_FORECAST_RULES } from './deadline-forecast.js';
import { DEADLINE_NON_WORKING_RULES } from './deadline-non-working.js';
import { DEADLINE_OF_PROJECT_RULES } from './deadline-of-project.js';
import { DEADLINE_REVISED_RULES } from './deadline-revised.js';
import { DECISION_RULES } from './decision.js';
import { EXPECT_RULES } from './expect.js';
import { EXPRESSION_RULES } from './expression.js';
import { FILE_RULES } from './file.js';
import { ENCODING_RULES } from './file-encoding.js';
import { LENGTH_RULES } from './file-length.js';
import { HISTORY_RULES } from './history.js';
import { IGNORE_RULES } from './ignore.js';
import { INVESTMENT_RULES } from './investment.js';
import { ISSUE_RULES } from './issue.js';
import { ISSUE_BELOW_RULES } from './issue-below.js';
import { MEETING_RULES } from './meeting.js';
import { MEMBER_RULES } from './member.js';
import { MEMBER_MISSING_RULES } from './member-missing.js';
import { NAME_RULES } from './name.js';
import { NAME_CYCLE_RULES } from './name-cycle.js';
import { NAME_UNUSED_RULES } from './name-unused.js';
import { POLICY_RHYTHM_RULES } from './policy-rhythm.js';
import { POOL_RULES } from './pool.js';
import { PROGRESS_RULES } from './progress.js';
import { PROGRESS_FUTURE_RULES } from './progress-future.js';
import { PROGRESS_INCOMPLETE_RULES } from './progress-incomplete.js';
import { PROGRESS_OUT_OF_STEP_RULES } from './progress-out-of-step.js';
import { PROGRESS_ROSY_RULES } from './progress-rosy.js';
import { PROGRESS_WEIGHTS_RULES } from './progress-weights.js';
import { SCHEDULE_CYCLE_RULES } from './schedule-cycle.js';
import { SCHEDULE_MUST_START_RULES } from './schedule-must-start.js';
import { SCHEDULE_NO_START_RULES } from './schedule-no-start.js';
import { SCHEDULE_ORDER_RULES } from './schedule-order.js';
import { SCHEDULE_SEQUENCE_RULES } from './schedule-sequence.js';
import { SCHEDULE_SUMMARY_RULES } from './schedule-summary.js';
import { STAGE_RULES } from './stage.js';
import { SYNTAX_RULES } from './syntax.js';
import { VALUE_RULES } from './value.js';
import { VALUE_CURRENCY_RULES } from './value-currency.js';
import { VALUE_SCALE_RULES } from './value-scale.js';

/** From the gravest to the lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...NAME_RULES,
  ...NAME_CYCLE_RULES,
  ...NAME_UNUSED_RULES,
  ...VALUE_RULES,
  ...VALUE_CURRENCY_RULES,
  ...VALUE_SCALE_RULES,
  ...MEMBER_RULES,
  ...MEMBER_MISSING_RULES,
  ...EXPRESSION_RULES,
  ...POLICY_RHYTHM_RULES,
  ...DEADLINE_RULES,
  ...DEADLINE_FORECAST_RULES,
  ...DEADLINE_REVISED_RULES,
  ...DEADLINE_NON_WORKING_RULES,
  ...DEADLINE_OF_PROJECT_RULES,
  ...SCHEDULE_CYCLE_RULES,
  ...SCHEDULE_SEQUENCE_RULES,
  ...SCHEDULE_MUST_START_RULES,
  ...SCHEDULE_NO_START_RULES,
  ...SCHEDULE_SUMMARY_RULES,
  ...SCHEDULE_ORDER_RULES,
  ...CALENDAR_RULES,
  ...ACCOUNTABILITY_RULES,
  ...ACCOUNTABILITY_REVIEW_RULES,
  ...INVESTMENT_RULES,
  ...PROGRESS_FUTURE_RULES,
  ...PROGRESS_RULES,
  ...PROGRESS_OUT_OF_STEP_RULES,
  ...PROGRESS_INCOMPLETE_RULES,
  ...PROGRESS_ROSY_RULES,
  ...PROGRESS_WEIGHTS_RULES,
  ...STAGE_RULES,
  ...ISSUE_RULES,
  ...ISSUE_BELOW_RULES,
  ...MEETING_RULES,
  ...DECISION_RULES,
  ...FILE_RULES,
  ...ENCODING_RULES,
  ...LENGTH_RULES,
  ...EXPECT_RULES,
  ...POOL_RULES,
  ...HISTORY_RULES,
  ...IGNORE_RULES,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The codes of all rules. */
export const codes: readonly string[] = RULES.map(({ code }) => code);

export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}

/** What a finding tells its reader. A finding whose rule is gone is told by its code. */
export function messageOf(finding: Finding, lang: Lang): string {
  return ruleOf(finding.code)?.message[lang](finding.data) ?? finding.code;
}

/** Whether what a place of a file says counts nowhere: whatever severity it is told with, it is a mistake by its rule. */
export function tellsLoss({ code }: Finding): boolean {
  return ruleOf(code)?.severity === 'error';
}
