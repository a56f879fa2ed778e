/**
 * Reads the values of one file: from the tree's texts to days, money, names, references. What cannot be read becomes a
 * finding at its place and is left out of the facts.
 *
 * Nodes come from a parser that recovers from mistakes, so any property may be missing, whatever its type says.
 */
import { type Keyword, keywordOf } from '../../../../grammar/keywords.js';
import { parseDuration } from '../../model/duration.js';
import type {
  DateFact,
  DayFact,
  DurationFact,
  EntityKind,
  Finding,
  JsonValue,
  MoneyFact,
  Name,
  PercentFact,
  Ref,
  RelatedPlace,
  Text,
} from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import { isInYuan, parseMoney } from '../../model/money.js';
import { type Grain, parseDate, parseDateAfter } from '../../model/period.js';
import { cmp, fromDecimalString, HUNDRED, type Rational } from '../../model/rational.js';
import type { Span } from '../../model/span.js';
import type * as ast from '../generated/tree.js';
import { isPlainName } from '../letters.js';
import { type Place, placeOf } from '../tree.js';
import { factsOf, mapDefined } from './build-facts.js';
import { memoizeShortTexts } from './memoize.js';
import { readString } from './strings.js';

/** What only tells of a spelling: nothing is lost. */
const READ_ALL_THE_SAME: ReadonlySet<string> = new Set(['syntax/full-width', 'syntax/superfluous', 'value/spelling']);

/** Whether text is read as if the mistake in it were mended: a blank or a brace that is left out. */
function isReadAllTheSame({ code, data }: Finding): boolean {
  if (READ_ALL_THE_SAME.has(code)) return true;
  return code === 'syntax/unexpected' && (data.problem === 'missing-block' || data.glued !== undefined);
}

/** Of text that does not count. */
function losesText(finding: Finding): boolean {
  const { code } = finding;
  return (code === 'syntax/unexpected' && !isReadAllTheSame(finding)) || code === 'member/repeated';
}

