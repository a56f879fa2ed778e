/** `Set Status Date…`: the day as of which everything is judged, chosen or as the plan says. */
import * as vscode from 'vscode';
import { daySchema, statusDateGet, statusDateSet } from '../../../server/src/lsp/protocol.js';
import type { Command, CommandContext } from './command.js';

export const setStatusDate: Command = {
  id: 'planwright.setStatusDate',
  async run(context) {
    const asThePlanSays = { label: vscode.l10n.t('As the plan says'), iconPath: new vscode.ThemeIcon('book') };
    const another = { label: vscode.l10n.t('Another day…'), iconPath: new vscode.ThemeIcon('calendar') };
    const placeHolder = vscode.l10n.t('As of which day everything is judged');
    const picked = await vscode.window.showQuickPick([another, asThePlanSays], { placeHolder });
    if (picked === undefined) return;
    const day = picked === asThePlanSays ? null : await askForDay(context);
    if (day === undefined) return;
    await context.statusDate.choose(day);
    await context.server.ask(statusDateSet, { day: context.statusDate.day() });
  },
};

async function askForDay({ server, plans }: CommandContext): Promise<string | undefined> {
  const uri = plans.atHand();
  const now = await server.tryToAsk(statusDateGet, uri === undefined ? {} : { uri });
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Status date'),
    prompt: vscode.l10n.t('What happened after this day counts as not yet known.'),
    value: now?.day ?? '',
    placeHolder: '2026-03-31',
    validateInput: (text) =>
      daySchema.safeParse(text.trim()).success ? null : vscode.l10n.t('A day that exists, written 2026-03-31'),
  });
  return answer?.trim();
}
