/** The summaries for meetings: agenda, decisions, issues. */
import { describe, expect, it } from 'vitest';
import { blocksOf, rowsOf, summaryOf } from '../../../../test/generated-summary.js';
import { plainText } from '../plain-text.js';

/** Invented. */
const CITY = `
portfolio city "City works" { meetings every 1w }
org Works "Works Bureau"
person Chen { title "Director" }
person Mayor
person Wu
project road "Ring road" {
  owner Chen
  issue land "Three owners have not signed" {
    kind demolition  raised 2026-06-01  due 2026-07-20  escalated city  unit Works  owner Chen
    cause "the rate is disputed"  proposal "one appraiser for both sides"
    tried 2026-06-10 "two rounds in the district"
  }
  issue power "No second feed" { kind utilities  escalated city  cause "no corridor"  proposal "a duct"  owner Chen  due 2026-08-01 }
  issue paint "Colour of the rail" { escalated project  owner Chen  due 2026-08-01 }
  milestone base "Road base" due 2026-06-27
}
meeting m1 "Meeting 1" {
  date 2026-06-23
  decision survey "Survey the corridor" { about road.power  unit Works  owner Chen  supervisor Wu  due 2026-06-28  feedback 2026-06-25 "begun" }
  decision "Move the depot" { unit Works  owner Chen  due 2026-07-15 }
  decision fence "Fence the site" { unit Works  owner Chen  due 2026-06-30  done 2026-06-29  feedback 2026-06-29 "up" }
}
meeting m2 "Meeting 2" { date 2026-07-01  chair Mayor  attend Chen, Works  agenda road }
`;

describe('meeting papers', () => {
  const made = summaryOf('agenda', CITY);

  it('are for the next meeting that is planned, else for the day by which the rhythm asks for one', () => {
    expect(made.document.subtitle).toBe('Meeting 2, 2026-07-01; chaired by Mayor; present: Chen, Works Bureau');
    expect(summaryOf('agenda', CITY, { asOf: '2026-07-02' }).document.subtitle).toBe('Next meeting due by 2026-07-08');
  });

  it('begin with what was decided and is not done, the most urgent first', () => {
    const rows = rowsOf(made);
    expect(rows[0]).toBe(
      '| Survey the corridor | Meeting 1 | Ring road: No second feed | Works Bureau | Chen | 2026-06-28 | ● Red 2 d overdue | 2026-06-25 begun |',
    );
    expect(rows[1]).toContain('| Move the depot | Meeting 1 | — |');
    expect(rows[2]).toContain('| Fence the site |');
  });

  it('told a decision done on a meeting’s day again at the next one, and an issue solved that day at neither', () => {
    const onTheDay = CITY.replaceAll('2026-06-29', '2026-07-01');
    const fence = (asOf: string): boolean =>
      rowsOf(summaryOf('agenda', onTheDay, { asOf })).some((line) => line.includes('Fence the site'));
    expect(['2026-06-30', '2026-07-01', '2026-07-02'].map(fence)).toEqual([true, true, false]);
    // As of the day before it is not done yet, so it is told as open.
    const closed = (asOf: string): string => summaryOf('agenda', onTheDay, { asOf }).markdown;
    expect(closed('2026-06-30')).not.toContain('Decisions closed since');
    expect(closed('2026-07-01')).toContain('Decisions closed since');
  });

  it('bring an issue that is ready with cause, what was tried, and the proposal', () => {
    expect(made.markdown).toContain('1. Three owners have not signed');
    expect(made.markdown).toContain('- Already tried: 2026-06-10 two rounds in the district');
    expect(made.markdown).toContain('- Proposal: **one appraiser for both sides**');
  });

  it('send back what is not ready and say why', () => {
    expect(rowsOf(made)).toContain(
      '| No second feed | Ring road | City | Chen | ● Yellow what has already been tried |',
    );
    expect(summaryOf('agenda', CITY, { lang: 'zh' }).markdown).toContain('下级协调情况');
  });

  it('leave to the project what the project can solve, unless the meeting has it on its agenda', () => {
    expect(summaryOf('agenda', CITY.replace('  agenda road ', '')).markdown).not.toContain('Colour of the rail');
    expect(rowsOf(made).find((row) => row.includes('Colour of the rail'))).toContain('cause, proposal');
  });

  it('show which lights changed since the last meeting', () => {
    expect(rowsOf(made)).toContain('| Ring road | — | Chen | ● Green | ● Yellow | deadlines |');
  });
});

