/** Completion: only what is legal at the cursor, in the vocabulary that the file uses. */

import {
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import { FIELD_HOLDERS, FIELD_TYPES } from '../../../../../grammar/field-words.js';
import { type Keyword, keywordOf, spellingIn } from '../../../../../grammar/keywords.js';
import { meaningAt, type Standing } from '../../../../../grammar/meanings.js';
import { grainOf } from '../../../../../grammar/members.js';
import type { Grain } from '../../../../../grammar/shapes.js';
import { comparandOfField, describeField } from '../../../analysis/expressions/editor-support.js';
import { type OwnFields, ownFields } from '../../../analysis/expressions/own-fields.js';
import type { ExpressionScope } from '../../../analysis/expressions/type-checker.js';
import type { Lang } from '../../../model/lang.js';
import type { FollowToken } from '../../../syntax/follow-automaton.js';
import { standingOf } from '../../../syntax/standing.js';
import { completionFor } from '../../for-client.js';
import { safeHandler } from '../../handlers.js';
import { offsetIn, type Session, type Source } from '../../session.js';
import type { Feature } from '../feature.js';
import { allowedNames } from './allowed-names.js';
import { amountsFor, type Measure } from './amounts.js';
import { sourcesIn } from './arguments.js';
import { listOf, type Pinyin } from './completion-list.js';
import { type CompletionContext, contextAt } from './context.js';
import { datesFor } from './dates.js';
import { excludedMembers } from './excluded-members.js';
import { entriesOf, fieldsFor, illegalWords, lacksComparison, operandsFor, operatorsAfter } from './expressions.js';
import { filePaths } from './file-paths.js';
import { ignoredCodes } from './ignored-codes.js';
import { namesFor, type Proposal, written } from './names.js';
import { halfTyped } from './operands.js';
import { snippetsFor } from './snippets.js';
import { usualOrder } from './usual-order.js';

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP'];

const EMPTY: CompletionList = { isIncomplete: false, items: [] };

/**
 * Typed, these ask by themselves: nothing may depend on a key that an input method keeps for itself. Behind a blank, only
 * what a keyword, a comparison or a list waits for is shown, not whatever could begin there.
 */
const TRIGGERS = ['.', '`', ' ', '"', '“', '/', '(', '（', ',', '，', '、'];

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: TRIGGERS } },
  register(session) {
    session.connection.onCompletion(
      safeHandler('completing', EMPTY, session.log, async ({ textDocument, position, context }: CompletionParams) => {
        const { matches, pinyinOf } = await import('../../pinyin.js');
        const source = await session.source(textDocument.uri);
        if (source === undefined) return EMPTY;
        const trigger =
          context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
        const list = await complete(source, offsetIn(source, position), trigger, session, { matches, pinyinOf });
        return completionFor(session.client, list);
      }),
    );
  },
};

async function complete(
  source: Source,
  offset: number,
  trigger: string | undefined,
  session: Session,
  pinyin: Pinyin,
): Promise<CompletionList> {
  const special = ignoredCodes(source, offset) ?? (await filePaths(source, offset, session.roots.files));
  if (special !== undefined) {
    const typed = source.text.slice(special.start, offset);
    return listOf(special.proposals, { ...special, typed }, source, session, pinyin);
  }
  if (trigger === '"' || trigger === '“' || trigger === '/') return EMPTY;
  const context = contextAt(source.text, offset);
  if (context === undefined) return EMPTY;
  const { start, end, text: typed } = context.word;
  const asksItself = trigger === undefined || trigger === '.' || trigger === '`';
  if (!asksItself && (typed !== '' || context.statement.length === 0 || context.begins)) return EMPTY;
  const proposals = proposalsFor(source, context, offset, session);
  // A blank behind what is whole asks for nothing: whoever goes on to the next line must not put in what is shown.
  if (!asksItself && proposals.some(({ begins }) => begins === true)) return EMPTY;
  return listOf(proposals, { start, end, typed }, source, session, pinyin);
}

