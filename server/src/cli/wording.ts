/** What `--help` and wrong calls say, in both languages. */
import type { CommanderError, Option } from 'commander';
import { nearest } from '../analysis/similar-names.js';
import type { Lang } from '../model/lang.js';
import { UsageError } from './context.js';

const en = {
  titles: {} as { readonly [title: string]: string | undefined },
  description: 'Plan files for key-project portfolios: checks, schedules and summaries.',
  version: 'print the version',
  help: 'print this help',
  asOf: 'judge everything as of this day (default: the portfolio, else today)',
  lang: "language of messages and summaries (default: the plan's, else the environment's)",
  color: 'colour even where nobody looks',
  noColor: 'no colour',
  quiet: 'results only',
  check: 'report everything that is wrong, late or missing',
  checkFormat:
    'text, concise, json, sarif, github, junit or gitlab; with =FILE into a file; may be given several times, one of them to standard output',
  config: 'read this configuration in place of planwright.json',
  exclude: 'leave out files and folders, seen from the plan root or from here; may be given several times',
  followLinks: 'follow links that lead out of the plan root',
  mkdir: 'make the folders that files are to be written into',
  fix: 'first apply the fixes that leave no other reading: full-width signs, missing blanks, unusual spellings, mistyped keywords',
  diff: 'with --fix: show what would be changed and write nothing; exit with 1 where something would be',
  rule: 'the severity of a rule or a family, such as deadline/*=off; may be given several times',
  cache: 'keep what was found, and say it again where nothing has changed since',
  statistics: 'say how often each rule found something',
  helpCommand: 'print help on a command',
  severity: 'the lowest severity shown',
  failOn: 'exit with 1 where something is at least that severe',
  maxWarnings: 'exit with 1 where there are more warnings',
  baseline: 'findings in this file do not count, wherever their lines have moved',
  writeBaseline: 'write what is found now into this file; from now on it does not count',
  since:
    'compare with what this git revision says: report reports, actual dates and deadlines that were changed without a record',
  stdin: 'read one plan file from standard input',
  stdinPath: 'the path that the text from standard input stands for',
  watch: 'check again whenever a plan file changes, until stopped',
  allowEmpty: 'no error where there is no plan file',
  schedule: 'print the computed schedule',
  scheduleFormat: 'text, json or csv',
  project: 'of this project only',
  backward: 'the latest days on which work can begin, the most urgent first',
  whatIf:
    "say what would become late or early if an item slipped ('P007.Survey +10wd') or were shortened ('… -5d'); nothing is written",
  whatIfFormat: 'text or json',
  list: 'list projects',
  where: "a condition, such as 'level = city and light = red'",
  columns: 'fields, separated by commas',
  sort: "fields, each with 'desc' behind it where the order is reversed",
  group: 'fields to group by',
  totals: "figures over the rows, such as 'count(), sum(total)'",
  view: 'a view of the plan',
  moneyUnit: 'write money in yuan, thousand, million, billion, or 万元, 亿元',
  listFormat: 'text, json, csv or md',
  summary: 'generate a summary, for example the booklet (register)',
  summaryFormat: 'md, html, docx, xlsx, pdf or json (default: as the file is named with -o, else md)',
  summarySince: 'of changes: since when, a day or a git revision (default: the end of the month before)',
  summaryMeeting: 'of minutes: which meeting (default: the latest held)',
  paper: 'of html and pdf: A4, A3, A2, A1 or A0; a wall chart fills one such sheet (default: A4, wall charts A3)',
  output: 'write into this file',
  exportCommand:
    'give the plan to other programs: ics (deadlines), csv or xlsx (ledger), mspdi (Microsoft Project), mermaid (Gantt) or json (everything)',
  noBom: 'csv without the byte order mark that Excel needs',
  diffCommand: 'say what changed between two git revisions or folders, or since a revision',
  diffFormat: 'text, md or json',
  diffFailOn: "'rewritten': exit with 1 where history was rewritten or a deadline moved without a record",
  root: 'the plan root whose revisions are compared (default: here)',
  format: 'bring plan files into the canonical layout',
  formatCheck: 'write nothing; exit with 1 and name the files that would change',
  keywords: 'turn keywords into this vocabulary: zh, en or keep',
  from: 'convert files that are not UTF-8 from this encoding, gb18030 or utf-16; files in UTF-8 stay what they are',
  form: 'write an Excel form for a unit that reports, prefilled with what is known',
  formOutput: 'the Excel file to write',
  import:
    'turn an Excel or CSV ledger, or a Microsoft Project schedule (.xml), into plan text, and say how it was understood',
  importOutput: 'write the plan into this file (default: standard output)',
  overwrite: 'replace the file that is there',
  merge: 'bring the plan up to date: with a ledger, or with returned forms (files or a folder)',
  plan: 'the folder of the plan that --merge is about (default: the current one)',
  acceptNearest: 'with --merge: a project whose name is near to one of the plan is that one',
  acceptNew: 'with --merge: a project whose name is near to one of the plan is a new one',
  dryRun: 'only report; write nothing',
  map: "what a column holds, such as '建设地点=area' or 'F=note'; may be given several times",
  mapping: 'a file that says what columns hold',
  writeMapping: 'write what was understood into this file, to be corrected and given back with --mapping',
  unit: 'the unit of amounts where the sheet names none, such as 万元 or GBP m',
  year: 'the plan year (default: the one that the sheet names)',
  sheet: 'only this sheet; may be given several times',
  rows: 'only rows that have this text in that column; may be given several times',
  importKeywords: 'the vocabulary of the plan text: zh or en (default: the language)',
  importFormat: 'of the report: text or json',
  new: 'write a starter plan into a folder',
  explain: 'explain a rule by its code; without one, list all rules',
  schema: 'print the JSON Schema of an output or of planwright.json; without a name, list them',
  completion: 'print a script that completes commands, options and their values in bash, zsh, fish or powershell',
  mcp: 'run a Model Context Protocol server that answers questions about the plan root and writes nothing',
  lsp: 'run the language server',
  stdio: 'speak over standard input and output',
  nodeIpc: 'speak over the channel of the Node process that started this one',
  pipe: 'speak over this named pipe',
  socket: 'speak to this port of this machine',
  clientProcessId: 'end when this process is gone',
};

