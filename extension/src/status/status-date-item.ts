/** The status bar item with the status date. */
import * as vscode from 'vscode';
import { type StatusDate, statusDateChanged, statusDateGet } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import type { Plans } from '../plans.js';

/** Shows in the status bar as of which day the plan at hand is judged; a click changes it. */
export function statusDateItem(server: PlanServer, plans: Plans): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('planwright.statusDate', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Planwright: Status Date');
  item.command = 'planwright.setStatusDate';

  let asked = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const uri = plans.atHand();
    if (uri === undefined) return item.hide();
    const answer = await server.tryToAsk(statusDateGet, { uri });
    if (mine !== asked) return; // a later question is on its way
    if (answer === undefined) return item.hide();
    item.text = `$(calendar) ${answer.day}`;
    item.tooltip = tooltip(answer);
    item.accessibilityInformation = { label: tooltip(answer), role: 'button' };
    if (answer.stated === 'option') item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    else item.backgroundColor = undefined;
    item.show();
  };
  const later = (): void => void refresh();

  return vscode.Disposable.from(
    item,
    server.onStarted(later),
    server.listen(statusDateChanged, later),
    plans.onChanged(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.window.onDidChangeVisibleTextEditors(later),
    // Between two previews no text comes into sight.
    vscode.window.tabGroups.onDidChangeTabs(later),
  );
}

function tooltip({ day, stated }: StatusDate): string {
  switch (stated) {
    case 'option':
      return vscode.l10n.t('Status date {0}, chosen by you instead of what the plan says', day);
    case 'portfolio':
      return vscode.l10n.t('Status date {0}, as the portfolio states it', day);
    case 'today':
      return vscode.l10n.t('Status date {0}, today', day);
  }
}
