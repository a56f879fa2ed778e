/** Columns that the language has no word for become own fields: which ones, of which type, and what each cell is then. */
import type { FieldType } from '../../../../grammar/field-words.js';
import type { OwnFieldFacts } from '../../model/facts.js';
import { saysNothing } from './amounts.js';
import { clean } from './cell-text.js';
import { folded, namesFor, ownHead } from './own-columns.js';
import { type OwnCell, ownValueOf, typeOfCells } from './own-values.js';
import type { Ledger, LedgerProject, OwnField, Remark, Statement } from './statements.js';

type FieldStatement = Extract<Statement, { readonly type: 'field' }>;

export interface Settled {
  readonly ledger: Ledger;
  readonly remarks: readonly Remark[];
  /** Choices that the sheet has and the plan's declaration lacks. */
  readonly choices: readonly { readonly field: OwnFieldFacts; readonly names: readonly string[] }[];
}

interface Column {
  readonly key: string;
  readonly head: string;
  readonly cells: FieldStatement[];
}

/**
 * `declared`: what the plan declares already; its types hold. What is no value of its field stays with the project as a
 * note, and is told. `canDeclare`: whether the plan's declarations can be given more choices; a new file beside them leaves
 * them as they are. May be done again with another plan.
 */
export function settleFields(ledger: Ledger, declared: readonly OwnFieldFacts[], canDeclare: boolean): Settled {
  const columns = columnsOf(ledger.projects);
  const names = new Set(declared.map(({ name }) => name.text));
  const fields = new Map<string, OwnField>();
  const remarks: Remark[] = [];
  const choices: { field: OwnFieldFacts; names: string[] }[] = [];
  for (const column of columns.values()) {
    const known = declaredFor(column, declared);
    const more = known === undefined || !canDeclare ? [] : newChoices(column, known);
    const field = known === undefined ? made(column, names) : asDeclared(column, known, more);
    names.add(field.name);
    fields.set(column.key, field);
    if (known !== undefined && more.length > 0) {
      choices.push({ field: known, names: [...more] });
      remarks.push({
        severity: 'info',
        cell: column.cells[0]?.cell ?? '',
        message: {
          en: `'${field.name}' gets the choices ${more.join(', ')}`,
          zh: `“${field.name}”新增选项 ${more.join('、')}`,
        },
      });
    }
  }
  const projects = ledger.projects.map((project) => ({
    ...project,
    statements: project.statements.flatMap((each): readonly Statement[] => {
      if (each.type !== 'field') return [each];
      const field = fields.get(each.column);
      if (field === undefined) return [each];
      const text = clean(each.raw.cell.text);
      // 无 is a word where words stand, and nothing where figures do.
      if (saysNothing(text) && (/^[-—–/\\·.]*$/.test(text) || (field.type !== 'text' && field.type !== 'choice')))
        return [];
      const value = ownValueOf(each.raw, field.type, each.called, field.type === 'choice' ? field.choices : undefined);
      if (value !== undefined) return [{ ...each, field: field.name, value }];
      remarks.push(unlike(each, field));
      const { head, written, cell } = each;
      return [{ type: 'own', text, head, written, cell }];
    }),
  }));
  return { ledger: { ...ledger, projects, fields: [...fields.values()] }, remarks, choices };
}

function columnsOf(projects: readonly LedgerProject[]): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const { statements } of projects) {
    for (const statement of statements) {
      if (statement.type !== 'field') continue;
      const column = columns.get(statement.column) ?? { key: statement.column, head: statement.called, cells: [] };
      column.cells.push(statement);
      columns.set(statement.column, column);
    }
  }
  return columns;
}

function made(column: Column, taken: ReadonlySet<string>): OwnField {
  const { title, short, unit } = ownHead(column.head);
  const cells = column.cells.map(({ raw }): OwnCell => raw);
  const found = typeOfCells(cells, column.head);
  const counted = unit ?? found.unit;
  const wanted = namesFor(column.head);
  const name = wanted.find((each) => !taken.has(each)) ?? numbered(wanted.at(-1) ?? short, taken);
  return {
    column: column.key,
    name,
    ...(title === name || title === short ? {} : { title }),
    type: found.type,
    ...(counted === undefined || found.type !== 'number' ? {} : { unit: counted }),
    choices: found.choices,
    isDeclared: false,
  };
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** By name or title; figures that count something else are no figures of it. */
function declaredFor(column: Column, declared: readonly OwnFieldFacts[]): OwnFieldFacts | undefined {
  const { title, unit } = ownHead(column.head);
  const names = new Set([title, ...namesFor(column.head)].map(folded));
  return declared.find(
    (field) =>
      field.on.includes('project') &&
      field.type !== undefined &&
      (names.has(folded(field.name.text)) || (field.title !== undefined && names.has(folded(field.title.text)))) &&
      (unit === undefined || field.unit === undefined || folded(unit) === folded(field.unit.text)),
  );
}

function asDeclared(column: Column, field: OwnFieldFacts, more: readonly string[]): OwnField {
  const type: FieldType = field.type ?? 'text';
  return {
    column: column.key,
    name: field.name.text,
    type,
    choices: [...field.choices.map(({ text }) => text), ...more],
    isDeclared: true,
  };
}

function newChoices(column: Column, field: OwnFieldFacts): readonly string[] {
  if (field.type !== 'choice') return [];
  const there = new Set(field.choices.map(({ text }) => text.normalize('NFKC')));
  return [
    ...new Set(
      column.cells.flatMap(({ raw }) => {
        const value = ownValueOf(raw, 'choice', column.head);
        return value?.type === 'choice' && !there.has(value.name.normalize('NFKC')) && !/^[-—–/\\·.]*$/.test(value.name)
          ? [value.name]
          : [];
      }),
    ),
  ];
}

function unlike({ cell, raw }: FieldStatement, { name, type }: OwnField): Remark {
  const shown = clean(raw.cell.text).replace(/\s+/g, ' ').slice(0, 40);
  const [en, zh] = {
    text: ['text', '文本'],
    number: ['a number', '数值'],
    money: ['an amount of money', '金额'],
    percent: ['a percent', '百分比'],
    date: ['a date', '日期'],
    choice: ['one of its choices', '所列选项'],
  }[type];
  return {
    severity: 'warning',
    cell,
    message: {
      en: `'${shown}' is not ${en}, as the field '${name}' is declared; kept as a note`,
      zh: `“${shown}”不是${zh}，与字段“${name}”的类型不符，原文记入备注`,
    },
  };
}
