/** `planwright export KIND`: the plan for other programs. */
import path from 'node:path';
import { nearest } from '../analysis/similar-names.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { type Context, EXIT, UsageError } from './context.js';
import type { LoadedRoot, LoadOptions } from './load.js';
import { printMessage } from './print-message.js';
import { loadToAnswer } from './unread-statements.js';
import { type WriteOptions, writeResult } from './write-file.js';

export interface ExportOptions extends LoadOptions, WriteOptions {
  readonly output?: string | undefined;
  /** False: no byte order mark, which Excel needs. */
  readonly bom?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Of these the plan is more than a row has room for. */
const LEDGERS: ReadonlySet<string> = new Set(['csv', 'xlsx']);

type Exporter = (loaded: LoadedRoot, options: ExportOptions) => Promise<string | Uint8Array>;

/** What each makes is loaded when it is asked for. */
const KINDS: ReadonlyMap<string, Exporter> = new Map<string, Exporter>([
  [
    'ics',
    async ({ root, lang }) => (await import('../exchange/export/calendar-feed.js')).calendarFeed(root.analysis, lang),
  ],
  [
    'csv',
    async ({ root, lang }, { bom }) => {
      const { ledgerOf } = await import('../exchange/export/ledger.js');
      const { csv } = await import('./csv.js');
      const { heads, rows } = ledgerOf(root.analysis, lang);
      const text = csv([heads, ...rows.map((row) => row.map((cell) => cell.text))]);
      return bom === false ? text.replace(/^\uFEFF/, '') : text;
    },
  ],
  [
    'xlsx',
    async ({ root, lang }) => {
      const { ledgerOf } = await import('../exchange/export/ledger.js');
      const { ledgerWorkbook } = await import('../exchange/export/ledger-workbook.js');
      return ledgerWorkbook(ledgerOf(root.analysis, lang), root.analysis.status, lang);
    },
  ],
  ['mspdi', async ({ root, lang }) => (await import('../exchange/export/mspdi.js')).projectXml(root.analysis, lang)],
  [
    'mermaid',
    async ({ root, lang }) => (await import('../exchange/export/mermaid.js')).mermaidGantt(root.analysis, lang),
  ],
  [
    'json',
    async ({ root }) => {
      const { modelOf } = await import('../exchange/export/model.js');
      const { jsonText } = await import('./json-text.js');
      const locate = (at: Parameters<typeof rangeOf>[0]) => {
        const { start, end } = rangeOf(at, root.lines(at.file));
        return { start: { ...start }, end: { ...end } };
      };
      return jsonText(
        modelOf(root.analysis, {
          locate,
          textOf: ({ file, start, end }) => (root.text(file) ?? '').slice(start, end),
        }),
      );
    },
  ],
]);

export const EXPORT_KINDS: readonly string[] = [...KINDS.keys()];

export async function exportPlan(
  kind: string,
  paths: readonly string[],
  options: ExportOptions,
  context: Context,
): Promise<number> {
  const exporter = KINDS.get(kind);
  if (exporter === undefined) throw noKind(kind);
  if (kind === 'xlsx' && options.output === undefined) {
    throw new UsageError({
      en: 'A workbook goes into a file: name one with -o FILE.xlsx',
      zh: '工作簿须写入文件，请用“-o 文件.xlsx”指定',
    });
  }
  const loaded = await loadToAnswer(paths, options, context);
  const made = await exporter(loaded, options);
  if (LEDGERS.has(kind) && options.quiet !== true) {
    const { beyondLedger } = await import('../exchange/export/beyond-ledger.js');
    const said = beyondLedger(loaded.root.analysis);
    if (said !== undefined) printMessage(context, loaded.lang, said);
  }
  if (options.output !== undefined) {
    await writeResult(path.resolve(context.cwd, options.output), made, options, context);
  } else if (typeof made === 'string') context.stdout.write(made);
  return EXIT.clean;
}

function noKind(kind: string): UsageError {
  const kinds = [...KINDS.keys()];
  const close = nearest(kind, kinds);
  return new UsageError({
    en: `There is no export '${kind}'; ${close === undefined ? `there are: ${kinds.join(', ')}` : `did you mean '${close}'?`}`,
    zh: `没有名为“${kind}”的导出，${close === undefined ? `可用的有：${kinds.join('、')}` : `是否指“${close}”？`}`,
  });
}
