/** One project of the plan brought up to what a ledger says of it: what it does not say stays as it is, what happened is not rewritten. */
import { isNamed } from '../../analysis/expressions/own-fields.js';
import { type Day, formatDay } from '../../model/day.js';
import type { IssueFacts, MoneyFact, OwnValueFacts, ProjectFacts, Ref, ReportFacts, Text } from '../../model/facts.js';
import { type MoneyValue, moneyToRational, spellMoney } from '../../model/money.js';
import { dayPeriod, formatPeriod, type Period } from '../../model/period.js';
import { planYearOf, type YearBegins } from '../../model/plan-year.js';
import { cmp, fromDecimalString } from '../../model/rational.js';
import type { Span } from '../../model/span.js';
import { findName } from '../edits/issue-name.js';
import type { PlanEdits } from '../edits/plan-edits.js';
import type { OwnValue } from './own-values.js';
import type { DayMember, IssueRow, Remark, ReportPart, Statement } from './statements.js';
import { actualDays, ENDS, PlanWriter } from './write-plan.js';

export interface Change {
  readonly element: string;
  readonly cell: string;
  /** As the plan is written; undefined where it said nothing. */
  readonly before?: string;
  readonly now: string;
}

type Of<T extends Statement['type']> = Extract<Statement, { readonly type: T }>;

export class ProjectMerge {
  readonly changes: Change[] = [];
  readonly remarks: Remark[] = [];
  readonly #writer: PlanWriter;
  readonly #issues: Set<string>;
  #actual: ReadonlyMap<string, Day> = new Map();

  constructor(
    readonly project: ProjectFacts,
    readonly edits: PlanEdits,
    currency: string,
    /** On which day it is recorded that a deadline or stage is another. */
    readonly day: Day,
    readonly begins: YearBegins,
  ) {
    this.#writer = new PlanWriter(edits.file(project.at.file).vocabulary, currency);
    this.#issues = new Set(project.issues.map(({ name }) => name.text));
  }

  merge(statements: readonly Statement[]): void {
    this.#actual = actualDays(statements);
    for (const statement of statements) this.#one(statement);
    this.#investment(statements);
    this.#reports(statements.filter((each): each is Of<'report'> => each.type === 'report'));
  }

