/** Every command of the extension, one line each, and how their failures are told. */
import * as vscode from 'vscode';
import { tellError } from '../tell-error.js';
import { markDone, moveDeadline, reportFigures } from './change-item.js';
import type { Command, CommandContext } from './command.js';
import { clearSearch, groupPortfolio, revealRow, searchPortfolio, showCard } from './explorer-commands.js';
import { exportPreview } from './export-preview.js';
import { generateSummary } from './generate-summary.js';
import { importLedger } from './import-ledger.js';
import { newPlan } from './new-plan.js';
import { newProject } from './new-project.js';
import { openCard } from './open-card.js';
import { openExample } from './open-example.js';
import { openPreview } from './open-preview.js';
import { openPreviewOf } from './open-preview-of.js';
import { prepareMeeting } from './prepare-meeting.js';
import { printPreview } from './print-preview.js';
import { restartServer } from './restart-server.js';
import { setStatusDate } from './set-status-date.js';
import { showLog } from './show-log.js';
import { showPlaces } from './show-places.js';
import { slipBy } from './slip-by.js';
import { takeOverReports, weeklyReport } from './weekly-report.js';
import { whatChangedSince } from './what-changed-since.js';

const COMMANDS: readonly Command[] = [
  openPreview,
  openPreviewOf,
  whatChangedSince,
  slipBy,
  markDone,
  moveDeadline,
  reportFigures,
  generateSummary,
  exportPreview,
  printPreview,
  importLedger,
  setStatusDate,
  newPlan,
  newProject,
  weeklyReport,
  takeOverReports,
  prepareMeeting,
  openExample,
  restartServer,
  showLog,
  openCard,
  showPlaces,
  groupPortfolio,
  searchPortfolio,
  clearSearch,
  revealRow,
  showCard,
];

/** A command that fails says so once, in the user's words, and leaves the details in the log. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(({ id, run }) =>
      vscode.commands.registerCommand(id, async (named?: unknown) => {
        try {
          await run(context, named);
        } catch (error) {
          if (error instanceof vscode.CancellationError) return;
          context.server.logError(error);
          tellError(error);
        }
      }),
    ),
  );
}
