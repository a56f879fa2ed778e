/** `Open Preview of…`: any summary of the plan, live beside the text. */
import * as vscode from 'vscode';
import { isTreeNode } from '../explorer/tree-node.js';
import type { Command } from './command.js';
import { placeOf } from './explorer-commands.js';
import { pickSummary } from './pick-summary.js';

export const openPreviewOf: Command = {
  id: 'planwright.openPreviewOf',
  async run(context, named) {
    const picked = await pickSummary(context, named, vscode.l10n.t('What to preview'));
    if (picked === undefined) return;
    const { kind, name } = picked.choice;
    const at = isTreeNode(named) ? await placeOf(named, context) : undefined;
    context.previews.open({ kind, ...(name === undefined ? {} : { name }), uri: picked.uri }, at);
  },
};
