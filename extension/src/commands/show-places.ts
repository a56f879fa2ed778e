/** The command behind code lenses that count something: the list of the places counted. */
import * as vscode from 'vscode';
import type * as z from 'zod/mini';
import { LENS_COMMANDS, type positionSchema, showPlacesSchema } from '../../../server/src/lsp/protocol.js';
import type { Command } from './command.js';

/** Shows a list of places in the editor's own view: open issues, references. */
export const showPlaces: Command = {
  id: LENS_COMMANDS.showPlaces,
  async run({ server }, named) {
    const { uri, position, locations } = showPlacesSchema.parse(named);
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      server.uriOf(uri),
      positionOf(position),
      locations.map(
        ({ uri: file, range }) =>
          new vscode.Location(server.uriOf(file), new vscode.Range(positionOf(range.start), positionOf(range.end))),
      ),
    );
  },
};

function positionOf({ line, character }: z.output<typeof positionSchema>): vscode.Position {
  return new vscode.Position(line, character);
}
