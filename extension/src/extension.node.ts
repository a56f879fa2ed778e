/** Entry point of the extension on the desktop. */
import * as vscode from 'vscode';
import { activateWith } from './activate.js';
import { nodeClient } from './client/client.node.js';
import type { PlanServer } from './client/plan-server.js';
import { checkTasks } from './tasks.node.js';

let server: PlanServer | undefined;

/** Called by the editor on the desktop. Folders that are on no disk are read through the editor there as well. */
export function activate(context: vscode.ExtensionContext): void {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const virtual = folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file');
  server = activateWith(context, nodeClient, virtual);
  context.subscriptions.push(checkTasks(context));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
