/** What a ledger says of projects, before it is plan text: statements with the cells that they come from. */

import type { FieldType } from '../../../../grammar/field-words.js';
import type { Keyword } from '../../../../grammar/keywords.js';
import type { WordOf } from '../../../../grammar/words.js';
import type { Day } from '../../model/day.js';
import type { StageName } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { MoneyValue } from '../../model/money.js';
import type { Period } from '../../model/period.js';
import type { OwnCell, OwnValue } from './own-values.js';

export type RefMember = 'category' | 'area' | 'batch' | 'tag' | 'leader' | 'unit' | 'owner' | 'support' | 'supervisor';
export type NamedKind = 'category' | 'area' | 'batch' | 'tag' | 'org' | 'person';

interface From {
  /** `Sheet!C7`. */
  readonly cell: string;
  /** The head of its column and the cell as it was written. */
  readonly head: string;
  readonly written: string;
}

export type Statement = From &
  (
    | { readonly type: 'ref'; readonly member: RefMember; readonly names: readonly string[] }
    | { readonly type: 'text'; readonly member: 'scope' | 'scheme' | 'alias' | 'link'; readonly text: string }
    | { readonly type: 'team'; readonly text?: string; readonly members: readonly string[] }
    | { readonly type: 'choice'; readonly member: 'level' | 'priority'; readonly word: Keyword }
    | { readonly type: 'stage'; readonly stage: StageName; readonly on?: Day }
    | { readonly type: 'period'; readonly first: Period; readonly last: Period }
    | { readonly type: 'day'; readonly member: DayMember; readonly day: Day; readonly text?: string }
    | { readonly type: 'money'; readonly member: 'fund' | 'total' | 'before'; readonly value: MoneyValue }
    | { readonly type: 'source'; readonly name: string; readonly value: MoneyValue }
    | { readonly type: 'year'; readonly year: number; readonly value: MoneyValue }
    | { readonly type: 'node'; readonly year: number; readonly node: Keyword; readonly value: MoneyValue }
    | { readonly type: 'report'; readonly day: Day; readonly part: ReportPart }
    | { readonly type: 'milestone'; readonly name: string; readonly due: Period }
    | ({ readonly type: 'issue' } & IssueRow)
    | { readonly type: 'target'; readonly year: number; readonly text: string }
    /** What the office keeps and the language has no word for: what it is then is settled over all rows. */
    | {
        readonly type: 'field';
        /** By which its columns are told apart from others. */
        readonly column: string;
        /** Its head, of which its name is made. */
        readonly called: string;
        readonly raw: OwnCell;
        readonly field: string;
        readonly value: OwnValue;
      }
    /** What is no value of its column, kept word for word. */
    | { readonly type: 'own'; readonly text: string }
    | { readonly type: 'note'; readonly text: string }
  );

export type DayMember = 'admitted' | 'removed' | 'actual-start' | 'actual-finish';

/** A problem, and what other columns say of it. */
export interface IssueRow {
  readonly title: string;
  readonly kind?: WordOf<'difficulty'>;
  readonly cause?: string;
  readonly proposal?: string;
  readonly raised?: Day;
  readonly due?: Period;
}

export type ReportPart =
  | { readonly member: 'invested' | 'received' | 'paid'; readonly value: MoneyValue }
  | { readonly member: 'progress'; readonly percent: string }
  | { readonly member: 'text' | 'next'; readonly text: string };

/** A field that the ledger has and the language does not. */
export interface OwnField {
  readonly column: string;
  readonly name: string;
  readonly title?: string;
  readonly type: FieldType;
  readonly unit?: string;
  readonly choices: readonly string[];
  /** The plan declares it. */
  readonly isDeclared: boolean;
}

export interface LedgerProject {
  /** The name in the plan: the code of the sheet, else what the project is called. */
  readonly id: string;
  /** What it is called, where its name is a code. */
  readonly title?: string;
  /** Where it stands first. */
  readonly cell: string;
  readonly statements: readonly Statement[];
}

/** A name that projects refer to, and what the ledger says of it. */
export interface Named {
  readonly kind: NamedKind;
  readonly name: string;
  /** Of its own kind; of a person the unit. */
  readonly in?: string;
  readonly post?: string;
  readonly phone?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** What could not be placed, or was read in a way that one may want to know of. */
export interface Remark {
  readonly severity: Severity;
  readonly cell: string;
  readonly message: Bilingual;
  /** What the caller could say to have it placed; `plain`: the message without the option of the command that says it. */
  readonly needs?: { readonly what: 'unit' | 'day' | 'rows'; readonly plain: Bilingual };
}

/** A breakdown that was published: figures by the entries of a taxonomy, and of the whole. */
export interface Figures {
  readonly by: 'area' | 'category';
  readonly rows: readonly FigureRow[];
  readonly whole?: FigureRow;
}

export interface FigureRow {
  readonly name: string;
  readonly count?: string;
  readonly total?: MoneyValue;
  readonly plan?: MoneyValue;
}

export interface Ledger {
  readonly title?: string;
  readonly year?: number;
  readonly currency?: string;
  /** The unit that the sheet says it was put together by. */
  readonly compiler?: string;
  readonly projects: readonly LedgerProject[];
  readonly named: readonly Named[];
  readonly fields: readonly OwnField[];
  readonly figures?: Figures;
}