it('a light that became green had no reason in the meeting papers: it says what it was red for', () => {
  const plan = `
policy p { light money { red when investment-behind > 30%  yellow when investment-behind > 10% } }
project a "Alpha bridge" {
  stage construction
  investment { year 2026 12M { Q1 6M Q2 2M Q3 2M Q4 2M } }
  report 2026-03-31 { invested 1M }
  report 2026-06-30 { invested 8M }
}
meeting m1 { date 2026-06-23 }
meeting m2 { date 2026-07-01 }
`;
  expect(rowsOf(summaryOf('agenda', plan))).toContain('| Alpha bridge | — | — | ● Red | ● Green | no longer: money |');
});

describe('follow-up of decisions', () => {
  const made = summaryOf('supervision', CITY, { lang: 'zh' });

  it('lists what each unit has to do and counts what is overdue', () => {
    expect(rowsOf(made)[0]).toContain('**Works Bureau　在办2项，逾期1项**');
    expect(rowsOf(made)[1]).toContain('| Survey the corridor | Meeting 1 | Chen | Wu | 2026-06-28 | ● 红 逾期2天 |');
  });

  it('has a slip for each open decision, on a sheet of its own, with room for the answer', () => {
    const slips = blocksOf(made, 'heading').filter(({ text }) => text.startsWith('督办单'));
    expect(slips.map(({ anchor }) => anchor)).toEqual(['slip:m1.survey', 'slip:m1.#2']);
    expect(blocksOf(made, 'pageBreak')).toHaveLength(2);
    expect(made.markdown).toContain('- 督办事项：**Survey the corridor**');
    expect(made.markdown).toContain('| 责任单位意见及办理结果 |');
    expect(made.markdown).toContain('| 责任单位（盖章） | 责任人（签字） | 日期 |');
    expect(made.markdown).toContain('- 反馈期限：');
  });

  it('has slips that say who issued them and what day their time left is of: they leave the list behind', () => {
    const issued = CITY.replace('{ meetings every 1w }', '{ meetings every 1w  compiler Works }');
    const { markdown } = summaryOf('supervision', issued, { lang: 'zh' });
    expect(markdown).toContain('- 签发单位：Works Bureau');
    expect(markdown).toContain('- 签发日期：');
    expect(markdown).toMatch(/督办单　第1号[\s\S]*逾期2天[\s\S]*?（截至2026年6月30日）/);
  });

  it('goes in copy to the leaders of what it is about and the units that help', () => {
    const text = CITY.replace('owner Chen\n  issue', 'owner Chen  leader Mayor\n  issue').replace(
      'supervisor Wu',
      'supervisor Wu  support Works',
    );
    expect(summaryOf('supervision', text, { lang: 'zh' }).markdown).toContain('- 抄送：Mayor、Works Bureau');
  });

  it('keeps what is done with its proof', () => {
    expect(rowsOf(made)).toContain(
      '| Fence the site | Meeting 1 | Works Bureau | Chen | 2026-06-30 | 2026-06-29 | 2026-06-29 up |',
    );
  });
});

describe('open issues', () => {
  it('are grouped by kind, the longest open first, with level, age and time left', () => {
    const made = summaryOf('issues', CITY);
    expect(rowsOf(made).find((row) => row.includes('Three owners'))).toContain(
      '| Works Bureau Chen | City | 29 | 2026-07-20 | ● Green 20 d left |',
    );
    const [counts] = blocksOf(made, 'stackedCounts');
    expect(counts?.series.map(({ label }) => label)).toEqual(['City', 'Project']);
    expect(counts?.rows.map(({ label, counts }) => ({ label, counts }))).toEqual([
      { label: 'Demolition and resettlement', counts: [1, 0] },
      { label: 'Utilities', counts: [1, 0] },
      { label: 'Kind not stated', counts: [0, 1] },
    ]);
    // A count leads to the first of what it counts.
    expect(counts?.rows.map(({ origin }) => origin?.sum)).toEqual([true, true, true]);
  });

  it('are none where all are resolved by the status date', () => {
    const plan = 'project p { issue a "x" { raised 2026-01-01  resolved 2026-02-01 } }';
    expect(summaryOf('issues', plan).markdown).toContain('There is no open issue.');
    expect(summaryOf('issues', plan, { asOf: '2026-01-31' }).markdown).toContain('| x |');
  });
});

