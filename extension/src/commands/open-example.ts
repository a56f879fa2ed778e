/** `Open Example…`: a plan to look around in, copied to a folder of the user's. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { displayLanguage } from '../display-language.js';
import type { Command } from './command.js';

/** The files of each example, their paths relative to its folder. */
const examplesSchema = z.record(z.string(), z.record(z.string(), z.string()));

interface Example {
  readonly name: string;
  readonly lang: 'en' | 'zh';
  readonly title: string;
  readonly detail: string;
}

function examples(): readonly Example[] {
  return [
    {
      name: 'shanghai',
      lang: 'zh',
      title: vscode.l10n.t('Major works of a city'),
      detail: vscode.l10n.t('57 projects in several files, in Chinese: lights, meetings, a file of mistakes'),
    },
    {
      name: 'longyan-2009',
      lang: 'zh',
      title: vscode.l10n.t('A prefecture’s year in figures'),
      detail: vscode.l10n.t('117 projects, in Chinese: investment, rankings, a circular'),
    },
    {
      name: 'harbour',
      lang: 'en',
      title: vscode.l10n.t('A tour in one file'),
      detail: vscode.l10n.t('Every kind of statement, explained where it stands, in English'),
    },
    {
      name: 'westmere',
      lang: 'en',
      title: vscode.l10n.t('A capital programme'),
      detail: vscode.l10n.t('A year from April, own fields, red, amber and green, in English'),
    },
  ];
}

/** Copies an example into a folder and opens it there; what is there already is opened as it is. */
export const openExample: Command = {
  id: 'planwright.openExample',
  async run({ extensionUri }) {
    const lang = displayLanguage();
    const items = [...examples()]
      .sort((a, b) => Number(b.lang === lang) - Number(a.lang === lang))
      .map((example) => ({ label: example.title, description: example.name, detail: example.detail, example }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('Which example to open; people, money and dates in them are invented'),
    });
    if (picked === undefined) return;
    const [parent] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: vscode.l10n.t('Where to put the example'),
        openLabel: vscode.l10n.t('Put It Here'),
      })) ?? [];
    if (parent === undefined) return;
    const folder = vscode.Uri.joinPath(parent, picked.example.name);
    if (!(await isThere(folder))) await copy(picked.example.name, folder, extensionUri);
    const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  },
};

/** Whole or not at all: what was left half copied would be opened as an example the next time. */
async function copy(name: string, folder: vscode.Uri, extensionUri: vscode.Uri): Promise<void> {
  const beside = vscode.Uri.joinPath(folder, '..', `.${name}-${Date.now()}`);
  try {
    await write(name, beside, extensionUri);
    await vscode.workspace.fs.rename(beside, folder, { overwrite: false });
  } catch (error) {
    await vscode.workspace.fs.delete(beside, { recursive: true }).then(undefined, () => {});
    throw error;
  }
}

async function write(name: string, folder: vscode.Uri, extensionUri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'examples.json'));
  const all = examplesSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  for (const [path, text] of Object.entries(all[name] ?? {})) {
    const file = vscode.Uri.joinPath(folder, ...path.split('/'));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
}

async function isThere(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(folder);
    return true;
  } catch {
    return false;
  }
}
