/** The reference of the language, a page a declaration, made from the tables of members, words, fields and functions. */
import { type Keyword, spelling } from '../grammar/keywords.js';
import { BLOCK_NAMES, BLOCKS, type BlockName, kindsOf, memberIn, membersOf } from '../grammar/members.js';
import type { Kind, Member } from '../grammar/shapes.js';
import { valueWords } from '../grammar/value-words.js';
import { type WordList, wordIn, wordsOf } from '../grammar/words.js';
import { CALLED_FIELDS } from '../server/src/analysis/expressions/called-fields.js';
import { FIELDS } from '../server/src/analysis/expressions/fields.js';
import { FUNCTIONS } from '../server/src/analysis/expressions/functions.js';
import type { Bilingual, Lang } from '../server/src/model/lang.js';
import { SPELLINGS } from './spellings.js';

const words = {
  title: { en: 'The plan language', zh: '计划语言' },
  lead: {
    en: 'One statement a line, a keyword first. Every keyword has an English and a Chinese spelling; they mean the same and mix freely. A file is a list of declarations in any order; all files of a plan root see each other’s names.',
    zh: '一行一条语句，关键词在前。每个关键词都有中文和英文两种写法，意义相同，可以混用。一个文件由若干声明组成，先后不限；同一计划根目录下的各文件互相看得见名称。',
  },
  pages: { en: 'Pages', zh: '各页' },
  values: { en: 'Names, texts and values', zh: '名称、文字和值' },
  expressions: { en: 'Expressions', zh: '表达式' },
  all: { en: 'All keywords in one list', zh: '全部关键词一览' },
  written: { en: 'Written', zh: '写法' },
  members: { en: 'Members', zh: '内容' },
  value: { en: 'Value', zh: '值' },
  computed: { en: 'What follows from it', zh: '由此推算' },
  repeats: { en: 'May stand more than once.', zh: '可写多条。' },
  on: { en: 'Only on', zh: '只用于' },
  page: { en: 'its members', zh: '其内容' },
  one: { en: 'the word', zh: '词语' },
  meaning: { en: 'meaning', zh: '含义' },
  example: { en: 'For example', zh: '示例' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Paths relative to `docs/` and what has to be in them. */
export function languagePages(lang: Lang): [string, string][] {
  return [
    [`language/${lang}/README.md`, index(lang)],
    [`language/${lang}/values.md`, values(lang)],
    [`language/${lang}/expressions.md`, expressions(lang)],
    ...BLOCK_NAMES.map((block): [string, string] => [`language/${lang}/${block}.md`, blockPage(block, lang)]),
  ];
}

const code = (text: string): string => `\`${text}\``;
const lines = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

/** The reader's spelling first. */
function both(keyword: Keyword, lang: Lang): string {
  const [en, zh] = [spelling(keyword, 'en'), spelling(keyword, 'zh')];
  if (en === zh) return code(en);
  return lang === 'zh' ? `${code(zh)} · ${code(en)}` : `${code(en)} · ${code(zh)}`;
}

function fence(example: Bilingual, lang: Lang): readonly string[] {
  const [first, second] = lang === 'zh' ? [example.zh, example.en] : [example.en, example.zh];
  return ['```plan', first, ...(first === second ? [] : [second]), '```'];
}

function index(lang: Lang): string {
  const declarations = BLOCK_NAMES.map((block) => {
    const kinds = kindsOf(block).map((kind) => both(kind, lang));
    const first = kindsOf(block).map((kind) => kindOf(block, kind).means[lang]);
    return `| [${kinds.join(lang === 'zh' ? '、' : ', ')}](${block}.md) | ${first.join(' ')} |`;
  });
  const zh = lang === 'zh';
  return lines(
    `# ${words.title[lang]}`,
    '',
    words.lead[lang],
    '',
    zh ? '声明的写法是：' : 'A declaration is written:',
    '',
    '```plan',
    ...(zh
      ? ['项目 P007 "北大桥" {', '  责任领导 李四', '  节点 竣工 期限 2027年12月底', '}']
      : ['project P007 "North bridge" {', '  leader LiSi', '  milestone completion due 2027-12', '}']),
    '```',
    '',
    `- [${words.values[lang]}](values.md)`,
    `- [${words.expressions[lang]}](expressions.md)`,
    `- [${words.all[lang]}](../../words.${lang}.md)`,
    '',
    zh ? '| 声明 | 含义 |' : '| declaration | what it is |',
    '| --- | --- |',
    declarations,
  );
}

function kindOf(block: BlockName, keyword: Keyword): Kind {
  const kind = BLOCKS[block].kinds[keyword];
  if (kind === undefined) throw new Error(`${keyword} begins no ${block}`);
  return kind;
}

function blockPage(block: BlockName, lang: Lang): string {
  const kinds = kindsOf(block);
  const members = membersOf(block);
  return lines(
    `# ${kinds.map((kind) => both(kind, lang)).join(lang === 'zh' ? '、' : ', ')}`,
    '',
    `[${words.title[lang]}](README.md)`,
    kinds.flatMap((keyword) => {
      const { means, head, example } = kindOf(block, keyword);
      return [
        '',
        means[lang],
        '',
        `${words.written[lang]}${colon(lang)}${code(`${spelling(keyword, lang)} ${head[lang]}`.trimEnd())}`,
        '',
        ...fence(example, lang),
      ];
    }),
    '',
    `## ${words.members[lang]}`,
    '',
    members.map((member) => `[${code(spelling(member, lang))}](#${anchorOf(member)})`).join(' · '),
    members.flatMap((member) => memberSection(block, member, lang)),
  );
}

/** An anchor of our own: those that are made from headings differ from site to site. */
const anchorOf = (keyword: Keyword): string => keyword;

function memberSection(block: BlockName, keyword: Keyword, lang: Lang): readonly string[] {
  const member = memberIn(block, keyword);
  if (member === undefined) return [];
  const { value, means, example, repeats, on, computes } = member;
  const notes = [...(repeats === true ? [words.repeats[lang]] : []), ...(on === undefined ? [] : [onlyOn(on, lang)])];
  return [
    '',
    `### <a id="${anchorOf(keyword)}"></a>${both(keyword, lang)}`,
    '',
    [means[lang], ...notes].join(lang === 'zh' ? '' : ' '),
    '',
    `- ${words.value[lang]}${colon(lang)}${valueLine(member, lang)}`,
    ...(computes === undefined ? [] : [`- ${words.computed[lang]}${colon(lang)}${computes[lang === 'zh' ? 1 : 0]}`]),
    '',
    ...fence(example, lang),
    ...('of' in value ? wordTable(value.of, lang) : []),
  ];
}

function onlyOn(on: readonly Keyword[], lang: Lang): string {
  const kinds = on.map((kind) => code(spelling(kind, lang)));
  return lang === 'zh' ? `${words.on.zh}${kinds.join('、')}。` : `${words.on.en} ${kinds.join(', ')}.`;
}

function valueLine({ value }: Member, lang: Lang): string {
  const said = valueWords(value)[lang];
  return value.shape === 'block'
    ? `${said}${lang === 'zh' ? '：' : ': '}[${words.page[lang]}](${value.block}.md)`
    : said;
}

function wordTable(list: WordList, lang: Lang): readonly string[] {
  const rows = wordsOf(list).map((word) => `| ${both(word, lang)} | ${wordIn(list, word)?.means[lang] ?? ''} |`);
  return ['', `| ${words.one[lang]} | ${words.meaning[lang]} |`, '| --- | --- |', ...rows];
}

const colon = (lang: Lang): string => (lang === 'zh' ? '：' : ': ');

function values(lang: Lang): string {
  const zh = lang === 'zh';
  return lines(
    `# ${words.values[lang]}`,
    '',
    `[${words.title[lang]}](README.md)`,
    SPELLINGS.flatMap(({ what, says, rows }) => [
      '',
      `## ${what[lang]}`,
      '',
      says[lang],
      '',
      zh ? '| 写法 | 含义 |' : '| written | meaning |',
      '| --- | --- |',
      ...rows.map(({ written, means }) => `| ${written.map(inTable).join(' ')} | ${means[lang]} |`),
    ]),
  );
}

const inTable = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : code(text));

function expressions(lang: Lang): string {
  const zh = lang === 'zh';
  const head = (first: string): readonly string[] => [
    '',
    zh ? `| ${first} | 英文 | 含义 |` : `| ${first} | Chinese | meaning |`,
    '| --- | --- | --- |',
  ];
  const pair = (name: string, chinese: string): string =>
    zh ? `${code(chinese)} | ${code(name)}` : `${code(name)} | ${code(chinese)}`;
  return lines(
    `# ${words.expressions[lang]}`,
    '',
    `[${words.title[lang]}](README.md)`,
    '',
    zh
      ? '视图、规则和核对用同一种表达式。名称先按字段解释，再按已声明的名称解释；类型不合（金额与日期相比）在该处报错。'
      : 'Views, policies and expectations share one language of expressions. A name is a field, else a declared name; comparing money with a date is an error at that place.',
    '',
    zh ? '## 运算符，从最松到最紧' : '## Operators, loosest first',
    '',
    zh ? '| 写法 | 含义 |' : '| written | meaning |',
    '| --- | --- |',
    OPERATORS.map(({ written, means }) => `| ${written.map(code).join(' ')} | ${means[lang]} |`),
    '',
    zh
      ? '缺失的值参与比较，结果为不成立，只有 `= 无` 成立、`!= 值` 成立。没有写的列表是空列表，不是缺失。'
      : 'A comparison with a missing value does not hold, save `= none` and `!= value`. A list that nobody stated is empty, not missing.',
    '',
    zh ? '## 项目的字段' : '## Fields of a project',
    head(zh ? '字段' : 'field'),
    FIELDS.map((field) => `| ${pair(field.name, field.zh)} | ${field.about[lang]} |`),
    '',
    zh ? '## 函数' : '## Functions',
    head(zh ? '函数' : 'function'),
    [...FUNCTIONS, ...CALLED_FIELDS].map(
      (each) => `| ${pair(each.name, each.zh)} | ${each.about[lang]}${zh ? '：' : ': '}${code(each.usage[lang])} |`,
    ),
  );
}

const OPERATORS: readonly { readonly written: readonly string[]; readonly means: Bilingual }[] = [
  { written: ['or', '或'], means: { en: 'at least one of the two holds', zh: '至少一个成立' } },
  { written: ['and', '且'], means: { en: 'both hold', zh: '两个都成立' } },
  { written: ['not', '非'], means: { en: 'does not hold', zh: '不成立' } },
  {
    written: ['=', '!=', '<', '<=', '>', '>='],
    means: { en: 'exact comparison', zh: '精确比较' },
  },
  {
    written: ['~=', '≈'],
    means: {
      en: 'the right side is a figure rounded to the digits that it writes',
      zh: '右边是四舍五入到所写数位的数字',
    },
  },
  { written: ['in', '属于'], means: { en: 'is it, or lies below it', zh: '等于它，或在它之下' } },
  { written: ['+', '-'], means: { en: 'sum and difference', zh: '加、减' } },
  {
    written: ['*', '/'],
    means: { en: 'product and quotient; money by money is a percent', zh: '乘、除；金额除以金额得百分比' },
  },
];
