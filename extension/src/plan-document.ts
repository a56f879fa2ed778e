/** Which document is a plan. */
import type * as vscode from 'vscode';

export function isPlan(document: vscode.TextDocument): boolean {
  return document.languageId === 'plan';
}
