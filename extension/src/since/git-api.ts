/** The editor's own git extension, as far as it is used here: which repository a folder is in, and what it held then. */
import * as vscode from 'vscode';

/** A file that is other than at a revision; of a renamed one `originalUri` is where it was. */
interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly status: number;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
}

export interface GitRef {
  /** A branch, a branch of a remote, or a tag. */
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly refs: readonly GitRef[];
    readonly submodules: readonly { readonly path: string }[];
    /** Files whose merge is not finished. */
    readonly mergeChanges: readonly GitChange[];
  };
  log(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** Editors of some years ago have `state.refs` in its place. */
  getRefs?(query: { readonly sort: 'committerdate' }): Promise<readonly GitRef[]>;
  /** What the files on disk have that a tree has not, or otherwise; files that git does not follow are not in it. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  /** The bytes of a file at a revision. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly onDidOpenRepository: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** In milliseconds: so long the editor may look around in a window that was just opened. */
const FIRST_LOOK = 3000;

/**
 * The repository that a folder is in; undefined where there is none, or no git. After a window was loaded anew the editor
 * needs a while to find it: it is waited for as long as `patience` says, in milliseconds.
 */
export async function repositoryOf(folder: vscode.Uri, patience: number): Promise<GitRepository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git.enabled) return undefined;
  const api = git.getAPI(1);
  const end = Date.now() + (api.state === 'initialized' ? patience : Math.max(patience, FIRST_LOOK));
  for (;;) {
    const found = api.getRepository(folder);
    if (found !== null) return found;
    const left = end - Date.now();
    if (left <= 0) return undefined;
    await soon(left, api.onDidOpenRepository, api.onDidChangeState);
  }
}

/** Until one of the events, and not for ever. */
async function soon(limit: number, ...events: readonly vscode.Event<unknown>[]): Promise<void> {
  const listening: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
    for (const event of events) listening.push(event(() => resolve()));
  });
  clearTimeout(timer);
  for (const each of listening) each.dispose();
}
