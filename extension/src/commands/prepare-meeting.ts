/** `Prepare Next Meeting…`: a meeting on the day that is due, with what has to be decided as its agenda. */
import * as vscode from 'vscode';
import { meetingDue, meetingNew } from '../../../server/src/lsp/protocol.js';
import { displayLanguage } from '../display-language.js';
import { putIn } from '../edits/put-in.js';
import { askForDay } from './ask-for-day.js';
import type { Command } from './command.js';

export const prepareMeeting: Command = {
  id: 'planwright.prepareMeeting',
  async run(context, named) {
    const { server, plans } = context;
    const uri = await plans.meant(named);
    if (uri === undefined) return;
    const lang = displayLanguage();
    const due = await server.ask(meetingDue, { uri, lang });
    if (due.there !== null) return putIn({ type: 'there', ...due.there }, context);
    const day = await askForDay(server, {
      title: vscode.l10n.t('Next meeting'),
      prompt: vscode.l10n.t('When it is held'),
      value: due.day,
      plan: uri,
    });
    if (day !== undefined) await putIn(await server.ask(meetingNew, { uri, lang, day }), context);
  },
};
