/**
 * The TextMate grammar, made from the keyword table: what an editor colours before (or without) the language server.
 *
 * It reads words as the lexer does. `\b` is of no use for that: to it `责任人李四` has no inner edge, but neither has
 * `FS-3d`, and `on` ends in `on-time`. So every word is fenced by what a name is made of.
 */
import { KEYWORDS, type Keyword, spelling } from './keywords.js';
import { BLOCK_NAMES, BLOCKS, blockOf, kindsOf, memberIn } from './members.js';
import type { KnownBy, Shape } from './shapes.js';
import { WORD_LISTS, wordsOf } from './words.js';

interface Capture {
  readonly name?: string;
  readonly patterns?: readonly Pattern[];
}
type Captures = Readonly<Record<string, Capture>>;

export type Pattern =
  | { readonly include: string }
  | { readonly name?: string; readonly match: string; readonly captures?: Captures }
  | {
      readonly name?: string;
      readonly contentName?: string;
      readonly begin: string;
      readonly end: string;
      readonly beginCaptures?: Captures;
      readonly endCaptures?: Captures;
      readonly patterns?: readonly Pattern[];
    }
  | {
      readonly contentName?: string;
      readonly begin: string;
      readonly while: string;
      readonly patterns?: readonly Pattern[];
    };

export interface TextMateGrammar {
  readonly $comment: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>>;
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────

const PART = String.raw`[\p{L}〇0-9_-]`;
const BEFORE = `(?<!${PART})`;
const BEHIND = `(?!${PART})`;
const NAME = `(?:[\\p{L}〇_]${PART}*|\`[^\`\\n]+\`)`;
const PATH = `${NAME}(?:\\s*[.．]\\s*${NAME})*`;
const COMMA = '[,，、]';
/** Where a statement can begin: on a new line, or behind a brace. Two patterns, since lookbehinds have a fixed width. */
const STATEMENT = ['^\\s*', '(?<=[{}｛｝])\\s*'] as const;

const KINDS: readonly Keyword[] = BLOCK_NAMES.flatMap((block) => kindsOf(block));
const knownBy = (kind: Keyword): KnownBy | undefined => {
  const block = blockOf(kind);
  return block && BLOCKS[block].kinds[kind]?.by;
};
/** The shapes that a keyword's value has as a member, in all blocks. */
const shapesOf = (keyword: Keyword): readonly Shape[] =>
  BLOCK_NAMES.flatMap((block) => memberIn(block, keyword)?.value.shape ?? []);
const NAMING: readonly Shape[] = ['ref', 'refs', 'name', 'source'];
const isReference = (keyword: Keyword): boolean => shapesOf(keyword).some((shape) => NAMING.includes(shape));

/** Declarations that are nothing but declarations, wherever a line begins with them. */
const DECLARATIONS: readonly Keyword[] = KINDS.filter((kind) => knownBy(kind) === 'name' && !isReference(kind));
/** Declarations at a line's first column, members that refer to one anywhere else. */
const DECLARATION_OR_MEMBER: readonly Keyword[] = KINDS.filter(isReference);
/** Blocks that are known by a date. */
const DATED: readonly Keyword[] = KINDS.filter((kind) => ['day', 'half-year'].includes(knownBy(kind) ?? ''));
/** Words whose value is one or more names. */
const REFERENCES: readonly Keyword[] = [...[...KEYWORDS.keys()].filter(isReference), 'by'];
/** Fixed words that begin neither a block nor a member, and some that say something by themselves. */
const CONSTANTS: readonly Keyword[] = [
  ...WORD_LISTS.flatMap((list) => wordsOf(list)).filter((word) => !KINDS.includes(word) && shapesOf(word).length === 0),
  ...(['red', 'yellow', 'none', 'desc'] as const),
];
/** What can follow a field's name in a view or a policy. */
const IN_EXPRESSIONS: readonly Keyword[] = ['and', 'or', 'not', 'in', 'for', 'desc'];
const OPERATORS: readonly Keyword[] = ['and', 'or', 'not', '..'];

/** Both spellings of the words as one group, the longer ones first. */
function either(words: readonly Keyword[]): string {
  const spellings = new Set(words.flatMap((word) => [spelling(word, 'en'), spelling(word, 'zh')]));
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map((word) => word.replace(/\./g, '\\.')).join('|')})`;
}

function word(words: readonly Keyword[]): string {
  return `${BEFORE}${either(words)}${BEHIND}`;
}

/** All keywords that none of the lists above claims: the members of blocks. */
export function memberKeywords(): readonly Keyword[] {
  const claimed = new Set<Keyword>([...DECLARATIONS, ...DATED, ...CONSTANTS, ...OPERATORS]);
  return [...KEYWORDS.keys()].filter((keyword) => !claimed.has(keyword));
}

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

const include = (rule: string): Pattern => ({ include: `#${rule}` });

