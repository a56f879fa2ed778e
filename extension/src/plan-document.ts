/** Which document is a plan, and which plan a command means. */
import * as vscode from 'vscode';

export function isPlan(document: vscode.TextDocument): boolean {
  return document.languageId === 'plan';
}

/** The plan the user means: the one a menu named, else the one being edited, else one that is in sight. */
export function activePlan(named?: unknown): vscode.Uri | undefined {
  if (named instanceof vscode.Uri) return named;
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && isPlan(active)) return active.uri;
  return vscode.window.visibleTextEditors.find(({ document }) => isPlan(document))?.document.uri;
}

export function showNoPlanMessage(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a .plan file first.'));
}
