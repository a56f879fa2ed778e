/** Projects with their money, reports and accountability reports (language reference, 2.2, 2.3, 2.6). */

import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { isWordOf } from '../../../../grammar/words.js';
import { civil } from '../../model/day.js';
import type {
  DayFact,
  EntityKind,
  FundsFact,
  InvestmentFacts,
  InvestmentNode,
  JudgementFact,
  MoneyFact,
  Name,
  ProjectFacts,
  ReportFacts,
  StageFact,
  TargetFact,
  VerdictFact,
  YearPlanFacts,
} from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type * as ast from '../generated/tree.js';
import { Block, type BlockPlace } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerIssues } from './issues.js';
import { lowerItems } from './items.js';
import { lowerOwnValues } from './own-fields.js';
import { lowerReviews } from './reviews.js';
import type { ValueReader } from './value-reader.js';

export function lowerProject(reader: ValueReader, docs: Docs, node: ast.Project): ProjectFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const path = [name.text];
  const base = declarationFacts(reader, docs, node, path);
  const block = new Block(reader, 'project', { kind: 'project', scope: path, element: base.id }, node.members);
  const period = block.one('period', 'SpanMember');
  const [from, to] = reader.dates(period?.from, period?.to);
  return factsOf<ProjectFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'project',
    stated: block.stated,
    leader: block.ref('leader'),
    unit: block.ref('unit'),
    owner: block.ref('owner'),
    support: block.refs('support'),
    supervisor: block.ref('supervisor'),
    category: block.ref('category'),
    level: block.choice('level', 'level'),
    priority: block.choice('priority', 'priority'),
    area: block.refs('area'),
    batch: block.refs('batch'),
    tag: block.refs('tag'),
    alias: block.texts('alias'),
    parent: block.ref('parent'),
    admitted: block.datedOne('admitted'),
    removed: block.datedOne('removed'),
    stages: lowerStages(reader, block.all('stage', 'Stage')),
    period: period && from && to && { from, to, at: reader.span(period) },
    actualStart: block.day('actual-start'),
    actualFinish: block.day('actual-finish'),
    scope: block.text('scope'),
    targets: lowerTargets(block),
    team: lowerTeam(block),
    scheme: block.text('scheme'),
    fund: block.money('fund'),
    calendar: block.ref('calendar'),
    policy: block.ref('policy'),
    replaces: block.ref('replaces'),
    investment: lowerInvestment(block),
    items: lowerItems(reader, docs, block.every('Item'), path),
    issues: lowerIssues(reader, docs, block.all('issue', 'Issue'), path),
    reports: lowerReports(block),
    reviews: lowerReviews(block),
    fields: lowerOwnValues(block),
    notes: block.textEach('note'),
    links: block.textEach('link'),
    // Last: what cannot be read is known once all is.
    partlyRead: reader.losesTextIn(base.at) || undefined,
  });
}

/** None at all where one has a date that cannot be read: which stage the project has reached is then not known. */
function lowerStages(reader: ValueReader, nodes: readonly ast.Stage[]): readonly StageFact[] {
  const stages = nodes.map((node) => ({ node, on: stageDay(reader, node) }));
  if (stages.some(({ node, on }) => node.value !== undefined && on === undefined)) return [];
  return stages.flatMap(({ node, on }) => {
    const stage = reader.keyword(node.stage);
    return !isWordOf('stage', stage) ? [] : [factsOf<StageFact>({ stage, on, at: reader.span(node) })];
  });
}

/** The day of a stage; the word before it may be left out. */
function stageDay(reader: ValueReader, { value, on, stage }: ast.Stage): DayFact | undefined {
  return on === true
    ? reader.day(value)
    : reader.day(value, `${spelling('on', /[a-z]/.test(stage ?? '') ? 'en' : 'zh')} `);
}

/** One for each year; a second one is reported. */
function lowerTargets(block: Block<'project'>): readonly TargetFact[] {
  const { reader } = block;
  const firsts = new Map<number, ast.DatedTextMember>();
  return mapDefined(block.all('target', 'DatedTextMember'), (node) => {
    const period = reader.dateOf('year', node.value)?.period;
    const text = reader.string(node.text);
    if (period === undefined) return undefined;
    const { year } = civil(period.first);
    const first = firsts.get(year);
    if (first !== undefined) {
      block.repeated('target', reader.span(node), first, String(year));
      return undefined;
    }
    firsts.set(year, node);
    return text && { year, text, at: reader.span(node) };
  });
}

const TEAM: readonly EntityKind[] = ['person'];

function lowerTeam(block: Block<'project'>): ProjectFacts['team'] {
  const node = block.one('team', 'Team');
  if (node === undefined) return undefined;
  const { reader } = block;
  const members = mapDefined(node.refs, (path) => reader.ref(path, TEAM, block.scope));
  return factsOf<NonNullable<ProjectFacts['team']>>({
    text: reader.string(node.text),
    members,
    at: reader.span(node),
  });
}

/** A block of the project: its references are looked up from the project. */
function within({ scope, element }: Block<'project'>, kind: Keyword): BlockPlace {
  return { kind, scope, element };
}

// ------------------------------------------------------------------------------------------------ investment

