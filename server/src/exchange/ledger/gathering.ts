/** Rows become projects: several rows may be about one, each thing is stated once, names are declared once. */
import { type Day, formatDay } from '../../model/day.js';
import type { LedgerProject, Named, Remark, Statement } from './statements.js';

export interface ProjectRow {
  readonly code: string | undefined;
  readonly name: string | undefined;
  /** Where the sheet has a row for each year. */
  readonly year: number | undefined;
  /** Where the file has a table for each month. */
  readonly day: Day | undefined;
  readonly cell: string;
  readonly statements: readonly Statement[];
  readonly named: readonly Named[];
}

/** What a project was called in an earlier table. */
const FROM_NAME = { head: '项目名称', written: '' };

interface Gathered {
  readonly id: string;
  readonly name: string | undefined;
  readonly cell: string;
  readonly rows: ProjectRow[];
}

export class Gathering {
  readonly remarks: Remark[] = [];
  readonly #projects = new Map<string, Gathered>();
  readonly #named: Named[] = [];
  readonly #parents = new Map<string, { readonly parent: string | undefined }>();

  /** The id under which the project goes. */
  add(given: ProjectRow): string {
    const row = this.#apart(given);
    const wanted = nameOf(row.code ?? '') || nameOf(row.name ?? '');
    const there = this.#projects.get(wanted);
    this.#named.push(...row.named);
    if (there === undefined) {
      this.#projects.set(wanted, { id: wanted, name: row.name, cell: row.cell, rows: [row] });
      return wanted;
    }
    if (isSame(there, row)) {
      there.rows.push(row);
      return wanted;
    }
    let number = 2;
    while (this.#projects.has(`${wanted}-${number}`)) number++;
    const id = `${wanted}-${number}`;
    this.#projects.set(id, { id, name: row.name ?? wanted, cell: row.cell, rows: [row] });
    this.remarks.push({
      severity: 'warning',
      cell: row.cell,
      message: {
        en: `'${wanted}' stands in ${there.cell} already and says something else there: imported as '${id}'`,
        zh: `“${wanted}”在 ${there.cell} 已有一行且内容不同，此行以“${id}”导入`,
      },
    });
    return id;
  }

  /** 其他 below two categories is two categories. */
  #apart(row: ProjectRow): ProjectRow {
    const renamed = new Map<string, string>();
    for (const { kind, name, in: parent } of row.named) {
      if (kind !== 'category') continue;
      const known = this.#parents.get(name);
      if (known === undefined) this.#parents.set(name, { parent });
      else if (parent !== undefined && known.parent !== undefined && known.parent !== parent) {
        renamed.set(name, `${parent}-${name}`);
      }
    }
    if (renamed.size === 0) return row;
    const nameIn = (name: string): string => renamed.get(name) ?? name;
    return {
      ...row,
      named: row.named.map((each) =>
        each.kind !== 'category' || each.in === undefined ? each : { ...each, name: nameIn(each.name) },
      ),
      statements: row.statements.map((each) =>
        each.type === 'ref' && each.member === 'category' ? { ...each, names: each.names.map(nameIn) } : each,
      ),
    };
  }

  /** Another row of the project. */
  more(id: string, row: { readonly statements: readonly Statement[]; readonly named: readonly Named[] }): void {
    const there = this.#projects.get(id);
    if (there === undefined) return;
    const last = there.rows.at(-1);
    there.rows.push({ code: undefined, name: there.name, year: last?.year, day: last?.day, cell: there.cell, ...row });
    this.#named.push(...row.named);
  }

  /** Whether anything is stated of a year. */
  needsYear(): boolean {
    return [...this.#projects.values()].some(({ rows }) =>
      rows.some(({ statements }) =>
        statements.some(({ type }) => ['year', 'node', 'target', 'milestone'].includes(type)),
      ),
    );
  }