export const help: { readonly en: typeof en; readonly zh: typeof en } = {
  en,
  zh: {
    titles: { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' },
    description: '重点项目计划文件：检查、排程和汇总材料。',
    version: '显示版本',
    help: '显示帮助',
    asOf: '以这一天为准判断一切（默认：项目库的截至日期，否则为今天）',
    lang: '提示和材料使用的语言（默认：计划的设置，否则随系统）',
    color: '强制使用颜色',
    noColor: '不使用颜色',
    quiet: '只输出结果',
    check: '报告所有错误、逾期和缺漏',
    checkFormat:
      'text、concise、json、sarif、github、junit 或 gitlab；加 =文件 写入文件；可重复，但只能有一种输出到标准输出',
    config: '用此配置文件代替 planwright.json',
    exclude: '排除文件和文件夹（相对于计划根目录或当前文件夹）；可重复',
    followLinks: '跟随指向计划根目录之外的链接',
    mkdir: '自动建立输出文件所在的文件夹',
    fix: '先应用没有歧义的修复：全角符号、缺少的空格、不常用的写法、拼错的关键词',
    diff: '与 --fix 同用：只显示将作的改动而不写入；有改动时退出码为 1',
    rule: '设定规则或规则族的级别，例如 deadline/*=off；可重复',
    cache: '保留检查结果，内容未变时直接给出',
    statistics: '统计每条规则发现问题的次数',
    helpCommand: '显示某个命令的帮助',
    severity: '显示的最低级别',
    failOn: '有达到该级别的问题时退出码为 1',
    maxWarnings: '警告超过该数时退出码为 1',
    baseline: '该文件中已有的问题不再计入，行号变动不影响',
    writeBaseline: '把当前发现的问题写入该文件，此后不再计入',
    since: '与该 git 版本比较：报告被改写的进展、实际日期，以及没有调整记录的期限变动',
    stdin: '从标准输入读取一个计划文件',
    stdinPath: '标准输入的内容所代表的路径',
    watch: '计划文件有变动就重新检查，直到停止',
    allowEmpty: '没有计划文件时不报错',
    schedule: '输出计算出的进度计划',
    scheduleFormat: 'text、json 或 csv',
    project: '只看这个项目',
    backward: '倒排工期：最迟开始日期，最急的在前',
    whatIf: '推演：某项延期（"P007.征地 +10个工作日"）或缩短（"… -5天"）时，哪些事项会逾期或提前；不写入任何内容',
    whatIfFormat: 'text 或 json',
    list: '列出项目',
    where: '筛选条件，例如“级别 = 市级 且 亮灯 = 红”',
    columns: '列，用逗号分隔',
    sort: '排序字段，其后写“降序”则倒序',
    group: '分组字段',
    totals: '合计，例如“项目数(), 求和(总投资)”',
    view: '使用计划中的视图',
    moneyUnit: '金额单位：元、千元、万元、百万元、亿元或十亿元',
    listFormat: 'text、json、csv 或 md',
    summary: '生成汇总材料，例如 booklet（项目册）',
    summaryFormat: 'md、html、docx、xlsx、pdf 或 json（默认随 -o 的文件名，否则为 md）',
    summarySince: '用于变动情况：从何时起，可写日期或 git 版本（默认：上月末）',
    summaryMeeting: '用于会议纪要：哪次会议（默认：最近召开的一次）',
    paper: '用于 html 和 pdf：纸张 A4、A3、A2、A1 或 A0；挂图排满这样一张（默认 A4，挂图 A3）',
    output: '写入这个文件',
    exportCommand:
      '导出给其他程序：ics（期限日历）、csv 或 xlsx（台账）、mspdi（Microsoft Project）、mermaid（甘特图）或 json（全部内容）',
    noBom: 'csv 不带 Excel 需要的字节顺序标记',
    diffCommand: '说明两个 git 版本或文件夹之间、或某个版本以来有哪些变动',
    diffFormat: 'text、md 或 json',
    diffFailOn: 'rewritten：历史记录被改写或期限变动没有记录时退出码为 1',
    root: '要比较其版本的计划根目录（默认：当前文件夹）',
    format: '按规范排版计划文件',
    formatCheck: '不写入，列出需要排版的文件有则退出码为 1',
    keywords: '把关键词换成哪种词汇：zh、en 或 keep（保持）',
    from: '把不是 UTF-8 的文件从此编码转换过来：gb18030 或 utf-16；已是 UTF-8 的文件不变',
    form: '为填报单位生成预填好的 Excel 填报表',
    formOutput: '要写入的 Excel 文件',
    import: '把 Excel、CSV 台账或 Microsoft Project 进度（.xml）转成计划文本，并说明如何理解',
    importOutput: '把计划写入这个文件（默认：标准输出）',
    overwrite: '覆盖已有的文件',
    merge: '更新已有计划：用台账，或用交回的填报表（文件或文件夹）',
    plan: '--merge 所更新计划的文件夹（默认：当前文件夹）',
    acceptNearest: '与 --merge 同用：名称相近的项目按计划中已有的项目更新',
    acceptNew: '与 --merge 同用：名称相近的项目按新项目加入',
    dryRun: '只报告，不写入',
    map: '指明某列的含义，例如“建设地点=地区”或“F=备注”；可重复',
    mapping: '说明各列含义的文件',
    writeMapping: '把识别结果写入这个文件，改好后用 --mapping 再次使用',
    unit: '表中没有写明时的金额单位，例如 万元',
    year: '计划年度（默认：表中写明的年份）',
    sheet: '只导入这个工作表；可重复',
    rows: '只导入该列为此内容的行；可重复',
    importKeywords: '计划文本的词汇：zh 或 en（默认随界面语言）',
    importFormat: '报告的格式：text 或 json',
    new: '在文件夹中写入一份起步计划',
    explain: '按代码解释一条规则；不写代码则列出全部规则',
    schema: '输出某种 JSON 或 planwright.json 的 JSON Schema；不写名称则列出全部',
    completion: '输出 bash、zsh、fish 或 powershell 的补全脚本，可补全命令、选项及其取值',
    mcp: '运行 Model Context Protocol 服务器，回答关于计划的问题，不写入任何内容',
    lsp: '运行语言服务器',
    stdio: '通过标准输入输出通信',
    nodeIpc: '通过启动本进程的 Node 进程的通道通信',
    pipe: '通过该命名管道通信',
    socket: '连接本机的该端口通信',
    clientProcessId: '该进程结束时一同退出',
  },
};

/** An option in `--help`, with the values that it takes and the one that it has. */
export function describeOption(
  { description, argChoices, defaultValue, defaultValueDescription }: Option,
  lang: Lang,
): string {
  const value = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined);
  const more =
    lang === 'zh'
      ? [argChoices?.join('、'), value && `默认 ${value}`]
      : [argChoices?.join(', '), value && `default: ${value}`];
  const told = more.filter((part) => part !== undefined);
  if (told.length === 0) return description;
  return lang === 'zh' ? `${description}（${told.join('；')}）` : `${description} (${told.join('; ')})`;
}

