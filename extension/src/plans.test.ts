/** Which plan a command means, from wherever it is called. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import type { PlanRootEntry } from '../../server/src/lsp/protocol.js';
import * as stage from '../testing/vscode.js';
import { Plans } from './plans.js';
import type { PreviewTarget } from './preview/messages.js';

const NORTH: PlanRootEntry = { uri: 'file:///w/north/p.plan', folder: 'file:///w/north', title: 'North' };
const SOUTH: PlanRootEntry = { uri: 'file:///w/south/p.plan', folder: 'file:///w/south', title: 'South' };

const editor = (address: string, languageId = 'plan') => ({
  document: { uri: vscode.Uri.parse(address), languageId },
});

describe('the plan that is meant', () => {
  let roots: readonly PlanRootEntry[];
  let inFront: PreviewTarget | undefined;
  let inSight: PreviewTarget | undefined;
  let plans: Plans;

  beforeEach(() => {
    [roots, inFront, inSight] = [[NORTH, SOUTH], undefined, undefined];
    Object.assign(stage.window, { activeTextEditor: undefined, visibleTextEditors: [] });
    stage.workspace.textDocuments = [];
    stage.shown.told = [];
    Object.assign(stage.picks, { shown: [], take: () => undefined });
    const server = {
      tryToAsk: async () => roots,
      listen: () => ({ dispose: () => {} }),
      onStarted: () => ({ dispose: () => {} }),
      addressOf: (uri: vscode.Uri) => uri.toString(),
      uriOf: (address: string) => vscode.Uri.parse(address),
    } as unknown as ConstructorParameters<typeof Plans>[0];
    plans = new Plans(server, {
      get active() {
        return inFront;
      },
      get inSight() {
        return inSight;
      },
    });
  });

  it('is asked for where there are several and nothing says which', async () => {
    stage.picks.take = (of) => of.find(({ label }) => label === 'South');
    expect(await plans.meant()).toBe(SOUTH.uri);
    expect(stage.picks.shown.map((of) => of.map(({ label }) => label))).toEqual([['North', 'South']]);
  });

  it('is offered first where it was meant before', async () => {
    stage.picks.take = (of) => of.find(({ label }) => label === 'South');
    await plans.meant();
    await plans.meant();
    expect(stage.picks.shown[1]?.map(({ label }) => label)).toEqual(['South', 'North']);
    expect(plans.atHand()).toBe(SOUTH.uri);
  });

  it('is the only one, without a question', async () => {
    roots = [NORTH];
    expect(await plans.meant()).toBe(NORTH.uri);
    expect(stage.picks.shown).toEqual([]);
    expect(plans.atHand()).toBe(NORTH.uri);
  });

  it('is that of the text in front, else of the preview in front, else of what is in sight', async () => {
    inSight = { kind: 'gantt', uri: 'file:///w/north/b.plan' };
    expect(await plans.meant()).toBe('file:///w/north/b.plan');
    stage.window.visibleTextEditors = [editor('file:///w/south/c.plan')];
    expect(await plans.meant()).toBe('file:///w/south/c.plan');
    inFront = inSight;
    expect(await plans.meant()).toBe('file:///w/north/b.plan');
    stage.window.activeTextEditor = editor('file:///w/south/d.plan');
    expect(await plans.meant()).toBe('file:///w/south/d.plan');
    expect(stage.picks.shown).toEqual([]);
  });

  it('is the one in whose folder the text in front lies, though that is no plan', async () => {
    await plans.meant(); // the list is known
    stage.window.activeTextEditor = editor('file:///w/south/README.md', 'markdown');
    expect(await plans.meant()).toBe(SOUTH.uri);
    stage.window.activeTextEditor = editor('file:///w/southern/README.md', 'markdown');
    expect(await plans.meant()).toBeUndefined();
  });

  it('is the one that a menu names, and not the preview whose menu it is', async () => {
    inFront = { kind: 'gantt', uri: NORTH.uri };
    expect(await plans.meant(vscode.Uri.parse('file:///w/south/e.plan'))).toBe('file:///w/south/e.plan');
    expect(await plans.meant({ plan: SOUTH.uri })).toBe(SOUTH.uri);
    expect(await plans.meant(vscode.Uri.parse('webview-panel:/1'))).toBe(NORTH.uri);
  });

  it('is none in a workspace without any, which is said', async () => {
    roots = [];
    expect(await plans.meant()).toBeUndefined();
    expect(stage.shown.told).toEqual(['There is no plan in this workspace.']);
    expect(plans.atHand()).toBeUndefined();
  });
});
