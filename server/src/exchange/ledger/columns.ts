/** What each column of a table is taken for, and what it is not. */
import { columnLetters } from '../spreadsheet/sheet.js';
import { readAmount, saysNothing } from './amounts.js';
import { difficultyOf, levelOf, priorityOf, stageOf } from './choices.js';
import { type FieldName, fieldNamed, kindOfField } from './fields.js';
import { bracketed, type HeadMeaning, meaningOf, namesSources, normalHead } from './heads.js';
import { type MoneyUnit, moneyUnit, unitInHead, unitInLine } from './money-unit.js';
import { keyOf } from './own-columns.js';
import type { Table } from './table.js';

export interface Column {
  readonly index: number;
  readonly letters: string;
  /** As it stands in the sheet, upper heads before lower ones: `资金来源-银行贷款(万元)`. */
  readonly head: string;
  readonly field: FieldName;
  readonly detail?: string;
  readonly year?: number;
  readonly month?: number;
  readonly unit?: MoneyUnit;
  /** Its head says %, and its cells are that many of a hundred: 35, not 0.35. */
  readonly inPercent?: true;
  /** Of a column that becomes an own field: by which it is told apart from others. */
  readonly own?: string;
  /** `head`: by its words; `given`: by the caller; `unknown`: not at all; `second`: another column says the same. */
  readonly how: 'head' | 'given' | 'unknown' | 'second';
}

/** Heads, or letters of columns, and the fields that the caller says they are. */
export type Mapping = ReadonlyMap<string, { readonly field: FieldName; readonly detail?: string }>;

/** `责任单位`, `来源:中央`: the field, and what belongs to it. */
export function mappedField(text: string): { readonly field: FieldName; readonly detail?: string } | undefined {
  const whole = fieldNamed(text);
  if (whole !== undefined) return { field: whole };
  const [, name = '', detail = ''] = /^([^:：]+)[:：](.+)$/.exec(text) ?? [];
  const field = fieldNamed(name);
  return field === undefined ? undefined : { field, detail: detail.trim() };
}

/** May stand several times: each says something of its own. */
const REPEATING: ReadonlySet<FieldName> = new Set([
  'note',
  'own',
  'ignored',
  'tag',
  'source',
  'node',
  'year-plan',
  'last-year',
  'alias',
  'link',
  'issue',
]);

function headOf(path: readonly string[]): string {
  return path.join('-');
}

export function isMapped(path: readonly string[], mapping: Mapping): boolean {
  return givenTo(path, '', mapping) !== undefined;
}

/** Figures below such a head are money in the unit that stands above the table. */
const OF_MONEY = /投资|资金|产值|税收|利润|收入|金额|费|造价|经费|贷款|融资|款|cost|budget|revenue|profit|tax/i;

export function understandColumns(table: Table, mapping: Mapping, unit: MoneyUnit | undefined): readonly Column[] {
  const sources = namesSources(table.paths);
  const lineUnit = table.lines.map(unitInLine).find((each) => each !== undefined);
  const taken = new Set<string>();
  const own = new Set<string>();
  const ownColumn = (path: readonly string[], head: string): Pick<Column, 'own' | 'unit'> => {
    const wanted = keyOf(head);
    let key = wanted;
    for (let number = 2; own.has(key); number++) key = `${wanted} ${number}`;
    own.add(key);
    const found = unitOf(path) ?? (OF_MONEY.test(head) ? (lineUnit ?? unit) : undefined);
    return { own: key, ...(found === undefined ? {} : { unit: found }) };
  };
  return table.paths.flatMap((path, index): Column[] => {
    const letters = columnLetters(index);
    const given = givenTo(path, letters, mapping);
    if (path.length === 0 && given === undefined && !hasCells(table, index)) return [];
    const said: HeadMeaning | undefined = given ?? special(table, index, path) ?? meaningOf(path, sources);
    const isNone =
      said !== undefined &&
      (isOtherwise(table, index, said.field) ||
        isPlanInWords(table, index, path, said) ||
        isMonthGoneBy(table, path, said));
    const meaning = given === undefined && isNone ? undefined : said;
    const base = { index, letters, head: headOf(path) };
    const ownHead = base.head === '' ? `${letters}列` : base.head;
    const called = (head: string) => (head === base.head ? {} : { detail: head });
    if (meaning === undefined) {
      return [{ ...base, ...called(ownHead), field: 'own', how: 'unknown', ...ownColumn(path, ownHead) }];
    }
    if (meaning.field === 'own') {
      const head = meaning.detail ?? ownHead;
      const how = given === undefined ? 'head' : 'given';
      return [{ ...base, ...called(head), field: 'own', how, ...ownColumn(path, head) }];
    }
    const key = [meaning.field, meaning.detail ?? '', meaning.year ?? ''].join(' ');
    const isSecond =
      taken.has(key) && (!REPEATING.has(meaning.field) || (meaning.detail ?? meaning.year) !== undefined);
    if (isSecond && given === undefined)
      return [{ ...base, field: 'own', how: 'second', ...ownColumn(path, base.head) }];
    taken.add(key);
    const isMoney = ['money', 'report-money'].includes(kindOfField(meaning.field));
    const found = isMoney ? (unitOf(path) ?? lineUnit ?? unit) : undefined;
    return [
      {
        ...base,
        ...meaning,
        how: given === undefined ? 'head' : 'given',
        ...(found === undefined ? {} : { unit: found }),
        ...(meaning.field === 'progress' && isInPercent(table, index, path) ? { inPercent: true as const } : {}),
      },
    ];
  });
}

