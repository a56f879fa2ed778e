/** The answer to 'what if' as a document: what becomes late and why, then what else moves, then projects and their lights. */
import { LIGHTS } from '../../analysis/expressions/fixed-words.js';
import { type ToldSchedule, toldOf } from '../../analysis/schedule/told-schedule.js';
import {
  type AffectedCompletion,
  type AffectedItem,
  type AffectedProject,
  EFFECTS,
  type Effect,
  type WhatIf,
} from '../../analysis/what-if/what-if.js';
import { formatDay } from '../../model/day.js';
import { formatDuration } from '../../model/duration.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { cell, joined, light, muted, row, text } from '../compose.js';
import type { Block, Inlines, KeyValues, Light, ReportDocument, Table } from '../document.js';
import { columnWords } from '../summaries/column-words.js';
import { Formatter, originOf, titleOf } from '../wording/formatter.js';
import { sayReasons } from '../wording/light-reasons.js';
import {
  assumedInWords,
  chainInWords,
  daysInWords,
  effectWords,
  nameOfAffected,
  titleOfWhatIf,
  whyWords,
} from './what-if-words.js';

const words = {
  ...columnWords,
  now: { en: 'Forecast', zh: '预计完成' },
  wouldBe: { en: 'Would be', zh: '变动后' },
  late: { en: 'Late', zh: '逾期' },
  days: { en: '{n} d', zh: '{n}天' },
  lateNow: { en: '{before} → {after} d', zh: '{before}天 → {after}天' },
  holds: { en: 'in time', zh: '按期' },
  moves: { en: 'Moves', zh: '变动' },
  slack: { en: 'Slack', zh: '机动时间' },
  answers: { en: 'Responsible', zh: '责任人' },
  nothing: { en: 'Nothing that is in time becomes late.', zh: '原本按期的事项均不会因此逾期。' },
  unread: {
    en: 'Parts of {projects} could not be read, and what they say is not reckoned with: more may become late than is told here.',
    zh: '{projects}中有内容无法识别，未计入推算，实际逾期的事项可能比这里列出的更多。',
  },
  nothingMoves: { en: 'Nothing else moves.', zh: '没有其他事项受影响。' },
  projects: { en: 'Projects', zh: '涉及项目' },
  heading: { en: '{title} ({n})', zh: '{title}（{n}项）' },
  byOwner: { en: 'Who answers for what becomes late', zh: '将逾期事项的责任人' },
  nobody: { en: 'nobody named', zh: '未明确责任人' },
  owner: { en: '{name} {n}', zh: '{name} {n}项' },
  baseline: {
    en: 'The longer plan is also what progress is measured against: the planned progress of {projects} changes with it, and a light may look better for that.',
    zh: '计划变长后，进度也按变长后的计划衡量：{projects}的计划进度随之改变，亮灯可能因此显得更好。',
  },
  improves: {
    en: 'The shorter plan is also what progress is measured against: the planned progress of {projects} changes with it.',
    zh: '计划缩短后，进度也按缩短后的计划衡量：{projects}的计划进度随之改变。',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function whatIfReport(asked: WhatIf, lang: Lang): ReportDocument {
  const format = new Formatter(asked.analyses.before, lang);
  const of = (effect: Effect) => asked.affected.filter((each) => each.effect === effect);
  const blocks: Block[] = [
    { type: 'paragraph', content: [text(assumedInWords(format, asked))], origin: originOf(asked.item) },
    figures(format, asked),
  ];
  const late = of('becomes-late');
  if (asked.unread.length > 0) {
    const projects = format.few(asked.unread.map(titleOf));
    blocks.push({ type: 'callout', tone: 'warn', content: [text(format.say(words.unread, { projects }))] });
  } else if (late.length === 0 && asked.slip.sign > 0) {
    blocks.push({ type: 'callout', tone: 'info', content: [text(format.say(words.nothing))] });
  }
  if (asked.affected.length === 0) {
    blocks.push({ type: 'paragraph', content: [muted(format.say(words.nothingMoves))] });
  }
  const projects = projectColumn(format, asked.affected);
  for (const effect of EFFECTS) {
    const affected = of(effect);
    if (affected.length === 0) continue;
    blocks.push({
      type: 'heading',
      level: 1,
      text: format.say(words.heading, { title: format.say(effectWords[effect]), n: affected.length }),
      anchor: effect,
    });
    blocks.push(
      effect === 'moved' ? movedTable(format, affected, projects) : deadlineTable(format, effect, affected, projects),
    );
    if (effect === 'becomes-late') blocks.push(owners(format, affected));
  }
  if (asked.projects.length > 0) blocks.push(...projectBlocks(asked, lang));
  return {
    kind: 'what-if',
    title: titleOfWhatIf(format, asked),
    statusDate: formatDay(asked.analyses.before.status),
    lang,
    blocks,
  };
}

function figures(format: Formatter, { affected }: WhatIf): KeyValues {
  const count = (effect: Effect): number => affected.filter((each) => each.effect === effect).length;
  const shown = EFFECTS.filter((effect) => effect === 'becomes-late' || effect === 'moved' || count(effect) > 0);
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: shown.map((effect) => {
      const n = count(effect);
      const colour = n === 0 ? undefined : LIGHT_OF[effect];
      return {
        label: format.say(effectWords[effect]),
        value: [colour === undefined ? text(String(n)) : light(colour, String(n))],
      };
    }),
  };
}

const LIGHT_OF: Readonly<Partial<Record<Effect, Light>>> = {
  'becomes-late': 'red',
  later: 'red',
  'in-time-again': 'green',
  'less-late': 'yellow',
};

type Affected = AffectedItem | AffectedCompletion;

/** Of several projects, which: a column that says the same in each row is none. */
function projectColumn(format: Formatter, affected: readonly Affected[]) {
  const isSeveral = new Set(affected.map(({ project }) => project)).size > 1;
  return {
    head: isSeveral ? [{ title: format.say(words.project), kind: 'text' as const }] : [],
    cells: ({ project }: Affected) => (isSeveral ? [cell(format.project(project))] : []),
    count: isSeveral ? 1 : 0,
  };
}

function deadlineTable(
  format: Formatter,
  effect: Effect,
  affected: readonly Affected[],
  projects: ReturnType<typeof projectColumn>,
): Table {
  return {
    type: 'table',
    anchor: `${effect}-items`,
    columns: [
      ...projects.head,
      { title: format.say(words.item), kind: 'text' },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.now), kind: 'date' },
      { title: format.say(words.wouldBe), kind: 'date' },
      { title: format.say(words.late), kind: 'light' },
      { title: format.say(words.answers), kind: 'text' },
      { title: format.say(whyWords), kind: 'text' },
    ],
    headColumn: projects.count,
    rows: affected.map((each) =>
      row(
        [
          ...projects.cells(each),
          nameOfAffected(format, each),
          format.deadlineCell(each.due),
          format.dayCell(each.finish.before),
          format.dayCell(each.finish.after),
          cell(light(LIGHT_OF[each.effect] ?? 'grey', lateInWords(format, each))),
          cell(format.or(answersFor(format, each))),
          chainInWords(format, each.chain),
        ],
        { origin: originOf(each.of === 'item' ? each.item : each.project) },
      ),
    ),
  };
}

