/** What changed between two states of a plan, at the command. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallOptions, type Folder, folderWith } from './testing/test-folder.js';

interface DiffChange {
  readonly topic: string;
  readonly change: string;
  readonly kind: string;
  readonly element: string;
  readonly member: string | null;
  readonly memberOf: unknown;
  readonly of: unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly moves: readonly object[];
  readonly history: string | null;
}

/** What changed from one text to another, `element member: before → after !history`, one line a change. */
async function changes(before: string, after: string): Promise<readonly string[]> {
  const folder = folderWith({ 'old/a.plan': before, 'new/a.plan': after });
  const output = await folder.json<{ changes: readonly DiffChange[] }>('diff', 'old', 'new', '--format', 'json');
  return output.changes.map(
    ({ topic, change, kind, element, member, memberOf, of, before: was, after: is, history }) => {
      const subject = of === null ? `${kind} ${element}` : `${kind} ${element} ${of}`;
      const what = [member ?? '', memberOf ?? ''].filter((part) => part !== '').join(' ');
      const values = was === null && is === null ? '' : `: ${JSON.stringify(was)} → ${JSON.stringify(is)}`;
      return `${topic} ${change} ${subject}${what === '' ? '' : ` ${what}`}${values}${history === null ? '' : ` !${history}`}`;
    },
  );
}

const project = (members: string): string => `project P1 "Bridge" {\n${members}\n}\n`;
const inProject = (before: string, after: string) => changes(project(before), project(after));

