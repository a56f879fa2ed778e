/** Feeds the explorer's view with rows of the server, those that are opened and no others. */
import * as vscode from 'vscode';
import { treeCard, treeChildren, treePath } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import type { Plans } from '../plans.js';
import { planNode, rowNodes, type TreeNode, treeItem } from './tree-node.js';

/** So few are shown at once when they were searched for. */
const FEW = 30;

type Asked = Pick<PlanServer, 'tryToAsk'>;

export class PortfolioRows implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #server: Asked;
  readonly #plans: Pick<Plans, 'roots'>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #found = new vscode.EventEmitter<number>();
  /** The rows shown below a node (the top: ''), for as long as they are not asked for anew. */
  readonly #children = new Map<string, Promise<TreeNode[]>>();
  /** How many projects there are in each plan. */
  readonly #counts = new Map<string, number>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** How many projects there are in the tree, told whenever that was asked for. */
  readonly onFound = this.#found.event;
  #by: string;
  #query = '';

  constructor(server: Asked, plans: Pick<Plans, 'roots'>, by: string) {
    this.#server = server;
    this.#plans = plans;
    this.#by = by;
  }

  get by(): string {
    return this.#by;
  }

  get query(): string {
    return this.#query;
  }

  show(by: string, query: string): void {
    this.#by = by;
    this.#query = query;
    this.refresh();
  }

  /** What is open is asked for anew. */
  refresh(): void {
    this.#children.clear();
    this.#counts.clear();
    this.#changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const isGroup = node.row === undefined || node.row.node.startsWith('group:');
    return treeItem(node, isGroup && (node.row === undefined || (this.#query !== '' && this.#isFew(node.plan))));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const key = node?.id ?? '';
    const known = this.#children.get(key) ?? this.#fetch(node);
    this.#children.set(key, known);
    return known;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.row === undefined || node.row.node.startsWith('group:')) return item;
    const card = await this.#server.tryToAsk(treeCard, {
      uri: node.plan,
      lang: displayLanguage(),
      node: node.row.node,
    });
    // Plan text: no command links, no markup of its own.
    if (card != null) item.tooltip = new vscode.MarkdownString(card.markdown);
    return item;
  }

  /** The row of what stands at a place in the text; of what is not shown, the one it stands under. */
  async rowAt(file: string, { line, character }: vscode.Position): Promise<TreeNode | undefined> {
    for (const top of await this.#tops()) {
      const path = await this.#server.tryToAsk(treePath, {
        ...this.#of(top?.plan ?? file),
        file,
        position: { line, character },
      });
      let node = top;
      for (const step of path ?? []) {
        const next = (await this.getChildren(node)).find(({ row }) => row?.node === step);
        if (next === undefined) break;
        node = next;
      }
      if (node !== top) return node;
    }
    return undefined;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#found.dispose();
  }

  /** Of one plan nothing says which it is: its groups are at the top. */
  async #tops(): Promise<readonly (TreeNode | undefined)[]> {
    return this.#plans.roots.length === 1 ? [undefined] : this.getChildren();
  }

  #isFew(plan: string): boolean {
    return (this.#counts.get(plan) ?? 0) <= FEW;
  }

  #of(uri: string) {
    return { uri, lang: displayLanguage(), by: this.#by, ...(this.#query === '' ? {} : { query: this.#query }) };
  }

  async #fetch(node: TreeNode | undefined): Promise<TreeNode[]> {
    const [only, ...more] = this.#plans.roots;
    if (only === undefined) return [];
    if (node !== undefined) return this.#rows(node.plan, node);
    if (more.length === 0) return this.#rows(only.uri, undefined);
    return this.#plans.roots.map(planNode);
  }

  async #rows(plan: string, parent: TreeNode | undefined): Promise<TreeNode[]> {
    const answer = await this.#server.tryToAsk(treeChildren, { ...this.#of(plan), node: parent?.row?.node ?? null });
    if (answer === undefined) return [];
    if (parent?.row === undefined) {
      this.#counts.set(plan, answer.found);
      this.#found.fire([...this.#counts.values()].reduce((sum, count) => sum + count, 0));
    }
    // What is folded stays so only in the same tree: another grouping or search is another one.
    return rowNodes(plan, parent, answer.rows, `${plan} ${this.#by} ${this.#query}`);
  }
}