describe('issues around a meeting', () => {
  const plan = (agenda: string): string => `
person Li
org Works
project P "Bridge" { unit Works stage construction
  issue City "city" { escalated city raised 2026-06-20 }
  issue County "county" { escalated county raised 2026-06-01 }
  issue Own "own" { raised 2026-05-01 owner Li }
  issue Solved "solved" { raised 2026-05-01 resolved 2026-06-24 }
  issue Before "before" { raised 2026-05-01 resolved 2026-06-15 }
  issue Ahead "ahead" { raised 2026-07-01 } }
meeting Week-25 { date 2026-06-17 }
meeting Week-27 { date 2026-07-02 ${agenda} }
`;
  const numbers = (kind: string): readonly string[] =>
    (blocksOf(summaryOf(kind, plan('')), 'keyValues').find(({ anchor }) => anchor === 'headline')?.entries ?? [])
      .map(({ label, value }) => `${label} ${plainText(value, 'en')}`)
      .filter((line) => /issues|since/i.test(line));

  it('are three numbers in every list: open, solved and new since the last meeting', () => {
    const three = [
      'Open issues 3',
      'Solved since the meeting of 2026-06-17 1',
      'New since the meeting of 2026-06-17 1',
    ];
    expect(numbers('issues')).toEqual(expect.arrayContaining(three));
    expect(numbers('agenda')).toEqual(expect.arrayContaining(three));
  });

  it('where no agenda is stated are those of its level and above; the others are counted with who deals with them', () => {
    const rows = rowsOf(summaryOf('agenda', plan('')));
    expect(rows.filter((row) => row.endsWith('| Works | 1 |'))).toEqual([
      expect.stringMatching(/^\| County \| Works \| 1 \|$/),
      expect.stringMatching(/^\| Project \| Works \| 1 \|$/),
    ]);
    expect(rows.some((row) => row.includes('city'))).toBe(true);
    expect(rows.some((row) => row.includes('county |'))).toBe(false);
  });

  it('are what a stated agenda lists, and nothing else', () => {
    const rows = rowsOf(summaryOf('agenda', plan('agenda P.County')));
    expect(rows.some((row) => row.includes('county'))).toBe(true);
    expect(rows.some((row) => row.includes('city'))).toBe(false);
  });
});

describe('deadlines that were moved', () => {
  const plan = `
portfolio city { meetings every 1w }
org Works "Works Bureau"
org Power "Power Company"
person Mayor
person Li
project P "Bridge" { unit Works  stage construction
  issue Land "the last plot" { escalated city  raised 2026-06-01  owner Li  unit Works  support Power
    due 2026-07-31  revised 2026-06-20 from 2026-06-15 by Mayor "rain"
    cause "x"  proposal "y"  tried 2026-06-10 "talks" }
  milestone Deck due 2026-09-30 { revised 2026-06-20 from 2026-08 } }
meeting W25 { date 2026-06-17
  decision "clear it" { number "〔2026〕3号"  unit Works  support Power  owner Li
    due 2026-07-10  revised 2026-06-24 from 2026-06-20 by Mayor "rain"  revised 2026-06-29 from 2026-06-30 } }
`;
  const moves = '（2026-06-24调整，原期限2026-06-20，批准人：Mayor，原因：rain；2026-06-29调整，原期限2026-06-30）';

  it('are judged by the newest, and the moves are listed', () => {
    const rows = rowsOf(summaryOf('supervision', plan, { lang: 'zh' }));
    expect(rows).toContain(
      `| 〔2026〕3号 clear it${moves}（配合：Power Company） | W25 | Li | — | 2026-07-10 | ● 绿 余10天 | — |`,
    );
    expect(rowsOf(summaryOf('issues', plan, { lang: 'zh' })).join()).toContain(
      '| the last plot（已协调1次，最近2026-06-10）（2026-06-20调整，原期限2026-06-15，批准人：Mayor，原因：rain） |',
    );
    expect(rowsOf(summaryOf('agenda', plan)).join()).toContain(
      'moved on 2026-06-24 from 2026-06-20 by Mayor: rain; moved on 2026-06-29 from 2026-06-30',
    );
  });

  it('were judged by the one that held on an earlier day', () => {
    const state = (asOf: string): string => rowsOf(summaryOf('supervision', plan, { lang: 'zh', asOf }))[1] ?? '';
    expect(state('2026-06-20')).toContain('| 2026-06-20 | ● 黄 今天到期 |');
    expect(state('2026-06-20')).not.toContain('调整');
    expect(state('2026-06-23')).toContain('| 2026-06-20 | ● 红 逾期3天 |');
    expect(state('2026-06-24')).toContain('| 2026-06-30 | ● 黄 余6天 |');
    expect(rowsOf(summaryOf('issues', plan, { asOf: '2026-06-16' })).join()).toContain('● Red 1 d overdue');
    expect(summaryOf('dashboard', plan, { asOf: '2026-06-16' }).markdown).toContain('1 overdue');
  });

  it('stand on the sheet of the project and on the slip', () => {
    const booklet = summaryOf('booklet', plan, { lang: 'zh' }).markdown;
    expect(booklet).toContain('the last plot（2026-06-20调整，原期限2026-06-15');
    expect(booklet).toContain('Deck（2026-06-20调整，原期限2026年8月底）');
    const { markdown } = summaryOf('supervision', plan, { lang: 'zh' });
    expect(markdown).toContain('督办单　〔2026〕3号');
    expect(markdown).toContain('- 配合单位：Power Company');
    expect(markdown).toContain(
      '- 期限调整：2026-06-24调整，原期限2026-06-20，批准人：Mayor，原因：rain；2026-06-29调整',
    );
  });
});

