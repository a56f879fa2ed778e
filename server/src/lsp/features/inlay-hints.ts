/** What the plan amounts to, beside what it states: days left and forecast at deadlines, completion at the year's amount. */

import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { pursuedDeadlines } from '../../analysis/portfolio-deadlines.js';
import type { ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import { toldOf } from '../../analysis/schedule/told-schedule.js';
import { decisionOpenAt, dueAt, issueOpenAt, type Revisable } from '../../analysis/state.js';
import { civil, type Day, formatDay } from '../../model/day.js';
import type { DateFact, IssueHolder, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { dayPeriod, formatPeriod } from '../../model/period.js';
import { daysLeft } from '../../report/wording/deadline-status-words.js';
import { Formatter } from '../../report/wording/formatter.js';
import { safeHandler } from '../handlers.js';
import type { Settings } from '../protocol.js';
import { offsetIn, type Session, type Source } from '../session.js';
import type { Feature } from './feature.js';

const words = {
  forecast: { en: 'forecast {day}', zh: '预计{day}' },
  completion: { en: '{percent} done', zh: '完成{percent}' },
  late: { en: 'forecast {day}, {n} d late', zh: '预计{day}，晚{n}天' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    session.connection.languages.inlayHint.on(
      safeHandler<InlayHintParams, InlayHint[]>(
        'making inlay hints',
        [],
        session.log,
        async ({ textDocument, range }) => {
          await session.settingsRead;
          const source = await session.source(textDocument.uri);
          if (source === undefined) return [];
          const [start, end] = [offsetIn(source, range.start), offsetIn(source, range.end)];
          return hintsIn(source, start, end, session.settings.inlayHints ?? {});
        },
      ),
    );
  },
  refresh: refreshed,
  onSettings: refreshed,
};

function refreshed(session: Session): void {
  if (session.client.workspace?.inlayHint?.refreshSupport !== true) return;
  session.refresh('workspace/inlayHint/refresh');
}

type Kinds = NonNullable<Settings['inlayHints']>;

function hintsIn(source: Source, start: number, end: number, kinds: Kinds): InlayHint[] {
  const { facts, root, lang, lines } = source;
  const { analysis } = root.plan;
  const format = new Formatter(analysis, lang);
  const hints: InlayHint[] = [];
  const add = (offset: number, label: string): void => {
    if (offset < start || offset > end) return;
    hints.push({ position: lines.position(offset), label, kind: InlayHintKind.Type, paddingLeft: true });
  };
  const left = (due: DateFact | undefined): string | undefined =>
    kinds.daysLeft === false || due === undefined ? undefined : daysLeft(format, due.period.last - analysis.status);
  for (const declaration of facts.declarations) {
    if (declaration.at.start > end || declaration.at.end < start) continue;
    if (declaration.kind === 'project') {
      projectHints(declaration);
      issueHints(declaration);
    } else if (declaration.kind === 'meeting' || declaration.kind === 'inspection') {
      for (const decision of declaration.decisions) {
        if (decisionOpenAt(decision, declaration, analysis.status)) daysLeftHint(decision);
      }
      issueHints(declaration);
    }
  }
  return hints;

  /** Beside the deadline that holds at S, which may be one that was moved away from later. */
  function daysLeftHint(of: Revisable): void {
    const due = dueAt(of, analysis.status);
    const label = left(due);
    if (due !== undefined && label !== undefined) add(due.at.end, label);
  }

  function issueHints({ issues }: IssueHolder): void {
    for (const issue of issues) if (issueOpenAt(issue, analysis.status)) daysLeftHint(issue);
  }

  function projectHints(project: ProjectFacts): void {
    for (const { due, deadlineStatus, scheduled } of pursuedDeadlines(analysis, project)) {
      if (due === undefined || deadlineStatus.state === 'done' || due.at.file !== source.file) continue;
      const forecast = kinds.forecast === false || scheduled === undefined ? undefined : sayForecast(format, scheduled);
      const parts = [left(due), forecast].filter((part) => part !== undefined);
      if (parts.length > 0) add(due.at.end, parts.join(' · '));
    }
    const year = project.investment?.years.find((each) => each.year === analysis.year);
    const percent = kinds.completion === false ? undefined : format.percent(analysis.metrics(project).completion);
    if (year?.amount !== undefined && percent !== undefined)
      add(year.amount.at.end, format.say(words.completion, { percent }));
  }
}

/** `预计5月12日，晚12天`. Nothing where the forecast is the deadline itself, or only says that the work is not done. */
function sayForecast(format: Formatter, scheduled: ScheduledItem): string | undefined {
  const { status } = format.analysis;
  const { item, due } = scheduled;
  const { finish, cause } = toldOf(scheduled);
  if (finish === undefined || due === undefined || finish === due) return undefined;
  const overdue = status > due;
  if (overdue && item.kind === 'milestone' && cause !== 'dependency') return undefined;
  const day = dayBeside(finish, status, format);
  // What is overdue is late anyway: how late it is says the other part.
  return finish > due && !overdue
    ? format.say(words.late, { day, n: finish - due })
    : format.say(words.forecast, { day });
}

/** Without the year where it is that of the status date, in Chinese; an English day is the same everywhere. */
function dayBeside(day: Day, status: Day, { lang }: Formatter): string {
  if (lang === 'en') return formatDay(day);
  const said = formatPeriod(dayPeriod(day), 'zh');
  return civil(day).year === civil(status).year ? said.slice(said.indexOf('年') + 1) : said;
}
