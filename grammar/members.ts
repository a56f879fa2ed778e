/**
 * The one table of members: what every block can state, with the shape of the value, what it means and how it is called
 * in both languages, and what is computed from it. Lowering, completion, quick fixes, hover, colours, labels and the
 * documentation are made from it; the grammar is tested against it. It is plain data, usable in every room.
 *
 * The table is written by declaration in `members/`.
 */
import { isKeyword, type Keyword, spelling } from './keywords.js';
import { calendar, field, org, person, portfolio, taxonomy } from './members/frame.js';
import { item } from './members/items.js';
import { decision, issue, meeting } from './members/meetings.js';
import { investment, project, year } from './members/project.js';
import { report, review } from './members/reports.js';
import { light, policy, view } from './members/views.js';
import { type Bilingual, type EntityKind, GRAINS, type Grain, type Kind, type Member, type Shape } from './shapes.js';
import type { FixedWord, WordList } from './words.js';

export interface Block {
  /** The rule of the grammar that reads it. */
  readonly rule: string;
  /** The keywords that begin it. */
  readonly kinds: { readonly [K in Keyword]?: Kind };
  readonly members: { readonly [K in Keyword]?: Member };
  /** The members that are named first where one of another kind stands; absent: all that the kind has. */
  readonly rather?: readonly Keyword[];
}

const TABLE = {
  portfolio,
  calendar,
  org,
  person,
  taxonomy,
  field,
  project,
  investment,
  year,
  item,
  issue,
  meeting,
  decision,
  report,
  review,
  view,
  policy,
  light,
} as const satisfies Readonly<Record<string, Block>>;

type Table = typeof TABLE;
/** The blocks by the name of their table: `item` is that of milestones, tasks and approvals. */
export type BlockName = keyof Table;
/** The keywords that begin a block. */
type KindOf<B extends BlockName> = keyof Table[B]['kinds'];
type MemberOf<B extends BlockName> = keyof Table[B]['members'];

export type LabelledMember<B extends BlockName> = MemberOf<B> & Keyword;

type Entry<B extends BlockName, K extends MemberOf<B>> = Table[B]['members'][K];
/** The members of a block whose value has one of these shapes. */
export type MemberWith<B extends BlockName, S extends Shape> = Keyword &
  {
    [K in MemberOf<B>]: Entry<B, K> extends { readonly value: { readonly shape: S } } ? K : never;
  }[MemberOf<B>];
/** Those that may stand more than once. */
export type RepeatedMember<B extends BlockName> = Keyword &
  { [K in MemberOf<B>]: Entry<B, K> extends { readonly repeats: true } ? K : never }[MemberOf<B>];

/** Those that stand once. */
export type SingleMember<B extends BlockName> = Keyword & Exclude<MemberOf<B>, RepeatedMember<B>>;
/** Those that choose from a list of words. */
export type ChoosingMember<B extends BlockName, S extends Shape, L extends WordList> = Keyword &
  {
    [K in MemberOf<B>]: Entry<B, K> extends { readonly value: { readonly shape: S; readonly of: L } } ? K : never;
  }[MemberOf<B>];

/** The keywords that mean something: as the beginning of a block, as a member, or inside a statement. */
export type Explained = { [B in BlockName]: KindOf<B> | MemberOf<B> }[BlockName] | FixedWord;

export const BLOCKS: Readonly<Record<BlockName, Block>> = TABLE;
export const BLOCK_NAMES: readonly BlockName[] = Object.keys(TABLE).filter(isBlockName);

function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(TABLE, name);
}

function keysOf(table: { readonly [K in Keyword]?: unknown }): readonly Keyword[] {
  return Object.keys(table).filter(isKeyword);
}

/** The keywords that begin a block of this table. */
export function kindsOf(block: BlockName): readonly Keyword[] {
  return keysOf(BLOCKS[block].kinds);
}

const BY_KIND: ReadonlyMap<Keyword, BlockName> = new Map(
  BLOCK_NAMES.flatMap((block) => kindsOf(block).map((kind) => [kind, block] as const)),
);

/** The table of the block that `keyword` begins, where it begins one. */
export function blockOf(keyword: Keyword): BlockName | undefined {
  return BY_KIND.get(keyword);
}

export function memberIn(block: BlockName, keyword: Keyword): Member | undefined {
  return BLOCKS[block].members[keyword];
}

/** The members that a block has which begins with `kind`, in the order of the table; without a kind those of all kinds. */
export function membersOf(block: BlockName, kind?: Keyword): readonly Keyword[] {
  return keysOf(BLOCKS[block].members).filter((keyword) => kind === undefined || isOn(block, keyword, kind));
}

/** Whether a block that begins with `kind` has the member. */
export function isOn(block: BlockName, keyword: Keyword, kind: Keyword): boolean {
  const member = memberIn(block, keyword);
  return member !== undefined && (member.on === undefined || member.on.includes(kind));
}

const SAME: { readonly [K in Keyword]?: readonly EntityKind[] } = {
  category: ['category'],
  area: ['area'],
  tag: ['tag'],
};

/** What the references of a member lead to, in a block that begins with `kind`. */
export function targetsOf(block: BlockName, keyword: Keyword, kind: Keyword): readonly EntityKind[] {
  const value = memberIn(block, keyword)?.value;
  if (value === undefined || !('to' in value)) return [];
  return value.to === 'same' ? (SAME[kind] ?? []) : value.to;
}

/** Of which grain a date behind the keyword of a member has to be. */
export function grainOf(block: BlockName, keyword: Keyword): Grain {
  const value = memberIn(block, keyword)?.value;
  if (value === undefined) return 'any';
  if (value.shape !== 'block') return GRAINS[value.shape];
  const by = isBlockName(value.block) ? BLOCKS[value.block].kinds[keyword]?.by : undefined;
  return by === undefined || by === 'name' || by === 'amount' ? 'any' : by;
}

/** What a member is called on cards, in columns and in messages. */
export function labelOf<B extends BlockName>(block: B, keyword: LabelledMember<B>): Bilingual {
  return labelled(keyword, memberIn(block, keyword)?.label);
}

/** What a block that begins with `kind` is called. */
export function kindLabel(kind: Keyword): Bilingual {
  const block = blockOf(kind);
  return labelled(kind, block === undefined ? undefined : BLOCKS[block].kinds[kind]?.label);
}

function labelled(keyword: Keyword, label: Member['label'] | undefined): Bilingual {
  return { en: label?.en ?? keyword, zh: label?.zh ?? spelling(keyword, 'zh') };
}
