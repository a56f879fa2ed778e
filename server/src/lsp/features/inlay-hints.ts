/** What the plan amounts to, beside what it states: days left and forecast at deadlines, completion at the year's amount. */
import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { decisionOpenAt, issueOpenAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { DateFact, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { itemsOf } from '../../model/plan.js';
import { Pen } from '../../report/summaries/pen.js';
import { daysLeft } from '../../report/summaries/standing-words.js';
import { isolated } from '../isolated.js';
import type { Settings } from '../protocol.js';
import { offsetIn, type Session, type Source } from '../session.js';
import type { Feature } from './feature.js';

const words = {
  forecast: { en: 'forecast {day}', zh: '预计{day}' },
  completion: { en: '{percent} done', zh: '完成{percent}' },
  late: { en: 'forecast to be {n} d late', zh: '预计晚{n}天' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    session.connection.languages.inlayHint.on(
      isolated<InlayHintParams, InlayHint[]>('making inlay hints', [], session.log, async ({ textDocument, range }) => {
        await session.settingsRead;
        const source = await session.source(textDocument.uri);
        if (source === undefined) return [];
        const [start, end] = [offsetIn(source, range.start), offsetIn(source, range.end)];
        return hintsIn(source, start, end, session.settings.inlayHints ?? {});
      }),
    );
  },
  refresh: refreshed,
  onSettings: refreshed,
};

function refreshed(session: Session): void {
  if (session.client.workspace?.inlayHint?.refreshSupport !== true) return;
  session.connection.languages.inlayHint
    .refresh()
    .catch((error: unknown) => session.log('asking for inlay hints to be made anew', error));
}

type Kinds = NonNullable<Settings['inlayHints']>;

function hintsIn(source: Source, start: number, end: number, kinds: Kinds): InlayHint[] {
  const { facts, root, lang, lines } = source;
  const { analysis } = root.plan;
  const pen = new Pen(analysis, lang);
  const hints: InlayHint[] = [];
  const add = (offset: number, label: string, tooltip?: string): void => {
    if (offset < start || offset > end) return;
    const position = lines.position(offset);
    hints.push({
      position,
      label,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(tooltip === undefined ? {} : { tooltip }),
    });
  };
  const left = (due: DateFact | undefined): string | undefined =>
    kinds.daysLeft === false || due === undefined ? undefined : daysLeft(pen, due.period.last - analysis.status);
  for (const declaration of facts.declarations) {
    if (declaration.at.start > end || declaration.at.end < start) continue;
    if (declaration.kind === 'project') {
      projectHints(declaration);
      for (const issue of declaration.issues) {
        const label = issueOpenAt(issue, analysis.status) ? left(issue.due) : undefined;
        if (issue.due !== undefined && label !== undefined) add(issue.due.at.end, label);
      }
    } else if (declaration.kind === 'meeting' || declaration.kind === 'inspection') {
      for (const decision of declaration.decisions) {
        const label = decisionOpenAt(decision, declaration, analysis.status) ? left(decision.due) : undefined;
        if (decision.due !== undefined && label !== undefined) add(decision.due.at.end, label);
      }
    }
  }
  return hints;

  function projectHints(project: ProjectFacts): void {
    for (const item of itemsOf(project)) {
      const { due } = item;
      const scheduled = due === undefined ? undefined : analysis.schedule.item(item);
      if (due === undefined || scheduled?.open !== true) continue;
      const { finish, daysLate = 0 } = scheduled;
      const forecast =
        kinds.forecast === false || finish === undefined || finish === due.period.last
          ? undefined
          : pen.say(words.forecast, { day: formatDay(finish) });
      const parts = [left(due), forecast].filter((part) => part !== undefined);
      if (parts.length > 0)
        add(due.at.end, parts.join(' · '), daysLate > 0 ? pen.say(words.late, { n: daysLate }) : undefined);
    }
    const year = project.investment?.years.find((each) => each.year === analysis.year);
    const percent = kinds.completion === false ? undefined : pen.percent(analysis.metrics(project).completion);
    if (year?.amount !== undefined && percent !== undefined)
      add(year.amount.at.end, pen.say(words.completion, { percent }));
  }
}
