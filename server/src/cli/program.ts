/**
 * Which commands there are and what each takes. What a command does is in the file of its name, which is loaded when it
 * is called: a check does not wait for what draws summaries.
 */
import { Argument, Command, Option } from 'commander';
import type { Severity } from '../analysis/rule.js';
import type { Day } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { VERSION } from '../workspace/version.js';
import type { CheckOptions } from './check.js';
import { guideText } from './command-guides.js';
import type { Shell } from './completion.js';
import { type Context, EXIT, UsageError } from './context.js';
import type { DiffOptions } from './diff.js';
import type { ExportOptions } from './export.js';
import type { FormOptions } from './form.js';
import type { FormatOptions } from './format.js';
import type { ImportOptions } from './import.js';
import type { ListOptions } from './list.js';
import { collect, countValue, dayValue } from './option-values.js';
import type { ScheduleOptions } from './schedule.js';
import type { SummaryOptions } from './summary.js';
import type { WhatIfOptions } from './what-if.js';
import { describeOption, help, noCommand } from './wording.js';

interface Common {
  readonly asOf?: Day;
  readonly lang?: Lang;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

interface CheckArguments extends Omit<CheckOptions, 'format' | 'severity' | 'failOn'> {
  readonly format: readonly string[];
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly watch?: boolean;
}

/** `done` is told the exit code of the command that ran. */
export function programFor(context: Context, lang: Lang, done: (code: number) => void): Command {
  const text = help[lang];
  const program = new Command('planwright')
    .description(text.description)
    .version(VERSION, '-V, --version', text.version)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (out) => context.stdout.write(out),
      writeErr: (out) => context.stderr.write(out),
      getOutHelpWidth: () => context.stdout.columns,
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
      .addOption(new Option('-q, --quiet', text.quiet))
      .addHelpText('after', ({ command: about }) => guideText(about.name(), lang))
      .copyInheritedSettings(program);
  /** For what reads plans. */
  const reading = (usage: string, about: string): Command =>
    command(`${usage} [paths...]`, about)
      .addOption(new Option('--config <file>', text.config))
      .addOption(new Option('--exclude <glob>', text.exclude).argParser(collect))
      .addOption(new Option('--follow-links', text.followLinks))
      .addOption(new Option('--allow-empty', text.allowEmpty));

  reading('check', text.check)
    .addOption(new Option('--format <format>', text.checkFormat).argParser(collect).default([], 'text'))
    .addOption(new Option('--mkdir', text.mkdir))
    .addOption(new Option('--fix', text.fix))
    .addOption(new Option('--diff', text.diff).conflicts('format'))
    .addOption(new Option('--rule <code=severity>', text.rule).argParser(collect))
    .addOption(
      new Option('--severity <severity>', text.severity).choices(['error', 'warning', 'info', 'hint']).default('info'),
    )
    .addOption(
      new Option('--fail-on <severity>', text.failOn).choices(['error', 'warning', 'info', 'never']).default('error'),
    )
    .addOption(new Option('--max-warnings <n>', text.maxWarnings).argParser((value) => countValue(value, lang)))
    .addOption(new Option('--statistics', text.statistics))
    .addOption(new Option('--baseline <file>', text.baseline))
    .addOption(new Option('--write-baseline <file>', text.writeBaseline))
    .addOption(new Option('--since <revision>', text.since))
    .addOption(new Option('--cache', text.cache))
    .addOption(new Option('--stdin', text.stdin))
    .addOption(new Option('--stdin-path <path>', text.stdinPath))
    .addOption(new Option('--watch', text.watch).conflicts(['stdin', 'fix']))
    .action(async (paths: string[], { watch, ...given }: Common & CheckArguments) => {
      const options = { ...given, format: given.format.length === 0 ? ['text'] : given.format };
      refuseTogether(paths, given);
      const run = watch === true ? (await import('./watch.js')).checkAndWatch : (await import('./check.js')).check;
      done(await run(paths, options, context));
    });

  reading('schedule', text.schedule)
    .addOption(new Option('--format <format>', text.scheduleFormat).default('text'))
    .addOption(new Option('--project <id>', text.project))
    .addOption(new Option('--backward', text.backward))
    .action(async (paths: string[], options: Common & ScheduleOptions) => {
      const { schedule } = await import('./schedule.js');
      done(await schedule(paths, options, context));
    });

  reading('what-if <slip>', text.whatIf)
    .addOption(new Option('--format <format>', text.whatIfFormat).default('text'))
    .action(async (slip: string, paths: string[], options: Common & WhatIfOptions) => {
      const { askWhatIf } = await import('./what-if.js');
      done(await askWhatIf(slip, paths, options, context));
    });

  reading('list', text.list)
    .addOption(new Option('--where <expression>', text.where))
    .addOption(new Option('--columns <fields>', text.columns))
    .addOption(new Option('--sort <fields>', text.sort))
    .addOption(new Option('--group <fields>', text.group))
    .addOption(new Option('--totals <expressions>', text.totals))
    .addOption(new Option('--view <name>', text.view))
    .addOption(new Option('--unit <unit>', text.moneyUnit))
    .addOption(new Option('--format <format>', text.listFormat).default('text'))
    .action(async (paths: string[], options: Common & ListOptions) => {
      const { list } = await import('./list.js');
      done(await list(paths, options, context));
    });

  reading('summary <kind>', text.summary)
    .addOption(new Option('--format <format>', text.summaryFormat))
    .addOption(new Option('--since <day|revision>', text.summarySince))
    .addOption(new Option('--meeting <name>', text.summaryMeeting))
    .addOption(new Option('--paper <size>', text.paper))
    .addOption(new Option('--unit <unit>', text.moneyUnit))
    .addOption(new Option('-o, --output <file>', text.output))
    .addOption(new Option('--mkdir', text.mkdir))
    .action(async (kind: string, paths: string[], options: Common & SummaryOptions) => {
      const { summary } = await import('./summary.js');
      done(await summary(kind, paths, options, context));
    });

  reading('export <kind>', text.exportCommand)
    .addOption(new Option('-o, --output <file>', text.output))
    .addOption(new Option('--mkdir', text.mkdir))
    .addOption(new Option('--no-bom', text.noBom))
    .action(async (kind: string, paths: string[], options: Common & ExportOptions) => {
      const { exportPlan } = await import('./export.js');
      done(await exportPlan(kind, paths, options, context));
    });

  command('diff <base> [head]', text.diffCommand)
    .addOption(new Option('--format <format>', text.diffFormat).default('text'))
    .addOption(new Option('--fail-on <what>', text.diffFailOn).choices(['rewritten', 'never']).default('never'))
    .addOption(new Option('--root <folder>', text.root))
    .addOption(new Option('--config <file>', text.config))
    .addOption(new Option('--exclude <glob>', text.exclude).argParser(collect))
    .addOption(new Option('--follow-links', text.followLinks))
    .action(async (base: string, head: string | undefined, options: Common & DiffOptions) => {
      const { diff } = await import('./diff.js');
      done(await diff(base, head, options, context));
    });

  reading('format', text.format)
    .addOption(new Option('--check', text.formatCheck))
    .addOption(new Option('--from <encoding>', text.from).choices(['gb18030', 'utf-16']))
    .addOption(new Option('--keywords <vocabulary>', text.keywords).choices(['zh', 'en', 'keep']).default('keep'))
    .addOption(new Option('--stdin', text.stdin))
    .addOption(new Option('--stdin-path <path>', text.stdinPath))
    .action(async (paths: string[], options: Common & FormatOptions) => {
      const { format } = await import('./format.js');
      done(await format(paths, options, context));
    });

  reading('form <unit>', text.form)
    .addOption(new Option('-o, --output <file>', text.formOutput))
    .addOption(new Option('--mkdir', text.mkdir))
    .action(async (unit: string, paths: string[], options: Common & FormOptions) => {
      const { form } = await import('./form.js');
      done(await form(unit, paths, options, context));
    });

  command('import <files...>', text.import)
    .addOption(new Option('-o, --output <file>', text.importOutput))
    .addOption(new Option('--overwrite', text.overwrite))
    .addOption(new Option('--merge', text.merge).conflicts('output'))
    .addOption(new Option('--plan <folder>', text.plan))
    .addOption(new Option('--accept-nearest', text.acceptNearest))
    .addOption(new Option('--accept-new', text.acceptNew).conflicts('acceptNearest'))
    .addOption(new Option('--dry-run', text.dryRun))
    .addOption(new Option('--map <column=field>', text.map).argParser(collect))
    .addOption(new Option('--mapping <file>', text.mapping))
    .addOption(new Option('--write-mapping <file>', text.writeMapping))
    .addOption(new Option('--unit <unit>', text.unit))
    .addOption(new Option('--year <year>', text.year).argParser((value) => countValue(value, lang)))
    .addOption(new Option('--sheet <name>', text.sheet).argParser(collect))
    .addOption(new Option('--rows <column=text>', text.rows).argParser(collect))
    .addOption(new Option('--keywords <vocabulary>', text.importKeywords).choices(['zh', 'en']))
    .addOption(new Option('--format <format>', text.importFormat).choices(['text', 'json']).default('text'))
    .action(async (files: string[], options: Common & ImportOptions) => {
      const { importFiles } = await import('./import.js');
      done(await importFiles(files, options, context));
    });

  command('new [folder]', text.new).action(async (folder: string | undefined, options: Common) => {
    const { newPlan } = await import('./new.js');
    done(await newPlan(folder ?? '.', options, context));
  });

  command('explain [code]', text.explain).action(async (code: string | undefined, options: Common) => {
    const { explain } = await import('./explain.js');
    done(explain(code, options, context));
  });

  command('schema [name]', text.schema).action(async (name: string | undefined, options: Common) => {
    const { schema } = await import('./schema.js');
    done(schema(name, options, context));
  });

  command('mcp [folder]', text.mcp)
    .addOption(new Option('--stdio', text.stdio))
    .action(async (folder: string | undefined, options: Common) => {
      const { mcp } = await import('./mcp.js');
      done(await mcp(folder, options, context));
    });

  command('completion', text.completion)
    .addArgument(new Argument('<shell>', '').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action(async (shell: Shell) => {
      const { completion, wordsBehind } = await import('./completion.js');
      done(completion(shell, program, await wordsBehind(), context));
    });

  command('lsp', text.lsp)
    .addOption(new Option('--stdio', text.stdio))
    .addOption(new Option('--node-ipc', text.nodeIpc))
    .addOption(new Option('--pipe <name>', text.pipe))
    .addOption(new Option('--socket <port>', text.socket))
    .addOption(new Option('--clientProcessId <id>', text.clientProcessId))
    .action(async () => {
      const { languageServer } = await import('./language-server.js');
      done(await languageServer(context.server()));
    });

  program
    .command('help [command]')
    .description(text.helpCommand)
    .helpOption('-h, --help', text.help)
    .addOption(new Option('--lang <lang>', text.lang).choices(['zh', 'en']))
    .addHelpText('after', guideText('help', lang))
    .copyInheritedSettings(program)
    .action((name: string | undefined) => {
      const about = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (about === undefined)
        throw noCommand(
          name ?? '',
          program.commands.map((each) => each.name()),
        );
      about.outputHelp();
      done(EXIT.clean);
    });
  return program;
}

/** What cannot be meant together, beyond what options say of each other. */
function refuseTogether(
  paths: readonly string[],
  { fix, diff, stdin, watch }: CheckArguments & { watch?: boolean },
): void {
  const input = stdin === true || paths.includes('-');
  if (diff === true && fix !== true)
    throw new UsageError({ en: '--diff goes with --fix', zh: '--diff 须与 --fix 同用' });
  if (fix === true && diff !== true && input) {
    throw new UsageError({
      en: 'Standard input cannot be written back: --fix needs --diff there',
      zh: '标准输入无法写回：此时 --fix 须与 --diff 同用',
    });
  }
  if (watch === true && input) {
    throw new UsageError({ en: '--watch does not go with standard input', zh: '--watch 不能与标准输入同用' });
  }
}
