/** Changes in the terms of the protocol: as snippets, where the editor lets holes be filled, else with the words in them. */
import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Root } from '../../root.js';
import { rangeIn, type Session } from '../../session.js';
import type { Edit, Piece } from './change.js';

export function fillsHoles({ workspace }: ClientCapabilities): boolean {
  const edits = workspace?.workspaceEdit;
  return edits?.snippetEditSupport === true && edits.documentChanges === true;
}

export function workspaceEdit(edits: readonly Edit[], root: Root, session: Session): WorkspaceEdit {
  const byFile = new Map<string, Edit[]>();
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const same = byFile.get(edit.file);
    if (same === undefined) byFile.set(edit.file, [edit]);
    else same.push(edit);
  }
  const plain = (edit: Edit): TextEdit => ({
    range: rangeIn(root.plan.lines(edit.file), edit),
    newText: edit.insert.map(wordOf).join(''),
  });
  if (!fillsHoles(session.client) || !edits.some(({ insert }) => insert.some(isHole))) {
    return {
      changes: Object.fromEntries([...byFile].map(([file, own]) => [session.roots.uriOf(root, file), own.map(plain)])),
    };
  }
  // One numbering through all edits: equal numbers would be one hole.
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

const isHole = (piece: Piece): boolean => typeof piece !== 'string';

const wordOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.word);

/** The indentation that an editor gives to all further lines of a snippet at that place by itself. */
function indentBefore(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

class Snippets {
  #next = 1;

  snippet(pieces: readonly Piece[], indent: string): string {
    const joined = pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
        const number = this.#next++;
        const { word, choices = [] } = piece;
        if (choices.length === 0) return `\${${number}:${word.replace(/[\\$}]/g, '\\$&')}}`;
        const all = [word, ...choices].map((each) => each.replace(/[\\$},|]/g, '\\$&'));
        return `\${${number}|${all.join(',')}|}`;
      })
      .join('');
    return indent === '' ? joined : joined.replaceAll(`\n${indent}`, '\n');
  }
}
