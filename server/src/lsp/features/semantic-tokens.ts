/**
 * What words mean, for colours: the editor's own grammar colours by spelling and cannot tell a keyword from a milestone
 * that is called like one, a person from an organisation, a field from a name.
 */

import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { usesIn } from '../../analysis/expressions/editor-support.js';
import { expressionsOf } from '../../analysis/expressions/expressions-in-file.js';
import { ownFields } from '../../analysis/expressions/own-fields.js';
import { fieldNamesIn, rowNamesIn } from '../declaration-expressions.js';
import { safeHandler } from '../handlers.js';
import { resolveSegment } from '../occurrences.js';
import { allElements, type PlanElement } from '../plan-elements.js';
import { offsetIn, type Source } from '../session.js';
import { endOf, keywordAt, nameStarts } from '../token-lookup.js';
import type { Feature } from './feature.js';

const TYPES = [
  'keyword',
  'class',
  'variable',
  'namespace',
  'type',
  'event',
  'enumMember',
  'property',
  'function',
  'number',
  'string',
  'comment',
  'operator',
  'struct',
  'interface',
] as const;
type TokenKind = (typeof TYPES)[number];
const MODIFIERS = ['declaration'] as const;

const KINDS: Readonly<Record<string, TokenKind>> = {
  portfolio: 'namespace',
  calendar: 'struct',
  policy: 'interface',
  org: 'namespace',
  person: 'variable',
  category: 'type',
  area: 'type',
  batch: 'type',
  tag: 'type',
  project: 'class',
  milestone: 'event',
  task: 'event',
  approval: 'event',
  issue: 'event',
  meeting: 'struct',
  inspection: 'struct',
  view: 'interface',
};

const kindOf = (element: PlanElement): TokenKind =>
  'kind' in element ? (KINDS[element.kind] ?? 'variable') : 'property';

const VALUES: Readonly<Record<string, TokenKind>> = {
  DATE: 'number',
  YEAR: 'number',
  NUMBER: 'number',
  MONEY: 'number',
  DURATION: 'number',
  PERCENT: 'number',
  STRING: 'string',
  BLOCK: 'string',
};

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly type: TokenKind;
  readonly declaration: boolean;
}

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] },
      full: true,
      range: true,
    },
  },
  register(session) {
    const { connection, log } = session;
    const none: SemanticTokens = { data: [] };
    connection.languages.semanticTokens.on(
      safeHandler<SemanticTokensParams, SemanticTokens>('colouring', none, log, async ({ textDocument }) => {
        const source = await session.source(textDocument.uri);
        return source === undefined ? none : built(source, marks(source));
      }),
    );
    connection.languages.semanticTokens.onRange(
      safeHandler<SemanticTokensRangeParams, SemanticTokens>(
        'colouring',
        none,
        log,
        async ({ textDocument, range }) => {
          const source = await session.source(textDocument.uri);
          if (source === undefined) return none;
          const [start, end] = [offsetIn(source, range.start), offsetIn(source, range.end)];
          return built(
            source,
            marks(source).filter((mark) => mark.end > start && mark.start < end),
          );
        },
      ),
    );
  },
};

function marks(source: Source): readonly Marked[] {
  const { facts, plan, parsed } = source;
  const names = new Map<number, { readonly type: TokenKind; readonly declaration: boolean }>();
  for (const element of allElements(facts.declarations)) {
    if (element.name !== undefined) names.set(element.name.at.start, { type: kindOf(element), declaration: true });
  }
  const own = ownFields(plan);
  for (const ref of facts.refs) {
    ref.segments.forEach(({ at }, index) => {
      const element = resolveSegment(plan, ref, index);
      if (element !== undefined) names.set(at.start, { type: kindOf(element), declaration: false });
    });
  }
  for (const declaration of facts.declarations) {
    for (const { at } of fieldNamesIn(declaration)) names.set(at.start, { type: 'property', declaration: false });
    for (const { name, kind } of rowNamesIn(declaration, own))
      names.set(name.at.start, { type: KINDS[kind] ?? 'variable', declaration: false });
    for (const { expression, scope: place } of expressionsOf(declaration)) {
      for (const use of usesIn(expression, place, own)) {
        const type: TokenKind =
          use.use === 'field'
            ? 'property'
            : use.use === 'function'
              ? 'function'
              : use.use === 'word'
                ? 'enumMember'
                : use.use === 'declared'
                  ? (KINDS[use.kind] ?? 'variable')
                  : 'variable';
        names.set(use.at.start, { type, declaration: false });
      }
    }
  }
  const isName = nameStarts(parsed);
  const found: Marked[] = [];
  for (const token of parsed.tokens) {
    if (token.isInsertedInRecovery === true) continue;
    const known = names.get(token.startOffset);
    const type =
      known !== undefined && isName.has(token.startOffset)
        ? known.type
        : keywordAt(token, parsed) !== undefined
          ? 'keyword'
          : isName.has(token.startOffset)
            ? 'variable'
            : VALUES[token.tokenType.name];
    if (type === undefined) continue;
    found.push({ start: token.startOffset, end: endOf(token), type, declaration: known?.declaration === true });
  }
  for (const { start, end } of parsed.lexerReport.comments)
    found.push({ start, end, type: 'comment', declaration: false });
  return found.sort((a, b) => a.start - b.start);
}

/** The protocol knows tokens of one line only, so long texts and comments are told line by line. */
function built({ lines, text }: Source, found: readonly Marked[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, type, declaration } of found) {
    let from = start;
    while (from < end) {
      const feed = text.indexOf('\n', from);
      const stop = feed === -1 || feed >= end ? end : feed;
      const length = text.slice(from, stop).trimEnd().length;
      const { line, character } = lines.position(from);
      if (length > 0) builder.push(line, character, length, TYPES.indexOf(type), declaration ? 1 : 0);
      from = stop + 1;
    }
  }
  return builder.build();
}
