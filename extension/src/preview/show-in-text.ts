/** From a preview to the text. */
import * as vscode from 'vscode';

/** Puts the cursor at a place in a text: in the editor that shows it already, else beside the preview. */
export async function showInText(
  uri: vscode.Uri,
  position: vscode.Position,
  preview: vscode.WebviewPanel,
): Promise<void> {
  const there = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const beside = preview.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  const document = there?.document ?? (await vscode.workspace.openTextDocument(uri));
  const editor = await vscode.window.showTextDocument(document, there?.viewColumn ?? beside);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
