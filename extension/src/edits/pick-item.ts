/** Which item a command means: the one that a menu or an action names, the cursor's, else one that is picked. */
import * as vscode from 'vscode';
import { type ItemOfPlan, itemOfPlanSchema, slippingItems } from '../../../server/src/lsp/protocol.js';
import type { CommandContext } from '../commands/command.js';
import { isPlan } from '../plan-document.js';

export async function itemMeant({ server, plans }: CommandContext, named: unknown): Promise<ItemOfPlan | undefined> {
  const given = itemOfPlanSchema.safeParse(named);
  if (given.success) return given.data;
  const editor = vscode.window.activeTextEditor;
  const inText = editor !== undefined && isPlan(editor.document) ? editor : undefined;
  const uri = await plans.meant(named);
  if (uri === undefined) return undefined;
  const { line, character } = inText?.selection.active ?? new vscode.Position(0, 0);
  const items = await server.ask(slippingItems, {
    uri,
    ...(inText === undefined ? {} : { position: { line, character } }),
  });
  const here = items.find((item) => item.here);
  if (here !== undefined) return { uri, id: here.id };
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The plan has no open milestone, task or approval.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    items.map(({ id, name, project }) => ({ label: name, description: project, detail: id, id })),
    {
      placeHolder: vscode.l10n.t('Which milestone, task or approval'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return picked === undefined ? undefined : { uri, id: picked.id };
}
