/** Every quick fix, whoever wrote it: on the example of its rule it takes the finding away and brings no other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver';
import { RULES, ruleOf } from '../../../analysis/checks/index.js';
import { parseIsoDay, toDay } from '../../../model/day.js';
import type { Diagnostic } from '../../../workspace/diagnostic.js';
import { PlanRoot } from '../../../workspace/plan-root.js';
import { statusDateSet } from '../../protocol.js';
import { Editor, until } from '../../testing/test-editor.js';
import { applied } from './apply-action.fixture.js';

/**
 * What follows from a fact that a fix records, and is meant to be seen: a late finish, a deadline moved after it had
 * passed; a name, a text or an amount that is still to be filled in.
 */
const MEANT: ReadonlyMap<string, readonly string[]> = new Map([
  ['deadline/overdue', ['deadline/finished-late', 'deadline/revised-late', 'deadline/due-soon', 'name/unknown']],
  ['deadline/forecast-late', ['name/unknown']],
  ['member/missing', ['name/unknown', 'member/missing']],
  ['progress/stale', ['progress/incomplete']],
  ['decision/overdue', ['decision/no-evidence']],
  ['accountability/no-leader', ['name/unknown']],
  ['accountability/no-unit', ['name/unknown']],
  ['accountability/no-owner', ['name/unknown']],
]);

/** Plans that show more than the example of a rule does. */
const MORE: readonly { readonly code: string; readonly asOf: string; readonly plan: string }[] = [
  {
    code: 'investment/sum',
    asOf: '2026-03-31',
    plan: '项目 P1 {\n  投资 9亿元 {\n    来源 中央 3亿元\n    来源 自筹 5亿元\n    年度 2026 3亿元 {\n      1月 1000万元 2月 1000万元 3月 2000万元 一季度 3000万元\n      二季度 2亿元 三季度 3000万元 四季度 4000万元\n    }\n  }\n}\n',
  },
  {
    code: 'investment/sum',
    asOf: '2026-03-31',
    plan: 'project P1 {\n  investment 5M { before 2M  year 2026 1M  year 2027 3M }\n}\n',
  },
  {
    code: 'name/unknown',
    asOf: '2026-03-31',
    plan: '项目 P1 {\n  类别 产业   地区 新罗区   责任领导 李四   责任单位 交通局\n  任务 前期 { 前置 P2.立项 }\n}\n项目 P2 {}\n',
  },
  {
    code: 'deadline/forecast-late',
    asOf: '2026-06-30',
    plan: '项目 P1 {\n  任务 招标 { 工期 30天 }\n  节点 开工 {\n    期限 2026年7月\n    前置 招标\n  }\n}\n',
  },
  {
    code: 'member/missing',
    asOf: '2026-03-31',
    plan: '规则 R { 必备 责任领导、责任单位、工作专班、工作方案、工作经费、总投资、年度计划 }\n项目 P1\n',
  },
  {
    code: 'progress/stale',
    asOf: '2026-03-31',
    plan: '项目库 L { 报告 每 1周 }\n项目 P1 {\n  阶段 预备\n  节点 开工 期限 2026-12-01\n  进展 2026-03-01 { 情况 "x" }\n}\n',
  },
];

const TODAY = toDay(20_818); // 2026-12-31

const cases = [...RULES.map(({ code, example }) => ({ code, asOf: example.asOf, plan: example.shows })), ...MORE];

