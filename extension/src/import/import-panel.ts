/** The page on which an import is confirmed: how the file was understood, and what would be written. */
import * as vscode from 'vscode';
import type { PreviewBlock } from '../../../server/src/lsp/protocol.js';
import { confirmOnPage } from '../confirm/confirm-page.js';

interface Picture {
  readonly title: string;
  readonly blocks: readonly PreviewBlock[];
}

/** Whether the user wants what the button says; without a button there is nothing to want. */
export function confirmImport(
  extension: vscode.Uri,
  { title, blocks }: Picture,
  button: string | undefined,
): Promise<boolean> {
  return confirmOnPage(extension, {
    viewType: 'planwright.import',
    column: vscode.ViewColumn.Active,
    script: 'import.js',
    title,
    blocks,
    said: button === undefined ? vscode.l10n.t('Nothing is written.') : vscode.l10n.t('Nothing is written yet.'),
    button,
    cancel: button === undefined ? vscode.l10n.t('Close') : vscode.l10n.t('Cancel'),
  });
}
