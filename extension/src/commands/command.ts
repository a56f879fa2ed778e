/** What a command of the palette is, and what it is given to work with. */
import type * as vscode from 'vscode';
import type { PlanServer } from '../client/plan-server.js';
import type { Explorer } from '../explorer/explorer.js';
import type { Plans } from '../plans.js';
import type { Previews } from '../preview/previews.js';
import type { ChosenStatusDate } from '../status/chosen-status-date.js';

/** What commands work with. */
export interface CommandContext {
  readonly server: PlanServer;
  readonly previews: Previews;
  readonly plans: Plans;
  readonly explorer: Explorer;
  readonly statusDate: ChosenStatusDate;
  /** Where the extension's own files are. */
  readonly extensionUri: vscode.Uri;
  /** Where it may keep files of its own. */
  readonly storage: vscode.Uri;
}

/** A command of the palette; `id` as in the manifest. `named` is what a menu was opened on. */
export interface Command {
  readonly id: string;
  readonly run: (context: CommandContext, named?: unknown) => Promise<void> | void;
}
