/** `planwright check`: all diagnostics of the paths given. */
import { SEVERITIES } from '../analysis/checks/index.js';
import type { Severity } from '../analysis/rule.js';
import { formatDay, today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import type { Baseline, Known } from './baseline.js';
import { type CheckedRoot, checkedRoot } from './checked-root.js';
import { type Context, EXIT, environmentLang, showsLinks, terminalWidth, wantsColor } from './context.js';
import { fileNames } from './file-names.js';
import { type CheckResult, type Listed, statusDatesOf } from './formats/output-format.js';
import { readTargets } from './formats/targets.js';
import { type LoadedRoot, type LoadOptions, load } from './load.js';
import { printMessage } from './print-message.js';
import { severitiesOf } from './rule-option.js';
import type { WriteOptions } from './write-file.js';

export interface CheckOptions extends Omit<LoadOptions, 'severities'>, WriteOptions {
  /** Names of formats, each with `=FILE` where it goes into a file. */
  readonly format: readonly string[];
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number | undefined;
  /** `CODE=severity`, with the last word. */
  readonly rule?: readonly string[] | undefined;
  /** A file of findings that do not count. */
  readonly baseline?: string | undefined;
  /** Where to write what is found now; from then on it does not count. */
  readonly writeBaseline?: string | undefined;
  readonly statistics?: boolean | undefined;
  /** The git revision whose history is not to be rewritten. */
  readonly since?: string | undefined;
  /** Keep what was found, and say it again where nothing that it depends on has changed. */
  readonly cache?: boolean | undefined;
  /** Apply the safe quick fixes first; with `diff` they are shown and nothing else is done. */
  readonly fix?: boolean | undefined;
  readonly diff?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const targets = readTargets(options.format, context);
  const severities = severitiesOf(options.rule ?? []);
  const baseline = await baselineOf(options, context);
  const since =
    options.since === undefined ? undefined : new (await import('./since.js')).Since(options.since, context);
  const beforeReading = (root: LoadedRoot): void => since?.ask(root);
  const loading = { ...options, severities, tellsEncoding: true, beforeReading };
  let roots: readonly CheckedRoot[];
  if (mayBeKept(paths, options)) roots = await (await import('./check-cache.js')).keptRoots(paths, loading, context);
  else {
    const loaded = await load(paths, loading, context);
    if (options.fix === true) {
      const { fix } = await import('./fix.js');
      const changed = await fix(loaded, { ...options, lang: commonLang(loaded, options, context) }, context);
      if (options.diff === true) return changed ? EXIT.findings : EXIT.clean;
    }
    await since?.compare();
    roots = loaded.map(checkedRoot);
  }
  const lang = commonLang(roots, options, context);
  const namesOf = fileNames(roots, context);
  const find = (): readonly Listed[] => inOrder(roots.flatMap((root) => diagnosticsIn(root, namesOf)));
  const writes = options.writeBaseline !== undefined;
  const told = find();
  const before = writes ? { listed: new Set(told), stale: [] } : knownIn(told, roots, baseline);
  // What is known is not told, and then nothing may stand aside for it.
  const all = keptBack(before.listed, roots) ? find() : told;
  const known = writes ? await written(all, options, context) : all === told ? before : knownIn(all, roots, baseline);
  const { failOn } = options;
  const counted = all.filter((each) => !known.listed.has(each));
  const listed = counted.filter(({ diagnostic }) => rank(diagnostic.severity) <= rank(options.severity));
  const result: CheckResult = {
    lang,
    statusDates: roots.length > 0 ? statusDatesOf(roots) : [formatDay(options.asOf ?? today(context.now()))],
    roots,
    files: roots.flatMap((root) => root.asked.map((file) => namesOf(root, file))),
    projects: roots.reduce((sum, { projects }) => sum + projects, 0),
    listed,
    hidden: counted.filter(
      ({ diagnostic: { severity } }) => severity !== 'hint' && rank(severity) > rank(options.severity),
    ).length,
    known: known.listed.size,
    fails: (severity) => failOn !== 'never' && rank(severity) <= rank(failOn),
    statistics: options.statistics === true,
    namesOf,
  };
  const tooMany = exceeds(options.maxWarnings, counted, result, context);
  const fails = tooMany || counted.some(({ diagnostic }) => result.fails(diagnostic.severity));
  const exit = fails ? EXIT.findings : EXIT.clean;
  for (const { format, file } of targets) {
    const toTerminal = file === undefined;
    const text = format(result, {
      color: toTerminal && wantsColor(options.color, context),
      columns: toTerminal ? terminalWidth(context) : undefined,
      links: toTerminal && showsLinks(options.color, context),
      quiet: options.quiet === true,
      exit,
    });
    if (file === undefined) context.stdout.write(text);
    else await (await import('./write-file.js')).writeResult(file, text, options, context);
  }
  tellStale(known.stale, lang, options, context);
  return exit;
}

/** Whether the plan and its configuration are all that the findings depend on, as they are on the disk. */
function mayBeKept(paths: readonly string[], { cache, fix, since, stdin }: CheckOptions): boolean {
  return cache === true && fix !== true && since === undefined && stdin !== true && !paths.includes('-');
}

async function baselineOf({ baseline }: CheckOptions, context: Context): Promise<Baseline | undefined> {
  return baseline === undefined ? undefined : (await import('./baseline.js')).readBaseline(baseline, context);
}

const NOTHING_KNOWN: Known = { listed: new Set(), stale: [] };

function knownIn(all: readonly Listed[], roots: readonly CheckedRoot[], baseline: Baseline | undefined): Known {
  return baseline === undefined ? NOTHING_KNOWN : baseline.match(all, roots);
}

/** The codes for which other rules stand aside: what could not be read, and names that stand for nothing. */
const LEFT_TO = /^(?:file|syntax|value|name|expression|member)\//;

/** Whether findings that are known have others standing aside for them; those are told from now on. */
function keptBack(known: ReadonlySet<Listed>, roots: readonly CheckedRoot[]): boolean {
  const leading = [...known].filter(({ diagnostic }) => LEFT_TO.test(diagnostic.code));
  for (const root of roots) {
    const mine = leading.filter((each) => each.root === root).map(({ diagnostic }) => diagnostic);
    if (mine.length > 0) root.know(mine);
  }
  return leading.length > 0;
}

/** What has just been written into a baseline is known. */
async function written(all: readonly Listed[], options: CheckOptions, context: Context): Promise<Known> {
  const { writeBaseline } = await import('./baseline.js');
  await writeBaseline(options.writeBaseline ?? '', all, options, context);
  return { listed: new Set(all), stale: [] };
}

/** What is said about all roots at once is said in their language, where they have one in common. */
function commonLang(roots: readonly { readonly lang: Lang }[], options: CheckOptions, context: Context): Lang {
  const langs = new Set(roots.map(({ lang }) => lang));
  const [common] = langs.size === 1 ? langs : [];
  return common ?? options.lang ?? environmentLang(context);
}

function diagnosticsIn(root: CheckedRoot, namesOf: CheckResult['namesOf']): readonly Listed[] {
  return root.asked.flatMap((file) => {
    const names = namesOf(root, file);
    return root.diagnostics(file).map((diagnostic) => ({ root, diagnostic, names }));
  });
}

/** By root and file; those of a file are in the order of line, column and code already. */
function inOrder(listed: readonly Listed[]): readonly Listed[] {
  return [...listed].sort(
    (a, b) => compare(a.names.root ?? '', b.names.root ?? '') || compare(a.names.inPlan, b.names.inPlan),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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

/** So many stale entries are named; of more it is said how many. */
const MOST_NAMED = 10;

function tellStale(stale: Known['stale'], lang: Lang, { baseline, quiet }: CheckOptions, context: Context): void {
  if (stale.length === 0 || quiet === true) return;
  const named = stale
    .slice(0, MOST_NAMED)
    .map(({ file, code, element }) => `\n  ${file}  ${code}${element === null ? '' : `  ${element}`}`);
  const more = stale.length - named.length;
  printMessage(context, lang, {
    en: `${stale.length === 1 ? '1 entry' : `${stale.length} entries`} of the baseline '${baseline}' no longer stand${stale.length === 1 ? 's' : ''} for anything; '--write-baseline ${baseline}' takes ${stale.length === 1 ? 'it' : 'them'} out:${named.join('')}${more > 0 ? `\n  and ${more} more` : ''}`,
    zh: `基线“${baseline}”中有 ${stale.length} 条已不再对应任何问题，可用“--write-baseline ${baseline}”去除：${named.join('')}${more > 0 ? `\n  另有 ${more} 条` : ''}`,
  });
}
