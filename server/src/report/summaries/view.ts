/** The summary `view`. */

import type { Choices } from '../../analysis/expressions/fixed-words.js';
import type { Value, ValueType } from '../../analysis/expressions/values.js';
import { type GroupCell, type GroupLine, groupTable } from '../../analysis/group-table.js';
import { figureToMoney } from '../../analysis/metrics/figure.js';
import { lackingInWords, noteOnTotal } from '../../analysis/report-note.js';
import { valueInWords, valueToJson } from '../../analysis/value-output.js';
import {
  type ViewColumn,
  type ViewGroup,
  type ViewResult,
  type ViewRow,
  type ViewTotal,
  viewingResult,
} from '../../analysis/view-result.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { itemsOf } from '../../model/plan.js';
import type { Steps } from '../../model/steps.js';
import { cell, light, muted, remark, row, text } from '../compose.js';
import type { Block, Cell, Column, ColumnKind, GroupRow, Table, TableRow } from '../document.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { levelWords, priorityWords, stageWords } from '../wording/plan-words.js';
import { leadingTo } from './figure-origins.js';
import { documentOf } from './heading.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  title: { en: 'View', zh: '视图' },
  count: { en: '{n} projects', zh: '{n}项' },
  oneProject: { en: '1 project', zh: '1项' },
  unknown: { en: 'The plan has no view “{name}”.', zh: '计划中没有视图“{name}”。' },
  none: { en: 'The plan declares no view.', zh: '计划中没有声明视图。' },
  nothing: { en: 'No project meets the condition.', zh: '没有符合条件的项目。' },
  whole: { en: 'Total', zh: '合计' },
  total: { en: '{title}: {value}', zh: '{title}：{value}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A view of the plan's own, by name; without one the first. */
export const view: Summary = inSteps({
  kind: 'view',
  title: words.title,
  named: { kind: 'view', required: true },
  *building(analysis, { lang, unit, name }) {
    const format = new Formatter(analysis, lang, [], unit);
    const { plan } = analysis;
    const facts = name === undefined ? plan.all('view')[0] : plan.find('view', name);
    if (facts === undefined) {
      const content = name === undefined ? format.say(words.none) : format.say(words.unknown, { name });
      return documentOf(format, 'view', format.say(words.title), [
        { type: 'callout', tone: 'warn', content: format.or(content) },
      ]);
    }
    const result = yield* viewingResult(facts, analysis);
    const count = result.rows.length;
    const said = count === 1 ? format.say(words.oneProject) : format.say(words.count, { n: format.count(count) });
    const totals = result.totals.map((total) => sayTotal(format, total));
    const blocks: readonly Block[] =
      count === 0
        ? [{ type: 'callout', tone: 'info', content: format.or(format.say(words.nothing)) }]
        : result.withoutRows
          ? groupsTable(format, result)
          : [yield* table(format, result)];
    return {
      ...documentOf(
        format,
        'view',
        titleOf(facts),
        blocks,
        [...(counted(result.totals) ? [] : [said]), ...totals].join(format.lang === 'zh' ? '　' : '; '),
      ),
      title: titleOf(facts),
    };
  },
});

function* table(format: Formatter, result: ViewResult): Steps<Table> {
  const { columns: fields, groups, rows } = result;
  const totals = sumsBelow(format, result);
  const named = fields.findIndex((field) => field.name === 'title' || field.name === 'id');
  const body: (TableRow | GroupRow)[] = [];
  for (const group of groups.length === 0 ? [undefined] : groups) {
    if (group !== undefined) body.push(groupRow(format, group));
    for (const each of group?.rows ?? rows) {
      body.push(bodyRow(format, each));
      yield;
    }
  }
  return {
    type: 'table',
    anchor: 'rows',
    columns: fields.map((field) => columnOf(format, field)),
    headColumn: named,
    rows: body,
    ...(totals === undefined ? {} : { totals }),
  };
}

/** Only the groups, with their places and totals. */
function groupsTable(format: Formatter, result: ViewResult): readonly Block[] {
  const { columns, lines, named, whole, note } = groupTable(result, format.analysis);
  // Who did not report is said once a line.
  const cellsOf = ({ cells }: GroupLine): readonly Cell[] =>
    cells.map(({ value, reports }, i) => {
      const shownCell = valueCell(format, value, undefined);
      const said = cells.slice(0, i).map((before) => lackingIn(format, before.reports));
      const lacking = lackingIn(format, reports);
      const note = noteOnTotal(reports, format.analysis, format.lang, said.includes(lacking) ? lacking : '');
      return note === '' ? shownCell : { ...shownCell, content: [...shownCell.content, muted(format.aside(note))] };
    });
  const made: Table = {
    type: 'table',
    anchor: 'groups',
    columns: columns.map((column) => columnOf(format, column)),
    headColumn: named,
    rows: lines.map((line) => {
      const at = line.group?.rows[0]?.project;
      return row(cellsOf(line), leadingTo(at));
    }),
    ...(result.totals.length === 0
      ? {}
      : { totals: cellsOf(whole).map((each, index) => (index === named ? cell(format.say(words.whole)) : each)) }),
  };
  return [made, ...(note === undefined ? [] : [remark(format.say(note))])];
}

function lackingIn(format: Formatter, reports: GroupCell['reports']): string {
  return reports === undefined ? '' : lackingInWords(reports, format.lang);
}

/** The sums under their columns; undefined where no total is the sum of a column, or there is one row. */
function sumsBelow(format: Formatter, { columns, rows, totals }: ViewResult): readonly Cell[] | undefined {
  if (rows.length < 2) return undefined;
  const sums = columns.map(({ name }) => totals.find((total) => total.of === name));
  const first = sums.findIndex((total) => total !== undefined);
  if (first < 1) return undefined;
  return sums.map((total, i) =>
    i === 0
      ? cell(format.say(words.whole))
      : total === undefined
        ? cell('')
        : valueCell(format, total.value, undefined),
  );
}

const KINDS: Readonly<Partial<Record<ValueType['name'], ColumnKind>>> = {
  money: 'money',
  percent: 'percent',
  number: 'number',
  duration: 'number',
  date: 'date',
  light: 'light',
};

function columnOf(
  format: Formatter,
  field: Pick<ViewColumn, 'title' | 'type'> & { readonly under?: Bilingual },
): Column {
  const title = field.title[format.lang];
  const kind = KINDS[field.type.name] ?? 'text';
  const group = field.under === undefined ? {} : { group: field.under[format.lang] };
  if (kind === 'money') return { ...format.moneyColumn(title), ...group };
  if (field.under !== undefined) return { title, kind, ...group };
  if (field.type.name === 'choice') return { title, kind, wrap: false };
  const short = field.type.name === 'ref' && (field.type.kind === 'person' || field.type.kind === 'project');
  return short ? { title, kind, wrap: false } : { title, kind };
}

function bodyRow(format: Formatter, { project, cells }: ViewRow): TableRow {
  return row(
    cells.map((value) => valueCell(format, value, project)),
    { origin: originOf(project) },
  );
}

/** A value as a cell of its column, exact behind what is shown. */
function valueCell(format: Formatter, value: Value, project: ProjectFacts | undefined): Cell {
  switch (value.type) {
    case 'none':
      return cell(DASH, null);
    case 'money':
      return format.moneyCell(figureToMoney(value.figure));
    case 'percent':
      return format.percentCell(value.figure);
    case 'light':
      return cell(light(value.light), value.light);
    case 'choice':
      return cell(choiceWord(format, value.choice, value.word));
    case 'date':
    case 'duration':
    case 'number': {
      const json = valueToJson(value, format.analysis);
      return cell(inWords(format, value), json === null ? null : String(json));
    }
    case 'ref': {
      const item =
        project !== undefined && value.thing.kind === 'item'
          ? itemWithId(project, `${project.id}.${value.thing.name}`)
          : undefined;
      return cell(format.or(item === undefined ? inWords(format, value) : titleOf(item)));
    }
    default:
      return cell(format.or(inWords(format, value)));
  }
}

/** Names may hold dots, so an id is not to be taken apart at them. */
function itemWithId(project: ProjectFacts, id: string): ItemFacts | undefined {
  for (const item of itemsOf(project)) if (item.id === id) return item;
  return undefined;
}

function inWords(format: Formatter, value: Value): string {
  if (value.type === 'date' && value.period !== undefined) return format.period(value.period);
  return valueInWords(value, format.analysis, format.lang);
}

function choiceWord(format: Formatter, choice: Choices, word: string): string {
  if (typeof choice !== 'string') return word;
  const table: Readonly<Record<string, Bilingual>> =
    choice === 'level' ? levelWords : choice === 'priority' ? priorityWords : stageWords;
  return table[word]?.[format.lang] ?? word;
}

function groupRow(format: Formatter, { keys, rows, totals, ranked }: ViewGroup): GroupRow {
  const place = ranked?.place === undefined ? '' : `${ranked.place}. `;
  const title = keys
    .map(({ field, value }) => (value.type === 'none' ? `${field.title[format.lang]} —` : shown(format, value)))
    .join(' · ');
  const count =
    rows.length === 1 ? format.say(words.oneProject) : format.say(words.count, { n: format.count(rows.length) });
  const said = [...(counted(totals) ? [] : [count]), ...totals.map((total) => sayTotal(format, total))];
  return {
    type: 'group',
    content: [text(`${place}${title}`), muted(`${format.gap}${said.join(format.lang === 'zh' ? '，' : ', ')}`)],
    ...leadingTo(rows[0]?.project),
  };
}

/** Whether the totals say already how many projects there are. */
function counted(totals: readonly ViewTotal[]): boolean {
  return totals.some(({ of }) => of === 'count');
}

function shown(format: Formatter, value: Value): string {
  return value.type === 'choice' ? choiceWord(format, value.choice, value.word) : inWords(format, value);
}

function sayTotal(format: Formatter, { title, value, reports }: ViewTotal): string {
  const figure =
    value.type === 'money' ? (format.money(figureToMoney(value.figure), 2) ?? '—') : inWords(format, value) || '—';
  const note = noteOnTotal(reports, format.analysis, format.lang);
  const said = format.say(words.total, { title: title[format.lang], value: figure });
  return note === '' ? said : `${said}${format.aside(note)}`;
}
