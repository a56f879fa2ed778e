/** Which members a block may have, and what is read from them. */
import { describe, expect, it } from 'vitest';
import { spellingIn } from '../../../grammar/keywords.js';
import { problemsIn, read, statedIn } from '../../../test/read-facts.js';
import { parseIsoDay } from '../model/day.js';
import { blockMembers } from './grammar/blocks.js';
import { parsePlan } from './parser.js';

/** Every kind of declaration with everything it can say. Names are none of the keywords, so that their twins keep them. */
const EXAMPLES = {
  portfolio: `portfolio Works "Works of 2026" {
  year 2026
  status-date 2026-06-30
  currency GBP
  calendar quay
  policy lights
  year-begins M4
  compiler Council
  meetings every 2w
  reports every 1mo
  reviews by leader
  expect count() = 117
  expect share(category in works, plan) ~= 94%
  expect per category partition {
    Industry count 81, total 812亿元
    Roads count 9
  }
}`,
  calendar: `calendar quay "Quay" {
  weekend friday, saturday, sunday
  holidays CN
  holiday 2026-04-03 .. 2026-04-06 "Easter"
  holiday 2026-05-04
  workday 2026-09-12 "Open day"
  workday 2026-10-03 .. 2026-10-04
}`,
  org: `org Port "Port Authority" {
  in Council
  head Lindqvist
  alias "the Port", "SPA"
  contact "Pier House"
  review 2026-H1 { reporter Lindqvist }
}`,
  person: `person Lindqvist "L. Lindqvist" {
  org Port
  title "Harbour Master"
  phone "555 0101", "555 0102"
  email "l@example.org"
}`,
  category: 'category Sea "In the water" { in Works }',
  area: 'area Pier "The pier" { in Town }',
  tag: 'tag Storm "Storm damage" { in Damage }',
  batch: 'batch First "The first" { date 2026-01-12 }',
  project: `/** The breakwater. */
project P1 "North breakwater" {
  category Sea
  level city
  priority top
  area Pier, Town
  batch First
  tag Storm
  alias "North Mole"
  parent Renewal
  admitted 2026-01-12 "in place of the old quay"
  removed 2027-01-12
  stage ready
  stage construction on 2026-02-16
  period 2026-02 .. 2026-12
  actual-start 2026-02-16
  actual-finish 2026-12-16
  scope """
    420 m of rubble mound
  """
  target 2026 "the arm closed"
  target 2027 "the lamp lit"
  leader Osei
  unit Port
  owner Marlow
  support Fishery, Regulator
  supervisor Adeyemi
  team "The team" { Lindqvist, Marlow }
  scheme "plan.md"
  fund 250k
  calendar quay
  policy lights
  replaces Old
  investment 48M {
    source Budget 18M
    source Loan 30M
    before 2M
    year 2026 22M { Q1 3M Q2 6M Q3 8M Q4 5M }
    year 2027 24M { M1 2M M12 22M }
  }
  milestone Opening due 2026-12-20
  task Rock
  approval Permit
  issue Quarry "Stone is late"
  report 2026-03-31
  review 2026-H1
  field Permit "2026-12"
  field Delivery """
    By rail.
  """
  note "Works stop above 1.5 m of waves."
  note "They resume below."
  link "https://example.org"
}`,
  milestone: `project P1 {
  milestone M "Half way" due 2026-12-20 done 2026-12-18 {
    after Rock, P2.Rock.Lay FS +2w
    after Lamp SF -3wd
    weight 10%
    leader Osei
    unit Port
    owner Marlow
    support Fishery
    supervisor Adeyemi
    evidence "a.pdf", "b.pdf"
    evidence "c.pdf"
    revised 2026-04-20 from 2026-04-30 by Osei "gales"
    field Height 12.5
    note "seen"
  }
}`,
  approval: `project P1 {
  approval Permit "Permit" {
    due 2026-06
    done 2026-06-18
    after Survey SS
    start 2026-03
    finish 2026-Q2
    duration 20wd
    started 2026-03-03
    progress 60% "by chainage"
    progress 70% on 2026-06-26 "by chainage"
    suspended 2026-04-01 .. 2026-04-15 "gales"
    suspended 2026-05-01 ..
    calendar quay
    remaining 2w
    weight 5%
    authority Council
    field Impact major
    note "n"
    task Inner { duration 1d task Innermost { duration 1d } }
  }
}`,
  issue: `project P1 {
  issue Quarry "Half of the stone" {
    field Found 2026-03-02
    kind contract
    evidence "letter.pdf"
    cause "a barge was lost"
    proposal "hire one"
    raised 2026-06-08
    due 2026-07-15
    resolved 2026-07-14
    owner Marlow
    unit Port
    leader Osei
    support Fishery
    revised 2026-06-20 from 2026-06-30 by Osei "gales"
    about P2
    escalated province
    blocks Rock, P2.Rock
    tried 2026-06-15 "asked two others"
    tried 2026-06-20 "asked a third"
  }
}`,
  meeting: `meeting Dispatch "Meeting 12" {
  date 2026-06-23
  level county
  place "Town hall"
  chair Osei
  attend Lindqvist, Council
  absent Adeyemi, Fishery
  recorder Marlow
  text "The committee heard two reports."
  agenda P1.Quarry, P2
  decision Barge "Hire a barge" {
    about P1.Quarry, P1.Rock
    unit Port
    owner Marlow
    support Fishery
    supervisor Adeyemi
    number "(2026) 3"
    revised 2026-06-30 from 2026-07-10 by Osei "no offer"
    due 2026-07-17
    done 2026-07-16
    evidence "offer.pdf"
    evidence "contract.pdf"
    feedback 2026-06-29 "two offers"
  }
  decision "Without a name"
}`,
  inspection: `inspection Berth {
  date 2026-06-18
  issue Marshal "No marshal" { kind safety raised 2026-06-18 }
  decision D "A marshal on every shift"
}`,
  report: `project P1 {
  report 2026-06-26 {
    invested 8.7M
    received Budget 6M
    received Loan 4M
    paid 7.9M
    judged yellow "the barge is late"
    progress 48% "by chainage"
    quality normal
    safety attention "two near misses"
    integrity problem "a complaint"
    text "armour placed"
    next "second barge"
    reporter Marlow
  }
  review 2025-H2 { reporter Osei date 2026-01-08 text "on time" }
}`,
  view: `view Open "Works in hand" {
  rows none
  rank sum(invested) / sum(plan) desc
  against last-month
  where (stage = construction or not level in Sea) and total >= 1亿元 and leader != none
  group category, unit
  sort light desc, due
  columns id, title, days-late
  totals sum(invested at last-month), count(light = red) at year-ago, sum(paid at 2026-Q1) - sum(paid at last-quarter),
    count(), sum(total), sum(plan, stage = ready) - 2 * sum(invested) / 3 + -1M
}`,
  policy: `policy lights "Lights" {
  every month
  baseline half-monthly
  factor 120%
  warn 14d
  light Time { red when days-late > 30d yellow when days-late > 0d }
  light Money { yellow when investment-behind >= 10% }
  escalate yellow consecutive 3
  max-revisions 2
  max-load 4
  require leader, unit for priority = top
  require team
}`,
};

