/** A returned form against the plan: what it says anew, and every cell that contradicts. */
import type { Analysis } from '../../analysis/analysis.js';
import { responsibleFor } from '../../analysis/responsible.js';
import { lastStated } from '../../analysis/state.js';
import { type Day, formatDay } from '../../model/day.js';
import type { ItemFacts, OrgFacts, ProjectFacts, Ref, ReportFacts } from '../../model/facts.js';
import { formatMoney } from '../../model/money.js';
import { itemsOf } from '../../model/plan.js';
import { planYearOf } from '../../model/plan-year.js';
import { cmp, fromDecimalString } from '../../model/rational.js';
import { isPersonName } from '../ledger/people.js';
import type { Sheet } from '../spreadsheet/sheet.js';
import { type FormCell, type FormCellRow, FormCells } from './form-cells.js';
import { type FormMeta, readMeta } from './form-meta.js';
import type { FormPart, FormReading, FormStatement, NewIssue, Refusal } from './form-statements.js';

/** `today`: nothing can have happened later. */
export function readForm(sheets: readonly Sheet[], analysis: Analysis, today: Day): FormReading {
  const meta = readMeta(sheets);
  if (meta === 'changed' || meta === 'other-version') {
    const message =
      meta === 'changed'
        ? {
            en: 'the hidden sheet of the form was changed or removed: hand out a new form and fill that in',
            zh: '填报表的隐藏工作表被改动过或已删除：请重新生成填报表填写',
          }
        : { en: 'the form was made by another version of Planwright', zh: '填报表由其他版本的 Planwright 生成' };
    return { unit: '', statements: [], refusals: [{ cell: '', message }], known: 0 };
  }
  return new FormReader(sheets, meta, analysis, today).read();
}

class FormReader {
  readonly #statements: FormStatement[] = [];
  readonly #refusals: Refusal[] = [];
  readonly #cells: FormCells;
  #known = 0;
  #reportedBy: readonly FormPart[] | undefined;

  constructor(
    sheets: readonly Sheet[],
    readonly meta: FormMeta,
    readonly analysis: Analysis,
    readonly today: Day,
  ) {
    this.#cells = new FormCells(sheets, meta, (cell, en, zh) => this.#refuse(cell, en, zh));
  }

  read(): FormReading {
    const { plan } = this.analysis;
    const unit = plan.find('org', this.meta.unit);
    if (unit === undefined)
      this.#refuse('', `the plan declares no unit '${this.meta.unit}'`, `计划中没有单位“${this.meta.unit}”`);
    const isAsHandedOut = this.#cells.isAsHandedOut();
    const day = this.#reportDay();
    // What was tampered with is not read any further; of what else is wrong all is said at once.
    if (unit !== undefined && day !== undefined && isAsHandedOut) {
      for (const row of this.#cells.rows('reports')) this.#report(row, unit, day);
      for (const row of this.#cells.rows('items')) this.#item(row, unit);
      for (const row of this.#cells.rows('issues')) this.#issue(row, unit, day);
      for (const row of this.#cells.rows('decisions')) this.#decision(row, unit, day);
      for (const row of this.#cells.rows('new')) this.#newIssue(row, unit, day);
    }
    const refused = this.#refusals.length > 0;
    return {
      unit: this.meta.unit,
      statements: refused ? [] : this.#statements,
      refusals: this.#refusals,
      known: this.#known,
    };
  }

  #refuse(cell: string, en: string, zh: string): void {
    this.#refusals.push({ cell, message: { en, zh } });
  }

  #at({ address }: { readonly address: string }, en: string, zh: string): void {
    this.#refuse(address, en, zh);
  }

  #reportDay(): Day | undefined {
    const cell = this.#cells.reportDay();
    // Without projects there is no cell for the day: what is known then is of the day of the form.
    if (cell === undefined) return this.meta.status;
    const day = this.#cells.lastDay(cell);
    if (day !== undefined && day > this.today) {
      this.#at(cell, `${formatDay(day)} has not come yet`, `${formatDay(day)} 尚未到来`);
      return undefined;
    }
    return day;
  }

  // ------------------------------------------------------------------------------------------------ reports

  #report(row: FormCellRow, unit: OrgFacts, day: Day): void {
    if (row.filled.length === 0) return;
    const project = this.#projectOf(row, unit);
    if (project === undefined) return;
    const parts: FormPart[] = [];
    for (const cell of row.filled) {
      const part = this.#part(cell, project, day);
      if (part !== undefined) parts.push(part);
    }
    const later = project.reports.find((report) => report.day > day);
    const [first] = row.filled;
    if (later !== undefined && first !== undefined) {
      this.#at(
        first,
        `the plan has a report of ${formatDay(later.day)}, later than ${formatDay(day)}: the past is not changed`,
        `计划中已有 ${formatDay(later.day)} 的进展，晚于填报日期 ${formatDay(day)}：不得改动以往`,
      );
      return;
    }
    const there = project.reports.find((report) => report.day === day);
    if (there !== undefined) this.#sameReport(row, parts, there);
    else if (parts.length > 0) {
      this.#statements.push({ type: 'report', project, day, parts: [...parts, ...this.#reporter()] });
    }
  }

