/** The HTML of a preview's page, with its content security policy. */
import * as vscode from 'vscode';
import { displayLanguage } from '../display-language.js';

/** The folder whose files a preview may load, and nothing else. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/** The page of a preview before it is told what to show. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const help = vscode.l10n.t('Arrow keys go from item to item; Enter shows where an item is stated in the text.');
  const updated = entities(vscode.l10n.t('Preview updated'));
  const rest = entities(
    vscode.l10n.t(
      'This is long: behind page 2,000 each comes when it is scrolled to. Ctrl+F finds only what is there; the field in the bar finds all.',
    ),
  );
  const reading = entities(vscode.l10n.t('Reading the plan…'));
  return webviewPage(webview, extension, {
    title: 'Planwright',
    script: 'preview.js',
    attributes: ` data-updated="${updated}"`,
    body: `<p id="help" class="pw-unseen">${entities(help)}</p>
<p id="said" class="pw-unseen" role="status" aria-live="polite"></p>
<p id="notice" role="alert" hidden></p>
<div id="bar" role="toolbar" hidden></div>
<p id="rest" role="note" hidden>${rest}</p>
<main aria-describedby="help"><article class="pw-report" aria-busy="true"><p class="pw-loading">${reading}</p></article></main>`,
  });
}

interface WebviewPage {
  readonly title: string;
  /** A file of the pages' folder. */
  readonly script: string;
  /** Finished markup: of the body's tag, with a blank before it, and within it. */
  readonly attributes?: string;
  readonly body: string;
}

/** One script, one style sheet, no address outside the extension. */
export function webviewPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { title, script, attributes = '', body }: WebviewPage,
): string {
  const address = (file: string): string =>
    entities(webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), file)).toString());
  const nonce = randomNonce();
  return `<!DOCTYPE html>
<html lang="${displayLanguage() === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${entities(pagePolicy(webview, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('preview.css')}">
<title>${entities(title)}</title>
</head>
<body${attributes}>
${body}
<script nonce="${nonce}" src="${address(script)}"></script>
</body>
</html>`;
}

/** One script and the style sheets of the extension, and nothing else. */
function pagePolicy(webview: vscode.Webview, nonce: string): string {
  return `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function entities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