  #one(statement: Statement): void {
    const { project } = this;
    switch (statement.type) {
      case 'ref':
        this.#ref(statement);
        break;
      case 'text':
        this.#text(statement);
        break;
      case 'choice':
        this.#value(
          statement,
          project[statement.member],
          project[statement.member]?.value === statement.word,
          this.#writer.word(statement.word),
        );
        break;
      case 'stage': {
        const last = [...project.stages].sort((a, b) => (a.on?.day ?? 0) - (b.on?.day ?? 0)).at(-1);
        const { stage, on } = statement;
        if (last === undefined && !project.stated.has('stage')) this.#add(statement, this.#writer.stage(statement));
        else if (last !== undefined && last.stage !== stage) {
          // Each change of the stage is one more statement.
          this.#add(statement, this.#writer.stage({ stage, on: on ?? this.day }));
        } else if (last !== undefined && on !== undefined && last.on?.day !== on) {
          if (last.on === undefined) this.#replace(statement, last.at, this.#writer.stage(statement));
          else this.#past(statement, formatDay(last.on.day), formatDay(on));
        }
        break;
      }
      case 'period':
        if (project.period === undefined) {
          if (!project.stated.has('period'))
            for (const line of this.#writer.member(statement)) this.#add(statement, line);
        } else {
          this.#value(
            statement,
            project.period.from,
            samePeriod(project.period.from.period, statement.first),
            this.#writer.date(statement.first),
          );
          this.#value(
            statement,
            project.period.to,
            samePeriod(project.period.to.period, statement.last),
            this.#writer.date(statement.last),
          );
        }
        break;
      case 'day': {
        const there = this.#dayOf(statement.member);
        if (there === undefined) {
          if (!project.stated.has(statement.member))
            for (const line of this.#writer.member(statement)) this.#add(statement, line);
        } else if (there.day !== statement.day) this.#past(statement, formatDay(there.day), formatDay(statement.day));
        break;
      }
      case 'money':
        if (statement.member === 'fund') this.#money(statement, project.fund, 'fund');
        break;
      case 'milestone':
        this.#milestone(statement);
        break;
      case 'issue': {
        const known = project.issues.find(({ title }) => title?.text === statement.title);
        if (known !== undefined) {
          this.#knownIssue(statement, known);
          break;
        }
        this.#add(statement, this.#writer.issueNamed(statement, findName(this.#issues, this.#writer.lang)));
        break;
      }
      case 'team':
        this.#team(statement);
        break;
      case 'note':
        if (!project.notes.some(({ text }) => text === statement.text))
          this.#add(statement, `${this.#writer.word('note')} ${this.#writer.text(statement.text)}`);
        break;
      case 'target':
        this.#target(statement);
        break;
      case 'field':
        this.#field(statement);
        break;
      case 'own':
        this.#own(statement);
        break;
      case 'source':
      case 'year':
      case 'node':
      case 'report':
        break;
    }
  }

  // ------------------------------------------------------------------------------------------------ members

  #ref(statement: Of<'ref'>): void {
    const there: Ref | readonly Ref[] | undefined = this.project[statement.member];
    const refs = there === undefined ? [] : 'segments' in there ? [there] : there;
    const names = refs.map((ref) => ref.segments.map(({ text }) => text).join('.'));
    const missing = statement.names.filter((name) => !names.includes(name));
    if (missing.length === 0) return;
    const last = refs.at(-1);
    if (last === undefined) {
      if (!this.project.stated.has(statement.member))
        for (const line of this.#writer.member(statement)) this.#add(statement, line);
    } else if (there !== undefined && 'segments' in there)
      this.#replace(statement, last.at, this.#writer.names(missing));
    else this.#behind(statement, last.at, this.#writer.names(missing));
  }

  #text(statement: Of<'text'>): void {
    const { project } = this;
    const written = this.#writer.text(statement.text);
    const line = `${this.#writer.word(statement.member)} ${written}`;
    if (statement.member === 'alias' || statement.member === 'link') {
      const there: readonly Text[] = statement.member === 'alias' ? project.alias : project.links;
      if (
        there.some(({ text }) => text === statement.text) ||
        [project.name.text, project.title?.text].includes(statement.text)
      )
        return;
      const last = there.at(-1);
      if (last === undefined || statement.member === 'link') this.#add(statement, line);
      else this.#behind(statement, last.at, written);
      return;
    }
    const there = project[statement.member];
    if (there === undefined) {
      if (!project.stated.has(statement.member)) this.#add(statement, line);
    } else if (plain(there.text) !== plain(statement.text)) this.#replace(statement, there.at, written);
  }

  #dayOf(member: DayMember): { readonly day: Day } | undefined {
    const { admitted, removed, actualStart, actualFinish } = this.project;
    return { admitted, removed, 'actual-start': actualStart, 'actual-finish': actualFinish }[member];
  }

  /** Of a problem that the plan has: what it does not say yet. */
  #knownIssue(statement: Of<'issue'>, known: IssueFacts): void {
    const said = this.#writer.ofIssue(statement);
    const lines = said.filter(({ member }) => !known.stated.has(member));
    if (lines.length > 0) this.#into(statement, known.at, ...lines.map(({ line }) => line));
    const there = this.#writer.ofIssue(rowOf(known));
    for (const { member, line } of said) {
      const plan = there.find((each) => each.member === member)?.line;
      if (plan !== undefined && plain(plan) !== plain(line))
        this.#left(
          statement,
          `the plan says ${plan} of issue '${known.name.text}', the sheet ${line}: left as it is`,
          `问题“${known.name.text}”在计划中为 ${plan}，表中为 ${line}：未改动`,
        );
    }
  }

  #team(statement: Of<'team'>): void {
    const { team, stated } = this.project;
    if (team === undefined) {
      if (!stated.has('team')) this.#add(statement, this.#writer.team(statement));
      return;
    }
    const there = team.members.map((ref) => ref.segments.map(({ text }) => text).join('.'));
    const missing = statement.members.filter((name) => !there.includes(name));
    const text = statement.text ?? team.text?.text;
    if (missing.length === 0 && plain(text ?? '') === plain(team.text?.text ?? '')) return;
    const members = [...there, ...missing];
    this.#replace(statement, team.at, this.#writer.team({ ...(text === undefined ? {} : { text }), members }));
  }

  #target(statement: Of<'target'>): void {
    const there = this.project.targets.find(({ year }) => year === statement.year);
    if (there === undefined) for (const line of this.#writer.member(statement)) this.#add(statement, line);
    else if (plain(there.text.text) !== plain(statement.text))
      this.#replace(statement, there.text.at, this.#writer.text(statement.text));
  }

  #field(statement: Of<'field'>): void {
    const there = this.project.fields.find(({ field }) => isNamed(field, statement.field));
    const written = this.#writer.value(statement.value);
    if (there === undefined) this.#add(statement, ...this.#writer.member(statement));
    else if (!sameValue(there, statement.value)) this.#replace(statement, there.value.at, written);
  }

  /** A remark that names its column: another text of the same column takes its place. */
  #own(statement: Of<'own'>): void {
    const [line = ''] = this.#writer.member(statement);
    const text = readText(line);
    const colon = text.search(/[：:]/);
    const head = text.slice(0, colon + 1);
    const same = this.project.notes.find((note) => note.text === text);
    if (same !== undefined) return;
    const there = this.project.notes.filter((note) => head !== '' && note.text.startsWith(head));
    const [only, ...more] = there;
    if (only !== undefined && more.length === 0) this.#replace(statement, only.at, this.#writer.text(text));
    else this.#add(statement, line);
  }

  #milestone(statement: Of<'milestone'>): void {
    const item = this.project.items.find(({ name }) => name.text === statement.name);
    if (item === undefined) {
      if (!this.#bound(statement)) this.#add(statement, this.#writer.milestone(statement, this.#happened(statement)));
      return;
    }
    const { due } = item;
    if (due === undefined) {
      if (item.stated.has('due')) return;
      this.edits.into(item.at, `${this.#writer.word('due')} ${this.#writer.date(statement.due)}`);
      this.changes.push({ element: item.id, cell: statement.cell, now: this.#writer.date(statement.due) });
    } else if (!samePeriod(due.period, statement.due)) {
      if (item.stated.has('done')) {
        this.#past(statement, formatPeriod(due.period, this.#writer.lang), this.#writer.date(statement.due));
        return;
      }
      // A deadline does not move silently.
      const was = this.#writer.date(due.period);
      this.#replace(statement, due.at, this.#writer.date(statement.due), item.id);
      this.edits.into(
        item.at,
        `${this.#writer.word('revised')} ${this.#writer.date(dayPeriod(this.day))} ${this.#writer.word('from')} ${was}`,
      );
    }
  }

  /** A column of planned starts or completions alone says an end of the period that the plan has. */
  #bound(statement: Of<'milestone'>): boolean {
    const { period, stated } = this.project;
    if (ENDS.get(statement.name) === undefined || !stated.has('period')) return false;
    const end = statement.name === '开工' ? period?.from : period?.to;
    // 2026年1月 says no other than 2026-01-10.
    const agrees =
      end !== undefined && end.period.first >= statement.due.first && end.period.last <= statement.due.last;
    this.#value(statement, end, end === undefined || agrees, this.#writer.date(statement.due));
    return true;
  }

  /** Where it is known that what a milestone stands for has come to pass: it is not open then. */
  #happened({ name }: Of<'milestone'>): Day | undefined {
    const { actualStart, actualFinish } = this.project;
    const there = name === '开工' ? actualStart : name === '竣工' ? actualFinish : undefined;
    return there?.day ?? this.#actual.get(name);
  }

  // ------------------------------------------------------------------------------------------------ money

  #investment(statements: readonly Statement[]): void {
    const { investment } = this.project;
    const stated = statements.filter(
      (each) => (each.type === 'money' && each.member !== 'fund') || ['source', 'year', 'node'].includes(each.type),
    );
    const [first] = stated;
    if (first === undefined) return;
    if (investment === undefined) {
      if (this.project.stated.has('investment')) return;
      for (const block of this.#writer.investment(statements)) this.#add(first, ...this.#indented(block));
      return;
    }
    for (const statement of stated) {
      if (statement.type === 'money' && statement.member === 'total') {
        if (investment.total === undefined)
          this.#afterKeyword(statement, investment.at, this.#writer.money(statement.value));
        else this.#replaceMoney(statement, investment.total, statement.value);
      } else if (statement.type === 'money' && statement.member === 'before') {
        if (investment.before !== undefined) this.#replaceMoney(statement, investment.before, statement.value);
        else
          this.#into(statement, investment.at, `${this.#writer.word('before')} ${this.#writer.money(statement.value)}`);
      } else if (statement.type === 'source') {
        const there = investment.sources.find(({ name }) => name.text === statement.name);
        if (there !== undefined) this.#replaceMoney(statement, there.value, statement.value);
        else
          this.#into(
            statement,
            investment.at,
            `${this.#writer.word('source')} ${this.#writer.name(statement.name)} ${this.#writer.money(statement.value)}`,
          );
      } else if (statement.type === 'year') {
        const there = investment.years.find(({ year }) => year === statement.year);
        if (there?.amount !== undefined) this.#replaceMoney(statement, there.amount, statement.value);
        else if (there === undefined)
          this.#into(statement, investment.at, this.#writer.year(statement.year, statements));
      } else if (statement.type === 'node') {
        const year = investment.years.find((each) => each.year === statement.year);
        const there = year?.nodes.find(
          (node) => `${node.grain === 'quarter' ? 'Q' : 'M'}${node.index}` === statement.node,
        );
        const line = `${this.#writer.word(statement.node)} ${this.#writer.money(statement.value)}`;
        if (there !== undefined) this.#replaceMoney(statement, there.value, statement.value);
        else if (year !== undefined) this.#into(statement, year.at, line);
        else if (!statements.some((each) => each.type === 'year' && each.year === statement.year)) {
          this.#left(
            statement,
            `the plan has no amounts of ${statement.year}`,
            `计划中没有 ${statement.year} 年的金额`,
          );
        }
      }
    }
  }

  #money(statement: Statement & { readonly value: MoneyValue }, there: MoneyFact | undefined, member: 'fund'): void {
    if (there !== undefined) this.#replaceMoney(statement, there, statement.value);
    else if (!this.project.stated.has(member))
      this.#add(statement, `${this.#writer.word(member)} ${this.#writer.money(statement.value)}`);
  }

  #replaceMoney(statement: Statement, there: MoneyFact, value: MoneyValue): void {
    if (there.value.amount === value.amount && there.value.tolerance === value.tolerance) return;
    this.#replace(statement, there.at, this.#writer.money(value));
  }

  // ------------------------------------------------------------------------------------------------ reports

  #reports(statements: readonly Of<'report'>[]): void {
    for (const day of [...new Set(statements.map((each) => each.day))].sort((a, b) => a - b)) {
      const parts = statements.filter((each) => each.day === day).filter((each) => this.#holds(each));
      const there = this.project.reports.find((report) => report.day === day);
      if (there === undefined) {
        const [first] = parts;
        if (first === undefined) continue;
        const unit = this.edits.file(this.project.at.file).unit;
        const lines = [
          `${this.#writer.word('report')} ${this.#writer.date(dayPeriod(day))} {`,
          ...parts.map(({ part }) => `${unit}${this.#writer.reported(part)}`),
          '}',
        ];
        this.#add(first, ...lines);
      } else {
        for (const statement of parts) {
          const said = reported(there, statement.part);
          if (said === 'same') continue;
          if (said === 'other') this.#past(statement, formatDay(day), this.#writer.reported(statement.part));
          else this.#into(statement, there.at, this.#writer.reported(statement.part));
        }
      }
    }
  }

  /** A year's amounts do not fall, neither after what was reported before nor before what was reported after. */
  #holds(statement: Of<'report'>): boolean {
    const { part, day } = statement;
    if (!('value' in part)) return true;
    const other = this.project.reports.find((report) => {
      const fact = report[part.member];
      const isSameYear = planYearOf(report.day, this.begins) === planYearOf(day, this.begins);
      if (fact === undefined || report.day === day || !isSameYear) return false;
      return report.day < day ? fact.value.amount > part.value.amount : fact.value.amount < part.value.amount;
    });
    if (other === undefined) return true;
    const was = other[part.member]?.value;
    this.#past(
      statement,
      `${formatDay(other.day)} ${was === undefined ? '' : spellMoney(was, this.#writer.lang)}`,
      `${formatDay(day)} ${this.#writer.money(part.value)}`,
    );
    return false;
  }

  // ------------------------------------------------------------------------------------------------ edits

  #value(statement: Statement, there: { readonly at: Span } | undefined, isSame: boolean, written: string): void {
    if (there !== undefined) {
      if (!isSame) this.#replace(statement, there.at, written);
    } else if ('member' in statement && !this.project.stated.has(statement.member as 'level')) {
      for (const line of this.#writer.member(statement)) this.#add(statement, line);
    }
  }

  #add(statement: Statement, ...lines: readonly string[]): void {
    this.#into(statement, this.project.at, ...lines);
  }

  #into(statement: Statement, at: Span, ...lines: readonly string[]): void {
    this.edits.into(at, ...lines);
    this.changes.push({
      element: this.project.id,
      cell: statement.cell,
      now: lines.map((line) => line.trim()).join(' '),
    });
  }

  #replace(statement: Statement, at: Span, now: string, element = this.project.id): void {
    const before = this.edits.file(at.file).slice(at);
    this.edits.replace(at, now);
    this.changes.push({ element, cell: statement.cell, before, now });
  }

  #behind(statement: Statement, at: Span, now: string): void {
    this.edits.append(at, `${this.edits.file(at.file).separator}${now}`);
    this.changes.push({ element: this.project.id, cell: statement.cell, now });
  }

  #afterKeyword(statement: Statement, at: Span, now: string): void {
    const text = this.edits.file(at.file).slice(at);
    const end = at.start + (/^[^\s{｛]+/.exec(text)?.[0].length ?? 0);
    this.edits.append({ ...at, end }, ` ${now}`);
    this.changes.push({ element: this.project.id, cell: statement.cell, now });
  }

  #indented(block: string): readonly string[] {
    const { unit } = this.edits.file(this.project.at.file);
    const lines = block.split('\n');
    return lines.map((line, index) => (index === 0 || index === lines.length - 1 ? line : `${unit}${line}`));
  }

  #past(statement: Statement, was: string, now: string): void {
    this.#left(
      statement,
      `the plan says ${was}, the sheet ${now}: what happened is not rewritten`,
      `计划中为 ${was}，表中为 ${now}：已发生的事实不改写`,
    );
  }

  #left(statement: Statement, en: string, zh: string): void {
    this.remarks.push({
      severity: 'warning',
      cell: statement.cell,
      message: { en: `${this.project.id}: ${en}`, zh: `${this.project.id}：${zh}` },
    });
  }
}

