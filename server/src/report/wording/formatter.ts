/** The formatter of summaries: money, dates, percents and names of one plan in one language. */
import type { Analysis } from '../../analysis/analysis.js';
import { type Figure, figureToMoney } from '../../analysis/metrics/figure.js';
import { civil, type Day, formatDay, monthStart } from '../../model/day.js';
import type { DateFact, Declared, ProjectFacts, Ref, StageName, TaxonomyKind, Text } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import {
  currencyInChinese,
  formatMoneyValue,
  grouped,
  type Money,
  type MoneyValue,
  moneyIn,
} from '../../model/money.js';
import { formatPeriod, type Period } from '../../model/period.js';
import { JANUARY } from '../../model/plan-year.js';
import {
  fromDecimalString,
  type Rational,
  rational,
  toDecimalString,
  toTrimmedString,
  ZERO,
} from '../../model/rational.js';
import { cell, type InlineContent, inlines, joined, light, link, muted, text } from '../compose.js';
import type { Cell, Column, Inlines, Light, Origin } from '../document.js';
import { fill } from './document-words.js';
import { exactlyInUnit, figureInUnit, type MoneyUnit, moneyInUnit, unitHead } from './money-unit.js';
import { stageWords } from './plan-words.js';

const PHRASES = {
  through: { en: '{from} to {to}', zh: '{from}至{to}' },
  list: { en: ', ', zh: '、' },
  andMore: { en: '{parts} and {n} more', zh: '{parts}，另有{n}项' },
  path: { en: ' › ', zh: ' › ' },
  planYear: { en: '{year}: {from} to {to}', zh: '{year}：{from}至{to}' },
  aside: { en: ' ({text})', zh: '（{text}）' },
  million: { en: '{currency} m', zh: '万{unit}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const MOST_NAMED = 20;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A million currency units in the smallest unit of money. */
const MILLION = 10_000_000_000n;

/** Where a value is missing: seen, not loud. */
export const DASH = muted('—');

export function originOf(declared: { readonly id: string; readonly at: Origin['at'] }): Origin {
  return { id: declared.id, at: declared.at };
}

/** The name by which people know it: the title, else the name. */
export function titleOf(declared: Pick<Declared, 'title' | 'name'>): string {
  return declared.title?.text ?? declared.name.text;
}

/** How values of one plan are written in one language. */
export class Formatter {
  readonly currency: string;
  /** The projects that have a section of their own in the document, where links can lead. */
  readonly sections: ReadonlySet<ProjectFacts>;

  constructor(
    readonly analysis: Analysis,
    readonly lang: Lang,
    sections: Iterable<ProjectFacts> = [],
    /** What all money is written in; without it each figure has its natural scale, and columns 万元 or millions. */
    readonly unit?: MoneyUnit,
  ) {
    this.sections = new Set(sections);
    this.currency = analysis.plan.portfolio?.currency?.text ?? 'CNY';
  }

  say(words: Bilingual, values?: Readonly<Record<string, string | number>>): string {
    return values === undefined ? words[this.lang] : fill(words[this.lang], values);
  }

  /** `、` or `, ` between. */
  list(parts: readonly string[]): string {
    return parts.join(PHRASES.list[this.lang]);
  }

  /** The first twenty, and how many more there are. */
  few(parts: readonly string[]): string {
    const left = parts.length - MOST_NAMED;
    if (left <= 0) return this.list(parts);
    return this.say(PHRASES.andMore, { parts: this.list(parts.slice(0, MOST_NAMED)), n: left });
  }

  /** Between a name and what is said of it. */
  get gap(): string {
    return this.lang === 'zh' ? '　' : ' · ';
  }

  /** Behind what it explains, in brackets of the language. */
  aside(inner: string): string {
    return this.say(PHRASES.aside, { text: inner });
  }

  or(words: InlineContent | undefined): Inlines {
    const content = words === undefined ? [] : inlines(words);
    return content.length === 0 ? [DASH] : content;
  }

  words(value: Text | undefined): Inlines {
    return this.or(value?.text);
  }

  // ── money ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** In its natural scale: 3.5亿元, CNY 350M. */
  money(value: MoneyValue | undefined, digits?: number): string | undefined {
    if (value === undefined) return undefined;
    if (this.unit !== undefined) return moneyInUnit(value, this.unit, this.currency, this.lang);
    return formatMoneyValue(value, this.lang, { currency: this.currency, ...(digits === undefined ? {} : { digits }) });
  }

  /** The same where it stands large: the unit beside it smaller. */
  largeMoney(value: MoneyValue | undefined): Inlines {
    const said = this.money(value, 2);
    if (said === undefined) return [DASH];
    const [, before = '', figure = said, after = ''] = /^([^\d-]*)(-?[\d.,]+\w?)(.*)$/.exec(said) ?? [];
    return [
      ...(before === '' ? [] : [muted(before)]),
      text(figure),
      ...(after === '' ? [] : [muted(` ${after.trim()}`)]),
    ];
  }

  /** The unit of money columns: 万元; CNY m. */
  get moneyUnit(): string {
    if (this.unit !== undefined) return unitHead(this.unit, this.currency, this.lang);
    return this.say(PHRASES.million, {
      currency: this.currency,
      unit: currencyInChinese(this.currency),
    });
  }

  moneyColumn(title: string, more: Partial<Column> = {}): Column {
    return { title, kind: 'money', unit: this.moneyUnit, ...more };
  }

  /** In the unit of money columns, digits grouped; 万元 whole where they are, or where `rounded` (computed figures). */
  moneyFigure(value: MoneyValue, rounded = false): string {
    if (this.unit !== undefined) return figureInUnit(value, this.unit, this.lang, rounded);
    const digits = this.lang === 'zh' && (rounded || wholeWan(value.amount)) ? 0 : 2;
    const written = (n: number): string =>
      this.lang === 'zh' ? moneyIn(value.amount, 'wan', n) : toDecimalString(rational(value.amount, MILLION), n);
    // Nothing that is something is shown as 0.
    const figure = written([digits, 2, 4].find((n) => value.amount === 0n || Number(written(n)) !== 0) ?? 4);
    return `${this.#about(value)}${grouped(figure)}`;
  }

  moneyCell(value: MoneyValue | undefined): Cell {
    return value === undefined ? cell(DASH, null) : cell(this.moneyFigure(value), this.#exactly(value.amount));
  }

  /** In the unit of money columns as it was stated, not rounded to it: what was before and what is now are compared. */
  statedMoneyCell(value: MoneyValue | undefined): Cell {
    return value === undefined ? cell(DASH, null) : cell(this.#stated(value), this.#exactly(value.amount));
  }

  /** The same in a text: 1,800万元, GBP 1.9m. */
  statedMoney(value: MoneyValue): string {
    const figure = this.#stated(value);
    if (this.lang === 'zh') return `${figure}${this.moneyUnit}`;
    const unit = this.moneyUnit.slice(this.currency.length);
    return `${this.currency} ${figure}${unit === ' m' ? 'm' : unit}`;
  }

  #stated(value: MoneyValue): string {
    const exact = this.#exactly(value.amount);
    const figure = toTrimmedString(fromDecimalString(exact)?.value ?? ZERO, 4);
    return `${this.#about(value)}${grouped(figure === '0' ? exact : figure)}`;
  }

  #about({ tolerance }: MoneyValue): string {
    return tolerance === 0n ? '' : this.lang === 'zh' ? '约' : '~';
  }

  /** In the unit of money columns, all digits. */
  #exactly(amount: Money): string {
    if (this.unit !== undefined) return exactlyInUnit(amount, this.unit);
    return this.lang === 'zh' ? moneyIn(amount, 'wan') : toTrimmedString(rational(amount, MILLION), 10);
  }

  /** Of a figure that was computed: shown rounded to the column's unit. */
  figureCell(figure: Figure | undefined): Cell {
    if (figure === undefined) return cell(DASH, null);
    const value = figureToMoney(figure);
    return cell(this.moneyFigure(value, true), this.#exactly(value.amount));
  }

  /** A count; none is quiet. */
  countCell(n: number, some: (said: string) => InlineContent = text): Cell {
    return cell(n === 0 ? muted('0') : some(this.count(n)), String(n));
  }

  // ── figures ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** With at most one decimal: 62.5%. */
  percent(value: Rational | Figure | undefined): string | undefined {
    if (value === undefined) return undefined;
    return `${toTrimmedString('value' in value ? value.value : value, 1)}%`;
  }

  /** In percent; the value behind it to four decimals. */
  percentCell(value: Rational | Figure | undefined): Cell {
    const said = this.percent(value);
    if (value === undefined || said === undefined) return cell(DASH, null);
    return cell(said, toTrimmedString('value' in value ? value.value : value, 4));
  }

  count(n: number): string {
    return grouped(String(n));
  }

  // ── dates ─────────────────────────────────────────────────────────────────────────────────────────────────────

  day(day: Day | undefined): Inlines {
    return this.or(day === undefined ? undefined : formatDay(day));
  }

  dayCell(day: Day | undefined): Cell {
    return cell(this.day(day), day === undefined ? null : formatDay(day));
  }

  /** A date as coarse as it was stated: 2026-03-31, Mar 2026, Q1 2026; 2026年3月, 2026年一季度. */
  period(period: Period): string {
    if (period.grain === 'day') return formatDay(period.first);
    if (this.lang === 'zh') return formatPeriod(period, 'zh');
    const { year, month, day } = civil(period.first);
    switch (period.grain) {
      case 'dekad':
        return `${day === 1 ? 'early' : day === 11 ? 'mid' : 'late'} ${MONTHS[month - 1] ?? ''} ${year}`;
      case 'month':
        return `${MONTHS[month - 1] ?? ''} ${year}`;
      case 'quarter':
        return `Q${Math.ceil(month / 3)} ${year}`;
      case 'half':
        return `H${month === 1 ? 1 : 2} ${year}`;
      case 'year':
        return String(year);
    }
  }

  /** 2026年, 2026; where plan years do not begin in January 2026年度, FY 2026/27. */
  planYear(year: number): string {
    if (this.analysis.yearBegins === JANUARY) return this.lang === 'zh' ? `${year}年` : String(year);
    return this.lang === 'zh' ? `${year}年度` : `FY ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  }

  /** Which months a plan year has that does not begin in January. */
  planYearMonths(): string | undefined {
    const { year, yearBegins, yearPeriod } = this.analysis;
    if (yearBegins === JANUARY) return undefined;
    const month = (day: Day): string => this.period({ grain: 'month', first: day, last: day });
    return this.say(PHRASES.planYear, {
      year: this.planYear(year),
      from: month(yearPeriod.first),
      to: month(monthStart(yearPeriod.last)),
    });
  }

  /** 3月, Mar. `month` is 1–12. */
  month(month: number): string {
    return this.lang === 'zh' ? `${month}月` : (MONTHS[month - 1] ?? '');
  }

  /** The same as what has to be done by then: 2026年6月底, 2026年一季度末; end of Jun 2026. */
  deadline(due: DateFact | undefined): string | undefined {
    if (due === undefined) return undefined;
    const { period } = due;
    const said = this.period(period);
    if (period.grain === 'day' || period.grain === 'dekad') return said;
    if (this.lang === 'en') return `end of ${said}`;
    return `${said}${period.grain === 'month' || period.grain === 'year' ? '底' : period.grain === 'quarter' ? '末' : ''}`;
  }

  deadlineCell(due: DateFact | undefined): Cell {
    return cell(this.or(this.deadline(due)), due === undefined ? null : formatDay(due.period.last));
  }

  span(from: DateFact, to: DateFact): string {
    return this.say(PHRASES.through, { from: this.period(from.period), to: this.period(to.period) });
  }

  // ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** What a reference leads to by its title; a reference that leads nowhere as it was written. */
  name(ref: Ref | undefined): string | undefined {
    if (ref === undefined) return undefined;
    const entity = this.analysis.plan.resolve(ref);
    return entity === undefined ? ref.segments.map((segment) => segment.text).join('.') : titleOf(entity);
  }

  names(refs: readonly Ref[]): string | undefined {
    return refs.length === 0 ? undefined : this.list(refs.map((ref) => this.name(ref) ?? ''));
  }

  nameCell(ref: Ref | undefined): Cell {
    return cell(this.or(this.name(ref)));
  }

  /** A person with the post held, quieter. */
  person(ref: Ref | undefined): Inlines | undefined {
    const name = this.name(ref);
    if (name === undefined) return undefined;
    const post = this.analysis.plan.declaration('person', ref)?.post?.text;
    return post === undefined ? [text(name)] : [text(name), muted(` ${post}`)];
  }

  /** The project's title, a link where it has a section, which is anchored by its id. */
  project(project: ProjectFacts): Inlines {
    return this.sections.has(project) ? [link(project.id, titleOf(project))] : inlines(titleOf(project));
  }

  /** A taxonomy entry with what lies above it: 产业 › 机械装备. */
  lineage(kind: TaxonomyKind, ref: Ref | undefined): string | undefined {
    const [only] = ref?.segments ?? [];
    if (only === undefined) return undefined;
    const line = this.analysis.plan.lineage(kind, only.text).map(titleOf).reverse();
    return line.length === 0 ? this.name(ref) : line.join(PHRASES.path[this.lang]);
  }

  /** The light that a colour is shown as; nothing was judged: a dash. */
  lightCell(colour: Light | undefined): Cell {
    return colour === undefined ? cell(DASH, null) : cell(light(colour));
  }

  stage(stage: StageName | undefined): string | undefined {
    return stage === undefined ? undefined : stageWords[stage][this.lang];
  }

  /** The parts that there are, in one line. */
  sentence(parts: readonly (InlineContent | undefined)[], separator: InlineContent): Inlines {
    return joined(
      parts.filter((part) => part !== undefined),
      separator,
    );
  }
}

function wholeWan(amount: Money): boolean {
  return amount % 100_000_000n === 0n;
}
