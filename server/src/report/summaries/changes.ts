/** The summary `changes` (变动情况). */
import type { Analysis } from '../../analysis/analysis.js';
import type { Change } from '../../analysis/changes/change.js';
import { changesBetween } from '../../analysis/changes/compare.js';
import { changesSinceDay } from '../../analysis/changes/since-day.js';
import { moneyOf } from '../../analysis/changes/stated-value.js';
import { addDays, type Day, formatDay, monthStart } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { light, remark, row, strong, text } from '../compose.js';
import type { Block, Inlines, KeyValue, ReportDocument, Table } from '../document.js';
import { byTopic, changeInWords, topicWords } from '../wording/change-words.js';
import { DASH, Formatter } from '../wording/formatter.js';
import { longDay } from '../wording/long-day.js';
import { columnWords } from './column-words.js';
import { documentOf, inOneBlock, numberedInSteps } from './heading.js';
import { inSteps, type Since, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Changes', zh: '变动情况' },
  sinceDay: { en: 'Since {day}', zh: '{day}之后' },
  sinceState: { en: 'Compared with {name}', zh: '与 {name} 比较' },
  in: { en: 'Projects in', zh: '调入' },
  out: { en: 'Projects out', zh: '调出' },
  moved: { en: 'Deadlines moved', zh: '期限调整' },
  silent: { en: 'Moved without record', zh: '没有调整记录' },
  rewritten: { en: 'History rewritten', zh: '历史记录被改写' },
  stages: { en: 'Stages', zh: '阶段变化' },
  what: { en: 'Change', zh: '内容' },
  before: { en: 'Before', zh: '原' },
  after: { en: 'Now', zh: '现' },
  note: { en: 'Remarks', zh: '说明' },
  nothing: { en: 'Nothing has changed.', zh: '没有变动。' },
  notYet: {
    en: '{day} is after the status date {status}: of what comes after it nothing can be told.',
    zh: '{day}晚于截至日期{status}，此后的变动无从得知。',
  },
  unread: {
    en: 'Of what is compared, {n} places cannot be read; what they say is not in here.',
    zh: '用于比较的文件中有{n}处无法读懂，其内容未计入。',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 变动情况: since a day by the dated facts, since another state of the files by everything they say. */
export const changes: Summary = inSteps({
  kind: 'changes',
  whole: true,
  title: words.title,
  *building(analysis, { lang, unit, since = lastMonthEnd(analysis) }) {
    const found = yield* changesSince(analysis, since);
    return yield* changesDocument(new Formatter(analysis, lang, [], unit), found, since);
  },
});

function lastMonthEnd({ status }: Analysis): Since {
  return { day: addDays(monthStart(status), -1) };
}

/** What the summary tells, one record a change; without `since`, what it tells of itself. */
export function* changesSince(analysis: Analysis, since: Since = lastMonthEnd(analysis)): Steps<readonly Change[]> {
  const than = 'day' in since ? since.day : since.plan;
  const before = known.get(analysis);
  if (before?.than === than) return before.found;
  const found =
    'day' in since ? yield* changesSinceDay(analysis, since.day) : changesBetween(since.plan, analysis.plan);
  known.set(analysis, { than, found });
  return found;
}

/** A preview asks for them to show them, and to mark their places in the text. */
const known = new WeakMap<Analysis, { readonly than: Day | Plan; readonly found: readonly Change[] }>();

export function* changesDocument(format: Formatter, found: readonly Change[], since: Since): Steps<ReportDocument> {
  const said =
    'day' in since
      ? format.say(words.sinceDay, { day: longDay(formatDay(since.day), format.lang) })
      : format.say(words.sinceState, { name: since.name });
  const unread = 'day' in since ? 0 : since.unread;
  const { status } = format.analysis;
  const isNotYet = 'day' in since && since.day > status;
  const warnings = [
    ...(unread === 0 ? [] : [format.say(words.unread, { n: unread })]),
    ...(isNotYet ? [format.say(words.notYet, { day: formatDay(since.day), status: formatDay(status) })] : []),
  ];
  const warning = warnings.map((told): Block => ({ type: 'callout', tone: 'warn', content: [text(told)] }));
  if (isNotYet) return documentOf(format, 'changes', format.say(words.title), warning, said);
  const blocks: readonly Block[] =
    found.length === 0
      ? [remark(format.say(words.nothing))]
      : [
          headline(format, found, 'day' in since),
          ...(yield* numberedInSteps(
            format,
            byTopic(found).map(([topic, mine]) => ({
              anchor: topic,
              title: topicWords(topic, format.lang),
              blocks: () => inOneBlock(table(format, mine, topic)),
            })),
          )),
        ];
  return documentOf(format, 'changes', format.say(words.title), [...warning, ...blocks], said);
}

/** The projects that came into the pool and left it, those that appeared in the files or vanished from them among them. */
function poolCounts(found: readonly Change[]): { readonly in: number; readonly out: number } {
  const pool = found.filter(({ topic }) => topic === 'pool');
  const projects = (mine: readonly Change[]): number => new Set(mine.map(({ subject }) => subject.id)).size;
  return {
    in: projects(
      pool.filter(
        ({ what, member }) => what === 'added' && member?.keyword !== 'removed' && member?.keyword !== 'replaces',
      ),
    ),
    out: projects(
      pool.filter(
        ({ what, member }) =>
          (what === 'gone' && member === undefined) || (what === 'added' && member?.keyword === 'removed'),
      ),
    ),
  };
}

/** What was done to history cannot be told from dated facts alone: nothing is said of it then. */
function headline(format: Formatter, found: readonly Change[], byDay: boolean): Block {
  const count = (isOne: (change: Change) => boolean): number => found.filter(isOne).length;
  const pool = poolCounts(found);
  const entry = (label: Bilingual, n: number, isWrong = false): KeyValue => ({
    label: format.say(label),
    value: [isWrong && n > 0 ? light('red', String(n)) : text(String(n))],
  });
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      entry(words.in, pool.in),
      entry(words.out, pool.out),
      entry(
        words.moved,
        count(({ topic, what, member }) => topic === 'deadlines' && what === 'changed' && member?.keyword === 'due'),
      ),
      entry(
        words.stages,
        count(({ topic }) => topic === 'stages'),
      ),
      ...(byDay
        ? []
        : [
            entry(
              words.silent,
              count(({ history }) => history === 'silent-move'),
              true,
            ),
            entry(
              words.rewritten,
              count(({ history }) => history === 'rewritten'),
              true,
            ),
          ]),
    ],
  };
}

