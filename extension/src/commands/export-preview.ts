/** `Export…`: what a preview shows as a file. */
import * as vscode from 'vscode';
import { summaryKinds } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import type { Command, CommandContext } from './command.js';
import { type PickedSummary, pickSummary } from './pick-summary.js';
import { saveSummary } from './save-summary.js';

/** The summary of the preview in front; where none is, the user is asked for one. */
export const exportPreview: Command = {
  id: 'planwright.exportPreview',
  async run(context, named) {
    const picked =
      (await shownSummary(context)) ?? (await pickSummary(context, named, vscode.l10n.t('Which summary to export')));
    if (picked !== undefined) await saveSummary(context, picked);
  },
};

export async function shownSummary({ previews, server }: CommandContext): Promise<PickedSummary | undefined> {
  const shown = previews.active;
  if (shown === undefined) return undefined;
  const choices = await server.ask(summaryKinds, { uri: shown.uri, lang: displayLanguage() });
  const choice = choices.find(({ kind, name }) => kind === shown.kind && name === shown.name);
  return choice === undefined ? undefined : { choice, uri: shown.uri, since: shown.since, look: shown.look };
}
