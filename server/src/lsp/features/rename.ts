/** Renames what a name stands for, in all files, the declaration and every segment of a path that names it. */
import {
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { keywordOf } from '../../../../grammar/keywords.js';
import { describeField, describeFunction } from '../../analysis/expressions/editor-support.js';
import type { Bilingual } from '../../model/lang.js';
import { kindOf } from '../../model/plan.js';
import { editing, workspaceEditOf } from '../edits.js';
import { safeHandler } from '../handlers.js';
import { type Occurrence, occurrencesOf, targetAt } from '../occurrences.js';
import { ancestry, childrenOf, isIssue, isItem, type PlanElement } from '../plan-elements.js';
import { offsetIn, rangeIn, type Source } from '../session.js';
import { written } from './completion/names.js';
import type { Feature } from './feature.js';

const words = {
  empty: { en: 'A name cannot be empty, hold a backquote or a line end.', zh: '名称不能为空，也不能含反引号或换行。' },
  taken: { en: 'There is something of this kind with that name already.', zh: '已经有同类的东西叫这个名称。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(session) {
    const { connection, log } = session;
    connection.onPrepareRename(
      safeHandler<TextDocumentPositionParams, PrepareRenameResult | null>(
        'preparing to rename',
        null,
        log,
        async ({ textDocument, position }) => {
          const source = await session.source(textDocument.uri);
          const target = source && targetAt(source.facts, source.plan, offsetIn(source, position));
          if (source === undefined || target?.element.name === undefined) return null;
          return { range: rangeIn(source.lines, target.at), placeholder: target.element.name.text };
        },
      ),
    );
    connection.onRenameRequest(
      editing<RenameParams, WorkspaceEdit>('renaming', session, async ({ textDocument, position, newName }) => {
        const source = await session.source(textDocument.uri);
        const target = source && targetAt(source.facts, source.plan, offsetIn(source, position));
        if (source === undefined || target === undefined) return null;
        const name = bare(newName);
        const problem =
          name === '' || /[`\r\n]/.test(name)
            ? words.empty
            : name !== target.element.name?.text && isTaken(source, target.element, name)
              ? words.taken
              : undefined;
        if (problem !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, problem[source.lang]);
        const changes = new Map<string, TextEdit[]>();
        for (const occurrence of occurrencesOf(source.plan, target.element)) {
          const { file } = occurrence.at;
          const edit = {
            range: rangeIn(source.root.plan.lines(file), occurrence.at),
            newText: spelled(name, occurrence),
          };
          const same = changes.get(file);
          if (same === undefined) changes.set(file, [edit]);
          else same.push(edit);
        }
        return workspaceEditOf(changes, source.root, session);
      }),
    );
  },
};

/** The name without the backquotes that somebody who knows them may type. */
function bare(typed: string): string {
  const trimmed = typed.trim();
  return /^`[^`]*`$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}

/** In an expression a field or keyword of that name would be meant, were it not for backquotes. */
function spelled(name: string, { as }: Occurrence): string {
  const plain = written(name);
  const ambiguous =
    as === 'expression' &&
    (describeField(name) !== undefined || describeFunction(name) !== undefined || keywordOf(name) !== undefined);
  return ambiguous && !plain.startsWith('`') ? `\`${plain}\`` : plain;
}

function isTaken({ plan }: Source, element: PlanElement, name: string): boolean {
  if (!('kind' in element) || isItem(element) || isIssue(element)) {
    const outer = ancestry(plan, element).at(-2);
    const kind = (other: PlanElement): string => (isItem(other) ? 'item' : isIssue(other) ? 'issue' : 'decision');
    return (
      outer !== undefined &&
      childrenOf(outer).some((other) => kind(other) === kind(element) && other.name?.text === name)
    );
  }
  return plan.find(kindOf(element), name) !== undefined;
}
