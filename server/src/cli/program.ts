/** Which commands there are and what each takes. What a command does is in the file of its name. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Severity } from '../analysis/rule.js';
import type { Day } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { VERSION } from '../workspace/version.js';
import { check } from './check.js';
import { type Context, EXIT, UsageError } from './context.js';
import { explain } from './explain.js';
import { type FormatOptions, format } from './format.js';
import { type ListOptions, list } from './list.js';
import { newPlan } from './new.js';
import { collect, countValue, dayValue } from './option-values.js';
import { type ScheduleOptions, schedule } from './schedule.js';
import { summary } from './summary.js';
import { checkAndWatch } from './watch.js';
import { describeOption, help } from './wording.js';

interface Common {
  readonly asOf?: Day;
  readonly lang?: Lang;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

interface Stdin {
  readonly stdin?: boolean;
  readonly stdinPath?: string;
}

interface CheckArguments extends Stdin {
  readonly format: readonly string[];
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly allowEmpty?: boolean;
  readonly watch?: boolean;
}

/** `done` is told the exit code of the command that ran. */
export function programFor(context: Context, lang: Lang, done: (code: number) => void): Command {
  const text = help[lang];
  const program = new Command('planwright')
    .description(text.description)
    .version(VERSION, '--version', text.version)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (out) => context.stdout.write(out),
      writeErr: (out) => context.stderr.write(out),
      // Said by the caller, in the language that was asked for.
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => text.titles[title] ?? title,
      optionDescription: (option) => describeOption(option, lang),
    });
  const command = (usage: string, about: string): Command =>
    program
      .command(usage)
      .description(about)
      .helpOption('-h, --help', text.help)
      .addOption(new Option('--as-of <day>', text.asOf).argParser((value) => dayValue(value, lang)))
      .addOption(new Option('--lang <lang>', text.lang).choices(['zh', 'en']))
      .addOption(new Option('--color', text.color))
      .addOption(new Option('--no-color', text.noColor))
      .addOption(new Option('--quiet', text.quiet))
      .copyInheritedSettings(program);

  command('check [paths...]', text.check)
    .addOption(new Option('--format <format>', text.checkFormat).argParser(collect).default([], 'text'))
    .addOption(
      new Option('--severity <severity>', text.severity).choices(['error', 'warning', 'info', 'hint']).default('info'),
    )
    .addOption(
      new Option('--fail-on <severity>', text.failOn).choices(['error', 'warning', 'info', 'never']).default('error'),
    )
    .addOption(new Option('--max-warnings <n>', text.maxWarnings).argParser((value) => countValue(value, lang)))
    .addOption(new Option('--baseline <file>', text.baseline))
    .addOption(new Option('--write-baseline <file>', text.writeBaseline))
    .addOption(new Option('--stdin', text.stdin))
    .addOption(new Option('--stdin-path <path>', text.stdinPath))
    .addOption(new Option('--allow-empty', text.allowEmpty))
    .addOption(new Option('--watch', text.watch).conflicts('stdin'))
    .action(async (paths: string[], options: Common & CheckArguments) => {
      const { stdin, stdinPath, watch, format: formats, ...rest } = options;
      const overlay = await fromStdin(paths, options, context);
      const run = watch === true ? checkAndWatch : check;
      done(await run(paths, { ...rest, format: formats.length === 0 ? ['text'] : formats, overlay }, context));
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

  command('format [paths...]', text.format)
    .addOption(new Option('--check', text.formatCheck))
    .addOption(new Option('--keywords <vocabulary>', text.keywords).choices(['zh', 'en', 'keep']).default('keep'))
    .addOption(new Option('--stdin', text.stdin))
    .addOption(new Option('--stdin-path <path>', text.stdinPath))
    .addOption(new Option('--allow-empty', text.allowEmpty))
    .action(async (paths: string[], options: Stdin & FormatOptions) => {
      const input = await fromStdin(paths, options, context);
      done(await format(paths, { ...options, input }, context));
    });

  command('new [folder]', text.new).action(async (folder: string | undefined, options: Common) => {
    done(await newPlan(folder ?? '.', options, context));
  });

  command('explain <code>', text.explain).action((code: string, options: Common) => {
    done(explain(code, options, context));
  });

  command('lsp', text.lsp)
    .addOption(new Option('--stdio', text.stdio))
    .action(async () => done(await languageServer()));
  return program;
}

/** What came over standard input, and the path that it stands for. */
async function fromStdin(
  paths: readonly string[],
  { stdin, stdinPath }: Stdin,
  context: Context,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  if (stdin !== true) {
    if (stdinPath === undefined) return undefined;
    throw new UsageError({ en: '--stdin-path goes with --stdin', zh: '--stdin-path 须与 --stdin 同用' });
  }
  if (paths.length > 0) {
    throw new UsageError({
      en: `--stdin takes no paths; say '--stdin-path ${paths[0]}' for what the text stands for`,
      zh: `使用 --stdin 时不能再给路径；请用“--stdin-path ${paths[0]}”说明内容对应的文件`,
    });
  }
  return { path: stdinPath ?? 'stdin.plan', text: await context.readStdin() };
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
