/** The status date that the user chose for this workspace. */
import * as vscode from 'vscode';
import { daySchema } from '../../../server/src/lsp/protocol.js';

const KEY = 'planwright.statusDate';

/** The day the user wants everything judged as of, kept with the workspace; the setting stands in where none was chosen. */
export class ChosenStatusDate {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** `null`: as the plan says. */
  day(): string | null {
    const set = vscode.workspace.getConfiguration('planwright').get('statusDate');
    for (const candidate of [this.#memory.get(KEY), set]) {
      const day = daySchema.safeParse(candidate);
      if (day.success) return day.data;
    }
    return null;
  }

  async choose(day: string | null): Promise<void> {
    await this.#memory.update(KEY, day ?? undefined);
  }
}
