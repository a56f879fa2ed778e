/**
 * The members of one block, by keyword. Says which were stated, reports a single member that stands twice, and reads
 * the values that members of the same shape share.
 */
import type { Keyword } from '../../../../grammar/keywords.js';
import {
  BLOCKS,
  type BlockName,
  type ChoosingMember,
  type MemberWith,
  memberIn,
  membersOf,
  type RepeatedMember,
  type SingleMember,
  targetsOf,
} from '../../../../grammar/members.js';
import { isWordOf, type WordList, type WordOf } from '../../../../grammar/words.js';
import type {
  Choice,
  DatedText,
  DateFact,
  DayFact,
  DurationFact,
  MoneyFact,
  Name,
  PercentFact,
  Ref,
  Text,
} from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type { DatedTextMember, NodeTypes } from '../generated/tree.js';
import { isA, type NodeType, type Place, type PlanNode } from '../tree.js';
import { factsOf, mapDefined } from './build-facts.js';
import { statedMembers } from './stated-members.js';
import type { ValueReader } from './value-reader.js';

/** A statement in a block: a node that begins with a keyword. */
export type Member = Extract<PlanNode, { readonly key?: string }>;

/** Where a block stands. */
export interface BlockPlace {
  /** The keyword that begins it. */
  readonly kind: Keyword;
  /** The names that lead here, the block's own last: where its references are looked up from. */
  readonly scope: readonly string[];
  /** The id of the declaration that it belongs to. */
  readonly element: string;
}

const NONE: readonly never[] = [];

/** Every way to read a member is held to the shape that the table of members gives its value. */
export class Block<B extends BlockName> {
  readonly stated: ReadonlySet<Keyword>;
  readonly kind: Keyword;
  readonly scope: readonly string[];
  readonly element: string;
  /** The keyword of each member, in the order of the text. */
  readonly #keys: Keyword[] = [];
  readonly #members: Member[] = [];

  constructor(
    readonly reader: ValueReader,
    readonly name: B,
    { kind, scope, element }: BlockPlace,
    members: readonly Member[],
  ) {
    this.kind = kind;
    this.scope = scope;
    this.element = element;
    for (const member of members) {
      // 计量 spells no keyword but here: the unit that answers is another word.
      const key = name === 'field' && member.key === '计量' ? 'unit' : reader.keyword(member.key);
      if (key === undefined) continue;
      reader.statement(member);
      if (!this.#fits(key, member)) continue;
      this.#keys.push(key);
      this.#members.push(member);
    }
    this.stated = statedMembers(this.#keys);
  }

  /** Whether a block of this kind has the member; the grammar knows only what one of the kinds has. */
  #fits(key: Keyword, member: Member): boolean {
    const on = memberIn(this.name, key)?.on;
    if (on === undefined || on.includes(this.kind)) return true;
    const found = member.key ?? '';
    const expected = [...(BLOCKS[this.name].rather ?? membersOf(this.name, this.kind)), '}'];
    const at = this.reader.keywordSpan(member, found);
    this.reader.report('syntax/unexpected', at, { problem: 'expected', found, expected }, { element: this.element });
    return false;
  }

  /** All members that are such nodes, in the order of the text. */
  every<T extends NodeType>(type: T): readonly NodeTypes[T][] {
    return this.#members.filter((member): member is Member & NodeTypes[T] => isA(member, type));
  }

  /** All members with that keyword, in the order of the text. */
  all<T extends NodeType>(key: RepeatedMember<B>, type: T): readonly NodeTypes[T][] {
    if (!this.stated.has(key)) return NONE;
    return this.#members.filter(
      (member, index): member is Member & NodeTypes[T] => this.#keys[index] === key && isA(member, type),
    );
  }

