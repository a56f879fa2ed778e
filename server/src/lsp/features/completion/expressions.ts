/** Inside conditions: fields, functions, comparisons, and what can stand beside a field. */

import { CompletionItemKind } from 'vscode-languageserver';
import { type Keyword, spelling } from '../../../../../grammar/keywords.js';
import {
  comparandOfType,
  describeCalledField,
  describeField,
  fieldCompletions,
  functionCompletions,
  operatorsFor,
} from '../../../analysis/expressions/editor-support.js';
import { type OwnFields, ownFields } from '../../../analysis/expressions/own-fields.js';
import type { ExpressionScope } from '../../../analysis/expressions/type-checker.js';
import type { ValueType } from '../../../analysis/expressions/values.js';
import type { EntityKind } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import type { Plan } from '../../../model/plan.js';
import type { Token } from '../../../syntax/token-types.js';
import { amountsFor } from './amounts.js';
import { argumentsOf, calledFields } from './arguments.js';
import { type Proposal, proposalOf, written } from './names.js';
import { type HalfTyped, halfTyped } from './operands.js';

export interface ExpressionContext {
  readonly statement: readonly Token[];
  readonly place: ExpressionScope;
  /** A column begins here: most are fields as they are. */
  readonly isColumn: boolean;
  readonly plan: Plan;
  /** The year of the plan. */
  readonly year: number;
  readonly vocabularies: readonly Lang[];
  readonly lang: Lang;
  /** What is typed of the word at the cursor. */
  readonly typed: string;
  readonly dates: () => readonly Proposal[];
}

/** The functions that stand for a figure of all projects, and what their first argument is. */
const OF_FIGURES: ReadonlySet<string> = new Set(['sum', 'avg', 'min', 'max']);
/** What conditions are mostly about, in front of the order of the reference. */
const OFTEN: readonly string[] = ['light', 'stage', 'category', 'leader', 'unit', 'total', 'days-late', 'priority'];
/** And what lights are lit by. */
const OFTEN_LATE: readonly string[] = [
  'days-late',
  'investment-behind',
  'progress-behind',
  'days-overdue',
  'overdue-issues',
];

/** What can stand where a value is wanted: beside a field what it is compared with, else fields and functions. */
export function operandsFor(context: ExpressionContext): readonly Proposal[] {
  const { statement, lang, vocabularies, place, isColumn } = context;
  const own = ownFields(context.plan);
  const { left, operator, complete, call } = halfTyped(statement, own);
  if (complete) return [];
  if (operator !== undefined) return left === undefined ? [] : besideProposals(left, operator, context);
  if (call?.name === 'light') return lightsOf(context.plan);
  const asked = call === undefined ? undefined : argumentsOf(call.name, call.argument, context.plan, context.year);
  if (asked !== undefined) return asked;
  // A bare field says nothing of all projects: only functions do, and fields within them.
  const fields =
    place === 'set' && call === undefined
      ? []
      : [
          ...fieldsFor(vocabularies, lang, own, firstOf(isColumn ? [] : place === 'light' ? OFTEN_LATE : OFTEN)),
          ...calledFields(vocabularies, lang),
        ];
  if (call !== undefined && OF_FIGURES.has(call.name) && call.argument === 0) {
    const figures = fieldsFor(vocabularies, lang, own).filter(({ label }) => {
      const name = describeField(label, own)?.type.name;
      return name !== undefined && (FIGURES.has(name) || (name === 'date' && /^m/.test(call.name)));
    });
    return [...figures, ...calledFields(vocabularies, lang)];
  }
  const here = functionCompletions(call === undefined ? place : 'project');
  // The light of one project is nothing that all of them have.
  const callable = call === undefined && place === 'set' ? here.filter(({ spelled }) => spelled.en !== 'light') : here;
  const calls = callable.flatMap(({ spelled, usage, about }) =>
    vocabularies.map((vocabulary) => ({
      label: spelled[vocabulary],
      // What counts without a condition is complete as it is.
      insert: spelled.en === 'count' ? `${spelled[vocabulary]}()` : `${spelled[vocabulary]}($0)`,
      kind: CompletionItemKind.Function,
      detail: usage[lang],
      documentation: about[lang],
      snippet: spelled.en !== 'count',
      suggests: spelled.en !== 'count',
      rank: place === 'set' ? 0 : 3,
    })),
  );
  return [...fields, ...calls];
}

const FIGURES: ReadonlySet<string> = new Set(['money', 'percent', 'number', 'duration', 'ratio']);

function firstOf(often: readonly string[]): (field: string) => number {
  return (field) => (often.includes(field) ? often.indexOf(field) : often.length);
}

/** The lights that policies name. */
function lightsOf(plan: Plan): readonly Proposal[] {
  const names = plan.all('policy').flatMap(({ lights }) => lights.map(({ name }) => name.text));
  return [...new Set(names)].map((label) => ({
    label,
    insert: written(label),
    kind: CompletionItemKind.EnumMember,
    rank: 0,
  }));
}

