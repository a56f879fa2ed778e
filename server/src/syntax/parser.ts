/**
 * The parser. Langium's grammar says what the language is and gives the tree its types; the rules are run by a
 * predictive parser of our own (`parsing/`), since a plan root has hundreds of thousands of lines and is read at each
 * start, and since a mistake has to cost its statement and nothing else. A test runs Langium's own parser beside it.
 */
import type { NodeTypes, PlanFile } from './generated/tree.js';
import { PlanLexer, type PlanLexingReport } from './lexer.js';
import { GrammarCompiler } from './parsing/grammar-compiler.js';
import type { Rule } from './parsing/grammar-elements.js';
import { type ParseError, ParserRun } from './parsing/parser-run.js';
import { newNode } from './parsing/tree-nodes.js';
import { TOKEN_KINDS, type Token } from './token-types.js';
import type { NodeType } from './tree.js';

export interface PlanParseResult {
  readonly text: string;
  readonly value: PlanFile;
  readonly tokens: readonly Token[];
  /** In the order of the text. */
  readonly mistakes: readonly ParseError[];
  readonly lexerReport: PlanLexingReport;
  /** Signs that say nothing where they stand: between statements, between a keyword and its value. */
  readonly superfluous: readonly SourceRange[];
  /** Signs that were taken for the comma of a list. */
  readonly commas: readonly SourceRange[];
  /** Names that lack their backquotes, each of one or more tokens. */
  readonly unquoted: readonly SourceRange[];
}

interface SourceRange {
  readonly start: number;
  readonly end: number;
}

const lexer = new PlanLexer();
let compiler: GrammarCompiler | undefined;

/** Compiled on first use; it holds nothing of the texts that were read. */
function ruleOf(name: NodeType): Rule {
  compiler ??= new GrammarCompiler(TOKEN_KINDS);
  return compiler.rule(name);
}

/** Any text has a tree; what is wrong with it is among the mistakes and in the lexer's report. */
export function parsePlan(text: string): PlanParseResult {
  return parsed(text, true);
}

/** The same without the tokens, which take as much memory as the tree: for who only reads what the text states. */
export function parseTree(text: string): PlanParseResult {
  return parsed(text, false);
}

function parsed(text: string, keepsTokens: boolean): PlanParseResult {
  const { tokens: read, report } = lexer.tokenize(text);
  const run = new ParserRun(text, read);
  run.rule(ruleOf('PlanFile'));
  const { mistakes, superfluous, commas, unquoted } = run;
  const tokens = keepsTokens ? read : [];
  return { text, value: asNode('PlanFile', run), tokens, mistakes, lexerReport: report, superfluous, commas, unquoted };
}

/** The parser makes nodes property by property as the rules say, and the types are generated from the same rules. */
function asNode<T extends NodeType>(type: T, { made }: ParserRun): NodeTypes[T] {
  return (made ?? newNode(type, 0)) as unknown as NodeTypes[T];
}
