/** What of a plan could not be read: where, which words stand there, and what everything is judged by that may be among them. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import type { FileFacts, Finding } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { FrameMember } from '../rule.js';

/** Lines with a mistake in them, together with the block that they open. */
interface UnreadRegion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What could not be read in one file. */
export interface UnreadInFile {
  /** The mistakes, in the order of the text. */
  readonly errors: readonly Finding[];
  /** Where text is lost or does not count: more than a value that is stated, but unknown. */
  readonly regions: readonly UnreadRegion[];
  /** Nothing of it: what is declared in it, and whether anything is, is unknown. */
  readonly whole?: true;
}

/** What could not be read in the plan. */
export interface Unread {
  readonly texts: readonly string[];
  /** Whether anything at all could not be read, so that what is counted over the plan is not all that it states. */
  readonly any: boolean;
  /** Whether nothing at all of some file could be read. */
  readonly whole: boolean;
  readonly frame: ReadonlySet<FrameMember>;
  /** The same for as long as all of it is the same. */
  readonly key: string;
}

export const ALL_READ: Unread = { texts: [], any: false, whole: false, frame: new Set(), key: '' };
const NOTHING: UnreadInFile = { errors: [], regions: [] };

/** Mistakes in the text itself, found while it is read. */
export function isReadingError({ code }: Finding): boolean {
  return losesText(code) || (code.startsWith('value/') && code !== 'value/spelling' && code !== 'value/scale');
}

function losesText(code: string): boolean {
  return code === 'syntax/unexpected' || code === 'member/repeated';
}

/** Of a file that is not UTF-8, or too long. */
export function nothingReadIn(finding: Finding, isTold: (mistake: Finding) => boolean): UnreadInFile {
  return isTold(finding) ? { errors: [finding], regions: [], whole: true } : NOTHING;
}

/** `isTold` says which mistakes are: what nobody is told of hides nothing else. */
export function unreadIn(facts: FileFacts, text: string, isTold: (mistake: Finding) => boolean): UnreadInFile {
  const errors = facts.findings
    .filter((finding) => isReadingError(finding) && isTold(finding))
    .sort((a, b) => a.at.start - b.at.start);
  if (errors.length === 0) return NOTHING;
  const regions: UnreadRegion[] = [];
  for (const { code, at } of errors) {
    if (!losesText(code) || at.start < (regions.at(-1)?.end ?? 0)) continue;
    const start = text.lastIndexOf('\n', at.start - 1) + 1;
    const end = endOfUnread(facts, text, start, at.start);
    regions.push({ start, end, text: text.slice(start, end) });
  }
  return { errors, regions };
}

/** Outside every declaration all is unread until the next one; within one, the line and the block that it opens. */
function endOfUnread({ declarations }: FileFacts, text: string, start: number, error: number): number {
  const around = declarations.find(({ at }) => at.start <= error && error <= at.end);
  if (around === undefined) {
    const next = declarations.filter(({ at }) => at.start > error).map(({ at }) => at.start);
    return Math.min(text.length, ...next);
  }
  let depth = 0;
  for (let line = start; line < text.length; ) {
    const found = text.indexOf('\n', line);
    const end = found < 0 ? text.length : found;
    const signs = text.slice(line, end).replace(/"[^"]*"|\/\/.*/g, '');
    depth += (signs.match(/[{｛]/g)?.length ?? 0) - (signs.match(/[}｝]/g)?.length ?? 0);
    if (depth <= 0 || end >= around.at.end) return end;
    line = end + 1;
  }
  return text.length;
}

/** `isDated` where the day as of which everything is judged is given, whatever the plan says. */
export function unreadOf(plan: Plan, files: Iterable<UnreadInFile>, isDated = false): Unread {
  const all = [...files].filter(({ errors }) => errors.length > 0);
  const texts = all.flatMap(({ regions }) => regions.map(({ text }) => text));
  const whole = all.some((file) => file.whole === true);
  const frame = frameUnread(plan, texts, isDated, whole);
  const any = all.length > 0;
  if (!any && frame.size === 0) return ALL_READ;
  return { texts, any, whole, frame, key: JSON.stringify([any, whole, [...frame], texts]) };
}

function frameUnread(plan: Plan, texts: readonly string[], isDated: boolean, whole: boolean): ReadonlySet<FrameMember> {
  const { portfolio } = plan;
  const found = new Set<FrameMember>();
  const facts = portfolio === undefined ? undefined : plan.file(portfolio.at.file);
  const isBroken =
    portfolio !== undefined &&
    facts?.findings.some(
      ({ code, at }) => code === 'syntax/unexpected' && portfolio.at.start <= at.start && at.start <= portfolio.at.end,
    ) === true;
  const mayStand = (member: Keyword): boolean =>
    isBroken ||
    portfolio?.stated.has(member) === true ||
    (whole && portfolio === undefined) ||
    texts.some((text) => holdsKeyword(text, member));
  if (
    !isDated &&
    portfolio?.statusDate === undefined &&
    (mayStand('status-date') || (portfolio === undefined && mayStand('portfolio')))
  ) {
    found.add('status-date');
  }
  for (const member of ['calendar', 'policy'] as const) {
    const isThere = plan.declaration(member, portfolio?.[member]) !== undefined;
    const isStated = portfolio?.[member] !== undefined || portfolio?.stated.has(member) === true || isBroken;
    // The portfolio, or the one policy there is, may stand in a file of which nothing is known.
    const isElsewhere = whole && (portfolio === undefined || (member === 'policy' && !isStated));
    if (!isThere && (isStated || isElsewhere)) found.add(member);
  }
  return found;
}

function holdsKeyword(text: string, keyword: Keyword): boolean {
  return text.includes(spelling(keyword, 'en')) || text.includes(spelling(keyword, 'zh'));
}

/** Whether a name stands in text that could not be read: as a word, or torn apart by blanks and signs. */
export function holdsName(texts: readonly string[], name: string): boolean {
  const torn = pressed(name);
  const isLong = torn.length >= (/\p{Script=Han}/u.test(torn) ? 2 : 3);
  return texts.some((text) => {
    if (isLong && pressed(text).includes(torn)) return true;
    return text.split(/[^\p{L}\p{M}\d_-]+/u).includes(name);
  });
}

function pressed(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '');
}