describe('what changed, by meaning', () => {
  it('not by lines, order, layout, vocabulary or how a date or an amount is written', async () => {
    const before = project(
      'leader Li unit Works investment 350M { source loan 350M }\nmilestone Open { due 2026-06-30 weight 50% }',
    );
    const after = `// moved
project P2 "Road" {}
项目 P1 "Bridge" { 责任单位 Works
 节点 Open 期限 2026年6月底 { 权重 50% }
 投资 3.5亿元 { 来源 loan 35000万元 } 责任领导 Li }
`;
    expect(await changes(`${before}project P2 "Road"\n`, after)).toEqual([]);
  });

  it('projects in and out of the files and of the pool', async () => {
    expect(
      await changes(
        'project A "Harbour" { report 2026-03-31 { invested 1M } }\nproject B "Park"\nproject C "Dam"',
        'project B "Park" { admitted 2026-01-05 "list of January" }\nproject C "Dam" { removed 2026-05-01 }\nproject D "School"',
      ),
    ).toEqual([
      'pool added project B admitted: null → ["2026-01-05","list of January"]',
      'pool added project C removed: null → "2026-05-01"',
      'pool added project D',
      'pool gone project A !rewritten',
    ]);
  });

  it('deadlines, with the record of the move', async () => {
    const folder = folderWith({
      'old/a.plan': project('milestone Open due 2026-06-30'),
      'new/a.plan': `person Wang "Mayor Wang"\n${project('milestone Open due 2026-09-30 { revised 2026-05-20 from 2026-06-30 by Wang "rain" }')}`,
    });
    const output = await folder.json<{ changes: readonly DiffChange[] }>('diff', 'old', 'new', '--format', 'json');
    expect(output.changes.find(({ member }) => member === 'due')).toMatchObject({
      topic: 'deadlines',
      before: '2026-06-30',
      after: '2026-09-30',
      moves: [{ day: '2026-05-20', from: '2026-06-30', by: 'Mayor Wang', why: 'rain' }],
      history: null,
    });
  });

  it.each([
    ['without any record', 'milestone Open due 2026-09-30', '!silent-move'],
    [
      'with the record of another move',
      'milestone Open due 2026-09-30 { revised 2026-05-20 from 2026-07-31 }',
      '!silent-move',
    ],
    ['taken away', 'milestone Open', '!silent-move'],
    ['to the same last day, more coarsely', 'milestone Open due 2026-06', undefined],
    ['to what cannot be read', 'milestone Open due 2026-06-31', undefined],
    [
      'in two recorded steps',
      'milestone Open due 2026-09-30 { revised 2026-05-20 from 2026-06-30 revised 2026-06-20 from 2026-07-31 }',
      'deadlines changed',
    ],
  ])('a deadline that was moved %s', async (_, after, told) => {
    const found = (await inProject('milestone Open due 2026-06-30', after)).filter((line) => line.includes(' due'));
    if (told === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(told)]);
    if (told === 'deadlines changed') expect(found.join()).not.toContain('!');
  });

  it('deadlines of issues and decisions too', async () => {
    const meeting = (due: string) => `meeting M { date 2026-03-02 decision A "do a" { due ${due} } }\n`;
    expect(
      await changes(
        meeting('2026-04-30') + project('issue Land "no land" { due 2026-04-30 }'),
        meeting('2026-05-31') + project('issue Land "no land" { due 2026-05-31 revised 2026-04-20 from 2026-04-30 }'),
      ),
    ).toEqual([
      'deadlines added issue P1.Land revised 2026-04-20: null → "2026-04-30"',
      'deadlines changed issue P1.Land due: "2026-04-30" → "2026-05-31"',
      'deadlines changed decision M.A due: "2026-04-30" → "2026-05-31" !silent-move',
    ]);
  });

  it('the time of construction', async () => {
    expect(await inProject('period 2026-01 .. 2027-06', 'period 2026-01 .. 2027-12')).toEqual([
      'deadlines changed project P1 period: "2026-01 .. 2027-06" → "2026-01 .. 2027-12"',
    ]);
  });

  it('people and units replaced', async () => {
    expect(
      await inProject(
        'leader Li unit Works support A, B\nmilestone Open { owner Chen }',
        'leader Wu unit Works support B, C\nmilestone Open',
      ),
    ).toEqual([
      'people changed project P1 leader: ["Li"] → ["Wu"]',
      'people changed project P1 support: ["A","B"] → ["B","C"]',
      'people gone milestone P1.Open owner: ["Chen"] → null',
    ]);
  });

  it('money, by source, year and node', async () => {
    expect(
      await inProject(
        'investment 5亿元 { source 中央 2亿元 source 自筹 3亿元 year 2026 1亿元 { Q1 4000万元 Q2 6000万元 } }',
        'investment 约5亿元 { source 中央 1亿元 source 银行 1亿元 source 自筹 3亿元 year 2026 9000万元 { Q1 3000万元 Q2 6000万元 } }',
      ),
    ).toEqual([
      'money changed project P1 investment: "500000000" → {"amount":"500000000","tolerance":"50000000"}',
      'money changed project P1 source 中央: "200000000" → "100000000"',
      'money added project P1 source 银行: null → "100000000"',
      'money changed project P1 year 2026: "100000000" → "90000000"',
      'money changed project P1 Q1 2026: "40000000" → "30000000"',
    ]);
  });

  it('stages, actuals and reports: what is new is new, what was there and is not the same is rewritten', async () => {
    expect(
      await inProject(
        `stage preparation on 2025-01-01 actual-start 2026-01-05
milestone Open done 2026-03-01
task Dig { started 2026-01-05 progress 20% on 2026-01-31 }
report 2026-01-31 { invested 1M text "frost" }
report 2026-02-28 { invested 2M }
report 2026-03-31 { text "rain" }`,
        `stage preparation on 2025-01-01 stage construction on 2026-01-05 actual-start 2026-01-10
milestone Open
task Dig { started 2026-01-05 progress 20% on 2026-01-31 progress 40% on 2026-02-28 }
report 2026-01-31 { invested 1M text "frost" next "dig" }
report 2026-02-28 { invested 2.5M }
report 2026-03-31 { text "rain" safety normal }
report 2026-04-30 { invested 4M }`,
      ),
    ).toEqual([
      'stages added project P1 stage: null → ["construction","2026-01-05"]',
      'actuals changed project P1 actual-start: "2026-01-05" → "2026-01-10" !rewritten',
      'actuals gone milestone P1.Open done: "2026-03-01" → null !rewritten',
      'actuals added task P1.Dig progress 2026-02-28: null → "40"',
      'reports added report P1 2026-01-31 next: null → "dig"',
      'reports changed report P1 2026-02-28 invested: "2000000" → "2500000" !rewritten',
      'reports added report P1 2026-03-31 safety: null → "normal" !rewritten',
      'reports added report P1 2026-04-30',
    ]);
  });

  it('a report that has vanished, a record of a move that has vanished', async () => {
    expect(
      await inProject(
        'milestone Open due 2026-09-30 { revised 2026-05-20 from 2026-06-30 }\nreport 2026-01-31 { invested 1M }',
        'milestone Open due 2026-09-30',
      ),
    ).toEqual([
      'deadlines gone milestone P1.Open revised 2026-05-20: "2026-06-30" → null !rewritten',
      'reports gone report P1 2026-01-31 !rewritten',
    ]);
  });

  it('portfolio, calendars, policies and views by the members that differ', async () => {
    expect(
      await changes(
        'portfolio City { year 2026 }\npolicy R { warn 14d light time { red when days-late > 30d } }\nview V { where level = city }',
        'portfolio City { year 2027 }\npolicy R { warn 7d light time { red when days-late > 20d } }\nview V { where level = city }\ncalendar C',
      ),
    ).toEqual([
      'other changed portfolio City year',
      'other added calendar C',
      'other changed policy R warn',
      'other changed policy R light',
    ]);
  });
});

