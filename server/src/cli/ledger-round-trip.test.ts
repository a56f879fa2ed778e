/** A ledger that is exported and imported again says the same of every project, as far as a ledger goes. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Folder, folderWith } from './testing/test-folder.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** What a row holds. The schedule goes to Microsoft Project and back; of reports the latest figures, of issues the open ones. */
const HELD = new Set([
  'admitted',
  'removed',
  'team',
  'alias',
  'category',
  'level',
  'priority',
  'area',
  'batch',
  'tag',
  'period',
  'actual-start',
  'actual-finish',
  'scope',
  'target',
  'field',
  'leader',
  'unit',
  'owner',
  'support',
  'supervisor',
  'scheme',
  'fund',
  'investment',
  'before',
  'source',
  'year',
  'note',
  'link',
]);

/** Refer to what has a title; people go by their names. */
const TITLED = new Set(['category', 'area', 'batch', 'tag', 'unit', 'support']);

interface Model {
  readonly declarations: readonly Declared[];
}
interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly title: string | null;
  readonly statements: readonly Stated[];
  readonly issues?: readonly {
    readonly title: string;
    readonly due: unknown;
    readonly statements: readonly Stated[];
  }[];
}
interface Stated {
  readonly member: string;
  readonly of: unknown;
  readonly value: unknown;
}

/** The stage of the day with its date, and what columns say of issues that are open then. */
function current({ statements, issues = [] }: Declared, day: string): readonly string[] {
  const stages = statements
    .flatMap(({ member, value }) => (member === 'stage' ? [[value].flat().map(String)] : []))
    .filter(([, on]) => on === undefined || on <= day)
    .sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1));
  const open = issues.filter(
    (issue) => !issue.statements.some(({ member, value }) => member === 'resolved' && String(value) <= day),
  );
  return [
    `stage ${stages.at(-1)}`,
    ...open.map(({ title, due, statements }) => {
      const said = statements.filter(({ member }) => ['kind', 'raised', 'cause', 'proposal'].includes(member));
      return JSON.stringify(['issue', title, due, said.map(({ member, value }) => [member, value]).sort()]);
    }),
  ];
}

/** By project, what the ledger holds of it; units and taxonomies by their titles, which is how a ledger names them. */
async function held(folder: Folder, day: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { stdout } = await folder.call('export', 'json', '--as-of', day);
  const { declarations } = JSON.parse(stdout) as Model;
  const titles = new Map(declarations.map(({ kind, name, title }) => [`${kind} ${name}`, title ?? name]));
  const titled = (member: string, value: unknown): unknown => {
    if (!TITLED.has(member) || !Array.isArray(value)) return value;
    const kind = member === 'unit' || member === 'support' ? 'org' : member;
    return value.map((name) => titles.get(`${kind} ${name}`) ?? name);
  };
  return Object.fromEntries(
    declarations
      .filter(({ kind }) => kind === 'project')
      .map(({ name, title, ...rest }) => [
        name,
        [
          `title ${title ?? name}`,
          ...current({ name, title, ...rest }, day),
          ...rest.statements
            .filter(({ member }) => HELD.has(member))
            .map(({ member, of, value }) =>
              JSON.stringify([member, member === 'field' ? titles.get(`field ${of}`) : of, titled(member, value)]),
            )
            .sort(),
        ],
      ]),
  );
}

describe('export and import', () => {
  it('keeps apart what a project has several of, and the day of what is reported', async () => {
    const folder = folderWith({
      'a.plan': `项目 P1 "水厂" {
  简称 "一期，二期", "东厂"
  投资 1亿元 { 来源 专项债-一般 4000万元  年度 2025 1000万元  年度 2026 700万元 { 一季度 500万元  二季度 200万元 } }
  备注 "一；二"
  备注 "三"
  链接 "https://example.org/a"
  链接 "https://example.org/b"
  问题 甲 "征地未完" { 建议 "请县里协调" }
  问题 乙 "电力未迁"
  问题 丙 "资金；缺口" { 建议 "列入预算" }
  进展 2026-03-20 { 完成投资 300万元  情况 "桩基" }
}
项目 P2 "路"
`,
    });
    for (const lang of ['zh', 'en']) {
      await folder.call('export', 'csv', '--as-of', '2026-03-31', '--lang', lang, '-o', `${lang}.csv`);
      const again = folderWith({ 'x.csv': folder.bytes(`${lang}.csv`) });
      expect((await again.call('import', 'x.csv', '-o', 'b.plan', '--lang', 'zh', '--year', '2026')).code).toBe(0);
      expect(again.read('b.plan'), lang).toBe(`项目库 x {
  年度 2026年
}

项目 P1 "水厂" {
  简称 "一期，二期", "东厂"
  投资 1亿元 {
    来源 专项债-一般 4000万元
    年度 2025年 1000万元
    年度 2026年 700万元 { 一季度 500万元  二季度 200万元 }
  }
  问题 问题1 "征地未完" { 建议 "请县里协调" }
  问题 问题2 "电力未迁"
  问题 问题3 "资金；缺口" { 建议 "列入预算" }
  进展 2026年3月20日 {
    完成投资 300万元
    情况 "桩基"
  }
  备注 "一；二"
  备注 "三"
  链接 "https://example.org/a"
  链接 "https://example.org/b"
}

项目 P2 "路"
`);
    }
  });

  it.each([
    ['harbour', '2026-06-30', 'csv', 'en'],
    ['harbour', '2026-06-30', 'xlsx', 'zh'],
    ['longyan-2009', '2009-03-31', 'xlsx', 'zh'],
    ['longyan-2009', '2009-03-31', 'csv', 'en'],
    ['shanghai', '2026-03-31', 'csv', 'zh'],
    ['shanghai', '2023-06-30', 'xlsx', 'en'],
    ['westmere', '2026-09-30', 'xlsx', 'zh'],
    ['westmere', '2026-09-30', 'csv', 'en'],
  ])('%s as of %s comes back from %s (%s)', async (example, day, format, lang) => {
    const folder = folderWith({});
    cpSync(`${EXAMPLES}${example}`, folder.path, { recursive: true });
    const file = `ledger.${format}`;
    await folder.call('export', format, '--as-of', day, '--lang', lang, '-o', file);
    const again = folderWith({ [file]: folder.bytes(file) });
    const { code, stderr } = await again.call(
      'import',
      file,
      '-o',
      'b.plan',
      '--lang',
      lang,
      '--year',
      day.slice(0, 4),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(await held(again, day)).toEqual(await held(folder, day));
  });
});