const comments: readonly Pattern[] = [
  {
    name: 'comment.line.double-slash.plan',
    match: String.raw`(//)\s*(planwright-ignore)${BEHIND}(?:[ \t]+([\w/-]+(?:\s*[,，、]\s*[\w/-]+)*))?.*$`,
    captures: {
      1: { name: 'punctuation.definition.comment.plan' },
      2: { name: 'keyword.other.ignore.plan' },
      3: { name: 'constant.other.rule.plan' },
    },
  },
  {
    name: 'comment.line.double-slash.plan',
    match: '(//).*$',
    captures: { 1: { name: 'punctuation.definition.comment.plan' } },
  },
  {
    name: 'comment.block.documentation.plan',
    begin: String.raw`/\*\*(?!/)`,
    end: String.raw`\*/`,
  },
  { name: 'comment.block.plan', begin: String.raw`/\*`, end: String.raw`\*/` },
];

function quoted(open: string, close: string, kind: string): Pattern {
  return {
    name: `string.quoted.${kind}.plan`,
    begin: open,
    end: `(${close})|$`,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.plan' } },
    endCaptures: { 1: { name: 'punctuation.definition.string.end.plan' } },
    patterns: [{ name: 'constant.character.escape.plan', match: String.raw`\\[^\n]` }],
  };
}

const strings: readonly Pattern[] = [
  {
    name: 'string.quoted.triple.plan',
    begin: '"""',
    end: '"""',
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.plan' } },
    endCaptures: { 0: { name: 'punctuation.definition.string.end.plan' } },
    patterns: [
      {
        // Ends before the line with the closing quotes, whatever fence or list Markdown has open by then. The indentation
        // belongs to the plan: four blanks would make it code.
        contentName: 'meta.embedded.block.markdown',
        begin: '\\G(?!.*""")',
        while: '(?:^|\\G)(?!.*""")[ \\t]*',
        patterns: [{ include: 'text.html.markdown' }],
      },
    ],
  },
  quoted('"', '"', 'double'),
  quoted('“', '”', 'double.full-width'),
  quoted('「', '」', 'double.corner'),
];

const DIGITS = '[0-9０-９]';
const DASH = '[-－]';
const NUMBER = `(?:${DIGITS}+(?:[,，]${DIGITS}{3})+(?:[.．]${DIGITS}+)?|${DIGITS}+(?:[.．]${DIGITS}+)?)`;
const END_OF = '(?:底前|底|末)?';
/** A date may run into 至 without a blank. */
const DATE_BEHIND = `(?=至|${BEHIND})`;
/** What begins with a digit does not begin inside a name; it may stand behind 至, and in `FS-3d`. */
const VALUE_BEFORE = `(?:(?<=至|FS-|SS-|FF-|SF-)|${BEFORE})`;

const values: readonly Pattern[] = [
  {
    name: 'constant.numeric.date.plan',
    match:
      `${VALUE_BEFORE}${DIGITS}{4}年(?:${DIGITS}{1,2}月(?:${DIGITS}{1,2}日)?|第?[一二三四1-4１-４]季度|[上下]半年)?` +
      `${END_OF}${DATE_BEHIND}`,
  },
  {
    name: 'constant.numeric.date.plan',
    match: `${VALUE_BEFORE}${DIGITS}{4}([-－/／.．])${DIGITS}{1,2}\\1${DIGITS}{1,2}${END_OF}${DATE_BEHIND}`,
  },
  {
    name: 'constant.numeric.date.plan',
    match: `${VALUE_BEFORE}${DIGITS}{4}${DASH}(?:${DIGITS}{1,2}|[QHＱＨ]${DIGITS})${END_OF}${DATE_BEHIND}`,
  },
  {
    match: `${VALUE_BEFORE}(${NUMBER})(个?工作日|个月|天|周|年|wd|mo|d|w|y)${BEHIND}`,
    captures: { 1: { name: 'constant.numeric.duration.plan' }, 2: { name: 'keyword.other.unit.duration.plan' } },
  },
  { name: 'variable.other.property.plan', match: `${BEFORE}(?:1[0-2]|[1-9])月${BEHIND}` },
  {
    match: `${VALUE_BEFORE}([~～约]?)(${NUMBER})(亿元|万元|亿|万|元|k|M|B)${BEHIND}`,
    captures: {
      1: { name: 'keyword.operator.approximate.plan' },
      2: { name: 'constant.numeric.money.plan' },
      3: { name: 'keyword.other.unit.money.plan' },
    },
  },
  {
    match: `${VALUE_BEFORE}(${NUMBER})([%％])`,
    captures: { 1: { name: 'constant.numeric.percent.plan' }, 2: { name: 'keyword.other.unit.percent.plan' } },
  },
  {
    match: `${VALUE_BEFORE}([~～约]?)(${NUMBER})${DATE_BEHIND}`,
    captures: { 1: { name: 'keyword.operator.approximate.plan' }, 2: { name: 'constant.numeric.plan' } },
  },
];

function declaration(words: readonly Keyword[], start: string): Pattern {
  return {
    match: `${start}(${either(words)})[ \\t]+(${NAME})`,
    captures: { 1: { name: 'storage.type.declaration.plan' }, 2: { name: 'entity.name.type.plan' } },
  };
}

