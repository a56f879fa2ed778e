/** `Open Preview`: the register, live beside the text. */
import type { Command } from './command.js';

/** The register of all projects beside the text: the summary in which every line of a plan can be found again. */
export const openPreview: Command = {
  id: 'planwright.openPreview',
  async run({ previews, plans }, named) {
    const uri = await plans.meant(named);
    if (uri !== undefined) previews.open({ kind: 'booklet', uri });
  },
};
