/** Puts in what the server has written, as one step that can be undone, the cursor in the first place to fill in. */
import * as vscode from 'vscode';
import type { Written } from '../../../server/src/lsp/protocol.js';
import type { CommandContext } from '../commands/command.js';
import { columnFor } from '../text-column.js';

/** The cursor goes to the first place to fill in; what stands there already is shown, and why nothing is written is said. */
export async function putIn(written: Written, { server, previews }: CommandContext): Promise<void> {
  if (written.type === 'refused') {
    void vscode.window.showErrorMessage(written.problem);
    return;
  }
  const uri = server.uriOf(written.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  if (written.type === 'there') {
    await vscode.window.showTextDocument(document, { selection: rangeOf(written.range), ...columnFor(uri, previews) });
    void vscode.window.showInformationMessage(written.said);
    return;
  }
  if (isOther(document, written.version)) throw new Error(vscode.l10n.t('The plan has just changed; try again.'));
  const editor = await vscode.window.showTextDocument(document, columnFor(uri, previews));
  const range = rangeOf(written.range);
  const undo = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  if (!(await editor.insertSnippet(new vscode.SnippetString(written.snippet), range, undo))) {
    throw new Error(vscode.l10n.t('The editor did not take the changes.'));
  }
  editor.revealRange(
    new vscode.Range(range.start, editor.selection.active),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

function isOther(document: vscode.TextDocument, version: number | null): boolean {
  return version === null ? document.isDirty : document.version !== version;
}

function rangeOf({ start, end }: Extract<Written, { type: 'insert' }>['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
