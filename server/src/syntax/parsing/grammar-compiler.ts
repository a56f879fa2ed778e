/** Turns the grammar into elements that run. Only what the plan grammar makes use of is known here. */
import type { TokenType } from 'chevrotain';
import { type Grammar, GrammarAST } from 'langium';
import {
  Action,
  type Assignment,
  Choice,
  type Element,
  InPlace,
  Many,
  Optional,
  type Rule,
  RuleCall,
  Sequence,
  Statements,
  Token,
} from './grammar-elements.js';
import type { AssignmentOperator } from './tree-nodes.js';

interface Begins {
  readonly words: readonly string[];
  /** Whether it can also be nothing. */
  readonly empty: boolean;
}

export class GrammarCompiler {
  readonly #grammar: ReadonlyMap<string, GrammarAST.AbstractRule>;
  /** Name → the indices of the kinds that are of that kind, itself or by a category. */
  readonly #kinds = new Map<string, number[]>();
  readonly #size: number;
  readonly #rules = new Map<string, Rule>();
  readonly #pending: (() => void)[] = [];
  readonly #firsts = new Map<string, Uint8Array>();

  constructor(grammar: Grammar, vocabulary: { readonly [name: string]: TokenType }) {
    this.#grammar = new Map(grammar.rules.map((rule) => [rule.name, rule]));
    const kinds = Object.values(vocabulary);
    this.#size = Math.max(...kinds.map(({ tokenTypeIdx }) => tokenTypeIdx ?? 0)) + 1;
    for (const kind of kinds) {
      for (const name of namesOf(kind)) {
        const same = this.#kinds.get(name);
        if (same === undefined) this.#kinds.set(name, [kind.tokenTypeIdx ?? 0]);
        else same.push(kind.tokenTypeIdx ?? 0);
      }
    }
  }

  /** The rule with that name and all that it calls. */
  rule(name: string): Rule {
    const rule = this.#rule(name);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next();
    return rule;
  }

