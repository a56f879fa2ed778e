/** What an editor asks of a server: what that has announced, and nothing else. */
import type { ServerCapabilities } from 'vscode-languageserver';

type Announced = (capabilities: ServerCapabilities) => unknown;

const resolves = (provider: unknown): boolean =>
  typeof provider === 'object' &&
  provider !== null &&
  'resolveProvider' in provider &&
  provider.resolveProvider === true;

const BEHIND: ReadonlyMap<string, Announced> = new Map<string, Announced>([
  ['textDocument/completion', (can) => can.completionProvider],
  ['completionItem/resolve', (can) => resolves(can.completionProvider)],
  ['textDocument/hover', (can) => can.hoverProvider],
  ['textDocument/signatureHelp', (can) => can.signatureHelpProvider],
  ['textDocument/definition', (can) => can.definitionProvider],
  ['textDocument/implementation', (can) => can.implementationProvider],
  ['textDocument/references', (can) => can.referencesProvider],
  ['textDocument/documentHighlight', (can) => can.documentHighlightProvider],
  ['textDocument/documentSymbol', (can) => can.documentSymbolProvider],
  ['workspace/symbol', (can) => can.workspaceSymbolProvider],
  ['textDocument/codeAction', (can) => can.codeActionProvider],
  ['codeAction/resolve', (can) => resolves(can.codeActionProvider)],
  ['textDocument/codeLens', (can) => can.codeLensProvider],
  ['codeLens/resolve', (can) => resolves(can.codeLensProvider)],
  ['textDocument/documentLink', (can) => can.documentLinkProvider],
  ['textDocument/formatting', (can) => can.documentFormattingProvider],
  ['textDocument/rangeFormatting', (can) => can.documentRangeFormattingProvider],
  ['textDocument/onTypeFormatting', (can) => can.documentOnTypeFormattingProvider],
  ['textDocument/rename', (can) => can.renameProvider],
  ['textDocument/prepareRename', ({ renameProvider: can }) => typeof can === 'object' && can.prepareProvider],
  ['textDocument/foldingRange', (can) => can.foldingRangeProvider],
  ['textDocument/selectionRange', (can) => can.selectionRangeProvider],
  ['textDocument/prepareCallHierarchy', (can) => can.callHierarchyProvider],
  ['textDocument/semanticTokens/full', (can) => can.semanticTokensProvider],
  ['textDocument/inlayHint', (can) => can.inlayHintProvider],
  ['textDocument/diagnostic', (can) => can.diagnosticProvider],
  ['workspace/diagnostic', (can) => can.diagnosticProvider?.workspaceDiagnostics],
  ['workspace/willRenameFiles', (can) => can.workspace?.fileOperations?.willRename],
]);

/** Whether an editor would send this at all; of methods that need no announcement always. */
export function isAnnounced(method: string, capabilities: ServerCapabilities): boolean {
  const announced = BEHIND.get(method);
  return announced === undefined || ![undefined, null, false].some((none) => announced(capabilities) === none);
}

/** Whether an editor would ask this server for actions of a kind: it goes by the kinds that were announced. */
export function isKindAnnounced(kind: string, { codeActionProvider: can }: ServerCapabilities): boolean {
  const kinds = typeof can === 'object' ? can.codeActionKinds : undefined;
  const contains = (outer: string, inner: string): boolean =>
    outer === '' || outer === inner || inner.startsWith(`${outer}.`);
  return kinds === undefined || kinds.some((known) => contains(known, kind) || contains(kind, known));
}
