/** The page on which a slip is written into the plan or forgotten: what would become late, each row leading to its place. */
import * as vscode from 'vscode';
import type { WhatIfAnswer } from '../../../server/src/lsp/protocol.js';
import { entities, pageFolder, webviewPage } from '../preview/page-html.js';
import { fromWhatIfPageSchema } from './what-if-messages.js';

type Shown = Extract<WhatIfAnswer, { type: 'answer' }>;

/** One question is looked at at a time: another one takes its place. */
let open: vscode.WebviewPanel | undefined;

/** Whether the slip is to be written. Closing the page forgets it. */
export async function showWhatIf(
  extension: vscode.Uri,
  answer: Shown,
  reveal: (id: string, panel: vscode.WebviewPanel) => void,
): Promise<boolean> {
  open?.dispose();
  const panel = vscode.window.createWebviewPanel('planwright.whatIf', answer.title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [pageFolder(extension)],
  });
  open = panel;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-dark.svg'),
  };
  const chosen = new Promise<boolean>((resolve) => {
    panel.onDidDispose(() => {
      if (open === panel) open = undefined;
      resolve(false);
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = fromWhatIfPageSchema.safeParse(raw);
      if (!message.success) return;
      if (message.data.type === 'reveal') return reveal(message.data.id, panel);
      resolve(message.data.confirmed && answer.problem === null);
      panel.dispose();
    });
  });
  panel.webview.html = html(panel.webview, extension, answer);
  return chosen;
}

function html(webview: vscode.Webview, extension: vscode.Uri, { title, blocks, problem }: Shown): string {
  const apply = entities(vscode.l10n.t('Write into the Plan'));
  const confirm = problem === null ? `<button id="confirm" type="button" class="pw-primary">${apply}</button>` : '';
  const said = entities(problem ?? vscode.l10n.t('Nothing is written yet.'));
  return webviewPage(webview, extension, {
    title,
    script: 'what-if.js',
    body: `<header id="import-bar"><h1>${entities(title)}</h1><p>${said}</p><div>${confirm}<button id="cancel" type="button">${entities(vscode.l10n.t('Forget'))}</button></div></header>
<main><article class="pw-report pw-import">${blocks.map((block) => block.html).join('')}</article></main>`,
  });
}