function lowerInvestment(outer: Block<'project'>): InvestmentFacts | undefined {
  const node = outer.one('investment', 'Investment');
  if (node === undefined) return undefined;
  const { reader } = outer;
  const unread = reader.mark();
  const block = new Block(reader, 'investment', within(outer, 'investment'), node.members);
  const total = reader.money(node.total);
  const sources = mapDefined(block.all('source', 'SourceMember'), (source) => {
    const [name, value] = [reader.name(source.name), reader.money(source.value)];
    return name && value && { name, value, at: reader.span(source) };
  });
  const before = block.money('before');
  const years = block.all('year', 'YearPlan').map((year) => ({ node: year, plan: lowerYear(block, year) }));
  const firsts = new Map<number, ast.YearPlan>();
  for (const { node: again, plan } of years) {
    if (plan === undefined) continue;
    const first = firsts.get(plan.year);
    if (first === undefined) firsts.set(plan.year, again);
    else block.repeated('year', reader.span(again), first);
  }
  const at = reader.span(node);
  return factsOf<InvestmentFacts>({
    total,
    sources,
    before,
    years: mapDefined(years, ({ plan }) => plan),
    complete: !reader.brokenSince(unread, at),
    at,
  });
}

function lowerYear(block: Block<'investment'>, node: ast.YearPlan): YearPlanFacts | undefined {
  const { reader } = block;
  const unread = reader.mark();
  const year = reader.dateOf('year', node.year);
  const amount = reader.money(node.value);
  const firsts = new Map<Keyword, ast.InvestmentNode>();
  const nodes = mapDefined(node.members, (part) => {
    const period = reader.keyword(part.key);
    const fact = lowerNode(reader, part, period);
    if (period === undefined || fact === undefined) return undefined;
    const first = firsts.get(period);
    if (first === undefined) firsts.set(period, part);
    else block.repeated(period, reader.span(part), first);
    return fact;
  });
  if (year === undefined) return undefined;
  const at = reader.span(node);
  return factsOf<YearPlanFacts>({
    year: civil(year.period.first).year,
    amount,
    nodes,
    complete: !reader.brokenSince(unread, at),
    at,
  });
}

function lowerNode(
  reader: ValueReader,
  node: ast.InvestmentNode,
  period: Keyword | undefined,
): InvestmentNode | undefined {
  const value = reader.money(node.value);
  if (period === undefined || value === undefined) return undefined;
  const grain = period.startsWith('Q') ? 'quarter' : 'month';
  return { grain, index: Number(period.slice(1)), value, at: reader.span(node) };
}

// ------------------------------------------------------------------------------------------------ reports

function lowerReports(outer: Block<'project'>): readonly ReportFacts[] {
  const firsts = new Map<number, ast.Report>();
  return mapDefined(outer.all('report', 'Report'), (node) => {
    const report = lowerReport(outer, node);
    if (report === undefined) return undefined;
    const first = firsts.get(report.day);
    if (first === undefined) firsts.set(report.day, node);
    else outer.repeated('report', outer.reader.span(node), first);
    return report;
  });
}

function lowerReport(outer: Block<'project'>, node: ast.Report): ReportFacts | undefined {
  const { reader } = outer;
  const day = reader.day(node.date);
  const block = new Block(reader, 'report', within(outer, 'report'), node.members);
  if (day === undefined) return undefined;
  const judgement = (key: 'quality' | 'safety' | 'integrity'): JudgementFact | undefined => {
    const member = block.one(key, 'JudgementMember');
    const value = reader.keyword(member?.value);
    if (member === undefined || !isWordOf('judgement', value)) return undefined;
    return factsOf<JudgementFact>({ value, text: reader.string(member.text), at: reader.span(member) });
  };
  const judged = block.one('judged', 'JudgementMember');
  const verdict = reader.keyword(judged?.value);
  const [received, paid] = [lowerFunds(block, 'received'), lowerFunds(block, 'paid')];
  return factsOf<ReportFacts>({
    day: day.day,
    at: reader.span(node),
    invested: block.money('invested'),
    received: fundsIn(received),
    paid: fundsIn(paid),
    receivedFrom: bySource(received),
    paidFrom: bySource(paid),
    progress: block.percent('progress', true),
    judged:
      judged !== undefined && isWordOf('verdict', verdict)
        ? factsOf<VerdictFact>({ value: verdict, text: reader.string(judged.text), at: reader.span(judged) })
        : undefined,
    quality: judgement('quality'),
    safety: judgement('safety'),
    integrity: judgement('integrity'),
    text: block.text('text'),
    next: block.text('next'),
    reporter: block.ref('reporter'),
  });
}

/** What a report states of received or paid money: in all, or of one source; each once. */
interface Funds {
  readonly source?: Name;
  readonly value: MoneyFact;
  readonly at: Span;
}

function lowerFunds(block: Block<'report'>, key: 'received' | 'paid'): readonly Funds[] {
  const { reader } = block;
  const firsts = new Map<string, ast.FundsMember>();
  return mapDefined(block.all(key, 'FundsMember'), (node) => {
    const [source, value] = [reader.name(node.source), reader.money(node.value)];
    if (value === undefined || (node.source !== undefined && source === undefined)) return undefined;
    const first = firsts.get(source?.text ?? '');
    if (first !== undefined) {
      block.repeated(key, reader.span(node), first);
      return undefined;
    }
    firsts.set(source?.text ?? '', node);
    return { value, at: reader.span(node), ...(source === undefined ? {} : { source }) };
  });
}

/** The amount in all, where it is stated. */
function fundsIn(funds: readonly Funds[]): MoneyFact | undefined {
  return funds.find(({ source }) => source === undefined)?.value;
}

function bySource(funds: readonly Funds[]): readonly FundsFact[] {
  return mapDefined(funds, ({ source, value, at }) => source && { source, value, at });
}
