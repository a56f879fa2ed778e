/** A ledger as plan text, in one vocabulary and in the canonical layout. */
import { FIELD_TYPES } from '../../../../grammar/field-words.js';
import { type Keyword, keywordOf, spelling } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { StageName } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import type { Lang } from '../../model/lang.js';
import { type MoneyValue, spellMoney } from '../../model/money.js';
import { dayPeriod, formatPeriod, type Period, yearPeriod } from '../../model/period.js';
import { isPlainName } from '../../syntax/letters.js';
import { readPlan } from '../../syntax/read-plan.js';
import { oneLine } from './cell-text.js';
import type { OwnValue } from './own-values.js';
import type {
  Figures,
  IssueRow,
  Ledger,
  LedgerProject,
  Named,
  NamedKind,
  OwnField,
  ReportPart,
  Statement,
} from './statements.js';

export interface PlanOptions {
  readonly lang: Lang;
  /** The name of the portfolio to declare; none where the plan has one. */
  readonly portfolio?: string | undefined;
  /** What the plan declares already. */
  readonly isDeclared?: ((kind: NamedKind, name: string) => boolean) | undefined;
}

export function writePlan(ledger: Ledger, options: PlanOptions): string {
  const writer = new PlanWriter(options.lang, ledger.currency ?? 'CNY');
  const isNew = ({ kind, name }: Named) => options.isDeclared?.(kind, name) !== true;
  const blocks = [
    ...(options.portfolio === undefined ? [] : [writer.portfolio(options.portfolio, ledger)]),
    writer.declarations(ledger.named.filter(isNew)),
    ...(ledger.figures === undefined
      ? []
      : [
          writer.declarations(
            ledger.figures.rows.map(({ name }) => ({ kind: ledger.figures?.by ?? 'category', name })),
          ),
        ]),
    writer.fields(ledger.fields),
    ...ledger.projects.map((project) => writer.project(project)),
  ];
  return `${blocks
    .filter((block) => block !== '')
    .map(indented)
    .join('\n\n')}\n`;
}

/**
 * In the canonical layout: all that it asks of lines that are written as they are here is their indentation. Nothing is
 * read again, which would take longer than all else. Texts have no line ends in them, and no line opens a block but at
 * its end.
 */
export function indented(block: string): string {
  let depth = 0;
  return block
    .split('\n')
    .map((line) => {
      if (line === '}') depth--;
      const text = `${'  '.repeat(depth)}${line}`;
      if (line.endsWith('{')) depth++;
      return text;
    })
    .join('\n');
}

/** The spellings of one vocabulary. */
export class PlanWriter {
  constructor(
    readonly lang: Lang,
    readonly currency: string,
  ) {}

  word(keyword: Keyword): string {
    return spelling(keyword, this.lang);
  }

  /** In backquotes where it would be no name, or a keyword. */
  name(name: string): string {
    const isPlain = isPlainName(name) && keywordOf(name) === undefined && toHalfWidth(name) === name;
    return isPlain ? name : `\`${name}\``;
  }

  /** 竣工 is a stage and may be the name of a milestone all the same. */
  milestoneName(name: string): string {
    if (!isPlainName(name) || keywordOf(name) === undefined) return this.name(name);
    return readPlan('', `project P { milestone ${name} due 2026-01-01 }`).findings.length === 0
      ? name
      : this.name(name);
  }

  names(names: readonly string[]): string {
    return names.map((name) => this.name(name)).join(this.lang === 'zh' ? '、' : ', ');
  }

