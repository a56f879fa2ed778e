/** The projects as a ledger, a row each: what the plan states of them, under heads by which a ledger is imported again. */
import { spelling } from '../../../../grammar/keywords.js';
import type { Analysis } from '../../analysis/analysis.js';
import { type OwnField, ownFields } from '../../analysis/expressions/own-fields.js';
import type { Value } from '../../analysis/expressions/values.js';
import { type Figure, figureToMoney } from '../../analysis/metrics/figure.js';
import { projectsOf } from '../../analysis/pool.js';
import { issueOpenAt, lastStated, stageAt, stageFactAt } from '../../analysis/state.js';
import { type Day, formatDay } from '../../model/day.js';
import type { DatedText, IssueFacts, ProjectFacts, Ref, Text } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { type MoneyValue, moneyIn, moneyToRational, spellMoney } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import { div, rational, toTrimmedString } from '../../model/rational.js';
import { levelWords, priorityWords, stageWords } from '../../report/wording/plan-words.js';
import { meaningOf } from '../ledger/heads.js';
import { readUnits } from '../ledger/people.js';

/** An exact decimal as text, with what it stands for. */
export interface LedgerCell {
  readonly text: string;
  readonly isNumber: boolean;
}

export interface Ledger {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly LedgerCell[])[];
}

interface Column {
  readonly head: (ledger: Writing) => string;
  readonly cell: (project: ProjectFacts, ledger: Writing) => LedgerCell;
  /** Only where it says something. */
  readonly isRare?: true;
}

interface Writing {
  readonly analysis: Analysis;
  readonly lang: Lang;
}

/** As many as a number can have in a plan. */
const MOST_DIGITS = 60;
const EMPTY: LedgerCell = { text: '', isNumber: false };
const words = (text: string | undefined): LedgerCell => ({ text: text ?? '', isNumber: false });

/** In 万元; in English in millions. A sum that is only known roughly stays a text that says so. */
function money(value: MoneyValue | undefined, { analysis, lang }: Writing): LedgerCell {
  if (value === undefined) return EMPTY;
  const isYuan = (analysis.plan.portfolio?.currency?.text ?? 'CNY') === 'CNY';
  const million = div(moneyToRational(value.amount), rational(1_000_000n));
  const figure = lang === 'zh' ? moneyIn(value.amount, 'wan') : toTrimmedString(million ?? rational(0n), 10);
  // How exactly it is known is told by its digits: 约12亿元 is not 约120000.
  return value.tolerance === 0n ? { text: figure, isNumber: true } : words(spellMoney(value, isYuan ? lang : 'en'));
}

function unitOf({ analysis, lang }: Writing): string {
  const currency = analysis.plan.portfolio?.currency?.text ?? 'CNY';
  const isYuan = currency === 'CNY';
  if (lang === 'zh') return isYuan ? '（万元）' : `（万${currency}）`;
  return isYuan ? ' (million)' : ` (${currency} million)`;
}

function column(head: Bilingual, cell: Column['cell']): Column {
  return { head: ({ lang }) => head[lang], cell };
}

function rareColumn(head: Bilingual, cell: Column['cell']): Column {
  return { ...column(head, cell), isRare: true };
}

function moneyColumn(
  head: (writing: Writing) => string,
  of: (project: ProjectFacts, writing: Writing) => MoneyValue | undefined,
): Column {
  return {
    head: (writing) => `${head(writing)}${unitOf(writing)}`,
    cell: (project, writing) => money(of(project, writing), writing),
  };
}

function names(refs: readonly (Ref | undefined)[], { analysis: { plan } }: Writing): LedgerCell {
  const said = refs
    .filter((ref) => ref !== undefined)
    .map((ref) => {
      const found = plan.resolve(ref);
      const written = ref.segments.map(({ text }) => text).join('.');
      // People go by their names; units and taxonomies are known by their titles.
      return found !== undefined && 'title' in found && found.kind !== 'person'
        ? (found.title?.text ?? written)
        : written;
    });
  return words(said.join('、'));
}

