/** Two rounds of edits are one round of the text before both. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeEdits } from './compose-edits.js';
import { applyEdits, type Edit } from './edit.js';

/** Edits that do not overlap, somewhere in a text of that length. */
function editsOf(length: number, cuts: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [gap, size, newText] of cuts) {
    const start = (edits.at(-1)?.end ?? 0) + gap;
    const end = start + size;
    if (end <= length && (size > 0 || newText !== '')) edits.push({ start, end, newText });
  }
  return edits;
}

const cuts = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom('', 'X', 'YZ', 'long')), { maxLength: 6 });

it('makes of any text what the two rounds make of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), cuts, cuts, (text, a, b) => {
      const first = editsOf(text.length, a);
      const between = applyEdits(text, first);
      const second = editsOf(between.length, b);
      const composed = composeEdits(first, second);
      expect(applyEdits(text, composed)).toBe(applyEdits(between, second));
      for (const [index, { start }] of composed.entries())
        expect(start).toBeGreaterThanOrEqual(composed[index - 1]?.end ?? 0);
    }),
    { numRuns: 3_000 },
  );
});
