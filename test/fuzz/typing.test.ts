/** Statements typed letter by letter beside broken lines: previews show what stands in the text, neither more nor less. */
import { expect, test } from 'vitest';
import { parseIsoDay, toDay } from '../../server/src/model/day.js';
import type { ItemFacts, ProjectFacts } from '../../server/src/model/facts.js';
import { LastGood } from '../../server/src/workspace/last-good.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { PATIENCE, pick, seeded } from './texts.js';

const today = parseIsoDay('2026-03-31') ?? toDay(0);

const plan = `project P1 "Bridge" {
  leader A
  investment 5M { year 2026 1M }
  milestone M1
  milestone M2
}
project P2 "Dam" {
  stage construction
}
`;

/** The names of everything that is shown, after each of the texts was typed. */
function names(projects: readonly ProjectFacts[]): readonly string[] {
  const inside = ({ name, items }: ItemFacts): string[] => [name.text, ...items.flatMap(inside)];
  return projects
    .flatMap(({ name, items, issues }) => [
      name.text,
      ...items.flatMap(inside),
      ...issues.map((issue) => issue.name.text),
    ])
    .sort();
}

test('after each letter of 500 statements typed beside broken lines', { timeout: PATIENCE }, () => {
  const random = seeded(7);
  let lines: string[] = plan.trimEnd().split('\n');
  const root = new PlanRoot({ today: () => today });
  const good = new LastGood(root);
  const show = (): readonly string[] => {
    root.set('a.plan', `${lines.join('\n')}\n`);
    good.take();
    return names(good.analysis.plan.all('project'));
  };
  show();
  /** What is in the text, and can be read or could once. */
  const standing = new Set(names(good.analysis.plan.all('project')));
  const breakable = ['  leader A', '  stage construction', '  investment 5M { year 2026 1M }'];
  for (let count = 0; count < 500; count++) {
    if (count % 25 === 0) {
      const index = lines.findIndex((line) => breakable.includes(line));
      const broken = [' leader', ' stage', ' investment 5Mx { year 2026 1M }'][breakable.indexOf(lines[index] ?? '')];
      if (broken !== undefined) lines[index] = broken;
      else lines = lines.map((line) => (line === ' leader' ? breakable[0] : line) ?? '');
      expect(show()).toEqual([...standing].sort());
    }
    const name = `n${100 + count}`;
    const statement = pick(random, [
      `  milestone ${name} due 2026-05-01`,
      `  task ${name} { duration 5d }`,
      `  issue ${name} "it does not work" { raised 2026-02-01 }`,
      `  approval ${name} { after M1 }`,
      `  节点 ${name} 期限 2026年5月1日`,
      `  任务 ${name} ｛ 工期 5天 ｝`,
      `  问题 ${name} “不行” { 提出 2026-02-01 }`,
    ]);
    // Behind a member of the first project, wherever that is broken.
    const index = lines.findIndex((line) => line.includes('milestone M1'));
    lines.splice(index, 0, '');
    for (let end = 1; end <= statement.length; end++) {
      lines[index] = statement.slice(0, end);
      const beginning = /^\s*[\p{L}]+ (\w+)/u.exec(lines[index] ?? '')?.[1];
      const seen = show();
      // The statement that is being typed is there as soon as it has a name; everything else is as it was.
      const typed = seen.filter((each) => !standing.has(each));
      const others = seen.filter((each) => standing.has(each));
      if (others.join() !== [...standing].sort().join() || typed.some((each) => each !== beginning) || typed.length > 1)
        expect({ seen, line: lines[index] }).toEqual({ seen: [...standing, beginning].sort(), line: lines[index] });
    }
    standing.add(name);
    if (random(3) === 0 || standing.size > 20) {
      lines.splice(index, 1);
      standing.delete(name);
    }
    expect(show()).toEqual([...standing].sort());
  }
});
