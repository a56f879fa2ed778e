import type { Expression } from '../../model/expression.js';
import type { Declaration, EntityKind, FileFacts, TaxonomyKind } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { type Found, planRule, type Rule } from '../rule.js';
import { quoted, sayKind } from './figures.js';

type UnusedKind = 'person' | 'org' | TaxonomyKind;
type Unused = { readonly name: string; readonly kind: UnusedKind };

const LISTED: readonly UnusedKind[] = ['person', 'org', 'category', 'area', 'batch', 'tag'];

/** What a file mentions, for as long as it is the same: then a keystroke in one file reads that file only. */
const known = new WeakMap<FileFacts, ReadonlySet<string>>();

const key = (kind: EntityKind | 'any', name: string): string => `${kind} ${name}`;

function mentions(file: FileFacts): ReadonlySet<string> {
  let found = known.get(file);
  if (found === undefined) {
    const names = new Set<string>();
    for (const { kinds, segments } of file.refs) {
      const [only, ...more] = segments;
      if (only !== undefined && more.length === 0) for (const kind of kinds) names.add(key(kind, only.text));
    }
    for (const declaration of file.declarations) {
      for (const name of namesInExpressions(declaration)) names.add(key('any', name));
    }
    found = names;
    known.set(file, found);
  }
  return found;
}

/** Views, policies and expectations speak of entries by name, too; of which kind is only known to their types. */
function* namesInExpressions(declaration: Declaration): Generator<string> {
  if (declaration.kind === 'view') {
    if (declaration.where !== undefined) yield* namesIn(declaration.where);
    for (const total of declaration.totals) yield* namesIn(total);
  } else if (declaration.kind === 'policy') {
    for (const { red, yellow } of declaration.lights) {
      if (red !== undefined) yield* namesIn(red);
      if (yellow !== undefined) yield* namesIn(yellow);
    }
    for (const { condition } of declaration.require) if (condition !== undefined) yield* namesIn(condition);
  } else if (declaration.kind === 'portfolio') {
    for (const expect of declaration.expects) {
      if (expect.type === 'condition') yield* namesIn(expect.condition);
      else for (const row of expect.rows) yield row.name.text;
    }
  }
}

function* namesIn(expression: Expression): Generator<string> {
  switch (expression.type) {
    case 'name':
      yield expression.name.text;
      return;
    case 'or':
    case 'and':
      for (const part of expression.parts) yield* namesIn(part);
      return;
    case 'not':
    case 'negate':
      yield* namesIn(expression.operand);
      return;
    case 'compare':
      yield* namesIn(expression.left);
      yield* namesIn(expression.right);
      return;
    case 'arithmetic':
      yield* namesIn(expression.first);
      for (const { operand } of expression.rest) yield* namesIn(operand);
      return;
    case 'call':
      for (const argument of expression.arguments) yield* namesIn(argument);
      return;
    default:
      return;
  }
}

function* unused({ plan }: Analysis): Generator<Found<Unused>> {
  const mentioned = plan.files().map(mentions);
  for (const kind of LISTED) {
    for (const declaration of plan.all(kind)) {
      const { name, id } = declaration;
      if (plan.find(kind, name.text) !== declaration) continue;
      const keys = [key(kind, name.text), key('any', name.text)];
      if (mentioned.some((names) => keys.some((one) => names.has(one)))) continue;
      yield { at: name.at, data: { name: name.text, kind }, element: id };
    }
  }
}

export const NAME_UNUSED_RULES: readonly Rule[] = [
  planRule<Unused>(
    {
      code: 'name/unused',
      severity: 'hint',
      title: { en: 'Nobody refers to it', zh: '未被引用' },
      message: {
        en: ({ name, kind }) => `Nothing refers to the ${sayKind(kind, 'en')} ${quoted(name, 'en')}`,
        zh: ({ name, kind }) => `${sayKind(kind, 'zh')}${quoted(name, 'zh')}未被任何地方引用`,
      },
      page: {
        en: `A person, an organisation or an entry of a list (category, area, batch, tag) is declared, but no project,
meeting, view or policy names it. That may be on purpose, for instance a list that is complete for reference; else
remove it or use it. A mistyped second spelling of the same person shows up here as well.`,
        zh: `声明了人员、单位或条目（类别、地区、批次、标签），但没有任何项目、会议、视图或规则提到它。也可能是有意
为之，例如保留完整名单；否则请删去或加以引用。同一个人写成两种名称时，其中一个也会在此列出。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'person LiSi\nproject P1\n',
        clean: 'person LiSi\nproject P1 {\n  leader LiSi\n}\n',
      },
    },
    unused,
  ),
];
