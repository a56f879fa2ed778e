/** Fields that take a year or a source, as they are typed. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionList, SignatureHelp } from 'vscode-languageserver';
import { Editor } from '../../testing/test-editor.js';

const PLAN = `项目库 K { 年度 2026 }
规则 R { 亮灯 资金 { 红 当 逾期天数 > 30天 } }
项目 P1 { 投资 5亿元 { 来源 中央 3亿元  来源 \`省级 配套\` 2亿元  年度 2026 1亿元  年度 2028 4亿元 }
  进展 2026-03-01 { 到位资金 银行 1亿元 }
}
`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  expect(editor?.logged).toEqual([]);
});

async function offered(view: string): Promise<readonly string[]> {
  const opened = await Editor.with(`${PLAN}视图 V { ${view} }\n`);
  editor = opened.editor;
  const { items } = await editor.at<CompletionList>('textDocument/completion', opened.uri, opened.at.cursor);
  return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
}

describe('completion', () => {
  test.each(['筛选 <|>', '筛选 总投资 > 5亿元 且 <|>', '合计 求和(<|>'])('offers them: %s', async (view) => {
    const found = await offered(view);
    expect(found).toEqual(expect.arrayContaining(['年度计划(年度)', '完成投资(年度)', '来源(名称)', '到位资金(来源)']));
  });

  test.each([
    ['筛选 年度计划(<|>', ['2028', '2027', '2025', '2026']],
    ['筛选 完成投资(<|>) > 1亿元', ['2028', '2027', '2025', '2026']],
    ['合计 求和(年度计划(<|>', ['2028', '2027', '2025', '2026']],
    ['筛选 来源(<|>', ['中央', '`省级 配套`', '银行']],
    ['筛选 到位资金(<|>', ['中央', '`省级 配套`', '银行']],
    ['筛选 来源(中央, <|>', []],
    ['筛选 亮灯(<|>', ['资金']],
  ])('fills their brackets from the plan: %s', async (view, right) => expect(await offered(view)).toEqual(right));

  test.each(['筛选 年度计划(2027) > <|>', '筛选 来源(中央) >= <|>'])('offers amounts beside them: %s', async (view) =>
    expect((await offered(view)).slice(0, 3)).toEqual(expect.arrayContaining(['1000万元'])),
  );

  test('offers comparisons behind them, and nothing else', async () => {
    expect(await offered('筛选 年度计划(2027) <|>')).toEqual(expect.arrayContaining(['=', '>', '~=']));
    expect(await offered('筛选 年度计划(2027) <|>')).not.toContain('且');
  });
});

describe('while the brackets are filled', () => {
  test.each([
    ['plan(<|>', 'plan(year)'],
    ['plan(2027) > 5M and received(<|>', 'received(source)'],
    ['invested(20<|>', 'invested(year)'],
  ])('%s', async (where, label) => {
    const opened = await Editor.with(`view V { where ${where} }\n`);
    editor = opened.editor;
    const help = await editor.at<SignatureHelp>('textDocument/signatureHelp', opened.uri, opened.at.cursor);
    expect(help.signatures.map((each) => each.label)).toEqual([label]);
  });
});