  #rule(name: string): Rule {
    const known = this.#rules.get(name);
    if (known !== undefined) return known;
    const source = this.#parserRule(name);
    const rule: Rule = { name, type: typeOf(source), body: new Action('', undefined) };
    this.#rules.set(name, rule);
    this.#pending.push(() => {
      rule.body = this.#element(source.definition, undefined, source.entry ? 'EOF' : undefined);
    });
    return rule;
  }

  #parserRule(name: string): GrammarAST.ParserRule {
    const rule = this.#grammar.get(name);
    if (rule === undefined || !GrammarAST.isParserRule(rule)) throw new Error(`no rule ${name}`);
    return rule;
  }

  /** `statementsUntil` where the element repeats what a block or the file is made of. */
  #element(
    element: GrammarAST.AbstractElement,
    target: Assignment | undefined,
    statementsUntil?: '}' | 'EOF',
  ): Element {
    const once = this.#once(element, target);
    switch (element.cardinality) {
      case '?':
        return new Optional(once);
      case '*':
        return statementsUntil === undefined ? new Many(once, 0) : new Statements(once, statementsUntil);
      case '+':
        return new Many(once, 1);
      default:
        return once;
    }
  }

  #once(element: GrammarAST.AbstractElement, target: Assignment | undefined): Element {
    const words = tokensOf(element, (name) => !GrammarAST.isParserRule(this.#grammar.get(name)));
    if (words !== undefined) return new Token(this.#beginning(words), target);
    if (GrammarAST.isAssignment(element)) {
      return this.#once(element.terminal, { operator: operatorOf(element.operator), property: element.feature });
    }
    if (GrammarAST.isAction(element)) {
      const { feature, operator } = element;
      const wrapped = feature === undefined ? undefined : { operator: operatorOf(operator), property: feature };
      return new Action(element.inferredType?.name ?? '', wrapped);
    }
    if (GrammarAST.isRuleCall(element)) return this.#call(ruleName(element), target);
    if (GrammarAST.isAlternatives(element)) {
      return new Choice(
        this.#beginning(this.#begins(element).words),
        element.elements.map((option) => this.#element(option, target)),
      );
    }
    if (GrammarAST.isGroup(element)) return this.#sequence(element);
    throw new Error(`the plan grammar has no ${element.$type}`);
  }

  #call(name: string, target: Assignment | undefined): Element {
    const source = this.#parserRule(name);
    if (target === undefined) return new InPlace(typeOf(source), this.#element(source.definition, undefined));
    return new RuleCall(this.#beginning(this.#begins(source.definition).words), this.#rule(name), target);
  }

  #sequence(group: GrammarAST.Group): Element {
    const elements = group.elements.map((element, index) =>
      this.#element(element, undefined, isWord(group.elements[index + 1], '}') ? '}' : undefined),
    );
    const last = group.elements.at(-1);
    const block =
      last !== undefined && GrammarAST.isGroup(last) && isWord(last.elements[0], '{') ? elements.at(-1) : undefined;
    return new Sequence(this.#beginning(this.#beginsOnce(group).words), elements, {
      braces: isWord(group.elements[0], '{'),
      ...(block === undefined ? {} : { block }),
    });
  }

  #begins(element: GrammarAST.AbstractElement): Begins {
    const once = this.#beginsOnce(element);
    const mayLack = element.cardinality === '?' || element.cardinality === '*';
    return mayLack ? { words: once.words, empty: true } : once;
  }

  #beginsOnce(element: GrammarAST.AbstractElement): Begins {
    if (GrammarAST.isKeyword(element)) return { words: [element.value], empty: false };
    if (GrammarAST.isAction(element)) return { words: [], empty: true };
    if (GrammarAST.isAssignment(element)) return this.#begins(element.terminal);
    if (GrammarAST.isRuleCall(element)) {
      const rule = this.#grammar.get(ruleName(element));
      return GrammarAST.isParserRule(rule)
        ? this.#begins(rule.definition)
        : { words: [ruleName(element)], empty: false };
    }
    const words: string[] = [];
    if (GrammarAST.isAlternatives(element)) {
      const options = element.elements.map((option) => this.#begins(option));
      return {
        words: [...new Set(options.flatMap((option) => option.words))],
        empty: options.some(({ empty }) => empty),
      };
    }
    if (!GrammarAST.isGroup(element)) throw new Error(`the plan grammar has no ${element.$type}`);
    for (const part of element.elements) {
      const begins = this.#begins(part);
      words.push(...begins.words);
      if (!begins.empty) return { words: [...new Set(words)], empty: false };
    }
    return { words: [...new Set(words)], empty: true };
  }

  #beginning(words: readonly string[]): { readonly first: Uint8Array; readonly words: readonly string[] } {
    const key = words.join('\n');
    let first = this.#firsts.get(key);
    if (first === undefined) {
      first = new Uint8Array(this.#size);
      for (const word of words) {
        const kinds = this.#kinds.get(word);
        if (kinds === undefined) throw new Error(`no token ${word}`);
        for (const kind of kinds) first[kind] = 1;
      }
      this.#firsts.set(key, first);
    }
    return { first, words };
  }
}

/** The kind itself and the categories that it belongs to. */
function namesOf(kind: TokenType): ReadonlySet<string> {
  return new Set([kind.name, ...(kind.CATEGORIES ?? []).flatMap((category) => [...namesOf(category)])]);
}

/** The token kinds that `element` is one of; undefined where it is more than one token. */
function tokensOf(
  element: GrammarAST.AbstractElement,
  isTerminal: (name: string) => boolean,
): readonly string[] | undefined {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isRuleCall(element)) return isTerminal(ruleName(element)) ? [ruleName(element)] : undefined;
  if (!GrammarAST.isAlternatives(element)) return undefined;
  const options = element.elements.map((option) =>
    option.cardinality === undefined ? tokensOf(option, isTerminal) : undefined,
  );
  const words: string[] = [];
  for (const option of options) {
    if (option === undefined) return undefined;
    words.push(...option);
  }
  return words;
}

function ruleName(call: GrammarAST.RuleCall): string {
  return call.rule.ref?.name ?? call.rule.$refText;
}

function typeOf(rule: GrammarAST.ParserRule): string {
  return rule.inferredType?.name ?? rule.name;
}

function operatorOf(operator: string | undefined): AssignmentOperator {
  return operator === '+=' || operator === '?=' ? operator : '=';
}

function isWord(element: GrammarAST.AbstractElement | undefined, word: string): boolean {
  return GrammarAST.isKeyword(element) && element.value === word && element.cardinality === undefined;
}