describe('what cannot be read in one of the states', () => {
  const whole = 'report 2026-03-31 { invested 10M progress 10% }\nmilestone Open due 2026-09-30';

  it('was told to be taken out of a report, and on being corrected to be added to it afterwards', async () => {
    const mistyped = whole.replace('10M', '1oM');
    expect(await inProject(whole, mistyped)).toEqual([]);
    expect(await inProject(mistyped, whole)).toEqual([]);
  });

  it('was told to be another report, where its day was mistyped', async () => {
    const mistyped = whole.replace('03-31', '03-32');
    expect(await inProject(whole, mistyped)).toEqual([]);
    expect(await inProject(mistyped, whole)).toEqual([]);
  });

  it('was told to be new or gone beside statements of its kind that can be read', async () => {
    const good = `task Pave { progress 10% on 2026-03-01 progress 30% on 2026-05-01 }
stage preparation on 2025-01-01 stage construction on 2026-01-01
investment 90M { source loan 50M year 2026 40M { Q1 10M } }`;
    for (const mistyped of [
      good.replace('2026-05-01', '2026-05-51'),
      good.replace('on 2026-01-01', 'on 2026-01-99'),
      good.replace('loan 50M', 'loan 5oM'),
      good.replace('Q1 10M', 'Q1 1oM'),
    ]) {
      expect(await inProject(good, mistyped)).toEqual([]);
      expect(await inProject(mistyped, good)).toEqual([]);
    }
  });

  it('hides nothing of what stands elsewhere', async () => {
    expect(await inProject(whole, 'report 2026-03-31 { invested 12M }\nmilestone Open due 2026-09-3l')).toEqual([
      'reports changed report P1 2026-03-31 invested: "10000000" → "12000000" !rewritten',
      'reports gone report P1 2026-03-31 progress: "10" → null !rewritten',
    ]);
    expect(await inProject(whole, 'milestone Open due 2026-09-3l')).toEqual([
      'reports gone report P1 2026-03-31 !rewritten',
    ]);
  });

  it('is no history taken out, where an item with a mistyped head is missed', async () => {
    const told = await inProject('milestone Open done 2026-03-31', 'milestne Open done 2026-03-31');
    expect(told.join()).not.toContain('!rewritten');
  });

  it('check found a report that was corrected to be rewritten', async () => {
    const folder = repository({ 'a.plan': project(whole.replace('10M', '1oM')) });
    folder.write('a.plan', project(whole));
    const { stdout } = await folder.call('check', '--since', 'first', '--format', 'concise');
    expect(stdout).not.toContain('history/');
  });
});

