/** What can be folded: blocks, comments of several lines, long texts. */
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { safeHandler } from '../handlers.js';
import type { Source } from '../session.js';
import { endOf } from '../token-lookup.js';
import type { Feature } from './feature.js';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(session) {
    session.connection.onFoldingRanges(
      safeHandler<FoldingRangeParams, FoldingRange[]>('folding', [], session.log, async ({ textDocument }) => {
        const source = await session.source(textDocument.uri);
        return source === undefined ? [] : rangesOf(source);
      }),
    );
  },
};

function rangesOf({ parsed, lines, text }: Source): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind, keepLast = false): void => {
    const [startLine, last] = [lines.position(start).line, lines.position(end).line];
    const endLine = keepLast ? last - 1 : last;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  const open: number[] = [];
  for (const token of parsed.tokens) {
    const { name } = token.tokenType;
    if (name === '{') open.push(token.startOffset);
    else if (name === '}') {
      const start = open.pop();
      // The closing brace stays in sight.
      if (start !== undefined) add(start, token.startOffset, undefined, token.isInsertedInRecovery !== true);
    } else if (name === 'BLOCK') add(token.startOffset, endOf(token));
  }
  let run: { start: number; end: number } | undefined;
  for (const { kind, start, end } of parsed.lexerReport.comments) {
    if (kind !== 'line') {
      add(start, end, FoldingRangeKind.Comment);
      continue;
    }
    const follows = run !== undefined && /^\r?\n[ \t]*$/.test(text.slice(run.end, start));
    if (run !== undefined && follows) run.end = end;
    else {
      if (run !== undefined) add(run.start, run.end, FoldingRangeKind.Comment);
      run = { start, end };
    }
  }
  if (run !== undefined) add(run.start, run.end, FoldingRangeKind.Comment);
  return ranges.sort((a, b) => a.startLine - b.startLine);
}