const happened = (fact: { readonly day: Day } | undefined, { analysis: { status } }: Writing): LedgerCell =>
  fact === undefined || fact.day > status ? EMPTY : words(formatDay(fact.day));

const reasonAt = (fact: DatedText | undefined, status: Day): LedgerCell =>
  words(fact !== undefined && fact.day <= status ? fact.text?.text : undefined);

const latest =
  (which: 'invested' | 'received' | 'paid') =>
  (project: ProjectFacts, { analysis }: Writing): MoneyValue | undefined =>
    analysis.metrics(project)[which];

const COLUMNS: readonly Column[] = [
  column({ en: 'Project ID', zh: '项目编号' }, ({ name }) => words(name.text)),
  column({ en: 'Project name', zh: '项目名称' }, ({ title, name }) => words(title?.text ?? name.text)),
  column({ en: 'Category', zh: '类别' }, ({ category }, writing) => names([category], writing)),
  column({ en: 'Area', zh: '地区' }, ({ area }, writing) => names(area, writing)),
  column({ en: 'Batch', zh: '批次' }, ({ batch }, writing) => names(batch, writing)),
  column({ en: 'Tags', zh: '标签' }, ({ tag }, writing) => names(tag, writing)),
  column({ en: 'Level', zh: '级别' }, ({ level }, { lang }) => words(level && levelWords[level.value][lang])),
  column({ en: 'Priority', zh: '重要性' }, ({ priority }, { lang }) =>
    words(priority && priorityWords[priority.value][lang]),
  ),
  column({ en: 'Stage', zh: '阶段' }, (project, { analysis, lang }) => {
    const stage = stageAt(project, analysis.status);
    return words(stage && stageWords[stage][lang]);
  }),
  rareColumn({ en: 'Stage date', zh: '阶段日期' }, (project, { analysis: { status } }) => {
    const on = stageFactAt(project, status)?.on;
    return words(on && formatDay(on.day));
  }),
  rareColumn({ en: 'Admitted', zh: '调入日期' }, ({ admitted }, writing) => happened(admitted, writing)),
  rareColumn({ en: 'Admitted why', zh: '调入说明' }, ({ admitted }, { analysis: { status } }) =>
    reasonAt(admitted, status),
  ),
  rareColumn({ en: 'Removed', zh: '调出日期' }, ({ removed }, writing) => happened(removed, writing)),
  rareColumn({ en: 'Removed why', zh: '调出说明' }, ({ removed }, { analysis: { status } }) =>
    reasonAt(removed, status),
  ),
  column({ en: 'Planned start', zh: '计划开工' }, ({ period }, { lang }) =>
    words(period && formatPeriod(period.from.period, lang)),
  ),
  column({ en: 'Planned completion', zh: '计划竣工' }, ({ period }, { lang }) =>
    words(period && formatPeriod(period.to.period, lang)),
  ),
  column({ en: 'Actual start', zh: '实际开工' }, ({ actualStart }, writing) => happened(actualStart, writing)),
  column({ en: 'Actual finish', zh: '实际竣工' }, ({ actualFinish }, writing) => happened(actualFinish, writing)),
  column({ en: 'Scope', zh: '建设内容' }, ({ scope }) => words(scope?.text)),
  column({ en: 'Leader', zh: '责任领导' }, ({ leader }, writing) => names([leader], writing)),
  column({ en: 'Unit', zh: '责任单位' }, ({ unit }, writing) => names([unit], writing)),
  column({ en: 'Owner', zh: '责任人' }, ({ owner }, writing) => names([owner], writing)),
  column({ en: 'Support', zh: '配合单位' }, ({ support }, writing) => names(support, writing)),
  column({ en: 'Supervisor', zh: '督办人' }, ({ supervisor }, writing) => names([supervisor], writing)),
  moneyColumn(
    ({ lang }) => ({ en: 'Total investment', zh: '总投资' })[lang],
    ({ investment }) => investment?.total?.value,
  ),
  moneyColumn(
    ({ lang }) => ({ en: 'Invested before', zh: '此前完成' })[lang],
    ({ investment }) => investment?.before?.value,
  ),
  moneyColumn(
    ({ analysis: { year }, lang }) => (lang === 'zh' ? `${year}年计划投资` : `Plan ${year}`),
    (project, { analysis }) => analysis.metrics(project).plan,
  ),
  moneyColumn(({ lang }) => ({ en: 'Invested', zh: '完成投资' })[lang], latest('invested')),
  moneyColumn(({ lang }) => ({ en: 'Received', zh: '到位资金' })[lang], latest('received')),
  moneyColumn(({ lang }) => ({ en: 'Paid', zh: '已支付' })[lang], latest('paid')),
  moneyColumn(
    ({ lang }) => ({ en: 'Fund', zh: '工作经费' })[lang],
    ({ fund }) => fund?.value,
  ),
  rareColumn({ en: 'Team', zh: '工作专班' }, ({ team }) => words(team?.text?.text)),
  rareColumn({ en: 'Team members', zh: '专班成员' }, ({ team }, writing) => names(team?.members ?? [], writing)),
  column({ en: 'Scheme', zh: '工作方案' }, ({ scheme }) => words(scheme?.text)),
  column({ en: 'Report date', zh: '进展日期' }, (project, { analysis: { status } }) =>
    words(reportDay(project, status)),
  ),
  column({ en: 'Progress', zh: '进度' }, (project, { analysis: { status } }) => {
    const found = lastStated(project, status, ({ progress }) => progress);
    return words(found && `${toTrimmedString(found.fact.value, 4)}%`);
  }),
  column({ en: 'Report', zh: '进展情况' }, (project, { analysis: { status } }) =>
    words(lastStated(project, status, ({ text }) => text)?.fact.text),
  ),
  column({ en: 'Next steps', zh: '下步计划' }, (project, { analysis: { status } }) =>
    words(lastStated(project, status, ({ next }) => next)?.fact.text),
  ),
];

