/** What the summary `deadlines` warns of. */
import { describe, expect, it } from 'vitest';
import { rowsOf, summaryOf } from '../../../../test/generated-summary.js';

const WORKS = `
person Chen
person Zhou
org Works "Works Bureau"
project road "Ring road" {
  unit Works  owner Chen
  milestone base "Road base" due 2026-06-20
  task paving "Paving" { start 2026-06-15  started 2026-06-15  duration 30d  owner Zhou }
  milestone open "Opened" due 2026-07-05 { after paving }
  milestone signs "Signs" due 2026-07-10
  milestone trees "Trees" due 2026-11
}
project gone "Cancelled bridge" { stage cancelled  milestone m due 2026-01-01 }
`;

describe('deadline warnings', () => {
  it('sorts what is overdue, what will be late and why, and what is due soon', () => {
    const rows = rowsOf(summaryOf('deadlines', WORKS));
    expect(rows.slice(0, 3)).toEqual([
      '| Ring road | Road base | Works Bureau | Chen | 2026-06-20 | — | ● Red 10 d overdue |',
      '| Ring road | Opened | Works Bureau | Chen | 2026-07-05 | 2026-07-29 | ● Yellow 24 d late by forecast | Paving |',
      '| Ring road | Signs | Works Bureau | Chen | 2026-07-10 | 2026-07-10 | ● Yellow 10 d left |',
    ]);
  });

  it('tells everybody what is theirs', () => {
    expect(rowsOf(summaryOf('deadlines', WORKS, { lang: 'zh' }))).toContain(
      '| **Chen　逾期1项、预计逾期1项、即将到期1项** |  |  |  |  |  |',
    );
  });

  it('where the forecast rests on what is not there, nobody can say that it will be on time', () => {
    const lost = WORKS.replace('task paving "Paving" {', 'task paving "Paving" { after nothing FF').replace(
      'due 2026-07-05',
      'due 2026-12-05',
    );
    const rows = (text: string) =>
      rowsOf(summaryOf('accountability', text)).filter((line) => line.startsWith('| Ring'));
    const onlyOpened = (text: string) =>
      text.replace('milestone base "Road base" due 2026-06-20', '').replace(/milestone (signs|trees).*/g, '');
    expect(rows(onlyOpened(WORKS.replace('2026-07-05', '2026-12-05')))[0]).toContain('158 d left');
    expect(rows(onlyOpened(lost))[0]).toContain('158 d left, no forecast');
  });

  it('said that nothing is late where nobody can tell', () => {
    const plan = `project road "Ring road" {
  milestone open "Opened" due 2026-12-05 { after nothing }
  milestone signs "Signs" due 2026-13-05
  milestone trees "Trees" due 2026-11
}`;
    const summary = summaryOf('deadlines', plan);
    expect(summary.markdown).toContain('Cannot be told (2)');
    expect(summary.markdown).not.toContain('No deadline is overdue');
    expect(rowsOf(summary)).toEqual([
      '| Ring road | Signs | — | — | — | — | ● Grey deadline cannot be read |',
      '| Ring road | Opened | — | — | 2026-12-05 | — | ● Grey 158 d left, no forecast |',
    ]);
    expect(summaryOf('deadlines', 'project road { milestone trees due 2026-11 }').markdown).toContain(
      'No deadline is overdue',
    );
  });

  it('counts for an owner and a unit what they answer for, in whichever project it stands', () => {
    const plan = `
org W "Works"
org V "Water"
person A { org W }
person B { org V }
project P { stage construction  unit W  owner A
  milestone m due 2026-06-01  milestone n due 2026-06-15 { owner B unit V }
  issue i "x" { raised 2026-06-01 }  issue j "y" { raised 2026-06-01 owner B unit V } }`;
    const counts = (name: string) =>
      rowsOf(summaryOf('accountability', plan))
        .filter((line) => line.startsWith(`| ${name} |`) && line.split('|').length > 12)
        .map((line) =>
          line
            .split('|')
            .slice(-5, -2)
            .map((each) => each.trim().replace('● Red ', ''))
            .slice(1),
        );
    // Overdue, open issues.
    expect(['Works', 'Water', 'A', 'B'].map((name) => counts(name)[0])).toEqual([
      ['1', '1'],
      ['1', '1'],
      ['1', '1'],
      ['1', '1'],
    ]);
  });

  it('on the day itself a deadline is due, not overdue', () => {
    expect(rowsOf(summaryOf('deadlines', WORKS, { asOf: '2026-06-20' }))[0]).toContain('Opened');
    expect(summaryOf('deadlines', WORKS, { asOf: '2026-06-20', lang: 'zh' }).markdown).toContain('今天到期');
  });

  it('has a list of the projects that missed their own planned start or completion, or will', () => {
    const plan = `
project a "Late start" { stage ready  period 2026-05 .. 2027-12 }
project b "Not completed" { stage construction  actual-start 2025-03-01  period 2025-03 .. 2026-06-29 }
project c "Too long" { stage construction  actual-start 2026-06-01  period 2026-06 .. 2026-07
  task works "Works" { started 2026-06-01 duration 70d } }
project d "In time" { stage ready  period 2026-06 .. 2027-12 }
`;
    expect(rowsOf(summaryOf('deadlines', plan))).toEqual([
      '| Late start | Planned start | — | — | end of May 2026 | — | ● Red 30 d overdue |',
      '| Not completed | Planned completion | — | — | 29 Jun 2026 | — | ● Red 1 d overdue |',
      '| Too long | Planned completion | — | — | end of Jul 2026 | 2026-09-07 | ● Yellow 38 d late by forecast |',
    ]);
  });

  it('says how near "soon" is, which another policy says otherwise', () => {
    const early = 'project p { milestone m due 2026-07-30 }';
    const [none, all] = ['portfolio W {}', 'policy early { warn 1mo }'].map((frame) =>
      summaryOf('deadlines', `${frame}\n${early}`, { lang: 'zh' }),
    );
    expect(none?.markdown).toContain('没有逾期、预计逾期或即将到期的节点。');
    expect(none?.markdown).toContain('即将到期：截至日后14天内到期。');
    expect(all?.markdown).toContain('即将到期（1项）');
    expect(all?.markdown).toContain('即将到期：截至日后1个月内到期。');
    const both = `policy usual { warn 7d }\npolicy early { warn 1mo }\nportfolio W { policy usual }
project p { policy early  milestone m due 2026-07-30 }\nproject q { milestone n due 2026-07-31 }`;
    expect(summaryOf('deadlines', both).markdown).toContain(
      "Due soon: not later than 1 month or 7 days after the status date, as the project's policy says.",
    );
  });

  it('nobody is held to the deadlines of a cancelled project', () => {
    expect(summaryOf('deadlines', WORKS).markdown).not.toContain('Cancelled bridge');
    expect(summaryOf('deadlines', 'project p { stage cancelled  milestone m due 2026-01-01 }').markdown).toContain(
      'No deadline is overdue',
    );
  });
});