/** Not stated in the examples: what excludes what is. */
const LEFT_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['category', ['date']],
  ['area', ['date']],
  ['tag', ['date']],
  ['batch', ['in']],
  [
    'milestone',
    [
      'due',
      'done',
      'start',
      'finish',
      'started',
      'duration',
      'remaining',
      'progress',
      'suspended',
      'calendar',
      'authority',
      'milestone',
      'task',
      'approval',
    ],
  ],
  ['approval', ['leader', 'unit', 'owner', 'support', 'supervisor', 'evidence', 'revised', 'milestone', 'approval']],
  ['meeting', ['issue']],
  ['inspection', ['chair', 'attend', 'agenda', 'level', 'place', 'absent', 'recorder', 'text']],
]);

/** `text` with every keyword in its other spelling; names, and the fields in expressions among them, stay. */
function twin(text: string): string {
  let result = '';
  let end = 0;
  let before: Parameters<typeof spellingIn>[0];
  for (const { tokenType, startOffset, image } of parsePlan(text).tokens) {
    const { keyword } = tokenType;
    const word = keyword && spellingIn(before, keyword, 'zh');
    before = keyword;
    result += text.slice(end, startOffset) + (word ?? image);
    end = startOffset + image.length;
  }
  return result + text.slice(end);
}

interface Stating {
  readonly stated: ReadonlySet<string>;
  readonly [property: string]: unknown;
}

const isStating = (value: unknown): value is Stating =>
  typeof value === 'object' && value !== null && 'stated' in value && value.stated instanceof Set;

