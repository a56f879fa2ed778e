/**
 * Stands for the editor in tests of the extension's own decisions: the few parts that they touch, without a window. That
 * the extension works in a real editor is shown by the end-to-end tests.
 */
import { URI, Utils } from 'vscode-uri';

export const Uri = URI;
Object.assign(Uri, { joinPath: Utils.joinPath });

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

export class WorkspaceEdit {
  readonly replaced: { readonly uri: URI; readonly range: Range; readonly text: string }[] = [];
  replace(uri: URI, range: Range, text: string): void {
    this.replaced.push({ uri, range, text });
  }
}

export const ViewColumn = { Active: -1, Beside: -2, One: 1 } as const;

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState: number,
  ) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class MarkdownString {
  constructor(readonly value: string) {}
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
interface Document {
  readonly uri: URI;
  readonly languageId: string;
}
export const workspace = {
  getConfiguration: () => ({ get: (name: string) => settings.get(name) }),
  textDocuments: [] as Document[],
  workspaceFolders: [] as { readonly uri: URI; readonly name: string }[],
  asRelativePath: (uri: URI) => uri.path,
};

/** What was shown as an error, and the button that is pressed on it. */
export const shown: { errors: string[]; press?: string; told: string[] } = { errors: [], told: [] };
export const executed: string[] = [];
interface TextEditor {
  readonly document: Document;
}
interface Pick {
  readonly label: string;
}
/** The lists that were shown, and which entry of one is picked. */
export const picks: { shown: (readonly Pick[])[]; take: (of: readonly Pick[]) => Pick | undefined } = {
  shown: [],
  take: () => undefined,
};
export const window = {
  visibleTextEditors: [] as TextEditor[],
  activeTextEditor: undefined as TextEditor | undefined,
  showQuickPick: async (items: readonly Pick[]) => {
    picks.shown.push(items);
    return picks.take(items);
  },
  showInformationMessage: async (text: string) => {
    shown.told.push(text);
  },
  showWarningMessage: async (text: string) => {
    shown.told.push(text);
  },
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
