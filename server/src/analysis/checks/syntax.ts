/** Rules about text that is no plan (`syntax/*`): the messages for what lexer and parser found. */
import { KEYWORDS, type Keyword, keywordOf, spelling } from '../../../../grammar/keywords.js';
import { toHalfWidth } from '../../model/half-width.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { enumerated, listed, quoted, sayKeyword } from '../message-values.js';
import { type Rule, readingRule } from '../rule.js';

type SyntaxProblem =
  | 'expected'
  | 'character'
  | 'unclosed-string'
  | 'mixed-quotes'
  | 'joined'
  | 'unclosed-text'
  | 'unclosed-comment'
  | 'unclosed-name'
  | 'signed-name'
  | 'missing-open'
  | 'unopened-string'
  | 'doubled'
  | 'missing-block'
  | 'quoted-name'
  | 'inside'
  | 'conflict'
  | 'unclosed-block'
  | 'unopened-block'
  | 'nesting'
  | 'number-as-name';

/**
 * `found`: the text at the place, empty where the block or file ends there. `expected`: keywords in English spelling,
 * punctuation, or kinds of tokens in capitals. `guess`: the keyword or sign that was probably meant. `glued`: a keyword and
 * the name that it ran together with.
 */
type Unexpected = {
  readonly problem: SyntaxProblem;
  readonly found: string;
  readonly expected: readonly string[];
  readonly guess?: string;
  readonly glued?: { readonly keyword: Keyword; readonly rest: string };
  readonly after?: string;
};

type FullWidth = { readonly found: string };

/** What the kinds of tokens are called, in the order in which alternatives are named: values before punctuation. */
const TOKENS: ReadonlyMap<string, Bilingual> = new Map([
  ['NAME', { en: 'a name', zh: '名称' }],
  ['WORD', { en: 'a name', zh: '名称' }],
  ['DATE', { en: 'a date such as 2026-03-31', zh: '日期（如2026年3月31日）' }],
  ['YEAR', { en: 'a year such as 2026', zh: '年份（如2026年）' }],
  ['MONEY', { en: 'an amount such as 350M', zh: '金额（如3.5亿元）' }],
  ['DURATION', { en: 'a duration such as 10d', zh: '时长（如10天）' }],
  ['PERCENT', { en: 'a percent such as 65%', zh: '百分比（如65%）' }],
  ['NUMBER', { en: 'a number', zh: '数字' }],
  ['CONDITION', { en: 'a condition such as completion < 50%', zh: '条件（如完成率 < 50%）' }],
  ['OPERAND', { en: 'a field or a value', zh: '字段或值' }],
  [
    'FIELD_TYPE',
    { en: 'a type: text, number, money, percent, date or choice', zh: '类型（文本、数值、金额、百分比、日期或选项）' },
  ],
  ['FIELD_HOLDER', { en: 'project, item or issue', zh: '项目、事项或问题' }],
  ['LITERAL', { en: 'a value', zh: '一个值' }],
  ['STRING', { en: 'a text in quotes', zh: '引号中的文字' }],
  ['BLOCK', { en: 'a text in quotes', zh: '引号中的文字' }],
]);
const TOKEN_ORDER = [...TOKENS.keys()];
const END: Bilingual = { en: 'the end of the file', zh: '文件结尾' };

const MOST_ALTERNATIVES = 5;
const LONGEST_QUOTE = 40;

/** What an expression can begin with; nobody wants to hear of parentheses and minus signs. */
const EXPRESSION: readonly string[] = ['LITERAL', 'NAME', 'none', 'not', '-', '('];

/** What stands for the beginning of an expression: a condition where `not` can stand, else a value. */
function summed(expected: readonly string[]): readonly string[] {
  if (!expected.includes('LITERAL') || !expected.includes('NAME')) return expected;
  const rest = expected.filter((name) => !EXPRESSION.includes(name));
  return [expected.includes('not') ? 'CONDITION' : 'OPERAND', ...rest];
}

