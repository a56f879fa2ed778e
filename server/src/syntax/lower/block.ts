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
import type { Span } from '../../model/span.js';
import * as ast from '../generated/ast.js';
import { factsOf, mapDefined } from './build-facts.js';
import { statedMembers } from './stated-members.js';
import type { ValueReader } from './value-reader.js';

export interface Member extends AstNode {
  readonly key?: string;
  readonly keyword?: string;
}

export class Block {
  readonly stated: ReadonlySet<Keyword>;
  /** The keyword of each member, in the order of the text. */
  readonly #keys: Keyword[] = [];
  readonly #members: Member[] = [];

  constructor(
    readonly reader: ValueReader,
    members: readonly Member[] | undefined,
    /** The names that lead here, the block's own last: where its references are looked up from. */
    readonly scope: readonly string[],
    readonly element: string,
  ) {
    for (const member of members ?? []) {
      const key = reader.keyword(member.keyword ?? member.key);
      if (key === undefined) continue;
      reader.statement(member);
      this.#keys.push(key);
      this.#members.push(member);
    }
    this.stated = statedMembers(this.#keys);
  }

  /** All members with that keyword, in the order of the text. */
  all<T extends AstNode>(key: Keyword, is: (node: unknown) => node is T): readonly T[] {
    if (!this.stated.has(key)) return [];
    const found: T[] = [];
    for (let index = 0; index < this.#keys.length; index++) {
      const member = this.#members[index];
      if (this.#keys[index] === key && is(member)) found.push(member);
    }
    return found;
  }

  /** The one member with that keyword; a second one is reported. */
  one<T extends AstNode>(key: Keyword, is: (node: unknown) => node is T): T | undefined {
    if (!this.stated.has(key)) return undefined;
    let first: T | undefined;
    for (let index = 0; index < this.#keys.length; index++) {
      const member = this.#members[index];
      if (this.#keys[index] !== key || !is(member)) continue;
      if (first === undefined) first = member;
      else this.repeated(key, this.reader.span(member), first);
    }
    return first;
  }

  /** Reports the second statement of something that may be stated once. */
  repeated(key: Keyword, at: Span, first: AstNode): void {
    const related = [{ at: this.reader.span(first), message: { en: 'First stated here', zh: '首次写在这里' } }];
    this.reader.report('member/repeated', at, { member: key }, { element: this.element, related });
  }

  // ---------------------------------------------------------------------------------------------- shapes

  date(key: Keyword): DateFact | undefined {
    return this.reader.date(this.one(key, ast.isDateMember)?.value);
  }

  day(key: Keyword): DayFact | undefined {
    return this.reader.day(this.one(key, ast.isDateMember)?.value);
  }

  text(key: Keyword): Text | undefined {
    return this.reader.string(this.one(key, ast.isTextMember)?.value);
  }

  /** A text member that repeats. */
  textEach(key: Keyword): readonly Text[] {
    return mapDefined(this.all(key, ast.isTextMember), ({ value }) => this.reader.string(value));
  }

  /** A list of strings; where the member repeats, of all of them. */
  texts(key: Keyword, repeats = false): readonly Text[] {
    const one = repeats ? undefined : this.one(key, ast.isTextsMember);
    const members = repeats ? this.all(key, ast.isTextsMember) : one === undefined ? [] : [one];
    const texts = members.map(({ values }) => mapDefined(values, (value) => this.reader.string(value)));
    return texts.length === 1 ? (texts[0] ?? []) : texts.flat();
  }

  nameOf(key: Keyword): Name | undefined {
    return this.reader.name(this.one(key, ast.isNameMember)?.value);
  }

  money(key: Keyword): MoneyFact | undefined {
    return this.reader.money(this.one(key, ast.isMoneyMember)?.value);
  }

  duration(key: Keyword): DurationFact | undefined {
    return this.reader.duration(this.one(key, ast.isDurationMember)?.value);
  }

  percent(key: Keyword, limited: boolean): PercentFact | undefined {
    const member = this.one(key, ast.isPercentMember);
    const percent = this.reader.percent(member?.value, limited);
    const text = this.reader.string(member?.text);
    return percent && factsOf<PercentFact>({ ...percent, text });
  }

  choice<K extends Keyword>(key: Keyword, words: readonly K[]): Choice<K> | undefined {
    const member = this.one(key, ast.isChoiceMember);
    return member && this.#choiceOf(member, member.value, words);
  }

  #choiceOf<K extends Keyword>(member: AstNode, word: string | undefined, words: readonly K[]): Choice<K> | undefined {
    const keyword = this.reader.keyword(word);
    const value = words.find((candidate) => candidate === keyword);
    if (value === undefined || word === undefined) return undefined;
    const { file, end } = this.reader.span(member);
    return { value, at: { file, start: end - word.length, end } };
  }

  refs(key: Keyword, kinds: readonly EntityKind[] = KINDS.get(key) ?? []): readonly Ref[] {
    return mapDefined(this.one(key, ast.isRefMember)?.refs, (path) => this.reader.ref(path, kinds, this.scope));
  }

  /** A reference that there can be only one of: one leader, one unit. Further ones in the list are reported. */
  ref(key: Keyword, kinds: readonly EntityKind[] = KINDS.get(key) ?? []): Ref | undefined {
    const member = this.one(key, ast.isRefMember);
    if (member === undefined) return undefined;
    const [first, ...more] = mapDefined(member.refs, (path) => this.reader.ref(path, kinds, this.scope));
    for (const again of more) this.repeated(key, again.at, member);
    return first;
  }

  dated(member: ast.DatedTextMember | undefined): DatedText | undefined {
    const day = this.reader.day(member?.value);
    if (day === undefined || member === undefined) return undefined;
    const text = this.reader.string(member.text);
    return factsOf<DatedText>({ day: day.day, text, at: this.reader.span(member) });
  }

  datedOne(key: Keyword): DatedText | undefined {
    return this.dated(this.one(key, ast.isDatedTextMember));
  }

  datedEach(key: Keyword): readonly DatedText[] {
    return mapDefined(this.all(key, ast.isDatedTextMember), (member) => this.dated(member));
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
