/** The rule about agendas with issues that a lower level deals with (`issue/below`). */
import type { EscalationLevel, MeetingFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { isBelow, levelOf, meetingLevel } from '../issue-levels.js';
import { type Found, meetingRule, type Rule } from '../rule.js';
import { issueOpenAt } from '../state.js';

type Below = { readonly issue: string; readonly level: EscalationLevel };

const LEVELS: Readonly<Record<EscalationLevel, { readonly en: string; readonly zh: string }>> = {
  project: { en: 'in the project', zh: '项目层面' },
  county: { en: 'by the county', zh: '县级' },
  city: { en: 'by the city', zh: '市级' },
  province: { en: 'by the province', zh: '省级' },
};

function* below(meeting: MeetingFacts, { plan, status }: Analysis): Generator<Found<Below>> {
  // A level that cannot be read, the issue's or the meeting's, may be the right one.
  if (meeting.kind !== 'meeting' || (meeting.level === undefined && meeting.stated.has('level'))) return;
  const level = meetingLevel(meeting);
  for (const ref of meeting.agenda) {
    const issue = plan.resolve(ref);
    if (issue?.kind !== 'issue' || !issueOpenAt(issue, status) || !isBelow(issue, level)) continue;
    yield {
      at: ref.at,
      data: { issue: issue.id, level: levelOf(issue) },
      element: meeting.id,
      related: [{ at: issue.name.at, message: { en: 'The issue', zh: '该问题' } }],
    };
  }
}

export const ISSUE_BELOW_RULES: readonly Rule[] = [
  meetingRule<Below>(
    {
      code: 'issue/below',
      severity: 'info',
      judgedBy: ['status-date'],
      title: { en: 'Dealt with below the meeting', zh: '议题应由下级协调' },
      message: {
        en: ({ issue, level }) => `"${issue}" is to be dealt with ${LEVELS[level].en}, which is below this meeting`,
        zh: ({ issue, level }) => `“${issue}”应由${LEVELS[level].zh}协调，低于本次会议的级别`,
      },
      page: {
        en: `What can be solved below is solved below, so that few items reach the meeting. The issue is on the agenda, but its
level (\`escalated\`; without it the project itself) is below the meeting's (\`level\`; without it the
city's). Take it off the agenda, or escalate the issue
where the lower level has tried and could not solve it.`,
        zh: `能在下级解决的在下级解决，提交会议的才会少而精。该问题已列入议题，但其协调层级（\`协调层级\`，不写的由项目自行解决）低于
会议的级别（\`级别\`，不写的为市级）。请从议题中删去；下级协调不成的，请提高其协调层级。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  issue Land {
    escalated county
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
        clean: `project P1 {
  issue Land {
    escalated city
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
      },
    },
    below,
  ),
];
