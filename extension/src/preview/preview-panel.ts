/** One preview: a panel of the editor, kept up to date by the server. */
import * as vscode from 'vscode';
import {
  type ChangedBlock,
  locate,
  previewChoices,
  previewClose,
  previewLink,
  previewMarks,
  previewOpen,
  previewPatch,
  reveal,
  summaryKinds,
} from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import type { PictureChanges } from '../edits/picture-changes.js';
import { ChangeMarks } from '../since/change-marks.js';
import { givenSince, UnknownState } from '../since/given-since.js';
import { barTexts } from './bar-texts.js';
import { fromPageSchema, type How, type PreviewTarget, stronger, type ToPage } from './messages.js';
import { pageFolder, pageHtml } from './page-html.js';
import { showInText } from './show-in-text.js';

/** What a preview asks of the server. */
export type PreviewServer = Pick<PlanServer, 'ask' | 'tryToAsk' | 'tell' | 'onStarted' | 'addressOf' | 'uriOf'>;

/** In milliseconds: what changes in one go is shown together. The server already waits for a burst of edits to end. */
const GATHER = 10;

/** What panels ask of those around them. */
export interface PreviewHost {
  /** What was changed from any picture, to be taken back from any. */
  readonly changes: Pick<PictureChanges, 'change' | 'undo' | 'redo'>;
  /** Whether a preview may turn to another plan: not where one of that plan is open already. */
  readonly mayTurnTo: (target: PreviewTarget) => boolean;
  /** Opens one more preview of the same. */
  readonly another: (target: PreviewTarget) => void;
}

/** What the page is to be shown next. */
interface Step {
  readonly version: number;
  readonly title: string;
  readonly order?: string[] | undefined;
  readonly changed: ChangedBlock[];
  /** Pages out of sight are still as they were. */
  readonly more?: true | undefined;
  /** A picture begun anew: what the bar offers may be something else. */
  readonly narrows?: boolean;
}