describe('what is called otherwise', () => {
  it('is itself: a register that was numbered anew has lost nothing', async () => {
    const text = (one: string, two: string) =>
      `project ${one} "Bridge" { report 2026-01-31 { invested 1M } milestone Open done 2026-03-01 }
project ${two} "Road" { report 2026-01-31 { invested 2M } milestone Open { after ${one}.Open } }`;
    expect(await changes(text('P1', 'P2'), text('P2', 'P3'))).toEqual([
      'other renamed project P2: ["P1"] → ["P2"]',
      'other renamed project P3: ["P2"] → ["P3"]',
    ]);
  });

  it('by its alias, or by what it says', async () => {
    const content =
      'leader Li unit Works investment 3.5亿元 milestone Open due 2026-06-30 report 2026-01-31 { invested 1M }';
    expect(
      await changes(
        `project A "Bridge" { alias "The crossing" ${content} }`,
        `project B "The crossing" { alias "The crossing" ${content} }`,
      ),
    ).toEqual(['other renamed project B: [["A"],"Bridge"] → [["B"],"The crossing"]']);
    expect(await changes(`project A "Bridge" { ${content} }`, `project B "Crossing" { ${content} }`)).toEqual([
      'other renamed project B: [["A"],"Bridge"] → [["B"],"Crossing"]',
    ]);
  });

  it('people and units who are renamed have not been replaced', async () => {
    const text = (person: string) => `person ${person} "Li Siqing" { phone "1" }\n${project(`leader ${person}`)}`;
    expect(await changes(text('Li'), text('LiSiqing'))).toEqual([
      'people renamed person LiSiqing: ["Li"] → ["LiSiqing"]',
    ]);
  });

  it('items keep their history; what is done and gone does not', async () => {
    expect(
      await inProject(
        'milestone Open "Opening" due 2026-06-30 done 2026-06-20',
        'milestone Begin "Opening" due 2026-06-30 done 2026-06-20',
      ),
    ).toEqual(['other renamed milestone P1.Begin: ["Open"] → ["Begin"]']);
    expect(await inProject('milestone Open due 2026-06-30 done 2026-06-20', 'milestone Other due 2027-01-31')).toEqual([
      'schedule added milestone P1.Other',
      'schedule gone milestone P1.Open !rewritten',
    ]);
  });

  it('two projects that say the same are not taken for each other', async () => {
    const found = await changes(
      'project A "x" { unit Works } project B "y" { unit Works }',
      'project C "z" { unit Works }',
    );
    expect(found).toEqual(['pool added project C', 'pool gone project A', 'pool gone project B']);
  });

  it('a project that another was put in place of keeps the part that it was of', async () => {
    const child = (scope: string) => `project Hub\nproject Y "Child" { parent Hub scope "${scope}" }\n`;
    expect(
      await changes(
        `${child('a')}project Z1 "Old" { parent Hub scope "q" }`,
        `${child('b')}project Z2 "New" { parent Hub scope "r" }`,
      ),
    ).toEqual(['other changed project Y scope: "a" → "b"', 'pool added project Z2', 'pool gone project Z1']);
  });
});

