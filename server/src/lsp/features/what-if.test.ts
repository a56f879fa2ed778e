/** What if, in the editor: the action, the page, and the edit that states the slip. */
import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangedFiles, PictureChange, WhatIfAnswer } from '../protocol.js';
import { Editor } from '../testing/test-editor.js';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

const PLAN = `portfolio K { status-date 2026-06-01 }
policy p { max-revisions 2 }
person Li
project P "Bridge" {
  stage construction on 2026-01-10
  task survey "Survey" { duration 5d }
  task works "Works" due 2026-06-10 {
    after survey
    duration 5d
  }
  task dated { start 2026-06-10 finish 2026-06-19 }
  task begun { started 2026-05-20  duration 20d }
  milestone open "Opening" due 2026-06-30 { after works }
  milestone start due 2026-05-10 done 2026-05-09
  issue land "Two households" { raised 2026-05-01  due 2026-06-15 }
  report 2026-05-31 {
    invested 40M
    progress 20% "as counted"
  }
}
meeting W1 { date 2026-05-04 decision d1 "Move out" { due 2026-06-20 } }
`;

async function editorWith(text = PLAN, options: Record<string, unknown> = {}): Promise<Editor> {
  const editor = await Editor.start({ files: { 'a.plan': text }, today: '2026-06-01', ...options });
  editors.push(editor);
  await editor.loaded();
  return editor;
}

type EditAnswer =
  | { readonly type: 'refused'; readonly problem: string }
  | { readonly type: 'edit'; readonly files: ChangedFiles };

/** The text as it is once the edit was taken; or why it was refused. */
async function changed(editor: Editor, id: string, change: PictureChange, text = PLAN, lang = 'en'): Promise<string> {
  const answer = await editor.request<EditAnswer>('planwright/preview/edit', {
    uri: editor.uri('a.plan'),
    id,
    change,
    lang,
  });
  if (answer.type === 'refused') return answer.problem;
  const [file, ...more] = answer.files;
  expect(more).toEqual([]);
  return TextDocument.applyEdits(TextDocument.create('', 'plan', 0, text), [...(file?.edits ?? [])]);
}

/** The lines that are other than before. */
async function diff(
  editor: Editor,
  id: string,
  change: PictureChange,
  text = PLAN,
): Promise<readonly string[] | string> {
  const now = await changed(editor, id, change, text);
  if (!now.includes('\n')) return now;
  const before = text.split('\n');
  return now.split('\n').filter((line) => !before.includes(line));
}

