/** The cells of one project's row as statements. What a cell does not say in the way its column means is kept as it stands. */
import { type Keyword, keywordOf } from '../../../../grammar/keywords.js';
import { type Day, dayOf, formatDay } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import { monthPeriod, type Period } from '../../model/period.js';
import { isOpen, readAmount, readPercent, saysNoIssue, saysNothing } from './amounts.js';
import { clean, oneLine } from './cell-text.js';
import { difficultyOf, levelOf, priorityOf, stageOf, yesOrNo } from './choices.js';
import { readDate, readSpan } from './dates.js';
import { kindOfField } from './fields.js';
import type { MoneyUnit } from './money-unit.js';
import { type NamedPerson, readPeople, readUnitAndPerson, readUnitRoles, readUnits } from './people.js';
import { AS_ABOVE, type TableCell } from './rows.js';
import type { DayMember, IssueRow, Named, RefMember, Remark, ReportPart, Severity, Statement } from './statements.js';

/** What holds for all cells of a row. */
export interface RowSetting {
  readonly sheet: string;
  /** The year that the row is about, or the plan. */
  readonly year: number | undefined;
  /** The day that reported figures are of. */
  readonly reportDay: Day | undefined;
  /** The unit of amounts, where the row itself says it. */
  readonly unit: MoneyUnit | undefined;
}

export interface RowReading {
  readonly statements: readonly Statement[];
  readonly named: readonly Named[];
  readonly remarks: readonly Remark[];
}

export function readCells(cells: readonly TableCell[], setting: RowSetting): RowReading {
  const reader = new RowReader(cells, setting);
  for (const cell of cells) reader.read(cell);
  reader.together();
  return reader;
}

class RowReader implements RowReading {
  readonly statements: Statement[] = [];
  readonly named: Named[] = [];
  readonly remarks: Remark[] = [];

  constructor(
    readonly cells: readonly TableCell[],
    readonly setting: RowSetting,
  ) {}