/** The alternatives at a place in words, at most five of them. */
function alternatives(expected: readonly string[], lang: Lang): string {
  const words = [
    ...new Set([...summed(expected)].sort((a, b) => rank(a) - rank(b)).map((name) => alternative(name, lang))),
  ];
  if (words.length <= MOST_ALTERNATIVES) return listed(words, lang, 'or');
  const some = words.slice(0, MOST_ALTERNATIVES);
  return lang === 'zh' ? `${enumerated(some)}等` : `${some.join(', ')} or the like`;
}

function rank(name: string): number {
  const token = TOKEN_ORDER.indexOf(name);
  if (token >= 0) return token;
  return KEYWORDS.has(name as Keyword) && name !== '..' ? TOKEN_ORDER.length : TOKEN_ORDER.length + 1;
}

function alternative(name: string, lang: Lang): string {
  if (name === 'EOF') return END[lang];
  const token = TOKENS.get(name);
  if (token !== undefined) return token[lang];
  const keyword = keywordOf(name);
  return quoted(keyword === undefined ? name : spelling(keyword, lang), lang);
}

/** What to write instead of signs that people are used to from other texts. */
const ADVICE: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^['‘’]/,
    { en: 'Single quotes have no meaning: put a text in double quotes', zh: '不用单引号：文字要放在双引号里' },
  ],
  [/^#/, { en: '"#" has no meaning here: a comment begins with //', zh: '“#”在此处没有含义：注释以//开头' }],
  [/^[[\]［］【】]/, { en: 'Square brackets have no meaning: a block stands in { }', zh: '不用方括号：块要放在{ }里' }],
  [/^(?:&&?|\|\|?|！|!)/, { en: 'Conditions are joined by "and", "or", "not"', zh: '条件之间用“且”“或”“非”连接' }],
  [/^[¥￥$€£]/, { en: 'An amount is written without a currency sign', zh: '金额不写货币符号，写作500万元' }],
  [
    /^[—–]/,
    {
      en: 'A dash has no meaning here: write ".." between two dates; a name with a dash stands in backquotes',
      zh: '此处不能写破折号：起止日期之间写“至”；名称里有破折号时请用反引号括起来',
    },
  ],
];

function adviceOn(found: string): Bilingual | undefined {
  return ADVICE.find(([signs]) => signs.test(found))?.[1];
}

function excerpt(text: string, lang: Lang): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return quoted(characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : line, lang);
}

/** A text in quotes as the name that it was meant to be. */
function inBackquotes(text: string): string {
  return `\`${text.slice(1, -1).replaceAll('`', '')}\``;
}

function unexpectedEn({ problem, found, expected, guess, glued, after }: Unexpected): string {
  const it = excerpt(found, 'en');
  switch (problem) {
    case 'character':
      return adviceOn(found)?.en ?? `${it} has no meaning here; if it belongs to a name, put the name in backquotes`;
    case 'mixed-quotes':
      return 'The quotes around the text do not match: write "…" or “…”';
    case 'joined':
      return `${it} is read as one name: put blanks around ${quoted(after ?? '', 'en')}`;
    case 'unclosed-string':
      return 'The text is not closed: its closing quote has to stand on the same line';
    case 'unclosed-text':
      return 'The long text is not closed: """ is missing behind it';
    case 'unclosed-comment':
      return 'The comment is not closed: */ is missing behind it';
    case 'unclosed-name':
      return 'The name in backquotes is empty or not closed on the same line';
    case 'signed-name':
      return `A name with a sign in it stands in backquotes: \`${found}\``;
    case 'missing-open':
      return `A "{" is missing: what ${it} states stands in { }`;
    case 'unopened-string':
      return 'A quote closes here that nothing opened: a text stands in quotes from its beginning';
    case 'doubled':
      return `${it} stands here twice: remove one`;
    case 'missing-block':
      return `A "{" is missing before ${it}: what ${quoted(after ?? '', 'en')} states stands in { }`;
    case 'quoted-name':
      return `A name stands here, and names have no quotes around them; with blanks or signs in it, it stands in backquotes: ${inBackquotes(found)}`;
    case 'inside':
      return `${it} cannot stand in a block: it is declared by itself, outside of the braces`;
    case 'conflict':
      return 'Two versions of this place were not merged: keep one and remove the lines with <<<<<<<, ======= and >>>>>>>';
    case 'unclosed-block':
      return 'A "}" is missing: the block is not closed';
    case 'unopened-block':
      return `${it} closes nothing: remove it, or open the block or parenthesis before it`;
    case 'nesting':
      return 'Blocks are nested too deeply: at most 200 levels are read';
    case 'number-as-name':
      return `${it} cannot stand here: it is no value, and a name has to begin with a letter or stand in backquotes`;
    case 'expected':
      break;
  }
  if (glued !== undefined) {
    return `${it} is read as one name: put a blank between ${sayKeyword(glued.keyword, 'en')} and ${quoted(glued.rest, 'en')}`;
  }
  const wanted = expected.length === 0 ? '' : alternatives(expected, 'en');
  if (guess !== undefined) {
    return `${it} is not known here: did you mean ${alternative(guess, 'en')}?${wanted === '' ? '' : ` Possible: ${wanted}`}`;
  }
  const behind = after === undefined || after === '' ? '' : ` after ${excerpt(after, 'en')}`;
  if (wanted === '') return found === '' ? 'Something is missing here' : `${it} is not expected here`;
  return found === '' ? `Expected ${wanted}${behind}` : `Expected ${wanted}${behind}, found ${it}`;
}

