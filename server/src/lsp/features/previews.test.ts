/** Previews as a reader looks at them: narrowed, sorted, in pages; what is sent of a change. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Look } from '../protocol.js';
import { type Opened, patched, shown, startBeside } from '../testing/preview-parts.js';
import type { Editor } from '../testing/test-editor.js';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

const frame = `项目库 L "新桥市重点项目" {
  年度 2026
  截至 2026-03-31
  核对 count = 3
}
单位 交通局 "市交通局"
单位 水利局 "市水利局"
人员 李四清 "李四清"
地区 新桥 "新桥区"
地区 河东 "河东街道" { 属于 新桥 }
`;
const projects = `项目 P1 "新桥大道" {
  责任单位 交通局
  地区 河东
  投资 3亿元
  阶段 在建
}
项目 P2 "清溪水库" {
  责任单位 水利局
  责任领导 李四清
  投资 12亿元
  阶段 在建
  任务 大坝 "大坝" { 工期 10d 前置 P1.路基 }
}
项目 P3 "河西客运站" {
  责任单位 交通局
  投资 8000万元
  阶段 在建
}
会议 M1 "调度会" {
  日期 2026-03-01
  决定 "加快新桥大道征地" { 关于 P1 责任单位 水利局 期限 2026-03-10 }
  决定 "清溪水库尽快开工" { 关于 P2 责任单位 水利局 期限 2026-03-10 }
}
`;

async function start(text = `${frame}${projects}`) {
  const beside = await startBeside(text);
  editors.push(beside.editor);
  return {
    ...beside,
    open: (kind: string, look?: Look, lang = 'zh') => beside.open(kind, { look, lang }),
  };
}

const words = (html: string): string => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ');

describe('a narrowed preview', () => {
  test('says at its head what it shows, and sums up only that', async () => {
    const { open } = await start();
    const { blocks, title } = await open('booklet', { narrow: { unit: ['交通局'] } });
    const text = words(shown(blocks));
    expect(text).toContain('仅显示全部3个项目中的2个：责任单位为市交通局');
    expect(text).toContain('3.8亿元');
    expect(text).not.toContain('清溪水库');
    expect(title).toBe('项目册 · 新桥市重点项目（部分）');
  });

  test('says the same in English', async () => {
    const { open } = await start();
    const { blocks } = await open('dashboard', { narrow: { unit: ['交通局', '水利局'], text: 'P2' } }, 'en');
    expect(words(shown(blocks))).toContain(
      'Showing 1 of 3 projects: unit = 市交通局 or 市水利局; name or number has “P2”',
    );
  });

  test('finds projects by pinyin', async () => {
    const { open } = await start();
    expect(words(shown((await open('booklet', { narrow: { text: 'qxsk' } })).blocks))).toContain('清溪水库');
  });

  test('counts an area with those below it', async () => {
    const { open } = await start();
    const text = words(shown((await open('booklet', { narrow: { area: ['新桥'] } })).blocks));
    expect(text).toContain('全部3个项目中的1个');
    expect(text).toContain('新桥大道');
  });

  test('finds projects that state no leader', async () => {
    const { open } = await start();
    expect(words(shown((await open('booklet', { narrow: { leader: [''] } })).blocks))).toContain('中的2个');
  });

  test('shows nothing where nothing fits, and says so', async () => {
    const { open } = await start();
    const text = words(shown((await open('dashboard', { narrow: { unit: ['没有'] } })).blocks));
    expect(text).toContain('全部3个项目中的0个：责任单位为没有');
  });

  test('does not compare a part with figures that were published of the whole', async () => {
    const { open } = await start();
    expect(shown((await open('dashboard')).blocks)).toContain('公布数核对');
    expect(shown((await open('dashboard', { narrow: { unit: ['交通局'] } })).blocks)).not.toContain('公布数核对');
  });

  test('leaves out decisions about other projects, and says that it does', async () => {
    const { open } = await start();
    const text = words(shown((await open('supervision', { narrow: { text: 'P2' } })).blocks));
    expect(text).toContain('清溪水库尽快开工');
    expect(text).not.toContain('加快新桥大道征地');
    expect(text).toContain('与其无关的会议决定和检查问题未列入');
  });

  test('keeps the forecast of an item that waits for a project that is not shown', async () => {
    const waiting = projects.replace('阶段 在建\n}\n项目 P2', '阶段 在建\n  任务 路基 "路基" { 工期 90d }\n}\n项目 P2');
    const { open } = await start(`${frame}${waiting}`);
    const forecast = (html: string): string | undefined =>
      /"id":"P2\.大坝".*?"forecast":\{[^}]*\}/.exec(html)?.[0].replace(/"depth":\d,/, '');
    const whole = forecast(shown((await open('gantt')).blocks));
    expect(whole).toBeDefined();
    expect(forecast(shown((await open('gantt', { narrow: { text: 'P2' } })).blocks))).toBe(whole);
  });

  test('a record of a meeting is not narrowed, and does not say that it is', async () => {
    const { open } = await start();
    const { narrows, blocks } = await open('minutes', { narrow: { unit: ['交通局'] } });
    expect(narrows).toBe(false);
    expect(shown(blocks)).not.toContain('仅显示');
  });

  test('offers what there is to narrow by, with how many projects that would leave', async () => {
    const { editor, open } = await start();
    await open('booklet');
    const choices = await editor.request<
      { field: string; choices: { value: string; count: number; keys: string }[] }[]
    >('planwright/preview/choices', { session: 's' });
    const of = (field: string) => choices.find((each) => each.field === field)?.choices;
    expect(of('unit')?.map(({ value, count }) => [value, count])).toEqual([
      ['交通局', 2],
      ['水利局', 1],
    ]);
    expect(of('leader')?.map(({ value, count }) => [value, count])).toEqual([
      ['李四清', 1],
      ['', 2],
    ]);
    expect(of('area')?.map(({ value, count }) => [value, count])).toEqual([
      ['新桥', 1],
      ['河东', 1],
      ['', 2],
    ]);
    expect(of('unit')?.[0]?.keys).toContain('sjtj');
  });

  test('becomes a file with the same projects and the same words', async () => {
    const { editor, uri } = await start();
    const made = await editor.request<{ text: string; fileName: string }>('planwright/summary', {
      kind: 'booklet',
      format: 'md',
      lang: 'zh',
      uri,
      look: { narrow: { unit: ['水利局'] } },
    });
    expect(made.text).toContain('**仅显示全部3个项目中的1个：责任单位为市水利局');
    expect(made.text).not.toContain('新桥大道 |');
    expect(made.fileName).toContain('（部分）');
  });
});

describe('a table in another order', () => {
  const order = (html: string): readonly string[] =>
    [...html.matchAll(/id="pw-register~3a~(P\d)"/g)].map(([, id = '']) => id);
  const sort = (column: number, descending: boolean) => ({
    sort: [{ key: 'part:register:table', column, descending }],
  });

  test('goes by what the cells are worth, not by how they are written', async () => {
    const { open } = await start();
    expect(order(shown((await open('booklet', sort(8, false))).blocks))).toEqual(['P3', 'P1', 'P2']);
    expect(order(shown((await open('booklet', sort(8, true))).blocks))).toEqual(['P2', 'P1', 'P3']);
  });

  test('has the same totals, and says by which column it is ordered', async () => {
    const { open, patch } = await start();
    const first = await open('booklet');
    const foot = (html: string): string | undefined => /<tfoot>.*?<\/tfoot>/.exec(html)?.[0];
    const sorted = patched(first.blocks, await patch(first.version, { look: sort(8, true) }));
    expect(foot(shown(sorted))).toBe(foot(shown(first.blocks)));
    expect(shown(sorted)).toMatch(/data-column="8" aria-sort="descending"/);
    expect(shown(sorted).match(/aria-sort="(?:a|de)scending"/g)).toHaveLength(1);
  });

  test('keeps to it while the text changes', async () => {
    const { edit, open, patch } = await start();
    const first = await open('booklet', sort(8, true));
    await edit(`${frame}${projects.replace('8000万元', '80亿元')}`);
    const changed = patched(first.blocks, await patch(first.version));
    expect(order(shown(changed))).toEqual(['P3', 'P2', 'P1']);
  });
});

describe('of a change', () => {
  test('the row that is another is sent, not the table', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `项目 Q${i} "项目${i}" {\n  投资 1亿元\n}\n`).join('');
    const { edit, open, patch } = await start(`${frame}${many}`);
    const first = await open('booklet');
    await edit(`${frame}${many.replace('"项目30"', '"项目三十"')}`);
    const answer = await patch(first.version);
    expect(JSON.stringify(answer).length).toBeLessThan(4000);
    expect(words(shown(patched(first.blocks, answer)))).toContain('项目三十');
  });

  test('nothing is sent where nothing is seen of it', async () => {
    const { edit, open, patch } = await start();
    const first = await open('booklet');
    await edit(`${frame}${projects}\n// 一句话\n`);
    expect((await patch(first.version)).changed).toEqual([]);
  });
});

describe('a long register', () => {
  const many = Array.from({ length: 60 }, (_, i) => `项目 Q${i} "项目${i}" {\n  建设内容 "内容${i}。"\n}\n`).join('');
  const waiting = (blocks: Opened['blocks']): readonly string[] =>
    blocks.filter(({ html }) => html.includes('pw-waiting')).map(({ key }) => key);

  test('comes with all headings, and page by page as it is wanted', async () => {
    const { open, patch } = await start(`${frame}${many}`);
    const first = await open('booklet');
    expect(first.blocks.filter(({ key }) => key.startsWith('page:'))).toHaveLength(60);
    expect(words(shown(first.blocks))).toContain('项目59');
    expect(shown(first.blocks)).not.toContain('内容59。');
    const rest = waiting(first.blocks);
    const all = patched(first.blocks, await patch(first.version, { wanted: rest }));
    expect(waiting(all)).toEqual([]);
    expect(shown(all)).toContain('内容59。');
  });

  test('what was fetched stays fetched, and is as the text is', async () => {
    const { edit, open, patch } = await start(`${frame}${many}`);
    const first = await open('booklet');
    const second = await patch(first.version, { wanted: ['page:Q59'] });
    const before = patched(first.blocks, second);
    await edit(`${frame}${many.replace('内容59。', '内容六十。').replace('内容40。', '内容四十。')}`);
    const third = await patch(second.version);
    const now = patched(before, third);
    expect(shown(now)).toContain('内容六十。');
    expect(shown(now)).not.toContain('内容四十。');
    expect(shown(patched(now, await patch(third.version, { wanted: ['page:Q40'] })))).toContain('内容四十。');
  });

  test('what is in sight is renewed at once, all else soon', async () => {
    const { edit, open, patch } = await start(`${frame}${many}`);
    const first = await open('booklet');
    const rest = waiting(first.blocks);
    let answer = await patch(first.version, { wanted: rest });
    let now = patched(first.blocks, answer);
    // Every page is another.
    await edit(`${frame.replace('年度 2026', '年度 2025')}${many.replaceAll('"内容', '"工程')}`);
    answer = await patch(answer.version, { sight: ['page:Q59'] });
    now = patched(now, answer);
    expect(shown(now).includes('工程59。')).toBe(true);
    for (let times = 0; answer.more === true && times < 100; times++) {
      answer = await patch(answer.version, { sight: ['page:Q59'] });
      now = patched(now, answer);
    }
    expect(answer.more).toBeUndefined();
    expect(shown(now).match(/>内容\d+。/g)).toBeNull();
    const fresh = await open('booklet');
    const whole = patched(fresh.blocks, await patch(fresh.version, { wanted: waiting(fresh.blocks) }));
    expect(shown(now) === shown(whole)).toBe(true);
  });

  test('leads from the text to a page that is not there yet', async () => {
    const { editor, uri, open } = await start(`${frame}${many}`);
    await open('booklet');
    const line = `${frame}${many}`.split('\n').findIndex((text) => text.includes('内容50。'));
    const position = { line, character: 8 };
    expect(await editor.request('planwright/locate', { session: 's', uri, position })).toEqual({
      id: 'Q50',
      elsewhere: false,
    });
  });
});

describe('the place of the cursor in a picture', () => {
  const placeIn = async (text: string, changed: string, within: string, character = 3) => {
    const { editor, uri, open } = await start(text);
    await open('booklet');
    editor.change(uri, changed);
    const position = { line: changed.split('\n').findIndex((line) => line.includes(within)), character };
    return editor.request('planwright/locate', { session: 's', uri, position });
  };

  test('is that of the text as it is now, not as it was when the picture was drawn', async () => {
    const text = `${frame}${projects}`;
    const moved = `${frame}// 第一行\n${'// 说明\n'.repeat(30)}${projects}`;
    expect(await placeIn(text, moved, '阶段 在建')).toEqual({ id: 'P1', elsewhere: false });
    expect(await placeIn(text, moved, '任务 大坝')).toEqual({ id: 'P2.大坝', elsewhere: false });
    expect(await placeIn(text, moved, '// 说明')).toEqual({ id: null, elsewhere: false });
  });

  test('in the indent before an item, and in the comment behind it, was that of the project', async () => {
    const text = `${frame}/**\n * 老桥改造。\n */\n项目 P1 "桥" {\n    任务 桩基 { 工期 5天 } // 两班倒\n\n  // 另议\n}\n`;
    expect(await placeIn(text, text, '任务 桩基', 0)).toEqual({ id: 'P1.桩基', elsewhere: false });
    expect(await placeIn(text, text, '任务 桩基', 27)).toEqual({ id: 'P1.桩基', elsewhere: false });
    expect(await placeIn(text, text, '// 另议', 6)).toEqual({ id: 'P1', elsewhere: false });
    expect(await placeIn(text, text, '老桥改造', 4)).toEqual({ id: 'P1', elsewhere: false });
  });

  test('is not that of a project because somebody is called like it', async () => {
    const text = `${frame}人员 P1 "王一"\n${projects}`;
    expect(await placeIn(text, text, '人员 P1')).toEqual({ id: null, elsewhere: false });
  });
});

