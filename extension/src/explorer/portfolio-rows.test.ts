/** The explorer's rows: asked for as they are opened, told apart, found from the cursor. */
import { describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { type PlanRootEntry, type TreeRow, treeChildren, treePath } from '../../../server/src/lsp/protocol.js';
import { PortfolioRows } from './portfolio-rows.js';
import type { TreeNode } from './tree-node.js';

const ONE: PlanRootEntry = { uri: 'file:///w/a/p.plan', folder: 'file:///w/a', title: 'One' };
const TWO: PlanRootEntry = { uri: 'file:///w/b/p.plan', folder: 'file:///w/b', title: 'Two' };

const row = (node: string, more: Partial<TreeRow> = {}): TreeRow => ({
  node,
  kind: node.split(':')[0] === 'group' ? 'area' : (node.split(':')[0] ?? ''),
  label: node,
  description: '',
  hasChildren: true,
  ...more,
});

/** In two areas the same project. */
const TREE: Readonly<Record<string, readonly TreeRow[]>> = {
  '': [row('group:=east'), row('group:=west')],
  'group:=east': [row('project:P1', { light: 'red' })],
  'group:=west': [row('project:P1', { light: 'red' }), row('project:P2', { hasChildren: false })],
  'project:P1': [row('milestone:P1.a', { hasChildren: false }), row('milestone:P1.a', { hasChildren: false })],
};

function rows(roots: readonly PlanRootEntry[], found = 2) {
  const asked: (string | null)[] = [];
  const server = {
    tryToAsk: async ({ method }: { method: string }, params: { node: string | null; uri: string }) => {
      if (method === treePath.method) {
        const path = ['group:=west', 'project:P1', 'milestone:P1.gone'];
        return params.uri === TWO.uri ? [] : path;
      }
      expect(method).toBe(treeChildren.method);
      asked.push(params.node);
      return { rows: TREE[params.node ?? ''] ?? [], found };
    },
  } as unknown as ConstructorParameters<typeof PortfolioRows>[0];
  const counted: number[] = [];
  const provider = new PortfolioRows(server, { roots }, 'area');
  provider.onFound((count) => counted.push(count));
  return { provider, asked, counted };
}

/** Everything below a node, opened. */
async function all(provider: PortfolioRows, node?: TreeNode): Promise<readonly TreeNode[]> {
  const children = await provider.getChildren(node);
  const below = await Promise.all(children.map((child) => all(provider, child)));
  return [...children, ...below.flat()];
}

describe('the rows of the explorer', () => {
  it('are asked for only where somebody looks', async () => {
    const { provider, asked } = rows([ONE]);
    await provider.getChildren();
    expect(asked).toEqual([null]);
  });

  it('have ids that no other has, also where one project stands twice and two items are called the same', async () => {
    const { provider } = rows([ONE]);
    const ids = (await all(provider)).map(({ id }) => id);
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
  });

  it('lie below their plans where there are several, and are counted together', async () => {
    const { provider, counted } = rows([ONE, TWO]);
    const tops = await provider.getChildren();
    expect(tops.map(({ title }) => title)).toEqual(['One', 'Two']);
    for (const top of tops) await provider.getChildren(top);
    expect(counted.at(-1)).toBe(4);
  });

  it('lead from the cursor to the innermost row that is shown', async () => {
    const { provider } = rows([TWO, ONE]);
    const found = await provider.rowAt('file:///w/a/x.plan', new vscode.Position(3, 0));
    expect(found?.row?.node).toBe('project:P1');
    expect(found?.parent?.row?.node).toBe('group:=west');
    expect(found?.plan).toBe(ONE.uri);
  });

  it('show a light by a shape and a colour, and are open when a few were searched for', async () => {
    const { provider } = rows([ONE]);
    const [east] = await provider.getChildren();
    const [project] = await provider.getChildren(east);
    if (east === undefined || project === undefined) throw new Error('there are rows');
    const icon = provider.getTreeItem(project).iconPath;
    expect(icon).toEqual(new vscode.ThemeIcon('error', new vscode.ThemeColor('charts.red')));
    expect(provider.getTreeItem(east).collapsibleState).toBe(vscode.TreeItemCollapsibleState.Collapsed);
    provider.show('area', 'xqdd');
    const [searched] = await provider.getChildren();
    if (searched === undefined) throw new Error('there are rows');
    expect(provider.getTreeItem(searched).collapsibleState).toBe(vscode.TreeItemCollapsibleState.Expanded);
    expect(searched.id).not.toBe(east.id);
  });
});
