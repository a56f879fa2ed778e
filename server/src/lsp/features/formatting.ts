/** Formatting of a document, of some lines, and of what was just typed. */
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { partnerEdits } from '../../syntax/format/brace-partner.js';
import type { Edit } from '../../syntax/format/edit.js';
import { formatEdits, repairEdits } from '../../syntax/format/format.js';
import { editing } from '../edits.js';
import { offsetIn, rangeIn, type Source } from '../session.js';
import type { Feature } from './feature.js';

/** Signs that a Chinese input method types in the place of those that the language is written with. */
const FULL_WIDTH = ['｛', '｝', '（', '）', '，', '．', '＝', '＋', '－', '％', '＜', '＞', '～'];

export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n', ...FULL_WIDTH] },
  },
  register(session) {
    const { connection } = session;
    connection.onDocumentFormatting(
      editing<DocumentFormattingParams, TextEdit[]>('formatting', session, async ({ textDocument }) => {
        const source = await session.source(textDocument.uri);
        return source === undefined ? null : edits(source, formatEdits(source.parsed));
      }),
    );
    connection.onDocumentRangeFormatting(
      editing<DocumentRangeFormattingParams, TextEdit[]>('formatting', session, async ({ textDocument, range }) => {
        const source = await session.source(textDocument.uri);
        if (source === undefined) return null;
        const lines = { start: offsetIn(source, range.start), end: offsetIn(source, range.end) };
        return edits(source, formatEdits(source.parsed, lines));
      }),
    );
    connection.onDocumentOnTypeFormatting(
      editing<DocumentOnTypeFormattingParams, TextEdit[]>(
        'formatting',
        session,
        async ({ textDocument, position, ch }) => {
          const source = await session.source(textDocument.uri);
          return source === undefined ? null : edits(source, typed(source, offsetIn(source, position), ch));
        },
      ),
    );
  },
};

function typed({ text, parsed }: Source, offset: number, sign: string): readonly Edit[] {
  if (sign === '\n') {
    // The line that was left is laid out; the new one is still empty and keeps the editor's indentation.
    const end = Math.max(0, text.lastIndexOf('\n', offset - 1));
    return formatEdits(parsed, { start: end, end }).filter((edit) => edit.end <= end);
  }
  const here = { start: Math.max(0, offset - 1), end: offset };
  const line = sign === '}' || sign === '｝' ? formatEdits(parsed, here) : repairEdits(parsed, here);
  const partner = partnerEdits(parsed, here.start).filter((edit) => !line.some(({ start }) => start === edit.start));
  return [...line, ...partner];
}

function edits({ lines }: Source, changes: readonly Edit[]): TextEdit[] {
  return changes.map(({ start, end, newText }) => ({ range: rangeIn(lines, { start, end }), newText }));
}
