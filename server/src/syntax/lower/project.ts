/** Projects with their money, reports and accountability reports (language reference, 2.2, 2.3, 2.6). */

import { civil } from '../../model/day.js';
import type {
  InvestmentFacts,
  InvestmentNode,
  JudgementFact,
  Level,
  Priority,
  ProjectFacts,
  ReportFacts,
  ReviewFacts,
  StageFact,
  StageName,
  YearPlanFacts,
} from '../../model/facts.js';
import * as ast from '../generated/ast.js';
import { Block, defined, optional } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerIssues } from './issues.js';
import { lowerItems } from './items.js';
import type { Reading } from './reading.js';

const LEVELS: readonly Level[] = ['national', 'province', 'city', 'county'];
const PRIORITIES: readonly Priority[] = ['top', 'key', 'ordinary'];
const STAGES: ReadonlySet<string> = new Set<StageName>([
  'reserve',
  'owner-confirmed',
  'preparation',
  'ready',
  'construction',
  'completed',
  'operation',
  'suspended',
  'cancelled',
]);

export function lowerProject(reading: Reading, docs: Docs, node: ast.Project): ProjectFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const path = [name.text];
  const base = declared(reading, docs, node, name, path);
  const block = new Block(reading, node.members, path, base.id);
  const period = block.one('period', ast.isSpanMember);
  const [from, to] = [reading.date(period?.from), reading.date(period?.to)];
  return {
    ...base,
    kind: 'project',
    stated: block.stated,
    ...block.accountability(),
    ...optional('category', block.ref('category')),
    ...optional('level', block.choice('level', LEVELS)),
    ...optional('priority', block.choice('priority', PRIORITIES)),
    area: block.refs('area'),
    batch: block.refs('batch'),
    tag: block.refs('tag'),
    alias: block.texts('alias'),
    ...optional('parent', block.ref('parent')),
    ...optional('admitted', block.datedOne('admitted')),
    ...optional('removed', block.datedOne('removed')),
    stages: defined(block.all('stage', ast.isStage).map((stage) => lowerStage(reading, stage))),
    ...optional('period', period && from && to && { from, to, at: reading.span(period) }),
    ...optional('actualStart', block.day('actual-start')),
    ...optional('actualFinish', block.day('actual-finish')),
    ...optional('scope', block.text('scope')),
    ...optional('team', lowerTeam(block)),
    ...optional('scheme', block.text('scheme')),
    ...optional('fund', block.money('fund')),
    ...optional('calendar', block.ref('calendar')),
    ...optional('policy', block.ref('policy')),
    ...optional('replaces', block.ref('replaces')),
    ...optional('investment', lowerInvestment(block)),
    items: lowerItems(reading, docs, node.members, path),
    issues: lowerIssues(reading, docs, block.all('issue', ast.isIssue), path),
    reports: lowerReports(block),
    reviews: lowerReviews(block),
    notes: block.textEach('note'),
    links: block.textEach('link'),
  };
}

function lowerStage(reading: Reading, node: ast.Stage): StageFact | undefined {
  const stage = reading.keyword(node.stage);
  if (stage === undefined || !isStage(stage)) return undefined;
  const on = reading.day(node.value);
  // A stage whose date cannot be read must not count as one that has held since ever.
  if (node.value !== undefined && on === undefined) return undefined;
  return { stage, at: reading.span(node), ...optional('on', on) };
}

function isStage(word: string): word is StageName {
  return STAGES.has(word);
}

function lowerTeam(block: Block): ProjectFacts['team'] {
  const node = block.one('team', ast.isTeam);
  if (node === undefined) return undefined;
  const { reading } = block;
  const members = defined((node.refs ?? []).map((path) => reading.ref(path, ['person'], block.scope)));
  return { members, at: reading.span(node), ...optional('text', reading.string(node.text)) };
}

// ------------------------------------------------------------------------------------------------ investment