describe.each(['plain edits', 'snippets'])('%s', (kind) => {
  let editor: Editor;
  let uri: string;
  beforeAll(async () => {
    editor = await Editor.start({
      today: '2026-12-31',
      capabilities: {
        workspace: kind === 'snippets' ? { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } : {},
      },
    });
    uri = editor.open('a.plan', '');
  });
  afterAll(async () => {
    await editor.stop();
    expect(editor.logged).toEqual([]);
  });

  test.each(cases)('for $code leave nothing behind', async ({ code, asOf, plan }) => {
    await editor.request(statusDateSet.method, { day: asOf });
    editor.change(uri, plan);
    const before = diagnosticsOf(plan, asOf);
    for (const diagnostic of before.filter((each) => each.code === code)) {
      const range = fromZero(diagnostic);
      const actions = await quickFixes(editor, uri, range, code);
      const fixes = actions.filter(
        ({ title, diagnostics: of }) => of?.[0]?.code === code && !title.startsWith('Ignore'),
      );
      for (const action of fixes) {
        const text = (applied(action, editor).get('a.plan') ?? plan).replace(/‹\d+[:|]([^,›]*)[^›]*›/g, '$1');
        const expected = codesOf(before);
        expected.splice(expected.indexOf(code), 1);
        // Who was probably meant counts as named until the mistyped name is declared.
        const revealed = (each: string): boolean => each === 'name/unused' && code === 'name/unknown';
        const left = codesOf(diagnosticsOf(text, asOf))
          .filter((each) => !revealed(each))
          .filter((each) => !MEANT.get(code)?.includes(each));
        expect({ action: action.title, text, more: left.filter(isNew(expected)) }).toEqual({
          action: action.title,
          text,
          more: [],
        });
      }
    }
  });
});

describe('ignored here, with a reason', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ today: '2026-12-31' });
  });
  afterAll(() => editor.stop());

  test.each(cases.filter(({ code }) => !code.startsWith('ignore/')))(
    '$code is silenced, and nothing else',
    async (each) => {
      const { code, asOf, plan } = each;
      const uri = editor.open('a.plan', plan);
      await editor.request(statusDateSet.method, { day: asOf });
      const before = diagnosticsOf(plan, asOf);
      const diagnostic = before.find((found) => found.code === code);
      if (diagnostic === undefined) return;
      const range = fromZero(diagnostic);
      const actions = await quickFixes(editor, uri, range, code);
      const action = actions.find(({ title }) => title === `Ignore ${code} here, with a reason`);
      editor.close(uri);
      if (action === undefined) throw new Error(`${code} cannot be ignored`);
      const text = applied(action, editor).get('a.plan') ?? plan;
      expect(codesOf(diagnosticsOf(text, asOf))).toContain('ignore/no-reason');
      const silenced = diagnosticsOf(text.replace(`-ignore ${code}: `, `-ignore ${code}: the court`), asOf);
      const left = codesOf(before);
      for (const gone of before.filter((found) => found.code === code).slice(0, 1))
        left.splice(left.indexOf(gone.code), 1);
      expect(codesOf(silenced).filter(isNew(left))).toEqual([]);
    },
  );
});

/** What is offered at a place, as soon as the editor knows of what has to be mended there. */
async function quickFixes(editor: Editor, uri: string, range: Range, code: string): Promise<readonly CodeAction[]> {
  const offered = () =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [{ range, code, message: '' }], only: ['quickfix'] },
    });
  // What rules over the whole plan find is known once nothing has been typed for a moment.
  if (ruleOf(code)?.check?.scope !== 'plan') return offered();
  return until(async () => {
    const actions = await offered();
    return actions.some(({ diagnostics }) => diagnostics?.[0]?.code === code) && actions;
  });
}

function diagnosticsOf(text: string, asOf: string): readonly Diagnostic[] {
  const root = new PlanRoot({ today: () => TODAY });
  root.asOf = parseIsoDay(asOf);
  root.set('a.plan', text);
  root.settle();
  return root.diagnostics('a.plan', 'en');
}

/** Lines and columns of a plan diagnostic count from 1, those of the protocol from 0. */
function fromZero({ range: { start, end } }: Diagnostic) {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code).sort();

/** Found more often than before. */
function isNew(before: readonly string[]): (code: string, index: number, all: readonly string[]) => boolean {
  return (code, index, all) =>
    all.slice(0, index + 1).filter((each) => each === code).length > before.filter((each) => each === code).length;
}
