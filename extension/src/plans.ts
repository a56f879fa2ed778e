/** The plans of the workspace, and which of them a command means, wherever it is called from. */
import * as vscode from 'vscode';
import { type PlanRootEntry, rootsChanged, rootsList } from '../../server/src/lsp/protocol.js';
import type { PlanServer } from './client/plan-server.js';
import { isPlan } from './plan-document.js';
import type { Previews } from './preview/previews.js';

/** What is offered where there is a plan hangs on it. */
const HAS_PLANS = 'planwright.hasPlans';

/** What a menu was opened on, where that belongs to a plan: its address. */
export interface OfPlan {
  readonly plan: string;
}

type Asked = Pick<PlanServer, 'tryToAsk' | 'listen' | 'onStarted' | 'addressOf' | 'uriOf'>;

export class Plans implements vscode.Disposable {
  readonly #server: Asked;
  readonly #previews: Pick<Previews, 'active' | 'inSight'>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #roots: readonly PlanRootEntry[] = [];
  /** The folder of the plan that was last meant. */
  #used: string | undefined;

  /** Fires when plans come, go or are called otherwise. */
  readonly onChanged = this.#changed.event;

  constructor(server: Asked, previews: Pick<Previews, 'active' | 'inSight'>) {
    this.#server = server;
    this.#previews = previews;
    const later = (): void => void this.#refresh();
    this.#subscriptions = [this.#changed, server.onStarted(later), server.listen(rootsChanged, later)];
  }

  get roots(): readonly PlanRootEntry[] {
    return this.#roots;
  }

  /**
   * The plan the user means, by address: the one a menu named, else the one at hand, else the only one there is, else
   * the one that the user picks. `undefined` where there is none, and where the user thinks better of it.
   */
  async meant(named?: unknown): Promise<string | undefined> {
    const found = this.#named(named) ?? this.#inSight() ?? (await this.#chosen());
    if (found !== undefined) this.#use(found);
    return found;
  }

  /** The same without asking: where several could be meant, the one that was last. */
  atHand(): string | undefined {
    const found = this.#inSight();
    if (found !== undefined) this.#use(found);
    const [only, ...more] = this.#roots;
    const last = this.#roots.find(({ folder }) => folder === this.#used);
    return found ?? last?.uri ?? (more.length === 0 ? only?.uri : undefined);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #named(named: unknown): string | undefined {
    if (isOfPlan(named)) return named.plan;
    if (!(named instanceof vscode.Uri)) return undefined;
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === named.toString());
    // The menus of a preview name the preview, those of a ledger the ledger.
    const names = open === undefined ? named.path.endsWith('.plan') : isPlan(open);
    return names ? this.#server.addressOf(named) : undefined;
  }

  #inSight(): string | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && isPlan(active)) return this.#server.addressOf(active.uri);
    const { active: inFront, inSight } = this.#previews;
    if (inFront !== undefined) return inFront.uri;
    const seen = vscode.window.visibleTextEditors.find(({ document }) => isPlan(document))?.document.uri;
    if (seen !== undefined) return this.#server.addressOf(seen);
    // What lies beside the files of a plan is about that plan.
    return inSight?.uri ?? (active === undefined ? undefined : this.#around(this.#server.addressOf(active.uri))?.uri);
  }

  /** The plan in whose folder a file lies, the innermost. */
  #around(address: string): PlanRootEntry | undefined {
    return [...this.#roots]
      .filter(({ folder }) => address === folder || address.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)[0];
  }

  async #chosen(): Promise<string | undefined> {
    await this.#refresh();
    const [only, ...more] = this.#roots;
    if (only === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no plan in this workspace.'));
      return undefined;
    }
    if (more.length === 0) return only.uri;
    const lastFirst = [...this.#roots].sort(
      (a, b) => Number(b.folder === this.#used) - Number(a.folder === this.#used),
    );
    const items = lastFirst.map(({ uri, folder, title }) => ({
      label: title,
      description: pathOf(this.#server.uriOf(folder)),
      uri,
    }));
    const placeHolder = vscode.l10n.t('Which plan');
    return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
  }

  #use(address: string): void {
    this.#used = this.#around(address)?.folder ?? this.#used;
  }

  async #refresh(): Promise<void> {
    const roots = await this.#server.tryToAsk(rootsList, {});
    if (roots === undefined) return; // nobody to ask: what was known holds
    this.#roots = roots;
    await vscode.commands.executeCommand('setContext', HAS_PLANS, roots.length > 0);
    this.#changed.fire();
  }
}

/** As the workspace calls it; a folder of the workspace by its name. */
function pathOf(folder: vscode.Uri): string {
  const whole = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
  return whole?.name ?? vscode.workspace.asRelativePath(folder);
}

function isOfPlan(named: unknown): named is OfPlan {
  return typeof named === 'object' && named !== null && 'plan' in named && typeof named.plan === 'string';
}
