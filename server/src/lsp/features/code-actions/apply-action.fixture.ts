/** For tests of code actions: asks for them at a place, and the text after one of them. */
import type { CodeAction, SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import { isKindAnnounced } from '../../testing/announced.js';
import { edited } from '../../testing/marked-text.js';
import { Editor, type EditorOptions, FOLDER, until } from '../../testing/test-editor.js';

export interface Asked {
  readonly editor: Editor;
  readonly uri: string;
  readonly actions: readonly CodeAction[];
}

type AskOptions = EditorOptions & {
  readonly only?: string;
  /** Waits for it: what rules over the whole plan find is known once nothing has been typed for a moment. */
  readonly expecting?: string;
};

/** At the cursor or the range of `source`, which is `a.plan`. */
export async function ask(source: string, options: AskOptions = {}): Promise<Asked> {
  const { editor, at, uri } = await Editor.with(source, options);
  const { start, end } = at.ranges[0] ?? { start: at.cursor, end: at.cursor };
  if (options.only !== undefined && !isKindAnnounced(options.only, editor.initialized.capabilities))
    throw new Error(`${options.only} is not announced`);
  const offered = async (): Promise<CodeAction[]> => {
    const actions = await editor.request<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: editor.position(uri, start), end: editor.position(uri, end) },
      context: { diagnostics: [], ...(options.only === undefined ? {} : { only: [options.only] }) },
    });
    return actions ?? [];
  };
  const { expecting } = options;
  const actions =
    expecting === undefined
      ? await offered()
      : await until(async () => {
          const found = await offered();
          return found.some(({ title }) => title.includes(expecting)) && found;
        });
  return { editor, uri, actions };
}

/** The texts of the files that an action changes, by path; placeholders of snippets as `‹1:word›` and `‹2|one,other›`. */
export function applied(action: CodeAction, editor: Editor): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  const put = (uri: string, edits: readonly (TextEdit | SnippetTextEdit)[]): void => {
    const path = decodeURIComponent(uri.slice(FOLDER.length + 1));
    const before = editor.text(uri) || (editor.files.texts.get(path) ?? '');
    const plain = edits.map((edit) => ({
      range: edit.range,
      newText: 'snippet' in edit ? inserted(edit, before) : edit.newText,
    }));
    changed.set(path, edited(before, plain));
  };
  for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) put(uri, edits);
  for (const change of action.edit?.documentChanges ?? []) {
    if ('edits' in change) put(change.textDocument.uri, change.edits);
  }
  return changed;
}

/** As editors do: lines behind the first get the indentation of the line that the snippet is put into. */
function inserted({ snippet, range }: SnippetTextEdit, text: string): string {
  const line = text.split('\n')[range.start.line] ?? '';
  const indent = /^[ \t]*/.exec(line.slice(0, range.start.character))?.[0] ?? '';
  return snippet.value
    .replaceAll('\n', `\n${indent}`)
    .replace(/\$\{(\d+)(?::([^}]*)|\|([^}]*)\|)\}/g, (_, number: string, word?: string, choices?: string) =>
      choices === undefined ? `‹${number}:${word}›` : `‹${number}|${choices}›`,
    )
    .replace(/\\([\\$}])/g, '$1');
}

/** `a.plan` after the action with that title (or the only one of a kind). */
export async function acted(source: string, title: string | RegExp, options: AskOptions = {}): Promise<string> {
  const { editor, actions } = await ask(source, options);
  try {
    const action = actions.find((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)));
    if (action === undefined) throw new Error(`no ${title} among: ${actions.map((each) => each.title).join('; ')}`);
    return applied(action, editor).get('a.plan') ?? 'no change of a.plan';
  } finally {
    await editor.stop();
  }
}

export async function titles(source: string, options: AskOptions = {}): Promise<readonly string[]> {
  const { editor, actions } = await ask(source, options);
  await editor.stop();
  return actions.map(({ title }) => title);
}
