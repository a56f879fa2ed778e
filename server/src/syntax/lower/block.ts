/**
 * The members of one block, by keyword. Says which were stated, reports a single member that stands twice, and reads
 * the values that members of the same shape share.
 */
import type { AstNode } from 'langium';
import type { Keyword } from '../../../../grammar/keywords.js';
import type {
  Choice,
  DatedText,
  DateFact,
  DayFact,
  DurationFact,
  EntityKind,
  MoneyFact,
  Name,
  PercentFact,
  Ref,
  Text,
} from '../../model/facts.js';
import * as ast from '../generated/ast.js';
import type { Reading } from './reading.js';

export interface Member extends AstNode {
  readonly key?: string;
}

export class Block {
  readonly stated: ReadonlySet<Keyword>;
  readonly #members = new Map<Keyword, Member[]>();

  constructor(
    readonly reading: Reading,
    members: readonly Member[] | undefined,
    /** The names that lead here, the block's own last: where its references are looked up from. */
    readonly scope: readonly string[],
    readonly element: string,
  ) {
    for (const member of members ?? []) {
      const word = 'keyword' in member && typeof member.keyword === 'string' ? member.keyword : member.key;
      const key = reading.keyword(word);
      if (key === undefined) continue;
      reading.statement(member);
      const same = this.#members.get(key);
      if (same === undefined) this.#members.set(key, [member]);
      else same.push(member);
    }
    this.stated = new Set(this.#members.keys());
  }

  /** All members with that keyword, in the order of the text. */
  all<T extends AstNode>(key: Keyword, is: (node: unknown) => node is T): readonly T[] {
    const members = this.#members.get(key);
    if (members === undefined) return [];
    const found: T[] = [];
    for (const member of members) if (is(member)) found.push(member);
    return found;
  }

  /** The one member with that keyword; a second one is reported. */
  one<T extends AstNode>(key: Keyword, is: (node: unknown) => node is T): T | undefined {
    const [first, ...more] = this.all(key, is);
    if (first === undefined) return undefined;
    for (const again of more) this.repeated(key, this.reading.span(again), first);
    return first;
  }

  /** Reports the second statement of something that may be stated once. */
  repeated(key: Keyword, at: ReturnType<Reading['span']>, first: AstNode): void {
    const related = [{ at: this.reading.span(first), message: { en: 'First stated here', zh: '首次写在这里' } }];
    this.reading.report('member/repeated', at, { member: key }, { element: this.element, related });
  }

  // ---------------------------------------------------------------------------------------------- shapes

  date(key: Keyword): DateFact | undefined {
    return this.reading.date(this.one(key, ast.isDateMember)?.value);
  }

  day(key: Keyword): DayFact | undefined {
    return this.reading.day(this.one(key, ast.isDateMember)?.value);
  }

  text(key: Keyword): Text | undefined {
    return this.reading.string(this.one(key, ast.isTextMember)?.value);
  }

  /** A text member that repeats. */
  textEach(key: Keyword): readonly Text[] {
    return defined(this.all(key, ast.isTextMember).map(({ value }) => this.reading.string(value)));
  }

  /** A list of strings; where the member repeats, of all of them. */
  texts(key: Keyword, repeats = false): readonly Text[] {
    const one = repeats ? undefined : this.one(key, ast.isTextsMember);
    const members = repeats ? this.all(key, ast.isTextsMember) : one === undefined ? [] : [one];
    return defined(members.flatMap(({ values }) => (values ?? []).map((value) => this.reading.string(value))));
  }

  nameOf(key: Keyword): Name | undefined {
    return this.reading.name(this.one(key, ast.isNameMember)?.value);
  }

  money(key: Keyword): MoneyFact | undefined {
    return this.reading.money(this.one(key, ast.isMoneyMember)?.value);
  }

  duration(key: Keyword): DurationFact | undefined {
    return this.reading.duration(this.one(key, ast.isDurationMember)?.value);
  }

  percent(key: Keyword, limited: boolean): PercentFact | undefined {
    const member = this.one(key, ast.isPercentMember);
    const percent = this.reading.percent(member?.value, limited);
    const text = this.reading.string(member?.text);
    return percent && (text === undefined ? percent : { ...percent, text });
  }

  choice<K extends Keyword>(key: Keyword, words: readonly K[]): Choice<K> | undefined {
    const member = this.one(key, ast.isChoiceMember);
    return member && this.#choiceOf(member, member.value, words);
  }

  #choiceOf<K extends Keyword>(member: AstNode, word: string | undefined, words: readonly K[]): Choice<K> | undefined {
    const keyword = this.reading.keyword(word);
    const value = words.find((candidate) => candidate === keyword);
    if (value === undefined || word === undefined) return undefined;
    const { file, end } = this.reading.span(member);
    return { value, at: { file, start: end - word.length, end } };
  }

  refs(key: Keyword, kinds: readonly EntityKind[] = KINDS.get(key) ?? []): readonly Ref[] {
    const member = this.one(key, ast.isRefMember);
    return defined((member?.refs ?? []).map((path) => this.reading.ref(path, kinds, this.scope)));
  }

  /** A reference that there can be only one of: one leader, one unit. Further ones in the list are reported. */
  ref(key: Keyword, kinds?: readonly EntityKind[]): Ref | undefined {
    const [first, ...more] = this.refs(key, kinds);
    const member = this.one(key, ast.isRefMember);
    if (member !== undefined) for (const again of more) this.repeated(key, again.at, member);
    return first;
  }

  dated(member: ast.DatedTextMember | undefined): DatedText | undefined {
    const day = this.reading.day(member?.value);
    if (day === undefined || member === undefined) return undefined;
    const text = this.reading.string(member.text);
    return { day: day.day, at: this.reading.span(member), ...(text === undefined ? {} : { text }) };
  }

  datedOne(key: Keyword): DatedText | undefined {
    return this.dated(this.one(key, ast.isDatedTextMember));
  }

  datedEach(key: Keyword): readonly DatedText[] {
    return defined(this.all(key, ast.isDatedTextMember).map((member) => this.dated(member)));
  }

  /** Who answers, as projects, items and decisions state it alike. */
  accountability() {
    return {
      ...optional('leader', this.ref('leader')),
      ...optional('unit', this.ref('unit')),
      ...optional('owner', this.ref('owner')),
      ...optional('supervisor', this.ref('supervisor')),
      support: this.refs('support'),
    };
  }
}

/** What the references of a member lead to. */
const KINDS: ReadonlyMap<Keyword, readonly EntityKind[]> = new Map<Keyword, readonly EntityKind[]>([
  ['calendar', ['calendar']],
  ['policy', ['policy']],
  ['category', ['category']],
  ['area', ['area']],
  ['batch', ['batch']],
  ['tag', ['tag']],
  ['parent', ['project']],
  ['replaces', ['project']],
  ['head', ['person']],
  ['org', ['org']],
  ['leader', ['person']],
  ['unit', ['org']],
  ['owner', ['person']],
  ['support', ['org']],
  ['supervisor', ['person']],
  ['reporter', ['person']],
  ['authority', ['org']],
  ['chair', ['person']],
  ['attend', ['person', 'org']],
  ['agenda', ['issue', 'project']],
  ['about', ['issue', 'item', 'project']],
  ['blocks', ['item']],
  ['team', ['person']],
  ['by', ['person']],
  ['after', ['item']],
]);

export function defined<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

/** A property that is left out where there is no value. */
export function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
