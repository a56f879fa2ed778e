/** Answers that change text: given for the very text that they were made for, or not at all. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  LSPErrorCodes,
  ResponseError,
  type SnippetTextEdit,
  TextDocumentIdentifier,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { safeHandler } from './handlers.js';
import type { Root } from './root.js';
import type { OpenDocument } from './roots.js';
import type { Session } from './session.js';
import { canonicalUri } from './uris.js';

type Change = TextEdit[] | CodeAction[] | CodeAction | WorkspaceEdit;

/**
 * `isolated` for handlers that answer edits. Where a document that they are for was edited, closed or opened anew since
 * the request came in, or where a file on disk is another than the one read, the answer is `ContentModified`: editors
 * ask again, and nothing that was typed is overwritten.
 */
export function editing<P extends object, R extends Change>(
  what: string,
  session: Session,
  handler: (params: P, token: CancellationToken) => R | null | ResponseError | Promise<R | null | ResponseError>,
): (params: P, token: CancellationToken) => Promise<R | null | ResponseError<never>> {
  const { roots, log } = session;
  const answer = safeHandler<P, R | null | ResponseError>(what, null, log, handler);
  return async (params, token) => {
    const asked = new Map(roots.openDocuments().map((document) => [canonicalUri(document.uri), stateOf(document)]));
    const result = await answer(params, token);
    if (result === null || result instanceof ResponseError) return result as R | null | ResponseError<never>;
    for (const uri of new Set([...addressOf(params), ...addressesIn(result)])) {
      const document = roots.documentOf(uri);
      const same =
        document === undefined
          ? !asked.has(canonicalUri(uri)) && (await isAsOnDisk(uri, session))
          : isSame(asked.get(canonicalUri(uri)), stateOf(document));
      if (!same) return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
    }
    return result;
  };
}

/** Of the document that a request is about, where it is about one. */
function addressOf(params: object): readonly string[] {
  const document = 'textDocument' in params ? params.textDocument : undefined;
  return TextDocumentIdentifier.is(document) ? [document.uri] : [];
}

interface State {
  readonly document: OpenDocument;
  readonly version: number;
}

function stateOf(document: OpenDocument): State {
  return { document, version: document.version };
}

function isSame(a: State | undefined, b: State): boolean {
  return a?.document === b.document && a.version === b.version;
}

/** Whether a file that nobody has open still is what was read; if not, it is read again. */
async function isAsOnDisk(uri: string, { roots }: Session): Promise<boolean> {
  const same = await roots.isAsOnDisk(uri);
  if (!same) roots.watched([uri]);
  return same;
}

function addressesIn(result: Change): readonly string[] {
  if (Array.isArray(result)) return result.flatMap((each) => ('title' in each ? addressesIn(each) : []));
  if ('title' in result) return result.edit === undefined ? [] : addressesIn(result.edit);
  return [
    ...Object.keys(result.changes ?? {}),
    ...(result.documentChanges ?? []).flatMap((change) => ('edits' in change ? [change.textDocument.uri] : [])),
  ];
}

/** Edits of files in the form that the client takes: with the version that they are for, where it knows of versions. */
export function workspaceEditOf(
  byFile: ReadonlyMap<string, readonly (TextEdit | SnippetTextEdit)[]>,
  root: Root,
  { client, roots }: Session,
): WorkspaceEdit {
  if (!takesVersions(client)) {
    return {
      changes: Object.fromEntries(
        [...byFile].map(([file, edits]) => [roots.uriOf(root, file), edits.filter((edit) => 'newText' in edit)]),
      ),
    };
  }
  return {
    documentChanges: [...byFile].map(([file, edits]) => {
      const uri = roots.uriOf(root, file);
      return { textDocument: { uri, version: roots.documentOf(uri)?.version ?? null }, edits: [...edits] };
    }),
  };
}

export function takesVersions({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true;
}
