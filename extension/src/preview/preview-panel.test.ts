/** A preview follows edits, the cursor and the server, played with a stand-in of VS Code. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import {
  locate,
  type NotificationShape,
  previewClose,
  previewEdit,
  previewOpen,
  previewPatch,
  type RequestShape,
} from '../../../server/src/lsp/protocol.js';
import { shown } from '../../testing/vscode.js';
import { PictureChanges } from '../edits/picture-changes.js';
import type { FromPage, ToPage } from './messages.js';
import { PreviewPanel, type PreviewServer } from './preview-panel.js';

const EXTENSION = vscode.Uri.parse('file:///ext');
const PLAN = 'file:///plans/a.plan';

/** A server whose answers a test gives when it likes. */
class Server {
  readonly asked: { readonly method: string; readonly params: unknown; readonly answer: (result: unknown) => void }[] =
    [];
  readonly told: string[] = [];
  readonly started = new vscode.EventEmitter<void>();

  readonly #ask = ({ method }: RequestShape<never, never>, params: unknown) =>
    new Promise((answer) => this.asked.push({ method, params, answer }));
  readonly face = {
    ask: this.#ask,
    tryToAsk: this.#ask,
    tell: ({ method }: NotificationShape<never>) => this.told.push(method),
    onStarted: this.started.event,
    addressOf: (uri: vscode.Uri) => uri.toString(),
    uriOf: (address: string) => vscode.Uri.parse(address),
  } as unknown as PreviewServer;

  /** Answers the oldest open question, which has to be this one. */
  async answer({ method }: { readonly method: string }, result: unknown): Promise<unknown> {
    await vi.advanceTimersByTimeAsync(100);
    const next = this.asked.shift();
    expect(next?.method).toBe(method);
    next?.answer(result);
    await vi.advanceTimersByTimeAsync(0);
    return next?.params;
  }
}

/** The page and the panel around it. */
class Page {
  readonly received: ToPage[] = [];
  readonly #messages = new vscode.EventEmitter<unknown>();
  readonly #viewState = new vscode.EventEmitter<void>();
  readonly panel = {
    title: '',
    visible: true,
    active: false,
    iconPath: undefined as unknown,
    webview: {
      options: {},
      html: '',
      cspSource: 'https://webview.example',
      asWebviewUri: (uri: vscode.Uri) => uri,
      onDidReceiveMessage: this.#messages.event,
      postMessage: async (message: ToPage) => this.received.push(message),
    },
    onDidChangeViewState: this.#viewState.event,
    onDidDispose: new vscode.EventEmitter<void>().event,
    dispose: () => {},
  };

  say(message: FromPage | unknown): void {
    this.#messages.fire(message);
  }

  hide(): void {
    this.panel.visible = false;
    this.#viewState.fire();
  }

  /** Of the cursor. */
  told(): readonly ToPage[] {
    return this.received.filter(({ type }) => type === 'here');
  }

  pictures(): readonly Extract<ToPage, { type: 'show' }>[] {
    return this.received.filter((message) => message.type === 'show');
  }
}

const picture = (version: number, ...keys: string[]) => ({
  version,
  title: `v${version}`,
  blocks: keys.map((key) => ({ key, html: `<p>${key}${version}</p>` })),
});