  #part(cell: FormCell, project: ProjectFacts, day: Day): FormPart | undefined {
    const { key } = cell.column;
    switch (key) {
      case 'invested':
      case 'received':
      case 'paid': {
        const value = this.#cells.amount(cell);
        if (value === undefined) return undefined;
        const last = lastStated(project, day, (report) => report[key]);
        const { yearBegins } = this.analysis;
        const isSameYear =
          last !== undefined && planYearOf(last.report.day, yearBegins) === planYearOf(day, yearBegins);
        if (isSameYear && value.amount < last.fact.value.amount - last.fact.value.tolerance) {
          const [was, now] = [last.fact.value.amount, value.amount];
          this.#at(
            cell,
            `${formatMoney(now, 'en')} is less than the ${formatMoney(was, 'en')} reported on ${formatDay(last.report.day)}: an amount counted from the first day of the plan year cannot fall`,
            `${formatMoney(now, 'zh')}，少于 ${formatDay(last.report.day)} 已报的 ${formatMoney(was, 'zh')}：年内累计数不得减少`,
          );
          return undefined;
        }
        return { member: key, value };
      }
      case 'progress': {
        const percent = this.#cells.percent(cell);
        const figure = percent === undefined ? undefined : fromDecimalString(percent);
        if (percent === undefined || figure === undefined) return undefined;
        const last = lastStated(project, day, ({ progress }) => progress);
        if (last !== undefined && cmp(figure.value, last.fact.value) < 0) {
          this.#at(
            cell,
            `${percent} % is less than what was reported on ${formatDay(last.report.day)}`,
            `${percent}%，低于 ${formatDay(last.report.day)} 已报的形象进度`,
          );
          return undefined;
        }
        return { member: 'progress', percent: `${percent}%` };
      }
      case 'quality':
      case 'safety':
      case 'integrity': {
        const word = this.#cells.choice(cell);
        return word === undefined ? undefined : { member: key, word };
      }
      case 'text':
      case 'next':
        return { member: key, text: cell.text };
      default:
        return undefined;
    }
  }

  /** A form that comes in twice says nothing new; one that says otherwise changes the past. */
  #sameReport(row: FormCellRow, parts: readonly FormPart[], there: ReportFacts): void {
    for (const part of parts) {
      const cell = row.filled.find(({ column }) => column.key === part.member);
      if (cell === undefined || states(there, part)) continue;
      this.#at(
        cell,
        `the plan's report of ${formatDay(there.day)} says otherwise or nothing there: give a later day`,
        `计划中 ${formatDay(there.day)} 的进展与此不同或没有这一项：请改用更晚的填报日期`,
      );
    }
    this.#known++;
  }

  /** The same for all reports of the form. */
  #reporter(): readonly FormPart[] {
    this.#reportedBy ??= this.#reporterOfForm();
    return this.#reportedBy;
  }

  #reporterOfForm(): readonly FormPart[] {
    const cell = this.#cells.reporter();
    if (cell === undefined) return [];
    const people = this.analysis.plan.all('person');
    const known = people.find(({ name, title }) => name.text === cell.text || title?.text === cell.text);
    if (known === undefined && !isPersonName(cell.text)) {
      this.#at(cell, `'${cell.text}' does not read as one person's name`, `“${cell.text}”不像一个人的姓名`);
      return [];
    }
    const isNew = known === undefined && !this.#statements.some((each) => each.type === 'person');
    if (isNew) this.#statements.push({ type: 'person', name: cell.text, unit: this.meta.unit });
    return [{ member: 'reporter', name: known?.name.text ?? cell.text }];
  }

  // ------------------------------------------------------------------------------------------------ items, issues, decisions

  #item(row: FormCellRow, unit: OrgFacts): void {
    const found = this.#find(
      row,
      (project) => [...itemsOf(project)],
      (project, item) => responsibleFor(project, item, 'unit'),
      unit,
    );
    if (found === undefined) return;
    const item: ItemFacts = found.fact;
    const started = this.#happened(row, 'started', item.started?.day, item.stated.has('started'));
    const done = this.#happened(row, 'done', item.done?.day, item.stated.has('done'));
    const began = started ?? item.started?.day;
    const cell = row.filled.find(({ column }) => column.key === 'done');
    if (began !== undefined && done !== undefined && done < began && cell !== undefined) {
      this.#at(cell, `done before it was started (${formatDay(began)})`, `完成早于开始（${formatDay(began)}）`);
      return;
    }
    if (started !== undefined) this.#statements.push({ type: 'started', item, day: started });
    if (done !== undefined) this.#statements.push({ type: 'done', item, day: done });
  }

  /** The day that a cell says anew. */
  #happened(row: FormCellRow, key: string, there: Day | undefined, isStated: boolean): Day | undefined {
    const cell = row.filled.find(({ column }) => column.key === key);
    const day = cell === undefined ? undefined : this.#cells.day(cell);
    if (cell === undefined || day === undefined) return undefined;
    if (day > this.today) {
      this.#at(cell, `${formatDay(day)} has not come yet`, `${formatDay(day)} 尚未到来`);
      return undefined;
    }
    if (day === there) {
      this.#known++;
      return undefined;
    }
    if (isStated) {
      const was = there === undefined ? '?' : formatDay(there);
      this.#at(cell, `the plan says ${was}: the past is not changed`, `计划中为 ${was}：不得改动以往`);
      return undefined;
    }
    return day;
  }

  #issue(row: FormCellRow, unit: OrgFacts, day: Day): void {
    const found = this.#find(
      row,
      ({ issues }) => issues,
      (project, issue) => issue.unit ?? project.unit,
      unit,
    );
    if (found === undefined) return;
    const issue = found.fact;
    const resolved = this.#happened(row, 'resolved', issue.resolved?.day, issue.stated.has('resolved'));
    const solved = row.filled.find(({ column }) => column.key === 'resolved');
    if (resolved !== undefined && solved !== undefined && issue.raised !== undefined && resolved < issue.raised.day) {
      this.#at(
        solved,
        `solved before it was raised (${formatDay(issue.raised.day)})`,
        `解决早于提出（${formatDay(issue.raised.day)}）`,
      );
      return;
    }
    const tried = row.filled.find(({ column }) => column.key === 'tried');
    if (tried !== undefined) {
      const isThere = issue.tried.some((each) => each.day === day && each.text?.text === tried.text);
      if (isThere) this.#known++;
      else this.#statements.push({ type: 'tried', issue, day, text: tried.text });
    }
    if (resolved !== undefined) this.#statements.push({ type: 'resolved', issue, day: resolved });
  }

  #decision(row: FormCellRow, unit: OrgFacts, day: Day): void {
    if (row.filled.length === 0) return;
    const { plan } = this.analysis;
    const meetings = plan.all('meeting');
    const decision = meetings.flatMap(({ decisions }) => decisions).find(({ id }) => id === row.id);
    const meeting = meetings.find(({ decisions }) => decision !== undefined && decisions.includes(decision));
    const [first] = row.filled;
    if (decision === undefined || plan.declaration('org', decision.unit) !== unit) {
      if (first !== undefined) this.#notTheirs(first, row.id, unit, decision !== undefined);
      return;
    }
    const done = this.#happened(row, 'done', decision.done?.day, decision.stated.has('done'));
    const cell = row.filled.find(({ column }) => column.key === 'done');
    if (done !== undefined && cell !== undefined && meeting?.date !== undefined && done < meeting.date.day) {
      this.#at(
        cell,
        `done before it was decided (${formatDay(meeting.date.day)})`,
        `办结早于会议日期（${formatDay(meeting.date.day)}）`,
      );
      return;
    }
    const feedback = row.filled.find(({ column }) => column.key === 'feedback');
    if (feedback !== undefined) {
      const isThere = decision.feedback.some((each) => each.day === day && each.text?.text === feedback.text);
      if (isThere) this.#known++;
      else this.#statements.push({ type: 'feedback', decision, day, text: feedback.text });
    }
    if (done !== undefined) this.#statements.push({ type: 'decision-done', decision, day: done });
  }

  #newIssue(row: FormCellRow, unit: OrgFacts, day: Day): void {
    const of = (key: string) => row.filled.find(({ column }) => column.key === key);
    const [first] = row.filled;
    const [choice, title] = [of('project'), of('issue')];
    if (first === undefined) return;
    if (choice === undefined || title === undefined) {
      this.#at(first, 'a new issue needs its project and what is wrong', '新增问题须选择项目并写明存在问题');
      return;
    }
    const id = this.meta.projects.get(choice.text);
    const project = this.analysis.plan.all('project').find((each) => each.id === id);
    if (project === undefined) {
      this.#at(choice, `'${choice.text}' is none of the projects to choose from`, `“${choice.text}”不在可选项目中`);
      return;
    }
    if (!this.#answersFor(project.unit, unit)) {
      this.#notTheirs(choice, project.id, unit, true);
      return;
    }
    if (project.issues.some((issue) => issue.title?.text === title.text)) {
      this.#known++;
      return;
    }
    const [kind, escalated] = [of('kind'), of('escalated')].map((cell) =>
      cell === undefined ? undefined : this.#cells.choice(cell),
    );
    const issue: NewIssue = {
      title: title.text,
      ...(kind === undefined ? {} : { kind }),
      ...(escalated === undefined ? {} : { escalated }),
      ...texts({ cause: of('cause')?.text, proposal: of('proposal')?.text }),
    };
    this.#statements.push({ type: 'issue', project, day, issue });
  }

  // ------------------------------------------------------------------------------------------------ who answers

  #projectOf(row: FormCellRow, unit: OrgFacts): ProjectFacts | undefined {
    const project = this.analysis.plan.all('project').find(({ id }) => id === row.id);
    if (project !== undefined && this.#answersFor(project.unit, unit)) return project;
    const [first] = row.filled;
    if (first !== undefined) this.#notTheirs(first, row.id, unit, project !== undefined);
    return undefined;
  }

  #find<T extends { readonly id: string }>(
    row: FormCellRow,
    of: (project: ProjectFacts) => readonly T[],
    unitOf: (project: ProjectFacts, fact: T) => Ref | undefined,
    unit: OrgFacts,
  ): { readonly project: ProjectFacts; readonly fact: T } | undefined {
    const [first] = row.filled;
    if (first === undefined) return undefined;
    for (const project of this.analysis.plan.all('project')) {
      const fact = of(project).find(({ id }) => id === row.id);
      if (fact === undefined) continue;
      if (this.#answersFor(unitOf(project, fact), unit)) return { project, fact };
      this.#notTheirs(first, row.id, unit, true);
      return undefined;
    }
    this.#notTheirs(first, row.id, unit, false);
    return undefined;
  }

  #answersFor(ref: Ref | undefined, unit: OrgFacts): boolean {
    return this.analysis.plan.declaration('org', ref) === unit;
  }

  #notTheirs(cell: FormCell, id: string, unit: OrgFacts, isThere: boolean): void {
    const name = unit.name.text;
    if (isThere) this.#at(cell, `'${name}' does not answer for ${id} in the plan`, `计划中 ${id} 不由“${name}”负责`);
    else this.#at(cell, `the plan no longer has ${id}`, `计划中已没有 ${id}`);
  }
}

function texts(given: { readonly cause: string | undefined; readonly proposal: string | undefined }): {
  cause?: string;
  proposal?: string;
} {
  return {
    ...(given.cause === undefined ? {} : { cause: given.cause }),
    ...(given.proposal === undefined ? {} : { proposal: given.proposal }),
  };
}

function states(report: ReportFacts, part: FormPart): boolean {
  switch (part.member) {
    case 'invested':
    case 'received':
    case 'paid':
      return report[part.member]?.value.amount === part.value.amount;
    case 'progress': {
      const figure = fromDecimalString(part.percent.slice(0, -1));
      return report.progress !== undefined && figure !== undefined && cmp(report.progress.value, figure.value) === 0;
    }
    case 'quality':
    case 'safety':
    case 'integrity':
      return report[part.member]?.value === part.word;
    case 'text':
    case 'next':
      return report[part.member]?.text === part.text;
    case 'reporter':
      return true;
  }
}