function lowerInvestment(outer: Block): InvestmentFacts | undefined {
  const node = outer.one('investment', ast.isInvestment);
  if (node === undefined) return undefined;
  const { reading } = outer;
  const block = new Block(reading, node.members, outer.scope, outer.element);
  const total = reading.money(node.total);
  const sources = block.all('source', ast.isSourceMember).map((source) => {
    const [name, value] = [reading.name(source.name), reading.money(source.value)];
    return name && value && { name, value, at: reading.span(source) };
  });
  const before = block.money('before');
  const years = block.all('year', ast.isYearPlan).map((year) => ({ node: year, plan: lowerYear(block, year) }));
  for (const { node: again, plan } of years) {
    const first = years.find((other) => other.plan !== undefined && other.plan.year === plan?.year);
    if (first !== undefined && first.node !== again) block.repeated('year', reading.span(again), first.node);
  }
  const at = reading.span(node);
  return {
    sources: defined(sources),
    years: defined(years.map(({ plan }) => plan)),
    complete: !reading.brokenWithin(at),
    at,
    ...optional('total', total),
    ...optional('before', before),
  };
}

function lowerYear(block: Block, node: ast.YearPlan): YearPlanFacts | undefined {
  const { reading } = block;
  const year = reading.dateOf('year', node.year);
  const amount = reading.money(node.value);
  const nodes = (node.nodes ?? []).map((part) => ({ part, fact: lowerNode(reading, part) }));
  for (const { part, fact } of nodes) {
    const first = nodes.find((other) => other.fact?.grain === fact?.grain && other.fact?.index === fact?.index);
    if (fact !== undefined && first !== undefined && first.part !== part) {
      block.repeated(reading.keyword(part.period) ?? 'Q1', reading.span(part), first.part);
    }
  }
  if (year === undefined) return undefined;
  const at = reading.span(node);
  return {
    year: civil(year.period.first).year,
    nodes: defined(nodes.map(({ fact }) => fact)),
    complete: !reading.brokenWithin(at),
    at,
    ...optional('amount', amount),
  };
}

function lowerNode(reading: Reading, node: ast.InvestmentNode): InvestmentNode | undefined {
  const period = reading.keyword(node.period);
  const value = reading.money(node.value);
  if (period === undefined || value === undefined) return undefined;
  const grain = period.startsWith('Q') ? 'quarter' : 'month';
  return { grain, index: Number(period.slice(1)), value, at: reading.span(node) };
}

// ------------------------------------------------------------------------------------------------ reports

function lowerReports(outer: Block): readonly ReportFacts[] {
  const nodes = outer.all('report', ast.isReport);
  const reports = nodes.map((node) => ({ node, fact: lowerReport(outer, node) }));
  const byDay = new Map<number, ast.Report>();
  for (const { node, fact } of reports) {
    if (fact === undefined) continue;
    const first = byDay.get(fact.day);
    if (first === undefined) byDay.set(fact.day, node);
    else outer.repeated('report', outer.reading.span(node), first);
  }
  return defined(reports.map(({ fact }) => fact));
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
    return { value, at: reading.span(member), ...optional('text', reading.string(member.text)) };
  };
  return {
    day: day.day,
    at: reading.span(node),
    ...optional('invested', block.money('invested')),
    ...optional('received', block.money('received')),
    ...optional('paid', block.money('paid')),
    ...optional('progress', block.percent('progress', true)),
    ...optional('quality', judgement('quality')),
    ...optional('safety', judgement('safety')),
    ...optional('integrity', judgement('integrity')),
    ...optional('text', block.text('text')),
    ...optional('next', block.text('next')),
    ...optional('reporter', block.ref('reporter')),
  };
}

function lowerReviews(outer: Block): readonly ReviewFacts[] {
  const { reading } = outer;
  return defined(
    outer.all('review', ast.isReview).map((node) => {
      const half = reading.dateOf('half', node.half);
      const block = new Block(reading, node.members, outer.scope, outer.element);
      if (half === undefined) return undefined;
      return {
        half,
        at: reading.span(node),
        ...optional('reporter', block.ref('reporter')),
        ...optional('date', block.day('date')),
        ...optional('text', block.text('text')),
      };
    }),
  );
}
