/** `Set Status Date…`: the day as of which everything is judged, chosen or as the plan says. */
import * as vscode from 'vscode';
import { statusDateChoices, statusDateGet, statusDateSet } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { askForDay } from './ask-for-day.js';
import type { Command } from './command.js';

interface Pick extends vscode.QuickPickItem {
  /** `null`: as the plan says. */
  readonly day?: string | null;
}

export const setStatusDate: Command = {
  id: 'planwright.setStatusDate',
  async run({ server, plans, statusDate }) {
    const plan = plans.atHand();
    const of = plan === undefined ? {} : { uri: plan };
    const { stated, days } = await server.ask(statusDateChoices, { ...of, lang: displayLanguage() });
    const another: Pick = { label: vscode.l10n.t('Another day…'), iconPath: new vscode.ThemeIcon('calendar') };
    const items: readonly Pick[] = [
      {
        label: vscode.l10n.t('As the plan says'),
        description: stated.day,
        iconPath: new vscode.ThemeIcon('book'),
        day: null,
      },
      another,
      ...days.map(({ day, title }) => ({ label: title, description: day, day })),
    ];
    const placeHolder = vscode.l10n.t('As of which day everything is judged');
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    if (picked === undefined) return;
    const now = picked === another ? await server.tryToAsk(statusDateGet, of) : undefined;
    const day =
      picked === another
        ? await askForDay(server, {
            title: vscode.l10n.t('Status date'),
            prompt: vscode.l10n.t('What happened after this day counts as not yet known.'),
            plan,
            ...(now === undefined ? {} : { value: now.day }),
          })
        : picked.day;
    if (day === undefined) return;
    await statusDate.choose(day);
    await server.ask(statusDateSet, { day: statusDate.day() });
  },
};
