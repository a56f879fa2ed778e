/**
 * `check --cache`: where nothing has changed that the findings of a plan root depend on, what was found in the last call
 * is said again. That is the program itself, the day, what the call and the configuration ask for, the text of every
 * file of the root, and whether the documents are there that they name. Anything else is judged anew.
 */
import { readFileSync } from 'node:fs';
import { today } from '../model/day.js';
import type { Foreign } from '../model/encoding.js';
import { isTooLong } from '../model/text-length.js';
import { realPath } from '../workspace/node-files-read.js';
import { VERSION } from '../workspace/version.js';
import { cacheFolder } from './cache-folder.js';
import { type CheckedRoot, checkedRoot } from './checked-root.js';
import type { Context } from './context.js';
import type { FoundRoot } from './find-roots.js';
import { digestOf, type KeptFindings, keepFindings, keptFindings, type Looked } from './kept-findings.js';
import {
  askedRoots,
  configurationOf,
  fileExistsIn,
  type LoadedRoot,
  type LoadOptions,
  readFiles,
  settingsOf,
} from './load.js';
import { printMessage } from './print-message.js';

/** A file as it was read. */
interface ReadText {
  readonly file: string;
  readonly text: string;
  readonly foreign: Foreign | undefined;
}

/** The plan roots of the paths as they were found to be, in this call or an earlier one. */
export async function keptRoots(
  paths: readonly string[],
  options: LoadOptions,
  context: Context,
): Promise<readonly CheckedRoot[]> {
  const given = paths.length === 0 ? ['.'] : paths;
  const folder = cacheFolder(context);
  const found = await askedRoots(given, options, context);
  return Promise.all(
    found.map(async (each) => {
      const texts = await read(each, options, context);
      const judge = (looked?: Looked[]): CheckedRoot => judged(each, texts, looked, options, context);
      if (folder === undefined) return judge();
      const { lang } = settingsOf(each, options, context);
      const name = nameOf(each, given, lang, options, context);
      const key = keyOf(each, texts, lang, options, context);
      const kept = await keptFindings(folder, name, key);
      if (kept !== undefined && isAsItWas(each, kept)) return keptRoot(each, texts, lang, kept, () => judge());
      const looked: Looked[] = [];
      const root = judge(looked);
      const { status, projects } = root;
      const diagnostics = new Map(root.asked.map((file) => [file, root.diagnostics(file)]));
      const made = { status, projects, looked, diagnostics };
      if (!(await keepFindings(folder, name, key, made))) tellUnwritable(folder, lang, options, context);
      return keptRoot(each, texts, lang, made, () => root);
    }),
  );
}

async function read(found: FoundRoot, options: LoadOptions, context: Context): Promise<readonly ReadText[]> {
  const texts: ReadText[] = [];
  await readFiles(settingsOf(found, options, context), found, undefined, options, context, (file, text, foreign) =>
    texts.push({ file, text, foreign }),
  );
  return texts;
}

/** What a call may find another state of next time is kept under one name. */
function nameOf(
  { folder }: FoundRoot,
  given: readonly string[],
  lang: LoadedRoot['lang'],
  { config = '', exclude = [], followLinks = false, severities = [] }: LoadOptions,
  { cwd }: Context,
): string {
  return digestOf(plain([realPath(folder) ?? folder, cwd, given, lang, config, exclude, followLinks, severities]));
}

function keyOf(
  found: FoundRoot,
  texts: readonly ReadText[],
  lang: LoadedRoot['lang'],
  options: LoadOptions,
  context: Context,
): string {
  const { folder, asked, within } = found;
  return digestOf(
    plain([VERSION, process.version, today(context.now()), options.asOf ?? null, lang]),
    // A version that is being worked on changes without another number.
    readFileSync(context.program()),
    plain([folder, within ?? null, asked, configurationOf(found, options)]),
    ...texts.flatMap(({ file, text, foreign }) => [plain([file, text.length, foreign ?? null]), text]),
  );
}

/** The same text for the same data, and another for other data. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each));
}

function isAsItWas(found: FoundRoot, { looked }: KeptFindings): boolean {
  const fileExists = fileExistsIn(found);
  return looked.every(([file, target, there]) => fileExists(file, target) === there);
}

/** What documents are looked for is noted in `looked`. */
function judged(
  found: FoundRoot,
  texts: readonly ReadText[],
  looked: Looked[] | undefined,
  options: LoadOptions,
  context: Context,
): CheckedRoot {
  const fileExists = fileExistsIn(found);
  const loaded = settingsOf(found, options, context, (file, target) => {
    const there = fileExists(file, target);
    looked?.push([file, target, there]);
    return there;
  });
  for (const { file, text, foreign } of texts) loaded.root.set(file, text, foreign);
  return checkedRoot(loaded);
}

/** A root that is judged only where something is asked that was not kept. */
function keptRoot(
  { folder, asked }: FoundRoot,
  texts: readonly ReadText[],
  lang: LoadedRoot['lang'],
  { status, projects, diagnostics }: KeptFindings,
  judge: () => CheckedRoot,
): CheckedRoot {
  // Of a text that is too long nothing is kept, nor shown.
  const byFile = new Map(texts.map(({ file, text }) => [file, isTooLong(text) ? '' : text]));
  let anew: CheckedRoot | undefined;
  return {
    folder,
    lang,
    asked,
    status,
    projects,
    text: (file) => byFile.get(file),
    diagnostics: (file) => anew?.diagnostics(file) ?? diagnostics.get(file) ?? [],
    know: (findings) => {
      anew ??= judge();
      anew.know(findings);
    },
  };
}

function tellUnwritable(folder: string, lang: LoadedRoot['lang'], { quiet }: LoadOptions, context: Context): void {
  if (quiet === true) return;
  printMessage(context, lang, {
    en: `nothing could be kept in '${folder}': the next check takes as long as this one`,
    zh: `无法写入缓存文件夹“${folder}”，下次检查不会更快`,
  });
}
