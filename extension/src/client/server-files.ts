/** Answers the server's requests for files where the server cannot read them itself. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findFiles, inBase64, type ReadFileResult, readFile } from '../../../server/src/lsp/protocol.js';

/** Files larger than this are no plans; the server answers for what is open in the editor whatever its size. */
const LARGEST = 32 * 1024 * 1024;

/** Reads the workspace for a server that cannot: in a browser, or where the folders are not on a disk. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(findFiles.method, async (raw: unknown) => {
      const folder = vscode.Uri.parse(findFiles.params.parse(raw).folder, true);
      const pattern = new vscode.RelativePattern(folder, '**/{*.plan,planwright.json}');
      const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**');
      return { uris: found.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
    }),
    client.onRequest(readFile.method, async (raw: unknown): Promise<ReadFileResult> => {
      const uri = vscode.Uri.parse(readFile.params.parse(raw).uri, true);
      try {
        if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return { text: null };
        const bytes = await vscode.workspace.fs.readFile(uri);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        return /[\0\uFFFD]/.test(text) ? { text, base64: inBase64(bytes) } : { text };
      } catch {
        return { text: null }; // gone or unreadable: the same to the server
      }
    }),
  );
}
