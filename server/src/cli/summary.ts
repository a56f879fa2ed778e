/** `planwright summary KIND`: a generated summary, on stdout or in the file it was told. */
import path from 'node:path';
import { nearest } from '../analysis/similar-names.js';
import { formatDay } from '../model/day.js';
import { parseDate } from '../model/period.js';
import type { Span } from '../model/span.js';
import { PAPERS, type Paper, paperOf } from '../report/paper.js';
import { FORMATS } from '../report/render/formats.js';
import { SUMMARIES, type Summary } from '../report/summaries/index.js';
import type { Since } from '../report/summaries/summary.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, UsageError } from './context.js';
import { findNamed } from './find-named.js';
import type { LoadedRoot, LoadOptions } from './load.js';
import { moneyUnitOption } from './money-unit-option.js';
import { loadToAnswer, notAllRead } from './unread-statements.js';
import { type WriteOptions, writeResult } from './write-file.js';

export interface SummaryOptions extends LoadOptions, WriteOptions {
  /** Default: what the ending of the output's name says, else Markdown. */
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly since?: string | undefined;
  /** Of kind `minutes`: which meeting. */
  readonly meeting?: string | undefined;
  /** What it is to be printed on. */
  readonly paper?: string | undefined;
  /** What money is written in. */
  readonly unit?: string | undefined;
}

/** Of kind `view` the first of the paths is the view's name: `planwright summary view NAME [paths]`. */
export async function summary(
  kind: string,
  paths: readonly string[],
  options: SummaryOptions,
  context: Context,
): Promise<number> {
  const builder = builderOf(kind);
  const { format, render, binary, prints } = chooseFormat(FORMATS, options.format ?? formatOf(options.output));
  if (binary === true && options.output === undefined) {
    throw new UsageError({
      en: `Where to? A ${format} file is no text for a terminal: name one with -o FILE.${format}`,
      zh: `写到哪里？${format} 文件不是终端可显示的文本，请用 -o 文件.${format} 指定文件`,
    });
  }
  const required = builder.named?.required === true;
  const [name, folders] = required ? [paths[0], paths.slice(1)] : [options.meeting, paths];
  if (required && name === undefined) {
    throw new UsageError({
      en: "Which view? Write its name behind the kind: 'summary view NAME'",
      zh: '哪个视图？请在类型后写出视图名：“summary view 名称”',
    });
  }
  if (options.since !== undefined && builder.kind !== 'changes') {
    throw new UsageError({
      en: "--since goes with 'summary changes'",
      zh: '--since 只用于“summary changes”（变动情况）',
    });
  }
  if (options.meeting !== undefined && builder.named?.kind !== 'meeting') {
    throw new UsageError({
      en: "--meeting goes with 'summary minutes'",
      zh: '--meeting 只用于“summary minutes”（会议纪要）',
    });
  }
  const unit = moneyUnitOption(options.unit);
  const paper = paperOption(options.paper, format);
  const loaded = await loadToAnswer(folders, options, context);
  const { root, lang } = loaded;
  const { analysis } = root;
  const since = options.since === undefined ? {} : { since: await sinceOf(options.since, loaded, context) };
  const chosen = name === undefined ? {} : { name: findNamed(builder.named?.kind ?? 'view', name, analysis).name.text };
  const built = builder.build(analysis, { lang, ...chosen, ...since, ...(unit === undefined ? {} : { unit }) });
  const lacks = notAllRead(loaded);
  // Who reads the paper has not seen what the command said.
  const report = lacks === undefined ? built : { ...built, narrowed: lacks[lang] };
  const locate = (span: Span) => rangeOf(span, root.lines(span.file));
  const rendered = await render(report, { locate, paper });
  const made =
    prints === true && typeof rendered === 'string' ? await printed(rendered, report.statusDate, context) : rendered;
  const ended = typeof made !== 'string' || made.endsWith('\n') ? made : `${made}\n`;
  if (options.output !== undefined) {
    await writeResult(path.resolve(context.cwd, options.output), ended, options, context);
  } else if (typeof ended === 'string') context.stdout.write(ended);
  return EXIT.clean;
}

