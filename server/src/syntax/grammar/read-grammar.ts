/** Reads Langium's grammar into rules. Only what the plan grammar makes use of is known here; the generator runs it. */
import { type Grammar, GrammarAST } from 'langium';
import type { Assignment, GrammarRule, Part } from './rules.js';

export function readGrammar(grammar: Grammar): readonly GrammarRule[] {
  return grammar.rules.filter(GrammarAST.isParserRule).map((rule) => ({
    name: rule.name,
    type: rule.inferredType?.name ?? rule.name,
    ...(rule.entry ? { entry: true } : {}),
    body: partOf(rule.definition),
  }));
}

function partOf(element: GrammarAST.AbstractElement): Part {
  const part = withoutRepetition(element);
  return element.cardinality === undefined || part.is === 'action' ? part : { ...part, repeat: element.cardinality };
}

function withoutRepetition(element: GrammarAST.AbstractElement): Part {
  const kinds = kindsOf(element);
  if (kinds !== undefined) return { is: 'token', kinds };
  if (GrammarAST.isAssignment(element)) return assigned(element);
  if (GrammarAST.isAction(element)) {
    const { inferredType, feature, operator } = element;
    if (inferredType === undefined) throw new Error('an action without a type');
    const { name } = inferredType;
    if (feature === undefined) return { is: 'action', type: name };
    return { is: 'action', type: name, holds: { operator: operator ?? '=', property: feature } };
  }
  if (GrammarAST.isRuleCall(element)) return { is: 'call', rule: ruleName(element) };
  if (GrammarAST.isAlternatives(element)) return { is: 'choice', options: element.elements.map(partOf) };
  if (GrammarAST.isGroup(element)) return { is: 'sequence', parts: element.elements.map(partOf) };
  throw new Error(`the plan grammar has no ${element.$type}`);
}

function assigned({ terminal, operator, feature }: GrammarAST.Assignment): Part {
  const assign: Assignment = { operator, property: feature };
  const kinds = kindsOf(terminal);
  if (kinds !== undefined) return { is: 'token', kinds, assign };
  if (GrammarAST.isRuleCall(terminal)) return { is: 'call', rule: ruleName(terminal), assign };
  throw new Error(`the plan grammar assigns no ${terminal.$type}`);
}

/** The kinds of token that `element` is one of; undefined where it is more than one token. */
function kindsOf(element: GrammarAST.AbstractElement): readonly string[] | undefined {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isRuleCall(element)) {
    return GrammarAST.isTerminalRule(element.rule.ref) ? [ruleName(element)] : undefined;
  }
  if (!GrammarAST.isAlternatives(element)) return undefined;
  const found: string[] = [];
  for (const option of element.elements) {
    const kinds = option.cardinality === undefined ? kindsOf(option) : undefined;
    if (kinds === undefined) return undefined;
    found.push(...kinds);
  }
  return found;
}

function ruleName({ rule }: GrammarAST.RuleCall): string {
  if (rule.ref === undefined) throw new Error(`no rule ${rule.$refText}`);
  return rule.ref.name;
}
