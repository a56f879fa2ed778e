/** The open deadlines as a calendar (RFC 5545): one event a deadline, with an alarm when the policy begins to warn of it. */
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { kindLabel, labelOf } from '../../../../grammar/members.js';
import type { Analysis } from '../../analysis/analysis.js';
import { calendarOf } from '../../analysis/calendars.js';
import { isIssuePursued, isPursued, openDeadlines, projectDeadlines } from '../../analysis/deadlines.js';
import { warnOf } from '../../analysis/policy-in-force.js';
import { projectsOf } from '../../analysis/pool.js';
import { decisionOpenAt, dueAt, issueOpenAt, meetingHeldAt, revisionsAt } from '../../analysis/state.js';
import { addDays, civil, type Day, formatDay } from '../../model/day.js';
import type { Accountability, DateFact, IssueFacts, IssueHolder, ProjectFacts, Ref } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { visibleLines } from '../../report/invisible-characters.js';
import { titleOf } from '../../report/wording/formatter.js';
import { hash } from '../../workspace/diagnostic.js';

const words = {
  deadlines: { en: 'Deadlines', zh: '期限' },
  start: { en: 'planned start', zh: '计划开工' },
  completion: { en: 'planned completion', zh: '计划竣工' },
  of: { en: ': ', zh: '：' },
} as const satisfies Readonly<Record<string, Bilingual>>;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly due: DateFact;
  /** How often it was moved: a calendar takes the event with the highest number. */
  readonly moves: number;
  readonly project: ProjectFacts | undefined;
  readonly people: Pick<Accountability, 'leader' | 'unit' | 'owner'>;
  readonly kind: string;
}

export function calendarFeed(analysis: Analysis, lang: Lang): string {
  const { plan, status } = analysis;
  const portfolio = plan.portfolio === undefined ? '' : titleOf(plan.portfolio);
  const calendar = ical({
    name: said(`${portfolio}${portfolio === '' ? '' : ' '}${words.deadlines[lang]}`),
    prodId: { company: 'planwright', product: 'planwright', language: lang.toUpperCase() },
  });
  for (const entry of entries(analysis, lang)) {
    const day = entry.due.period.last;
    const warned = calendarOf(plan, entry.project).subtractDuration(day, warnOf(plan, entry.project));
    calendar.createEvent({
      id: `${hash(`${plan.portfolio?.id ?? ''}\u0000${entry.id}`)}@planwright`,
      start: asDate(day),
      end: asDate(addDays(day, 1)),
      allDay: true,
      // No time of the machine: the same plan gives the same bytes.
      stamp: asDate(status),
      sequence: entry.moves,
      summary: said(entry.title),
      description: said(people(entry, analysis, lang)),
      categories: [{ name: said(entry.kind) }],
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [
        {
          type: ICalAlarmType.display,
          // At nine in the morning of the day on which the warning begins.
          trigger: (day - warned) * DAY - MORNING,
          description: said(entry.title),
        },
      ],
    });
  }
  return `${calendar.toString()}\r\n`;
}

const DAY = 24 * 60 * 60;
const MORNING = 9 * 60 * 60;

function asDate(day: Day): Date {
  const { year, month, day: dayOfMonth } = civil(day);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date;
}

/** Controls have no place in a calendar; the writer escapes the rest and folds lines. */
function said(text: string): string {
  return visibleLines(text).replace(/\t/g, ' ');
}

function people({ people: { leader, unit, owner }, due }: Entry, { plan }: Analysis, lang: Lang): string {
  const named = (ref: Ref): string => {
    const found = plan.resolve(ref);
    return found !== undefined && 'title' in found
      ? (found.title?.text ?? found.name.text)
      : ref.segments.map(({ text }) => text).join('.');
  };
  const lines = [
    [labelOf('item', 'due'), formatDay(due.period.last)] as const,
    ...(
      [
        [labelOf('project', 'leader'), leader],
        [labelOf('project', 'unit'), unit],
        [labelOf('project', 'owner'), owner],
      ] as const
    ).flatMap(([label, ref]) => (ref === undefined ? [] : [[label, named(ref)] as const])),
  ];
  return lines.map(([label, text]) => `${label[lang]}${words.of[lang]}${text}`).join('\n');
}

function entries(analysis: Analysis, lang: Lang): readonly Entry[] {
  const { plan, status } = analysis;
  const found: Entry[] = [];
  for (const project of projectsOf(plan)) {
    const of = (what: string): string => `${titleOf(project)}${words.of[lang]}${what}`;
    for (const { of: end, due, open } of projectDeadlines(project, status)) {
      if (!open) continue;
      const title = of(words[end][lang]);
      found.push({
        id: `${project.id} ${end}`,
        title,
        due,
        moves: 0,
        project,
        people: project,
        kind: kindLabel('project')[lang],
      });
    }
    for (const { item, due } of openDeadlines(project, status)) {
      found.push({
        id: item.id,
        title: of(titleOf(item)),
        due,
        moves: revisionsAt(item, status).length,
        project,
        people: {
          ...optional('leader', item.leader ?? project.leader),
          ...optional('unit', item.unit ?? project.unit),
          ...optional('owner', item.owner ?? project.owner),
        },
        kind: kindLabel(item.kind)[lang],
      });
    }
    if (isPursued(project, status))
      found.push(...project.issues.flatMap((issue) => ofIssue(issue, project, analysis, lang)));
  }
  for (const meeting of plan.all('meeting')) {
    if (!meetingHeldAt(meeting, status)) continue;
    found.push(...meeting.issues.flatMap((issue) => ofIssue(issue, meeting, analysis, lang)));
    for (const decision of meeting.decisions) {
      const due = dueAt(decision, status);
      if (due === undefined || !decisionOpenAt(decision, meeting, status)) continue;
      const moves = revisionsAt(decision, status).length;
      const title = `${titleOf(meeting)}${words.of[lang]}${decision.text.text}`;
      found.push({
        id: decision.id,
        title,
        due,
        moves,
        project: undefined,
        people: decision,
        kind: kindLabel('decision')[lang],
      });
    }
  }
  return found.sort((a, b) => a.due.period.last - b.due.period.last);
}

function optional<K extends string>(key: K, ref: Ref | undefined): { readonly [P in K]?: Ref } {
  return ref === undefined ? {} : ({ [key]: ref } as { readonly [P in K]: Ref });
}

function ofIssue(issue: IssueFacts, holder: IssueHolder, { status }: Analysis, lang: Lang): readonly Entry[] {
  const due = dueAt(issue, status);
  if (due === undefined || !issueOpenAt(issue, status) || !isIssuePursued(issue, holder, status)) return [];
  const title = `${titleOf(holder)}${words.of[lang]}${titleOf(issue)}`;
  const project = holder.kind === 'project' ? holder : undefined;
  const moves = revisionsAt(issue, status).length;
  return [{ id: issue.id, title, due, moves, project, people: issue, kind: kindLabel('issue')[lang] }];
}
