/** Edits that the server has made of plans, taken into the editor: over all files one edit, to be undone as one. */
import * as vscode from 'vscode';
import type { ChangedFiles } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';

/**
 * Documents are left to be looked at and saved. Fails where a text is not any more the one that the edits are for, and
 * where it is read-only.
 */
export async function applyEdits(files: ChangedFiles, server: Pick<PlanServer, 'uriOf'>): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const before: Before[] = [];
  for (const { uri, version, edits } of files) {
    const document = await vscode.workspace.openTextDocument(server.uriOf(uri));
    if (version !== null && document.version !== version) {
      throw new Error(vscode.l10n.t('The plan has just changed; try again.'));
    }
    before.push({ document, version: document.version, text: document.getText() });
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The editor did not take the changes.'));
  const [locked] = before.filter(({ document, version }) => document.version !== version && !document.isDirty);
  if (locked === undefined) return;
  await takeBack(before);
  const name = vscode.workspace.asRelativePath(locked.document.uri);
  throw new Error(vscode.l10n.t('{0} is read-only.', name));
}

interface Before {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly text: string;
}

/**
 * The editor takes edits of a text that is read-only, shows them, and can neither save nor undo them: such a text is
 * changed but has nothing to save. Nothing else tells an extension that it is read-only.
 */
async function takeBack(before: readonly Before[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, text } of before) {
    const end = document.positionAt(document.getText().length);
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  }
  await vscode.workspace.applyEdit(edit);
}
