/** What the server is told to compare with: the day, or the files as git has them at the revision, collected anew each time. */
import * as vscode from 'vscode';
import { type GivenSince, inBase64, sinceChoices } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import type { TargetSince } from '../preview/messages.js';
import { filesAt, isWithin } from './files-at.js';
import { type GitRepository, repositoryOf } from './git-api.js';

/** In milliseconds: after a window was loaded anew, the editor finds the repository a while later than the preview. */
const PATIENCE = 15_000;

type Asked = Pick<PlanServer, 'tryToAsk' | 'addressOf' | 'uriOf'>;

/** Why it cannot be said what the files were, in the user's words. */
export class UnknownState extends Error {}

/** Fails with the reason where the files of then cannot be had: they are never guessed. */
export async function givenSince(since: TargetSince, uri: string, server: Asked): Promise<GivenSince> {
  if ('day' in since) return since;
  const choices = await server.tryToAsk(sinceChoices, { uri, lang: displayLanguage() });
  if (choices === undefined) throw new UnknownState(vscode.l10n.t('Planwright is not running'));
  const folder = server.uriOf(choices.folder);
  const repository = await repositoryOf(folder, PATIENCE);
  if (repository === undefined)
    throw new UnknownState(vscode.l10n.t('The folder of the plan is in no git repository.'));
  if (await hasPlansInSubmodules(repository, folder)) {
    throw new UnknownState(vscode.l10n.t('Part of the plan lies in a git submodule; compare it with the command.'));
  }
  const files = await filesAt(repository, since.commit, folder);
  if (files === undefined)
    throw new UnknownState(vscode.l10n.t('A merge is not finished; resolve its conflicts first.'));
  return {
    name: since.name,
    changed: files.changed.map((file) => ({ uri: server.addressOf(file.uri), base64: inBase64(file.bytes) })),
    unchanged: files.unchanged.map((file) => server.addressOf(file)),
  };
}

/** Of a submodule, git names only which commit it is at. */
async function hasPlansInSubmodules({ rootUri, state }: GitRepository, folder: vscode.Uri): Promise<boolean> {
  for (const { path } of state.submodules) {
    const submodule = vscode.Uri.joinPath(rootUri, path);
    if (!isWithin(folder, submodule)) continue;
    const plans = new vscode.RelativePattern(submodule, '**/*.plan');
    if ((await vscode.workspace.findFiles(plans, null, 1)).length > 0) return true;
  }
  return false;
}
