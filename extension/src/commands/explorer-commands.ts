/** The commands of the explorer: grouping, search, and what its rows lead to. */
import * as vscode from 'vscode';
import { treePlace } from '../../../server/src/lsp/protocol.js';
import { isTreeNode, type TreeNode } from '../explorer/tree-node.js';
import type { PlaceInText } from '../preview/previews.js';
import { columnFor } from '../text-column.js';
import type { Command, CommandContext } from './command.js';

export const groupPortfolio: Command = {
  id: 'planwright.groupPortfolio',
  run: ({ explorer }) => explorer.group(),
};

export const searchPortfolio: Command = {
  id: 'planwright.searchPortfolio',
  run: ({ explorer }) => explorer.search(),
};

export const clearSearch: Command = {
  id: 'planwright.clearSearch',
  run: ({ explorer }) => explorer.clearSearch(),
};

/** What a click on a row does: the cursor stands on what the row is of. */
export const revealRow: Command = {
  id: 'planwright.revealRow',
  async run(context, named) {
    const place = isTreeNode(named) ? await placeOf(named, context) : undefined;
    if (place === undefined) return;
    const selection = new vscode.Range(place.position, place.position);
    await vscode.window.showTextDocument(place.uri, { selection, ...columnFor(place.uri, context.previews) });
  },
};

export const showCard: Command = {
  id: 'planwright.showCard',
  async run(context, named) {
    const place = isTreeNode(named) ? await placeOf(named, context) : undefined;
    if (place === undefined) return;
    context.previews.open({ kind: 'booklet', uri: context.server.addressOf(place.uri) }, place);
  },
};

/** Where that is stated which a row is of. */
export async function placeOf({ plan, row }: TreeNode, { server }: CommandContext): Promise<PlaceInText | undefined> {
  if (row === undefined) return undefined;
  const place = await server.tryToAsk(treePlace, { uri: plan, node: row.node });
  if (place == null) return undefined;
  const { line, character } = place.range.start;
  return { uri: server.uriOf(place.uri), position: new vscode.Position(line, character) };
}
