/** The language status item that says whether the server works. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { PlanServer } from '../client/plan-server.js';

/** Says beside the language's name whether the server works. */
export function serverItem(server: PlanServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('planwright.server', { language: 'plan' });
  item.name = 'Planwright';
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    item.severity =
      state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.text = text(state);
    item.command =
      state === State.Stopped
        ? { command: 'planwright.restartServer', title: vscode.l10n.t('Restart Server') }
        : { command: 'planwright.showLog', title: vscode.l10n.t('Show Log') };
  };
  show(server.state);
  return vscode.Disposable.from(item, server.onStateChanged(show));
}

function text(state: State): string {
  switch (state) {
    case State.Running:
      return vscode.l10n.t('Planwright is ready');
    case State.Starting:
      return vscode.l10n.t('Planwright is starting');
    case State.Stopped:
    case State.StartFailed:
      return vscode.l10n.t('Planwright is not running');
  }
}