function unexpectedZh({ problem, found, expected, guess, glued, after }: Unexpected): string {
  const it = excerpt(found, 'zh');
  switch (problem) {
    case 'character':
      return adviceOn(found)?.zh ?? `${it}在此处没有含义；如果它是名称的一部分，请用反引号把名称括起来`;
    case 'mixed-quotes':
      return '文字前后的引号不成对：请写作"…"或“…”';
    case 'joined':
      return `${it}被读成了一个名称：请在${quoted(after ?? '', 'zh')}前后加空格`;
    case 'unclosed-string':
      return '文字没有结束：后引号须与前引号在同一行';
    case 'unclosed-text':
      return '长文字没有结束：后面缺少"""';
    case 'unclosed-comment':
      return '注释没有结束：后面缺少*/';
    case 'unclosed-name':
      return '反引号中的名称为空，或没有在同一行结束';
    case 'signed-name':
      return `名称里有符号时请用反引号括起来：\`${found}\``;
    case 'missing-open':
      return `缺少“{”：${it}的内容要写在{ }里`;
    case 'unopened-string':
      return '这里的后引号没有前引号：文字要从头到尾放在引号里';
    case 'doubled':
      return `${it}写了两遍：请删去一个`;
    case 'missing-block':
      return `${it}前面缺少“{”：${quoted(after ?? '', 'zh')}的内容要写在{ }里`;
    case 'quoted-name':
      return `此处应为名称，名称不加引号；名称里有空格或符号时请用反引号括起来：${inBackquotes(found)}`;
    case 'inside':
      return `${it}不能写在块里：要单独写在花括号之外`;
    case 'conflict':
      return '此处两个版本的合并冲突尚未解决：保留其中一个，并删去<<<<<<<、=======、>>>>>>>各行';
    case 'unclosed-block':
      return '缺少“}”：块没有结束';
    case 'unopened-block':
      return `${it}没有对应的开头：请删去，或在前面补上开头的括号`;
    case 'nesting':
      return '嵌套过深：最多读取200层';
    case 'number-as-name':
      return `${it}不能写在这里：它不是一个值；作名称时须以文字或字母开头，或写在反引号中`;
    case 'expected':
      break;
  }
  if (glued !== undefined) {
    return `${it}被读成了一个名称：请在${sayKeyword(glued.keyword, 'zh')}与${quoted(glued.rest, 'zh')}之间加空格`;
  }
  const wanted = expected.length === 0 ? '' : alternatives(expected, 'zh');
  if (guess !== undefined) {
    return `此处不认识${it}：是否应为${alternative(guess, 'zh')}？${wanted === '' ? '' : `可以写：${wanted}`}`;
  }
  const place = after === undefined || after === '' ? '此处' : `${excerpt(after, 'zh')}后面`;
  if (wanted === '') return found === '' ? `${place}缺少内容` : `${place}不应出现${it}`;
  return found === '' ? `${place}应为${wanted}` : `${place}应为${wanted}，却是${it}`;
}

