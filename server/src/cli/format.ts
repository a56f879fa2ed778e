/** `planwright format`: files in their canonical layout, and in one vocabulary where that is wanted. */
import path from 'node:path';
import { translateKeywords } from '../exchange/translate-keywords.js';
import type { Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { formatPlan } from '../syntax/format/format.js';
import { type Context, EXIT, environmentLang } from './context.js';
import { findRoots, noPlanFile, type PathOptions } from './find-roots.js';
import { displayPath } from './paths.js';
import { exactText, type From, readExactly } from './read-exactly.js';
import { type InputOptions, standardInput } from './standard-input.js';
import { writeAllAtomically } from './write-file.js';

export interface FormatOptions extends PathOptions, InputOptions {
  /** Write nothing; name the files that would change. */
  readonly check?: boolean | undefined;
  /** Which vocabulary keywords are turned into. */
  readonly keywords: Lang | 'keep';
  /** What files that are not UTF-8 are read as; they are written as UTF-8. */
  readonly from?: From | undefined;
  readonly lang?: Lang | undefined;
  readonly quiet?: boolean | undefined;
}

export async function format(paths: readonly string[], options: FormatOptions, context: Context): Promise<number> {
  const input = await standardInput(paths, options, context);
  if (input !== undefined) return formatInput(input, options, context);
  const given = paths.length === 0 ? ['.'] : paths;
  const roots = await findRoots(given, options, context);
  const files = roots.flatMap(({ folder, asked, within }) =>
    asked.map((file) => ({ file: path.join(folder, file), within })),
  );
  if (files.length === 0 && options.allowEmpty !== true) throw noPlanFile(given);
  // Everything is read before anything is written: a file that cannot be read leaves the others as they are.
  const changes: { readonly file: string; readonly content: string }[] = [];
  for (const { file, within } of files) {
    const before = await readExactly(file, context, { within, from: options.from });
    const content = formatted(before.text, options.keywords);
    if (before.converted || content !== before.text) changes.push({ file, content });
  }
  if (options.check !== true) await writeAllAtomically(changes);
  for (const { file } of changes) {
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
  { path: name, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  options: FormatOptions,
  context: Context,
): number {
  const { text, converted } = exactText(name, bytes, options.from);
  const result = formatted(text, options.keywords);
  if (options.check !== true) {
    context.stdout.write(result);
    return EXIT.clean;
  }
  if (!converted && result === text) return EXIT.clean;
  context.stdout.write(`${visible(name)}\n`);
  return EXIT.findings;
}

function formatted(text: string, keywords: Lang | 'keep'): string {
  return formatPlan(keywords === 'keep' ? text : translateKeywords(text, keywords));
}

function summary(changed: number, all: number, check: boolean, lang: Lang): string {
  if (lang === 'zh') return `${all} 个文件，${check ? `${changed} 个需要排版` : `已排版 ${changed} 个`}`;
  return `${all} file${all === 1 ? '' : 's'}, ${changed} ${check ? 'would change' : 'changed'}`;
}
