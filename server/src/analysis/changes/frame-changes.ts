/** What changed in declarations that are compared member by member, not value by value: portfolio, calendars, policies, views. */

import { isKeyword, type Keyword } from '../../../../grammar/keywords.js';
import { type BlockName, blockOf, membersOf } from '../../../../grammar/members.js';
import type { Declaration } from '../../model/facts.js';
import type { Change, Subject } from './change.js';

/** Where things stand, and what holds for the text alone. */
const PLACES: ReadonlySet<string> = new Set(['at', 'keywordAt', 'scope', 'kinds']);
const WHOLE: ReadonlySet<string> = new Set([
  'id',
  'name',
  'title',
  'kind',
  'doc',
  'stated',
  'at',
  'keywordAt',
  'partlyRead',
]);

export function frameChanges(before: Declaration, after: Declaration, subject: Subject): readonly Change[] {
  const block = blockOf(subject.kind);
  if (block === undefined) return [];
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const properties = [...new Set([...is.keys(), ...was.keys()])].filter((property) => !WHOLE.has(property));
  const differing = properties.filter((property) => plain(was.get(property)) !== plain(is.get(property)));
  const members = new Set(differing.flatMap((property) => memberOf(property, block) ?? []));
  const unnamed = differing.some((property) => memberOf(property, block) === undefined);
  const change = { topic: 'other', what: 'changed', subject, baseAt: before.at, headAt: after.name.at } as const;
  return [
    ...[...members].map((keyword): Change => ({ ...change, member: { block, keyword } })),
    ...(unnamed ? [change] : []),
  ];
}

/** `statusDate` is the member `status-date`, `lights` are the members `light`. */
function memberOf(property: string, block: BlockName): Keyword | undefined {
  const kebab = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const known = membersOf(block);
  return [kebab, kebab.replace(/s$/, '')].filter(isKeyword).find((keyword) => known.includes(keyword));
}

function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, inner: unknown) => {
      if (PLACES.has(key)) return undefined;
      if (typeof inner === 'bigint') return `${inner}n`;
      return inner instanceof Set ? [...inner] : inner;
    }) ?? ''
  );
}
