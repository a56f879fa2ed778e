/** What a column becomes that the language has no word for: the name of an own field, its title, its unit. */
import { fieldOf } from '../../analysis/expressions/fields.js';
import { nameOf } from './gathering.js';
import { bracketed } from './heads.js';
import { type MoneyUnit, moneyUnit } from './money-unit.js';

/** A head taken apart. */
export interface OwnHead {
  /** As it stands in the sheet without the unit: `状态(未上报/已上报)`. */
  readonly title: string;
  /** Without anything in brackets: `状态`. */
  readonly short: string;
  /** What its figures count, where that is no money: `亩`. */
  readonly unit?: string;
  readonly money?: MoneyUnit;
}

/** How long a word in brackets can be and still be a unit: `平方公里`, `MW`, `pcs`. */
const LONGEST_UNIT = 8;
const BRACKETS = /\s*[([{【〔（［｛][^)\]}】〕）］｝]*[)\]}】〕）］｝]/g;

/** The last bracket is the unit, wherever it stands: `建设用地(亩)-合计`. */
export function ownHead(head: string): OwnHead {
  const inner = bracketed(head);
  const last = inner.at(-1);
  const money = inner.map(moneyUnit).find((unit) => unit !== undefined);
  const isUnit = last !== undefined && [...last].length <= LONGEST_UNIT && /^[\p{L}²³%‰°/·\d]+$/u.test(last);
  const unit = money === undefined && isUnit && UNITS.test(last) ? last : undefined;
  const said = money?.text ?? unit;
  const title = nameOf(said === undefined ? head : withoutBracket(head, said));
  const short = nameOf(title.replace(BRACKETS, '').replace(/-$/, '')) || title;
  return { title, short, ...(unit === undefined ? {} : { unit }), ...(money === undefined ? {} : { money }) };
}

/** What is counted in ledgers. A word in brackets that is none of them says what is meant, as in 产值(一期). */
const UNITS =
  /^(?:亩|公顷|公亩|平方米|平方公里|平方千米|万平方米|㎡|m²|m2|km²|km2|ha|米|公里|千米|km|m|吨|万吨|t|kt|千克|公斤|kg|立方米|万立方米|m³|m3|个|项|家|人|名|户|套|台|辆|张|份|次|件|条|座|栋|幢|处|间|床|年|月|天|日|小时|工作日|岁|千瓦|万千瓦|兆瓦|kw|mw|gw|千瓦时|万千瓦时|kwh|mwh|吨标煤|吨标准煤|吨\/年|万吨\/年|吨\/日|吨\/天|%|‰|度|分|位|days?|weeks?|months?|years?|hours?|people|persons?|jobs?|units?|pcs)$/i;

function withoutBracket(head: string, said: string): string {
  return head
    .replace(BRACKETS, (bracket) => (bracketed(bracket)[0] === said ? '' : bracket))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Columns with the same key say the same: a scale of money does not tell them apart, anything else does. */
export function keyOf(head: string): string {
  const { title, unit, money } = ownHead(head);
  return [folded(title), unit ?? '', money === undefined ? '' : `money ${money.currency ?? ''}`].join(' | ');
}

/** Names that a column could have, the best first. A field of the language is not called again. */
export function namesFor(head: string): readonly string[] {
  const { title, short, unit } = ownHead(head);
  return [short, title, ...(unit === undefined ? [] : [`${short}-${unit}`])].map((name) =>
    fieldOf(name) === undefined ? name : apart(name),
  );
}

function apart(name: string): string {
  return /\p{Script=Han}/u.test(name) ? `原表${name}` : `sheet-${name}`;
}

/** Full-width letters, capitals and blanks tell no heads and names apart; anything else does. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