/** However it is written: 1,200 and 1200, 2026.6 and 2026年6月 are the same. */
function sameValue({ value: there }: OwnValueFacts, value: OwnValue): boolean {
  if (there.type === 'text') return value.type === 'text' && plain(there.text.text) === plain(value.text);
  if (there.type === 'choice') return value.type === 'choice' && there.name.text === value.name;
  const literal = there.value;
  switch (value.type) {
    case 'text':
      return literal.type === 'text' && plain(literal.value) === plain(value.text);
    case 'number':
    case 'percent': {
      const figure = fromDecimalString(value.digits.replace('%', ''));
      if (figure === undefined) return false;
      // 2026 alone is read as a year.
      if (literal.type === 'date') return formatPeriod(literal.value, 'en') === value.digits;
      return (literal.type === 'number' || literal.type === 'percent') && cmp(literal.value, figure.value) === 0;
    }
    case 'money':
      if (literal.type === 'money')
        return literal.value.amount === value.value.amount && literal.value.tolerance === value.value.tolerance;
      return (
        literal.type === 'number' &&
        value.value.tolerance === 0n &&
        cmp(literal.value, moneyToRational(value.value.amount)) === 0
      );
    case 'date':
      return literal.type === 'date' && samePeriod(literal.value, value.period);
    case 'choice':
      return false;
  }
}

