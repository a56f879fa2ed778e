/** What is changed from one preview, and taken back from there while nothing else has been written. */
import * as vscode from 'vscode';
import type { ItemOfPlan, PictureChange } from '../../../server/src/lsp/protocol.js';
import { tellError } from '../tell-error.js';
import { type Changing, changeInPlan } from './change-in-plan.js';

export class PictureChanges {
  readonly #server: Changing;
  #last: { readonly document: vscode.TextDocument; readonly version: number } | undefined;

  constructor(server: Changing) {
    this.#server = server;
  }

  async change(item: ItemOfPlan, change: PictureChange): Promise<void> {
    try {
      const [uri] = (await changeInPlan(item, change, this.#server)) ?? [];
      if (uri === undefined) return;
      const document = await vscode.workspace.openTextDocument(uri);
      this.#last = { document, version: document.version };
      const name = vscode.workspace.asRelativePath(uri);
      void vscode.window.setStatusBarMessage(vscode.l10n.t('Written into {0}; Undo takes it back.', name), 8000);
    } catch (error) {
      tellError(error);
    }
  }

  /** Undo belongs to the text, so the text is shown for it; `back` brings the reader to the picture again. */
  async undo(back: () => void): Promise<void> {
    const last = this.#last;
    if (last === undefined || last.document.version !== last.version) return;
    this.#last = undefined;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document === last.document);
    try {
      await vscode.window.showTextDocument(last.document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
    } catch (error) {
      // Renamed or deleted since then.
      tellError(error);
      return;
    }
    await vscode.commands.executeCommand('undo');
    back();
  }
}
