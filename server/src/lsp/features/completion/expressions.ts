/** Inside conditions: fields, functions, comparisons, and what can stand beside a field. */

import { CompletionItemKind } from 'vscode-languageserver';
import {
  type Comparand,
  comparandOfField,
  describeField,
  describeFunction,
  fieldCompletions,
  functionCompletions,
  operatorsFor,
} from '../../../analysis/expressions/editor-support.js';
import type { ExpressionScope } from '../../../analysis/expressions/type-checker.js';
import type { EntityKind } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import type { Plan } from '../../../model/plan.js';
import type { Token } from '../../../syntax/token-types.js';
import { type Proposal, proposalOf, written } from './names.js';

export interface ExpressionContext {
  readonly statement: readonly Token[];
  readonly place: ExpressionScope;
  readonly plan: Plan;
  readonly vocabularies: readonly Lang[];
  readonly lang: Lang;
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~=', 'in']);

/** What can stand where a value is wanted: beside a field what it is compared with, else fields and functions. */
export function operandsFor(context: ExpressionContext): readonly Proposal[] {
  const { statement, lang, vocabularies, place } = context;
  const [operator, field] = [statement.at(-1), statement.at(-2)];
  if (operator !== undefined && field !== undefined && COMPARISONS.has(operator.tokenType.name)) {
    const beside = comparandOfField(field.image);
    if (beside !== undefined) return besideProposals(beside, context);
  }
  if (
    operator !== undefined &&
    field !== undefined &&
    operator.image === '(' &&
    describeFunction(field.image)?.spelled.en === 'light'
  ) {
    return lightsOf(context.plan);
  }
  const calls = functionCompletions(place).flatMap(({ spelled, usage, about }) =>
    vocabularies.map((vocabulary) => ({
      label: spelled[vocabulary],
      insert: `${spelled[vocabulary]}($0)`,
      kind: CompletionItemKind.Function,
      detail: usage[lang],
      documentation: about[lang],
      snippet: true,
      rank: 3,
    })),
  );
  return [...fieldsFor(vocabularies, lang), ...calls];
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

export function fieldsFor(vocabularies: readonly Lang[], lang: Lang): readonly Proposal[] {
  return fieldCompletions().flatMap(({ spelled, title, about }) =>
    vocabularies.map((vocabulary) => ({
      label: spelled[vocabulary],
      insert: spelled[vocabulary],
      kind: CompletionItemKind.Field,
      detail: title[lang],
      documentation: `${about[lang]}\n\n${spelled.en} · ${spelled.zh}`,
      rank: 2,
    })),
  );
}

function besideProposals(beside: Comparand, { plan, lang, vocabularies }: ExpressionContext): readonly Proposal[] {
  if (beside.beside === 'words') {
    return beside.words.flatMap(({ spelled }) =>
      vocabularies.map((vocabulary) => ({
        label: spelled[vocabulary],
        insert: spelled[vocabulary],
        kind: CompletionItemKind.EnumMember,
        detail: vocabulary === 'en' ? spelled.zh : spelled.en,
        rank: 0,
      })),
    );
  }
  return beside.beside === 'names' ? entriesOf(beside.kind, plan, lang) : [];
}

/** The declared names of a kind. */
export function entriesOf(kind: EntityKind, plan: Plan, lang: Lang): readonly Proposal[] {
  return kind === 'item' || kind === 'issue' ? [] : plan.all(kind).map((each) => proposalOf(each, lang, 1));
}

/** The comparisons that the field before the cursor allows. */
export function operatorsAfter(statement: readonly Token[]): readonly Proposal[] {
  const field = describeField(statement.at(-1)?.image ?? '');
  if (field === undefined) return [];
  return operatorsFor(field.type)
    .filter((operator) => operator !== 'in')
    .map((operator) => ({ label: operator, insert: operator, kind: CompletionItemKind.Operator, rank: 1 }));
}
