/** `planwright list`: projects chosen by an expression, or a view of the plan. */
import pc from 'picocolors';
import type { Analysis } from '../analysis/analysis.js';
import type { Value } from '../analysis/expressions/values.js';
import { type GroupLine, groupTable } from '../analysis/group-table.js';
import { figureToMoney } from '../analysis/metrics/figure.js';
import { noteOnTotal } from '../analysis/report-note.js';
import { valueInWords, valueToJson } from '../analysis/value-output.js';
import type { GroupKey } from '../analysis/view-groups.js';
import { movementOf, type Ranked } from '../analysis/view-rank.js';
import { type ViewGroup, type ViewResult, type ViewRow, type ViewTotal, viewResult } from '../analysis/view-result.js';
import { formatDay } from '../model/day.js';
import type { Bilingual, Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { escapeMarkdown } from '../report/render/escape-markdown.js';
import {
  CURRENCY_UNIT,
  exactlyInUnit,
  figureInUnit,
  type MoneyUnit,
  moneyInUnit,
  unitHead,
} from '../report/wording/money-unit.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, terminalWidth, wantsColor } from './context.js';
import { csv } from './csv.js';
import { findNamed } from './find-named.js';
import { jsonText } from './json-text.js';
import { type QueryOptions, queryOf } from './list-query.js';
import type { LoadOptions } from './load.js';
import { moneyUnitOption } from './money-unit-option.js';
import { type TextRow, textTable } from './text-table.js';
import { loadToAnswer } from './unread-statements.js';

export interface ListOptions extends LoadOptions, QueryOptions {
  readonly view?: string | undefined;
  /** What money is written in; JSON always has currency units. */
  readonly unit?: string | undefined;
  readonly format: string;
  readonly color?: boolean | undefined;
}

interface Output {
  readonly result: ViewResult;
  readonly analysis: Analysis;
  readonly lang: Lang;
  readonly title: string | undefined;
  readonly unit: MoneyUnit | undefined;
}

const FORMATS: ReadonlyMap<string, (output: Output, options: ListOptions, context: Context) => string> = new Map([
  ['text', asText],
  ['json', asJson],
  ['csv', asCsv],
  ['md', asMarkdown],
]);

export async function list(paths: readonly string[], options: ListOptions, context: Context): Promise<number> {
  const format = chooseFormat(FORMATS, options.format);
  const unit = moneyUnitOption(options.unit);
  const { root, lang } = await loadToAnswer(paths, options, context);
  const { analysis } = root;
  const view = options.view === undefined ? undefined : findNamed('view', options.view, analysis);
  const query = queryOf(view, options, analysis);
  const title = view?.title?.text ?? view?.name.text;
  const output = { result: viewResult(query, analysis), analysis, lang, title, unit };
  context.stdout.write(format(output, options, context));
  return EXIT.clean;
}

// ------------------------------------------------------------------------------------------------ formats

function asText(output: Output, options: ListOptions, context: Context): string {
  const { result, analysis, lang } = output;
  const colors = pc.createColors(wantsColor(options.color, context));
  if (result.withoutRows) return groupsAsText(output, colors, context);
  const paint: { readonly [light: string]: (text: string) => string } = {
    red: colors.red,
    yellow: colors.yellow,
    green: colors.green,
    blue: colors.blue,
    grey: colors.dim,
  };
  const cells = (row: ViewRow): TextRow => ({
    cells: row.cells.map((value) => cellInWords(value, output)),
    paint: (cell, column) => {
      const value = row.cells[column];
      return value?.type === 'light' ? (paint[value.light]?.(cell) ?? cell) : cell;
    },
  });
  const rows: TextRow[] =
    result.groups.length === 0
      ? result.rows.map(cells)
      : result.groups.flatMap((group) => [
          {
            cells: [],
            heading: `${placed(group)}${heading(group.keys, output)}${totalsInWords(group.totals, output, ' · ')}`,
          },
          ...group.rows.map(cells),
        ]);
  const columns = result.columns.map((field) => ({
    title: columnTitle(field, output),
    align: isFigure(field.type.name) ? ('right' as const) : ('left' as const),
    widest: 48,
  }));
  const table = textTable(columns, rows, { head: colors.bold, rule: colors.dim }, terminalWidth(context));
  const count = result.rows.length;
  const summary =
    lang === 'zh'
      ? `${count} 个项目，截至 ${formatDay(analysis.status)}`
      : `${count} project${count === 1 ? '' : 's'} as of ${formatDay(analysis.status)}`;
  const title = output.title === undefined ? '' : `${colors.bold(visible(output.title))}\n\n`;
  return logText(`${title}${table}\n\n${summary}${visible(totalsInWords(result.totals, output, ' · '))}\n`);
}

function groupsAsText(output: Output, colors: ReturnType<typeof pc.createColors>, context: Context): string {
  const { result, lang } = output;
  const { columns, lines, named, whole, note } = groupTable(result, output.analysis);
  const heads = columns.map((column) => ({
    title: columnTitle(column, output),
    align: isFigure(column.type.name) ? ('right' as const) : ('left' as const),
    widest: 48,
  }));
  const cells = (line: GroupLine) => ({ cells: groupCells(line, named, output) });
  const rows = [...lines, ...(result.totals.length === 0 ? [] : [whole])].map(cells);
  const table = textTable(heads, rows, { head: colors.bold, rule: colors.dim }, terminalWidth(context));
  const title = output.title === undefined ? '' : `${colors.bold(visible(output.title))}\n\n`;
  const asOf = formatDay(output.analysis.status);
  const count = lang === 'zh' ? `${lines.length} 组，截至 ${asOf}` : `${lines.length} groups as of ${asOf}`;
  return logText(`${title}${table}\n\n${count}${note === undefined ? '' : `\n${note[lang]}`}\n`);
}

const TOTAL = { en: 'Total', zh: '合计' } as const;

/** The cells of a group; the line of all groups is called so where groups say what they are of. */
function groupCells({ group, cells }: GroupLine, named: number, output: Output): readonly string[] {
  const said = cells.map(({ value, reports }) => {
    const figure = cellInWords(value, output);
    const note = noteOnTotal(reports, output.analysis, output.lang);
    if (note === '') return figure;
    return output.lang === 'zh' ? `${figure || '—'}（${note}）` : `${figure || '—'} (${note})`;
  });
  if (group !== undefined) return said;
  return said.map((each, index) => (index === named ? TOTAL[output.lang] : each));
}

/** Money in the unit that was asked for, which stands in the head. */
function cellInWords(value: Value, { analysis, lang, unit }: Output): string {
  return value.type === 'money' && unit !== undefined
    ? figureInUnit(figureToMoney(value.figure), unit, lang)
    : valueInWords(value, analysis, lang);
}

/** With the unit of its money, where there is one for all of it. */
function columnTitle(
  {
    title,
    type,
    under,
  }: { readonly title: Bilingual; readonly type: { readonly name: string }; readonly under?: Bilingual },
  { analysis, lang, unit }: Output,
): string {
  const said = under === undefined ? title[lang] : `${under[lang]} ${title[lang]}`;
  if (type.name !== 'money' || unit === undefined) return said;
  const head = unitHead(unit, currencyOf(analysis), lang);
  return lang === 'zh' ? `${said}（${head}）` : `${said} (${head})`;
}

function currencyOf({ plan }: Analysis): string {
  return plan.portfolio?.currency?.text ?? 'CNY';
}

function isFigure(type: string): boolean {
  return ['money', 'percent', 'number', 'duration', 'ratio'].includes(type);
}

function placed({ ranked }: ViewGroup): string {
  return ranked?.place === undefined ? '' : `${ranked.place}. `;
}

function heading(keys: readonly { readonly value: Value }[], { analysis, lang }: Output): string {
  const none = lang === 'zh' ? '（未填写）' : '(none)';
  return keys.map(({ value }) => valueInWords(value, analysis, lang) || none).join(' / ');
}

function totalsInWords(totals: readonly ViewTotal[], output: Output, before: string): string {
  const { lang } = output;
  const separator = lang === 'zh' ? ' ' : ': ';
  return totals.map((total) => `${before}${total.title[lang]}${separator}${figureInWords(total, output)}`).join('');
}

/** With how many did not report, where it is made from what was reported. */
function figureInWords({ value, reports }: ViewTotal, { analysis, lang, unit }: Output): string {
  const figure =
    value.type === 'money' && unit !== undefined
      ? moneyInUnit(figureToMoney(value.figure), unit, currencyOf(analysis), lang)
      : valueInWords(value, analysis, lang) || '—';
  const note = noteOnTotal(reports, analysis, lang);
  return note === '' ? figure : lang === 'zh' ? `${figure}（${note}）` : `${figure} (${note})`;
}

function asJson({ result, analysis, lang }: Output): string {
  const record = (row: ViewRow) => ({
    id: row.project.id,
    ...Object.fromEntries(
      result.columns.flatMap((field, index) => {
        const value = row.cells[index];
        return field.name === 'id' || value === undefined ? [] : [[field.name, valueToJson(value, analysis)]];
      }),
    ),
  });
  const totals = (all: readonly ViewTotal[]) =>
    Object.fromEntries(all.map(({ text, value }) => [text, valueToJson(value, analysis)]));
  // How much of the totals was reported: the same for all of them, save the rates of those that did.
  const reports = (all: readonly ViewTotal[]) => {
    const [first] = all.flatMap((total) => total.reports ?? []);
    if (first === undefined) return {};
    const rates = all.flatMap(({ text, reports }) =>
      reports?.ofReported === undefined ? [] : [[text, valueToJson(reports.ofReported, analysis)] as const],
    );
    return {
      notReported: { count: first.notReported, of: first.active },
      ...(rates.length === 0 ? {} : { ofReported: Object.fromEntries(rates) }),
    };
  };
  const underHead = ({ field, value }: GroupKey, all: readonly ViewTotal[]) => ({
    keys: { [field.name]: valueToJson(value, analysis) },
    totals: totals(all),
    ...reports(all),
  });
  const output = {
    version: 1,
    statusDate: formatDay(analysis.status),
    columns: result.columns.map(({ name, title, type }) => ({ field: name, title: title[lang], type: type.name })),
    rows: result.withoutRows ? [] : result.rows.map(record),
    groups: result.groups.map((group) => ({
      ...(group.ranked === undefined ? {} : rankedJson(group.ranked, analysis)),
      keys: Object.fromEntries(group.keys.map(({ field, value }) => [field.name, valueToJson(value, analysis)])),
      rows: group.rows.map(({ project }) => project.id),
      totals: totals(group.totals),
      ...reports(group.totals),
      ...(result.across.length === 0
        ? {}
        : {
            across: result.across.map(({ key }, index) => underHead(key, group.across[index] ?? [])),
          }),
    })),
    ...(result.across.length === 0
      ? {}
      : {
          across: result.across.map((head) => underHead(head.key, head.totals)),
        }),
    totals: totals(result.totals),
    ...reports(result.totals),
  };
  return jsonText(output);
}

function rankedJson(ranked: Ranked, analysis: Analysis) {
  const { place, value, before } = ranked;
  return {
    place: place ?? null,
    rank: valueToJson(value, analysis),
    ...(before === undefined
      ? {}
      : {
          before: {
            place: before.place ?? null,
            rank: valueToJson(before.value, analysis),
            movement: valueToJson(movementOf(ranked), analysis),
          },
        }),
  };
}

function asCsv(asked: Output): string {
  // A spreadsheet's figures have one unit, and its head says which.
  const output = { ...asked, unit: asked.unit ?? CURRENCY_UNIT };
  const { result, analysis, lang, unit } = output;
  const plain = (value: Value): string | number | null => {
    if (value.type === 'money') return exactlyInUnit(figureToMoney(value.figure).amount, unit);
    const json = valueToJson(value, analysis);
    if (value.type === 'choice' || value.type === 'light') return valueInWords(value, analysis, lang);
    return typeof json === 'boolean'
      ? valueInWords(value, analysis, lang)
      : Array.isArray(json)
        ? json.join('、')
        : (json as string | number | null);
  };
  if (result.withoutRows) {
    const { columns, lines, named, whole } = groupTable(result, output.analysis);
    const line = ({ group, cells }: GroupLine) => {
      const values = cells.map(({ value }) => plain(value));
      const [note = ''] = cells
        .map(({ reports }) => noteOnTotal(reports, analysis, lang))
        .filter((each) => each !== '');
      const said = values.map((each, index) => (group === undefined && index === named ? TOTAL[lang] : each));
      return [...said, note];
    };
    const all = [...lines, ...(result.totals.length === 0 ? [] : [whole])];
    return csv([
      [...columns.map((column) => columnTitle(column, output)), lang === 'zh' ? '未报' : 'Not reported'],
      ...all.map(line),
    ]);
  }
  const width = result.columns.length;
  // Totals stand below the rows: what it is, the figure, and how many did not report.
  const totals = result.totals.map(({ title, value, reports }) => {
    const note = noteOnTotal(reports, analysis, lang);
    const head = value.type === 'money' ? columnTitle({ title, type: { name: 'money' } }, output) : title[lang];
    const cells = [head, plain(value), ...(note === '' ? [] : [note])];
    return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
  });
  return csv([
    result.columns.map((field) => columnTitle(field, output)),
    ...result.rows.map(({ cells }) => cells.map(plain)),
    ...totals,
  ]);
}

function asMarkdown(output: Output): string {
  const { result, lang } = output;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const title = output.title === undefined ? [] : [`## ${escapeMarkdown(output.title)}`];
  if (result.withoutRows) {
    const { columns, lines, named, whole, note } = groupTable(result, output.analysis);
    const all = [...lines, ...(result.totals.length === 0 ? [] : [whole])];
    const body = [
      line(columns.map((column) => escapeMarkdown(columnTitle(column, output)))),
      line(columns.map(({ type }) => (isFigure(type.name) ? '---:' : '---'))),
      ...all.map((each) => line(groupCells(each, named, output).map(escapeMarkdown))),
    ];
    return `${[...title, body.join('\n'), ...(note === undefined ? [] : [note[lang]])].join('\n\n')}\n`;
  }
  const head = [
    line(result.columns.map((field) => escapeMarkdown(columnTitle(field, output)))),
    line(result.columns.map((field) => (isFigure(field.type.name) ? '---:' : '---'))),
  ];
  const table = (rows: readonly ViewRow[]): string =>
    [...head, ...rows.map(({ cells }) => line(cells.map((value) => escapeMarkdown(cellInWords(value, output)))))].join(
      '\n',
    );
  const sums = (totals: readonly ViewTotal[]): string =>
    totals
      .map((total) => `**${escapeMarkdown(total.title[lang])}** ${escapeMarkdown(figureInWords(total, output))}`)
      .join(' · ');
  const body =
    result.groups.length === 0
      ? [table(result.rows)]
      : result.groups.flatMap((group) => [
          `### ${escapeMarkdown(`${placed(group)}${heading(group.keys, output)}`)}`,
          table(group.rows),
          sums(group.totals),
        ]);
  return `${[...title, ...body, sums(result.totals)].filter((block) => block !== '').join('\n\n')}\n`;
}