  /** The one member with that keyword; a second one is reported. */
  one<T extends NodeType>(key: SingleMember<B>, type: T): NodeTypes[T] | undefined {
    if (!this.stated.has(key)) return undefined;
    let first: NodeTypes[T] | undefined;
    for (let index = 0; index < this.#keys.length; index++) {
      const member = this.#members[index];
      if (this.#keys[index] !== key || !isA(member, type)) continue;
      if (first === undefined) first = member;
      else this.repeated(key, this.reader.span(member), first);
    }
    return first;
  }

  /** The members of which something could not be read, by the parser or in lowering since `mark`, or that `isCut`. */
  unreadSince(mark: number, isCut: (member: Member) => boolean): ReadonlySet<Keyword> {
    const { reader } = this;
    if (reader.isAllReadSince(mark)) return statedMembers(NONE);
    const isUnread = (_: Keyword, index: number): boolean => {
      const member = this.#members[index];
      if (member === undefined) return false;
      const at = reader.span(member);
      return reader.brokenSince(mark, at) || reader.breaksOff(at.end) || isCut(member);
    };
    return statedMembers(this.#keys.filter(isUnread));
  }

  /** Reports the second statement of something that may be stated once. */
  repeated(key: Keyword, at: Span, first: Place, name?: string): void {
    const related = [{ at: this.reader.span(first), message: { en: 'First stated here', zh: '首次写在这里' } }];
    this.reader.report(
      'member/repeated',
      at,
      { member: key, ...(name === undefined ? {} : { name }) },
      { element: this.element, related },
    );
  }

  // ---------------------------------------------------------------------------------------------- shapes

  date(key: MemberWith<B, 'date'> & SingleMember<B>): DateFact | undefined {
    return this.reader.date(this.one(key, 'DateMember')?.value);
  }

  day(key: MemberWith<B, 'day'> & SingleMember<B>): DayFact | undefined {
    return this.reader.day(this.one(key, 'DateMember')?.value);
  }

  text(key: MemberWith<B, 'text'> & SingleMember<B>): Text | undefined {
    return this.reader.string(this.one(key, 'TextMember')?.value);
  }

  /** A text member that repeats. */
  textEach(key: MemberWith<B, 'text'> & RepeatedMember<B>): readonly Text[] {
    return mapDefined(this.all(key, 'TextMember'), ({ value }) => this.reader.string(value));
  }

  /** A list of strings. */
  texts(key: MemberWith<B, 'texts'> & SingleMember<B>): readonly Text[] {
    return mapDefined(this.one(key, 'TextsMember')?.values, (value) => this.reader.string(value));
  }

  /** The strings of all the lists of a member that repeats. */
  textsEach(key: MemberWith<B, 'texts'> & RepeatedMember<B>): readonly Text[] {
    const texts = this.all(key, 'TextsMember').map(({ values }) =>
      mapDefined(values, (value) => this.reader.string(value)),
    );
    return texts.length === 1 ? (texts[0] ?? []) : texts.flat();
  }

  nameOf(key: MemberWith<B, 'name'> & SingleMember<B>): Name | undefined {
    return this.reader.name(this.one(key, 'NameMember')?.value);
  }

  money(key: MemberWith<B, 'money'> & SingleMember<B>): MoneyFact | undefined {
    return this.reader.money(this.one(key, 'MoneyMember')?.value);
  }

  duration(key: MemberWith<B, 'duration'> & SingleMember<B>): DurationFact | undefined {
    return this.reader.duration(this.one(key, 'DurationMember')?.value);
  }

  percent(key: MemberWith<B, 'percent' | 'percent-text'> & SingleMember<B>, limited: boolean): PercentFact | undefined {
    const member = this.one(key, 'PercentMember');
    const percent = this.reader.percent(member?.value, limited);
    const text = this.reader.string(member?.text);
    return percent && factsOf<PercentFact>({ value: percent.value, text, at: percent.at });
  }

  /** The word that a member chooses from `list`, which is the one that the table names. */
  choice<L extends WordList>(
    key: ChoosingMember<B, 'choice', L> & SingleMember<B>,
    list: L,
  ): Choice<WordOf<L>> | undefined {
    const member = this.one(key, 'ChoiceMember');
    const word = member?.value;
    const value = this.reader.keyword(word);
    if (member === undefined || word === undefined || !isWordOf(list, value)) return undefined;
    const { file, end } = this.reader.span(member);
    return { value, at: { file, start: end - word.length, end } };
  }

  refs(key: MemberWith<B, 'refs'> & SingleMember<B>): readonly Ref[] {
    const kinds = targetsOf(this.name, key, this.kind);
    return mapDefined(this.one(key, 'RefMember')?.refs, (path) => this.reader.ref(path, kinds, this.scope));
  }

  /** A reference that there can be only one of: one leader, one unit. Further ones in the list are reported. */
  ref(key: MemberWith<B, 'ref'> & SingleMember<B>): Ref | undefined {
    const member = this.one(key, 'RefMember');
    if (member === undefined) return undefined;
    const kinds = targetsOf(this.name, key, this.kind);
    const [first, ...more] = mapDefined(member.refs, (path) => this.reader.ref(path, kinds, this.scope));
    for (const again of more) this.repeated(key, again.at, member);
    return first;
  }

  #dated(member: DatedTextMember | undefined): DatedText | undefined {
    const day = this.reader.day(member?.value);
    if (day === undefined || member === undefined) return undefined;
    const text = this.reader.string(member.text);
    return factsOf<DatedText>({ day: day.day, text, at: this.reader.span(member) });
  }

  datedOne(key: MemberWith<B, 'dated-text'> & SingleMember<B>): DatedText | undefined {
    return this.#dated(this.one(key, 'DatedTextMember'));
  }

  datedEach(key: MemberWith<B, 'day-and-text'> & RepeatedMember<B>): readonly DatedText[] {
    return mapDefined(this.all(key, 'DatedTextMember'), (member) => this.#dated(member));
  }
}