/** The latest day of which something is reported: figures that were reported earlier hold on until then. */
function reportDay({ reports }: ProjectFacts, status: Day): string | undefined {
  const days = reports.flatMap(({ day }) => (day <= status ? [day] : []));
  const last = days.sort((a, b) => b - a)[0];
  return last === undefined ? undefined : formatDay(last);
}

/** Each thing that a project can have several of has a column of its own: 备注, 备注2. Joined, they would be one. */
function numbered(
  analysis: Analysis,
  columnsOf: readonly { readonly head: Bilingual; readonly of: (index: number) => Column['cell'] }[],
  count: (project: ProjectFacts) => number,
): readonly Column[] {
  const most = Math.max(1, ...projectsOf(analysis.plan).map(count));
  return Array.from({ length: most }, (_, index) => index).flatMap((index) =>
    columnsOf.map(({ head, of }) =>
      column(index === 0 ? head : { en: `${head.en} ${index + 1}`, zh: `${head.zh}${index + 1}` }, of(index)),
    ),
  );
}

/** In one cell, unless one holds a sign by which they are taken apart. */
function aliasColumns(analysis: Analysis): readonly Column[] {
  const head = { en: 'Alias', zh: '简称' };
  const texts = ({ alias }: ProjectFacts): readonly string[] => alias.map(({ text }) => text);
  const joined = (project: ProjectFacts): string => texts(project).join('、');
  const isPlain = projectsOf(analysis.plan).every((project) => {
    const read = readUnits(joined(project));
    return read.length === texts(project).length && read.every((text, index) => text === texts(project)[index]);
  });
  if (isPlain) return [column(head, (project) => words(joined(project)))];
  const most = Math.max(...projectsOf(analysis.plan).map(({ alias }) => alias.length));
  return Array.from({ length: most }, (_, index) =>
    column({ en: `${head.en} ${index + 1}`, zh: `${head.zh}${index + 1}` }, ({ alias }) => words(alias[index]?.text)),
  );
}

