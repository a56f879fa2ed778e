/** Texts that commands of the editor ask for: a new project, the next meeting, reports for one or for all. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  type ChangedFiles,
  meetingDue,
  meetingNew,
  projectChoices,
  projectNew,
  type RequestShape,
  reportChoices,
  reportNew,
  reportSheet,
  reportsFromSheet,
  type Written,
} from './protocol.js';
import { edited } from './testing/marked-text.js';
import { Editor, type EditorOptions } from './testing/test-editor.js';

const FRAME = `项目库 新桥 { 截至 2026-03-31  例会 每 1周 }
类别 交通
类别 水利
单位 交通局 "新桥县交通局"
人员 周明远 { 职务 "副县长" }
人员 李四清`;

const PROJECTS = `项目 P001 "新桥大道" {
  类别 交通
  阶段 在建 于 2026-01-10
  责任单位 交通局
  责任人 李四清
  进展 2026-03-24 {
    完成投资 4800万元
    质量 正常
    情况 "路基过半。"
  }
}
项目 P009 "老桥" { 类别 交通  阶段 在建  责任单位 交通局  责任人 李四清 }
项目 S01 "清溪水库" { 类别 水利  阶段 前期 }
`;

const FILES = { 'frame.plan': FRAME, 'projects.plan': PROJECTS };

class Desk {
  constructor(readonly editor: Editor) {}

  static async with(files: Readonly<Record<string, string>> = FILES, options: EditorOptions = {}): Promise<Desk> {
    return new Desk(await Editor.start({ files, lang: 'zh', ...options }));
  }

  ask<P extends z.ZodMiniType, R extends z.ZodMiniType>(
    { method, result }: RequestShape<P, R>,
    params: object,
  ): Promise<z.output<R>> {
    const of = { uri: 'file:///plans/frame.plan', lang: 'zh', ...params };
    return this.editor.client.sendRequest(method, of).then((answer) => result.parse(answer));
  }

  /** The file after what was written is put in; places to fill in as `‹›`, with what there is to choose. */
  after(answer: Written): string {
    if (answer.type !== 'insert') throw new Error(JSON.stringify(answer));
    const newText = answer.snippet
      .replace(/\$\{\d+\|([^}]*)\|\}/g, '‹$1›')
      .replace(/\$\{\d+:([^}]*)\}/g, '‹$1›')
      .replace(/\\([\\$}])/g, '$1');
    return edited(this.#text(answer.uri), [{ range: answer.range, newText }]);
  }

  put(files: ChangedFiles): string {
    return files.map(({ uri, edits }) => edited(this.#text(uri), edits)).join('\n---\n');
  }

  #text(uri: string): string {
    return this.editor.text(uri) || (this.editor.files.texts.get(uri.replace('file:///plans/', '')) ?? '');
  }
}