/** Where no cell is above 1, 0.35 may be a part of one as well as of a hundred. */
function isInPercent(table: Table, index: number, path: readonly string[]): boolean {
  const isSaid = path.some((word) => bracketed(word).some((unit) => /^[%％]$|^percent$|^百分比$/i.test(unit.trim())));
  return isSaid && cellsOf(table, index).some((text) => /^[\d.]+$/.test(text) && Number(text) > 1);
}

const READ: ReadonlyMap<FieldName, (text: string) => unknown> = new Map<FieldName, (text: string) => unknown>([
  ['stage', stageOf],
  ['level', levelOf],
  ['priority', priorityOf],
  ['issue-kind', difficultyOf],
]);

/** 状态 above 未上报 and 已上报 is no stage: no cell says what the head seems to. */
function isOtherwise(table: Table, index: number, field: FieldName): boolean {
  const read = READ.get(field);
  if (read === undefined) return false;
  const cells = cellsOf(table, index).filter((text) => !saysNothing(text));
  return cells.length > 0 && cells.every((text) => read(text) === undefined);
}

/** 2026年计划 above words is what is to be done in that year. */
function isPlanInWords(table: Table, index: number, path: readonly string[], { field }: HeadMeaning): boolean {
  if (field !== 'year-plan' || !/年计划$/.test(normalHead(path.at(-1) ?? ''))) return false;
  const cells = cellsOf(table, index).filter((text) => !saysNothing(text));
  return cells.every((text) => !readAmount({ text }, { zeros: 4, text: '万元' }).ok);
}

/** 1月 to 4月 without a word of a plan are what was done in them: a plan of months goes on to the end of the year. */
function isMonthGoneBy(table: Table, path: readonly string[], { field, detail }: HeadMeaning): boolean {
  if (field !== 'node' || path.length > 1 || isOfPlan(path)) return false;
  const last = detail?.startsWith('Q') === true ? 'Q4' : 'M12';
  return !table.paths.some((each, index) => {
    const meaning = each.length > 1 || isOfPlan(each) ? undefined : meaningOf(each, false);
    return meaning?.field === 'node' && meaning.detail === last && hasCells(table, index);
  });
}

function isOfPlan(path: readonly string[]): boolean {
  return path.some((word) => /计划|plan/i.test(word));
}

function unitOf(path: readonly string[]): MoneyUnit | undefined {
  for (const word of [...path].reverse()) {
    const unit =
      bracketed(word)
        .map(moneyUnit)
        .find((each) => each !== undefined) ?? unitInHead(word);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

function givenTo(path: readonly string[], letters: string, mapping: Mapping): ReturnType<typeof mappedField> {
  const head = headOf(path);
  return (
    mapping.get(head) ??
    mapping.get(letters) ??
    (path.length === 0
      ? undefined
      : [...mapping].find(([column]) =>
          [normalHead(head), normalHead(path.at(-1) ?? '')].includes(normalHead(column)),
        )?.[1])
  );
}

/** 单位 is the unit of figures where its cells are units of money, else the unit that answers. */
function special(table: Table, index: number, path: readonly string[]): HeadMeaning | undefined {
  const head = normalHead(path.at(-1) ?? '');
  if (!['单位', '计量单位', '金额单位'].includes(head)) return undefined;
  const cells = cellsOf(table, index);
  return cells.length > 0 && cells.filter((text) => moneyUnit(text) !== undefined).length >= cells.length * 0.8
    ? { field: 'money-unit' }
    : head === '单位'
      ? { field: 'unit' }
      : undefined;
}

function hasCells(table: Table, index: number): boolean {
  return cellsOf(table, index).length > 0;
}

function cellsOf({ sheet, from }: Table, index: number): readonly string[] {
  return sheet.rows.slice(from).flatMap((row) => {
    const text = row[index]?.text.trim() ?? '';
    return text === '' ? [] : [text];
  });
}
