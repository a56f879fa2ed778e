/** A unified diff of a file before and after fixes, as `patch` and people read it. */
import { visible, visibleLines } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';

/** Lines around a change. */
const CONTEXT = 3;

/** Fixes change characters within lines: line by line the two texts go together. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const [old, now] = [lines(before), lines(after)];
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  const hunks: [number, number][] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    if (last !== undefined && index - last[1] <= 2 * CONTEXT) last[1] = index;
    else hunks.push([index, index]);
  }
  const told = hunks.map(([first, last]) => {
    const [start, end] = [Math.max(0, first - CONTEXT), Math.min(old.length, last + 1 + CONTEXT)];
    const body: string[] = [];
    for (let index = start; index < end; ) {
      if (old[index] === now[index]) body.push(` ${shown(old[index++])}`);
      else {
        let stop = index;
        while (stop < end && old[stop] !== now[stop]) stop++;
        body.push(...old.slice(index, stop).map((line) => `-${shown(line)}`));
        body.push(...now.slice(index, stop).map((line) => `+${shown(line)}`));
        index = stop;
      }
    }
    const size = `${start + 1},${end - start}`;
    return `@@ -${size} +${size} @@\n${body.join('')}`;
  });
  return logText(`--- ${visible(name)}\n+++ ${visible(name)}\n${told.join('')}`);
}

/** With their ends. */
function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shown(line = ''): string {
  const [, words = '', end = ''] = /^(.*?)(\r?\n)?$/s.exec(line) ?? [];
  return end === '' ? `${visibleLines(words)}\n\\ No newline at end of file\n` : `${visibleLines(words)}\n`;
}
