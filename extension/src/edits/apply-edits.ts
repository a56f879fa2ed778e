/** Edits that the server has made of plans, taken into the editor: over all files one edit, to be undone as one. */
import * as vscode from 'vscode';
import type { ChangedFiles } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';

/** Documents are left to be looked at and saved. Fails where a text is not any more the one that the edits are for. */
export async function applyEdits(files: ChangedFiles, server: Pick<PlanServer, 'uriOf'>): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, version, edits } of files) {
    const document = await vscode.workspace.openTextDocument(server.uriOf(uri));
    if (version !== null && document.version !== version) {
      throw new Error(vscode.l10n.t('The plan has just changed; try again.'));
    }
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The editor did not take the changes.'));
}
