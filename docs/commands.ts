/** The page of each command, made from its definition: usage, options, examples, exit codes. */
import type { Command, Option } from 'commander';
import { exitCodes, guideOf } from '../server/src/cli/command-guides.js';
import type { Context } from '../server/src/cli/context.js';
import { programFor } from '../server/src/cli/program.js';
import { describeOption } from '../server/src/cli/wording.js';
import type { Lang } from '../server/src/model/lang.js';
import { SUMMARIES } from '../server/src/report/summaries/index.js';

/** Nothing is run: the definitions are only read. */
const NOWHERE: Context = {
  cwd: '.',
  env: {},
  locale: () => 'en-US',
  now: () => new Date(0),
  stdout: { isTTY: false, columns: 100, write: () => {} },
  stderr: { isTTY: false, columns: 100, write: () => {} },
  readStdin: async () => new Uint8Array(),
  program: () => '',
  server: () => '',
};

export function commandPages(lang: Lang): readonly [file: string, text: string][] {
  const { commands } = programFor(NOWHERE, lang, () => {});
  return [
    [`commands/${lang}/README.md`, index(commands, lang)],
    ...commands.map((command): [string, string] => [`commands/${lang}/${command.name()}.md`, page(command, lang)]),
  ];
}

function index(commands: readonly Command[], lang: Lang): string {
  const zh = lang === 'zh';
  return [
    zh ? '# 命令' : '# Commands',
    '',
    zh ? '| 命令 | 作用 |' : '| command | what it does |',
    '| --- | --- |',
    ...commands.map((command) => `| [${command.name()}](${command.name()}.md) | ${cell(command.description())} |`),
    '',
  ].join('\n');
}

function page(command: Command, lang: Lang): string {
  const zh = lang === 'zh';
  const name = command.name();
  const guide = guideOf(name);
  if (guide === undefined) throw new Error(`nothing is said of '${name}' in command-guides.ts`);
  const options = command.options.filter(({ hidden }) => !hidden);
  return [
    `# planwright ${name}`,
    '',
    `${sentence(command.description(), lang)}`,
    '',
    '```',
    `planwright ${name} ${command.usage()}`,
    '```',
    '',
    ...(name === 'summary' ? kinds(lang) : []),
    ...(options.length === 0
      ? []
      : [
          zh ? '## 选项' : '## Options',
          '',
          zh ? '| 选项 | 含义 |' : '| option | what |',
          '| --- | --- |',
          ...options.map((option) => `| ${flags(option)} | ${cell(describeOption(option, lang))} |`),
          '',
        ]),
    zh ? '## 示例' : '## Examples',
    '',
    ...guide.examples.flatMap(({ says, call }) => [
      `${says[lang]}${zh ? '：' : ':'}`,
      '',
      '```',
      `planwright ${call[lang]}`,
      '```',
      '',
    ]),
    zh ? '## 退出码' : '## Exit codes',
    '',
    zh ? '| 退出码 | 含义 |' : '| code | when |',
    '| --- | --- |',
    ...exitCodes(guide, lang).map(([code, means]) => `| ${code} | ${cell(means)} |`),
    '',
  ].join('\n');
}

/** What stands for `<kind>`. */
function kinds(lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  return [
    zh ? '## 材料种类' : '## Kinds',
    '',
    zh ? '| 种类 | 名称 |' : '| kind | what it is called |',
    '| --- | --- |',
    ...[...SUMMARIES.values()].map(({ kind, title }) => `| \`${kind}\` | ${cell(title[lang])} |`),
    '',
  ];
}

function flags(option: Option): string {
  return `\`${cell(option.flags)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

function sentence(text: string, lang: Lang): string {
  const first = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.。]$/.test(first) ? first : `${first}${lang === 'zh' ? '。' : '.'}`;
}