/** What may stand right behind a value without changing it. */
const ASIDE = /[(){}（）｛｝"“”「」『』,，;；、。]/;
/** What goes on with a value that a blank was typed into. */
const GOES_ON = /[\d０-９+\-~—–.．/／]/;
/** A sign before a value that makes it another one: another currency, a comparison, a minus. */
const SIGN_BEFORE = /^[£$€＄￡<>≥≤+-][ \t]*$/;

/** 6月底, 12月30日: what would be a date behind a year. */
const NO_YEAR = /^\d{1,2}月/;

export class ValueReader {
  readonly findings: Finding[] = [];
  readonly refs: Ref[] = [];
  /** Amounts that say that they are in yuan. */
  readonly inYuan: Span[] = [];
  /** Where each statement begins → where it ends, the longest; what an ignore comment above it covers. Kept only where there is one. */
  readonly statements = new Map<number, number>();
  #unparsed: readonly Finding[] = [];
  readonly #hasIgnores: boolean;
  #last: Span;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.#last = { file, start: 0, end: 0 };
    this.#hasIgnores = text.includes('planwright-ignore');
  }

  report(
    code: string,
    at: Span,
    data: { readonly [key: string]: JsonValue },
    more: { readonly element?: string; readonly related?: readonly RelatedPlace[] } = {},
  ): void {
    this.findings.push({ code, at, data, ...more });
  }

  /**
   * The place of a node; a node that recovery left without text stands at the start of the file. A name and the reference
   * that is nothing but it share one: places are a third of what a plan needs of memory.
   */
  span(node: Place): Span {
    const { start, end } = placeOf(node);
    if (this.#last.start !== start || this.#last.end !== end) this.#last = { file: this.file, start, end };
    return this.#last;
  }

  /** The place of a node's first `length` characters: its keyword. */
  keywordSpan(node: Place, keyword: string | undefined): Span {
    const { file, start } = this.span(node);
    return { file, start, end: start + (keyword?.length ?? 0) };
  }

  statement(node: Place): Span {
    const span = this.span(node);
    if (this.#hasIgnores) this.statements.set(span.start, Math.max(span.end, this.statements.get(span.start) ?? 0));
    return span;
  }

  /** To ask later what could not be read since now. */
  mark(): number {
    return this.findings.length;
  }

  /** Whether something in `span` could not be read, by the parser or, since `mark`, in lowering. */
  brokenSince(mark: number, span: Span): boolean {
    const broken = (finding: Finding) =>
      finding.at.start < span.end && finding.at.end > span.start && !isReadAllTheSame(finding);
    for (let index = mark; index < this.findings.length; index++) {
      const finding = this.findings[index];
      if (finding !== undefined && broken(finding)) return true;
    }
    return this.#unparsed.some(broken);
  }

  /** Whether nothing was found since `mark`, and nothing at all by the parser. */
  isAllReadSince(mark: number): boolean {
    return this.#unparsed.length === 0 && this.findings.length === mark;
  }

  /** Whether text in `span` does not count: it is not the language, or states again what was stated. */
  losesTextIn({ start, end }: Span): boolean {
    return this.findings.some((finding) => finding.at.start >= start && finding.at.start < end && losesText(finding));
  }

  /** Called when the parser has reported: what is found from then on is found in lowering. */
  parsed(): void {
    this.#unparsed = this.findings.filter(({ code }) => code === 'syntax/unexpected');
  }

  /** Whether the parser stopped right behind `end`, on the same line: what ends there was meant to go on. */
  breaksOff(end: number): boolean {
    return this.#unparsed.some(({ at }) => at.start >= end && /^[ \t]*$/.test(this.text.slice(end, at.start)));
  }

  /** Whether the parser stopped within a place. */
  isBrokenWithin({ start, end }: Span): boolean {
    return this.#unparsed.some(({ at }) => at.start >= start && at.start < end);
  }

  keyword(word: string | undefined): Keyword | undefined {
    return word === undefined ? undefined : (keywordOf(word) ?? keywordOf(toHalfWidth(word)));
  }

  // ---------------------------------------------------------------------------------------------- values

  name(node: ast.Name | undefined): Name | undefined {
    if (node?.text === undefined) return undefined;
    const at = this.span(node);
    const text = nameText(node.text);
    if (text === '') return undefined;
    // Of `5·18` the sign in it has been reported, of `about 2026-06-08` the word before it.
    if (
      beginsWithDigit(node) &&
      !this.#unparsed.some(
        (finding) =>
          finding.at.start === at.end ||
          finding.at.start === at.start ||
          (finding.at.end <= at.start && /^[ \t]+$/.test(this.text.slice(finding.at.end, at.start))),
      )
    ) {
      this.report('syntax/unexpected', at, { problem: 'number-as-name', found: node.text, expected: ['NAME'] });
    }
    return { text, at };
  }

  string(node: ast.TextValue | undefined): Text | undefined {
    if (node?.text === undefined) return undefined;
    return readString(node.text, this.span(node));
  }

  /** `before`: what the language has before the date and the text leaves out. */
  date(node: ast.DateValue | undefined, before = ''): DateFact | undefined {
    return this.#whole(this.#dateAsFarAsTyped(node, before));
  }

  #dateAsFarAsTyped(node: ast.DateValue | undefined, before: string): DateFact | undefined {
    if (node?.text === undefined) return undefined;
    const at = this.span(node);
    const read = readDate(node.text);
    if (read.ok) {
      this.spelled(at, before === '' ? read.spelling : `${before}${read.spelling ?? node.text}`);
      return { period: read.period, at };
    }
    const reason = read.reason === 'not-a-date' && NO_YEAR.test(node.text) ? 'no-year' : read.reason;
    this.report('value/date', at, { text: node.text, reason });
    return undefined;
  }

  /** A value of which only a part was read is none; the parser has told of the rest. */
  #whole<V extends { readonly at: Span; readonly bare?: true }>(value: V | undefined): V | undefined {
    return value === undefined || this.#unparsed.length === 0 || !this.#isPartOfMore(value) ? value : undefined;
  }

  /**
   * Whether the parser stopped at something that belongs to the value: written onto it (`12.5m`, `2026-`, `$5M`), or a
   * further figure or sign on its line (`2026 03 31`, `12 500万`). A word behind a blank may be the next statement, half
   * typed, unless the value is a bare figure (`12.5 m`); a remark in brackets leaves the value what it is.
   */
  #isPartOfMore({ at: { start, end }, bare }: { readonly at: Span; readonly bare?: true }): boolean {
    return this.#unparsed.some((finding) => {
      const { at } = finding;
      if (at.end === at.start || isReadAllTheSame(finding)) return false;
      const sign = this.text.charAt(at.start);
      if (at.end <= start) return SIGN_BEFORE.test(this.text.slice(at.start, start));
      if (at.start < end || ASIDE.test(sign)) return false;
      const between = this.text.slice(end, at.start);
      if (between === '') return true;
      return /^[ \t]*[,，、]?[ \t]*$/.test(between) && (GOES_ON.test(sign) || (bare === true && /\p{L}/u.test(sign)));
    });
  }

  /** Both ends of a span; the second may leave out the year, or the month too, that it shares with the first. */
  dates(
    from: ast.DateValue | undefined,
    to: ast.DateValue | undefined,
  ): readonly [DateFact | undefined, DateFact | undefined] {
    const first = this.date(from);
    if (first === undefined || to?.text === undefined || readDate(to.text).ok) return [first, this.date(to)];
    const rest = parseDateAfter(first.period, to.text);
    if (!rest.ok) return [first, this.date(to)];
    const at = this.span(to);
    this.spelled(at, rest.spelling);
    return [first, { period: rest.period, at }];
  }

  /** Tells that a value is spelled otherwise in the language; what it says is read all the same. */
  spelled(at: Span, spelling: string | undefined): void {
    if (spelling === undefined) return;
    this.report('value/spelling', at, { found: this.text.slice(at.start, at.end), spelling });
  }

  day(node: ast.DateValue | undefined, before = ''): DayFact | undefined {
    const date = this.dateOf('day', node, before);
    return date && { day: date.period.first, at: date.at };
  }

  /** A date that has to be of one grain: an actual is a day, a plan's year is a year. */
  dateOf(
    grain: Extract<Grain, 'day' | 'half' | 'year'>,
    node: ast.DateValue | undefined,
    before = '',
  ): DateFact | undefined {
    const date = this.#dateAsFarAsTyped(node, before);
    if (date === undefined || date.period.grain === grain) return this.#whole(date);
    const reason = { day: 'day-needed', half: 'half-year-needed', year: 'year-needed' }[grain];
    this.report('value/date', date.at, { text: node?.text ?? '', reason });
    return undefined;
  }

  duration(node: ast.DurationValue | undefined): DurationFact | undefined {
    if (node?.text === undefined) return undefined;
    const at = this.span(node);
    const read = parseDuration(node.text);
    if (read.ok) {
      this.spelled(at, read.spelling);
      return this.#whole({ value: read.duration, at });
    }
    this.report('value/duration', at, { text: node.text, reason: read.reason });
    return undefined;
  }

  money(node: ast.MoneyValue | undefined): MoneyFact | undefined {
    if (node?.text === undefined) return undefined;
    const at = this.span(node);
    const read = readMoney(node.text);
    if (read.ok) {
      this.amount(at, node.text);
      this.spelled(at, read.spelling);
      const bare = /^[~约\s]*[\d.,，．０-９]+$/.test(node.text) ? true : undefined;
      return this.#whole(factsOf<MoneyFact>({ value: read.value, bare, at }));
    }
    this.report('value/money', at, { text: node.text, reason: read.reason });
    return undefined;
  }

  /** Notes what an amount that was read says of its currency. */
  amount(at: Span, text: string): void {
    if (isInYuan(text)) this.inYuan.push(at);
  }

  /** `limited` where more than 100 % is not possible. */
  percent(node: ast.PercentValue | undefined, limited: boolean): PercentFact | undefined {
    if (node?.text === undefined) return undefined;
    const at = this.span(node);
    const value = percentOf(node.text);
    if (value === undefined) this.report('value/percent', at, { text: node.text, reason: 'not-a-percent' });
    else if (limited && cmp(value, HUNDRED) > 0) {
      this.report('value/percent', at, { text: node.text, reason: 'over-limit', limit: 100 });
    } else {
      this.spelled(at, percentSpelling(node.text));
      return this.#whole(factsOf<PercentFact>({ value, text: undefined, at }));
    }
    return undefined;
  }

  // ---------------------------------------------------------------------------------------------- references

  ref(node: ast.Path | undefined, kinds: readonly EntityKind[], scope: readonly string[]): Ref | undefined {
    if (node === undefined) return undefined;
    const segments = mapDefined(node.segments, (segment) => {
      const name = this.name(segment);
      return beginsWithDigit(segment) ? undefined : name;
    });
    if (segments.length === 0 || segments.length < node.segments.length) return undefined;
    const ref: Ref = { kinds, segments, scope, at: this.span(node) };
    this.refs.push(ref);
    return ref;
  }
}

