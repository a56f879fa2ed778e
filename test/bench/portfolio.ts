/**
 * Portfolios of any size from a fixed seed, with what a real one has: each project with accountability, investment by
 * quarter, eight linked milestones and tasks, three reports and one issue. Names and figures are invented. Files
 * alternate between the two vocabularies.
 */
import { type Keyword, spelling } from '../../grammar/keywords.js';

export interface PortfolioSize {
  readonly projects: number;
  readonly files: number;
  readonly lines: number;
}

export const SIZES = {
  S: { projects: 30, files: 3, lines: 600 },
  M: { projects: 1_000, files: 50, lines: 25_000 },
  L: { projects: 10_000, files: 500, lines: 250_000 },
} as const satisfies { readonly [name: string]: PortfolioSize };

export interface PlanText {
  readonly file: string;
  readonly text: string;
}

/** The status date that the portfolio states. */
export const STATUS_DATE = '2026-06-30';

/** Numbers that look random and are the same on every machine (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

type Say = (keyword: Keyword) => string;

/** All files of a portfolio, in the order of their names; each has the same number of projects and lines. */
export function portfolio(size: PortfolioSize, seed = 2026): readonly PlanText[] {
  const random = seeded(seed);
  const perFile = Math.ceil(size.projects / size.files);
  const linesPerFile = Math.round(size.lines / size.files);
  const opened = Math.floor(linesPerFile / perFile) >= OPEN_LINES;
  const files: PlanText[] = [];
  for (let file = 0; file < size.files; file++) {
    const say: Say = (keyword) => spelling(keyword, file % 2 === 0 ? 'zh' : 'en');
    const projects: string[] = [];
    for (let index = 0; index < perFile; index++) {
      projects.push(...project(say, { number: file * perFile + index, file, opened }, random));
    }
    const lines = [...frame(say, file, linesPerFile - projects.length), ...projects];
    files.push({ file: `plans/${String(file).padStart(4, '0')}.plan`, text: `${lines.join('\n')}\n` });
  }
  return files;
}

const OPEN_LINES = 24;
const PEOPLE = 6;
const UNITS = 3;

const person = (file: number, index: number): string => `干部${file}-${index}`;
const unit = (file: number, index: number): string => `单位${file}-${index}`;

/** What stands above the projects of a file: its units and people, and in the first file the portfolio itself. */
function frame(say: Say, file: number, lines: number): readonly string[] {
  const units = Array.from({ length: UNITS }, (_, index) => `${say('org')} ${unit(file, index)}`);
  const written = [
    ...(file === 0 ? portfolioFrame(say) : []),
    units.join('  '),
    ...Array.from({ length: PEOPLE }, (_, index) => {
      const org = unit(file, index % UNITS);
      return `${say('person')} ${person(file, index)} { ${say('org')} ${org}  ${say('title')} "职务${index}" }`;
    }),
  ];
  while (written.length > lines) written.splice(-2, 2, written.slice(-2).join('  '));
  const blank = Array.from({ length: Math.max(0, lines - written.length) }, () => '');
  return [...written, ...blank];
}

function portfolioFrame(say: Say): readonly string[] {
  const rhythm = `${say('meetings')} ${say('every')} 2w  ${say('reports')} ${say('every')} 1mo`;
  return [
    `${say('portfolio')} 全市 "全市重点项目" { ${say('year')} 2026  ${say('status-date')} ${STATUS_DATE}  ${rhythm} }`,
    `${say('policy')} 规则 { ${say('warn')} 14d  ${say('max-load')} 500  ${say('light')} 工期 { ${say('red')} ${say('when')} days-late > 30d  ${say('yellow')} ${say('when')} days-late > 0d } }`,
    ['产业', '基础设施', '民生'].map((name) => `${say('category')} ${name}`).join('  '),
    ['城东', '城西', '城南', '城北'].map((name) => `${say('area')} ${name}`).join('  '),
  ];
}

interface Place {
  readonly number: number;
  readonly file: number;
  /** Blocks over several lines, one member a line. */
  readonly opened: boolean;
}

const projectName = (number: number): string => `P${String(number).padStart(5, '0')}`;