/** Columns in which nothing stands are left out: what has changed is to be in sight beside the text. */
function* table(format: Formatter, mine: readonly Change[], topic: string): Steps<Table> {
  const all = yield* wholeTable(format, mine, topic);
  const isSaid = (column: number): boolean => all.rows.some(({ cells }) => cells[column]?.content[0] !== DASH);
  const said = all.columns.flatMap((_, column) => (isSaid(column) ? [column] : []));
  const only = <T>(of: readonly T[]): readonly T[] => of.filter((_, column) => said.includes(column));
  const rows = yield* mapInSteps(all.rows, (each) => ({ ...each, cells: only(each.cells) }));
  return { ...all, columns: only(all.columns), rows };
}

function* wholeTable(format: Formatter, mine: readonly Change[], topic: string) {
  // Where all that changed is money, it stands in columns of money, in one unit.
  const values = mine.flatMap(({ before, after }) => [before, after].filter((value) => value !== undefined));
  const inMoney =
    values.length > 0 &&
    values.every(({ type }) => type === 'money') &&
    mine.every(({ member }) => member !== undefined);
  const amount = (value: Change['before']) => format.statedMoneyCell(value && moneyOf(value));
  return {
    type: 'table',
    anchor: `${topic}-changes`,
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.item), kind: 'text' },
      { title: format.say(words.what), kind: 'text', wrap: false },
      inMoney ? format.moneyColumn(format.say(words.before)) : { title: format.say(words.before), kind: 'text' },
      inMoney ? format.moneyColumn(format.say(words.after)) : { title: format.say(words.after), kind: 'text' },
      { title: format.say(words.note), kind: 'text' },
    ],
    rows: yield* mapInSteps(mine, (change) => {
      const said = changeInWords(change, format.currency, format.lang, (amount) => format.statedMoney(amount));
      const remarks: Inlines = [
        ...(said.problem === '' ? [] : [light('red', said.problem)]),
        ...(said.problem === '' || said.note === '' ? [] : [text(format.lang === 'zh' ? '；' : '; ')]),
        ...(said.note === '' ? [] : [text(said.note)]),
      ];
      return row(
        [
          said.project === '' ? DASH : strong(said.project),
          said.subject === '' ? DASH : said.subject,
          said.what,
          inMoney ? amount(change.before) : said.before === '' ? DASH : said.before,
          inMoney ? amount(change.after) : said.after === '' ? DASH : said.after,
          format.or(remarks),
        ],
        change.headAt === undefined ? {} : { origin: { id: change.subject.id, at: change.headAt } },
      );
    }),
  } as const satisfies Table;
}
