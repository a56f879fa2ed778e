/**
 * The plan as plain data: what the files state, nothing computed. Lowering makes it from text, one `FileFacts` a file,
 * and everything downstream (checks, schedule, summaries, editor) reads only this. All of it is immutable and every
 * part carries the place it was stated at.
 *
 * A member that was stated but cannot be read (a date that is none, a half-typed statement) is absent here and present
 * in `stated`, so that no check takes it for missing.
 */

import type { FieldHolder, FieldType } from '../../../grammar/field-words.js';
import type { Keyword } from '../../../grammar/keywords.js';
import type { EntityKind } from '../../../grammar/shapes.js';
import type { WordOf } from '../../../grammar/words.js';
import type { Day } from './day.js';
import type { Duration } from './duration.js';
import type { Expression, Moment } from './expression.js';
import type { Lang } from './lang.js';
import type { MoneyValue } from './money.js';
import type { Period } from './period.js';
import type { Rational } from './rational.js';
import type { Span } from './span.js';

// ------------------------------------------------------------------------------------------------ values

/** A name as it is meant (backquotes and full-width forms undone), where it stands. */
export interface Name {
  readonly text: string;
  readonly at: Span;
}

/** A string; `markdown` where it was written between triple quotes. */
export interface Text {
  readonly text: string;
  readonly markdown: boolean;
  /** What was written, with / for every backslash: the path that was meant, where it is one. */
  readonly slashed?: string;
  readonly at: Span;
}

/** A date of any grain. As a deadline or an end it means `period.last`, as a start `period.first`. */
export interface DateFact {
  readonly period: Period;
  readonly at: Span;
}

export interface DayFact {
  readonly day: Day;
  readonly at: Span;
}

export interface DurationFact {
  readonly value: Duration;
  readonly at: Span;
}

export interface MoneyFact {
  readonly value: MoneyValue;
  /** Written without any unit: in units of the portfolio's currency. */
  readonly bare?: true;
  readonly at: Span;
}

/** A percent, in percent: 62.5 for `62.5%`. */
export interface PercentFact {
  readonly value: Rational;
  readonly text?: Text;
  readonly at: Span;
}

export interface CountFact {
  readonly value: number;
  readonly at: Span;
}

/** How much is done, as somebody knew it on a day; undated it holds always. */
export interface ProgressFact extends PercentFact {
  readonly on?: DayFact;
}

/** Days on which no work is done, both included; without `last` the end is still open. */
export interface SuspensionFact {
  readonly first: Day;
  readonly last?: Day;
  readonly why?: Text;
  readonly at: Span;
}

/** One of a member's fixed words, by its English spelling. */
export interface Choice<K extends Keyword> {
  readonly value: K;
  readonly at: Span;
}

/** A dated remark: `feedback 2026-03-01 "…"`, `admitted 2026-01-05 "…"`. */
export interface DatedText {
  readonly day: Day;
  readonly text?: Text;
  readonly at: Span;
}

// ------------------------------------------------------------------------------------------------ names and references

export type TaxonomyKind = 'category' | 'area' | 'batch' | 'tag';
export type ItemKind = 'milestone' | 'task' | 'approval';
export type { EntityKind } from '../../../grammar/shapes.js';

/**
 * A reference by name. `kinds` are the kinds that it may lead to, the first that has the name wins.
 * `scope` are the names of the declarations that it stands in, project first: items and issues are looked up from
 * the innermost outwards.
 */
export interface Ref {
  readonly kinds: readonly EntityKind[];
  readonly segments: readonly Name[];
  readonly scope: readonly string[];
  readonly at: Span;
}

/** What every declaration has. `id` is unique in the plan root unless a name is declared twice. */
export interface Declared {
  /** `P007`, `P007.前期.环评`; a segment that is no plain name stands in backquotes. */
  readonly id: string;
  readonly name: Name;
  readonly title?: Text;
  /** The text of the documentation comment before it. */
  readonly doc?: string;
  /** From the keyword to the closing brace. */
  readonly at: Span;
  readonly keywordAt: Span;
  /** The members that stand in the block, readable or not. */
  readonly stated: ReadonlySet<Keyword>;
}

