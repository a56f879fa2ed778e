/** `Weekly Report…`: a report in one project, or the reports of all projects of a unit or a person on one sheet. */
import * as vscode from 'vscode';
import { reportChoices, reportNew, reportSheet, reportsFromSheet } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { applyEdits } from '../edits/apply-edits.js';
import { putIn } from '../edits/put-in.js';
import { isTreeNode } from '../explorer/tree-node.js';
import { columnFor } from '../text-column.js';
import type { Command, CommandContext } from './command.js';

/** A sheet is no plan: nothing of it is judged or counted. */
const SHEET = 'plan-reports';

interface Pick extends vscode.QuickPickItem {
  readonly node?: string;
  readonly key?: string;
}

export const weeklyReport: Command = {
  id: 'planwright.weeklyReport',
  async run(context, named) {
    const { server, plans } = context;
    const uri = await plans.meant(named);
    if (uri === undefined) return;
    const project = isTreeNode(named) && named.row?.kind === 'project' ? named.row.node : undefined;
    const picked = project === undefined ? await ask(context, uri) : { node: project, key: undefined };
    const lang = displayLanguage();
    if (picked?.node !== undefined) {
      await putIn(await server.ask(reportNew, { uri, lang, node: picked.node }), context);
    } else if (picked?.key !== undefined) {
      const { text } = await server.ask(reportSheet, { uri, lang, key: picked.key });
      const document = await vscode.workspace.openTextDocument({ language: SHEET, content: text });
      await vscode.window.showTextDocument(document, columnFor(document.uri, context.previews));
    }
  },
};

async function ask({ server }: CommandContext, uri: string): Promise<Pick | undefined> {
  const { reporters, projects } = await server.ask(reportChoices, { uri, lang: displayLanguage() });
  if (projects.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No project of this plan is active: nobody has to report.'),
    );
    return undefined;
  }
  const heading = (label: string): Pick => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: readonly Pick[] = [
    heading(vscode.l10n.t('All projects of a unit or a person, on one sheet')),
    ...reporters.map(({ key, title, kind, projects: count }) => ({
      label: title,
      description: String(count),
      iconPath: new vscode.ThemeIcon(kind === 'unit' ? 'organization' : 'account'),
      key,
    })),
    heading(vscode.l10n.t('One project')),
    ...projects.map(({ node, title, detail }) => ({ label: title, description: detail, node })),
  ];
  const placeHolder = vscode.l10n.t('What to report of');
  return vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}

/** Puts what was filled in of the sheet in front into the plan. */
export const takeOverReports: Command = {
  id: 'planwright.takeOverReports',
  async run(context) {
    const { server, plans } = context;
    const sheet = vscode.window.activeTextEditor?.document;
    if (sheet?.languageId !== SHEET) return;
    const uri = await plans.meant();
    if (uri === undefined) return;
    const answer = await server.ask(reportsFromSheet, { uri, lang: displayLanguage(), text: sheet.getText() });
    if (answer.type === 'refused') {
      void vscode.window.showErrorMessage(answer.problem);
      return;
    }
    await applyEdits(answer.files, server);
    const names = answer.files.map((file) => vscode.workspace.asRelativePath(server.uriOf(file.uri)));
    const [first] = answer.files;
    const show = vscode.l10n.t('Show');
    const pressed = await vscode.window.showInformationMessage(
      vscode.l10n.t('{0}: {1}. Nothing is saved yet, and Undo takes it back.', names.join(', '), answer.said),
      show,
    );
    if (pressed === show && first !== undefined) await vscode.window.showTextDocument(server.uriOf(first.uri));
  },
};
