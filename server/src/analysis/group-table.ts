/**
 * A view that shows only its groups, as one table: places, what the groups are of, totals — of a cross table those of
 * each head side by side — who did not report. The command, the summaries and the previews lay out this one.
 */
import type { Bilingual } from '../model/lang.js';
import type { Analysis } from './analysis.js';
import { NONE, shownAs, type Value, type ValueType } from './expressions/values.js';
import { valueInWords } from './value-output.js';
import { inSeveralGroups } from './view-groups.js';
import { movementOf, placeValue } from './view-rank.js';
import type { Reports } from './view-reports.js';
import type { ViewGroup, ViewResult, ViewTotal } from './view-result.js';

interface GroupColumn {
  readonly title: Bilingual;
  /** Of a cross table with several totals: the head that the column stands under. */
  readonly under?: Bilingual;
  readonly type: ValueType;
}

export interface GroupLine {
  /** Absent in the line below all groups. */
  readonly group?: ViewGroup;
  readonly cells: readonly GroupCell[];
}

export interface GroupCell {
  readonly value: Value;
  /** How much of it was reported, where it is made from reports. */
  readonly reports?: Reports;
}

export interface GroupTable {
  readonly columns: readonly GroupColumn[];
  readonly lines: readonly GroupLine[];
  /** The column that says what a group is of; -1 where there is none. */
  readonly named: number;
  /** All groups together. */
  readonly whole: GroupLine;
  /** Where the lines add up to more than the whole. */
  readonly note?: Bilingual;
}

const NUMBER: ValueType = { name: 'number' };

const words = {
  place: { en: 'Rank', zh: '名次' },
  placeThen: { en: 'Rank {day}', zh: '{day}名次' },
  valueThen: { en: '{title} {day}', zh: '{day}{title}' },
  movement: { en: 'Change', zh: '升降' },
  all: { en: 'Total', zh: '合计' },
  overlap: {
    en: 'A project in several groups is counted in each of them; the total counts it once.',
    zh: '属于多组的项目在各组分别计入，合计只计一次。',
  },
  nothing: { en: '(none)', zh: '（未填写）' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function groupTable({ groups, totals, across, ranking }: ViewResult, analysis: Analysis): GroupTable {
  const against = ranking?.against;
  const keys = groups[0]?.keys ?? [];
  const heads = across.map(({ key: { value } }) => inBoth(value, analysis));
  const columns: readonly GroupColumn[] = [
    ...(ranking === undefined ? [] : [{ title: words.place, type: NUMBER }]),
    ...keys.map(({ field: { title, type } }) => ({ title, type })),
    ...(across.length === 0
      ? totals.map(({ title, type }) => ({ title, type: shownAs(type) }))
      : [...heads, words.all].flatMap((head) => underHead(head, totals))),
    ...(ranking === undefined || against === undefined
      ? []
      : [
          { title: filled(words.placeThen, { day: against }), type: NUMBER },
          { title: filled(words.valueThen, { day: against, title: ranking.title }), type: ranking.type },
          { title: words.movement, type: NUMBER },
        ]),
  ];
  const lines = groups.map((group): GroupLine => {
    const { ranked } = group;
    const cells = [
      ...(ranking === undefined ? [] : [{ value: placeValue(ranked?.place) }]),
      ...group.keys.map(({ value }) => ({ value })),
      ...[...group.across.flat(), ...group.totals].map(totalCell),
      ...(against === undefined || ranked === undefined
        ? []
        : [
            { value: placeValue(ranked.before?.place) },
            { value: ranked.before?.value ?? NONE },
            { value: movementOf(ranked) },
          ]),
    ];
    return { group, cells };
  });
  const empty = (count: number): readonly GroupCell[] => Array.from({ length: count }, () => ({ value: NONE }));
  const lead = keys.length + (ranking === undefined ? 0 : 1);
  const summed = [...across.flatMap((head) => head.totals), ...totals].map(totalCell);
  const whole = { cells: [...empty(lead), ...summed, ...empty(columns.length - lead - summed.length)] };
  const overlap = inSeveralGroups(groups) || inSeveralGroups(across);
  return {
    columns,
    lines,
    named: keys.length === 0 ? -1 : lead - keys.length,
    whole,
    ...(overlap ? { note: words.overlap } : {}),
  };
}

/** One total needs no name of its own under each head. */
function underHead(head: Bilingual, totals: readonly ViewTotal[]): readonly GroupColumn[] {
  const [only, ...more] = totals;
  if (only === undefined) return [];
  if (more.length === 0) return [{ title: head, type: shownAs(only.type) }];
  return totals.map(({ title, type }) => ({ title, type: shownAs(type), under: head }));
}

function inBoth(value: Value, analysis: Analysis): Bilingual {
  if (value.type === 'none') return words.nothing;
  return { en: valueInWords(value, analysis, 'en'), zh: valueInWords(value, analysis, 'zh') };
}

function totalCell({ value, reports }: ViewTotal): GroupCell {
  return reports === undefined ? { value } : { value, reports };
}

function filled(pattern: Bilingual, values: Readonly<Record<string, Bilingual>>): Bilingual {
  const of = (lang: 'en' | 'zh'): string =>
    pattern[lang].replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.[lang] ?? whole);
  return { en: of('en'), zh: of('zh') };
}
