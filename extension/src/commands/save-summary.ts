/** A summary made by the server, saved where the user says. */
import * as vscode from 'vscode';
import { fromBase64, type SummaryFormat, summary } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { givenSince } from '../since/given-since.js';
import { isOnThisMachine, writeFileAtomically } from '../write-file.js';
import type { CommandContext } from './command.js';
import type { PickedSummary } from './pick-summary.js';

/** Asks for a format unless one is `wanted`, writes the summary to a file that the user names, and nowhere else, and offers to open it. */
export async function saveSummary(
  context: CommandContext,
  picked: PickedSummary,
  wanted?: SummaryFormat,
): Promise<void> {
  const { server } = context;
  const { choice, uri, since, look } = picked;
  const { kind, name, formats, title } = choice;
  const format = wanted ?? (await pickFormat(formats));
  if (format === undefined) return;
  const made = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Generating “{0}”', title),
      cancellable: true,
    },
    async (_progress, token) => {
      const given = since && (await givenSince(since, uri, server));
      return server.ask(
        summary,
        {
          kind,
          ...(name === undefined ? {} : { name }),
          format: format.format,
          lang: displayLanguage(),
          uri,
          ...(given === undefined ? {} : { since: given }),
          ...(look === undefined ? {} : { look }),
        },
        token,
      );
    },
  );
  if ('problem' in made) {
    const page = formats.find((each) => each.format === 'html');
    const instead = page === undefined ? [] : [vscode.l10n.t('Save Web Page…')];
    const chosen = await vscode.window.showWarningMessage(made.problem, ...instead);
    if (chosen !== undefined) await saveSummary(context, picked, page);
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(server.uriOf(uri), '..', made.fileName),
    filters: { [format.title]: [format.format] },
    title: vscode.l10n.t('Save “{0}”', title),
  });
  if (target === undefined) return;
  await writeFileAtomically(target, 'text' in made ? new TextEncoder().encode(made.text) : fromBase64(made.base64));
  await offerToOpen(target, format);
}

async function pickFormat(formats: readonly SummaryFormat[]): Promise<SummaryFormat | undefined> {
  const offered = formats.map((format) => ({ label: format.title, description: `.${format.format}`, format }));
  if (offered.length === 1) return offered[0]?.format;
  const placeHolder = vscode.l10n.t('In which format');
  return (await vscode.window.showQuickPick(offered, { placeHolder }))?.format;
}

async function offerToOpen(target: vscode.Uri, format: SummaryFormat): Promise<void> {
  const said = vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(target));
  // A program outside opens what lies on this machine; elsewhere it is fetched from the explorer: its text is for nobody.
  const isHere = format.opens === 'in the editor' || isOnThisMachine(target);
  const isListed = vscode.workspace.getWorkspaceFolder(target) !== undefined;
  const next = isHere ? [vscode.l10n.t('Open')] : isListed ? [vscode.l10n.t('Show in Explorer')] : [];
  if ((await vscode.window.showInformationMessage(said, ...next)) === undefined) return;
  if (format.opens === 'in the editor') await vscode.window.showTextDocument(target);
  else if (!isHere) await vscode.commands.executeCommand('revealInExplorer', target);
  else if (!(await vscode.env.openExternal(target))) await vscode.commands.executeCommand('vscode.open', target);
}