function proposalsFor(
  source: Source,
  context: CompletionContext,
  offset: number,
  session: Session,
): readonly Proposal[] {
  const { statement } = context;
  const lang = source.lang;
  const vocabularies: readonly Lang[] =
    source.vocabulary === undefined ? [lang, lang === 'zh' ? 'en' : 'zh'] : [source.vocabulary];
  const vocabulary = vocabularies[0] ?? 'en';
  const condition = inCondition(context.following) ? halfTyped(statement, ownFields(source.plan)) : undefined;
  // Where a comparison is still missing, nothing new begins.
  const following =
    condition !== undefined && lacksComparison(condition)
      ? context.following.filter(({ member }) => member.length > 0)
      : context.following;
  const { value: tree } = source.parsed;
  const left = new Set([
    ...excludedMembers(tree, offset),
    ...statedInline(statement),
    ...(condition === undefined ? [] : illegalWords(condition, placeOf(following))),
  ]);
  const expected = new Set(following.map(({ token }) => token));
  const keywords = [...expected].flatMap((token) => {
    const keyword = keywordOf(token);
    if (keyword === undefined || keyword === '..') return [];
    const member = isMember(following, token);
    return left.has(keyword) && (member || isOptional(keyword)) ? [] : [keyword];
  });
  const standings = standingsIn(following);
  const order = usualOrder(tree, offset);
  // At the beginning of a line a new statement is meant, even where the one above could go on.
  const fresh = context.begins && context.whole;
  const begins = keywords.filter((keyword) => isMember(following, keyword)).sort((a, b) => order(a) - order(b));
  const inside = keywords.filter((keyword) => !begins.includes(keyword));
  const proposals: Proposal[] = [...inside, ...begins].flatMap((keyword) =>
    vocabularies.flatMap((each) =>
      keywordProposal(keyword, standings.get(keyword), each, lang).map((proposal) =>
        begins.includes(keyword)
          ? { ...proposal, rank: fresh ? 0 : 5, begins: true, wantsValue: true }
          : { ...proposal, wantsValue: LEADS.has(keyword), rank: keyword === 'not' ? 4 : fresh ? 1 : 0 },
      ),
    ),
  );
  proposals.push(
    ...snippetsFor(new Set(begins), {
      vocabulary,
      lang,
      day: source.root.plan.analysis.status,
      names: (kind) => source.plan.all(kind).map(({ name }) => written(name.text)),
    }),
  );
  if (expected.has('..'))
    proposals.push({
      label: vocabulary === 'zh' ? '至' : '..',
      insert: vocabulary === 'zh' ? '至' : '..',
      kind: CompletionItemKind.Operator,
      wantsValue: true,
      rank: 1,
    });
  const dates = (): readonly Proposal[] =>
    datesFor({
      grain: grainAt(following, lastKeyword(statement)),
      today: session.today(),
      status: source.root.plan.analysis.status,
      vocabulary,
      lang,
    });
  if (expected.has('DATE')) proposals.push(...dates());
  for (const [token, measure] of MEASURES) {
    if (expected.has(token)) proposals.push(...amountsFor(measure, context.word.text, vocabulary, lang));
  }
  if (expected.has('STRING') && following.some(({ token, member }) => token === 'STRING' && member.length > 0))
    proposals.push({
      label: '"…"',
      insert: '"$0"',
      kind: CompletionItemKind.Text,
      snippet: true,
      suggests: true,
      rank: 3,
    });
  const names = following.filter(({ token }) => token === 'NAME' || token === 'WORD');
  if (names.length > 0) proposals.push(...nameProposals(names, source, context, vocabularies, dates));
  if (condition !== undefined && expected.has('=')) proposals.push(...operatorsAfter(condition, placeOf(following)));
  const rank = ({ begins: begin, rank: own }: Proposal): number => (fresh && begin !== true ? own + 6 : own);
  return proposals.map((each) => ({ ...each, rank: rank(each) })).sort((a, b) => a.rank - b.rank);
}

const MEASURES: readonly (readonly [string, Measure])[] = [
  ['DURATION', 'duration'],
  ['MONEY', 'money'],
  ['PERCENT', 'percent'],
  ['NUMBER', 'number'],
];

/** The words inside of statements behind which a value comes. */
const LEADS: ReadonlySet<Keyword> = new Set<Keyword>([
  'due',
  'done',
  'every',
  'by',
  'on',
  'from',
  'when',
  'per',
  'in',
  'at',
  'for',
  'and',
  'or',
  'not',
  'consecutive',
]);