describe('a new project', () => {
  const made = async (said: object, files: Readonly<Record<string, string>> = FILES): Promise<string> => {
    const desk = await Desk.with(files);
    try {
      return desk.after(await desk.ask(projectNew, said));
    } finally {
      await desk.editor.stop();
    }
  };

  it('stands where its like stand, under the next free name, and says only what was said', async () => {
    const said = { title: '西环"线"', category: '交通', unit: '交通局', leader: '周明远', stage: 'preparation' };
    expect(await made(said)).toBe(`${PROJECTS.trimEnd()}

项目 P010 "西环\\"线\\"" {
  类别 交通
  阶段 前期
  责任领导 周明远
  责任单位 交通局
  ‹›
}
`);
  });

  it('says nothing that was left out', async () => {
    expect(await made({ title: '东环线' })).toContain('项目 P010 "东环线" {\n  ‹›\n}');
  });

  it('is the first one in a plan without any, in English where the plan is', async () => {
    const files = { 'frame.plan': 'portfolio p "P" { status-date 2026-03-31 }\n' };
    expect(await made({ title: 'Ferry' }, files)).toBe(`${files['frame.plan']}
project P001 "Ferry" {
  ‹›
}
`);
  });

  it('never takes a name that another file has', async () => {
    const files = { ...FILES, 'z.plan': '项目 S02 "别处"' };
    expect(await made({ title: '东环线', category: '水利' }, files)).toContain('项目 S03 "东环线"');
  });

  it('does not count on a name that only ends in a number', async () => {
    const files = { 'frame.plan': FRAME, 'p.plan': '项目 超硅300 "硅片" { 类别 交通 }\n' };
    expect(await made({ title: '东环线', category: '交通' }, files)).toContain('项目 P001 "东环线"');
  });

  it('is offered what the plan declares', async () => {
    const desk = await Desk.with();
    const { categories, units, leaders } = await desk.ask(projectChoices, {});
    expect([categories.map(({ name }) => name), units[0]?.title, leaders[0]?.title]).toEqual([
      ['交通', '水利'],
      '新桥县交通局',
      '周明远 副县长',
    ]);
    await desk.editor.stop();
  });

  it('is offered stages in the words of the reader alone', async () => {
    const desk = await Desk.with();
    const { stages } = await desk.ask(projectChoices, {});
    expect(stages[0]).toEqual({ name: 'reserve', title: '储备' });
    await desk.editor.stop();
  });

  it('is refused where there is nothing to write into', async () => {
    const desk = await Desk.with({});
    expect(await desk.ask(projectNew, { title: 'x' })).toEqual({
      type: 'refused',
      problem: '没有可以写入的计划文件。',
    });
    await desk.editor.stop();
  });
});

describe('a report of one project', () => {
  it('asks for what the latest one stated and fills in nothing', async () => {
    const desk = await Desk.with();
    expect(desk.after(await desk.ask(reportNew, { node: 'project:P001' }))).toContain(`    情况 "路基过半。"
  }
  进展 2026-03-31 {
    完成投资 ‹›
    质量 ‹ ,正常,关注,异常›
    情况 "‹›"
  }
}`);
    await desk.editor.stop();
  });

  it('is not written twice for one day', async () => {
    const desk = await Desk.with({ ...FILES, 'projects.plan': PROJECTS.replace('2026-03-24', '2026-03-31') });
    expect(await desk.ask(reportNew, { node: 'project:P001' })).toMatchObject({
      type: 'there',
      said: '新桥大道已有2026年3月31日的进展。',
      range: { start: { line: 5 } },
    });
    await desk.editor.stop();
  });
});

