/** Edits of the server in a text of the editor, played with a stand-in of VS Code. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { WorkspaceEdit } from '../../testing/vscode.js';
import { applyEdits } from './apply-edits.js';

const URI = 'file:///plans/a.plan';

/** A text in an editor, with its cursor as an offset: what is replaced around it takes it to its end. */
class OpenText {
  readonly uri = vscode.Uri.parse(URI);
  readonly document = this;
  version = 1;
  isDirty = false;
  selections: readonly number[];

  constructor(
    public text: string,
    readonly isReadOnly: boolean,
    cursor: number,
  ) {
    this.selections = [cursor];
  }

  getText(): string {
    return this.text;
  }

  take({ replaced }: WorkspaceEdit): void {
    for (const { range, text } of replaced.toReversed()) {
      const [from, to] = [this.#offset(range.start), this.#offset(range.end)];
      const put = text.replace(/\r\n|\r|\n/g, this.text.includes('\r\n') ? '\r\n' : '\n');
      this.text = this.text.slice(0, from) + put + this.text.slice(to);
      const moved = (at: number) => (at <= from ? at : at < to ? from + put.length : at + put.length - (to - from));
      this.selections = this.selections.map(moved);
    }
    this.version++;
    this.isDirty = !this.isReadOnly;
  }

  #offset({ line, character }: { readonly line: number; readonly character: number }): number {
    let start = 0;
    for (let above = 0; above < line; above++) start = this.text.indexOf('\n', start) + 1;
    return start + character;
  }
}

function open(text: string, { isReadOnly, cursorAt }: { isReadOnly: boolean; cursorAt: string }): OpenText {
  const opened = new OpenText(text, isReadOnly, text.indexOf(cursorAt));
  Object.assign(vscode.workspace, {
    openTextDocument: async () => opened,
    applyEdit: async (edit: unknown) => {
      opened.take(edit as WorkspaceEdit);
      return true;
    },
  });
  Object.assign(vscode.window, { visibleTextEditors: [opened] });
  return opened;
}

const insert = (line: number, newText: string) => ({
  range: { start: { line, character: 0 }, end: { line, character: 0 } },
  newText,
});
const apply = (...edits: ReturnType<typeof insert>[]) =>
  applyEdits([{ uri: URI, version: 1, edits }], { uriOf: (address) => vscode.Uri.parse(address) });

afterEach(() => {
  Object.assign(vscode.window, { visibleTextEditors: [] });
  vi.restoreAllMocks();
});

describe('edits of the server', () => {
  it('are left in the text to be looked at', async () => {
    const text = open('one\ntwo\n', { isReadOnly: false, cursorAt: 'two' });
    await apply(insert(1, 'between\n'));
    expect(text.text).toBe('one\nbetween\ntwo\n');
  });

  it.each([
    ['ends of lines as Unix writes them', 'one\ntwo\nthree\nfour\n'],
    ['ends of lines as Windows writes them', 'one\r\ntwo\r\nthree\r\nfour\r\n'],
    ['no end of the last line', 'one\ntwo\nthree\nfour'],
    ['lines that repeat', 'one\ntwo\ntwo\nthree\nfour\nfour'],
  ])('of a read-only text are taken back and the cursor stays where it was: %s', async (_, before) => {
    for (const cursorAt of ['ne', 'wo', 'hree', 'our']) {
      const text = open(before, { isReadOnly: true, cursorAt });
      await expect(apply(insert(1, 'between\n'), insert(3, 'two\nand more\n'))).rejects.toThrow('is read-only');
      expect(text.text).toBe(before);
      expect(text.selections).toEqual([before.indexOf(cursorAt)]);
    }
  });

  it('for a file as it is on the disk were put into a text that has something unsaved', async () => {
    const text = open('one\ntwo\n', { isReadOnly: false, cursorAt: 'two' });
    text.isDirty = true;
    const edits = [{ uri: URI, version: null, edits: [insert(1, 'between\n')] }];
    await expect(applyEdits(edits, { uriOf: (address) => vscode.Uri.parse(address) })).rejects.toThrow('just changed');
    expect(text.text).toBe('one\ntwo\n');
  });
});
