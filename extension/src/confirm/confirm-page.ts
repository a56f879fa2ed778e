/** A page that shows what would be written, and asks whether it is to be: imports and 'what if' are confirmed on one. */
import * as vscode from 'vscode';
import type { PreviewBlock } from '../../../server/src/lsp/protocol.js';
import { entities, pageFolder, webviewPage } from '../preview/page-html.js';
import { fromConfirmPageSchema } from './confirm-messages.js';

export interface ConfirmPage {
  readonly viewType: string;
  readonly column: vscode.ViewColumn;
  /** A file of the pages' folder. */
  readonly script: string;
  readonly title: string;
  /** Beside the title. */
  readonly said: string;
  readonly blocks: readonly PreviewBlock[];
  /** What the button says; without one there is nothing to want. */
  readonly button: string | undefined;
  readonly cancel: string;
  /** A row was chosen: shows where it is stated. */
  readonly reveal?: (id: string, panel: vscode.WebviewPanel) => void;
}

/** One page of a kind is looked at at a time: another one takes its place. */
const open = new Map<string, vscode.WebviewPanel>();

/** Whether the user wants what the button says. Closing the page is saying no. */
export async function confirmOnPage(extension: vscode.Uri, page: ConfirmPage): Promise<boolean> {
  const { viewType, title, column, button, reveal } = page;
  open.get(viewType)?.dispose();
  const panel = vscode.window.createWebviewPanel(viewType, title, column, {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [pageFolder(extension)],
  });
  open.set(viewType, panel);
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-dark.svg'),
  };
  const answer = new Promise<boolean>((resolve) => {
    panel.onDidDispose(() => {
      if (open.get(viewType) === panel) open.delete(viewType);
      resolve(false);
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = fromConfirmPageSchema.safeParse(raw);
      if (!message.success) return;
      if (message.data.type === 'reveal') return reveal?.(message.data.id, panel);
      resolve(message.data.confirmed && button !== undefined);
      panel.dispose();
    });
  });
  panel.webview.html = html(panel.webview, extension, page);
  return answer;
}

function html(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { title, script, said, blocks, button, cancel }: ConfirmPage,
): string {
  const confirm =
    button === undefined ? '' : `<button id="confirm" type="button" class="pw-primary">${entities(button)}</button>`;
  return webviewPage(webview, extension, {
    title,
    script,
    body: `<header id="import-bar"><h1>${entities(title)}</h1><p>${entities(said)}</p><div>${confirm}<button id="cancel" type="button">${entities(cancel)}</button></div></header>
<main><article class="pw-report pw-import">${blocks.map((block) => block.html).join('')}</article></main>`,
  });
}
