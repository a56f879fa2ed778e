/** `planwright format`: files in their canonical layout, and in one vocabulary where that is wanted. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { formatPlan } from '../syntax/format/format.js';
import { translateKeywords } from '../syntax/format/translate-keywords.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import { findRoots, noPlanFile, unreadable } from './find-roots.js';
import { displayPath } from './paths.js';
import { writeFileAtomically } from './write-file.js';

export interface FormatOptions {
  /** Write nothing; name the files that would change. */
  readonly check?: boolean | undefined;
  /** Which vocabulary keywords are turned into. */
  readonly keywords: Lang | 'keep';
  readonly lang?: Lang | undefined;
  readonly quiet?: boolean | undefined;
  readonly allowEmpty?: boolean | undefined;
  /** What came over standard input, and its name. */
  readonly input?: { readonly path: string; readonly text: string } | undefined;
}

export async function format(paths: readonly string[], options: FormatOptions, context: Context): Promise<number> {
  if (options.input !== undefined) return formatInput(options.input, options, context);
  const given = paths.length === 0 ? ['.'] : paths;
  const roots = await findRoots(given, context);
  const files = roots.flatMap(({ folder, asked }) => asked.map((file) => path.join(folder, file)));
  if (files.length === 0 && options.allowEmpty !== true) throw noPlanFile(given);
  // Everything is read before anything is written: a file that cannot be read leaves the others as they are.
  const changes: { readonly file: string; readonly text: string }[] = [];
  for (const file of files) {
    const before = await readExactly(file, context);
    const text = formatted(before, options.keywords);
    if (text !== before) changes.push({ file, text });
  }
  for (const { file, text } of changes) {
    if (options.check !== true) await writeFileAtomically(file, text);
    context.stdout.write(`${visible(displayPath(context, file))}\n`);
  }
  if (options.quiet !== true) {
    const lang = options.lang ?? roots[0]?.configuration.language ?? environmentLang(context);
    context.stderr.write(`${summary(changes.length, files.length, options.check === true, lang)}\n`);
  }
  return options.check === true && changes.length > 0 ? EXIT.findings : EXIT.clean;
}

/** A filter: what comes out is a plan file and no message, so that not a character of it is changed for a terminal. */
function formatInput(
  { path: name, text }: { readonly path: string; readonly text: string },
  options: FormatOptions,
  context: Context,
): number {
  const result = formatted(text, options.keywords);
  if (options.check !== true) {
    context.stdout.write(result);
    return EXIT.clean;
  }
  if (result === text) return EXIT.clean;
  context.stdout.write(`${visible(name)}\n`);
  return EXIT.findings;
}

function formatted(text: string, keywords: Lang | 'keep'): string {
  return formatPlan(keywords === 'keep' ? text : translateKeywords(text, keywords));
}

/** With its byte order mark. A file that is not UTF-8 is left alone: writing it back would lose what could not be read. */
async function readExactly(file: string, context: Context): Promise<string> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) throw unreadable(displayPath(context, file));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const name = displayPath(context, file);
    throw new UsageError({
      en: `'${name}' is not UTF-8; nothing was written`,
      zh: `“${name}”不是 UTF-8 编码，未写入任何内容`,
    });
  }
}

function summary(changed: number, all: number, check: boolean, lang: Lang): string {
  if (lang === 'zh') return `${all} 个文件，${check ? `${changed} 个需要排版` : `已排版 ${changed} 个`}`;
  return `${all} file${all === 1 ? '' : 's'}, ${changed} ${check ? 'would change' : 'changed'}`;
}