function issueColumns(analysis: Analysis): readonly Column[] {
  const { status } = analysis;
  const open = ({ issues }: ProjectFacts) => issues.filter((issue) => issueOpenAt(issue, status));
  const issue = { en: 'Issues', zh: '存在问题' };
  const parts: readonly (readonly [Bilingual, (issue: IssueFacts, lang: Lang) => string | undefined])[] = [
    [{ en: 'Issue kind', zh: '问题类型' }, ({ type }, lang) => type && spelling(type.value, lang)],
    [{ en: 'Issue raised', zh: '问题提出日期' }, ({ raised }) => raised && formatDay(raised.day)],
    [{ en: 'Issue due', zh: '问题期限' }, ({ due }, lang) => due && formatPeriod(due.period, lang)],
    [{ en: 'Issue cause', zh: '问题原因' }, ({ cause }) => cause?.text],
    [{ en: 'Proposal', zh: '建议' }, ({ proposal }) => proposal?.text],
  ];
  const all = projectsOf(analysis.plan).flatMap(open);
  const stated = parts.filter(([, of]) => all.some((each) => of(each, 'en') !== undefined));
  return numbered(
    analysis,
    [
      {
        head: issue,
        of: (index) => (project) => {
          const each = open(project)[index];
          return words(each?.title?.text ?? each?.name.text);
        },
      },
      ...stated.map(([head, said]) => ({
        head,
        of:
          (index: number): Column['cell'] =>
          (project, { lang }) => {
            const each = open(project)[index];
            return words(each && said(each, lang));
          },
      })),
    ],
    (project) => open(project).length,
  );
}

function textColumns(
  analysis: Analysis,
  head: Bilingual,
  of: (project: ProjectFacts) => readonly Text[],
): readonly Column[] {
  return numbered(
    analysis,
    [{ head, of: (index) => (project) => words(of(project)[index]?.text) }],
    (project) => of(project).length,
  );
}

/** Where the money comes from, and what is planned for other years and for quarters and months: as far as it is stated. */
function investmentColumns({ plan, year: planYear }: Analysis): readonly Column[] {
  const investments = plan.all('project').flatMap(({ investment }) => investment ?? []);
  const sources = [...new Set(investments.flatMap((each) => each.sources.map(({ name }) => name.text)))];
  const years = investments.flatMap((each) => each.years);
  const otherYears = [...new Set(years.flatMap(({ year, amount }) => (amount === undefined ? [] : [year])))];
  const nodes = new Map(
    years.flatMap(({ year, nodes: of }) =>
      of.map(
        ({ grain, index }) =>
          [`${year} ${grain === 'quarter' ? 0 : 1} ${`${index}`.padStart(2, '0')}`, { year, grain, index }] as const,
      ),
    ),
  );
  const yearOf = ({ investment }: ProjectFacts, year: number) => investment?.years.find((each) => each.year === year);
  return [
    ...sources.map((source) =>
      moneyColumn(
        ({ lang }) => `${lang === 'zh' ? '来源：' : 'Source: '}${source}`,
        ({ investment }) => investment?.sources.find(({ name }) => name.text === source)?.value.value,
      ),
    ),
    ...otherYears
      .filter((year) => year !== planYear)
      .sort((a, b) => a - b)
      .map((year) =>
        moneyColumn(
          ({ lang }) => (lang === 'zh' ? `${year}年计划投资` : `Plan ${year}`),
          (project) => yearOf(project, year)?.amount?.value,
        ),
      ),
    ...[...nodes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { year, grain, index }]) =>
        moneyColumn(
          ({ lang }) =>
            lang === 'zh'
              ? `${year}年${grain === 'quarter' ? `${'一二三四'[index - 1]}季度` : `${index}月`}计划`
              : `${year} ${grain === 'quarter' ? 'Q' : 'M'}${index} plan`,
          (project) =>
            yearOf(project, year)?.nodes.find((each) => each.grain === grain && each.index === index)?.value.value,
        ),
      ),
  ];
}

