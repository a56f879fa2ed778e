/** The rule about declarations that nothing mentions (`name/unused`). */
import type { FileFacts, TaxonomyKind } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { breakdownsIn, expressionsIn } from '../expressions/expressions-in-file.js';
import { type OwnFields, ownFields } from '../expressions/own-fields.js';
import { typeExpression } from '../expressions/type-checker.js';
import { quoted, sayKind } from '../message-values.js';
import { type Found, type Pause, planRule, type Rule } from '../rule.js';
import { nearestTo } from '../similar-declarations.js';

type UnusedKind = 'person' | 'org' | TaxonomyKind;
type Unused = { readonly name: string; readonly kind: UnusedKind };

const LISTED: readonly UnusedKind[] = ['person', 'org', 'category', 'area', 'batch', 'tag'];

/** What a file mentions, for as long as it is the same: then a keystroke in one file reads that file only. */
const known = new WeakMap<FileFacts, { readonly own: OwnFields; readonly names: ReadonlySet<string> }>();

/** A reference of a wrong kind is one, too: that is told where it stands. */
function mentions(file: FileFacts, own: OwnFields): ReadonlySet<string> {
  let found = known.get(file);
  if (found?.own !== own) {
    found = { own, names: new Set([...namesInReferences(file), ...namesInExpressions(file, own)]) };
    known.set(file, found);
  }
  return found.names;
}

function* namesInReferences(file: FileFacts): Generator<string> {
  for (const { segments } of file.refs) {
    const [only, ...more] = segments;
    if (only !== undefined && more.length === 0) yield only.text;
  }
}

/** Views, policies and expectations speak of entries by name as well. */
function* namesInExpressions(file: FileFacts, own: OwnFields): Generator<string> {
  for (const { expression, scope: place } of expressionsIn(file)) {
    for (const use of typeExpression(expression, place, own).uses) if (use.use === 'declared') yield use.name;
  }
  for (const { rows } of breakdownsIn(file)) for (const { name } of rows) yield name.text;
}

/** What mistyped references were probably meant for, and which is told there: without the mistake it would be used. */
function* meantBy(plan: Plan): Generator<Pause, ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { refs } of plan.files()) {
    yield;
    for (const ref of refs) {
      const nearest = plan.resolve(ref) === undefined ? nearestTo(ref, plan) : undefined;
      if (nearest !== undefined) found.add(nearest);
    }
  }
  return found;
}

function* unused({ plan }: Analysis): Generator<Found<Unused> | Pause> {
  const mentioned = new Set<string>();
  for (const file of plan.files()) {
    for (const name of mentions(file, ownFields(plan))) mentioned.add(name);
    yield;
  }
  let meant: ReadonlySet<string> | undefined;
  for (const kind of LISTED) {
    for (const declaration of plan.all(kind)) {
      const { name, id } = declaration;
      if (mentioned.has(name.text) || plan.find(kind, name.text) !== declaration) continue;
      meant ??= yield* meantBy(plan);
      if (meant.has(id)) continue;
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
