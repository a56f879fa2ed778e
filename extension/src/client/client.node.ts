/** The client on the desktop: the language server is a Node process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ClientEnvironment, clientOptions } from './options.js';

/**
 * Room for what is needed only for a moment, in megabytes: while a large plan is judged that is most of what is made, and
 * with the usual room a seventh of the processor time goes into moving it about.
 */
const MEMORY = ['--max-semi-space-size=64'];

/** The language server as a Node process of its own. */
export function nodeClient(context: vscode.ExtensionContext, environment: ClientEnvironment): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return new LanguageClient(
    'planwright',
    'Planwright',
    {
      run: { module, transport: TransportKind.ipc, options: { execArgv: MEMORY } },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
    },
    clientOptions(environment),
  );
}