  projects(): readonly LedgerProject[] {
    return [...this.#projects.values()].map(({ id, cell, rows: unordered }) => {
      const rows = [...unordered].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (b.day ?? 0) - (a.day ?? 0));
      const [name, ...earlier] = new Set(rows.flatMap((row) => (row.name === undefined ? [] : [row.name])));
      const renamed = earlier.map((text): Statement => ({ type: 'text', member: 'alias', text, ...FROM_NAME, cell }));
      return {
        id,
        ...(name === undefined || nameOf(name) === id ? {} : { title: name }),
        cell,
        // A name that it has anyway is no other name.
        statements: [...this.#combined(rows), ...renamed].filter(
          (each) => each.type !== 'text' || each.member !== 'alias' || ![id, name].includes(each.text),
        ),
      };
    });
  }

  /** Of several years or months the latest row counts; what an earlier one says otherwise is kept with its time; `rows`: the latest first. */
  #combined(rows: readonly ProjectRow[]): readonly Statement[] {
    const slots = new Map<string, Statement>();
    const result: Statement[] = [];
    // What is stated already, word for word: a project has dozens of remarks, a ledger thousands of projects.
    const contents = new Set<string>();
    const pushOnce = (statement: Statement): void => {
      const said = content(statement);
      if (contents.has(said)) return;
      contents.add(said);
      result.push(statement);
    };
    for (const { statements, year, day } of rows) {
      const time = day === undefined ? year : formatDay(day);
      for (const statement of statements) {
        const slot = slotOf(statement);
        const there = slot === undefined ? undefined : slots.get(slot);
        if (slot === undefined) pushOnce(statement);
        else if (there === undefined) {
          result.push(statement);
          slots.set(slot, statement);
        } else if (!same(there, statement)) {
          const { cell, written } = statement;
          const head = time === undefined ? statement.head : `${time} ${statement.head}`;
          pushOnce({ type: 'own', head, written, text: written, cell });
          this.remarks.push({
            severity: time === undefined ? 'warning' : 'info',
            cell: statement.cell,
            message: {
              en: `differs from ${there.cell}, which counts; kept as a note`,
              zh: `与 ${there.cell} 不同，以后者为准，此处记入备注`,
            },
          });
        }
      }
    }
    return result;
  }

  named(): readonly Named[] {
    const byName = new Map<string, Named>();
    for (const named of this.#named) {
      const key = `${named.kind} ${named.name}`;
      const there = byName.get(key);
      byName.set(key, there === undefined ? named : { ...named, ...there });
      const [before, now] = [there?.phone, named.phone];
      if (before !== undefined && now !== undefined && before !== now) {
        this.remarks.push({
          severity: 'warning',
          cell: named.name,
          message: {
            en: `'${named.name}' has two telephone numbers, ${before} and ${now}: two people of one name? The first is kept`,
            zh: `“${named.name}”有两个电话 ${before}、${now}，是否同名的两个人？保留前者`,
          },
        });
      }
    }
    return [...byName.values()].map((named) => (named.in === named.name ? withoutParent(named) : named));
  }
}

function withoutParent({ kind, name }: Named): Named {
  return { kind, name };
}

/** A name as the language can hold it, in backquotes or without. */
export function nameOf(text: string): string {
  return text.replace(/[`\n]/g, '').replace(/\s+/g, ' ').trim();
}

/** Rows of different years, or rows that do not contradict each other in what tells projects apart. */
function isSame(there: Gathered, row: ProjectRow): boolean {
  const years = there.rows.map(({ year }) => year);
  if (
    row.code !== undefined &&
    row.name !== undefined &&
    there.name !== undefined &&
    row.name !== there.name &&
    row.year === undefined &&
    row.day === undefined
  )
    return false;
  if (row.year !== undefined && years.every((year) => year !== undefined && year !== row.year)) return true;
  if (row.day !== undefined && there.rows.every(({ day }) => day !== undefined && day !== row.day)) return true;
  const telling = (statements: readonly Statement[]) =>
    new Map(
      statements.flatMap((each): [string, Statement][] =>
        (each.type === 'ref' && ['area', 'unit', 'owner'].includes(each.member)) ||
        (each.type === 'money' && each.member === 'total') ||
        (each.type === 'text' && each.member === 'scope')
          ? [[slotOf(each) ?? '', each]]
          : [],
      ),
    );
  const now = telling(row.statements);
  return there.rows.every(({ statements }) =>
    [...telling(statements)].every(([slot, each]) => {
      const other = now.get(slot);
      return other === undefined || same(each, other);
    }),
  );
}

/** What may be stated once; undefined for what may be stated again and again. */
function slotOf(statement: Statement): string | undefined {
  switch (statement.type) {
    case 'ref':
      return statement.member === 'tag' || statement.member === 'support' ? undefined : `ref ${statement.member}`;
    case 'text':
      return statement.member === 'alias' || statement.member === 'link' ? undefined : `text ${statement.member}`;
    case 'choice':
    case 'day':
    case 'money':
      return `${statement.type} ${statement.member}`;
    case 'source':
    case 'milestone':
      return `${statement.type} ${statement.name}`;
    case 'year':
    case 'target':
      return `${statement.type} ${statement.year}`;
    case 'field':
      return `field ${statement.column}`;
    case 'node':
      return `node ${statement.year} ${statement.node}`;
    case 'report':
      return `report ${statement.day} ${statement.part.member}`;
    case 'stage':
    case 'period':
    case 'team':
      return statement.type;
    case 'issue':
    case 'own':
    case 'note':
      return undefined;
  }
}

function same(a: Statement, b: Statement): boolean {
  return content(a) === content(b);
}

function content({ cell: _cell, written: _written, ...statement }: Statement): string {
  return JSON.stringify(statement, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}
