/** What is exported, read back by readers that others have written. */
import { Ajv } from 'ajv';
import { readXlsx } from 'hucre/xlsx';
import ICAL from 'ical.js';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHEMAS } from './schemas/index.js';
import { type CallOptions, type Folder, folderWith } from './testing/test-folder.js';

const PLAN = `项目库 城 "重点项目" { 截至 2026-03-31 }
单位 交通局 "市交通局"
人员 王 "王副市长"
规则 R { 提前预警 10个工作日 }
项目 P1 "滨海大道" {
  责任领导 王   责任单位 交通局   阶段 在建 于 2026-01-05   实际开工 2026-01-05   建设期限 2026年1月 至 2027年6月
  投资 约12亿元 { 此前完成 1000万元   年度 2026年 3亿元 }
  任务 征地 { 计划开始 2026-01-05   工期 60天   实际开始 2026-01-05   进度 50% 于 2026-03-01 }
  审批 许可 { 前置 征地 FS +3个工作日   工期 10个工作日   期限 2026-05-29 }
  任务 桥 { 前置 许可 SS -2天   工期 3个月   任务 墩 { 工期 30天 } 任务 面 { 前置 墩 FS +1个月 工期 30天 } }
  节点 通车 "通车; 全线, \\"一期\\"" 期限 2026-12-31 { 前置 桥   调整 2026-03-01 原期限 2026-10-31 }
  节点 开工 完成 2026-01-05
  问题 用地 "缺用地指标" { 提出 2026-02-01 期限 2026-04-30 }
  进展 2026-03-31 { 完成投资 9000万元 进度 12.5% 情况 "=1+1" }
}
项目 P2 "=HYPERLINK(1)" { 备注 "@x" 调出 2026-02-01 节点 a 期限 2026-06-30 }
会议 M { 日期 2026-03-02 决定 "落实指标" { 责任单位 交通局 期限 2026-04-15 } }
`;

async function exported(kind: string, folder: Folder, ...more: readonly (string | CallOptions)[]): Promise<string> {
  const { code, stdout, stderr } = await folder.call('export', kind, '--quiet', '--lang', 'zh', ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const plan = (text = PLAN): Folder => folderWith({ 'a.plan': text });

describe('export ics', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  it('has an event for every deadline that is open, with an alarm when the policy begins to warn', async () => {
    const found = events(await exported('ics', plan()));
    expect(found.map(({ startDate, summary }) => `${startDate} ${summary}`)).toEqual([
      '2026-04-15 M：落实指标',
      '2026-04-30 滨海大道：缺用地指标',
      '2026-05-29 滨海大道：许可',
      '2026-12-31 滨海大道：通车; 全线, "一期"',
      '2027-06-30 滨海大道：计划竣工',
    ]);
    const alarm = found[2]?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
    // Ten working days before 29 May is 15 May; at nine.
    expect(String(alarm)).toBe('-P13DT15H');
    expect(found[3]?.sequence).toBe(1);
    expect(found.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(found[2]?.description).toContain('责任领导：王副市长');
  });

  it('folds lines at 75 octets and never inside a character', async () => {
    const text = await exported('ics', plan(`项目 P1 "${'很长的项目名称😀'.repeat(20)}" { 节点 a 期限 2026-06-30 }`));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(events(text)[0]?.summary).toBe(`${'很长的项目名称😀'.repeat(20)}：a`);
  });

  it('gives an event the same identity when its deadline moves, and the same bytes every time, whatever the zone', async () => {
    const [before, after] = [PLAN, PLAN.replace('期限 2026-12-31', '期限 2027-01-31')].map((text) => plan(text));
    const uid = async (folder: Folder | undefined) =>
      events(await exported('ics', folder ?? plan())).find(({ summary }) => summary.includes('通车'))?.uid;
    expect(await uid(before)).toBe(await uid(after));
    const { TZ } = process.env;
    const made: string[] = [];
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = zone;
      made.push(await exported('ics', plan()));
    }
    process.env.TZ = TZ;
    if (TZ === undefined) delete process.env.TZ;
    expect(made[0]).toBe(made[1]);
  });

  it('lets no plan text add lines of its own', async () => {
    const text = await exported('ics', plan('项目 P1 "a\\nEND:VCALENDAR\\r\\nX:1" { 节点 a 期限 2026-06-30 }'));
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^X:1/m);
  });
});

