/** A row of the explorer: a plan, a group, a project or what is open under it. */
import * as vscode from 'vscode';
import type { PlanRootEntry, TreeRow } from '../../../server/src/lsp/protocol.js';
import type { OfPlan } from '../plans.js';

export interface TreeNode extends OfPlan {
  /** Unlike any other of the tree: where one thing stands in several groups, each row is its own. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  /** Absent in rows of whole plans, of which there are some only where the workspace holds several. */
  readonly row?: TreeRow;
  readonly title: string;
}

/** Commands that a menu of the explorer opened are given a row. */
export function isTreeNode(named: unknown): named is TreeNode {
  return typeof named === 'object' && named !== null && 'plan' in named && 'id' in named && 'parent' in named;
}

export function planNode({ uri, folder, title }: PlanRootEntry): TreeNode {
  return { id: folder, parent: undefined, plan: uri, title };
}

/** What is called the same among its siblings is told apart: an editor shows no id twice. */
export function rowNodes(
  plan: string,
  parent: TreeNode | undefined,
  rows: readonly TreeRow[],
  tree: string,
): TreeNode[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = seen.get(row.node) ?? 0;
    seen.set(row.node, times + 1);
    const id = `${parent?.id ?? tree}/${row.node}${times === 0 ? '' : `#${times}`}`;
    return { id, parent, plan, row, title: row.label };
  });
}

/** Shapes differ as colours do. */
const LIGHTS: Readonly<Record<NonNullable<TreeRow['light']>, readonly [icon: string, colour: string]>> = {
  red: ['error', 'charts.red'],
  yellow: ['warning', 'charts.yellow'],
  green: ['pass', 'charts.green'],
  blue: ['pass-filled', 'charts.blue'],
  grey: ['circle-large-outline', 'disabledForeground'],
};

const ICONS: Readonly<Record<string, string>> = {
  category: 'folder',
  area: 'location',
  unit: 'organization',
  leader: 'account',
  light: 'lightbulb',
  deadline: 'calendar',
  milestone: 'milestone',
  task: 'tasklist',
  approval: 'verified',
  issue: 'report',
};

export function treeItem({ id, row, title, plan, parent }: TreeNode, isOpen: boolean): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row?.hasChildren === false ? None : isOpen ? Expanded : Collapsed;
  const item = new vscode.TreeItem(title, state);
  item.id = id;
  if (row === undefined) {
    item.iconPath = new vscode.ThemeIcon('notebook');
    item.contextValue = 'plan';
    return item;
  }
  item.description = row.description;
  item.contextValue = row.node.startsWith('group:') ? 'group' : row.kind === 'project' ? 'project' : 'item';
  item.iconPath = iconOf(row);
  item.accessibilityInformation = { label: [row.label, row.description].filter((said) => said !== '').join(', ') };
  if (item.contextValue !== 'group') {
    const node: TreeNode = { id, row, title, plan, parent };
    item.command = { command: 'planwright.revealRow', title: '', arguments: [node] };
  }
  return item;
}

/** A project shows its light; of an item that calls for attention its own sign has the colour. */
function iconOf({ kind, light, node }: TreeRow): vscode.ThemeIcon {
  const own = ICONS[kind];
  const isLight = kind === 'project' || (kind === 'light' && node !== 'group:outside');
  const [icon, colour] = light === undefined ? [] : LIGHTS[light];
  if (isLight && icon !== undefined && colour !== undefined) {
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  }
  return new vscode.ThemeIcon(
    own ?? 'circle-outline',
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}
