/** When a language server that ended is started again, and when the user is told instead. */
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const MOST_RESTARTS = 5;
/** In milliseconds. */
const WITHIN = 3 * 60_000;

/**
 * Starts a server that ended anew, at once and without a word; after five ends within three minutes something is wrong
 * that another start does not mend, and the user is told.
 */
export class RestartPolicy implements ErrorHandler {
  readonly #ends: number[] = [];

  error(): { readonly action: ErrorAction; readonly handled: boolean } {
    // One message could not be read or written. If the connection is really gone, `closed` is next.
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends.push(now);
    while (this.#ends.length > 0 && now - (this.#ends[0] ?? now) > WITHIN) this.#ends.shift();
    if (this.#ends.length <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true };
    this.#ends.length = 0;
    void this.#giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #giveUp(): Promise<void> {
    const restart = vscode.l10n.t('Restart Server');
    const log = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The Planwright language server ended {0} times within three minutes and is not started again. Diagnostics and previews stay as they are.',
        MOST_RESTARTS + 1,
      ),
      restart,
      log,
    );
    if (chosen === restart) await vscode.commands.executeCommand('planwright.restartServer');
    if (chosen === log) await vscode.commands.executeCommand('planwright.showLog');
  }
}