describe('export csv and xlsx', () => {
  it('has heads that import knows, in both languages: what comes back says the same', async () => {
    for (const lang of ['zh', 'en']) {
      const folder = plan(PLAN.replace('约12亿元', '12亿元'));
      await folder.call('export', 'csv', '--lang', lang, '-o', 'ledger.csv');
      const back = folderWith({ 'ledger.csv': folder.read('ledger.csv') });
      const { stderr } = await back.call(
        'import',
        'ledger.csv',
        '-o',
        'b.plan',
        '--as-of',
        '2026-03-31',
        '--lang',
        'en',
      );
      expect(stderr).not.toMatch(/not understood|unknown/i);
      const list = async (from: Folder) =>
        (
          await from.json<{ rows: object[] }>(
            'list',
            '--as-of',
            '2026-03-31',
            '--columns',
            'id, title, stage, total, plan, invested, planned-finish, progress',
            '--where',
            'id = P1',
            '--format',
            'json',
          )
        ).rows;
      expect(await list(back), lang).toEqual(await list(folder));
    }
  });

  it('runs no formula, says what is only known roughly, has a byte order mark or none', async () => {
    const text = await exported('csv', plan());
    expect(text.startsWith('\ufeff项目编号,')).toBe(true);
    expect(text).toContain("'=HYPERLINK(1)");
    expect(text).toContain("'=1+1");
    expect(text).toContain("'@x");
    expect(text).toContain(',约12亿元,1000,30000,9000,');
    expect(text).toContain('总投资（万元）');
    expect((await exported('csv', plan(), '--no-bom')).startsWith('项目编号')).toBe(true);
  });

  it('a workbook holds numbers, texts that are no formulas, and the same bytes', async () => {
    const folder = plan();
    await exported('xlsx', folder, '-o', 'a.xlsx');
    const bytes = new Uint8Array(Buffer.from(folder.read('a.xlsx'), 'utf8'));
    expect(bytes.length).toBeGreaterThan(1000);
    const { readFileSync } = await import('node:fs');
    const file = readFileSync(`${folder.path}/a.xlsx`);
    const [sheet] = (await readXlsx(new Uint8Array(file))).sheets;
    const heads = sheet?.rows[0] ?? [];
    const cell = (head: string, row = 1): unknown => sheet?.rows[row]?.[heads.indexOf(head)];
    expect(cell('完成投资（万元）')).toBe(9000);
    expect(cell('总投资（万元）')).toBe('约12亿元');
    expect(cell('项目名称', 2)).toBe('=HYPERLINK(1)');
    await exported('xlsx', folder, '-o', 'b.xlsx');
    expect(readFileSync(`${folder.path}/b.xlsx`).equals(file)).toBe(true);
  });

  it('a workbook needs a file', async () => {
    const { code, stderr } = await plan().call('export', 'xlsx');
    expect([code, stderr]).toEqual([2, 'planwright: A workbook goes into a file: name one with -o FILE.xlsx\n']);
  });
});

