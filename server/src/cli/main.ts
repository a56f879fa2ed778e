/** The command `planwright`: arguments in, exit code out. What each command does is in the file of its name. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../analysis/rule.js';
import { type Day, parseIsoDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { parseDate } from '../model/period.js';
import { visibleLines } from '../report/visible.js';
import { check } from './check.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import { explain } from './explain.js';
import { type ListOptions, list } from './list.js';
import { newPlan } from './new.js';
import { type ScheduleOptions, schedule } from './schedule.js';
import { summary } from './summary.js';
import { help, wrongCall } from './wording.js';

declare const PLANWRIGHT_VERSION: string | undefined;
const VERSION = typeof PLANWRIGHT_VERSION === 'string' ? PLANWRIGHT_VERSION : '0.0.0';

interface Common {
  readonly asOf?: Day;
  readonly lang?: Lang;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Runs one call and answers its exit code. Nothing here ends the process. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  const lang = requestedLang(argv) ?? environmentLang(context.env);
  let exit: number = EXIT.clean;
  const program = build(context, lang, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean;
      context.stderr.write(`planwright: ${visibleLines(wrongCall(error, lang))}\n`);
      return EXIT.usage;
    }
    if (error instanceof UsageError) {
      context.stderr.write(`planwright: ${visibleLines(error.text[lang])}\n`);
      return EXIT.usage;
    }
    if (isSystemError(error)) {
      const where = `${error.code ?? ''} ${error.path ?? ''}`.trim();
      context.stderr.write(
        lang === 'zh' ? `planwright：无法读写文件（${where}）\n` : `planwright: cannot read or write (${where})\n`,
      );
      return EXIT.usage;
    }
    context.stderr.write(internalError(error, lang, argv));
    return EXIT.internal;
  }
}

function build(context: Context, lang: Lang, done: (code: number) => void): Command {
  const text = help[lang];
  const program = new Command('planwright')
    .description(text.description)
    .version(VERSION, '--version', text.version)
    .helpOption('-h, --help', text.help)
    .exitOverride()
    .configureOutput({
      writeOut: (out) => context.stdout.write(out),
      writeErr: (out) => context.stderr.write(out),
      // Said by `run`, in the language that was asked for.
      outputError: () => {},
    })
    .configureHelp({ styleTitle: (title) => text.titles[title] ?? title });
  const command = (usage: string, about: string): Command =>
    program
      .command(usage)
      .description(about)
      .helpOption('-h, --help', text.help)
      .addOption(new Option('--as-of <day>', text.asOf).argParser((value) => dayOption(value, lang)))
      .addOption(new Option('--lang <lang>', text.lang).choices(['zh', 'en']))
      .addOption(new Option('--color', text.color))
      .addOption(new Option('--no-color', text.noColor))
      .addOption(new Option('--quiet', text.quiet))
      .copyInheritedSettings(program);
  program.helpCommand(false);

  command('check [paths...]', text.check)
    .addOption(new Option('--format <format>', text.checkFormat).argParser(collect).default([], 'text'))
    .addOption(
      new Option('--severity <severity>', text.severity).choices(['error', 'warning', 'info', 'hint']).default('info'),
    )
    .addOption(
      new Option('--fail-on <severity>', text.failOn).choices(['error', 'warning', 'info', 'never']).default('error'),
    )
    .addOption(new Option('--max-warnings <n>', text.maxWarnings).argParser((value) => countOption(value, lang)))
    .addOption(new Option('--stdin', text.stdin))
    .addOption(new Option('--stdin-path <path>', text.stdinPath))
    .addOption(new Option('--allow-empty', text.allowEmpty))
    .action(async (paths: string[], options: Common & CheckArguments) => {
      const { stdin, stdinPath, format, ...rest } = options;
      const overlay = stdin === true ? { path: stdinPath ?? 'stdin.plan', text: await context.readStdin() } : undefined;
      done(await check(paths, { ...rest, format: format.length === 0 ? ['text'] : format, overlay }, context));
    });

  command('schedule [paths...]', text.schedule)
    .addOption(new Option('--format <format>', text.scheduleFormat).default('text'))
    .addOption(new Option('--project <id>', text.project))
    .addOption(new Option('--backward', text.backward))
    .action(async (paths: string[], options: Common & ScheduleOptions) => {
      done(await schedule(paths, options, context));
    });

  command('list [paths...]', text.list)
    .addOption(new Option('--where <expression>', text.where))
    .addOption(new Option('--columns <fields>', text.columns))
    .addOption(new Option('--sort <fields>', text.sort))
    .addOption(new Option('--group <fields>', text.group))
    .addOption(new Option('--totals <expressions>', text.totals))
    .addOption(new Option('--view <name>', text.view))
    .addOption(new Option('--format <format>', text.listFormat).default('text'))
    .action(async (paths: string[], options: Common & ListOptions) => {
      done(await list(paths, options, context));
    });

  command('summary <kind> [paths...]', text.summary)
    .addOption(new Option('--format <format>', text.summaryFormat).default('md'))
    .addOption(new Option('-o, --output <file>', text.output))
    .action(async (kind: string, paths: string[], options: Common & { format: string; output?: string }) => {
      done(await summary(kind, paths, options, context));
    });

  command('new [folder]', text.new).action(async (folder: string | undefined, options: Common) => {
    done(await newPlan(folder ?? '.', options, context));
  });

  command('explain <code>', text.explain).action((code: string, options: Common) => {
    done(explain(code, options, context));
  });

  program
    .command('lsp')
    .description(text.lsp)
    .option('--stdio', text.stdio)
    .action(async () => done(await languageServer()));
  return program;
}

interface CheckArguments {
  readonly format: readonly string[];
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly stdin?: boolean;
  readonly stdinPath?: string;
  readonly allowEmpty?: boolean;
}

function collect(value: string, before: unknown): readonly string[] {
  return [...(Array.isArray(before) ? before : []), value];
}

function dayOption(value: string, lang: Lang): Day {
  const read = parseDate(value);
  const day = parseIsoDay(value) ?? (read.ok && read.period.grain === 'day' ? read.period.first : undefined);
  if (day !== undefined) return day;
  throw new InvalidArgumentError(lang === 'zh' ? '请写一个日期，例如 2026-03-31' : 'Write a day, such as 2026-03-31');
}

function countOption(value: string, lang: Lang): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(lang === 'zh' ? '请写一个整数' : 'Write a whole number');
}

/** The language that help and errors are wanted in is needed before the arguments are parsed. */
function requestedLang(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at !== -1 && (value === 'zh' || value === 'en') ? value : undefined;
}

/** The server is a bundle of its own beside this one; it takes over standard input and output. */
function languageServer(): Promise<number> {
  const server = fileURLToPath(new URL('./server.js', import.meta.url));
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? EXIT.internal));
  });
}

interface SystemError extends Error {
  readonly code?: string;
  readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error;
}

function internalError(error: unknown, lang: Lang, argv: readonly string[]): string {
  const detail = visibleLines(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const call = visibleLines(argv.join(' '));
  return lang === 'zh'
    ? `planwright：程序内部错误，这不是您的问题。反馈时请附上以下内容：\n  planwright ${VERSION}，命令：${call}\n${detail}\n`
    : `planwright: an internal error; this is a fault of the program. Please report it with:\n  planwright ${VERSION}, call: ${call}\n${detail}\n`;
}