  text(text: string): string {
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\n/g, '\\n')}"`;
  }

  date(period: Period): string {
    return formatPeriod(period, this.lang);
  }

  /** 元 is said of yuan only. */
  money(value: MoneyValue): string {
    return spellMoney(value, this.currency === 'CNY' ? this.lang : 'en');
  }

  // ------------------------------------------------------------------------------------------------ declarations

  portfolio(name: string, { year, currency, compiler, figures }: Ledger): string {
    const members = [
      ...(year === undefined ? [] : [`${this.word('year')} ${this.date(yearPeriod(year))}`]),
      ...(currency === undefined || currency === 'CNY' ? [] : [`${this.word('currency')} ${currency}`]),
      ...(compiler === undefined ? [] : [`${this.word('compiler')} ${this.name(compiler)}`]),
      ...(figures === undefined ? [] : this.#expectations(figures)),
    ];
    const head = `${this.word('portfolio')} ${this.name(name)}`;
    return members.length === 0 ? head : `${head} {\n${members.join('\n')}\n}`;
  }

  #expectations({ by, rows, whole }: Figures): readonly string[] {
    const words =
      this.lang === 'zh'
        ? {
            count: '项目数',
            total: '总投资',
            plan: '年度计划',
            sum: '求和',
            per: '按',
            partition: '互斥',
            overlap: '可重叠',
            by: { area: '地区', category: '类别' },
          }
        : {
            count: 'count',
            total: 'total',
            plan: 'plan',
            sum: 'sum',
            per: 'per',
            partition: 'partition',
            overlap: 'overlap',
            by: { area: 'area', category: 'category' },
          };
    const expect = this.word('expect');
    const of = ({ name, count, total, plan }: Figures['rows'][number]): string =>
      [
        ...(count === undefined ? [] : [`${words.count} ${count}`]),
        ...(total === undefined ? [] : [`${words.total} ${this.money(total)}`]),
        ...(plan === undefined ? [] : [`${words.plan} ${this.money(plan)}`]),
      ]
        .join(this.lang === 'zh' ? '、' : ', ')
        .replace(/^/, `${this.name(name)} `);
    const stated = rows.filter(({ count, total, plan }) => [count, total, plan].some((figure) => figure !== undefined));
    return [
      ...(whole?.count === undefined ? [] : [`${expect} ${words.count}() = ${whole.count}`]),
      ...(whole?.total === undefined ? [] : [`${expect} ${words.sum}(${words.total}) ~= ${this.money(whole.total)}`]),
      ...(whole?.plan === undefined ? [] : [`${expect} ${words.sum}(${words.plan}) ~= ${this.money(whole.plan)}`]),
      ...(stated.length === 0
        ? []
        : [
            `${expect} ${words.per} ${words.by[by]} ${addsUp(rows, whole) ? words.partition : words.overlap} {\n${stated.map(of).join('\n')}\n}`,
          ]),
    ];
  }

  declarations(named: readonly Named[]): string {
    const kinds: readonly NamedKind[] = ['category', 'area', 'batch', 'tag', 'org', 'person'];
    return kinds
      .map((kind) =>
        named
          .filter((each) => each.kind === kind)
          .map((each) => this.declaration(each))
          .join('\n'),
      )
      .filter((block) => block !== '')
      .join('\n\n');
  }

  declaration({ kind, name, in: parent, post, phone }: Named): string {
    const members = [
      ...(parent === undefined ? [] : [`${this.word(kind === 'person' ? 'org' : 'in')} ${this.name(parent)}`]),
      ...(post === undefined ? [] : [`${this.word('title')} ${this.text(post)}`]),
      ...(phone === undefined ? [] : [`${this.word('phone')} ${this.text(phone)}`]),
    ];
    const head = `${this.word(kind)} ${this.name(name)}`;
    return members.length === 0 ? head : `${head} { ${members.join('  ')} }`;
  }

  /** Choices stand apart as the formatter has them, in both languages. */
  choices(names: readonly string[]): string {
    return names.map((name) => this.name(name)).join(', ');
  }

  fields(fields: readonly OwnField[]): string {
    return fields
      .filter(({ isDeclared }) => !isDeclared)
      .map((field) => this.field(field))
      .join('\n');
  }

  field({ name, title, type, unit, choices }: OwnField): string {
    const members = [
      ...(unit === undefined ? [] : [`${this.lang === 'zh' ? '计量' : this.word('unit')} ${this.text(unit)}`]),
      ...(choices.length === 0 ? [] : [`${this.word('choices')} ${this.choices(choices)}`]),
    ];
    const head = `${this.word('field')} ${this.name(name)} ${FIELD_TYPES[type][this.lang]}${title === undefined ? '' : ` ${this.text(title)}`}`;
    return members.length === 0 ? head : `${head} { ${members.join('  ')} }`;
  }

  // ------------------------------------------------------------------------------------------------ projects

  project({ id, title, statements }: LedgerProject): string {
    const head = `${this.word('project')} ${this.name(id)}${title === undefined ? '' : ` ${this.text(title)}`}`;
    const lines = this.members(statements);
    return lines.length === 0 ? head : `${head} {\n${lines.join('\n')}\n}`;
  }

  /** A project by itself, in the canonical layout. */
  laidOut(project: LedgerProject): string {
    return indented(this.project(project));
  }

  /** The members of a project, one a line or block, in the order of a project's page. */
  members(statements: readonly Statement[]): readonly string[] {
    const investment = this.investment(statements);
    const of = <T extends Statement['type']>(...types: readonly T[]) =>
      statements.filter((each): each is Extract<Statement, { type: T }> => types.some((type) => type === each.type));
    const actual = actualDays(statements);
    const head = of('ref', 'choice', 'stage', 'period', 'day', 'text', 'team').sort((a, b) => rank(a) - rank(b));
    return [
      ...this.aliases(head),
      ...head.filter((each) => rank(each) < AFTER_MONEY && rank(each) > 0).flatMap((each) => this.member(each)),
      ...of('target').flatMap((each) => this.member(each)),
      ...of('money').flatMap((each) => this.member(each)),
      ...investment,
      ...of('milestone').map((each) => this.milestone(each, actual.get(each.name))),
      ...of('issue').map((each, index) => this.issue(each, index + 1)),
      ...this.reports(of('report')),
      ...of('field').flatMap((each) => this.member(each)),
      ...of('note', 'own').flatMap((each) => this.member(each)),
      ...head.filter((each) => rank(each) >= AFTER_MONEY).flatMap((each) => this.member(each)),
    ];
  }

  aliases(statements: readonly Statement[]): readonly string[] {
    const texts = statements.flatMap((each) =>
      each.type === 'text' && each.member === 'alias' ? [this.text(each.text)] : [],
    );
    return texts.length === 0 ? [] : [`${this.word('alias')} ${[...new Set(texts)].join(', ')}`];
  }

  /** A statement that is a member of a project by itself. */
  member(statement: Statement): readonly string[] {
    switch (statement.type) {
      case 'ref':
        return [`${this.word(statement.member)} ${this.names(statement.names)}`];
      case 'text':
        return [`${this.word(statement.member)} ${this.text(statement.text)}`];
      case 'choice':
        return [`${this.word(statement.member)} ${this.word(statement.word)}`];
      case 'stage':
        return [this.stage(statement)];
      case 'team':
        return [this.team(statement)];
      case 'period':
        return [
          `${this.word('period')} ${this.date(statement.first)} ${this.lang === 'zh' ? '至' : '..'} ${this.date(statement.last)}`,
        ];
      case 'day':
        return [
          `${this.word(statement.member)} ${this.date(dayPeriod(statement.day))}${statement.text === undefined ? '' : ` ${this.text(statement.text)}`}`,
        ];
      case 'money':
        return statement.member === 'fund' ? [`${this.word('fund')} ${this.money(statement.value)}`] : [];
      case 'milestone':
        return [this.milestone(statement)];
      case 'target':
        return [`${this.word('target')} ${this.date(yearPeriod(statement.year))} ${this.text(statement.text)}`];
      case 'field':
        return [`${this.word('field')} ${this.name(statement.field)} ${this.value(statement.value)}`];
      case 'own':
        return this.own(statement.head, statement.text);
      case 'note':
        return [`${this.word('note')} ${this.text(statement.text)}`];
      case 'issue':
      case 'report':
      case 'source':
      case 'year':
      case 'node':
        return [];
    }
  }

  /** `done`: the day on which it was reached, where that is known. */
  milestone({ name, due }: Extract<Statement, { type: 'milestone' }>, done?: Day): string {
    const reached = done === undefined ? '' : ` ${this.word('done')} ${this.date(dayPeriod(done))}`;
    return `${this.word('milestone')} ${this.milestoneName(name)} ${this.word('due')} ${this.date(due)}${reached}`;
  }

  /** A value of an own field. */
  value(value: OwnValue): string {
    switch (value.type) {
      case 'text':
        return this.text(value.text);
      case 'number':
      case 'percent':
        return value.digits;
      case 'money':
        return this.money(value.value);
      case 'date':
        return this.date(value.period);
      case 'choice':
        return this.name(value.name);
    }
  }

  /** What is no value of its column: a remark that names it. */
  own(head: string, text: string): readonly string[] {
    return [`${this.word('note')} ${this.text(`${noteHead(head)}${text}`)}`];
  }

  investment(statements: readonly Statement[]): readonly string[] {
    const total = statements.find((each) => each.type === 'money' && each.member === 'total');
    const before = statements.find((each) => each.type === 'money' && each.member === 'before');
    const sources = statements.filter((each) => each.type === 'source');
    const years = [
      ...new Set(statements.flatMap((each) => (each.type === 'year' || each.type === 'node' ? [each.year] : []))),
    ].sort();
    const members = [
      ...sources.map(({ name, value }) => `${this.word('source')} ${this.name(name)} ${this.money(value)}`),
      ...(before?.type === 'money' ? [`${this.word('before')} ${this.money(before.value)}`] : []),
      ...years.map((year) => this.year(year, statements)),
    ];
    const amount = total?.type === 'money' ? ` ${this.money(total.value)}` : '';
    if (amount === '' && members.length === 0) return [];
    const head = `${this.word('investment')}${amount}`;
    return [members.length === 0 ? head : `${head} {\n${members.join('\n')}\n}`];
  }

  year(year: number, statements: readonly Statement[]): string {
    const amount = statements.find((each) => each.type === 'year' && each.year === year);
    const nodes = statements.filter((each) => each.type === 'node').filter((each) => each.year === year);
    const head = `${this.word('year')} ${this.date(yearPeriod(year))}${amount?.type === 'year' ? ` ${this.money(amount.value)}` : ''}`;
    const inner = nodes.map(({ node, value }) => `${this.word(node)} ${this.money(value)}`);
    return inner.length === 0 ? head : `${head} { ${inner.join('  ')} }`;
  }

  stage({ stage, on }: { readonly stage: StageName; readonly on?: Day }): string {
    const since = on === undefined ? '' : ` ${this.word('on')} ${this.date(dayPeriod(on))}`;
    return `${this.word('stage')} ${this.word(stage)}${since}`;
  }

  team({ text, members }: { readonly text?: string; readonly members: readonly string[] }): string {
    const named = text === undefined ? '' : ` ${this.text(text)}`;
    return `${this.word('team')}${named}${members.length === 0 ? '' : ` { ${this.names(members)} }`}`;
  }

  issue(issue: IssueRow, number: number): string {
    return this.issueNamed(issue, `${this.lang === 'zh' ? '问题' : 'issue'}${number}`);
  }

  issueNamed(issue: IssueRow, name: string): string {
    const head = `${this.word('issue')} ${name} ${this.text(issue.title)}`;
    const members = this.ofIssue(issue).map(({ line }) => line);
    return members.length === 0 ? head : `${head} { ${members.join('  ')} }`;
  }

  /** What is said of a problem, and by which member. */
  ofIssue({
    kind,
    cause,
    proposal,
    raised,
    due,
  }: IssueRow): readonly { readonly member: Keyword; readonly line: string }[] {
    const said: readonly (readonly [Keyword, string | undefined])[] = [
      ['kind', kind && this.word(kind)],
      ['raised', raised === undefined ? undefined : this.date(dayPeriod(raised))],
      ['due', due && this.date(due)],
      ['cause', cause && this.text(cause)],
      ['proposal', proposal && this.text(proposal)],
    ];
    return said.flatMap(([member, value]) =>
      value === undefined ? [] : [{ member, line: `${this.word(member)} ${value}` }],
    );
  }

  reports(reports: readonly Extract<Statement, { type: 'report' }>[]): readonly string[] {
    const days = [...new Set(reports.map(({ day }) => day))].sort((a, b) => a - b);
    return days.map((day) => {
      const parts = reports.filter((each) => each.day === day).map(({ part }) => this.reported(part));
      return `${this.word('report')} ${this.date(dayPeriod(day))} {\n${parts.join('\n')}\n}`;
    });
  }

  reported(part: ReportPart): string {
    const word = this.word(part.member);
    if ('value' in part) return `${word} ${this.money(part.value)}`;
    return 'percent' in part ? `${word} ${part.percent}` : `${word} ${this.text(part.text)}`;
  }
}

