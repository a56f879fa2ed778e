/** What is changed from a preview is taken back from there and done again, played with a stand-in of VS Code. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { rootsList } from '../../../server/src/lsp/protocol.js';
import { shown } from '../../testing/vscode.js';
import { PictureChanges } from './picture-changes.js';

const URI = 'file:///plans/a.plan';
const original = { workspace: { ...vscode.workspace }, window: { ...vscode.window }, commands: { ...vscode.commands } };

/** A text as an editor has it: each change, its undo and its redo is another version. */
class Text {
  version = 1;
  isDirty = true;
  isClosed = false;
  #done: string[] = [];
  #undone: string[] = [];

  constructor(readonly uri: vscode.Uri) {}

  getText(): string {
    return this.#done.join(' ');
  }

  write(what: string): void {
    this.#done.push(what);
    this.#undone = [];
    this.version++;
  }

  step(way: 'undo' | 'redo'): void {
    const [from, to] = way === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const moved = from.pop();
    if (moved === undefined) return;
    to.push(moved);
    this.version++;
  }
}

const texts = new Map<string, Text>();
let active: Text | undefined;
let told: string[] = [];
let back = 0;

function textAt(address: string): Text {
  const found = texts.get(address) ?? new Text(vscode.Uri.parse(address));
  texts.set(address, found);
  return found;
}

/** Previews whose edits go into the file that the item names: its day is what is written. */
function changes(show: (text: Text) => void = () => {}): PictureChanges {
  let next = { uri: URI, day: '' };
  Object.assign(vscode.workspace, {
    openTextDocument: async (uri: vscode.Uri) => textAt(uri.toString()),
    applyEdit: async () => {
      textAt(next.uri).write(next.day);
      return true;
    },
  });
  Object.assign(vscode.window, {
    setStatusBarMessage: (text: string) => told.push(text),
    showTextDocument: async (text: Text) => {
      show(text);
      active = text;
    },
  });
  Object.assign(vscode.commands, { executeCommand: async (way: 'undo' | 'redo') => active?.step(way) });
  return new PictureChanges({
    ask: async (_: unknown, params: unknown) => {
      const { uri, change } = params as { uri: string; change: { day: string } };
      next = { uri, day: change.day };
      return { type: 'edit', files: [{ uri, version: textAt(uri).version, edits: [] }] } as never;
    },
    tryToAsk: async (asked: unknown) =>
      (asked === rootsList
        ? ['plans', 'others'].map((name) => ({ uri: `file:///${name}/a.plan`, folder: `file:///${name}`, title: name }))
        : undefined) as never,
    uriOf: (address) => vscode.Uri.parse(address),
  });
}

const drag = (pictures: PictureChanges, day: string, uri = URI): Promise<void> =>
  pictures.change({ uri, id: 'P.open' }, { type: 'deadline', day });
const toPicture = (): void => void back++;

beforeEach(() => {
  texts.clear();
  active = undefined;
  told = [];
  back = 0;
  shown.errors.length = 0;
});
afterEach(() => {
  Object.assign(vscode.workspace, { openTextDocument: undefined, applyEdit: undefined }, original.workspace);
  Object.assign(vscode.window, { setStatusBarMessage: undefined, showTextDocument: undefined }, original.window);
  Object.assign(vscode.commands, original.commands);
});

describe('a change from a picture', () => {
  it('only the latest of several could be undone from there, and none done again', async () => {
    const pictures = changes();
    for (const day of ['one', 'two', 'three']) await drag(pictures, day);
    const after: string[] = [];
    for (const way of ['undo', 'undo', 'redo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const) {
      await pictures[way](URI, toPicture);
      after.push(textAt(URI).getText());
    }
    expect(after).toEqual([
      'one two',
      'one',
      'one two',
      'one',
      '',
      '',
      'one',
      'one two',
      'one two three',
      'one two three',
    ]);
    // Where there is no step, the reader stays in the picture and its text is not brought forward.
    expect(back).toBe(8);
  });

  it('keys that come faster than the editor takes steps are taken one after the other', async () => {
    const pictures = changes();
    void drag(pictures, 'one');
    void drag(pictures, 'two');
    void pictures.undo(URI, toPicture);
    await pictures.undo(URI, toPicture);
    expect(textAt(URI).getText()).toBe('');
  });

  it('after another change nothing is done again that was taken back before', async () => {
    const pictures = changes();
    await drag(pictures, 'one');
    await pictures.undo(URI, toPicture);
    await drag(pictures, 'two');
    await pictures.redo(URI, toPicture);
    expect(textAt(URI).getText()).toBe('two');
  });

  it('what was typed since is not undone in its place, and it is said where to undo', async () => {
    const pictures = changes();
    await drag(pictures, 'one');
    textAt(URI).write('typed');
    await pictures.undo(URI, toPicture);
    expect([textAt(URI).getText(), told.at(-1)]).toEqual([
      'one typed',
      expect.stringContaining('has been changed otherwise since'),
    ]);
  });

  it('what was typed after it was taken back is not mixed with what was taken back', async () => {
    const pictures = changes();
    await drag(pictures, 'one');
    await pictures.undo(URI, toPicture);
    textAt(URI).write('typed');
    await pictures.redo(URI, toPicture);
    expect(textAt(URI).getText()).toBe('typed');
  });

  it('a text that was closed meanwhile is not opened for the undo of what it does not hold any more', async () => {
    const pictures = changes();
    await drag(pictures, 'one');
    textAt(URI).isClosed = true;
    await pictures.undo(URI, toPicture);
    expect([textAt(URI).getText(), active]).toEqual(['one', undefined]);
  });

  it('the picture of one plan undid what was changed in that of another', async () => {
    const pictures = changes();
    await drag(pictures, 'ours', 'file:///plans/sub/b.plan');
    await drag(pictures, 'theirs', 'file:///others/a.plan');
    await pictures.undo(URI, toPicture);
    expect(textAt('file:///others/a.plan').getText()).toBe('theirs');
    expect(textAt('file:///plans/sub/b.plan').getText()).toBe('');
  });

  it('says that it cannot be undone where the plan was renamed or deleted, and undoes nothing else', async () => {
    const pictures = changes(() => {
      throw new Error('no such file');
    });
    await drag(pictures, 'one');
    await pictures.undo(URI, toPicture);
    expect([textAt(URI).getText(), shown.errors, back]).toEqual(['one', ['This did not work: no such file'], 0]);
  });
});