describe('what an inspection found in a project', () => {
  const plan = `
project P "Bridge" { stage construction  issue Own "own" }
project Q "Road" { stage construction }
meeting W { date 2026-06-10 }
inspection I "June inspection" { date 2026-06-15
  issue Crane "no log" { about P  raised 2026-06-15  due 2026-06-20 }
  issue Fence "no fence" { about P, Q  raised 2026-06-15  resolved 2026-06-25 }
  issue Office "no sign" }
view v { columns id, issues, overdue-issues }
`;

  it('is shown with it, once in the list, and counted', () => {
    const rows = rowsOf(summaryOf('issues', plan));
    expect(rows.filter((row) => row.includes('no log'))).toHaveLength(1);
    expect(rows.find((row) => row.includes('no log'))).toContain('| no log | Bridge (June inspection) |');
    expect(rows.find((row) => row.includes('no sign'))).toContain('| no sign | June inspection |');
    expect(summaryOf('booklet', plan).markdown).toContain(
      'Open issues (2 open, 1 solved and 2 new since the meeting of 2026-06-10)',
    );
    expect(rowsOf(summaryOf('view', plan, { name: 'v' }))).toEqual(['| P | 2 | 1 |', '| Q | 0 | 0 |']);
  });

  it('is not known before the inspection, and what is solved later was open', () => {
    const counts = (asOf: string): readonly string[] => rowsOf(summaryOf('view', plan, { name: 'v', asOf }));
    expect(counts('2026-06-14')).toEqual(['| P | 1 | 0 |', '| Q | 0 | 0 |']);
    expect(counts('2026-06-24')).toEqual(['| P | 3 | 1 |', '| Q | 1 | 0 |']);
  });
});

