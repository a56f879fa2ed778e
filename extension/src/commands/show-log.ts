import type { Command } from './command.js';

export const showLog: Command = {
  id: 'planwright.showLog',
  run: ({ server }) => server.showLog(),
};
