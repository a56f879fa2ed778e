/** Files that are renamed or moved in the editor: the paths by which plans name them, and their own paths, move along. */
import type { RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { editing, workspaceEditOf } from '../edits.js';
import { allElements } from '../plan-elements.js';
import type { Root } from '../root.js';
import { rangeIn } from '../session.js';
import { canonicalUri, relativePath, resolveUri } from '../uris.js';
import type { Feature } from './feature.js';
import { pathsOf } from './links.js';

export const movedFiles: Feature = {
  capabilities: {},
  register(session) {
    session.connection.workspace.onWillRenameFiles(
      editing<RenameFilesParams, WorkspaceEdit>('following moved files', session, async (params) => {
        await session.roots.ready();
        session.roots.flush();
        const moved = movesOf(params);
        const edits = session.roots.all().map((root) => workspaceEditOf(editsIn(root, moved), root, session));
        return edits.reduce<WorkspaceEdit | null>(together, null);
      }),
    );
  },
};

function together(all: WorkspaceEdit | null, { changes, documentChanges }: WorkspaceEdit): WorkspaceEdit | null {
  if (Object.keys(changes ?? {}).length + (documentChanges ?? []).length === 0) return all;
  if (documentChanges !== undefined) {
    return { documentChanges: [...(all?.documentChanges ?? []), ...documentChanges] };
  }
  return { changes: { ...all?.changes, ...changes } };
}

/** The address of a file or folder after the move. */
function movesOf({ files }: RenameFilesParams): (uri: string) => string {
  const moves = files.map(({ oldUri, newUri }) => [canonicalUri(oldUri), canonicalUri(newUri)] as const);
  return (uri) => {
    for (const [before, after] of moves) {
      if (uri === before) return after;
      const inside = relativePath(before, uri);
      if (inside !== undefined)
        return URI.parse(after)
          .with({ path: `${URI.parse(after).path}/${inside}` })
          .toString();
    }
    return uri;
  };
}

function editsIn(root: Root, moved: (uri: string) => string): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { file, declarations } of root.plan.plan.files()) {
    const own: TextEdit[] = [];
    const uri = root.uriOf(file);
    const text = root.plan.text(file) ?? '';
    for (const element of allElements(declarations)) {
      for (const { text: path, at } of pathsOf(element)) {
        // What is escaped, or stands in triple quotes, is no plain path.
        const inner = { start: at.start + 1, end: at.end - 1 };
        if (text.slice(inner.start, inner.end) !== path) continue;
        const newText = pathAfter(path, uri, moved);
        if (newText !== undefined && newText !== path)
          own.push({ range: rangeIn(root.plan.lines(file), inner), newText });
      }
    }
    if (own.length > 0) edits.set(file, own);
  }
  return edits;
}

/** How the plan file at `uri` names, once all is moved, what it names by `path` now; undefined where nothing is moved. */
function pathAfter(path: string, uri: string, moved: (uri: string) => string): string | undefined {
  if (path.trim() === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]+:/i.test(path)) return undefined;
  const target = resolveUri(uri, path.trim());
  if (target === undefined) return undefined;
  const [from, to] = [moved(uri), moved(target)];
  if (from === uri && to === target) return undefined;
  const name = pathBetween(from, to);
  return name === undefined || /["“”\\\r\n]/.test(name) ? undefined : name;
}

/** From the folder of one file to another one. */
function pathBetween(from: string, to: string): string | undefined {
  const [start, end] = [URI.parse(from), URI.parse(to)];
  if (start.scheme !== end.scheme || start.authority !== end.authority) return undefined;
  const folders = start.path.split('/').slice(0, -1);
  const target = end.path.split('/');
  let same = 0;
  while (same < folders.length && same < target.length - 1 && folders[same] === target[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}
