/** What is changed from previews, taken back from there and done again while nothing else has been written. */
import * as vscode from 'vscode';
import { type ItemOfPlan, type PictureChange, rootsList } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { tellError } from '../tell-error.js';
import { type Changing, changeInPlan } from './change-in-plan.js';

/** In milliseconds. */
const TOLD = 8000;

/** A change of a text: the versions of the document between which it lies. */
interface Step {
  /** Of the plan whose picture it was changed in. */
  readonly plan: string;
  readonly document: vscode.TextDocument;
  readonly before: number;
  readonly after: number;
}

type Way = 'undo' | 'redo';

export class PictureChanges {
  readonly #server: Changing & Pick<PlanServer, 'tryToAsk'>;
  readonly #steps: Record<Way, Step[]> = { undo: [], redo: [] };
  /** One after the other: keys repeat faster than the editor takes a step back. */
  #turn: Promise<void> = Promise.resolve();

  constructor(server: Changing & Pick<PlanServer, 'tryToAsk'>) {
    this.#server = server;
  }

  change(item: ItemOfPlan, change: PictureChange): Promise<void> {
    return this.#inTurn(async () => {
      const [changed] = (await changeInPlan(item, change, this.#server)) ?? [];
      if (changed === undefined) return;
      const { document, before } = changed;
      this.#steps.undo.push({ plan: item.uri, document, before, after: document.version });
      this.#steps.redo = this.#steps.redo.filter((step) => step.document !== document);
      this.#tell(vscode.l10n.t('Written into {0}; Undo takes it back.', nameOf(document)));
    });
  }

  /** Of the picture of `plan`. It belongs to the text, so the text is shown for it; `back` brings the reader to the picture again. */
  undo(plan: string, back: () => void): Promise<void> {
    return this.#inTurn(() => this.#go('undo', plan, back));
  }

  redo(plan: string, back: () => void): Promise<void> {
    return this.#inTurn(() => this.#go('redo', plan, back));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch(tellError);
    return this.#turn;
  }

  async #go(way: Way, plan: string, back: () => void): Promise<void> {
    const step = await this.#lastOf(way, plan);
    if (step === undefined) return;
    const { document } = step;
    const from = way === 'undo' ? step.after : step.before;
    if (document.isClosed || document.version !== from) {
      // What the editor would take back now is something else.
      this.#forget(document);
      this.#tell(vscode.l10n.t('{0} has been changed otherwise since; Undo there.', nameOf(document)));
      return;
    }
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    try {
      await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
    } catch (error) {
      // Renamed or deleted since then.
      this.#forget(document);
      throw error;
    }
    await vscode.commands.executeCommand(way);
    back();
    if (document.version === from) return;
    this.#gone(way, step);
  }

  /** The step lies on the other side now, and the one beside it at the version that the text has now. */
  #gone(way: Way, step: Step): void {
    const { document } = step;
    const other: Way = way === 'undo' ? 'redo' : 'undo';
    const [reached, left] = way === 'undo' ? (['before', 'after'] as const) : (['after', 'before'] as const);
    const now = document.version;
    this.#steps[way] = this.#steps[way].flatMap((each) => {
      if (each === step) return [];
      const isBeside = each.document === document && each[left] === step[reached];
      return [isBeside ? { ...each, [left]: now } : each];
    });
    this.#steps[other].push({ ...step, [reached]: now });
  }

  #forget(document: vscode.TextDocument): void {
    for (const way of ['undo', 'redo'] as const) {
      this.#steps[way] = this.#steps[way].filter((step) => step.document !== document);
    }
  }

  /** Of another plan's picture nothing is taken back, were it changed ever so late. */
  async #lastOf(way: Way, plan: string): Promise<Step | undefined> {
    const steps = this.#steps[way];
    if (steps.every((step) => step.plan === plan)) return steps.at(-1);
    const roots = (await this.#server.tryToAsk(rootsList, {})) ?? [];
    const folderOf = (address: string): string =>
      roots
        .map(({ folder }) => folder)
        .filter((folder) => address === folder || address.startsWith(`${folder}/`))
        .sort((a, b) => b.length - a.length)[0] ?? address;
    return steps.findLast((step) => folderOf(step.plan) === folderOf(plan));
  }

  #tell(text: string): void {
    void vscode.window.setStatusBarMessage(text, TOLD);
  }
}

function nameOf({ uri }: vscode.TextDocument): string {
  return vscode.workspace.asRelativePath(uri);
}
