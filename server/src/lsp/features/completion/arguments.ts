/** What fields are asked for between their brackets: the years and the sources of money that the plan speaks of. */
import { CompletionItemKind } from 'vscode-languageserver';
import { calledFieldCompletions, describeCalledField } from '../../../analysis/expressions/editor-support.js';
import type { Lang } from '../../../model/lang.js';
import type { Plan } from '../../../model/plan.js';
import { type Proposal, written } from './names.js';

/** Undefined where `call` takes neither a year nor a source. */
export function argumentsOf(call: string, argument: number, plan: Plan, year: number): readonly Proposal[] | undefined {
  const takes = describeCalledField(call)?.argument;
  if (takes === undefined) return undefined;
  if (argument > 0) return [];
  const texts = takes === 'year' ? yearsIn(plan, year).map(String) : sourcesIn(plan).map(written);
  return texts.map((label) => ({ label, insert: label, kind: CompletionItemKind.Value, rank: 0 }));
}

/** The calls themselves. */
export function calledFields(vocabularies: readonly Lang[], lang: Lang): readonly Proposal[] {
  return calledFieldCompletions().flatMap(({ spelled, usage, about }) =>
    vocabularies.map((vocabulary) => ({
      label: usage[vocabulary],
      insert: `${spelled[vocabulary]}($0)`,
      kind: CompletionItemKind.Field,
      detail: about[lang],
      documentation: `${about[lang]}\n\n${usage.en} · ${usage.zh}`,
      snippet: true,
      suggests: true,
      rank: 3,
    })),
  );
}

/** The names that sources of money have in this plan. */
export function sourcesIn(plan: Plan): readonly string[] {
  const names = plan
    .all('project')
    .flatMap(({ investment, reports }) => [
      ...(investment?.sources ?? []).map(({ name }) => name.text),
      ...reports.flatMap(({ receivedFrom }) => receivedFrom.map(({ source }) => source.text)),
    ]);
  return [...new Set(names)];
}

/** Those that amounts are planned for, and the ones beside the year of the plan, which needs no brackets and comes last. */
function yearsIn(plan: Plan, own: number): readonly number[] {
  const stated = plan.all('project').flatMap(({ investment }) => investment?.years.map(({ year }) => year) ?? []);
  const all = new Set([...stated, own + 1, own - 1, own]);
  return [...all].sort((a, b) => Number(a === own) - Number(b === own) || b - a);
}