export const SYNTAX_RULES: readonly Rule[] = [
  readingRule<Unexpected>({
    code: 'syntax/unexpected',
    severity: 'error',
    title: { en: 'The text is not the plan language', zh: '文字不符合计划语言' },
    message: { en: unexpectedEn, zh: unexpectedZh },
    page: {
      en: `Something stands at this place that the plan language does not know there: a mistyped keyword, a value of
another kind, a missing quote or brace, a merge conflict that was not resolved.

The message names what can stand there. Only the statement with the mistake is passed over; all others are read and
checked as usual. A keyword and the name behind it need a blank between them: \`owner LiSi\`, not \`ownerLiSi\`.`,
      zh: `这个位置上的文字是计划语言所不认识的：关键词写错、值的种类不对、缺引号或括号，或合并冲突没有解决。

提示中列出了此处可以写什么。只跳过有错的这一条，其余各条照常读取和检查。关键词与后面的名称之间须有空格：
写\`责任人 李四\`，不写\`责任人李四\`。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 {\n  mielstone M1 due 2026-06-30\n}\n',
      clean: 'project P1 {\n  milestone M1 due 2026-06-30\n}\n',
    },
  }),
  readingRule<FullWidth>({
    code: 'syntax/full-width',
    severity: 'hint',
    title: { en: 'Full-width punctuation', zh: '全角标点' },
    message: {
      en: ({ found }) => `Full-width ${quoted(found, 'en')} is read as ${quoted(toHalfWidth(found), 'en')}`,
      zh: ({ found }) => `全角${quoted(found, 'zh')}按半角${quoted(toHalfWidth(found), 'zh')}读取`,
    },
    page: {
      en: `A Chinese input method has typed a full-width character where the language has a half-width one. It is read
as its twin, so nothing is lost. The quick fix and \`planwright format\` turn it into the half-width form.`,
      zh: `中文输入法在此处输入了全角字符，读取时按对应的半角字符处理，不影响结果。用快速修复或 \`planwright format\`
可改为半角。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 ｛\n  milestone M1 due 2026-06-30\n｝\n',
      clean: 'project P1 {\n  milestone M1 due 2026-06-30\n}\n',
    },
  }),
  readingRule<{ readonly found: string; readonly invisible?: boolean }>({
    code: 'syntax/superfluous',
    severity: 'hint',
    title: { en: 'A sign that says nothing', zh: '多余的符号' },
    message: {
      en: ({ found, invisible }) =>
        invisible === true
          ? `An invisible character stands here (${found}); it is passed over`
          : `${quoted(found, 'en')} says nothing here and is passed over`,
      zh: ({ found, invisible }) =>
        invisible === true
          ? `此处有一个看不见的字符（${found}），读取时略过`
          : `此处的${quoted(found, 'zh')}是多余的，读取时略过`,
    },
    page: {
      en: `Between statements no sign is written, nor between a keyword and its value: a blank or a line end does. A
comma, semicolon, full stop, colon or equals sign there can mean nothing else and is passed over, and so is a character
that nobody sees (a zero-width blank that came along from another program). The quick fix and \`planwright format\`
take it out.`,
      zh: `语句之间、关键词与值之间都不写符号，空一格或换行即可。写在那里的逗号、顿号、分号、句号、冒号或等号没有别的意思，
读取时略过；从别的程序里带来的看不见的字符（如零宽空格）也是如此。用快速修复或 \`planwright format\` 可以去掉。`,
    },
    example: {
      asOf: '2026-01-31',
      shows: 'project P1 {\n  level: city;\n}\n',
      clean: 'project P1 {\n  level city\n}\n',
    },
  }),
];
