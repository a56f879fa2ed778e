/** `planwright lsp`: the language server, for editors that start it by this command. */
import { createRequire } from 'node:module';

/**
 * The server is a program of its own, the file `server`, which reads the arguments of this process and takes over its
 * standard input and output: one process, so that none is left behind when the editor ends it. It exits by itself.
 */
export function languageServer(server: string): Promise<number> {
  createRequire(server)(server);
  return new Promise(() => undefined);
}
