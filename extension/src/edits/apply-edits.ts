/** Edits that the server has made of plans, taken into the editor: over all files one edit, to be undone as one. */
import * as vscode from 'vscode';
import type { ChangedFiles } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';

/**
 * Documents are left to be looked at and saved. Fails where a text is not any more the one that the edits are for, and
 * where it is read-only.
 */
export async function applyEdits(files: ChangedFiles, server: Pick<PlanServer, 'uriOf'>): Promise<readonly Changed[]> {
  const edit = new vscode.WorkspaceEdit();
  const before: Before[] = [];
  for (const { uri, version, edits } of files) {
    const document = await vscode.workspace.openTextDocument(server.uriOf(uri));
    // What nobody had open was read from the disk: a text with something unsaved is another.
    if (version === null ? document.isDirty : document.version !== version) {
      throw new Error(vscode.l10n.t('The plan has just changed; try again.'));
    }
    before.push(stateOf(document));
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The editor did not take the changes.'));
  const [locked] = before.filter(({ document, version }) => document.version !== version && !document.isDirty);
  if (locked === undefined) return before.map(({ document, version }) => ({ document, before: version }));
  await takeBack(before);
  const name = vscode.workspace.asRelativePath(locked.document.uri);
  throw new Error(vscode.l10n.t('{0} is read-only.', name));
}

export interface Changed {
  readonly document: vscode.TextDocument;
  /** Its version before. */
  readonly before: number;
}

interface Before {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly text: string;
  /** Where the cursors stand in each editor that shows it. */
  readonly cursors: readonly (readonly [vscode.TextEditor, readonly vscode.Selection[]])[];
}

function stateOf(document: vscode.TextDocument): Before {
  const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const cursors = editors.map((editor) => [editor, editor.selections] as const);
  return { document, version: document.version, text: document.getText(), cursors };
}

/**
 * The editor takes edits of a text that is read-only, shows them, and can neither save nor undo them: such a text is
 * changed but has nothing to save. Nothing else tells an extension that it is read-only. Only the lines that differ are
 * put back, and the cursors: a text that is replaced as a whole would throw the reader to its end.
 */
async function takeBack(before: readonly Before[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, text } of before) {
    const [now, then] = [linesOf(document.getText()), linesOf(text)];
    // On each side a line is left to put the other's into.
    const shorter = Math.min(now.length, then.length) - 1;
    let above = 0;
    while (above < shorter && now[above] === then[above]) above++;
    let below = 0;
    while (below < shorter - above && now.at(-1 - below) === then.at(-1 - below)) below++;
    const last = now.length - 1 - below;
    const range = new vscode.Range(above, 0, last, now[last]?.length ?? 0);
    edit.replace(document.uri, range, then.slice(above, then.length - below).join('\n'));
  }
  await vscode.workspace.applyEdit(edit);
  for (const [editor, selections] of before.flatMap(({ cursors }) => cursors)) editor.selections = selections;
}

/** The editor ends lines that are put in as it ends those of the text. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
