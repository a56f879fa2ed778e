/**
 * The parser. Langium's grammar says what the language is and gives the tree its types; the rules are run by a
 * predictive parser of our own (`parsing/`), since a plan root has hundreds of thousands of lines and is read at each
 * start, and since a mistake has to cost its statement and nothing else.
 */
import type { IToken } from 'chevrotain';
import type { PlanFile } from './generated/ast.js';
import { PlanGrammar } from './generated/grammar.js';
import { PlanLexer, type PlanLexingReport } from './lexer.js';
import { GrammarCompiler } from './parsing/grammar-compiler.js';
import type { Rule } from './parsing/grammar-elements.js';
import { type ParseError, ParserRun } from './parsing/parser-run.js';
import { newNode } from './parsing/tree-nodes.js';
import { VOCABULARY } from './token-types.js';

export interface PlanParseResult {
  /**
   * The tree. Where the text has mistakes any property may be missing, whatever its type says; the place of a node
   * is in `$start` and `$end` (`placeOf`).
   */
  readonly value: PlanFile;
  readonly tokens: readonly IToken[];
  /** In the order of the text. */
  readonly mistakes: readonly ParseError[];
  readonly lexerReport: PlanLexingReport;
  /** Signs that say nothing where they stand: between statements, between a keyword and its value. */
  readonly superfluous: readonly SourceRange[];
  /** Signs that were taken for the comma of a list. */
  readonly commas: readonly SourceRange[];
}

interface SourceRange {
  readonly start: number;
  readonly end: number;
}

const lexer = new PlanLexer();
let entry: Rule | undefined;

/** Compiled on first use; it holds nothing of the texts that were read. */
function planFile(): Rule {
  entry ??= new GrammarCompiler(PlanGrammar(), VOCABULARY).rule('PlanFile');
  return entry;
}

/** Any text has a tree; what is wrong with it is among the mistakes and in the lexer's report. */
export function parsePlan(text: string): PlanParseResult {
  const { tokens, report } = lexer.tokenize(text);
  const run = new ParserRun(text, tokens);
  run.rule(planFile());
  const { superfluous, commas } = run;
  return { value: asPlanFile(run), tokens, mistakes: run.mistakes, lexerReport: report, superfluous, commas };
}

/** The nodes are made from the metadata of the generated types, property by property as the grammar says. */
function asPlanFile({ made }: ParserRun): PlanFile {
  return (made ?? newNode('PlanFile', 0)) as unknown as PlanFile;
}
