/**
 * What could last be read of a statement stands in for it while it is broken: for that statement only, and only for as
 * long as its text is still there. Nothing is added that does not stand in the text.
 */
import { type Keyword, keywordOf } from '../../../grammar/keywords.js';
import type { FileFacts, Finding } from '../model/facts.js';
import type { Span } from '../model/span.js';
import { PlanLexer } from '../syntax/lexer.js';
import { TextShift, type TextSpan } from './text-shift.js';

/** A file as it was read, with its text; or as it is shown. */
export interface ReadFile {
  readonly text: string;
  readonly facts: FileFacts;
}

/** `now`, where what is unreadable in it stands as it was in `good`. */
export function withStandIns(good: ReadFile, now: ReadFile): FileFacts {
  const broken = now.facts.findings.filter(breaks).map(({ at }) => at);
  if (broken.length === 0) return now.facts;
  const standIns = new StandIns(good, now, broken);
  return { ...now.facts, declarations: standIns.parts(good.facts.declarations, now.facts.declarations, UNNAMED) };
}

/** What is wrong with the text itself; all else is wrong with what it says and can be shown. */
function breaks({ code }: Finding): boolean {
  return code === 'syntax/unexpected' || code.startsWith('value/');
}

interface Part {
  readonly id: string;
  readonly kind?: string;
  readonly name?: { readonly text: string };
  readonly at: Span;
}

/** What something is stated inside of: as it was called, and as it is called now. */
interface Inside {
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly wasId: string;
  readonly isId: string;
}

const UNNAMED: Inside = { was: [], is: [], wasId: '', isId: '' };

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Set);

const isSpan = (value: unknown): value is Span =>
  isObject(value) && typeof value.start === 'number' && typeof value.end === 'number' && typeof value.file === 'string';

const isPlaced = (value: unknown): value is { readonly at: Span } => isObject(value) && isSpan(value.at);

const isPart = (value: unknown): value is Part => isPlaced(value) && 'id' in value && typeof value.id === 'string';

const keyOf = ({ id, kind, name }: Part): string => `${kind ?? ''} ${name?.text ?? id}`;

class StandIns {
  readonly #shift: TextShift;
  readonly #text: string;
  readonly #broken: readonly TextSpan[];
  /** Where a statement that can be read begins, on any level. */
  readonly #read: ReadonlySet<number>;
  #unread: readonly TextSpan[] | undefined;

  constructor(good: ReadFile, now: ReadFile, broken: readonly TextSpan[]) {
    this.#shift = new TextShift(good.text, now.text);
    this.#text = now.text;
    this.#broken = broken;
    this.#read = startsIn(now.facts.declarations);
  }

