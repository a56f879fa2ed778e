/** `planwright check`: all diagnostics of the paths given. */
import path from 'node:path';
import pc from 'picocolors';
import type { Severity } from '../analysis/rule.js';
import { formatDay } from '../model/day.js';
import type { Diagnostic } from '../workspace/diagnostic.js';
import { renderDiagnostic } from './check-text.js';
import { type Context, EXIT, UsageError, wantsColor } from './context.js';
import { type LoadedRoot, type LoadOptions, load, shown } from './load.js';
import { writeWhole } from './write-file.js';

export interface CheckOptions extends LoadOptions {
  /** `text`, `json`, or either with `=FILE`. */
  readonly format: readonly string[];
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Everything that a format needs. */
export interface CheckResult {
  readonly roots: readonly LoadedRoot[];
  readonly statusDate: string;
  readonly files: number;
  readonly projects: number;
  /** What is shown, in the order of files and places, with the root it belongs to. */
  readonly shown: readonly { readonly root: LoadedRoot; readonly diagnostic: Diagnostic; readonly file: string }[];
}

type Format = (result: CheckResult, options: CheckOptions & { readonly toFile: boolean }, context: Context) => string;

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['text', asText],
  ['json', asJson],
]);

const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const rank = (severity: Severity): number => ORDER.indexOf(severity);

export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const targets = options.format.map(parseTarget);
  const roots = await load(paths, options, context);
  const all = roots.flatMap((root) => diagnosticsOfRoot(root, roots.length > 1, context));
  const result: CheckResult = {
    roots,
    statusDate: roots[0] === undefined ? '' : formatDay(roots[0].root.analysis.status),
    files: roots.reduce((sum, { asked }) => sum + asked.length, 0),
    projects: roots.reduce((sum, root) => sum + projectsIn(root), 0),
    shown: all.filter(({ diagnostic }) => rank(diagnostic.severity) <= rank(options.severity)),
  };
  for (const { format, file } of targets) {
    const text = format(result, { ...options, toFile: file !== undefined }, context);
    if (file === undefined) context.stdout.write(text);
    else await writeWhole(path.resolve(context.cwd, file), text);
  }
  const { failOn, maxWarnings } = options;
  const fails = failOn !== 'never' && all.some(({ diagnostic }) => rank(diagnostic.severity) <= rank(failOn));
  const warnings = all.filter(({ diagnostic }) => diagnostic.severity === 'warning').length;
  return fails || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}

/** `json` or `json=report.json`. */
function parseTarget(target: string): { readonly format: Format; readonly file: string | undefined } {
  const [name = '', ...rest] = target.split('=');
  const format = FORMATS.get(name);
  const known = [...FORMATS.keys()];
  if (format === undefined) {
    throw new UsageError({
      en: `There is no format '${name}'; there are: ${known.join(', ')}`,
      zh: `没有格式“${name}”，可用的有：${known.join('、')}`,
    });
  }
  return { format, file: rest.length === 0 ? undefined : rest.join('=') };
}

function diagnosticsOfRoot(loaded: LoadedRoot, several: boolean, context: Context): CheckResult['shown'] {
  loaded.root.settle();
  return loaded.asked.flatMap((file) => {
    // Files are named from the plan root; where several roots are checked at once, from where the command was called.
    const name = several ? shown(context, path.join(loaded.folder, file)) : file;
    return loaded.root.diagnostics(file, loaded.lang).map((diagnostic) => ({ root: loaded, diagnostic, file: name }));
  });
}

function projectsIn({ root, asked }: LoadedRoot): number {
  return asked.reduce((sum, file) => {
    const declarations = root.facts(file)?.declarations ?? [];
    return sum + declarations.filter(({ kind }) => kind === 'project').length;
  }, 0);
}

function countOf(result: CheckResult, severity: Severity): number {
  return result.shown.filter(({ diagnostic }) => diagnostic.severity === severity).length;
}

// ------------------------------------------------------------------------------------------------ formats

function asText(result: CheckResult, options: CheckOptions & { readonly toFile: boolean }, context: Context): string {
  const colors = pc.createColors(!options.toFile && wantsColor(options.color, context));
  const blocks = result.shown.map(({ root, diagnostic }) =>
    renderDiagnostic(diagnostic, {
      lang: root.lang,
      colors,
      nameOf: (name) => shown(context, path.join(root.folder, name)),
      textOf: (name) => root.root.text(name) ?? '',
    }),
  );
  const summary = options.quiet === true ? [] : [summaryLine(result, colors)];
  return `${[...blocks, ...summary].join('\n\n')}${blocks.length + summary.length === 0 ? '' : '\n'}`;
}

function summaryLine(result: CheckResult, colors: ReturnType<typeof pc.createColors>): string {
  const { files, projects, statusDate } = result;
  const [errors, warnings, infos, hints] = ORDER.map((severity) => countOf(result, severity)) as [
    number,
    number,
    number,
    number,
  ];
  const clean = errors + warnings + infos + hints === 0;
  const mark = clean ? colors.green('✓') : errors > 0 ? colors.red('✗') : colors.yellow('!');
  if (result.roots[0]?.lang === 'zh') {
    const counts = [`错误 ${errors}`, `警告 ${warnings}`, `提示 ${infos}`, ...(hints > 0 ? [`建议 ${hints}`] : [])];
    return `${mark} ${files} 个文件，${projects} 个项目，截至 ${statusDate}：${clean ? '没有发现问题' : counts.join('，')}`;
  }
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const counts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    `${infos} info`,
    ...(hints > 0 ? [plural(hints, 'hint')] : []),
  ];
  const where = `${plural(files, 'file')}, ${plural(projects, 'project')} as of ${statusDate}`;
  return `${mark} ${where}: ${clean ? 'no problems' : counts.join(', ')}`;
}

function asJson(result: CheckResult): string {
  const output = {
    version: 1,
    statusDate: result.statusDate,
    summary: {
      files: result.files,
      projects: result.projects,
      errors: countOf(result, 'error'),
      warnings: countOf(result, 'warning'),
      infos: countOf(result, 'info'),
      hints: countOf(result, 'hint'),
    },
    diagnostics: result.shown.map(({ diagnostic, file }) => ({
      file,
      range: diagnostic.range,
      severity: diagnostic.severity,
      code: diagnostic.code,
      message: diagnostic.message,
      element: diagnostic.element ?? null,
      data: diagnostic.data,
      related: diagnostic.related.map(({ file: name, range, message }) => ({
        file: name === diagnostic.file ? file : name,
        range,
        message,
      })),
      fingerprint: diagnostic.fingerprint,
    })),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