describe('formats', () => {
  const folder = () =>
    folderWith({
      'old/a.plan': '项目 P7 "滨海大道" { 节点 竣工 期限 2026-06-30 进展 2026-03-31 { 完成投资 9000万元 } }',
      'new/a.plan':
        '项目库 L "重点项目"\n项目 P7 "滨海大道" { 节点 竣工 期限 2026-08-31 进展 2026-03-31 { 完成投资 1亿元 } 阶段 在建 于 2026-04-01 }',
    });

  it('text says what was before, what is now, and what is wrong', async () => {
    const { code, stdout } = await folder().call('diff', 'old', 'new', '--lang', 'zh');
    expect(code).toBe(0);
    expect(stdout).toBe(`old → new

期限调整（1）
  P7 滨海大道
    竣工  期限  2026-06-30 → 2026-08-31  ✗ 没有调整记录

阶段变化（1）
  P7 滨海大道
    阶段  在建，2026-04-01

进展报告（1）
  P7 滨海大道
    进展 2026-03-31  完成投资  9000万元 → 1亿元  ✗ 历史记录被改写

其他（1）
  项目库 重点项目  项目库  新增

✗ 2 处历史记录被改写或期限变动没有记录
`);
  });

  it('Markdown is the summary', async () => {
    const { stdout } = await folder().call('diff', 'old', 'new', '--format', 'md', '--lang', 'zh');
    expect(stdout).toContain('| **P7 滨海大道** | 竣工 | 期限 | 2026-06-30 | 2026-08-31 |');
    expect(stdout).toContain('没有调整记录');
  });

  it('ends with 1 where history was rewritten, if that was asked for', async () => {
    expect((await folder().call('diff', 'old', 'new', '--fail-on', 'rewritten')).code).toBe(1);
    expect((await folder().call('diff', 'new', 'new', '--fail-on', 'rewritten')).code).toBe(0);
  });

  it('says what could not be read, for it is not compared', async () => {
    const broken = folderWith({ 'old/a.plan': 'project P1 {\n  milestne Open\n}', 'new/a.plan': 'project P1' });
    expect((await broken.call('diff', 'old', 'new')).stdout).toContain("1 place in 'old' cannot be read");
  });

  it('gives plan text no way to act on a terminal or a build server', async () => {
    const hostile = folderWith({
      'old/a.plan': 'project P1',
      'new/a.plan': 'project P1 { scope "\u001b[31m\n" }\nproject P2 "::error::x ##[group]"',
    });
    const { stdout } = await hostile.call('diff', 'old', 'new', '--lang', 'en');
    expect(stdout).not.toMatch(/\u001b|^::|##\[/m);
  });
});

// ------------------------------------------------------------------------------------------------ git

function git(folder: Folder | string, ...args: readonly string[]): string {
  const cwd = typeof folder === 'string' ? folder : folder.path;
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function commit(folder: Folder, message: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', message);
}

/** A repository with one commit, tagged `first`. */
function repository(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = folderWith(files);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, 'first');
  git(folder, 'tag', 'first');
  return folder;
}

const OPEN = (due: string): string => project(`milestone Open due ${due}`);

async function movedDeadlines(folder: Folder, ...call: readonly (string | CallOptions)[]): Promise<readonly string[]> {
  const { changes: found } = await folder.json<{ changes: readonly DiffChange[] }>('diff', ...call, '--format', 'json');
  return found.map(({ element, before, after }) => `${element} ${before} → ${after}`);
}

describe('git revisions', () => {
  it('a revision and what is here, two revisions, a range, what a branch did since it left', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    git(folder, 'checkout', '-q', '-b', 'work');
    folder.write('a.plan', OPEN('2026-02-28'));
    commit(folder, 'second');
    git(folder, 'checkout', '-q', 'main');
    folder.write('b.plan', 'project P9 "Other"');
    commit(folder, 'third');
    git(folder, 'checkout', '-q', 'work');
    folder.write('a.plan', OPEN('2026-03-31'));
    expect(await movedDeadlines(folder, 'first')).toEqual(['P1.Open 2026-01-31 → 2026-03-31']);
    expect(await movedDeadlines(folder, 'first', 'HEAD')).toEqual(['P1.Open 2026-01-31 → 2026-02-28']);
    expect(await movedDeadlines(folder, 'first..work')).toEqual(['P1.Open 2026-01-31 → 2026-02-28']);
    expect(await movedDeadlines(folder, 'main..work')).toHaveLength(2);
    expect(await movedDeadlines(folder, 'main...work')).toEqual(['P1.Open 2026-01-31 → 2026-02-28']);
  });

  it('a name in a file that is as it was, and that now is somebody else, is told as between folders', async () => {
    const units = (first: string, second: string) => `org U1 "${first}"\norg U2 "${second}"`;
    const folder = repository({ 'a.plan': units('Housing', 'Roads'), 'b.plan': 'project P1 "Bridge" { unit U1 }' });
    folder.write('a.plan', units('Roads', 'Housing'));
    commit(folder, 'second');

    for (const sides of [['first'], ['first', 'HEAD']]) {
      const { stdout } = await folder.call('diff', ...sides, '--lang', 'en');
      expect(stdout).toContain('P1 Bridge\n    Unit  U1 → U1');
    }
  });

  it('what is waited for in a file that is as it was is waited for as before', async () => {
    const road = (days: number) => `project P2 "Road" { task Pave { after P1.Piers duration ${days}d } }`;
    const folder = repository({ 'a.plan': 'project P1 "Bridge" { task Piers { duration 5d } }', 'b.plan': road(5) });
    folder.write('b.plan', road(6));
    commit(folder, 'second');

    for (const sides of [['first'], ['first', 'HEAD']]) {
      const { stdout } = await folder.call('diff', ...sides, '--lang', 'en');
      expect(stdout).toContain('Duration  5d → 6d');
      expect(stdout).not.toContain('Waits for');
    }
  });

  it('a plan root in a subfolder, called from a folder below it, with files renamed since', async () => {
    const folder = repository({
      'plans/city/planwright.json': '{ "exclude": ["archive"] }',
      'plans/city/works/a.plan': OPEN('2026-01-31'),
      'plans/city/archive/old.plan': 'project Old',
      'plans/city/inner/planwright.json': '{}',
      'plans/city/inner/x.plan': 'project Inner',
      'elsewhere.plan': 'project Elsewhere',
    });
    mkdirSync(path.join(folder.path, 'plans/city/roads'));
    renameSync(
      path.join(folder.path, 'plans/city/works/a.plan'),
      path.join(folder.path, 'plans/city/roads/中文 名.plan'),
    );
    folder.write('plans/city/roads/中文 名.plan', OPEN('2026-02-28'));
    expect(await movedDeadlines(folder, 'first', { cwd: 'plans/city/roads' })).toEqual([
      'P1.Open 2026-01-31 → 2026-02-28',
    ]);
    expect(await movedDeadlines(folder, 'first', '--root', 'plans/city')).toEqual(['P1.Open 2026-01-31 → 2026-02-28']);
    commit(folder, 'renamed');
    expect(await movedDeadlines(folder, 'first', 'HEAD', '--root', 'plans/city')).toEqual([
      'P1.Open 2026-01-31 → 2026-02-28',
    ]);
  });

  it('a submodule, at the commit that the revision names', async () => {
    const inner = repository({ 'a.plan': OPEN('2026-01-31') });
    const folder = repository({ 'b.plan': 'project P2' });
    git(folder, 'submodule', '-q', 'add', inner.path, 'works');
    commit(folder, 'with submodule');
    git(folder, 'tag', 'with');
    const there = path.join(folder.path, 'works');
    folder.write('works/a.plan', OPEN('2026-02-28'));
    git(there, 'commit', '-qam', 'moved');
    expect(await movedDeadlines(folder, 'with')).toEqual(['P1.Open 2026-01-31 → 2026-02-28']);
    rmSync(there, { recursive: true });
    const { stderr } = await folder.call('diff', 'with');
    expect(stderr).toContain('submodules that are not checked out held is not compared: works');
  });

  it('a file that was converted to UTF-8 since says the same as before', async () => {
    // 项目 P1 { 节点 竣工 期限 2026-01-31 } in GB18030.
    const gb = Buffer.from('cfeec4bf205031207b20bddab5e320bfa2b9a420c6dacfde20323032362d30312d3331207d0a', 'hex');
    const folder = repository({ 'a.plan': gb });
    folder.write('a.plan', '项目 P1 { 节点 竣工 期限 2026-02-28 }\n');
    expect(await movedDeadlines(folder, 'first')).toEqual(['P1.竣工 2026-01-31 → 2026-02-28']);
  });

  it('is not led astray by what a hook is told', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    const other = repository({ 'a.plan': 'project Wrong' });
    process.env.GIT_DIR = path.join(other.path, '.git');
    try {
      expect(await movedDeadlines(folder, 'first')).toEqual([]);
    } finally {
      delete process.env.GIT_DIR;
    }
  });

  it('runs nothing that the repository asks for', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31'), '.gitattributes': '*.plan filter=evil diff=evil' });
    for (const [name, value] of [
      ['core.fsmonitor', 'touch ran'],
      ['filter.evil.smudge', 'touch ran'],
      ['filter.evil.process', 'touch ran'],
      ['diff.evil.textconv', 'touch ran'],
      ['core.pager', 'touch ran'],
      ['alias.rev-parse', '!touch ran'],
    ] as const) {
      git(folder, 'config', name, value);
    }
    await folder.call('diff', 'first');
    expect(folder.names().filter((name) => name === 'ran')).toEqual([]);
  });

  it('a folder that held no plan then is compared with nothing, and that is said', async () => {
    const folder = repository({ 'README.md': 'x' });
    folder.write('a.plan', OPEN('2026-01-31'));
    const { code, stdout } = await folder.call('diff', 'first', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toContain("'first' has no plan file");
    expect(stdout).toContain('P1 Bridge');
  });

  it.each([
    ['a revision that is none', ['nowhere'], "There is no revision 'nowhere'"],
    ['an option in its place', ['--output=x'], "unknown option '--output=x'"],
    ['a range with an end that is none', ['first..nowhere'], "There is no revision 'nowhere'"],
  ])('%s', async (_, call, told) => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    const { code, stderr } = await folder.call('diff', ...call);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });

  it('no repository', async () => {
    const { code, stderr } = await folderWith({ 'a.plan': 'project P1' }).call('diff', 'main');
    expect([code, stderr]).toEqual([
      2,
      "planwright: This folder is in no git repository, so there is no revision 'main'\n",
    ]);
  });

  it('no git', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      const { code, stderr } = await folder.call('diff', 'first', '--lang', 'zh');
      expect([code, stderr]).toEqual([2, 'planwright：没有安装 git 程序，无法读取版本\n']);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('a shallow check-out says how to get the rest', async () => {
    const origin = repository({ 'a.plan': OPEN('2026-01-31') });
    commit(origin, 'second');
    const folder = folderWith({});
    git(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${origin.path}`, 'shallow');
    const { code, stderr } = await folder.call('diff', 'HEAD~1', { cwd: 'shallow' });
    expect(code).toBe(2);
    expect(stderr).toContain('git fetch --unshallow');
  });

  it('a name that is a folder and a branch is asked about', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31'), 'main/b.plan': 'project P2' });
    const { code, stderr } = await folder.call('diff', 'main');
    expect(code).toBe(2);
    expect(stderr).toContain("write './main' for the folder or 'refs/heads/main' for the branch");
    expect(await movedDeadlines(folder, 'refs/heads/main')).toEqual([]);
  });
});

describe('check --since', () => {
  it('finds what was rewritten at its place in the new text, in every format', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    folder.write('a.plan', OPEN('2026-02-28'));
    const { diagnostics } = await folder.json<{ diagnostics: readonly object[] }>(
      'check',
      '--since',
      'first',
      '--rule',
      'deadline/*=off',
      '--format',
      'json',
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'history/silent-move',
        severity: 'error',
        element: 'P1.Open',
        range: { start: { line: 2, column: 20 } },
        message: 'The deadline was moved from 2026-01-31 to 2026-02-28 without "revised"',
        data: { before: { type: 'date', value: '2026-01-31' } },
      },
    ]);
    for (const format of ['text', 'concise', 'sarif', 'github', 'junit', 'gitlab']) {
      const { code, stdout } = await folder.call('check', '--since', 'first', '--format', format);
      expect(code, format).toBe(1);
      expect(stdout, format).toContain('history/silent-move');
    }
  });

  it('compares with where the branch left: what others have added to it since is not missed', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-06-30') });
    git(folder, 'checkout', '-q', '-b', 'work');
    git(folder, 'checkout', '-q', 'main');
    folder.write('a.plan', `${OPEN('2026-06-30')}project P2 { report 2026-01-31 { invested 1M } }\n`);
    commit(folder, 'a report');
    git(folder, 'checkout', '-q', 'work');
    const { stdout } = await folder.call('check', '--since', 'main', '--format', 'json');
    expect(stdout).not.toContain('history/');
  });

  it('a project that has vanished with its reports is missed in the file that it stood in', async () => {
    const folder = repository({
      'a.plan': 'project P1\nproject P2 "Dam" { report 2026-01-31 { invested 1M } }\nproject P3',
    });
    folder.write('a.plan', 'project P3\nproject P1');
    const found = async () =>
      (
        await folder.json<{ diagnostics: { code: string; element: string; range: { start: object } }[] }>(
          'check',
          '--since',
          'first',
          '--format',
          'json',
        )
      ).diagnostics.filter(({ code }) => code === 'history/rewritten');
    expect(await found()).toMatchObject([{ range: { start: { line: 2, column: 9 } } }]);
    rmSync(path.join(folder.path, 'a.plan'));
    folder.write('b.plan', 'project P9');
    expect(await found()).toHaveLength(1);
  });

  it('can be silenced with a reason, switched off, and put into a baseline', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    folder.write(
      'a.plan',
      project('// planwright-ignore history/silent-move: typing mistake\nmilestone Open due 2026-02-28'),
    );
    const codes = async (...more: readonly string[]) =>
      (await folder.call('check', '--since', 'first', '--format', 'concise', ...more)).stdout;
    expect(await codes()).not.toMatch(/history|ignore/);
    folder.write('a.plan', OPEN('2026-02-28'));
    expect(await codes()).toContain('history/silent-move');
    expect(await codes('--rule', 'history/*=off')).not.toContain('history/');
    await folder.call('check', '--since', 'first', '--write-baseline', 'known.json');
    expect(await codes('--baseline', 'known.json')).not.toContain('history/');
  });

  it('what can be read is judged although something beside it cannot', async () => {
    const folder = repository({ 'a.plan': project('report 2026-01-31 { invested 1M }') });
    folder.write('a.plan', project('fund 1Q\nreport 2026-01-31 { invested 2M }'));
    const { stdout } = await folder.call('check', '--since', 'first', '--format', 'concise');
    expect(stdout).toContain('history/rewritten');
  });

  it('what a mistake in the text hides is not told to be gone', async () => {
    const folder = repository({
      'a.plan': project('milestone Open done 2026-01-31\nreport 2026-01-31 { invested 1M }'),
    });
    folder.write('a.plan', project('milestone Open done 2026-01-\nreport 2026-01-31 { invested 1M }'));
    const { stdout } = await folder.call('check', '--since', 'first', '--format', 'concise');
    expect(stdout).not.toContain('history/');
    expect(stdout).toMatch(/syntax\/|value\//);
  });
});

describe('summary changes', () => {
  const PLAN = `portfolio City { status-date 2026-06-30 }
project P1 "Bridge" {
  admitted 2026-05-31 stage preparation stage construction on 2026-06-01 actual-start 2026-06-01
  milestone Open due 2026-09-30 { revised 2026-06-20 from 2026-07-31 "rain" }
  report 2026-05-31 { invested 1M } report 2026-06-30 { invested 3M } report 2026-07-31 { invested 9M }
}
project P2 "Dam" { admitted 2026-06-01 }
project P3 "Park" { removed 2026-07-01 }
`;

  it('since a day, by the dated facts: those of the day belong to before, those after the status date to later', async () => {
    const folder = folderWith({ 'a.plan': PLAN });
    const { stdout } = await folder.call('summary', 'changes', '--since', '2026-05-31', '--lang', 'en');
    const rows = stdout.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows).toEqual([
      '| **P2 Dam** | Admitted | 2026-06-01 |',
      '| **P1 Bridge** | Open | Deadline | 2026-07-31 | 2026-09-30 | moved on 2026-06-20, rain |',
      '| **P1 Bridge** | Stage | preparation | construction, 2026-06-01 |',
      '| **P1 Bridge** | Invested | 1 | 3 |',
      '| **P1 Bridge** | Actual start | 2026-06-01 |',
    ]);
    expect(stdout).not.toMatch(/rewritten|without a record/);
  });

  it('since a revision, by everything that is said', async () => {
    const folder = repository({ 'a.plan': OPEN('2026-01-31') });
    folder.write('a.plan', OPEN('2026-02-28'));
    const { stdout } = await folder.call('summary', '变动情况', '--since', 'first', '--lang', 'zh');
    expect(stdout).toContain('与 first 比较');
    expect(stdout).toContain('没有调整记录');
  });

  it('a day that is still to come, and another kind of summary, are refused', async () => {
    const folder = folderWith({ 'a.plan': PLAN });
    expect((await folder.call('summary', 'changes', '--since', '2026-07-01')).stderr).toContain(
      'after the status date 2026-06-30',
    );
    expect((await folder.call('summary', 'booklet', '--since', '2026-06-01')).code).toBe(2);
  });
});
