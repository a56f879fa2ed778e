/** `Show Log`: the output channel of the extension and its server. */
import type { Command } from './command.js';

export const showLog: Command = {
  id: 'planwright.showLog',
  run: ({ server }) => server.showLog(),
};
