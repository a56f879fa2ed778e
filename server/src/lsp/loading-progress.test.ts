/** How far reading has come, for clients that show it. */
import { expect, test } from 'vitest';
import { Editor, until } from './testing/test-editor.js';

interface Step {
  readonly kind: string;
  readonly title?: string;
  readonly message?: string;
}

/** What is shown while 40 files are read, each of which takes so many milliseconds. */
async function shown(each: number, workDoneProgress: boolean): Promise<readonly Step[]> {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.plan`, '']));
  const steps: Step[] = [];
  const editor = await Editor.start({ files, lang: 'zh', capabilities: { window: { workDoneProgress } } });
  editor.client.onRequest('window/workDoneProgress/create', () => null);
  editor.client.onNotification('$/progress', ({ value }: { value: Step }) => {
    steps.push(value);
  });
  const read = editor.files.readText.bind(editor.files);
  editor.files.readText = async (uri) => {
    await new Promise((resolve) => setTimeout(resolve, each));
    return read(uri);
  };
  await editor.loaded();
  if (steps.length > 0) await until(() => steps.at(-1)?.kind === 'end');
  await editor.stop();
  return steps;
}

test('is told while many files take their time', async () => {
  const steps = await shown(160, true);
  expect(steps[0]).toMatchObject({ kind: 'begin', title: '正在读取计划文件' });
  expect(steps.find(({ kind }) => kind === 'report')?.message).toMatch(/^\d+\/40$/);
  expect(steps.filter(({ kind }) => kind === 'end')).toHaveLength(1);
});

test('is not told where all is read at once, or to clients that show nothing', async () => {
  expect(await shown(0, true)).toEqual([]);
  expect(await shown(160, false)).toEqual([]);
});
