/** `planwright schema [NAME]`: the JSON Schema of an output or of the configuration, or which there are. */
import pc from 'picocolors';
import { nearest } from '../analysis/similar-names.js';
import type { Lang } from '../model/lang.js';
import { type Context, EXIT, environmentLang, terminalWidth, UsageError, wantsColor } from './context.js';
import { jsonText } from './json-text.js';
import { SCHEMAS } from './schemas/index.js';
import { textTable } from './text-table.js';

interface SchemaOptions {
  readonly lang?: Lang | undefined;
  readonly color?: boolean | undefined;
}

export function schema(name: string | undefined, options: SchemaOptions, context: Context): number {
  if (name === undefined) {
    context.stdout.write(names(options, context));
    return EXIT.clean;
  }
  const found = SCHEMAS.find((each) => each.name === name);
  if (found === undefined) throw noSchema(name);
  context.stdout.write(jsonText(found.schema()));
  return EXIT.clean;
}

function names({ lang: given, color }: SchemaOptions, context: Context): string {
  const lang = given ?? environmentLang(context);
  const colors = pc.createColors(wantsColor(color, context));
  const titles = lang === 'zh' ? ['名称', '用于'] : ['name', 'of'];
  return `${textTable(
    titles.map((title) => ({ title })),
    SCHEMAS.map((each) => ({ cells: [each.name, each.about[lang]] })),
    { head: colors.bold, rule: colors.dim },
    terminalWidth(context),
  )}\n`;
}

function noSchema(name: string): UsageError {
  const known = SCHEMAS.map((each) => each.name);
  const close = nearest(name, known);
  return new UsageError({
    en: `There is no schema '${name}'; ${close === undefined ? `there are: ${known.join(', ')}` : `did you mean '${close}'?`}`,
    zh: `没有名为“${name}”的 schema，${close === undefined ? `可用的有：${known.join('、')}` : `是否指“${close}”？`}`,
  });
}