function lateInWords(format: Formatter, { late: { before = 0, after = 0 } }: Affected): string {
  if (after === 0) return format.say(words.holds);
  if (before === 0) return format.say(words.days, { n: after });
  return format.say(words.lateNow, { before, after });
}

function answersFor(format: Formatter, affected: Affected): string | undefined {
  const { owner, unit } = affected.of === 'item' ? affected : affected.project;
  const [person, office] = [format.name(owner), format.name(unit)];
  if (person === undefined) return office;
  return office === undefined ? person : `${person}${format.aside(office)}`;
}

function movedTable(
  format: Formatter,
  affected: readonly Affected[],
  projects: ReturnType<typeof projectColumn>,
): Table {
  return {
    type: 'table',
    anchor: 'moved-items',
    columns: [
      ...projects.head,
      { title: format.say(words.item), kind: 'text' },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.now), kind: 'date' },
      { title: format.say(words.wouldBe), kind: 'date' },
      { title: format.say(words.moves), kind: 'text', wrap: false },
      { title: format.say(words.slack), kind: 'text', wrap: false },
    ],
    headColumn: projects.count,
    rows: affected.map((each) =>
      row(
        [
          ...projects.cells(each),
          nameOfAffected(format, each),
          format.deadlineCell(each.due),
          format.dayCell(each.finish.before),
          format.dayCell(each.finish.after),
          daysInWords(format, each.finish.after - each.finish.before),
          cell(format.or(slackInWords(format, each))),
        ],
        { origin: originOf(each.of === 'item' ? each.item : each.project) },
      ),
    ),
  };
}

