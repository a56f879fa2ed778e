/** Completion: only what is legal at the cursor, in the vocabulary that the file uses. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type Keyword, keywordOf, spelling } from '../../../../../grammar/keywords.js';
import { meaningAt, type Standing } from '../../../../../grammar/meanings.js';
import { grainOf } from '../../../../../grammar/members.js';
import type { Grain } from '../../../../../grammar/shapes.js';
import { comparandOfField } from '../../../analysis/expressions/editor-support.js';
import type { ExpressionScope } from '../../../analysis/expressions/type-checker.js';
import type { Lang } from '../../../model/lang.js';
import type { FollowToken } from '../../../syntax/follow-automaton.js';
import { standingOf } from '../../../syntax/standing.js';
import { completionFor } from '../../for-client.js';
import { safeHandler } from '../../handlers.js';
import { offsetIn, rangeIn, type Session, type Source } from '../../session.js';
import type { Feature } from '../feature.js';
import { type CompletionContext, contextAt } from './context.js';
import { datesFor } from './dates.js';
import { excludedMembers } from './excluded-members.js';
import { entriesOf, fieldsFor, operandsFor, operatorsAfter } from './expressions.js';
import { namesFor, type Proposal, written } from './names.js';
import { snippetsFor } from './snippets.js';

/** What knows pinyin, which is loaded when it is first asked. */
type Pinyin = typeof import('../../pinyin.js');

/** Beyond this the list is cut to what matches, and asked for again as typing goes on. */
const MOST = 1000;
const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP'];

const EMPTY: CompletionList = { isIncomplete: false, items: [] };

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['.', '`'] } },
  register(session) {
    session.connection.onCompletion(
      safeHandler('completing', EMPTY, session.log, async ({ textDocument, position }: CompletionParams) => {
        const { matches, pinyinOf } = await import('../../pinyin.js');
        const source = await session.source(textDocument.uri);
        if (source === undefined) return EMPTY;
        const list = complete(source, offsetIn(source, position), session, { matches, pinyinOf });
        return completionFor(session.client, list);
      }),
    );
  },
};

function complete(source: Source, offset: number, session: Session, { matches, pinyinOf }: Pinyin): CompletionList {
  const context = contextAt(source.text, offset);
  if (context === undefined) return EMPTY;
  const proposals = proposalsFor(source, context, offset, session);
  const wanted = context.word.text.replaceAll('`', '');
  const cut = proposals.length > MOST;
  const shown = cut
    ? proposals.filter(({ label, aliases }) => matches(wanted, [label, ...(aliases ?? [])]))
    : proposals;
  const range = rangeIn(source.lines, { start: context.word.start, end: offset });
  const quoted = context.word.text.startsWith('`');
  return {
    isIncomplete: cut,
    items: shown.slice(0, MOST).map((proposal, index) => itemOf(proposal, index, range, quoted, pinyinOf)),
  };
}

