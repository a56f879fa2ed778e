/** The documentation of a rule as a read-only document, opened from the code of a diagnostic. */
import * as vscode from 'vscode';
import { rulePage } from '../../server/src/lsp/protocol.js';
import type { PlanServer } from './client/plan-server.js';
import { displayLanguage } from './display-language.js';

const SCHEME = 'planwright-rule';

/** Where the code of a diagnostic leads: a page that the server writes, shown as Markdown, with no network in between. */
export const RULE_PAGE = `${SCHEME}:/{code}.md`;

/** The editor that shows Markdown as it is meant; the settings of the extension ask for it. */
const MARKDOWN_PREVIEW = 'vscode.markdown.preview.editor';

export function rulePages(server: PlanServer): vscode.Disposable {
  return vscode.Disposable.from(provider(server), shownAsMarkdown());
}

/**
 * While VS Code is starting, a page may be opened as text although the settings ask for the preview: it is turned, once,
 * so that whoever asks for the text afterwards has it.
 */
function shownAsMarkdown(): vscode.Disposable {
  const turned = new Set<string>();
  const turn = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const uri = editor?.document.uri;
    if (uri === undefined || uri.scheme !== SCHEME || turned.has(uri.toString())) return;
    turned.add(uri.toString());
    await vscode.commands.executeCommand('vscode.openWith', uri, MARKDOWN_PREVIEW, editor?.viewColumn);
  };
  return vscode.window.onDidChangeActiveTextEditor(turn);
}

function provider(server: PlanServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const code = path.replace(/^\//, '').replace(/\.md$/, '');
      const page = await server.tryToAsk(rulePage, { code, lang: displayLanguage() });
      return page?.text ?? vscode.l10n.t('There is no page on {0}.', code);
    },
  });
}