// ------------------------------------------------------------------------------------------------ the frame

export interface PortfolioFacts extends Declared {
  readonly kind: 'portfolio';
  readonly year?: DateFact;
  readonly statusDate?: DayFact;
  readonly currency?: Name;
  readonly calendar?: Ref;
  readonly policy?: Ref;
  /** The first month of the plan year; absent: January. */
  readonly yearBegins?: Choice<WordOf<'month'>>;
  /** Who issues the summaries. */
  readonly compiler?: Ref;
  readonly meetings?: DurationFact;
  readonly reports?: DurationFact;
  /** Who owes the half-year report; absent: the heads of the responsible units. */
  readonly reviews?: Choice<'unit' | 'leader'>;
  readonly expects: readonly ExpectFacts[];
}

export type ExpectFacts =
  | { readonly type: 'condition'; readonly condition: Expression; readonly at: Span }
  | {
      readonly type: 'breakdown';
      readonly field: Name;
      readonly mode: WordOf<'division'>;
      readonly rows: readonly ExpectRow[];
      readonly at: Span;
    };

export interface ExpectRow {
  readonly name: Name;
  /** `count 81`, `total 812亿元`: a measure and the figure that was published, a literal. */
  readonly figures: readonly { readonly measure: Name; readonly value: Expression; readonly at: Span }[];
  readonly at: Span;
}

export interface CalendarFacts extends Declared {
  readonly kind: 'calendar';
  /** ISO weekdays, Monday 1; absent: Saturday and Sunday; none: all seven days are worked. */
  readonly weekend?: readonly number[];
  readonly holidays?: Name;
  readonly holiday: readonly { readonly first: Day; readonly last: Day; readonly why?: Text; readonly at: Span }[];
  readonly workday: readonly { readonly first: Day; readonly last: Day; readonly why?: Text; readonly at: Span }[];
  /** Some of what it states cannot be read, or does not count. */
  readonly partlyRead?: true;
}

export interface OrgFacts extends Declared {
  readonly kind: 'org';
  readonly in?: Ref;
  readonly head?: Ref;
  readonly alias: readonly Text[];
  readonly contact?: Text;
  /** The half-year reports of the unit itself. */
  readonly reviews: readonly ReviewFacts[];
}

export interface PersonFacts extends Declared {
  readonly kind: 'person';
  readonly org?: Ref;
  /** The post held, `title | 职务`; the declaration's own `title` is the string behind the name. */
  readonly post?: Text;
  readonly phone: readonly Text[];
  readonly email: readonly Text[];
}

export interface TaxonomyFacts extends Declared {
  readonly kind: TaxonomyKind;
  readonly in?: Ref;
  /** Of a batch. */
  readonly date?: DayFact;
}

/** What this office keeps and the language has no word for. */
export interface OwnFieldFacts extends Declared {
  readonly kind: 'field';
  /** Absent where the word for it is none. */
  readonly type?: FieldType;
  /** Of a choice, in the order in which they sort. */
  readonly choices: readonly Name[];
  /** What a number counts. */
  readonly unit?: Text;
  readonly on: readonly FieldHolder[];
}

/** What is stated of an own field, as it was written; which value that is depends on the field's type. */
export interface OwnValueFacts {
  readonly field: Ref;
  readonly value:
    | Extract<Expression, { readonly type: 'literal' }>
    | { readonly type: 'text'; readonly text: Text; readonly at: Span }
    | { readonly type: 'choice'; readonly name: Name; readonly at: Span };
  readonly at: Span;
}

// ------------------------------------------------------------------------------------------------ projects

export type StageName = WordOf<'stage'>;

/** Who answers, on projects, items, issues and decisions. */
export interface Accountability {
  readonly leader?: Ref;
  readonly unit?: Ref;
  readonly owner?: Ref;
  readonly support: readonly Ref[];
  readonly supervisor?: Ref;
}