function isOptional(keyword: Keyword): boolean {
  return ['none', 'not', 'in', 'at', 'and', 'or', 'due', 'done'].includes(keyword);
}

/** Members that stand on the line of their milestone already. */
function statedInline(statement: CompletionContext['statement']): readonly Keyword[] {
  const [first] = statement;
  if (!['milestone', 'task', 'approval'].includes(first?.tokenType.keyword ?? '')) return [];
  return statement.flatMap(({ tokenType: { keyword } }) => (keyword === 'due' || keyword === 'done' ? [keyword] : []));
}

function inCondition(following: readonly FollowToken[]): boolean {
  return following.some(({ path }) => path.some((step) => CONDITION.test(step)));
}

const CONDITION = /^(?:Expression|And|Not|Comparison|Sum|Product|Unary|AsOf|Primary)\./;

/** Whether a keyword would begin a statement here rather than be a word inside one. */
function isMember(following: readonly FollowToken[], token: string): boolean {
  const here = following.filter((each) => each.token === token);
  return here.length > 0 && here.every(({ member, path }) => member.length === 0 && !path.some(isShort));
}

/** What follows a milestone on its own line begins no statement. */
function isShort(step: string): boolean {
  return step.startsWith('ShortMember.');
}

/** As what each keyword would stand; the first of several possibilities. */
function standingsIn(following: readonly FollowToken[]): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const each of following) if (!standings.has(each.token)) standings.set(each.token, standingOf(each));
  return standings;
}

function keywordProposal(
  keyword: Keyword,
  standing: Standing | undefined,
  vocabulary: Lang,
  lang: Lang,
): readonly Proposal[] {
  const meaning = standing && meaningAt(keyword, standing);
  if (meaning === undefined) return [];
  const within = standing?.as === 'word' ? standing.behind?.member : undefined;
  const label = spellingIn(within, keyword, vocabulary);
  const other = spellingIn(within, keyword, vocabulary === 'en' ? 'zh' : 'en');
  const { means, example } = meaning;
  return [
    {
      label,
      insert: label,
      kind: CompletionItemKind.Keyword,
      detail: means[lang],
      documentation: `${means[lang]}\n\n\`\`\`plan\n${example[vocabulary]}\n\`\`\`\n\n${label} · ${other}`,
      aliases: other === label ? [] : [other],
      rank: 1,
    },
  ];
}

function nameProposals(
  names: readonly FollowToken[],
  source: Source,
  context: CompletionContext,
  vocabularies: readonly Lang[],
  dates: () => readonly Proposal[],
): readonly Proposal[] {
  const { plan, lang } = source;
  const { statement } = context;
  const found: Proposal[] = [];
  const paths = new Set(names.map(({ path }) => path.slice(-2).join(' ')));
  const holds = (...wanted: string[]): boolean =>
    [...paths].some((path) => wanted.some((each) => path.startsWith(each)));
  const own = ownFields(plan);
  if (holds('FixedName.text')) found.push(...wordsOfOwnFields(paths, vocabularies));
  if (holds('FieldValue.choice')) {
    const field = own.get(statement.at(-1)?.image.replaceAll('`', '') ?? '');
    found.push(...(field?.facts.choices ?? []).map(({ text }) => chosen(text)));
  }
  if (holds('Path.segments')) {
    const ref = context.ref();
    if (ref !== undefined) found.push(...namesFor(ref, plan, lang, allowedNames(source, context)));
  }
  if (holds('Primary.name')) {
    const typed = context.word.text;
    const { year } = source.root.plan.analysis;
    const operands = operandsFor({ statement, place: placeOf(names), plan, year, vocabularies, lang, typed, dates });
    const listed = lastKeyword(statement.slice(0, 1)) === 'columns' ? columnsListed(statement, own) : undefined;
    found.push(...operands.filter(({ label }) => !listed?.has(describeField(label, own)?.spelled.en)));
  }
  if (holds('ViewMember.fields', 'ViewMember.across', 'SortKey.field', 'PolicyMember.fields')) {
    const listed = new Set(statement.map(({ image }) => describeField(image, own)?.spelled.en));
    const others = fieldsFor(vocabularies, lang, own);
    found.push(...others.filter(({ label }) => !listed.has(describeField(label, own)?.spelled.en)));
  }
  if (holds('Expect.field'))
    found.push(
      ...fieldsFor(vocabularies, lang, own).filter(({ label }) => comparandOfField(label, own)?.beside === 'names'),
    );
  if (holds('Figure.measure')) {
    const count = vocabularies.map((each) => (each === 'zh' ? '项目数' : 'count'));
    found.push(...count.map((label) => ({ label, insert: label, kind: CompletionItemKind.Function, rank: 0 })));
    found.push(...fieldsFor(vocabularies, lang, own).filter(({ label }) => isMoney(label, own)));
  }
  if (holds('ExpectRow.row', 'RowName.text')) {
    const beside = comparandOfField(rowField(source, context) ?? '', own);
    if (beside?.beside === 'names') found.push(...entriesOf(beside.kind, plan, lang));
  }
  if (holds('PortfolioMember.value')) found.push(...words(CURRENCIES));
  if (holds('CalendarMember.value')) found.push(...words(['CN']));
  if (holds('InvestmentMember.name')) found.push(...words(sourcesIn(plan)));
  return found;
}