function samePeriod(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text in a line that was written: `备注 "x"`. */
function readText(line: string): string {
  const literal = line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'));
  return literal.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

function reported(report: ReportFacts, part: ReportPart): 'same' | 'other' | 'nothing' {
  if ('value' in part) {
    const there = report[part.member];
    return there === undefined ? 'nothing' : there.value.amount === part.value.amount ? 'same' : 'other';
  }
  if ('percent' in part) {
    const figure = fromDecimalString(part.percent.replace('%', ''));
    if (report.progress === undefined || figure === undefined) return 'nothing';
    return cmp(report.progress.value, figure.value) === 0 ? 'same' : 'other';
  }
  const there = report[part.member];
  return there === undefined ? 'nothing' : plain(there.text) === plain(part.text) ? 'same' : 'other';
}

/** A problem of the plan, as a ledger would say it. */
function rowOf({ title, name, type, cause, proposal, raised, due }: IssueFacts): IssueRow {
  return {
    title: title?.text ?? name.text,
    ...(type === undefined ? {} : { kind: type.value }),
    ...(cause === undefined ? {} : { cause: cause.text }),
    ...(proposal === undefined ? {} : { proposal: proposal.text }),
    ...(raised === undefined ? {} : { raised: raised.day }),
    ...(due === undefined ? {} : { due: due.period }),
  };
}
