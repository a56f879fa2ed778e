/** `Print…`: what a preview shows, on paper. */
import * as vscode from 'vscode';
import { summary } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { givenSince } from '../since/given-since.js';
import { isOnThisMachine, writeFileAtomically } from '../write-file.js';
import type { Command } from './command.js';
import { shownSummary } from './export-preview.js';
import { saveSummary } from './save-summary.js';

/**
 * A page inside the editor cannot print. Where a browser on this machine can open a file of ours, it gets the summary as
 * a page that prints as it is meant to; elsewhere the page is saved where the user says, and printed from there.
 */
export const printPreview: Command = {
  id: 'planwright.printPreview',
  async run(context) {
    const picked = await shownSummary(context);
    if (picked === undefined) return;
    const { server, storage } = context;
    const { choice, uri, since, look } = picked;
    const html = choice.formats.find(({ format }) => format === 'html');
    if (html === undefined) return;
    if (!isOnThisMachine(storage)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This window cannot print. Save the page, open it in a browser and print it there.'),
      );
      await saveSummary(context, picked, html);
      return;
    }
    const given = since && (await givenSince(since, uri, server));
    const made = await server.ask(summary, {
      kind: choice.kind,
      ...(choice.name === undefined ? {} : { name: choice.name }),
      format: html.format,
      lang: displayLanguage(),
      uri,
      ...(given === undefined ? {} : { since: given }),
      ...(look === undefined ? {} : { look }),
    });
    if (!('text' in made)) return;
    const file = vscode.Uri.joinPath(storage, 'print', made.fileName);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(storage, 'print'));
    await writeFileAtomically(file, new TextEncoder().encode(made.text));
    if (await vscode.env.openExternal(file)) return;
    await saveSummary(context, picked, html);
  },
};
