/** The client on the desktop: the language server is a Node process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ClientEnvironment, clientOptions } from './options.js';

/** The language server as a Node process of its own. */
export function nodeClient(context: vscode.ExtensionContext, environment: ClientEnvironment): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return new LanguageClient(
    'planwright',
    'Planwright',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
    },
    clientOptions(environment),
  );
}
