/** How wide texts stand on a terminal: Chinese letters take two places. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';

describe('the width of a text on a terminal', () => {
  it.each([
    ['', 0],
    ['milestone open', 14],
    ['项目 甲', 7],
    ['“中止”，《办法》（试行）', 24],
    ['ＡＢ', 4],
    ['e\u0301', 1],
    ['👷🏽‍♀️', 2],
    ['1️⃣', 2],
    ['\u001b[31mred\u001b[0m', 3],
    ['한', 2],
    ['a\tb\u0000', 2],
  ])('%j takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('is the same for characters that are counted quickly as for those that are looked up', () => {
    const different: string[] = [];
    for (const [first, last, step] of [
      [0x20, 0x7e, 1],
      [0xa0, 0x3040, 1],
      [0x4dff, 0x9fff, 97],
      [0xfefe, 0xff70, 1],
    ] as const) {
      for (let code = first; code <= last; code += step) {
        const text = `a${String.fromCharCode(code)}中`;
        if (displayWidth(text) !== stringWidth(text)) different.push(code.toString(16));
      }
    }
    expect(different).toEqual([]);
  });
});
