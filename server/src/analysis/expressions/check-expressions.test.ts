/** What is wrong with expressions: unknown names, types that do not go together. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import type { Finding } from '../../model/facts.js';
import { EXPRESSION_RULES } from '../checks/expression.js';
import { messageOf } from '../checks/index.js';

const DECLARED = `
  category industry category mining { in industry } area north person LiSi org works tag 重点 project P1
  policy R { light start { yellow when start-late > 0d } }`;

/** What is found in a plan with `[[…]]` around the places where something has to be found. */
function problems(text: string): readonly { readonly place: string; readonly message: string; readonly zh: string }[] {
  const plain = text.replaceAll('[[', '').replaceAll(']]', '');
  const analysis = analysed(plain, '2026-03-31');
  const found: Finding[] = [];
  for (const file of analysis.plan.files()) {
    for (const { check } of EXPRESSION_RULES) if (check?.scope === 'file') found.push(...check.run(file, analysis));
  }
  const marked = [...text.matchAll(/\[\[/g)].map(({ index }, nth) => index - nth * 4);
  expect(found.map(({ at }) => at.start).sort((a, b) => a - b)).toEqual(marked);
  return found
    .sort((a, b) => a.at.start - b.at.start)
    .map((finding) => ({
      place: plain.slice(finding.at.start, finding.at.end),
      message: messageOf(finding, 'en'),
      zh: messageOf(finding, 'zh'),
    }));
}

const where = (condition: string): string => `${DECLARED} view V { where ${condition} columns id }`;
const expectation = (condition: string): string => `${DECLARED} portfolio X { expect ${condition} }`;
const message = (text: string): string =>
  problems(text)
    .map((problem) => problem.message)
    .join('\n');

describe('names in expressions', () => {
  it('are fields, words and declared names, in both spellings', () => {
    expect(
      problems(where('level = city and 级别 = 市级 and stage != construction and light = red and 亮灯 <= 黄')),
    ).toEqual([]);
    expect(problems(where('category in industry and area = north and leader = LiSi and 责任单位 = works'))).toEqual([]);
    expect(problems(where('id = P1 or parent in P1 or leader = owner or light(start) = yellow'))).toEqual([]);
  });

  it('may stand on either side, and as a string', () => {
    expect(problems(where('city = level and LiSi = leader and leader = "LiSi"'))).toEqual([]);
  });

  it('are what the other side asks for: one word can be a priority and a tag', () => {
    expect(problems(where('priority = 重点 and tag = 重点'))).toEqual([]);
  });

  it('are guessed where they are mistyped', () => {
    expect(message(where('[[completoin]] < 50%'))).toBe(
      'There is no field called "completoin"; did you mean "completion"?',
    );
    expect(message(where('[[levle]] = city'))).toContain('"level"');
    expect(message(where('level = [[citty]]'))).toBe('"citty" is no level; did you mean "city"?');
    expect(message(where('category in [[industri]]'))).toBe(
      'There is no category called "industri"; did you mean "industry"?',
    );
    expect(message(where('leader = [["LiSii"]]'))).toContain('did you mean "LiSi"?');
    expect(message(where('light([[stat]]) = red'))).toContain('did you mean "start"?');
    expect(message(expectation('[[cuont]]() = 3'))).toContain('did you mean "count"?');
  });

  it('keep to the language they are written in', () => {
    const [problem] = problems(where('[[完成旅]] < 50%'));
    expect(problem?.zh).toBe('没有名为“完成旅”的字段；是否应为“完成率”？');
  });

  it('are told apart from things that are declared', () => {
    expect(message(where('[[industry]]'))).toBe('"industry" is a category and no field: write category in industry');
  });

  it('are looked at in columns, groups, sort keys, requirements and breakdowns', () => {
    const text = `${DECLARED}
      view V { group [[categorie]] sort [[dew]] desc columns id, [[nam]] }
      policy S { require leader, [[teem]] for [[prority]] = top }
      portfolio X { expect per [[categroy]] partition { industry count 1 }
        expect per category overlap { [[industy]] count 1, [[totl]] 3M } }`;
    expect(problems(text)).toHaveLength(8);
  });
});

describe('types', () => {
  it('have to be the same on both sides', () => {
    expect(message(where('total < [[2026-03-31]]'))).toBe('Money cannot be compared with a date');
    expect(message(where('completion < [[50]]'))).toBe(
      'A percent cannot be compared with a number; a percent is written 10%',
    );
    expect(message(where('days-late > [[30]]'))).toContain('30d');
    expect(message(where('leader = [[works]] or leader = [[unit]]'))).toContain('person');
  });

  it('fit where the meaning is plain', () => {
    expect(problems(where('total > 5000 and planned-start >= 2026 and due in 2026-Q2 and start-late >= 3mo'))).toEqual(
      [],
    );
    expect(problems(where('invested / plan < 50% and plan - invested > 1M and due - 14d <= forecast'))).toEqual([]);
    expect(problems(expectation('sum(invested) / sum(plan) ~= 44% and count() - count(stage = ready) = 73'))).toEqual(
      [],
    );
  });

  it('say what can be asked of them', () => {
    expect(message(where('level < [[city]]'))).toContain('only = and != can be asked');
    expect(message(where('level in [[city]]'))).toContain('"in" is for categories');
    expect(message(where('due ~= [[2026-03-31]]'))).toContain('~= is for rounded');
    expect(message(where('[[total]]'))).toContain('A condition is needed here');
    expect(message(where('total > 3M and [[completion]]'))).toContain('A condition is needed here');
  });

  it('of operations', () => {
    expect(message(where('total + [[completion]] > 3M'))).toBe('A percent cannot be added to money');
    expect(message(where('total * [[plan]] > 3M'))).toBe('Money cannot be multiplied by money');
    expect(message(where('[[-title]] = title'))).toBe('Text has no negative');
  });

  it('of arguments', () => {
    expect(message(expectation('[[sum]]() = 3M'))).toBe('This is written sum(field) or sum(field, condition)');
    expect(message(expectation('sum([[title]]) = 3M'))).toBe('There is no sum of text');
    expect(message(expectation('sum(total, [[plan]]) = 3M'))).toContain('A condition is needed here');
    expect(message(expectation('[[share]](total) = 3%'))).toBe('This is written share(condition, field)');
  });

  it('tell what is asked of one project from what is asked of all', () => {
    expect(message(where('[[sum]](total) > 3M'))).toContain('asked of each project by itself');
    expect(message(expectation('[[total]] = 3M'))).toContain('write sum(total)');
    expect(message(expectation('[[stage]] = construction'))).toContain('write count(stage = …)');
  });

  it('do not let a light judge itself', () => {
    expect(message('policy S { light a { red when [[light]] = yellow yellow when [[light(a)]] = red } }')).toContain(
      "A light's condition cannot ask for a light",
    );
  });

  it('are checked in the rows of breakdowns', () => {
    const text = `${DECLARED} portfolio X { expect per category partition { industry count 3, total [[30%]], [[title]] 3 }
      expect per [[total]] partition { } }`;
    expect(problems(text)).toHaveLength(3);
  });

  it('are not told of twice: a value that cannot be read is reported where it is read', () => {
    expect(problems(where('[[nonsense]] = city and [[other]] < 3 and not ([[more]] > 2d)'))).toHaveLength(3);
  });
});
