import * as vscode from 'vscode';
import english from '../../snippets/plan.en.json';
import chinese from '../../snippets/plan.zh-cn.json';
import { displayLanguage } from '../language.js';
import type { Command } from './command.js';

/** A plan to begin with, not yet saved, with the places to fill in one Tab apart. */
export const newPlan: Command = {
  id: 'planwright.newPlan',
  async run() {
    const { body } = displayLanguage() === 'zh' ? chinese.新建计划 : english['New plan'];
    const document = await vscode.workspace.openTextDocument({ language: 'plan', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(body.join('\n')));
  },
};