export function fieldsFor(
  vocabularies: readonly Lang[],
  lang: Lang,
  own: OwnFields,
  order: (field: string) => number = () => 0,
): readonly Proposal[] {
  return [...fieldCompletions(own)]
    .sort((a, b) => order(a.spelled.en) - order(b.spelled.en))
    .flatMap(({ spelled, title, about }) =>
      (spelled.en === spelled.zh ? vocabularies.slice(0, 1) : vocabularies).map((vocabulary) => ({
        label: spelled[vocabulary],
        insert: written(spelled[vocabulary]),
        kind: CompletionItemKind.Field,
        detail: title[lang],
        documentation: `${about[lang]}\n\n${spelled.en} · ${spelled.zh}`,
        aliases: vocabularies.length > 1 ? [] : [spelled[vocabulary === 'en' ? 'zh' : 'en']],
        rank: 2,
      })),
    );
}

/** What a value of a type is compared with: written values first, then fields of the same type. */
function besideProposals(left: ValueType, operator: string, context: ExpressionContext): readonly Proposal[] {
  const { plan, lang, vocabularies, dates, typed, place } = context;
  const vocabulary = vocabularies[0] ?? lang;
  const own = ownFields(plan);
  const beside = comparandOfType(left);
  const none: readonly Proposal[] =
    (operator === '=' || operator === '!=') && place !== 'set'
      ? vocabularies.map((each) => ({
          label: spelling('none', each),
          insert: spelling('none', each),
          kind: CompletionItemKind.Keyword,
          rank: 4,
        }))
      : [];
  if (beside.beside === 'words') {
    const words = beside.words.flatMap(({ spelled }) =>
      vocabularies.map((each) => ({
        label: spelled[each],
        insert: spelled[each],
        kind: CompletionItemKind.EnumMember,
        detail: each === 'en' ? spelled.zh : spelled.en,
        aliases: [spelled[each === 'en' ? 'zh' : 'en']],
        rank: 0,
      })),
    );
    return [...words, ...none];
  }
  if (beside.beside === 'names') return [...entriesOf(beside.kind, plan, lang), ...none];
  const { name } = beside.type;
  const alike =
    operator === 'in' || place === 'set'
      ? []
      : fieldsFor(vocabularies, lang, own).filter((each) => describeField(each.label, own)?.type.name === name);
  return [
    ...valuesOf(name, vocabulary, lang, dates, typed),
    ...(FIGURES.has(name) || name === 'date' ? alike : []),
    ...none,
  ];
}

function valuesOf(
  name: ValueType['name'],
  vocabulary: Lang,
  lang: Lang,
  dates: () => readonly Proposal[],
  typed: string,
): readonly Proposal[] {
  switch (name) {
    case 'date':
      return dates();
    case 'money':
    case 'number':
    case 'percent':
      return amountsFor(name, typed, vocabulary, lang);
    case 'ratio':
      return amountsFor('percent', typed, vocabulary, lang);
    case 'duration':
      return amountsFor('signed duration', typed, vocabulary, lang);
    default:
      return [];
  }
}

/** The declared names of a kind. */
export function entriesOf(kind: EntityKind, plan: Plan, lang: Lang): readonly Proposal[] {
  return kind === 'item' || kind === 'issue' ? [] : plan.all(kind).map((each) => proposalOf(each, lang, 1));
}

/** The comparisons that what stands before the cursor allows; none where it is compared already. */
export function operatorsAfter({ left, operator }: HalfTyped, place: ExpressionScope): readonly Proposal[] {
  if (left === undefined || operator !== undefined) return [];
  const known = operatorsFor(left).filter((each) => each !== 'in');
  // What is expected of a sum is mostly that it is some published figure, rounded.
  const rounded = place === 'set' && known.includes('~=');
  return (rounded ? (['=', '~=', ...known.filter((each) => each !== '=' && each !== '~=')] as const) : known).map(
    (each) => ({ label: each, insert: each, kind: CompletionItemKind.Operator, rank: 0 }),
  );
}

/** Words of conditions that cannot stand at the cursor, although the grammar takes them there. */
export function illegalWords(
  { left, operator, complete, call }: HalfTyped,
  place: ExpressionScope,
): readonly Keyword[] {
  const found: Keyword[] = [];
  // `none` is only said of a value that is compared with it, and is offered there.
  found.push('none');
  if (operator !== undefined && !complete) found.push('not');
  if (call !== undefined && describeCalledField(call.name) !== undefined) found.push('not');
  if (call !== undefined && (call.name === 'light' || (OF_FIGURES.has(call.name) && call.argument === 0)))
    found.push('not');
  if (operator !== undefined || left === undefined || !operatorsFor(left).includes('in')) found.push('in');
  // What is neither compared nor true or false by itself is no condition yet.
  if (operator === undefined && left !== undefined && left.name !== 'boolean') found.push('and', 'or');
  if (operator !== undefined && !complete) found.push('and', 'or');
  if (place === 'set' && call === undefined) found.push('not');
  return found;
}

/** A condition that ends here would be a figure or a word that is compared with nothing. */
export function lacksComparison({ left, operator, complete }: HalfTyped): boolean {
  return operator === undefined ? left !== undefined && left.name !== 'boolean' : !complete;
}
