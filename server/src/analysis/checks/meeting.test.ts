/** The rules about meetings, their decisions and issues. */
import { describe, expect, it } from 'vitest';
import { codesIn, found } from '../../../../test/findings.js';

describe('issues', () => {
  it('open ones need an owner and a deadline; on an agenda cause and proposal as well', () => {
    const plan = 'project P1 {\n issue Land { raised 2026-03-01 }\n}\n';
    expect(found('issue/unprepared', plan, '2026-02-28')).toEqual([]);
    expect(found('issue/unprepared', plan, '2026-03-31')).toMatchObject([
      { text: 'Land', element: 'P1.Land', data: { missing: ['owner', 'due'] } },
    ]);
    const listed = `${plan}meeting W { date 2026-04-02  agenda P1.Land }\n`;
    expect(found('issue/unprepared', listed, '2026-03-31')).toMatchObject([
      { data: { missing: ['cause', 'proposal', 'owner', 'due'], meeting: 'W' }, related: ['P1.Land'] },
    ]);
    const solved = plan.replace('raised', 'resolved 2026-03-10 raised');
    expect(found('issue/unprepared', solved, '2026-03-31')).toEqual([]);
  });

  it('of an inspection are issues as well', () => {
    const plan = 'inspection I1 { date 2026-03-01  issue Crane { due 2026-03-10 } }\n';
    expect(found('issue/overdue', plan, '2026-03-10')).toEqual([]);
    expect(found('issue/overdue', plan, '2026-03-11')).toMatchObject([{ data: { due: '2026-03-10', days: 1 } }]);
    expect(found('issue/unprepared', plan, '2026-03-11')).toMatchObject([{ data: { missing: ['owner'] } }]);
  });

  it('below city level nothing has to have been tried', () => {
    const plan = (level: string, tried = ''): string =>
      `project P1 { issue Land { escalated ${level} ${tried} } }\nmeeting W { date 2026-04-02  agenda P1.Land }\n`;
    expect(found('issue/not-tried', plan('county'), '2026-03-31')).toEqual([]);
    expect(found('issue/not-tried', plan('province'), '2026-03-31')).toMatchObject([{ text: 'P1.Land' }]);
    const tried = plan('city', 'tried 2026-03-20 "talks"');
    expect(found('issue/not-tried', tried, '2026-03-19')).toHaveLength(1);
    expect(found('issue/not-tried', tried, '2026-03-20')).toEqual([]);
  });

  it('are told apart by the level of the meeting, which is the city where it does not say so', () => {
    const plan = (issue: string, meeting: string): string =>
      `project P1 { issue Land { ${issue} } }\nmeeting W { date 2026-04-02  ${meeting}  agenda P1.Land }\n`;
    const codes = (issue: string, meeting: string): readonly string[] =>
      codesIn(plan(issue, meeting), '2026-03-31').filter((code) => /below|tried/.test(code));
    expect(codes('escalated county', '')).toEqual(['issue/below']);
    expect(codes('escalated county', 'level county')).toEqual([]);
    expect(codes('escalated city', 'level county')).toEqual([]);
    expect(codes('', 'level county')).toEqual(['issue/below']);
    expect(codes('escalated city', 'level city')).toEqual(['issue/not-tried']);
    expect(codes('escalated city', 'level province')).toEqual(['issue/below', 'issue/not-tried']);
    expect(codes('escalated province', 'level province')).toEqual(['issue/not-tried']);
    expect(codes('escalated nowhere', 'level province')).toEqual([]);
  });

  it('solved on the day of the meeting or later was not solved before it', () => {
    const plan = (day: string): string =>
      `project P1 { issue Land { resolved ${day} } }\nmeeting W { date 2026-04-02  agenda P1.Land }\n`;
    expect(found('issue/closed-on-agenda', plan('2026-04-01'), '2026-04-30')).toMatchObject([{ text: 'P1.Land' }]);
    expect(found('issue/closed-on-agenda', plan('2026-04-02'), '2026-04-30')).toEqual([]);
    expect(found('issue/closed-on-agenda', plan('2026-04-01'), '2026-03-31')).toEqual([]);
  });
});

describe('meeting/missed', () => {
  const plan = (meetings: string): string => `portfolio City { meetings every 1w }\n${meetings}\n`;

  it('a week after the latest one', () => {
    const one = plan('meeting W { date 2026-03-24 }');
    expect(found('meeting/missed', one, '2026-03-31')).toEqual([]);
    expect(found('meeting/missed', one, '2026-04-01')).toMatchObject([
      { text: '1w', data: { latest: '2026-03-24', days: 8 } },
    ]);
  });

  it('neither a meeting to come nor an inspection is one that was held', () => {
    expect(found('meeting/missed', plan('meeting W { date 2026-04-02 }'), '2026-03-31')).toMatchObject([
      { en: 'No meeting has been held; there is to be one every week' },
    ]);
    expect(found('meeting/missed', plan('inspection I { date 2026-03-30 }'), '2026-03-31')).toHaveLength(1);
  });

  it('one whose day cannot be read may have been held', () => {
    expect(found('meeting/missed', plan('meeting W { date 2026-02-30 }'), '2026-03-31')).toEqual([]);
  });
});

describe('decisions', () => {
  const plan = (members: string): string =>
    `org U\nperson A\nmeeting W {\n date 2026-03-10\n decision D "clear the site" { ${members} }\n}\n`;
  const ofDecisions = (text: string, asOf: string): readonly string[] =>
    codesIn(text, asOf).filter((code) => code.startsWith('decision/'));

  it('exist from the day of the meeting', () => {
    expect(ofDecisions(plan(''), '2026-03-09')).toEqual([]);
    expect(found('decision/unassigned', plan(''), '2026-03-10')).toMatchObject([
      { text: 'D', element: 'W.D', data: { missing: ['unit', 'owner', 'due'] } },
    ]);
  });

  it('are overdue the day after', () => {
    const due = plan('unit U owner A due 2026-03-31');
    expect(ofDecisions(due, '2026-03-31')).toEqual([]);
    expect(ofDecisions(due, '2026-04-01')).toEqual(['decision/overdue']);
  });

  it('are closed with proof', () => {
    const done = plan('unit U owner A due 2026-03-31 done 2026-03-30');
    expect(ofDecisions(done, '2026-03-29')).toEqual([]);
    expect(ofDecisions(done, '2026-03-30')).toEqual(['decision/no-evidence']);
    expect(ofDecisions(done.replace('done', 'evidence "https://example.org/1" done'), '2026-03-30')).toEqual([]);
    const later = done.replace('done', 'feedback 2026-04-01 "cleared" done');
    expect(ofDecisions(later, '2026-03-31')).toEqual(['decision/no-evidence']);
    expect(ofDecisions(later, '2026-04-01')).toEqual([]);
  });
});
