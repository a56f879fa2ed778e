/** The table of planned and actual starts and completions. */
import type { PlannedAndActual } from '../../analysis/portfolio-month.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, row } from '../compose.js';
import type { Cell, Table, TableRow } from '../document.js';
import type { Formatter } from '../wording/formatter.js';
import { leadingTo } from './figure-origins.js';

const words = {
  what: { en: 'What', zh: '事项' },
  start: { en: 'Starts', zh: '开工' },
  finish: { en: 'Completions', zh: '竣工' },
  inMonth: { en: 'This month', zh: '本月' },
  inYear: { en: 'This year', zh: '本年' },
  planned: { en: 'planned', zh: '计划' },
  plannedByNow: { en: 'planned by now', zh: '截至目前应完成' },
  actual: { en: 'actual', zh: '实际' },
  missed: { en: 'Missed', zh: '应完成未完成' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Planned and actual starts and completions of the month and the year. */
export function datesTable(format: Formatter, starts: PlannedAndActual, finishes: PlannedAndActual): Table {
  const month = format.say(words.inMonth);
  const year = format.say(words.inYear);
  const count = (of: readonly ProjectFacts[]): Cell => ({ ...format.countCell(of.length), ...leadingTo(of[0]) });
  const line = (what: Bilingual, of: PlannedAndActual): TableRow =>
    row([
      cell(format.say(what)),
      count(of.plannedInMonth),
      count(of.doneInMonth),
      count(of.plannedInYear),
      count(of.plannedByNow),
      count(of.doneInYear),
      { ...format.countCell(of.missed.length, (said) => light('red', said)), ...leadingTo(of.missed[0]) },
    ]);
  return {
    type: 'table',
    anchor: 'starts-and-completions',
    columns: [
      { title: format.say(words.what), kind: 'text', wrap: false },
      { title: format.say(words.planned), kind: 'number', group: month },
      { title: format.say(words.actual), kind: 'number', group: month },
      { title: format.say(words.planned), kind: 'number', group: year },
      { title: format.say(words.plannedByNow), kind: 'number', group: year },
      { title: format.say(words.actual), kind: 'number', group: year },
      { title: format.say(words.missed), kind: 'number' },
    ],
    rows: [line(words.start, starts), line(words.finish, finishes)],
  };
}