describe('reports of all projects of a unit', () => {
  const SHEET = `// 新桥县交通局进展填报，2026年3月31日。没有填写的内容不会写入计划。

项目 P001 "新桥大道" {
  // 上次：进展 2026-03-24 { 完成投资 4800万元 质量 正常 情况 "路基过半。" }
  进展 2026-03-31 {
    完成投资
    进度
    质量
    情况 ""
    下步计划 ""
  }
}

项目 P009 "老桥" {
  进展 2026-03-31 {
    完成投资
    进度
    情况 ""
    下步计划 ""
  }
}
`;

  const taken = async (text: string) => {
    const desk = await Desk.with();
    try {
      const answer = await desk.ask(reportsFromSheet, { text });
      return answer.type === 'refused' ? answer.problem : { said: answer.said, text: desk.put(answer.files) };
    } finally {
      await desk.editor.stop();
    }
  };

  it('stand on one sheet with what was reported last, nothing filled in', async () => {
    const desk = await Desk.with();
    const { reporters } = await desk.ask(reportChoices, {});
    expect(reporters.map(({ title, projects }) => `${title} ${projects}`)).toEqual(['新桥县交通局 2', '李四清 2']);
    const { text } = await desk.ask(reportSheet, { key: 'unit:交通局' });
    expect(text).toBe(SHEET);
    await desk.editor.stop();
  });

  it('say which of them are there already, instead of a sheet without a word', async () => {
    const desk = await Desk.with({ ...FILES, 'projects.plan': PROJECTS.replace('2026-03-24', '2026-03-31') });
    const { text } = await desk.ask(reportSheet, { key: 'unit:交通局' });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '// 新桥县交通局进展填报，2026年3月31日。没有填写的内容不会写入计划。',
      '// 已有2026年3月31日的进展：新桥大道',
      '',
      '项目 P009 "老桥" {',
    ]);
    await desk.editor.stop();
  });

  it('are not taken over while nothing is filled in', async () => {
    expect(await taken(SHEET)).toBe('还没有填写任何内容。');
  });

  it('are taken over as they were written, those that were filled in', async () => {
    const sheet = SHEET.replace(
      '完成投资\n    进度\n    质量\n    情况 ""',
      '完成投资 5200万元 // 含预付\n    进度 ４０％\n    质量\n    情况 "“路基”完成"',
    );
    expect(await taken(sheet)).toEqual({
      said: '已写入1个进展；未填写：P009',
      text: PROJECTS.replace(
        '    情况 "路基过半。"\n  }\n',
        '    情况 "路基过半。"\n  }\n  进展 2026-03-31 {\n    完成投资 5200万元 // 含预付\n    进度 ４０％\n    情况 "“路基”完成"\n  }\n',
      ),
    });
  });

  it('keep every line of a long text, though one reads as a member that is not filled in', async () => {
    const sheet = SHEET.replace('情况 ""', '情况 """\n      进度\n      正常\n    """');
    expect(await taken(sheet)).toMatchObject({
      text: expect.stringContaining('    情况 """\n      进度\n      正常\n'),
    });
  });

  it('are refused with the line where something cannot be read', async () => {
    expect(await taken(SHEET.replace('    完成投资\n', '    完成投资 五千万\n'))).toMatch(/^第6行：/);
  });

  it('are refused where the sheet says more than reports, so that no word is lost', async () => {
    const more = SHEET.replace('    情况 ""', '    情况 "好"').replace(
      '  }\n}\n\n',
      '  }\n  节点 通车 完成 2026-03-30\n}\n\n',
    );
    expect(await taken(more)).toBe('第12行：此处只能写进展；其他内容请直接写在计划中');
    expect(await taken(`${SHEET.replace('情况 ""', '情况 "好"')}人员 张三\n`)).toMatch(/^第22行：/);
  });

  it('are taken over from a sheet with the line ends of another system', async () => {
    const sheet = SHEET.replace('情况 ""', '情况 "好"').replaceAll('\n', '\r\n');
    expect(await taken(sheet)).toMatchObject({
      text: expect.stringContaining('  进展 2026-03-31 {\n    情况 "好"\n  }\n'),
    });
  });

  it('are refused for what the plan does not have, and for a day that is reported already', async () => {
    const filledIn = SHEET.replace('情况 ""', '情况 "好"');
    expect(await taken(filledIn.replace('项目 P001', '项目 P100'))).toBe('计划中没有项目P100。');
    expect(await taken(filledIn.replace('进展 2026-03-31 {', '进展 2026-03-24 {'))).toBe('P001已有2026-03-24的进展。');
    expect(await taken(filledIn + filledIn)).toBe('P001已有2026-03-31的进展。');
  });
});