describe('what if, asked in the editor', () => {
  const asked = (editor: Editor, id: string, slip: string, lang = 'en'): Promise<WhatIfAnswer> =>
    editor.request('planwright/what-if', { uri: editor.uri('a.plan'), id, slip, lang });
  const words = (answer: WhatIfAnswer): string =>
    answer.type === 'refused'
      ? answer.problem
      : answer.blocks.map(({ html }) => html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).join('\n');

  it('shows what becomes late, each row with where it is stated', async () => {
    const answer = await asked(await editorWith(), 'P.survey', '+3d');
    expect(words(answer)).toContain('|Works|2026-06-10|2026-06-10|2026-06-13|◆|Red |3 d|—|Survey 8 d → Works 5 d|');
    expect(JSON.stringify(answer)).toContain('data-origin=\\"P.works\\"');
    expect(answer).toMatchObject({ type: 'answer', title: 'If Survey slips: 3 days', problem: null });
  });

  it('says how the slip of a milestone is written, or in Chinese why it cannot be', async () => {
    const text = `${PLAN}项目 Q { 节点 空 }\n`;
    const editor = await editorWith(text);
    const behind = await asked(editor, 'P.open', '+4周', 'zh');
    expect(behind).toMatchObject({ problem: null, written: expect.stringContaining('间隔') });
    expect(words(behind)).toContain('将逾期（1项）');
    const nowhere = await asked(editor, 'Q.空', '+4周', 'zh');
    expect(nowhere).toMatchObject({ problem: '“空”既没有期限，也没有前置事项，无法写明它延期：请先明确期限' });
    expect(words(nowhere)).toContain('2026-06-29');
    expect(await asked(editor, 'P.survey', '+3d')).toMatchObject({ problem: null, written: null });
  });

  it('refuses with a reason', async () => {
    const editor = await editorWith();
    expect(words(await asked(editor, 'P.start', '+1d'))).toContain('is done since 2026-05-09');
    expect(words(await asked(editor, 'P.survey', 'soon'))).toContain("'soon' is no duration");
    expect(words(await asked(editor, 'P.gone', '+1d'))).toContain('not have this item');
  });

  it('answered for the first of two items with one name, whichever was picked', async () => {
    const editor = await editorWith(
      `${PLAN}project R { task t "One" { duration 5d }  task t "Two" { duration 9d } }\n`,
    );
    expect(words(await asked(editor, 'R.t', '+1w'))).toBe(
      'Several things of this name stand there: give each its own first',
    );
  });

  it('is offered on an item that is open, where the editor has the command', async () => {
    const at = PLAN.split('\n').findIndex((line) => line.includes('task survey'));
    const titles = async (editor: Editor, line: number) => {
      const range = { start: { line, character: 8 }, end: { line, character: 8 } };
      const actions = await editor.request<{ title: string; command?: { arguments: unknown[] } }[]>(
        'textDocument/codeAction',
        {
          textDocument: { uri: editor.uri('a.plan') },
          range,
          context: { diagnostics: [] },
        },
      );
      return actions.flatMap(({ command }) => command?.arguments ?? []);
    };
    const able = await editorWith(PLAN, { options: { lensCommands: ['planwright.slipBy'] } });
    expect(await titles(able, at)).toEqual([{ uri: able.uri('a.plan'), id: 'P.survey' }]);
    expect(
      await titles(
        able,
        PLAN.split('\n').findIndex((line) => line.includes('milestone start')),
      ),
    ).toEqual([]);
    expect(await titles(await editorWith(), at)).toEqual([]);
  });

  it('offers the items that can slip, first the one of the cursor', async () => {
    const editor = await editorWith();
    const position = { line: 6, character: 8 };
    const items = await editor.request<{ id: string; here: boolean }[]>('planwright/what-if/items', {
      uri: editor.uri('a.plan'),
      position,
    });
    expect(items.map(({ id }) => id)).toEqual(['P.survey', 'P.works', 'P.dated', 'P.begun', 'P.open']);
    expect(items.filter(({ here }) => here).map(({ id }) => id)).toEqual(['P.works']);
  });
});