/** The same dates and amounts stand in a plan again and again. */
const readDate = memoizeShortTexts(parseDate);
const readMoney = memoizeShortTexts(parseMoney);

/** A name as it is meant: without its backquotes, in half-width letters. */
function nameText(raw: string): string {
  if (raw.charCodeAt(0) === BACKQUOTE) return raw.replace(/^`|`$/g, '').trim();
  for (let index = 0; index < raw.length; index++) if (raw.charCodeAt(index) > HAN) return toHalfWidth(raw);
  return raw;
}

const BACKQUOTE = 96;
/** Half-width and full-width forms stand behind the ideographs. */
const HAN = 0x9fff;

/** The parser lets a number stand where a name has to, so that what it names is read all the same. */
function beginsWithDigit(node: ast.Name): boolean {
  const code = node.text?.charCodeAt(0) ?? 0;
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** `62.5%`, `62.5 %` and `百分之62.5` → 62.5. */
export function percentOf(text: string): Rational | undefined {
  const half = toHalfWidth(text).replace(/\s+/g, '');
  const digits = half.endsWith('%') ? half.slice(0, -1) : half.startsWith('百分之') ? half.slice(3) : undefined;
  return digits === undefined ? undefined : fromDecimalString(digits)?.value;
}

/** How the language spells a percent that is written otherwise. */
export function percentSpelling(text: string): string | undefined {
  const half = toHalfWidth(text);
  const usual = `${half.replace(/[\s%]|百分之/g, '')}%`;
  return usual === half ? undefined : usual;
}

/** The id of what is named `path`: names joined by dots, in backquotes where a name is no plain one. */
export function idOf(path: readonly string[]): string {
  return path.map((name) => (isPlainName(name) ? name : `\`${name}\``)).join('.');
}
