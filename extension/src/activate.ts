/** What both entry points share: client, previews, commands and status items, made and tied together. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { statusDateSet } from '../../server/src/lsp/protocol.js';
import type { ClientEnvironment } from './client/options.js';
import { PlanServer } from './client/plan-server.js';
import { registerCommands } from './commands/register-commands.js';
import { Explorer } from './explorer/explorer.js';
import { Plans } from './plans.js';
import { Previews } from './preview/previews.js';
import { rulePages } from './rule-pages.js';
import { ChosenStatusDate } from './status/chosen-status-date.js';
import { serverItem } from './status/server-item.js';
import { statusDateItem } from './status/status-date-item.js';

export type MakeClient = (context: vscode.ExtensionContext, environment: ClientEnvironment) => BaseLanguageClient;

/** Everything but the question where the server runs. The server starts by itself; activation does not wait for it. */
export function activateWith(
  context: vscode.ExtensionContext,
  makeClient: MakeClient,
  filesThroughClient: boolean,
): PlanServer {
  const log = vscode.window.createOutputChannel('Planwright', { log: true });
  const statusDate = new ChosenStatusDate(context.workspaceState);
  const server = new PlanServer(makeClient(context, { log, statusDate, filesThroughClient }), log);
  const previews = new Previews(context.extensionUri, server);
  const plans = new Plans(server, previews);
  const explorer = new Explorer(server, plans, context.workspaceState);
  context.subscriptions.push(
    log,
    previews,
    plans,
    explorer,
    serverItem(server),
    statusDateItem(server, plans),
    rulePages(server),
    registerCommands({
      server,
      previews,
      plans,
      explorer,
      statusDate,
      extensionUri: context.extensionUri,
      storage: context.globalStorageUri,
    }),
    followSetting(server, statusDate),
  );
  void server.start();
  return server;
}

/** A setting that changes holds at once, unless a day was chosen for this workspace. */
function followSetting(server: PlanServer, statusDate: ChosenStatusDate): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('planwright.statusDate')) {
      void server.tryToAsk(statusDateSet, { day: statusDate.day() });
    }
  });
}
