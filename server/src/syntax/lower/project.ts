/** Projects with their money, reports and accountability reports (language reference, 2.2, 2.3, 2.6). */

import type { Keyword } from '../../../../grammar/keywords.js';
import { civil } from '../../model/day.js';
import {
  type EntityKind,
  type InvestmentFacts,
  type InvestmentNode,
  type JudgementFact,
  LEVELS,
  PRIORITIES,
  type ProjectFacts,
  type ReportFacts,
  type ReviewFacts,
  STAGES,
  type StageFact,
  type StageName,
  type YearPlanFacts,
} from '../../model/facts.js';
import * as ast from '../generated/ast.js';
import { Block } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerIssues } from './issues.js';
import { lowerItems } from './items.js';
import type { Reading } from './reading.js';
import { each, factsOf } from './shape.js';

const STAGE_WORDS: ReadonlySet<string> = new Set(STAGES);

export function lowerProject(reading: Reading, docs: Docs, node: ast.Project): ProjectFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const path = [name.text];
  const base = declared(reading, docs, node, path);
  const block = new Block(reading, node.members, path, base.id);
  const period = block.one('period', ast.isSpanMember);
  const [from, to] = [reading.date(period?.from), reading.date(period?.to)];
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
    level: block.choice('level', LEVELS),
    priority: block.choice('priority', PRIORITIES),
    area: block.refs('area'),
    batch: block.refs('batch'),
    tag: block.refs('tag'),
    alias: block.texts('alias'),
    parent: block.ref('parent'),
    admitted: block.datedOne('admitted'),
    removed: block.datedOne('removed'),
    stages: lowerStages(reading, block.all('stage', ast.isStage)),
    period: period && from && to && { from, to, at: reading.span(period) },
    actualStart: block.day('actual-start'),
    actualFinish: block.day('actual-finish'),
    scope: block.text('scope'),
    team: lowerTeam(block),
    scheme: block.text('scheme'),
    fund: block.money('fund'),
    calendar: block.ref('calendar'),
    policy: block.ref('policy'),
    replaces: block.ref('replaces'),
    investment: lowerInvestment(block),
    items: lowerItems(reading, docs, node.members, path),
    issues: lowerIssues(reading, docs, block.all('issue', ast.isIssue), path),
    reports: lowerReports(block),
    reviews: lowerReviews(block),
    notes: block.textEach('note'),
    links: block.textEach('link'),
  });
}

/** None at all where one has a date that cannot be read: which stage the project has reached is then not known. */
function lowerStages(reading: Reading, nodes: readonly ast.Stage[]): readonly StageFact[] {
  const stages = nodes.map((node) => ({ node, on: reading.day(node.value) }));
  if (stages.some(({ node, on }) => node.value !== undefined && on === undefined)) return [];
  return stages.flatMap(({ node, on }) => {
    const stage = reading.keyword(node.stage);
    return stage === undefined || !isStage(stage) ? [] : [factsOf<StageFact>({ stage, on, at: reading.span(node) })];
  });
}

function isStage(word: string): word is StageName {
  return STAGE_WORDS.has(word);
}

const PERSON: readonly EntityKind[] = ['person'];

function lowerTeam(block: Block): ProjectFacts['team'] {
  const node = block.one('team', ast.isTeam);
  if (node === undefined) return undefined;
  const { reading } = block;
  const members = each(node.refs, (path) => reading.ref(path, PERSON, block.scope));
  return factsOf<NonNullable<ProjectFacts['team']>>({
    text: reading.string(node.text),
    members,
    at: reading.span(node),
  });
}

// ------------------------------------------------------------------------------------------------ investment

