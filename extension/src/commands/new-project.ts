/** `New Project…`: asks what is known of it, and puts it where its like stand. */
import * as vscode from 'vscode';
import type * as z from 'zod/mini';
import { projectChoices, projectNew } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { putIn } from '../edits/put-in.js';
import type { Command } from './command.js';

export const newProject: Command = {
  id: 'planwright.newProject',
  async run(context, named) {
    const { server, plans } = context;
    const uri = await plans.meant(named);
    if (uri === undefined) return;
    const lang = displayLanguage();
    const { categories, units, leaders, stages } = await server.ask(projectChoices, { uri, lang });
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('New project'),
      prompt: vscode.l10n.t('What the project is called'),
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A project has a name.') : null),
    });
    if (title === undefined) return;
    const category = await choose(categories, vscode.l10n.t('Category'));
    const unit = category && (await choose(units, vscode.l10n.t('Responsible unit')));
    const leader = unit && (await choose(leaders, vscode.l10n.t('Responsible leader')));
    const stage = leader && (await choose(stages, vscode.l10n.t('Stage')));
    if (stage === undefined) return;
    const said = { category, unit, leader, stage };
    const stated = Object.fromEntries(
      Object.entries(said).flatMap(([member, chosen]) => (chosen?.name === undefined ? [] : [[member, chosen.name]])),
    );
    await putIn(await server.ask(projectNew, { uri, lang, title, ...stated }), context);
  },
};

interface Chosen {
  /** Absent where nothing is to be said. */
  readonly name?: string;
}

/** `undefined` where the user thinks better of it; a question without answers is not asked. */
async function choose(
  choices: z.output<typeof projectChoices.result>['units'],
  placeHolder: string,
): Promise<Chosen | undefined> {
  if (choices.length === 0) return {};
  const items: readonly (vscode.QuickPickItem & Chosen)[] = [
    ...choices.map(({ name, title, detail }) => ({
      label: title,
      ...(detail === undefined ? {} : { description: detail }),
      name,
    })),
    { label: vscode.l10n.t('Leave it open'), iconPath: new vscode.ThemeIcon('circle-slash') },
  ];
  return vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}