export interface StageFact {
  readonly stage: StageName;
  /** Undated: since ever. */
  readonly on?: DayFact;
  readonly at: Span;
}

/** What has to be reached in a year, in words. */
export interface TargetFact {
  readonly year: number;
  readonly text: Text;
  readonly at: Span;
}

export interface ProjectFacts extends Declared, Accountability {
  readonly kind: 'project';
  readonly category?: Ref;
  readonly level?: Choice<WordOf<'level'>>;
  readonly priority?: Choice<WordOf<'priority'>>;
  readonly area: readonly Ref[];
  readonly batch: readonly Ref[];
  readonly tag: readonly Ref[];
  readonly alias: readonly Text[];
  readonly parent?: Ref;
  readonly admitted?: DatedText;
  readonly removed?: DatedText;
  /** In the order of the text. */
  readonly stages: readonly StageFact[];
  readonly period?: { readonly from: DateFact; readonly to: DateFact; readonly at: Span };
  readonly actualStart?: DayFact;
  readonly actualFinish?: DayFact;
  readonly scope?: Text;
  /** What has to be reached in a year, one for each, in the order of the text. */
  readonly targets: readonly TargetFact[];
  readonly team?: { readonly text?: Text; readonly members: readonly Ref[]; readonly at: Span };
  readonly scheme?: Text;
  readonly fund?: MoneyFact;
  readonly calendar?: Ref;
  readonly policy?: Ref;
  readonly replaces?: Ref;
  readonly investment?: InvestmentFacts;
  readonly items: readonly ItemFacts[];
  readonly issues: readonly IssueFacts[];
  readonly reports: readonly ReportFacts[];
  readonly reviews: readonly ReviewFacts[];
  readonly fields: readonly OwnValueFacts[];
  readonly notes: readonly Text[];
  readonly links: readonly Text[];
  /** Something in its block does not count: it is not the language, or was stated before. Nobody knows what it would change. */
  readonly partlyRead?: true;
}

export interface InvestmentFacts {
  readonly total?: MoneyFact;
  readonly sources: readonly { readonly name: Name; readonly value: MoneyFact; readonly at: Span }[];
  readonly before?: MoneyFact;
  readonly years: readonly YearPlanFacts[];
  /** Every statement in the block could be read, so that sums may be judged. */
  readonly complete: boolean;
  readonly at: Span;
}

export interface YearPlanFacts {
  readonly year: number;
  readonly amount?: MoneyFact;
  readonly nodes: readonly InvestmentNode[];
  readonly complete: boolean;
  readonly at: Span;
}

/** A node of the year's plan: the amount of that quarter (1–4) or month (1–12), not cumulative. */
export interface InvestmentNode {
  readonly grain: 'quarter' | 'month';
  readonly index: number;
  readonly value: MoneyFact;
  readonly at: Span;
}

export type DependencyType = WordOf<'dependency'>;

export interface DependencyFacts {
  readonly target: Ref;
  readonly type: DependencyType;
  /** Signed: a lead is negative. */
  readonly lag?: { readonly sign: 1 | -1; readonly duration: Duration; readonly at: Span };
  readonly at: Span;
}

export interface ItemFacts extends Declared, Accountability {
  readonly kind: ItemKind;
  readonly due?: DateFact;
  readonly done?: DayFact;
  readonly after: readonly DependencyFacts[];
  readonly start?: DateFact;
  readonly finish?: DateFact;
  readonly duration?: DurationFact;
  readonly started?: DayFact;
  /** In the order of the text; as of a day the latest of that day or before holds, else the undated one. */
  readonly progress: readonly ProgressFact[];
  /** Of a task or an approval, in the order of the text. Spans may overlap. */
  readonly suspended: readonly SuspensionFact[];
  /** Of a task or an approval, where it is not its project's. */
  readonly calendar?: Ref;
  readonly remaining?: DurationFact;
  readonly weight?: PercentFact;
  readonly authority?: Ref;
  readonly evidence: readonly Text[];
  readonly revised: readonly RevisionFacts[];
  readonly fields: readonly OwnValueFacts[];
  readonly notes: readonly Text[];
  /** Nested items; an item that has some is a summary. */
  readonly items: readonly ItemFacts[];
  /** Members of which a statement, or a part of one, cannot be read, whatever else is stated by the same keyword. */
  readonly unread?: ReadonlySet<Keyword>;
}

