import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type ClientSurroundings, clientOptions } from './options.js';

/** The language server in a Web Worker. */
export function browserClient(context: vscode.ExtensionContext, surroundings: ClientSurroundings): LanguageClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  return new LanguageClient('planwright', 'Planwright', () => startWorker(script), clientOptions(surroundings));
}

/**
 * A worker may only come from the page's own origin, and the extension's files often lie on another one: the script is
 * read through the editor and started from an address that this page made.
 */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const text = await vscode.workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
