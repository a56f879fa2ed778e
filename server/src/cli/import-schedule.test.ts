/** `planwright import FILE.xml`: schedules of Microsoft Project, as that program writes them and as the export does. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../syntax/read-plan.js';
import { folderWith } from './testing/test-folder.js';

interface TaskSpec {
  readonly uid: number;
  readonly name: string;
  readonly level: number;
  readonly more?: string;
}

const task = ({ uid, name, level, more = '' }: TaskSpec) =>
  `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><IsNull>0</IsNull><OutlineLevel>${level}</OutlineLevel>${more}</Task>`;
const link = (uid: number, type: number, lag: number, format: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
const length = (text: string, format = 7) => `<Duration>${text}</Duration><DurationFormat>${format}</DurationFormat>`;

const CALENDAR = `<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map((day) => `<WeekDay><DayType>${day}</DayType><DayWorking>${day === 1 ? 0 : 1}</DayWorking></WeekDay>`).join('')}</WeekDays>
<Exceptions><Exception><TimePeriod><FromDate>2026-10-01T00:00:00</FromDate><ToDate>2026-10-07T23:59:00</ToDate></TimePeriod><Name>National Day</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>`;

const project = (...tasks: readonly string[]) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>Ring road</Title><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><StatusDate>2026-03-31T17:00:00</StatusDate>${CALENDAR}
<Tasks>${tasks.join('\n')}</Tasks>
<Resources><Resource><UID>0</UID></Resource><Resource><UID>1</UID><Name>Li Ming</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>Steel</Name><Type>0</Type></Resource></Resources>
<Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments></Project>`;

const ROAD = project(
  task({ uid: 0, name: 'Ring road', level: 0, more: '<Summary>1</Summary>' }),
  task({ uid: 1, name: 'Earthworks', level: 1, more: '<Summary>1</Summary>' }),
  task({
    uid: 2,
    name: 'Clearing',
    level: 2,
    more: `<Start>2026-03-02T08:00:00</Start>${length('PT80H0M0S')}<PercentComplete>40</PercentComplete><ActualStart>2026-03-03T08:00:00</ActualStart>`,
  }),
  task({ uid: 3, name: 'Cutting', level: 2, more: `${length('PT240H0M0S', 8)}${link(2, 3, 9600, 7)}` }),
  task({
    uid: 4,
    name: 'Paving',
    level: 1,
    more: `${length('PT40H0M0S')}${link(3, 1, 43_200, 8)}${link(1, 0, -4800, 7)}`,
  }),
  task({
    uid: 5,
    name: 'Opening',
    level: 1,
    more: `<Milestone>1</Milestone><Deadline>2026-12-20T17:00:00</Deadline>${link(4, 1, 0, 7)}`,
  }),
);

describe('import of a schedule of Microsoft Project', () => {
  it('reads nested tasks, links with lags, actuals, deadlines, calendars and people', async () => {
    const folder = folderWith({ 'a.xml': ROAD });
    const { code, stdout, stderr } = await folder.call('import', 'a.xml', '--lang', 'en');

    expect(code).toBe(0);
    expect(stdout).toBe(`portfolio \`Ring road\`

calendar Standard {
  weekend sunday
  holiday 2026-10-01 .. 2026-10-07 "National Day"
}

person \`Li Ming\`

project \`Ring road\` {
  calendar Standard
  task Earthworks {
    task Clearing {
      start 2026-03-02
      duration 10wd
      started 2026-03-03
      progress 40% on 2026-03-31
      owner \`Li Ming\`
    }
    task Cutting {
      duration 10d
      after \`Ring road\`.Earthworks.Clearing SS +2wd
    }
  }
  task Paving {
    duration 5wd
    after \`Ring road\`.Earthworks.Cutting +3d, \`Ring road\`.Earthworks FF -1wd
  }
  milestone Opening {
    due 2026-12-20
    after \`Ring road\`.Paving
  }
}
`);
    expect(readPlan('a.plan', stdout).findings).toEqual([]);
    expect(stderr).toContain('materials and costs are not imported: Steel');
    await folder.call('import', 'a.xml', '-o', 'a.plan');
    expect((await folder.call('format', '--check', 'a.plan')).code).toBe(0);
    expect((await folder.call('check', 'a.plan', '--as-of', '2026-03-31', '--fail-on', 'error')).code).toBe(0);
  });

  it('gives the same forecast again for what the export wrote', async () => {
    const folder = folderWith({
      'a.plan': `project P001 "Ring road" {
  task site { duration 20d  start 2026-03-02  started 2026-03-04  progress 50% on 2026-03-20 }
  task works {
    task earth { duration 15wd  after P001.site + 3wd }
    task bridge { duration 2mo  after P001.works.earth SS + 1w  due 2026-09-30 }
  }
  milestone open due 2026-12-20 { after P001.works.bridge FS - 2d }
  milestone permit due 2026-03-01 done 2026-02-20
}
`,
    });
    const forecast = async (of: typeof folder) => {
      const { stdout } = await of.call('schedule', '.', '--as-of', '2026-03-31', '--format', 'json');
      const { items } = JSON.parse(stdout) as { items: readonly { [key: string]: unknown }[] };
      return items.map(({ id, start, finish, actualStart, actualFinish, due, slack }) => ({
        id,
        start,
        finish,
        actualStart,
        actualFinish,
        due,
        slack,
      }));
    };
    await folder.call('export', 'mspdi', '.', '-o', 'x.xml', '--as-of', '2026-03-31');
    const again = folderWith({ 'x.xml': folder.bytes('x.xml') });
    expect((await again.call('import', 'x.xml', '-o', 'b.plan')).code).toBe(0);

    expect(await forecast(again)).toEqual(await forecast(folder));
  });

  it('an approval that was exported comes back as one, with who decides', async () => {
    const folder = folderWith({
      'a.plan': `单位 环保局
项目 P1 "水厂" {
  审批 环评 "环境影响评价" { 审批单位 环保局  实际开始 2026-03-02  工期 45个工作日 }
  审批 用地 { 工期 20个工作日  前置 环评 }
  任务 施工 { 前置 用地  工期 100天 }
}
`,
    });
    for (const lang of ['zh', 'en']) {
      await folder.call('export', 'mspdi', '-o', `${lang}.xml`, '--as-of', '2026-03-31', '--lang', lang);
      const again = folderWith({ 'x.xml': folder.bytes(`${lang}.xml`) });
      await again.call('import', 'x.xml', '-o', 'b.plan', '--lang', 'zh');
      const text = again.read('b.plan');
      expect(text, lang).toMatch(/^单位 环保局$/m);
      expect(text, lang).toMatch(/^ {2}审批 环评 "环境影响评价" \{[^}]*审批单位 环保局\n/m);
      expect(text, lang).toMatch(/^ {2}审批 `用地` \{/m);
      expect(text, lang).toMatch(/^ {2}任务 施工 \{/m);
      expect((await again.call('check', '--as-of', '2026-03-31', '--fail-on', 'error')).code, lang).toBe(0);
    }
  });

  it('does not hold work back by a baseline that is later than it is foreseen', async () => {
    const early = project(
      task({ uid: 0, name: 'P', level: 0 }),
      task({
        uid: 1,
        name: 'A',
        level: 1,
        more: `<Start>2026-04-06T08:00:00</Start><Finish>2026-04-17T17:00:00</Finish>${length('PT80H0M0S')}<ConstraintType>4</ConstraintType><ConstraintDate>2026-04-06T08:00:00</ConstraintDate><Baseline><Number>0</Number><Start>2026-06-01T08:00:00</Start><Finish>2026-06-12T17:00:00</Finish></Baseline>`,
      }),
    );
    const { stdout } = await folderWith({ 'a.xml': early }).call('import', 'a.xml', '--lang', 'en');
    expect(stdout).toContain('start 2026-04-06');
    expect(stdout).not.toContain('2026-06-01');
  });

  it('tells what a plan has no place for instead of bending it without a word', async () => {
    const odd = project(
      task({ uid: 0, name: 'P', level: 0 }),
      task({ uid: 1, name: 'A', level: 1, more: `${length('PT12H0M0S')}<Start>2026-03-02T08:00:00</Start>` }),
      task({
        uid: 2,
        name: 'B',
        level: 1,
        more: `${length('PT8H0M0S')}${link(1, 1, 50, 19)}${link(77, 1, 0, 7)}<ConstraintType>5</ConstraintType><ConstraintDate>2026-05-01T08:00:00</ConstraintDate>`,
      }),
      task({ uid: 3, name: 'A', level: 1, more: `<Active>0</Active>` }),
    );
    const { stdout } = await folderWith({ 'a.xml': odd }).call('import', 'a.xml', '--dry-run', '--lang', 'zh');

    expect(stdout).toContain('1 A：工期 1.5 天，按 2 天写入');
    expect(stdout).toContain('2 B：的延隔以前置任务工期的百分比表示，未导入');
    expect(stdout).toContain('2 B：的前置任务不在文件中（77），该链接未导入');
    expect(stdout).toContain('约束为“不得晚于 2026-05-01 开始”');
    expect(stdout).toContain('3 A：为非活动任务，未导入');
  });

  it.each([
    [
      'entities',
      `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><Project><Title>&a;</Title></Project>`,
      'document type or entities',
    ],
    ['another XML', '<?xml version="1.0"?><html></html>', 'not of Microsoft Project'],
    ['half a file', ROAD.slice(0, 900), 'damaged'],
    ['elements without end', `<Project>${'<a>'.repeat(100_000)}`, 'nested too deeply'],
  ])('refuses %s and writes nothing', async (_, text, message) => {
    const folder = folderWith({ 'a.xml': text });
    const { code, stderr } = await folder.call('import', 'a.xml', '-o', 'a.plan', '--lang', 'en');
    expect({ code, names: folder.names() }).toEqual({ code: 2, names: ['a.xml'] });
    expect(stderr).toContain(message);
  });
});
