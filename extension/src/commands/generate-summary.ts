/** `Generate Summary…`: a summary as a file. */
import * as vscode from 'vscode';
import { type SummaryFormat, summary } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { writeFileAtomically } from '../write-file.js';
import type { Command } from './command.js';
import { pickSummary } from './pick-summary.js';

/** Writes a summary to a file that the user names, and nowhere else. */
export const generateSummary: Command = {
  id: 'planwright.generateSummary',
  async run(context, named) {
    const picked = await pickSummary(context, named, vscode.l10n.t('Which summary to generate'));
    if (picked === undefined) return;
    const { kind, name, formats, title } = picked.choice;
    const format = await pickFormat(formats);
    if (format === undefined) return;
    const made = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Generating “{0}”', title),
        cancellable: true,
      },
      (_progress, token) =>
        context.server.ask(
          summary,
          {
            kind,
            ...(name === undefined ? {} : { name }),
            format: format.format,
            lang: displayLanguage(),
            uri: picked.uri,
          },
          token,
        ),
    );
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(context.server.uriOf(picked.uri), '..', made.fileName),
      filters: { [format.title]: [format.format] },
      title: vscode.l10n.t('Save “{0}”', title),
    });
    if (target === undefined) return;
    await writeFileAtomically(target, 'text' in made ? new TextEncoder().encode(made.text) : fromBase64(made.base64));
    await offerToOpen(target, format);
  },
};

async function pickFormat(formats: readonly SummaryFormat[]): Promise<SummaryFormat | undefined> {
  const offered = formats.map((format) => ({ label: format.title, description: `.${format.format}`, format }));
  if (offered.length === 1) return offered[0]?.format;
  const placeHolder = vscode.l10n.t('In which format');
  return (await vscode.window.showQuickPick(offered, { placeHolder }))?.format;
}

async function offerToOpen(target: vscode.Uri, format: SummaryFormat): Promise<void> {
  const open = vscode.l10n.t('Open');
  const said = vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(said, open)) !== open) return;
  if (format.opens === 'in the editor') await vscode.window.showTextDocument(target);
  else await vscode.env.openExternal(target);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