/** On `day` the deadline was moved away from `from`. */
export interface RevisionFacts {
  readonly day: Day;
  readonly from?: DateFact;
  readonly by?: Ref;
  readonly why?: Text;
  readonly at: Span;
}

// ------------------------------------------------------------------------------------------------ problems, meetings, reports

export type IssueKind = WordOf<'difficulty'>;
/** Who has to solve it. */
export type EscalationLevel = WordOf<'escalation'>;

/** `title` is what is wrong. */
export interface IssueFacts extends Declared {
  readonly kind: 'issue';
  readonly type?: Choice<IssueKind>;
  readonly evidence: readonly Text[];
  readonly cause?: Text;
  readonly proposal?: Text;
  readonly raised?: DayFact;
  readonly due?: DateFact;
  readonly resolved?: DayFact;
  readonly owner?: Ref;
  readonly unit?: Ref;
  readonly leader?: Ref;
  readonly support: readonly Ref[];
  readonly revised: readonly RevisionFacts[];
  /** The projects in which an inspection found it. */
  readonly about: readonly Ref[];
  readonly escalated?: Choice<EscalationLevel>;
  readonly blocks: readonly Ref[];
  readonly tried: readonly DatedText[];
  readonly fields: readonly OwnValueFacts[];
}

export interface MeetingFacts extends Declared {
  readonly kind: 'meeting' | 'inspection';
  readonly date?: DayFact;
  /** Absent: the city. */
  readonly level?: Choice<WordOf<'level'>>;
  readonly place?: Text;
  readonly chair?: Ref;
  readonly attend: readonly Ref[];
  readonly absent: readonly Ref[];
  readonly recorder?: Ref;
  /** What was discussed. */
  readonly text?: Text;
  readonly agenda: readonly Ref[];
  readonly decisions: readonly DecisionFacts[];
  /** What an inspection found. */
  readonly issues: readonly IssueFacts[];
}

/** What issues stand in. */
export type IssueHolder = ProjectFacts | MeetingFacts;

export interface DecisionFacts {
  /** `会议.决定`; a decision without a name has its place in the meeting: `会议.#2`. */
  readonly id: string;
  readonly name?: Name;
  readonly text: Text;
  readonly about: readonly Ref[];
  readonly unit?: Ref;
  readonly owner?: Ref;
  readonly support: readonly Ref[];
  readonly supervisor?: Ref;
  /** As it stands on the slip. */
  readonly number?: Text;
  readonly due?: DateFact;
  readonly revised: readonly RevisionFacts[];
  readonly done?: DayFact;
  readonly evidence: readonly Text[];
  readonly feedback: readonly DatedText[];
  readonly stated: ReadonlySet<Keyword>;
  readonly at: Span;
  readonly keywordAt: Span;
}

export type Judgement = WordOf<'judgement'>;
export interface JudgementFact {
  readonly value: Judgement;
  readonly text?: Text;
  readonly at: Span;
}

export interface VerdictFact {
  readonly value: WordOf<'verdict'>;
  readonly text?: Text;
  readonly at: Span;
}

/** An amount of one source of money. */
export interface FundsFact {
  readonly source: Name;
  readonly value: MoneyFact;
  readonly at: Span;
}

