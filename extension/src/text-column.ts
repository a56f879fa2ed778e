/** Where a text is shown that a command leads to. */
import * as vscode from 'vscode';
import { isPlan } from './plan-document.js';
import type { Previews } from './preview/previews.js';

/** Where the text is in sight already, else where plans are, and never over a preview that is in front. */
export function columnFor(uri: vscode.Uri, previews: Pick<Previews, 'active'>): { viewColumn?: vscode.ViewColumn } {
  const seen = vscode.window.visibleTextEditors;
  const there = seen.find(({ document }) => document.uri.toString() === uri.toString());
  const plans = there ?? seen.find(({ document }) => isPlan(document));
  const viewColumn = plans?.viewColumn ?? (previews.active === undefined ? undefined : vscode.ViewColumn.One);
  return viewColumn === undefined ? {} : { viewColumn };
}