describe('export mermaid', () => {
  interface Task {
    readonly task: string;
    readonly startTime: Date;
    readonly endTime: Date;
    readonly milestone?: boolean;
    readonly done?: boolean;
    readonly section: string;
  }
  beforeAll(async () => {
    // What cleans the markup of pictures needs a browser; nothing is drawn here.
    const cleaner = 'dompurify';
    const { default: purify } = await import(cleaner);
    Object.assign(purify, { addHook: () => {}, sanitize: (text: string) => text });
  });

  async function tasks(text: string): Promise<readonly Task[]> {
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    return (diagram.db as unknown as { getTasks(): Task[] }).getTasks();
  }
  const day = (date: Date): string => date.toISOString().slice(0, 10);

  it('is read by mermaid with the dates of the schedule', async () => {
    const folder = plan();
    const found = await tasks(await exported('mermaid', folder));
    const { items } = await folder.json<{ items: { title: string; start: string | null; finish: string }[] }>(
      'schedule',
      '--project',
      'P1',
      '--format',
      'json',
    );
    expect(found.map(({ section }) => section)).toEqual(found.map(() => '滨海大道'));
    expect(
      found.map(({ startTime, endTime, milestone }) =>
        milestone ? [null, day(startTime)] : [day(startTime), day(new Date(endTime.getTime() - 86_400_000))],
      ),
    ).toEqual(items.map(({ start, finish }) => [start, finish]));
    expect(found.filter(({ done }) => done).map(({ task }) => task.trim())).toEqual(['开工']);
  });

  it.each([
    'section x',
    'title y',
    'click me',
    'a:b',
    'a;b',
    'a#b',
    '%% c',
    '%%{init: {}}%%',
    '2026-01-01',
    'done',
    'dateFormat X',
    '<b>',
    'a,b',
    'accTitle: z',
    'vert',
    'gantt',
    'todayMarker off',
    'weekend friday',
    '"',
    '``',
    '\\\\',
    ' ',
    'end',
    'call f()',
    'href',
  ])('a project and an item called %j are one section and one task', async (name) => {
    const escaped = name.replace(/["\\]/g, (sign) => `\\${sign}`);
    const text = await exported(
      'mermaid',
      plan(`项目 P1 "${escaped}" { 节点 a "${escaped}" 期限 2026-06-30 节点 b "乙" 期限 2026-07-31 }`),
      '--as-of',
      '2026-01-01',
    );
    const found = await tasks(text);
    expect(found.map(({ startTime }) => day(startTime))).toEqual(['2026-06-30', '2026-07-31']);
    expect(new Set(found.map(({ section }) => section)).size).toBe(1);
  });
});

describe('export mspdi', () => {
  type Node = { readonly name: string; readonly text: string; readonly children: readonly Node[] };

  /** A strict little reader: elements and texts, every element closed, no entity but the five. */
  function read(text: string): Node {
    const stack: { name: string; text: string; children: Node[] }[] = [{ name: '', text: '', children: [] }];
    const pattern = /<\?[^?]*\?>|<\/([^>\s]+)>|<([A-Za-z]\w*)(?:\s[^>]*)?>|([^<]+)/g;
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      expect(match.index).toBe(at);
      at += match[0].length;
      const [, closing, opening, words] = match;
      const top = stack.at(-1);
      if (top === undefined) throw new Error('too many ends');
      if (opening !== undefined) stack.push({ name: opening, text: '', children: [] });
      else if (closing !== undefined) {
        expect(top.name).toBe(closing);
        stack.pop();
        stack.at(-1)?.children.push(top);
      } else if (words !== undefined) {
        expect(words).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
        top.text += words.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
      }
    }
    expect(at).toBe(text.length);
    expect(stack).toHaveLength(1);
    const [root] = stack[0]?.children ?? [];
    if (root === undefined) throw new Error('no root');
    return root;
  }
  const all = (node: Node | undefined, name: string): readonly Node[] =>
    node?.children.filter((each) => each.name === name) ?? [];
  const one = (node: Node | undefined, name: string): Node | undefined => all(node, name)[0];
  const value = (node: Node | undefined, name: string): string | undefined => one(node, name)?.text;

  it('holds the dates, lengths, progress, deadlines and links of the schedule', async () => {
    const folder = plan();
    const project = read(await exported('mspdi', folder));
    const tasks = all(one(project, 'Tasks'), 'Task');
    const task = (name: string): Node | undefined => tasks.find((each) => value(each, 'Name') === name);
    const { items } = await folder.json<{
      items: { id: string; title: string; kind: string; start: string | null; finish: string; due: string | null }[];
    }>('schedule', '--project', 'P1', '--format', 'json');
    for (const { id, kind, start, finish, due } of items) {
      const found = tasks.find((each) => value(each, 'Notes') === id);
      expect(value(found, 'Finish')).toBe(`${finish}T17:00:00`);
      expect(value(found, 'Start')).toBe(start === null ? `${finish}T17:00:00` : `${start}T08:00:00`);
      expect(value(found, 'Deadline')).toBe(due === null ? undefined : `${due}T17:00:00`);
      expect(value(found, 'Milestone')).toBe(kind === 'milestone' ? '1' : '0');
    }
    expect(value(task('征地'), 'PercentComplete')).toBe('50');
    expect(value(task('征地'), 'ActualStart')).toBe('2026-01-05T08:00:00');
    expect(value(task('许可'), 'Duration')).toBe('PT80H0M0S');
    expect(value(task('墩'), 'Duration')).toBe('PT240H0M0S');
    expect(value(task('桥'), 'Summary')).toBe('1');
    expect(value(task('许可'), 'ConstraintType')).toBe('4');
    expect(value(task('开工'), 'PercentComplete')).toBe('100');
    const links = (name: string) =>
      all(task(name), 'PredecessorLink').map((link) => [
        tasks.find((each) => value(each, 'UID') === value(link, 'PredecessorUID')) &&
          value(
            tasks.find((each) => value(each, 'UID') === value(link, 'PredecessorUID')),
            'Name',
          ),
        value(link, 'Type'),
        value(link, 'LinkLag'),
        value(link, 'LagFormat'),
      ]);
    // In tenths of minutes: three days of eight hours; a lead of two whole days; a month as long as it is there.
    expect(links('许可')).toEqual([['征地', '1', '14400', '7']]);
    expect(links('墩')).toEqual([['许可', '3', '-28800', '8']]);
    const [[, , lag]] = links('面') as [[string, string, string]];
    expect([28, 29, 30, 31].map((days) => String(days * 14400))).toContain(lag);
    expect(links('通车; 全线, "一期"').map(([name]) => name)).toEqual(['桥']);
  });

  it('keeps the calendar: the week, days off and days that are worked instead', async () => {
    const project = read(await exported('mspdi', plan()));
    const calendars = all(one(project, 'Calendars'), 'Calendar');
    expect(calendars.map((each) => value(each, 'Name')).sort()).toEqual(['工作日', '日历天'].sort());
    const own = calendars.find((each) => value(each, 'Name') === '工作日');
    expect(
      all(one(own, 'WeekDays'), 'WeekDay').map((each) => [value(each, 'DayType'), value(each, 'DayWorking')]),
    ).toEqual([
      ['1', '0'],
      ['2', '1'],
      ['3', '1'],
      ['4', '1'],
      ['5', '1'],
      ['6', '1'],
      ['7', '0'],
    ]);
    const exceptions = all(one(own, 'Exceptions'), 'Exception').map((each) => {
      const period = one(each, 'TimePeriod');
      return `${value(period, 'FromDate')?.slice(0, 10)} ${value(period, 'ToDate')?.slice(0, 10)} ${value(each, 'DayWorking')}`;
    });
    // The National Day of 2026, and a Saturday that is worked for it.
    expect(exceptions.some((each) => each.startsWith('2026-10-01'))).toBe(true);
    expect(exceptions.some((each) => each.endsWith(' 1'))).toBe(true);
    const everyDay = calendars.find((each) => value(each, 'Name') === '日历天');
    expect(all(one(everyDay, 'WeekDays'), 'WeekDay').every((each) => value(each, 'DayWorking') === '1')).toBe(true);
    const uids = calendars.map((each) => value(each, 'UID'));
    for (const task of all(one(project, 'Tasks'), 'Task')) {
      const uid = value(task, 'CalendarUID');
      if (uid !== undefined && uid !== '-1') expect(uids).toContain(uid);
    }
  });

  it('lets no plan text become markup, and survives a cycle', async () => {
    const text = await exported(
      'mspdi',
      plan('项目 P1 "<a>&amp;]]>\\u0001" { 任务 a "</Name>" { 前置 b 工期 1天 } 任务 b { 前置 a 工期 1天 } }'),
    );
    expect(read(text).name).toBe('Project');
    expect(text).not.toContain('<a>');
  });
});

describe('export json', () => {
  it('keeps to its schema and holds every statement', async () => {
    const text = await exported('json', plan());
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
      SCHEMAS.find(({ name }) => name === 'export')?.schema() ?? {},
    );
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    const { declarations } = JSON.parse(text);
    expect(declarations.map(({ kind }: { kind: string }) => kind)).toEqual([
      'portfolio',
      'org',
      'person',
      'policy',
      'project',
      'project',
      'meeting',
    ]);
    const [p1] = declarations.filter(({ id }: { id: string }) => id === 'P1');
    expect(p1.statements).toContainEqual({
      member: 'investment',
      of: null,
      value: { amount: '1200000000', tolerance: '50000000' },
    });
    expect(p1.items[1]).toMatchObject({
      id: 'P1.许可',
      due: '2026-05-29',
      place: { file: 'a.plan', range: { start: { line: 9 } } },
    });
    expect(p1.reports[0]).toMatchObject({ day: '2026-03-31' });
    expect(declarations[3].source).toContain('提前预警 10个工作日');
  });
});

