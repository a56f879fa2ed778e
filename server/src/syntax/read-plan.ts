/**
 * Text in, facts out: the one door to the syntax room for everybody who wants to know what a plan file states.
 * Any text is answered; what cannot be read is among the findings.
 */
import { type Keyword, keywordOf } from '../../../grammar/keywords.js';
import type { Declaration, FileFacts, Finding, Ignore } from '../model/facts.js';
import { Comments } from './comments.js';
import type * as ast from './generated/tree.js';
import type { PlanLexingReport } from './lexer.js';
import { withLineFeeds } from './line-ends.js';
import { lowerCalendar, lowerOrg, lowerPerson, lowerPortfolio, lowerTaxonomy } from './lower/frame.js';
import { lowerMeeting } from './lower/meetings.js';
import { lowerOwnField } from './lower/own-fields.js';
import { lowerProject } from './lower/project.js';
import { ValueReader } from './lower/value-reader.js';
import { lowerPolicy, lowerView } from './lower/views.js';
import { type PlanParseResult, parsePlan, parseTree } from './parser.js';
import { MOST, onLinesWithOddQuotes, reportSyntax } from './syntax-findings.js';

/** What `text` states. `file` is the identity that every place in the result carries. */
export function readPlan(file: string, text: string): FileFacts {
  return read(file, text, parseTree).facts;
}

/** The same with the tree that it was read from; undefined where the text exhausts the stack. */
export function readWithTree(file: string, text: string): ReadPlan {
  return read(file, text, parsePlan);
}

interface ReadPlan {
  readonly facts: FileFacts;
  readonly parsed: PlanParseResult | undefined;
}

function read(file: string, text: string, parse: (text: string) => PlanParseResult): ReadPlan {
  let parsed: PlanParseResult;
  try {
    parsed = parse(text);
  } catch (error) {
    // The parser recurses: a text built to exhaust the stack costs itself and nothing else.
    if (!(error instanceof RangeError)) throw error;
    const reader = new ValueReader(file, text);
    const at = { file, start: 0, end: Math.min(text.length, 1) };
    reader.report('syntax/unexpected', at, { problem: 'nesting', found: '', expected: [] });
    const { findings } = reader;
    return {
      facts: { file, declarations: [], refs: [], ignores: [], findings, vocabulary: undefined, inYuan: [] },
      parsed: undefined,
    };
  }
  return { facts: factsIn(file, parsed), parsed };
}

/** What a text states that is parsed already. */
export function factsIn(file: string, parsed: PlanParseResult): FileFacts {
  const text = withLineFeeds(parsed.text);
  const reader = new ValueReader(file, text);
  reportSyntax(reader, parsed);
  reader.parsed();
  const comments = new Comments(text, parsed.lexerReport.comments);
  const docs = (offset: number): string | undefined => comments.docBefore(offset);
  const declarations: Declaration[] = [];
  for (const node of parsed.value.declarations) {
    const declaration = lowerDeclaration(reader, docs, node);
    if (declaration !== undefined) declarations.push(declaration);
  }
  return {
    file,
    declarations,
    refs: reader.refs.sort((a, b) => a.at.start - b.at.start),
    ignores: ignores(reader, comments),
    findings: atMost(ownFindings(reader.findings, parsed.lexerReport, text)),
    vocabulary: vocabulary(parsed),
    inYuan: reader.inYuan,
  };
}

/** A word of a text that a quote only ends is no statement: on such a line nothing stands twice. */
function ownFindings(findings: readonly Finding[], { problems }: PlanLexingReport, text: string): readonly Finding[] {
  const isOdd = onLinesWithOddQuotes(problems, text);
  return isOdd === undefined
    ? findings
    : findings.filter(({ code, at }) => code !== 'member/repeated' || !isOdd(at.start));
}

/** Lowering finds mistakes too, which the parser did not count. */
function atMost(findings: readonly Finding[]): readonly Finding[] {
  let mistakes = 0;
  return findings.filter(({ code }) => code !== 'syntax/unexpected' || ++mistakes <= MOST);
}

function lowerDeclaration(
  reader: ValueReader,
  docs: (offset: number) => string | undefined,
  node: ast.Declaration,
): Declaration | undefined {
  switch (node.$type) {
    case 'Project':
      return lowerProject(reader, docs, node);
    case 'Person':
      return lowerPerson(reader, docs, node);
    case 'Org':
      return lowerOrg(reader, docs, node);
    case 'OwnField':
      return lowerOwnField(reader, docs, node);
    case 'Taxonomy':
      return lowerTaxonomy(reader, docs, node);
    case 'Meeting':
      return lowerMeeting(reader, docs, node);
    case 'Portfolio':
      return lowerPortfolio(reader, docs, node);
    case 'Calendar':
      return lowerCalendar(reader, docs, node);
    case 'Policy':
      return lowerPolicy(reader, docs, node);
    case 'View':
      return lowerView(reader, docs, node);
  }
}

function ignores(reader: ValueReader, comments: Comments): readonly Ignore[] {
  const { file } = reader;
  return comments.ignores().map(({ code, reason, start, end, next }) => ({
    code,
    reason,
    at: { file, start, end },
    covers: { file, start: next, end: reader.statements.get(next) ?? next },
  }));
}

/** Words are the same in both languages only for dependency types; those say nothing. */
function vocabulary({ value }: PlanParseResult): 'en' | 'zh' | undefined {
  let balance = 0;
  let any = false;
  const count = (word: string | undefined): void => {
    const keyword: Keyword | undefined = word === undefined ? undefined : keywordOf(word);
    if (keyword === undefined) return;
    any = true;
    balance += keyword === word ? 1 : -1;
  };
  for (const node of value.declarations) {
    count(node.key);
    for (const { key } of node.members) count(key);
  }
  return any ? (balance >= 0 ? 'en' : 'zh') : undefined;
}
