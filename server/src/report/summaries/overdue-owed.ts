/** The table of everything that is overdue, by the unit that owes it. */
import { grouped } from '../../analysis/portfolio-groups.js';
import type { Owed } from '../../analysis/portfolio-owed.js';
import type { Bilingual } from '../../model/lang.js';
import type { Steps } from '../../model/steps.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { GroupRow, Table, TableRow } from '../document.js';
import { type Formatter, originOf, titleOf } from '../wording/formatter.js';
import { columnWords } from './column-words.js';

const words = {
  ...columnWords,
  what: { en: 'What is owed', zh: '事项' },
  kindOf: { en: 'Kind', zh: '类型' },
  item: { en: 'deadline', zh: '节点' },
  decision: { en: 'decision', zh: '会议决定' },
  issue: { en: 'issue', zh: '问题' },
  days: { en: 'Days overdue', zh: '逾期天数' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Deadlines, decisions and issues alike, under the unit that owes them. */
export function* owedTable(format: Formatter, owed: readonly Owed[]): Steps<Table> {
  const { plan } = format.analysis;
  const rows: (TableRow | GroupRow)[] = [];
  for (const [unit, mine] of grouped(owed, ({ unit }) => plan.declaration('org', unit))) {
    rows.push({
      type: 'group',
      content: [
        text(unit === undefined ? format.say(words.noUnit) : titleOf(unit)),
        muted(`${format.gap}${format.count(mine.length)}`),
      ],
      ...(unit === undefined ? {} : { origin: originOf(unit) }),
    });
    for (const each of mine) {
      rows.push(owedRow(format, each));
      yield;
    }
  }
  return {
    type: 'table',
    anchor: 'owed-rows',
    columns: [
      { title: format.say(words.what), kind: 'text' },
      { title: format.say(words.kindOf), kind: 'text', wrap: false },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.days), kind: 'number' },
    ],
    rows,
  };
}

function owedRow(format: Formatter, { what, project, owner, due, days }: Owed): TableRow {
  const { facts } = what;
  return row(
    [
      what.kind === 'decision' ? what.facts.text.text : titleOf(what.facts),
      format.say(words[what.kind]),
      cell(format.or(project && titleOf(project))),
      format.nameCell(owner),
      format.deadlineCell(due),
      format.countCell(days, (n) => light('red', n)),
    ],
    { origin: { id: facts.id, at: facts.at } },
  );
}
