/** The tree of a portfolio: groups, projects, what is open under them, as an editor asks for them. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  type RequestShape,
  treeAttention,
  treeCard,
  treeChanged,
  treeChildren,
  treeGroupings,
  treePath,
  treePlace,
} from './protocol.js';
import { Editor, type EditorOptions, until } from './testing/test-editor.js';

const PLAN = `
项目库 新桥 { 截至 2026-03-31 }
类别 交通 "交通"
类别 公路 "公路" { 属于 交通 }
类别 水利
单位 交通局 "新桥县交通局"
人员 周明远

项目 P001 "新桥大道" {
  类别 公路
  阶段 前期
  责任单位 交通局
  责任领导 周明远
  节点 可研 "可研批复" 期限 2026-03-20
  任务 用地 "用地" {
    节点 预审 期限 2026-04-03
    节点 红线 期限 2026-02-01 完成 2026-02-01
  }
  问题 边坡 "边坡方案未定" { 期限 2026-05-31 }
}
项目 P002 "清溪水库" { 类别 水利  阶段 前期  节点 开工 期限 2026-06-30 }
项目 P003 "老桥加固" { 类别 交通  调出 2026-01-10 "并入养护"  节点 开工 期限 2026-01-30 }
项目 P004 { 阶段 储备 }
`;

class Tree {
  constructor(
    readonly editor: Editor,
    readonly uri: string,
  ) {}

  static async of(text: string, options: EditorOptions = {}): Promise<Tree> {
    const { editor, uri } = await Editor.with(text, { lang: 'zh', ...options });
    return new Tree(editor, uri);
  }

  ask<P extends z.ZodMiniType, R extends z.ZodMiniType>(
    { method, result }: RequestShape<P, R>,
    params: z.input<P>,
  ): Promise<z.output<R>> {
    return this.editor.client.sendRequest(method, params as object).then((answer) => result.parse(answer));
  }

  async rows(by: string, node: string | null = null, query?: string): Promise<readonly string[]> {
    const of = { uri: this.uri, lang: 'zh' as const, by, ...(query === undefined ? {} : { query }) };
    const { rows } = await this.ask(treeChildren, { ...of, node });
    return rows.map(
      ({ label, description, light, hasChildren }) =>
        `${hasChildren ? '▸' : ' '}${light ?? ''} ${label} | ${description}`,
    );
  }
}

describe('the tree of a portfolio', () => {
  it('groups by categories as they lie in each other, and says how many are red', async () => {
    const tree = await Tree.of(PLAN);
    expect(await tree.rows('category')).toEqual(['▸ 交通 | 1 · 黄 1', '▸ 水利 | 1', '▸ 未填类别 | 1', '▸ 不在库 | 1']);
    expect(await tree.rows('category', 'group:=交通')).toEqual(['▸ 公路 | 1 · 黄 1']);
    expect(await tree.rows('category', 'group:=公路')).toEqual([
      '▸yellow P001 新桥大道 | 黄 · 逾期11天 · 可研批复 2026-03-20',
    ]);
    await tree.editor.stop();
  });

  it('groups by who answers, by light and by what is due next', async () => {
    const tree = await Tree.of(PLAN);
    expect(await tree.rows('unit')).toEqual(['▸ 新桥县交通局 | 1 · 黄 1', '▸ 未填责任单位 | 2', '▸ 不在库 | 1']);
    expect(await tree.rows('leader')).toEqual(['▸ 周明远 | 1 · 黄 1', '▸ 未填责任领导 | 2', '▸ 不在库 | 1']);
    expect(await tree.rows('light')).toEqual(['▸yellow 黄 | 1', '▸green 绿 | 1', '▸grey 灰 | 1', '▸ 不在库 | 1']);
    expect(await tree.rows('deadline')).toEqual([
      '▸ 已逾期 | 1 · 黄 1',
      '▸ 2026年6月 | 1',
      '▸ 无未完成期限 | 1',
      '▸ 不在库 | 1',
    ]);
    await tree.editor.stop();
  });

  it('shows under a project what is open, nothing that is done', async () => {
    const tree = await Tree.of(PLAN);
    expect(await tree.rows('light', 'project:P001')).toEqual([
      ' red 可研 可研批复 | 2026-03-20 · 逾期11天',
      '▸ 用地 | ',
      '  边坡方案未定 | 2026-05-31 · 余61天',
    ]);
    expect(await tree.rows('light', 'task:P001.用地')).toEqual([' yellow 预审 | 2026-04-03 · 余3天']);
    await tree.editor.stop();
  });

  it('shows nothing as open of a project that nobody pursues any more', async () => {
    const tree = await Tree.of(PLAN);
    expect(await tree.rows('category', 'group:outside')).toEqual([' grey P003 老桥加固 | 灰']);
    await tree.editor.stop();
  });

  it('finds projects by initials, by full pinyin, by a part of a title and by who answers', async () => {
    const tree = await Tree.of(PLAN);
    for (const query of ['xqdd', 'xinqiaoda', '大道', 'p001', '周明远', 'zmy', '交通局']) {
      expect(await tree.rows('light', null, query), query).toEqual(['▸yellow 黄 | 1']);
    }
    expect(await tree.rows('light', null, '没有')).toEqual([]);
    expect(await tree.rows('light', null, 'lqjgg')).toEqual([]);
    await tree.editor.stop();
  });

  it('counts a planned start that was missed as overdue, and the day itself as not yet', async () => {
    const plan = (start: string) => `项目库 a { 截至 2026-03-31 }
项目 P { 阶段 前期  建设期限 ${start} 至 2027-06-30  节点 环评 期限 2026-12-01 }`;
    const late = await Tree.of(plan('2026-03-30'));
    expect(await late.rows('deadline', 'group:overdue')).toEqual(['▸yellow P | 黄 · 逾期1天 · 计划开工 2026-03-30']);
    await late.editor.stop();
    const today = await Tree.of(plan('2026-03-31'));
    expect(await today.rows('deadline')).toEqual(['▸ 2026年12月 | 1']);
    await today.editor.stop();
  });

  it('leads from the cursor to the row and from the row to the text', async () => {
    const tree = await Tree.of(PLAN);
    const position = tree.editor.position(tree.uri, PLAN.indexOf('预审') + 1);
    const of = { uri: tree.uri, lang: 'zh' as const, by: 'category' };
    const path = await tree.ask(treePath, { ...of, file: tree.uri, position });
    expect(path).toEqual(['group:=交通', 'group:=公路', 'project:P001', 'task:P001.用地', 'milestone:P001.用地.预审']);
    const place = await tree.ask(treePlace, { uri: tree.uri, node: 'milestone:P001.用地.预审' });
    expect(place?.range.start).toEqual(tree.editor.position(tree.uri, PLAN.indexOf('预审')));
    const card = await tree.ask(treeCard, { uri: tree.uri, lang: 'zh', node: 'project:P001' });
    expect(card?.markdown).toContain('项目 **P001** 新桥大道');
    expect(await tree.ask(treePath, { ...of, file: tree.uri, position: { line: 1, character: 1 } })).toEqual([]);
    await tree.editor.stop();
  });

  it('says how many projects call for attention, and that rows are others only once they were asked for', async () => {
    const tree = await Tree.of(PLAN);
    const told = () => tree.editor.notifications.filter(({ method }) => method === treeChanged.method).length;
    expect(await tree.ask(treeAttention, { uri: tree.uri, lang: 'zh' })).toEqual({
      count: 1,
      said: '1个项目亮红灯或已逾期',
    });
    tree.editor.change(tree.uri, PLAN.replace('期限 2026-06-30', '期限 2026-03-30'));
    await until(() => told() > 0);
    const before = told();
    tree.editor.change(tree.uri, PLAN.replace('期限 2026-06-30', '期限 2026-03-29'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(told()).toBe(before);
    expect((await tree.ask(treeAttention, { uri: tree.uri, lang: 'zh' })).count).toBe(2);
    await tree.editor.stop();
  });

  it('speaks the language it is asked in', async () => {
    const tree = await Tree.of('portfolio a { status-date 2026-03-31 }\nproject P { stage reserve }');
    expect((await tree.ask(treeGroupings, { lang: 'en' })).map(({ title }) => title)).toContain('By responsible unit');
    const { rows } = await tree.ask(treeChildren, { uri: tree.uri, lang: 'en', by: 'leader', node: null });
    expect(rows.map(({ label }) => label)).toEqual(['No leader']);
    await tree.editor.stop();
  });
});
