/** `planwright check`: all diagnostics of the paths given. */
import path from 'node:path';
import { SEVERITIES } from '../analysis/checks/index.js';
import type { Severity } from '../analysis/rule.js';
import { formatDay, today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { baselineText, readBaseline } from './baseline.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, environmentLang, wantsColor } from './context.js';
import { FORMATS } from './formats/index.js';
import {
  type CheckResult,
  type FileNames,
  type Listed,
  type OutputFormat,
  statusDatesOf,
} from './formats/output-format.js';
import { type LoadedRoot, type LoadOptions, load } from './load.js';
import { displayPath, inRepository, relativePath } from './paths.js';
import { printMessage } from './print-message.js';
import { writeFileAtomically } from './write-file.js';

export interface CheckOptions extends LoadOptions {
  /** Names of formats, each with `=FILE` where it goes into a file. */
  readonly format: readonly string[];
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number | undefined;
  /** A file of findings that do not count. */
  readonly baseline?: string | undefined;
  /** Where to write what is found now; from then on it does not count. */
  readonly writeBaseline?: string | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const targets = options.format.map(readTarget);
  const known = new Set(
    options.baseline === undefined
      ? []
      : await readBaseline(path.resolve(context.cwd, options.baseline), options.baseline),
  );
  const roots = await load(paths, options, context);
  const namesOf = naming(roots.length > 1, context);
  const all = inOrder(roots.flatMap((root) => diagnosticsIn(root, namesOf)));
  if (options.writeBaseline !== undefined) {
    await writeFileAtomically(path.resolve(context.cwd, options.writeBaseline), baselineText(all));
    for (const { diagnostic } of all) known.add(diagnostic.fingerprint);
  }
  const counted = all.filter(({ diagnostic }) => !known.has(diagnostic.fingerprint));
  const { failOn } = options;
  const listed = counted.filter(({ diagnostic }) => rank(diagnostic.severity) <= rank(options.severity));
  const result: CheckResult = {
    lang: langOf(roots) ?? options.lang ?? environmentLang(context),
    statusDates: roots.length > 0 ? statusDatesOf(roots) : [formatDay(options.asOf ?? today(context.now()))],
    files: roots.flatMap((root) => root.asked.map((file) => namesOf(root, file))),
    projects: roots.reduce((sum, root) => sum + projectsIn(root), 0),
    listed,
    hidden: counted.filter(
      ({ diagnostic: { severity } }) => severity !== 'hint' && rank(severity) > rank(options.severity),
    ).length,
    known: all.length - counted.length,
    fails: (severity) => failOn !== 'never' && rank(severity) <= rank(failOn),
    namesOf,
  };
  for (const { format, file } of targets) {
    const toTerminal = file === undefined;
    const text = format(result, {
      color: toTerminal && wantsColor(options.color, context),
      quiet: options.quiet === true,
    });
    if (toTerminal) context.stdout.write(text);
    else await writeFileAtomically(path.resolve(context.cwd, file), text);
  }
  const tooMany = exceeds(options.maxWarnings, counted, result, context);
  return tooMany || counted.some(({ diagnostic }) => result.fails(diagnostic.severity)) ? EXIT.findings : EXIT.clean;
}

/** What is said about all roots at once is said in their language, where they have one in common. */
function langOf(roots: readonly LoadedRoot[]): Lang | undefined {
  const langs = new Set(roots.map(({ lang }) => lang));
  return langs.size === 1 ? roots[0]?.lang : undefined;
}

/** `json` or `json=report.json`. */
function readTarget(target: string): { readonly format: OutputFormat; readonly file: string | undefined } {
  const [name = '', ...rest] = target.split('=');
  const file = rest.join('=');
  return { format: chooseFormat(FORMATS, name), file: file === '' ? undefined : file };
}

function naming(several: boolean, context: Context): (root: LoadedRoot, file: string) => FileNames {
  return ({ folder }, file) => {
    const absolute = path.join(folder, file);
    return {
      inPlan: several ? relativePath(context.cwd, absolute) : file,
      onTerminal: displayPath(context, absolute),
      inRepository: inRepository(context, absolute),
    };
  };
}

function diagnosticsIn(root: LoadedRoot, namesOf: CheckResult['namesOf']): readonly Listed[] {
  root.root.settle();
  return root.asked.flatMap((file) => {
    const names = namesOf(root, file);
    return root.root.diagnostics(file, root.lang).map((diagnostic) => ({ root, diagnostic, names }));
  });
}

/** By file; those of a file are in the order of line, column and code already. */
function inOrder(listed: readonly Listed[]): readonly Listed[] {
  return [...listed].sort((a, b) => (a.names.inPlan < b.names.inPlan ? -1 : a.names.inPlan > b.names.inPlan ? 1 : 0));
}

function projectsIn({ root, asked }: LoadedRoot): number {
  return asked.reduce((sum, file) => {
    const declarations = root.facts(file)?.declarations ?? [];
    return sum + declarations.filter(({ kind }) => kind === 'project').length;
  }, 0);
}

/** Says so where that alone makes the check fail: nothing else in the output would. */
function exceeds(
  limit: number | undefined,
  counted: readonly Listed[],
  { lang }: CheckResult,
  context: Context,
): boolean {
  if (limit === undefined) return false;
  const warnings = counted.filter(({ diagnostic }) => diagnostic.severity === 'warning').length;
  if (warnings <= limit) return false;
  printMessage(context, lang, {
    en: `${warnings} warning${warnings === 1 ? '' : 's'}, more than the ${limit} of --max-warnings`,
    zh: `警告 ${warnings} 条，超过 --max-warnings 允许的 ${limit} 条`,
  });
  return true;
}
