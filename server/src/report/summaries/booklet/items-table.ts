/** The table of milestones, tasks and approvals on a project's sheet. */
import { deadlinesUnder, type ItemDeadline } from '../../../analysis/portfolio-deadlines.js';
import { doneAt, revisionsAt } from '../../../analysis/state.js';
import type { ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { cell, inlines, muted, row, text } from '../../compose.js';
import type { Cell, Inlines, Table, TableRow } from '../../document.js';
import { deadlineStatusLight } from '../../wording/deadline-status-words.js';
import { DASH, type Formatter, originOf, titleOf } from '../../wording/formatter.js';
import { sayMoves } from '../../wording/moved-deadlines.js';
import { itemWords } from '../../wording/plan-words.js';
import { depthsOf } from '../item-depths.js';
import { bookletWords as words } from './booklet-words.js';

/** Milestones, tasks and approvals with their deadlines, forecasts and actuals; what is inside a task stands indented. */
export function itemsTable(format: Formatter, project: ProjectFacts): readonly Table[] {
  if (project.items.length === 0) return [];
  const depths = depthsOf(project);
  return [
    {
      type: 'table',
      anchor: `${project.id}/items`,
      caption: format.say(words.items),
      ordered: [...depths.values()].some((depth) => depth > 0),
      columns: [
        { title: format.say(words.item), kind: 'text' },
        { title: format.say(words.kind), kind: 'text', wrap: false },
        { title: format.say(words.owner), kind: 'text', wrap: false },
        { title: format.say(words.due), kind: 'date' },
        { title: format.say(words.forecastDay), kind: 'date' },
        { title: format.say(words.doneDay), kind: 'date' },
        { title: format.say(words.state), kind: 'light' },
      ],
      rows: deadlinesUnder(format.analysis, project).map((item) => itemRow(format, item, depths.get(item.item) ?? 0)),
    },
  ];
}

function itemRow(
  format: Formatter,
  { item, due, forecast, deadlineStatus, owner }: ItemDeadline,
  depth: number,
): TableRow {
  const done = deadlineStatus.state === 'done';
  return row(
    [
      cell([text('　'.repeat(depth) + titleOf(item)), ...remarks(format, item)]),
      cell(itemWords[item.kind][format.lang]),
      format.nameCell(owner),
      format.deadlineCell(due),
      done ? cell(DASH, null) : format.dayCell(forecast),
      done ? doneCell(format, item, deadlineStatus.day) : cell(DASH, null),
      cell(deadlineStatusLight(format, deadlineStatus)),
    ],
    { origin: originOf(item) },
  );
}

function doneCell(format: Formatter, item: ItemFacts, day: Parameters<Formatter['dayCell']>[0]): Cell {
  return format.dayCell(doneAt(item, format.analysis.status)?.day ?? day);
}

function remarks(format: Formatter, item: ItemFacts): Inlines {
  const authority = format.name(item.authority);
  const said = [
    authority === undefined ? undefined : format.say(words.authority, { authority }),
    sayMoves(format, revisionsAt(item, format.analysis.status)),
    ...item.notes.map((note) => note.text),
  ].filter((part) => part !== undefined);
  if (said.length === 0) return [];
  return inlines(muted(format.aside(said.join(format.lang === 'zh' ? '；' : '; '))));
}
