/** Entry point of the extension where VS Code runs in a browser. */
import type * as vscode from 'vscode';
import { activateWith } from './activate.js';
import { browserClient } from './client/client.browser.js';
import type { PlanServer } from './client/plan-server.js';

let server: PlanServer | undefined;

/** Called by the editor in a browser. */
export function activate(context: vscode.ExtensionContext): void {
  server = activateWith(context, browserClient, true);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