/** A name on the next line is never this keyword's: names stand on their keyword's line. */
const declarations: readonly Pattern[] = [
  declaration(DECLARATION_OR_MEMBER, '^'),
  ...STATEMENT.map((start) => declaration(DECLARATIONS, start)),
  ...STATEMENT.map(
    (start): Pattern => ({
      match: `${start}(${either(DATED)})(?=[ \\t]+[0-9０-９])`,
      captures: { 1: { name: 'storage.type.declaration.plan' } },
    }),
  ),
];

const nameInPath: readonly Pattern[] = [
  { name: 'punctuation.accessor.plan', match: '[.．]' },
  { name: 'punctuation.separator.list.plan', match: COMMA },
  { name: 'variable.other.reference.plan', match: NAME },
];

const references: readonly Pattern[] = [
  {
    // What it waits for, and how: `前置 立项 FS +5d、P007.环评`.
    begin: `${BEFORE}(${either(['after'])})(?=[ \\t])`,
    end: '(?=[\\n{}｛｝])|$',
    beginCaptures: { 1: { name: 'variable.other.property.plan' } },
    patterns: [
      include('comments'),
      { name: 'constant.language.dependency.plan', match: `(?<=[ \\t])(?:FS|SS|FF|SF)(?=[ \\t,，、+＋{}-]|$)` },
      include('values'),
      { name: 'keyword.operator.arithmetic.plan', match: '[+＋]|(?<=[ \\tSF])[-－]' },
      // The word that comes next on the line begins another statement, unless a comma or a full stop leads to it.
      { match: `(?:\\G|(?<=[,，、]))[ \\t]*(${PATH})`, captures: { 1: { patterns: nameInPath } } },
      include('strings'),
      include('keywords'),
      include('punctuation'),
    ],
  },
  {
    // In an expression the word may be a field, and what follows an operator: `category in 产业`, `unit for …`.
    match: `${BEFORE}(${either(REFERENCES)})[ \\t]+(?!${either(IN_EXPRESSIONS)}${BEHIND})(${PATH}(?:[ \\t]*${COMMA}[ \\t]*${PATH})*)`,
    captures: { 1: { name: 'variable.other.property.plan' }, 2: { patterns: nameInPath } },
  },
];

const keywords: readonly Pattern[] = [
  { name: 'keyword.operator.logical.plan', match: word(OPERATORS.filter((keyword) => keyword !== '..')) },
  { name: 'keyword.operator.range.plan', match: `[.．]{2}|(?<=[0-9０-９年月日度底末前])至|${BEFORE}至${BEHIND}` },
  { name: 'constant.language.plan', match: word(CONSTANTS) },
  { name: 'storage.type.declaration.plan', match: word([...DECLARATIONS, ...DATED]) },
  { name: 'variable.other.property.plan', match: word(memberKeywords().filter((keyword) => keyword !== '..')) },
];

const expressions: readonly Pattern[] = [
  {
    match: `${BEFORE}(count|sum|avg|min|max|share|项目数|求和|平均|最小|最大|占比)\\s*(?=[(（])`,
    captures: { 1: { name: 'support.function.aggregate.plan' } },
  },
  { name: 'keyword.operator.comparison.plan', match: '[~～][=＝]|≈|[!！][=＝]|[<＜>＞][=＝]?|[=＝]' },
  { name: 'keyword.operator.arithmetic.plan', match: '[+＋*＊/／]|(?<![\\p{L}0-9_])[-－]' },
];

const punctuation: readonly Pattern[] = [
  { name: 'punctuation.section.block.plan', match: '[{}｛｝]' },
  { name: 'punctuation.section.parens.plan', match: '[()（）]' },
  { name: 'punctuation.separator.list.plan', match: COMMA },
  { name: 'punctuation.accessor.plan', match: '[.．]' },
];

const conflicts: readonly Pattern[] = [
  { name: 'invalid.illegal.merge-conflict.plan', match: '^(?:<{7}|\\|{7}|={7}|>{7})(?= |$).*$' },
];

/** Names that nothing above claimed, so that no part of one is taken for a keyword or a number. */
const names: readonly Pattern[] = [
  { name: 'variable.other.quoted.plan', match: '`[^`\\n]+`' },
  { name: 'variable.other.plan', match: NAME },
];

export function textMateGrammar(): TextMateGrammar {
  const repository = {
    conflicts,
    comments,
    strings,
    declarations,
    references,
    values,
    expressions,
    keywords,
    names,
    punctuation,
  };
  return {
    $comment: 'Made by grammar/generate.mjs from the keyword table; do not edit.',
    name: 'Plan',
    scopeName: 'source.plan',
    fileTypes: ['plan'],
    patterns: Object.keys(repository).map(include),
    repository: Object.fromEntries(Object.entries(repository).map(([rule, patterns]) => [rule, { patterns }])),
  };
}

/** As the generated files are written. */
export function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
