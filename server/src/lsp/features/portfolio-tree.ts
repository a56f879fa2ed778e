/**
 * The tree of a portfolio, asked for row by row as it is opened. Lights of thousands of projects take a while when the
 * plan was just read: they are judged in steps between which everything else is answered.
 */
import type * as z from 'zod/mini';
import type { Analysis } from '../../analysis/analysis.js';
import { poolAt } from '../../analysis/pool.js';
import { GROUPINGS, type Grouping, portfolioTree, type TreeGroup } from '../../analysis/portfolio-tree.js';
import type { IssueFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import {
  attention,
  groupingWords,
  groupRow,
  issueRow,
  itemRow,
  openItems,
  projectRow,
  type Row,
} from '../../report/portfolio-rows.js';
import { Formatter } from '../../report/wording/formatter.js';
import { allElements, elementsAt, idSegments, isItem, type PlanElement } from '../plan-elements.js';
import {
  type TreeRow,
  type treeAttention,
  type treeCard,
  treeChanged,
  type treeChildren,
  type treePath,
  type treePlace,
} from '../protocol.js';
import type { Root } from '../root.js';
import { offsetIn, type Session } from '../session.js';
import { placeMeant } from '../token-lookup.js';
import { letOthers } from '../turns.js';
import { declarationHover } from './hover/declaration-hover.js';
import { itemHover } from './hover/item-hover.js';
import { projectHover } from './hover/project-hover.js';

/** In milliseconds: how long others wait at most for a step. */
const STEP = 12;
/** In milliseconds: edits in quick succession are one change; the longest that one is kept back. */
const QUIET = 300;
const LONGEST_WAIT = 2000;

type TreeOf = Pick<z.output<typeof treeChildren.params>, 'uri' | 'lang' | 'by' | 'query'>;

export class PortfolioTree {
  readonly #session: Session;
  /** Somebody has asked since they were last told. */
  #isAsked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  /** The groups of the latest question: rows are asked for group by group. */
  #latest: { readonly key: string; readonly analysis: Analysis; readonly groups: readonly TreeGroup[] } | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  groupings(lang: Lang): { by: string; title: string }[] {
    return GROUPINGS.map((by) => ({ by, title: groupingWords[by][lang] }));
  }

  async children({ node, ...of }: z.output<typeof treeChildren.params>): Promise<z.input<typeof treeChildren.result>> {
    const shown = await this.#shown(of);
    if (shown === undefined) return { rows: [], found: 0 };
    const { groups, format } = shown;
    const found = new Set(groups.flatMap(({ all }) => all)).size;
    if (node === null) return { rows: groups.map((group) => groupNode(group, shown.by, format)), found };
    const [, kind = '', name = ''] = /^(\w+):(.*)$/s.exec(node) ?? [];
    if (kind === 'group') {
      const group = groupIn(groups, name);
      const rows = (group?.below ?? []).map((below) => groupNode(below, shown.by, format));
      for await (const project of this.#inSteps(group?.own ?? [])) rows.push(projectNode(project, format));
      return { rows, found };
    }
    const element = elementOf(shown.root, node);
    return { rows: element === undefined ? [] : rowsUnder(element, format), found };
  }

  async path({ file, position, ...of }: z.output<typeof treePath.params>): Promise<string[]> {
    const source = await this.#session.source(file);
    const shown = await this.#shown(of);
    if (source === undefined || shown === undefined || source.root !== shown.root) return [];
    const [project, ...inside] = elementsAt(source.facts, placeMeant(source.parsed, offsetIn(source, position)));
    if (project === undefined || !('kind' in project) || project.kind !== 'project') return [];
    const groups = pathTo(project, shown.groups);
    if (groups.length === 0) return [];
    const below = inside.flatMap((each) => ('kind' in each ? [nodeOf(each.kind, each.id)] : []));
    return [...groups.map(({ key }) => nodeOf('group', key)), nodeOf('project', project.id), ...below];
  }

  async card({ uri, lang, node }: z.output<typeof treeCard.params>): Promise<z.input<typeof treeCard.result>> {
    const root = await this.#session.roots.rootOf(uri);
    const element = root && elementOf(root, node);
    if (root === undefined || element === undefined) return null;
    const { analysis } = root.plan;
    const format = new Formatter(analysis, lang);
    if ('kind' in element && element.kind === 'project') {
      return { markdown: projectHover(element, analysis, format).toString() };
    }
    const hover = isItem(element) ? itemHover(element, analysis, format) : declarationHover(element, analysis, format);
    return { markdown: hover.toString() };
  }

  async place({ uri, node }: z.output<typeof treePlace.params>): Promise<z.input<typeof treePlace.result>> {
    const root = await this.#session.roots.rootOf(uri);
    const element = root && elementOf(root, node);
    return root === undefined || element === undefined
      ? null
      : this.#session.location(root, element.name?.at ?? element.at);
  }

  async attention({ uri, lang }: z.output<typeof treeAttention.params>): Promise<z.input<typeof treeAttention.result>> {
    const root = await this.#session.roots.rootOf(uri);
    this.#isAsked = true;
    if (root === undefined) return { count: 0, said: '' };
    const analysis = await this.#judged(root);
    return attention(poolAt(analysis.plan, analysis.status), new Formatter(analysis, lang));
  }

  /** Something may be judged otherwise. */
  changed(): void {
    if (!this.#isAsked) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.min(QUIET, this.#since + LONGEST_WAIT - now)));
  }

  #tell(): void {
    this.#since = undefined;
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.#session.tell(treeChanged.method, {});
  }

  async #shown({ uri, lang, by, query = '' }: TreeOf) {
    const root = await this.#session.roots.rootOf(uri);
    this.#isAsked = true;
    const grouping = GROUPINGS.find((each) => each === by);
    if (root === undefined || grouping === undefined) return undefined;
    const isMeant = await this.#meant(root, query);
    const analysis = await this.#judged(root);
    const key = JSON.stringify([root.base, grouping, query]);
    if (this.#latest?.key !== key || this.#latest.analysis !== analysis) {
      this.#latest = { key, analysis, groups: portfolioTree(analysis, grouping, isMeant) };
    }
    return { root, by: grouping, groups: this.#latest.groups, format: new Formatter(analysis, lang) };
  }

  /** The analysis of the plan as it is when every light of it is judged. */
  async #judged(root: Root): Promise<Analysis> {
    for (;;) {
      const { analysis } = root.plan;
      for await (const project of this.#inSteps(poolAt(analysis.plan, analysis.status))) {
        if (root.plan.analysis !== analysis) break;
        analysis.light(project);
      }
      if (root.plan.analysis === analysis) return analysis;
    }
  }

  async #meant(root: Root, query: string): Promise<(project: ProjectFacts) => boolean> {
    if (query.trim() === '') return () => true;
    const { holds } = await import('../pinyin.js');
    const { plan } = root.plan;
    const format = new Formatter(root.plan.analysis, this.#session.lang(root));
    const found = new Set<ProjectFacts>();
    for await (const project of this.#inSteps(plan.all('project'))) {
      const { name, title, alias, unit, leader, owner, category, area } = project;
      const refs = [unit, leader, owner, category, ...area].map((ref) => format.name(ref));
      const texts = [name.text, title?.text, ...alias.map(({ text }) => text), ...refs];
      if (
        holds(
          query,
          texts.flatMap((text) => text ?? []),
        )
      )
        found.add(project);
    }
    return (project) => found.has(project);
  }

  async *#inSteps<T>(values: readonly T[]): AsyncGenerator<T> {
    let since = performance.now();
    for (const value of values) {
      yield value;
      const spent = performance.now() - since;
      if (spent < STEP) continue;
      await letOthers(spent);
      since = performance.now();
    }
  }
}

function nodeOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

function withNode(kind: string, node: string, row: Row): TreeRow {
  return { node, kind, ...row };
}

function groupNode(group: TreeGroup, by: Grouping, format: Formatter): TreeRow {
  return withNode(by, nodeOf('group', group.key), groupRow(group, by, format));
}

function projectNode(project: ProjectFacts, format: Formatter): TreeRow {
  return withNode('project', nodeOf('project', project.id), projectRow(project, format));
}

function rowsUnder(element: PlanElement, format: Formatter): TreeRow[] {
  const { analysis } = format;
  if (!('kind' in element)) return [];
  if (element.kind === 'project') {
    const issues = analysis.metrics(element).openIssues;
    return [...itemRows(element, element, format), ...issues.map((issue) => issueNode(issue, format))];
  }
  if (!isItem(element)) return [];
  const project = analysis.schedule.item(element)?.project;
  return project === undefined ? [] : itemRows(project, element, format);
}

function itemRows(project: ProjectFacts, of: ProjectFacts | ItemFacts, format: Formatter): TreeRow[] {
  return openItems(of, format.analysis).map((item) =>
    withNode(item.kind, nodeOf(item.kind, item.id), itemRow(project, item, format)),
  );
}

function issueNode(issue: IssueFacts, format: Formatter): TreeRow {
  return withNode('issue', nodeOf('issue', issue.id), issueRow(issue, format));
}

/** What a node is of, where that is stated at one place: no group is. */
function elementOf(root: Root, node: string): PlanElement | undefined {
  const [, kind = '', id = ''] = /^(\w+):(.*)$/s.exec(node) ?? [];
  const [name = ''] = idSegments(id);
  const { plan } = root.plan;
  const holders = [plan.find('project', name), plan.find('meeting', name)].flatMap((each) => each ?? []);
  for (const element of allElements(kind === 'group' ? [] : holders)) {
    if ('kind' in element && element.kind === kind && element.id === id) return element;
  }
  return undefined;
}

function groupIn(groups: readonly TreeGroup[], key: string): TreeGroup | undefined {
  const pending = [...groups];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    if (group.key === key) return group;
    pending.push(...group.below);
  }
  return undefined;
}

/** The groups from the top down to the first that a project stands in directly. */
function pathTo(project: ProjectFacts, groups: readonly TreeGroup[]): readonly TreeGroup[] {
  const path: TreeGroup[] = [];
  for (let among = groups; ; ) {
    const next = among.find(({ all }) => all.includes(project));
    if (next === undefined) return path;
    path.push(next);
    if (next.own.includes(project)) return path;
    among = next.below;
  }
}
