/** `planwright list`: projects chosen by an expression, or a view of the plan. */
import pc from 'picocolors';
import type { Analysis } from '../analysis/analysis.js';
import { fileFindings } from '../analysis/checks/engine.js';
import { messageOf } from '../analysis/checks/index.js';
import type { Value } from '../analysis/expressions/values.js';
import { valueInWords, valueToJson } from '../analysis/value-output.js';
import { type ViewQuery, type ViewResult, type ViewRow, type ViewTotal, viewResult } from '../analysis/view-result.js';
import { formatDay } from '../model/day.js';
import type { ViewFacts } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { escapeMarkdown } from '../report/render/escape-markdown.js';
import { visible } from '../report/visible.js';
import { readPlan } from '../syntax/read.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, UsageError, wantsColor } from './context.js';
import { csv } from './csv.js';
import { findView } from './find-view.js';
import { jsonText } from './json-text.js';
import { type LoadOptions, load } from './load.js';
import { logText } from './log-text.js';
import { oneRoot } from './one-root.js';
import { type TextRow, textTable } from './text-table.js';

export interface ListOptions extends LoadOptions {
  readonly where?: string | undefined;
  readonly columns?: string | undefined;
  readonly sort?: string | undefined;
  readonly group?: string | undefined;
  readonly totals?: string | undefined;
  readonly view?: string | undefined;
  readonly format: string;
  readonly color?: boolean | undefined;
}

interface Output {
  readonly result: ViewResult;
  readonly analysis: Analysis;
  readonly lang: Lang;
  readonly title: string | undefined;
}

const FORMATS: ReadonlyMap<string, (output: Output, options: ListOptions, context: Context) => string> = new Map([
  ['text', asText],
  ['json', asJson],
  ['csv', asCsv],
  ['md', asMarkdown],
]);

export async function list(paths: readonly string[], options: ListOptions, context: Context): Promise<number> {
  const format = chooseFormat(FORMATS, options.format);
  const { root, lang } = oneRoot(await load(paths, options, context));
  const { analysis } = root;
  const view = options.view === undefined ? undefined : findView(options.view, analysis);
  const query = withOptions(view, readOptions(options, analysis));
  const output = { result: viewResult(query, analysis), analysis, lang, title: view?.title?.text ?? view?.name.text };
  context.stdout.write(format(output, options, context));
  return EXIT.clean;
}

/** What the options state replaces what the view states. */
function withOptions(view: ViewFacts | undefined, stated: ViewFacts): ViewQuery {
  if (view === undefined) return stated;
  const pick = <T>(key: Parameters<ViewFacts['stated']['has']>[0], own: T, other: T): T =>
    stated.stated.has(key) ? own : other;
  const where = stated.where ?? view.where;
  return {
    ...(where === undefined ? {} : { where }),
    group: pick('group', stated.group, view.group),
    sort: pick('sort', stated.sort, view.sort),
    columns: pick('columns', stated.columns, view.columns),
    totals: pick('totals', stated.totals, view.totals),
  };
}

const MEMBERS = ['where', 'group', 'sort', 'columns', 'totals'] as const;

/** The options are read as the view that they describe: the same words, the same errors. */
function readOptions(options: ListOptions, analysis: Analysis): ViewFacts {
  for (const member of MEMBERS) {
    const value = options[member];
    if (value === undefined) continue;
    const head = `view _ {\n  ${member} `;
    const facts = readPlan('', `${head}${value}\n}\n`);
    const lang = 'en';
    const [finding] = fileFindings(facts, analysis).filter(({ code }) =>
      /^(?:syntax\/unexpected|value\/|expression\/)/.test(code),
    );
    if (finding === undefined) continue;
    const at = Math.max(0, finding.at.start - head.length);
    const pointer = (message: string): string => `--${member}: ${message}\n  ${value}\n  ${' '.repeat(at)}^`;
    throw new UsageError({ en: pointer(messageOf(finding, lang)), zh: pointer(messageOf(finding, 'zh')) });
  }
  const lines = MEMBERS.flatMap((member) =>
    options[member] === undefined ? [] : [`  ${member} ${options[member]}\n`],
  );
  const [view] = readPlan('', `view _ {\n${lines.join('')}}\n`).declarations;
  if (view?.kind === 'view') return view;
  throw new UsageError({ en: 'The options cannot be read', zh: '无法读取这些选项' });
}

// ------------------------------------------------------------------------------------------------ formats

