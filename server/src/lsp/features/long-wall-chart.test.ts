/** The preview of a wall chart with very many rows: an outline of all, and rows as they come in sight. */
import { afterEach, expect, test } from 'vitest';
import type { OutlinedGantt, Sheaf } from '../../report/wall-chart/outline.js';
import { outlinedRows } from '../../report/wall-chart/outline.js';
import type { PreviewBlock } from '../protocol.js';
import { patched, shown, startBeside } from '../testing/preview-parts.js';
import type { Editor } from '../testing/test-editor.js';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

const frame = '项目库 L "重点项目" { 年度 2026 截至 2026-03-31 }\n';
const project = (n: number): string => `项目 Q${n} "项目${n}" {
  阶段 在建
  任务 一 "征地" { 工期 10d }
  任务 二 "管线" { 工期 5d 前置 一 }
  节点 三 "通车" { 前置 二 期限 2026-12-31 }
}
`;
const PROJECTS = 200;
const many = Array.from({ length: PROJECTS }, (_, n) => project(n)).join('');

async function start() {
  const beside = await startBeside(`${frame}${many}`);
  editors.push(beside.editor);
  return { ...beside, open: (session = 's') => beside.open('gantt', { session }) };
}

/** What lies in an element as data: written by the server, of the shape that the page expects. */
function data<T>(html: string | undefined): T {
  const [, json] = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html ?? '') ?? [];
  if (json === undefined) throw new Error('there is no data');
  return JSON.parse(json) as T;
}

const outline = (blocks: readonly PreviewBlock[]): OutlinedGantt =>
  data(blocks.find(({ html }) => html.includes('pw-wall-place'))?.html);
const sheaves = (blocks: readonly PreviewBlock[]): readonly PreviewBlock[] =>
  blocks.filter(({ html }) => html.includes('class="pw-rows"'));
const rowsIn = (blocks: readonly PreviewBlock[]) => sheaves(blocks).flatMap(({ html }) => data<Sheaf>(html).rows);
const keysOf = (blocks: readonly PreviewBlock[]): readonly string[] => outline(blocks).sheaves.map(([key]) => key);

test('all rows are named at once, and those in sight at first are there', async () => {
  const { open } = await start();
  const { blocks } = await open();
  const names = outlinedRows(outline(blocks).outline);
  expect(names).toHaveLength(PROJECTS * 4);
  expect(names.filter(({ kind }) => kind === 'project')).toHaveLength(PROJECTS);
  const rows = rowsIn(blocks);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.length).toBeLessThan(names.length);
  expect(rows.map(({ id }) => id)).toEqual(names.slice(0, rows.length).map(({ id }) => id));
  expect(shown(blocks)).not.toContain(`项目${PROJECTS - 1}"`);
});

test('rows that are wanted come with what they wait for, and all sheaves together are the chart', async () => {
  const { open, patch } = await start();
  const { version, blocks } = await open();
  const all = patched(blocks, await patch(version, { wanted: keysOf(blocks) }));
  expect(rowsIn(all).map(({ id }) => id)).toEqual(outlinedRows(outline(blocks).outline).map(({ id }) => id));
  for (const { html } of sheaves(all)) {
    const { rows, dependencies } = data<Sheaf>(html);
    const ids = new Set(rows.map(({ id }) => id));
    expect(dependencies.every(({ to }) => ids.has(to))).toBe(true);
  }
  const ties = sheaves(all).flatMap(({ html }) => data<Sheaf>(html).dependencies);
  expect(ties).toHaveLength(PROJECTS * 2);
  expect(ties).toContainEqual(expect.objectContaining({ from: 'Q150.一', to: 'Q150.二' }));
});

test('of an edit nothing is sent that is not in sight, and what is in sight is as the text is', async () => {
  const { edit, open, patch } = await start();
  const { version, blocks } = await open();
  await edit(`${frame}${many.replace(project(199), project(199).replace('工期 10d', '工期 40d'))}`);
  const first = await patch(version, { sight: [] });
  expect(first.changed).toEqual([]);
  await edit(`${frame}${many.replace(project(3), project(3).replace('"征地"', '"拆迁"'))}`);
  const second = await patch(first.version, { sight: [] });
  expect(second.order).toBeUndefined();
  expect(JSON.stringify(second).length).toBeLessThan(2000);
  const now = rowsIn(patched(blocks, second));
  expect(now.find(({ id }) => id === 'Q3.一')?.label).toBe('拆迁');
});

test('what was sent edit by edit is what a preview begun anew is sent', async () => {
  const { edit, open, patch } = await start();
  const opened = await open();
  const wanted = keysOf(opened.blocks).slice(2, 3);
  const answer = await patch(opened.version, { wanted });
  let { version } = answer;
  let now = patched(opened.blocks, answer);
  const texts = [
    many.replace(project(0), ''),
    many.replace(project(120), `${project(120)}${project(900)}`),
    many.replace('前置 一', ''),
    many.replace(project(150), project(150).replace('节点 三', '任务 四 "绿化" { 工期 3d }\n  节点 三')),
    many.replaceAll('"通车"', '"验收"'),
    many.slice(0, many.indexOf('项目 Q20 ')),
    many,
  ];
  for (const [i, text] of texts.entries()) {
    await edit(`${frame}${text}`);
    const next = await patch(version, { sight: [] });
    now = patched(now, next);
    ({ version } = next);
    const anew = await open(`anew${i}`);
    const whole = patched(anew.blocks, await patch(anew.version, { wanted }, `anew${i}`));
    expect(shown(now) === shown(whole), `after edit ${i}`).toBe(true);
  }
});

test('the place of a row that is not there leads to it, both ways', async () => {
  const { editor, uri, open } = await start();
  await open();
  const line = `${frame}${many}`.split('\n').findIndex((text) => text.includes('"项目180"'));
  const position = { line, character: 6 };
  const found = await editor.request<{ id: string }>('planwright/locate', { session: 's', uri, position });
  expect(found.id).toBe('Q180');
  const place = await editor.request<{ range: { start: { line: number } } }>('planwright/reveal', {
    session: 's',
    id: 'Q180.二',
  });
  expect(place.range.start.line).toBe(line + 3);
});
