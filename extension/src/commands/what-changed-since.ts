/** `What Changed Since…`: what has changed since a day or a git revision, beside the text and marked in it. */
import * as vscode from 'vscode';
import { sinceChoices } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import type { TargetSince } from '../preview/messages.js';
import { type GitRepository, repositoryOf } from '../since/git-api.js';
import { commitPicks, refPicks } from '../since/since-picks.js';
import { askForDay } from './ask-for-day.js';
import type { Command, CommandContext } from './command.js';

/** How many commits are offered. */
const COMMITS = 30;

interface Pick extends vscode.QuickPickItem {
  readonly since?: TargetSince;
}

export const whatChangedSince: Command = {
  id: 'planwright.whatChangedSince',
  async run({ server, previews, plans }, named) {
    const uri = await plans.meant(named);
    if (uri === undefined) return;
    const { folder, status, days } = await server.ask(sinceChoices, { uri, lang: displayLanguage() });
    const repository = await repositoryOf(server.uriOf(folder), 0);
    const another: Pick = { label: vscode.l10n.t('Another day…'), iconPath: new vscode.ThemeIcon('calendar') };
    const nothing: Pick = {
      label: vscode.l10n.t('Nothing: take the marks away'),
      iconPath: new vscode.ThemeIcon('close'),
    };
    const items: readonly Pick[] = [
      ...days.map(({ day, title }) => ({ label: title, description: day, since: { day } })),
      another,
      ...(previews.marksChanges ? [nothing] : []),
      ...(repository === undefined ? [] : await revisions(repository)),
    ];
    const placeHolder = vscode.l10n.t('Since when');
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    if (picked === undefined) return;
    if (picked === nothing) return previews.hideMarks();
    const since = picked === another ? await daySince(server, uri, status) : picked.since;
    if (since !== undefined) previews.open({ kind: 'changes', uri, since });
  },
};

async function revisions(repository: GitRepository): Promise<readonly Pick[]> {
  const heading = (label: string): Pick => ({ label, kind: vscode.QuickPickItemKind.Separator });
  // In a repository without any commit there is nothing to tell.
  const commits = commitPicks(await repository.log({ maxEntries: COMMITS }).catch(() => []));
  const refs = refPicks((await repository.getRefs?.({ sort: 'committerdate' })) ?? repository.state.refs);
  return [
    ...(commits.length === 0 ? [] : [heading(vscode.l10n.t('Commits')), ...commits]),
    ...(refs.length === 0 ? [] : [heading(vscode.l10n.t('Branches and tags')), ...refs]),
  ];
}

async function daySince(
  server: CommandContext['server'],
  plan: string,
  status: string,
): Promise<TargetSince | undefined> {
  const day = await askForDay(server, {
    title: vscode.l10n.t('What has changed since'),
    prompt: vscode.l10n.t('What happened on this day itself counts as known before.'),
    plan,
    refuse: (given) => (given > status ? vscode.l10n.t('Not after the status date {0}', status) : undefined),
  });
  return day === undefined ? undefined : { day };
}
