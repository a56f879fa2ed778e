/** What is changed from a preview is taken back from there, played with a stand-in of VS Code. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { executed, shown } from '../../testing/vscode.js';
import { PictureChanges } from './picture-changes.js';

const URI = 'file:///plans/a.plan';
const original = { workspace: { ...vscode.workspace }, window: { ...vscode.window } };

/** A preview in which a deadline was moved; `show` brings its plan into sight. */
async function changedPicture(show: () => Promise<void>): Promise<PictureChanges> {
  const document = { uri: vscode.Uri.parse(URI), version: 1, isDirty: true, getText: () => '' };
  Object.assign(vscode.workspace, { openTextDocument: async () => document, applyEdit: async () => true });
  Object.assign(vscode.window, { setStatusBarMessage: () => {}, showTextDocument: show });
  const changes = new PictureChanges({
    ask: async () => ({ type: 'edit', files: [{ uri: URI, version: 1, edits: [] }] }) as never,
    uriOf: (address) => vscode.Uri.parse(address),
  });
  await changes.change({ uri: URI, id: 'P.open' }, { type: 'deadline', day: '2026-07-01' });
  return changes;
}

beforeEach(() => {
  shown.errors.length = 0;
  executed.length = 0;
});
afterEach(() => {
  Object.assign(vscode.workspace, { openTextDocument: undefined, applyEdit: undefined }, original.workspace);
  Object.assign(vscode.window, { setStatusBarMessage: undefined, showTextDocument: undefined }, original.window);
});

it('is undone in the text, once, and the reader is back at the picture', async () => {
  const changes = await changedPicture(async () => {});
  const back: string[] = [];
  await changes.undo(() => back.push('picture'));
  await changes.undo(() => back.push('picture'));
  expect([executed, back, shown.errors]).toEqual([['undo'], ['picture'], []]);
});

it('says that it cannot be undone where the plan was renamed or deleted, and undoes nothing else', async () => {
  const changes = await changedPicture(async () => {
    throw new Error('no such file');
  });
  await changes.undo(() => {});
  expect([executed, shown.errors]).toEqual([[], ['This did not work: no such file']]);
});
