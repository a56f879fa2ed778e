/** A change of the plan that was asked for outside of its text: one edit, or a sentence why not. */
import * as vscode from 'vscode';
import { type ItemOfPlan, type PictureChange, previewEdit } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import { applyEdits, type Changed } from './apply-edits.js';

export type Changing = Pick<PlanServer, 'ask' | 'uriOf'>;

/** The documents that were changed, and their versions before; where it cannot be said, the reason is shown. */
export async function changeInPlan(
  { uri, id }: ItemOfPlan,
  change: PictureChange,
  server: Changing,
): Promise<readonly Changed[] | undefined> {
  const answer = await server.ask(previewEdit, { uri, id, change, lang: displayLanguage() });
  if (answer.type === 'refused') {
    void vscode.window.showWarningMessage(answer.problem);
    return undefined;
  }
  return applyEdits(answer.files, server);
}