export interface ReportFacts {
  readonly day: Day;
  /** Money from 1 January of `day`'s year to `day`. */
  readonly invested?: MoneyFact;
  /** Of all sources: what is stated without one. */
  readonly received?: MoneyFact;
  readonly paid?: MoneyFact;
  readonly receivedFrom: readonly FundsFact[];
  readonly paidFrom: readonly FundsFact[];
  readonly progress?: PercentFact;
  /** The reporter's own judgement. */
  readonly judged?: VerdictFact;
  readonly quality?: JudgementFact;
  readonly safety?: JudgementFact;
  readonly integrity?: JudgementFact;
  readonly text?: Text;
  readonly next?: Text;
  readonly reporter?: Ref;
  readonly at: Span;
}

export interface ReviewFacts {
  readonly half: DateFact;
  readonly reporter?: Ref;
  readonly date?: DayFact;
  readonly text?: Text;
  readonly at: Span;
}

// ------------------------------------------------------------------------------------------------ views and policies

export interface ViewFacts extends Declared {
  readonly kind: 'view';
  readonly where?: Expression;
  readonly group: readonly Name[];
  /** The field whose values stand side by side: a cross table with the groups. */
  readonly across?: Name;
  readonly sort: readonly { readonly field: Name; readonly descending: boolean }[];
  /** Each of a project. */
  readonly columns: readonly TitledExpression[];
  /** Each over projects. */
  readonly totals: readonly TitledExpression[];
  /** Only the groups are shown. */
  readonly withoutRows: boolean;
  readonly rank?: { readonly value: Expression; readonly descending: boolean };
  readonly against?: Moment;
}

/** A value, and what it is called. */
export interface TitledExpression {
  readonly value: Expression;
  readonly title?: Text;
}

export type Baseline = WordOf<'baseline'>;

export interface PolicyFacts extends Declared {
  readonly kind: 'policy';
  readonly every?: Choice<WordOf<'rhythm'>>;
  readonly baseline?: Choice<Baseline>;
  readonly factor?: PercentFact;
  readonly warn?: DurationFact;
  readonly lights: readonly LightFacts[];
  readonly escalate?: CountFact;
  readonly maxRevisions?: CountFact;
  readonly maxLoad?: CountFact;
  readonly require: readonly RequireFacts[];
  /** Some of what it states cannot be read, or does not count. */
  readonly partlyRead?: true;
}

export interface LightFacts {
  readonly name: Name;
  readonly red?: Expression;
  readonly yellow?: Expression;
  readonly at: Span;
}

export interface RequireFacts {
  readonly fields: readonly Name[];
  readonly condition?: Expression;
  readonly at: Span;
}

// ------------------------------------------------------------------------------------------------ a file

export type Declaration =
  | PortfolioFacts
  | CalendarFacts
  | PolicyFacts
  | OrgFacts
  | PersonFacts
  | TaxonomyFacts
  | OwnFieldFacts
  | ProjectFacts
  | MeetingFacts
  | ViewFacts;

/** Everything that has a name of its own and can be referred to. */
export type Entity = Declaration | ItemFacts | IssueFacts;

/** `// planwright-ignore CODE: reason` above a statement. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly at: Span;
  /** The text that is silenced: the statement that follows the comment. */
  readonly covers: Span;
}

/** What one file states. */
export interface FileFacts {
  readonly file: string;
  readonly declarations: readonly Declaration[];
  /** Every reference in the file, in the order of the text. */
  readonly refs: readonly Ref[];
  readonly ignores: readonly Ignore[];
  /** What could not be read, found by lexer, parser and lowering. */
  readonly findings: readonly Finding[];
  /** The vocabulary that its keywords are written in, by majority; undefined when there are none. */
  readonly vocabulary: Lang | undefined;
  /** Amounts that say that they are in yuan: `3亿元`, `¥500万`. */
  readonly inYuan: readonly Span[];
}

// ------------------------------------------------------------------------------------------------ findings

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Something to be told, before it is put into words: the rule with this code makes the message from `data`. */
export interface Finding {
  readonly code: string;
  readonly at: Span;
  readonly data: { readonly [key: string]: JsonValue };
  /** The id of the declaration that it is about. */
  readonly element?: string;
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly at: Span;
  readonly message: { readonly en: string; readonly zh: string };
}
