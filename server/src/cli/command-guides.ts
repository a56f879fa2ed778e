/**
 * What there is to say of each command beyond its options: examples, and when it exits with 1. `--help` ends with it, and the
 * pages of `docs/commands` are made of it; every example is run in a test.
 */
import type { Bilingual, Lang } from '../model/lang.js';

interface CommandExample {
  readonly says: Bilingual;
  readonly call: Bilingual;
  /** It exits with 1 where there is something to tell. */
  readonly finds?: true;
  /** It goes on until it is ended. */
  readonly stays?: true;
}

interface CommandGuide {
  readonly examples: readonly CommandExample[];
  /** When it exits with 1; without it, never. */
  readonly one?: Bilingual;
}

/** Said once, whatever the language. */
function same(call: string): Bilingual {
  return { en: call, zh: call };
}

const GUIDES: Readonly<Record<string, CommandGuide>> = {
  check: {
    one: { en: 'something at or above --fail-on was found', zh: '有达到 --fail-on 级别的问题' },
    examples: [
      { says: { en: 'Everything below this folder', zh: '检查当前文件夹中的全部计划' }, call: same('check') },
      {
        says: { en: 'As of another day, only errors and warnings', zh: '以另一天为准，只看错误和警告' },
        call: same('check --as-of 2026-06-30 --severity warning --fail-on never'),
      },
      {
        says: { en: 'For code scanning, beside what people read', zh: '输出给代码扫描，同时供人阅读' },
        call: same('check --format text --format sarif=findings.sarif'),
      },
      {
        says: { en: 'See what safe fixes would change', zh: '先看安全的修复会改什么' },
        call: same('check --fix --diff'),
      },
      {
        says: { en: 'Often, over a large plan', zh: '频繁检查大型计划' },
        call: same('check --cache'),
      },
    ],
  },
  schedule: {
    examples: [
      { says: { en: 'Forecast of every item', zh: '全部任务和节点的预计日期' }, call: same('schedule') },
      {
        says: { en: 'When the work of one project has to begin at the latest', zh: '某个项目各项工作最迟何时开始' },
        call: same('schedule --project P001 --backward'),
      },
    ],
  },
  'what-if': {
    examples: [
      {
        says: {
          en: 'What becomes late if one task takes ten working days longer',
          zh: '某项任务多用10个工作日，哪些事项会逾期',
        },
        call: { en: `what-if 'P001.征地 +10wd'`, zh: `what-if 'P001.征地 +10个工作日'` },
      },
      {
        says: { en: 'What would be in time again, for a program', zh: '缩短两周后哪些转为按期，供程序读取' },
        call: { en: `what-if 'P001.施工 -2w' --format json`, zh: `what-if 'P001.施工 -2周' --format json` },
      },
    ],
  },
  list: {
    examples: [
      {
        says: { en: 'Projects of the city, the most expensive first', zh: '市级项目，总投资大的在前' },
        call: {
          en: `list --where 'level = city' --columns id,title,total,light --sort 'total desc'`,
          zh: `list --where '级别 = 市级' --columns 编号,名称,总投资,亮灯 --sort '总投资 降序'`,
        },
      },
      {
        says: { en: 'Sums by area, as Markdown', zh: '按地区合计，输出 Markdown' },
        call: {
          en: `list --group area --totals 'count(), sum(total)' --format md`,
          zh: `list --group 地区 --totals '项目数(), 求和(总投资)' --format md`,
        },
      },
    ],
  },
  summary: {
    examples: [
      {
        says: { en: 'The register as a Word document', zh: '项目册，Word 格式' },
        call: { en: 'summary booklet -o register.docx', zh: 'summary booklet -o 项目册.docx' },
      },
      {
        says: { en: 'The wall chart as a web page', zh: '挂图作战图，网页格式' },
        call: { en: 'summary gantt -o chart.html', zh: 'summary gantt -o 挂图.html' },
      },
      {
        says: { en: 'What changed since the end of February', zh: '2月底以来的变动' },
        call: same('summary changes --since 2026-02-28'),
      },
    ],
  },
  export: {
    examples: [
      {
        says: { en: 'The ledger as a workbook', zh: '台账，Excel 格式' },
        call: { en: 'export xlsx -o projects.xlsx', zh: 'export xlsx -o 项目台账.xlsx' },
      },
      {
        says: { en: 'Open deadlines for a calendar', zh: '未完成的期限，供日历订阅' },
        call: { en: 'export ics -o deadlines.ics', zh: 'export ics -o 期限.ics' },
      },
      {
        says: { en: 'The schedule for Microsoft Project', zh: '进度计划，供 Microsoft Project 打开' },
        call: { en: 'export mspdi -o plan.xml', zh: 'export mspdi -o 计划.xml' },
      },
    ],
  },
  diff: {
    one: { en: '--fail-on rewritten, and history was rewritten', zh: '加了 --fail-on rewritten 且历史记录被改写' },
    examples: [
      { says: { en: 'Since a git revision', zh: '自某个 git 版本以来' }, call: same('diff first') },
      {
        says: { en: 'Between two revisions, as Markdown', zh: '两个版本之间，输出 Markdown' },
        call: same('diff first HEAD --format md'),
      },
    ],
  },
  format: {
    one: { en: '--check, and a file would change', zh: '加了 --check 且有文件需要排版' },
    examples: [
      { says: { en: 'All plan files below this folder', zh: '当前文件夹中的全部计划文件' }, call: same('format') },
      {
        says: { en: 'Chinese keywords into English ones', zh: '把中文关键词换成英文' },
        call: same('format --keywords en'),
      },
      { says: { en: 'Only ask whether all is laid out', zh: '只检查是否已排好版' }, call: same('format --check') },
    ],
  },
  form: {
    examples: [
      {
        says: { en: 'A form for one unit', zh: '为一个单位生成填报表' },
        call: { en: 'form 交通局 -o form.xlsx', zh: 'form 交通局 -o 填报表.xlsx' },
      },
    ],
  },
  import: {
    one: {
      en: 'something has to be said first, or a form is refused: nothing of that file is written',
      zh: '有内容须先说明，或填报表被退回：该文件一概不写入',
    },
    examples: [
      {
        says: { en: 'See how a ledger is understood; nothing is written', zh: '先看台账如何理解，不写入' },
        call: { en: 'import ledger.xlsx --dry-run', zh: 'import 台账.xlsx --dry-run' },
      },
      {
        says: { en: 'Into a new plan file', zh: '写入新的计划文件' },
        call: { en: 'import more.csv -o more.plan', zh: 'import 新项目.csv -o 新项目.plan' },
      },
      {
        says: { en: 'Bring the plan up to date', zh: '更新已有的计划' },
        call: { en: 'import ledger.xlsx --merge', zh: 'import 台账.xlsx --merge' },
      },
      {
        says: { en: 'A schedule that Microsoft Project saved as XML', zh: 'Microsoft Project 另存为 XML 的进度' },
        call: { en: 'import schedule.xml -o schedule.plan', zh: 'import 进度.xml -o 进度.plan' },
      },
      {
        says: { en: 'The forms that came back, all of a folder', zh: '文件夹中交回的全部填报表' },
        call: { en: 'import returned --merge', zh: 'import 交回 --merge' },
      },
    ],
  },
  new: {
    examples: [
      {
        says: { en: 'A starter plan in a new folder', zh: '在新文件夹中写入起步计划' },
        call: { en: 'new harbour', zh: 'new 新区' },
      },
    ],
  },
  explain: {
    examples: [
      { says: { en: 'One rule', zh: '解释一条规则' }, call: same('explain deadline/overdue') },
      { says: { en: 'All rules', zh: '列出全部规则' }, call: same('explain') },
    ],
  },
  schema: {
    examples: [
      {
        says: { en: 'What planwright.json may hold', zh: 'planwright.json 可写的内容' },
        call: same('schema configuration'),
      },
      { says: { en: 'The names of all schemas', zh: '列出全部名称' }, call: same('schema') },
    ],
  },
  mcp: {
    examples: [
      {
        says: { en: 'For an assistant, about the plan of this folder', zh: '供智能助手查询当前文件夹的计划' },
        call: same('mcp --stdio'),
        stays: true,
      },
    ],
  },
  completion: {
    examples: [
      { says: { en: 'For bash', zh: '用于 bash' }, call: same('completion bash') },
      { says: { en: 'For PowerShell', zh: '用于 PowerShell' }, call: same('completion powershell') },
    ],
  },
  lsp: {
    examples: [{ says: { en: 'For an editor', zh: '供编辑器启动' }, call: same('lsp --stdio'), stays: true }],
  },
  help: {
    examples: [{ says: { en: 'All about one command', zh: '某个命令的全部说明' }, call: same('help import') }],
  },
};