describe('a preview', () => {
  let server: Server;
  let page: Page;
  let preview: PreviewPanel;

  beforeEach(() => {
    vi.useFakeTimers();
    server = new Server();
    page = new Page();
    const panel = page.panel as unknown as vscode.WebviewPanel;
    preview = new PreviewPanel(panel, EXTENSION, { kind: 'booklet', uri: PLAN }, server.face, {
      changes: new PictureChanges(server.face),
      mayTurnTo: () => true,
      another: () => {},
    });
  });
  afterEach(() => vi.useRealTimers());

  async function opened(): Promise<void> {
    page.say({ type: 'ready' });
    await server.answer(previewOpen, picture(1, 'title', 'P1'));
  }

  it('shows the whole picture once its page is ready, and not before', async () => {
    await vi.advanceTimersByTimeAsync(100);
    expect(server.asked).toEqual([]);
    await opened();
    expect(page.pictures().map(({ order }) => order)).toEqual([['title', 'P1']]);
    expect(page.panel.title).toBe('v1');
  });

  it('lets nothing in but its own script and style sheet', () => {
    const { html } = page.panel.webview;
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const nonce = /<script nonce="([0-9a-f]{32})"/.exec(html)?.[1];
    expect(policy).toMatch(/^default-src &#39;none&#39;; style-src https:\/\/webview\.example; script-src &#39;nonce-/);
    expect(policy).toContain(`nonce-${nonce}`);
    expect(policy).not.toContain('unsafe');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('fetches what changed since the version it shows, once for edits in quick succession', async () => {
    await opened();
    preview.changed();
    preview.changed();
    const asked = await server.answer(previewPatch, { version: 2, title: 'v2', order: ['title', 'P1'], changed: [] });
    expect(asked).toMatchObject({ since: 1 });
    expect(server.asked).toEqual([]);
    expect(page.pictures()).toHaveLength(2);
  });

  it('asks again for what changed while it waited for an answer', async () => {
    await opened();
    preview.changed();
    await vi.advanceTimersByTimeAsync(100);
    preview.changed();
    await vi.advanceTimersByTimeAsync(100);
    await server.answer(previewPatch, { version: 2, title: 'v2', order: ['title'], changed: [] });
    expect(await server.answer(previewPatch, { version: 3, title: 'v3', order: ['title'], changed: [] })).toMatchObject(
      {
        since: 2,
      },
    );
  });

  it('opens anew where the server does not know it any more', async () => {
    await opened();
    preview.changed();
    await server.answer(previewPatch, null);
    await server.answer(previewOpen, picture(7, 'title'));
    expect(page.pictures().at(-1)?.order).toEqual(['title']);
  });

  it('opens anew when a killed server is back, and keeps the old picture with a notice until then', async () => {
    await opened();
    preview.changed();
    await server.answer(previewPatch, undefined);
    await server.answer(previewOpen, undefined);
    expect(page.received.at(-1)).toMatchObject({ type: 'notice', text: expect.stringContaining('not running') });
    expect(page.pictures()).toHaveLength(1);
    server.started.fire();
    await server.answer(previewOpen, picture(1, 'title', 'P1'));
    expect(page.pictures()).toHaveLength(2);
    expect(page.received.filter(({ type }) => type === 'notice').at(-1)).toEqual({ type: 'notice', text: null });
  });

  it('does not mix an answer to an old question into a picture begun anew', async () => {
    await opened();
    preview.changed();
    await vi.advanceTimersByTimeAsync(100);
    server.started.fire();
    await server.answer(previewPatch, { version: 2, title: 'v2', order: ['title'], changed: [] });
    expect(page.pictures()).toHaveLength(1);
    await server.answer(previewOpen, picture(1, 'title', 'P9'));
    expect(page.pictures().at(-1)?.order).toEqual(['title', 'P9']);
  });

  it('costs nothing while it is out of sight', async () => {
    await opened();
    page.hide();
    expect(server.told).toEqual([previewClose.method]);
    preview.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toEqual([]);
  });

  it('marks where the cursor is, and only when that is somewhere else', async () => {
    await opened();
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(3, 1));
    await server.answer(locate, { id: 'P1' });
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(4, 1));
    await server.answer(locate, { id: 'P1' });
    expect(page.told()).toEqual([{ type: 'here', id: 'P1', how: 'follow' }]);
  });

  it('goes to what it was opened at, although the cursor comes to rest before it is there', async () => {
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(90, 1), 'go');
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(91, 1));
    await opened();
    await server.answer(locate, { id: 'P90' });
    expect(page.told()).toEqual([{ type: 'here', id: 'P90', how: 'go' }]);
  });

  it('leaves the reader where he is when the picture has changed and the cursor has not moved', async () => {
    await opened();
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(3, 1), 'go');
    await server.answer(locate, { id: 'P1' });
    preview.changed();
    await server.answer(previewPatch, { version: 2, title: 'v2', changed: [] });
    await server.answer(locate, { id: 'P1.open' });
    expect(page.told().at(-1)).toEqual({ type: 'here', id: 'P1.open', how: 'mark' });
  });

  it('asks anew where the cursor is when the picture became another while it asked', async () => {
    await opened();
    preview.changed();
    await vi.advanceTimersByTimeAsync(100);
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(3, 1));
    await server.answer(previewPatch, { version: 2, title: 'v2', changed: [] });
    await server.answer(locate, { id: 'P1' });
    await server.answer(locate, { id: 'P1.open' });
    expect(page.told()).toEqual([{ type: 'here', id: 'P1.open', how: 'follow' }]);
  });

  it('does not leave the plan that it was opened for because the cursor is in another', async () => {
    void preview.follow(vscode.Uri.parse('file:///others/b.plan'), new vscode.Position(3, 1), 'go');
    await opened();
    await server.answer(locate, { id: null, elsewhere: true });
    expect(preview.target.uri).toBe(PLAN);
    void preview.follow(vscode.Uri.parse('file:///others/b.plan'), new vscode.Position(4, 1));
    await server.answer(locate, { id: null, elsewhere: true });
    expect(preview.target.uri).toBe('file:///others/b.plan');
  });

  it('shows where the cursor went while it was out of sight', async () => {
    await opened();
    page.hide();
    void preview.follow(vscode.Uri.parse(PLAN), new vscode.Position(3, 1));
    page.panel.visible = true;
    await opened();
    await server.answer(locate, { id: 'P1' });
    expect(page.told()).toEqual([{ type: 'here', id: 'P1', how: 'follow' }]);
  });

  it('asks for a change of the plan that it shows, and tells why it is refused', async () => {
    await opened();
    shown.told.length = 0;
    page.say({ type: 'edit', id: 'P1.open', change: { type: 'deadline', day: '2026-06-17' } });
    const asked = await server.answer(previewEdit, { type: 'refused', problem: 'Not more often' });
    expect(asked).toEqual({ uri: PLAN, id: 'P1.open', change: { type: 'deadline', day: '2026-06-17' }, lang: 'en' });
    expect(shown.told).toEqual(['Not more often']);
    page.say({ type: 'edit', id: 'P1.open', change: { type: 'format-disk' } });
    await vi.advanceTimersByTimeAsync(100);
    expect(server.asked).toEqual([]);
  });

  it('hears nothing in a message of another shape', async () => {
    await opened();
    page.say({ type: 'reveal', id: 7 });
    page.say({ type: 'reveal', path: '/etc/passwd' });
    page.say('ready');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.asked).toEqual([]);
  });
});