/** `help` of a command that does not exist. */
export function noCommand(name: string, names: readonly string[]): UsageError {
  const close = nearest(name, names);
  return new UsageError({
    en: `There is no command '${name}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
    zh: `没有命令“${name}”${close === undefined ? '' : `，是否指“${close}”？`}`,
  });
}

/** What is wrong with a call, by the code that the argument parser gives it. */
const WRONG_ZH: ReadonlyMap<string, (subject: string, detail: string) => string> = new Map([
  ['commander.unknownOption', (subject: string) => `没有选项“${subject}”`],
  ['commander.unknownCommand', (subject: string) => `没有命令“${subject}”`],
  ['commander.missingArgument', (subject: string) => `缺少参数“${subject}”`],
  ['commander.optionMissingArgument', (subject: string) => `选项“${subject}”需要一个值`],
  ['commander.excessArguments', () => '参数过多'],
  ['commander.invalidArgument', (subject: string, detail: string) => `选项“${subject}”的值不对。${detail}`],
  ['commander.conflictingOption', (subject: string, detail: string) => `选项“${subject}”不能与“${detail}”同用`],
  ['commander.help', () => '请给出一个命令，用 --help 查看'],
]);

export function wrongCall({ code, message }: CommanderError, lang: Lang): string {
  const plain = message
    .replace(/^error: /, '')
    .replace('(outputHelp)', 'give a command; see --help')
    .replace(/\n\(Did you mean (.*)\?\)$/, "; did you mean '$1'?");
  if (lang === 'en') return plain;
  const [, subject = ''] = /'([^']*)'/.exec(plain) ?? [];
  const allowed = /Allowed choices are (.*?)\.?$/.exec(plain)?.[1];
  const meant = /did you mean '(.*)'\?$/.exec(plain)?.[1];
  const other = /cannot be used with option '([^']*)'/.exec(plain)?.[1];
  const detail =
    other ??
    (allowed === undefined ? plain.split('. ').slice(1).join('. ') : `可用的有：${allowed.replaceAll(', ', '、')}`);
  const told = WRONG_ZH.get(code)?.(subject, detail) ?? plain;
  return meant === undefined ? told : `${told}，是否指“${meant}”？`;
}
