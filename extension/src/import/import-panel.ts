/** The page on which an import is confirmed: how the file was understood, and what would be written. */
import * as vscode from 'vscode';
import type { PreviewBlock } from '../../../server/src/lsp/protocol.js';
import { entities, pageFolder, webviewPage } from '../preview/page-html.js';
import { fromImportPageSchema } from './import-messages.js';

interface Picture {
  readonly title: string;
  readonly blocks: readonly PreviewBlock[];
}

/** Only one import is looked at at a time: another one takes its place. */
let open: vscode.WebviewPanel | undefined;

/**
 * Whether the user wants what the button says; without a button there is nothing to want. Closing the page is saying no.
 */
export async function confirmImport(
  extension: vscode.Uri,
  picture: Picture,
  button: string | undefined,
): Promise<boolean> {
  open?.dispose();
  const panel = vscode.window.createWebviewPanel('planwright.import', picture.title, vscode.ViewColumn.Active, {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [pageFolder(extension)],
  });
  open = panel;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-dark.svg'),
  };
  const answer = new Promise<boolean>((resolve) => {
    panel.onDidDispose(() => {
      if (open === panel) open = undefined;
      resolve(false);
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = fromImportPageSchema.safeParse(raw);
      if (!message.success) return;
      resolve(message.data.confirmed && button !== undefined);
      panel.dispose();
    });
  });
  panel.webview.html = html(panel.webview, extension, picture, button);
  return answer;
}

function html(webview: vscode.Webview, extension: vscode.Uri, picture: Picture, button: string | undefined): string {
  const { title, blocks } = picture;
  const confirm =
    button === undefined ? '' : `<button id="confirm" type="button" class="pw-primary">${entities(button)}</button>`;
  const cancel = entities(button === undefined ? vscode.l10n.t('Close') : vscode.l10n.t('Cancel'));
  const said = entities(
    button === undefined ? vscode.l10n.t('Nothing is written.') : vscode.l10n.t('Nothing is written yet.'),
  );
  return webviewPage(webview, extension, {
    title,
    script: 'import.js',
    body: `<header id="import-bar"><h1>${entities(title)}</h1><p>${said}</p><div>${confirm}<button id="cancel" type="button">${cancel}</button></div></header>
<main><article class="pw-report pw-import">${blocks.map((block) => block.html).join('')}</article></main>`,
  });
}
