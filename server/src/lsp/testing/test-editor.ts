/** An editor for tests: a client that talks to the real server over a pair of streams, with files in memory. */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Lines } from '../../workspace/lines.js';
import type { Environment } from '../environment.js';
import { lifecycle } from '../lifecycle.js';
import { previewChanged, rootsChanged, statusDateChanged, treeChanged } from '../protocol.js';
import { createServer } from '../server.js';
import { joinUri } from '../uris.js';
import { isAnnounced } from './announced.js';
import { type Marked, marked } from './marked-text.js';
import { MemoryFiles } from './memory-files.js';

export interface EditorOptions {
  /** Files on disk: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly lang?: 'en' | 'zh';
  /** The day on the machine's calendar. */
  readonly today?: string;
  /** Besides what most clients can do. */
  readonly capabilities?: ClientCapabilities;
  /** All that the client can do. */
  readonly onlyCapabilities?: ClientCapabilities;
  /** What the client answers for the section `planwright`, where its capabilities say that it does. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly noFolder?: boolean;
  /** Workspace folders below the one of the files, besides it. */
  readonly folders?: readonly string[];
  readonly dayCheck?: number;
  /** The browser of the machine; without it there is none. */
  readonly printPdf?: Environment['printPdf'];
  /** What reading a file waits for. */
  readonly hold?: (uri: string) => Promise<void>;
}

export const FOLDER = 'file:///plans';

/** What most clients can do; what a test is about it says itself. */
const USUAL: NonNullable<ClientCapabilities['textDocument']> = {
  completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  hover: { contentFormat: ['markdown'] },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  rename: { prepareSupport: true },
  publishDiagnostics: {
    relatedInformation: true,
    versionSupport: true,
    codeDescriptionSupport: true,
    dataSupport: true,
    tagSupport: { valueSet: [1, 2] },
  },
};

function able({ textDocument, ...others }: ClientCapabilities = {}): ClientCapabilities {
  const codeAction = { ...USUAL.codeAction, ...textDocument?.codeAction };
  return { ...others, textDocument: { ...USUAL, ...textDocument, codeAction } };
}

export class Editor {
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly logged: string[] = [];
  /** How often diagnostics were pushed. */
  published = 0;
  today: string;
  initialized: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();

  private constructor(
    readonly client: ProtocolConnection,
    readonly server: Connection,
    readonly files: MemoryFiles,
    today: string,
  ) {
    this.today = today;
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), lifecycle());
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const files = new MemoryFiles(FOLDER, options.files ?? {});
    const { hold } = options;
    if (hold !== undefined) {
      const read = files.readText.bind(files);
      files.readText = (uri) => hold(uri).then(() => read(uri));
    }
    const editor = new Editor(client, server, files, options.today ?? '2026-03-31');
    createServer(server, {
      files: () => files,
      now: () => new Date(`${editor.today}T12:00:00`),
      dayCheck: options.dayCheck ?? 60_000,
      version: 'test',
      ...(options.printPdf === undefined ? {} : { printPdf: options.printPdf }),
    });
    server.listen();
    client.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      editor.diagnostics.set(params.uri, params.diagnostics);
      editor.published++;
    });
    client.onNotification('window/logMessage', (params: { message: string }) => {
      editor.logged.push(params.message);
    });
    for (const { method } of [previewChanged, rootsChanged, statusDateChanged, treeChanged]) {
      client.onNotification(method, (params: unknown) => {
        editor.notifications.push({ method, params });
      });
    }
    client.onRequest('workspace/diagnostic/refresh', () => {
      editor.notifications.push({ method: 'workspace/diagnostic/refresh', params: null });
      return null;
    });
    client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => options.settings ?? null),
    );
    for (const method of ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh']) {
      client.onRequest(method, () => {
        editor.notifications.push({ method, params: null });
        return null;
      });
    }
    client.onRequest('workspace/semanticTokens/refresh', () => null);
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    editor.initialized = await client.sendRequest('initialize', {
      processId: null,
      rootUri: options.noFolder ? null : FOLDER,
      workspaceFolders: options.noFolder
        ? null
        : [FOLDER, ...(options.folders ?? []).map((path) => joinUri(FOLDER, path))].map((uri) => ({ uri, name: uri })),
      capabilities: options.onlyCapabilities ?? able(options.capabilities),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      initializationOptions: { lang: options.lang ?? 'en', ...options.options },
    });
    await client.sendNotification('initialized', {});
    return editor;
  }

  /** An editor with one open document, `a.plan`; marks are taken out of its text. */
  static async with(source: string, options: EditorOptions = {}): Promise<{ editor: Editor; at: Marked; uri: string }> {
    const editor = await Editor.start(options);
    const at = marked(source);
    const uri = editor.open('a.plan', at.text);
    return { editor, at, uri };
  }

  uri(path: string): string {
    return path.includes(':') ? path : joinUri(FOLDER, path);
  }

  open(path: string, text: string): string {
    const uri = this.uri(path);
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    void this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plan', version: 1, text },
    });
    return uri;
  }

  change(uri: string, text: string): void {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#texts.set(uri, text);
    void this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** The same, sent as most editors do: only the place that is another. */
  retype(uri: string, text: string): void {
    const before = this.text(uri);
    let start = 0;
    while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
    let same = 0;
    while (same < Math.min(before.length, text.length) - start && before.at(-1 - same) === text.at(-1 - same)) same++;
    // No place lies within the end of a line.
    if (before[start - 1] === '\r') start--;
    if (before.at(-same) === '\n' || text.at(-same) === '\n') same = Math.max(0, same - 1);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    const [from, to] = [this.position(uri, start), this.position(uri, before.length - same)];
    this.#versions.set(uri, version);
    this.#texts.set(uri, text);
    void this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: from, end: to }, text: text.slice(start, text.length - same) }],
    });
  }

  close(uri: string): void {
    void this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  save(uri: string): void {
    void this.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  watched(path: string, type: 1 | 2 | 3): void {
    void this.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type }] });
  }

  text(uri: string): string {
    return this.#texts.get(uri) ?? '';
  }

  position(uri: string, offset: number): Position {
    return new Lines(this.text(uri)).position(offset);
  }

  /** Only what the server has announced: no editor would ask for anything else. */
  async request<R>(method: string, params: unknown): Promise<R> {
    if (!isAnnounced(method, this.initialized.capabilities)) throw new Error(`${method} is not announced`);
    return this.client.sendRequest(method, params);
  }

  /** Waits until every file is read. */
  async loaded(): Promise<void> {
    await this.request('workspace/symbol', { query: '' });
  }

  /** A request about a place in a document. */
  at<R>(method: string, uri: string, offset: number, more: object = {}): Promise<R> {
    return this.request(method, { textDocument: { uri }, position: this.position(uri, offset), ...more });
  }

  codes(path: string): readonly string[] {
    return (this.diagnostics.get(this.uri(path)) ?? []).map(({ code }) => String(code));
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
    this.server.dispose();
  }
}

/** Waits for something to become true; what is asked may throw until then. The limit only ends what would never come. */
export async function until<T>(
  what: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 60_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      const found = await what();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`not within ${limit} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
