/** The names that can stand at the cursor: of declarations, items, fields, rows, currencies, sources of money. */
import { CompletionItemKind } from 'vscode-languageserver';
import { FIELD_HOLDERS, FIELD_TYPES } from '../../../../../grammar/field-words.js';
import { type Keyword, keywordOf } from '../../../../../grammar/keywords.js';
import { comparandOfField, describeField } from '../../../analysis/expressions/editor-support.js';
import { type OwnFields, ownFields } from '../../../analysis/expressions/own-fields.js';
import type { ExpressionScope } from '../../../analysis/expressions/type-checker.js';
import type { Lang } from '../../../model/lang.js';
import type { FollowToken } from '../../../syntax/follow-automaton.js';
import type { Source } from '../../session.js';
import { allowedNames } from './allowed-names.js';
import { sourcesIn } from './arguments.js';
import type { CompletionContext } from './context.js';
import { entriesOf, fieldsFor, operandsFor } from './expressions.js';
import { namesFor, type Proposal, written } from './names.js';

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP'];

export function nameProposals(
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
  if (names.some(({ path }) => path.at(-1) === 'FixedName.text')) found.push(...wordsOfOwnFields(paths, vocabularies));
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
    const listed = lastKeyword(statement.slice(0, 1)) === 'columns' ? columnsListed(statement, own) : undefined;
    const [place, isColumn] = [placeOf(names), listed !== undefined];
    const operands = operandsFor({ statement, place, isColumn, plan, year, vocabularies, lang, typed, dates });
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

export function placeOf(names: readonly FollowToken[]): ExpressionScope {
  if (names.some(({ member: [first = ''] }) => keywordOf(first) === 'columns')) return 'project';
  const all = names.flatMap(({ path }) => path);
  if (all.some((step) => step.startsWith('LightRule.'))) return 'light';
  return all.some(
    (step) => step.startsWith('Expect.') || /^(?:ViewMember\.values?$|TitledValue\.|RankMember\.)/.test(step),
  )
    ? 'set'
    : 'project';
}

/** The last keyword of a statement. */
export function lastKeyword(statement: CompletionContext['statement']): Keyword | undefined {
  const known = statement.map(({ tokenType }) => tokenType.keyword);
  return known.findLast((keyword) => keyword !== undefined && keyword !== '..');
}
