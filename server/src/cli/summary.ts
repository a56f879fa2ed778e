/** `planwright summary KIND`: a generated summary, on stdout or in the file it was told. */
import path from 'node:path';
import type { ReportDocument } from '../report/document.js';
import { renderHtml } from '../report/render/html.js';
import { type JsonRange, renderJson } from '../report/render/json.js';
import { renderMarkdown } from '../report/render/markdown.js';
import { SUMMARIES } from '../report/summaries/index.js';
import { wallChartScript } from '../report/wall-chart/script.js';
import { rangeOf } from '../workspace/diagnostic.js';
import type { PlanRoot } from '../workspace/plan-root.js';
import { type Context, EXIT, UsageError } from './context.js';
import { type LoadOptions, load } from './load.js';
import { writeWhole } from './write-file.js';

export interface SummaryOptions extends LoadOptions {
  readonly format: string;
  readonly output?: string | undefined;
}

const RENDERERS: ReadonlyMap<string, (document: ReportDocument, root: PlanRoot) => string> = new Map([
  ['md', (document) => renderMarkdown(document)],
  ['html', (document) => renderHtml(document, wallChartScript)],
  [
    'json',
    (document, root) => renderJson(document, { locate: (span): JsonRange => rangeOf(span, root.lines(span.file)) }),
  ],
]);

export async function summary(
  kind: string,
  paths: readonly string[],
  options: SummaryOptions,
  context: Context,
): Promise<number> {
  const builder = [...SUMMARIES.values()].find((each) => each.kind === kind);
  if (builder === undefined) {
    const known = [...SUMMARIES.values()].map((each) => each.kind);
    throw new UsageError({
      en: `There is no summary '${kind}'; there are: ${known.join(', ')}`,
      zh: `没有名为“${kind}”的汇总材料，可用的有：${known.join('、')}`,
    });
  }
  const render = RENDERERS.get(options.format);
  if (render === undefined) {
    const known = [...RENDERERS.keys()];
    throw new UsageError({
      en: `There is no format '${options.format}'; there are: ${known.join(', ')}`,
      zh: `没有格式“${options.format}”，可用的有：${known.join('、')}`,
    });
  }
  const roots = await load(paths, options, context);
  const [only, ...more] = roots;
  if (only === undefined) return EXIT.clean;
  if (more.length > 0) {
    throw new UsageError({
      en: 'A summary is made of one plan root; these paths lead to several',
      zh: '一份汇总材料只能来自一个计划根目录，所给路径包含多个',
    });
  }
  const text = render(builder.build(only.root.analysis, { lang: only.lang }), only.root);
  if (options.output === undefined) context.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  else await writeWhole(path.resolve(context.cwd, options.output), text);
  return EXIT.clean;
}
