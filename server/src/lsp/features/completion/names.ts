/** Names that can stand at the cursor, with their titles; found by pinyin too, in backquotes where they need them. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { EntityKind, ItemFacts, ProjectFacts, Ref } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import { itemAt, type Plan } from '../../../model/plan.js';
import { isPlainName } from '../../../syntax/letters.js';
import type { PlanElement } from '../../plan-elements.js';
import { kindWord, titleOf } from '../../wording.js';

/** A proposal before it has a place in the text. */
export interface Proposal {
  readonly label: string;
  readonly insert: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** What it is found by besides its label. */
  readonly aliases?: readonly string[];
  readonly snippet?: boolean;
  /** A value is wanted behind it: a blank is put in where there is none, and what can follow is shown. */
  readonly wantsValue?: boolean;
  /** What can follow is shown once it is put in. */
  readonly suggests?: boolean;
  /** It would begin another statement. */
  readonly begins?: boolean;
  /** Proposals are shown in the order of their rank, then as they come. */
  readonly rank: number;
}

/** A name as it is written in a plan. */
export function written(name: string): string {
  return isPlainName(name) ? name : `\`${name.replaceAll('`', '')}\``;
}

const KINDS: Readonly<Record<string, CompletionItemKind>> = {
  person: CompletionItemKind.Constant,
  org: CompletionItemKind.Module,
  project: CompletionItemKind.Class,
  issue: CompletionItemKind.Event,
};

export function proposalOf(
  element: PlanElement & { readonly name?: { readonly text: string } },
  lang: Lang,
  rank: number,
): Proposal {
  const name = element.name?.text ?? element.id;
  const title = titleOf(element);
  const kind = 'kind' in element ? element.kind : 'decision';
  return {
    label: name,
    insert: written(name),
    kind: KINDS[kind] ?? CompletionItemKind.Value,
    detail: title === undefined ? kindWord(element, lang) : `${kindWord(element, lang)} · ${title}`,
    aliases: title === undefined ? [] : [title],
    rank,
  };
}

/** Whether something may be named here; what may not would wait for itself or lie in itself. */
export type Allowed = (element: PlanElement) => boolean;

/** What the last segment of `ref` can be. */
export function namesFor(ref: Ref, plan: Plan, lang: Lang, allowed: Allowed): readonly Proposal[] {
  const before = ref.segments.slice(0, -1).map(({ text }) => text);
  if (before.length > 0) return inside(ref, before, plan, lang, allowed);
  return ref.kinds.flatMap((kind, index) => ofKind(kind, ref, plan, lang, index, allowed));
}

function ofKind(
  kind: EntityKind,
  ref: Ref,
  plan: Plan,
  lang: Lang,
  rank: number,
  allowed: Allowed,
): readonly Proposal[] {
  const home = ref.scope[0] === undefined ? undefined : plan.find('project', ref.scope[0]);
  if (kind === 'item') {
    const containers = home === undefined ? [] : containersOf(home, ref.scope.slice(1));
    const items = containers
      .toReversed()
      .flatMap(({ items: beside }) => beside.filter(allowed).map((item) => proposalOf(item, lang, rank)));
    return [...distinct(items), ...projectsWith(plan, lang, ({ items: has }) => has.length > 0, home)];
  }
  if (kind === 'issue') {
    const own = (home?.issues ?? []).map((issue) => proposalOf(issue, lang, rank));
    const inspections = plan.all('meeting').filter(({ issues }) => issues.length > 0);
    return [
      ...own,
      ...projectsWith(plan, lang, ({ issues }) => issues.length > 0, home),
      ...inspections.map((meeting) => leading(proposalOf(meeting, lang, rank + 10))),
    ];
  }
  return plan
    .all(kind)
    .filter(allowed)
    .map((declaration) => proposalOf(declaration, lang, rank));
}

/** The project, then the tasks that lead inwards. */
function containersOf(project: ProjectFacts, path: readonly string[]): readonly (ProjectFacts | ItemFacts)[] {
  const containers: (ProjectFacts | ItemFacts)[] = [project];
  for (let depth = 1; depth <= path.length; depth++) {
    const item = itemAt(project, path.slice(0, depth));
    if (item !== undefined) containers.push(item);
  }
  return containers;
}

/** Projects whose items or issues are named through them, a dot behind. */
function projectsWith(
  plan: Plan,
  lang: Lang,
  has: (project: ProjectFacts) => boolean,
  home: ProjectFacts | undefined,
): readonly Proposal[] {
  return plan
    .all('project')
    .filter((project) => project !== home && has(project))
    .map((project) => leading(proposalOf(project, lang, 20)));
}

function leading(proposal: Proposal): Proposal {
  return { ...proposal, label: `${proposal.label}.`, insert: `${proposal.insert}.` };
}

function inside(ref: Ref, before: readonly string[], plan: Plan, lang: Lang, allowed: Allowed): readonly Proposal[] {
  const found: Proposal[] = [];
  const shorter = { ...ref, segments: ref.segments.slice(0, -1) };
  if (ref.kinds.includes('item')) {
    const item = plan.resolveAs(shorter, 'item');
    if (item !== undefined && 'items' in item)
      found.push(...item.items.filter(allowed).map((each) => proposalOf(each, lang, 0)));
  }
  const [only, ...more] = before;
  if (only !== undefined && more.length === 0) {
    const project = plan.find('project', only);
    if (ref.kinds.includes('item'))
      found.push(...(project?.items ?? []).filter(allowed).map((each) => proposalOf(each, lang, 1)));
    if (ref.kinds.includes('issue')) {
      const meeting = plan.find('meeting', only);
      const issues = [...(project?.issues ?? []), ...(meeting?.issues ?? [])];
      found.push(...issues.map((each) => proposalOf(each, lang, 1)));
    }
  }
  return distinct(found);
}

function distinct(proposals: readonly Proposal[]): readonly Proposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ label }) => !seen.has(label) && seen.add(label));
}
