/** One preview: a panel of the editor, kept up to date by the server. */
import * as vscode from 'vscode';
import {
  locate,
  type PreviewPatch,
  previewClose,
  previewMarks,
  previewOpen,
  previewPatch,
  reveal,
} from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import { ChangeMarks } from '../since/change-marks.js';
import { givenSince, UnknownState } from '../since/given-since.js';
import { fromPageSchema, type PreviewTarget, type ToPage } from './messages.js';
import { pageFolder, pageHtml } from './page-html.js';
import { showInText } from './show-in-text.js';

/** What a preview asks of the server. */
export type PreviewServer = Pick<PlanServer, 'tryToAsk' | 'tell' | 'onStarted' | 'addressOf' | 'uriOf'>;

/** In milliseconds: edits that follow each other faster are shown together. */
const GATHER = 40;

/** One preview: the panel in the editor and the session with the server behind it. */
export class PreviewPanel implements vscode.Disposable {
  readonly target: PreviewTarget;
  readonly #session = crypto.randomUUID();
  readonly #panel: vscode.WebviewPanel;
  readonly #server: PreviewServer;
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly onDisposed = this.#disposed.event;
  /** The version that the page shows; none where it has to be given the whole picture. */
  #version: number | undefined;
  #pageReady = false;
  #fetching = false;
  #fetchAgain = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #cursor: { readonly uri: string; readonly position: vscode.Position; readonly go: boolean } | undefined;
  #here: string | null = null;
  /** Where changes are shown in the text as well. */
  #marks: ChangeMarks | undefined;