export function guideOf(command: string): CommandGuide | undefined {
  return GUIDES[command];
}

/** What each exit code means to the command. */
export function exitCodes({ one }: CommandGuide, lang: Lang): readonly (readonly [code: number, means: string])[] {
  const zh = lang === 'zh';
  return [
    [0, one === undefined ? (zh ? '完成' : 'done') : zh ? '完成，且没有下述情况' : 'done, and nothing of what follows'],
    ...(one === undefined ? [] : [[1, one[lang]] as const]),
    [
      2,
      zh
        ? '用法或配置有误、文件无法读取；读取计划的命令没有找到计划文件'
        : 'a wrong call or configuration, a file that cannot be read; where plans are read, none was found',
    ],
    [3, zh ? '程序内部错误' : 'an internal error'],
  ];
}

/** The end of `--help`. */
export function guideText(command: string, lang: Lang): string {
  const guide = guideOf(command);
  if (guide === undefined) return '';
  const zh = lang === 'zh';
  const examples = guide.examples.flatMap(({ says, call }) => [
    `  ${says[lang]}${zh ? '：' : ':'}`,
    `    planwright ${call[lang]}`,
  ]);
  const codes = exitCodes(guide, lang).map(([code, means]) => `  ${code}  ${means}`);
  return `\n${[zh ? '示例：' : 'Examples:', ...examples, '', zh ? '退出码：' : 'Exit codes:', ...codes].join('\n')}`;
}
