/** `planwright completion SHELL`: a script that completes commands, options and their values, made from the definitions of both. */
import type { Command } from 'commander';
import { type Context, EXIT } from './context.js';

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

/** The fixed words that may stand first behind a command. */
export async function wordsBehind(): Promise<ReadonlyMap<string, readonly string[]>> {
  const [{ SUMMARIES }, { codes }, { EXPORT_KINDS }] = await Promise.all([
    import('../report/summaries/index.js'),
    import('../analysis/checks/index.js'),
    import('./export.js'),
  ]);
  return new Map([
    ['summary', [...SUMMARIES.keys()]],
    ['explain', codes],
    ['export', EXPORT_KINDS],
  ]);
}

interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly { readonly flag: string; readonly about: string; readonly values: readonly string[] }[];
  /** Fixed words that may stand first behind it. */
  readonly words: readonly string[];
}

export function completion(
  shell: Shell,
  program: Command,
  words: ReadonlyMap<string, readonly string[]>,
  context: Context,
): number {
  const commands = program.commands.map(
    (command): Completed => ({
      name: command.name(),
      about: oneLine(command.description()),
      options: [
        ...command.options.flatMap(({ long, description, argChoices = [] }) =>
          long === undefined || long === null ? [] : [{ flag: long, about: oneLine(description), values: argChoices }],
        ),
        { flag: '--help', about: '', values: [] },
      ],
      words: words.get(command.name()) ?? [],
    }),
  );
  context.stdout.write(SCRIPTS[shell](commands));
  return EXIT.clean;
}

/** Inside quotes of any shell. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/['"`$\\[\]:]/g, ' ');
}

const SCRIPTS: { readonly [S in Shell]: (commands: readonly Completed[]) => string } = {
  bash: (commands) => `# bash completion for planwright
_planwright() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$current"))
    return
  fi
  case "$command $previous" in
${commands
  .flatMap(({ name, options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map(
        ({ flag, values }) =>
          `    '${name} ${flag}') COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$current")); return ;;`,
      ),
  )
  .join('\n')}
  esac
  local words=''
  case "$command" in
${commands
  .map(
    ({ name, options, words }) =>
      `    ${name}) words='${options.map(({ flag }) => flag).join(' ')}'${words.length === 0 ? '' : `; [ "$COMP_CWORD" -eq 2 ] && words="$words ${words.join(' ')}"`} ;;`,
  )
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$current" in -*) ;; *) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
}
complete -o filenames -F _planwright planwright
`,
  zsh: (commands) => `#compdef planwright
_planwright() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    '${name}:${about}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${commands
  .map(
    ({ name, options, words }) => `    ${name})
      _arguments ${[
        ...options.map(
          ({ flag, about, values }) =>
            `'${flag}[${about}]${values.length === 0 ? '' : `:value:(${values.join(' ')})`}'`,
        ),
        ...(words.length === 0 ? [] : [`'2:word:(${words.join(' ')})'`]),
        "'*:file:_files'",
      ].join(' ')} ;;`,
  )
  .join('\n')}
  esac
}
compdef _planwright planwright
`,
  fish: (commands) =>
    `# fish completion for planwright\n${commands
      .flatMap(({ name, about, options, words }) => [
        `complete -c planwright -n __fish_use_subcommand -a ${name} -d '${about}'`,
        ...(words.length === 0
          ? []
          : [`complete -c planwright -n '__fish_seen_subcommand_from ${name}' -a '${words.join(' ')}'`]),
        ...options.map(
          ({ flag, about: does, values }) =>
            `complete -c planwright -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d '${does}'${values.length === 0 ? '' : ` -x -a '${values.join(' ')}'`}`,
        ),
      ])
      .join('\n')}\n`,
  powershell: (commands) => `# PowerShell completion for planwright
Register-ArgumentCompleter -Native -CommandName planwright -ScriptBlock {
  param($word, $tree, $position)
  $words = @{
${commands.map(({ name, options, words }) => `    '${name}' = @(${[...words, ...options.map(({ flag }) => flag)].map((each) => `'${each}'`).join(', ')})`).join('\n')}
  }
  $given = @($tree.CommandElements | ForEach-Object { $_.ToString() })
  $offered = if ($given.Count -le 1 -or ($given.Count -eq 2 -and $word -ne '')) { $words.Keys } else { $words[$given[1]] }
  $offered | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};
