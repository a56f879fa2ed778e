/** `Slip by…`: what would become late if an item slipped, shown before anything is written; then written or forgotten. */
import * as vscode from 'vscode';
import { type ItemOfPlan, placeOf, type WhatIfAnswer, whatIfItem } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import { changeInPlan } from '../edits/change-in-plan.js';
import { itemMeant } from '../edits/pick-item.js';
import { showInText } from '../preview/show-in-text.js';
import { showWhatIf } from '../what-if/what-if-panel.js';
import type { Command } from './command.js';

export const slipBy: Command = {
  id: 'planwright.slipBy',
  async run(context, named) {
    const { server, extensionUri } = context;
    const item = await itemMeant(context, named);
    const slip = item && (await askForSlip(item, server));
    if (item === undefined || slip === undefined) return;
    let answer = await ask(item, slip, server);
    for (;;) {
      if (answer.type === 'refused') {
        void vscode.window.showWarningMessage(answer.problem);
        return;
      }
      const confirmed = await showWhatIf(extensionUri, answer, (id, panel) => {
        void reveal(item.uri, id, panel, server);
      });
      if (!confirmed) return;
      // The plan may have changed while the page was read: what is written is what was shown, or it is shown anew.
      const now = await ask(item, slip, server);
      if (JSON.stringify(now) === JSON.stringify(answer)) break;
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The plan has changed meanwhile. This is what would follow now.'),
      );
      answer = now;
    }
    if (!(await changeInPlan(item, { type: 'slip', slip }, server))) return;
    const place = await server.ask(placeOf, item);
    if (place === null) return;
    const { start } = place.range;
    const cursor = new vscode.Position(start.line, start.character);
    await vscode.window.showTextDocument(server.uriOf(place.uri), { selection: new vscode.Range(cursor, cursor) });
  },
};

function ask({ uri, id }: ItemOfPlan, slip: string, server: PlanServer): Promise<WhatIfAnswer> {
  return server.ask(whatIfItem, { uri, id, slip, lang: displayLanguage() });
}

async function reveal(uri: string, id: string, panel: vscode.WebviewPanel, server: PlanServer): Promise<void> {
  const place = await server.tryToAsk(placeOf, { uri, id });
  if (place === undefined || place === null) return;
  const { start } = place.range;
  await showInText(server.uriOf(place.uri), new vscode.Position(start.line, start.character), panel);
}

async function askForSlip(item: ItemOfPlan, server: PlanServer): Promise<string | undefined> {
  const other = vscode.l10n.t('Another duration…');
  const offered = [
    { label: vscode.l10n.t('1 week'), slip: '+1w' },
    { label: vscode.l10n.t('2 weeks'), slip: '+2w' },
    { label: vscode.l10n.t('1 month'), slip: '+1mo' },
    { label: other, slip: undefined },
  ];
  const placeHolder = vscode.l10n.t('By how much {0} slips', item.id);
  const picked = await vscode.window.showQuickPick(offered, { placeHolder });
  if (picked === undefined || picked.slip !== undefined) return picked?.slip;
  const given = await vscode.window.showInputBox({
    title: placeHolder,
    prompt: vscode.l10n.t('With a minus it is shortened: -5d'),
    placeHolder: '+10wd',
    validateInput: async (text) => {
      if (text.trim() === '') return null;
      const answer = await ask(item, text, server);
      return answer.type === 'refused' ? answer.problem : null;
    },
  });
  return given === undefined || given.trim() === '' ? undefined : given.trim();
}
