/** A unified diff of a file before and after fixes, as `patch` and people read it. */
import { visible, visibleLines } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';

/** Lines around a change. */
const CONTEXT = 3;

/** Lines that were replaced: from the first to behind the last, before and after. */
interface Change {
  readonly old: readonly [number, number];
  readonly now: readonly [number, number];
}

export function unifiedDiff(name: string, before: string, after: string): string {
  const [old, now] = [lines(before), lines(after)];
  const hunks: Change[][] = [];
  for (const change of changes(old, now)) {
    const last = hunks.at(-1);
    if (last !== undefined && change.old[0] - (last.at(-1)?.old[1] ?? 0) <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  const told = hunks.map((hunk) => hunkText(hunk, old, now));
  return logText(`--- ${visible(name)}\n+++ ${visible(name)}\n${told.join('')}`);
}

/** Fixes change characters within lines, so that line by line the two texts go together; else all that differs is one. */
function changes(old: readonly string[], now: readonly string[]): readonly Change[] {
  const found: Change[] = [];
  if (old.length === now.length) {
    for (let at = 0; at < old.length; at++) {
      const start = at;
      while (at < old.length && old[at] !== now[at]) at++;
      if (at > start) found.push({ old: [start, at], now: [start, at] });
    }
    return found;
  }
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  let behind = 0;
  while (behind < shorter - same && old[old.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  return [{ old: [same, old.length - behind], now: [same, now.length - behind] }];
}

function hunkText(hunk: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (first === undefined || last === undefined) return '';
  const before = Math.min(CONTEXT, first.old[0]);
  const behind = Math.min(CONTEXT, old.length - last.old[1]);
  const body: string[] = [];
  let at = first.old[0] - before;
  for (const change of hunk) {
    body.push(...old.slice(at, change.old[0]).map((line) => ` ${shown(line)}`));
    body.push(...old.slice(...change.old).map((line) => `-${shown(line)}`));
    body.push(...now.slice(...change.now).map((line) => `+${shown(line)}`));
    at = change.old[1];
  }
  body.push(...old.slice(at, at + behind).map((line) => ` ${shown(line)}`));
  const size = (side: 'old' | 'now'): string => {
    const start = first[side][0] - before;
    const count = last[side][1] + behind - start;
    return `${count === 0 ? start : start + 1},${count}`;
  };
  return `@@ -${size('old')} +${size('now')} @@\n${body.join('')}`;
}

/** With their ends. */
function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shown(line = ''): string {
  const [, words = '', end = ''] = /^(.*?)(\r?\n)?$/s.exec(line) ?? [];
  return end === '' ? `${visibleLines(words)}\n\\ No newline at end of file\n` : `${visibleLines(words)}\n`;
}