function lowerInvestment(outer: Block): InvestmentFacts | undefined {
  const node = outer.one('investment', ast.isInvestment);
  if (node === undefined) return undefined;
  const { reading } = outer;
  const unread = reading.mark();
  const block = new Block(reading, node.members, outer.scope, outer.element);
  const total = reading.money(node.total);
  const sources = each(block.all('source', ast.isSourceMember), (source) => {
    const [name, value] = [reading.name(source.name), reading.money(source.value)];
    return name && value && { name, value, at: reading.span(source) };
  });
  const before = block.money('before');
  const years = block.all('year', ast.isYearPlan).map((year) => ({ node: year, plan: lowerYear(block, year) }));
  const firsts = new Map<number, ast.YearPlan>();
  for (const { node: again, plan } of years) {
    if (plan === undefined) continue;
    const first = firsts.get(plan.year);
    if (first === undefined) firsts.set(plan.year, again);
    else block.repeated('year', reading.span(again), first);
  }
  const at = reading.span(node);
  return factsOf<InvestmentFacts>({
    total,
    sources,
    before,
    years: each(years, ({ plan }) => plan),
    complete: !reading.brokenSince(unread, at),
    at,
  });
}

function lowerYear(block: Block, node: ast.YearPlan): YearPlanFacts | undefined {
  const { reading } = block;
  const unread = reading.mark();
  const year = reading.dateOf('year', node.year);
  const amount = reading.money(node.value);
  const firsts = new Map<Keyword, ast.InvestmentNode>();
  const nodes = each(node.nodes, (part) => {
    const period = reading.keyword(part.period);
    const fact = lowerNode(reading, part, period);
    if (period === undefined || fact === undefined) return undefined;
    const first = firsts.get(period);
    if (first === undefined) firsts.set(period, part);
    else block.repeated(period, reading.span(part), first);
    return fact;
  });
  if (year === undefined) return undefined;
  const at = reading.span(node);
  return factsOf<YearPlanFacts>({
    year: civil(year.period.first).year,
    amount,
    nodes,
    complete: !reading.brokenSince(unread, at),
    at,
  });
}

function lowerNode(
  reading: Reading,
  node: ast.InvestmentNode,
  period: Keyword | undefined,
): InvestmentNode | undefined {
  const value = reading.money(node.value);
  if (period === undefined || value === undefined) return undefined;
  const grain = period.startsWith('Q') ? 'quarter' : 'month';
  return { grain, index: Number(period.slice(1)), value, at: reading.span(node) };
}

// ------------------------------------------------------------------------------------------------ reports

function lowerReports(outer: Block): readonly ReportFacts[] {
  const firsts = new Map<number, ast.Report>();
  return each(outer.all('report', ast.isReport), (node) => {
    const report = lowerReport(outer, node);
    if (report === undefined) return undefined;
    const first = firsts.get(report.day);
    if (first === undefined) firsts.set(report.day, node);
    else outer.repeated('report', outer.reading.span(node), first);
    return report;
  });
}

function lowerReport(outer: Block, node: ast.Report): ReportFacts | undefined {
  const { reading } = outer;
  const day = reading.day(node.date);
  const block = new Block(reading, node.members, outer.scope, outer.element);
  if (day === undefined) return undefined;
  const judgement = (key: 'quality' | 'safety' | 'integrity'): JudgementFact | undefined => {
    const member = block.one(key, ast.isJudgementMember);
    const value = reading.keyword(member?.value);
    if (member === undefined || (value !== 'normal' && value !== 'attention' && value !== 'problem')) return undefined;
    return factsOf<JudgementFact>({ value, text: reading.string(member.text), at: reading.span(member) });
  };
  return factsOf<ReportFacts>({
    day: day.day,
    at: reading.span(node),
    invested: block.money('invested'),
    received: block.money('received'),
    paid: block.money('paid'),
    progress: block.percent('progress', true),
    quality: judgement('quality'),
    safety: judgement('safety'),
    integrity: judgement('integrity'),
    text: block.text('text'),
    next: block.text('next'),
    reporter: block.ref('reporter'),
  });
}

function lowerReviews(outer: Block): readonly ReviewFacts[] {
  const { reading } = outer;
  return each(outer.all('review', ast.isReview), (node) => {
    const half = reading.dateOf('half', node.half);
    const block = new Block(reading, node.members, outer.scope, outer.element);
    if (half === undefined) return undefined;
    return factsOf<ReviewFacts>({
      half,
      reporter: block.ref('reporter'),
      date: block.day('date'),
      text: block.text('text'),
      at: reading.span(node),
    });
  });
}