describe('a change in a picture is one edit of the text', () => {
  it('a slip is a longer duration, more remaining, a later finish', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P.survey', { type: 'slip', slip: '+3d' })).toEqual([
      '  task survey "Survey" { duration 8d }',
    ]);
    expect(await diff(editor, 'P.begun', { type: 'slip', slip: '+3d' })).toEqual([
      '  task begun { started 2026-05-20  duration 20d  remaining 23d }',
    ]);
    expect(await diff(editor, 'P.dated', { type: 'slip', slip: '+1w' })).toEqual([
      '  task dated { start 2026-06-10 finish 2026-06-26 }',
    ]);
  });

  describe('the slip of a milestone could not be written', () => {
    const slipped = async (project: string, slip: string): Promise<readonly string[] | string> => {
      const text = `${PLAN}${project}\n`;
      return diff(await editorWith(text), 'Q.m', { type: 'slip', slip }, text);
    };

    it('its own date is its deadline, which moves on the record', async () => {
      expect(await slipped('project Q { milestone m due 2026-06-30 }', '+1w')).toEqual([
        'project Q { milestone m due 2026-07-07 {',
        '  revised 2026-06-01 from 2026-06-30',
        '} }',
      ]);
      expect(await slipped('project Q { milestone m due 2026-06-30 }', '-1w')).toContain(
        'project Q { milestone m due 2026-06-23 {',
      );
    });

    it('one that is overdue is reached so much after today, not after its deadline', async () => {
      expect(await slipped('project Q { milestone m due 2026-05-10 { } }', '+3d')).toEqual([
        'project Q { milestone m due 2026-06-04 { revised 2026-06-01 from 2026-05-10 } }',
      ]);
    });

    it('a deadline that the policy does not let move any more stays', async () => {
      const moved = 'revised 2026-04-01 from 2026-04-30  revised 2026-05-01 from 2026-05-31';
      expect(await slipped(`project Q { milestone m due 2026-06-30 { ${moved} } }`, '+1w')).toContain(
        'allows a deadline to be moved 2 times',
      );
    });

    it('one that waits is reached so much later behind what it waits for', async () => {
      const behind = (after: string) =>
        `project Q { task a { duration 10d } milestone m due 2026-06-30 { after ${after} } }`;
      expect(await slipped(behind('a'), '+1w')).toEqual([behind('a +1w')]);
      expect(await slipped(behind('a'), '+5wd')).toEqual([behind('a +5wd')]);
      expect(await slipped(behind('a FS + 2w'), '+1w')).toEqual([behind('a FS +3w')]);
      expect(await slipped(behind('a+3d'), '+1w')).toEqual([behind('a +10d')]);
      expect(await slipped(behind('a -3d'), '+5d')).toEqual([behind('a +2d')]);
      expect(await slipped(behind('a -5d'), '+2d')).toEqual([behind('a -3d')]);
      expect(await slipped(behind('P.survey, a'), '+1w')).toEqual([behind('P.survey, a +1w')]);
      expect(await slipped(behind('a'), '-2d')).toBe('"m" has no length; it waits for "a", shorten that');
    });

    it('one that waits for what was done long ago is reached so much after today', async () => {
      const behind = (after: string) =>
        `project Q { task a { started 2026-05-01 done 2026-05-22 } milestone m { after ${after} } }`;
      expect(await slipped(behind('a'), '+3d')).toEqual([behind('a +13d')]);
    });

    it('one that is held by the start of another is reached so much after that', async () => {
      const behind = (after: string) => `project Q { task a { duration 10d } milestone m { after ${after} } }`;
      expect(await slipped(behind('a SS'), '+3d')).toEqual([behind('a SS +3d')]);
      expect(await slipped(behind('a SS +2d'), '+1w')).toEqual([behind('a SS +9d')]);
    });

    it('one that has neither, one that waits with others, and one that is done say why they do not', async () => {
      expect(await slipped('project Q { milestone m }', '+1w')).toContain('has neither a deadline nor anything');
      expect(await slipped('project Q { milestone m due 2026-06-30 done 2026-05-20 }', '+1w')).toContain(
        'is done since 2026-05-20',
      );
      expect(await slipped('project Q { milestone m due 2026-06-41 }', '+1w')).toContain('cannot be read');
      const inside = 'project Q { task a { duration 9d } task s { after a milestone m due 2026-06-30 } }';
      const text = `${PLAN}${inside}\n`;
      expect(await diff(await editorWith(text), 'Q.s.m', { type: 'slip', slip: '+1w' }, text)).toBe(
        '"m" waits for what "s" waits for, not by itself: let "a" slip',
      );
    });
  });

  it('a bar that is drawn out ends on that day', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P.works', { type: 'finish', day: '2026-06-12' })).toEqual(['    duration 7d']);
    expect(await diff(editor, 'P.works', { type: 'finish', day: '2026-06-10' })).toBe('It says so already');
  });

  it('a bar that is moved begins no earlier, and keeps its length where its dates give it', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P.dated', { type: 'start', day: '2026-06-15' })).toEqual([
      '  task dated { start 2026-06-15 finish 2026-06-24 }',
    ]);
    expect(await diff(editor, 'P.survey', { type: 'start', day: '2026-06-15' })).toEqual([
      '  task survey "Survey" { duration 5d  start 2026-06-15 }',
    ]);
    expect(await diff(editor, 'P.works', { type: 'start', day: '2026-06-03' })).toBe(
      '"Works" cannot begin before 2026-06-06: it waits for "Survey"',
    );
    expect(await diff(editor, 'P.survey', { type: 'start', day: '2026-05-20' })).toBe(
      '"Survey" cannot begin before 2026-06-01',
    );
    expect(await diff(editor, 'P.begun', { type: 'start', day: '2026-06-15' })).toContain('has begun');
  });

  it('a deadline that is moved says so, and on one day once', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P.works', { type: 'deadline', day: '2026-06-17' })).toEqual([
      '  task works "Works" due 2026-06-17 {',
      '    revised 2026-06-01 from 2026-06-10',
    ]);
    const moved = await changed(editor, 'P.works', { type: 'deadline', day: '2026-06-17' });
    const again = await editorWith(moved);
    expect(await diff(again, 'P.works', { type: 'deadline', day: '2026-06-18' }, moved)).toEqual([
      '  task works "Works" due 2026-06-18 {',
    ]);
    expect(await diff(again, 'P.works', { type: 'deadline', day: '2026-06-10' }, moved)).toContain('Undo');
    expect(await diff(editor, 'P.land', { type: 'deadline', day: '2026-06-17' })).toEqual([
      '  issue land "Two households" { raised 2026-05-01  due 2026-06-17  revised 2026-06-01 from 2026-06-15 }',
    ]);
    expect(await diff(editor, 'W1.d1', { type: 'deadline', day: '2026年6月25日' })).toEqual([
      'meeting W1 { date 2026-05-04 decision d1 "Move out" { due 2026-06-25  revised 2026-06-01 from 2026-06-20 } }',
    ]);
    expect(await diff(editor, 'P.survey', { type: 'deadline', day: '2026-06-17' })).toEqual([
      '  task survey "Survey" { duration 5d  due 2026-06-17 }',
    ]);
  });

  it('not more often than the policy allows, not of what is done', async () => {
    const often = PLAN.replace(
      '    after survey\n',
      '    after survey\n    revised 2026-03-01 from 2026-04-10\n    revised 2026-04-01 from 2026-05-10\n',
    );
    const editor = await editorWith(often);
    expect(await diff(editor, 'P.works', { type: 'deadline', day: '2026-06-17' }, often)).toContain(
      'allows a deadline to be moved 2 times',
    );
    expect(await diff(editor, 'P.start', { type: 'deadline', day: '2026-06-17' }, often)).toContain('is not open');
  });

  it('done is on a day that has come', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P.works', { type: 'done' })).toEqual([
      '  task works "Works" due 2026-06-10 done 2026-06-01 {',
    ]);
    expect(await diff(editor, 'P.works', { type: 'done', day: '2026/5/30' })).toEqual([
      '  task works "Works" due 2026-06-10 done 2026-05-30 {',
    ]);
    expect(await diff(editor, 'P.works', { type: 'done', day: '2026-06-02' })).toBe(
      '2026-06-02 has not come: 2026-06-01 at the latest',
    );
    expect(await diff(editor, 'P.begun', { type: 'done', day: '2026-05-19' })).toContain('began only on 2026-05-20');
    const told = PLAN.replace('duration 20d', 'duration 20d  progress 40% on 2026-05-25');
    const progressed = await editorWith(told);
    expect(await diff(progressed, 'P.begun', { type: 'done', day: '2026-05-24' }, told)).toContain(
      'not all was done on 2026-05-25',
    );
    expect(await diff(editor, 'P.start', { type: 'done' })).toContain('says already when it was done');
    expect(await diff(editor, 'P.land', { type: 'done' })).toEqual([
      '  issue land "Two households" { raised 2026-05-01  due 2026-06-15  resolved 2026-06-01 }',
    ]);
    expect(await diff(editor, 'W1.d1', { type: 'done' })).toEqual([
      'meeting W1 { date 2026-05-04 decision d1 "Move out" { due 2026-06-20  done 2026-06-01 } }',
    ]);
    expect(await diff(editor, 'P', { type: 'done' })).toContain('of a project, figures can be reported');
  });

  it('what is dragged is where it was dropped, or nothing is written', async () => {
    const held = PLAN.replace(
      '  milestone open ',
      '  task tail { after begun FF  duration 5d }\n  milestone open ',
    ).replace('task dated {', 'task dated { after survey ');
    const editor = await editorWith(held);
    // A longer duration would only begin earlier.
    expect(await diff(editor, 'P.tail', { type: 'finish', day: '2026-06-30' }, held)).toBe(
      '"tail" would still end on 2026-06-20: it waits for "begun"',
    );
    expect(await diff(editor, 'P.dated', { type: 'start', day: '2026-06-03' }, held)).toBe(
      '"dated" cannot begin before 2026-06-06: it waits for "Survey"',
    );
    expect(await diff(editor, 'P.dated', { type: 'start', day: '2026-05-20' }, held)).toContain('cannot begin before');
    const ending = PLAN.replace('start 2026-06-10 finish', 'finish');
    expect(await diff(await editorWith(ending), 'P.dated', { type: 'start', day: '2026-06-25' }, ending)).toContain(
      'is planned to end on 2026-06-19',
    );
  });

  it('nothing is written beside a value that cannot be read, nor for one of two of a name', async () => {
    const odd = PLAN.replace('due 2026-06-10', 'due 2026-02-30')
      .replace('{ start 2026-06-10 finish', '{ start 2026-02-30 finish')
      .replace('2026-05-31', '2026-06-01')
      .replace('invested 40M', 'invested 40Q')
      .replace('task survey', 'task begun { duration 3d }\n  task survey');
    const editor = await editorWith(odd);
    const deadline = { type: 'deadline', day: '2026-06-17' } as const;
    expect(await diff(editor, 'P.works', deadline, odd)).toContain('cannot be read');
    expect(await diff(editor, 'P.dated', { type: 'start', day: '2026-06-17' }, odd)).toContain('cannot be read');
    expect(await diff(editor, 'P', { type: 'report', invested: '45M' }, odd)).toContain('cannot be read');
    expect(await diff(editor, 'P.begun', deadline, odd)).toContain('Several things of this name');
  });

  it('a date is spelled as the one in whose place it stands, where that says the very day', async () => {
    const zh = `项目库 库 { 截至 2026-06-01 }
项目 甲 "桥" {
  节点 子 { 期限 2026年6月底 }
  节点 丑 { 期限 2026年三季度 }
  节点 寅 { 期限 2026/6/30 }
  任务 卯 { 计划开始 2026年7月 计划完成 2026年8月 }
}
`;
    const editor = await editorWith(zh);
    const moved = (id: string, day: string) => diff(editor, `甲.${id}`, { type: 'deadline', day }, zh);
    expect(await moved('子', '2026-07-31')).toEqual([
      '  节点 子 { 期限 2026年7月底  调整 2026-06-01 原期限 2026年6月底 }',
    ]);
    expect(await moved('子', '2026-07-30')).toEqual([
      '  节点 子 { 期限 2026-07-30  调整 2026-06-01 原期限 2026年6月底 }',
    ]);
    expect(await moved('丑', '2026-12-31')).toEqual([
      '  节点 丑 { 期限 2026年四季度  调整 2026-06-01 原期限 2026年三季度 }',
    ]);
    expect(await moved('寅', '2026-07-15')).toEqual(['  节点 寅 { 期限 2026/7/15  调整 2026-06-01 原期限 2026/6/30 }']);
    // A start is the first day of its month: the last one is no month.
    expect(await diff(editor, '甲.卯', { type: 'start', day: '2026-07-31' }, zh)).toEqual([
      '  任务 卯 { 计划开始 2026-07-31 计划完成 2026年9月 }',
    ]);
  });

  it('figures go into the report of the day, and an amount does not fall', async () => {
    const editor = await editorWith();
    expect(await diff(editor, 'P', { type: 'report', invested: '45M', progress: '25' })).toEqual([
      '  report 2026-06-01 { invested 45M  progress 25% }',
    ]);
    // Of an item: of its project.
    expect(await diff(editor, 'P.works', { type: 'report', progress: '25%' })).toEqual([
      '  report 2026-06-01 { progress 25% }',
    ]);
    expect(await diff(editor, 'P', { type: 'report', invested: '39M' })).toBe(
      'The amount counts from the start of the year, so it only grows: CNY 40M was reported on 2026-05-31',
    );
    expect(await diff(editor, 'P', { type: 'report', progress: '101' })).toContain('no percent');
    expect(await diff(editor, 'P', { type: 'report', invested: 'much' })).toContain('no amount');
    expect(await diff(editor, 'P', { type: 'report' })).toBe('No figure was given');
    const there = PLAN.replaceAll('2026-05-31', '2026-06-01');
    expect(
      await diff(await editorWith(there), 'P', { type: 'report', invested: '38M', progress: '30%' }, there),
    ).toEqual(['    invested 38M', '    progress 30% "as counted"']);
    const zh = '项目 甲 "桥" { 进展 2026-06-01 { 情况 "无" } }\n项目库 库 { 截至 2026-06-01 }\n';
    const chinese = await editorWith(zh);
    expect(await changed(chinese, '甲', { type: 'report', invested: '5000' }, zh, 'zh')).toBe(
      '“5000”缺少单位，请写成 5000万元',
    );
    expect(await diff(chinese, '甲', { type: 'report', invested: '5000 万元' }, zh)).toEqual([
      '项目 甲 "桥" { 进展 2026-06-01 { 情况 "无"  完成投资 5000万元 } }',
    ]);
  });

  it('is not written into what is half typed, nor for a file that has changed', async () => {
    const broken = PLAN.replace('    duration 5d\n', '    duration\n');
    const editor = await editorWith(broken);
    expect(await changed(editor, 'P.works', { type: 'done' }, broken)).toContain('half typed');
    const other = await editorWith();
    other.files.texts.set('a.plan', `${PLAN}\n`);
    expect(await changed(other, 'P.works', { type: 'done' })).toContain('changed on disk');
    const versioned = await editorWith();
    versioned.open('a.plan', PLAN);
    const answer = await versioned.request<{ files: ChangedFiles }>('planwright/preview/edit', {
      uri: versioned.uri('a.plan'),
      id: 'P.works',
      change: { type: 'done' },
      lang: 'en',
    });
    expect(answer.files[0]?.version).toBe(1);
  });

  it('is not written into one side of a merge conflict, where it was lost with that side; beside it, it is', async () => {
    const line = '  milestone open "Opening" due 2026-06-30 { after works }\n';
    const theirs = line.replace('06-30', '07-31');
    for (const end of ['\n', '\r\n']) {
      const text = PLAN.replace(line, `<<<<<<< HEAD\n${line}=======\n${theirs}>>>>>>> other\n`).replaceAll('\n', end);
      const editor = await editorWith(text);
      const ask = (id: string, change: PictureChange, lang?: string) => changed(editor, id, change, text, lang);
      expect(await ask('P.open', { type: 'deadline', day: '2026-08-31' })).toContain('since a merge');
      expect(await ask('P.open', { type: 'done' }, 'zh')).toBe('该处有未解决的合并冲突，请先处理');
      expect(await ask('P', { type: 'report', invested: '50M', progress: '30%' })).toContain('since a merge');
      const beside = await ask('P.works', { type: 'deadline', day: '2026-06-12' });
      expect(beside).toContain(`  task works "Works" due 2026-06-12 {${end}`);
      expect(beside).toContain(`<<<<<<< HEAD${end}${line.trimEnd()}${end}=======${end}`);
    }
  });

  it('is asked with what is known', async () => {
    const editor = await editorWith();
    const known = (id: string) =>
      editor.request('planwright/preview/known', { uri: editor.uri('a.plan'), id, lang: 'en' });
    expect(await known('P.works')).toEqual({
      name: 'Works',
      project: 'Bridge',
      day: '2026-06-01',
      due: '2026-06-10',
      invested: '40M',
      progress: '20%',
    });
    expect(await known('W1.d1')).toMatchObject({ name: 'Move out', project: '', due: '2026-06-20', invested: null });
    expect(await known('nothing')).toBeNull();
  });
});