function* statingIn(value: unknown): Generator<Stating> {
  if (isStating(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* statingIn(inner);
}

describe.each(Object.entries(EXAMPLES))('%s', (kind, example) => {
  it('is read without a complaint', () => expect(problemsIn(example)).toEqual([]));

  it('states the same in the other vocabulary', () => {
    const other = twin(example);
    expect(other).not.toBe(example);
    expect(problemsIn(other)).toEqual([]);
    expect(statedIn(other)).toEqual(statedIn(example));
  });

  it('has every member that the grammar knows of', () => {
    const known = [...(blockMembers().get(kind) ?? [])].filter((word) => !LEFT_OUT.get(kind)?.includes(word));
    const stated = [...statingIn(read(example).declarations)].flatMap((stating) => [...stating.stated]);
    const inside = kind === 'report' ? known.filter((word) => example.includes(`    ${word} `)) : stated;
    expect(known.filter((word) => !inside.includes(word))).toEqual([]);
  });

  it('has all that is stated in its facts', () => {
    for (const stating of statingIn(read(example).declarations)) {
      const values = Object.entries(stating).filter(([, value]) => value !== undefined && !isEmpty(value));
      const texts = JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      for (const word of stating.stated) expect([word, keepsOf(word, texts)]).toEqual([word, true]);
    }
  });
});

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Member → the property of the facts that keeps it, where that is not its own name in one word. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['title', 'post'],
  ['expect', 'expects'],
  ['field', 'fields'],
  ['stage', 'stages'],
  ['milestone', 'items'],
  ['task', 'items'],
  ['approval', 'items'],
  ['issue', 'issues'],
  ['report', 'reports'],
  ['review', 'reviews'],
  ['rows', 'withoutRows'],
  ['target', 'targets'],
  ['note', 'notes'],
  ['link', 'links'],
  ['kind', 'type'],
  ['decision', 'decisions'],
  ['light', 'lights'],
]);

function keepsOf(word: string, facts: string): boolean {
  const property = PROPERTIES.get(word) ?? word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return facts.includes(`["${property}",`);
}

describe('members that may stand once', () => {
  it.each([
    ['a second leader', 'project P {\n  leader A\n  [leader B]\n}'],
    ['two leaders in one statement', 'project P {\n  leader A, [B]\n}'],
    ['a second title of a person', 'person A { title "x" [title "y"] }'],
    ['due before and in the block', 'project P { milestone M due 2026-01-02 { [due 2026-01-03] } }'],
    ['a second report of one day', 'project P {\n  report 2026-01-02\n  [report 2026年1月2日 { progress 5% }]\n}'],
    ['a second plan of one year', 'project P { investment { year 2026 5M [year 2026年 6M] } }'],
    ['a second target of one year', 'project P { target 2026 "a" [target 2026年 "b"] }'],
    ['a second first quarter', 'project P { investment { year 2026 5M { Q1 1M [一季度 2M] } } }'],
    ['a second red condition', 'policy P { light L { red when a > 1 [red when a > 2] } }'],
    ['a second undated progress', 'project P { task T { progress 5% [progress 6%] } }'],
    ['a second progress of one day', 'project P { task T { progress 5% on 2026-01-02 [progress 6% on 2026/1/2] } }'],
    ['a second investment', 'project P {\n  investment 5M\n  [investment 6M]\n}'],
  ])('%s', (_, source) => {
    const [before = '', again = '', after = ''] = source.split(/[[\]]/);
    expect(problemsIn(before + again + after)).toEqual([`member/repeated: ${again}`]);
  });

  it('point to the first', () => {
    const text = 'project P {\n  leader A\n  leader B\n}';
    const places = read(text).findings.flatMap(({ related = [] }) =>
      related.map(({ at }) => text.slice(at.start, at.end)),
    );
    expect(places).toEqual(['leader A']);
  });

  it('do not hide those that repeat', () => {
    expect(
      problemsIn(
        'project P {\n  stage ready\n  stage construction on 2026-01-02\n  note "a"\n  note "b"\n  link "c"\n  link "d"\n}',
      ),
    ).toEqual([]);
  });
});

describe('a member where it has no place', () => {
  it.each([
    ['a date of a category', 'category C { [date] 2026-01-02 }'],
    ['what a batch is in', 'batch B { [in] A }'],
    ['an issue of a meeting', 'meeting M { [issue] I "x" }'],
    ['an authority of a project', 'project P {\n  [authority] X\n  unit U\n}'],
  ])('%s', (_, source) => {
    const [before = '', culprit = '', after = ''] = source.split(/[[\]]/);
    expect(problemsIn(before + culprit + after)).toEqual([`syntax/unexpected: ${culprit}`]);
  });
});