  constructor(panel: vscode.WebviewPanel, extension: vscode.Uri, target: PreviewTarget, server: PreviewServer) {
    this.target = target;
    this.#panel = panel;
    this.#server = server;
    this.showMarks();
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'extension', 'icons', 'plan-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [pageFolder(extension)] };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((raw: unknown) => this.#hear(raw)),
      panel.onDidChangeViewState(() => this.#panel.visible || this.#sleep()),
      panel.onDidDispose(() => this.dispose()),
      server.onStarted(() => this.#beginAnew()),
    );
    panel.webview.html = pageHtml(panel.webview, extension);
  }

  get session(): string {
    return this.#session;
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  get marksChanges(): boolean {
    return this.#marks !== undefined;
  }

  /** Marks in the text what a preview of changes tells. */
  showMarks(): void {
    if (this.target.since === undefined || this.#marks !== undefined) return;
    this.#marks = new ChangeMarks((uri) => this.#server.addressOf(uri));
    if (this.#version !== undefined) void this.#mark();
  }

  hideMarks(): void {
    this.#marks?.dispose();
    this.#marks = undefined;
  }

  show(column?: vscode.ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  /** The server has another picture than the page. */
  changed(): void {
    if (!this.#pageReady) return;
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.#fetch();
    }, GATHER);
  }

  /** The language of the editor's texts is another than before. */
  languageChanged(): void {
    this.#beginAnew();
  }

  /** Marks what the cursor stands on in the text; `go`: and takes the reader there. */
  async follow(uri: vscode.Uri, position: vscode.Position, go = false): Promise<void> {
    this.#cursor = { uri: this.#server.addressOf(uri), position, go };
    if (!this.#pageReady || this.#version === undefined) return;
    const { line, character } = position;
    const cursor = this.#cursor;
    const found = await this.#server.tryToAsk(locate, {
      session: this.#session,
      uri: cursor.uri,
      position: { line, character },
    });
    if (cursor !== this.#cursor || found === undefined) return; // it has moved on, or there is nobody to ask
    this.#cursor = { ...cursor, go: false };
    const id = found?.id ?? null;
    if (id === this.#here && !go) return;
    this.#here = id;
    this.#tell({ type: 'here', id, go });
  }

  dispose(): void {
    clearTimeout(this.#gathering);
    this.#pageReady = false;
    this.#server.tell(previewClose, { session: this.#session });
    this.hideMarks();
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#panel.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  #hear(raw: unknown): void {
    const message = fromPageSchema.safeParse(raw);
    if (!message.success) return;
    switch (message.data.type) {
      case 'ready':
        this.#pageReady = true;
        this.#beginAnew();
        break;
      case 'incomplete':
        this.#beginAnew();
        break;
      case 'reveal':
        void this.#reveal(message.data.id);
        break;
    }
  }

  /** A page out of sight is thrown away by the editor; the server need not compute for it. */
  #sleep(): void {
    if (!this.#pageReady) return;
    this.#pageReady = false;
    this.#version = undefined;
    this.#marks?.show([]); // nobody follows the text for them any more
    this.#server.tell(previewClose, { session: this.#session });
  }

  #beginAnew(): void {
    this.#version = undefined;
    this.#here = null;
    if (this.#pageReady) void this.#fetch();
  }

  /** One question at a time; what changes meanwhile is asked for after the answer. */
  async #fetch(): Promise<void> {
    if (this.#fetching) {
      this.#fetchAgain = true;
      return;
    }
    this.#fetching = true;
    try {
      do {
        this.#fetchAgain = false;
        await this.#fetchOnce();
      } while (this.#fetchAgain && this.#pageReady);
    } finally {
      this.#fetching = false;
    }
  }

  async #fetchOnce(): Promise<void> {
    const since = this.#version;
    const patch =
      (since === undefined
        ? undefined
        : await this.#server.tryToAsk(previewPatch, { session: this.#session, since })) ?? (await this.#open());
    if (!this.#pageReady) return;
    if (patch === undefined || 'problem' in patch) {
      const text = patch?.problem ?? vscode.l10n.t('The language server is not running; this picture may be old.');
      this.#tell({ type: 'notice', text });
      this.#marks?.show([]);
      return;
    }
    if (since !== this.#version) {
      this.#fetchAgain = true; // begun anew while we waited
      return;
    }
    this.#version = patch.version;
    this.#panel.title = patch.title;
    this.#tell({ type: 'notice', text: null });
    this.#tell({
      type: 'show',
      target: this.target,
      lang: displayLanguage(),
      order: patch.order,
      changed: patch.changed,
    });
    void this.#mark();
    if (this.#cursor !== undefined) {
      const { uri, position, go } = this.#cursor;
      void this.follow(this.#server.uriOf(uri), position, go);
    }
  }

  async #open(): Promise<PreviewPatch | { readonly problem: string } | undefined> {
    const { kind, name, uri, since } = this.target;
    // What is saved while the files of then are collected could be taken for what they were.
    let isSaved = false;
    const saving =
      since &&
      vscode.workspace.onDidSaveTextDocument(() => {
        isSaved = true;
      });
    try {
      for (;;) {
        isSaved = false;
        const given = since && (await givenSince(since, uri, this.#server));
        const picture = await this.#server.tryToAsk(previewOpen, {
          session: this.#session,
          kind,
          ...(name === undefined ? {} : { name }),
          uri,
          lang: displayLanguage(),
          ...(given === undefined ? {} : { since: given }),
        });
        if (picture === undefined) return undefined;
        const { version, title, blocks } = picture;
        if (!isSaved) return { version, title, order: blocks.map(({ key }) => key), changed: blocks };
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof UnknownState) return { problem: reason };
      return { problem: vscode.l10n.t('What the files were cannot be told: {0}', reason) };
    } finally {
      saving?.dispose();
    }
  }

  async #mark(): Promise<void> {
    const marks = this.#marks;
    if (marks === undefined) return;
    const found = await this.#server.tryToAsk(previewMarks, { session: this.#session });
    if (marks === this.#marks && this.#pageReady) marks.show(found ?? []);
  }

  async #reveal(id: string): Promise<void> {
    const place = await this.#server.tryToAsk(reveal, { session: this.#session, id });
    if (place === undefined || place === null) return;
    const { start } = place.range;
    await showInText(this.#server.uriOf(place.uri), new vscode.Position(start.line, start.character), this.#panel);
  }

  #tell(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
