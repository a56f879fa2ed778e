/** `Generate Summary…`: a summary as a file. */
import * as vscode from 'vscode';
import type { Command } from './command.js';
import { pickSummary } from './pick-summary.js';
import { saveSummary } from './save-summary.js';

/** Asks which summary is wanted. */
export const generateSummary: Command = {
  id: 'planwright.generateSummary',
  async run(context, named) {
    const picked = await pickSummary(context, named, vscode.l10n.t('Which summary to generate'));
    if (picked !== undefined) await saveSummary(context, picked);
  },
};