describe('dependencies', () => {
  const after = (written: string) => {
    const [project] = read(`project P {\n  task T { after ${written} }\n}`).declarations;
    const dependencies = project?.kind === 'project' ? (project.items[0]?.after ?? []) : [];
    return dependencies.map(({ target, type, lag }) => {
      const path = target.segments.map(({ text }) => text).join('.');
      return `${path} ${type}${lag === undefined ? '' : ` ${lag.sign * lag.duration.amount}${lag.duration.unit}`}`;
    });
  };

  it.each([
    ['A', ['A FS']],
    ['A SS', ['A SS']],
    ['A FS+3d', ['A FS 3d']],
    ['A FS-3d', ['A FS -3d']],
    ['A FF - 2wd', ['A FF -2wd']],
    ['A +1w', ['A FS 1w']],
    ['P2.A.B SF +1mo, C', ['P2.A.B SF 1mo', 'C FS']],
    ['A、B，C', ['A FS', 'B FS', 'C FS']],
    ['`1-2` SS', ['1-2 SS']],
    ['完成 FS-3d', ['完成 FS -3d']],
  ])('%s', (written, meant) => expect(after(written)).toEqual(meant));
});

describe('what is stated of a task', () => {
  const task = (members: string) => {
    const [project] = read(`project P {\n  task T {\n${members}\n}\n}`).declarations;
    const item = project?.kind === 'project' ? project.items[0] : undefined;
    if (item === undefined) throw new Error('no task');
    return item;
  };
  const day = parseIsoDay;

  it('is how much was done on which day, and always', () => {
    const { progress } = task('progress 20%\nprogress 60% on 2026-06-26 "by chainage"\n进度 75% 于 2026年7月3日');
    expect(progress.map(({ value, on, text }) => [Number(value.n), on?.day, text?.text])).toEqual([
      [20, undefined, undefined],
      [60, day('2026-06-26'), 'by chainage'],
      [75, day('2026-07-03'), undefined],
    ]);
  });

  it('is in which days no work is done, the last ones open', () => {
    const { suspended } = task('suspended 2026-07-01 .. 2026-08 "floods"\n停工 2026年9月1日 至\nowner A');
    expect(suspended.map(({ first, last, why }) => [first, last, why?.text])).toEqual([
      [day('2026-07-01'), day('2026-08-31'), 'floods'],
      [day('2026-09-01'), undefined, undefined],
    ]);
  });

  it('is its own calendar', () => {
    expect(task('calendar quay').calendar?.kinds).toEqual(['calendar']);
  });

  it.each([
    [
      'a suspension that ends before it begins',
      'suspended 2026-07-02 .. 2026-07-01',
      ['schedule/order: suspended 2026-07-02 .. 2026-07-01'],
    ],
    ['a suspension of no span', 'suspended 2026-07-02', ['syntax/unexpected: 2026-07-02']],
    ['a suspension whose end is no date', 'suspended 2026-07-02 .. July', ['syntax/unexpected: July']],
    ['progress of a day that is not typed yet', 'progress 5% on', ['syntax/unexpected: on']],
    ['progress of a month', 'progress 5% on 2026-07', ['value/date: 2026-07']],
  ])('%s is told and does not count', (_, member, problems) => {
    expect(problemsIn(`project P {\n  task T {\n    ${member}\n  }\n}`)).toEqual(problems);
    expect([...task(member).suspended, ...task(member).progress]).toEqual([]);
  });
});

describe('a member of another kind of item is told so, and does not count', () => {
  it.each([
    ['milestone M { duration 10d owner A }', 'duration'],
    ['milestone M { progress 50% }', 'progress'],
    ['task T { authority U }', 'authority'],
    ['milestone M { task T }', 'task'],
    ['milestone M { suspended 2026-07-01 .. }', 'suspended'],
    ['milestone M { calendar C }', 'calendar'],
  ])('%s', (item, found) => {
    expect(problemsIn(`project P { ${item} }`)).toEqual([`syntax/unexpected: ${found}`]);
  });

  it('an approval has all that a task has, and its authority', () => {
    expect(problemsIn('project P { approval A { duration 10wd authority U progress 50% } }')).toEqual([]);
  });
});
