/** Offsets to lines and columns and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from './lines.js';

describe('lines', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\r\nb', 2],
    ['a\rb', 2],
    ['\n\r', 3],
    ['\r\r\n\n', 4],
    ['a\u2028b\u0085c\fd', 1],
  ])('end with LF, CRLF or CR: %j has %i', (text, count) => {
    expect(new Lines(text).count).toBe(count);
  });

  it('have columns in UTF-16 units', () => {
    expect(new Lines('项\n🚧x').position(4)).toEqual({ line: 1, character: 2 });
  });

  it('lead there and back', () => {
    const text = fc.array(fc.constantFrom('a', '项', '🚧', '\n', '\r\n', '\r', '\u2028'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), (parts, at) => {
        const joined = parts.join('');
        const lines = new Lines(joined);
        const offset = at % (joined.length + 1);
        // Between CR and LF there is no place of its own.
        fc.pre(!(joined[offset - 1] === '\r' && joined[offset] === '\n'));
        expect(lines.offset(lines.position(offset))).toBe(offset);
      }),
    );
  });

  it('take a place that does not exist for the nearest that does', () => {
    const lines = new Lines('ab\ncd');

    expect(lines.position(99)).toEqual({ line: 1, character: 2 });
    expect(lines.position(-1)).toEqual({ line: 0, character: 0 });
    expect(lines.offset({ line: 0, character: 99 })).toBe(2);
    expect(lines.offset({ line: 9, character: 0 })).toBe(5);
    expect(lines.offset({ line: -1, character: 4 })).toBe(0);
    expect(lines.offset({ line: 1, character: -4 })).toBe(3);
  });
});
