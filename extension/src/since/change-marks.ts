/** Marks what has changed in the text: a bar beside the lines and in the ruler, and what it was for whoever points there. */
import * as vscode from 'vscode';
import type { ChangeMark } from '../../../server/src/lsp/protocol.js';
import { isPlan } from '../plan-document.js';

/** The colours in which the theme shows the same of files under version control. */
const COLORS: Readonly<Record<ChangeMark['what'], string>> = {
  added: 'editorGutter.addedBackground',
  changed: 'editorGutter.modifiedBackground',
  gone: 'editorGutter.deletedBackground',
};
const KINDS: readonly ChangeMark['what'][] = ['added', 'changed', 'gone'];

export class ChangeMarks implements vscode.Disposable {
  readonly #types = new Map(KINDS.map((what) => [what, decorationType(COLORS[what])]));
  readonly #addressOf: (uri: vscode.Uri) => string;
  readonly #editors: vscode.Disposable;
  #marks: readonly ChangeMark[] = [];

  constructor(addressOf: (uri: vscode.Uri) => string) {
    this.#addressOf = addressOf;
    this.#editors = vscode.window.onDidChangeVisibleTextEditors(() => this.#draw());
  }

  show(marks: readonly ChangeMark[]): void {
    this.#marks = marks;
    this.#draw();
  }

  dispose(): void {
    this.#editors.dispose();
    for (const type of this.#types.values()) type.dispose();
  }

  #draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (!isPlan(editor.document)) continue;
      const uri = this.#addressOf(editor.document.uri);
      const mine = this.#marks.filter((mark) => mark.uri === uri);
      for (const [what, type] of this.#types) {
        editor.setDecorations(
          type,
          mine.filter((mark) => mark.what === what).map((mark) => decoration(mark, editor.document)),
        );
      }
    }
  }
}

function decorationType(color: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    borderColor: new vscode.ThemeColor(color),
    overviewRulerColor: new vscode.ThemeColor(color),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
}

/** Whole lines; of what is gone, the first line of what it is missed in. What the plan says never becomes markup. */
function decoration(
  { range: { start, end }, what, text }: ChangeMark,
  document: vscode.TextDocument,
): vscode.DecorationOptions {
  const last = what === 'gone' ? start : end;
  return {
    range: document.validateRange(new vscode.Range(start.line, 0, last.line, Number.MAX_SAFE_INTEGER)),
    hoverMessage: new vscode.MarkdownString().appendText(text),
  };
}
