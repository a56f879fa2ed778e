/** The page on which a slip is written into the plan or forgotten: what would become late, each row leading to its place. */
import * as vscode from 'vscode';
import type { WhatIfAnswer } from '../../../server/src/lsp/protocol.js';
import { type ConfirmPage, confirmOnPage } from '../confirm/confirm-page.js';

type Shown = Extract<WhatIfAnswer, { type: 'answer' }>;

/** Whether the slip is to be written; where it cannot be, the page says why. */
export function showWhatIf(
  extension: vscode.Uri,
  { title, blocks, problem, written }: Shown,
  reveal: NonNullable<ConfirmPage['reveal']>,
): Promise<boolean> {
  return confirmOnPage(extension, {
    viewType: 'planwright.whatIf',
    column: vscode.ViewColumn.Beside,
    script: 'what-if.js',
    title,
    blocks,
    said: problem ?? [vscode.l10n.t('Nothing is written yet.'), ...(written === null ? [] : [written])].join(' '),
    button: problem === null ? vscode.l10n.t('Write into the Plan') : undefined,
    cancel: vscode.l10n.t('Forget'),
    reveal,
  });
}
