/** `New Plan…`: a starter plan in a new document. */
import * as vscode from 'vscode';
import { displayLanguage } from '../display-language.js';
import type { Command } from './command.js';
import { starterMonths, starterPlan } from './starter-plan.js';

/** A plan to begin with, not yet saved, with the places to fill in one Tab apart. */
export const newPlan: Command = {
  id: 'planwright.newPlan',
  async run() {
    const document = await vscode.workspace.openTextDocument({ language: 'plan', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const plan = starterPlan(displayLanguage(), starterMonths(new Date()));
    await editor.insertSnippet(new vscode.SnippetString(plan));
  },
};
