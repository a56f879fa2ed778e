/** What the menu of an item in a preview offers: done, a moved deadline, figures; each asks one thing and is one edit. */
import * as vscode from 'vscode';
import { type ItemOfPlan, type PictureChange, previewKnown } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { itemMeant } from '../edits/pick-item.js';
import type { Command, CommandContext } from './command.js';

export const markDone: Command = {
  id: 'planwright.markDone',
  run: (context, named) =>
    changed(context, named, async ({ name, day }) => {
      const given = await ask(vscode.l10n.t('{0} was done on', name), day);
      return given === undefined ? undefined : { type: 'done', day: given };
    }),
};

export const moveDeadline: Command = {
  id: 'planwright.moveDeadline',
  run: (context, named) =>
    changed(context, named, async ({ name, due, day }) => {
      const given = await ask(vscode.l10n.t('The deadline of {0}', name), due ?? day);
      return given === undefined ? undefined : { type: 'deadline', day: given };
    }),
};

export const reportFigures: Command = {
  id: 'planwright.reportFigures',
  run: (context, named) =>
    changed(context, named, async ({ project, invested, progress }) => {
      const nothing = vscode.l10n.t('Leave empty what is not to be reported');
      const amount = await ask(
        vscode.l10n.t('{0}: invested since the plan year began', project),
        invested ?? '',
        nothing,
      );
      const share =
        amount === undefined
          ? undefined
          : await ask(vscode.l10n.t('{0}: physical progress', project), progress ?? '', nothing);
      if (amount === undefined || share === undefined) return undefined;
      return {
        type: 'report',
        ...(amount === '' ? {} : { invested: amount }),
        ...(share === '' ? {} : { progress: share }),
      };
    }),
};

interface Known {
  readonly name: string;
  readonly project: string;
  readonly day: string;
  readonly due: string | null;
  readonly invested: string | null;
  readonly progress: string | null;
}

async function changed(
  context: CommandContext,
  named: unknown,
  asked: (known: Known) => Promise<PictureChange | undefined>,
): Promise<void> {
  const item: ItemOfPlan | undefined = await itemMeant(context, named);
  const known = item && (await context.server.ask(previewKnown, { ...item, lang: displayLanguage() }));
  if (item === undefined || known === undefined) return;
  if (known === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The plan does not have this any more.'));
    return;
  }
  const change = await asked(known);
  if (change !== undefined) await context.previews.changes.change(item, change);
}

async function ask(title: string, value: string, prompt?: string): Promise<string | undefined> {
  const given = await vscode.window.showInputBox({ title, value, ...(prompt === undefined ? {} : { prompt }) });
  return given?.trim();
}
