/**
 * Stands for the editor in tests of the extension's own decisions: the few parts that they touch, without a window. That
 * the extension works in a real editor is shown by the end-to-end tests.
 */
import { URI, Utils } from 'vscode-uri';

export const Uri = { parse: URI.parse, joinPath: Utils.joinPath };

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => void>();
  readonly event = (listener: (event: T) => void): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export const l10n = {
  t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])),
};
export const env = { language: 'en' };
const settings = new Map<string, unknown>();
export const workspace = { getConfiguration: () => ({ get: (name: string) => settings.get(name) }) };

/** What was shown as an error, and the button that is pressed on it. */
export const shown: { errors: string[]; press?: string } = { errors: [] };
export const executed: string[] = [];
export const window = {
  visibleTextEditors: [],
  showErrorMessage: async (text: string) => {
    shown.errors.push(text);
    return shown.press;
  },
};
export const commands = {
  executeCommand: async (id: string) => {
    executed.push(id);
  },
};