describe('export', () => {
  it('guesses a mistyped kind and writes where it was told', async () => {
    const folder = plan();
    expect((await folder.call('export', 'mermiad')).stderr).toContain("did you mean 'mermaid'?");
    await folder.call('export', 'ics', '-o', 'a.ics');
    expect(folder.read('a.ics')).toContain('BEGIN:VCALENDAR');
    expect((await folder.call('export', 'ics', '-o', 'a.plan')).code).toBe(2);
  });
});

describe('a ledger', () => {
  const rich = `project P1 {
  admitted 2026-01-05
  stage ready on 2026-01-05
  milestone Opening due 2026-09
  task Works { task Piles }
  issue Land { resolved 2026-02-01 }
  report 2026-02-28 { invested 1M }
  report 2026-03-30 { invested 2M }
  report 2026-04-30 { invested 3M }
}
`;

  it('says what it has no room for, and nothing where it holds everything', async () => {
    const folder = folderWith({ 'a.plan': rich });
    expect((await folder.call('export', 'csv', '--as-of', '2026-03-31')).stderr).toBe(
      "planwright: A ledger has no room for: 3 milestones, tasks and approvals, 1 earlier report, 1 report after the status date, 1 solved issue. They stay in the plan; 'export json' holds everything\n",
    );
    expect(
      (await folder.call('export', 'xlsx', '-o', 'a.xlsx', '--as-of', '2026-03-31', '--lang', 'zh')).stderr,
    ).toContain('台账放不下以下内容：3个节点、任务、审批、1次以往进展');
    expect((await folder.call('export', 'csv', '--quiet')).stderr).toBe('');
    expect((await folder.call('export', 'json')).stderr).toBe('');
    const plain = folderWith({ 'a.plan': 'project P1 "Bridge" { stage ready  investment 5M }\n' });
    expect((await plain.call('export', 'csv')).stderr).toBe('');
  });
});
