/** `planwright lsp`: the language server, for editors that start it by this command. */
import { spawn } from 'node:child_process';
import { EXIT } from './context.js';

/** The server is a program of its own, the file `server`; it takes over standard input and output. */
export function languageServer(server: string): Promise<number> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? EXIT.internal));
  });
}