  read(at: TableCell): void {
    const { cell, column } = at;
    if (cell.broken !== undefined) {
      this.#remark(
        at,
        'warning',
        cell.broken === 'error'
          ? [
              `the formula comes to an error (${cell.text || '?'}); left out`,
              `公式结果为错误值（${cell.text || '?'}），未导入`,
            ]
          : [
              'the formula has no saved result; open and save the file in Excel',
              '公式没有保存计算结果，请用 Excel 打开并保存后再导入',
            ],
      );
      return;
    }
    const text = clean(cell.text);
    const kind = kindOfField(column.field);
    this.#struck(at);
    if (cell.struck === true) return;
    if (isUnresolved(at)) {
      this.#keep(at, text, ['stands below nothing that it could mean', '上一行该列没有内容可循']);
      return;
    }
    const isBlank = saysNothing(text) && kind !== 'text' && kind !== 'identity';
    if (isBlank || column.field === 'ignored' || text === '') return;
    // An amount over several projects is the amount of none of them.
    if (at.over !== undefined && (kind === 'money' || kind === 'report-money')) {
      const rows = `${at.over.first + 1}–${at.over.last + 1}`;
      if (at.over.first === at.row) {
        this.#own(at, text);
        this.#remark(at, 'warning', [
          `one amount over rows ${rows}: kept as a note of the first project, counted for none`,
          `金额跨第 ${rows} 行合并：作为备注记在第一个项目下，不计入任何项目`,
        ]);
      }
      return;
    }
    switch (kind) {
      case 'names':
        this.#names(at, text);
        break;
      case 'choice':
        this.#choice(at, text);
        break;
      case 'date':
        this.#date(at, text);
        break;
      case 'money':
      case 'report-money':
        this.#money(at, text);
        break;
      case 'report-text':
        this.#reported(at, text);
        break;
      case 'text':
        this.#text(at, text);
        break;
      case 'identity':
      case 'other':
        break;
    }
  }

  /** What two cells say together: the ends of a period, what is to be reached in which month, a problem and what is proposed. */
  together(): void {
    const start = this.#dates.get('period-start');
    const end = this.#dates.get('period-end');
    if (start !== undefined && end !== undefined) {
      this.#add(start.at, { type: 'period', first: start.period, last: end.period });
    } else if (start !== undefined) {
      this.#add(start.at, { type: 'milestone', name: '开工', due: start.period });
    } else if (end !== undefined) {
      this.#add(end.at, { type: 'milestone', name: '竣工', due: end.period });
    }
    const goal = this.#cell('plan-kind');
    const month = this.#dates.get('plan-month');
    if (goal !== undefined) {
      const name = oneLine(clean(goal.cell.text));
      if (month !== undefined && !saysNothing(name)) {
        this.#add(month.at, { type: 'milestone', name, due: month.period });
      } else if (!saysNothing(name)) this.#own(goal, name);
    } else if (month !== undefined) this.#own(month.at, clean(month.at.cell.text));
    for (const part of this.cells.filter(({ column }) => OF_ISSUE.has(column.field))) {
      const issue = this.#cell('issue', part.column.detail);
      const isAlone = issue === undefined || saysNoIssue(clean(issue.cell.text));
      if (isAlone && !saysNothing(part.cell.text)) this.#own(part, clean(part.cell.text));
    }
    this.#stageDay();
    this.#reasons();
    this.#team();
    const phone = this.#cell('phone');
    if (phone !== undefined && !this.#phoned) this.#own(phone, clean(phone.cell.text));
  }

  /** Why a project came into the pool, or left it. */
  #why(member: DayMember): { readonly text?: string } {
    const field = WHY.get(member);
    const at = field === undefined ? undefined : this.#cell(field);
    const text = at === undefined ? '' : clean(at.cell.text);
    return saysNothing(text) ? {} : { text };
  }

  /** Without a day it is no reason of anything. */
  #reasons(): void {
    for (const [member, field] of WHY) {
      const at = this.#cell(field);
      const isSaid = this.statements.some((each) => each.type === 'day' && each.member === member);
      if (at !== undefined && !isSaid && !saysNothing(at.cell.text)) this.#own(at, clean(at.cell.text));
    }
  }

  /** Since when the project is at its stage. */
  #stageDay(): void {
    const since = this.#dates.get('stage-day');
    if (since === undefined) return;
    const index = this.statements.findIndex(({ type }) => type === 'stage');
    const there = this.statements[index];
    if (there?.type === 'stage' && since.period.grain === 'day')
      this.statements[index] = { ...there, on: since.period.first };
    else this.#own(since.at, clean(since.at.cell.text));
  }

  #team(): void {
    const [named, listed] = [this.#cell('team'), this.#cell('team-members')];
    const text = named === undefined ? '' : clean(named.cell.text);
    const people = listed === undefined ? undefined : readPeople(clean(listed.cell.text));
    const isNamed = !saysNothing(text);
    const at = isNamed ? named : listed;
    if (at === undefined || (!isNamed && (people ?? []).length === 0)) return;
    for (const person of people ?? []) this.#declare({ kind: 'person', ...person });
    this.#add(at, {
      type: 'team',
      ...(isNamed ? { text } : {}),
      members: (people ?? []).map(({ name }) => name),
    });
  }

  readonly #dates = new Map<string, { readonly at: TableCell; readonly period: Period }>();
  #phoned = false;

  // ------------------------------------------------------------------------------------------------ names

  #names(at: TableCell, text: string): void {
    const { field } = at.column;
    if (isOpen(text)) {
      this.#keep(at, text, ['is no name', '不是名称'], 'info');
      return;
    }
    if (field === 'category' || field === 'subcategory') this.#category(at, text);
    else if (field === 'area' || field === 'tag' || field === 'batch') this.#list(at, field, text);
    else if (field === 'unit' || field === 'support') this.#units(at, field, text);
    else if (field === 'leader' || field === 'owner' || field === 'supervisor')
      this.#person(at, field, readPeople(text), text);
    else if (field === 'team-members') {
      if (readPeople(text) === undefined) this.#keep(at, text, ['does not read as names of people', '不像人员姓名']);
    } else if (field === 'owner-and-phone') this.#person(at, 'owner', readPeople(text), text);
    else if (field === 'unit-and-leader' || field === 'unit-and-owner') {
      const both = readUnitAndPerson(text);
      if (both === undefined) this.#keep(at, text, ['is not one unit and one person', '不是“一个单位加一个人”的写法']);
      else {
        this.#ref(at, 'unit', [both.unit]);
        this.#declare({ kind: 'org', name: both.unit });
        this.#person(at, field === 'unit-and-leader' ? 'leader' : 'owner', [both.person], text);
      }
    }
  }

  #category(at: TableCell, text: string): void {
    const own = this.#cell('subcategory');
    // The finer of two columns is the category; the other one holds it.
    if (at.column.field === 'category' && own !== undefined && !saysNothing(own.cell.text)) return;
    const above = at.column.field === 'subcategory' ? this.#cell('category') : undefined;
    const path = [
      ...(above === undefined ? [] : [oneLine(clean(above.cell.text))]),
      ...text.split(/[/>＞]/).map(oneLine),
    ]
      .filter((name) => name !== '' && !saysNothing(name))
      .filter((name, index, all) => name !== all[index - 1]);
    const last = path.at(-1);
    if (last === undefined) return;
    for (const [index, name] of path.entries()) {
      const parent = path[index - 1];
      this.#declare({ kind: 'category', name, ...(parent === undefined ? {} : { in: parent }) });
    }
    this.#ref(at, 'category', [last]);
  }

  #list(at: TableCell, member: 'area' | 'tag' | 'batch', text: string): void {
    const names = readUnits(text.replace(/\//g, '、')).map(oneLine);
    for (const name of names) this.#declare({ kind: member, name });
    this.#ref(at, member, names);
  }

  #units(at: TableCell, member: 'unit' | 'support', text: string): void {
    const roles = member === 'unit' && this.#cell('support') === undefined ? readUnitRoles(text) : undefined;
    const names = roles?.leads ?? readUnits(text);
    for (const name of [...names, ...(roles?.supports ?? [])]) this.#declare({ kind: 'org', name });
    if (member === 'support') this.#ref(at, 'support', names);
    else this.#firstOf(at, 'unit', names);
    this.#ref(at, 'support', roles?.supports ?? []);
  }

  /** One answers: the others that the cell names are kept, and told. */
  #firstOf(at: TableCell, member: 'unit' | 'leader' | 'owner' | 'supervisor', names: readonly string[]): void {
    const [first, ...others] = names;
    if (first === undefined) return;
    this.#ref(at, member, [first]);
    if (others.length === 0) return;
    this.#own(at, clean(at.cell.text));
    this.#remark(at, 'warning', [
      `names ${names.length}; '${first}' is taken, the cell is kept as a note`,
      `列有 ${names.length} 个，以“${first}”为准，原文记入备注`,
    ]);
  }

  #person(
    at: TableCell,
    member: 'leader' | 'owner' | 'supervisor',
    people: readonly NamedPerson[] | undefined,
    text: string,
  ): void {
    if (people === undefined) {
      this.#keep(at, text, ['does not read as names of people', '不像人员姓名']);
      return;
    }
    const phone = member === 'owner' ? this.#cell('phone') : undefined;
    const number = phone === undefined ? undefined : oneLine(clean(phone.cell.text));
    const given = number !== undefined && people.length === 1 && /^[\d+][\d\s-]{5,}$/.test(number);
    if (given) this.#phoned = true;
    for (const person of people) {
      this.#declare({ kind: 'person', ...person, ...(given ? { phone: number } : {}) });
    }
    this.#firstOf(
      at,
      member,
      people.map(({ name }) => name),
    );
  }

  #ref(at: TableCell, member: RefMember, names: readonly string[]): void {
    if (names.length > 0) this.#add(at, { type: 'ref', member, names });
  }

  #declare(named: Named): void {
    this.named.push(named);
  }

  // ------------------------------------------------------------------------------------------------ words, dates, money

  #choice(at: TableCell, text: string): void {
    switch (at.column.field) {
      case 'stage': {
        const stage = stageOf(text);
        if (stage === undefined) this.#keep(at, text, ['is no stage that the language has', '不是语言中的阶段']);
        else this.#add(at, { type: 'stage', stage });
        break;
      }
      case 'level':
      case 'priority': {
        const word = at.column.field === 'level' ? levelOf(text) : priorityOf(text);
        if (word === undefined) this.#keep(at, text, ['is no word that the language has for it', '不是语言中的用词']);
        else this.#add(at, { type: 'choice', member: at.column.field, word });
        break;
      }
      case 'top':
      case 'provincial': {
        const yes = yesOrNo(text);
        const top = at.column.field === 'top';
        if (yes === undefined) this.#keep(at, text, ['is neither yes nor no', '既不是“是”也不是“否”']);
        else if (yes)
          this.#add(at, { type: 'choice', member: top ? 'priority' : 'level', word: top ? 'top' : 'province' });
        else this.#own(at, text);
        break;
      }
    }
  }

  #date(at: TableCell, text: string): void {
    const { field } = at.column;
    if (field === 'period') {
      const span = readSpan(at.cell, this.setting.year);
      if (span.ok && span.from.first <= span.to.last)
        this.#add(at, { type: 'period', first: span.from, last: span.to });
      else if (!span.ok && span.why === 'year-or-month') {
        this.#keep(at, text, [
          'may be a month or two years; write it in full',
          '可能是年月，也可能是两个年份，请写完整',
        ]);
      } else this.#keep(at, text, ['does not read as a beginning and an end', '不是“起—止”时间']);
      return;
    }
    const month = field === 'plan-month' ? /^(\d{1,2})月?$/.exec(text.normalize('NFKC'))?.[1] : undefined;
    const year = this.setting.year;
    if (month !== undefined && year !== undefined && Number(month) >= 1 && Number(month) <= 12) {
      this.#dates.set(field, { at, period: monthPeriod(year, Number(month)) });
      return;
    }
    const read = readDate(at.cell, year);
    if (!read.ok) {
      const why = {
        'not-a-date': ['does not read as a date', '不是日期'],
        'no-such-date': ['is a date that does not exist', '日期不存在'],
        'january-or-october': [
          'may be January or October (a spreadsheet keeps 2026.10 as 2026.1)',
          '可能是 1 月也可能是 10 月（表格会把 2026.10 存成 2026.1）',
        ],
        'no-year': ['names no year, and no year is known', '没有年份，也无从得知年份'],
      } as const;
      this.#keep(at, text, why[read.why]);
      return;
    }
    if (read.rest === true) this.#own(at, text);
    if (read.how === 'serial') {
      this.#remark(at, 'info', [
        `${text} is read as the date ${formatDay(read.period.first)}`,
        `${text} 读作日期 ${formatDay(read.period.first)}`,
      ]);
    }
    if (isDayMember(field)) {
      if (read.period.grain === 'day')
        this.#add(at, { type: 'day', member: field, day: read.period.first, ...this.#why(field) });
      else this.#keep(at, text, ['has to be a day', '须具体到日']);
    } else this.#dates.set(field, { at, period: read.period });
  }

  #money(at: TableCell, text: string): void {
    const { column } = at;
    const read = readAmount(at.cell, this.setting.unit ?? column.unit);
    if (!read.ok) {
      const why = {
        'not-money': ['does not read as an amount', '不是金额'],
        'no-unit': ['has no unit', '没有单位'],
        negative: ['is negative', '为负数'],
      } as const;
      if (read.why === 'no-unit') this.#keep(at, text, why[read.why], 'error', SAY_UNIT);
      else this.#keep(at, text, why[read.why]);
      return;
    }
    if (read.rounded === true) {
      this.#remark(at, 'info', [`${text} is rounded to 1/10 000 of the currency unit`, `${text} 四舍五入到万分之一元`]);
    }
    const { value } = read;
    const year = column.year ?? this.setting.year;
    const isNothing = value.amount === 0n;
    switch (column.field) {
      case 'fund':
      case 'total':
        if (!isNothing) this.#add(at, { type: 'money', member: column.field, value });
        break;
      case 'before':
        if (column.year !== undefined && column.year + 1 !== this.setting.year) {
          this.#keep(at, text, [
            "is the sum up to another year than the one before the plan's",
            '不是计划年度上一年底的累计数',
          ]);
        } else if (!isNothing) this.#add(at, { type: 'money', member: 'before', value });
        break;
      case 'source':
        if (!isNothing) this.#add(at, { type: 'source', name: column.detail ?? '', value });
        break;
      case 'last-year':
        if (year === undefined) this.#keep(at, text, NO_YEAR);
        else this.#report(at, dayOf(column.year ?? year - 1, 12, 31), { member: 'invested', value }, text);
        break;
      case 'year-plan':
        if (year === undefined) this.#keep(at, text, NO_YEAR);
        else this.#add(at, { type: 'year', year, value });
        break;
      case 'node': {
        const node: Keyword | undefined = keywordOf(column.detail ?? '');
        if (year === undefined || node === undefined) this.#keep(at, text, NO_YEAR);
        else if (!isNothing) this.#add(at, { type: 'node', year, node, value });
        break;
      }
      case 'invested':
      case 'received':
      case 'paid': {
        const { reportDay } = this.setting;
        const month = column.month !== undefined && year !== undefined ? monthPeriod(year, column.month) : undefined;
        // 1-6月 in a table of 25 June is what was known on that day.
        const isOfTable =
          month === undefined || (reportDay !== undefined && month.first <= reportDay && reportDay <= month.last);
        this.#report(at, isOfTable ? reportDay : month.last, { member: column.field, value }, text);
        break;
      }
    }
  }

  // ------------------------------------------------------------------------------------------------ reports and texts

  #reported(at: TableCell, text: string): void {
    const day = this.setting.reportDay;
    switch (at.column.field) {
      case 'progress': {
        const percent = readPercent(at.cell, at.column.inPercent);
        // 形象进度 is a text as often as a percent.
        if (percent !== undefined) this.#report(at, day, { member: 'progress', percent }, text);
        else if (/^[\d.]+$/.test(text)) this.#keep(at, text, ['is no percent', '不是百分比']);
        else if (this.#cell('situation') === undefined) this.#report(at, day, { member: 'text', text }, text);
        else this.#own(at, text);
        break;
      }
      case 'situation':
        if (!saysNothing(text)) this.#report(at, day, { member: 'text', text }, text);
        break;
      case 'next':
        if (!saysNothing(text)) this.#report(at, day, { member: 'next', text }, text);
        break;
    }
  }

  #report(at: TableCell, day: Day | undefined, part: ReportPart, text: string): void {
    if (day === undefined) {
      this.#keep(at, text, ['is of a day that is not known', '不知道是哪一天的数据'], 'warning', SAY_DAY);
    } else this.#add(at, { type: 'report', day, part });
  }

  #text(at: TableCell, text: string): void {
    const { field } = at.column;
    const isNothing = saysNothing(text);
    switch (field) {
      case 'scope':
      case 'scheme':
      case 'link':
        if (!isNothing) this.#add(at, { type: 'text', member: field, text });
        break;
      case 'alias':
        // In columns with numbers each holds one, signs and all.
        for (const name of at.column.detail === undefined ? readUnits(text) : [text])
          this.#add(at, { type: 'text', member: 'alias', text: name });
        break;
      case 'target': {
        const year = at.column.year ?? this.setting.year;
        if (isNothing) break;
        if (year === undefined) this.#keep(at, text, NO_YEAR);
        else this.#add(at, { type: 'target', year, text });
        break;
      }
      case 'issue': {
        if (saysNoIssue(text)) {
          if (!isNothing) this.#own(at, text);
          break;
        }
        this.#add(at, { type: 'issue', title: text, ...this.#ofIssue(at.column.detail) });
        break;
      }
      case 'last-year-text': {
        const { year } = this.setting;
        if (isNothing) break;
        if (year === undefined) this.#keep(at, text, NO_YEAR);
        else this.#report(at, dayOf(year - 1, 12, 31), { member: 'text', text }, text);
        break;
      }
      case 'note':
        if (!isNothing) this.#add(at, { type: 'note', text });
        break;
      case 'own':
        // A dash is nothing; 无 may be one of the words of the column.
        if (!/^[-—–/\\·.]*$/.test(text)) this.#field(at, text);
        break;
    }
  }

  /** What other columns say of a problem: of several, those with the same number. */
  #ofIssue(number: string | undefined): Omit<IssueRow, 'title'> {
    const said = (field: TableCell['column']['field']) => {
      const at = this.#cell(field, number);
      const text = at === undefined || at.cell.broken !== undefined ? '' : clean(at.cell.text);
      return at === undefined || saysNothing(text) ? undefined : { at, text };
    };
    const date = (field: 'issue-raised' | 'issue-due'): Period | undefined => {
      const found = said(field);
      if (found === undefined) return undefined;
      const read = readDate(found.at.cell, this.setting.year);
      if (read.ok && (field === 'issue-due' || read.period.grain === 'day')) return read.period;
      this.#keep(found.at, found.text, ['does not read as a date', '不是日期']);
      return undefined;
    };
    const type = said('issue-kind');
    const kind = type === undefined ? undefined : difficultyOf(type.text);
    if (type !== undefined && kind === undefined)
      this.#keep(type.at, type.text, ['is no word that the language has for it', '不是语言中的用词']);
    const [cause, proposal] = [said('issue-cause')?.text, said('proposal')?.text];
    const [raised, due] = [date('issue-raised')?.first, date('issue-due')];
    return {
      ...(kind === undefined ? {} : { kind }),
      ...(cause === undefined ? {} : { cause }),
      ...(proposal === undefined ? {} : { proposal }),
      ...(raised === undefined ? {} : { raised }),
      ...(due === undefined ? {} : { due }),
    };
  }

  // ------------------------------------------------------------------------------------------------ what is left

  /** What it is a value of is settled over all rows. */
  #field(at: TableCell, text: string): void {
    const { own = at.column.letters, detail, head, unit } = at.column;
    const called = detail ?? head;
    this.#add(at, {
      type: 'field',
      column: own,
      called,
      raw: { cell: at.cell, unit },
      field: called,
      value: { type: 'text', text },
    });
  }

  /** What is struck through was taken back by whoever did it. */
  #struck(at: TableCell): void {
    const { text, struck, struckOut } = at.cell;
    const out = struck === true ? text : struckOut;
    if (out === undefined) return;
    const shown = oneLine(clean(out)).slice(0, 40);
    this.#remark(at, struck === true ? 'warning' : 'info', [
      `'${shown}' is struck through, and was left out`,
      `“${shown}”已划去，未导入`,
    ]);
  }

  /** The one place where what does not fit its column is kept. */
  #own(at: TableCell, text: string): void {
    this.#add(at, { type: 'own', text });
  }

  /** What does not read as its column says: kept with its head, and told. */
  #keep(
    at: TableCell,
    text: string,
    [en, zh]: readonly [en: string, zh: string],
    severity: Severity = 'warning',
    say?: Say,
  ): void {
    this.#own(at, text);
    const shown = oneLine(text).slice(0, 40);
    const told = (option: Bilingual): Bilingual => ({
      en: `'${shown}' ${en}${option.en}; kept as a note`,
      zh: `“${shown}”${zh}${option.zh}，原文记入备注`,
    });
    const plain = told({ en: '', zh: '' });
    if (say === undefined) this.#remark(at, severity, [plain.en, plain.zh]);
    else {
      const needs = { what: say.what, plain };
      this.remarks.push({ severity, cell: this.#place(at), message: told(say.with), needs });
    }
  }

  #remark(at: TableCell, severity: Severity, [en, zh]: readonly [en: string, zh: string]): void {
    this.remarks.push({ severity, cell: this.#place(at), message: { en, zh } });
  }

  #add(at: TableCell, statement: WithoutCell<Statement>): void {
    const { head } = at.column;
    this.statements.push({ ...statement, cell: this.#place(at), head, written: clean(at.cell.text) });
  }

  #place({ address }: TableCell): string {
    return `${this.setting.sheet}!${address}`;
  }

  /** `detail`: of several, which one. */
  #cell(field: TableCell['column']['field'], detail?: string): TableCell | undefined {
    return this.cells.find(({ column }) => column.field === field && column.detail === detail);
  }
}

/** 同上 where nothing stands above, or where the same amount a second time would be counted twice. */
function isUnresolved({ cell, asAbove, column }: TableCell): boolean {
  return asAbove !== true && !TEXTS.has(column.field) && AS_ABOVE.test(cell.text.trim());
}

/** Columns whose cells may say anything. */
const TEXTS: ReadonlySet<TableCell['column']['field']> = new Set(['note', 'ignored', 'sequence']);

/** Columns that say something of the problem with their number. */
const OF_ISSUE: ReadonlySet<TableCell['column']['field']> = new Set([
  'proposal',
  'issue-kind',
  'issue-cause',
  'issue-raised',
  'issue-due',
]);

const WHY: ReadonlyMap<DayMember, TableCell['column']['field']> = new Map([
  ['admitted', 'admitted-text'],
  ['removed', 'removed-text'],
]);

function isDayMember(field: string): field is DayMember {
  return ['admitted', 'removed', 'actual-start', 'actual-finish'].includes(field);
}

type WithoutCell<S> = S extends unknown ? Omit<S, 'cell' | 'head' | 'written'> : never;

/** What the caller could say, and the option of the command that says it. */
interface Say {
  readonly what: 'unit' | 'day';
  readonly with: Bilingual;
}
const SAY_UNIT: Say = {
  what: 'unit',
  with: { en: ": say it with --unit, as in '--unit 万元'", zh: '：请用 --unit 指明，例如“--unit 万元”' },
};
const SAY_DAY: Say = { what: 'day', with: { en: ': say it with --as-of', zh: '：请用 --as-of 指明' } };
const NO_YEAR = ['is of a year that is not known: say it with --year', '不知道是哪一年：请用 --year 指明'] as const;