describe('between the marks of a merge, and into what is half typed,', () => {
  const torn = (text: string) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> other\n`;
  const refusedIn = async (files: Record<string, string>, ...asked: Parameters<Desk['ask']>) => {
    const desk = await Desk.with(files);
    const answer = await desk.ask(...asked);
    await desk.editor.stop();
    return answer;
  };
  const conflict = { type: 'refused', problem: '该处有未解决的合并冲突，请先处理' };

  it('a meeting, a project and a report were written, to be lost where theirs is taken', async () => {
    const meeting = { 'a.plan': torn('会议 例会1 { 日期 2026-03-26 }\n') };
    expect(await refusedIn(meeting, meetingNew, { day: '2026-04-03' })).toEqual(conflict);
    const project = { 'a.plan': torn('项目 甲 { 阶段 在建 }\n') };
    expect(await refusedIn(project, projectNew, { title: '乙' })).toEqual(conflict);
    expect(await refusedIn(project, reportNew, { node: 'project:甲' })).toEqual(conflict);
  });

  it('a report was written where nobody can tell the end of its project', async () => {
    const half = { 'a.plan': '项目 甲 {\n  阶段 在建\n  责任人 责任人 { { ；；\n}\n' };
    expect(await refusedIn(half, reportNew, { node: 'project:甲' })).toMatchObject({ type: 'refused' });
  });
});

describe('the next meeting', () => {
  const MEETING = `
会议 调度3 "第3次调度会" {
  日期 2026-03-26
  主持 周明远
  议题 P001、P009
  决定 "加快征地" { 关于 P009  责任单位 交通局  期限 2026-03-30 }
}
`;
  const files = { ...FILES, 'meetings.plan': MEETING };

  it('is due by the rhythm, and takes up again what nothing was decided about and what is overdue', async () => {
    const desk = await Desk.with(files);
    expect(await desk.ask(meetingDue, {})).toEqual({ day: '2026-04-02', there: null });
    expect(desk.after(await desk.ask(meetingNew, { day: '2026-04-03' }))).toContain(`会议 调度4 "第4次调度会" {
  日期 2026-04-03
  主持 周明远
  议题 P001、P009
  // 未办结决定：
  // - 加快征地（交通局，已逾期1天）
}`);
    await desk.editor.stop();
  });

  it.each([
    ['第十次 "第十次调度会"', '第十一次 "第十一次调度会"'],
    ['三期工程第九次', '三期工程第十次'],
    ['二十次', '二十一次'],
    ['三月二十六日会议', '四月三日会议'],
    ['M-2026-03-26', 'M-2026-04-03'],
    ['`2026.3.26`', '`2026.4.3`'],
    ['例会0326', '例会0403'],
    ['例会2026', '例会2027'],
    ['W2026-12', 'W2026-13'],
    ['启动会', '启动会-2'],
    ['M09', 'M10'],
  ])('of %s had a name that nobody would give it', async (latest, next) => {
    const desk = await Desk.with({ ...FILES, 'meetings.plan': `会议 ${latest} { 日期 2026-03-26 }\n` });
    expect(desk.after(await desk.ask(meetingNew, { day: '2026-04-03' }))).toContain(`会议 ${next} {`);
    await desk.editor.stop();
  });

  it('leaves out what was decided and is not overdue', async () => {
    const inTime = { ...files, 'meetings.plan': MEETING.replace('2026-03-30', '2026-04-30') };
    const desk = await Desk.with(inTime);
    expect(desk.after(await desk.ask(meetingNew, { day: '2026-04-02' }))).toContain('  议题 P001\n');
    await desk.editor.stop();
  });

  it('is shown where it is stated already', async () => {
    const stated = { ...files, 'meetings.plan': `${MEETING}会议 调度4 { 日期 2026-04-02 }` };
    const desk = await Desk.with(stated);
    expect(await desk.ask(meetingDue, {})).toMatchObject({
      day: '2026-04-02',
      there: { said: '2026年4月2日的会议已经写在计划中。', range: { start: { line: 7 } } },
    });
    expect(await desk.ask(meetingNew, { day: '2026-04-02' })).toMatchObject({ type: 'there' });
    await desk.editor.stop();
  });

  it('is the first one in a plan without any', async () => {
    const desk = await Desk.with();
    expect(await desk.ask(meetingDue, {})).toEqual({ day: '2026-03-31', there: null });
    expect(desk.after(await desk.ask(meetingNew, { day: '2026-04-02' }))).toContain(
      '会议 会议20260402 {\n  日期 2026-04-02\n',
    );
    await desk.editor.stop();
  });
});
