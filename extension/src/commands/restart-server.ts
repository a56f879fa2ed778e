import type { Command } from './command.js';

export const restartServer: Command = {
  id: 'planwright.restartServer',
  run: ({ server }) => server.restart(),
};
