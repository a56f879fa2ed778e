/** What did not work is told once, in the user's words. */
import * as vscode from 'vscode';

export function tellError(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(vscode.l10n.t('This did not work: {0}', reason));
}
