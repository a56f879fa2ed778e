/** The language that the extension speaks. */
import * as vscode from 'vscode';
import type { ProtocolLang } from '../../server/src/lsp/protocol.js';

/** The language of everything Planwright says: as set, else that of the editor. */
export function displayLanguage(): ProtocolLang {
  const set = vscode.workspace.getConfiguration('planwright').get('language');
  if (set === 'en' || set === 'zh') return set;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
