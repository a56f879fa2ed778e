/** The client where VS Code runs in a browser: the language server is a Web Worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type ClientEnvironment, clientOptions } from './options.js';

/** The language server in a Web Worker. */
export function browserClient(context: vscode.ExtensionContext, environment: ClientEnvironment): LanguageClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = await startWorker(script);
    // Not left to the client library: it asks whether this is a `Worker`, and the editor puts one of its own in that place.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return new LanguageClient('planwright', 'Planwright', start, clientOptions(environment));
}

/**
 * A worker may only come from the page's own origin, and the extension's files often lie on another one: the script is
 * read through the editor and started from an address that this page made.
 */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const text = await vscode.workspace.fs.readFile(script);
  // Not revoked: the editor loads the address from inside the worker, at a time that it does not tell.
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' })));
}
