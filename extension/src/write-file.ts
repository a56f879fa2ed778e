/** Writing files through the editor. */
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