function itemOf(
  { label, insert, kind, detail, documentation, aliases, snippet, rank }: Proposal,
  index: number,
  range: ReturnType<typeof rangeIn>,
  quoted: boolean,
  pinyinOf: Pinyin['pinyinOf'],
): CompletionItem {
  const found = [...new Set([label, ...(aliases ?? []), ...[label, ...(aliases ?? [])].map(pinyinOf)])].filter(
    (text) => text !== '',
  );
  const newText = quoted && kind !== CompletionItemKind.Snippet && !insert.startsWith('`') ? `\`${insert}\`` : insert;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    filterText: `${quoted ? '`' : ''}${found.join(' ')}`,
    sortText: `${String(rank).padStart(2, '0')}${String(index).padStart(5, '0')}`,
    textEdit: { range, newText },
    ...(snippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}

function proposalsFor(
  source: Source,
  context: CompletionContext,
  offset: number,
  session: Session,
): readonly Proposal[] {
  const { following, statement } = context;
  const lang = source.lang;
  const vocabularies: readonly Lang[] =
    source.vocabulary === undefined ? [lang, lang === 'zh' ? 'en' : 'zh'] : [source.vocabulary];
  const vocabulary = vocabularies[0] ?? 'en';
  const stated = excludedMembers(source.parsed.value, offset);
  const expected = new Set(following.map(({ token }) => token));
  const keywords = [...expected].flatMap((token) => {
    const keyword = keywordOf(token);
    return keyword === undefined || keyword === '..' || (stated.has(keyword) && isMember(following, token))
      ? []
      : [keyword];
  });
  const standings = standingsIn(following);
  const proposals: Proposal[] = keywords.flatMap((keyword) =>
    vocabularies.flatMap((each) => keywordProposal(keyword, standings.get(keyword), each, lang)),
  );
  proposals.push(...snippetsFor(new Set(keywords), vocabulary, lang, session.today()));
  if (expected.has('..'))
    proposals.push({
      label: vocabulary === 'zh' ? '至' : '..',
      insert: vocabulary === 'zh' ? '至' : '..',
      kind: CompletionItemKind.Operator,
      rank: 1,
    });
  if (expected.has('DATE')) {
    proposals.push(
      ...datesFor({
        grain: grainAt(following, lastKeyword(statement)),
        today: session.today(),
        status: source.root.plan.analysis.status,
        vocabulary,
        lang,
      }),
    );
  }
  const names = following.filter(({ token }) => token === 'NAME' || token === 'WORD');
  if (names.length > 0) proposals.push(...nameProposals(names, source, context, vocabularies));
  if (expected.has('=')) proposals.push(...operatorsAfter(statement));
  return proposals.sort((a, b) => a.rank - b.rank);
}

/** Whether a keyword would begin a statement here rather than be a word inside one. */
function isMember(following: readonly FollowToken[], token: string): boolean {
  return following.some((each) => each.token === token && each.member.length === 0);
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
  const label = spelling(keyword, vocabulary);
  const other = spelling(keyword, vocabulary === 'en' ? 'zh' : 'en');
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
): readonly Proposal[] {
  const { plan, lang } = source;
  const { statement } = context;
  const found: Proposal[] = [];
  const paths = new Set(names.map(({ path }) => path.slice(-2).join(' ')));
  const holds = (...wanted: string[]): boolean =>
    [...paths].some((path) => wanted.some((each) => path.startsWith(each)));
  if (holds('Path.segments')) {
    const ref = context.ref();
    if (ref !== undefined) found.push(...namesFor(ref, plan, lang));
  }
  if (holds('Primary.name')) {
    found.push(...operandsFor({ statement, place: placeOf(names), plan, vocabularies, lang }));
  }
  if (holds('ViewMember.fields', 'SortKey.field', 'PolicyMember.fields')) found.push(...fieldsFor(vocabularies, lang));
  if (holds('Expect.field'))
    found.push(...fieldsFor(vocabularies, lang).filter(({ label }) => comparandOfField(label)?.beside === 'names'));
  if (holds('Figure.measure')) {
    const count = vocabularies.map((each) => (each === 'zh' ? '项目数' : 'count'));
    found.push(...count.map((label) => ({ label, insert: label, kind: CompletionItemKind.Function, rank: 0 })));
    found.push(...fieldsFor(vocabularies, lang).filter(({ label }) => isMoney(label)));
  }
  if (holds('ExpectRow.row', 'RowName.text')) {
    const beside = comparandOfField(rowField(source, context) ?? '');
    if (beside?.beside === 'names') found.push(...entriesOf(beside.kind, plan, lang));
  }
  if (holds('PortfolioMember.value')) found.push(...words(CURRENCIES));
  if (holds('CalendarMember.value')) found.push(...words(['CN']));
  if (holds('InvestmentMember.name')) found.push(...words(sourcesIn(source)));
  return found;
}

function isMoney(field: string): boolean {
  const beside = comparandOfField(field);
  return beside?.beside === 'values' && beside.type.name === 'money';
}

function words(texts: readonly string[]): readonly Proposal[] {
  return texts.map((label) => ({ label, insert: written(label), kind: CompletionItemKind.Value, rank: 0 }));
}

/** The names that sources of money have in this plan. */
function sourcesIn({ plan }: Source): readonly string[] {
  const names = plan.all('project').flatMap(({ investment }) => investment?.sources.map(({ name }) => name.text) ?? []);
  return [...new Set(names)];
}

/** The field that a breakdown around the cursor is by. */
function rowField(source: Source, context: CompletionContext): string | undefined {
  const before = source.text.slice(Math.max(0, context.word.start - 4000), context.word.start);
  return /(?:\bper|按)\s+([^\s{]+)\s+[^\s{]+\s*\{[^{}]*$/.exec(before)?.[1];
}

function placeOf(names: readonly FollowToken[]): ExpressionScope {
  const all = names.flatMap(({ path }) => path);
  if (all.some((step) => step.startsWith('LightRule.'))) return 'light';
  return all.some((step) => step.startsWith('Expect.') || step === 'ViewMember.totals') ? 'set' : 'project';
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