function project(say: Say, { number, file, opened }: Place, random: (below: number) => number): readonly string[] {
  const someone = () => person(file, random(PEOPLE));
  const some = (...names: readonly string[]) => names[random(names.length)];
  const [leader, owner] = [person(file, 0), person(file, 1 + random(PEOPLE - 1))];
  const members: readonly (readonly [Keyword, string])[] = [
    ['leader', leader],
    ['unit', unit(file, random(UNITS))],
    ['owner', owner],
    ['support', unit(file, random(UNITS))],
    ['supervisor', someone()],
  ];
  const begun = `2026-0${1 + random(3)}-${10 + random(18)}`;
  return [
    `${say('project')} ${projectName(number)} "第${number}号工程" {`,
    `  ${say('category')} ${some('产业', '基础设施', '民生')}  ${say('level')} ${say('city')}  ${say('priority')} ${say('key')}  ${say('area')} ${some('城东', '城西', '城南', '城北')}`,
    `  ${say('stage')} ${say('construction')} ${say('on')} ${begun}  ${say('actual-start')} ${begun}  ${say('period')} 2026-01 .. 2027-06`,
    `  ${members.map(([keyword, name]) => `${say(keyword)} ${name}`).join('  ')}`,
    `  ${say('team')} "工作专班" { ${leader}, ${owner} }  ${say('fund')} ${10 + random(90)}万元  ${say('scope')} "新建厂房${1 + random(9)}万平方米及配套管网"`,
    ...investment(say, opened, random),
    ...items(say, number, random),
    ...reports(say, owner, random),
    ...issue(say, owner, opened, random),
    '}',
  ];
}

function investment(say: Say, opened: boolean, random: (below: number) => number): readonly string[] {
  const quarters = [0, 1, 2, 3].map(() => 1_000 + 100 * random(40));
  const year = quarters.reduce((sum, amount) => sum + amount, 0);
  const total = year + 20_000;
  const nodes = quarters.map((amount, index) => `${say(`Q${index + 1}` as 'Q1' | 'Q2' | 'Q3' | 'Q4')} ${amount}万元`);
  const head = `  ${say('investment')} ${total}万元 {`;
  const sources = `${say('source')} 财政 ${total - 5_000}万元  ${say('source')} 自筹 5000万元`;
  const years = `${say('year')} 2026 ${year}万元 { ${nodes.join('  ')} }`;
  const later = `${say('year')} 2027 20000万元`;
  if (!opened) return [`${head} ${sources}  ${years}  ${later} }`];
  return [head, `    ${sources}`, `    ${years}  ${later}`, '  }'];
}

/** Three tasks that follow each other, each with a milestone, a permit before them and the handover behind. */
function items(say: Say, number: number, random: (below: number) => number): readonly string[] {
  const days = () => 15 + random(40);
  const awaits = number % 10 === 9 ? `, ${projectName(number - 1)}.手续` : '';
  const lines = [
    `  ${say('approval')} 手续 "用地手续" { ${say('started')} 2026-01-05  ${say('done')} 2026-02-0${1 + random(8)}  ${say('duration')} 20wd }`,
    `  ${say('task')} 征拆 { ${say('after')} 手续${awaits}  ${say('duration')} ${days()}wd  ${say('started')} 2026-02-10  ${say('done')} 2026-04-${10 + random(18)} }`,
    `  ${say('task')} 基础 { ${say('after')} 征拆 FS +5d  ${say('duration')} ${days()}wd  ${say('started')} 2026-04-2${random(9)}  ${say('progress')} ${20 + random(70)}% }`,
    `  ${say('milestone')} 出零 ${say('due')} 2026-0${7 + random(3)}-${10 + random(18)} { ${say('after')} 基础 }`,
    `  ${say('task')} 主体 { ${say('after')} 出零 SS +1w  ${say('duration')} ${days()}wd  ${say('weight')} 40% }`,
    `  ${say('milestone')} 封顶 ${say('due')} 2026-1${random(3)}-${10 + random(18)} { ${say('after')} 主体 }`,
    `  ${say('task')} 装修 { ${say('after')} 封顶 FS +10d  ${say('duration')} ${days()}wd }`,
    `  ${say('milestone')} 竣工 "竣工验收" ${say('due')} 2027-0${1 + random(6)}-${10 + random(18)} { ${say('after')} 装修, 封顶 }`,
  ];
  return lines;
}

function reports(say: Say, reporter: string, random: (below: number) => number): readonly string[] {
  let invested = 0;
  let progress = 0;
  return ['2026-03-31', '2026-05-31', '2026-06-28'].map((day) => {
    invested += 500 + 100 * random(20);
    progress += 2 + random(12);
    return `  ${say('report')} ${day} { ${say('invested')} ${invested}万元  ${say('progress')} ${progress}%  ${say('quality')} ${say('normal')}  ${say('safety')} ${say('normal')}  ${say('integrity')} ${say('normal')}  ${say('text')} "按计划推进"  ${say('reporter')} ${reporter} }`;
  });
}

function issue(say: Say, owner: string, opened: boolean, random: (below: number) => number): readonly string[] {
  const head = `  ${say('issue')} 管线 "红线内管线未迁改" {`;
  const what = `${say('kind')} ${say('utilities')}  ${say('raised')} 2026-06-0${1 + random(9)}  ${say('due')} 2026-0${7 + random(3)}-${10 + random(18)}  ${say('owner')} ${owner}  ${say('blocks')} 主体`;
  const why = `${say('cause')} "费用分摊未定"  ${say('proposal')} "由责任单位先行垫付"`;
  return opened ? [head, `    ${what}`, `    ${why} }`] : [`${head} ${what}  ${why} }`];
}
