/** `Restart Server`: the language server, ended and started anew. */
import type { Command } from './command.js';

export const restartServer: Command = {
  id: 'planwright.restartServer',
  run: ({ server }) => server.restart(),
};
