/** Which plans a workspace holds, as commands ask for them. */
import { describe, expect, it } from 'vitest';
import { type PlanRootEntry, rootsChanged, rootsList } from './protocol.js';
import { Editor, type EditorOptions, until } from './testing/test-editor.js';

async function listed(options: EditorOptions): Promise<readonly PlanRootEntry[]> {
  const editor = await Editor.start(options);
  try {
    return await editor.client.sendRequest<PlanRootEntry[]>(rootsList.method, {});
  } finally {
    await editor.stop();
  }
}

describe('the plans of a workspace', () => {
  it('are one for each configuration, called as their portfolios', async () => {
    const files = {
      'north/planwright.json': '{}',
      'north/frame.plan': 'person Chen',
      'north/portfolio.plan': 'portfolio north "Northern works" {}',
      'south/planwright.json': '{}',
      'south/all.plan': '项目库 南片 {}',
    };
    expect(await listed({ files })).toEqual([
      { uri: 'file:///plans/north/portfolio.plan', folder: 'file:///plans/north', title: 'Northern works' },
      { uri: 'file:///plans/south/all.plan', folder: 'file:///plans/south', title: '南片' },
    ]);
  });

  it('are called as their folder where no portfolio is stated, and none without a plan file', async () => {
    expect(await listed({ files: { 'a.plan': 'person Chen' } })).toEqual([
      { uri: 'file:///plans/a.plan', folder: 'file:///plans', title: 'plans' },
    ]);
    expect(await listed({ files: { 'planwright.json': '{}' } })).toEqual([]);
    expect(await listed({ noFolder: true })).toEqual([]);
  });

  it('are told to be others when a portfolio gets another title, and not at other edits', async () => {
    const editor = await Editor.start({ files: { 'a.plan': 'portfolio p "Old"' } });
    const told = () => editor.notifications.filter(({ method }) => method === rootsChanged.method).length;
    const uri = editor.open('a.plan', 'portfolio p "Old"');
    await until(() => told() === 1);
    editor.change(uri, 'portfolio p "Old"\nperson Chen');
    editor.change(uri, 'portfolio p "New"\nperson Chen');
    await until(() => told() === 2);
    const [only] = await editor.client.sendRequest<PlanRootEntry[]>(rootsList.method, {});
    expect(only?.title).toBe('New');
    expect(told()).toBe(2);
    await editor.stop();
  });
});
