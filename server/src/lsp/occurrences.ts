/** What a name in the text stands for, and every place where something is named: for navigation, renaming, hover. */

import { usesIn } from '../analysis/expressions/editor-support.js';
import { expressionsOf } from '../analysis/expressions/expressions-in-file.js';
import { type OwnFields, ownFields } from '../analysis/expressions/own-fields.js';
import type { EntityKind, FileFacts, Ref } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { type Span, touches } from '../model/span.js';
import { fieldNamesIn, rowNamesIn } from './declaration-expressions.js';
import { ancestry, elementsAt, type PlanElement } from './plan-elements.js';

export interface Occurrence {
  readonly at: Span;
  readonly as: 'declaration' | 'reference' | 'expression';
}

export interface Target extends Occurrence {
  readonly element: PlanElement;
}

/** What the name at an offset stands for; undefined where there is no name, or one that leads nowhere. */
export function targetAt(facts: FileFacts, plan: Plan, offset: number): Target | undefined {
  const chain = elementsAt(facts, offset);
  const declared = chain.find(({ name }) => name !== undefined && touches(name.at, offset));
  if (declared?.name !== undefined) return { element: declared, at: declared.name.at, as: 'declaration' };
  for (const ref of refsAround(facts, offset)) {
    const index = ref.segments.findIndex(({ at }) => touches(at, offset));
    const segment = ref.segments[index];
    const element = segment === undefined ? undefined : resolveSegment(plan, ref, index);
    if (segment !== undefined && element !== undefined) return { element, at: segment.at, as: 'reference' };
  }
  const declaration = chain[0];
  if (declaration === undefined || !('kind' in declaration)) return undefined;
  for (const { at, kind, name } of namesInExpressions(facts, ownFields(plan), declaration)) {
    const element = touches(at, offset) ? find(plan, kind, name) : undefined;
    if (element !== undefined) return { element, at, as: 'expression' };
  }
  return undefined;
}

/** The references whose text holds an offset; they are in the order of the text. */
function refsAround({ refs }: FileFacts, offset: number): readonly Ref[] {
  let low = 0;
  let high = refs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((refs[middle]?.at.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found: Ref[] = [];
  for (let index = low; index < refs.length; index++) {
    const ref = refs[index];
    if (ref === undefined || ref.at.start > offset) break;
    found.push(ref);
  }
  return found;
}

/** What the segments of `ref` up to `index` lead to: of `P007.前期.环评` the first to the project. */
export function resolveSegment(plan: Plan, ref: Ref, index: number): PlanElement | undefined {
  const whole = plan.resolve(ref);
  const behind = ref.segments.length - 1 - index;
  if (behind === 0) return whole;
  if (whole !== undefined) {
    const line = ancestry(plan, whole);
    return line[line.length - 1 - behind];
  }
  const kinds: readonly EntityKind[] = [...ref.kinds, 'item', 'project', 'meeting'];
  return plan.resolve({ ...ref, kinds, segments: ref.segments.slice(0, index + 1) });
}

interface NameInExpression {
  readonly at: Span;
  readonly kind: EntityKind;
  readonly name: string;
}

/** Names of what is declared, in conditions and in the rows of published breakdowns. */
export function namesInExpressions(facts: FileFacts, own: OwnFields, only?: PlanElement): readonly NameInExpression[] {
  const found: NameInExpression[] = [];
  for (const declaration of facts.declarations) {
    if (only !== undefined && declaration !== only) continue;
    for (const { expression, scope: place } of expressionsOf(declaration)) {
      for (const use of usesIn(expression, place, own)) {
        if (use.use === 'declared') found.push(use);
        else if (use.use === 'field' && own.has(use.name)) found.push({ at: use.at, kind: 'field', name: use.name });
      }
    }
    for (const { text, at } of fieldNamesIn(declaration)) {
      if (own.has(text)) found.push({ at, kind: 'field', name: text });
    }
    for (const { name, kind } of rowNamesIn(declaration, own)) found.push({ at: name.at, kind, name: name.text });
  }
  return found;
}

function find(plan: Plan, kind: EntityKind, name: string): PlanElement | undefined {
  return kind === 'item' || kind === 'issue' ? undefined : plan.find(kind, name);
}

/** Every place in the plan where `stated` is named: its declaration, references to it and through it. */
export function occurrencesOf(
  plan: Plan,
  element: PlanElement,
  files: readonly FileFacts[] = plan.files(),
): readonly Occurrence[] {
  const name = element.name?.text;
  if (name === undefined) return [];
  const found: Occurrence[] = [];
  const own = ownFields(plan);
  for (const facts of files) {
    if (facts.file === element.at.file && element.name !== undefined)
      found.push({ at: element.name.at, as: 'declaration' });
    for (const ref of facts.refs) {
      ref.segments.forEach((segment, index) => {
        if (segment.text === name && resolveSegment(plan, ref, index) === element)
          found.push({ at: segment.at, as: 'reference' });
      });
    }
    for (const use of namesInExpressions(facts, own)) {
      if (use.name === name && find(plan, use.kind, use.name) === element) found.push({ at: use.at, as: 'expression' });
    }
  }
  return found;
}