/** The milestones that a column of planned starts or completions alone becomes, with the actual days that end them. */
export const ENDS: ReadonlyMap<string, 'actual-start' | 'actual-finish'> = new Map([
  ['开工', 'actual-start'],
  ['竣工', 'actual-finish'],
]);

/** By the name of the milestone, the day that a ledger has beside its plan. */
export function actualDays(statements: readonly Statement[]): ReadonlyMap<string, Day> {
  return new Map(
    [...ENDS].flatMap(([name, member]) =>
      statements.flatMap((each) => (each.type === 'day' && each.member === member ? [[name, each.day] as const] : [])),
    ),
  );
}

/** What a remark begins with that is kept for a column: `用地亩数：`. */
export function noteHead(head: string): string {
  return `${oneLine(head)}${/\p{Script=Han}/u.test(head) ? '：' : ': '}`;
}

const ORDER = [
  'alias',
  'category',
  'level',
  'priority',
  'area',
  'batch',
  'tag',
  'admitted',
  'removed',
  'stage',
  'period',
  'actual-start',
  'actual-finish',
  'scope',
  'leader',
  'unit',
  'owner',
  'support',
  'supervisor',
  'team',
  'scheme',
  'link',
];
const AFTER_MONEY = ORDER.indexOf('link');

function rank(statement: Statement): number {
  return ORDER.indexOf('member' in statement ? statement.member : statement.type);
}

/** Whether the rows are the whole taken apart. */
function addsUp(rows: Figures['rows'], whole: Figures['whole']): boolean {
  if (whole === undefined) return true;
  const counts = rows.map(({ count }) => count);
  if (whole.count !== undefined && counts.every((count) => count !== undefined)) {
    return counts.reduce((sum, count) => sum + Number(count), 0) === Number(whole.count);
  }
  return false;
}
