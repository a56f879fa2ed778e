import { type StandingItem, standingsOf } from '../../../analysis/portfolio-deadlines.js';
import { doneAt, revisionsAt } from '../../../analysis/state.js';
import type { ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { cell, inlines, muted, row, text } from '../../compose.js';
import type { Cell, Inlines, Table, TableRow } from '../../document.js';
import { depthsOf } from '../nesting.js';
import { DASH, originOf, type Pen, titleOf } from '../pen.js';
import { itemWords } from '../plan-words.js';
import { standingLight } from '../standing-words.js';
import { bookletWords as words } from './words.js';

/** Milestones, tasks and approvals with their deadlines, forecasts and actuals; what is inside a task stands indented. */
export function itemsTable(pen: Pen, project: ProjectFacts): readonly Table[] {
  if (project.items.length === 0) return [];
  const depths = depthsOf(project);
  return [
    {
      type: 'table',
      anchor: `${project.id}/items`,
      caption: pen.say(words.items),
      columns: [
        { title: pen.say(words.item), kind: 'text' },
        { title: pen.say(words.kind), kind: 'text', wrap: false },
        { title: pen.say(words.owner), kind: 'text', wrap: false },
        { title: pen.say(words.due), kind: 'date' },
        { title: pen.say(words.forecastDay), kind: 'date' },
        { title: pen.say(words.doneDay), kind: 'date' },
        { title: pen.say(words.state), kind: 'light' },
      ],
      rows: standingsOf(pen.analysis, project).map((item) => itemRow(pen, item, depths.get(item.item) ?? 0)),
    },
  ];
}

function itemRow(pen: Pen, { item, due, forecast, standing, owner }: StandingItem, depth: number): TableRow {
  const done = standing.state === 'done';
  return row(
    [
      cell([text('　'.repeat(depth) + titleOf(item)), ...remarks(pen, item)]),
      cell(itemWords[item.kind][pen.lang]),
      pen.nameCell(owner),
      pen.deadlineCell(due),
      done ? cell(DASH, null) : pen.dayCell(forecast),
      done ? doneCell(pen, item, standing.day) : cell(DASH, null),
      cell(standingLight(pen, standing)),
    ],
    { origin: originOf(item) },
  );
}

function doneCell(pen: Pen, item: ItemFacts, day: Parameters<Pen['dayCell']>[0]): Cell {
  return pen.dayCell(doneAt(item, pen.analysis.status)?.day ?? day);
}

function remarks(pen: Pen, item: ItemFacts): Inlines {
  const authority = pen.name(item.authority);
  const moved = revisionsAt(item, pen.analysis.status).length;
  const said = [
    authority === undefined ? undefined : pen.say(words.authority, { authority }),
    moved === 0 ? undefined : moved === 1 ? pen.say(words.revisedOnce) : pen.say(words.revisedTimes, { n: moved }),
    ...item.notes.map((note) => note.text),
  ].filter((part) => part !== undefined);
  if (said.length === 0) return [];
  return inlines(muted(pen.aside(said.join(pen.lang === 'zh' ? '；' : '; '))));
}
