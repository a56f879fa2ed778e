/** The options of the language client that are the same on the desktop and in a browser. */
import * as vscode from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { type InitializationOptions, LENS_COMMANDS } from '../../../server/src/lsp/protocol.js';
import { RULE_PAGE } from '../rule-pages.js';
import type { ChosenStatusDate } from '../status/chosen-status-date.js';
import { RestartPolicy } from './restart-policy.js';

export interface ClientEnvironment {
  readonly log: vscode.LogOutputChannel;
  readonly statusDate: ChosenStatusDate;
  /** The server has no file system of its own. */
  readonly filesThroughClient: boolean;
}

export function clientOptions({ log, statusDate, filesThroughClient }: ClientEnvironment): LanguageClientOptions {
  // Not every scheme: the left side of a comparison (`git:`) is the same plan a second time.
  const schemes = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote']);
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) schemes.add(uri.scheme);
  const initializationOptions = (): InitializationOptions => ({
    statusDate: statusDate.day(),
    filesThroughClient,
    rulePage: RULE_PAGE,
    lensCommands: Object.values(LENS_COMMANDS),
    suggestCommand: 'editor.action.triggerSuggest',
  });
  return {
    documentSelector: [...schemes].map((scheme) => ({ language: 'plan', scheme })),
    synchronize: { configurationSection: 'planwright' },
    // Asked again at every start, so that a server started anew judges as of the day that was chosen meanwhile.
    initializationOptions,
    errorHandler: new RestartPolicy(),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Messages hold plan text: no markup, no command links.
    markdown: { isTrusted: false, supportHtml: false },
  };
}