describe('a picture of thousands of projects', () => {
  const many = Array.from(
    { length: 1200 },
    (_, i) => `项目 Q${i} "项目${i}" { 阶段 在建  任务 一 { 工期 10d }  任务 二 { 工期 5d 前置 一 } }\n`,
  ).join('');

  test.each(['dashboard', 'gantt', 'booklet'])('%s: lets others ask while it is made', async (kind) => {
    const { editor, uri, open } = await start(`${frame}${many}`);
    const answers: string[] = [];
    const picture = open(kind).then(() => answers.push('picture'));
    const hover = { textDocument: { uri }, position: { line: 0, character: 1 } };
    const hovers = [1, 2, 3].map(() => editor.request('textDocument/hover', hover).then(() => answers.push('hover')));
    await Promise.all([picture, ...hovers]);
    // On a fast machine the picture is there before all three were asked; that nobody waits for the whole of it holds on any.
    expect(answers[0]).toBe('hover');
  });

  test('lets others ask while a part of the projects is looked at', async () => {
    const { editor, uri, open } = await start(`${frame}${many}`);
    const answers: string[] = [];
    const picture = open('gantt', { narrow: { text: 'Q1' } }).then(() => answers.push('picture'));
    const hover = { textDocument: { uri }, position: { line: 0, character: 1 } };
    const asked = editor.request('textDocument/hover', hover).then(() => answers.push('hover'));
    await Promise.all([picture, asked]);
    expect(answers).toEqual(['hover', 'picture']);
  });

  test('is not there any more where it was closed before it was there', async () => {
    const { editor, open, patch } = await start(`${frame}${many}`);
    const opened = open('booklet');
    void editor.client.sendNotification('planwright/preview/close', { session: 's' });
    const { version } = await opened;
    expect(await patch(version)).toBeNull();
  });

  test('answers who asks for it twice at once one after the other, both as the text is', async () => {
    const { edit, open, patch } = await start(`${frame}${many}`);
    const first = await open('dashboard');
    await edit(`${frame}${many}项目 新 "新" { 阶段 在建 }\n`);
    const [one, other] = await Promise.all([patch(first.version), patch(first.version)]);
    const now = patched(patched(first.blocks, one), other);
    expect(shown(now) === shown((await open('dashboard')).blocks)).toBe(true);
  });

  test('what is typed while it is made is in it, or in what is fetched next', async () => {
    const { editor, uri, open, patch } = await start(`${frame}${many}`);
    const opened = open('dashboard');
    editor.change(uri, `${frame}${many}项目 新 "新" { 阶段 在建 }\n`);
    const { version, blocks } = await opened;
    expect(words(shown(patched(blocks, await patch(version))))).toMatch(/1,?201/);
  });
});
