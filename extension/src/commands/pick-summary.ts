/** Asks the user for a summary of the plan at hand. */
import * as vscode from 'vscode';
import { type Look, type SummaryChoice, summaryKinds } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import type { TargetSince } from '../preview/messages.js';
import type { CommandContext } from './command.js';

/** A summary and the plan it is of, both chosen by the user. */
export interface PickedSummary {
  readonly choice: SummaryChoice;
  /** By address. */
  readonly uri: string;
  /** Of a preview that shows what has changed since. */
  readonly since?: TargetSince | undefined;
  /** Of a preview that is narrowed or ordered: what becomes a file is what it shows. */
  readonly look?: Look | undefined;
}

/** Asks which summary of the plan at hand is meant; `undefined` where the user thinks better of it. */
export async function pickSummary(
  context: CommandContext,
  named: unknown,
  placeHolder: string,
): Promise<PickedSummary | undefined> {
  const { server, plans } = context;
  const uri = await plans.meant(named);
  if (uri === undefined) return undefined;
  const lang = displayLanguage();
  const choices = await server.ask(summaryKinds, { uri, lang });
  const items = choices.map((choice) => ({
    label: choice.title,
    // A kind is called in English alone.
    ...(choice.name === undefined && lang === 'zh' ? {} : { description: choice.name ?? choice.kind }),
    ...(choice.description === undefined ? {} : { detail: choice.description }),
    choice,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked === undefined ? undefined : { choice: picked.choice, uri };
}
