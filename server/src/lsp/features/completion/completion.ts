/** Completion: only what is legal at the cursor, in the vocabulary that the file uses. */

import {
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import { type Keyword, keywordOf, spellingIn } from '../../../../../grammar/keywords.js';
import { meaningAt, type Standing } from '../../../../../grammar/meanings.js';
import { grainOf } from '../../../../../grammar/members.js';
import type { Grain } from '../../../../../grammar/shapes.js';
import { ownFields } from '../../../analysis/expressions/own-fields.js';
import type { Name } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import type { FollowToken } from '../../../syntax/follow-automaton.js';
import { standingOf } from '../../../syntax/standing.js';
import { completionFor } from '../../for-client.js';
import { safeHandler } from '../../handlers.js';
import { offsetIn, type Session, type Source } from '../../session.js';
import type { Feature } from '../feature.js';
import { amountsFor, type Measure } from './amounts.js';
import { listOf, type Pinyin } from './completion-list.js';
import { type CompletionContext, contextAt } from './context.js';
import { datesFor } from './dates.js';
import { Documentation, resolvesDocumentation } from './documentation.js';
import { excludedMembers } from './excluded-members.js';
import { illegalWords, lacksComparison, operatorsAfter } from './expressions.js';
import { filePaths } from './file-paths.js';
import { ignoredCodes } from './ignored-codes.js';
import { type Proposal, written } from './names.js';
import { lastKeyword, nameProposals, placeOf } from './names-here.js';
import { halfTyped } from './operands.js';
import { CHOICE, type Named, snippetsFor } from './snippets.js';
import { usualOrder } from './usual-order.js';

const EMPTY: CompletionList = { isIncomplete: false, items: [] };

/**
 * Typed, these ask by themselves: nothing may depend on a key that an input method keeps for itself. Behind a blank, only
 * what a keyword, a comparison or a list waits for is shown, not whatever could begin there.
 */
const TRIGGERS = ['.', '`', ' ', '\u3000', '"', '“', '「', '/', '(', '（', ',', '，', '、'];

export const completion: Feature = {
  capabilities: (client) => ({
    completionProvider: {
      triggerCharacters: TRIGGERS,
      ...(resolvesDocumentation(client) ? { resolveProvider: true } : {}),
    },
  }),
  register(session) {
    const documentation = new Documentation();
    session.connection.onCompletion(
      safeHandler('completing', EMPTY, session.log, async ({ textDocument, position, context }: CompletionParams) => {
        const { matches, pinyinOf } = await import('../../pinyin.js');
        const source = await session.sourceSoon(textDocument.uri);
        if (source === undefined) return EMPTY;
        const trigger =
          context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
        const list = await complete(source, offsetIn(source, position), trigger, session, { matches, pinyinOf });
        // While files are read, there are more names with each of them.
        const given = completionFor(session.client, source.whole ? list : { ...list, isIncomplete: true });
        return resolvesDocumentation(session.client) ? documentation.withheld(given) : given;
      }),
    );
    session.connection.onCompletionResolve((item) => documentation.resolved(item));
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
  if (trigger === '"' || trigger === '“' || trigger === '「' || trigger === '/') return EMPTY;
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
  const inside = keywords.filter((keyword) => !begins.includes(keyword)).sort((a, b) => isWeekend(b) - isWeekend(a));
  const proposals: Proposal[] = [...inside, ...begins].flatMap((keyword) =>
    vocabularies.flatMap((each) =>
      keywordProposal(keyword, standings.get(keyword), each, lang).map((proposal) =>
        begins.includes(keyword)
          ? { ...proposal, rank: fresh ? 0 : 5, begins: true, wantsValue: true }
          : { ...proposal, wantsValue: LEADS.has(keyword), rank: keyword === 'not' ? 4 : fresh ? 1 : 0 },
      ),
    ),
  );
  const dates = (grain = grainAt(following, lastKeyword(statement))): readonly Proposal[] =>
    datesFor({ grain, today: session.today(), status: source.root.plan.analysis.status, vocabulary, lang });
  proposals.push(
    ...snippetsFor(new Set(begins), {
      vocabulary,
      lang,
      day: source.root.plan.analysis.status,
      names: (kind) => namesOf(kind, context.inside, source.plan),
      values: (kind) =>
        (kind === 'date' ? dates('any') : amountsFor('money', '', vocabulary, lang)).map(({ insert }) => insert),
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
  if (expected.has('DATE')) proposals.push(...dates());
  for (const [token, measure] of MEASURES) {
    if (expected.has(token)) proposals.push(...amountsFor(measure, context.word.text, vocabulary, lang));
  }
  // A lag behind a predecessor.
  const signs = condition === undefined ? ['+', '-'].filter((sign) => expected.has(sign)) : [];
  for (const sign of signs)
    proposals.push({ label: sign, insert: sign, kind: CompletionItemKind.Operator, suggests: true, rank: 1 });
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

/** What a snippet lets choose from; of items, those of the project around the cursor. */
function namesOf(kind: Named, [project = '']: readonly string[], plan: Source['plan']): readonly string[] {
  const all: readonly { readonly name: Name }[] =
    kind === 'item' ? (plan.find('project', project)?.items ?? []) : plan.all(kind);
  return all.length > CHOICE ? [] : all.map(({ name }) => written(name.text));
}

/** The days off of most calendars stand in front. */
function isWeekend(keyword: Keyword): number {
  return keyword === 'saturday' || keyword === 'sunday' ? 1 : 0;
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

/** Of which grain the date has to be that is expected: behind a word inside a statement, what that word asks for. */
function grainAt(following: readonly FollowToken[], last: Keyword | undefined): Grain {
  if (last === 'on') return 'day';
  if (last === 'from') return 'any';
  const date = following.find(({ token }) => token === 'DATE');
  const standing = date && standingOf(date);
  const behind = standing?.as === 'word' ? standing.behind : undefined;
  return behind === undefined ? 'any' : grainOf(behind.of, behind.member);
}
