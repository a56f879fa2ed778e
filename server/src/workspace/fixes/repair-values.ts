/** Quick fixes where one other way to write it is the obvious one: seen by somebody before it is taken, so none is safe. */
import { civil, type Day, formatDay, monthEnd, parseIsoDay } from '../../model/day.js';
import type { Finding } from '../../model/facts.js';
import { dayPeriod, formatPeriod } from '../../model/period.js';
import { removal } from './removal.js';
import type { TextChange, TextFix } from './text-fix.js';

/** `preferred` only where nothing is decided: what is preferred is also done to a whole file when it is saved. */
function* changed({ at }: Finding, start: number, end: number, by: string, preferred = false): Generator<TextChange> {
  yield {
    title: { en: `Write ${by}`, zh: `写作 ${by}` },
    edits: [{ file: at.file, start, end, insert: [by] }],
    preferred,
    safe: false,
  };
}

/** As the date in its place is spelled. */
function spelledLike(written: string, day: Day): string {
  return /[年月日]/.test(written) ? formatPeriod(dayPeriod(day), 'zh') : formatDay(day);
}

/** The 30th of February ⇒ the last day of February. */
export const lastOfMonth: TextFix = {
  codes: ['value/date'],
  neverSafe: true,
  *propose(finding, text) {
    const written = text.slice(finding.at.start, finding.at.end);
    const [, year, month, day] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(written) ?? [];
    if (year === undefined || finding.data.reason !== 'no-such-date' || Number(day) > 31) return;
    const first = parseIsoDay(`${year}-${month?.padStart(2, '0')}-01`);
    if (first === undefined || Number(day) <= civil(monthEnd(first)).day) return;
    yield* changed(finding, finding.at.start, finding.at.end, spelledLike(written, monthEnd(first)));
  },
};

/** A deadline on a day off ⇒ the working day before it. */
export const workingDayBefore: TextFix = {
  codes: ['deadline/non-working'],
  neverSafe: true,
  *propose(finding, text) {
    const day = parseIsoDay(String(finding.data.workingDayBefore));
    if (day === undefined) return;
    const written = text.slice(finding.at.start, finding.at.end);
    yield* changed(finding, finding.at.start, finding.at.end, spelledLike(written, day));
  },
};

/** How many of which smaller unit one is: a month as what plans take for one. */
const SMALLER: Readonly<Record<string, readonly [times: number, unit: string]>> = {
  年: [12, '个月'],
  y: [12, 'mo'],
  个月: [30, '天'],
  mo: [30, 'd'],
  周: [7, '天'],
  w: [7, 'd'],
};

/** 1.5个月 ⇒ 45天 */
export const wholeUnits: TextFix = {
  codes: ['value/duration'],
  neverSafe: true,
  *propose(finding, text) {
    const [, whole, part, unit] = /^(\d+)\.(\d{1,3})\s*(\S+)$/.exec(text.slice(finding.at.start, finding.at.end)) ?? [];
    const smaller = SMALLER[unit ?? ''];
    if (finding.data.reason !== 'fraction' || whole === undefined || part === undefined || smaller === undefined)
      return;
    // In whole numbers, so that 0.1 is a tenth.
    const [scale, amount] = [10 ** part.length, Number(whole + part) * smaller[0]];
    if (amount === 0 || amount % scale !== 0) return;
    yield* changed(finding, finding.at.start, finding.at.end, `${amount / scale}${smaller[1]}`);
  },
};

/** What is stated a second time ⇒ nothing, with its line where it has one of its own. */
export const onlyOnce: TextFix = {
  codes: ['member/repeated'],
  neverSafe: true,
  *propose({ at }, text) {
    yield {
      title: { en: 'Remove the second statement', zh: '删去重复的一条' },
      edits: [{ file: at.file, ...removal(text, at), insert: [] }],
      preferred: false,
      safe: false,
    };
  },
};

/** 'text' ⇒ "text", and # remark ⇒ // remark */
export const foreignSigns: TextFix = {
  codes: ['syntax/unexpected'],
  neverSafe: true,
  *propose(finding, text) {
    const { start } = finding.at;
    const [quoted] = /^'[^'"\n]*'/.exec(text.slice(start, start + 2_000)) ?? [];
    if (quoted !== undefined) yield* changed(finding, start, start + quoted.length, `"${quoted.slice(1, -1)}"`, true);
    const [hash] = /^#+/.exec(text.slice(start, start + 100)) ?? [];
    if (hash !== undefined) {
      yield {
        title: { en: 'Write a comment: //', zh: '写成注释：//' },
        edits: [{ file: finding.at.file, start, end: start + hash.length, insert: ['//'] }],
        preferred: true,
        safe: false,
      };
    }
  },
};