/** One preview: the panel in the editor and the session with the server behind it. */
export class PreviewPanel implements vscode.Disposable {
  #target: PreviewTarget;
  readonly #host: PreviewHost;
  readonly #session = crypto.randomUUID();
  /** Pages that are to be fetched with the next patch. */
  readonly #wanted = new Set<string>();
  /** Pages that the reader may be looking at: they come first. */
  #sight: readonly string[] = [];
  /** The look that the server knows of. */
  #shownLook = '';
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
  /** In the text, and how the page is still to be told of it. */
  #cursor: { readonly uri: string; readonly position: vscode.Position; readonly how: How } | undefined;
  /** What the page takes it to be in; undefined: nobody knows. */
  #here: string | null | undefined;
  /** Where changes are shown in the text as well. */
  #marks: ChangeMarks | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    target: PreviewTarget,
    server: PreviewServer,
    host: PreviewHost,
  ) {
    this.#target = target;
    this.#host = host;
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

  get target(): PreviewTarget {
    return this.#target;
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
    if (this.#target.since === undefined || this.#marks !== undefined) return;
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

  /** Where the cursor is in the text; it is shown once the page is there. */
  async follow(uri: vscode.Uri, position: vscode.Position, how: How = 'follow'): Promise<void> {
    this.#cursor = { uri: this.#server.addressOf(uri), position, how: stronger(how, this.#cursor?.how ?? 'mark') };
    await this.#locate();
  }

  /** Tells the page what the cursor is in. */
  async #locate(): Promise<void> {
    const cursor = this.#cursor;
    if (cursor === undefined || !this.#pageReady || this.#version === undefined) return;
    const { line, character } = cursor.position;
    const found = await this.#server.tryToAsk(locate, {
      session: this.#session,
      uri: cursor.uri,
      position: { line, character },
    });
    if (cursor !== this.#cursor || found === undefined) return; // it has moved on, or there is nobody to ask
    this.#cursor = { ...cursor, how: 'mark' };
    if (found?.elsewhere === true && cursor.how === 'follow') this.#turnTo(cursor.uri);
    const id = found?.id ?? null;
    if (id === this.#here && cursor.how !== 'go') return;
    this.#here = id;
    this.#tell({ type: 'here', id, how: cursor.how });
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
      case 'wanted':
        for (const key of message.data.keys) this.#wanted.add(key);
        if (this.#version !== undefined) void this.#fetch();
        break;
      case 'sight':
        this.#sight = message.data.keys;
        break;
      case 'turn': {
        const { kind, name } = message.data;
        const { uri, pinned, look } = this.#target;
        // What it is narrowed to stays; the orders were those of other tables.
        const narrow = look?.narrow;
        this.#show({
          kind,
          ...(name && { name }),
          uri,
          ...(pinned && { pinned }),
          ...(narrow && { look: { narrow } }),
        });
        break;
      }
      case 'look':
        this.#target = { ...this.#target, look: message.data.look };
        if (this.#version !== undefined) void this.#fetch();
        break;
      case 'pin':
        this.#target = { ...this.#target, pinned: message.data.pinned };
        void this.#tellBar();
        break;
      case 'choices':
        void this.#tellChoices();
        break;
      case 'do':
        this.#do(message.data.what);
        break;
      case 'open':
        void this.#openLink(message.data.id, message.data.link);
        break;
      case 'edit':
        void this.#host.changes.change({ uri: this.target.uri, id: message.data.id }, message.data.change);
        break;
      case 'undo':
      case 'redo':
        void this.#host.changes[message.data.type](this.target.uri, () => this.#panel.reveal(undefined, false));
        break;
    }
  }

  #do(what: 'print' | 'export' | 'another'): void {
    if (what === 'another') this.#host.another(this.#target);
    else void vscode.commands.executeCommand(what === 'print' ? 'planwright.printPreview' : 'planwright.exportPreview');
  }

  /** Another summary, or the same of another plan. */
  #show(target: PreviewTarget): void {
    this.hideMarks();
    this.#target = target;
    if (this.#cursor !== undefined) this.#cursor = { ...this.#cursor, how: 'go' };
    this.#beginAnew();
  }

  /** The reader is in the text of another plan: the preview goes along, unless it is pinned or only that plan has it. */
  #turnTo(uri: string): void {
    const { kind, name, since, pinned } = this.#target;
    if (pinned === true || name !== undefined || since !== undefined) return;
    const target = { kind, uri };
    if (this.#host.mayTurnTo(target)) this.#show(target);
  }

  #narrows = false;

  async #tellBar(): Promise<void> {
    const target = this.#target;
    const choices = await this.#server.tryToAsk(summaryKinds, { uri: target.uri, lang: displayLanguage() });
    if (!this.#pageReady) return;
    const kinds = (choices ?? []).map(({ kind, name, title }) => ({
      kind,
      ...(name !== undefined && { name }),
      title,
    }));
    this.#tell({ type: 'bar', target: this.#target, narrows: this.#narrows, kinds, texts: barTexts() });
  }

  async #tellChoices(): Promise<void> {
    const fields = await this.#server.tryToAsk(previewChoices, { session: this.#session });
    if (this.#pageReady) this.#tell({ type: 'choices', fields: fields ?? null });
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
    this.#here = undefined;
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
    const target = this.#target;
    const patch: Step | { readonly problem: string } | undefined =
      (since === undefined ? undefined : await this.#patch(since)) ?? (await this.#open());
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
    const { version, title, order, changed, narrows, more } = patch;
    this.#version = version;
    if (more === true) this.changed();
    this.#panel.title = title;
    if (narrows !== undefined) {
      this.#narrows = narrows;
      void this.#tellBar();
    }
    this.#tell({ type: 'notice', text: null });
    this.#tell({ type: 'show', target, lang: displayLanguage(), ...(order && { order }), changed });
    if (target !== this.#target) this.#fetchAgain = true;
    void this.#mark();
    // What was asked of the picture before is no answer any more.
    if (this.#cursor !== undefined) this.#cursor = { ...this.#cursor };
    void this.#locate();
  }

  /** What has changed, the pages that have come in sight, and the look where that is another. */
  async #patch(since: number): Promise<Step | undefined> {
    const wanted = [...this.#wanted];
    const { look = {} } = this.#target;
    const said = JSON.stringify(look);
    const patch = await this.#server.tryToAsk(previewPatch, {
      session: this.#session,
      since,
      ...(wanted.length === 0 ? {} : { wanted }),
      sight: [...this.#sight],
      ...(said === this.#shownLook ? {} : { look }),
    });
    if (patch === undefined || patch === null) return undefined;
    for (const key of wanted) this.#wanted.delete(key);
    this.#shownLook = said;
    return patch;
  }

  async #open(): Promise<Step | { readonly problem: string } | undefined> {
    const { kind, name, uri, since, look } = this.#target;
    this.#wanted.clear(); // the page asks anew for what it sees
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
          ...(look === undefined ? {} : { look }),
        });
        if (picture === undefined) return undefined;
        const { version, title, narrows, blocks } = picture;
        this.#shownLook = JSON.stringify(look ?? {});
        if (!isSaved) return { version, title, narrows, order: blocks.map(({ key }) => key), changed: blocks };
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

  async #openLink(id: string, link: string): Promise<void> {
    const found = await this.#server.tryToAsk(previewLink, { session: this.#session, id, link });
    if (found === undefined) return;
    if (found === null) {
      void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” leads to no file of this plan.', link));
      return;
    }
    await vscode.commands.executeCommand('vscode.open', this.#server.uriOf(found.uri), this.#besides());
  }

  /** Not in the place of the preview. */
  #besides(): vscode.ViewColumn {
    return this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }

  #tell(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
