/** What can stand in which block, taken from the grammar: for guessing where a brace was forgotten. */
import { GrammarAST } from 'langium';
import { PlanGrammar } from './generated/grammar.js';

let members: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The keyword that a statement with a block begins with → the words that statements in its block can begin with. */
export function blockMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  members ??= read();
  return members;
}

/** The keywords that begin a declaration. */
export function declarationWords(): ReadonlySet<string> {
  return beginnings(ruleOf('Declaration').definition);
}

function read(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of groupsWithBlock()) {
    const [, statements] = blockOf(group)?.elements ?? [];
    if (statements === undefined) continue;
    const words = beginnings(statements);
    for (const keyword of beginnings(group)) found.set(keyword, new Set([...(found.get(keyword) ?? []), ...words]));
  }
  return found;
}

function* groupsWithBlock(): Generator<GrammarAST.Group> {
  for (const rule of PlanGrammar().rules) {
    if (!GrammarAST.isParserRule(rule)) continue;
    const { definition } = rule;
    const options = GrammarAST.isAlternatives(definition) ? definition.elements : [definition];
    for (const option of options) if (GrammarAST.isGroup(option) && blockOf(option) !== undefined) yield option;
  }
}

/** The block that a group ends in, as `expect per F partition { … }` does in its second part. */
function blockOf(group: GrammarAST.Group): GrammarAST.Group | undefined {
  const last = group.elements.at(-1);
  const options = last !== undefined && GrammarAST.isAlternatives(last) ? last.elements : [last];
  for (const option of options) {
    if (!GrammarAST.isGroup(option)) continue;
    const [first] = option.elements;
    if (GrammarAST.isKeyword(first) && first.value === '{') return option;
    const inner = blockOf(option);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The keywords that `element` can begin with. */
function beginnings(element: GrammarAST.AbstractElement): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (part: GrammarAST.AbstractElement): boolean => {
    if (GrammarAST.isKeyword(part)) words.add(part.value);
    else if (GrammarAST.isAlternatives(part)) for (const option of part.elements) visit(option);
    else if (GrammarAST.isGroup(part)) part.elements.some(visit);
    else if (GrammarAST.isAssignment(part)) visit(part.terminal);
    else if (GrammarAST.isRuleCall(part) && GrammarAST.isParserRule(part.rule.ref)) visit(part.rule.ref.definition);
    else if (GrammarAST.isAction(part)) return false;
    return part.cardinality !== '?' && part.cardinality !== '*';
  };
  visit(element);
  return words;
}

function ruleOf(name: string): GrammarAST.ParserRule {
  const rule = PlanGrammar().rules.find((candidate) => candidate.name === name);
  if (!GrammarAST.isParserRule(rule)) throw new Error(`no rule ${name}`);
  return rule;
}