  /** Declarations, items, issues or decisions of one block. */
  parts<T extends Part>(good: readonly T[], now: readonly T[], inside: Inside): readonly T[] {
    const starting = new Map(now.map((part) => [part.at.start, part]));
    const called = new Map(now.map((part) => [keyOf(part), part]));
    const predecessors = new Map<T, T>();
    const missing: T[] = [];
    for (const part of good) {
      const at = this.#now(part.at);
      const same = this.#isThere(at) ? starting.get(at.start) : undefined;
      if (same !== undefined && !predecessors.has(same)) predecessors.set(same, part);
      else missing.push(part);
    }
    const result = now.map((part) => part);
    for (const part of missing) {
      const same = called.get(keyOf(part));
      if (same !== undefined) {
        if (!predecessors.has(same)) predecessors.set(same, part);
      } else if (this.#standsUnread(this.#now(part.at), now)) insert(result, this.#moved(part, inside));
    }
    return result.map((part) => {
      const before = predecessors.get(part);
      return before === undefined || !this.#isBroken(part.at) ? part : this.#completed(before, part, inside);
    });
  }

  /** `now`, with the members that cannot be read as they were in `good`. */
  #completed<T extends object>(good: T, now: T, inside: Inside): T {
    const within = isPart(good) && isPart(now) ? innerOf(good, now, inside) : inside;
    const stated = 'stated' in now && now.stated instanceof Set ? now.stated : new Set<unknown>();
    const is = new Map<string, unknown>(Object.entries(now));
    for (const [key, was] of Object.entries(good)) {
      const present: unknown = is.get(key);
      if (Array.isArray(was) && Array.isArray(present)) {
        is.set(key, this.#list(was, present, within, stated.has(keywordBefore(key))));
      } else if (present === undefined) {
        if (!isPlaced(was)) continue;
        const at = this.#now(was.at);
        if (stated.has(keywordBefore(key)) || (this.#isThere(at) && this.#isBroken(at)))
          is.set(key, this.#moved(was, within));
      } else if (isPlaced(was) && isPlaced(present) && !isPart(present) && this.#isBroken(present.at)) {
        is.set(key, this.#completed(was, present, within));
      }
    }
    return Object.fromEntries(is) as T;
  }

  /** Statements that can be made more than once. */
  #list(was: readonly unknown[], is: readonly unknown[], inside: Inside, stated: boolean): readonly unknown[] {
    if (was.every(isPart) && is.every(isPart)) return this.parts(was, is, inside);
    if (!was.every(isPlaced) || !is.every(isPlaced)) return is;
    if (is.length === 0 && stated) return was.map((each) => this.#moved(each, inside));
    const starts = new Set(is.map(({ at }) => at.start));
    const result = [...is];
    for (const each of was) {
      const at = this.#now(each.at);
      if (this.#isThere(at) && !starts.has(at.start) && this.#isBroken(at)) insert(result, this.#moved(each, inside));
    }
    return result;
  }

  // ── the text ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Where it stands now, without blanks before it. */
  #now(before: TextSpan): TextSpan {
    const { start, end } = this.#shift.of(before);
    let first = start;
    while (first < end && isBlank(this.#text.charCodeAt(first))) first++;
    return { start: first, end };
  }

  #isThere({ start, end }: TextSpan): boolean {
    return this.#text.slice(start, end).trim() !== '';
  }

  /** Whether something there cannot be read, or what stands next to it with nothing but blanks between. */
  #isBroken({ start, end }: TextSpan): boolean {
    let first = start;
    while (first > 0 && isBlank(this.#text.charCodeAt(first - 1))) first--;
    let last = end;
    while (last < this.#text.length && isBlank(this.#text.charCodeAt(last))) last++;
    return this.#broken.some((at) => at.start <= last && at.end >= first);
  }

  /** The statement is in the text and was read by nobody: it is broken, or what is broken before it has swallowed it. */
  #standsUnread(at: TextSpan, now: readonly Part[]): boolean {
    if (!this.#isThere(at) || this.#isRead(at) || this.#isSilent(at.start)) return false;
    if (this.#isBroken(at)) return true;
    const before = now.findLast((part) => part.at.start < at.start)?.at.end ?? 0;
    return this.#broken.some(({ start, end }) => end >= before && start <= at.start);
  }

  /** Something that can be read begins on its first line: that is what the statement has become. */
  #isRead({ start, end }: TextSpan): boolean {
    const line = this.#text.slice(start, end).search(/[\r\n{｛]/);
    const last = line === -1 ? end : start + line;
    for (let offset = start; offset < last; offset++) if (this.#read.has(offset)) return true;
    return false;
  }

  /** Inside a comment nothing is stated, nor inside a string that is closed. */
  #isSilent(offset: number): boolean {
    if (this.#unread === undefined) {
      const { tokens, report } = new PlanLexer().tokenize(this.#text);
      const closed = tokens.flatMap(({ image, startOffset }) =>
        /^(?:"(?:[^\n]*)"|"""[\s\S]*""")$/.test(image) ? [{ start: startOffset, end: startOffset + image.length }] : [],
      );
      this.#unread = [...report.comments, ...closed];
    }
    return this.#unread.some(({ start, end }) => start <= offset && offset < end);
  }

  // ── what stands in ──────────────────────────────────────────────────────────────────────────────────────────────

  /** A part of before at its place of now; without what was stated in it and is there no longer. */
  #moved<T>(value: T, inside: Inside): T {
    return this.#movedValue(value, inside) as T;
  }

  #movedValue(value: unknown, inside: Inside): unknown {
    if (Array.isArray(value)) {
      const left = value.filter((each) => !isPart(each) || this.#isLeft(each.at));
      return left.map((each) => this.#movedValue(each, inside));
    }
    // Numbers with methods of their own hold no places.
    if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
    if (isSpan(value)) return { ...value, ...this.#now(value) };
    const { id, scope } = value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        if (key === 'id' && typeof id === 'string') return [key, renamedId(id, inside)];
        if (key === 'scope' && Array.isArray(scope)) return [key, renamedScope(scope, inside)];
        return [key, this.#movedValue(each, inside)];
      }),
    );
  }

  #isLeft(before: TextSpan): boolean {
    const at = this.#now(before);
    return this.#isThere(at) && !this.#isSilent(at.start);
  }
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0;

/** In the order of the text. */
function insert<T extends { readonly at: TextSpan }>(list: T[], part: T): void {
  const index = list.findIndex(({ at }) => at.start > part.at.start);
  if (index === -1) list.push(part);
  else list.splice(index, 0, part);
}

function startsIn(value: unknown, found = new Set<number>()): Set<number> {
  if (Array.isArray(value)) for (const each of value) startsIn(each, found);
  else if (isPart(value)) {
    found.add(value.at.start);
    for (const inner of Object.values(value)) if (Array.isArray(inner)) startsIn(inner, found);
  }
  return found;
}

/** Names that declarations are looked up by: inside a decision or a meeting none are. */
function innerOf(was: Part, is: Part, inside: Inside): Inside {
  return {
    was: [...inside.was, was.name?.text ?? ''],
    is: [...inside.is, is.name?.text ?? ''],
    wasId: was.id,
    isId: is.id,
  };
}

function renamedId(id: string, { wasId, isId }: Inside): string {
  return wasId !== '' && id.startsWith(`${wasId}.`) ? isId + id.slice(wasId.length) : id;
}

function renamedScope(scope: readonly unknown[], { was, is }: Inside): readonly unknown[] {
  return was.every((name, index) => scope[index] === name) ? [...is, ...scope.slice(was.length)] : scope;
}

/** The keyword that begins the statement of a member: `actualStart` ⇒ `actual-start`, `reports` ⇒ `report`. */
function keywordBefore(member: string): Keyword | undefined {
  const kebab = member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return OTHERWISE.get(member) ?? keywordOf(kebab) ?? keywordOf(kebab.replace(/s$/, ''));
}

const OTHERWISE: ReadonlyMap<string, Keyword> = new Map([['post', 'title']]);