/** A day in any of its spellings, else a revision. */
async function sinceOf(given: string, loaded: LoadedRoot, context: Context): Promise<Since> {
  const read = parseDate(given);
  if (read.ok && read.period.grain === 'day') {
    const day = read.period.last;
    if (day <= loaded.root.analysis.status) return { day };
    const [then, now] = [formatDay(day), formatDay(loaded.root.analysis.status)];
    throw new UsageError({
      en: `--since ${then} is after the status date ${now}`,
      zh: `--since ${then} 晚于截至日期 ${now}`,
    });
  }
  const { commit, stateAt, stateOf } = await import('./plan-state.js');
  const state = await stateAt(loaded, await commit(loaded.folder, given), context);
  return { plan: state.plan, name: given, unread: state.unread + stateOf(loaded).unread };
}

async function printed(html: string, statusDate: string, { env }: Context): Promise<Uint8Array> {
  const { printPdf } = await import('../workspace/print-pdf.js');
  const made = await printPdf(html, statusDate, env);
  switch (made.type) {
    case 'pdf':
      return made.bytes;
    case 'no browser':
      throw new UsageError({
        en: 'PDF needs Chromium, Chrome or Edge, and none was found: PLANWRIGHT_BROWSER names one. Or write HTML (-o FILE.html), open it in any browser and print it to a PDF file; a Word file can be saved as one too',
        zh: '生成 PDF 需要 Chromium、Chrome 或 Edge，但没有找到，可用 PLANWRIGHT_BROWSER 指定。也可生成 HTML（-o 文件.html），用任意浏览器打开后打印为 PDF；Word 文件同样可以另存为 PDF',
      });
    case 'no such browser':
      throw new UsageError({
        en: `There is no browser '${made.browser}', which PLANWRIGHT_BROWSER names`,
        zh: `PLANWRIGHT_BROWSER 指定的浏览器“${made.browser}”不存在`,
      });
    case 'nothing printed':
      throw new UsageError({
        en: `'${made.browser}' made no PDF; PLANWRIGHT_BROWSER names another browser, or write HTML and print it`,
        zh: `“${made.browser}”没有生成 PDF；可用 PLANWRIGHT_BROWSER 指定另一个浏览器，或生成 HTML 后自行打印`,
      });
  }
}

function paperOption(given: string | undefined, format: string): Paper | undefined {
  if (given === undefined) return undefined;
  const paper = paperOf(given);
  if (paper === undefined) {
    throw new UsageError({
      en: `There is no paper '${given}'; it can be ${PAPERS.join(', ')}`,
      zh: `没有“${given}”这种纸张，可选 ${PAPERS.join('、')}`,
    });
  }
  if (format === 'html' || format === 'pdf') return paper;
  throw new UsageError({
    en: "--paper goes with the formats 'html' and 'pdf'",
    zh: '--paper 只用于 html 和 pdf 格式',
  });
}

/** The file's ending says which format is meant where nothing else does. */
function formatOf(output: string | undefined): string {
  const ending = output === undefined ? '' : path.extname(output).slice(1).toLowerCase();
  return FORMATS.has(ending) ? ending : 'md';
}

/** By its name, or by its title in Chinese. */
function builderOf(kind: string): Summary {
  const builders = [...SUMMARIES.values()];
  const builder = builders.find((each) => each.kind === kind || each.title.zh === kind);
  if (builder !== undefined) return builder;
  const kinds = builders.map((each) => each.kind);
  const close = nearest(kind, kinds);
  throw new UsageError({
    en: `There is no summary '${kind}'; ${close === undefined ? `there are: ${kinds.join(', ')}` : `did you mean '${close}'?`}`,
    zh: `没有名为“${kind}”的汇总材料，${close === undefined ? `可用的有：${kinds.join('、')}` : `是否指“${close}”？`}`,
  });
}
