/** Writing files through the editor, and where they are. */
import * as vscode from 'vscode';

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeFileAtomically(target: vscode.Uri, content: Uint8Array): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const aside = vscode.Uri.joinPath(target, '..', `.${name}.${crypto.randomUUID().slice(0, 8)}.part`);
  try {
    await vscode.workspace.fs.writeFile(aside, content);
    await vscode.workspace.fs.rename(aside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(aside).then(undefined, () => undefined);
    throw error;
  }
}

/** A remote host calls its own files `file:` as well, and a window that is elsewhere says that it has opened them. */
export function isOnThisMachine({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  return scheme === 'file' && remoteName === undefined && uiKind === vscode.UIKind.Desktop;
}