function asText(output: Output, options: ListOptions, context: Context): string {
  const { result, analysis, lang } = output;
  const colors = pc.createColors(wantsColor(options.color, context));
  const paint: { readonly [light: string]: (text: string) => string } = {
    red: colors.red,
    yellow: colors.yellow,
    green: colors.green,
    blue: colors.blue,
    grey: colors.dim,
  };
  const cells = (row: ViewRow): TextRow => ({
    cells: row.cells.map((value) => valueInWords(value, analysis, lang)),
    paint: (cell, column) => {
      const value = row.cells[column];
      return value?.type === 'light' ? (paint[value.light]?.(cell) ?? cell) : cell;
    },
  });
  const rows: TextRow[] =
    result.groups.length === 0
      ? result.rows.map(cells)
      : result.groups.flatMap((group) => [
          { cells: [], heading: `${heading(group.keys, output)}${totalsInWords(group.totals, output, ' · ')}` },
          ...group.rows.map(cells),
        ]);
  const columns = result.columns.map((field) => ({
    title: field.title[lang],
    align: isFigure(field.type.name) ? ('right' as const) : ('left' as const),
    widest: 48,
  }));
  const table = textTable(columns, rows, { head: colors.bold, rule: colors.dim });
  const count = result.rows.length;
  const summary =
    lang === 'zh'
      ? `${count} 个项目，截至 ${formatDay(analysis.status)}`
      : `${count} project${count === 1 ? '' : 's'} as of ${formatDay(analysis.status)}`;
  const title = output.title === undefined ? '' : `${colors.bold(visible(output.title))}\n\n`;
  return logText(`${title}${table}\n\n${summary}${visible(totalsInWords(result.totals, output, ' · '))}\n`);
}

function isFigure(type: string): boolean {
  return ['money', 'percent', 'number', 'duration', 'ratio'].includes(type);
}

function heading(keys: readonly { readonly value: Value }[], { analysis, lang }: Output): string {
  const none = lang === 'zh' ? '（未填写）' : '(none)';
  return keys.map(({ value }) => valueInWords(value, analysis, lang) || none).join(' / ');
}

function totalsInWords(totals: readonly ViewTotal[], { analysis, lang }: Output, before: string): string {
  const separator = lang === 'zh' ? ' ' : ': ';
  return totals
    .map(({ title, value }) => `${before}${title[lang]}${separator}${valueInWords(value, analysis, lang) || '—'}`)
    .join('');
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
  const output = {
    version: 1,
    statusDate: formatDay(analysis.status),
    columns: result.columns.map(({ name, title, type }) => ({ field: name, title: title[lang], type: type.name })),
    rows: result.rows.map(record),
    groups: result.groups.map((group) => ({
      keys: Object.fromEntries(group.keys.map(({ field, value }) => [field.name, valueToJson(value, analysis)])),
      rows: group.rows.map(({ project }) => project.id),
      totals: totals(group.totals),
    })),
    totals: totals(result.totals),
  };
  return jsonText(output);
}

function asCsv({ result, analysis, lang }: Output): string {
  const plain = (value: Value): string | number | null => {
    const json = valueToJson(value, analysis);
    if (value.type === 'choice' || value.type === 'light') return valueInWords(value, analysis, lang);
    return typeof json === 'boolean'
      ? valueInWords(value, analysis, lang)
      : Array.isArray(json)
        ? json.join('、')
        : (json as string | number | null);
  };
  return csv([result.columns.map((field) => field.title[lang]), ...result.rows.map(({ cells }) => cells.map(plain))]);
}

function asMarkdown(output: Output): string {
  const { result, analysis, lang } = output;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [
    line(result.columns.map((field) => escapeMarkdown(field.title[lang]))),
    line(result.columns.map((field) => (isFigure(field.type.name) ? '---:' : '---'))),
  ];
  const table = (rows: readonly ViewRow[]): string =>
    [
      ...head,
      ...rows.map(({ cells }) => line(cells.map((value) => escapeMarkdown(valueInWords(value, analysis, lang))))),
    ].join('\n');
  const body =
    result.groups.length === 0
      ? [table(result.rows)]
      : result.groups.flatMap((group) => [`### ${escapeMarkdown(heading(group.keys, output))}`, table(group.rows)]);
  const totals = result.totals.map(
    ({ title, value }) => `**${escapeMarkdown(title[lang])}** ${valueInWords(value, analysis, lang) || '—'}`,
  );
  const title = output.title === undefined ? [] : [`## ${escapeMarkdown(output.title)}`];
  return `${[...title, ...body, ...(totals.length === 0 ? [] : [totals.join(' · ')])].join('\n\n')}\n`;
}
