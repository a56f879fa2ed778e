/** The documentation of a rule as a read-only document, opened from the code of a diagnostic. */
import * as vscode from 'vscode';
import { rulePage } from '../../server/src/lsp/protocol.js';
import type { PlanServer } from './client/plan-server.js';
import { displayLanguage } from './display-language.js';

const SCHEME = 'planwright-rule';

/** Where the code of a diagnostic leads: a page that the server writes, shown as Markdown, with no network in between. */
export const RULE_PAGE = `${SCHEME}:/{code}.md`;

export function rulePages(server: PlanServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const code = path.replace(/^\//, '').replace(/\.md$/, '');
      const page = await server.tryToAsk(rulePage, { code, lang: displayLanguage() });
      return page?.text ?? vscode.l10n.t('There is no page on {0}.', code);
    },
  });
}
