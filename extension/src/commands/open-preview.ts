/** `Open Preview`: the register, live beside the text. */
import { activePlan, showNoPlanMessage } from '../plan-document.js';
import type { Command } from './command.js';

/** The register of all projects beside the text: the summary in which every line of a plan can be found again. */
export const openPreview: Command = {
  id: 'planwright.openPreview',
  run({ server, previews }, named) {
    const uri = activePlan(named);
    if (uri === undefined) return showNoPlanMessage();
    previews.open({ kind: 'booklet', uri: server.addressOf(uri) });
  },
};