/** One for each year of which a project says what is to be reached. */
function targetColumns({ plan }: Analysis): readonly Column[] {
  const years = new Set(plan.all('project').flatMap(({ targets }) => targets.map(({ year }) => year)));
  return [...years]
    .sort((a, b) => a - b)
    .map((year) =>
      column({ en: `Target ${year}`, zh: `${year}年目标` }, ({ targets }) =>
        words(targets.find((target) => target.year === year)?.text.text),
      ),
    );
}

/** What the plan keeps beside what the language has words for. */
function ownColumns({ analysis: { plan } }: Writing): readonly Column[] {
  const own = ownFields(plan);
  const names = new Set(plan.all('field').map(({ name }) => name.text));
  return [...names]
    .flatMap((name) => own.get(name) ?? [])
    .filter(({ facts }) => facts.on.includes('project'))
    .map((field) => ({
      head: (writing) => ownHead(field, writing),
      cell: (project, writing) => ownCell(field.value(project, writing.analysis), writing),
    }));
}

/** A head that would be read as something else is said to be a field: `字段：说明`. */
function ownHead({ facts, name }: OwnField, writing: Writing): string {
  const { lang } = writing;
  const title = facts.title?.text ?? name;
  const unit = facts.unit?.text;
  const counted = unit === undefined ? '' : lang === 'zh' ? `（${unit}）` : ` (${unit})`;
  const head = facts.type === 'money' ? `${title}${unitOf(writing)}` : `${title}${counted}`;
  return meaningOf([head], false) === undefined ? head : `${lang === 'zh' ? '字段：' : 'field: '}${head}`;
}

function ownCell(value: Value, writing: Writing): LedgerCell {
  switch (value.type) {
    case 'text':
      return words(value.text);
    case 'choice':
      return words(value.word);
    case 'date':
      return words(value.period === undefined ? formatDay(value.last) : formatPeriod(value.period, writing.lang));
    case 'number':
      return { text: exact(value.figure), isNumber: true };
    case 'percent':
      return words(`${exact(value.figure)}%`);
    case 'money':
      return money(figureToMoney(value.figure), writing);
    default:
      return EMPTY;
  }
}

/** A finite decimal, as whatever is written is. */
function exact({ value }: Figure): string {
  return toTrimmedString(value, MOST_DIGITS);
}

export function ledgerOf(analysis: Analysis, lang: Lang): Ledger {
  const writing: Writing = { analysis, lang };
  const { portfolio } = analysis.plan;
  const projects = projectsOf(analysis.plan);
  const saysSomething = ({ isRare, cell }: Column): boolean =>
    isRare !== true || projects.some((project) => cell(project, writing).text !== '');
  const columns = [
    ...COLUMNS.slice(0, 2),
    ...aliasColumns(analysis),
    ...COLUMNS.slice(2).filter(saysSomething),
    ...investmentColumns(analysis),
    ...issueColumns(analysis),
    ...targetColumns(analysis),
    ...ownColumns(writing),
    ...textColumns(analysis, { en: 'Link', zh: '链接' }, ({ links }) => links),
    ...textColumns(analysis, { en: 'Notes', zh: '备注' }, ({ notes }) => notes),
  ];
  return {
    title:
      portfolio === undefined
        ? lang === 'zh'
          ? '项目台账'
          : 'Projects'
        : (portfolio.title?.text ?? portfolio.name.text),
    heads: columns.map(({ head }) => head(writing)),
    rows: projects.map((project) => columns.map(({ cell }) => cell(project, writing))),
  };
}
