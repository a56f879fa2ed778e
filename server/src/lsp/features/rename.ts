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
import type { Bilingual } from '../../model/lang.js';
import { kindOf } from '../../model/plan.js';
import { visible } from '../../report/invisible-characters.js';
import { editing, workspaceEditOf } from '../edits.js';
import { safeHandler } from '../handlers.js';
import type { LostMeaning } from '../meaning.js';
import { targetAt } from '../occurrences.js';
import { ancestry, childrenOf, isIssue, isItem, type PlanElement } from '../plan-elements.js';
import { offsetIn, rangeIn, type Source } from '../session.js';
import type { Feature } from './feature.js';
import { renamed } from './renaming.js';

const words = {
  empty: { en: 'A name cannot be empty, hold a backquote or a line end.', zh: '名称不能为空，也不能含反引号或换行。' },
  taken: { en: 'There is something of this kind with that name already.', zh: '已经有同类的东西叫这个名称。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const rename: Feature = {
  capabilities: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
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
        const { root, plan, lang } = source;
        const name = bare(newName);
        const problem =
          name === '' || /[`\r\n]/.test(name)
            ? words.empty
            : name !== target.element.name?.text && isTaken(source, target.element, name)
              ? words.taken
              : undefined;
        if (problem !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, problem[lang]);
        const result = renamed(plan, (file) => root.plan.text(file) ?? '', target.element, name);
        if ('lost' in result) return new ResponseError(LSPErrorCodes.RequestFailed, captured(result.lost, source));
        const changes = new Map<string, TextEdit[]>();
        for (const { at, newText } of result.changes) {
          const edit = { range: rangeIn(root.plan.lines(at.file), at), newText };
          const same = changes.get(at.file);
          if (same === undefined) changes.set(at.file, [edit]);
          else same.push(edit);
        }
        return workspaceEditOf(changes, root, session);
      }),
    );
  },
};

/** The name without the backquotes that somebody who knows them may type. */
function bare(typed: string): string {
  const trimmed = typed.trim();
  return /^`[^`]*`$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}

/** Which reference would be taken for another one. */
function captured({ at }: LostMeaning, { root, lang }: Source): string {
  const name = (root.plan.text(at.file) ?? '').slice(at.start, at.end);
  const line = root.plan.lines(at.file).position(at.start).line + 1;
  return lang === 'zh'
    ? `改名后，${at.file}第${line}行的“${visible(name)}”会指向别处，请换一个名称。`
    : `'${visible(name)}' in line ${line} of ${at.file} would then lead to something else: choose another name.`;
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
