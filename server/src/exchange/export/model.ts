/** The whole model for programs: every declaration with every statement, the same table that comparisons read. */
import type { Analysis } from '../../analysis/analysis.js';
import {
  DECISION,
  ISSUE,
  MEETING,
  ORG,
  PERSON,
  REPORT,
  REVIEW,
  TAXONOMY,
} from '../../analysis/changes/other-statements.js';
import { ITEM, PROJECT } from '../../analysis/changes/project-statements.js';
import { stated, valueAsJson } from '../../analysis/changes/stated-value.js';
import { type Side, type Statement, statementsOf } from '../../analysis/changes/statements.js';
import { currencyOf } from '../../analysis/message-values.js';
import { formatDay } from '../../model/day.js';
import type {
  DateFact,
  DecisionFacts,
  Declaration,
  Declared,
  IssueFacts,
  ItemFacts,
  JsonValue,
  ReportFacts,
  ReviewFacts,
} from '../../model/facts.js';
import { formatPeriod } from '../../model/period.js';
import type { Span } from '../../model/span.js';

export interface ModelOptions {
  /** Where something stands, for people: lines and columns from 1. */
  readonly locate: (at: Span) => JsonValue;
  readonly textOf: (at: Span) => string;
}

type Json = { readonly [key: string]: JsonValue };

export function modelOf(analysis: Analysis, options: ModelOptions): Json {
  const writer = new ModelWriter({ plan: analysis.plan, identity: ({ id }) => id }, options);
  return {
    version: 1,
    statusDate: formatDay(analysis.status),
    currency: currencyOf(analysis),
    declarations: analysis.plan
      .files()
      .flatMap(({ declarations }) => declarations.map((each) => writer.declaration(each))),
  };
}

class ModelWriter {
  constructor(
    private readonly side: Side,
    private readonly options: ModelOptions,
  ) {}

  declaration(declaration: Declaration): Json {
    switch (declaration.kind) {
      case 'project':
        return {
          ...this.#declared(declaration, statementsOf(PROJECT, declaration, this.side)),
          items: declaration.items.map((item) => this.#item(item)),
          issues: declaration.issues.map((issue) => this.#issue(issue)),
          reports: declaration.reports.map((report) => this.#report(report)),
          reviews: declaration.reviews.map((review) => this.#review(review)),
        };
      case 'meeting':
      case 'inspection':
        return {
          ...this.#declared(declaration, statementsOf(MEETING, declaration, this.side)),
          issues: declaration.issues.map((issue) => this.#issue(issue)),
          decisions: declaration.decisions.map((decision) => this.#decision(decision)),
        };
      case 'org':
        return {
          ...this.#declared(declaration, statementsOf(ORG, declaration, this.side)),
          reviews: declaration.reviews.map((review) => this.#review(review)),
        };
      case 'person':
        return this.#declared(declaration, statementsOf(PERSON, declaration, this.side));
      case 'category':
      case 'area':
      case 'batch':
      case 'tag':
        return this.#declared(declaration, statementsOf(TAXONOMY, declaration, this.side));
      default:
        // What holds expressions is given as it is written.
        return { ...this.#declared(declaration, []), source: this.options.textOf(declaration.at) };
    }
  }

  #declared(
    of: Omit<Declared, 'keywordAt' | 'stated'> & { readonly kind: string },
    statements: readonly Statement[],
  ): Json {
    return {
      kind: of.kind,
      id: of.id,
      name: of.name.text,
      title: of.title?.text ?? null,
      doc: of.doc ?? null,
      place: { file: of.at.file, range: this.options.locate(of.at) },
      statements: this.#statements(statements),
    };
  }

  #statements(statements: readonly Statement[]): JsonValue {
    return statements.map(({ member, of, value }) => ({
      member,
      of: of === undefined ? null : valueAsJson(of),
      value: valueAsJson(value),
    }));
  }

  /** With the deadline, which is compared for itself and stands in no table of statements. */
  #due(due: DateFact | undefined): Json {
    return { due: due === undefined ? null : valueAsJson(stated.date(due)) };
  }

  #item(item: ItemFacts): Json {
    return {
      ...this.#declared(item, statementsOf(ITEM, item, this.side)),
      ...this.#due(item.due),
      items: item.items.map((inner) => this.#item(inner)),
    };
  }

  #issue(issue: IssueFacts): Json {
    return { ...this.#declared(issue, statementsOf(ISSUE, issue, this.side)), ...this.#due(issue.due) };
  }

  #decision(decision: DecisionFacts): Json {
    const { id, name, text, due, at } = decision;
    return {
      id,
      name: name?.text ?? null,
      text: text.text,
      place: { file: at.file, range: this.options.locate(at) },
      ...this.#due(due),
      statements: this.#statements(statementsOf(DECISION, decision, this.side)),
    };
  }

  #report(report: ReportFacts): Json {
    return { day: formatDay(report.day), statements: this.#statements(statementsOf(REPORT, report, this.side)) };
  }

  #review(review: ReviewFacts): Json {
    return {
      half: formatPeriod(review.half.period, 'en'),
      statements: this.#statements(statementsOf(REVIEW, review, this.side)),
    };
  }
}