/** What of the time to spare is taken up: `12wd → 2wd`. */
function slackInWords(format: Formatter, affected: Affected): string | undefined {
  if (affected.of !== 'item') return undefined;
  const { before, after } = affected.scheduled;
  const said = [before, after].map((each) => saySlack(toldOf(each), format.lang));
  return said.every((each) => each === undefined) ? undefined : said.map((each) => each ?? '—').join(' → ');
}

function saySlack({ slack, slackUnit }: ToldSchedule, lang: Lang): string | undefined {
  if (slack === undefined || slackUnit === undefined) return undefined;
  return `${slack < 0 ? '-' : ''}${formatDuration({ amount: Math.abs(slack), unit: slackUnit }, lang)}`;
}

/** The most first. */
function owners(format: Formatter, affected: readonly Affected[]): Block {
  const counts = new Map<string, number>();
  for (const each of affected) {
    const { owner } = each.of === 'item' ? each : each.project;
    const name = format.name(owner) ?? format.say(words.nobody);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const said = [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => format.say(words.owner, { name, n }));
  const colon = format.lang === 'zh' ? '：' : ': ';
  return { type: 'paragraph', content: [muted(`${format.say(words.byOwner)}${colon}`), text(format.few(said))] };
}

function projectBlocks({ projects, analyses, slip }: WhatIf, lang: Lang): readonly Block[] {
  const format = new Formatter(analyses.before, lang);
  const then = new Formatter(analyses.after, lang);
  const measured = projects.filter(({ baselineMoves }) => baselineMoves);
  const table: Table = {
    type: 'table',
    anchor: 'projects-table',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.now), kind: 'date' },
      { title: format.say(words.wouldBe), kind: 'date' },
      { title: format.say(words.light), kind: 'text', wrap: false },
    ],
    headColumn: 0,
    rows: projects.map((each) =>
      row(
        [
          cell(format.project(each.project)),
          format.dayCell(each.forecast.before),
          format.dayCell(each.forecast.after),
          cell(lightsInWords(format, then, each)),
        ],
        { origin: originOf(each.project) },
      ),
    ),
  };
  const heading: Block = { type: 'heading', level: 1, text: format.say(words.projects), anchor: 'projects' };
  if (measured.length === 0) return [heading, table];
  const names = format.few(measured.map(({ project }) => titleOf(project)));
  const note = format.say(slip.sign > 0 ? words.baseline : words.improves, { projects: names });
  const tone = measured.some(improves) && slip.sign > 0 ? 'warn' : 'info';
  return [heading, table, { type: 'callout', tone, content: [text(note)] }];
}

/** It looks better than it did. */
function improves({ light: { before, after } }: AffectedProject): boolean {
  return LIGHTS.indexOf(after.light) > LIGHTS.indexOf(before.light);
}

function lightsInWords(format: Formatter, then: Formatter, { light: { before, after } }: AffectedProject): Inlines {
  const said = (by: Formatter, judged: typeof before): Inlines => {
    const why = sayReasons(by, judged);
    return [light(judged.light), ...(why === '' ? [] : [muted(by.aside(why))])];
  };
  if (before.light === after.light && sayReasons(format, before) === sayReasons(then, after))
    return said(format, before);
  return joined([said(format, before), said(then, after)], ' → ');
}
