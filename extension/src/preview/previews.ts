/** All open previews: opened, restored after a reload, told of edits and of the cursor. */
import * as vscode from 'vscode';
import { previewChanged } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { PictureChanges } from '../edits/picture-changes.js';
import { isPlan } from '../plan-document.js';
import { type PreviewTarget, pageStateSchema, type TargetSince } from './messages.js';
import { PreviewPanel } from './preview-panel.js';

const VIEW_TYPE = 'planwright.preview';

/** In milliseconds: how long the cursor has to rest before the preview follows it. */
const REST = 80;

export interface PlaceInText {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** All open previews: opened once each, restored after a reload, told what changed and where the cursor is. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #extension: vscode.Uri;
  readonly #server: PlanServer;
  readonly #panels = new Set<PreviewPanel>();
  readonly changes: PictureChanges;
  readonly #subscriptions: vscode.Disposable[];
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(extension: vscode.Uri, server: PlanServer) {
    this.#extension = extension;
    this.#server = server;
    this.changes = new PictureChanges(server);
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      server.listen(previewChanged, ({ session }) => {
        for (const panel of this.#panels) if (panel.session === session) panel.changed();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#cursorMoved(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor !== undefined && this.#cursorMoved(editor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('planwright.language')) return;
        for (const panel of this.#panels) panel.languageChanged();
      }),
    ];
  }

  /**
   * Opens a preview beside the text, or brings it forward where it is open, at what stands at a place in the text: `at`, else
   * where the cursor is.
   */
  open(target: PreviewTarget, at?: PlaceInText): void {
    // The place may be one that a narrowed preview does not show.
    const open = [...this.#panels].find(
      (panel) => sameTarget(panel.target, target) && (at === undefined || panel.target.look?.narrow === undefined),
    );
    if (open !== undefined) {
      open.show();
      open.showMarks();
    }
    const panel = open ?? this.#create(target, vscode.ViewColumn.Beside);
    // A cursor that has come to rest before says nothing any more.
    if (at !== undefined) clearTimeout(this.#resting);
    const place = at ?? placeOfCursor();
    if (place !== undefined) void panel.follow(place.uri, place.position, 'go');
  }

  /** What the preview in front shows, where the keyboard is in one. */
  get active(): PreviewTarget | undefined {
    return [...this.#panels].find((panel) => panel.active)?.target;
  }

  /** What a preview that is in sight shows, wherever the keyboard is. */
  get inSight(): PreviewTarget | undefined {
    return [...this.#panels].find((panel) => panel.visible)?.target;
  }

  /** Whether what has changed is marked in the text. */
  get marksChanges(): boolean {
    return [...this.#panels].some((panel) => panel.marksChanges);
  }

  hideMarks(): void {
    for (const panel of this.#panels) panel.hideMarks();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, raw: unknown): Promise<void> {
    const state = pageStateSchema.safeParse(raw);
    if (!state.success) {
      panel.dispose(); // closed before it ever showed anything
      return;
    }
    const adopted = this.#adopt(panel, state.data.target);
    const place = placeOfCursor();
    if (place !== undefined) void adopted.follow(place.uri, place.position, 'mark');
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const panel of this.#panels) panel.dispose();
  }

  #create(target: PreviewTarget, viewColumn: vscode.ViewColumn): PreviewPanel {
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      'Planwright',
      { viewColumn, preserveFocus: true },
      { enableFindWidget: true },
    );
    return this.#adopt(panel, target);
  }

  #adopt(webviewPanel: vscode.WebviewPanel, target: PreviewTarget): PreviewPanel {
    const panel: PreviewPanel = new PreviewPanel(webviewPanel, this.#extension, target, this.#server, {
      changes: this.changes,
      mayTurnTo: (wanted) => ![...this.#panels].some((other) => other !== panel && sameTarget(other.target, wanted)),
      another: (same) => this.#create(same, webviewPanel.viewColumn ?? vscode.ViewColumn.Beside),
    });
    this.#panels.add(panel);
    panel.onDisposed(() => this.#panels.delete(panel));
    return panel;
  }

  #cursorMoved(editor: vscode.TextEditor): void {
    if (this.#panels.size === 0 || !isPlan(editor.document)) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      for (const panel of this.#panels) void panel.follow(editor.document.uri, editor.selection.active);
    }, REST);
  }
}

/** Of the active editor, where that shows a plan. */
function placeOfCursor(): PlaceInText | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isPlan(editor.document)) return undefined;
  return { uri: editor.document.uri, position: editor.selection.active };
}

/** Files of one folder are of one plan. Plans of several folders may be open beside each other. */
function sameTarget(a: PreviewTarget, b: PreviewTarget): boolean {
  const folder = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
  return a.kind === b.kind && a.name === b.name && sameSince(a.since, b.since) && folder(a.uri) === folder(b.uri);
}

function sameSince(a: TargetSince | undefined, b: TargetSince | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('day' in a) return 'day' in b && a.day === b.day;
  return 'commit' in b && a.commit === b.commit && a.name === b.name;
}