describe('the level of the meeting', () => {
  const plan = (level: string, agenda = ''): string => `
project P {
  issue Own { owner Li }
  issue County { escalated county }
  issue City { escalated city }
  issue Province { escalated province }
}
meeting W { date 2026-07-02 ${level} ${agenda} }
`;
  const listed = (level: string): readonly string[] =>
    rowsOf(summaryOf('agenda', plan(level)))
      .filter((row) => row.includes('cause'))
      .map((row) => row.split('|')[1]?.trim() ?? '');
  const below = (level: string): readonly string[] =>
    rowsOf(summaryOf('agenda', plan(level))).filter((row) => /^\| \w+ \| \S+ \| \d \|$/.test(row));

  it('decides what comes before it; without one it is the city', () => {
    expect(listed('')).toEqual(['City', 'Province']);
    expect(listed('level county')).toEqual(['County', 'City', 'Province']);
    expect(listed('level province')).toEqual(['Province']);
    expect(listed('level national')).toEqual([]);
  });

  it('leaves the others to those who deal with them', () => {
    expect(below('level county')).toEqual(['| Project | Li | 1 |']);
    expect(below('level province')).toEqual(['| Project | Li | 1 |', '| County | — | 1 |', '| City | — | 1 |']);
  });

  it('asks what was tried from the city up', () => {
    const row = (level: string): string =>
      rowsOf(summaryOf('agenda', plan(level))).find(
        (each) => each.includes('| Province |') || each.includes('Province |'),
      ) ?? '';
    expect(row('level county')).not.toContain('already been tried');
    expect(row('')).toContain('already been tried');
    expect(row('level province')).toContain('already been tried');
  });

  it('of the meeting that the rhythm asks for is that of the latest', () => {
    const past = `portfolio c { meetings every 1w }\n${plan('level county').replace('2026-07-02', '2026-06-25')}`;
    expect(rowsOf(summaryOf('agenda', past)).filter((row) => row.includes('cause'))).toHaveLength(3);
  });
});

/** Invented. */
const HELD = `
portfolio city "City works"
org Works "Works Bureau"
org Land "Land Bureau"
person Chen { title "Director" }
person Mayor { title "Vice Mayor" }
project road "Ring road" { issue land "Three owners have not signed" { cause "the rate is disputed"  proposal "one appraiser" } }
meeting m1 "Meeting 1" { date 2026-06-16  decision "Older" { unit Works  due 2026-06-20 } }
meeting m2 "Meeting 2" {
  date 2026-06-23  place "Room 3"  chair Mayor  attend Chen, Works  absent Land  recorder Chen
  text "Works goes on in the **south**."
  agenda road.land, road
  decision survey "Survey the corridor" {
    number "〔2026〕3号"  about road.land  unit Works  support Land  owner Chen  due 2026-07-10
    revised 2026-06-28 from 2026-06-30 by Mayor "rain"
    done 2026-06-29
  }
  decision "Move the depot" { owner Chen }
}
meeting m3 "Meeting 3" { date 2026-07-01  agenda road }
`;

describe('minutes', () => {
  it('say when and where the latest meeting held took place, who chaired it, who was there and who was not', () => {
    const { markdown, document } = summaryOf('minutes', HELD);
    expect(document.title).toBe('City works: minutes, 2026');
    expect(document.subtitle).toBe('Meeting 2');
    for (const line of [
      'Date: 2026-06-23',
      'Place: Room 3',
      'Present: Chen Director, Works Bureau',
      'Apologies: Land Bureau',
    ]) {
      expect(markdown).toContain(line);
    }
  });

  it('show what was discussed as it was written, and what was on the agenda with what was proposed', () => {
    const made = summaryOf('minutes', HELD);
    expect(made.markdown).toContain('Works goes on in the **south**.');
    expect(rowsOf(made)).toEqual([
      '| Ring road: Three owners have not signed | the rate is disputed | one appraiser |',
      '| Ring road | — | — |',
    ]);
  });

  it('number the decisions, with the deadline that was set that day and not the one that it was moved to', () => {
    const { markdown } = summaryOf('minutes', HELD);
    expect(markdown).toMatch(
      /1\. 〔2026〕3号 \*\*Survey the corridor\*\* .*re Ring road: Three owners have not signed/,
    );
    expect(markdown).toContain('Lead: Works Bureau; support: Land Bureau; owner: Chen; due 2026-06-30');
    expect(markdown).not.toContain('2026-07-10');
  });

  it('say which decision names no unit or no deadline', () => {
    expect(summaryOf('minutes', HELD, { lang: 'zh' }).markdown).toMatch(
      /责任单位未明确；责任人：Chen；.*完成期限未明确/,
    );
    const lost = HELD.replace('from 2026-06-30 ', '');
    expect(summaryOf('minutes', lost, { lang: 'zh' }).markdown).toContain('完成期限后经调整，原定期限未记载');
  });

  it('are of the meeting that is asked for', () => {
    const { markdown } = summaryOf('minutes', HELD, { name: 'm1' });
    expect(markdown).toContain('**Older**');
    expect(markdown).not.toContain('Survey');
  });

  it('count a meeting of the status date itself as held, and say of a later one that it has not been held yet', () => {
    expect(summaryOf('minutes', HELD, { asOf: '2026-07-01' }).document.subtitle).toBe('Meeting 3');
    expect(summaryOf('minutes', HELD, { name: 'm3' }).markdown).toContain(
      'Meeting 3 is on 2026-07-01 and has not been held yet',
    );
    expect(summaryOf('minutes', HELD, { asOf: '2026-06-15', lang: 'zh' }).markdown).toContain(
      '截至2026-06-15尚未召开会议',
    );
  });

  it('of an inspection list what it found', () => {
    const inspected = `${HELD}\ninspection v "Visit" { date 2026-06-30  issue crack "A crack" { about road  unit Works  due 2026-07-05 } decision "Mend it" { unit Works  due 2026-07-05 } }`;
    const made = summaryOf('minutes', inspected, { name: 'v' });
    expect(made.document.title).toBe('City works: inspection record, 2026');
    expect(rowsOf(made)).toEqual(['| A crack | Ring road | Works Bureau | 2026-07-05 |']);
    expect(summaryOf('minutes', inspected).document.subtitle).toBe('Meeting 2');
  });
});

