/** `planwright summary KIND`: a generated summary, on stdout or in the file it was told. */
import path from 'node:path';
import { nearest } from '../analysis/similar-names.js';
import { FORMATS } from '../report/render/formats.js';
import { SUMMARIES, type Summary } from '../report/summaries/index.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, UsageError } from './context.js';
import { findView } from './find-view.js';
import type { LoadOptions } from './load.js';
import { loadOne } from './one-root.js';
import { type WriteOptions, writeResult } from './write-file.js';

export interface SummaryOptions extends LoadOptions, WriteOptions {
  readonly format: string;
  readonly output?: string | undefined;
}

/** Of kind `view` the first of the paths is the view's name: `planwright summary view NAME [paths]`. */
export async function summary(
  kind: string,
  paths: readonly string[],
  options: SummaryOptions,
  context: Context,
): Promise<number> {
  const builder = builderOf(kind);
  const { render } = chooseFormat(FORMATS, options.format);
  const [name, folders] = builder.named !== undefined ? [paths[0], paths.slice(1)] : [undefined, paths];
  if (builder.named !== undefined && name === undefined) {
    throw new UsageError({
      en: "Which view? Write its name behind the kind: 'summary view NAME'",
      zh: '哪个视图？请在类型后写出视图名：“summary view 名称”',
    });
  }
  const { root, lang } = await loadOne(folders, options, context);
  const { analysis } = root;
  const view = name === undefined ? {} : { name: findView(name, analysis).name.text };
  const text = render(builder.build(analysis, { lang, ...view }), {
    locate: (span) => rangeOf(span, root.lines(span.file)),
  });
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (options.output === undefined) context.stdout.write(ended);
  else await writeResult(path.resolve(context.cwd, options.output), ended, options, context);
  return EXIT.clean;
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
