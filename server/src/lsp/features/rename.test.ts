/** Renaming keeps what every reference leads to, or is refused. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { edited } from '../testing/marked-text.js';
import { Editor } from '../testing/test-editor.js';

let running: Editor | undefined;
afterEach(async () => running?.stop());

/** The text after what stands at the cursor was given another name. */
async function renamed(source: string, name: string): Promise<string> {
  const { editor, at, uri } = await Editor.with(source);
  running = editor;
  const edit = await editor.at<WorkspaceEdit>('textDocument/rename', uri, at.cursor, { newName: name });
  return edited(at.text, edit.changes?.[uri] ?? []);
}

/** The line that the last name on a path leads to. */
async function leadsTo(text: string, path: string): Promise<number | undefined> {
  const editor = await Editor.start();
  try {
    const uri = editor.open('a.plan', text);
    const found = await editor.at<Location[]>('textDocument/definition', uri, text.indexOf(path) + path.length);
    return found[0]?.range.start.line;
  } finally {
    await editor.stop();
  }
}

const SHADOW = `project P1 {
  task A { duration 1d }
  task S {
    task B { duration 90d }
    task C { after A }
  }
}
`;

describe('a path is written out where the new name would be taken for another', () => {
  test('an inner item is called as an outer one that is waited for', async () => {
    const text = await renamed(SHADOW.replace('task B', 'task <|>B'), 'A');
    expect(text).toBe(SHADOW.replace('task B', 'task A').replace('after A', 'after P1.A'));
    expect(await leadsTo(text, 'after P1.A')).toBe(1);
  });

  test('an outer item is called as an inner one', async () => {
    const text = await renamed(SHADOW.replace('task A', 'task <|>A'), 'B');
    expect(text).toBe(SHADOW.replace('task A', 'task B').replace('after A', 'after P1.B'));
    expect(await leadsTo(text, 'after P1.B')).toBe(1);
  });

  test('only as far as is needed', async () => {
    const text = `project P {
  task O {
    task A
    task T {
      task B
      task C { after A }
    }
  }
}
`;
    expect(await renamed(text.replace('task B', 'task <|>B'), 'A')).toBe(
      text.replace('task B', 'task A').replace('after A', 'after O.A'),
    );
  });
});

describe('a name is refused that would change what a reference means', () => {
  test.each([
    [
      'an item as a project that is named by a path',
      'project P1 {\n  task <|>M { task end { duration 1d } }\n  task X { after P2.end }\n}\nproject P2 {\n  milestone end due 2027-01-04\n}\n',
      'P2',
    ],
    [
      'a project as an item that is on a path',
      'project P1 {\n  task M { task end { duration 1d } }\n  task X { after P2.end }\n}\nproject <|>P2 {\n  milestone end due 2027-01-04\n}\n',
      'M',
    ],
    [
      'a person as a unit that the same list takes',
      'person <|>A\norg B\nmeeting M { date 2026-01-01 attend A, B }\n',
      'B',
    ],
    ['a person as somebody whom nothing declares yet', 'person <|>A\nproject P { leader B }\n', 'B'],
  ])('%s', async (_, source, name) => {
    await expect(renamed(source, name)).rejects.toThrow(/would then lead to something else: choose another name/);
  });

  test('in Chinese as well', async () => {
    const { editor, at, uri } = await Editor.with('人员 <|>甲\n项目 P { 责任领导 乙 }\n', { lang: 'zh' });
    running = editor;
    await expect(editor.at('textDocument/rename', uri, at.cursor, { newName: '乙' })).rejects.toThrow(
      '改名后，a.plan第2行的“乙”会指向别处，请换一个名称。',
    );
  });
});