/** Invented. */
const OWED = `
org Works "Works Bureau"
org Land "Land Bureau"
org Idle "Idle Bureau"
person Chen
person Wu
project road "Ring road" {
  unit Works  owner Chen
  milestone base "Road base" due 2026-06-20
  milestone top "Top layer" due 2026-07-20
  issue claim "Claim" { raised 2026-05-01  due 2026-06-29  unit Land  owner Wu }
  issue noise "Noise" { raised 2026-06-25  due 2026-06-30 }
  issue dust "Dust" { raised 2026-06-01  resolved 2026-06-26  unit Land }
}
meeting m1 "Meeting 1" { date 2026-06-23
  decision "Clear the site" { unit Land  owner Wu  due 2026-06-25 }
  decision "Fence the site" { unit Land  owner Wu  due 2026-07-25 }
  decision "Done long ago" { unit Idle  due 2026-06-25  done 2026-06-24 }
}
`;

describe('what is owed', () => {
  it('is listed by unit, deadlines, decisions and issues alike, the longest overdue first', () => {
    const rows = rowsOf(summaryOf('accountability', OWED));
    const from = rows.findIndex((row) => row.startsWith('| **Works Bureau · 1**'));
    expect(rows.slice(from, from + 5)).toEqual([
      '| **Works Bureau · 1** |  |  |  |  |  |',
      '| Road base | deadline | Ring road | Chen | 2026-06-20 | ● Red 10 |',
      '| **Land Bureau · 2** |  |  |  |  |  |',
      '| Clear the site | decision | — | Wu | 2026-06-25 | ● Red 5 |',
      '| Claim | issue | Ring road | Wu | 2026-06-29 | ● Red 1 |',
    ]);
  });

  it('shows units and persons that have decisions to carry out and no project, and not those whose decisions are done', () => {
    const rows = rowsOf(summaryOf('accountability', OWED));
    expect(rows.find((row) => row.startsWith('| Land Bureau'))).toMatch(/\| ● Red 2 \(1\) \|$/);
    expect(rows.find((row) => row.startsWith('| Wu'))).toMatch(/\| ● Red 2 \(1\) \|$/);
    expect(rows.some((row) => row.includes('Idle Bureau'))).toBe(false);
  });

  it('is not overdue on the day of its deadline', () => {
    const rows = rowsOf(summaryOf('accountability', OWED, { asOf: '2026-06-25' }));
    expect(rows.some((row) => row.includes('Clear the site'))).toBe(false);
  });
});

describe('issues by unit', () => {
  it('count open, overdue, solved and new since the last meeting, the share solved and the longest open', () => {
    expect(rowsOf(summaryOf('issues', OWED)).filter((row) => /^\| (Works|Land|Idle) Bureau \|/.test(row))).toEqual([
      '| Works Bureau | 1 | 0 | 0 | 1 | 0% | 5 |',
      '| Land Bureau | 1 | ● Red 1 | 1 | 0 | 50% | 60 |',
    ]);
  });

  it('say nothing of a meeting where none was held', () => {
    const rows = rowsOf(summaryOf('issues', OWED.slice(0, OWED.indexOf('meeting m1'))));
    expect(rows).toContain('| Works Bureau | 1 | 0 | 5 |');
  });
});
