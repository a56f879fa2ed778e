/** Langium's own parser over the same tokens: the grammar stays one of Langium's, and the faster parser reads it as Langium does. */
// Chevrotain groups with what Node 20 lacks.
import 'core-js/actual/map/group-by.js';
import 'core-js/actual/object/group-by.js';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { type AstNode, type CstNode, isAstNode, type LangiumParser } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';
import { beforeAll, describe, expect, it } from 'vitest';
import { BLOCK_NAMES, BLOCKS, kindsOf } from '../../../grammar/members.js';
import { RULES } from '../analysis/checks/index.js';
import { PlanLexer } from './lexer.js';
import { parsePlan } from './parser.js';
import { TOKEN_KINDS, type TokenKind } from './token-types.js';
import type { PlanNode } from './tree.js';

const ROOT = path.join(import.meta.dirname, '../../..');

// ------------------------------------------------------------------------------------------------ Langium

/** Our kinds of token as Chevrotain's, by the names that Langium asks for; a keyword that may be a name has one of its own. */
const types = new Map<TokenKind, TokenType>();
for (const kind of TOKEN_KINDS) {
  types.set(
    kind,
    createToken({
      name: kind.mayBeName ? `${kind.name} or a name` : kind.name,
      pattern: Lexer.NA,
      categories: kind.CATEGORIES.flatMap((category) => types.get(category) ?? []),
    }),
  );
}
const definition = Object.fromEntries([...types.values()].map((type) => [type.name, type]));

/** Where tokens stand that are written otherwise than what they say. */
const said = new Map<number, string>();

function tokensOf(text: string): IToken[] {
  said.clear();
  return new PlanLexer().tokenize(text).tokens.flatMap((token): IToken[] => {
    const tokenType = types.get(token.tokenType);
    if (tokenType === undefined) return [];
    // A word of other case is a name as it is written.
    if (token.payload !== undefined && token.tokenType.keyword === undefined)
      said.set(token.startOffset, token.payload);
    return [{ ...token, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 }];
  });
}

let langium: LangiumParser;
beforeAll(async () => {
  const services = await createServicesForGrammar({
    grammar: readFileSync(path.join(ROOT, 'grammar/plan.langium'), 'utf8'),
    module: {
      parser: {
        TokenBuilder: () => ({ buildTokens: () => definition }),
        Lexer: () => ({ definition, tokenize: (text: string) => ({ tokens: tokensOf(text), hidden: [], errors: [] }) }),
        // The tree holds texts as they are written, quotes and all.
        ValueConverter: () => ({ convert: (written: string, { offset }: CstNode) => said.get(offset) ?? written }),
      },
    },
  });
  langium = services.parser.LangiumParser;
});

/** A node with its place and what it holds, as both parsers can tell it; what is not there left out. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const held = Object.entries(value).filter(([name, inner]) => !name.startsWith('$') && inner !== undefined);
  return { ...placed(value), ...Object.fromEntries(held.map(([name, inner]) => [name, told(inner)])) };
}

function placed(node: object): { readonly $type: unknown; readonly start: unknown; readonly end: unknown } {
  if (isAstNode(node) && node.$cstNode !== undefined) {
    return { $type: node.$type, start: node.$cstNode.offset, end: node.$cstNode.end };
  }
  const { $type, $start, $end } = node as PlanNode;
  return { $type, start: $start, end: $end };
}

// ------------------------------------------------------------------------------------------------ texts

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.plan'))
    .map((file) => path.join(folder, file));
}

const texts: readonly (readonly [string, string])[] = [
  ...files(path.join(ROOT, 'examples')).map((file) => [path.relative(ROOT, file), readFileSync(file, 'utf8')] as const),
  ...RULES.flatMap(({ code, example }) => [
    [`${code}, what shows it`, example.shows] as const,
    [`${code}, beside it`, example.clean] as const,
  ]),
  ...BLOCK_NAMES.flatMap((block) =>
    kindsOf(block).flatMap((kind) => Object.values(BLOCKS[block].kinds[kind]?.example ?? {})),
  ).map((example) => [example, example] as const),
];

describe("Langium's parser", () => {
  it.each(texts)('makes the same of %s', (_, text) => {
    const ours = parsePlan(text);
    const theirs = langium.parse<AstNode>(text);
    // Of a mistake each recovers in its own way, and signs that say nothing are passed over by ours alone.
    if (ours.mistakes.length + ours.superfluous.length + ours.commas.length > 0)
      expect(theirs.parserErrors).not.toEqual([]);
    else {
      expect(theirs.parserErrors).toEqual([]);
      expect(told(theirs.value)).toEqual(told(ours.value));
    }
  });
});
