import * as vscode from 'vscode';
import type { Command } from './command.js';
import { pickSummary } from './pick-summary.js';

export const openPreviewOf: Command = {
  id: 'planwright.openPreviewOf',
  async run(desk, named) {
    const picked = await pickSummary(desk, named, vscode.l10n.t('What to preview'));
    if (picked === undefined) return;
    const { kind, name } = picked.choice;
    desk.previews.open({ kind, ...(name === undefined ? {} : { name }), uri: picked.uri });
  },
};
