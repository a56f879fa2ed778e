/** Changes in the terms of the protocol: as snippets, where the editor lets placeholders be filled, else with their texts. */
import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { SnippetEdit, SnippetPart } from '../../../workspace/fixes/plan-text.js';
import { takesVersions, workspaceEditOf } from '../../edits.js';
import type { Root } from '../../root.js';
import { rangeIn, type Session } from '../../session.js';

export function supportsSnippets(client: ClientCapabilities): boolean {
  return client.workspace?.workspaceEdit?.snippetEditSupport === true && takesVersions(client);
}

export function workspaceEdit(edits: readonly SnippetEdit[], root: Root, session: Session): WorkspaceEdit {
  const byFile = new Map<string, SnippetEdit[]>();
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const same = byFile.get(edit.file);
    if (same === undefined) byFile.set(edit.file, [edit]);
    else same.push(edit);
  }
  // One numbering through all edits: equal numbers would be one hole.
  const numbered = supportsSnippets(session.client) ? new Snippets() : undefined;
  const written = (edit: SnippetEdit): TextEdit | SnippetTextEdit => {
    const range = rangeIn(root.plan.lines(edit.file), edit);
    if (numbered === undefined || !edit.insert.some(isHole)) return { range, newText: plainText(edit.insert) };
    const text = root.plan.text(edit.file) ?? '';
    const value = numbered.snippet(edit.insert, indentBefore(text, edit.start));
    return { range, snippet: { kind: 'snippet', value } };
  };
  return workspaceEditOf(new Map([...byFile].map(([file, own]) => [file, own.map(written)])), root, session);
}

/** As a snippet that is put in with its whitespace as it is. */
export function snippetText(insert: readonly SnippetPart[]): string {
  return new Snippets().snippet(insert, '');
}

const isHole = (piece: SnippetPart): boolean => typeof piece !== 'string';

/** With the words of the holes. */
export const plainText = (insert: readonly SnippetPart[]): string => insert.map(wordOf).join('');

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
