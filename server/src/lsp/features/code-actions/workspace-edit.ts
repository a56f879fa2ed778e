/** Changes in the terms of the protocol: as snippets, where the editor lets placeholders be filled, else with their texts. */
import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Root } from '../../root.js';
import { rangeIn, type Session } from '../../session.js';
import type { SnippetEdit, SnippetPart } from './action-types.js';

export function supportsSnippets({ workspace }: ClientCapabilities): boolean {
  const edits = workspace?.workspaceEdit;
  return edits?.snippetEditSupport === true && edits.documentChanges === true;
}

export function workspaceEdit(edits: readonly SnippetEdit[], root: Root, session: Session): WorkspaceEdit {
  const byFile = new Map<string, SnippetEdit[]>();
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const same = byFile.get(edit.file);
    if (same === undefined) byFile.set(edit.file, [edit]);
    else same.push(edit);
  }
  const plain = (edit: SnippetEdit): TextEdit => ({
    range: rangeIn(root.plan.lines(edit.file), edit),
    newText: edit.insert.map(wordOf).join(''),
  });
  if (!supportsSnippets(session.client) || !edits.some(({ insert }) => insert.some(isHole))) {
    return {
      changes: Object.fromEntries([...byFile].map(([file, own]) => [session.roots.uriOf(root, file), own.map(plain)])),
    };
  }
  // One numbering through all edits: equal numbers would be one placeholder.
  const numbered = new Snippets();
  return {
    documentChanges: [...byFile].map(([file, own]) => {
      const uri = session.roots.uriOf(root, file);
      const version = session.roots.documentOf(uri)?.version ?? null;
      const text = root.plan.text(file) ?? '';
      return {
        textDocument: { uri, version },
        edits: own.map((edit): TextEdit | SnippetTextEdit => {
          if (!edit.insert.some(isHole)) return plain(edit);
          const value = numbered.snippet(edit.insert, indentBefore(text, edit.start));
          return { range: plain(edit).range, snippet: { kind: 'snippet', value } };
        }),
      };
    }),
  };
}

const isHole = (piece: SnippetPart): boolean => typeof piece !== 'string';

const wordOf = (piece: SnippetPart): string => (typeof piece === 'string' ? piece : piece.text);

/** The indentation that an editor gives to all further lines of a snippet at that place by itself. */
function indentBefore(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

class Snippets {
  #next = 1;

  snippet(pieces: readonly SnippetPart[], indent: string): string {
    const joined = pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
        const number = this.#next++;
        const { text: word, choices = [] } = piece;
        if (choices.length === 0) return `\${${number}:${word.replace(/[\\$}]/g, '\\$&')}}`;
        const all = [word, ...choices].map((each) => each.replace(/[\\$},|]/g, '\\$&'));
        return `\${${number}|${all.join(',')}|}`;
      })
      .join('');
    return indent === '' ? joined : joined.replaceAll(`\n${indent}`, '\n');
  }
}