/** The fields that are columns already, where a column begins. */
function columnsListed(
  statement: CompletionContext['statement'],
  own: OwnFields,
): ReadonlySet<string | undefined> | undefined {
  const isBegin = (index: number): boolean => index === 0 || statement[index]?.tokenType.name === ',';
  if (!isBegin(statement.length - 1)) return undefined;
  const alone = statement.filter((_, index) => isBegin(index - 1) && index > 0 && isBegin(index + 1));
  return new Set(alone.map(({ image }) => describeField(image, own)?.spelled.en));
}

/** The types of own fields, or what they are stated of. */
function wordsOfOwnFields(paths: ReadonlySet<string>, vocabularies: readonly Lang[]): readonly Proposal[] {
  const types = [...paths].some((path) => path.includes('OwnField.type'));
  return Object.values(types ? FIELD_TYPES : FIELD_HOLDERS).flatMap((word) =>
    vocabularies.map((vocabulary) => chosen(word[vocabulary])),
  );
}

function chosen(label: string): Proposal {
  return { label, insert: written(label), kind: CompletionItemKind.EnumMember, rank: 0 };
}

function isMoney(field: string, own: OwnFields): boolean {
  const beside = comparandOfField(field, own);
  return beside?.beside === 'values' && beside.type.name === 'money';
}

function words(texts: readonly string[]): readonly Proposal[] {
  return texts.map((label) => ({ label, insert: written(label), kind: CompletionItemKind.Value, rank: 0 }));
}

/** The field that a breakdown around the cursor is by. */
function rowField(source: Source, context: CompletionContext): string | undefined {
  const before = source.text.slice(Math.max(0, context.word.start - 4000), context.word.start);
  return /(?:\bper|按)\s+([^\s{]+)\s+[^\s{]+\s*\{[^{}]*$/.exec(before)?.[1];
}

function placeOf(names: readonly FollowToken[]): ExpressionScope {
  if (names.some(({ member: [first = ''] }) => keywordOf(first) === 'columns')) return 'project';
  const all = names.flatMap(({ path }) => path);
  if (all.some((step) => step.startsWith('LightRule.'))) return 'light';
  return all.some(
    (step) => step.startsWith('Expect.') || /^(?:ViewMember\.values?$|TitledValue\.|RankMember\.)/.test(step),
  )
    ? 'set'
    : 'project';
}

/** Of which grain the date has to be that is expected: behind a word inside a statement, what that word asks for. */
function grainAt(following: readonly FollowToken[], last: Keyword | undefined): Grain {
  if (last === 'on') return 'day';
  if (last === 'from') return 'any';
  const date = following.find(({ token }) => token === 'DATE');
  const standing = date && standingOf(date);
  const behind = standing?.as === 'word' ? standing.behind : undefined;
  return behind === undefined ? 'any' : grainOf(behind.of, behind.member);
}

function lastKeyword(statement: CompletionContext['statement']): Keyword | undefined {
  const known = statement.map(({ tokenType }) => tokenType.keyword);
  return known.findLast((keyword) => keyword !== undefined && keyword !== '..');
}
