/** The command behind the code lens of a project: its page in the register. */
import * as vscode from 'vscode';
import { LENS_COMMANDS, openCardSchema } from '../../../server/src/lsp/protocol.js';
import type { Command } from './command.js';

/** The page of one project in the register, beside the text: what a code lens above the project leads to. */
export const openCard: Command = {
  id: LENS_COMMANDS.openCard,
  run({ server, previews }, named) {
    const { uri, position } = openCardSchema.parse(named);
    const at = new vscode.Position(position.line, position.character);
    previews.open({ kind: 'booklet', uri }, { uri: server.uriOf(uri), position: at });
  },
};
